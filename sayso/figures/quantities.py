"""Reads a number with the unit, currency or sign that belongs to it."""

from fractions import Fraction
from typing import NamedTuple

from sayso.figures.lexicon import lexicon
from sayso.figures.numerals import read_numeral
from sayso.figures.parts import Form, Numeral, Unit, Words, word_at
from sayso.figures.pounds import as_sterling
from sayso.figures.single import read_single
from sayso.figures.units import currency_before, unit_after
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.vocabulary import Role

DASHES = frozenset("-–—‑")
INCHES_A_FOOT = 12
# How many of a smaller length of time a larger one has, where that is always the same.
SMALLER = {
    "year": {"month": 12},
    "week": {"day": 7, "hour": 168},
    "day": {"hour": 24, "minute": 1440},
    "hour": {"minute": 60, "second": 3600},
    "minute": {"second": 60},
}
# So many words around a point a game or an index may be spoken of.
GAME_NEAR = 25


class Quantity(NamedTuple):
    """A number and its unit at words ``[first, last)``."""

    numeral: Numeral
    unit: Unit | None
    first: int
    last: int


def read_quantity(
    words: Words, at: int, floor: int, blocked: frozenset[int], *, money: bool = False
) -> Quantity | None:
    """Read the quantity whose number begins at a word.

    Args:
        words: the sentence.
        at: index of the number's first word.
        floor: no word before it may be taken.
        blocked: words that belong to dates and labels.
        money: the lower end of the range has a currency sign, so that "m" means million here too.

    Returns:
        Number and unit, or None where no free number begins.
    """
    simple = _fold(words, at) or _single(words, at) or _majority(words, at, floor)
    if simple:
        return simple
    before = currency_before(words, at) if at > floor else None
    if before and before.first < floor:
        before = None
    sign = 0
    if before is None and at - 1 > floor and words[at].tight and words[at - 1].text in ("-", "−"):
        before = currency_before(words, at - 1)
        sign = 1 if before and words[at - 1].tight else 0
        before = before if sign else None
    numeral = read_numeral(words, at, money=money or before is not None)
    if numeral is None or any(n in blocked for n in range(numeral.first, numeral.last)):
        return None
    if sign and numeral.value is not None:
        numeral = numeral._replace(value=-numeral.value)
    numeral, first = _signed(words, numeral, before.first if before else at, floor)
    if before:
        return _with_currency(words, numeral, before, first)
    unit = unit_after(words, numeral.last)
    if unit is None:
        return _below_nought(words, _with_part_unit(words, numeral, first))
    if numeral.form is Form.VAGUE and word_at(words, unit.first) in DASHES:
        return Quantity(numeral, None, first, numeral.last)
    unit = as_sterling(words, numeral, unit)
    if unit.role is Role.MONEY:
        numeral, unit = _late_scale(words, numeral, unit)
    numeral, unit = _compound(words, numeral, unit)
    if unit.role is Role.DURATION and numeral.decimals:
        numeral, unit = _compound(words, numeral, unit)  # "4h 12m 30s"
    return _below_nought(words, Quantity(numeral, unit, first, unit.last))


def _below_nought(words: Words, found: Quantity) -> Quantity:
    """Read "12 degrees below zero" as -12 degrees."""
    value = found.numeral.value
    if word_at(words, found.last) != "below" or word_at(words, found.last + 1) != "zero" or value is None:
        return found
    return found._replace(numeral=found.numeral._replace(value=-value), last=found.last + 2)


def _with_currency(words: Words, numeral: Numeral, before: Unit, first: int) -> Quantity:
    """A currency before the number; the same one may be told again behind it: "$5 US", "€5 euros"."""
    if (
        before.name == "USD"
        and word_at(words, numeral.last) in ("us", "u.s.")
        and words[numeral.last].text.isupper()
    ):
        return Quantity(numeral, before, first, numeral.last + 1)
    again = unit_after(words, numeral.last)
    named = again is not None and words[again.first].text.isalpha()
    if (
        again
        and named
        and again.role is Role.MONEY
        and again.factor == 1
        and before.name in (again.name, "USD")
    ):
        return Quantity(numeral, before._replace(name=again.name), first, again.last)
    return Quantity(numeral, before, first, numeral.last)


def _with_part_unit(words: Words, numeral: Numeral, first: int) -> Quantity:
    """A unit behind "of" or an article: "tens of thousands of dollars", "half an hour"."""
    at = numeral.last
    of = word_at(words, at) == "of"
    if numeral.form is Form.VAGUE and of:
        unit = unit_after(words, at + 1)
        unit = as_sterling(words, numeral, unit) if unit else None
    elif numeral.form is Form.FRACTION or _is_part_of_one(words, numeral):
        at += of
        one = word_at(words, at) in ("a", "an", "one", "1")
        unit = _point_at(words, at + one) or (unit_after(words, at + 1) if one else None)
    else:
        unit = None
    if unit is None or (unit.name == "%" and numeral.form is Form.VAGUE):
        return Quantity(numeral, None, first, numeral.last)
    if numeral.form is Form.FRACTION:
        numeral = numeral._replace(form=Form.SPELT, step=Fraction(1, 10), decimals=True)
    return Quantity(numeral, unit, first, unit.last)


def _is_part_of_one(words: Words, numeral: Numeral) -> bool:
    """Whether decimals below one tell a part: "0.7 of a percentage point"."""
    below = numeral.value is not None and numeral.decimals and abs(numeral.value) < 1
    return below and word_at(words, numeral.last) == "of"


def _point_at(words: Words, at: int) -> Unit | None:
    """A part of a point is one of a percentage, save of a game or an index: "a quarter-point cut"."""
    at += word_at(words, at) in DASHES
    games = (word_set("sports") | {"index"}) - {"quarter"}
    if word_at(words, at) != "point" or any(
        word.low in games for word in words[max(0, at - GAME_NEAR) : at + GAME_NEAR]
    ):
        return None
    return Unit(at, at + 1, "pp", Role.PERCENT)


def _fold(words: Words, at: int) -> Quantity | None:
    """Read "threefold", "tenfold"."""
    word = words[at]
    if not word.low.endswith("fold") or len(word.low) < 6:
        return None
    lex, stem = lexicon(), word.low[:-4]
    factor = lex.small.get(stem) or lex.tens.get(stem) or lex.scales.get(stem)
    if not factor:
        return None
    return Quantity(Numeral(at, at + 1, Fraction(factor), Fraction(1), Form.MULTIPLE), None, at, at + 1)


def _single(words: Words, at: int) -> Quantity | None:
    """Read "for a year", "an hour and a half": one of a unit."""
    found = read_single(words, at)
    return Quantity(found[0], found[1], at, found[1].last) if found else None


SHARES_OF_MOST = Interval(Fraction(1, 2), Fraction(1), low_open=True)


def _majority(words: Words, at: int, floor: int) -> Quantity | None:
    """Read "a majority of", "the vast majority of": more than half; a majority of 40 is a lead."""
    if words[at].low != "majority" or word_at(words, at + 1) != "of":
        return None
    first = at
    while first > floor and words[first - 1].low in word_set("majorities"):
        first -= 1
    counted = at + 2 < len(words) and (words[at + 2].digits or words[at + 2].low in lexicon().small)
    if first <= floor - 1 or counted or word_at(words, first - 1) not in ("a", "the"):
        return None
    most = Numeral(at, at + 1, None, None, Form.VAGUE, interval=SHARES_OF_MOST)
    return Quantity(most, None, max(first - 1, floor), at + 1)


def _signed(words: Words, numeral: Numeral, first: int, floor: int) -> tuple[Numeral, int]:
    """A minus sign or "minus" before the number; "plus or minus" is a margin and no sign."""
    if first <= floor or numeral.value is None:
        return numeral, first
    sign, further = words[first - 1], word_at(words, first - 2)
    spelt = sign.low in ("minus", "negative")
    lone = not sign.tight or first == 1 or further in ("(", "$", "<", ">")
    if spelt or (sign.text in ("-", "−", "–") and lone and _touches(words, first)):
        if further == "or" and word_at(words, first - 3) == "plus":
            return numeral, first
        return numeral._replace(value=-numeral.value), first - 1
    if sign.text == "-" and first - 1 > floor and further == "minus":
        return numeral._replace(value=-numeral.value), first - 2
    return numeral, first


def _touches(words: Words, first: int) -> bool:
    """Whether the sign touches its number, or opens the sentence."""
    return words[first].tight or first == 1


def _late_scale(words: Words, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """Read "75 USD million"."""
    factor = lexicon().scales.get(word_at(words, unit.last))
    if factor is None or numeral.value is None or numeral.step is None:
        return numeral, unit
    scaled = numeral._replace(value=numeral.value * factor, step=numeral.step * factor, scaled=factor >= 1000)
    return scaled, unit._replace(last=unit.last + 1)


def _compound(words: Words, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """Read "5 ft 2 in", "3 dollars 50 cents", "six feet and two inches": one figure in the larger unit."""
    hyphen = unit.name == "ft" and word_at(words, unit.last) in DASHES and words[unit.last].tight
    at = unit.last + (hyphen or word_at(words, unit.last) == "and")
    if (
        at >= len(words)
        or numeral.value is None
        or (unit.name not in ("ft", "lb") and unit.name not in SMALLER and unit.role is not Role.MONEY)
    ):
        return numeral, unit
    small = read_numeral(words, at)
    if small is None or small.value is None or not 0 < small.value < 100 or small.form is Form.MULTIPLE:
        return numeral, unit
    if hyphen and (not words[at].tight or small.value >= INCHES_A_FOOT):
        return numeral, unit
    part, last = _small_unit(words, small, unit)
    if part is None:
        return numeral, unit
    whole = numeral.value + small.value * part
    return numeral._replace(value=whole, step=part, decimals=True), unit._replace(last=last)


def _clock_unit(words: Words, small: Numeral, unit: Unit) -> str | None:
    """The unit of a letter that touches the digits behind hours or minutes: "4h 12m 30s"."""
    if unit.name not in ("hour", "minute") or small.last >= len(words) or not words[small.last].tight:
        return None
    return {"m": "minute", "s": "second"}.get(words[small.last].low)


def _small_unit(words: Words, small: Numeral, unit: Unit) -> tuple[Fraction | None, int]:
    """What one of the smaller unit is in the larger, and the index behind it."""
    last, name = small.last, word_at(words, small.last)
    following = unit_after(words, last)
    if unit.role is Role.MONEY:
        cents = following is not None and following.role is Role.MONEY and following.factor != 1
        return (
            (following.factor, following.last) if following and cents and unit.factor == 1 else (None, last)
        )
    if unit.name == "ft" and (
        name in ("inch", "inches", "ins", '"', "″", "”") or (name == "in" and words[last - 1].digits)
    ):
        return Fraction(1, INCHES_A_FOOT), last + 1
    hyphened = unit.name == "ft" and words[small.first].tight and small.first == unit.last + 1
    if hyphened or (
        unit.name == "ft" and small.value and small.value < INCHES_A_FOOT and name in ("", ".", ",", "tall")
    ):
        return Fraction(1, INCHES_A_FOOT), last  # "6-foot-3", "6ft 3 tall"
    smaller = _clock_unit(words, small, unit) or (following.name if following else None)
    part = SMALLER.get(unit.name or "", {}).get(smaller or "") if following else None
    if part is not None and following and unit.role is Role.DURATION:
        return Fraction(1, part), following.last
    if unit.name == "lb" and name in ("oz", "ounce", "ounces"):
        return Fraction(1, 16), last + 1
    return None, last
