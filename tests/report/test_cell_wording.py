"""How reports speak of a figure in a table: what it counts and whose row it is."""

from dataclasses import replace

import pytest

from sayso.model import Figure, Interval, Span
from sayso.report.wording import thing_in_words
from sayso.vocabulary import Role

TEXT = "Town\tDeaths\nVessby\t41"
CELL = Figure(Span(19, 21), 0, Role.COUNT, Interval(None, None), None, None)
DEATHS, VESSBY = Span(5, 11), Span(12, 18)


@pytest.mark.parametrize(
    ("thing", "row", "words"),
    [
        (DEATHS, VESSBY, "Deaths – Vessby"),
        (VESSBY, VESSBY, "Vessby"),
        (DEATHS, None, "Deaths"),
        (None, None, ""),
    ],
)
def test_a_cell_is_named_by_its_head_and_its_row(thing, row, words):
    assert thing_in_words(replace(CELL, thing=thing, row=row), TEXT) == words
