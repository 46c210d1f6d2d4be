"""Reads dates in digits: ISO, slashes, dashes, points."""

from sayso.figures.datewords import four_digits, is_day, is_month, table, year_behind
from sayso.figures.partial import Partial
from sayso.figures.parts import Word, Words, word_at
from sayso.figures.units import unit_after
from sayso.figures.wordsets import word_set
from sayso.figures.years import short_year


def read_slashes(words: Words, at: int) -> Partial | None:
    """ISO, slash and dash dates: "2019-11-07", "1/22/2016", "05-Aug-2016", "2015-12", "12/25"."""
    word = words[at]
    if not word.digits or "," in word.text:
        month = is_month(words, at)
        if (
            month
            and at + 2 < len(words)
            and words[at + 1].text in "-/"
            and words[at + 1].tight
            and words[at + 2].tight
        ):
            year = four_digits(words, at + 2)
            if year:
                return Partial(at, at + 3, year=year, month=month)
            day = words[at + 2].text
            if (
                word_at(words, at + 3) == words[at + 1].text
                and four_digits(words, at + 4)
                and day.isdigit()
                and len(day) < 3
            ):
                return Partial(at, at + 5, year=four_digits(words, at + 4), month=month, day=int(day))
        return None
    if len(word.text) == 8 and word.text.isdigit() and word.text[:2] in ("19", "20"):
        year, month_, day_ = int(word.text[:4]), int(word.text[4:6]), int(word.text[6:])
        return Partial(at, at + 1, year=year, month=month_, day=day_) if is_day(year, month_, day_) else None
    joint = word_at(words, at + 1)
    pointed = _month_point_day(words, at)
    if pointed is not None:
        return pointed
    if (
        joint not in ("/", "-", "~", ".")
        or at + 2 >= len(words)
        or not words[at + 1].tight
        or not words[at + 2].tight
    ):
        return _dotted(words, at)
    second = words[at + 2]
    third = (
        words[at + 4]
        if word_at(words, at + 3) == joint and at + 4 < len(words) and words[at + 4].tight
        else None
    )
    return _from_parts(words, at, joint, second, third)


def _dotted(words: Words, at: int) -> Partial | None:
    """Read "23.04.2022": two pieces, the first with a point inside."""
    text = words[at].text
    if text.count(".") != 1 or word_at(words, at + 1) == "" or not words[at + 1].text.startswith("."):
        return None
    day, _, month = text.partition(".")
    year = words[at + 1].text[1:]
    if not (day.isdigit() and month.isdigit() and year.isdigit() and len(year) in (2, 4)):
        return None
    full = int(year) if len(year) == 4 else short_year(int(year))
    return (
        Partial(at, at + 2, year=full, month=int(month), day=int(day))
        if is_day(full, int(month), int(day))
        else None
    )


def _month_point_day(words: Words, at: int) -> Partial | None:
    """Read "on 5.12", "Friday 7.6": month and day with a point, where a word of time leads them."""
    joint = word_at(words, at + 1)
    ends = joint in ("with", "at", "and", "or", "from") or not joint[:1].isalnum()
    year = joint[:1] == "." and len(joint) > 1
    if word_at(words, at - 1) not in word_set("point_leads") or not ends or year or joint in ("%", "$", "€"):
        return None
    month, _, day = words[at].text.partition(".")
    if not (month.isdigit() and day.isdigit() and len(month) < 3 and len(day) < 3 and day[0] != "0"):
        return None
    return Partial(at, at + 1, month=int(month), day=int(day)) if is_day(2000, int(month), int(day)) else None


def _from_parts(words: Words, at: int, joint: str, second: Word, third: Word | None) -> Partial | None:
    first = words[at].text
    month_name = is_month(words, at + 2) or table("months").get(second.low)
    if third is not None and month_name:
        ends = (first, third.text)
        year = next((int(e) for e in ends if len(e) == 4 and e.isdigit()), None)
        day = next((int(e) for e in ends if len(e) <= 2 and e.isdigit()), None)
        return Partial(at, at + 5, year=year, month=month_name, day=day) if year and day else None
    if (
        third is not None
        and is_month(words, at + 4)
        and len(first) == 4
        and first.isdigit()
        and second.text.isdigit()
    ):
        return Partial(at, at + 5, year=int(first), month=is_month(words, at + 4), day=int(second.text))
    if third is not None and third.low in table("months") and second.text.isdigit() and len(second.text) == 4:
        return Partial(at, at + 5, year=int(second.text), month=table("months")[third.low], day=int(first))
    if third is not None and second.digits and third.digits:
        return _all_digits(words, at, (first, second.text, third.text))
    if month_name and first.isdigit() and len(first) <= 2 and joint in "-/":
        return Partial(at, at + 3, month=month_name, day=int(first))
    if third is not None or not second.text.isdigit() or not first.isdigit():
        return None
    touches = (at + 3 < len(words) and words[at + 3].tight and words[at + 3].text in "-/") or (
        at > 0 and words[at].tight and words[at - 1].text in "-/"
    )
    if (
        len(first) == 4
        and len(second.text) <= 2
        and joint in "-/"
        and 1 <= int(second.text) <= 12
        and not touches
    ):
        return (
            Partial(at, at + 3, year=int(first), month=int(second.text))
            if 1800 <= int(first) <= 2199
            else None
        )
    if joint == "/" and len(first) <= 2 and len(second.text) <= 2:
        month, day = int(first), int(second.text)
        if month > 12:
            month, day = day, month
        if f"{first}/{second.text}" in word_set("no_days"):
            return None
        if not is_day(2000, month, day) or _is_fraction(words, at, int(first), int(second.text)):
            return None
        year, behind = year_behind(words, at + 3) if word_at(words, at + 3) == "," else (None, at + 3)
        return Partial(at, behind, year=year, month=month, day=day)
    return None


def _all_digits(words: Words, at: int, parts: tuple[str, str, str]) -> Partial | None:
    # "4-2-1" and "12-4-2" are records of games, no days: no year has one digit.
    short = len(parts[2]) == 1 and len(parts[0]) < 4
    if short or not all(part.isdigit() and len(part) in (1, 2, 4) for part in parts):
        return None
    if at > 0 and words[at].tight and words[at - 1].digits:
        return None
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    elif len(parts[1]) == 4:
        return None
    else:
        year = c if len(parts[2]) == 4 else short_year(c)
        month, day = (a, b) if a <= 12 else (b, a)
    return Partial(at, at + 5, year=year, month=month, day=day) if is_day(year, month, day) else None


def _is_fraction(words: Words, at: int, top: int, bottom: int) -> bool:
    """Whether "1/4" is a fraction: no word of time before it, and a sign before or a word behind."""
    if top >= bottom or bottom not in (2, 3, 4, 5, 8, 10, 16):
        return False
    if unit_after(words, at + 3):
        return True
    if word_at(words, at - 1) in word_set("day_leads"):
        return False
    after = word_at(words, at + 3)
    return word_at(words, at - 1) in ("-", "−") or after.isalpha() or word_at(words, at - 1) in ("a", "than")
