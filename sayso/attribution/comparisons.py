"""Numbers of somebody else that a statement is held against: "…, compared with analysts' forecasts of 4%"."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.tree import Tree
from sayso.model import Span

AGAINST = frozenset({"with", "to", "against", "versus", "vs", "vs.", "than", "above", "below", "from", "of"})
LEADS = frozenset(
    {"compared", "ahead", "short", "down", "up", "well", "far", "more", "less", "higher", "lower"}
)


def part_comparisons(drafts: Sequence[Draft], tree: Tree, text: str) -> list[Draft]:
    """End each content before what it is compared with, where that is another's number.

    Args:
        drafts: those of one sentence.
        tree: the sentence.
        text: the page's text.

    Returns:
        The drafts in the same order: "expects 3 crowns, against analysts' forecasts of 4 crowns" keeps the 3.
    """
    found = list(drafts)
    for other in drafts:
        start = _compared(other, tree)
        if start is None:
            continue
        for place, draft in enumerate(found):
            if draft.chain[:1] != other.chain[:1] and draft.place is not None and draft.place < start:
                found[place] = _before(draft, tree, text, start)
    return found


def _compared(draft: Draft, tree: Tree) -> int | None:
    """The first word of ", compared with analysts' forecasts of 4 crowns", None for any other draft."""
    noun, head = draft.place, draft.head
    if noun is None or head is None or not draft.chain or not tree[noun].tag.startswith("NN"):
        return None
    joint = tree[noun].head
    if tree[noun].dep != "pobj" or tree.lower[joint] not in AGAINST or tree[head].tag.startswith("PRP"):
        return None
    start = joint
    while start > 1 and (tree.lower[start - 1] in LEADS or tree.lower[start - 1] in AGAINST):
        start -= 1
    return start if tree[start - 1].text == "," and draft.content[0].start >= tree[noun].span.end else None


def _before(draft: Draft, tree: Tree, text: str, start: int) -> Draft:
    """A draft whose last piece ends before a word."""
    *rest, last = draft.content
    edge = tree[start].span.start
    if not last.start < edge < last.end:
        return draft
    kept = trim(text, Span(last.start, edge))
    return draft if kept is None else replace(draft, content=(*rest, kept))
