"""Lines and columns."""

import pytest

from sayso.model import Span
from sayso.report.place import finder, line_starts, locate, surroundings


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("\n\nx", 2, (3, 1)),
        ("🌊🌊 9", 3, (1, 4)),
        ("a\u2028b", 2, (1, 3)),
    ],
)
def test_an_offset_stands_where_an_editor_shows_it(text, offset, place):
    assert locate(line_starts(text), offset) == place


def test_what_no_sentence_holds_is_shown_in_its_line(reading):
    text = reading.page.text
    around = surroundings(reading)
    assert around(Span(3, 5)).of(text) == "Support the Tideline"
    assert around(reading.figures[1].span) == reading.sentences[1].span


@pytest.mark.parametrize(
    ("offset", "index"), [(0, None), (2, 0), (3, 0), (4, None), (5, 1), (9, 2), (12, None)]
)
def test_a_span_is_found_by_an_offset_in_it(offset, index):
    assert finder([Span(2, 4), Span(5, 9), Span(9, 12)])(offset) == index
