"""Reads one of a unit that an article stands for: "for a year", "more than an hour", "a mile and a half"."""

from fractions import Fraction

from sayso.figures.fractions import read_part
from sayso.figures.hedges import hedge_before
from sayso.figures.parts import Form, Numeral, Unit, Words, word_at
from sayso.figures.units import unit_after
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.vocabulary import Role

ONE_OR_TWO = Interval(Fraction(1), Fraction(2))


def read_single(words: Words, at: int) -> tuple[Numeral, Unit] | None:
    """Read the one of a unit that "a" or "an" at a word stands for, with its unit.

    A length of time counts behind "for" or a verb of lasting; any unit does before "and a half" and "or
    two". An article elsewhere ("an hour from here", "over a decade") measures nothing that a figure could.
    """
    if words[at].low not in ("a", "an") or at + 1 >= len(words):
        return None
    unit = unit_after(words, at + 1)
    if (
        unit is None
        or unit.first != at + 1
        or words[at + 1].low.endswith("s")
        or not words[at + 1].text.isalpha()
    ):
        return None
    if unit.role not in (Role.DURATION, Role.MEASURE) or word_at(words, unit.last) == "-":
        return None
    joint = word_at(words, unit.last)
    part = read_part(words, unit.last + 1) if joint == "and" and unit.last + 1 < len(words) else None
    if part is not None and part.value is not None and word_at(words, part.last) != "of":
        value = 1 + part.value
        return (
            Numeral(at, at + 1, value, Fraction(1, 10), Form.SPELT, decimals=True),
            unit._replace(last=part.last),
        )
    if joint == "or" and word_at(words, unit.last + 1) == "two":
        vague = Numeral(at, at + 1, None, Fraction(1), Form.VAGUE, interval=ONE_OR_TWO)
        return vague, unit._replace(last=unit.last + 2)
    bounded = joint == "or" and word_at(words, unit.last + 1) in ("so", "more", "less", "longer")
    if unit.role is not Role.DURATION or (joint in ("or", "and") and not bounded):
        return None
    if not (bounded or _lasts(words, at)):
        return None
    return Numeral(at, at + 1, Fraction(1), Fraction(1), Form.SPELT), unit


def _lasts(words: Words, at: int) -> bool:
    """Whether "for" or a verb of lasting stands before the article, a hedge between them or none."""
    hedge = hedge_before(words, at)
    before = word_at(words, hedge.first - 1 if hedge else at - 1)
    return before == "for" or before in word_set("lasts")
