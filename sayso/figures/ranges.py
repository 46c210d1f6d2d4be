"""Reads two numbers as the ends of one figure: "10 to 15", "between $31 million and $44 million"."""

from fractions import Fraction
from typing import NamedTuple

from sayso.figures.parts import Form, Numeral, Unit, Words, word_at
from sayso.figures.quantities import DASHES, Quantity, read_quantity
from sayso.figures.units import unit_names
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role


class Stretch(NamedTuple):
    """A range: its lower quantity, whose ``last`` and unit are those of the whole, and its upper number."""

    lower: Quantity
    upper: Numeral


def read_range(words: Words, left: Quantity, floor: int, blocked: frozenset[int]) -> Stretch | None:
    """Read on from a quantity to the upper end of a range.

    Args:
        words: the sentence.
        left: the quantity before "to", "and", "or" or a dash.
        floor: no word before it may be taken.
        blocked: words that belong to dates and labels.

    Returns:
        The range; None where the second number is a figure of its own: a change ("rose from 3 to 5"), a
        list, another unit, a smaller number.
    """
    lead = word_at(words, left.first - 1) if left.first > floor else ""
    joint, behind = word_at(words, left.last), left.last + 1
    if joint == "-" and word_at(words, behind) == "to":
        joint, behind = "to", behind + 1 + (word_at(words, behind + 1) == "-")
    elif joint == "to" and word_at(words, behind) == "-" and words[behind].tight:
        behind += 1
    elif joint == "up" and lead == "from" and word_at(words, behind) == "to":
        joint, behind = "to", behind + 1
    if left.numeral.value is None or not _is_joint(joint, lead) or behind >= len(words):
        return None
    if joint == "to" and lead != "between" and _is_way(words, left.first, lead):
        return None
    if joint == "to" and lead not in ("between", "from") and _is_contest(words, left.first):
        return None
    minus = joint in DASHES and behind < len(words) and words[left.last].tight is not words[behind].tight
    if minus and words[behind].tight:
        return None
    start = behind
    while start < len(words) - 1 and start < behind + 2 and _is_currency_mark(words, start):
        start += 1
    if joint in ("to", "and") and word_at(words, start) in ("-", "−", "minus") and start + 1 < len(words):
        start += 1
    money = left.unit is not None and left.unit.role is Role.MONEY
    right = read_quantity(words, start, behind, blocked, money=money)
    if right is None or right.numeral.value is None or _is_chain(words, left, right, joint, floor):
        return None
    left, right = _rising(left, right)
    lower = _carry(left.numeral, left.unit, right)
    both = left.unit is not None and right.unit is not None and left.unit.name in ("%", "pp")
    if both and lead == "(" and word_at(words, right.last) == ")":
        return None
    if joint == "or" and (lead == "either" or (left.numeral.scaled and right.numeral.scaled)):
        return None
    if not _fits(lower, right.numeral, left.unit, right.unit, joint):
        return None
    first = left.first - 1 if lead in ("between", "from") else left.first
    return Stretch(Quantity(lower, right.unit or left.unit, first, right.last), right.numeral)


def _is_chain(words: Words, left: Quantity, right: Quantity, joint: str, floor: int) -> bool:
    """Whether the two are steps of a way in three: "$160 to $180 to $200", each with its own unit."""
    if joint != "to":
        return False
    further = word_at(words, right.last) == "to" and right.last + 1 < len(words)
    if further and (words[right.last + 1].digits or _is_currency_mark(words, right.last + 1)):
        return True
    led = left.first - 1 == floor and word_at(words, floor) == "to" and floor > 0
    return led and left.unit is not None and right.unit is not None


def _rising(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Ends below nought are often told from the milder one: "minus 5 to minus 12" runs from -12 to -5."""
    low, high = left.numeral.value, right.numeral.value
    if low is None or high is None or not high < low < 0:
        return left, right
    return (
        left._replace(numeral=left.numeral._replace(value=high)),
        right._replace(numeral=right.numeral._replace(value=low)),
    )


def _is_joint(joint: str, lead: str) -> bool:
    return joint in DASHES or joint in ("to", "through", "or", "~") or (joint == "and" and lead == "between")


def _is_currency_mark(words: Words, at: int) -> bool:
    names = unit_names()
    return (
        words[at].text in names.signs
        or words[at].text in names.letters
        or words[at].text in names.codes
        or (words[at].low in ("us", "a", "c") and words[at + 1].text in names.signs)
    )


def _is_way(words: Words, first: int, lead: str) -> bool:
    """Whether "from A to B" tells a change: a verb of movement stands before."""
    if lead != "from":
        return lead == "by" or lead in word_set("moves")
    if word_at(words, first - 2) in word_set("tolls"):
        return True
    near = range(max(0, first - 8), first)
    # "It took from 10 to 15 minutes", but "the find took the toll from 18 to 24".
    moved = any(words[n].low in word_set("changing") for n in near if n < first - 2)
    return moved or any(words[n].low in word_set("moves") for n in near)


def _is_contest(words: Words, first: int) -> bool:
    """Whether "51 percent to 47 percent" is who beat whom."""
    return any(words[n].low in word_set("contests") for n in range(max(0, first - 7), first))


def _carry(left: Numeral, unit: Unit | None, right: Quantity) -> Numeral:
    """Give the lower end the scale word that only the upper has: "3 to 5 million", "$10-15bn"."""
    upper = right.numeral
    if (
        left.value is None
        or upper.value is None
        or not upper.scaled
        or left.scaled
        or left.value >= upper.value
    ):
        return left
    if unit is not None and right.unit is not None and unit.name != right.unit.name:
        return left
    factor = Fraction(1)
    for scale in (10**12, 10**9, 10**6, 10**3):
        if upper.value >= scale:
            factor = Fraction(scale)
            break
    if left.value >= 1000:
        return left
    return left._replace(value=left.value * factor, step=(left.step or Fraction(1)) * factor, scaled=True)


def _fits(left: Numeral, right: Numeral, unit: Unit | None, other: Unit | None, joint: str) -> bool:
    if left.value is None or right.value is None or left.value >= right.value:
        return False
    if unit is not None and other is not None and unit.name != other.name:
        return False
    if unit is not None and other is None and unit.role is not Role.MONEY and joint in ("to", "or", "and"):
        return False
    plain = (Form.DIGITS, Form.SPELT, Form.FRACTION)
    if left.form not in plain or right.form not in plain:
        return False
    if joint == "or":
        near = right.value <= left.value * Fraction(3, 2) + 1
        return near and left.form is right.form and left.form is not Form.FRACTION
    return True
