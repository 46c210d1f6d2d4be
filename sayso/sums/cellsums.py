"""The check of a sum whose numbers stand in cells: its operands, formula and working."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.model import Check, Given, Interval, Missing, Operand, Reading, Span
from sayso.sums.grid import Entry
from sayso.sums.working import show_formula, show_interval
from sayso.vocabulary import CheckKind, Verdict

# A formula has a letter for each operand; more of them are added up into one.
MOST_LETTERS = 26


def make_check(
    reading: Reading,
    kind: CheckKind,
    stated: Entry,
    operands: Sequence[Operand],
    formula: str,
    found: Interval | None,
    verdict: Verdict,
    reason: str | None = None,
) -> Check:
    """The check of a number in a table.

    Args:
        reading: the reading so far.
        kind: the sort of sum.
        stated: the cell that states the result.
        operands: figures' numbers, given and missing operands.
        formula: what is done with them, in the letters of the operands.
        found: what they give.
        verdict: what comes of it.
        reason: why it cannot be done.
    """
    assert stated.number is not None
    places = [stated.span, *spans_of(reading, operands)]
    working = show_formula(reading, formula, tuple(operands))
    if found is not None:
        working = f"{working} = {show_interval(found)}"
    return Check(
        kind,
        Span(min(place.start for place in places), max(place.end for place in places)),
        stated.number,
        tuple(operands),
        formula,
        found,
        verdict,
        working,
        reason,
        reading.owners[stated.number] if stated.number < len(reading.owners) else None,
    )


def spans_of(reading: Reading, operands: Sequence[Operand]) -> Iterator[Span]:
    """Where the operands stand that the page prints."""
    for operand in operands:
        if isinstance(operand, int):
            yield reading.figures[operand].span
        elif isinstance(operand, Given) and operand.span is not None:
            yield operand.span


def sum_operands(parts: Sequence[Entry], missing: Missing | None = None) -> tuple[tuple[Operand, ...], str]:
    """The operands of a sum of cells and its formula; a long column is one operand, already added."""
    if len(parts) > MOST_LETTERS - 1:
        total = sum((part.value or Fraction(0) for part in parts), Fraction(0))
        place = Span(min(part.span.start for part in parts), max(part.span.end for part in parts))
        operands: tuple[Operand, ...] = (
            Given(f"the {len(parts)} numbers of the column, added", total, place),
        )
    else:
        operands = tuple(part.number for part in parts if part.number is not None)
    if missing is not None:
        operands = (*operands, missing)
    return operands, " + ".join(chr(ord("a") + n) for n in range(len(operands)))
