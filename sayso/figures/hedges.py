"""Finds the words before and behind a number that say how exact it is."""

from functools import cache

from sayso.figures.lexicon import lexicon
from sayso.figures.parts import Form, Hedging, Numeral, Shape, Words, word_at
from sayso.figures.tokens import PIECES
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Hedge
from sayso.words import load_words

Phrase = tuple[str, ...]
Table = dict[str, list[tuple[Phrase, Hedge, Shape]]]


@cache
def _phrases(side: str) -> Table:
    """The hedges of one side, by the word that touches the number, longest first."""
    table: Table = {}
    for phrase, (hedge, shape) in load_words("hedges")[side].items():
        words = tuple(PIECES.findall(phrase))
        key = words[-1] if side == "before" else words[0]
        table.setdefault(key, []).append((words, Hedge(hedge), Shape(shape)))
    for found in table.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return table


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
    if words[at].low == "plus" and (_numbered(words, at + 1) or _adds_on(words, at)):
        return None  # "€18m plus €4m" and "£240,000 plus costs" are sums
    dash = words[at].text in "-‑" and words[at].tight and at + 1 < len(words) and words[at + 1].tight
    if dash and words[at + 1].low in ("plus", "odd"):
        over = words[at + 1].low == "plus"
        return Hedging(at, at + 2, Hedge.OVER if over else Hedge.ABOUT, Shape.OVER if over else Shape.ABOUT)
    for phrase, hedge, shape in _phrases("after").get(words[at].low, ()):
        last = at + len(phrase)
        if last < len(words) and (
            words[last].low == "than" or (phrase[0] == "and" and _numbered(words, last))
        ):
            continue
        if last <= len(words) and all(words[at + n].low == word for n, word in enumerate(phrase)):
            return Hedging(at, last, hedge, shape)
    return None


def _adds_on(words: Words, at: int) -> bool:
    """Whether "plus" behind money adds a thing to it."""
    named = at + 1 < len(words) and words[at + 1].text.isalpha()
    return named and any(word.text in "$£€¥" for word in words[max(0, at - 3) : at])


def _numbered(words: Words, at: int) -> bool:
    """Whether another number begins here: "above 10 and below 40" has two bounds."""
    if at >= len(words):
        return False
    sign = not words[at].text[0].isalpha() and words[at].text not in ".,;:)"
    return sign or words[at].low in lexicon().starters


# So many words of the thing counted may stand between a number and the hedge behind it.
MOST_BETWEEN = 3
# So many words back the subject of a verb of passing is looked for.
SUBJECT = 8


def hedge_beyond(words: Words, at: int) -> Hedging | None:
    """The hedge behind the thing counted: "300 boats or more", "some 12,000 miners or so".

    Args:
        words: the sentence.
        at: index of the first word behind the figure.
    """
    for last in range(at + 1, min(at + MOST_BETWEEN, len(words) - 1) + 1):
        between = words[last - 1]
        if not between.text.isalpha() or between.low in word_set("stops"):
            return None
        if words[last].low == "or" or (
            words[last].low == "at" and not word_at(words, last + 2)[:1].isalnum()
        ):
            found = hedge_after(words, last)
            if found is not None:
                return found
    return None


def is_no_hedge(words: Words, before: Hedging, numeral: Numeral, floor: int) -> bool:
    """Whether words that look like a hedge of a number are none.

    "Some" of a small number, "all" of a fraction, "in all", a verb whose subject is no amount ("passed 12
    exams"), and a comparison with the figure before ("62 more than 270": 270 is exact).

    Args:
        words: the sentence.
        before: the hedge as read.
        numeral: the number behind it.
        floor: the index behind the figure before.
    """
    word = word_at(words, before.last - 1)
    if word == "some":
        return numeral.value is not None and abs(numeral.value) < 10 and numeral.form is not Form.FRACTION
    if word == "about" and words[before.last].low == "one":
        return numeral.value == 1  # "complaints about one bar"
    if word in ("maybe", "perhaps"):
        return numeral.form is Form.VAGUE
    if word == "over" and before.last - before.first == 1:
        return word_at(words, before.first - 1) in word_set("over_verbs")
    if word == "to" and word_at(words, before.first) == "up":
        return word_at(words, before.first - 1) in word_set("ups")
    if word == "all":
        return numeral.form not in (Form.DIGITS, Form.SPELT) or _is_in_all(words, before.first)
    if word == "than" and 0 < floor == before.first:
        return numeral.form is not Form.MULTIPLE
    if word in word_set("passing"):
        stretch = words[max(0, before.first - SUBJECT) : before.first]
        return word_set("amounts").isdisjoint(other.low for other in stretch)
    return False


def is_during(words: Words, before: Hedging, last: int) -> bool:
    """Whether "over" tells when and not how long: "2 billion over four years", not "for over four years".

    Args:
        words: the sentence.
        before: the hedge before a length of time.
        last: index behind the length of time.
    """
    if before.last - before.first > 1 or words[before.first].low != "over":
        return False
    lead = word_at(words, before.first - 1)
    lasts = lead in word_set("over_leads") or lead in word_set("lasts") or not lead
    return not lasts and word_at(words, last - 1) != "ago" and word_at(words, last) not in ("ago", "old")


def _is_in_all(words: Words, at: int) -> bool:
    """Whether "in all" is a phrase of its own: "In all 1,065 tonnes were shipped", with no comma."""
    if at != 1 or words[0].low != "in":
        return False
    for word in words[at + 2 : at + 12]:
        if word.text in ",;:":
            return False
        if word.low in word_set("past") or (word.low.endswith("ed") and len(word.low) > 4):
            return True
    return False


def is_hedged_ratio(words: Words, at: int) -> bool:
    """Whether a hyphen and a one make a ratio of the number before ``at``: "led more than 2-1", "nearly 3-1".

    Nobody hedges the score of a game.
    """
    if at + 1 >= len(words) or words[at].text not in "-–" or words[at + 1].text != "1":
        return False
    tight = words[at].tight and words[at + 1].tight
    goes_on = at + 3 < len(words) and words[at + 2].text in "-–./" and words[at + 3].tight
    return tight and not goes_on and hedge_before(words, at - 1) is not None
