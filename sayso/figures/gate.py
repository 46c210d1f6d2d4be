"""Tells at little cost whether a sentence may hold a figure; only such sentences are parsed."""

from functools import cache

import re2

from sayso.figures.dated import dated_words
from sayso.figures.lexicon import lexicon
from sayso.figures.partial import Clock
from sayso.figures.periods import find_dates
from sayso.figures.scan import has_amount
from sayso.figures.tokens import split_words
from sayso.model import Span
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
    heads |= {"majority", "half", "halves", "thirds", "third", "quarter", "quarters", "dozens"} | {
        f"{n}s?" for n in lex.scales
    }
    parts = {name for name in lex.parts if name.endswith("s")}
    times = {f"an? {name}" for name in load_words("units")["times"]}
    spelt = "|".join(
        sorted(
            {*heads, *parts, *times, r"\w+fold", r"(?:a|one)[ -](?:fifth|sixth|seventh|eighth|ninth|tenth)"}
        )
    )
    return re2.compile(rf"(?i)\p{{Nd}}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:{spelt})\b")


def may_hold_figure(words: str) -> bool:
    """Whether a sentence may hold a figure.

    A pattern passes over the sentences without any number word (google-re2, linear time); the others are
    read without a parse, so that years, dates and labels alone cost none. It may say yes where there is
    no figure, never no where there is one.
    """
    if _pattern().search(words) is None:
        return False
    pieces = split_words(words, Span(0, len(words)))
    whens = find_dates(pieces, Clock(None))
    return has_amount(pieces, dated_words(pieces, whens))
