"""How far a content goes on beyond the phrase that the parser gives it."""

from sayso.attribution.lexicon import forms, says
from sayso.attribution.tree import Tree

SAID_AS_WELL = frozenset({"advcl", "conj", "dobj", "dep", "acomp", "attr", "oprd", "ccomp", "xcomp"})
# A complement in less than a clause goes on only with what completes it.
COMPLETES = frozenset({"prep", "oprd", "xcomp", "acomp", "dobj", "appos", "advmod", "npadvmod", "advcl"})
# These tell when and why it was said, not what.
CIRCUMSTANCE = frozenset(
    "according after during since before while when as because if on amid despite".split()  # noqa: SIM905
)


def reach(tree: Tree, verb: int, last: int) -> int:
    """How far a clause goes on: what the parser hung on the cue but is said as well.

    Args:
        tree: the sentence.
        verb: the cue.
        last: the last word of its clause.

    Returns:
        The last word of all that is said.
    """
    for child in tree.children[verb]:
        label = tree[child].dep
        if child <= last or label in ("punct", "cc"):
            continue
        if tree.lower[child] in forms() and label in ("advcl", "parataxis", "ccomp", "dep"):
            break
        if label == "conj" and tree.lower[child] in forms() and tree.child(child, "ccomp") is not None:
            break
        if label == "conj" and tree.child(child, "nsubj", "nsubjpass") is None:
            break
        if label not in SAID_AS_WELL or tree.lower[child] == "according":
            break
        last = max(last, tree.last(child))
    return _over_colon(tree, last)


def before_other_speaker(tree: Tree, head: int, last: int) -> int:
    """Where a content ends in "Holm says it cost 5,000; Venn says it cost 4,200": before the other.

    Args:
        tree: the sentence.
        head: the verb of the content.
        last: where the content would end without another speaker.

    Returns:
        The last word that the first speaker said.
    """
    for place in range(head + 1, last + 1):
        joined = tree[place].dep in ("conj", "parataxis") and tree[place].head == head
        if not joined or forms().get(tree.lower[place]) not in says():
            continue
        speaker = tree.child(place, "nsubj")
        if speaker is None or speaker > place or tree.child(place, "ccomp") is None:
            continue
        end = tree.first(speaker) - 1
        while end > head and tree[end].dep in ("punct", "cc", "mark", "advmod"):
            end -= 1
        return end
    return last


def rest(tree: Tree, verb: int, last: int) -> int:
    """How far an object goes on: "the real number [at 5,000]", "Holm [as mayor]"."""
    for child in tree.children[verb]:
        if child <= last or tree[child].dep == "punct":
            continue
        word, label = tree.lower[child], tree[child].dep
        if label not in COMPLETES or word in CIRCUMSTANCE or word in forms():
            break
        if word == "by" and tree.child(child, "pcomp") is not None:
            break
        if label == "advcl" and any(tree.lower[one] in CIRCUMSTANCE for one in tree.children[child]):
            break
        last = max(last, tree.last(child))
    return _over_colon(tree, last)


def _over_colon(tree: Tree, last: int) -> int:
    """What follows a colon belongs to what announces it: "noted that more pay: 70 percent do"."""
    colon = last + 1
    if colon + 1 >= len(tree) or tree[colon].text != ":":
        return last
    if any(tree[place].text in '“”"' for place in range(colon, len(tree))):
        return last
    end = len(tree) - 1
    while end > last and tree[end].dep == "punct":
        end -= 1
    return end
