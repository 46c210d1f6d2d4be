"""On which attribution each figure stands."""

from sayso.model import Attribution, Reading, Span


def find_owners(reading: Reading, attributions: tuple[Attribution, ...]) -> tuple[int | None, ...]:
    """For every figure the smallest content that holds it.

    A figure inside a source ("53% of voters think …") is not on that source's say-so.
    """
    return tuple(_owner(figure.span, attributions) for figure in reading.figures)


def _owner(figure: Span, attributions: tuple[Attribution, ...]) -> int | None:
    best: tuple[int, int] | None = None
    for number, one in enumerate(attributions):
        if not any(span.overlaps(figure) for span in one.content):
            continue
        if any(link.span.holds(figure) for link in one.chain):
            continue
        size = sum(span.end - span.start for span in one.content)
        if best is None or size < best[0]:
            best = (size, number)
    return best[1] if best else None
