"""Reads dates reckoned from the date told before: "a year earlier", "the following week", "that month"."""

from datetime import date

from sayso.figures.calendar import unit_days, units_on
from sayso.figures.datewords import UNITS
from sayso.figures.partial import NOTHING, Clock, Partial, Range
from sayso.figures.parts import Words, word_at
from sayso.figures.relative import read_count

EARLIER = {"earlier": -1, "before": -1, "prior": -1, "previously": -1, "later": 1, "after": 1}
TURNS = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "next": 1, "that": 0, "same": 0}
WHOLE = ("week", "month", "quarter", "year", "decade", "century", "weekend", "day")


def read_anchored(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read a date that is told by another one.

    "3,448 a year earlier" is a year before the date told before, in this sentence or the last; where
    none is told "a year earlier" is reckoned from the day of publication, as "a year ago" is.
    """
    return _shifted(words, at, clock) or _turned(words, at, clock) or _year_before(words, at, clock)


def _shifted(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "a year earlier", "two days later", "three months before" at the end of a clause."""
    count = read_count(words, at)
    unit = UNITS.get(word_at(words, count[1])) if count else None
    if count is None or unit is None:
        return None
    turn = EARLIER.get(word_at(words, count[1] + 1))
    behind = count[1] + 2
    if turn is None or word_at(words, behind) in ("than", "this", "in", "that"):
        return None
    if word_at(words, behind - 1) in ("before", "after", "prior") and word_at(words, behind)[:1].isalnum():
        return None
    if count[0] is None:
        return Partial(at, behind, fixed=NOTHING)
    return Partial(at, behind, fixed=_moved(clock, turn * count[0], unit))


def _moved(clock: Clock, count: int, unit: str) -> Range:
    """The days told before, moved; from today the one day or, of several years, the year."""
    begin, end = clock.anchor
    if begin is not None and end is not None:
        first, last = units_on(begin, count, unit), units_on(end, count, unit)
        if first is None or last is None:
            return NOTHING
        return _whole_months(begin, end, first, last)
    if clock.today is None or begin is not None or end is not None:
        return NOTHING
    day = units_on(clock.today, count, unit)
    if day is None:
        return NOTHING
    return unit_days(day, unit) if unit == "year" and abs(count) > 1 else (day, day)


def _whole_months(begin: date, end: date, first: date, last: date) -> Range:
    """The moved range; what ended with a month's last day does so again."""
    month_end = unit_days(end, "month")[1]
    whole = begin.day == 1 and end == month_end
    return (first, unit_days(last, "month")[1]) if whole else (first, last)


def _turned(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "the following week", "that year", "the same month" of a date told before."""
    turn = TURNS.get(words[at].low)
    unit = UNITS.get(word_at(words, at + 1))
    begin, end = clock.anchor
    if (
        turn is None
        or unit not in WHOLE
        or word_at(words, at + 1).endswith("s")
        or end is None
        or begin is None
    ):
        return None
    low = words[at].low
    if low == "next" and word_at(words, at - 1) != "the":
        return None
    if (low == "that" and word_at(words, at - 1) in ("", "said")) or (low == "same" and unit == "day"):
        return None
    moved = units_on(end if turn > 0 else begin, turn, "week" if unit == "weekend" else unit)
    return Partial(at, at + 2, fixed=unit_days(moved, unit) if moved else NOTHING)


def _year_before(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "the year before", "the month before that", "the year before last"."""
    unit = UNITS.get(words[at].low)
    if (
        unit not in WHOLE
        or word_at(words, at - 1) != "the"
        or word_at(words, at + 1) not in ("before", "after")
    ):
        return None
    turn = -1 if word_at(words, at + 1) == "before" else 1
    further = word_at(words, at + 2)
    if further == "last" and turn < 0:
        moved = units_on(clock.today, -2, unit) if clock.today else None
        return Partial(at, at + 3, fixed=unit_days(moved, unit) if moved else NOTHING)
    if further == "next" and turn > 0:
        moved = units_on(clock.today, 2, unit) if clock.today else None
        return Partial(at, at + 3, fixed=unit_days(moved, unit) if moved else NOTHING)
    if further[:1].isalnum():
        return None
    begin, end = clock.anchor
    base = (end if turn > 0 else begin) or (clock.today if unit != "day" else None)
    if base is None and unit == "day":
        return None
    moved = units_on(base, turn, unit) if base else None
    return Partial(at, at + 2, fixed=unit_days(moved, unit) if moved else NOTHING)
