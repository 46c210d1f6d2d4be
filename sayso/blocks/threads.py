"""Reader comments from lines alone: who wrote which lines, by the lines that head each comment.

Platforms leave one of three shapes in a plain text: a name and a time before each comment ("Ada Marl /
3 May 2020 at 10:12"), a name and a time after it, or a bare name line before each text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.blocks.lines import Line, ends_as_sentence
from sayso.blocks.phrases import (
    declared_number,
    is_badge,
    is_edited,
    is_end,
    is_heading,
    is_noise,
    is_pingback,
    strip_between,
)
from sayso.blocks.stamps import find_stamp
from sayso.model import Comment, Span

_LONGEST_HEAD = 130
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 9
# A first comment stands at most so many lines below the heading: sort buttons and forms come between.
_REACH = 25


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of a page and the lines they take: from ``first`` up to but not including ``last``.

    ``heading`` is the index of the line that opens them, ``declared`` the number it states.
    """

    comments: tuple[Comment, ...]
    heading: int
    first: int
    last: int
    declared: int | None
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before (or after) a comment: lines ``first`` to ``last``, the name, the time."""

    first: int
    last: int
    author: str
    posted: str | None
    shape: tuple[str, ...]


def find_threads(lines: Sequence[Line]) -> Thread | None:
    """Find the comments in the lines of a page.

    Args:
        lines: the inked lines of the page, in order.

    Returns:
        The comments with the lines they take, or None where the page shows none.
    """
    headings = [number for number, line in enumerate(lines) if len(line.text) < 200 and is_heading(line.text)]
    best: Thread | None = None
    for heading in headings[:40]:
        thread = _read_thread(lines, heading)
        if thread and (best is None or len(thread.comments) > len(best.comments)):
            best = thread
    return best


def find_declared(lines: Sequence[Line]) -> int | None:
    """The number of comments that a heading states, where no comment stands in the text."""
    for line in lines:
        if (
            len(line.text) < 200
            and is_heading(line.text)
            and (number := declared_number(line.text)) is not None
        ):
            return number
    return None


def _read_thread(lines: Sequence[Line], heading: int) -> Thread | None:
    """The comments under one heading, by whichever shape fits."""
    stop = len(lines)
    heads = _timed_heads(lines, heading + 1, stop)
    declared = declared_number(lines[heading].text)
    if heads:
        return _build(lines, heading, heads, declared)
    return None


def _timed_heads(lines: Sequence[Line], start: int, stop: int) -> list[_Head]:
    """The heads with a time, of the one shape that the first of them has."""
    heads: list[_Head] = []
    at = start
    while at < stop:
        line = lines[at]
        if heads and is_end(line.text):
            break
        if not heads and at - start > _REACH:
            break
        head = _timed_head(lines, at, start)
        if head and (not heads or head.first > heads[-1].last):
            heads.append(head)
        at += 1
    shapes = Counter(head.shape for head in heads)
    if not shapes:
        return []
    usual = max(shapes, key=lambda shape: (shapes[shape], shape == heads[0].shape))
    return [head for head in heads if head.shape == usual]


def _timed_head(lines: Sequence[Line], at: int, start: int) -> _Head | None:
    """The head whose time stands in line ``at``."""
    text = lines[at].text
    if len(text) > _LONGEST_HEAD or is_edited(text):
        return None
    stamp = find_stamp(text)
    if stamp is None:
        return None
    posted = text[stamp[0] : stamp[1]].strip()
    form = _form(posted)
    before, after = text[: stamp[0]], text[stamp[1] :]
    author = strip_between(f"{before} {after}" if not before.strip() else before)
    if author:
        if not _is_name(author) or (before.strip() and not _is_tail(after)):
            return None
        return _Head(at, at, author, posted, ("inline", *form))
    name = at - 1
    while name >= start and _is_aside(lines[name].text) and at - name < 4:
        name -= 1
    if name < start:
        return None
    author = strip_between(lines[name].text)
    return _Head(name, at, author, posted, ("above", *form)) if _is_name(author) else None


def _form(posted: str) -> tuple[str, ...]:
    """How a time is printed: since when or on which day, month in words, with the time of day."""
    low = posted.lower()
    relative = any(word in low for word in ("ago", "vor ", "il y a", "hace"))
    return ("since" if relative else "day", "clock" if ":" in posted else "")


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_NAME_WORDS
        and any(map(str.isalnum, text))
        and not (ends_as_sentence(text) and len(text.split()) > 4)
    )


def _is_tail(after: str) -> bool:
    """Whether only buttons and joining words follow the time."""
    return not strip_between(after) or is_noise(after) or len(after.split()) <= 3


def _build(
    lines: Sequence[Line], heading: int, heads: Sequence[_Head], declared: int | None
) -> Thread | None:
    """Cut the lines between the heads into comments."""
    last = _find_last(lines, heads)
    comments: list[Comment] = []
    used: set[int] = set()
    edges = [head.first for head in heads[1:]] + [last]
    for head, edge in zip(heads, edges, strict=True):
        used.update(range(head.first, edge))
        body = [n for n in range(head.last + 1, edge) if not _is_dross(lines[n].text)]
        if not body:
            continue
        edited = any(is_edited(lines[n].text) for n in range(head.last + 1, edge))
        span = Span(lines[body[0]].span.start, lines[body[-1]].span.end)
        text = "\n".join(lines[n].text for n in body)
        comments.append(Comment(span, head.author, text, head.posted, edited))
    if not comments:
        return None
    return Thread(tuple(comments), heading, heads[0].first, last, declared, frozenset(used))


def _is_aside(text: str) -> bool:
    return is_noise(text) or is_badge(text)


def _is_dross(text: str) -> bool:
    return is_noise(text) or is_edited(text) or is_pingback(text)


def _find_last(lines: Sequence[Line], heads: Sequence[_Head]) -> int:
    """The line behind the last comment: where the form or the page's foot begins."""
    at = heads[-1].last + 1
    trailed = [
        any(
            is_noise(lines[n].text) and not lines[n].text.isdigit() for n in range(left.last + 2, right.first)
        )
        for left, right in pairwise(heads)
    ]
    trailing = not trailed or sum(trailed) * 2 > len(trailed)
    inked = False
    while at < len(lines):
        text = lines[at].text
        if is_end(text) or (inked and is_heading(text)):
            return at
        if inked and trailing and is_noise(text) and not text.isdigit():
            return at
        inked = inked or not is_noise(text)
        at += 1
    return at
