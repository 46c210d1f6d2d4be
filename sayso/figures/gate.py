"""Tells at one glance whether a sentence may hold a figure; only such sentences are parsed."""

from functools import cache

import re2

from sayso.figures.numerals import lexicon
from sayso.words import load_words


@cache
def _pattern() -> "re2._Regexp":
    lex = lexicon()
    heads = {
        *lex.small,
        *lex.tens,
        *lex.scales,
        *lex.packs,
        *lex.multiples,
        *(phrase[-1] for phrase in lex.vague),
    }
    heads |= {"half", "halves", "thirds", "third", "quarter", "quarters", "dozens"} | {
        f"{n}s?" for n in lex.scales
    }
    parts = {name for name in lex.parts if name.endswith("s")}
    times = {f"an? {name}" for name in load_words("units")["times"]}
    spelt = "|".join(
        sorted(
            {*heads, *parts, *times, r"\w+fold", r"(?:a|one)[ -](?:fifth|sixth|seventh|eighth|ninth|tenth)"}
        )
    )
    return re2.compile(rf"(?i)\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:{spelt})\b")


def may_hold_figure(words: str) -> bool:
    """Whether a sentence may hold a figure.

    Linear in the length of the sentence (google-re2). It may say yes where there is none ("in 2013"),
    never no where there is one.
    """
    return _pattern().search(words) is not None
