"""Cuts a sentence into words, numerals and signs."""

import re

from sayso.figures.parts import Word, Words
from sayso.model import Span

# Each alternative begins with another class of character and none repeats a repeat, so that matching is
# linear. A numeral keeps its separators: comma, thin or no-break space in threes, Indian style in twos.
PIECES = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3},\d{2}(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![.\d])"
    r"|\d+(?:\.\d+)?"
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
        digits = (piece[-1].isdigit() and (piece[0].isdigit() or piece[0] == ".") and piece.isascii()) or (
            piece[0].isdigit() and piece[0].isascii()
        )
        out.append(Word(start, match.end(), piece, piece.lower(), digits, start == before and bool(out)))
        before = match.end()
    return tuple(out)
