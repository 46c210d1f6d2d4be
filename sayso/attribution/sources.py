"""Sources: from the noun of a parse to a link with a kind."""

from dataclasses import replace

from sayso.attribution.callings import words
from sayso.attribution.kinds import kind_of
from sayso.attribution.names import name_of
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link
from sayso.vocabulary import LinkKind

# A name's appositions and clauses beyond this many words are not part of the source.
LONGEST = 16
# "an expert who": how many words the noun may stand before its pronoun.
NEAR_WHO = 2


def source_at(tree: Tree, text: str, head: int) -> Link:
    """The link for a noun of a parse.

    Args:
        tree: the sentence.
        text: the page's text.
        head: the noun's place.

    Returns:
        A link over the noun phrase without its relative clauses, named as written.
    """
    known = tree.links.get((head, text))
    if known is None:
        known = tree.links[head, text] = _link_at(tree, text, head)
    return known


def _link_at(tree: Tree, text: str, head: int) -> Link:
    thing = tree.child(head, "dobj") if tree[head].tag == "VB" else None
    if thing is not None and head < thing < tree[head].head:
        # "Harbour office data show": the parser took the first word for a verb.
        span = tree.span(head, thing)
        return Link(span, span.of(text), kind_of(tree, thing, span.of(text)))
    first, last = tree.edges[head]
    if head < tree[head].head:
        # What stands behind its verb the parser only hung on it by mistake.
        last = min(last, tree[head].head - 1)
    for child in tree.children[head]:
        if (
            child > head
            and tree[child].dep in ("relcl", "acl", "punct", "advcl", "parataxis")
            and child <= last
        ):
            if tree[child].dep == "punct" and tree[child].text not in ("—", "–", "--", ":", "“", '"'):
                continue
            start = tree.first(child)
            if start > head:
                last = min(last, start - 1)
    last = min(_before_aside(tree, head, last), max(head, first + LONGEST - 1))
    while last > head and tree[last].dep == "punct":
        last -= 1
    while first < head and (
        tree[first].dep in ("punct", "cc") or tree.lower[first] in ("but", "both", "what")
    ):
        first += 1
    span = tree.span(first, last)
    whole = tree.phrase(head).of(text)
    if antecedent_of(tree, head) is not None:
        return _relative(tree, text, head)
    return Link(span, name_of(tree, text, head), kind_of(tree, head, whole))


def _before_aside(tree: Tree, head: int, last: int) -> int:
    """Where a source ends: "Holm, with reference to the mayor, said", "said Holm in a letter"."""
    for child in tree.all_children(head, "prep"):
        if head < child - 1 and tree.lower[child] == "with" and tree[child - 1].text == ",":
            return min(last, child - 2)
        means = tree.child(child, "pobj") if head < child and tree.lower[child] == "in" else None
        person = tree[head].tag.startswith("NNP") or tree.lower[head] in words("person", "heads")
        if means is not None and person and tree.lower[means] in words("document", "heads"):
            return min(last, child - 1)
    return last


def antecedent_of(tree: Tree, head: int) -> int | None:
    """The noun that "who", "which" or "that" stands for; None for any other word.

    The parser likes to hang a clause on the subject; what stands right before it, as the object of the
    verb between them, is meant: "The weekly quoted Holm, who said …".
    """
    verb = tree[head].head
    relative = tree.lower[head] in ("who", "which") or (
        tree.lower[head] == "that" and tree[head].tag == "WDT"
    )
    if not relative or tree[verb].dep != "relcl" or tree[head].dep not in SUBJECTS:
        return None
    noun = tree[verb].head
    before = head - 1
    while before > noun and tree[before].dep == "punct":
        before -= 1
    for thing in (before, *tree.above(before)):
        above = tree[thing].head
        if noun < above < thing and tree[thing].dep == "dobj" and tree.last(thing) == before:
            wrote = tree.lower[head] == "who" and tree.lower[thing] in words("document", "heads")
            # "cited a book by Ann Holm, who wrote": not the book.
            return before if wrote and tree[before].tag.startswith("NNP") else thing
    counted = _of_number(tree, noun, verb)
    return _member(tree, counted) if tree.lower[head] == "who" else _whole_name(tree, counted)


def _whole_name(tree: Tree, noun: int) -> int:
    """The institute in "the Institute for Weir Studies, which", of which the parser took the studies."""
    joint = tree[noun].head
    whole = tree[joint].head
    named = (
        tree[noun].tag.startswith("NNP") and tree[noun].dep == "pobj" and tree.lower[joint] in ("of", "for")
    )
    if named and tree[whole].text in words("body", "names") and whole == joint - 1:
        return whole
    return noun


def _member(tree: Tree, noun: int) -> int:
    """The analyst in "Ann Holm, an analyst at Ormond, who": whoever works there is meant, not the house."""
    joint = tree[noun].head
    calling = tree[joint].head
    if tree[noun].dep != "pobj" or tree.lower[joint] not in ("at", "for", "of", "with", "from"):
        return noun
    if not tree[noun].tag.startswith("NNP") or tree.lower[calling] not in words("person", "heads"):
        return noun
    name = tree[calling].head
    return name if tree[calling].dep == "appos" and tree[name].tag.startswith("NNP") else calling


def _of_number(tree: Tree, noun: int, verb: int) -> int:
    """The noun of the verb's number: the minutes in "minutes of the meeting, which show"."""
    joint = tree[noun].head
    whole = tree[joint].head
    if tree[noun].dep != "pobj" or tree.lower[joint] != "of" or not tree[whole].tag.startswith("NN"):
        return noun
    fits = {"VBP": ("NNS", "NNPS"), "VBZ": ("NN", "NNP")}.get(tree[verb].tag, ())
    return whole if fits and tree[noun].tag not in fits and tree[whole].tag in fits else noun


def is_share(tree: Tree, head: int) -> bool:
    """Whether the speakers are those whom a poll counts."""
    first, last = tree.edges[head]
    phrase = tree.lower[first : last + 1]
    if "%" in phrase or not words("counted", "words").isdisjoint(phrase):
        return True
    return any(
        tree.lower[place + 1] in ("in", "of") and tree[place].tag == tree[place + 2].tag == "CD"
        for place in range(first, min(last + 1, len(tree) - 2))
    )


def _relative(tree: Tree, text: str, head: int) -> Link:
    """The link for "who" in "an expert who said": the noun before it, where it stands near."""
    noun = antecedent_of(tree, head)
    named = noun is not None and noun < head and tree[noun].tag.startswith("NN")
    own = source_at(tree, text, noun) if noun is not None and named else None
    if own is None or noun is None:
        return Link(tree[head].span, tree[head].text, LinkKind.PERSON)
    near = head - noun <= NEAR_WHO and not any(tree[place].text == "," for place in range(noun, head))
    first = max(tree.first(noun), noun - NEAR_WHO)
    return replace(own, span=tree.span(first, head) if near else tree[head].span)


def source_of(tree: Tree, text: str, first: int, last: int) -> Link:
    """The link for a stretch of words whose last is the noun."""
    span = tree.span(first, last)
    start = first + 1 if tree.lower[first] in ("the", "a", "an") and last > first else first
    return Link(span, tree.span(start, last).of(text), kind_of(tree, last, span.of(text)))
