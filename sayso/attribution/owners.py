"""On which attribution each figure stands."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sayso.attribution.drafts import Draft
from sayso.model import Reading, Span


def find_owners(reading: Reading, drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """For every figure the attribution that it stands on.

    A figure inside a source ("53% of voters think …") is not on that source's say-so, and neither is one
    in a thing that somebody only takes a side on ("criticised the 5,000 dismissals").
    """
    said = sorted(
        (span.start, span.end, number)
        for number, draft in enumerate(drafts)
        if not draft.stance
        for span in draft.content
    )
    starts = [start for start, _, _ in said]
    # The farthest end so far tells how far back a content may begin that still reaches a figure.
    ends = list(accumulate((end for _, end, _ in said), max))
    owners = []
    for figure in reading.figures:
        place = bisect_left(starts, figure.span.end)
        holding = set()
        while place > 0 and ends[place - 1] > figure.span.start:
            place -= 1
            if said[place][1] > figure.span.start:
                holding.add(said[place][2])
        owners.append(_innermost(figure.span, holding, drafts))
    return tuple(owners)


def _innermost(figure: Span, holding: Iterable[int], drafts: Sequence[Draft]) -> int | None:
    """The smallest content whose chain starts with whoever stands outermost.

    What is said inside a statement without being handed on by it ("Holm said the mayor wanted 5,000")
    stays on the say-so of the one who makes the statement.
    """

    def size(number: int) -> tuple[int, int]:
        return sum(span.end - span.start for span in drafts[number].content), number

    outside = [n for n in holding if not any(link.span.holds(figure) for link in drafts[n].chain)]
    if not outside:
        return None
    nearest = drafts[max(outside, key=size)].chain[:1]
    return min((n for n in outside if drafts[n].chain[:1] == nearest), key=size)
