"""Any text is read: nothing crashes, spans lie in their sentences, nothing blows up."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.figures import find_figures, may_hold_figure
from sayso.figures.calendar import DAY
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.vocabulary import BlockKind, PageKind

WORDS = """
12 1,700 4106 2016 99 0 31 3.5 1/2 12/25 2019-11-07 ½ $ € £ % per cent percent percentage points US$
Rs bn m k one two twenty hundred thousand million billion dozen half third quarters twice twofold
several dozens few of and to from between or - – ( ) , . : / ' " + more than at least up about
nearly some over May March December Monday last next this year month week days ago since until by
before after the a an in on spring first second 3rd 155th articles No. room miles km hours ft in
years old aged times as many every of the 1990 s q3 end early so far this Easter Thanksgiving Harrow
mills geese Kč x ×10 −8 9999 0000 2015 - 32 minus € 1e9 ²
"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map(" ".join) | st.text(max_size=60)


def reading_of(text, published):
    page = Page("case", "case", PageKind.ARTICLE, text, published=published)
    span = Span(0, len(text))
    return Reading(page, (Block(span, BlockKind.BODY, "case"),), sentences=(Sentence(span, 0),))


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_text_is_read(text, published):
    tally = find_figures(reading_of(text, published))
    for item in (*tally.figures, *tally.labels, *tally.dates):
        assert 0 <= item.span.start < item.span.end <= len(text)
    for figure in tally.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    for when in tally.dates:
        assert when.first is None or when.last is None or when.first <= when.last + DAY
    assert may_hold_figure(text) or not tally.figures
    ordered = [figure.span for figure in tally.figures]
    assert all(one.end <= other.start for one, other in pairwise(ordered))


# A numeral beyond 40 digits or 10 to the 30th, and what is still read beside it.
OUTSIZE = [
    ("The town lost " + "7" * 41 + " geese.", []),
    ("The town lost 1e50 geese and 3 ducks.", ["3"]),
    ("The town lost 1.5e400 geese.", []),
    ("The town lost 5×10^90 geese.", []),
    ("The town lost 5×10⁹⁰ geese.", []),
    ("The town lost 9 " + "million " * 8 + "geese.", []),
]


@pytest.mark.parametrize(("text", "figures"), OUTSIZE)
def test_an_outsize_numeral_is_a_notice_and_no_figure(text, figures):
    tally = find_figures(reading_of(text, None))
    assert [figure.span.of(text) for figure in tally.figures] == figures
    assert [notice.code for notice in tally.notices] == ["numeral"]


def test_ordinary_numerals_give_no_notice():
    text = "The town lost " + "7" * 30 + " geese and 5×10^9 ducks."
    assert find_figures(reading_of(text, None)).notices == ()


REPEATED = (
    "$", "1,", "one ", "from ", "12/", "May ", "- ", "half a ", "9 ", "last ", "1-", "a hundred and ",
    '5" ', "12 to ",
    "one hundred ", "two and a half years ", "Harrow 12, ", "0800 ", "a quarter-point ", "vast majority of ",
    "12:1 ", "half past ", "the year before ", "30 x ", "6 ft ", "1- billion ", "12 May and ",
    "more than ", "three days after ", "(1) ", "in May 3 ", "1 in ", "two- ", "www.a1 ", "articles 1 and ",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_hostile_sentence_costs_no_more_than_its_length(piece):
    def cost(times):
        began = process_time()
        find_figures(reading_of(piece * times, date(2031, 7, 2)))
        return process_time() - began

    cost(50)
    # Sixteen times the text: a quadratic step would cost 256 times as much.
    assert cost(3200) < 100 * max(cost(200), 0.002)
