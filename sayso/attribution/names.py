"""How far the name of a source goes around its noun."""

from sayso.attribution.callings import words
from sayso.attribution.outlets import is_numbered, is_outlet_phrase
from sayso.attribution.tree import Tree

# "figures published by the Labour Board": no longer phrase belongs to a document's name.
LONGEST_MAKER = 9
MAKING = frozenset({"from", "by"})
# Prepositions that have a capital in names of groups and nowhere else.
CAPITAL_JOINTS = frozenset({"Against", "Without", "Before", "Behind", "Beyond", "Under"})


def name_of(tree: Tree, text: str, head: int) -> str:
    """The noun phrase as a reader would name it, without article.

    A name in apposition is the name: "the agency Nordlys Press" is Nordlys Press.
    """
    first, last = name_range(tree, head)
    return " ".join(tree.span(first, last).of(text).split())


def name_range(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word of a name."""
    if not tree[head].tag.startswith("NNP") or _is_post(tree, head):
        named = apposition(tree, head)
        head = head if named is None else named
    first, last = head, head
    for child in reversed(tree.children[head]):
        if child > head:
            continue
        near = first - child <= 3 and tree.first(child) >= first - 5
        aged = tree.lower[head] == "old" and tree[child].dep == "npadvmod"
        parts = ("compound", "amod", "nmod", "poss", "nummod")
        timed = ":" in tree[child].text
        if (tree[child].dep in parts or aged) and near and not timed:
            first = min(first, tree.first(child))
    for child in tree.children[head]:
        if child == last + 1 and tree[child].dep == "prep" and _tells_of(tree, child):
            last = min(_before_clause(tree, child), head + 6)
        if child == last + 3 and tree[child].dep == "conj" and tree[child].text == "General":
            # "The Comptroller and Auditor General" is one.
            last = child
    last = max(last, _last_of_maker(tree, head))
    if last == head and last + 1 < len(tree) and tree[last + 1].tag == "RB" and tree[head].text[0].isupper():
        # "Doctors Abroad": no adverb has a capital in the middle of a sentence.
        last += tree[last + 1].text[0].isupper() and not tree[head + 1].text.isupper()
    while first < head and tree.lower[first] in ("the", "a", "an", "what", "that", "which"):
        first += 1
    return first, last + 1 if last == head and is_numbered(tree, head) else last


def _is_post(tree: Tree, head: int) -> bool:
    """Whether a capital only stands at the head of a post: "Chair of the Board, Ann Holm, said"."""
    of = tree.child(head, "prep")
    return (
        head == 0 and tree.lower[0] in words("person", "heads") and of is not None and tree.lower[of] == "of"
    )


def _last_of_maker(tree: Tree, head: int) -> int:
    """Where the maker of a document ends: "data from the harbour office", "figures released by Holm"."""
    if tree[head].tag not in ("NN", "NNS"):
        return head
    kind, single = tree.lower[head], tree.lower[head].removesuffix("s")
    if words("document", "heads").isdisjoint((kind, single)):
        # "Analysts at Vessby Capital": whom they speak for tells them apart.
        joint = next((c for c in tree.all_children(head, "prep") if c == head + 1), None)
        house = tree.child(joint, "pobj") if joint is not None and tree.lower[joint] == "at" else None
        at_house = house is not None and tree[house].tag.startswith("NNP") and tree[head].tag == "NNS"
        return house if house is not None and at_house and house - head <= LONGEST_MAKER else head
    joint = next(
        (c for c in tree.all_children(head, "prep", "agent") if c == head + 1 and tree.lower[c] in MAKING),
        None,
    )
    if joint is None:
        made = next((c for c in tree.all_children(head, "acl") if c == head + 1), None)
        if made is None or tree.lower[made] not in words("document", "made"):
            return head
        joint = next((c for c in tree.all_children(made, "agent", "prep") if tree.lower[c] == "by"), None)
    maker = tree.child(joint, "pobj") if joint is not None else None
    if maker is None or (joint != head + 1 and is_outlet_phrase(tree, maker)):
        # "Emails published by the Herald": the paper had them, and stands apart.
        return head
    last = maker
    for child in tree.all_children(maker, "prep"):
        if child == last + 1 and tree.lower[child] in ("of", "for"):
            last = _before_clause(tree, child)
    short = last - head <= LONGEST_MAKER and not any(tree[one].text == "," for one in range(head, last + 1))
    return last if short else head


def _tells_of(tree: Tree, joint: int) -> bool:
    """Whether "of", "for" or "in" goes on with a name, and does not tell where it was said."""
    means = tree.child(joint, "pobj")
    said_in = means is not None and tree.lower[means] in words("document", "heads")
    own = joins_name(tree, joint) or tree.lower[joint] in ("of", "for")
    return own or (tree.lower[joint] == "in" and not said_in)


def joins_name(tree: Tree, joint: int) -> bool:
    """Whether a capital makes a preposition part of a body's name: "Neighbours Against Noise"."""
    return joint > 0 and tree[joint].text in CAPITAL_JOINTS and tree[joint + 1].tag.startswith("NNP")


def _before_clause(tree: Tree, joint: int) -> int:
    """The last word of "of the bill" in "of the bill seen by Holm"."""
    noun = tree.child(joint, "pobj")
    clause = tree.child(noun, "acl", "relcl") if noun is not None else None
    if noun is None or clause is None or clause < noun:
        return tree.last(joint)
    last = tree.first(clause) - 1
    return last - 1 if tree[last].text == "," else last


def apposition(tree: Tree, head: int) -> int | None:
    """The name in "the chair of the Vessby council, Ann Holm", which the parser may hang on the council."""
    own = next((c for c in tree.all_children(head, "appos") if tree[c].tag.startswith("NNP")), None)
    if own is not None or tree.lower[head] not in words("person", "heads"):
        return own
    named = (p for p in range(head + 1, tree.last(head) + 1) if tree[p].dep == "appos")
    return next(
        (p for p in named if tree[p].tag.startswith("NNP") and tree[tree.first(p) - 1].text == ","), None
    )
