"""Finds numerals too large to be a figure: they are left out, and the reader is told."""

from collections.abc import Sequence
from fractions import Fraction

from sayso.figures.lexicon import MOST_DIGITS, lexicon
from sayso.figures.numerals import MOST, RAISED
from sayso.figures.parts import Words, word_at
from sayso.model import Notice

# The largest power of ten that a numeral may have; that of numerals.MOST.
MOST_EXPONENT = 30


def outsize_words(words: Words) -> list[range]:
    """The stretches of a sentence that write a number of more than 40 digits or beyond 10 to the 30th.

    "123…" in 41 digits, "1e50", "5×10^90", "nine million million million million million million".
    """
    found: list[range] = []
    at = 0
    while at < len(words):
        last = _digits_end(words, at) or _scales_end(words, at)
        if last is not None:
            found.append(range(at, last))
        at = last or at + 1
    return found


def outsize_notices(count: int) -> Sequence[Notice]:
    """One notice for all the numerals of a page that were left out."""
    if not count:
        return ()
    what = "1 numeral was" if count == 1 else f"{count} numerals were"
    message = (
        f"{what} left out: more than {MOST_DIGITS} digits, or beyond 10 to the power of {MOST_EXPONENT}."
    )
    return (Notice("numeral", message),)


def _digits_end(words: Words, at: int) -> int | None:
    """The index behind digits that are too many themselves or by their power of ten."""
    word = words[at]
    if not word.digits:
        return None
    power = _power_end(words, at + 1)
    if power is not None:
        return power
    return at + 1 if sum(char.isdigit() for char in word.text) > MOST_DIGITS else None


def _power_end(words: Words, at: int) -> int | None:
    """The index behind "e50" or "×10^90" where the exponent is beyond 30."""
    joint = word_at(words, at)
    if joint == "e" and words[at].tight:
        at += 1
    elif joint in ("×", "x", "*", "·") and word_at(words, at + 1) == "10":
        at += 2
        at += word_at(words, at) == "^"
    else:
        return None
    at += word_at(words, at) in ("-", "−", "–", "+")
    raised = ""
    while at < len(words) and words[at].tight and words[at].text.translate(RAISED).isdecimal():
        raised += words[at].text.translate(RAISED)
        at += 1
    long = len(raised) > len(str(MOST_EXPONENT))
    return at if raised and (long or int(raised) > MOST_EXPONENT) else None


def _scales_end(words: Words, at: int) -> int | None:
    """The index behind scale words in a row that give more than any figure has."""
    if words[at].low not in lexicon().scales:
        return None
    size, last = Fraction(1), at
    while word_at(words, last) in lexicon().scales:
        size = min(size * lexicon().scales[words[last].low], MOST * 10)
        last += 1
    return last if size > MOST else None
