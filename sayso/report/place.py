"""Where an offset stands, as a reader counts: lines and columns."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Reading, Span


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of a text begins; lines end with a line feed."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def locate(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1, the column in code points."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def surroundings(reading: Reading, span: Span) -> Span:
    """The sentence that a span begins in, or where no sentence holds it, its line."""
    for sentence in reading.sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            return sentence.span
    text = reading.page.text
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.start)
    return Span(first, len(text) if last < 0 else last)
