"""Words that several rules need to speak of figures, sums and sources."""

from sayso.model import Check, Figure, Reading, Span
from sayso.vocabulary import Verdict

_VERDICTS = {
    Verdict.ADDS_UP: "adds up",
    Verdict.DOES_NOT: "does not add up",
    Verdict.CANNOT: "cannot be checked",
}
_LONGEST = 60


def quote(reading: Reading, span: Span) -> str:
    """The words of a span on one line, cut where they are long."""
    words = " ".join(span.of(reading.page.text).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def owner_of(reading: Reading, check: Check) -> str | None:
    """The name of the source on whose say-so a sum stands, None for the page's own."""
    return None if check.whose is None else source_of(reading, check.whose)


def source_of(reading: Reading, attribution: int) -> str | None:
    """The name of the nearest source of an attribution."""
    chain = reading.attributions[attribution].chain
    return chain[0].name if chain else None


def owner(reading: Reading, number: int) -> int | None:
    """The attribution on which a figure stands, None for the page's own."""
    return reading.owners[number] if number < len(reading.owners) else None


def working_of(reading: Reading, check: Check) -> str:
    """A check's working with what is stated and the verdict.

    "18,984 / 9,487 = 2.001, stated: twice → adds up".
    """
    stated = "" if check.stated is None else f", stated: {quote(reading, reading.figures[check.stated].span)}"
    return f"{check.working}{stated} → {_VERDICTS[check.verdict]}"


def named(reading: Reading, figure: Figure) -> str:
    """A figure with what it counts: "1,700 men"."""
    words = quote(reading, figure.span)
    thing = figure.thing
    if thing is None or figure.span.overlaps(thing) or thing.start < figure.span.end:
        return words
    return quote(reading, Span(figure.span.start, thing.end))


def in_words(result: str) -> str:
    """A result as a sentence has it: "[7, 9]" is "between 7 and 9"."""
    if result[:1] in "[(" and ", " in result:
        low, high = result.strip("[]()").split(", ")
        return f"between {low} and {high}"
    return result
