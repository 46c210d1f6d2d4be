"""Reads dates that are reckoned from today: "last month", "three years ago", "the past ten weeks"."""

from datetime import date

from sayso.figures.calendar import DAY, unit_days, units_on
from sayso.figures.datewords import UNITS, is_month, table, year_behind
from sayso.figures.lexicon import digits_value, lexicon
from sayso.figures.monthdays import read_month_led, read_weekday_led
from sayso.figures.numerals import read_numeral
from sayso.figures.partial import NOTHING, Clock, Partial, Range
from sayso.figures.parts import Form, Words, word_at
from sayso.figures.slashes import read_slashes
from sayso.figures.wordsets import word_set


def read_day_word(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "Today", "yesterday", "tomorrow", "tonight", "the day before yesterday"."""
    moves = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
    word, shift, last = words[at].low, 0, at
    if (
        word == "day"
        and word_at(words, at + 1) in ("before", "after")
        and word_at(words, at + 2) in ("yesterday", "tomorrow")
    ):
        shift, last = (-1 if word_at(words, at + 1) == "before" else 1), at + 2
        word = words[last].low
    named = words[last].text.isupper() and at > 0 and words[at - 1].text.isupper()
    if word not in moves or named:
        return None
    if clock.today is None:
        return Partial(at, last + 1, fixed=NOTHING)
    day = clock.today + DAY * (moves[word] + shift)
    return Partial(at, last + 1, fixed=(day, day))


def read_running(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "year" of "the end of the year", "biggest of the week": the one that runs."""
    unit = UNITS.get(words[at].low)
    if unit not in ("week", "month", "quarter", "year", "decade", "day") or words[at].low.endswith("s"):
        return None
    if word_at(words, at - 1) != "the" or word_at(words, at - 2) != "of":
        return None
    if unit == "day" and word_at(words, at - 3) == "end":
        return None
    return Partial(at, at + 1, fixed=unit_days(clock.today, unit) if clock.today else NOTHING)


def read_turned(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "last month", "this year", "next Friday", "the past week", "last November"."""
    turn = table("turns").get(words[at].low)
    if turn is None or at + 1 >= len(words) or _is_no_turn(words, at):
        return None
    unit = UNITS.get(words[at + 1].low)
    if unit in ("week", "month", "quarter", "year", "weekend", "decade", "century", "day") and not words[
        at + 1
    ].low.endswith("s"):
        if unit == "day" and words[at].low not in ("next", "previous", "following"):
            return None
        if clock.today is None:
            return Partial(at, at + 2, fixed=NOTHING)
        moved = units_on(clock.today, turn, "week" if unit == "weekend" else unit)
        return Partial(at, at + 2, fixed=unit_days(moved, unit) if moved else NOTHING)
    weekday = table("weekdays").get(words[at + 1].low)
    if weekday is not None and len(words[at + 1].low) > 4:
        named = read_weekday_led(words, at + 1)
        if named is not None and named.day is not None:
            named = named._replace(first=at)
            return named if named.year else _turned_year(named, turn, clock)
        return Partial(at, at + 2, fixed=_turned_weekday(weekday, turn, words[at].low, clock))
    inner = read_slashes(words, at + 1) if words[at + 1].digits else None
    if inner is not None and inner.year is not None:
        return None
    if is_month(words, at + 1):
        inner = read_month_led(words, at + 1)
    elif words[at + 1].low in table("seasons"):
        inner = Partial(at + 1, at + 2, season=table("seasons")[words[at + 1].low])
    elif word_at(words, at + 1) == "christmas":
        inner = Partial(at + 1, at + 2, feast="christmas")
    if inner is None or inner.year is not None:
        return inner and inner._replace(first=at)
    return _turned_year(inner._replace(first=at), turn, clock)


def _is_no_turn(words: Words, at: int) -> bool:
    """Whether "last" is a verb ("would last four years") or somebody's ("his last year in office")."""
    before = word_at(words, at - 1)
    return before in word_set("possessives") or (words[at].low == "last" and before in word_set("modals"))


def _turned_weekday(weekday: int, turn: int, word: str, clock: Clock) -> Range:
    if clock.today is None:
        return NOTHING
    monday = clock.today - DAY * clock.today.weekday()
    if word in ("past", "last") and turn < 0:
        back = (clock.today.weekday() - weekday) % 7 or 7
        day = clock.today - DAY * back
    else:
        day = monday + DAY * (weekday + 7 * turn)
        if word in ("coming", "upcoming") and (day - clock.today).days > 7:
            day -= DAY * 7
    return day, day


def _turned_year(inner: Partial, turn: int, clock: Clock) -> Partial:
    """The year of "last November": the latest that is over; of "next May": the first to come."""
    if clock.today is None:
        return inner._replace(year=clock.year) if clock.year and turn == 0 else inner._replace(fixed=NOTHING)
    today = clock.today
    # A season is over with its third month.
    month = inner.month or ((inner.season or 0) + 2 if inner.season else 12)
    year = today.year
    if turn < 0 and month >= today.month:
        year -= 1
    if turn > 0 and month <= today.month:
        year += 1
    return inner._replace(year=year)


def read_ago(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "Three years ago", "a week earlier", "two days from now"."""
    count = read_count(words, at)
    if count is None:
        return None
    number, last = count
    unit = UNITS.get(word_at(words, last))
    if unit is None:
        return None
    last += 1
    further = None
    if word_at(words, last) == "and":
        other = read_count(words, last + 1)
        if other and UNITS.get(word_at(words, other[1])):
            further, last = (other[0], UNITS[word_at(words, other[1])]), other[1] + 1
    if word_at(words, last) == "ago":
        sign, last = -1, last + 1
    elif word_at(words, last) == "from" and word_at(words, last + 1) in ("now", "today"):
        sign, last = 1, last + 2
    elif word_at(words, last) == "hence":
        sign, last = 1, last + 1
    else:
        return None
    if clock.today is None or number is None:
        return Partial(at, last, fixed=NOTHING)
    day = units_on(clock.today, sign * number, unit)
    if day and further and further[0] is not None:
        day = units_on(day, sign * further[0], further[1])
    if day is None:
        return Partial(at, last, fixed=NOTHING)
    # "Eight years ago" means the year, "two months ago" the month: nobody counts the days.
    span = (
        unit_days(day, unit)
        if unit in ("decade", "century") or (unit == "year" and number > 1)
        else (day, day)
    )
    return Partial(at, last, fixed=span)


def read_count(words: Words, at: int) -> tuple[int | None, int] | None:
    """How many units: a whole number, "a", or a vague word (None)."""
    if at >= len(words):
        return None
    if words[at].low in ("a", "an", "one") and word_at(words, at + 1) in UNITS:
        return 1, at + 1
    if words[at].digits:
        value = digits_value(words[at].text)
        return (int(value[0]), at + 1) if value and value[0].denominator == 1 and value[0] < 10_000 else None
    small = lexicon().small.get(words[at].low)
    if small and word_at(words, at + 1) in UNITS:
        return small, at + 1
    found = read_numeral(words, at)
    if found is None or found.form not in (Form.SPELT, Form.VAGUE):
        return None
    value_ = found.value
    return (int(value_) if value_ is not None and value_.denominator == 1 else None), found.last


def read_count_of(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "past three months", "last 10 years", "next two weeks", "first ten months of 2024"."""
    turn = table("turns").get(words[at].low)
    first_of = words[at].low == "first"
    if (not turn and not first_of) or at + 1 >= len(words):
        return None
    if _is_no_turn(words, at):
        return None
    count = read_count(words, at + 1)
    if count is None:
        return None
    number, last = count
    unit = UNITS.get(word_at(words, last))
    if unit is None:
        return None
    last += 1
    if first_of:
        return _first_units(words, at, last, number, unit, clock)
    if clock.today is None or number is None:
        return Partial(at, last, fixed=NOTHING)
    days = rolling(clock.today, number, unit, turn or 0)
    while turn and turn < 0 and days[0] and word_at(words, last) == "and":
        more = read_count(words, last + 1)
        further = UNITS.get(word_at(words, more[1])) if more else None
        if more is None or further is None or more[0] is None or word_at(words, more[1] + 1) == "ago":
            break
        days = (units_on(days[0], -more[0], further), days[1])
        last = more[1] + 1
    return Partial(at, last, fixed=days)


def rolling(today: date, number: int, unit: str, turn: int) -> Range:
    """So many units up to yesterday, or from tomorrow on."""
    if unit == "quarter":
        begin, _ = unit_days(today, "quarter")
        far = units_on(begin, turn * number if turn < 0 else number + 1, "quarter")
        if far is None:
            return NOTHING
        return (
            (far, begin - DAY)
            if turn < 0
            else (unit_days(units_on(begin, 1, unit) or begin, unit)[0], far - DAY)
        )
    far = units_on(today, turn * number, unit)
    if far is None:
        return NOTHING
    return (far, today - DAY) if turn < 0 else (today + DAY, far)


def _first_units(
    words: Words, at: int, last: int, number: int | None, unit: str, clock: Clock
) -> Partial | None:
    """Read "The first ten months" of a year, the current one where none is named."""
    year, behind = year_behind(words, last)
    if year is None and word_at(words, last) == "of":
        if word_at(words, last + 1) in ("this", "the") and word_at(words, last + 2) == "year":
            behind = last + 3
        elif word_at(words, last + 1) == "last" and word_at(words, last + 2) == "year":
            behind, year = last + 3, clock.today.year - 1 if clock.today else None
        else:
            return None
    elif year is None and unit != "month":
        return None
    if year is None and clock.today:
        year = clock.today.year
        end = units_on(date(year, 1, 1), number or 0, unit)
        if end and end > clock.today and not clock.ahead:
            year -= 1
    if year is None or number is None:
        return Partial(at, behind, fixed=NOTHING)
    begin = date(year, 1, 1)
    if unit == "week":
        begin = begin + DAY * ((3 - begin.weekday()) % 7 - 3)
    end = units_on(begin, number, unit)
    return Partial(at, behind, fixed=(begin, end - DAY) if end else NOTHING)
