"""Which words hand a figure over: the table of cues, one short case a construction."""

import tomllib
from pathlib import Path

import pytest
from whole_flow import read_text

TABLES = ("cues.toml", "cues_classes.toml")
CASES = [
    case
    for name in TABLES
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
]


def shown(reading, owner):
    """A figure's owner as the table writes it, with its certainty where that is other than stated."""
    if owner is None:
        return "-"
    found = reading.attributions[owner]
    name = found.chain[0].name if found.chain else "?"
    return name if found.certainty.value == "stated" else f"{name}, {found.certainty.value}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_cue(case):
    reading = read_text(case["text"])
    owners = {
        figure.span.of(case["text"]): shown(reading, owner)
        for figure, owner in zip(reading.figures, reading.owners, strict=True)
    }
    assert {figure: owners.get(figure) for figure in case["owners"]} == case["owners"]


@pytest.mark.parametrize(
    "text",
    [
        "What the 400 men of the mill said",
        "The mayor says 40",
        "Holm, 54, said",
        "According to",
        "said that 12 , ;",
        "“We lost 300” Ekdal told",
        "then 3 himself in the barn, police say",
        "VESSBY — Police said",
    ],
)
def test_a_sentence_that_breaks_off_is_read(text):
    assert read_text(text).page.text == text
