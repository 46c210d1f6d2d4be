"""What a reader must see of a figure at a glance: its state, and the sign that shows it without colour."""

from collections.abc import Iterator
from enum import StrEnum

from sayso.model import Check, Reading
from sayso.vocabulary import Agreement, Verdict


class State(StrEnum):
    """The states of a figure, the weightiest first; a figure may be in several."""

    DOES_NOT = "does_not"
    CONFLICT = "conflict"
    ADDS_UP = "adds_up"
    CANNOT = "cannot"
    UNSOURCED = "unsourced"
    SECOND_HAND = "second_hand"
    SOURCED = "sourced"


SIGNS = {
    State.DOES_NOT: "≠",
    State.CONFLICT: "↔",
    State.ADDS_UP: "=",
    State.CANNOT: "?",
    State.UNSOURCED: "○",
    State.SECOND_HAND: "◐",
    State.SOURCED: "●",
}
MEANINGS = {
    State.DOES_NOT: "does not add up",
    State.CONFLICT: "disagrees with another figure",
    State.ADDS_UP: "adds up",
    State.CANNOT: "sum cannot be checked",
    State.UNSOURCED: "no source named",
    State.SECOND_HAND: "source citing a source",
    State.SOURCED: "source named",
}
BY_VERDICT = {
    Verdict.DOES_NOT: State.DOES_NOT,
    Verdict.ADDS_UP: State.ADDS_UP,
    Verdict.CANNOT: State.CANNOT,
}


def figure_states(reading: Reading) -> tuple[tuple[State, ...], ...]:
    """The states of every figure, each figure's in order of weight; the last is where it comes from."""
    states: list[set[State]] = [{_origin(reading, owner)} for owner in reading.owners]
    for check in reading.checks:
        for figure in judged(check):
            states[figure].add(BY_VERDICT[check.verdict])
    for conflict in reading.conflicts:
        if conflict.verdict is Agreement.CONFLICTS:
            states[conflict.left].add(State.CONFLICT)
            states[conflict.right].add(State.CONFLICT)
    order = list(State)
    return tuple(tuple(sorted(one, key=order.index)) for one in states)


def judged(check: Check) -> Iterator[int]:
    """The figures that a sum's verdict is about: the stated result, else all of its operands."""
    if check.stated is not None:
        yield check.stated
    else:
        yield from (operand for operand in check.operands if isinstance(operand, int))


def _origin(reading: Reading, owner: int | None) -> State:
    chain = () if owner is None else reading.attributions[owner].chain
    if not chain:
        return State.UNSOURCED
    return State.SOURCED if len(chain) == 1 else State.SECOND_HAND
