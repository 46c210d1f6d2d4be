"""Columns that come out of others in each row: totals, differences, changes, shares, quotients.

The head tells what sort of result a column may have ("Total", "+/-", "% change", "Share"); which columns it
comes from is told by the rows: a relation that most of them keep is the one that is meant.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.model import Check, Given, Interval, Operand, Reading, Span
from sayso.sums import interval as iv
from sayso.sums.cellsums import make_check
from sayso.sums.grid import Column, Entry, Grid, Row, RowKind, table_words
from sayso.sums.rowtotals import rounded
from sayso.vocabulary import CheckKind, Verdict

# So many rows are enough to tell which columns are meant.
_SAMPLE = 60
# The two figures of a difference or quotient stand this near to it.
_NEAR = 4
_FEWEST, _MANY = 2, 3
_MOST_PARTS = 25
# Where more than one row in so many breaks a relation, it is left out for a reason: games without a result.
_OFTEN = 5
_ALL = 100
_DATA = (RowKind.DATA, RowKind.INSIDE, RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.LOOSE)


@dataclass(frozen=True, slots=True)
class _Relation:
    """A way in which a column may come out of others.

    ``named`` tells that the heads alone say so (won, drawn and lost), so that one row that keeps it is
    enough. ``whole`` is the cell that stands for the last column in every row, as a total below does.
    ``gaps`` tells that a period may not have been played ("x", a dash, nothing).
    """

    kind: CheckKind
    target: int
    sources: tuple[int, ...]
    formula: str
    work: Callable[[Sequence[Interval]], Interval]
    named: bool = False
    whole: Operand | None = None
    full: Interval | None = None
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class _Trial:
    """A relation in one row: its cells, what they give, whether it is kept, whether that says anything."""

    row: Row
    cells: tuple[Entry, ...]
    found: Interval
    holds: bool
    trivial: bool


def check_columns(reading: Reading, grid: Grid) -> Iterator[Check]:
    """Do every column again that its head and the other rows tell to come out of others."""
    rows = [row for row in grid.rows if row.kind in _DATA]
    for column, about in grid.columns.items():
        best: list[_Trial] = []
        meant = None
        for relation in _relations(grid, column, about):
            trials = list(_try(reading, relation, rows[:_SAMPLE]))
            if _bears(relation, trials) and _weight(trials) > _weight(best):
                best, meant = trials, relation
        if meant is not None:
            trials = best if len(rows) <= _SAMPLE else list(_try(reading, meant, rows))
            yield from _report(reading, meant, trials)


def _bears(relation: _Relation, trials: Sequence[_Trial]) -> bool:
    """Whether enough rows keep a relation to believe that it is meant."""
    holds, fails = _weight(trials), sum(not trial.holds for trial in trials)
    if relation.named:
        return holds > 0 and fails <= holds
    if relation.kind is CheckKind.TOTAL:
        return (holds >= _FEWEST and fails <= holds) or (holds == 1 and not fails and len(trials) == 1)
    return (holds >= _MANY and fails * 2 <= holds) or (holds >= _FEWEST and not fails)


def _weight(trials: Sequence[_Trial]) -> int:
    return sum(trial.holds and not trial.trivial for trial in trials)


def _report(reading: Reading, relation: _Relation, trials: Sequence[_Trial]) -> Iterator[Check]:
    """Checks of all rows; one that breaks what nearly all others keep is wrong."""
    holds, fails = _weight(trials), sum(not trial.holds for trial in trials)
    few = fails <= max(1, holds // _OFTEN)
    sure = few and (holds >= _MANY or (relation.gaps and holds > 0))
    for trial in trials:
        if trial.holds or sure:
            stated = trial.row.cells[relation.target]
            operands: list[Operand] = [cell.number for cell in trial.cells if cell.number is not None]
            if relation.whole is not None:
                operands.append(relation.whole)
            verdict = Verdict.ADDS_UP if trial.holds else Verdict.DOES_NOT
            formula = _plus(len(operands)) if relation.gaps else relation.formula
            yield make_check(reading, relation.kind, stated, operands, formula, trial.found, verdict)


def _try(reading: Reading, relation: _Relation, rows: Sequence[Row]) -> Iterator[_Trial]:
    """Try a relation in each row that has all of its numbers."""
    for row in rows:
        if relation.whole is not None and row.kind not in (RowKind.DATA, RowKind.INSIDE):
            continue
        stated = row.cells.get(relation.target)
        cells = [cell for source in relation.sources if (cell := row.cells.get(source)) is not None]
        told = tuple(cell for cell in cells if cell.interval is not None)
        whole = all(cell in told or _is_unplayed(cell) for cell in cells) if relation.gaps else False
        enough = len(told) == len(relation.sources) or (whole and len(told) >= _FEWEST)
        if stated is None or stated.interval is None or not enough:
            continue
        near = [cell.interval for cell in told if cell.interval is not None]
        try:
            found = relation.work([*near, relation.full] if relation.full is not None else near)
        except iv.UndefinedError:
            continue
        meant = stated.interval if relation.kind is CheckKind.TOTAL else rounded(reading, stated)
        if relation.kind is CheckKind.TOTAL:
            trivial = sum(bool(cell.value) for cell in told) < _FEWEST
        else:
            trivial = not stated.value or (relation.full is None and not all(cell.value for cell in told))
        holds = iv.meets(found, meant)
        if (
            not holds
            and relation.kind in (CheckKind.DIFFERENCE, CheckKind.CHANGE)
            and stated.words[:1].isdigit()
        ):
            # A gap is printed without its sign, and many a page has lost it.
            holds = iv.meets(iv.negate(found), meant)
        yield _Trial(row, told, found, holds, trivial)


def _is_unplayed(cell: Entry) -> bool:
    """Whether a cell says that a period was not played."""
    return cell.blank or cell.words in table_words("absent")


def _relations(grid: Grid, column: int, about: Column) -> Iterator[_Relation]:
    """The relations that the head of a column lets it be the result of."""
    yield from _of_records(grid, column, about)
    if _is_called(about, "totals", "finals"):
        yield from _of_totals(grid, column, about)
    changes = _is_called(about, "differences")
    if changes and about.sort != "%":
        yield from _of_differences(grid, column, about)
    if changes and not (about.sort not in ("%", "count") and "%" not in about.words):
        yield from _of_changes(grid, column)
        if about.sort == "%":
            yield from _of_differences(grid, column, about)
    if _is_called(about, "shares") and not changes:
        yield from _of_shares(grid, column)
    if _is_called(about, "quotients", "averages"):
        yield from _of_quotients(grid, column)


def _is_called(about: Column, *lists: str) -> bool:
    return any(
        not about.words.isdisjoint(table_words(name)) or about.head in table_words(name) for name in lists
    )


def _add(near: Sequence[Interval]) -> Interval:
    low = sum((one.low or Fraction(0) for one in near), Fraction(0))
    return Interval(low, sum((one.high or Fraction(0) for one in near), Fraction(0)))


def _total(column: int, sources: Sequence[int], *, named: bool, gaps: bool = False) -> _Relation:
    return _Relation(CheckKind.TOTAL, column, tuple(sources), _plus(len(sources)), _add, named, gaps=gaps)


def _plus(count: int) -> str:
    return " + ".join(chr(ord("a") + n) for n in range(count))


def _of_records(grid: Grid, column: int, about: Column) -> Iterator[_Relation]:
    """Won, drawn and lost are the games played; scored less let in is the difference."""
    if about.head in table_words("played"):
        parts = [other for other, one in grid.columns.items() if one.head in table_words("records")]
        if _FEWEST <= len(parts) <= _MANY + 1:
            yield _total(column, parts, named=True)
    if about.head in table_words("differences"):
        scored = [other for other, one in grid.columns.items() if one.head in table_words("scored")]
        let_in = [other for other, one in grid.columns.items() if one.head in table_words("conceded")]
        if len(scored) == 1 and len(let_in) == 1:
            sources = (scored[0], let_in[0])
            yield _Relation(CheckKind.DIFFERENCE, column, sources, "a - b", _gap, named=True)
    medals = [other for other, one in grid.columns.items() if one.head in table_words("medals")]
    if len(medals) == _MANY and column not in medals and _is_called(about, "totals", "finals"):
        yield _total(column, medals, named=True)
    periods = [other for other, one in grid.columns.items() if other < column and _is_period(one.head)]
    if (
        len(periods) >= _FEWEST
        and about.head in table_words("finals")
        and periods[-1] == _before(grid, column)
    ):
        yield _total(column, periods, named=True, gaps=True)


def _is_period(head: str) -> bool:
    return (head.isdecimal() and len(head) <= _FEWEST) or head in table_words("periods")


def _before(grid: Grid, column: int) -> int | None:
    earlier = [other for other in grid.order if other < column]
    return earlier[-1] if earlier else None


def _of_totals(grid: Grid, column: int, about: Column) -> Iterator[_Relation]:
    """Neighbouring columns of one sort, as many as there are, on the left or on the right."""
    place = grid.order.index(column)
    for side in (grid.order[:place][::-1], grid.order[place + 1 :]):
        run: list[int] = []
        for other in side[:_MOST_PARTS]:
            if grid.columns[other].sort != about.sort:
                break
            run.append(other)
            if len(run) >= _FEWEST:
                yield _total(column, sorted(run), named=False)


def _pairs(grid: Grid, column: int, *, alike: bool = True) -> Iterator[tuple[int, int]]:
    """Pairs of columns near a column in either order, of one sort unless ``alike`` is false."""
    place = grid.order.index(column)
    near = [*grid.order[max(0, place - _NEAR) : place], *grid.order[place + 1 : place + 1 + _FEWEST]]
    for first, left in enumerate(near):
        for right in near[first + 1 :]:
            if not alike or grid.columns[left].sort == grid.columns[right].sort:
                yield left, right
                yield right, left


def _of_differences(grid: Grid, column: int, about: Column) -> Iterator[_Relation]:
    for sources in _pairs(grid, column):
        # "+2" beside two percentages leaves out its unit.
        if about.sort in (grid.columns[sources[0]].sort, "count"):
            yield _Relation(CheckKind.DIFFERENCE, column, sources, "a - b", _gap)


def _gap(near: Sequence[Interval]) -> Interval:
    return iv.subtract(near[0], near[1])


def _of_changes(grid: Grid, column: int) -> Iterator[_Relation]:
    for sources in _pairs(grid, column):
        if grid.columns[sources[0]].sort != "%":
            yield _Relation(CheckKind.CHANGE, column, sources, "100 * (b / a - 1)", _change)


def _change(near: Sequence[Interval]) -> Interval:
    ratio = iv.divide(near[1], near[0])
    return iv.multiply(iv.point(_ALL), iv.subtract(ratio, iv.point(1)))


def _share(near: Sequence[Interval]) -> Interval:
    return iv.multiply(iv.point(_ALL), iv.divide(near[0], near[1]))


def _of_shares(grid: Grid, column: int) -> Iterator[_Relation]:
    """The share of a column's total, or of another column in the same row."""
    place = grid.order.index(column)
    for other in (
        *grid.order[max(0, place - _NEAR) : place][::-1],
        *grid.order[place + 1 : place + 1 + _FEWEST],
    ):
        about = grid.columns[other]
        if about.sort in ("%", "mixed") or not about.adds:
            continue
        for whole, full in _wholes(grid, other):
            yield _Relation(CheckKind.SHARE, column, (other,), "100 * a / b", _share, whole=whole, full=full)
    for sources in _pairs(grid, column):
        if grid.columns[sources[0]].sort != "%":
            yield _Relation(CheckKind.SHARE, column, sources, "100 * a / b", _share)


def _wholes(grid: Grid, column: int) -> Iterator[tuple[Operand, Interval]]:
    """What the numbers of a column are shares of: its total, else all of its numbers added."""
    totals = [row.cells[column] for row in grid.rows if row.kind is RowKind.TOTAL and column in row.cells]
    for total in (*totals[:1], *totals[-1:]):
        if total.number is not None and total.interval is not None:
            yield total.number, total.interval
    cells = [row.cells[column] for row in grid.rows if row.kind is RowKind.DATA and column in row.cells]
    numbers = [cell for cell in cells if cell.interval is not None]
    if len(numbers) >= _FEWEST and not totals:
        found = _add([cell.interval for cell in numbers if cell.interval is not None])
        value = sum((cell.value or Fraction(0) for cell in numbers), Fraction(0))
        span = Span(numbers[0].span.start, numbers[-1].span.end)
        yield Given(f"the {len(numbers)} numbers of the column, added", value, span), found


def _of_quotients(grid: Grid, column: int) -> Iterator[_Relation]:
    """The mean of the columns on the left, or one column divided by another."""
    place = grid.order.index(column)
    run: list[int] = []
    for other in grid.order[:place][::-1][:_MOST_PARTS]:
        run.append(other)
        if len(run) >= _FEWEST and len({grid.columns[one].sort for one in run}) == 1:
            count = len(run)
            formula = f"({_plus(count)}) / {count}"
            yield _Relation(CheckKind.AVERAGE, column, tuple(sorted(run)), formula, _mean)
    for sources in _pairs(grid, column, alike=False):
        yield _Relation(CheckKind.AVERAGE, column, sources, "a / b", _quotient)


def _quotient(near: Sequence[Interval]) -> Interval:
    return iv.divide(near[0], near[1])


def _mean(near: Sequence[Interval]) -> Interval:
    return iv.divide(_add(near), iv.point(len(near)))
