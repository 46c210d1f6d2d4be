"""A plain-text dump of a page: what each line is, from lines alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.blocks.columns import BECAUSE, find_text_rows
from sayso.blocks.entries import mark_entries
from sayso.blocks.extent import Extent, find_extent
from sayso.blocks.headline import mark_headline
from sayso.blocks.lines import Line, ends_as_sentence, find_lines, is_prose
from sayso.blocks.phrases import is_correction, is_furniture, is_heading, is_picture_row, is_related, is_tail
from sayso.blocks.posts import Post, find_signed
from sayso.blocks.shapes import MONEY, is_byline, is_title
from sayso.blocks.shortfall import explain_shortfall
from sayso.blocks.stacked import Stack
from sayso.blocks.threads import find_declared, find_threads
from sayso.model import Block, Layout, Page, Span
from sayso.vocabulary import BlockKind

Kind = tuple[BlockKind, str]

_TAIL = 6
_PICTURE = "row of a picture"
# A button between paragraphs: so few words, more often than this.
_MOST_TIMES = 2
_BUTTON_WORDS = 2
_SHORT_HEADING = 40
# The first paragraph may be said again in a teaser of the report itself.
_PARAGRAPH = 100
# A signature that begins later in its line has the words of the post before it.
_OPENS = 30
# Where no line is a paragraph, the headline stands among the first lines.
_TOP = 3


def lay_out_dump(page: Page) -> Layout:
    """Label every line of a dump and read its comments.

    Args:
        page: a page of kind dump.

    Returns:
        One block a line or a row of a table, the comments, the number that the page states.
    """
    lines = find_lines(page.text)
    stacks = find_text_rows(page.text, lines)
    tables = {n for start, stack in stacks.items() for n in range(start, stack.last + 1)}
    extent = find_extent(lines, tables)
    thread = find_threads(lines, extent.first)
    if thread:
        extent = find_extent(lines[: thread.heading], tables)
    kinds = _label(lines, extent)
    mark_headline(lines, kinds, extent.first if extent.last else _TOP)
    entries = mark_entries([line.text for line in lines], [line.span.start for line in lines], kinds)
    posts = _mark_posts(lines, kinds)
    rows = _mark_rows(stacks, extent, kinds)
    inside = {n for start, stack in rows.items() for n in range(start + 1, stack.last + 1)}
    taken = thread.lines if thread else frozenset()
    blocks = tuple(
        Block(line.span, BlockKind.COMMENT, "in the list of comments")
        if n in taken
        else _make_row(lines, n, rows[n])
        if n in rows
        else _make_block(line, kinds[n], posts.get(n), entries.posted.get(n))
        for n, line in enumerate(lines)
        if n not in inside
    )
    declared = thread.declared if thread else None
    if declared is None:
        top = 0 if taken else extent.first
        declared = find_declared([line.text for line in lines[top:]], min(taken, default=None))
    comments = thread.comments if thread else ()
    missing = explain_shortfall((line.text for line in lines), len(comments), declared)
    return Layout(blocks, comments, declared, missing + entries.notices)


def _make_block(line: Line, kind: Kind, post: Post | None, entry: Span | None) -> Block:
    author, posted = (post.author, post.posted) if post else (None, None)
    return Block(line.span, *kind, author=author, posted=posted or entry)


def _make_row(lines: Sequence[Line], first: int, stack: Stack) -> Block:
    heads, cells, columns, table = stack.row
    span = Span(lines[first].span.start, lines[stack.last].span.end)
    return Block(span, BlockKind.TABLE, BECAUSE, heads=heads, cells=cells, columns=columns, table=table)


def _mark_rows(stacks: Mapping[int, Stack], extent: Extent, kinds: list[Kind]) -> dict[int, Stack]:
    """Mark the rows of tables that stand in the report, and give them."""
    rows = {
        start: stack for start, stack in stacks.items() if extent.first <= start and stack.last < extent.last
    }
    for start, stack in rows.items():
        kinds[start : stack.last + 1] = [(BlockKind.TABLE, BECAUSE)] * (stack.last + 1 - start)
    return rows


def _mark_posts(lines: Sequence[Line], kinds: list[Kind]) -> dict[int, Post]:
    """Mark the lines of embedded posts: the one that signs it, and the paragraph above."""
    posts: dict[int, Post] = {}
    for number, line in enumerate(lines):
        post = find_signed(line.text, line.span.start) if kinds[number][0] is BlockKind.BODY else None
        if post is None:
            continue
        alone = post.author is not None and post.author.start - line.span.start < _OPENS
        for n in range(number - 1 if alone and number else number, number + 1):
            if kinds[n][0] in (BlockKind.BODY, BlockKind.LIST):
                kinds[n] = (BlockKind.QUOTE, "an embedded post")
                posts[n] = post
    return posts


def _label(lines: Sequence[Line], extent: Extent) -> list[Kind]:
    """Kind and reason of each line, comments left aside."""
    first, last = extent.first, extent.last
    kinds: list[Kind] = [(BlockKind.FURNITURE, "outside the report")] * len(lines)
    elsewhere = Counter(line.text for line in (*lines[:first], *lines[last:]))
    inside = Counter(line.text for line in lines[first:last])
    for number in range(first, last):
        text = lines[number].text
        if number in extent.rows:
            kinds[number] = (BlockKind.LIST, "a row among rows")
        elif inside[text] > _MOST_TIMES and len(text.split()) <= _BUTTON_WORDS and text[-1] != ":":
            kinds[number] = (BlockKind.FURNITURE, "repeated on the page")
        else:
            kinds[number] = _label_line(text, elsewhere, tail=number >= last - _TAIL)
    _mark_titles(lines, kinds, first, last)
    _mark_captions(lines, kinds, first, last)
    for number in extent.lead:
        text = lines[number].text
        if kinds[number][0] is BlockKind.BODY and len(text) < _SHORT_HEADING and not ends_as_sentence(text):
            kinds[number] = (BlockKind.FURNITURE, "between the first paragraph and the others")
    return kinds


def _label_line(text: str, elsewhere: Counter[str], *, tail: bool) -> Kind:
    """Kind of a line between the first and the last paragraph, whatever stands around it."""
    if is_picture_row(text):
        return BlockKind.CAPTION, _PICTURE
    said_again = elsewhere[text] > 0 and not find_signed(text, 0)
    if said_again and not (is_prose(text) and len(text) >= _PARAGRAPH):
        return BlockKind.FURNITURE, "repeated on the page"
    if is_furniture(text) or (len(text) < 40 and is_heading(text)):
        return BlockKind.FURNITURE, "words of the page, not of the report"
    if is_byline(text):
        return BlockKind.BYLINE, "who wrote it, or when"
    if tail and is_tail(text):
        return BlockKind.FURNITURE, "about the page, at its end"
    if is_correction(text):
        return BlockKind.BODY, "correction"
    return BlockKind.BODY, "among the paragraphs of the report"


def _mark_titles(lines: Sequence[Line], kinds: list[Kind], first: int, last: int) -> None:
    """Two titles in a row lead to other articles, and so do the lines right below a heading of such."""
    for number in range(first, last - 1):
        if is_related(lines[number].text) and len(lines[number].text) < _SHORT_HEADING:
            _mark_below(lines, kinds, number + 1, last)
    for number in range(first, last):
        text = lines[number].text
        if kinds[number][0] is not BlockKind.BODY or not is_title(text) or not MONEY.isdisjoint(text):
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
