"""Cuts a sentence into words, numerals and signs."""

import re
from unicodedata import decimal

from sayso.figures.parts import Word, Words
from sayso.model import Span

# Each alternative begins with another class of character and none repeats a repeat, so that matching is
# linear. A numeral keeps its separators: comma, thin or no-break space in threes, Indian style in twos.
PIECES = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d{1,3}(?:[,\u066c\uff0c\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.\u066b\uff0e]\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3},\d{2}(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![.\d])"
    r"|\d+(?:[.\u066b\uff0e]\d+)?"
    r"|\.\d+"
    r"|[^\W\d_]+"
    r"|\S"
)


def split_words(text: str, span: Span) -> Words:
    """Cut one sentence.

    Args:
        text: the page's text.
        span: the sentence.

    Returns:
        Its words in order; "64GB" gives two, "twenty-six" three, "1,700" one.
    """
    out: list[Word] = []
    before = span.start
    for match in PIECES.finditer(text, span.start, span.end):
        piece, start = match.group(), match.start()
        if not piece.isascii() and piece[0].isdecimal():
            piece = "".join(_plain(char) for char in piece)
        digits = (piece[-1].isdigit() and (piece[0].isdigit() or piece[0] == ".") and piece.isascii()) or (
            piece[0].isdigit() and piece[0].isascii()
        )
        out.append(Word(start, match.end(), piece, piece.lower(), digits, start == before and bool(out)))
        before = match.end()
    return _spaced(text, out)


def _plain(char: str) -> str:
    """A digit of any script, or its separator, as English writes it: full-width, Arabic-Indic."""
    if char in "\u066c\uff0c":
        return ","
    if char in "\u066b\uff0e":
        return "."
    return str(decimal(char)) if char.isdecimal() else char


def _spaced(text: str, words: list[Word]) -> Words:
    """Join groups of three digits set apart by a space: "1 000", "12 345 678 tonnes".

    Only before a word in small letters or a sign, so that rows of a table stay apart, and not behind
    a name that has a number ("Hall 5 200 people"), save where the last group is "000".
    """
    out: list[Word] = []
    at = 0
    while at < len(words):
        last = at + 1
        if words[at].digits and len(words[at].text) <= 3 and words[at].text.isdigit():
            while last < len(words) and _is_group(text, words[last - 1], words[last]):
                last += 1
        if last > at + 1 and _is_one_number(words, at, last):
            joined = " ".join(word.text for word in words[at:last]).replace(" ", ",")
            first = words[at]
            out.append(Word(first.start, words[last - 1].end, joined, joined, True, first.tight))
        else:
            out += words[at:last]
        at = last
    return tuple(out)


def _is_group(text: str, before: Word, word: Word) -> bool:
    """Whether a word is three digits, one plain space behind the digits before."""
    three = len(word.text) == 3 and word.text.isdigit()
    return three and word.start == before.end + 1 and text[before.end] == " "


def _is_one_number(words: list[Word], first: int, last: int) -> bool:
    """Whether groups of digits in a row are one number, by the words on both sides."""
    if words[first].text.startswith("0") or (last < len(words) and words[last].digits):
        return False
    if words[last - 1].text == "000":
        return True
    named = first > 0 and words[first - 1].text[0].isupper() and not words[first - 1].tight and first > 1
    after = words[last].text if last < len(words) else ""
    return not named and (after.islower() or after in ("%", "€", "£", "$"))
