"""Reads numbers in words: "a hundred and five", "two million three hundred thousand"."""

from fractions import Fraction
from typing import NamedTuple

from sayso.figures.fractions import read_part
from sayso.figures.lexicon import MOST_DIGITS, lexicon
from sayso.figures.parts import Form, Numeral, Words, word_at

# How many words may follow "and" in one number; it also bounds the depth of the search.
LOOK_AHEAD = 8
# "Nine hundred and ninety-nine" of every scale up to a quadrillion has fewer words; the rest is no number.
LONGEST_SPELT = 50
# These scale words may open a number: "hundred", "thousand men".
OPENING = ("hundred", "thousand", "million", "billion", "trillion")
BILLION = 10**9


class Sum(NamedTuple):
    """A number in the making: the usual two sums, what is scaled already and what is being built.

    ``last`` is the index behind it, ``largest`` the last scale word from a thousand on, ``base`` what
    stood before "and", ``ended`` that no word may follow.
    """

    last: int
    total: Fraction = Fraction(0)
    group: Fraction | None = None
    step: Fraction = Fraction(1)
    base: Fraction = Fraction(0)
    largest: int | None = None
    scaled: bool = False
    ended: bool = False


def read_spelt(words: Words, at: int) -> Numeral | None:
    """Read the number in words that begins at a word, or None.

    "Three dozen", "a hundred and five", "two thousand million"; of "one hundred one hundred" the first.
    """
    so_far = settled = Sum(at)
    while so_far.last < min(len(words), at + LONGEST_SPELT) and not so_far.ended:
        low = words[so_far.last].low
        scale = low in lexicon().scales
        if scale and so_far.group is not None and _begins_another(lexicon().scales[low], so_far):
            so_far = settled if settled.last > at else so_far
            break
        following = _scaled(so_far, low, at) if scale else _counted(words, so_far, at)
        if following is None:
            break
        so_far = following
        settled = so_far if scale else settled
    nought = words[at].low in ("zero", "nought", "naught")
    if so_far.last == at or (so_far.group is None and so_far.total == 0 and not nought):
        return None
    value = so_far.total + (so_far.group or 0)
    scaled = so_far.scaled and so_far.group is None
    return with_half(words, Numeral(at, so_far.last, value, so_far.step, Form.SPELT, scaled=scaled))


def _begins_another(factor: int, so_far: Sum) -> bool:
    """Whether a scale word belongs to the next number: "one hundred one hundred"."""
    if factor == 100:
        return so_far.group is not None and so_far.group >= 100
    return so_far.largest is not None and factor >= so_far.largest


def _scaled(so_far: Sum, low: str, at: int) -> Sum | None:
    """The sum with a scale word: "two | hundred", "two thousand | million"."""
    factor, group = lexicon().scales[low], so_far.group
    if group is None and so_far.last > at:
        # A larger scale right behind a scale multiplies all of it; no more can follow.
        if so_far.largest is None or not so_far.largest <= factor <= BILLION:
            return None
        return so_far._replace(
            last=so_far.last + 1, total=so_far.total * factor, step=Fraction(factor), ended=True
        )
    if group is None and low not in OPENING:
        return None
    if factor == 100:
        hundreds = (group or 1) * Fraction(100)
        return so_far._replace(last=so_far.last + 1, group=hundreds, step=Fraction(100))
    return so_far._replace(
        last=so_far.last + 1,
        total=so_far.total + (group or 1) * factor,
        group=None,
        step=Fraction(factor),
        largest=factor,
        scaled=True,
    )


def _counted(words: Words, so_far: Sum, at: int) -> Sum | None:
    """The sum with a word that is no scale: a digit, a ten, a pack, an article, a joint."""
    lex, last, group = lexicon(), so_far.last, so_far.group
    low = words[last].low
    more = so_far._replace(last=last + 1)
    if low in lex.small and (group is None or group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20)):
        if group is not None and group % 100 and lex.small[low] >= 10:
            return None
        return more._replace(group=(group or Fraction(0)) + lex.small[low], step=Fraction(1))
    if low in lex.tens and (group is None or group % 100 == 0):
        return more._replace(group=(group or Fraction(0)) + lex.tens[low], step=Fraction(1))
    if low == "dozen" and last == at and word_at(words, at - 1) != "s":
        return more._replace(group=Fraction(12), step=Fraction(12))
    if low in lex.packs and group is not None and low != "gross":
        packed = so_far.base + (group - so_far.base) * lex.packs[low]
        return more._replace(group=packed, step=Fraction(lex.packs[low]))
    if low in ("a", "an") and last == at:
        return more._replace(group=Fraction(1)) if _a_scale_follows(words, last + 1) else None
    if low == "point" and group is not None and _is_digit_word(words, last + 1):
        group, step, last = _after_point(words, last + 1, group)
        return so_far._replace(last=last, group=group, step=step)
    if low in ("and", "-", "‐") and last > at and _joins(words, last, group, so_far.total):
        return more._replace(base=group or so_far.base if low == "and" else so_far.base)
    return None


def _a_scale_follows(words: Words, at: int) -> bool:
    lex = lexicon()
    return at < len(words) and (words[at].low in lex.scales or words[at].low == "dozen")


def _is_digit_word(words: Words, at: int) -> bool:
    return at < len(words) and (words[at].low in lexicon().small or words[at].low in lexicon().tens)


def _after_point(words: Words, at: int, whole: Fraction) -> tuple[Fraction, Fraction, int]:
    """The digits behind "point": "three point one four", "point seventy-one"."""
    lex, written = lexicon(), ""
    while at < len(words) and len(written) < MOST_DIGITS:
        low = words[at].low
        if low in lex.small:
            written += str(lex.small[low])
        elif low in lex.tens:
            ahead = words[at + 2].low if at + 2 < len(words) and words[at + 1].text == "-" else ""
            written += str(lex.tens[low] + lex.small.get(ahead, 0))
            at += 2 if ahead in lex.small else 0
        else:
            break
        at += 1
    step = Fraction(1, 10 ** len(written))
    return whole + int(written) * step, step, at


def _joins(words: Words, at: int, group: Fraction | None, total: Fraction) -> bool:
    """Whether "and" or a hyphen at a place goes on with the same number."""
    lex, ahead = lexicon(), words[at + 1] if at + 1 < len(words) else None
    if ahead is None:
        return False
    small, ten = ahead.low in lex.small, ahead.low in lex.tens
    if words[at].low == "and":
        behind = words[at - 1].low
        if behind not in lex.scales or not (small or ten):
            return False
        if read_part(words, at + 1) is not None:
            return False
        after = read_spelt(words[at + 1 : at + 1 + LOOK_AHEAD], 0)
        if after is None or after.value is None:
            return False
        if behind == "hundred" and after.scaled:
            return after.value < 100_000
        return after.value < lex.scales[behind]
    if not words[at].tight or not ahead.tight:
        return False
    in_tens = group is not None and group % 10 == 0 and group % 100 >= 20
    return (
        (small and lex.small[ahead.low] < 10 and in_tens)
        or ahead.low in lex.scales
        or ((small or ten) and words[at - 1].low in lex.scales and bool(group or total))
    )


def with_half(words: Words, found: Numeral) -> Numeral:
    """Read "two and a half", "one and a half million", "one million and a half"."""
    at = found.last
    hyphened = word_at(words, at) == "-" and word_at(words, at + 1) == "and" and word_at(words, at + 2) == "-"
    if hyphened:
        at += 1
    if at + 1 >= len(words) or words[at].low != "and" or found.value is None:
        return found
    part = read_part(words, at + 1 + hyphened)
    if part is None or part.value is None or word_at(words, part.last) == "of":
        return found
    lex, last = lexicon(), part.last
    if found.scaled and found.step is not None:
        return found._replace(last=last, value=found.value + part.value * found.step, step=found.step / 10)
    value, step, scaled = found.value + part.value, Fraction(1, 10), False
    if last < len(words) and (words[last].low in lex.scales or words[last].low == "dozen"):
        factor = lex.scales.get(words[last].low) or lex.packs[words[last].low]
        value, step, last, scaled = value * factor, step * factor, last + 1, factor >= 1000
    return found._replace(last=last, value=value, step=step, scaled=scaled, decimals=not scaled)
