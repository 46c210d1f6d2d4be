"""Reads single dates: days, months, years, seasons, quarters, feasts, and what is reckoned from today."""

import re
from datetime import date
from functools import cache

from sayso.figures.calendar import holiday_names
from sayso.figures.datewords import four_digits, table, year_behind
from sayso.figures.lexicon import ordinal_value
from sayso.figures.monthdays import read_day_led, read_month_led, read_weekday_led
from sayso.figures.partial import Clock, Partial
from sayso.figures.parts import Words, word_at
from sayso.figures.relative import read_ago, read_count_of, read_day_word, read_running, read_turned
from sayso.figures.slashes import read_slashes
from sayso.figures.wordsets import word_set
from sayso.figures.years import read_year, short_year


def read_point(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read the single date that begins at a word, the longest of all readings."""
    best = None
    for reader in (
        read_slashes,
        read_month_led,
        read_day_led,
        read_weekday_led,
        _season,
        _quarter,
        _feast,
        _decade,
        _year,
    ):
        found = reader(words, at)
        if found and (best is None or found.last > best.last):
            best = found
    for relative in (read_day_word, read_running, read_turned, read_ago, read_count_of):
        found = relative(words, at, clock)
        if found and (best is None or found.last > best.last):
            best = found
    return best


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
        number, last = {"last": 4, "final": 4, "latest": 4}.get(word.low), at + 1
        if number is None or word_at(words, last) != "half":
            return None
        number = 2
    if word_at(words, last) in ("fiscal", "financial"):
        last += 1
    kind = word_at(words, last)
    if kind not in ("quarter", "half") or number > (4 if kind == "quarter" else 2):
        return None
    last += 1
    year, behind = year_behind(words, last)
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


def _short_quarter(words: Words, at: int) -> Partial | None:
    """Read "Q3", "q1-2019", "2019 Q1", "H1 2020"."""
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


def _decade(words: Words, at: int) -> Partial | None:
    """Read "The 1990s", "the '90s", "1990 s"."""
    word = words[at]
    if not word.digits or not word.text.isdigit() or not word.text.endswith("0"):
        return None
    behind = at + 1
    if word_at(words, behind) in ("'", "’"):
        behind += 1
    if word_at(words, behind) != "s" or (
        behind + 1 < len(words) and words[behind + 1].tight and words[behind + 1].text.isalnum()
    ):
        return None
    number = int(word.text)
    if len(word.text) == 4 and 1000 <= number <= 2190:
        length = 99 if number % 100 == 0 and number <= 1900 else 9
        return Partial(at, behind + 1, fixed=(date(number, 1, 1), date(number + length, 12, 31)))
    quoted = word_at(words, at - 1) in ("'", "’", "‘") and word.tight
    if len(word.text) == 2 and quoted and behind == at + 1:
        number += 1900 if number >= 30 else 2000
        return Partial(at - 1, behind + 1, fixed=(date(number, 1, 1), date(number + 9, 12, 31)))
    return None


def _year(words: Words, at: int) -> Partial | None:
    found = read_year(words, at)
    if found:
        return Partial(at, found[1], year=found[0])
    word = words[at]
    quoted = (
        word_at(words, at - 1) in ("'", "’", "‘")
        and word.tight
        and len(word.text) == 2
        and word.text.isdigit()
    )
    if not quoted or word_at(words, at - 2) not in word_set("short_years"):
        return None
    ends = at + 1 >= len(words) or not words[at + 1].tight or words[at + 1].text in ".,;)"
    return Partial(at - 1, at + 1, year=short_year(int(word.text))) if ends else None


def _of_a_year(words: Words, at: int) -> bool:
    """Whether "of last year", "of next year" follows."""
    return word_at(words, at) == "of" and word_at(words, at + 1) in ("last", "next", "fiscal")
