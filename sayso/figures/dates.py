"""Reads single dates: days, months, years, seasons, quarters, feasts, and what is reckoned from today."""

import re
from functools import cache

from sayso.figures.anchored import read_anchored
from sayso.figures.calendar import holiday_names
from sayso.figures.datewords import four_digits, table, year_behind
from sayso.figures.eras import read_era
from sayso.figures.lexicon import ordinal_value
from sayso.figures.monthdays import read_day_led, read_lone_day, read_month_led, read_weekday_led
from sayso.figures.partial import NOTHING, Clock, Partial
from sayso.figures.parts import Words, word_at
from sayso.figures.relative import (
    read_ago,
    read_count_of,
    read_day_of_turned,
    read_day_word,
    read_running,
    read_turned,
)
from sayso.figures.slashes import read_slashes


def read_point(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read the single date that begins at a word, the longest of all readings."""
    best = None
    for reader in (
        read_slashes,
        read_month_led,
        read_day_led,
        read_weekday_led,
        read_lone_day,
        _season,
        _quarter,
        _feast,
        read_era,
    ):
        found = reader(words, at)
        if found and (best is None or found.last > best.last):
            best = found
    for relative in (
        read_day_of_turned,
        read_day_word,
        read_running,
        read_anchored,
        read_turned,
        read_ago,
        read_count_of,
    ):
        found = relative(words, at, clock)
        if found and (best is None or found.last > best.last):
            best = found
    return _with_turned_year(words, best, clock) if best else None


def _with_turned_year(words: Words, found: Partial, clock: Clock) -> Partial:
    """Read the year of "May last year", "the third quarter of this year", "10 June of next year"."""
    dated = found.month or found.quarter or found.half or found.season or found.feast
    at = found.last + (word_at(words, found.last) == "of")
    turn = table("turns").get(word_at(words, at))
    named = word_at(words, at) in ("last", "this", "next") and word_at(words, at + 1) == "year"
    if not dated or found.year is not None or found.fixed is not None or not named or turn is None:
        return found
    if clock.today is None:
        return found._replace(last=at + 2, fixed=NOTHING)
    return found._replace(last=at + 2, year=clock.today.year + turn)


def _season(words: Words, at: int) -> Partial | None:
    """Read "The spring of 2025", "summer 2019"; bare "spring" only where the text makes it a time."""
    season = table("seasons").get(words[at].low)
    if season is None:
        return None
    year, behind = year_behind(words, at + 1)
    if year is None and behind == at + 1:
        before, further = word_at(words, at - 1), word_at(words, at - 2)
        timely = before in (
            "this",
            "last",
            "next",
            "in",
            "since",
            "by",
            "until",
            "during",
            "previous",
            "mid",
            "late",
            "early",
        )
        timely = timely or (
            before == "the" and further in ("in", "since", "by", "until", "during", "over", "for", "through")
        )
        if not timely or word_at(words, at + 1) in ("of", "s", "-"):
            return None
    return Partial(at, behind, year=year, season=season)


def _quarter(words: Words, at: int) -> Partial | None:
    """Read "The first quarter of 2019", "Q3 2019", "2019-Q1", "the second half of next year"."""
    found = _short_quarter(words, at)
    if found:
        return found
    word = words[at]
    number = ordinal_value(word) or (
        int(word.text)
        if word.digits
        and word.text in ("1", "2", "3", "4")
        and word_at(words, at + 1) in ("st", "nd", "rd", "th")
        else None
    )
    last = at + 2 if word.digits else at + 1
    if number is None:
        number, last = {"last": 4, "final": 4, "latest": 4, "latter": 2}.get(word.low), at + 1
        kind = word_at(words, last)
        dated = kind == "quarter" and word.low in ("last", "final") and year_behind(words, last + 1)[0]
        if number is None or (kind != "half" and not dated):
            return None
        number = 2 if kind == "half" else number
    fiscal = word_at(words, last) in ("fiscal", "financial")
    last += fiscal
    kind = word_at(words, last)
    if kind not in ("quarter", "half") or number > (4 if kind == "quarter" else 2):
        return None
    last += 1
    if kind == "half" and word_at(words, last) == "of":
        part = _half_of(words, at, last + 1, number)
        if part is not None:
            return part
    year, behind = year_behind(words, last)
    if fiscal or word_at(words, last + (word_at(words, last) == "of")) in ("fiscal", "financial"):
        return _fiscal_quarter(words, at, last)
    year = year if year is not None else _year_of_whose(words, at)
    if (
        year is None
        and word_at(words, last) == "of"
        and word_at(words, last + 1) in ("the", "this")
        and word_at(words, last + 2) == "year"
    ):
        behind = last + 3
    elif year is None and kind == "half" and not _of_a_year(words, last):
        return None
    if kind == "quarter":
        return Partial(at, behind, year=year, quarter=number)
    return Partial(at, behind, year=year, half=number)


def _half_of(words: Words, at: int, last: int, number: int) -> Partial | None:
    """Read "the first half of May", "the second half of the 1980s": half of something that is no year."""
    skip = last + (word_at(words, last) == "the")
    inner = (read_month_led(words, skip) or read_era(words, skip)) if skip < len(words) else None
    if inner is None or inner.first > skip or inner.day is not None or (inner.year and not inner.month):
        return None
    return inner._replace(first=at, portion=(0, 6) if number == 1 else (6, 12))


def _fiscal_quarter(words: Words, at: int, last: int) -> Partial:
    """A quarter of a fiscal year, whose days nobody told us: "the first quarter of fiscal 2026"."""
    skip = last + (word_at(words, last) == "of")
    skip += word_at(words, skip) in ("fiscal", "financial")
    skip += word_at(words, skip) == "year"
    year, behind = year_behind(words, skip)
    return Partial(at, behind if year else last, fixed=NOTHING)


def _year_of_whose(words: Words, at: int) -> int | None:
    """The year before "2025's third quarter"."""
    owned = word_at(words, at - 1) == "s" and word_at(words, at - 2) in ("'", "’")
    return four_digits(words, at - 3) if owned and at > 2 else None


def _short_quarter(words: Words, at: int) -> Partial | None:
    """Read "Q3", "q1-2019", "2019 Q1", "H1 2020"."""
    if words[at].text in ("1", "2", "3", "4") and word_at(words, at + 1) == "q" and words[at + 1].tight:
        year, behind = year_behind(words, at + 2)
        return Partial(at, behind, year=year, quarter=int(words[at].text))
    year, start = four_digits(words, at), at
    if year:
        start = at + 2 if word_at(words, at + 1) == "-" else at + 1
    if word_at(words, start) not in ("q", "h") or start + 1 >= len(words) or not words[start + 1].tight:
        return None
    number = words[start + 1].text
    kind = words[start].low
    if number not in ("1", "2", "3", "4") or (kind == "h" and (number > "2" or words[start].text == "h")):
        return None
    last = start + 2
    if year is None:
        skip = last + 1 if word_at(words, last) == "-" else last
        year, behind = year_behind(words, skip)
        last = behind if year else last
    value = int(number)
    return (
        Partial(at, last, year=year, quarter=value)
        if kind == "q"
        else Partial(at, last, year=year, half=value)
    )


@cache
def _feast_heads() -> frozenset[str]:
    """The words with which the name of a feast begins, as a sentence is cut."""
    return frozenset(re.split(r"[^a-z]", name)[0] for name in holiday_names()) | {"st.", "st"}


def _feast(words: Words, at: int) -> Partial | None:
    """Read "Christmas", "Thanksgiving 2019", "the Fourth of July"."""
    names = holiday_names()
    if words[at].low not in _feast_heads():
        return None
    for length in (5, 4, 3, 2, 1):
        if at + length > len(words):
            continue
        last = at + length
        joined = words[at].low + "".join(("" if w.tight else " ") + w.low for w in words[at + 1 : last])
        name = joined.replace("’", "'")
        if name in names and word_at(words, at - 1) not in ("merry", "happy"):
            if words[at].text[0].islower() and name in ("new year", "new years", "easter", "may day"):
                lone = word_at(words, at - 1)
                if name == "new year" and lone in ("a", "the", "this"):
                    return None
            year, behind = year_behind(words, last)
            return Partial(at, behind, year=year, feast=name)
    return None


def _of_a_year(words: Words, at: int) -> bool:
    """Whether "of last year", "of next year" follows."""
    return word_at(words, at) == "of" and word_at(words, at + 1) in ("last", "next", "fiscal")
