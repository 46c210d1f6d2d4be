"""What the parser's model is shown of glued amounts: (sentence, words shown)."""

from itertools import pairwise

import pytest
import spacy

from sayso.model import Span
from sayso.parser import parse_spans
from sayso.respell import respell

CASES = [
    ("It lost RM3.4mil in May", "It lost $ 3.4 million in May"),
    ("worth $US34 billion ($A51 billion)", "worth $ 34 billion ( $ 51 billion )"),
    ("up 6pc on the year", "up 6 % on the year"),
    ("paid £41bn for it", "paid $ 41 billion for it"),
    ("about 40k people", "about 40,000 people"),
    ("fell to $-3.1bn", "fell to $ -3.1 billion"),
    ("US $29 billion", "$ 29 billion"),
]
# Nothing to respell: plain money, metres, the name of a console, words that only begin like an amount.
LEFT = ["It cost $34 million", "a wall 30m long", "the PS5 console", "a $30bn-a-year trade", "12 men", ""]


TOKENIZER = spacy.blank("en").tokenizer


def cut(text):
    return [Span(token.idx, token.idx + len(token)) for token in TOKENIZER(text)]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_glued_amounts_are_spelt_out(text, shown):
    pieces = respell(text, cut(text))
    assert " ".join(piece.word for piece in pieces) == shown
    spans = [piece.span for piece in pieces]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("text", LEFT)
def test_the_rest_is_left_as_it_stands(text):
    assert respell(text, cut(text)) is None


def test_tokens_keep_the_text_of_the_page():
    text = "On Monday the flat went for RM3.4mil in Nordvik."
    (parse,) = parse_spans(text, [Span(10, len(text))])
    assert [token.span.of(text) for token in parse] == [token.text for token in parse]
    assert {"RM", "3.4", "mil"} <= {token.text for token in parse}
