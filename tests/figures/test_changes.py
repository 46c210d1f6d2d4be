"""Figures of a change: what is a percentage, a level, a rate, an age and a score, and what is none."""

import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

# text, the figure, role, unit, per
CASES = [
    ("The Harrowby index fell 10% to 450 from 500.", "450", "count", None, None),
    ("Turnout rose from 48% to 52 in Harrowby.", "52", "percent", "%", None),
    ("Jobs at the quarry fell by 30 to 470 from 500 in March.", "30", "count", None, None),
    ("Jobs at the quarry fell by 30 to 470 from 500 in March.", "470", "count", None, None),
    ("Sales at the quarry were 300 a year ago.", "300", "count", None, None),
    ("Sales at the quarry were 300 a year earlier.", "300", "count", None, None),
    ("Labour (30) and the Harbour List (12) lost seats.", "30", "count", None, None),
    ("The quarry sells 210 slabs daily in Harrowby.", "210", "count", None, "day"),
    ("Ana Brandt turned 51 in May.", "51", "age", "year", None),
    ("Ana Brandt turned 51 barns into flats.", "51", "count", None, None),
    ("Her sons, 4 and 7, were not hurt.", "7", "age", "year", None),
    ("Ana Brandt (51) was not hurt.", "51", "age", "year", None),
]


@pytest.mark.parametrize(("text", "words", "role", "unit", "per"), CASES)
def test_role(text, words, role, unit, per):
    page = read_pages(text.encode(), "case", PageKind.ARTICLE, None)[0]
    figure = next(one for one in read(page, parse_spans).figures if one.span.of(text) == words)
    assert (figure.role, figure.unit, figure.per) == (role, unit, per)
