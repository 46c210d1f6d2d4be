"""The number words as typed tables, and the value of digits with separators."""

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.figures.parts import Word
from sayso.model import Interval
from sayso.words import load_words

# Beyond this a numeral is no figure: no news has one, and exact arithmetic on it could be made to hang.
MOST_DIGITS = 40


class Lexicon(NamedTuple):
    """The number words of ``words/numerals.toml`` as typed tables."""

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    packs: dict[str, int]
    letters: dict[str, int]
    always: frozenset[str]
    parts: dict[str, int]
    signs: dict[str, Fraction]
    ordinals: dict[str, int]
    vague: dict[tuple[str, ...], Interval]
    multiples: dict[str, Fraction]
    starters: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The number words, read once."""
    raw = load_words("numerals")
    vague = {
        tuple(phrase.split()): Interval(Fraction(low), Fraction(high))
        for phrase, (low, high) in raw["vague"].items()
    }
    starters = {*raw["units"], *raw["teens"], *raw["tens"], *raw["scales"], *raw["packs"], *raw["parts"]}
    starters |= {
        *raw["signs"],
        *raw["multiples"],
        *(phrase[0] for phrase in vague),
        "a",
        "an",
        "half",
        "majority",
    }
    return Lexicon(
        small={**raw["units"], **raw["teens"]},
        tens=raw["tens"],
        scales=raw["scales"],
        packs=raw["packs"],
        letters=raw["letters"],
        always=frozenset(raw["letters_always"]["words"]),
        parts=raw["parts"],
        signs={sign: Fraction(top, bottom) for sign, (top, bottom) in raw["signs"].items()},
        ordinals=raw["ordinals"],
        vague=vague,
        multiples={word: Fraction(top, bottom) for word, (top, bottom) in raw["multiples"].items()},
        starters=frozenset(starters),
    )


@lru_cache(maxsize=4096)
def digits_value(text: str) -> tuple[Fraction, Fraction] | None:
    """The value of digits with separators and the size of their last digit.

    "1,700" is 1700 and 1, "12.50" is 12.5 and 0.01, "1.111,11" 1111.11; None beyond 40 digits.
    """
    bare = text.replace(",", "").replace("\u00a0", "").replace("\u2009", "").replace("\u202f", "")
    whole, comma, part = text.partition(",")
    if comma and len(part) == 2 and part.isdigit() and whole.isdigit():
        bare = f"{whole}.{part}"
    elif text.count(".") > 1 or (0 <= text.find(".") < text.find(",")):
        whole, _, rest = text.partition(",")
        bare = whole.replace(".", "") + ("." + rest if rest else "")
    if len(bare) > MOST_DIGITS:
        return None
    point = bare.find(".")
    decimals = 0 if point < 0 else len(bare) - point - 1
    return Fraction(bare), Fraction(1, 10**decimals)


def ordinal_value(word: Word) -> int | None:
    """The value of an ordinal in one word, "third"; None for other words."""
    return lexicon().ordinals.get(word.low)
