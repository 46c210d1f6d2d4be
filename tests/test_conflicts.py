"""Conflicts on one page: pairs that cannot both stand, and pairs that only look so."""

# ruff: noqa: E501 — a case reads best on one line.
import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

FIRE = "A fire swept through the Calder mill in Brackwater on Monday.\n\n"
CONFLICTS = [
    (FIRE + "About 40 workers were killed.\n\nBy evening 75 workers were dead, the fire brigade of Brackwater said.", [("About 40", "75")], "tuned on"),
    (FIRE + "Forty workers were injured.\n\nIn the Calder mill 55 workers were hurt.", [("Forty", "55")], "held out"),
    ("The Oldmoor Brigade was raised in May. About a thousand men deserted.\n\nIt turned out that the Oldmoor Brigade had been abandoned by 1,700 men.", [("About a thousand", "1,700")], "tuned on"),
]  # fmt: skip
NONE = [
    # The intervals meet.
    FIRE + "About 40 workers were killed.\n\nBy evening 42 workers were dead, the fire brigade of Brackwater said.",
    FIRE + "At least 40 workers were killed.\n\nBy evening 75 workers were dead, the fire brigade of Brackwater said.",
    # Another event, another time, a part, an addition.
    FIRE + "About 40 workers were killed.\n\nAnother 75 workers were killed in Marlow.",
    FIRE + "About 40 workers were killed.\n\nIn the Marlow fire of 1911, 75 workers were killed.",
    FIRE + "About 40 workers were killed.\n\nOf them, 12 workers were killed on the stairs.",
    FIRE + "About 40 workers were killed.\n\nThe mill had employed 310 workers.",
    # A person that is told of, and some of the people.
    FIRE + "Nine people were injured.\n\nOne woman was in hospital in Brackwater.",
    FIRE + "Nine people were injured.\n\nIn Brackwater two women were hurt on the stairs.",
    # Killed and hurt are two events.
    FIRE + "Forty workers were killed.\n\nIn the Calder mill 55 people were hurt.",
    # "Dozens" can be anything from 24 to 99.
    FIRE + "Dozens of workers were killed.\n\nBy evening 175 workers were dead, the fire brigade of Brackwater said.",
    # Both in one sentence: the text itself sets them against each other.
    FIRE + "The owners said 12 workers were killed, the union said 40 workers were killed.",
]  # fmt: skip


def conflicts(text):
    reading = read(next(iter(read_pages(text.encode(), "case", PageKind.ARTICLE, None))), parse_spans)
    figures = [figure.span.of(text) for figure in reading.figures]
    return [(figures[one.left], figures[one.right]) for one in reading.conflicts]


@pytest.mark.parametrize(("text", "expected", "origin"), CONFLICTS)
def test_figures_that_cannot_both_stand(text, expected, origin):
    assert conflicts(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_figures_that_only_look_so(text):
    assert conflicts(text) == []
