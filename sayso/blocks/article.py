"""A bare article text: its first short line is the headline, all else is body."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from sayso.blocks.columns import BECAUSE, find_text_rows
from sayso.blocks.lines import Line, ends_as_sentence, find_lines
from sayso.model import Block, Layout, Page, Span
from sayso.vocabulary import BlockKind

# The longest headline of the house styles that give a limit, twice over; a longer line is a paragraph.
LONGEST_HEADLINE = 200


def lay_out_article(page: Page) -> Layout:
    """Label a text that is all article.

    Args:
        page: a page of kind article.

    Returns:
        One block a paragraph. A paragraph is a line, or, where the text is wrapped by hand, the lines
        between two blank ones. The first is the headline if it is short, has no stop at its end and
        more text follows.
    """
    found = find_lines(page.text)
    stacks = find_text_rows(page.text, found)
    rows = {found[number].number: stack.row for number, stack in stacks.items()}
    inside = {found[n].number for start, stack in stacks.items() for n in range(start + 1, stack.last + 1)}
    paragraphs = _paragraphs(found, rows, inside)
    blocks = []
    for number, lines in enumerate(paragraphs):
        span = Span(lines[0].span.start, lines[-1].span.end)
        row = rows.get(lines[0].number)
        if row is not None:
            heads, cells, columns, table = row
            blocks.append(
                Block(span, BlockKind.TABLE, BECAUSE, heads=heads, cells=cells, columns=columns, table=table)
            )
        elif number == 0 and len(paragraphs) > 1 and _is_headline(lines):
            blocks.append(Block(span, BlockKind.HEADLINE, "first line, short and without a stop"))
        else:
            blocks.append(Block(span, BlockKind.BODY, "a paragraph of an article text"))
    return Layout(tuple(blocks))


def _is_headline(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and len(lines[0].text) <= LONGEST_HEADLINE and not ends_as_sentence(lines[0].text)


def _paragraphs(lines: Sequence[Line], rows: Container[int], inside: Container[int]) -> list[list[Line]]:
    """Lines grouped into paragraphs: a blank line parts them, and every line end of an unwrapped text.

    A row of a table stands alone, whole; ``inside`` are the lines of rows behind their first.
    """
    wrapped = _is_wrapped(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        apart = line.number in rows or (paragraphs and paragraphs[-1][0].number in rows)
        if line.number in inside or (paragraphs and wrapped and not line.gap and not apart):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether line ends are only where the page was full.

    A hand-wrapped line stops short of one width, mostly in the middle of a sentence; a line that is a
    paragraph stops with a stop.
    """
    inner = [(left, right) for left, right in pairwise(lines) if not right.gap]
    if len(inner) < 2 or max(len(line.text) for line in lines) > 120:
        return False
    broken = sum(not ends_as_sentence(left.text) and len(left.text) > 40 for left, _ in inner)
    return broken > len(inner) / 2
