"""Takes over thing and time from the sentence before, where this one says so."""

from dataclasses import replace

from sayso.figures.wordsets import word_set
from sayso.model import Figure, Reading
from sayso.vocabulary import Role

# So many figures back one is looked for that a figure may go on about.
REACH = 12


def carry_frames(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give figures without a thing the one of the figure before, and the time where the text goes on.

    "That was three times as many as in May (412)" counts what the sentence before counted. The time is
    taken over only by a sentence that opens with "this", "these", "of those" and has no date of its own.
    """
    out: list[Figure] = []
    for figure in figures:
        if reading.blocks[reading.sentences[figure.sentence].block].cells:
            # In a table nothing goes on from cell to cell; what a figure counts is told by heads and labels.
            out.append(figure)
            continue
        if figure.thing is None and figure.role in (Role.COUNT, Role.RATIO, Role.SHARE):
            source = _source(out, figure, reading)
            if source is not None:
                figure = replace(figure, carried=source.thing or source.carried)
        if figure.when is None and out and _goes_on(reading, figure, out[-1]):
            figure = replace(figure, when=out[-1].when)
        out.append(figure)
    return tuple(out)


def _goes_on(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a figure's sentence goes on with the one before."""
    if figure.sentence - before.sentence != 1 or not _same_block(reading, figure, before):
        return False
    opening = reading.sentences[figure.sentence].span.of(reading.page.text)[:20].lower().split()
    return bool(opening) and opening[0] in word_set("goes_on")


def _same_block(reading: Reading, one: Figure, other: Figure) -> bool:
    return reading.sentences[one.sentence].block == reading.sentences[other.sentence].block


def _source(before: list[Figure], figure: Figure, reading: Reading) -> Figure | None:
    for other in reversed(before[-REACH:]):
        if figure.sentence - other.sentence > 1 or not _same_block(reading, figure, other):
            return None
        if other.role is Role.COUNT and (other.thing or other.carried):
            return other
    return None
