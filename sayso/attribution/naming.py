"""Names that the parser parts from what they are: "the newspaper Fenland", "the lawmaker Ann Holm"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.callings import words
from sayso.attribution.tree import Tree
from sayso.model import Parse

# Behind these a name belongs to the noun before it: "by the website Fenland".
JOINTS = frozenset({"by", "of", "to", "from", "for", "with"})


@cache
def _callings() -> frozenset[str]:
    return words("outlet", "heads") | words("body", "heads") | words("person", "heads")


def join_names(parse: Parse) -> Parse:
    """Hang a calling on the name right behind it, in whose place the parser put the calling.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse in which "Fenland" is the object of "told the newspaper Fenland", and "the newspaper"
        a part of its name; everything else as it was.
    """
    called = [noun for noun in range(len(parse) - 1) if _is_calling(parse, noun)]
    if not called:
        return parse
    tokens = list(parse)
    tree = Tree(0, parse)
    for noun in called:
        name = _name_behind(tree, noun)
        if name is None:
            continue
        rooted, doubled = _is_rooted(tree, noun, name), _is_doubled(tree, noun, name)
        if not (rooted or doubled or _is_parted(tree, noun, name)):
            continue
        verb = tokens[name].head
        if rooted:
            tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT")
        if rooted or doubled:
            tokens[noun - 1] = replace(tokens[noun - 1], head=name, dep="compound")
            for child in tree.children[noun - 1]:
                if child < noun - 1:
                    tokens[child] = replace(tokens[child], head=name)
            tokens[noun] = replace(tokens[noun], head=name, dep="compound")
            continue
        if tokens[noun].head == noun:
            tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT")
        else:
            tokens[name] = replace(tokens[name], head=tokens[noun].head, dep=tokens[noun].dep)
        for child in tree.children[noun]:
            if child < noun:
                tokens[child] = replace(tokens[child], head=name)
        tokens[noun] = replace(tokens[noun], head=name, dep="compound")
    return tuple(tokens)


def _is_calling(parse: Parse, noun: int) -> bool:
    """Whether a word is a calling, or "daily", with a name right behind it."""
    if parse[noun].tag not in ("NN", "JJ") or not parse[noun + 1].tag.startswith("NNP"):
        return False
    word = parse[noun].text.lower()
    return word in _callings() and (parse[noun].tag == "NN" or word in words("outlet", "heads"))


def _name_behind(tree: Tree, noun: int) -> int | None:
    """The last word of the name that begins right behind a noun."""
    name = noun + 1
    while (
        name + 1 < len(tree)
        and tree[name].dep in ("compound", "nmod")
        and tree[name + 1].tag.startswith("NNP")
    ):
        name += 1
    return name if tree.first(name) == noun + 1 else None


def _is_doubled(tree: Tree, noun: int, name: int) -> bool:
    """Whether a verb has "the business daily" and the name behind it for two subjects."""
    before = tree[noun].head
    return (
        tree[noun].dep == "appos"
        and before == noun - 1
        and tree[before].dep == tree[name].dep == "nsubj"
        and tree[before].head == tree[name].head
    )


def _is_rooted(tree: Tree, noun: int, name: int) -> bool:
    """Whether the parser took "the business" for the sentence, and the rest for what is told of it."""
    before, verb = tree[noun].head, tree[name].head
    return (
        tree[noun].dep == "appos"
        and before == noun - 1
        and tree[before].dep == "ROOT"
        and tree[name].dep == "nsubj"
        and tree[verb].dep == "relcl"
        and tree[verb].head == before
    )


def _is_parted(tree: Tree, noun: int, name: int) -> bool:
    """Whether the two are one: "told the paper Fenland", but not "told the mayor Holm had fled"."""
    first, second = tree[noun], tree[name]
    if second.dep == first.dep == "dobj":
        return second.head == first.head
    if second.dep == "appos" and second.head < noun and first.dep == "pobj":
        return True
    if second.dep != "nsubj" or name > second.head:
        return False
    if first.dep == "nsubj" and first.head == second.head:
        return True
    if first.dep == "ROOT":
        return tree[second.head].dep == "relcl" and tree[second.head].head == noun
    in_print = tree.lower[noun] in words("outlet", "heads") and tree.lower[first.head] == "in"
    joined = tree.lower[first.head] in JOINTS or in_print
    return first.dep == "pobj" and joined and not tree.under(second.head, noun)
