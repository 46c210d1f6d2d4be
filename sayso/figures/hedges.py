"""Finds the words before and behind a number that say how exact it is."""

from functools import cache

from sayso.figures.parts import Hedging, Shape, Words
from sayso.vocabulary import Hedge
from sayso.words import load_words

Phrase = tuple[str, ...]
Table = dict[str, list[tuple[Phrase, Hedge, Shape]]]


@cache
def _phrases(side: str) -> Table:
    """The hedges of one side, by the word that touches the number, longest first."""
    table: Table = {}
    for phrase, (hedge, shape) in load_words("hedges")[side].items():
        words = _signs_apart(phrase)
        key = words[-1] if side == "before" else words[0]
        table.setdefault(key, []).append((words, Hedge(hedge), Shape(shape)))
    for found in table.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return table


def _signs_apart(phrase: str) -> Phrase:
    """A phrase as the words of a sentence come: signs one by one."""
    return tuple(phrase) if not phrase[0].isalpha() else tuple(phrase.split())


def hedge_before(words: Words, at: int) -> Hedging | None:
    """The hedge whose last word stands right before word ``at``.

    "at least 20": for the index of "20" the words "at least". Two hedges in a row ("about as many as")
    give the inner one.
    """
    if at == 0:
        return None
    for phrase, hedge, shape in _phrases("before").get(words[at - 1].low, ()):
        first = at - len(phrase)
        if first >= 0 and all(words[first + n].low == word for n, word in enumerate(phrase)):
            return Hedging(first, at, hedge, shape)
    return None


def hedge_after(words: Words, at: int) -> Hedging | None:
    """The hedge that begins at word ``at``: "10,000 or more"."""
    if at >= len(words) or (
        words[at].text == "+" and at + 1 < len(words) and words[at + 1].tight and words[at + 1].digits
    ):
        return None
    dash = words[at].text in "-‑" and words[at].tight and at + 1 < len(words) and words[at + 1].tight
    if dash and words[at + 1].low in ("plus", "odd"):
        over = words[at + 1].low == "plus"
        return Hedging(at, at + 2, Hedge.OVER if over else Hedge.ABOUT, Shape.OVER if over else Shape.ABOUT)
    for phrase, hedge, shape in _phrases("after").get(words[at].low, ()):
        last = at + len(phrase)
        if last < len(words) and words[last].low == "than":
            continue
        if last <= len(words) and all(words[at + n].low == word for n, word in enumerate(phrase)):
            return Hedging(at, last, hedge, shape)
    return None
