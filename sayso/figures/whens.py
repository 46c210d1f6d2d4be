"""Finds the date expression that belongs to a figure."""

from bisect import bisect_left

from sayso.figures.grammar import Grammar
from sayso.figures.lexicon import lexicon
from sayso.figures.parts import Words
from sayso.model import Period, Span

# A sentence with more dates is a list: then only those near the figure are looked at.
MOST = 20
FAR = 200


# So many words at most stand between "than" and the date that it compares with.
TO_THAN = 4


def compared_dates(words: Words, periods: tuple[Period, ...]) -> frozenset[int]:
    """The offsets of dates that only a comparison speaks of: "40 more than last year", "than it was in May".

    The figures before such a date are of another time. A number between has the date for itself.
    """
    starts = [word.start for word in words]
    return frozenset(p.span.start for p in periods if _is_compared(words, bisect_left(starts, p.span.start)))


def _is_compared(words: Words, at: int) -> bool:
    for word in reversed(words[max(0, at - TO_THAN) : at]):
        if word.low == "than":
            return True
        if not word.text[0].isalpha() or (word.low in lexicon().starters and len(word.low) > len("an")):
            return False
    return False


def date_of(
    span: Span, periods: tuple[Period, ...], grammar: Grammar | None, compared: frozenset[int] = frozenset()
) -> Period | None:
    """The date of a figure's clause: the one whose verb governs the figure, else the nearest.

    Args:
        span: the figure.
        periods: the date expressions of its sentence.
        grammar: the parse of the sentence.
        compared: where the dates begin that belong to no figure before them.
    """
    near = periods if len(periods) <= MOST else [p for p in periods if abs(p.span.start - span.start) < FAR]
    others = [period for period in near if not period.span.overlaps(span)]
    others = [one for one in others if one.span.start not in compared or one.span.start < span.start]
    if not others:
        return None
    if len(others) == 1 or grammar is None:
        return _nearest(span, others)
    beside = [period for period in others if 0 <= period.span.start - span.end <= 1]
    beside += [period for period in others if 0 <= span.start - period.span.end <= 2]
    if beside:
        return beside[0]
    mine = _verbs(span, grammar)
    sharing = [(_shared(mine, _verbs(period.span, grammar)), period) for period in others]
    best = min(depth for depth, _ in sharing)
    return _nearest(span, [period for depth, period in sharing if depth == best])


def _nearest(span: Span, periods: list[Period]) -> Period:
    def distance(period: Period) -> tuple[int, bool]:
        gap = period.span.start - span.end if period.span.start >= span.end else span.start - period.span.end
        return gap, period.span.start < span.start

    return min(periods, key=distance)


def _verbs(span: Span, grammar: Grammar) -> list[int]:
    """The tokens from a span up to the root."""
    number = grammar.at(span.start)
    path = []
    while number is not None:
        path.append(number)
        head = grammar.parse[number].head
        number = None if head == number or len(path) > 60 else head
    return path


def _shared(mine: list[int], theirs: list[int]) -> int:
    """How far up the figure's path the two meet."""
    known = set(theirs)
    return next((step for step, number in enumerate(mine) if number in known), len(mine))
