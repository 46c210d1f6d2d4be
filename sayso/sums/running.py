"""Running totals of a table: each row's total is the one of the row before and what the row adds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.model import Check, Reading
from sayso.sums import interval as iv
from sayso.sums.cellsums import make_check
from sayso.sums.grid import Entry, Grid, RowKind, table_words
from sayso.vocabulary import CheckKind, Verdict

_NEAR = 4
_FEWEST = 3


def check_running(reading: Reading, grid: Grid) -> Iterator[Check]:
    """Do the column of a table again that adds up another one row by row, upwards or downwards.

    One number that breaks the chain and over which the chain goes on is wrong; every other break ends it.
    """
    rows = [row for row in grid.rows if row.kind is RowKind.DATA]
    for column, about in grid.columns.items():
        if about.words.isdisjoint(table_words("totals") | table_words("running")):
            continue
        place = grid.order.index(column)
        for other in grid.order[max(0, place - _NEAR) : place][::-1]:
            pairs = [(row.cells.get(column), row.cells.get(other)) for row in rows]
            chain = [(one, two) for one, two in pairs if one and two and one.interval and two.interval]
            if grid.columns[other].sort != about.sort or len(chain) != len(rows):
                continue
            for order in (chain, chain[::-1]):
                yield from _follow(reading, order)


def _follow(reading: Reading, chain: Sequence[tuple[Entry, Entry]]) -> Iterator[Check]:
    """The checks of one chain of totals and what is added to them, if most of it holds."""
    holds = [_adds(chain[n - 1][0], [chain[n][1]], chain[n][0]) for n in range(1, len(chain))]
    told = sum(one and bool(chain[n][1].value) for n, one in enumerate(holds, 1))
    breaks = [n for n, one in enumerate(holds, 1) if not one]
    slip = len(breaks) == len("ab") and breaks[1] == breaks[0] + 1
    if told < _FEWEST or (breaks and not slip):
        return
    if slip:
        first = breaks[0]
        if not _adds(chain[first - 1][0], [chain[first][1], chain[first + 1][1]], chain[first + 1][0]):
            return
    for n in range(1, len(chain)):
        if n not in breaks[1:]:
            verdict = Verdict.DOES_NOT if n in breaks else Verdict.ADDS_UP
            yield _check(reading, chain[n - 1][0], chain[n], verdict)


def _adds(before: Entry, parts: Sequence[Entry], after: Entry) -> bool:
    assert before.interval is not None
    assert after.interval is not None
    found = before.interval
    for part in parts:
        found = iv.add(found, part.interval or iv.point(Fraction(0)))
    return iv.meets(found, after.interval)


def _check(reading: Reading, before: Entry, step: tuple[Entry, Entry], verdict: Verdict) -> Check:
    stated, part = step
    assert before.interval is not None
    assert part.interval is not None
    operands = [number for number in (before.number, part.number) if number is not None]
    found = iv.add(before.interval, part.interval)
    return make_check(reading, CheckKind.TOTAL, stated, operands, "a + b", found, verdict)
