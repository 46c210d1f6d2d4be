"""Sources that stand in a phrase of their own: "according to X", "as reported by X", "in a poll, …"."""

from sayso.attribution.cueverb import Range
from sayso.attribution.lexicon import forms
from sayso.attribution.tree import SUBJECTS, Tree

CLAUSES = frozenset({"ccomp", "conj", "parataxis"})
OPENS, CLOSES = "([", ")]"


def said_beside(tree: Tree, first: int, last: int, head: int) -> list[Range]:
    """What a phrase of source vouches for.

    Args:
        tree: the sentence.
        first: the phrase's first word.
        last: its last word.
        head: the word that the phrase hangs on.

    Returns:
        Ranges of words: all that follows a phrase at the start of the sentence, the clause before one
        at its end, the clause around one in its middle; never out of a parenthesis.
    """
    low, high = _brackets(tree, first)
    behind = _behind_cue(tree, first, last)
    if behind:
        return behind
    if not _has_words(tree, low, first - 1):
        return [(last + 1, high)] if last < high else []
    final = not _has_words(tree, last + 1, high)
    top = _clause(tree, head, final=final)
    start, end = tree.edges[top]
    start, end = max(start, low), min(end, high)
    if final or _trails(tree, last, head):
        return [(start, first - 1)] if start < first else []
    return [one for one in ((start, min(end, first - 1)), (max(start, last + 1), end)) if one[0] <= one[1]]


def _behind_cue(tree: Tree, first: int, last: int) -> list[Range]:
    """What follows in "the Herald reported, according to Holm, that …"."""
    before = first - 1
    while before > 0 and tree[before].dep == "punct":
        before -= 1
    if forms().get(tree.lower[before]) is None or not tree.is_verb(before) or last + 2 >= len(tree):
        return []
    return [(last + 1, len(tree) - 1)] if tree.child(before, "nsubj") is not None else []


def _trails(tree: Tree, last: int, head: int) -> bool:
    """Whether only a participle follows: "…, according to Holm, adding to a row of losses"."""
    after = [one for one in tree.children[head] if one > last + 1 and tree[one].dep != "punct"]
    return bool(after) and all(tree[one].dep == "advcl" and tree[one].tag == "VBG" for one in after)


def _brackets(tree: Tree, place: int) -> Range:
    """The words of the innermost brackets around a word, or of the sentence."""
    depth = 0
    low = 0
    for before in range(place - 1, -1, -1):
        if tree[before].text in CLOSES:
            depth += 1
        elif tree[before].text in OPENS:
            if depth == 0:
                low = before + 1
                break
            depth -= 1
    if low == 0:
        return 0, len(tree) - 1
    high = next((after for after in range(place, len(tree)) if tree[after].text in CLOSES), len(tree))
    return low, high - 1


def _has_words(tree: Tree, first: int, last: int) -> bool:
    return any(
        tree[place].dep not in ("punct", "cc", "mark") and tree[place].tag not in ("RB", "CC", "UH")
        for place in range(first, last + 1)
    )


def _clause(tree: Tree, place: int, *, final: bool) -> int:
    here = place
    for one in (place, *tree.above(place)):
        here = one
        label = tree[one].dep
        if label == "relcl" and not final:
            return one
        if label in CLAUSES and final:
            continue
        if label in CLAUSES and tree.child(one, *SUBJECTS) is not None:
            return one
    return here
