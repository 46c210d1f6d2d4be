"""Totals, averages and majorities of a table's columns: the rows that state something of other rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sayso.model import Check, Interval, Missing, Reading
from sayso.sums import interval as iv
from sayso.sums.cellsums import make_check, sum_operands
from sayso.sums.grid import Entry, Grid, Row, RowKind, table_words
from sayso.vocabulary import CheckKind, Verdict

_TOTALS = (RowKind.TOTAL, RowKind.SUBTOTAL)
_FEWEST = 2
# So many totals of a table are tried with all rows before them: each costs a pass over the table.
_MOST_WHOLE = 4
_HALF = Fraction(1, 2)
# How far off a total may be, as a part of it, to be a slip: where no other column bears out that it is one,
# and where one does.
_ALONE, _BORNE_OUT = Fraction(1, 5), Fraction(2, 5)
_FEW_ROWS = 12
_ALL = 100
_ROUNDING = "the difference is no larger than rounding can make it"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What comes of one column: the parts, what they give, whether the total keeps to it.

    ``trivial`` tells that fewer than two of the parts are more than nought, ``full`` that every row has a
    number, ``missing`` is the first row that says it has none.
    """

    column: int
    stated: Entry
    parts: tuple[Entry, ...]
    found: Interval
    holds: bool
    trivial: bool
    full: bool
    missing: Row | None


def check_totals(reading: Reading, grid: Grid) -> Iterator[Check]:
    """Do every total, average and majority again that a row of a table states."""
    totals = [place for place, row in enumerate(grid.rows) if row.kind in (*_TOTALS, RowKind.LOOSE)]
    for place in totals:
        row = grid.rows[place]
        far = place in totals[-_MOST_WHOLE:] or place == totals[0]
        tried = [_outcomes(grid, row, parts) for parts in _candidates(grid, place, far=far)]
        if tried:
            yield from _settle(reading, grid, row, tried, only=len(totals) == 1)
    for place, row in enumerate(grid.rows):
        if row.kind is RowKind.AVERAGE:
            yield from _check_averages(reading, grid, place)
        elif row.kind is RowKind.MAJORITY:
            yield from _check_majority(reading, grid, place)


def _candidates(grid: Grid, place: int, *, far: bool) -> Iterator[list[Row]]:
    """The rows that a total may be the sum of, the likeliest first."""
    rows = grid.rows
    seen: set[tuple[int, ...]] = set()
    for found in _ranges(rows, place, far=far):
        key = tuple(found)
        if len(found) >= _FEWEST and key not in seen:
            seen.add(key)
            yield [rows[number] for number in found]


def _ranges(rows: Sequence[Row], place: int, *, far: bool) -> Iterator[list[int]]:
    start = place
    while start and rows[start - 1].kind not in (*_TOTALS, RowKind.BREAK):
        start -= 1
    local = [n for n in range(start, place) if rows[n].kind is RowKind.DATA]
    yield local
    yield [n for n in range(start, place) if rows[n].kind in (RowKind.DATA, RowKind.INSIDE)]
    if not local:
        end = place + 1
        while end < len(rows) and rows[end].kind not in (*_TOTALS, RowKind.BREAK):
            end += 1
        yield [n for n in range(place + 1, end) if rows[n].kind is RowKind.DATA]
    if not far:
        return
    earlier = [n for n in range(place) if rows[n].kind in _TOTALS]
    yield earlier
    yield [*earlier, *local]
    yield [n for n in range(place) if rows[n].kind is RowKind.DATA]
    if not local:
        yield [n for n in range(place + 1, len(rows)) if rows[n].kind is RowKind.DATA]
        yield [n for n in range(place + 1, len(rows)) if rows[n].kind is RowKind.SUBTOTAL]


def _outcomes(grid: Grid, row: Row, parts: Sequence[Row]) -> list[_Outcome]:
    """What adding up the rows gives in each column in which the total has a number."""
    found = []
    for column, about in grid.columns.items():
        stated = row.cells.get(column)
        if stated is None or stated.interval is None or about.sort == "mixed":
            continue
        if about.sort == "%" and stated.value == _ALL:
            # The whole is a hundred, whatever its parts have been rounded to.
            stated = replace(stated, interval=iv.point(_ALL))
        outcome = _add(column, stated, parts)
        if outcome is not None:
            found.append(outcome)
    return found


def _add(column: int, stated: Entry, parts: Sequence[Row]) -> _Outcome | None:
    cells = [(row, row.cells.get(column)) for row in parts]
    numbers = [cell for _, cell in cells if cell is not None and cell.interval is not None]
    if len(numbers) < _FEWEST:
        return None
    low = sum((cell.interval.low or Fraction(0) for cell in numbers if cell.interval), Fraction(0))
    high = sum((cell.interval.high or Fraction(0) for cell in numbers if cell.interval), Fraction(0))
    absent = [row for row, cell in cells if _is_absent(cell)]
    found = Interval(low, high)
    assert stated.interval is not None
    return _Outcome(
        column,
        stated,
        tuple(numbers),
        found,
        iv.meets(found, stated.interval),
        sum(bool(cell.value) for cell in numbers) < _FEWEST,
        len(numbers) == len(cells),
        absent[0] if absent else None,
    )


def _is_absent(cell: Entry | None) -> bool:
    return cell is not None and (cell.blank or cell.words in table_words("absent"))


def _settle(
    reading: Reading, grid: Grid, row: Row, tried: Sequence[Sequence[_Outcome]], *, only: bool
) -> Iterator[Check]:
    """The checks of one total: with the rows that most columns bear out."""
    best = max(tried, key=lambda one: sum(outcome.holds and not outcome.trivial for outcome in one))
    good = [outcome for outcome in best if outcome.holds and not outcome.trivial]
    for outcome in best:
        if good and outcome.holds:
            yield _check(reading, outcome, Verdict.ADDS_UP)
    rest = [outcome for outcome in best if not outcome.holds]
    if row.kind is RowKind.LOOSE or not rest:
        return
    if good:
        sure = [one for one in rest if one.full and _is_plain(grid, one) and _is_slip(one, _BORNE_OUT)]
        for outcome in rest:
            if outcome.missing is not None and _is_short(outcome):
                yield _lacking(reading, grid, outcome)
            elif outcome in sure and len(sure) <= len(good):
                yield _wrong(reading, grid, outcome)
    elif only and not grid.picked and row.kind is RowKind.TOTAL and _is_last_or_first(grid, row):
        yield from _alone(reading, grid, row, tried)


def _is_plain(grid: Grid, outcome: _Outcome) -> bool:
    """Whether a column's numbers surely add up: counts and amounts, or shares of one whole."""
    about = grid.columns[outcome.column]
    shares = about.sort == "%" and not about.words.isdisjoint(table_words("shares"))
    return about.adds or (shares and outcome.stated.value == _ALL)


def _is_short(outcome: _Outcome) -> bool:
    """Whether the rows with a number come to less than the total."""
    assert outcome.stated.interval is not None
    return iv.may_be_less(outcome.found, outcome.stated.interval)


def _is_last_or_first(grid: Grid, row: Row) -> bool:
    return row is grid.rows[0] or row is grid.rows[-1]


def _alone(reading: Reading, grid: Grid, row: Row, tried: Sequence[Sequence[_Outcome]]) -> Iterator[Check]:
    """A total that no column bears out: wrong only where it is the table's one sum and a slip away."""
    outcomes = tried[0]
    plain = all(one.kind is RowKind.DATA for one in grid.rows if one is not row)
    if len(outcomes) != 1 or len({len(one[0].parts) for one in tried if one}) != 1:
        return
    outcome = outcomes[0]
    if outcome.missing is not None:
        if _is_short(outcome) and plain:
            yield _lacking(reading, grid, outcome)
    elif (
        plain
        and outcome.full
        and _is_plain(grid, outcome)
        and _is_slip(outcome, _ALONE)
        and not _overlap(outcome)
    ):
        yield _wrong(reading, grid, outcome)


def _is_slip(outcome: _Outcome, most: Fraction) -> bool:
    """Whether one wrong digit, or two in the wrong order, makes the difference, and that is a small one.

    Rows picked out of more come to any other number, and the total of a column may be its highest number or
    its mean: such a total is none.
    """
    values = [part.value or Fraction(0) for part in outcome.parts]
    stated, added = outcome.stated.value, sum(values, Fraction(0))
    assert stated is not None
    step = min(
        ((part.interval.high or Fraction(0)) - (part.value or 0)) * 2
        for part in outcome.parts
        if part.interval
    )
    off = abs(stated - added) / (step or 1)
    far = abs(stated - added) > most * max(abs(stated), abs(added))
    if off.denominator != 1 or far or stated in (max(values), min(values)):
        return False
    digits = str(off.numerator).rstrip("0")
    return len(digits) == 1 or (off.numerator % 9 == 0 and len(digits) == len("81"))


def _overlap(outcome: _Outcome) -> bool:
    """Whether some of the parts come to the total, so that the others may be parts of those.

    All choices of a dozen rows are tried; of more rows those that leave out one or two.
    """
    values = [part.value or Fraction(0) for part in outcome.parts]
    spare = sum(values, Fraction(0)) - (outcome.stated.value or Fraction(0))
    if len(values) <= _FEW_ROWS:
        sums = {Fraction(0)}
        for value in values:
            sums |= {one + value for one in sums}
        return spare in sums
    known = set(values)
    return any(spare == value or spare - value in known for value in values)


def _wrong(reading: Reading, grid: Grid, outcome: _Outcome) -> Check:
    """The check of a total that its column does not give; a whole number may be rounded all the same."""
    about = grid.columns[outcome.column]
    assert outcome.stated.interval is not None
    assert outcome.stated.number is not None
    whole = reading.figures[outcome.stated.number].step == 1
    slack = (len(outcome.parts) + 1) * _HALF if whole else Fraction(0)
    near = iv.meets(iv.widen(outcome.found, slack), outcome.stated.interval)
    if near and not about.counted and about.sort == "count":
        return _check(reading, outcome, Verdict.CANNOT, _ROUNDING)
    return _check(reading, outcome, Verdict.DOES_NOT)


def _check(reading: Reading, outcome: _Outcome, verdict: Verdict, reason: str | None = None) -> Check:
    operands, formula = sum_operands(outcome.parts)
    return make_check(
        reading, CheckKind.TOTAL, outcome.stated, operands, formula, outcome.found, verdict, reason
    )


def _lacking(reading: Reading, grid: Grid, outcome: _Outcome) -> Check:
    """The check of a total where a row has no number: which one is told."""
    head = grid.columns[outcome.column].head
    row = outcome.missing.place.of(reading.page.text) if outcome.missing else ""
    what = f"the figure for “{row}”" + (f" under “{head}”" if head else "")
    operands, formula = sum_operands(outcome.parts, Missing(what))
    return make_check(
        reading,
        CheckKind.TOTAL,
        outcome.stated,
        operands,
        formula,
        None,
        Verdict.CANNOT,
        f"{what} is not given",
    )


def _check_averages(reading: Reading, grid: Grid, place: int) -> Iterator[Check]:
    """Means of the rows above; a mean that weighs its rows is another, so that none is called wrong."""
    row = grid.rows[place]
    rows = _rows_above(grid, place, (*_TOTALS, RowKind.BREAK, RowKind.AVERAGE))
    for column, about in grid.columns.items():
        stated = row.cells.get(column)
        if stated is None or stated.interval is None or about.sort == "mixed":
            continue
        outcome = _add(column, stated, rows)
        if outcome is None or not outcome.full or outcome.trivial:
            continue
        count = len(outcome.parts)
        mean = iv.divide(outcome.found, iv.point(count))
        if iv.meets(mean, rounded(reading, stated)):
            operands, formula = sum_operands(outcome.parts)
            yield make_check(
                reading, CheckKind.AVERAGE, stated, operands, f"({formula}) / {count}", mean, Verdict.ADDS_UP
            )


def _rows_above(grid: Grid, place: int, stops: Sequence[RowKind]) -> list[Row]:
    """The rows of data above one, up to the nearest of another kind."""
    start = place
    while start and grid.rows[start - 1].kind not in stops:
        start -= 1
    return [row for row in grid.rows[start:place] if row.kind is RowKind.DATA]


def rounded(reading: Reading, stated: Entry) -> Interval:
    """What a stated quotient or difference may be: half of its last digit either way."""
    assert stated.number is not None
    assert stated.interval is not None
    step = reading.figures[stated.number].step or Fraction(1)
    return iv.hull(stated.interval, iv.widen(iv.point(stated.value or Fraction(0)), step * _HALF))


def _check_majority(reading: Reading, grid: Grid, place: int) -> Iterator[Check]:
    """The first of the rows above less the second, in the columns of an election's table."""
    row = grid.rows[place]
    rows = _rows_above(grid, place, (RowKind.BREAK, RowKind.MAJORITY))
    good: list[Check] = []
    bad: list[Check] = []
    for column, about in grid.columns.items():
        stated = row.cells.get(column) if about.adds or about.sort == "%" else None
        if about.words & table_words("differences") or about.head in table_words("differences"):
            continue
        cells = [cell for one in rows if (cell := one.cells.get(column)) and cell.interval is not None]
        if stated is None or stated.interval is None or len(cells) != len(rows) or len(rows) < _FEWEST:
            continue
        first, second = sorted(cells, key=lambda cell: cell.value or Fraction(0), reverse=True)[:2]
        assert first.interval is not None
        assert second.interval is not None
        found = iv.subtract(first.interval, second.interval)
        operands = [cell.number for cell in (first, second) if cell.number is not None]
        holds = iv.meets(found, rounded(reading, stated))
        verdict = Verdict.ADDS_UP if holds else Verdict.DOES_NOT
        check = make_check(reading, CheckKind.DIFFERENCE, stated, operands, "a - b", found, verdict)
        (good if holds else bad).append(check)
    yield from good
    # Rows that are no candidates may stand among them: one column must bear it out.
    yield from bad[: len(good)]
