"""One sentence or article to what the figures room makes of it."""

from datetime import date
from functools import cache

import pytest

from sayso.figures import find_figures, may_hold_figure
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.parser import parse_spans
from sayso.vocabulary import BlockKind, PageKind


@cache
def tally_of(text, published=None, parsed=True):
    """Text in one block, one sentence a line."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    wanted = [n for n, span in enumerate(spans) if parsed and may_hold_figure(span.of(text))]
    grammar = dict(zip(wanted, parse_spans(text, [spans[n] for n in wanted]), strict=True))
    page = Page("case", "case", PageKind.ARTICLE, text, published=published and date.fromisoformat(published))
    block = Block(Span(0, len(text)), BlockKind.BODY, "case")
    sentences = tuple(Sentence(span, 0) for span in spans)
    return find_figures(Reading(page, (block,), sentences=sentences, grammar=grammar))


@pytest.fixture
def tally():
    return tally_of
