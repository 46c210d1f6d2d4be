"""Reads days and months by name: "December 14, 2024", "14 December", "Monday, Dec. 14"."""

from sayso.figures.datewords import after_month, is_month, read_day, table, year_behind
from sayso.figures.partial import Partial
from sayso.figures.parts import Words, word_at
from sayso.figures.slashes import read_slashes
from sayso.figures.wordsets import word_set


def read_month_led(words: Words, at: int) -> Partial | None:
    """Read "December 14, 2024", "Nov. 5th", "November 2024", "March of 1999", "April the ninth"."""
    month = is_month(words, at)
    if month is None:
        return None
    last = after_month(words, at)
    skip = last + 1 if word_at(words, last) in ("the", ",") else last
    day = read_day(words, skip)
    if day and word_at(words, last) == "," and not words[skip].digits:
        day = None
    if day and not _is_measure(words, day[1]) and not (words[skip].digits and _is_count(words, at, day[1])):
        year, behind = year_behind(words, day[1])
        return Partial(at, behind, year=year, month=month, day=day[0])
    year, behind = year_behind(words, last)
    if year is None and words[at].low in word_set("month_names") and _is_first_name(words, at):
        return None
    return Partial(at, behind, year=year, month=month)


def _is_first_name(words: Words, at: int) -> bool:
    """Whether a bare "June" or "Jan" is a person's: another name touches it."""
    before = words[at - 1] if at > 1 else None
    after = words[at + 1] if at + 1 < len(words) else None
    if (
        after is not None
        and after.text.isalpha()
        and after.text[0].isupper()
        and words[at].low in ("jan", "april")
    ):
        return True
    known = before is not None and (before.low in word_set("openers") or before.low in table("turns"))
    return before is not None and before.text.isalpha() and before.text[0].isupper() and not known


def read_day_led(words: Words, at: int) -> Partial | None:
    """Read "14 December 2024", "the 4th of July", "second of Aug"."""
    day = read_day(words, at)
    if day is None or (at > 0 and words[at - 1].text in "$€£"):
        return None
    skip = day[1] + 1 if word_at(words, day[1]) == "of" else day[1]
    month = is_month(words, skip)
    if month is None:
        return None
    if skip == day[1] and words[skip].low in ("may", "march") and not words[skip].text[0].isupper():
        return None
    year, behind = year_behind(words, after_month(words, skip))
    return Partial(at, behind, year=year, month=month, day=day[0])


def read_lone_day(words: Words, at: int) -> Partial | None:
    """Read "the 12th" behind "on" or "by", where nothing that it could number follows."""
    if word_at(words, at - 1) != "the" or word_at(words, at - 2) not in (
        "on",
        "by",
        "until",
        "till",
        "since",
    ):
        return None
    day = read_day(words, at)
    if day is None or not words[at].digits or day[1] == at + 1:
        return None
    follows = word_at(words, day[1])
    return None if follows[:1].isalnum() or follows in ("-", "'", "’") else Partial(at, day[1], day=day[0])


def read_weekday_led(words: Words, at: int) -> Partial | None:
    """Read "Monday", "Monday, Dec. 14", "Sunday 3 May"."""
    weekday = table("weekdays").get(words[at].low)
    if word_at(words, at - 1) in word_set("named_days") and words[at - 1].text[0].isupper():
        return None
    if (
        weekday is None
        or (len(words[at].low) <= 4 and not words[at].text[0].isupper())
        or words[at].text.isupper()
    ):
        return None
    if (
        words[at].low in ("sun", "sat", "mon", "wed")
        and word_at(words, at + 1) not in (".", ",")
        and not (at + 1 < len(words) and is_month(words, at + 1))
    ):
        return None
    skip = at + 1
    while word_at(words, skip) in (",", ".", "the"):
        skip += 1
    if skip < len(words):
        found = read_month_led(words, skip) or read_day_led(words, skip)
        if found and found.day:
            return found._replace(first=at)
        lone = read_day(words, skip) if word_at(words, skip - 1) == "the" else None
        if lone and words[skip].digits and lone[1] > skip + 1 and not word_at(words, lone[1])[:1].isalnum():
            return Partial(at, lone[1], day=lone[0])
        slash = read_slashes(words, skip) if skip == at + 1 else None
        if slash and slash.day:
            return slash._replace(first=at)
    return Partial(at, at + 1, weekday=weekday)


def _is_count(words: Words, month: int, at: int) -> bool:
    """Whether the number behind "in May" counts what follows: "in May 12 mills burned"."""
    led = word_at(words, month - 1) in ("in", "since", "during")
    return (
        led
        and at < len(words)
        and words[at].text.isalpha()
        and words[at].text.islower()
        and words[at].low != "and"
    )


def _is_measure(words: Words, at: int) -> bool:
    """Whether what stands behind a day number makes it an amount: "March 8 million"."""
    return word_at(words, at) in ("%", "percent", "million", "billion", "thousand", "per")
