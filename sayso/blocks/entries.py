"""Live blogs: entries under their times, and in which order they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.blocks.lines import ends_as_sentence, is_prose
from sayso.blocks.stamps import find_stamp
from sayso.blocks.tree import Run
from sayso.model import Notice, Span
from sayso.vocabulary import BlockKind
from sayso.words import load_words

Kind = tuple[BlockKind, str]

_FEWEST = 4
_LONGEST = 70
# Of the steps from one time to the next so many run one way; a summary may be pinned on top.
_ORDERED = 0.8
_ABOVE = 3
_LONGEST_TITLE = 100
_DAY, _HALF_DAY = 24 * 60, 12 * 60
_REPORT = frozenset({BlockKind.BODY, BlockKind.LIST, BlockKind.QUOTE, BlockKind.BYLINE})
_TIMED = _REPORT | {BlockKind.CAPTION, BlockKind.TABLE, BlockKind.STANDFIRST}
_ZONE = r"(?: ?(?:[A-Z]{2,4}\b|Uhr\b|hrs\b))?"
_HALF = r"([aApP])\.?[mM]\.?(?![\w.])"
_HOUR = rf"(?:(\d{{1,2}})[:.h](\d\d)(?::\d\d)?(?: ?{_HALF})?|(\d{{1,2}}) ?{_HALF})"
_CLOCK = re.compile(rf"(?<![\d:.,$£€]){_HOUR}(?!\d|%|:\d)(?:{_ZONE})")
_AGO = re.compile(r"(?i)\b(\d{1,3}|an?) ?(m|mins?|minutes?|h|hrs?|hours?|d|days?) ago\b|\bjust now\b")
_UNITS = {"m": 1, "h": 60, "d": _DAY}
# A paragraph that opens with a time and goes on with a sentence or a title.
_OPENING = re.compile(
    rf"^(?:[•*–—-] ?)?(?:At )?{_HOUR}(?!\d|%|:\d)(?:{_ZONE}) ?[:–—|,.·-]{{0,2}} ?(?=[A-Z“\"‘'])"
)
_BY = re.compile(r"(?i)\bby .*")
_WORD = re.compile(r"[^\W\d_]{2,}")
# What stands beside the time in a line of its own.
_BESIDE = frozenset(load_words("stamps")["entry"]["words"])


@dataclass(frozen=True, slots=True)
class Entries:
    """By number of line: the time of the entry it belongs to; and what the reader must know of the order."""

    posted: Mapping[int, Span] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The time of an entry: its line, where it stands in the page, minutes on a clock of its own kind."""

    line: int
    span: Span
    minutes: int
    opens: bool  # it opens a paragraph of the entry, and is no line of its own


def mark_entries(
    texts: Sequence[str], starts: Sequence[int], kinds: list[Kind], runs: Sequence[Run] = ()
) -> Entries:
    """Find the entries of a live blog and mark the times that head them.

    Args:
        texts: the lines of the page.
        starts: where each begins in the page's text.
        kinds: their kinds; those of the times are changed in place.
        runs: the runs of an HTML page, which tell by their elements what belongs to an entry.

    Returns:
        The entries, where four or more times run one way with prose between them; else none, and nothing
        is changed.
    """
    stamps = _find_stamps(texts, starts, kinds)
    steps = [_step(left, right) for left, right in pairwise(stamps)]
    falling, rising = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    moving = falling + rising
    if len(stamps) < _FEWEST or not moving or max(falling, rising) < _ORDERED * moving:
        return Entries()
    for stamp in stamps:
        if not stamp.opens:
            kinds[stamp.line] = (BlockKind.BYLINE, "time of an entry")
    order = "latest" if falling > rising else "earliest"
    what = f"a live blog: {len(stamps)} entries with a time of day, the {order} first"
    return Entries(_spread(texts, kinds, stamps, runs), (Notice("order", what),))


def _find_stamps(texts: Sequence[str], starts: Sequence[int], kinds: Sequence[Kind]) -> list[_Stamp]:
    """The times of one sort that have prose between them: lines of their own, or openings of paragraphs."""
    alone: list[_Stamp] = []
    opening: list[_Stamp] = []
    spoken = True
    for number, (text, (kind, _)) in enumerate(zip(texts, kinds, strict=True)):
        if kind not in _REPORT:
            continue
        if found := _OPENING.match(text):
            inked = len(found.group().rstrip(" :–—|,·-"))
            opening.append(_Stamp(number, _shift((0, inked), starts[number]), _minutes(found), opens=True))
        stamp = _read_line(text) if len(text) <= _LONGEST else None
        if stamp is None:
            spoken = spoken or is_prose(text)
        elif spoken:
            (start, end), minutes = stamp
            alone.append(_Stamp(number, _shift((start, end), starts[number]), minutes, opens=False))
            spoken = False
    if len(opening) > len(alone):
        return opening
    return _find_first(texts, starts, kinds) + alone


def _find_first(texts: Sequence[str], starts: Sequence[int], kinds: Sequence[Kind]) -> list[_Stamp]:
    """The time right above the first paragraph, which in a plain text is not yet part of the report."""
    first = next((n for n, (kind, _) in enumerate(kinds) if kind in _REPORT and is_prose(texts[n])), 0)
    for number in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        if kinds[number][0] in _REPORT:
            return []
        if len(texts[number]) <= _LONGEST and (found := _read_line(texts[number])):
            return [_Stamp(number, _shift(found[0], starts[number]), found[1], opens=False)]
    return []


def _read_line(text: str) -> tuple[tuple[int, int], int] | None:
    """Where the time stands in a line that says little else, and its minutes."""
    clock, ago = _CLOCK.search(text), _AGO.search(text)
    if not clock and not ago:
        return None
    minutes = _minutes(clock) if clock else _minutes_since(ago) if ago else 0
    spans = [found.span() for found in (clock, ago) if found]
    spans += [stamp] if (stamp := find_stamp(text)) else []
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    beside = _BY.sub(" ", "".join(rest))
    others = any(word.lower() not in _BESIDE for word in _WORD.findall(beside))
    if minutes < -_DAY * 400 or others or any(map(str.isdigit, beside)):
        return None
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    return (start, len(text[:end].rstrip())), minutes


def _minutes(found: re.Match[str]) -> int:
    """The minutes since midnight of a clock; beyond any day where there is no such hour."""
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()
    if hour > (12 if half else 23) or minute > 59:
        return -_DAY * 1000
    return (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + minute


def _minutes_since(found: re.Match[str]) -> int:
    """The minutes of "20 minutes ago", counted back."""
    if not found[1]:
        return 0
    count = int(found[1]) if found[1].isdigit() else 1
    return -count * _UNITS[found[2][0].lower()]


def _step(left: _Stamp, right: _Stamp) -> int:
    """How far one time is from the next; more than half a day is the other way round midnight."""
    step = right.minutes - left.minutes
    if left.minutes >= 0 <= right.minutes and abs(step) > _HALF_DAY:
        return step - _DAY if step > 0 else step + _DAY
    return step


def _spread(
    texts: Sequence[str], kinds: Sequence[Kind], stamps: Sequence[_Stamp], runs: Sequence[Run]
) -> dict[int, Span]:
    """Give each line of the report the time of its entry.

    An entry is the largest element around its time that has no other time in it; where that holds no
    prose, and in a plain text, it is what follows up to the next time, or to the title above that.
    """
    posted: dict[int, Span] = {}
    places = [stamp.span.start for stamp in stamps]
    titled = [stamp for stamp in stamps if not stamp.opens and _is_entry_title(texts, kinds, stamp.line - 1)]
    above = 1 if len(titled) >= _ORDERED * len(stamps) else 0
    ends = [*(stamp.line - above for stamp in stamps[1:]), len(texts)]
    for stamp, end in zip(stamps, ends, strict=True):
        lines = _lines_of(runs, stamp, places) if runs else range(0)
        if not any(is_prose(texts[line]) for line in lines):
            lines = range(max(0, stamp.line - above), end)
        for line in lines:
            if kinds[line][0] in _TIMED:
                posted[line] = stamp.span
    return posted


def _is_entry_title(texts: Sequence[str], kinds: Sequence[Kind], line: int) -> bool:
    """Whether the line above a time may be the title of its entry."""
    if line < 0 or kinds[line][0] is BlockKind.BYLINE:
        return False
    return len(texts[line]) <= _LONGEST_TITLE and not ends_as_sentence(texts[line])


def _lines_of(runs: Sequence[Run], stamp: _Stamp, places: Sequence[int]) -> range:
    """The numbers of the runs in the largest element around a time that has no other time in it."""
    largest = runs[stamp.line].span
    for node in runs[stamp.line].node.up():
        if bisect_left(places, node.span.end) - bisect_left(places, node.span.start) > 1:
            break
        largest = node.span
    first = last = stamp.line
    while first > 0 and runs[first - 1].span.start >= largest.start:
        first -= 1
    while last + 1 < len(runs) and runs[last + 1].span.end <= largest.end:
        last += 1
    return range(first, last + 1)


def _shift(span: tuple[int, int], start: int) -> Span:
    return Span(start + span[0], start + span[1])
