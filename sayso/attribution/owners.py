"""On which attribution each figure stands."""

from collections.abc import Sequence

from sayso.attribution.drafts import Draft
from sayso.model import Reading, Span


def find_owners(reading: Reading, drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """For every figure the smallest content that holds it.

    A figure inside a source ("53% of voters think …") is not on that source's say-so, and neither is one
    in a thing that somebody only takes a side on ("criticised the 5,000 dismissals").
    """
    return tuple(_owner(figure.span, drafts) for figure in reading.figures)


def _owner(figure: Span, drafts: Sequence[Draft]) -> int | None:
    best: tuple[int, int] | None = None
    for number, one in enumerate(drafts):
        if one.stance or not any(span.overlaps(figure) for span in one.content):
            continue
        if any(link.span.holds(figure) for link in one.chain):
            continue
        size = sum(span.end - span.start for span in one.content)
        if best is None or size < best[0]:
            best = (size, number)
    return best[1] if best else None
