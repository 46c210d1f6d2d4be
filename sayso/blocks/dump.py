"""A plain-text dump of a page: what each line is, from lines alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.blocks.headline import mark_headline
from sayso.blocks.lines import Line, ends_as_sentence, find_lines, is_prose
from sayso.blocks.phrases import is_furniture, is_heading, is_picture_row, is_related, is_tail
from sayso.blocks.shapes import has_digit, is_byline, is_title
from sayso.blocks.threads import find_declared, find_threads
from sayso.model import Block, Layout, Page
from sayso.vocabulary import BlockKind

Kind = tuple[BlockKind, str]

# A paragraph weighs by its length, up to this many characters.
_LONGEST_WEIGHED = 240
_UNIT = 40
# What a line that is no paragraph takes from a stretch: alone, and among others without a blank line.
_DEBIT = 1.0
_ROW_DEBIT = 1.5
_TAIL = 6
# A list goes on after the last paragraph if so many lines in a row print figures.
_FEWEST_ROWS = 4
_ROWS_SHARE = 0.7
_REACH = 4
# Behind so much of the prose a heading of other articles may end the report.
_MAIN_SHARE = 0.3
_OTHERS_SHARE = 0.7


def lay_out_dump(page: Page) -> Layout:
    """Label every line of a dump and read its comments.

    Args:
        page: a page of kind dump.

    Returns:
        One block a line, the comments, the number that the page states.
    """
    lines = find_lines(page.text)
    first, last = _find_report(lines)
    thread = find_threads(lines, first)
    if thread:
        first, last = _find_report(lines[: thread.heading])
    last = _cut_others(lines, first, last)
    last = _extend_list(lines, last)
    kinds = _label(lines, first, last)
    mark_headline(lines, kinds, first)
    taken = thread.lines if thread else frozenset()
    blocks = tuple(
        Block(line.span, *((BlockKind.COMMENT, "in the list of comments") if n in taken else kinds[n]))
        for n, line in enumerate(lines)
    )
    declared = thread.declared if thread else find_declared(line.text for line in lines[first:])
    return Layout(blocks, thread.comments if thread else (), declared)


def _find_report(lines: Sequence[Line]) -> tuple[int, int]:
    """The stretch of lines whose weights sum up highest (Kadane's algorithm)."""
    repeated = Counter(line.text for line in lines)
    best, span, run, start = 0.0, (0, 0), 0.0, 0
    for number, line in enumerate(lines):
        weight = _weigh(line, repeated)
        if run <= 0:
            run, start = 0.0, number
        run += weight
        if run > best:
            best, span = run, (start, number + 1)
    return span


def _weigh(line: Line, repeated: Counter[str]) -> float:
    if repeated[line.text] > 1 or not is_prose(line.text) or is_furniture(line.text):
        return -_DEBIT if line.gap else -_ROW_DEBIT
    return min(len(line.text), _LONGEST_WEIGHED) / _UNIT


def _cut_others(lines: Sequence[Line], first: int, last: int) -> int:
    """The end of the report, without the teasers of other articles that a heading of theirs opens.

    Teasers are prose too; but among them stand as many titles, names and dates as paragraphs.
    """
    total = sum(len(line.text) for line in lines[first:last] if is_prose(line.text))
    before = 0
    for number in range(first, last):
        text = lines[number].text
        if before > _MAIN_SHARE * total and is_related(text):
            rest = [line.text for line in lines[number + 1 : last]]
            prose = sum(is_prose(one) and not is_title(one) for one in rest)
            others = sum(is_title(one) or is_byline(one) or is_furniture(one) for one in rest)
            if others >= prose * _OTHERS_SHARE:
                return number
        before += len(text) if is_prose(text) else 0
    return last


def _extend_list(lines: Sequence[Line], last: int) -> int:
    """The end of the report, with a list that follows its last paragraph: rows that print figures."""
    start = last
    while start < min(last + _REACH, len(lines)) and not has_digit(lines[start].text):
        start += 1
    end = start
    while end < len(lines) and (end == start or not lines[end].gap) and not _is_page_matter(lines[end].text):
        end += 1
    rows = sum(has_digit(line.text) for line in lines[start:end])
    return end if rows >= _FEWEST_ROWS and rows >= _ROWS_SHARE * (end - start) else last


def _is_page_matter(text: str) -> bool:
    return is_furniture(text) or is_picture_row(text)


def _label(lines: Sequence[Line], first: int, last: int) -> list[Kind]:
    """Kind and reason of each line, comments left aside."""
    kinds: list[Kind] = [(BlockKind.FURNITURE, "outside the report")] * len(lines)
    elsewhere = Counter(line.text for line in (*lines[:first], *lines[last:]))
    for number in range(first, last):
        kinds[number] = _label_line(lines[number].text, elsewhere, tail=number >= last - _TAIL)
    _mark_titles(lines, kinds, first, last)
    _mark_captions(lines, kinds, first, last)
    return kinds


def _label_line(text: str, elsewhere: Counter[str], *, tail: bool) -> Kind:
    """Kind of a line between the first and the last paragraph, whatever stands around it."""
    if is_picture_row(text):
        return BlockKind.CAPTION, "row of a picture"
    if elsewhere[text]:
        return BlockKind.FURNITURE, "repeated on the page"
    if is_furniture(text) or (len(text) < 40 and is_heading(text)):
        return BlockKind.FURNITURE, "words of the page, not of the report"
    if is_byline(text):
        return BlockKind.BYLINE, "who wrote it, or when"
    if tail and is_tail(text):
        return BlockKind.FURNITURE, "about the page, at its end"
    return BlockKind.BODY, "among the paragraphs of the report"


def _mark_titles(lines: Sequence[Line], kinds: list[Kind], first: int, last: int) -> None:
    """Two titles in a row, or one under a heading of the page, lead to other articles."""
    for number in range(first, last):
        if kinds[number][0] is not BlockKind.BODY or not is_title(lines[number].text):
            continue
        around = [n for n in (number - 1, number + 1) if first <= n < last]
        if any(is_title(lines[n].text) or kinds[n][0] is BlockKind.FURNITURE for n in around):
            kinds[number] = (BlockKind.RELATED, "titles in a row")


def _mark_captions(lines: Sequence[Line], kinds: list[Kind], first: int, last: int) -> None:
    """A line without a stop that stands further apart than paragraphs do belonged to a picture."""
    gaps = Counter(line.gap for line in lines[first + 1 : last])
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)
    for number in range(first, last - 1):
        apart = min(lines[number].gap, lines[number + 1].gap) > max(usual, 1)
        if apart and kinds[number][0] is BlockKind.BODY and not ends_as_sentence(lines[number].text):
            kinds[number] = (BlockKind.CAPTION, "set apart like a picture's")
