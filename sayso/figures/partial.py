"""A date as far as the words tell it, and how it is settled against a clock."""

from datetime import date
from typing import NamedTuple

from sayso.figures.calendar import (
    DAY,
    Days,
    holiday,
    month_days,
    months_on,
    season_days,
    week_days,
    year_days,
)


class Clock(NamedTuple):
    """What a date without a year is reckoned from.

    ``today`` is the publication date where the page has one, ``year`` the last year printed before,
    ``ahead`` tells that the sentence speaks of what is to come, ``near`` that the nearer date is meant,
    ``past`` that the clause speaks of what was; ``anchor`` is the days of the date told last, in this
    sentence or the one before.
    """

    today: date | None
    year: int | None = None
    ahead: bool = False
    near: bool = False
    past: bool = False
    anchor: tuple[date | None, date | None] = (None, None)


class Partial(NamedTuple):
    """A date expression at words ``[first, last)``: what is written, or ``fixed`` days where they are known.

    ``portion`` is the part of it that is meant, in twelfths; ``quarter`` counts from one, ``half`` too;
    ``fiscal`` marks a fiscal year, whose days nobody told us.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str | None = None
    portion: tuple[int, int] | None = None
    fixed: tuple[date | None, date | None] | None = None

    @property
    def has_date(self) -> bool:
        """Whether it names more than a year."""
        return any(
            x is not None for x in (self.month, self.day, self.weekday, self.season, self.feast, self.half)
        )


Range = tuple[date | None, date | None]
NOTHING: Range = (None, None)


def settle(partial: Partial, clock: Clock) -> Range:
    """The days that a date expression covers.

    Without a year the latest fitting days not after today are taken, where the sentence looks ahead the
    next ones; without a publication date the last year printed before, else nothing is known.
    """
    if partial.fixed is not None:
        return _portion(partial.fixed, partial.portion)
    if partial.year is not None:
        return _portion(_in_year(partial, partial.year), partial.portion)
    if partial.weekday is not None and partial.month is None and partial.day is None:
        return _weekday(partial.weekday, clock)
    if clock.today is None:
        return _portion(_in_year(partial, clock.year), partial.portion) if clock.year else NOTHING
    if partial.day is not None and partial.month is None:
        return _day_of_month(partial.day, clock)
    return _portion(_nearest(partial, clock, clock.today), partial.portion)


def _nearest(partial: Partial, clock: Clock, today: date) -> Range:
    ranges = [_in_year(partial, today.year + turn) for turn in (-1, 0, 1)]
    fitting = [(first, last) for first, last in ranges if first and last]
    if clock.ahead:
        return next(((first, last) for first, last in fitting if last >= today), NOTHING)
    # In its first days a month is "this month": "in January" of 4 January is the last one that was.
    begun = [(a, b) for a, b in fitting if a <= today and (a == b or b <= today or (today - a).days >= 7)]
    if not begun:
        return NOTHING
    ahead = next(((a, b) for a, b in fitting if a > today), None)
    near = clock.near or (partial.day and not clock.past)
    return ahead if near and ahead and _is_upcoming(begun[-1], ahead, today) else begun[-1]


# A day that was long ago is told with its year; without one the next is meant: "votes on March 15".
LONG_AGO = 180
SOON = 120


def _is_upcoming(past: Days, ahead: Days, today: date) -> bool:
    return (today - past[0]).days >= LONG_AGO and (ahead[0] - today).days <= SOON


def _in_year(partial: Partial, year: int) -> Range:
    if not 1 <= year <= 9998:
        return NOTHING
    try:
        if partial.feast:
            day = holiday(partial.feast, year)
            return day, day
        if partial.month and partial.day:
            day = date(year, partial.month, partial.day)
            return day, day
    except ValueError:
        return NOTHING
    if partial.month:
        return month_days(year, partial.month)
    if partial.season:
        return season_days(year, partial.season)
    if partial.quarter:
        begin = date(year, partial.quarter * 3 - 2, 1)
        return begin, months_on(begin, 3) - DAY
    if partial.half:
        return (
            (date(year, 1, 1), date(year, 6, 30))
            if partial.half == 1
            else (date(year, 7, 1), date(year, 12, 31))
        )
    return year_days(year)


def _weekday(weekday: int, clock: Clock) -> Range:
    if clock.today is None:
        return NOTHING
    back = (clock.today.weekday() - weekday) % 7
    day = clock.today + DAY * ((-back) % 7) if clock.ahead else clock.today - DAY * back
    return day, day


def _day_of_month(number: int, clock: Clock) -> Range:
    if clock.today is None or not 1 <= number <= 31:
        return NOTHING
    turns = (0, 1, 2) if clock.ahead else (0, -1, -2)
    for turn in turns:
        month = months_on(clock.today.replace(day=1), turn)
        if month_days(month.year, month.month)[1].day < number:
            continue
        day = month.replace(day=number)
        if (day >= clock.today) if clock.ahead else (day <= clock.today):
            return day, day
    return NOTHING


# From here on a range is cut by months and not by days.
LONG, DAYS_A_YEAR = 360, 365


def _portion(days: Range, portion: tuple[int, int] | None) -> Range:
    """A part of a range: of a year by months, of anything shorter by days."""
    first, last = days
    if portion is None or first is None or last is None:
        return days
    low, high = portion
    if (last - first).days >= LONG:
        years = max((last - first).days // DAYS_A_YEAR, 1)
        return months_on(first, low * years), months_on(first, high * years) - DAY
    length = (last - first).days + 1
    return first + DAY * (length * low // 12), first + DAY * (length * high // 12 - 1)


def week_of(days: Range) -> Range:
    """The week that holds the first of some days."""
    return week_days(days[0]) if days[0] else NOTHING
