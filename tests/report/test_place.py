"""Lines and columns."""

import pytest

from sayso.model import Span
from sayso.report.place import line_starts, locate, surroundings


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
    assert surroundings(reading, Span(3, 5)).of(text) == "Support the Tideline"
    assert surroundings(reading, reading.figures[1].span) == reading.sentences[1].span
