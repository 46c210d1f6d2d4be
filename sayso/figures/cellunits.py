"""The unit that the head of a column names for all its cells: "Cost (€m)", "Share %", "Tonnes"."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sayso.figures.parts import Form, Words
from sayso.figures.scan import scan_words
from sayso.figures.tokens import split_words
from sayso.model import Span
from sayso.vocabulary import Role


class Scale(NamedTuple):
    """What a bare number of a column is multiplied by, and what it is measured in."""

    factor: Fraction
    unit: str | None
    role: Role
    per: str | None = None


_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]\s*\*?$")
_TAIL = re.compile(r"(?:^|[\s,])(%|[A-Z]{0,3}[$€£¥] ?(?:m|bn|k|million|billion|mln|thousand|['’]?000s?)?)$")
_COMMA = re.compile(r",\s*([^,]{1,40})$")
_IN = re.compile(r"^(?:figures |values |amounts |all |numbers )?in (?:the )?")
# "Tonnes", "Dollars", "Hours": a whole head, in the plural, as "Second" and "Mark" are no units there.
_PLURAL = re.compile(r"(?:[A-Za-z]+ )?[A-Za-z]{3,}s")
_THOUSANDS = re.compile(r"[’']?000s?")
_SIGN = re.compile(r"([A-Z]{0,3}[$€£¥]|[A-Z]{3}(?= (?:thousand|[mb]illion|mn|bn|m\b)))\s*(.*)")
_IN_TAIL = re.compile(r"\b(in (?:thousand|[mb]illion)s(?: of [a-z]{3,20})?|in per cent|in percent|in %)$")
# "Goals (90 min)" and "(4 days)" tell no unit.
_COUNTED = re.compile(r"[1-9]")
_PER_CENT = re.compile(r"(?:%|per ?cent|percent|pct|percentage)\b.{0,30}|%.{0,30}")


@lru_cache(maxsize=2048)
def read_unit(head: str, *, whole: bool) -> Scale | None:
    """The unit that a head or caption gives.

    Args:
        head: its words.
        whole: whether the whole head, or its last words, may be the unit; of a caption or a row's label
            only what stands in brackets or behind the last comma or "in".

    Returns:
        Factor and unit, or None where it names none.
    """
    head = " ".join(head.split())
    if found := _BRACKET.search(head):
        return read_measure(found[1])
    if whole and _PER_CENT.fullmatch(head.lower()):
        return Scale(Fraction(1), "%", Role.PERCENT)
    if whole and (found := _TAIL.search(head)):
        return read_measure(found[1])
    if found := _IN_TAIL.search(head):
        return read_measure(found[1])
    if (found := _COMMA.search(head)) and (scale := read_measure(found[1])):
        return scale
    # Pounds are of money or of weight.
    if whole and _PLURAL.fullmatch(head) and head.lower() != "pounds":
        return read_measure(head.lower())
    return None


def without_unit(head: str) -> str:
    """A head without the unit that its last words give, brackets aside."""
    for tail in (_TAIL, _IN_TAIL, _COMMA):
        found = tail.search(head)
        if found and found.start() and read_measure(found[1]):
            return head[: found.start()]
    return head


def read_measure(words: str) -> Scale | None:
    """The factor and unit that a phrase names: "€m", "in thousands", "million tonnes", "US$ 000"."""
    words = _IN.sub("", words.strip().removesuffix("."))
    if _COUNTED.search(words):
        return None
    words = _THOUSANDS.sub("thousand", words)
    if _PER_CENT.fullmatch(words.lower()):
        return Scale(Fraction(1), "%", Role.PERCENT)
    sign = _SIGN.fullmatch(words)
    sample = f"{sign[1]}{_SAMPLE} {_scaled(sign[2])}" if sign else f"{_SAMPLE} {_scaled(words)}"
    tight = f"{sign[1]}{_SAMPLE}{sign[2]}" if sign else f"{_SAMPLE}{words}"
    for one in (sample.strip(), tight):
        if scale := _scan(one):
            return scale
    return None


_SAMPLE = 7


def _scaled(words: str) -> str:
    """“thousands of tonnes” and “tonnes, millions” as they stand behind a number."""
    words = re.sub(r"^(thousand|million|billion)s?\b(?: of)?", r"\1", words)
    return re.sub(r"^(.*?)[ ,]+(thousand|million|billion)s?$", r"\2 \1", words)


def _scan(sample: str) -> Scale | None:
    words: Words = split_words(sample, Span(0, len(sample)))
    amounts, kept = scan_words(words, frozenset(), None)
    if len(amounts) != 1 or kept:
        return None
    amount = amounts[0]
    if (
        (amount.first, amount.last) != (0, len(words))
        or amount.value is None
        or amount.form is not Form.DIGITS
    ):
        return None
    factor = amount.value / _SAMPLE
    if amount.unit is None and factor == 1:
        return None
    return Scale(factor, amount.unit, amount.role, amount.per)
