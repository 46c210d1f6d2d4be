"""What a figure counts where its own sentence names nothing: taken over, and never a date."""

from datetime import date

import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

BEFORE = "In May, 1,203 bicycles were stolen in Harrowby. "

# text, the figure, its thing, what is carried, the words of its time
CASES = [
    (BEFORE + "This is twice as many as in April (601).", "601", None, "bicycles", "in April"),
    (BEFORE + "This is twice as many as in April (601).", "twice as many", None, "bicycles", "In May"),
    (BEFORE + "That was 4.6 times as many as in January (260).", "260", None, "bicycles", "in January"),
    (BEFORE + "In June there were 1,340.", "1,340", None, "bicycles", "In June"),
    (BEFORE + "The council spent $300 on locks.", "$300", None, None, None),
    ("1,203 bicycles were stolen.\nLater the mayor named 14.", "14", None, None, None),
]


@pytest.mark.parametrize(("text", "words", "thing", "carried", "when"), CASES)
def test_carried(text, words, thing, carried, when):
    page = read_pages(text.encode(), "case", PageKind.ARTICLE, date(2031, 7, 2))[0]
    figure = next(one for one in read(page, parse_spans).figures if one.span.of(text) == words)
    found = [
        span and span.of(text) for span in (figure.thing, figure.carried, figure.when and figure.when.span)
    ]
    assert found == [thing, carried, when]
