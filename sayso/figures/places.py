"""Finds where a figure holds: the name of a place that a preposition ties to its clause."""

from typing import NamedTuple

from sayso.figures.grammar import Grammar
from sayso.figures.wordsets import word_set
from sayso.model import Span

LOCATING = frozenset(("in", "near", "across", "outside", "throughout"))
NAMES = frozenset(("NNP", "NNPS"))


class Place(NamedTuple):
    """The name of a place, the offset of the preposition before it and the clause that it stands in."""

    span: Span
    at: int
    clause: int


def find_places(grammar: Grammar | None, dates: tuple[Span, ...]) -> tuple[Place, ...]:
    """The names behind "in", "near", "across" … of a sentence.

    Args:
        grammar: its parse.
        dates: the date expressions, whose names are months and days.
    """
    if grammar is None:
        return ()
    out = []
    for number, token in enumerate(grammar.parse):
        if token.dep != "prep" or token.text.lower() not in LOCATING:
            continue
        name = grammar.object_of(number)
        if name is None or grammar.parse[name].tag not in NAMES:
            continue
        place = grammar.phrase(name)
        known = any(place.overlaps(date) for date in dates) or grammar.parse[name].text.lower() in word_set(
            "no_places"
        )
        if not known:
            out.append(Place(place, token.span.start, grammar.clause_of(number)))
    return tuple(out)


def place_of(span: Span, grammar: Grammar | None, places: tuple[Place, ...]) -> Span | None:
    """The nearest of a sentence's places in the clause of a figure."""
    mine = grammar.at(span.start) if grammar and places else None
    if grammar is None or mine is None:
        return None
    clause = grammar.clause_of(mine)
    near = [place for place in places if place.clause == clause]
    return min(near, key=lambda place: abs(place.at - span.start)).span if near else None
