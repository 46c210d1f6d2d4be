"""Reads dates reckoned from other dates: "two weeks after Easter", "the first week of 2015"."""

from datetime import date

from sayso.figures.calendar import DAY, month_days, nth_weekday, unit_days, units_on, week_days
from sayso.figures.dates import read_point
from sayso.figures.datewords import UNITS, four_digits, is_month, table, year_behind
from sayso.figures.lexicon import ordinal_value
from sayso.figures.partial import NOTHING, Clock, Partial, Range, settle
from sayso.figures.parts import When, Words, word_at
from sayso.figures.relative import read_count

JOINTS = {"before": -1, "after": 1, "from": 1, "following": 1}
MOST = 100_000


def read_offset(words: Words, at: int, clock: Clock) -> When | None:
    """Read "3 days after January 12", "more than two weeks before Easter".

    "More than" leaves the far end open, "less than" gives all days between.
    """
    bound = word_at(words, at) if word_at(words, at + 1) == "than" else ""
    start = at + 2 if bound in ("more", "less") else at
    count = read_count(words, start)
    if count is None or UNITS.get(word_at(words, count[1])) is None:
        return None
    unit, joint = UNITS[word_at(words, count[1])], count[1] + 1
    sign = JOINTS.get(word_at(words, joint))
    if sign is None:
        return None
    skip = joint + 1 + (word_at(words, joint + 1) == "the")
    point = read_point(words, skip, clock) if skip < len(words) else None
    if point is None or point.first > skip or _is_year_alone(point):
        return None
    return When(at, point.last, *_moved(settle(point, clock), sign, count[0], unit, bound))


def _is_year_alone(point: Partial) -> bool:
    return point.year is not None and not point.has_date


def _moved(base: Range, sign: int, number: int | None, unit: str, bound: str) -> Range:
    anchor = base[0] if sign < 0 else base[1]
    if anchor is None or number is None or number > MOST:
        return NOTHING
    day = units_on(anchor, sign * number, unit)
    if day is None:
        return NOTHING
    if bound == "more":
        return (None, day - DAY) if sign < 0 else (day, None)
    if bound == "less":
        return (day, anchor) if sign < 0 else (anchor, day)
    return day, day


def read_nth(words: Words, at: int, clock: Clock) -> When | None:
    """Read "the first week of 2015", "last Monday of May", "the last day of 2019"."""
    nth = _nth(words, at)
    if nth is None:
        return _week_number(words, at)
    number, skip = nth
    kind = word_at(words, skip)
    weekday = table("weekdays").get(kind)
    if (kind not in ("week", "weekend", "day") and weekday is None) or word_at(words, skip + 1) not in (
        "of",
        "in",
    ):
        return None
    at_month = skip + 2
    year = four_digits(words, at_month)
    if year is not None:
        return None if weekday is not None else When(at, at_month + 1, *_nth_of_year(year, number, kind))
    month = is_month(words, at_month) if at_month < len(words) else None
    if month is None:
        return _nth_of_turned(words, at, at_month, number, clock)
    year, behind = year_behind(words, at_month + 1)
    turned = word_at(words, behind + (word_at(words, behind) == "of"))
    if year is None and turned in ("last", "this", "next") and clock.today:
        named = behind + (word_at(words, behind) == "of") + 1
        if word_at(words, named) == "year":
            year, behind = clock.today.year + table("turns")[turned], named + 1
    if year is None:
        days = settle(Partial(at_month, behind, month=month), clock)
        year = days[0].year if days[0] else None
    if year is None:
        return When(at, behind, None, None)
    if weekday is not None:
        day = nth_weekday(year, month, weekday, number)
        return When(at, behind, day, day) if day.month == month else None
    return When(at, behind, *_nth_of_month(year, month, number, kind))


def _week_number(words: Words, at: int) -> When | None:
    """Read "week 5 of 2026": a week as ISO 8601 counts it."""
    number = word_at(words, at + 1)
    if words[at].low != "week" or not number.isdecimal() or len(number) > 2 or not 0 < int(number) < 54:
        return None
    skip = at + 2 + (word_at(words, at + 2) in ("of", "in", ","))
    year = four_digits(words, skip)
    return When(at, skip + 1, *_nth_of_year(year, int(number), "week")) if year else None


def _nth_of_turned(words: Words, at: int, behind: int, number: int, clock: Clock) -> When | None:
    """Read "the first Monday of next month", "the last day of the month"."""
    turn = table("turns").get(word_at(words, behind), 0 if word_at(words, behind) == "the" else None)
    if turn is None or word_at(words, behind + 1) != "month":
        return None
    moved = units_on(clock.today, turn, "month") if clock.today else None
    if moved is None:
        return When(at, behind + 2, None, None)
    kind = word_at(words, behind - 2)
    weekday = table("weekdays").get(kind)
    if weekday is None:
        return When(at, behind + 2, *_nth_of_month(moved.year, moved.month, number, kind))
    day = nth_weekday(moved.year, moved.month, weekday, number)
    return When(at, behind + 2, day, day) if day.month == moved.month else None


def _nth(words: Words, at: int) -> tuple[int, int] | None:
    """An ordinal and the index behind it; "last" and "final" are -1."""
    word = words[at]
    if word.low in ("last", "final"):
        return -1, at + 1
    number = ordinal_value(word)
    if (
        number is None
        and word.digits
        and word.text.isdigit()
        and word_at(words, at + 1) in ("st", "nd", "rd", "th")
    ):
        return int(word.text), at + 2
    return (number, at + 1) if number and number <= 53 else None


def _nth_of_year(year: int, number: int, kind: str) -> Range:
    """The nth ISO week or day of a year; the last week is the one with its last day."""
    if kind == "day":
        day = date(year, 12, 31) if number < 0 else date(year, 1, 1) + DAY * (number - 1)
        return day, day
    if number < 0:
        return week_days(date(year, 12, 31))
    if number > 52:
        return NOTHING
    monday = date.fromisocalendar(year, number, 1)
    return unit_days(monday, kind)


def _nth_of_month(year: int, month: int, number: int, kind: str) -> Range:
    first, last = month_days(year, month)
    if kind == "day":
        day = last if number < 0 else first + DAY * (number - 1)
        return (day, day) if day.month == month else NOTHING
    if number < 0:
        return unit_days(last, kind)
    return unit_days(first + DAY * 7 * (number - 1), kind) if number <= 5 else NOTHING
