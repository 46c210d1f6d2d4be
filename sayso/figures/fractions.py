"""Reads fractions: "two-thirds", "a quarter", "3/4", "half a million"."""

from fractions import Fraction

from sayso.figures.lexicon import digits_value, lexicon
from sayso.figures.parts import Form, Numeral, Words, word_at


def read_fraction(words: Words, at: int) -> Numeral | None:
    """Read "Two-thirds", "a quarter", "half", "3/4", "½"; "half a million" is a cardinal."""
    lex, word = lexicon(), words[at]
    if word.low in lex.signs:
        return scale_fraction(
            words, Numeral(at, at + 1, lex.signs[word.low], Fraction(1, 100), Form.FRACTION)
        )
    if word.digits:
        slash = read_slashed(words, at)
        if slash:
            return scale_fraction(words, slash)
    if word.low == "half":
        return scale_fraction(words, Numeral(at, at + 1, Fraction(1, 2), Fraction(1, 20), Form.FRACTION))
    if word.low in ("a", "an"):
        top, after = 1, at + 1
    elif word.low in lex.small:
        top, after = lex.small[word.low], at + 1
    else:
        return None
    if after < len(words) and words[after].text in "-‐" and after + 1 < len(words):
        after += 1
    if after >= len(words):
        return None
    compound = _compound_part(words, after)
    if compound is not None and (top == 1) != compound[2]:
        return Numeral(at, compound[1], Fraction(top, compound[0]), Fraction(1, 20), Form.FRACTION)
    name = words[after].low
    bottom = lex.parts.get(name)
    if bottom is None or (top > 1) != (name.endswith("s") or name == "halves"):
        return None
    return scale_fraction(
        words, Numeral(at, after + 1, Fraction(top, bottom), Fraction(1, 20), Form.FRACTION)
    )


def _compound_part(words: Words, at: int) -> tuple[int, int, bool] | None:
    """A denominator of several words: "one-hundredth", "twenty-fifths", "one hundred and fifth".

    Returns:
        Its value, the index behind it and whether it is a plural; None where "of" or an end does not follow.
    """
    lex, value, last = lexicon(), 0, at
    while last < len(words) and last < at + 6:
        low = words[last].low
        singular = low.removesuffix("s")
        ordinal = lex.ordinals.get(singular)
        if ordinal is not None and last > at:
            value = value * ordinal if ordinal in (100, 1000, 1_000_000) else value + ordinal
            follows = word_at(words, last + 1)
            ended = not follows[:1].isalnum() or follows in ("of", "the")
            return (value, last + 1, low != singular) if ended and value else None
        if low in lex.small or low in lex.tens:
            value += lex.small.get(low) or lex.tens.get(low, 0)
        elif low == "hundred" and value:
            value *= 100
        elif low not in ("-", "and"):
            return None
        last += 1
    return None


def read_slashed(words: Words, at: int) -> Numeral | None:
    """A fraction "3/4", with every part tight and the numerator the smaller."""
    if at + 2 >= len(words) or words[at + 1].text not in ("/", "⁄"):
        return None
    top, bottom = (
        digits_value(words[at].text),
        digits_value(words[at + 2].text) if words[at + 2].digits else None,
    )
    if top is None or bottom is None or bottom[0] == 0 or not words[at + 1].tight or not words[at + 2].tight:
        return None
    if (at + 3 < len(words) and words[at + 3].text == "/") or top[0] >= bottom[0] or bottom[0] > 100:
        return None
    return Numeral(at, at + 3, top[0] / bottom[0], Fraction(1, 100), Form.FRACTION)


def scale_fraction(words: Words, found: Numeral) -> Numeral:
    """A fraction of a scale word: "half a million", "half-dozen", "two thirds of a million"."""
    lex, at = lexicon(), found.last
    hyphen = word_at(words, at) == "-" and words[at].tight
    at += hyphen or word_at(words, at) == "of"
    if word_at(words, at) in ("a", "an"):
        at += 1 + (hyphen and word_at(words, at + 1) == "-")
    elif at != found.last and not hyphen:
        return found
    factor = lex.scales.get(word_at(words, at)) or lex.packs.get(word_at(words, at))
    if factor is None or found.value is None:
        return found
    value = found.value * factor
    return Numeral(found.first, at + 1, value, value / 10, Form.SPELT, scaled=factor >= 1000)


def read_part(words: Words, at: int) -> Numeral | None:
    """A fraction in words below one, without a scale of its own."""
    lex = lexicon()
    top = 1 if words[at].low in ("a", "an") else lex.small.get(words[at].low)
    after = at + 1
    if after < len(words) and words[after].text in "-‐":
        after += 1
    if top is None or after >= len(words) or words[after].low not in lex.parts:
        return None
    return Numeral(at, after + 1, Fraction(top, lex.parts[words[after].low]), None, Form.FRACTION)
