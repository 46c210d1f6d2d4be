"""Reads dates that are reckoned from today: "last month", "three years ago", "the past ten weeks"."""

from datetime import date
from fractions import Fraction

from sayso.figures.calendar import DAY, months_on, unit_days, units_on, year_days
from sayso.figures.datewords import UNITS, is_month, read_day, table, year_behind
from sayso.figures.lexicon import digits_value, lexicon
from sayso.figures.monthdays import read_month_led, read_weekday_led
from sayso.figures.numerals import read_numeral
from sayso.figures.partial import NOTHING, Clock, Partial, Range, settle
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


def read_day_of_turned(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "the 22nd of next month", "the 3rd of this month"."""
    if word_at(words, at + 3) != "of" and word_at(words, at + 2) != "of":
        return None
    day = read_day(words, at)
    if day is None or word_at(words, day[1]) != "of" or word_at(words, day[1] + 2) != "month":
        return None
    turn = table("turns").get(word_at(words, day[1] + 1))
    if turn is None or clock.today is None:
        return None
    month = months_on(clock.today, turn)
    return Partial(at, day[1] + 3, year=month.year, month=month.month, day=day[0])


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
    """Read "Three years ago", "a year and three months ago", "half a century ago", "two days from now"."""
    count = _part_count(words, at) or read_count(words, at)
    if count is None or word_at(words, at - 1) == "of":
        return None
    number, last = count
    unit = UNITS.get(word_at(words, last))
    if unit is None:
        return None
    last += 1
    half = word_at(words, last) == "and" and word_at(words, last + 2) == "half"
    if half and number is not None:
        number, last = number + HALF, last + 3
    further = _further(words, last)
    last = further[2] if further else last
    turn = _turn_of(words, last)
    if turn is None:
        return None
    sign, last = turn
    if clock.today is None or number is None or (further and further[0] is None):
        return Partial(at, last, fixed=NOTHING)
    day = _moved(clock.today, sign * number, unit)
    if day and further and further[0] is not None:
        day = units_on(day, sign * further[0], further[1])
    if day is None:
        return Partial(at, last, fixed=NOTHING)
    # "Eight years ago" means the year, "two months ago" the month: nobody counts the days.
    span = (
        unit_days(day, unit if number.denominator == 1 else "year")
        if unit in ("decade", "century") or (unit == "year" and number > 1)
        else (day, day)
    )
    return Partial(at, last, fixed=span)


def _turn_of(words: Words, at: int) -> tuple[int, int] | None:
    """Whether "ago" (-1) or "from now" (1) stands at a place, and the index behind it."""
    low, following = word_at(words, at), word_at(words, at + 1)
    if low == "ago":
        return -1, at + 1
    if low == "from" and following in ("now", "today"):
        return 1, at + 2
    if low == "hence":
        return 1, at + 1
    if low in ("'", "’") and following == "time":
        return 1, at + 2
    if low == "'" and following == "s" and word_at(words, at + 2) == "time":
        return 1, at + 3
    return None


def _further(words: Words, at: int) -> tuple[int | None, str, int] | None:
    """A second length of time behind "and": "two weeks and 3 days"; number, unit, index behind."""
    if word_at(words, at) != "and":
        return None
    count = read_count(words, at + 1)
    unit = UNITS.get(word_at(words, count[1])) if count else None
    return (count[0], unit, count[1] + 1) if count and unit else None


HALF = Fraction(1, 2)
IN_MONTHS = {"year": 12, "decade": 120, "century": 1200}


def _part_count(words: Words, at: int) -> tuple[Fraction, int] | None:
    """How many units where they are no whole number: "half a century", "two and a half years"."""
    near = words[at : at + FRACTION_REACH]
    if words[at].low in UNITS or not ("." in words[at].text or any(word.low in PARTS for word in near)):
        return None
    found = read_numeral(words, at)
    if found is None or found.value is None or found.form is Form.VAGUE or found.value > MOST_UNITS:
        return None
    last = found.last + (word_at(words, found.last) == "of")
    last += word_at(words, last) in ("a", "an") and (found.value < 1 or last > found.last)
    if found.value.denominator == 1 or word_at(words, last) not in UNITS:
        return None
    return found.value, last


MOST_UNITS = 10_000
# So far on a fraction may name its part: "three and a quarter years".
FRACTION_REACH = 6
PARTS = frozenset(("half", "quarter", "quarters", "third", "thirds", "½", "¼", "¾"))


def _moved(day: date, count: Fraction | int, unit: str) -> date | None:
    """A day moved by units that may be no whole number: then by whole months, else by none."""
    if isinstance(count, int) or count.denominator == 1:
        return units_on(day, int(count), unit)
    months = count * IN_MONTHS.get(unit, 0)
    if not months:
        return units_on(day, round(count * 7), "day") if unit == "week" else None
    return units_on(day, round(months), "month")


def read_count(words: Words, at: int) -> tuple[int | None, int] | None:
    """How many units: a whole number, "a", or a vague word (None)."""
    if at >= len(words):
        return None
    if words[at].low in ("a", "an", "one") and word_at(words, at + 1) in UNITS:
        return 1, at + 1
    if words[at].digits:
        if word_at(words, at + 1) not in UNITS:
            return None
        value = digits_value(words[at].text)
        return (int(value[0]), at + 1) if value and value[0].denominator == 1 and value[0] < 10_000 else None
    small = lexicon().small.get(words[at].low)
    if small and word_at(words, at + 1) in UNITS:
        return small, at + 1
    if words[at].low not in lexicon().starters or not _unit_is_near(words, at):
        return None
    found = read_numeral(words, at)
    if found is None or found.form not in (Form.SPELT, Form.VAGUE):
        return None
    value_ = found.value
    return (int(value_) if value_ is not None and value_.denominator == 1 else None), found.last


# A count of units in words is shorter: "a hundred and twenty-five years".
COUNT_REACH = 9


def _unit_is_near(words: Words, at: int) -> bool:
    """Whether a unit of time stands close enough to be what a number here counts."""
    return any(word.low in UNITS for word in words[at + 1 : at + COUNT_REACH])


def read_count_of(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read "past three months", "last 10 years", "next two weeks", "first ten months of 2024"."""
    turn = table("turns").get(words[at].low)
    first_of = words[at].low in ("first", "opening")
    final = words[at].low in ("final", "closing")
    if (not turn and not first_of and not final) or at + 1 >= len(words):
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
    whole = read_units_of(words, at, last, number, unit, clock) if first_of or final or turn == -1 else None
    if whole is not None or first_of or final:
        return whole
    if clock.today is None or number is None:
        return Partial(at, last, fixed=NOTHING)
    days = rolling(clock.today, number, unit, turn or 0)
    while turn and turn < 0 and days[0]:
        further = _further(words, last)
        if further is None or further[0] is None or word_at(words, further[2]) == "ago":
            break
        days = (units_on(days[0], -further[0], further[1]), days[1])
        last = further[2]
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


def read_units_of(
    words: Words, at: int, last: int, number: int | None, unit: str, clock: Clock
) -> Partial | None:
    """Read "the first ten months" and "the last two weeks" of a year or a month.

    Args:
        words: the sentence.
        at: index of "first" or "last".
        last: index behind the unit.
        number: how many units, None where no number tells it.
        unit: what is counted, in the singular.
        clock: what a year without a number is reckoned from.
    """
    first_of = words[at].low in ("first", "opening")
    month = _month_of(words, last, clock)
    if month is not None:
        days, behind = month
    else:
        year = _year_of(words, last, number, unit, clock, bare=first_of)
        if year is None:
            return None
        days, behind = (year_days(year[0]) if year[0] else NOTHING), year[1]
    begin, end = days
    if begin is None or end is None or number is None:
        return Partial(at, behind, fixed=NOTHING)
    if not first_of:
        far = units_on(end + DAY, -number, unit)
        return Partial(at, behind, fixed=(far, end) if far else NOTHING)
    if unit == "week" and month is None:
        begin = begin + DAY * ((3 - begin.weekday()) % 7 - 3)
    far = units_on(begin, number, unit)
    return Partial(at, behind, fixed=(begin, far - DAY) if far else NOTHING)


def _month_of(words: Words, at: int, clock: Clock) -> tuple[Range, int] | None:
    """The month behind "the first two weeks of", with its days."""
    if word_at(words, at) not in ("of", "in") or at + 1 >= len(words):
        return None
    inner = read_month_led(words, at + 1)
    if inner is None or inner.day is not None:
        return None
    return settle(inner, clock), inner.last


def _year_of(
    words: Words, at: int, number: int | None, unit: str, clock: Clock, *, bare: bool
) -> tuple[int | None, int] | None:
    """The year behind "the first ten months"; of months the current one where none is named."""
    year, behind = year_behind(words, at)
    if year is not None:
        return year, behind
    this = clock.today.year if clock.today else None
    if word_at(words, at) == "of":
        named = word_at(words, at + 1)
        if word_at(words, at + 2) != "year" or named not in ("this", "the", "last"):
            return None
        if named != "the" or not bare:
            return (this - (named == "last") if this else None), at + 3
        behind = at + 3
    elif unit != "month" or not bare:
        return None
    if clock.today and this:
        end = units_on(date(this, 1, 1), number or 0, unit)
        if end and end > clock.today and not clock.ahead:
            this -= 1
    return this, behind
