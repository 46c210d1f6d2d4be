"""Takes over thing and time from the sentence before, where this one says so."""

from dataclasses import replace

from sayso.model import Figure, Reading
from sayso.vocabulary import Role


def carry_frames(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give figures without a thing the one of the figure they are compared with.

    "This is twice as many as in October (9487)" counts what the sentence before counted.
    """
    out: list[Figure] = []
    for figure in figures:
        if figure.thing is None and figure.role in (Role.COUNT, Role.RATIO, Role.SHARE):
            source = _source(out, figure, reading)
            if source is not None:
                figure = replace(figure, carried=source.thing or source.carried)
        out.append(figure)
    return tuple(out)


def _source(before: list[Figure], figure: Figure, reading: Reading) -> Figure | None:
    for other in reversed(before):
        near = figure.sentence - other.sentence <= 1
        same_block = reading.sentences[other.sentence].block == reading.sentences[figure.sentence].block
        if not near or not same_block:
            return None
        if other.role is Role.COUNT and (other.thing or other.carried):
            return other
    return None
