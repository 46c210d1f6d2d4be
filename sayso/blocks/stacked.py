"""Tables of a plain text whose cells have become lines: a name, its numbers, the next name, its numbers.

Saved so, a row is told only by the rhythm of the lines: as many numbers behind every name. Nothing shows
that a cell was empty, so that a run ends where the rhythm does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.blocks.lines import Line, ends_as_sentence
from sayso.blocks.tables import Row

_NUMBER = re.compile(r"[($€£+−–-]{0,3}\d[\d.,]{0,20}%?\)?[*†‡]?|[-–—−]|n/?a", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST_NAME = 40
_FEWEST_ROWS = 3
_WIDEST = 12


class Stack(NamedTuple):
    """A row of a table that takes several lines, ``last`` being the place of the last of them."""

    last: int
    row: Row


def find_stacks(lines: Sequence[Line], first_table: int) -> dict[int, Stack]:
    """The rows of tables whose cells have become lines, by the place of the first line of each.

    Args:
        lines: the lines of the text with ink.
        first_table: the number of the first table that is found here.

    Returns:
        The rows with their cells; where the lines above the first are heads, they are a row too.
    """
    found: dict[int, Stack] = {}
    table = first_table
    at = 0
    while at < len(lines):
        width = _width(lines, at)
        rows = 0
        while width and _width(lines, at + rows * width) == width:
            rows += 1
        if rows >= _FEWEST_ROWS:
            found.update(_enter(lines, at, rows, width, table))
            table += 1
        at += max(1, rows * width)
    return found


def _width(lines: Sequence[Line], at: int) -> int:
    """How many lines a row takes that begins at a line: a name and the numbers behind it; 0 for none."""
    if at >= len(lines) or not _is_name(lines[at]):
        return 0
    last = at + 1
    while last < len(lines) and lines[last].gap == 0 and _NUMBER.fullmatch(lines[last].text):
        last += 1
        if last - at > _WIDEST:
            return 0
    return last - at if last > at + 1 else 0


def _is_name(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST_NAME and any(map(str.isalpha, text)) and not ends_as_sentence(text)


def _enter(
    lines: Sequence[Line], first: int, rows: int, width: int, table: int
) -> Iterator[tuple[int, Stack]]:
    """The rows of one table, and that of its heads."""
    if rows > _FEWEST_ROWS and _is_of_years(lines, first, width):
        first, rows = first + width, rows - 1
    heads = _count_heads(lines, first, width)
    skipped = width - heads
    above = [lines[number].span for number in range(first - heads, first)]
    if heads:
        yield first - heads, Stack(first - 1, Row((), tuple(above), tuple(range(skipped, width)), table))
    named = (*[None] * skipped, *above) if heads else ()
    for start in range(first, first + rows * width, width):
        cells = tuple(line.span for line in lines[start : start + width])
        yield start, Stack(start + width - 1, Row(named, cells, tuple(range(width)), table))


def _is_of_years(lines: Sequence[Line], first: int, width: int) -> bool:
    """Whether the first row has years where the second has other numbers: it is one of heads."""
    own = [line.text for line in lines[first + 1 : first + width]]
    below = [line.text for line in lines[first + width + 1 : first + 2 * width]]
    return all(map(_YEAR.fullmatch, own)) and not any(map(_YEAR.fullmatch, below))


def _count_heads(lines: Sequence[Line], first: int, width: int) -> int:
    """How many lines above the first row are heads: as many as there are columns, or one fewer, or none."""
    above = first
    while (
        above
        and first - above <= width
        and (_is_name(lines[above - 1]) or _YEAR.fullmatch(lines[above - 1].text))
    ):
        above -= 1
    count = first - above
    return count if count == width or 1 < count == width - 1 else 0
