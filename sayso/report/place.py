"""Where an offset stands, as a reader counts: lines and columns."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

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


def finder(spans: Sequence[Span]) -> Callable[[int], int | None]:
    """Make a look-up of which span holds an offset.

    Args:
        spans: in the order of the text; where they overlap the one that begins last is found.

    Returns:
        A function from an offset to an index, or to None.
    """
    starts = [span.start for span in spans]

    def find(offset: int) -> int | None:
        index = bisect_right(starts, offset) - 1
        return index if index >= 0 and offset < spans[index].end else None

    return find


def surroundings(reading: Reading) -> Callable[[Span], Span]:
    """Make a look-up of the sentence that a span begins in, or where no sentence holds it, of its line."""
    text = reading.page.text
    sentences = [sentence.span for sentence in reading.sentences]
    find = finder(sentences)

    def around(span: Span) -> Span:
        held = find(span.start)
        if held is not None:
            return sentences[held]
        last = text.find("\n", span.start)
        return Span(text.rfind("\n", 0, span.start) + 1, len(text) if last < 0 else last)

    return around
