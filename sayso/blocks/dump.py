"""A plain-text dump of a page: what each line is, from lines alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.blocks.lines import Line, ends_as_sentence, find_lines
from sayso.blocks.threads import find_declared, find_threads
from sayso.model import Block, Layout, Page
from sayso.vocabulary import BlockKind


def lay_out_dump(page: Page) -> Layout:
    """Label every line of a dump and read its comments.

    Args:
        page: a page of kind dump.

    Returns:
        One block a line, the comments, the number that the page states.
    """
    lines = find_lines(page.text)
    thread = find_threads(lines)
    taken = thread.lines if thread else frozenset()
    stop = thread.heading if thread else len(lines)
    kinds = _label(lines, stop)
    blocks = []
    for number, line in enumerate(lines):
        if number in taken:
            blocks.append(Block(line.span, BlockKind.COMMENT, "in the list of comments"))
        else:
            blocks.append(Block(line.span, *kinds[number]))
    declared = thread.declared if thread else find_declared(lines)
    return Layout(tuple(blocks), thread.comments if thread else (), declared)


def _label(lines: Sequence[Line], stop: int) -> list[tuple[BlockKind, str]]:
    """Kind and reason of each line, comments left aside."""
    kinds = [(BlockKind.FURNITURE, "not among the paragraphs")] * len(lines)
    repeated = Counter(line.text for line in lines)
    weights = [_weigh(line, repeated) for line in lines[:stop]]
    first, last = _densest(weights)
    for number in range(first, last):
        line = lines[number]
        if repeated[line.text] > 1:
            kinds[number] = (BlockKind.FURNITURE, "repeated on the page")
        elif weights[number] > 0:
            kinds[number] = (BlockKind.BODY, "a paragraph among paragraphs")
    return kinds


def _weigh(line: Line, repeated: Counter[str]) -> float:
    if repeated[line.text] > 1:
        return -2.0
    size = len(line.text)
    if size >= 80 and ends_as_sentence(line.text):
        return size / 40
    if size >= 40 and ends_as_sentence(line.text):
        return 1.0
    return 0.5 if size >= 120 else -1.0


def _densest(weights: Sequence[float]) -> tuple[int, int]:
    """The stretch whose weights sum up highest (Kadane's algorithm)."""
    best, span, run, start = 0.0, (0, 0), 0.0, 0
    for number, weight in enumerate(weights):
        if run <= 0:
            run, start = 0.0, number
        run += weight
        if run > best:
            best, span = run, (start, number + 1)
    return span
