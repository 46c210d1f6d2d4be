"""Tells a result beside a name ("Marlow 328", "Harbour List 9") from a number that is part of the name."""

from itertools import pairwise

import re2

from sayso.figures.parts import Words, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Reading

# Three results in falling order are a table even where nothing speaks of a vote.
ROWS = 3
# So many words on both sides the other results are looked for.
AROUND = 40


def is_tally(words: Words, at: int) -> bool:
    """Whether the bare digits at a word are what the name before them got.

    A line that is nothing but a name, a bracket and the number ("(Harbour List) Marlow 328"); a list of
    names with numbers where the sentence speaks of votes or seats, or where they fall.

    Args:
        words: the sentence.
        at: index of the digits, behind a capital.
    """
    if _is_line(words, at):
        return True
    near = range(max(1, at - AROUND), min(at + AROUND, len(words)))
    rows = [n for n in near if _is_row(words, n)]
    told = not word_set("results").isdisjoint(words[n].low for n in near)
    if not _is_row(words, at):
        return told and len(rows) > 1 and _ends_list(words, at, rows)
    if len(rows) < 2:
        return told and _goes_on(words, at)
    if told:
        return True
    values = [int(words[n].text) for n in rows]
    return len(rows) >= ROWS and all(left > right for left, right in pairwise(values))


def _is_row(words: Words, at: int) -> bool:
    """Whether a name stands before these digits and a joint or the end behind them."""
    if not words[at].text.isdecimal() or words[at].tight or not _is_name(words, at - 1):
        return False
    return word_at(words, at + 1) in ("", ",", ";", ".", ")", "and")


def _ends_list(words: Words, at: int, rows: list[int]) -> bool:
    """Whether the last of several rows goes on as a clause: "… and Harbour List 9 share the seats"."""
    named = words[at].text.isdecimal() and not words[at].tight and _is_name(words, at - 1)
    first = _name_start(words, at)
    return named and word_at(words, first - 1) == "and" and first - 2 in rows


def _goes_on(words: Words, at: int) -> bool:
    """Whether a lone row goes on with a result told in full: "the Reds won 30 seats, the Greens 17"."""
    first = _name_start(words, at)
    first -= word_at(words, first - 1) in ("the", "a")
    if word_at(words, first - 1) not in (",", ";", "and", ":"):
        return False
    return word_at(words, first - 1) == ":" or any(
        words[n].digits and words[n + 1].low in word_set("results") | {"of"} for n in range(first - 1)
    )


def _name_start(words: Words, at: int) -> int:
    """The index of the first word of the name before a number."""
    while at and _is_name(words, at - 1):
        at -= 1
    return at


def _is_name(words: Words, at: int) -> bool:
    word = words[at]
    return (
        word.text.isalpha() and word.text[0].isupper() and not (word.text.isupper() and len(word.text) == 1)
    )


def _is_line(words: Words, at: int) -> bool:
    """Whether names, a bracket and these digits are the whole line."""
    before = words[:at]
    bracket = any(word.text == "(" for word in before) and any(word.text == ")" for word in before)
    if not bracket or any(word.digits for word in before):
        return False
    behind = word_at(words, at + 1)
    linked = LINKS | word_set("results")
    named = all(
        _is_name(words, n) or words[n].low in linked or not words[n].text.isalnum() for n in range(at)
    )
    return named and behind in ("", ".", "(", ",", ";")


# A row of a table: a name, perhaps a bracket, a number.
ROW = re2.compile(r"^\p{Lu}[\w'’.&-]*(?: (?:\p{Lu}|&|of |the |\()[\w'’.&)-]*){0,5} \d[\d,]*$")
# Rows are asked for no further than this on both sides.
NEAR = 2


def stands_in_rows(reading: Reading, number: int) -> bool:
    """Whether a sentence is one of three lines or more that are a name and a number: a table of results."""
    text = reading.page.text
    if ROW.match(reading.sentences[number].span.of(text)) is None:
        return False
    rows = 1
    for step in (-1, 1):
        at = number + step
        while abs(at - number) <= NEAR and 0 <= at < len(reading.sentences):
            if ROW.match(reading.sentences[at].span.of(text)) is None:
                break
            rows, at = rows + 1, at + step
    return rows >= ROWS


LINKS = frozenset(("of", "the", "for", "and", "de", "van", "von"))
