"""Live blogs: entries under times of day, and in which order they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.blocks.lines import is_prose
from sayso.model import Notice
from sayso.vocabulary import BlockKind

Kind = tuple[BlockKind, str]

_FEWEST = 4
_LONGEST = 24
_CLOCK = re.compile(r"(?i)(\d{1,2})[:.h](\d\d)(?::\d\d)? ?(?:([ap])\.?m\.?)?(?: ?(?:[A-Z]{2,4}|Uhr))?")
_REPORT = frozenset({BlockKind.BODY, BlockKind.LIST, BlockKind.QUOTE, BlockKind.BYLINE})
_HALF_DAY = 12 * 60


def mark_entries(texts: Sequence[str], kinds: list[Kind]) -> tuple[Notice, ...]:
    """Mark the times of day that head the entries of a live blog.

    Args:
        texts: the lines of the page.
        kinds: their kinds; those of the times are changed in place.

    Returns:
        A notice with the order of the entries, where four or more times run one way with prose between
        them; else none, and nothing is changed.
    """
    clocks: list[tuple[int, int]] = []
    spoken = True
    for number, (text, (kind, _)) in enumerate(zip(texts, kinds, strict=True)):
        if kind not in _REPORT:
            continue
        minutes = _read_clock(text) if len(text) <= _LONGEST else None
        if minutes is None:
            spoken = spoken or is_prose(text)
        elif spoken:
            clocks.append((number, minutes))
            spoken = False
    steps = [right - left for (_, left), (_, right) in pairwise(clocks)]
    falling, rising = all(step <= 0 for step in steps), all(step >= 0 for step in steps)
    if len(clocks) < _FEWEST or falling == rising:
        return ()
    for number, _ in clocks:
        kinds[number] = (BlockKind.BYLINE, "time of an entry")
    order = "latest" if falling else "earliest"
    return (Notice("order", f"a live blog: {len(clocks)} entries with a time of day, the {order} first"),)


def _read_clock(text: str) -> int | None:
    """The minutes since midnight of a line that is a time of day, None for any other."""
    found = _CLOCK.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    minutes = int(found[1]) * 60 + int(found[2])
    if found[3]:
        return minutes % _HALF_DAY + (_HALF_DAY if found[3] in "pP" else 0)
    return minutes
