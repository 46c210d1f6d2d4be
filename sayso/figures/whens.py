"""Finds the date expression that belongs to a figure."""

from bisect import bisect_left
from typing import NamedTuple

from sayso.figures.grammar import Grammar
from sayso.figures.lexicon import lexicon
from sayso.figures.parts import Words, word_at
from sayso.model import Period, Span

# A sentence with more dates is a list: then only those near the figure are looked at.
MOST = 20
FAR = 200


# So many words at most stand between "than" and the date that it compares with.
TO_THAN = 4
# Between a figure and the date that is its own.
OWN_JOINTS = frozenset(("of", "in", "on", "for", "by", "during"))
# Before a figure these tell that its date is another than that of the figures around.
LEADS = frozenset(("from", "than", "against", "versus", "vs"))
MULTIPLES = frozenset(("double", "twice", "triple", "times", "treble"))
BREAK = ";"


class Dates(NamedTuple):
    """The dates of a sentence with what keeps some of them from some of its figures.

    ``compared`` are the offsets of dates of which only a comparison speaks, ``owners`` gives the offset of
    the figure that has a date for itself, ``aside`` the date of a clause about a name with the stretch of
    that clause, ``stops`` are the offsets of commas and semicolons.
    """

    periods: tuple[Period, ...]
    compared: frozenset[int]
    owners: dict[int, int]
    aside: dict[int, Span]
    stops: tuple[tuple[int, str], ...]

    def of(self, span: Span) -> tuple[Period, ...]:
        """The dates that a figure may have."""
        return tuple(period for period in self.periods if self._may_have(span, period))

    def _may_have(self, span: Span, period: Period) -> bool:
        at = period.span.start
        if self.owners.get(at, span.start) != span.start:
            return False
        if at in self.aside and not self.aside[at].holds(span):
            return False
        if at in self.compared and at > span.start:
            return False
        low, high = (period.span.end, span.start) if at < span.start else (span.end, at)
        signs = "," if at in self.compared else BREAK
        first = bisect_left(self.stops, (low, ""))
        return not any(sign in (signs, BREAK) for at, sign in self.stops[first : first + MOST] if at < high)


def sort_dates(
    words: Words, spans: list[Span], periods: tuple[Period, ...], grammar: Grammar | None
) -> Dates:
    """Find out which dates of a sentence are not for all of its figures.

    "40 more than last year" and "half as many as in May" date no figure before them, "up from 26 in May"
    dates the 26 alone, and "Venn, who turns 50 next week, has won 114 fights" dates no fight.
    """
    if not periods:
        return Dates((), frozenset(), {}, {}, ())
    starts = [word.start for word in words]
    places = {p.span.start: bisect_left(starts, p.span.start) for p in periods}
    ends = {bisect_left(starts, span.end): span.start for span in spans}
    firsts = {span.start: bisect_left(starts, span.start) for span in spans}
    owners = {}
    for at, place in places.items():
        joined = place - (word_at(words, place - 1) in OWN_JOINTS)
        owner = ends.get(joined, ends.get(place))
        if owner is not None and _is_led(words, firsts[owner]):
            owners[at] = owner
    compared = frozenset(at for at, place in places.items() if _is_compared(words, place))
    stops = tuple((word.start, word.text) for word in words if word.text in (",", BREAK))
    return Dates(periods, compared, owners, _asides(periods, grammar), stops)


def _is_led(words: Words, at: int) -> bool:
    """Whether a figure is set against another one: "up from 26", "compared with 40", "double the £180"."""
    skip = at - (word_at(words, at - 1) in ("the", "a", "an"))
    lead = word_at(words, skip - 1)
    if lead in LEADS or (lead in ("with", "to") and word_at(words, skip - 2) == "compared"):
        return True
    return lead in MULTIPLES and skip < at


def _is_compared(words: Words, at: int) -> bool:
    """Whether a comparison leads to the date at a word: "than", "as many as", "what it was"."""
    joined = at - (word_at(words, at - 1) in OWN_JOINTS)
    if word_at(words, joined - 1) == "as" and word_at(words, joined - 2) in AMOUNTS:
        return True
    if word_at(words, joined - 1) in ("was", "were") and word_at(words, joined - 3) == "what":
        return True
    if word_at(words, at) == "on" and word_at(words, at + 1).isdecimal():
        return True  # "up 5,300 on 2021"
    for n in range(at - 1, max(-1, at - 1 - TO_THAN), -1):
        word = words[n]
        if word.low == "than" or (word.low in MULTIPLES and word_at(words, n + 1) in ("the", "its", "their")):
            return True
        if not word.text[0].isalpha() or (word.low in lexicon().starters and len(word.low) > len("an")):
            return False
    return False


AMOUNTS = frozenset(("many", "much", "high", "large", "big", "long", "often", "likely"))
# A sentence with more tokens than this is a list, whose clauses tell nothing.
LONGEST = 120


def _asides(periods: tuple[Period, ...], grammar: Grammar | None) -> dict[int, Span]:
    """The dates of clauses about a name, each with its clause."""
    if grammar is None or len(grammar.parse) > LONGEST or len(periods) > MOST:
        return {}
    found = {}
    for period in periods:
        inside = grammar.at(period.span.end - 1)
        verb = grammar.clause_of(inside) if inside is not None else None
        if verb is None or grammar.parse[verb].dep not in ("relcl", "acl"):
            continue
        if _is_set_off(grammar, verb):
            clause = [n for n in range(len(grammar.parse)) if n == verb or grammar.is_below(n, verb)]
            first, last = grammar.parse[min(clause)].span, grammar.parse[max(clause)].span
            found[period.span.start] = Span(first.start, last.end)
    return found


def _is_set_off(grammar: Grammar, verb: int) -> bool:
    """Whether a clause only adds something about its noun: a name's, or one behind a comma."""
    noun = grammar.parse[verb].head
    own = [n for n in range(noun + 1, verb + 1) if n == verb or grammar.is_below(n, verb)]
    comma = bool(own) and min(own) > noun + 1 and grammar.parse[min(own) - 1].text == ","
    return grammar.parse[noun].tag == "NNP" or comma


def date_of(span: Span, dates: Dates, grammar: Grammar | None) -> Period | None:
    """The date of a figure's clause: the one whose verb governs the figure, else the nearest.

    Args:
        span: the figure.
        dates: the date expressions of its sentence.
        grammar: the parse of the sentence.
    """
    periods = dates.periods
    if len(periods) > MOST:
        near = tuple(p for p in periods if abs(p.span.start - span.start) < FAR)
        dates = dates._replace(periods=near)
    others = [period for period in dates.of(span) if not period.span.overlaps(span)]
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
