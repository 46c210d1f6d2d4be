"""Calendar arithmetic: months, weeks, quarters, seasons, movable feasts."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

from sayso.words import load_words

Days = tuple[date, date]
DAY = timedelta(1)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int) -> Days:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_days(day: date) -> Days:
    """Monday to Sunday of the week that holds a day (ISO 8601)."""
    monday = day - DAY * day.weekday()
    return monday, monday + DAY * 6


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def units_on(day: date, count: int, unit: str) -> date | None:
    """A day moved by so many days, weeks, months, quarters, years, decades; None outside the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            if abs(count * months) > 12 * 3000:
                return None
            return months_on(day, count * months)
        days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0)
        return day + DAY * days * count
    except (OverflowError, ValueError):
        return None


def unit_days(day: date, unit: str) -> Days:
    """The week, month, quarter, year, decade or century that holds a day."""
    match unit:
        case "week":
            return week_days(day)
        case "weekend":
            sunday = week_days(day)[1]
            return sunday - DAY, sunday
        case "month":
            return month_days(day.year, day.month)
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1
            return date(day.year, first, 1), month_days(day.year, first + 2)[1]
        case "year":
            return year_days(day.year)
        case "decade":
            return date(max(day.year // 10 * 10, 1), 1, 1), date(day.year // 10 * 10 + 9, 12, 31)
        case "century":
            return date(max(day.year // 100 * 100, 1), 1, 1), date(day.year // 100 * 100 + 99, 12, 31)
    return day, day


def season_days(year: int, first_month: int) -> Days:
    """Three months from the first; winter begins in the December of its year."""
    begin = date(year, first_month, 1)
    return begin, months_on(begin, 3) - DAY


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a month; -1 is the last."""
    first, last = month_days(year, month)
    if nth < 0:
        return last - DAY * ((last.weekday() - weekday) % 7)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm of Nature 13 (1876), as in J. Meeus, Astronomical Algorithms, ch. 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l_ = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l_) // 451
    month, day = divmod(h + l_ - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def load_dates() -> dict[str, dict[str, Any]]:
    """The word list of dates, read once."""
    return load_words("dates")


@cache
def holiday_names() -> dict[str, str]:
    """Every holiday's name to the table it stands in."""
    raw = load_dates()
    tables = ("holidays", "nth_holidays", "easter_holidays", "thanksgiving_holidays")
    return {name: table for table in tables for name in raw[table]}


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year; ``name`` is one of :func:`holiday_names`."""
    table = holiday_names()[name]
    rule = load_dates()[table][name]
    if table == "holidays":
        return date(year, rule[0], rule[1])
    if table == "nth_holidays":
        return nth_weekday(year, rule[0], rule[1], rule[2])
    days: int = rule
    if table == "easter_holidays":
        return easter(year) + DAY * days
    return nth_weekday(year, 11, 3, 4) + DAY * days
