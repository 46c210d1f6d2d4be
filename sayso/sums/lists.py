"""Lists of numbers with their labels, line by line: "Killed: 14", "14 in Nordby", and what they come to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.model import Block, Check, Figure, Reading
from sayso.sums import interval as iv
from sayso.sums.cellsums import make_check, sum_operands
from sayso.sums.grid import Entry, Grid, Row, RowKind, kind_of, make_grid
from sayso.vocabulary import BlockKind, CheckKind, Hedge, Role, Verdict

_LISTS = (BlockKind.LIST, BlockKind.BODY)
_FEWEST = 2
_LONGEST = 90
_LABELLED = re.compile(
    r"^[-•*–·\s]*(?P<label>(?:[^\d:–—\t|]|(?:1[89]|20)\d\d\b)[^:–—\t|]{0,50}?)\s*(?::|–|—| - )\s*$"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_AFTER = re.compile(r"^\s*(?P<label>[^\W\d][^\t|]{1,60})?$")
_FRONT = re.compile(r"^[-•*–·\s]*$")
_MARKS = " :*†‡.,;"
# A head that speaks of some of them, or of at least so many, is no sum of what follows.
_SOME = re.compile(
    r"\b(?:includ\w+|among|such as|some of|at least|more than|over|main|top|like|one of|other|between)\b"
)
_NEAR = Fraction(1, 5)


class Listed(NamedTuple):
    """A list as a table of one column, and the index of the block above it."""

    grid: Grid
    above: int
    labelled: bool


class _Item(NamedTuple):
    """A line of a list: the block's index, its label, its number, whether the label comes first."""

    block: int
    label: str
    entry: Entry
    first: bool


def find_lists(reading: Reading) -> Iterator[Listed]:
    """Runs of lines that are each a label and one number."""
    starts = [figure.span.start for figure in reading.figures]
    run: list[_Item] = []
    for number, block in enumerate(reading.blocks):
        item = _read_item(reading, number, block, starts)
        if run and (item is None or item.block != run[-1].block + 1 or item.first != run[0].first):
            yield from _of_run(reading, run)
            run = []
        if item is not None:
            run.append(item)
    yield from _of_run(reading, run)


def _of_run(reading: Reading, run: Sequence[_Item]) -> Iterator[Listed]:
    if len(run) < _FEWEST:
        return
    rows = [Row(item.label, kind_of(item.label), {0: item.entry}, item.entry.span) for item in run]
    above = run[0].block - 1
    before = reading.blocks[above].span.of(reading.page.text) if above >= 0 else ""
    grid = make_grid(reading, rows, {}, before)
    if grid is not None and grid.columns[0].sort != "mixed":
        yield Listed(grid, above, run[0].first)


def _read_item(reading: Reading, number: int, block: Block, starts: Sequence[int]) -> _Item | None:
    """A line that is a label, a sign and a number, or in a list a number and its label."""
    if block.kind not in _LISTS or block.cells or block.span.end - block.span.start > _LONGEST:
        return None
    at = bisect_left(starts, block.span.start)
    if at == len(starts) or starts[at] >= block.span.end:
        return None
    text = reading.page.text
    if starts[at] == block.span.start and _YEAR.fullmatch(reading.figures[at].span.of(text)):
        # The year that labels a line has been read as a number.
        at += 1
    if at == len(starts) or starts[at] >= block.span.end:
        return None
    if at + 1 < len(starts) and starts[at + 1] < block.span.end:
        return None
    figure = reading.figures[at]
    if (
        figure.value is None
        or figure.hedge is not Hedge.EXACT
        or figure.role in (Role.SCORE, Role.RANK, Role.AGE)
    ):
        return None
    before, after = text[block.span.start : figure.span.start], text[figure.span.end : block.span.end]
    entry = Entry(figure.span, figure.span.of(text).lower(), at, figure.value)
    tail = _AFTER.match(after.rstrip(_MARKS))
    if tail is None:
        return None
    if (head := _LABELLED.match(before)) is not None:
        return _Item(number, head["label"].lower().strip(_MARKS), entry, first=True)
    if block.kind is BlockKind.LIST and _FRONT.match(before) and tail["label"]:
        return _Item(number, tail["label"].lower().strip(_MARKS), entry, first=False)
    return None


def check_heads(reading: Reading, listed: Listed) -> Iterator[Check]:
    """The total that the line above a list announces: "The 46 victims:"."""
    if listed.above < 0:
        return
    block = reading.blocks[listed.above]
    text = block.span.of(reading.page.text)
    rows = [row for row in listed.grid.rows if row.kind is RowKind.DATA]
    if not text.rstrip().endswith(":") or _SOME.search(text.lower()) or len(rows) != len(listed.grid.rows):
        return
    parts = [row.cells[0] for row in rows]
    for number, figure in _announced(reading, block, len(parts)):
        stated = Entry(figure.span, "", number, figure.value, figure.interval)
        near = [part.interval for part in parts if part.interval is not None]
        found = near[0]
        for one in near[1:]:
            found = iv.add(found, one)
        operands, formula = sum_operands(parts)
        holds = iv.meets(found, figure.interval)
        if holds or _is_sure(reading, figure, parts):
            verdict = Verdict.ADDS_UP if holds else Verdict.DOES_NOT
            yield make_check(reading, CheckKind.TOTAL, stated, operands, formula, found, verdict)


def _announced(reading: Reading, block: Block, items: int) -> list[tuple[int, Figure]]:
    """The one figure of a line that can be a total; beside it only the number of the items may stand."""
    found = [
        (number, figure)
        for number, figure in enumerate(reading.figures)
        if block.span.holds(figure.span) and figure.value is not None and figure.hedge is Hedge.EXACT
    ]
    found = [one for one in found if one[1].value != items] if len(found) > 1 else found
    return found if len(found) == 1 and found[0][1].role in (Role.COUNT, Role.MONEY, Role.MEASURE) else []


def _is_sure(reading: Reading, total: Figure, parts: Sequence[Entry]) -> bool:
    """Whether a list that misses its announced total is surely its parts: as many sorts, and nearly all."""
    figures = [reading.figures[part.number] for part in parts if part.number is not None]
    alike = all(figure.unit == total.unit and figure.role is total.role for figure in figures)
    things = {
        thing.of(reading.page.text).lower() for figure in figures if (thing := figure.thing) is not None
    }
    values = [part.value or Fraction(0) for part in parts]
    assert total.value is not None
    near = abs(sum(values, Fraction(0)) - total.value) <= _NEAR * abs(total.value)
    return alike and not things and near and max(values) < total.value and len(parts) > _FEWEST
