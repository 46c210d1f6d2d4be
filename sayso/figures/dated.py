"""Which words of a sentence belong to its dates, and the labels that dates make."""

from sayso.figures.datewords import UNITS
from sayso.figures.lexicon import lexicon
from sayso.figures.parts import Kept, When, Words
from sayso.vocabulary import LabelClass

# Words of a date that read as numbers elsewhere.
DOUBLE = frozenset(("second", "third", "fourth", "quarter", "half"))

# Words that may lead a bare year.
LEADS = frozenset(("in", "on", "the", "of", "since", "by", "before", "after", "until", "from", "during", "s"))


def dated_words(words: Words, whens: tuple[When, ...]) -> frozenset[int]:
    """The words that dates take; lengths of time in them stay free ("the last three months")."""
    blocked: set[int] = set()
    for when in whens:
        taken = _taken(words, when)
        blocked.update(taken)
        if taken:
            blocked.update(n for n in range(when.first, when.last) if words[n].low in DOUBLE)
    return frozenset(blocked)


def date_labels(words: Words, whens: tuple[When, ...]) -> tuple[frozenset[int], list[Kept]]:
    """The words that dates take, and the labels that those dates are."""
    kept = []
    for when in whens:
        taken = _taken(words, when)
        if not taken:
            continue
        named = any(
            words[n].text.isalpha() and words[n].low not in LEADS for n in range(when.first, when.last)
        )
        lone = not named and all(len(words[n].text) in (2, 4) for n in taken)
        decade = words[when.last - 1].low == "s"
        kind = LabelClass.DECADE if decade else LabelClass.YEAR if lone else LabelClass.DATE
        kept.append(Kept(when.first, when.last, kind))
    return dated_words(words, whens), kept


def _taken(words: Words, when: When) -> list[int]:
    numerals = [n for n in range(when.first, when.last) if _is_numeral(words, n)]
    return [n for n in numerals if not _counts_time(words, n, when.last)]


def _is_numeral(words: Words, at: int) -> bool:
    lex = lexicon()
    low = words[at].low
    return words[at].digits or low in lex.small or low in lex.tens or low in lex.scales or low in lex.ordinals


def _counts_time(words: Words, at: int, last: int) -> bool:
    """Whether a number inside a date counts its units: "the last three months", "two weeks ago"."""
    at += 1
    while at < last and (_is_numeral(words, at) or words[at].text in "-"):
        at += 1
    return at < last and words[at].low in UNITS
