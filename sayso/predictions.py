"""What is foretold on a page: what, due when, on whose say-so."""

from collections.abc import Iterator
from functools import cache

from sayso.model import Attribution, Parse, Period, Prediction, Reading, Span
from sayso.vocabulary import Certainty
from sayso.words import load_words


def find_predictions(reading: Reading) -> tuple[Prediction, ...]:
    """Find what is foretold.

    A clause foretells with "will" beside a date or a figure, with "may" or "could" beside a time to
    come, with "is expected to", or as the content of a forecast. Questions, the reader's and the
    writer's own "will" and plans of the past are no predictions.

    Args:
        reading: with its sentences, parses, figures, dates and attributions.

    Returns:
        One prediction a clause, in the order of the text.
    """
    found = []
    for number in sorted(reading.grammar):
        sentence = reading.sentences[number]
        text = sentence.span.of(reading.page.text)
        if text.rstrip("”\"' ").endswith("?"):
            continue
        taken: list[Span] = []
        for clause in _foretelling(reading, number):
            if any(clause.overlaps(one) for one in taken):
                continue
            taken.append(clause)
            owner = _owner(clause, reading.attributions)
            if owner is not None:
                clause = _said(clause, reading.attributions[owner])
            found.append(Prediction(clause, _due(reading, clause), owner))
    return tuple(found)


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    value = load_words("forecasts")[table][key]
    return frozenset(value.split() if isinstance(value, str) else value)


def _foretelling(reading: Reading, number: int) -> Iterator[Span]:
    parse = reading.grammar[number]
    for place, token in enumerate(parse):
        word = token.text.lower()
        if token.tag == "MD" and word in _words("certain") | _words("possible"):
            verb = token.head
            clause = _clause(parse, verb)
            if _subject(parse, verb) in _words("rhetorical", "subjects"):
                continue
            dated = _due(reading, clause) is not None or _looks_ahead(clause.of(reading.page.text))
            counted = any(clause.holds(figure.span) for figure in reading.figures)
            if dated or (counted and word in _words("certain")):
                yield clause
        elif word in _words("expected") and _is_now(parse, place) and _has_infinitive(parse, place):
            yield _clause(parse, place)
    foretold = (one for one in reading.attributions if one.certainty == Certainty.PREDICTED and one.cue)
    span = reading.sentences[number].span
    for one in foretold:
        if one.cue is not None and span.holds(one.cue) and _is_forecast(one.cue.of(reading.page.text)):
            whole = Span(one.content[0].start, one.content[-1].end)
            counted = any(whole.holds(figure.span) for figure in reading.figures)
            if counted or _due(reading, whole) is not None:
                yield whole


def _is_forecast(cue: str) -> bool:
    """Whether a cue foretells now; what "was expected" once is no prediction any more."""
    if cue.split()[0].lower() in _words("past", "openers"):
        return False
    bases = _words("foretelling")
    return any(part.lower().startswith(base.rstrip("e")) for part in cue.split() for base in bases)


def _clause(parse: Parse, verb: int) -> Span:
    """The clause of a verb: all that hangs on it, and joined verbs without a subject of their own."""
    inside = [place for place in range(len(parse)) if _hangs(parse, place, verb)]
    first, last = min(inside), max(inside)
    while last > first and parse[last].dep == "punct" and parse[last].text not in ")%":
        last -= 1
    while first < last and parse[first].dep in ("punct", "mark", "cc"):
        first += 1
    return Span(parse[first].span.start, parse[last].span.end)


def _hangs(parse: Parse, place: int, top: int) -> bool:
    steps = 0
    while place != top:
        token = parse[place]
        own = any(one.head == place and one.dep in ("nsubj", "nsubjpass") for one in parse)
        if token.head == place or steps > len(parse) or (token.dep in ("conj", "ccomp", "parataxis") and own):
            return False
        place, steps = token.head, steps + 1
    return True


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
    """The date in a clause that is still to come on the day of publication; without one, any later end."""
    published = reading.page.published
    for period in reading.dates:
        if not clause.overlaps(period.span):
            continue
        end = period.last or period.first
        if end is not None and (published is None or end >= published):
            return period
    return None


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
