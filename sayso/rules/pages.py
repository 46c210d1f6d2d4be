"""PAG6xx: the page itself."""

# An example reads best on one line.
# ruff: noqa: E501

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from sayso.model import Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import named
from sayso.vocabulary import BlockKind, Hedge, PageKind, Role

_DUMP = """SHARE THIS PAGE

Mill fire in Brackwater

A fire swept through the Calder mill in Brackwater on Monday. The brigade was there within the hour, said Ada Brandt.

Nobody was hurt, and the mill will open again next week, its owners said on Tuesday.

{declared} Comments

Ann Other
3 May 2021 at 10:12

The brigade did well.

Peter Pan
3 May 2021 at 11:40

And the owners did not."""


def _top(reading: Reading) -> Span:
    headline = [block.span for block in reading.blocks if block.kind is BlockKind.HEADLINE]
    return headline[0] if headline else Span(0, min(1, len(reading.page.text)))


@rule(
    code="PAG601",
    title="a comment count that differs from the comments",
    why="Where the page declares more comments than it shows, some were not loaded or have been taken down.",
    bad=(_DUMP.format(declared="⟦3⟧"),),
    good=(_DUMP.format(declared="2"),),
    kind=PageKind.DUMP,
)
def comments_are_missing(reading: Reading) -> Iterator[Remark]:
    """The declared count against the comments found."""
    declared, found = reading.declared, len(reading.comments)
    if declared is None or declared == found:
        return
    what = "(?:comment|thought|response|repl(?:y|ies)|reaction|opinion)"
    near = rf"\b(?P<before>{declared})\b[^\n]{{0,20}}{what}|{what}[^\n]{{0,20}}\b(?P<after>{declared})\b"
    told = re.search(near, reading.page.text.lower())
    span = Span(*told.span("before" if told["before"] else "after")) if told else _top(reading)
    yield Remark(span, f"The page declares {declared} comments; {found} are on it.")


@rule(
    code="PAG602",
    title="a page without a date",
    why="Without a day of publication, “last month” and “a year ago” mean nothing, and nothing can be held against later pages.",
    bad=("⟦The mill burned⟧\n\nA fire swept through the Calder mill last month. Nobody was hurt.",),
    good=("The mill burned\n\nA fire swept through the Calder mill on 3 May 2021. Nobody was hurt.",),
)
def page_has_no_date(reading: Reading) -> Iterator[Remark]:
    """A page with no day of publication whose text counts days from it."""
    floating = [date for date in reading.dates if date.first is None and date.last is None]
    if reading.page.published is None and floating:
        yield Remark(
            _top(reading), "The page has no date, and its text counts time from it.", (floating[0].span,)
        )


@rule(
    code="PAG603",
    title="a figure that stands only in the headline or a caption",
    why="A figure that the report never comes back to has no source, no context and no check.",
    bad=(
        "⟦1,700⟧ flats stand empty\n\nFlats stand empty all over Fennick, said Ada Brandt of the tenants' union.",
    ),
    good=(
        "1,700 flats stand empty\n\nIn all 1,700 flats stand empty in Fennick, said Ada Brandt of the tenants' union.",
    ),
)
def figure_is_not_in_the_report(reading: Reading) -> Iterator[Remark]:
    """Headline and caption figures that no body figure meets."""
    inside, outside = [], []
    # What CON302 says of a headline figure says more.
    disputed = {number for conflict in reading.conflicts for number in (conflict.left, conflict.right)}
    for number, figure in enumerate(reading.figures):
        kind = reading.blocks[reading.sentences[figure.sentence].block].kind
        if kind in (BlockKind.HEADLINE, BlockKind.CAPTION):
            outside += [] if number in disputed else [figure]
        else:
            inside.append(figure)
    bounded = sorted((one.low, one.high) for one in inside if one.low is not None and one.high is not None)
    lows = [low for low, _ in bounded]
    reach = list(accumulate((high for _, high in bounded), max))
    for figure in outside:
        if (
            figure.value is None
            or figure.hedge is Hedge.VAGUE
            or figure.role in (Role.DURATION, Role.AGE, Role.RANK, Role.SCORE)
        ):
            continue
        if abs(figure.value) < 10:
            continue
        if figure.low is None or figure.high is None:
            told = False
        else:
            # Of all that begin no higher, the one that reaches furthest up meets it if any does.
            place = bisect_right(lows, figure.high)
            told = place > 0 and reach[place - 1] >= figure.low
        if not told:
            yield Remark(figure.span, f"No sentence of the report has “{named(reading, figure)}”.")
