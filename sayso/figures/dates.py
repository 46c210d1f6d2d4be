"""Reads single dates: days, months, years, seasons, quarters, feasts, "last month", "three years ago"."""

from datetime import date

from sayso.figures.calendar import DAY, holiday_names, load_dates, unit_days, units_on
from sayso.figures.numerals import digits_value, ordinal_value, read_numeral
from sayso.figures.partial import NOTHING, Clock, Partial, Range
from sayso.figures.parts import Form, Word, Words
from sayso.figures.years import read_year, short_year

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
    return load_dates()[name]  # type: ignore[return-value]


def read_point(words: Words, at: int, clock: Clock) -> Partial | None:
    """Read the single date that begins at a word, the longest of all readings."""
    best = None
    for reader in (_numeric, _month_led, _day_led, _weekday_led, _season, _quarter, _feast, _decade, _year):
        found = reader(words, at)
        if found and (best is None or found.last > best.last):
            best = found
    for relative in (_day_word, _turned, _ago, _count_of):
        found = relative(words, at, clock)
        if found and (best is None or found.last > best.last):
            best = found
    return best


def low(words: Words, at: int) -> str:
    """The word at a place in lower case, "" behind the end."""
    return words[at].low if 0 <= at < len(words) else ""


def is_month(words: Words, at: int) -> int | None:
    """The month named at a place; "may" and "mar" only with a capital or beside digits."""
    if at >= len(words):
        return None
    word = words[at]
    number = table("months").get(word.low)
    if number is None:
        return None
    if word.low in ("may", "march", "mar", "sun", "dec", "jan") and not word.text[0].isupper():
        beside = (at + 1 < len(words) and words[at + 1].digits) or (
            at > 0
            and (
                words[at - 1].digits
                or words[at - 1].low in ("of", "in", "last", "this", "since", "until", "th", "st", "nd", "rd")
            )
        )
        return number if beside else None
    if word.low == "may" and at == 0:
        return number if at + 1 < len(words) and words[at + 1].digits else None
    return number


def after_month(words: Words, at: int) -> int:
    """The index behind a month's name and the full stop of its abbreviation."""
    return (
        at + 2 if low(words, at + 1) == "." and len(words[at].text) <= 4 and words[at + 1].tight else at + 1
    )


def read_day(words: Words, at: int) -> tuple[int, int] | None:
    """A day of the month: "4", "4th", "fourth", "twenty-seventh"; (day, index behind)."""
    if at >= len(words):
        return None
    word = words[at]
    if word.digits:
        if not word.text.isdigit() or len(word.text) > 2 or not 1 <= int(word.text) <= 31:
            return None
        if low(words, at + 1) in ("st", "nd", "rd", "th") and words[at + 1].tight:
            return int(word.text), at + 2
        return int(word.text), at + 1
    if word.low in ("twenty", "thirty"):
        behind = at + 2 if low(words, at + 1) == "-" else at + 1
        ordinal = ordinal_value(words[behind]) if behind < len(words) else None
        if ordinal and ordinal < 10:
            return (20 if word.low == "twenty" else 30) + ordinal, behind + 1
        return None
    ordinal = ordinal_value(word)
    return (ordinal, at + 1) if ordinal and ordinal <= 31 else None


def is_ordinal_day(words: Words, at: int, last: int) -> bool:
    """Whether the day read at ``[at, last)`` is an ordinal."""
    return not words[at].digits or last - at > 1


def _numeric(words: Words, at: int) -> Partial | None:
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
            year = _four(words, at + 2)
            if year:
                return Partial(at, at + 3, year=year, month=month)
            day = words[at + 2].text
            if (
                low(words, at + 3) == words[at + 1].text
                and _four(words, at + 4)
                and day.isdigit()
                and len(day) < 3
            ):
                return Partial(at, at + 5, year=_four(words, at + 4), month=month, day=int(day))
        return None
    if len(word.text) == 8 and word.text.isdigit() and word.text[:2] in ("19", "20"):
        year, month_, day_ = int(word.text[:4]), int(word.text[4:6]), int(word.text[6:])
        return Partial(at, at + 1, year=year, month=month_, day=day_) if _is_day(year, month_, day_) else None
    joint = low(words, at + 1)
    if (
        joint not in ("/", "-", "~", ".")
        or at + 2 >= len(words)
        or not words[at + 1].tight
        or not words[at + 2].tight
    ):
        return _dotted(words, at)
    second = words[at + 2]
    third = (
        words[at + 4] if low(words, at + 3) == joint and at + 4 < len(words) and words[at + 4].tight else None
    )
    return _from_parts(words, at, joint, second, third)


def _dotted(words: Words, at: int) -> Partial | None:
    """ "23.04.2022": two pieces, the first with a point inside."""
    text = words[at].text
    if text.count(".") != 1 or low(words, at + 1) == "" or not words[at + 1].text.startswith("."):
        return None
    day, _, month = text.partition(".")
    year = words[at + 1].text[1:]
    if not (day.isdigit() and month.isdigit() and year.isdigit() and len(year) in (2, 4)):
        return None
    full = int(year) if len(year) == 4 else short_year(int(year))
    return (
        Partial(at, at + 2, year=full, month=int(month), day=int(day))
        if _is_day(full, int(month), int(day))
        else None
    )


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
        return Partial(at, at + 3, month=month, day=day) if _is_day(2000, month, day) else None
    return None


def _all_digits(words: Words, at: int, parts: tuple[str, str, str]) -> Partial | None:
    if not all(part.isdigit() and len(part) in (1, 2, 4) for part in parts):
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
    return Partial(at, at + 5, year=year, month=month, day=day) if _is_day(year, month, day) else None


def _is_day(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998):
        return False
    return day <= 28 or unit_days(date(year, month, 1), "month")[1].day >= day


def _four(words: Words, at: int) -> int | None:
    text = words[at].text if at < len(words) else ""
    return int(text) if len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2199 else None


def _month_led(words: Words, at: int) -> Partial | None:
    """ "December 14, 2024", "Nov. 5th", "November 2024", "March of 1999", "April the ninth"."""
    month = is_month(words, at)
    if month is None:
        return None
    last = after_month(words, at)
    skip = last + 1 if low(words, last) in ("the", ",") else last
    day = read_day(words, skip)
    if day and low(words, last) == "," and not words[skip].digits:
        day = None
    if day and not _is_measure(words, day[1]):
        year, behind = year_behind(words, day[1])
        return Partial(at, behind, year=year, month=month, day=day[0])
    year, behind = year_behind(words, last)
    return Partial(at, behind, year=year, month=month)


def _is_measure(words: Words, at: int) -> bool:
    """Whether what stands behind a day number makes it an amount: "March 8 million"."""
    return low(words, at) in ("%", "percent", "million", "billion", "thousand", "per")


def year_behind(words: Words, at: int) -> tuple[int | None, int]:
    """The year that follows a day or month, and the index behind it."""
    skip = at
    if low(words, skip) == "," or (low(words, skip) == "of" and low(words, skip + 1) != "the"):
        skip += 1
    if (
        skip < len(words)
        and words[skip].low in ("'", "’", "‘")
        and len(low(words, skip + 1)) == 2
        and low(words, skip + 1).isdigit()
    ):
        return short_year(int(low(words, skip + 1))), skip + 2
    year = _four(words, skip)
    if year is not None and not (
        skip + 1 < len(words) and low(words, skip + 1) in ("%", "percent", "people")
    ):
        return year, skip + 1
    if low(words, skip) == "two" and low(words, skip + 1) == "thousand":
        found = read_numeral(words, skip)
        if found and found.value is not None and found.value.denominator == 1 and 2000 <= found.value < 2200:
            return int(found.value), found.last
    return None, at


def _day_led(words: Words, at: int) -> Partial | None:
    """ "14 December 2024", "the 4th of July", "second of Aug"."""
    day = read_day(words, at)
    if day is None:
        return None
    skip = day[1] + 1 if low(words, day[1]) == "of" else day[1]
    month = is_month(words, skip)
    if month is None:
        return None
    if skip == day[1] and words[skip].low in ("may", "march") and not words[skip].text[0].isupper():
        return None
    year, behind = year_behind(words, after_month(words, skip))
    return Partial(at, behind, year=year, month=month, day=day[0])


def _weekday_led(words: Words, at: int) -> Partial | None:
    """ "Monday", "Monday, Dec. 14", "Sunday 3 May"."""
    weekday = table("weekdays").get(words[at].low)
    if (
        weekday is None
        or (len(words[at].low) <= 4 and not words[at].text[0].isupper())
        or words[at].text.isupper()
    ):
        return None
    if (
        words[at].low in ("sun", "sat", "mon", "wed")
        and low(words, at + 1) not in (".", ",")
        and not (at + 1 < len(words) and is_month(words, at + 1))
    ):
        return None
    skip = at + 1
    while low(words, skip) in (",", ".", "the"):
        skip += 1
    if skip < len(words):
        found = _month_led(words, skip) or _day_led(words, skip)
        if found and found.day:
            return found._replace(first=at)
        slash = _numeric(words, skip) if skip == at + 1 else None
        if slash and slash.day:
            return slash._replace(first=at)
    return Partial(at, at + 1, weekday=weekday)


def _season(words: Words, at: int) -> Partial | None:
    """ "The spring of 2025", "summer 2019"; bare "spring" only where the text makes it a time."""
    season = table("seasons").get(words[at].low)
    if season is None:
        return None
    year, behind = year_behind(words, at + 1)
    if year is None and behind == at + 1:
        before, further = low(words, at - 1), low(words, at - 2)
        timely = before in (
            "this",
            "last",
            "next",
            "in",
            "since",
            "by",
            "until",
            "during",
            "previous",
            "mid",
            "late",
            "early",
        )
        timely = timely or (
            before == "the" and further in ("in", "since", "by", "until", "during", "over", "for", "through")
        )
        if not timely or low(words, at + 1) in ("of", "s", "-"):
            return None
    return Partial(at, behind, year=year, season=season)


def _quarter(words: Words, at: int) -> Partial | None:
    """ "The first quarter of 2019", "Q3 2019", "2019-Q1", "the second half of next year"."""
    found = _short_quarter(words, at)
    if found:
        return found
    word = words[at]
    number = ordinal_value(word) or (
        int(word.text)
        if word.digits
        and word.text in ("1", "2", "3", "4")
        and low(words, at + 1) in ("st", "nd", "rd", "th")
        else None
    )
    last = at + 2 if word.digits else at + 1
    if number is None:
        number, last = {"last": 4, "final": 4, "latest": 4}.get(word.low), at + 1
        if number is None or low(words, last) != "half":
            return None
        number = 2
    if low(words, last) in ("fiscal", "financial"):
        last += 1
    kind = low(words, last)
    if kind not in ("quarter", "half") or number > (4 if kind == "quarter" else 2):
        return None
    last += 1
    year, behind = year_behind(words, last)
    if (
        year is None
        and low(words, last) == "of"
        and low(words, last + 1) in ("the", "this")
        and low(words, last + 2) == "year"
    ):
        behind = last + 3
    elif year is None and kind == "half":
        if low(words, last) != "of" or low(words, last + 1) not in ("last", "next", "fiscal"):
            return None
    if kind == "quarter":
        return Partial(at, behind, year=year, quarter=number)
    return Partial(at, behind, year=year, half=number)


def _short_quarter(words: Words, at: int) -> Partial | None:
    """ "Q3", "q1-2019", "2019 Q1", "H1 2020"."""
    year, start = _four(words, at), at
    if year:
        start = at + 2 if low(words, at + 1) == "-" else at + 1
    if low(words, start) not in ("q", "h") or start + 1 >= len(words) or not words[start + 1].tight:
        return None
    number = words[start + 1].text
    kind = words[start].low
    if number not in ("1", "2", "3", "4") or (kind == "h" and (number > "2" or words[start].text == "h")):
        return None
    last = start + 2
    if year is None:
        skip = last + 1 if low(words, last) == "-" else last
        year, behind = year_behind(words, skip)
        last = behind if year else last
    value = int(number)
    return (
        Partial(at, last, year=year, quarter=value)
        if kind == "q"
        else Partial(at, last, year=year, half=value)
    )


def _feast(words: Words, at: int) -> Partial | None:
    """ "Christmas", "Thanksgiving 2019", "the Fourth of July"."""
    names = holiday_names()
    for length in (5, 4, 3, 2, 1):
        if at + length > len(words):
            continue
        last = at + length
        joined = words[at].low + "".join(("" if w.tight else " ") + w.low for w in words[at + 1 : last])
        name = joined.replace("’", "'")
        if name in names:
            if words[at].text[0].islower() and name in ("new year", "new years", "easter", "may day"):
                lone = low(words, at - 1)
                if name == "new year" and lone in ("a", "the", "this"):
                    return None
            year, behind = year_behind(words, last)
            return Partial(at, behind, year=year, feast=name)
    return None


def _decade(words: Words, at: int) -> Partial | None:
    """ "The 1990s", "the '90s", "1990 s"."""
    word = words[at]
    if not word.digits or not word.text.isdigit() or not word.text.endswith("0"):
        return None
    behind = at + 1
    if low(words, behind) in ("'", "’"):
        behind += 1
    if low(words, behind) != "s" or (
        behind + 1 < len(words) and words[behind + 1].tight and words[behind + 1].text.isalnum()
    ):
        return None
    number = int(word.text)
    if len(word.text) == 4 and 1000 <= number <= 2190:
        length = 99 if number % 100 == 0 and number <= 1900 else 9
        return Partial(at, behind + 1, fixed=(date(number, 1, 1), date(number + length, 12, 31)))
    quoted = low(words, at - 1) in ("'", "’", "‘") and word.tight
    if len(word.text) == 2 and quoted and behind == at + 1:
        number += 1900 if number >= 30 else 2000
        return Partial(at - 1, behind + 1, fixed=(date(number, 1, 1), date(number + 9, 12, 31)))
    return None


def _year(words: Words, at: int) -> Partial | None:
    found = read_year(words, at)
    return Partial(at, found[1], year=found[0]) if found else None


def _day_word(words: Words, at: int, clock: Clock) -> Partial | None:
    """ "Today", "yesterday", "tomorrow", "tonight", "the day before yesterday"."""
    moves = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
    word, shift, last = words[at].low, 0, at
    if (
        word == "day"
        and low(words, at + 1) in ("before", "after")
        and low(words, at + 2) in ("yesterday", "tomorrow")
    ):
        shift, last = (-1 if low(words, at + 1) == "before" else 1), at + 2
        word = words[last].low
    if word not in moves:
        return None
    if clock.today is None:
        return Partial(at, last + 1, fixed=NOTHING)
    day = clock.today + DAY * (moves[word] + shift)
    return Partial(at, last + 1, fixed=(day, day))


def _turned(words: Words, at: int, clock: Clock) -> Partial | None:
    """ "Last month", "this year", "next Friday", "the past week", "last November", "earlier this week"."""
    turn = table("turns").get(words[at].low)
    if turn is None or at + 1 >= len(words):
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
        return Partial(at, at + 2, fixed=_turned_weekday(weekday, turn, words[at].low, clock))
    inner = None
    if is_month(words, at + 1):
        inner = _month_led(words, at + 1)
    elif words[at + 1].low in table("seasons"):
        inner = Partial(at + 1, at + 2, season=table("seasons")[words[at + 1].low])
    elif low(words, at + 1) == "christmas":
        inner = Partial(at + 1, at + 2, feast="christmas")
    if inner is None or inner.year is not None:
        return inner and inner._replace(first=at)
    return _turned_year(inner._replace(first=at), turn, clock)


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
    """ "Last November" is the latest that is over, "next May" the first to come, "this May" this year's."""
    if clock.today is None:
        return inner._replace(year=clock.year) if clock.year and turn == 0 else inner._replace(fixed=NOTHING)
    today = clock.today
    month = inner.month or inner.season or 12
    year = today.year
    if turn < 0 and month >= today.month:
        year -= 1
    if turn > 0 and month <= today.month:
        year += 1
    return inner._replace(year=year)


def _ago(words: Words, at: int, clock: Clock) -> Partial | None:
    """ "Three years ago", "a week earlier", "two days from now"."""
    count = _count(words, at)
    if count is None:
        return None
    number, last = count
    unit = UNITS.get(low(words, last))
    if unit is None:
        return None
    last += 1
    further = None
    if low(words, last) == "and":
        other = _count(words, last + 1)
        if other and UNITS.get(low(words, other[1])):
            further, last = (other[0], UNITS[low(words, other[1])]), other[1] + 1
    if low(words, last) == "ago":
        sign, last = -1, last + 1
    elif low(words, last) == "from" and low(words, last + 1) in ("now", "today"):
        sign, last = 1, last + 2
    elif low(words, last) == "hence":
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


def _count(words: Words, at: int) -> tuple[int | None, int] | None:
    """How many units: a whole number, "a", or a vague word (None)."""
    if at >= len(words):
        return None
    if words[at].low in ("a", "an", "one") and low(words, at + 1) in UNITS:
        return 1, at + 1
    if words[at].digits:
        value = digits_value(words[at].text)
        return (int(value[0]), at + 1) if value and value[0].denominator == 1 and value[0] < 10_000 else None
    found = read_numeral(words, at)
    if found is None or found.form not in (Form.SPELT, Form.VAGUE):
        return None
    value_ = found.value
    return (int(value_) if value_ is not None and value_.denominator == 1 else None), found.last


def _count_of(words: Words, at: int, clock: Clock) -> Partial | None:
    """ "The past three months", "the last 10 years", "the next two weeks", "the first ten months (of 2024)"."""
    turn = table("turns").get(words[at].low)
    first_of = words[at].low == "first"
    if (not turn and not first_of) or at + 1 >= len(words):
        return None
    count = _count(words, at + 1)
    if count is None:
        return None
    number, last = count
    unit = UNITS.get(low(words, last))
    if unit is None:
        return None
    last += 1
    if first_of:
        return _first_units(words, at, last, number, unit, clock)
    if clock.today is None or number is None:
        return Partial(at, last, fixed=NOTHING)
    return Partial(at, last, fixed=rolling(clock.today, number, unit, turn or 0))


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
    """ "The first ten months" of a year, the current one where none is named."""
    year, behind = year_behind(words, last)
    if year is None and low(words, last) == "of":
        if low(words, last + 1) in ("this", "the") and low(words, last + 2) == "year":
            behind = last + 3
        elif low(words, last + 1) == "last" and low(words, last + 2) == "year":
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
