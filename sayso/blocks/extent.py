"""From which line to which a report reaches in a plain-text dump."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.blocks.lines import Line, ends_as_sentence, is_prose
from sayso.blocks.phrases import (
    is_closing_note,
    is_correction,
    is_end,
    is_furniture,
    is_picture_row,
    is_related,
    is_tail,
)
from sayso.blocks.posts import find_signed
from sayso.blocks.shapes import is_byline, is_row, is_title

# A paragraph weighs by its length, up to this many characters.
_LONGEST_WEIGHED = 400
_UNIT = 40
# What a line that is no paragraph takes from a stretch: alone, and among others without a blank line.
_DEBIT = 1.0
_ROW_DEBIT = 2.0
_ROWS_DEBIT = -0.6
# A list goes on after the last paragraph if so many lines in a row print figures.
_FEWEST_ROWS = 4
_ROWS_SHARE = 0.7
# A paragraph prints figures too, and is no row.
_PARAGRAPH = 140
_REACH = 4
_FEW_LINES = 5
_REACH_BACK = 8
# Behind so much of the prose a line of the page may end the report; so many lines below it tell.
_MAIN_SHARE = 0.3
_AHEAD = 24
_SHORTEST_END = 10
# A paragraph of one short sentence has no fewer words.
_SENTENCE_WORDS = 4
_CLOSING = "\"'”’»)"
_NUMBERED = re.compile(r"(\d{1,3})[.)] ?\S")


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of the report: ``first`` up to but not including ``last``; ``rows`` are lists and tables.

    ``lead`` are the first paragraphs where buttons, key words or a picture part them from the others, with
    the line behind them where the others begin.
    """

    first: int
    last: int
    rows: frozenset[int]
    lead: range = range(0)


def find_extent(lines: Sequence[Line], tables: Container[int] = ()) -> Extent:
    """Find where the report stands.

    Args:
        lines: the inked lines of the page, down to the comments.
        tables: the places of lines that are rows of tables: they neither begin nor end a report.

    Returns:
        The extent. Where no line is a paragraph it is that of the lines that end like sentences, or all of
        a page of a few lines; else it is empty.
    """
    rows = _find_rows(lines)
    repeated = Counter(line.text for line in lines)
    weights = [
        0.0 if n in tables else _ROWS_DEBIT if n in rows else _weigh(line, repeated)
        for n, line in enumerate(lines)
    ]
    if not any(weight > 0 for weight in weights):
        return Extent(*_find_sentences(lines), rows)
    begin, last = _find_heaviest(weights)
    first = _reach_back(weights, begin)
    last = _cut_others(lines, first, last, rows)
    first, last = _extend_sentences(lines, first, last)
    end = _extend_notes(lines, _extend_list(lines, last, rows))
    return Extent(first, end, rows, range(first, begin))


def _extend_sentences(lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """The extent, with the paragraphs too short to weigh that stand right above and below it."""
    while first > 0 and _is_short_paragraph(lines[first - 1].text):
        first -= 1
    while last < len(lines) and _is_short_paragraph(lines[last].text):
        last += 1
    return first, last


def _is_short_paragraph(text: str) -> bool:
    words = text.split()
    closed = text.rstrip(_CLOSING)[-1:] == "." and len(words) >= _SENTENCE_WORDS
    return closed and not (_is_page_matter(text) or is_tail(text) or is_end(text) or is_byline(text))


def _find_sentences(lines: Sequence[Line]) -> tuple[int, int]:
    ended = [n for n, line in enumerate(lines) if ends_as_sentence(line.text)]
    if ended:
        return ended[0], ended[-1] + 1
    return (0, len(lines)) if len(lines) <= _FEW_LINES else (0, 0)


def _weigh(line: Line, repeated: Counter[str]) -> float:
    if repeated[line.text] > 1 or not is_prose(line.text) or is_furniture(line.text):
        return -_DEBIT if line.gap else -_ROW_DEBIT
    return min(len(line.text), _LONGEST_WEIGHED) / _UNIT


def _find_heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The stretch whose weights sum up highest (Kadane's algorithm)."""
    best, span, run, start = 0.0, (0, 0), 0.0, 0
    for number, weight in enumerate(weights):
        if run <= 0:
            run, start = 0.0, number
        run += weight
        if run > best:
            best, span = run, (start, number + 1)
    return span


def _reach_back(weights: Sequence[float], first: int) -> int:
    """The first paragraph, where a row of buttons or a picture parts it from the others."""
    while True:
        above = range(first - 1, max(-1, first - 1 - _REACH_BACK), -1)
        near = next((n for n in above if weights[n] > 0), None)
        if near is None:
            return first
        first = near


def _find_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of lists and tables: four or more with no blank line between, most with a figure."""
    rows: set[int] = set()
    start = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and not lines[number].gap:
            continue
        cluster = [n for n in range(start, number) if not _is_page_matter(lines[n].text)]
        cluster = [n for n in cluster if len(lines[n].text) < _PARAGRAPH or not is_prose(lines[n].text)]
        like = sum(is_row(lines[n].text) for n in cluster)
        elsewhere = start > 0 and is_related(lines[start - 1].text)
        if not elsewhere and like >= _FEWEST_ROWS and like >= _ROWS_SHARE * (number - start):
            rows.update(cluster)
        start = number
    return frozenset(rows)


def _cut_others(lines: Sequence[Line], first: int, last: int, rows: frozenset[int]) -> int:
    """The end of the report, without the form and the teasers of other articles that a line opens.

    Teasers are prose too; but between two paragraphs of theirs stands a title, a name or a date.
    """
    total = sum(len(line.text) for line in lines[first:last] if is_prose(line.text))
    before = 0
    for number in range(first, last):
        text = lines[number].text
        if before > _MAIN_SHARE * total:
            if is_furniture(text):
                if not _goes_on(lines, number + 1, last, rows):
                    return number
            elif is_end(text) and len(text) > _SHORTEST_END:
                return number
        before += len(text) if is_prose(text) else 0
    return last


def _goes_on(lines: Sequence[Line], start: int, last: int, rows: frozenset[int]) -> bool:
    """Whether two paragraphs stand one after the other soon, or nothing of other articles does."""
    ahead = [lines[n].text for n in range(start, min(start + _AHEAD, last)) if n not in rows]
    kept = [text for text in ahead if not _is_page_matter(text)]
    prose = [is_prose(text) and not is_title(text) for text in kept]
    if any(one and other for one, other in pairwise(prose)):
        return True
    others = sum(is_title(text) or is_byline(text) for text in kept) + len(ahead) - len(kept)
    return others <= sum(prose)


def _extend_notes(lines: Sequence[Line], last: int) -> int:
    """The end of the report, with what stands right below it: notes, corrections, embedded posts."""
    end = number = last
    while number < min(end + _REACH, len(lines)):
        text = lines[number].text
        if is_correction(text) or is_closing_note(text) or find_signed(text, 0):
            end = number + 1
        number += 1
    return end


def _extend_list(lines: Sequence[Line], last: int, rows: frozenset[int]) -> int:
    """The end of the report, with the rows or numbered lines that follow its last paragraph."""
    near = last
    while (
        start := next((n for n in range(near, min(near + _REACH, len(lines))) if n in rows), None)
    ) is not None:
        near = next((n for n in range(start, len(lines)) if n not in rows), len(lines))
    if near > last:
        return near
    expected, end = 1, last
    for number in range(last, len(lines)):
        if number - near > _REACH or _is_page_matter(lines[number].text):
            break
        found = _NUMBERED.match(lines[number].text)
        if found and int(found.group(1)) == expected:
            expected, near, end = expected + 1, number, number + 1
    return end if expected > _FEWEST_ROWS else last


def _is_page_matter(text: str) -> bool:
    return is_furniture(text) or is_picture_row(text)
