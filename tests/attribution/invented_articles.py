"""Invented articles read as far as this room needs, with marks for what is expected."""

import re
from dataclasses import replace

from sayso.attribution import find_attributions
from sayso.model import Block, Figure, Interval, Page, Reading, Span
from sayso.parser import parse_spans
from sayso.sentences import find_sentences
from sayso.vocabulary import BlockKind, PageKind, Role


def marked(text):
    """The text without its ⟦marks⟧, and the spans they enclosed."""
    spans, out = [], ""
    for piece in re.split("([⟦⟧])", text):
        if piece == "⟦":
            spans.append(len(out))
        elif piece == "⟧":
            spans.append(Span(spans.pop(), len(out)))
        else:
            out += piece
    return out, tuple(spans)


def read_article(text, dates=()):
    """A reading with attributions; every run of digits is a figure."""
    page = Page("id", "invented", PageKind.ARTICLE, text, language="en")
    reading = Reading(page, (Block(Span(0, len(text)), BlockKind.BODY, "test"),), dates=dates)
    reading = replace(reading, sentences=find_sentences(reading))
    parses = parse_spans(text, [sentence.span for sentence in reading.sentences])
    reading = replace(reading, grammar=dict(enumerate(parses)))
    figures = tuple(
        Figure(Span(*match.span()), number, Role.COUNT, Interval(None, None), None, None)
        for number, sentence in enumerate(reading.sentences)
        for match in re.finditer(r"\d+(?:,\d+)*", text)
        if sentence.span.start <= match.start() < sentence.span.end
    )
    reading = replace(reading, figures=figures)
    sourcing = find_attributions(reading)
    return replace(reading, attributions=sourcing.attributions, owners=sourcing.owners)
