"""What is foretold, and what only looks like it. All people and places are invented."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sayso.attribution import find_attributions
from sayso.intake import read_pages
from sayso.model import Block, Figure, Interval, Page, Period, Reading, Span
from sayso.parser import parse_spans
from sayso.predictions import find_predictions
from sayso.read import read as read_page
from sayso.sentences import find_sentences
from sayso.vocabulary import BlockKind, PageKind, Role

PUBLISHED = date(2031, 1, 4)
SPRING = (date(2031, 3, 1), date(2031, 5, 31))
PAST = (date(2029, 1, 1), date(2029, 12, 31))


def read(text, when=None, days=SPRING, figure=None):
    page = Page("id", "invented", PageKind.ARTICLE, text, published=PUBLISHED)
    reading = Reading(page, (Block(Span(0, len(text)), BlockKind.BODY, "test"),))
    reading = replace(reading, sentences=find_sentences(reading))
    parses = parse_spans(text, [sentence.span for sentence in reading.sentences])
    reading = replace(reading, grammar=dict(enumerate(parses)))
    if when:
        span = Span(text.index(when), text.index(when) + len(when))
        reading = replace(reading, dates=(Period(span, *days),))
    if figure:
        at = Span(text.index(figure), text.index(figure) + len(figure))
        one = Interval(Fraction(1), Fraction(1))
        reading = replace(reading, figures=(Figure(at, 0, Role.COUNT, one, Fraction(1), Fraction(1)),))
    sourcing = find_attributions(reading)
    reading = replace(reading, attributions=sourcing.attributions, owners=sourcing.owners)
    return reading, find_predictions(reading)


@pytest.mark.parametrize(
    ("text", "when", "figure", "foretold"),
    [
        (
            "According to the surveyor, in the spring of 2031 the pier may fall down.",
            "the spring of 2031",
            None,
            "in the spring of 2031 the pier may fall down",
        ),
        ("The bridge will cost 5,000 crowns.", None, "5,000", "The bridge will cost 5,000 crowns"),
        (
            "The ferry line is expected to cut 140 jobs.",
            None,
            "140",
            "The ferry line is expected to cut 140 jobs",
        ),
        ("The dam will be finished next year.", None, None, "The dam will be finished next year"),
        ("Ekdal predicts 600 goats by May 2031.", "May 2031", "600", "600 goats by May 2031"),
    ],
)
def test_foretold(text, when, figure, foretold):
    reading, found = read(text, when, figure=figure)
    assert [one.span.of(reading.page.text) for one in found] == [foretold]
    assert (found[0].due is not None) == (when is not None)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("A plan to save 25 crowns this year will be put to the board on 14 May.", "on 14 May"),
        ("The cuts will cost 300 crowns this year and 600 crowns in 2033.", "this year"),
        ("In May the ferry will carry 900 goats.", "In May"),
        ("VESSBY, 14 May - Growers will bring in 300 tonnes.", None),
        ("VESSBY, 14 May (Weir News) — Growers will bring in 300 tonnes in June.", "in June"),
    ],
)
def test_the_day_on_which_it_is_due(text, due):
    page = Page("id", "invented", PageKind.ARTICLE, text, published=PUBLISHED)
    (found,) = read_page(page, parse_spans).predictions
    assert (found.due and found.due.span.of(text)) == due


@pytest.mark.parametrize(
    ("text", "when", "figure"),
    [
        ("The dam was expected to hold 3 million litres.", None, "3 million"),
        ("The council planned to build a bridge.", None, None),
        ("You will love the 12 dishes.", None, "12"),
        ("Will the dam hold 3 million litres?", None, "3 million"),
        ("The herring may be small.", None, None),
        ("The mayor may have sold 80 goats.", None, "80"),
        ("The 16-year-old goat will be missed.", None, "16-year-old"),
        ("The goat is expected to recover.", None, None),
        ("A hearing on the 80 goats will take place in the spring.", "the spring", "80"),
        ("The matter will be discussed in the spring.", "the spring", None),
        ("Herders will walk out for 4 days in the spring.", "the spring", "4"),
    ],
)
def test_not_foretold(text, when, figure):
    assert read(text, when, figure=figure)[1] == ()


def test_what_was_due_before_publication_is_not_due():
    found = read("The bridge will cost 5,000 crowns in 2029.", "2029", PAST, "5,000")[1]
    assert [one.due for one in found] == [None]


def test_a_prediction_stands_on_its_attribution():
    text = "According to the surveyor, in the spring of 2031 the pier may fall down."
    reading, found = read(text, "the spring of 2031")
    assert reading.attributions[found[0].attribution].chain[0].name == "surveyor"
    assert read("The bridge will cost 5,000 crowns.", None, figure="5,000")[1][0].attribution is None


@pytest.mark.parametrize(
    ("published", "text", "when", "last"),
    [
        (PUBLISHED, "Fares will rise by 7 percent within 18 months.", "within 18 months", date(2032, 7, 4)),
        (PUBLISHED, "The quay will have 40 berths in two years.", "in two years", date(2033, 1, 3)),
        (PUBLISHED, "The quay will have 40 berths for two years.", None, None),
        (None, "Fares will rise by 7 percent within 18 months.", "within 18 months", None),
        (None, "Fares will rise by 7 percent by December.", "by December", None),
        (None, "Fares will rise by 7 percent.", None, None),
    ],
)
def test_due_within_a_term(published, text, when, last):
    page = replace(read_pages(text.encode(), "case", PageKind.ARTICLE, None)[0], published=published)
    (one,) = read_page(page, parse_spans).predictions
    assert (one.due and one.due.span.of(text)) == when
    assert (one.due and one.due.last) == last


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The quay reopened in 2029. Ana Holm said the quay would have 40 berths in 2012.", None),
        ("The quay reopened in 2029. Ana Holm said the quay will have 40 berths in 2031.", "in 2031"),
        ("Ana Holm said the quay will have lost 40 berths since 2031.", None),
    ],
)
def test_due_without_a_day_of_publication(text, due):
    page = read_pages(text.encode(), "case", PageKind.ARTICLE, None)[0]
    found = read_page(page, parse_spans).predictions
    assert [one.due.span.of(text) for one in found if one.due] == ([due] if due else [])
