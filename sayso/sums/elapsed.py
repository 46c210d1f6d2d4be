"""Elapsed time: "18 years ago, in 2001", "the six-day stretch (Jan. 21-26)", "eight months later"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from sayso.model import Given, Period, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.conversion import factor_between
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind

_E = CheckKind.ELAPSED
_DATE = r"<d(?P<a>\d+)>"
_UNTIL = r"<d(?P<b>\d+)>"
_BETWEEN = (
    rf"\b(?:from|between|dated|on|in|of)? ?{_DATE} ?(?:to|and|until|till|through|—|-) ?{_UNTIL}[^<>;]{{0,40}}<s:t>",
    rf"<s:t>[^<>;.]{{0,40}}\b(?:from|between|\() ?{_DATE} ?(?:to|and|until|till|through|—|-) ?{_UNTIL}",
    rf"\bborn (?:in |on )?{_DATE}……\bdied (?:in |on )?{_UNTIL}[^<>;]{{0,40}}<s:at>",
    rf"\bborn (?:in |on )?{_DATE}(?:(?!\b(?:his|her|their|whose|when|who)\b)(?:[^<>;]|<d\d+>)){{0,60}}{_UNTIL},? (?:at the age of|aged|at age|at) <s:a>",
    rf"{_UNTIL},? (?:just |only |some |about )?<s:t> (?:after [^<>;,.]{{0,40}})?{_DATE}",
    rf"{_DATE},? (?:just |only |some |about )?<s:t> before [^<>;,.]{{0,40}}{_UNTIL}",
    rf"{_DATE}[^<>;]{{0,60}}<s:t> (?:later|afterwards),? (?:in |on )?{_UNTIL}",
    rf"{_DATE}……{_UNTIL},? (?:just |only |some |about )?<s:t> later",
    rf"{_DATE}[^<>;]{{0,60}}\b(?:and|until|before|to) [^<>;]{{0,40}}{_UNTIL},? after (?:just |only |some |about |nearly |almost )?<s:t>(?=,| of service\b|[.!]?[\"']*$)",
)
_WITHIN = (
    rf"\({_DATE}\)(?:[^<>]|<d\d+>){{0,110}}?<s:t>",
    rf"<s:t> [^<>;.]{{0,30}}[(,—] ?{_DATE}",
    rf"{_DATE},? (?:a |the )?<s:t> (?:period|stretch|span|window)",
    rf"{_DATE},? (?:a |the )(?:period|stretch|span|run|total) of <s:t>",
    rf"{_DATE},? <s:t>(?= in all\b| in total\b| altogether\b|,|[.]|$)",
)
_RANGE = (rf"{_DATE}(?:,| \(|—| —)[^<>;]{{0,25}}<s:t>", rf"<s:t>,? ?\(?{_DATE}")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TO = re.compile(r"\b(?:to|and|until|till|through)\b|[-–—]")
_LATER = (
    rf"{_UNTIL},? (?:just |only |some |about |nearly )?<s:t> later",
    rf"{_UNTIL},? (?:just |only |some |about |nearly )?<s:t> after ",
    rf"\b(?:lasted|for|after) (?:just |only |some |about |nearly )?<s:t>,? (?:until|till|before) (?:the |his |her |its |their )?(?:[a-z]+ ){{0,2}}{_UNTIL}",
)
_EVENT = rf"{_UNTIL}[^<>a-z]{{0,5}}<s:t> (?P<way>before|after) (?:the|his|her|its|their) (?:[a-z]+ ){{0,3}}?(?P<noun>[a-z]{{4,}})\b"
_LEADS_IN = re.compile(r"^(?:from|between|in|on|by|after|before|since)(?: the)? ", re.IGNORECASE)
_IS_ITS_LENGTH = re.compile(
    r"^ ?(?:,|\(|—|--| -)? ?(?:(?:or|that is|for|lasting|about|some|nearly|over|more than|almost|just|only|an?|the|[a-z]+ of|(?:he|she|it|they|[a-z]+) (?:spent|served|lasted|ruled|reigned)) ?){0,5}$"
)
_STRETCH = re.compile(r">,? (?:a |the )(?:period|stretch|span) of <")
_NOW = re.compile(r"\b(?:today|now|yesterday|tonight)\b", re.IGNORECASE)
_TWO = 2
_NEVER = date.max
_BACK = 4
_UNIT_DAYS = {"year": 366, "month": 31, "week": 7, "day": 1}


def find_elapsed(scene: Scene, line: Line) -> Iterator[Claim]:
    """Spans of time that the line states, with the dates between which they lie."""
    if not any(letter in "ta" for letter, _, _ in line.signs):
        return
    for source in _BETWEEN:
        for match in line.find(source):
            yield from _claim(scene, line, match, int(match["a"]), int(match["b"]))
    for source in _WITHIN:
        for match in line.find(source):
            yield from _of_one_period(scene, line, match)
    for source in _RANGE:
        for match in line.find(source):
            yield from _of_range(scene, line, match)
    for match in (match for source in _LATER for match in line.find(source)):
        for start in _dates_before(scene, line, match):
            yield from _claim(scene, line, match, start, int(match["b"]), firm=False)
    yield from _between_two(scene, line)
    for match in line.find(_EVENT):
        yield from _around_event(scene, line, match)


def _between_two(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Built in 1874, it was switched off in 1994 after 120 years”: the line's two dates, whatever joins them."""
    told = [int(one[1]) for one in re.finditer(r"<d(\d+)>", line.text)]
    dates = [
        number for number in told if scene.reading.dates[number].first or scene.reading.dates[number].last
    ]
    if len(dates) != _TWO or any(
        _NOW.search(scene.reading.dates[n].span.of(scene.reading.page.text)) for n in dates
    ):
        return
    for letter, stated, _ in line.signs:
        if letter in "ta":
            unit = scene.figure(stated).unit or ("year" if letter == "a" else "")
            told_of = (_closed(scene.reading.dates[number]) for number in dates)
            first, last = sorted(told_of, key=lambda period: period.first or _NEVER)
            ways = _ways(first, last, unit, scene.reading.page.text)
            numbered = unit in ("day", "night") or all(
                any(sign.isdigit() for sign in scene.reading.dates[n].span.of(scene.reading.page.text))
                for n in dates
            )
            if ways and numbered and _is_apart(ways[0]):
                yield Claim(_E, scene.reading.sentences[line.number].span, stated, ways, firm=False)


def _is_apart(way: Way) -> bool:
    """Whether the two dates differ at all in the unit: of one year, any span of a year or none would do."""
    later, earlier = way.operands[:2]
    return isinstance(later, Given) and isinstance(earlier, Given) and later.value > earlier.value


def _closed(period: Period) -> Period:
    """“By March 2018”: the day by which it was."""
    return period if period.first else Period(period.span, period.last, period.last)


def _around_event(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Feb. 12, seven months before the attack”: the day of the attack stands elsewhere."""
    event = re.compile(rf"\b{match['noun']}\b,? ?(?:of|on|in)? ?<d(\d+)>")
    for there in scene.lines:
        found = event.search(there.text)
        if found and there.number != line.number:
            ends = (int(match["b"]), int(found[1]))
            start, end = ends if match["way"] == "before" else ends[::-1]
            yield from _claim(scene, line, match, start, end, firm=False)
            return


def _claim(
    scene: Scene, line: Line, match: re.Match[str], start: int, end: int, *, firm: bool = True
) -> Iterator[Claim]:
    stated = int(match["s"])
    unit = scene.figure(stated).unit or ""
    first, last = _closed(scene.reading.dates[start]), _closed(scene.reading.dates[end])
    ways = _ways(first, last, unit, scene.reading.page.text)
    if ways:
        yield Claim(_E, line.span(match), stated, ways, firm)


def _ways(first: Period, last: Period, unit: str, text: str) -> tuple[Way, ...]:
    """Years and months may be one off, since each date is a span of days; days count with or without the last."""
    if first.first is None or last.first is None or first.first > last.first or first == last:
        return ()
    if unit in ("day", "night"):
        if first.first != first.last or last.first != last.last:
            return ()
        operands = (
            given_date(last, last.first.toordinal(), text),
            given_date(first, first.first.toordinal(), text),
        )
        return (Way(operands, "a - b"), Way(operands, "a - b + 1"))
    months = unit in ("month", "week", "quarter")
    count = _months if months else _years
    operands = (given_date(last, count(last, text), text), given_date(first, count(first, text), text))
    factor = factor_between("month" if months else "year", unit)
    if factor is None:
        return ()
    if factor == 1:
        return (Way(operands, "a - b", slack=Fraction(1)),)
    part = Given(f"{unit} in one year", factor)
    return (Way((*operands, part), "(a - b) * c", slack=factor),)


def given_date(period: Period, value: int, text: str) -> Given:
    """A date as an operand: its words without what leads in, and the number that stands for it."""
    words = " ".join(period.span.of(text).split())
    return Given(_LEADS_IN.sub("", words), Fraction(value), period.span)


def _years(period: Period, text: str) -> int:
    """The year; "after the 2010 quake" begins behind the year that it prints."""
    printed = _YEAR.findall(period.span.of(text))
    return int(printed[0]) if len(printed) == 1 else period.first.year if period.first else 0


def _months(period: Period, text: str) -> int:  # noqa: ARG001 — one signature for both
    return period.first.year * 12 + period.first.month if period.first else 0


def _of_range(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """A date that names both ends: "from 2001 to 2009, a loss of eight years"."""
    period, stated = scene.reading.dates[int(match["a"])], int(match["s"])
    words = period.span.of(scene.reading.page.text)
    unit = scene.figure(stated).unit
    if (
        period.first is None
        or period.last is None
        or unit not in ("year", "decade", "month")
        or not _TO.search(words)
    ):
        return
    years = [int(year) for year in re.findall(r"\b\d{4}\b", words)]
    if unit in ("year", "decade") and years != [period.first.year, period.last.year]:
        return
    cut = _TO.search(words, 1)
    start, end = (period.span.start, period.span.end)
    left, right = (
        (Span(start, start + cut.start()), Span(start + cut.end(), end)) if cut else (period.span,) * 2
    )
    ends = (Period(left, period.first, period.first), Period(right, period.last, period.last))
    ways = _ways(*ends, unit, scene.reading.page.text)
    if ways:
        # "From 2001 to 2009, after two years of talks": that is another time.
        between = line.text[line.text.index(">", match.start()) + 1 : line.text.rindex("<", 0, match.end())]
        yield Claim(_E, line.span(match), stated, ways, _IS_ITS_LENGTH.match(between) is not None)


def _of_one_period(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """A date that is itself a stretch of days: "Jan. 21-26"."""
    period, stated = scene.reading.dates[int(match["a"])], int(match["s"])
    words = period.span.of(scene.reading.page.text)
    if scene.figure(stated).unit not in ("day", "night") or not period.first or not period.last:
        return
    if period.first == period.last or not re.search(
        r"\d ?[-–—] ?(?:[A-Z][a-z]+\.? ?)?\d|\b(?:to|and|until|till|through)\b", words
    ):
        return
    days = Given(
        f"days of {' '.join(words.split())}", Fraction((period.last - period.first).days + 1), period.span
    )
    # "March 2-16, a stretch of 14 days" says it of these days; what else stands beside days may not.
    sure = bool(_STRETCH.search(match[0]))
    yield Claim(_E, line.span(match), stated, (Way((days,), "a"), Way((days,), "a - 1")), firm=sure)


def _dates_before(scene: Scene, line: Line, match: re.Match[str]) -> list[int]:
    """Dates of this line and the ones before it, the nearest first."""
    found = [int(one[1]) for one in re.finditer(r"<d(\d+)>", line.text[: match.start()])][::-1]
    for step in range(1, _BACK + 1):
        before = scene.before(line, step)
        if before:
            found += [int(one[1]) for one in re.finditer(r"<d(\d+)>", before.text)][::-1]
    return found[:_BACK]
