"""The headline of a plain-text dump: a line above the report, said again by the page or by the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.blocks.lines import Line, ends_as_sentence
from sayso.blocks.phrases import is_furniture, is_picture_row
from sayso.blocks.shapes import is_byline
from sayso.vocabulary import BlockKind

Kind = tuple[BlockKind, str]

_WORD = re.compile(r"\w+")
# A video's title stands behind its length.
_DURATION = re.compile(r"\d{1,2}:\d\d ")
_SHORTEST, _LONGEST = 15, 220
_FEWEST_WORDS = 3
# How far above the first paragraph a headline stands: bylines, share rows and pictures come between.
_REACH = 40
_PARAGRAPHS = 6
_LITTLE = 3


def mark_headline(lines: Sequence[Line], kinds: list[Kind], first: int) -> None:
    """Find the headline and mark it, and mark where it comes again.

    Args:
        lines: the inked lines of the page.
        kinds: their kinds so far; changed in place.
        first: the first line of the report.
    """
    said = Counter(_plain(line.text) for line in lines)
    spoken = {word for line in lines[first : first + _PARAGRAPHS] for word in _long_words(line.text)}
    best, found = 0.0, None
    for number in range(max(0, first - _REACH), min(first, len(lines))):
        score = _score(lines[number].text, said, spoken) - 0.02 * (first - number)
        if score > best:
            best, found = score, number
    if found is None:
        return
    headline = _plain(lines[found].text)
    copies = [n for n, line in enumerate(lines) if _plain(line.text) == headline]
    for number in copies:
        beside = [lines[n].text for n in (number - 1, number + 1) if 0 <= n < len(lines)]
        if any(map(is_picture_row, beside)):
            kinds[number] = (BlockKind.CAPTION, "headline said again at a picture")
        else:
            kinds[number] = (BlockKind.FURNITURE, "headline said again")
    above = [n for n in copies if n < first]
    chosen = next((n for n in above if kinds[n][0] is not BlockKind.CAPTION), above[0])
    kinds[chosen] = (BlockKind.HEADLINE, "title above the report")


def _score(text: str, said: Counter[str], spoken: set[str]) -> float:
    """How much a line looks like the headline; 0 where it cannot be."""
    words = _long_words(text)
    if not _SHORTEST <= len(text) <= _LONGEST or len(text.split()) < _FEWEST_WORDS or not words:
        return 0.0
    if is_furniture(text) or is_byline(text) or is_picture_row(text) or text.endswith("."):
        return 0.0
    if _DURATION.match(text):
        return 0.0
    shared = sum(word in spoken for word in words) / len(words)
    again = 0.5 if said[_plain(text)] > 1 else 0.0
    return shared + again + min(len(words), 6) / 12 - (0.2 if ends_as_sentence(text) else 0.0)


def _plain(text: str) -> str:
    """The words of a line, whatever its quotation marks and capitals."""
    return " ".join(_WORD.findall(text.lower()))


def _long_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if len(word) > _LITTLE]
