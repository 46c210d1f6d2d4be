"""What the steps of this room hand to each other before an attribution is whole."""

from dataclasses import dataclass

from sayso.model import Link, Span
from sayso.vocabulary import Certainty


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, marks included.

    ``closed`` is False where the marks run on into the next paragraph; ``continues`` is the index of the
    quotation that this one carries on. ``speech`` tells a whole utterance from a fragment in a sentence.
    """

    span: Span
    closed: bool
    speech: bool
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making.

    ``place`` is the cue's word in the parse of ``sentence``, ``head`` its speaker's. ``stance``
    tells that somebody takes a side on a thing and vouches for no figure in it.
    """

    content: tuple[Span, ...]
    cue: Span | None
    chain: tuple[Link, ...]
    certainty: Certainty
    sentence: int
    place: int | None = None
    head: int | None = None
    carried: bool = False
    stance: bool = False


def trim(text: str, span: Span, edges: str = " \t\n,;:–—-.") -> Span | None:
    """A span without blanks and stops at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start] in edges or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in edges or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def merge(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def once(chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """A chain without a link that stands in it twice."""
    out: list[Link] = []
    for link in chain:
        if not any(link.span.overlaps(known.span) for known in out):
            out.append(link)
    return tuple(out)
