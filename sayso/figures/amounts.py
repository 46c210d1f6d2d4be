"""Puts a figure together: quantity, range, hedge, age, multiple, rate and interval."""

from fractions import Fraction
from typing import NamedTuple

from sayso.figures.hedges import (
    hedge_after,
    hedge_before,
    hedge_beyond,
    is_during,
    is_hedged_ratio,
    is_no_hedge,
)
from sayso.figures.intervals import bare_interval, hedged_interval, within_whole
from sayso.figures.parts import Amount, Form, Numeral, Unit, Words, word_at
from sayso.figures.quantities import DASHES, read_quantity
from sayso.figures.ranges import read_range
from sayso.figures.rates import rate_after
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.vocabulary import Hedge, Role

# "was" and "has" end like a plural and are none.
_SHORT = 3

# So many words back "ratio", "odds" or "outnumbered" may stand.
ODDS_BEFORE = 12
# "By" may stand so many words before the number of a ratio: "by about four to one".
HEDGED = 3
# "More than one" of a count is two or any number more (design, section 6).
MORE_THAN_ONE = Interval(Fraction(2), None)


class Draft(NamedTuple):
    """An amount in the making: words ``[first, last)``, what it does, its unit and form."""

    first: int
    last: int
    role: Role
    name: str | None
    form: Form
    per: str | None = None


def read_amount(
    words: Words, at: int, floor: int, blocked: frozenset[int], *, points: str | None = None
) -> Amount | None:
    """Read the amount whose number begins at a word.

    Args:
        words: the sentence.
        at: index of the number's first word.
        floor: no word before it may be taken.
        blocked: words that belong to dates and labels.
        points: the unit of points: "pp" in a text on a poll or a vote, "point" in one on an index.

    Returns:
        The amount with range, unit and hedges, or None where no free number begins.
    """
    quantity = read_quantity(words, at, floor, blocked)
    if quantity is None:
        return None
    stretch = read_range(words, quantity, floor, blocked)
    upper = None
    if stretch:
        quantity, upper = stretch.lower, stretch.upper
    draft = _draft(words, quantity.numeral, quantity.unit, quantity.first, quantity.last)
    if points:
        draft = _pointed(words, draft, points)
    draft = _aged(words, draft, floor)
    draft = _rated(words, draft)
    return _measured(words, quantity.numeral._replace(form=draft.form), upper, quantity.unit, draft, floor)


def _draft(words: Words, numeral: Numeral, unit: Unit | None, first: int, last: int) -> Draft:
    """What a number does by its unit or, without one, by its form and the word "times"."""
    if unit is not None:
        return _timed(words, Draft(first, last, unit.role, unit.name, numeral.form))
    if numeral.form is Form.MULTIPLE:
        if words[numeral.first].low in ("twice", "thrice") and not _compares(words, last):
            return Draft(first, last, Role.COUNT, None, Form.DIGITS)
        return Draft(first, _behind_multiple(words, last), Role.RATIO, None, Form.MULTIPLE)
    low = word_at(words, last)
    if low == "fold" or (low in DASHES and word_at(words, last + 1) == "fold"):
        return Draft(first, last + 1 + (low != "fold"), Role.RATIO, None, Form.MULTIPLE)
    odds = _odds_end(words, last)
    if odds:
        return Draft(first, odds, Role.RATIO, None, Form.MULTIPLE)
    if low == "x" and words[last].tight and not (last + 1 < len(words) and words[last + 1].digits):
        return Draft(first, last + 1, Role.RATIO, None, Form.MULTIPLE)
    if low in ("times", "time") and numeral.form is not Form.VAGUE and _compares(words, last + 1):
        return Draft(first, _behind_multiple(words, last + 1), Role.RATIO, None, Form.MULTIPLE)
    share = numeral.form in (Form.FRACTION, Form.ODDS) or words[numeral.first].low == "majority"
    return Draft(first, last, Role.SHARE if share else Role.COUNT, None, numeral.form)


def _odds_end(words: Words, at: int) -> int | None:
    """The index behind "to 1" of a ratio: "a 3 to 1 margin", "outnumber them by 80-to-1", "nearly 3-1"."""
    if is_hedged_ratio(words, at):
        return at + 2
    colon = word_at(words, at) == ":" and words[at].tight
    step = 1 if word_at(words, at) == "-" else 0
    if (word_at(words, at + step) != "to" and not colon) or word_at(words, at + 1 + 2 * step) not in (
        "1",
        "one",
    ):
        return None
    end = at + 2 + 2 * step
    near = {word.low for word in (*words[max(0, at - ODDS_BEFORE) : at], *words[end : end + 2])}
    by = "by" in (word.low for word in words[max(0, at - 1 - HEDGED) : at - 1])
    return end if by or not near.isdisjoint(word_set("ratios")) else None


def _pointed(words: Words, draft: Draft, unit: str) -> Draft:
    """Points of a poll are percentage points, those of an index its own: "10 points", "a 16-point margin"."""
    last = draft.last + (word_at(words, draft.last) in DASHES)
    if draft.role is not Role.COUNT or word_at(words, last) not in ("point", "points", "pt", "pts"):
        return draft
    role = Role.PERCENT if unit == "pp" else Role.MEASURE
    return draft._replace(last=last + 1, role=role, name=unit)


def _compares(words: Words, at: int) -> bool:
    """Whether what stands behind "twice" or "times" compares amounts and does not count occasions."""
    low = word_at(words, at)
    if low in ("the", "that"):
        return word_at(words, at + 1) not in ("day", "week", "year", "month", "game", "")
    if low in word_set("compares"):
        return low != "more" or word_at(words, at + 1) not in (".", ",", "")
    return low.endswith("er") and len(low) > 4 and low not in word_set("no_comparative")


def _behind_multiple(words: Words, at: int) -> int:
    """The words "as many" belong to "twice as many"."""
    as_much = word_at(words, at) == "as" and word_at(words, at + 1) in (
        "many",
        "much",
        "high",
        "large",
        "big",
        "long",
        "tall",
        "deep",
        "wide",
        "fast",
        "old",
        "heavy",
        "low",
    )
    return at + 2 if as_much else at


def _timed(words: Words, draft: Draft) -> Draft:
    """Take in "ago", which belongs to a length of time; "old" and "of age" make it an age."""
    if draft.role is not Role.DURATION or draft.name not in word_set("lengths"):
        return draft
    low = word_at(words, draft.last)
    if low == "ago":
        return draft._replace(last=draft.last + 1)
    old = draft.last + 1 if low in DASHES else draft.last
    if word_at(words, old) in ("old", "olds"):
        return draft._replace(last=old + 1, role=Role.AGE)
    if low == "of" and word_at(words, draft.last + 1) == "age":
        return draft._replace(last=draft.last + 2, role=Role.AGE)
    return draft


def _aged(words: Words, draft: Draft, floor: int) -> Draft:
    """Make "aged 43", "age 87", "at the age of 12" ages."""
    if draft.role not in (Role.COUNT, Role.DURATION):
        return draft
    back = draft.first - 1
    if word_at(words, back) in ("between", "over", "under") and back > floor:
        back -= 1
    bound = back + 1 < draft.first and word_at(words, back + 1) in ("over", "under")
    ends = (
        draft.last >= len(words)
        or not words[draft.last].text[0].isalnum()
        or word_at(words, draft.last) in word_set("stops")
    )
    if (
        bound
        and ends
        and draft.role is Role.COUNT
        and word_at(words, back) in word_set("kin") | {"people", "adults"}
    ):
        return draft._replace(role=Role.AGE, name="year")  # "children under five"
    aged = word_at(words, back) in ("aged", "age", "ages") or _is_of_age(words, draft)
    if aged or (word_at(words, back) == "of" and word_at(words, back - 1) in ("age", "ages")):
        return draft._replace(role=Role.AGE, name=draft.name or "year")
    return draft


def _is_of_age(words: Words, draft: Draft) -> bool:
    """Whether a bare number behind "a woman of" is her age: nothing that it counts may stand behind it."""
    if word_at(words, draft.first - 1) != "of" or word_at(words, draft.first - 2) not in word_set("aged"):
        return False
    behind = word_at(words, draft.last)
    counts = len(behind) > _SHORT and behind.endswith("s")
    return draft.role is Role.COUNT and word_at(words, draft.first - 3) in ("a", "an", "the") and not counts


def _rated(words: Words, draft: Draft) -> Draft:
    """What a figure is reckoned by: "a month" is a period, "a barrel" part of the unit."""
    if draft.role not in (Role.MONEY, Role.COUNT, Role.MEASURE, Role.PERCENT, Role.DURATION):
        return draft
    rate = rate_after(words, draft.last, money=draft.role is Role.MONEY)
    if rate is None:
        return draft
    last, below, timely = rate
    if draft.role is Role.DURATION:
        return draft._replace(last=last, per=below) if timely and below != draft.name else draft
    if draft.name and (not timely or draft.role is Role.MEASURE):
        return draft._replace(last=last, name=f"{draft.name}/{below}", per=below)
    return draft._replace(last=last, per=below)


def _measured(
    words: Words, numeral: Numeral, upper: Numeral | None, unit: Unit | None, draft: Draft, floor: int
) -> Amount:
    """Hedges on both sides and the interval they leave."""
    first, last = draft.first, draft.last
    before = hedge_before(words, first)
    if before and (before.first < floor or is_no_hedge(words, before, numeral, floor)):
        before = None
    if before and draft.role is Role.DURATION and is_during(words, before, last):
        before = None
    after = hedge_after(words, last)
    beyond = None if after else hedge_beyond(words, last)
    vague = numeral.form is Form.VAGUE
    wide = vague and numeral.interval is not None and numeral.interval.low != numeral.interval.high
    value = None if upper is not None or wide else numeral.value
    if upper is not None:
        interval = Interval(numeral.value, upper.value)
    else:
        interval = bare_interval(numeral, percent=draft.role is Role.PERCENT)
    # "A majority" is "more than half" in another word, and as firm a bound (design, section 6).
    most = words[numeral.first].low == "majority"
    hedge = Hedge.OVER if most else Hedge.VAGUE if vague else Hedge.EXACT
    for found in (after, beyond, before):
        if found:
            interval = hedged_interval(interval, value, found.shape)
            if draft.role is Role.SHARE and draft.name is None:
                interval = within_whole(interval, over=found.hedge is Hedge.OVER)
            if found.hedge is Hedge.OVER and value == 1 and draft.role is Role.COUNT:
                interval = MORE_THAN_ONE
            hedge = found.hedge if found.hedge is not Hedge.EXACT else hedge
            if found is not beyond:
                first, last = min(first, found.first), max(last, found.last)
    factor = unit.factor if unit else Fraction(1)
    step = numeral.step * factor if numeral.step is not None and value is not None else None
    return Amount(
        first,
        last,
        numeral.last - 1,
        draft.role,
        _times(interval, factor),
        value * factor if value is not None else None,
        step,
        hedge,
        draft.form,
        draft.name,
        draft.per,
    )


def _times(interval: Interval, factor: Fraction) -> Interval:
    if factor == 1:
        return interval
    low = interval.low * factor if interval.low is not None else None
    high = interval.high * factor if interval.high is not None else None
    return Interval(low, high, interval.low_open, interval.high_open)
