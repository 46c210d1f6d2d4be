"""Shares a unit between two figures where only one is written with it.

"From 6.1 to 6.9 percent", "31 mpg to 27", "two-, three- and seven-masted barges".
"""

from fractions import Fraction
from functools import cache

from sayso.figures.intervals import bare_interval
from sayso.figures.levels import FARTHEST
from sayso.figures.parts import Amount, Form, Numeral, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.vocabulary import Hedge, Role
from sayso.words import load_words

SHARED = (Role.PERCENT, Role.MONEY, Role.MEASURE)


def share_units(words: Words, amounts: list[Amount]) -> list[Amount]:
    """Give bare figures the unit of the figure that they are compared or listed with.

    Args:
        words: the sentence.
        amounts: its figures in order.

    Returns:
        The figures, those changed with interval, value and step in the shared unit.
    """
    out = list(amounts)
    for n in range(len(out) - 2, -1, -1):
        left, right = out[n], out[n + 1]
        if _hangs(words, left):
            out[n] = _with_unit(left._replace(last=left.last + 1), right)
        elif _is_way(words, left, right) and _is_bare(left) and right.role in SHARED and right.unit:
            out[n] = _with_unit(left, right)
        elif _is_side(words, left, right) and _is_bare(left) and right.role is Role.MEASURE:
            out[n] = left._replace(role=right.role, unit=right.unit)
    for n in range(1, len(out)):
        left, right = out[n - 1], out[n]
        lasting = left.role is Role.DURATION and right.form is Form.SPELT
        if not (
            _is_bare(right._replace(form=Form.DIGITS) if lasting else right) and _counts_nothing(words, right)
        ):
            continue
        way = _is_way(words, left, right) and left.role in SHARED and _is_level(words, left)
        if _is_elsewhere(words, left, right):
            out[n] = right._replace(role=left.role, unit=left.unit)
        elif way or _is_compared(words, left, right) or _is_contest(words, left, right):
            out[n] = _with_unit(right, left)
    return out


def _is_elsewhere(words: Words, left: Amount, right: Amount) -> bool:
    """Whether the later figure is the same measure elsewhere: "31 inches on the coast and 19 on Marlow"."""
    if left.role is not Role.MEASURE or not left.unit or word_at(words, right.first - 1) != "and":
        return False
    joint = word_at(words, right.last)
    between = [word.low for word in words[left.last : right.first]]
    return joint in ("on", "in", "at", "for") and joint in between and len(between) <= FARTHEST


def _is_contest(words: Words, left: Amount, right: Amount) -> bool:
    """Whether the two are shares of rivals: "leads by 48 percent to 41"."""
    if left.role is not Role.PERCENT or [word.low for word in words[left.last : right.first]] != ["to"]:
        return False
    return any(words[n].low in word_set("contests") for n in range(max(0, left.first - 8), left.first))


def _is_compared(words: Words, left: Amount, right: Amount) -> bool:
    """Whether the later figure is the same measure at another time: "32 hours a week instead of 45"."""
    if left.role not in (*SHARED, Role.DURATION) or not left.unit:
        return False
    if word_at(words, right.first - 1) == "from" and word_at(words, left.first - 1) == "to":
        return right.first - left.last == 1  # "rose to 5.2% from 4.1"
    if left.role is Role.PERCENT and word_at(words, left.first - 1) not in word_set("levels"):
        return False
    between = tuple(word.low for word in words[left.last : right.first])
    return len(between) <= FARTHEST and any(between[-len(lead) :] == lead for lead in _leads())


@cache
def _leads() -> tuple[tuple[str, ...], ...]:
    """What leads the same measure at another time; a lone "to" or "from" leads a place as often."""
    leads = tuple(tuple(phrase.split()) for phrase in load_words("frames")["compared_leads"]["phrases"])
    return (*(lead for lead in leads if lead not in (("to",), ("from",))), ("up", "from"), ("down", "from"))


def _is_bare(amount: Amount) -> bool:
    return (
        amount.role is Role.COUNT
        and amount.unit is None
        and amount.form is Form.DIGITS
        and amount.per is None
    )


def _hangs(words: Words, amount: Amount) -> bool:
    """Whether a hyphen hangs behind the number: "two- and three-year terms"."""
    at = amount.last
    if amount.unit or word_at(words, at) != "-" or not words[at].tight:
        return False
    return (at + 1 < len(words) and not words[at + 1].tight) or word_at(words, at + 1) == ","


def _is_way(words: Words, left: Amount, right: Amount) -> bool:
    """Whether a change leads from one figure to the other."""
    between = [word.low for word in words[left.last : right.first]]
    if between != ["to"]:
        return False
    return any(
        words[n].low in word_set("moves") or words[n].low == "from"
        for n in range(max(0, left.first - 8), left.first)
    )


def _is_side(words: Words, left: Amount, right: Amount) -> bool:
    """Whether the two are sides of one thing: "40 x 60 feet", "12 by 8 metres"."""
    between = [word.low for word in words[left.last : right.first] if word.text != "-"]
    return between in (["x"], ["×"], ["by"])


def _is_level(words: Words, amount: Amount) -> bool:
    """Whether a change starts at this figure: in "fell 10% to 450" the percentage is the change itself."""
    return amount.role is not Role.PERCENT or word_at(words, amount.first - 1) in ("from", "of", "at")


def _leads_from(words: Words, left: Amount) -> bool:
    """Whether the figure is where the way began; "gained 3% to 7,425" gives a change and a level."""
    return word_at(words, left.first - 1) == "from"


def _counts_nothing(words: Words, amount: Amount) -> bool:
    after = words[amount.last] if amount.last < len(words) else None
    return after is None or not after.text.isalpha() or after.low in word_set("stops")


def _with_unit(amount: Amount, other: Amount) -> Amount:
    """The amount in the other's unit; a scale word of the other holds for a small number too."""
    value, step = amount.value, amount.step
    if value is None or step is None:
        return amount._replace(role=other.role, unit=other.unit)
    factor = Fraction(1)
    size = other.value if other.value is not None else other.interval.low
    if size is not None and value < 1000 <= abs(size):
        factor = next((Fraction(f) for f in (10**12, 10**9, 10**6, 10**3) if abs(size) >= f), factor)
    written = Numeral(0, 0, value * factor, step * factor, amount.form, factor > 1, step < 1)
    interval: Interval = amount.interval
    if amount.hedge is Hedge.EXACT:
        interval = bare_interval(written, percent=other.role is Role.PERCENT)
    return amount._replace(
        role=other.role, unit=other.unit, value=written.value, step=written.step, interval=interval
    )
