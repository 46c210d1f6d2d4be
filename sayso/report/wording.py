"""The words in which every report speaks of verdicts, sources and numbers, and what it hides of a page.

No report says true or false: a sum adds up, does not add up, or cannot be checked.
"""

import unicodedata
from fractions import Fraction
from math import floor, log10

from sayso.model import Check, Figure, Interval, Reading
from sayso.rules.wording import working_of
from sayso.vocabulary import Agreement, LinkKind, Verdict

VERDICTS = {
    Verdict.ADDS_UP: "adds up",
    Verdict.DOES_NOT: "does not add up",
    Verdict.CANNOT: "cannot be checked",
}
AGREEMENTS = {
    Agreement.AGREES: "agree",
    Agreement.CONFLICTS: "disagree",
    Agreement.CANNOT: "cannot be compared",
}
LINK_KINDS = {
    LinkKind.PERSON: "person",
    LinkKind.BODY: "body",
    LinkKind.OUTLET: "outlet",
    LinkKind.DOCUMENT: "document",
    LinkKind.ANONYMOUS: "not named",
}

# Joiners inside words of many scripts; they steer no terminal and reorder nothing.
HARMLESS = {"\u200c", "\u200d", "\u00ad"}
# Longer ones than this are powers of ten in a report; Python refuses to print ints of 4,300 digits.
PRINTABLE = 10**24
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def neutral(text: str) -> str:
    """A page's words made safe to show: what steers a terminal or reorders text becomes visible.

    Line feeds and tabs become spaces; control, bidirectional and other invisible characters become
    their code point in brackets, so that an escape sequence stands there as ``<U+001B>[31m``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_neutral_character, text))


def _neutral_character(one: str) -> str:
    if one in "\n\r\t":
        return " "
    if one in HARMLESS or unicodedata.category(one) not in HIDDEN:
        return one
    return f"<U+{ord(one):04X}>"


def working_in_words(check: Check, reading: Reading) -> str:
    """The working of a sum, what is stated, and the verdict: "a / b = 2, stated: twice → adds up"."""
    words = neutral(working_of(reading, check)) if check.working else VERDICTS[check.verdict]
    return f"{words}: {neutral(check.reason)}" if check.reason else words


def number_in_words(value: Fraction) -> str:
    """A number as a newspaper prints it: digits in threes, four significant digits of a broken one."""
    if abs(value) >= PRINTABLE:
        return f"about {'-' if value < 0 else ''}10^{_power_of_ten(value)}"
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.4g}" if abs(value) < 1000 else f"{float(value):,.1f}"


def _power_of_ten(value: Fraction) -> int:
    """The power of ten nearest below a large number, from its length in bits."""
    return int((floor(abs(value)).bit_length() - 1) * log10(2))


def interval_in_words(interval: Interval) -> str:
    """What a figure may be: "9,500 to 10,500", "at least 38,000", "under 12"."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if high is None:
        assert low is not None
        return f"{'more than' if interval.low_open else 'at least'} {number_in_words(low)}"
    if low is None:
        return f"{'under' if interval.high_open else 'at most'} {number_in_words(high)}"
    if low == high:
        return number_in_words(low)
    return f"{number_in_words(low)} to {number_in_words(high)}"


def thing_in_words(figure: Figure, text: str) -> str:
    """What a figure counts, in the page's words; empty where the page does not say.

    Of a table's cell the label of its row comes with it: "Deaths – Vessby".
    """
    told = [span for span in (figure.thing or figure.carried, figure.row) if span is not None]
    if len(told) > 1 and told[1].holds(told[0]):
        told = told[:1]
    return neutral(" – ".join(span.of(text) for span in told))
