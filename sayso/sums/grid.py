"""A table as rows and columns of numbers: what the sums of a table are done on.

A row is told by its label ("Total", "of which", "Average"), a column by its head. A cell is a number where
it holds one figure and nothing else that could change its value.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cache

from sayso.model import Block, Figure, Interval, Reading, Span
from sayso.sums import interval as iv
from sayso.vocabulary import BlockKind, Hedge, Role
from sayso.words import load_words

_HALF = Fraction(1, 2)
_HUNDRED = 100
# Words in a table's rows or heads; a sign of its own is a word too ("%", "#", "+/-").
_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*|\+/[-−–]|[%#±∆]")
_MARKS = " :*†‡.,"
_INDENT = re.compile(r"^[-–—•·>»]\s*(?=\w)")
# What may stand in a cell beside its number: a footnote's mark.
_BESIDE = re.compile(r"[\s*†‡§¶¹²³()+]*(?:\[\w{1,3}\]|\([a-z]\))?[\s*†‡]*")
_PHRASES = ("total_phrases", "loose_totals", "inside", "majorities", "absent")
_DASH = re.compile(r" *(?:—|–|--| - ) *")
# A whole number from which so many others are rounded off to their hundreds.
_FEWEST_ROUNDED = 3


class RowKind(StrEnum):
    """What a row's label says that its numbers are."""

    DATA = "data"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    LOOSE = "loose total"
    INSIDE = "of which"
    AVERAGE = "average"
    MAJORITY = "majority"
    BREAK = "heading"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: where it stands, its words, and its figure where it is a number.

    ``interval`` is what the number may be as its column rounds; ``blank`` tells that the cell is empty or
    has a dash, which may stand for nought.
    """

    span: Span
    words: str
    number: int | None = None
    value: Fraction | None = None
    interval: Interval | None = None
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label in lower case, what it is, its cells by their columns, the label's place."""

    label: str
    kind: RowKind
    cells: dict[int, Entry]
    place: Span


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: its head in lower case, the sort of its numbers, and whether they add up.

    ``counted`` tells that it counts one by one, so that its whole numbers are exact.
    """

    head: str
    words: frozenset[str]
    sort: str
    adds: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``picked`` tells that its rows are only some of all; ``listed`` that it is a list."""

    rows: tuple[Row, ...]
    columns: dict[int, Column]
    picked: bool = False
    listed: bool = False
    order: tuple[int, ...] = field(default=())


def find_grids(reading: Reading) -> Iterator[Grid]:
    """The tables of a reading that have a column of numbers."""
    tables: dict[int, list[int]] = {}
    for number, block in enumerate(reading.blocks):
        if block.kind is BlockKind.TABLE and block.table is not None and block.cells:
            tables.setdefault(block.table, []).append(number)
    starts = [figure.span.start for figure in reading.figures] if tables else []
    for numbers in tables.values():
        blocks = [reading.blocks[number] for number in numbers]
        top = next((place for place, block in enumerate(blocks) if block.heads), 0)
        heads = _heads(reading.page.text, blocks[:top], blocks[top:]) or _score_heads(reading, blocks)
        rows = list(_with_breaks(reading, numbers[top:], starts, heads))
        before = reading.blocks[numbers[0] - 1].span.of(reading.page.text) if numbers[0] else ""
        if grid := make_grid(reading, rows, heads, before):
            yield grid


def _with_breaks(
    reading: Reading, numbers: Sequence[int], starts: Sequence[int], heads: dict[int, str]
) -> Iterator[Row]:
    """The rows of a table; what stands between two of them on a line of its own is a heading."""
    for place, number in enumerate(numbers):
        block = reading.blocks[number]
        if place and number != numbers[place - 1] + 1:
            yield Row("", RowKind.BREAK, {}, block.span)
        yield _draw(reading, block, starts, heads)


def make_grid(reading: Reading, rows: Sequence[Row], heads: dict[int, str], before: str) -> Grid | None:
    """A grid of rows, if a column of it is one of numbers.

    Args:
        reading: the reading so far.
        rows: the rows as drawn.
        heads: the head of each column in lower case.
        before: what stands above the table.
    """
    entries: dict[int, list[Entry]] = {}
    for row in rows:
        for column, entry in row.cells.items():
            if entry.number is not None:
                entries.setdefault(column, []).append(entry)
    columns = {
        column: _column(reading, heads.get(column, ""), found) for column, found in sorted(entries.items())
    }
    if not columns:
        return None
    caption = before.lower() if len(before) < _LONGEST_CAPTION else ""
    picked = not table_words("picked").isdisjoint(_WORD.findall(caption))
    return Grid(
        tuple(_with_intervals(reading, rows, entries)), columns, picked, listed=False, order=tuple(columns)
    )


_LONGEST_CAPTION = 200


def _heads(text: str, above: Sequence[Block], rows: Sequence[Block]) -> dict[int, str]:
    """The head of each column, with the head above it where there is one: "killed 2018"."""
    found: dict[int, str] = {}
    for block in rows:
        for column, head in zip(block.columns, block.heads, strict=False):
            if column not in found and head is not None:
                found[column] = head.of(text).lower().strip(_MARKS)
    groups = above[:-1]
    for column in found:
        for block in groups:
            cells = [
                cell for cell, begins in zip(block.cells, block.columns, strict=True) if begins <= column
            ]
            if cells:
                found[column] = f"{cells[-1].of(text).lower().strip(_MARKS)} {found[column]}"
    return found


def _score_heads(reading: Reading, blocks: Sequence[Block]) -> dict[int, str]:
    """The heads that line scores would have: "Fenland 7 3 0 10 — 20", the dash before the final score."""
    text = reading.page.text
    if all(
        _DASH.fullmatch(text[block.cells[-2].end : block.cells[-1].start])
        for block in blocks
        if block.cells[1:]
    ):
        last = max(column for block in blocks for column in block.columns)
        return {0: "team", **{column: str(column) for column in range(1, last)}, last: "final"}
    return {}


def _draw(reading: Reading, block: Block, starts: Sequence[int], heads: dict[int, str]) -> Row:
    text = reading.page.text
    cells: dict[int, Entry] = {}
    label, place = "", block.span
    for span, column in zip(block.cells, block.columns, strict=True):
        words = span.of(text)
        entry = read_entry(reading, span, starts)
        cells[column] = entry
        if not label and entry.number is None and any(map(str.isalpha, words)):
            label, place = words.lower().strip(_MARKS), span
    kind = kind_of(label)
    if not any(entry.number is not None for entry in cells.values()):
        absent = any(entry.blank or entry.words in table_words("absent") for entry in cells.values())
        kind = kind if absent and kind is RowKind.DATA else RowKind.BREAK
    elif label and all(heads.get(column) == entry.words for column, entry in cells.items()):
        kind = RowKind.BREAK
    return Row(label, kind, cells, place)


def read_entry(reading: Reading, span: Span, starts: Sequence[int]) -> Entry:
    """What stands in a cell: a number where it holds one exact figure and nothing else of weight."""
    text = reading.page.text
    words = span.of(text).strip().lower()
    if words in table_words("dashes"):
        return Entry(span, words, blank=True)
    at = bisect_left(starts, span.start)
    if at == len(starts) or starts[at] >= span.end:
        return Entry(span, words)
    figure = reading.figures[at]
    alone = at + 1 == len(starts) or starts[at + 1] >= span.end
    around = text[span.start : figure.span.start] + text[figure.span.end : span.end]
    plain = alone and figure.hedge is Hedge.EXACT and _BESIDE.fullmatch(around) is not None
    if not plain or figure.value is None or figure.role in (Role.SCORE, Role.RANK, Role.AGE):
        return Entry(span, words)
    return Entry(span, words, at, figure.value)


def kind_of(label: str) -> RowKind:
    """What a label, in lower case, says of its row."""
    words = _WORD.findall(label)
    if not words:
        return RowKind.DATA
    if _INDENT.match(label) or _begins(label, table_words("inside")):
        return RowKind.INSIDE
    ends = {words[0], words[-1]}
    if not ends.isdisjoint(table_words("subtotals")):
        return RowKind.SUBTOTAL
    if _begins(label, table_words("loose_totals")):
        return RowKind.LOOSE
    total = words[0] in ("total", "totals", "all", "overall") or words[-1] in ("total", "totals", "overall")
    if total or label in table_words("totals") or label in table_words("total_phrases"):
        return RowKind.TOTAL
    if not ends.isdisjoint(table_words("averages")):
        return RowKind.AVERAGE
    return RowKind.MAJORITY if _begins(label, table_words("majorities")) else RowKind.DATA


def _begins(label: str, phrases: Iterable[str]) -> bool:
    return any(
        label.startswith(phrase) and not label[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases
    )


def _column(reading: Reading, head: str, entries: Sequence[Entry]) -> Column:
    """A column as its head and its numbers have it."""
    words = frozenset(_WORD.findall(head))
    sorts = {_sort_of(reading.figures[entry.number]) for entry in entries if entry.number is not None}
    sort = sorts.pop() if len(sorts) == 1 else "mixed"
    steady = words.isdisjoint(table_words("differences")) and head not in table_words("differences")
    adds = sort != "mixed" and steady and words.isdisjoint(table_words("unadded"))
    plural = any(
        word.endswith("s") and len(word) > _SHORTEST_PLURAL and word not in table_words("amounts")
        for word in words
    )
    counted = sort == "count" and (plural or not words.isdisjoint(table_words("counted")))
    return Column(head, words, sort, adds, counted)


_SHORTEST_PLURAL = 3


def _sort_of(figure: Figure) -> str:
    per = f"/{figure.per}" if figure.per else ""
    return "%" if figure.unit in ("%", "pp") else (figure.unit or figure.role.value) + per


def _with_intervals(reading: Reading, rows: Sequence[Row], entries: dict[int, list[Entry]]) -> Iterator[Row]:
    """The rows with what each number may be: a column whose numbers all end in noughts is rounded there."""
    places = {column: _place(found) for column, found in entries.items()}
    for row in rows:
        cells = {
            column: Entry(
                entry.span,
                entry.words,
                entry.number,
                entry.value,
                _near(reading.figures[entry.number], places[column]),
            )
            if entry.number is not None
            else entry
            for column, entry in row.cells.items()
        }
        yield Row(row.label, row.kind, cells, row.place)


def _place(entries: Sequence[Entry]) -> Fraction:
    """The hundred, thousand … of which all numbers of a column are multiples, 0 where there is none."""
    values = [int(entry.value) for entry in entries if entry.value and entry.value.denominator == 1]
    if len(values) < max(_FEWEST_ROUNDED, len(entries) // 2) or any(
        entry.value is not None and entry.value.denominator != 1 for entry in entries
    ):
        return Fraction(0)
    place = 1
    while all(value % (place * 10) == 0 for value in values):
        place *= 10
    return Fraction(place if place >= _HUNDRED else 0)


def _near(figure: Figure, place: Fraction) -> Interval:
    """What a number of a table may be: half of its last digit either way where it is rounded at all."""
    assert figure.value is not None
    step = figure.step or Fraction(0)
    rounded = step.denominator != 1 or step > 1 or figure.role is not Role.COUNT
    half = max(step * _HALF if rounded else Fraction(0), place * _HALF)
    return iv.widen(iv.point(figure.value), half) if half else iv.point(figure.value)


@cache
def table_words(name: str) -> frozenset[str]:
    """One list of ``words/tables.toml``: of phrases one a line, else of words."""
    words: str = load_words("tables")[name]["words"]
    return frozenset(words.split("\n") if name in _PHRASES else words.split())
