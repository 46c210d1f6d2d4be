"""Finds where a figure holds: the name of a place that a preposition ties to its clause."""

from sayso.figures.grammar import Grammar
from sayso.figures.wordsets import word_set
from sayso.model import Span

LOCATING = frozenset(("in", "near", "across", "outside", "throughout"))
NAMES = frozenset(("NNP", "NNPS"))


def place_of(span: Span, grammar: Grammar | None, dates: tuple[Span, ...]) -> Span | None:
    """The nearest name behind "in", "near", "across" … in the clause of a figure.

    Args:
        span: the figure.
        grammar: the parse of its sentence.
        dates: the date expressions, whose names are months and days.
    """
    if grammar is None:
        return None
    best: tuple[int, Span] | None = None
    mine = grammar.at(span.start)
    for number, token in enumerate(grammar.parse):
        if token.dep != "prep" or token.text.lower() not in LOCATING or mine is None:
            continue
        name = grammar.object_of(number)
        if name is None or grammar.parse[name].tag not in NAMES:
            continue
        place = grammar.phrase(name)
        known = any(place.overlaps(date) for date in dates) or grammar.parse[name].text.lower() in word_set(
            "no_places"
        )
        if known or grammar.clause_of(number) != grammar.clause_of(mine):
            continue
        distance = abs(token.span.start - span.start)
        if best is None or distance < best[0]:
            best = (distance, place)
    return best[1] if best else None
