"""Finds every date expression of a sentence, single or from … to …, and the days it covers."""

from functools import cache

from sayso.figures.calendar import DAY, load_dates, months_on
from sayso.figures.dates import read_point
from sayso.figures.datewords import UNITS, is_month, is_ordinal_day, read_day, year_behind
from sayso.figures.joined import share_years
from sayso.figures.offsets import read_nth, read_offset
from sayso.figures.partial import NOTHING, Clock, Partial, settle
from sayso.figures.parts import When, Words, word_at
from sayso.figures.spells import read_spell
from sayso.figures.wordsets import word_set

DUE = frozenset(("to", "for", "on", "in", "by"))
JOINTS = frozenset(("to", "until", "till", "through", "thru", "-", "–", "—", "~"))


@cache
def _starters() -> frozenset[str]:
    """Words that can begin a date: every other word is passed at the cost of one look-up."""
    raw = load_dates()
    words = {*raw["months"], *raw["weekdays"], *raw["seasons"], *raw["turns"]}
    for table in ("holidays", "nth_holidays", "easter_holidays", "thanksgiving_holidays", "portions"):
        words |= {name.replace("'", " ").split()[0] for name in raw[table]}
    words |= word_set("date_starters") | set(raw["decades"])
    return frozenset(words)


def find_dates(words: Words, clock: Clock) -> tuple[When, ...]:
    """Find the date expressions of one sentence, in order and without overlap.

    Args:
        words: the sentence.
        clock: publication date and the year printed last.
    """
    out: list[When] = []
    at, starters = 0, _starters()
    modals = [n for n, word in enumerate(words) if _looks_ahead(words, n)]
    while at < len(words):
        word = words[at]
        found = None
        if _may_date(words, at) if word.digits else word.low in starters:
            tense = clock._replace(ahead=_is_ahead(words, at, modals), past=_is_past(words, at))
            found = read_when(words, at, tense)
        if found is None:
            at += 1
            continue
        first = found.first
        if first and out and first < out[-1].last:
            first = out[-1].last
        year_alone = (
            found.last - found.first == 1 and len(words[found.first].text) == 4 and words[found.first].digits
        )
        if first and words[first - 1].low == "the" and found.first == at and not year_alone:
            first -= 1
        if first and words[first - 1].low in ("in", "on", "during") and (not out or out[-1].last < first):
            first -= 1
        if not out or first >= out[-1].last:
            out.append(found._replace(first=first))
        at = max(found.last, at + 1)
        year = _year_of(found)
        if year:
            clock = clock._replace(year=year)
        if found.begin and found.end:
            clock = clock._replace(anchor=(found.begin, found.end))
    return share_years(words, out)


def _may_date(words: Words, at: int) -> bool:
    """Whether the digits at a word may begin a date, by what stands behind: most digits are passed so."""
    text, behind = words[at].text, word_at(words, at + 1)
    if (
        len(text) in (4, 8)
        or "." in text
        or behind in word_set("behind_digits")
        or behind in UNITS
        or behind[:1] == "."
    ):
        return True
    quoted = at > 0 and words[at - 1].text in "'’‘"
    return quoted or is_month(words, at + 1) is not None or word_at(words, at + 2) in ("/", "⁄")


def _looks_ahead(words: Words, at: int) -> bool:
    """Whether a word makes its clause speak of what is to come: "will", "is due to", "plans to"."""
    low, following = words[at].low, word_at(words, at + 1)
    if low in word_set("ahead"):
        return words[at].text.islower() or (following not in ("", ".", ",") and at == 0)
    return (low in word_set("ahead_to") and following == "to") or (
        low in word_set("due") and following in DUE
    )


def _is_ahead(words: Words, at: int, modals: list[int]) -> bool:
    """Whether a date lies ahead: its clause does, or "by" and "until" set it as a term.

    What was said on a day was said in the past, whatever it foretells.
    """
    if words[at].low in ("by", "until", "till") or (
        word_at(words, at - 2) == "now" and word_at(words, at - 1) in ("and", "to")
    ):
        return True
    if not modals:
        return False
    said = any(words[n].low in word_set("said") for n in range(max(0, at - 3), at))
    near = any(at - 14 <= n < at or (at < n <= at + 7) for n in modals)
    return near and not said


def _is_past(words: Words, at: int) -> bool:
    """Whether a verb near a date is in the past: "was", "had", most words in -ed."""
    near = words[max(0, at - 8) : at + 8]
    return any(w.low in word_set("past") or (w.low.endswith("ed") and len(w.low) > 4) for w in near)


def _year_of(found: When) -> int | None:
    day = found.end or found.begin
    return day.year if day else None


def read_when(words: Words, at: int, clock: Clock) -> When | None:
    """Read the date expression that begins at a word."""
    lead = words[at].low
    if lead in ("to", "till", "until") and word_at(words, at + 1) == "date":
        return When(at, at + 2, None, clock.today)
    phrase = _bound_phrase(words, at)
    if phrase is not None:
        return _bound(words, at, clock, *phrase)
    if lead in ("from", "between") and at + 1 < len(words):
        return _led_range(words, at, clock)
    if lead in ("since", "until", "till", "by", "before", "after"):
        return _bound(words, at, clock)
    if lead in ("the", "a", "an", "in", "on") and lead not in ("a", "an"):
        return None
    return (
        read_spell(words, at, clock)
        or read_offset(words, at, clock)
        or read_nth(words, at, clock)
        or _range_or_point(words, at, clock)
    )


def _range_or_point(words: Words, at: int, clock: Clock) -> When | None:
    left = _read(words, at, clock)
    if left is None:
        return _day_range(words, at, clock)
    return _day_range(words, at, clock) or _joined(words, left, clock) or _single(left, clock)


def _single(left: Partial, clock: Clock) -> When:
    return When(left.first, left.last, *settle(left, clock))


def _read(words: Words, at: int, clock: Clock) -> Partial | None:
    """A single date with what may stand before it: "early", "the end of", "the week of", "fiscal"."""
    for phrase, portion in _portions().get(words[at].low, ()):
        if all(word_at(words, at + n) == word for n, word in enumerate(phrase)):
            skip = at + len(phrase)
            if word_at(words, skip) in ("-", "the") and phrase != ("end", "of"):
                skip += 1
            elif word_at(words, skip) in ("the", "this") and phrase[-1] == "of":
                skip += word_at(words, skip) == "the"
            inner = read_point(words, skip, clock) if skip < len(words) else None
            if inner and inner.first <= skip and not inner.day and word_at(words, skip) != "day":
                return inner._replace(first=at, portion=portion)
            return None
    if word_at(words, at) in ("fiscal", "financial"):
        skip = at + 2 if word_at(words, at + 1) == "year" else at + 1
        # Which months a fiscal year has, nobody told us.
        year, behind = year_behind(words, skip)
        return Partial(at, behind, year=year, fixed=NOTHING) if year else None
    if (
        word_at(words, at) in ("fy", "cy")
        and at + 1 < len(words)
        and words[at + 1].tight
        and words[at + 1].text.isdigit()
    ):
        digits = words[at + 1].text
        if len(digits) in (2, 4):
            year = int(digits) if len(digits) == 4 else 2000 + int(digits)
            unknown = NOTHING if words[at].low == "fy" else None
            return Partial(at, at + 2, year=year, fixed=unknown) if 1000 <= year <= 2199 else None
    return read_point(words, at, clock)


@cache
def _portions() -> dict[str, list[tuple[tuple[str, ...], tuple[int, int]]]]:
    """The words that make a part of a date, by the first of them."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[int, int]]]] = {}
    for name, ends in load_dates()["portions"].items():
        phrase = tuple(name.split())
        found.setdefault(phrase[0], []).append((phrase, (ends[0], ends[1])))
    return found


def _joined(words: Words, left: Partial, clock: Clock) -> When | None:
    """Read "A to B", "A-B", "A through B"; bare "to" only between years, months or days."""
    joint = word_at(words, left.last)
    if joint not in JOINTS or left.last + 1 >= len(words):
        return None
    right = _right_side(words, left.last + 1, left, clock)
    if right is None:
        return None
    return _ends(left, right, clock)


def _right_side(words: Words, at: int, left: Partial, clock: Clock) -> Partial | None:
    """The second date of a range; a lone day or two-digit year takes what it lacks from the first."""
    skip = at + 1 if word_at(words, at) == "the" else at
    right = _read(words, skip, clock) if skip < len(words) else None
    if right is not None and right.first >= at:
        return right
    day = read_day(words, skip)
    if day and left.day is not None and left.month:
        year, behind = year_behind(words, day[1])
        wrapped = left.month + (day[0] < left.day)
        return Partial(skip, behind, year=year or left.year, month=(wrapped - 1) % 12 + 1, day=day[0])
    if (
        left.year
        and word_at(words, at - 1) in ("-", "–", "/")
        and not left.has_date
        and skip < len(words)
        and len(words[skip].text) == 2
        and words[skip].text.isdigit()
    ):
        return Partial(skip, skip + 1, year=left.year // 100 * 100 + int(words[skip].text))
    return None


def _ends(left: Partial, right: Partial, clock: Clock) -> When | None:
    """From the first day of one to the last of the other; a year told once holds for both."""
    if left.year is None and right.year is not None and left.fixed is None:
        year = right.year
        month_left, month_right = left.month or left.season, right.month or right.season
        left = left._replace(
            year=year - 1 if month_left and month_right and month_left > month_right else year
        )
        if left.weekday is not None and left.month is None:
            left = left._replace(year=None)
    begin, end = settle(left, clock)[0], settle(right, clock)[1]
    if _is_lone_weekday(left) and _is_lone_weekday(right) and begin and end and end < begin:
        # "From Monday to Friday" is one week: the last that is over, or the one to come.
        begin, end = (begin, end + DAY * 7) if clock.ahead else (begin - DAY * 7, end)
    if begin and end and right.year is None and right.fixed is None and end < begin:
        end = settle(right._replace(year=begin.year), clock)[1]
        if end and end < begin:
            end = settle(right._replace(year=begin.year + 1), clock)[1]
    if begin and end and end < begin and left.year is None and left.fixed is None:
        begin = settle(left._replace(year=end.year), clock)[0]
    if (
        clock.ahead
        and clock.today
        and begin
        and end
        and begin > clock.today
        and left.year is None
        and right.year is None
    ):
        earlier = (months_on(begin, -12), months_on(end, -12))
        if left.fixed is None and right.fixed is None and earlier[1] >= clock.today:
            begin, end = earlier
    if begin and end and end < begin:
        return None
    return When(left.first, right.last, begin, end)


def _is_lone_weekday(partial: Partial) -> bool:
    return partial.weekday is not None and partial.month is None and partial.day is None


def _day_range(words: Words, at: int, clock: Clock) -> When | None:
    """Read "18-24 November", "November 18-19, 2020", "3 and 12 of Sept"."""
    month = is_month(words, at)
    if month and (day := read_day(words, at + 1)) and word_at(words, day[1]) in JOINTS | {"and"}:
        skip = day[1] + 1
        skip += word_at(words, skip) == "the"
        other = read_day(words, skip)
        if (
            other
            and not is_month(words, other[1])
            and (
                word_at(words, day[1]) != "and" or is_ordinal_day(words, skip, other[1]) or other[0] > day[0]
            )
        ):
            if word_at(words, other[1]) in ("percent", "%", "people", "million", "/"):
                return None
            year, behind = year_behind(words, other[1])
            left = Partial(at, day[1], year=year, month=month, day=day[0])
            right = Partial(skip, behind, year=year, month=month + (other[0] < day[0]), day=other[0])
            if right.month == 13:
                right = right._replace(month=1)
            return _ends(left, right, clock)
        return None
    day = read_day(words, at)
    if day is None or word_at(words, day[1]) not in JOINTS | {"and"}:
        return None
    skip = day[1] + 1
    skip += word_at(words, skip) == "the"
    other = read_day(words, skip)
    if other is None or (
        word_at(words, at - 1) not in ("between", "from", "the", "on")
        and word_at(words, day[1]) in ("and", "to")
        and not is_ordinal_day(words, at, day[1])
    ):
        return None
    of = other[1] + 1 if word_at(words, other[1]) == "of" else other[1]
    month = is_month(words, of)
    if month is None:
        return None
    year, behind = year_behind(words, of + 1)
    left = Partial(at, day[1], year=year, month=month, day=day[0])
    right = Partial(skip, behind, year=year, month=month, day=other[0])
    if other[0] < day[0]:
        left = left._replace(month=(month - 2) % 12 + 1)
    return _ends(left, right, clock)


def _led_range(words: Words, at: int, clock: Clock) -> When | None:
    """Read "From A to B", "between A and B"; "from A" alone is open towards the end."""
    skip = at + 1
    skip += word_at(words, skip) in ("the", "mid", "in")
    if skip >= len(words):
        return None
    days = _day_range(words, skip, clock)
    if days:
        return days._replace(first=at)
    left = _read(words, skip, clock)
    if left is None:
        return None
    joint = word_at(words, left.last)
    ahead = left.last + 1 + (word_at(words, left.last + 1) == "the")
    if joint in ("to", "until", "till") and word_at(words, ahead) in ("date", "now", "today", "present"):
        return When(at, ahead + 1, settle(left, clock)[0], clock.today)
    if joint in JOINTS or (joint == "and" and words[at].low == "between"):
        right = _right_side(words, left.last + 1, left, clock)
        whole = _ends(left, right, clock) if right else None
        if whole:
            return whole._replace(first=at)
    found = _single(left, clock)
    if words[at].low == "from" and joint == "on":
        return When(at, left.last + 1, found.begin, None)
    return found


@cache
def _bound_phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases that set a bound, by their first word: "no later than" means "by"."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, lead in load_dates()["bounds"].items():
        phrase = tuple(name.split())
        found.setdefault(phrase[0], []).append((phrase, lead))
    return found


def _bound_phrase(words: Words, at: int) -> tuple[str, int] | None:
    """The bound that a phrase at a word means and the index behind the phrase."""
    for phrase, lead in _bound_phrases().get(words[at].low, ()):
        if all(word_at(words, at + n) == word for n, word in enumerate(phrase)):
            return lead, at + len(phrase)
    return None


def _bound(words: Words, at: int, clock: Clock, lead: str = "", skip: int | None = None) -> When | None:
    """Read "Since August", "until 1 May", "by the end of 2020", "before 2010", "no later than Easter"."""
    lead = lead or words[at].low
    skip = at + 1 if skip is None else skip
    skip += word_at(words, skip) in ("the", "about", "around", "at")
    skip += word_at(words, skip) == "the"
    if skip >= len(words):
        return None
    if lead == "before":
        clock = clock._replace(near=True)
    inner = read_spell(words, skip, clock) or _range_or_point(words, skip, clock)
    if inner is None or inner.first > skip:
        return None
    begin, end = inner.begin, inner.end
    match lead:
        case "since":
            return When(at, inner.last, begin, None)
        case "after":
            return When(at, inner.last, end + DAY if end else None, None)
        case "before":
            return When(at, inner.last, None, begin - DAY if begin else None)
        case "from":
            return When(at, inner.last, begin, None)
    return When(at, inner.last, None, end)
