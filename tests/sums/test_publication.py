"""Years told back from the day of publication: "three years ago, in 2020"."""

from datetime import date

import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

UP, NOT = "adds_up", "does_not"
TUNED, HELD = "tuned on", "held out"
CASES = [
    ("The mill in Fennick closed three years ago, in 2020.", UP, TUNED),
    ("The mill in Fennick closed six years ago, in 2020.", NOT, TUNED),
    ("The pier was built in 1903, 120 years ago.", UP, TUNED),
    ("The pier was built in 1903, 140 years ago.", NOT, HELD),
    ("The firm, founded 12 years ago in 2011, has 40 staff.", UP, HELD),
    ("In 2004, two decades ago, the bridge was opened.", UP, HELD),
    ("Ten years ago (2013) the bridge was opened.", UP, HELD),
    ("Ten years ago, in March 2003, the bridge fell.", NOT, HELD),
    ("The old mark had stood for 47 years, since 1976.", UP, HELD),
    ("The old mark had stood for 57 years, since 1976.", NOT, TUNED),
    ("The town has waited 11 years, since the line was promised in 2012.", UP, TUNED),
    ("The house that she bought in 1967 was her home for 56 years.", UP, HELD),
    ("In 2019 there were 5,704, so it has tripled in four years.", UP, TUNED),
    ("The boat, built in 1988 and so 35 years old, was sold.", UP, HELD),
    ("The weir in Fennick was last checked 19 months ago, in October 2021.", UP, TUNED),
    ("The weir in Fennick was last checked 34 months ago, in October 2021.", NOT, TUNED),
    ("The weir in Fennick was last checked 19 months ago, in 2021.", None, TUNED),
    ("He was jailed in October 2021, 15 months after he was held.", None, TUNED),
    # Where the words do not surely say so, a length of time that does not fit is none of that date.
    ("The house that she bought in 1967 was her home for 12 years.", None, TUNED),
    ("He was jailed for 12 years in 2011.", None, HELD),
    ("The lease, signed in 2013, runs for 10 years.", None, HELD),
    ("In 1999 the bridge, then 24 years old, was closed.", None, TUNED),
    ("For 33 years, since the spring of the war, nobody came.", None, HELD),
    # What is quoted may have been said long ago; beside two dates it is open which one is meant.
    ("“Six years ago, in 2011, the bridge fell,” he wrote.", None, TUNED),
    ("The ship sank in March 2013, and five years ago, in 2010, the inquest opened.", None, HELD),
    ("The school burned down in 2020 and again two years ago.", None, TUNED),
    ("Three years ago, in the May of the great flood, the mill closed.", None, HELD),
]


@pytest.mark.parametrize(("text", "verdict", "origin"), CASES)
def test_ago_is_counted_from_publication(text, verdict, origin):
    assert origin in (TUNED, HELD)
    page = next(iter(read_pages(text.encode(), "case", PageKind.ARTICLE, date(2023, 5, 2))))
    assert [check.verdict for check in read(page, parse_spans).checks] == [verdict] * bool(verdict)


def test_without_a_day_of_publication_nothing_is_said():
    page = next(iter(read_pages(CASES[1][0].encode(), "case", PageKind.ARTICLE, None)))
    assert read(page, parse_spans).checks == ()
