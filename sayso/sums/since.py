"""Years up to the day of publication: "three years ago, in 2020", "for 49 years, since 1976"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Given, Period
from sayso.sums.claim import Claim, Way
from sayso.sums.conversion import factor_between
from sayso.sums.elapsed import given_date
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Role

_DATE = r"<d(?P<a>\d+)>"
_SINCE = (
    rf"<s:t>[^<>;.]{{0,30}}\bsince (?:the |his |her |its |their )?[^<>;.]{{0,15}}{_DATE}",
    rf"\bsince {_DATE}[^<>;.]{{0,30}}<s:t>",
    rf"<s:t>,? (?:after|ago,? in|ago,? on|ago,?) [^<>;.]{{0,90}}{_DATE}",
)
# "Ago" belongs to the length of time, and "three years ago, in 2020" is told of one day only.
_BESIDE = (
    rf"<s:t>(?:,|—|--| -| \()? ?(?:back )?(?:in |on )?{_DATE}",
    rf"{_DATE},? (?:just |only |some |about |almost |nearly |more than |over )?<s:t>(?=[,.;)\"']|$)",
)
# Told on, with nothing between that begins something else: they may mean it.
_NEAR = (
    rf"<s:t>, since [^<>;.]{{0,40}}{_DATE}",
    rf"{_DATE}(?:[^<>;.]|<[cmqpfxr]\d+>){{0,80}}?\b(?:in|for|after|lasted|that|over) (?:just |only |some |about |almost |nearly |more than |over )?<s:t>",
    rf"<s:t>[^<>;.]{{0,60}}(?:[^<>;.]|<[a-z]\d+>){{0,60}}\bfrom (?:[^<>;.]|<[cmqpr]\d+>){{1,30}}{_DATE}",
    rf"\b(?:built|opened|founded|formed|made|born|set up|launched|created|established|begun|started) {_DATE}[^<>;.]{{0,40}}<s:at>",
    rf"\b(?:built|opened|founded|formed|made|born|set up|launched|created|established|begun|started) {_DATE}[^<>;.]{{0,40}}\b(?:turned|turns|is|marks|celebrates|marked) (?:its |her |his )?<s:c>(?= this| today| on|[,.]|$)",
    rf"{_DATE}(?:[^<>;]|<[cmqpr]\d+>){{1,40}}, <s:t>(?=[,.;)]|$)",
)
_AGO = re.compile(r"\bago$", re.IGNORECASE)
_IS_SINCE = re.compile(r"^since\b", re.IGNORECASE)
# A term that is laid down for what is to come runs on from no day that is told.
_LAID_DOWN = re.compile(
    r"\b(?:jail\w*|sentence\w*|prison|lease\w*|contract\w*|deal|term|guarantee\w*|repa\w+|bail|bond|loan|mortgage|licen[cs]e\w*|banned|ban|served?)\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SOME_DATE = re.compile(r"<d(\d+)>")
_QUOTES = '"“”«'
_FEWEST = 3


def find_since(scene: Scene, line: Line) -> Iterator[Claim]:
    """Years that the line counts up to the day of publication, where the page tells that day."""
    if scene.reading.page.published is None or "d" not in line.text or not line.signs:
        return
    for source in _BESIDE:
        for match in line.find(source):
            if _counts_from(scene, match):
                yield from _until_now(scene, line, match, firm=_is_the_papers(scene, line))
    for source in _SINCE:
        for match in line.find(source):
            yield from _until_now(scene, line, match)
    if not _LAID_DOWN.search(line.text):
        for source in _NEAR:
            for match in line.find(source):
                if _prints_a_year(scene, int(match["a"])) and _is_long(scene, int(match["s"])):
                    yield from _until_now(scene, line, match)


def _counts_from(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a length of time and a date beside it are told of one day: by "ago", or by "since"."""
    text = scene.reading.page.text
    told = scene.figure(int(match["s"])).span.of(text)
    date = scene.reading.dates[int(match["a"])].span.of(text)
    return bool(_AGO.search(told) or _IS_SINCE.match(date)) and _YEAR.search(date) is not None


def _is_long(scene: Scene, number: int) -> bool:
    """Whether a length of time is long enough to be the one that the date tells: two years often are."""
    value = scene.figure(number).value
    return value is not None and value >= (1 if scene.figure(number).unit == "decade" else _FEWEST)


def _prints_a_year(scene: Scene, number: int) -> bool:
    """Whether a date is told with its year: another is itself reckoned from the day of publication."""
    return _YEAR.search(scene.reading.dates[number].span.of(scene.reading.page.text)) is not None


def _is_the_papers(scene: Scene, line: Line) -> bool:
    """Whether the line tells of one year and quotes nobody: words that are quoted may be old ones."""
    years = [n for n in map(int, _SOME_DATE.findall(line.text)) if _prints_a_year(scene, n)]
    return len(years) == 1 and not any(mark in line.text for mark in _QUOTES)


def _until_now(scene: Scene, line: Line, match: re.Match[str], *, firm: bool = False) -> Iterator[Claim]:
    """Years up to the day of publication, one more or less: neither end need be told to the day."""
    published, stated = scene.reading.page.published, int(match["s"])
    first = scene.reading.dates[int(match["a"])]
    if published is None or first.first is None or first.first > published:
        return
    figure = scene.figure(stated)
    unit = figure.unit or ("year" if figure.role in (Role.AGE, Role.COUNT) else "")
    if unit == "month" and (way := _months_between(scene, first)):
        yield Claim(CheckKind.ELAPSED, line.span(match), stated, (way,), firm)
    if unit in ("year", "decade", "century"):
        yield Claim(CheckKind.ELAPSED, line.span(match), stated, (_years_between(scene, first, unit),), firm)


def _months_between(scene: Scene, first: Period) -> Way | None:
    """Months up to the day of publication, one more or less, from a date that names its month."""
    page = scene.reading.page
    start, end = first.first, first.last
    if (
        page.published is None
        or start is None
        or end is None
        or (start.year, start.month) != (end.year, end.month)
    ):
        return None
    now = page.published.year * 12 + page.published.month
    given = Given(f"{page.published:%B %Y} (publication)", Fraction(now))
    then = given_date(first, start.year * 12 + start.month, page.text)
    return Way((given, then), "a - b", slack=Fraction(1))


def _years_between(scene: Scene, first: Period, unit: str) -> Way:
    page = scene.reading.page
    assert page.published is not None
    assert first.first is not None
    now = Given(f"{page.published.year} (publication)", Fraction(page.published.year))
    then = given_date(first, first.first.year, page.text)
    factor = factor_between("year", unit) or Fraction(1)
    if factor == 1:
        return Way((now, then), "a - b", slack=Fraction(1))
    return Way((now, then, Given(f"{unit} in one year", factor)), "(a - b) * c", slack=factor)
