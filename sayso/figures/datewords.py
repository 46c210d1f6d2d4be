"""The small parts that dates are made of: month names, days of the month, the year behind them."""

from datetime import date

from sayso.figures.calendar import load_dates, unit_days
from sayso.figures.lexicon import ordinal_value
from sayso.figures.numerals import read_numeral
from sayso.figures.parts import Words, word_at
from sayso.figures.wordsets import word_set
from sayso.figures.years import short_year

UNITS = {
    "day": "day",
    "days": "day",
    "night": "night",
    "nights": "night",
    "week": "week",
    "weeks": "week",
    "weekend": "weekend",
    "weekends": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}


def table(name: str) -> dict[str, int]:
    """One table of plain numbers of the word list of dates."""
    return load_dates()[name]


def is_month(words: Words, at: int) -> int | None:
    """The month named at a place; words with a second meaning only where a capital or digits tell."""
    if at >= len(words):
        return None
    word = words[at]
    number = table("months").get(word.low)
    if number is None or (at > 0 and words[at - 1].text == "$" and word.tight):
        return None
    before = words[at - 1] if at else None
    if word.low in ("may", "march", "mar", "dec", "jan", "sep") and not word.text[0].isupper():
        led = before is not None and (before.digits or before.low in word_set("month_leads"))
        if (
            word.low == "may"
            and _is_followed(words, at)
            and not (before and before.low in ("of", "th", "st"))
        ):
            return None
        return number if led or (at + 1 < len(words) and words[at + 1].digits) else None
    if word.low == "may" and (before is None or before.text in '"“'):
        return number if at + 1 < len(words) and words[at + 1].digits else None
    return number


def _is_followed(words: Words, at: int) -> bool:
    """Whether "may" leads a verb: "those from 6 to 11 may enter"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        after is not None
        and after.text.isalpha()
        and after.text.islower()
        and after.low not in word_set("stops")
    )


def after_month(words: Words, at: int) -> int:
    """The index behind a month's name and the full stop of its abbreviation."""
    short = len(words[at].text) <= 4 and words[at].low not in ("may", "june", "july")
    stopped = short and word_at(words, at + 1) == "." and words[at + 1].tight
    return at + 2 if stopped else at + 1


def read_day(words: Words, at: int) -> tuple[int, int] | None:
    """A day of the month: "4", "4th", "fourth", "twenty-seventh"; (day, index behind)."""
    if at >= len(words):
        return None
    word = words[at]
    if word.digits:
        if not word.text.isdigit() or len(word.text) > 2 or not 1 <= int(word.text) <= 31:
            return None
        if word_at(words, at + 1) in ("st", "nd", "rd", "th") and words[at + 1].tight:
            return int(word.text), at + 2
        return int(word.text), at + 1
    if word.low in ("twenty", "thirty"):
        behind = at + 2 if word_at(words, at + 1) == "-" else at + 1
        ordinal = ordinal_value(words[behind]) if behind < len(words) else None
        if ordinal and ordinal < 10:
            return (20 if word.low == "twenty" else 30) + ordinal, behind + 1
        return None
    ordinal = ordinal_value(word)
    return (ordinal, at + 1) if ordinal and ordinal <= 31 else None


def is_ordinal_day(words: Words, at: int, last: int) -> bool:
    """Whether the day read at ``[at, last)`` is an ordinal."""
    return not words[at].digits or last - at > 1


def four_digits(words: Words, at: int) -> int | None:
    """The year of four digits at a place, from 1000 to 2199."""
    text = words[at].text if at < len(words) else ""
    return int(text) if len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2199 else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998):
        return False
    return day <= 28 or unit_days(date(year, month, 1), "month")[1].day >= day


def year_behind(words: Words, at: int) -> tuple[int | None, int]:
    """The year that follows a day or month, and the index behind it."""
    skip = at
    if word_at(words, skip) == "," or (word_at(words, skip) == "of" and word_at(words, skip + 1) != "the"):
        skip += 1
    if (
        skip < len(words)
        and words[skip].low in ("'", "’", "‘")
        and len(word_at(words, skip + 1)) == 2
        and word_at(words, skip + 1).isdigit()
    ):
        return short_year(int(word_at(words, skip + 1))), skip + 2
    year = four_digits(words, skip)
    if year is not None and not (
        skip + 1 < len(words) and word_at(words, skip + 1) in ("%", "percent", "people")
    ):
        return year, skip + 1
    if word_at(words, skip) == "two" and word_at(words, skip + 1) == "thousand":
        found = read_numeral(words, skip)
        if found and found.value is not None and found.value.denominator == 1 and 2000 <= found.value < 2200:
            return int(found.value), found.last
    return None, at
