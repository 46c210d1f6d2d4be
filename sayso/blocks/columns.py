"""Tables of a plain text: lines that tabs, bars or wide gaps cut into columns, and line scores.

A page saved as text keeps its tables in one of these forms. A line is taken for a row only among others
that are cut alike and have numbers, since menus and bylines are cut so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.blocks.lines import Line
from sayso.blocks.stacked import Stack, find_stacks
from sayso.blocks.tables import Drawn, Row, is_head_row, with_heads
from sayso.model import Span

BECAUSE = "row of a table in the text"
# A wide gap parts two cells, a narrow one two words.
_GAP = re.compile(r" {2,}|\u3000+")
# The line below the heads in a table of bars: "|---|:--:|".
_RULE = re.compile(r"[\s|:+=–—_-]+")
_NUMBER = re.compile(r"[($€£+−–-]{0,3}\d[\d.,]{0,20}%?\)?[*†‡]?")
# "Fenland 7 3 0 10 — 20": a name, the points of each period, a dash, their sum.
_SCORE = re.compile(r"([^\W\d_][^\t|\d]{0,40}?)((?: +(?:\d{1,3}|[xX])){2,14}) *(?:—|–|--| - ) *(\d{1,3})")
_PERIOD = re.compile(r"\S+")
_FEWEST = {"\t": 3, "|": 3, " ": 3, "score": 2}
_LONGEST = 600


class _Cut(NamedTuple):
    """A line cut into cells, and in which of the ways; a rule between rows has none."""

    way: str
    cells: Drawn


def find_text_rows(text: str, lines: Sequence[Line]) -> dict[int, Stack]:
    """The rows of tables among the lines of a text.

    Args:
        text: the page's text.
        lines: its lines with ink.

    Returns:
        Each row with cells and columns, by the place of its first line and with that of its last; the heads
        of its columns where the first row of its table is one of heads. A rule below the heads is a row
        without cells.
    """
    found: dict[int, Row] = {}
    run: list[tuple[int, _Cut]] = []
    tables = 0
    for number, line in enumerate(lines):
        cut = _cut(text, line)
        if run and (cut is None or cut.way != run[0][1].way or line.gap > 1):
            tables += _enter(run, tables, found)
            run = []
        if cut is not None:
            run.append((number, cut))
    tables += _enter(run, tables, found)
    rows = {number: Stack(number, row) for number, row in found.items()}
    # A line that is cut into cells of its own is no cell.
    stacks = find_stacks(lines, tables)
    taken = {number for start, stack in stacks.items() for number in range(start, stack.last + 1)}
    return {**stacks, **rows} if found.keys().isdisjoint(taken) else rows


def _enter(run: list[tuple[int, _Cut]], table: int, found: dict[int, Row]) -> bool:
    """Enter a run of lines cut alike, if it is a table."""
    kept = [(number, cut.cells) for number, cut in run if cut.cells]
    if not kept or len(kept) < _FEWEST[run[0][1].way]:
        return False
    drawn = [cells for _, cells in kept]
    widest = max(len(cells) for cells in drawn)
    if run[0][1].way == " " and any(len(cells) != widest for cells in drawn):
        # Without signs between the cells nothing tells which one is empty.
        return False
    with_numbers = sum(any(_NUMBER.fullmatch(words) for _, _, words in cells) for cells in drawn)
    if with_numbers * 2 < len(drawn) or with_numbers < _FEWEST["score"]:
        return False
    for number, _ in run:
        found[number] = Row(table=table)
    ruled = len(run) > 1 and not run[1][1].cells
    place = 0 if ruled or is_head_row(drawn) else None
    for (number, _), row in zip(kept, with_heads(drawn, place, table), strict=True):
        found[number] = row
    return True


def _cut(text: str, line: Line) -> _Cut | None:
    """A line's cells with their columns, None where nothing cuts it."""
    if len(line.text) > _LONGEST:
        return None
    if "|" in line.text:
        start = line.span.start + line.text.startswith("|")
        rule = _RULE.fullmatch(line.text) is not None
        return _Cut("|", [] if rule else list(_between(text, start, line.span.end, re.compile(r"\|"))))
    start = text.rfind("\n", 0, line.span.start) + 1
    if "\t" in line.text:
        return _Cut("\t", list(_between(text, start, line.span.end, re.compile(r"\t"))))
    score = _SCORE.fullmatch(line.text)
    if score:
        return _Cut("score", list(_of_score(line, score)))
    if _GAP.search(line.text):
        return _Cut(" ", list(_between(text, line.span.start, line.span.end, _GAP)))
    return None


def _between(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, Span, str]]:
    """The cells with ink between the signs that part them, each with the number of its column."""
    edges = [(found.start(), found.end()) for found in sign.finditer(text, start, end)]
    left = start
    for column, (edge, behind) in enumerate([*edges, (end, end)]):
        raw = text[left:edge]
        # Bold type in a text: "**41**".
        if words := raw.strip().strip("*_").strip() or raw.strip():
            at = left + raw.index(words)
            yield column, Span(at, at + len(words)), words
        left = behind


def _of_score(line: Line, score: re.Match[str]) -> Iterator[tuple[int, Span, str]]:
    """Name, periods and sum of a line score."""
    places = [
        score.span(1),
        *(one.span() for one in _PERIOD.finditer(line.text, *score.span(2))),
        score.span(3),
    ]
    for column, (first, last) in enumerate(places):
        yield column, Span(line.span.start + first, line.span.start + last), line.text[first:last]
