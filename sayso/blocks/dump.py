"""A plain-text dump of a page: what each line is, from lines alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sayso.blocks.headline import mark_headline
from sayso.blocks.lines import Line, ends_as_sentence, find_lines, is_prose
from sayso.blocks.phrases import is_end, is_furniture, is_heading, is_picture_row, is_related, is_tail
from sayso.blocks.shapes import is_byline, is_row, is_title
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
_PICTURE = "row of a picture"
# A list goes on after the last paragraph if so many lines in a row print figures.
_FEWEST_ROWS = 4
_ROWS_SHARE = 0.7
# A button between paragraphs: so few words, more often than this.
_MOST_TIMES = 2
_BUTTON_WORDS = 2
_SHORTEST_END = 10
_SHORT_HEADING = 40
# Comments longer than the report may be taken for it; then those are believed that have this evidence.
_SURE = 3
# A price is news or an offer, and no title of another article.
_MONEY = frozenset("$€£¥")
_REACH = 4
_REACH_BACK = 5
# Behind so much of the prose a line of the page may end the report; so many lines below it tell.
_MAIN_SHARE = 0.3
_AHEAD = 24


def lay_out_dump(page: Page) -> Layout:
    """Label every line of a dump and read its comments.

    Args:
        page: a page of kind dump.

    Returns:
        One block a line, the comments, the number that the page states.
    """
    lines = find_lines(page.text)
    first, last = _find_report(lines)
    thread = find_threads(lines, first) or find_threads(lines, 0, _SURE)
    if thread:
        first, last = _find_report(lines[: thread.heading])
    rows = _find_rows(lines)
    last = _extend_list(lines, _cut_others(lines, first, last, rows), rows)
    kinds = _label(lines, first, last, rows)
    mark_headline(lines, kinds, first)
    taken = thread.lines if thread else frozenset()
    blocks = tuple(
        Block(line.span, *((BlockKind.COMMENT, "in the list of comments") if n in taken else kinds[n]))
        for n, line in enumerate(lines)
    )
    declared = thread.declared if thread else None
    if declared is None:
        top = 0 if taken else first
        declared = find_declared([line.text for line in lines[top:]], min(taken, default=None))
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
    return _reach_back(lines, span[0], repeated), span[1]


def _reach_back(lines: Sequence[Line], first: int, repeated: Counter[str]) -> int:
    """The first paragraph, where a row of buttons or a picture parts it from the others."""
    found = True
    while found:
        above = range(first - 1, max(-1, first - 1 - _REACH_BACK), -1)
        near = next((n for n in above if _weigh(lines[n], repeated) > 0), None)
        found = near is not None
        first = first if near is None else near
    return first


def _weigh(line: Line, repeated: Counter[str]) -> float:
    if repeated[line.text] > 1 or not is_prose(line.text) or is_furniture(line.text):
        return -_DEBIT if line.gap else -_ROW_DEBIT
    return min(len(line.text), _LONGEST_WEIGHED) / _UNIT


def _find_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of lists and tables: four or more with no blank line between, most with a figure."""
    rows: set[int] = set()
    start = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and not lines[number].gap:
            continue
        cluster = [n for n in range(start, number) if not _is_page_matter(lines[n].text)]
        like = [n for n in cluster if is_row(lines[n].text)]
        if start and is_related(lines[start - 1].text):
            like = []
        if len(like) >= _FEWEST_ROWS and len(like) >= _ROWS_SHARE * (number - start):
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
            if is_end(text) and len(text) > _SHORTEST_END:
                return number
            if is_furniture(text) and not _goes_on(lines, number + 1, last, rows):
                return number
        before += len(text) if is_prose(text) else 0
    return last


def _goes_on(lines: Sequence[Line], start: int, last: int, rows: frozenset[int]) -> bool:
    """Whether two paragraphs stand one after the other soon, or nothing of other articles does."""
    ahead = [lines[n].text for n in range(start, min(start + _AHEAD, last)) if n not in rows]
    kept = [text for text in ahead if not is_furniture(text) and not is_picture_row(text)]
    prose = [is_prose(text) and not is_title(text) for text in kept]
    if any(one and other for one, other in pairwise(prose)):
        return True
    others = sum(is_title(text) or is_byline(text) for text in kept) + len(ahead) - len(kept)
    return others <= sum(prose)


def _extend_list(lines: Sequence[Line], last: int, rows: frozenset[int]) -> int:
    """The end of the report, with the rows that follow its last paragraph."""
    start = next((n for n in range(last, min(last + _REACH, len(lines))) if n in rows), None)
    if start is None:
        return last
    end = start
    while end in rows:
        end += 1
    return end


def _is_page_matter(text: str) -> bool:
    return is_furniture(text) or is_picture_row(text)


def _label(lines: Sequence[Line], first: int, last: int, rows: frozenset[int]) -> list[Kind]:
    """Kind and reason of each line, comments left aside."""
    kinds: list[Kind] = [(BlockKind.FURNITURE, "outside the report")] * len(lines)
    elsewhere = Counter(line.text for line in (*lines[:first], *lines[last:]))
    inside = Counter(line.text for line in lines[first:last])
    for number in range(first, last):
        text = lines[number].text
        if number in rows:
            kinds[number] = (BlockKind.LIST, "a row among rows")
        elif inside[text] > _MOST_TIMES and len(text.split()) <= _BUTTON_WORDS and text[-1] != ":":
            kinds[number] = (BlockKind.FURNITURE, "repeated on the page")
        else:
            kinds[number] = _label_line(text, elsewhere, tail=number >= last - _TAIL)
    _mark_titles(lines, kinds, first, last)
    _mark_captions(lines, kinds, first, last)
    return kinds


def _label_line(text: str, elsewhere: Counter[str], *, tail: bool) -> Kind:
    """Kind of a line between the first and the last paragraph, whatever stands around it."""
    if is_picture_row(text):
        return BlockKind.CAPTION, _PICTURE
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
    """Two titles in a row lead to other articles, and so do the lines right below a heading of such."""
    for number in range(first, last - 1):
        if is_related(lines[number].text) and len(lines[number].text) < _SHORT_HEADING:
            _mark_below(lines, kinds, number + 1, last)
    for number in range(first, last):
        text = lines[number].text
        if kinds[number][0] is not BlockKind.BODY or not is_title(text) or not _MONEY.isdisjoint(text):
            continue
        above = lines[number - 1].text if number > first else ""
        below = lines[number + 1].text if number + 1 < last else ""
        if is_title(above) or is_title(below):
            kinds[number] = (BlockKind.RELATED, "titles in a row")
    for number in range(first + 1, last):
        credit = kinds[number][1] == _PICTURE and not lines[number].gap
        if credit and kinds[number - 1][0] is BlockKind.BODY:
            kinds[number - 1] = (BlockKind.CAPTION, "right above the row of a picture")


def _mark_below(lines: Sequence[Line], kinds: list[Kind], start: int, last: int) -> None:
    """Mark the lines below a heading of other articles, up to the first blank line or paragraph."""
    for number in range(start, last):
        apart = number > start and lines[number].gap
        if apart or is_prose(lines[number].text) or kinds[number][0] is not BlockKind.BODY:
            return
        kinds[number] = (BlockKind.RELATED, "below a heading of other articles")


def _mark_captions(lines: Sequence[Line], kinds: list[Kind], first: int, last: int) -> None:
    """A line without a stop that stands further apart than paragraphs do belonged to a picture."""
    prose = [n for n in range(first, last) if is_prose(lines[n].text)]
    gaps = Counter(lines[right].gap for left, right in pairwise(prose) if right == left + 1)
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=1)
    for number in range(first, last - 1):
        apart = min(lines[number].gap, lines[number + 1].gap) > max(usual, 1)
        if apart and kinds[number][0] is BlockKind.BODY and not ends_as_sentence(lines[number].text):
            kinds[number] = (BlockKind.CAPTION, "set apart like a picture's")
