"""Reads spells of time that a turn of phrase tells: "so far this year", "the six months to June"."""

from datetime import date

from sayso.figures.calendar import DAY, months_on, unit_days, units_on
from sayso.figures.dates import read_point
from sayso.figures.datewords import UNITS
from sayso.figures.partial import NOTHING, Clock, Range, settle, week_of
from sayso.figures.parts import When, Words, word_at
from sayso.figures.relative import read_count, read_turned

OPENING = ("of", "starting", "commencing", "beginning", "ending", "ended")
ENDING = ("ending", "ended")
LENGTHS = {"year": 12, "quarter": 3, "month": 1}


def read_spell(words: Words, at: int, clock: Clock) -> When | None:
    """Turns of phrase: "so far this year", "year to date", "earlier this month", "the week of"."""
    first = word_at(words, at)
    if first == "so" and word_at(words, at + 1) == "far" and word_at(words, at + 2) == "this":
        return _up_to_today(words, at, at + 3, clock)
    if (
        first == "year"
        and word_at(words, at + 1) in ("-", "to")
        and "date" in (word_at(words, at + 2), word_at(words, at + 4))
    ):
        last = at + 3 if word_at(words, at + 2) == "date" else at + 5
        begin = unit_days(clock.today, "year")[0] if clock.today else None
        return When(at, last, begin, clock.today)
    if first in ("earlier", "later"):
        return _earlier(words, at, clock)
    if first in ("rest", "remainder", "remaining") and word_at(words, at + 1) == "of":
        skip = at + 2 + (word_at(words, at + 2) in ("the", "this"))
        unit = UNITS.get(word_at(words, skip))
        if unit and clock.today:
            return When(at, skip + 1, clock.today, unit_days(clock.today, unit)[1])
        return When(at, skip + 1, None, None) if unit else None
    if first in ("week", "weekend") and word_at(words, at + 1) in OPENING:
        return _week_of(words, at, clock)
    if first == "weekend" and word_at(words, at - 1) == "the" and clock.today:
        days = unit_days(clock.today, "weekend")
        if not clock.ahead and days[0] > clock.today:
            days = (days[0] - DAY * 7, days[1] - DAY * 7)
        led = word_at(words, at - 2) in ("over", "at", "during", "on", "by", "before", "this")
        return When(at, at + 1, *days) if led else None
    return _ending(words, at, clock)


def _up_to_today(words: Words, at: int, skip: int, clock: Clock) -> When | None:
    unit = UNITS.get(word_at(words, skip))
    if unit is None:
        return None
    begin = unit_days(clock.today, unit)[0] if clock.today else None
    return When(at, skip + 1, begin, clock.today)


def _earlier(words: Words, at: int, clock: Clock) -> When | None:
    """Read "Earlier this month" ends today, "later this year" begins tomorrow."""
    skip = at + 1
    skip += word_at(words, skip) == "in"
    skip += word_at(words, skip) in ("the", "this")
    unit = UNITS.get(word_at(words, skip))
    if skip > at + 1 and unit in ("week", "month", "year", "day"):
        if clock.today is None:
            return When(at, skip + 1, None, None)
        begin, end = unit_days(clock.today, unit)
        return (
            When(at, skip + 1, begin, clock.today)
            if words[at].low == "earlier"
            else When(at, skip + 1, clock.today, end)
        )
    inner = read_turned(words, at + 1, clock) if at + 1 < len(words) else None
    if inner is not None and inner.fixed is not None and skip == at + 1:
        half = (0, 6) if words[at].low == "earlier" else (6, 12)
        return When(at, inner.last, *settle(inner._replace(portion=half), clock))
    return None


def _week_of(words: Words, at: int, clock: Clock) -> When | None:
    """Read "the week of May 4", "the week ending Friday", "the weekend of 8 May"."""
    skip = at + 2
    skip += word_at(words, skip) in ("on", "the")
    inner = read_point(words, skip, clock) if skip < len(words) else None
    if inner is None or (inner.month is None and inner.weekday is None and inner.fixed is None):
        return None
    days: Range = settle(inner, clock)
    if words[at].low == "weekend":
        return When(at, inner.last, *(unit_days(days[0], "weekend") if days[0] else NOTHING))
    if word_at(words, at + 1) in ENDING:
        end = days[1]
        return When(at, inner.last, end - DAY * 6 if end else None, end)
    return When(at, inner.last, *week_of(days)) if days != NOTHING else When(at, inner.last, None, None)


def _ending(words: Words, at: int, clock: Clock) -> When | None:
    """Read "The year ending Oct. 31", "the quarter ended June", "the six months to 30 September"."""
    count = read_count(words, at) if words[at].low not in UNITS else (1, at)
    unit = UNITS.get(word_at(words, count[1])) if count else None
    if count is None or unit not in ("day", "week", *LENGTHS) or count[0] is None:
        return None
    single = count[1] == at
    joint = word_at(words, count[1] + 1)
    if joint not in ENDING and (joint not in ("to", "through") or (single and unit != "year")):
        return None
    skip = count[1] + 2
    skip += word_at(words, skip) in ("on", "in", "the")
    inner = read_point(words, skip, clock) if skip < len(words) else None
    if inner is None or inner.first > skip or (joint not in ENDING and not (inner.month or inner.quarter)):
        return None
    end: date | None = settle(inner, clock)[1]
    begin = _begin(end, count[0], unit) if end else None
    return When(at, inner.last, begin, end if begin else None)


def _begin(end: date, count: int, unit: str) -> date | None:
    """The first day of so many units that end with a day."""
    following = end + DAY
    if unit in LENGTHS:
        months = LENGTHS[unit] * count
        if months > 12 * 100 or following.year * 12 <= months:
            return None
        return months_on(following, -months)
    return units_on(following, -count, unit)
