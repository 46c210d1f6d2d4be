"""How far what is said goes: cases in extents.toml. All people and places are invented."""

import re
import tomllib
from pathlib import Path

import pytest
from whole_flow import read_text

CASES = tomllib.loads(Path(__file__).with_name("extents.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_extent(case):
    reading = read_text(case["text"])
    got = {}
    for figure, owner in zip(reading.figures, reading.owners, strict=True):
        written = figure.span.of(case["text"])
        digits = re.search(r"\d[\d,.]*", written)
        key = digits[0] if digits is not None else written
        chain = reading.attributions[owner].chain if owner is not None else None
        got[key] = "-" if chain is None else chain[0].name if chain else ""
    assert got == case["owners"]
