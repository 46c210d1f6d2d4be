"""What is foretold on a page: what, due when, on whose say-so."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cache

from sayso.model import Attribution, Parse, Period, Prediction, Reading, Span, Token
from sayso.vocabulary import Certainty, Role
from sayso.words import load_words

# A clause joined under one of these labels stands apart where it has a subject of its own.
# Mean lengths, in days, of the Gregorian calendar's month and year.
_DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(146097, 4800),
    "year": Fraction(146097, 400),
    "decade": Fraction(146097, 40),
}
# Beyond this many days nobody foretells with a term.
_FARTHEST = 100_000
# The name of the place in a dateline is no longer.
_LONGEST_PLACE = 40
_TERM = re.compile(r"\b(?:in|over|within)(?: the)?(?: next| coming)? \Z")
# How many characters before a figure are looked at for "the".
NEAR = 12
APART = frozenset({"conj", "ccomp", "parataxis"})


def find_predictions(reading: Reading) -> tuple[Prediction, ...]:
    """Find what is foretold.

    A clause foretells with "will" or "is expected to" beside a date or a figure, with "may" or "could"
    beside a time to come, or as the content of a forecast. Questions, the reader's and the
    writer's own "will" and plans of the past are no predictions.

    Args:
        reading: with its sentences, parses, figures, dates and attributions.

    Returns:
        One prediction a clause, in the order of the text.
    """
    counted: defaultdict[int, list[Span]] = defaultdict(list)
    for figure in reading.figures:
        counted[figure.sentence].append(figure.span)
    forecasts = [one for one in reading.attributions if _is_forecast(reading, one)]
    starts = [sentence.span.start for sentence in reading.sentences]
    foretold: defaultdict[int, list[Attribution]] = defaultdict(list)
    for one in forecasts:
        if one.cue is not None:
            foretold[bisect_right(starts, one.cue.start) - 1].append(one)
    found = []
    for number in sorted(reading.grammar):
        sentence = reading.sentences[number]
        text = sentence.span.of(reading.page.text)
        if text.rstrip("”\"' ").endswith("?"):
            continue
        taken: list[Span] = []
        for clause, said_at in _foretelling(reading, number, counted[number], foretold[number]):
            if any(clause.overlaps(one) for one in taken):
                continue
            taken.append(clause)
            owner = _owner(clause, reading.attributions)
            if owner is not None:
                said = _said(clause, reading.attributions[owner])
                # A content of the verb alone ("to pay 5,000") would lose who pays.
                if 2 * (said.end - said.start) >= clause.end - clause.start:
                    clause = said
            later = Span(min(max(said_at, clause.start), clause.end), clause.end)
            due = _due(reading, later) or _due(reading, clause)
            due = due or _reckoned(reading, clause) or _undated(reading, clause)
            found.append(Prediction(clause, due, owner))
    return tuple(found)


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    value = load_words("forecasts")[table][key]
    return frozenset(value.split() if isinstance(value, str) else value)


def _foretelling(
    reading: Reading, number: int, figures: Sequence[Span], foretold: Sequence[Attribution]
) -> Iterator[tuple[Span, int]]:
    """The clauses of a sentence that foretell, and where the verb of each stands.

    What happens is due on a day behind the verb rather than on one of its subject's: "the plan to save
    5,000 this year will be voted on in May".
    """
    parse = reading.grammar[number]
    for place, token in enumerate(parse):
        word = token.text.lower()
        if token.tag == "MD" and word in _words("certain") | _words("possible"):
            verb = token.head
            clause = _clause(parse, verb)
            if _subject(parse, verb) in _words("rhetorical", "subjects"):
                continue
            if word in _words("possible") and _is_undone(parse, verb):
                continue
            if _is_planned(parse, verb):
                continue
            known = reading.page.published is not None or word in _words("certain")
            dated = (known and _due(reading, clause) is not None) or _looks_ahead(
                clause.of(reading.page.text)
            )
            counted = any(
                clause.holds(one) and (one.start > token.span.start or _is_new(reading, one, token))
                for one in figures
            )
            if dated or (counted and word in _words("certain")):
                yield clause, token.span.start
        elif word in _words("expected") and _is_now(parse, place) and _has_infinitive(parse, place):
            clause = _clause(parse, place)
            counted = any(clause.holds(one) for one in figures)
            if counted or _due(reading, clause) is not None or _looks_ahead(clause.of(reading.page.text)):
                yield clause, token.span.start
    for forecast in foretold:
        whole = Span(forecast.content[0].start, forecast.content[-1].end)
        if any(whole.holds(one) for one in figures) or _due(reading, whole) is not None:
            yield whole, whole.start


def _is_planned(parse: Parse, verb: int) -> bool:
    """Whether an event only stands in a calendar: "a hearing will take place", "pilots will walk out"."""
    word = parse[verb].text.lower()
    beside = [
        one.text.lower()
        for one in parse
        if one.head == verb and one.dep in ("prt", "advmod", "dobj", "auxpass")
    ]
    if word in _words("planned", "acting") or any(
        f"{word} {one}" in _words("planned", "phrases") for one in beside
    ):
        return True
    passive = any(one in ("be", "been") for one in beside)
    return passive and word in _words("planned", "held")


def _is_forecast(reading: Reading, one: Attribution) -> bool:
    """Whether an attribution foretells now; what "was expected" once is no prediction any more."""
    if one.certainty != Certainty.PREDICTED or one.cue is None:
        return False
    words = one.cue.of(reading.page.text).lower().split()
    if words[0] in _words("past", "openers"):
        return False
    return any(word.startswith(base.rstrip("e")) for word in words for base in _words("foretelling"))


def _clause(parse: Parse, verb: int) -> Span:
    """The clause of a verb: all that hangs on it, but no joined clause with a subject of its own."""
    apart = {one.head for one in parse if one.dep in ("nsubj", "nsubjpass")}
    inside = {verb: True}
    for place in range(len(parse)):
        path = []
        here = place
        while here not in inside:
            path.append(here)
            inside[here] = False
            token = parse[here]
            if token.head == here or (token.dep in APART and here in apart):
                break
            here = token.head
        reached = inside[here]
        inside.update(dict.fromkeys(path, reached))
    places = [place for place, hangs in inside.items() if hangs]
    first, last = min(places), max(places)
    while last > first and _closes_nothing(parse, last):
        last -= 1
    while first < last and parse[first].dep in ("punct", "mark", "cc"):
        first += 1
    return Span(parse[first].span.start, parse[last].span.end)


def _is_new(reading: Reading, figure: Span, verb: Token) -> bool:
    """Whether a count before "will" is foretold: "up to 40 men will go", but not "the 40 men will go"."""
    before = reading.page.text[max(figure.start - NEAR, 0) : figure.start].split()[-1:]
    between = reading.page.text[figure.end : verb.span.start]
    known = bool(before) and (before[0].lower() in _words("known") or before[0][-1] in ",(")
    named = "-" in figure.of(reading.page.text)
    return not known and not named and between[:1] == " " and not any(mark in between for mark in ",;(")


def _closes_nothing(parse: Parse, place: int) -> bool:
    """Whether a word at the end of a clause belongs to what follows it: a comma, "but", "so"."""
    token = parse[place]
    joint = token.dep == "cc" or (token.text.lower() in ("so", "but") and token.dep in ("advmod", "mark"))
    return joint or (token.dep == "punct" and token.text not in ")%")


def _is_undone(parse: Parse, verb: int) -> bool:
    """Whether something only would have been: "it would have cost 5,000"."""
    return any(
        one.head == verb and one.dep == "aux" and one.text.lower() in ("have", "’ve", "'ve") for one in parse
    )


def _subject(parse: Parse, verb: int) -> str:
    return next(
        (one.text.lower() for one in parse if one.head == verb and one.dep in ("nsubj", "nsubjpass")), ""
    )


def _is_now(parse: Parse, place: int) -> bool:
    """Whether "expected" is said of now: "is expected to", not "was expected to"."""
    token = parse[place]
    near = [one.text.lower() for one in parse if one.head == place and one.dep in ("aux", "auxpass")]
    near += [parse[token.head].text.lower()] if token.dep in ("acomp", "attr", "oprd") else []
    return any(word in ("is", "are", "'s", "’s", "'re", "’re", "be", "been") for word in near)


def _has_infinitive(parse: Parse, place: int) -> bool:
    return any(
        one.head == place
        and one.dep in ("xcomp", "ccomp", "advcl")
        and any(two.head == other and two.tag == "TO" for two in parse)
        for other, one in enumerate(parse)
    )


def _looks_ahead(clause: str) -> bool:
    lower = clause.lower()
    return any(phrase in lower for phrase in _words("future", "phrases"))


def _due(reading: Reading, clause: Span) -> Period | None:
    """The date in a clause that is still to come on the day of publication.

    Of a page without that day, a date of an earlier year than the latest on the page is none to come.
    """
    published = reading.page.published
    ends = [end for period in reading.dates if (end := period.last or period.first)]
    now = published or (date(max(end.year for end in ends), 1, 1) if ends else date.min)
    for period in reading.dates:
        behind = period.span.of(reading.page.text).lower().startswith("since")
        end = period.last or period.first
        if not clause.overlaps(period.span) or behind or end is None or end < now:
            continue
        if not _is_dateline(reading.page.text, period.span):
            return period
    return None


def _is_dateline(text: str, day: Span) -> bool:
    """Whether a day stands in a line that opens a report: "MARSK, 14 May (Weir News) - …"."""
    line = text.rfind("\n", 0, day.start) + 1
    before = text[max(line, day.start - _LONGEST_PLACE) : day.start]
    return (
        line >= day.start - _LONGEST_PLACE
        and re.fullmatch(r"[A-Z][^a-z]*[A-Z],? ", before) is not None
        and re.match(r" ?(?:\([^()\n]{1,40}\) ?)?[-–—] ", text[day.end : day.end + 50]) is not None
    )


def _reckoned(reading: Reading, clause: Span) -> Period | None:
    """The term in "within 18 months", "in two years", counted from the day of publication.

    Without that day the term stands without an end.
    """
    text, published = reading.page.text, reading.page.published
    for figure in reading.figures:
        days = _DAYS.get(figure.unit or "")
        if figure.role is not Role.DURATION or not clause.holds(figure.span) or days is None:
            continue
        joint = _TERM.search(text[clause.start : figure.span.start])
        within = figure.span.of(text).lower().startswith("within")
        if figure.value is None or not (within or joint) or figure.value * days > _FARTHEST:
            continue
        start = figure.span.start if within or joint is None else clause.start + joint.start()
        span = Span(start, figure.span.end)
        if published is None:
            return Period(span, None, None)
        last = date.fromordinal(min(published.toordinal() + int(figure.value * days), date.max.toordinal()))
        return Period(span, published, last)
    return None


def _undated(reading: Reading, clause: Span) -> Period | None:
    """A date in a clause that cannot be resolved, as "by December" on a page without a date."""
    if reading.page.published is not None:
        return None
    open_ = (one for one in reading.dates if one.first is None and one.last is None)
    return next((one for one in open_ if clause.overlaps(one.span)), None)


def _said(clause: Span, attribution: Attribution) -> Span:
    """The part of a clause that is content: "According to Holm" foretells nothing."""
    shared = [
        Span(max(clause.start, one.start), min(clause.end, one.end))
        for one in attribution.content
        if one.overlaps(clause)
    ]
    return Span(shared[0].start, shared[-1].end)


def _owner(clause: Span, attributions: tuple[Attribution, ...]) -> int | None:
    best: tuple[int, int] | None = None
    for number, one in enumerate(attributions):
        if any(span.overlaps(clause) for span in one.content):
            size = sum(span.end - span.start for span in one.content)
            if best is None or size < best[0]:
                best = (size, number)
    return best[1] if best else None
