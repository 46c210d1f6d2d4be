"""Lists of comments that no element is named after: what repeats below a heading or with a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.blocks.lines import is_prose
from sayso.blocks.phrases import declared_number, is_edited, is_end, is_heading, is_reply
from sayso.blocks.stamps import find_stamp
from sayso.blocks.tree import Node, Run, Tree
from sayso.model import Comment

_LONGEST_STAMP = 160
_LONGEST_HEADING = 80
_MOST_HEADINGS = 8
_OUTER = frozenset({"html", "head", "body"})
# Lists of other articles print dates too; their words are links.
_MOST_LINKED = 0.5
_FEWEST = 2
# So many paragraphs of the report stand above its comments.
_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Region:
    """The runs that may be a list of comments, and the number that its heading states."""

    runs: tuple[int, ...]
    declared: int | None
    headed: bool


def find_regions(tree: Tree) -> Iterator[Region]:
    """Where comments may stand on a page whose elements do not say so.

    Args:
        tree: the page's tree.

    Yields:
        For each heading such as "Comments (4)" the runs below it, in the smallest element around it in
        which a time is printed below; then, without a heading, the smallest element that holds all buttons to
        answer, where there are two or more.
    """
    behind = list(enumerate(tree.runs))[_find_start(tree.runs) :]
    short = [(n, run.text) for n, run in behind if len(run.text) <= _LONGEST_HEADING]
    headings = [n for n, text in short if _opens(text)]
    buttons = [n for n, text in short if is_reply(text)]
    if not headings and len(buttons) < _FEWEST:
        return
    stamped = [n for n, run in behind if _is_stamped(run)]
    for number in headings[-_MOST_HEADINGS:]:
        below = [n for n in stamped if n > number]
        if below and (region := _region_below(tree, number, below[0])):
            yield Region(region, declared_number(tree.runs[number].text), headed=True)
    if len(buttons) >= _FEWEST:
        around = _common_node(tree.runs[buttons[0]], tree.runs[buttons[-1]])
        if around is not None:
            first = _child_of(around, tree.runs[buttons[0]])
            runs = _runs_in(tree, around, 0)
            yield Region(tuple(n for n in runs if tree.runs[n].span.start >= first), None, headed=False)


def is_believed(region: Region, comments: Sequence[Comment], linked: Sequence[float], buttons: int) -> bool:
    """Whether what was found in a region is a list of comments.

    Args:
        region: the region.
        comments: what was found there.
        linked: for each comment the share of its words that are links.
        buttons: how many buttons to answer stand in the region.

    Returns:
        True where the heading states as many, or most have a button to answer; else where a heading
        says what they are, most are sentences and print a time of day, and no smaller number is stated.
    """
    count = len(comments)
    if not count or sum(share > _MOST_LINKED for share in linked) * 2 > count:
        return False
    if region.declared == count or (buttons * 2 >= count >= _FEWEST):
        return True
    prose = sum(is_prose(comment.text) for comment in comments)
    timed = sum(":" in (comment.posted or "") or "ago" in (comment.posted or "") for comment in comments)
    fits = region.declared is None or count < region.declared
    return region.headed and fits and count >= _FEWEST and prose * 2 > count and timed * 2 > count


def _find_start(runs: Sequence[Run]) -> int:
    """The run behind the second paragraph of the report."""
    seen = 0
    for number, run in enumerate(runs):
        seen += not run.linked and is_prose(run.text)
        if seen == _ABOVE:
            return number + 1
    return len(runs)


def _opens(text: str) -> bool:
    return is_heading(text) and not is_end(text) and declared_number(text) != 0


def _is_stamped(run: Run) -> bool:
    return len(run.text) <= _LONGEST_STAMP and not is_edited(run.text) and find_stamp(run.text) is not None


def _region_below(tree: Tree, heading: int, first: int) -> tuple[int, ...]:
    """The runs below a heading in the smallest element around it that holds the first time below it."""
    stamp = tree.runs[first].span
    around = next((node for node in tree.runs[heading].node.up() if node.span.holds(stamp)), None)
    if around is None:
        return ()
    return _runs_in(tree, around, heading + 1)


def _runs_in(tree: Tree, node: Node, start: int) -> tuple[int, ...]:
    return tuple(n for n in range(start, len(tree.runs)) if node.span.holds(tree.runs[n].span))


def _child_of(around: Node, run: Run) -> int:
    """Where the element right below ``around`` begins that a run stands in."""
    inside = [node for node in run.node.up() if node.parent is around]
    return inside[0].span.start if inside else run.span.start


def _common_node(left: Run, right: Run) -> Node | None:
    """The smallest element around both runs."""
    node = next((one for one in left.node.up() if one.span.holds(right.span)), None)
    return None if node is None or node.tag in _OUTER else node
