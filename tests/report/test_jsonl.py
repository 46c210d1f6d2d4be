"""The JSON contract, on a reading made by hand."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from sayso.report.jsonl import number, to_json, to_object

# Design, section 4: these names are fixed; more may be added.
CONTRACT = {
    "page": {
        "id",
        "source",
        "kind",
        "url",
        "outlet",
        "title",
        "byline",
        "published",
        "fetched",
        "language",
    },
    "blocks": {"kind", "start", "end"},
    "comments": {"author", "text", "start", "end", "posted", "edited", "votes", "parent"},
    "figures": {
        "id",
        "start",
        "end",
        "text",
        "low",
        "high",
        "value",
        "hedge",
        "role",
        "unit",
        "per",
        "thing",
        "when",
        "place",
        "attribution",
    },
    "dates": {"start", "end", "text", "first", "last"},
    "labels": {"start", "end", "text", "class"},
    "attributions": {"id", "cue", "content", "chain", "mode", "certainty"},
    "checks": {
        "id",
        "kind",
        "start",
        "end",
        "stated",
        "operands",
        "formula",
        "low",
        "high",
        "verdict",
        "working",
        "reason",
        "whose",
    },
    "conflicts": {"id", "left", "right", "same", "verdict"},
    "findings": {"code", "start", "end", "line", "column", "severity", "message"},
}


@pytest.mark.parametrize("part", CONTRACT)
def test_every_field_of_the_contract_is_there(reading, part):
    found = to_object(reading)[part]
    for row in [found] if part == "page" else found:
        assert CONTRACT[part] <= set(row)


def test_spans_cut_the_text_they_name(reading):
    made = json.loads(to_json(reading))
    for part in ("figures", "labels", "dates"):
        assert made[part]
        for row in made[part]:
            assert made["text"][row["start"] : row["end"]] == row["text"]


def test_findings_are_placed_by_line_and_column(reading):
    places = {row["code"]: (row["line"], row["column"]) for row in to_object(reading)["findings"]}
    assert places == {"CON302": (2, 14), "SUM101": (3, 31), "PAG601": (1, 1)}


def test_an_operand_is_a_figure_a_given_value_or_named_as_missing(reading):
    assert to_object(reading)["checks"][1]["operands"] == [
        4,
        {"given": "publication year", "value": 2025},
        {"missing": "May's figure"},
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (Fraction(7), 7),
        (Fraction(-1, 4), -0.25),
        (Fraction(10) ** 400, None),
        (Fraction(10**400 + 1, 3), None),
    ],
)
def test_numbers_are_numbers_that_every_reader_can_hold(value, written):
    assert number(value) == written
    assert type(number(value)) is type(written)


@pytest.mark.parametrize("hostile", ["\u2028", "\x85", "\x9b31m", "\u202e", "\ud800", "\x1b[2J", '"\n'])
def test_a_page_is_one_line_and_steers_no_terminal(reading, hostile):
    page = replace(reading.page, text=f"{hostile}{reading.page.text}", title=hostile)
    line = to_json(replace(reading, page=page))
    assert len(line.splitlines()) == 1
    assert line.isprintable() or not (set(hostile) & set(line) - {'"'})
    assert json.loads(line)["page"]["title"] == hostile
