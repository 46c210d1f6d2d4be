"""CON3xx: figures that disagree."""

# An example reads best on one line.
# ruff: noqa: E501

from collections.abc import Iterator

from sayso.model import Conflict, Reading
from sayso.rules.catalogue import Remark, rule
from sayso.rules.headlines import sums_against
from sayso.rules.wording import named, owner, quote, source_of
from sayso.vocabulary import Agreement, BlockKind, Severity


def _in_headline(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[reading.figures[number].sentence]
    return reading.blocks[sentence.block].kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)


def _source(reading: Reading, number: int) -> str | None:
    attribution = owner(reading, number)
    return None if attribution is None else source_of(reading, attribution)


def _conflicts(reading: Reading, kind: str) -> Iterator[Conflict]:
    for conflict in reading.conflicts:
        if conflict.verdict is not Agreement.CONFLICTS:
            continue
        sources = _source(reading, conflict.left), _source(reading, conflict.right)
        if _in_headline(reading, conflict.left) != _in_headline(reading, conflict.right):
            found = "headline"
        else:
            found = "source" if sources[0] and sources[0] == sources[1] else "page"
        if found == kind:
            yield conflict


def _says(reading: Reading, number: int) -> str:
    source = _source(reading, number)
    words = f"“{named(reading, reading.figures[number])}”"
    return f"{words} ({source})" if source else words


@rule(
    code="CON301",
    title="two figures for the same thing on one page",
    why="A page that gives two counts of one event leaves its reader to guess which one holds, and why.",
    bad=(
        "A fire swept through the Calder mill in Brackwater on Monday. About 40 workers were killed.\n\n"
        "The Calder mill had passed its inspection in May, the owners said.\n\n"
        "By evening it was clear that in the Calder mill ⟦75⟧ workers had been killed.",
    ),
    good=(
        "A fire swept through the Calder mill in Brackwater on Monday. About 40 workers were killed.\n\n"
        "By evening it was clear that in the Calder mill 42 workers had been killed.",
        "A fire swept through the Calder mill in Brackwater on Monday. About 40 workers were killed.\n\n"
        "Another 75 workers had been killed in a fire at the Calder mill in 1911.",
    ),
    severity=Severity.WARNING,
)
def figures_disagree(reading: Reading) -> Iterator[Remark]:
    """Two body figures."""
    for conflict in _conflicts(reading, "page"):
        left, right = reading.figures[conflict.left], reading.figures[conflict.right]
        message = f"The page has {_says(reading, conflict.right)} here and {_says(reading, conflict.left)} before, for the same thing."
        yield Remark(right.span, message, (left.span,))


@rule(
    code="CON302",
    title="a headline figure that the body contradicts",
    why="The headline is what most readers take away; its figure must be the one that the report gives.",
    bad=(
        "⟦75⟧ workers killed in mill fire\n\nA fire swept through the Calder mill in Brackwater on Monday.\n\n"
        "Forty workers were killed in the mill, the fire brigade said.",
    ),
    good=(
        "75 workers killed in mill fire\n\nA fire swept through the Calder mill in Brackwater on Monday.\n\n"
        "The fire brigade said that 75 workers were killed in the mill.",
    ),
    severity=Severity.WARNING,
)
def headline_disagrees(reading: Reading) -> Iterator[Remark]:
    """A headline figure and a body figure, where the body's own sum (SUM113) does not say it already."""
    worked_out = [figure for figure, _ in sums_against(reading)]
    for conflict in _conflicts(reading, "headline"):
        there = sorted((conflict.left, conflict.right), key=lambda number: not _in_headline(reading, number))
        head, body = (reading.figures[number] for number in there)
        if head in worked_out:
            continue
        message = (
            f"The headline has “{quote(reading, head.span)}”, the report has {_says(reading, there[1])}."
        )
        yield Remark(head.span, message, (body.span,))


@rule(
    code="CON303",
    title="one source quoted with two figures for the same thing",
    why="A source that says two things has changed its mind, or has been misquoted; the reader should know which.",
    bad=(
        "A fire swept through the Calder mill on Monday. Ada Brandt, the mayor, said about 40 workers were killed.\n\n"
        "Ada Brandt said ⟦75⟧ workers were killed in the mill.",
    ),
    good=(
        "A fire swept through the Calder mill on Monday. Ada Brandt, the mayor, said about 40 workers were killed.\n\n"
        "Ada Brandt said 41 workers were killed in the mill.",
    ),
    severity=Severity.WARNING,
)
def source_disagrees_with_itself(reading: Reading) -> Iterator[Remark]:
    """Two figures on one source's say-so."""
    for conflict in _conflicts(reading, "source"):
        left, right = reading.figures[conflict.left], reading.figures[conflict.right]
        source = _source(reading, conflict.right)
        message = (
            f"{source} says “{quote(reading, right.span)}” here and “{quote(reading, left.span)}” before."
        )
        yield Remark(right.span, message, (left.span,))
