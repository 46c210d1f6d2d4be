"""Short articles with distractors, a sum in each, right and wrong: see articles.md beside this file."""

import re
from pathlib import Path

import pytest

from sayso.intake import read_pages
from sayso.model import Given, Missing, Span
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind, Verdict

CASES = Path(__file__).with_name("articles.md")
_CASE = re.compile(r"^- \((?:tuned on|held out|bug)\) (.*)$")
_SLOT = re.compile(r"⟦([^⟧]*)\|([^⟧]*)⟧")
_MARKS = str.maketrans("", "", "«»⟦⟧")


def section(title: str) -> list[str]:
    part = CASES.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in part.split("\n") if line.startswith("- ")]
    found = [case[1] for line in lines if (case := _CASE.match(line))]
    assert len(found) == len(lines) > 0, f"a case without an origin under {title!r}"
    return found


def version(case: str, number: int) -> str:
    return _SLOT.sub(lambda slot: f"⟦{slot[number]}⟧", case)


def marked(text: str) -> tuple[str, list[Span], list[Span]]:
    """The text without its marks, where the operands stand, and where the other marked words do."""
    places: dict[str, list[Span]] = {"»": [], "⟧": []}
    plain, opened = "", 0
    for letter in text:
        if letter in "«⟦":
            opened = len(plain)
        elif letter in places:
            places[letter].append(Span(opened, len(plain)))
        else:
            plain += letter
    return plain, places["»"], places["⟧"]


def judge(text: str):
    """The checks of a text with the places of all their figures, and whether an operand is missing."""
    reading = read(next(iter(read_pages(text.encode(), "case", PageKind.ARTICLE, None))), parse_spans)
    found = []
    for check in reading.checks:
        operands = [*check.operands] if check.stated is None else [check.stated, *check.operands]
        places = [
            operand.span if isinstance(operand, Given) else reading.figures[operand].span
            for operand in operands
            if not isinstance(operand, Missing)
        ]
        found.append((check, [place for place in places if place]))
    return found


def is_of(places: list[Span], operands: list[Span], result: list[Span]) -> bool:
    """Whether a check is of just the marked figures; where words state the result, of the operands."""
    return all(any(place.overlaps(mark) for mark in operands + result) for place in places) and all(
        any(place.overlaps(mark) for place in places) for mark in operands
    )


def wrong(found):
    return [(check.working, places) for check, places in found if check.verdict is Verdict.DOES_NOT]


SURE, OPEN = section("Called wrong with the second version"), section("Found, but never called wrong")


@pytest.mark.parametrize("case", SURE + OPEN)
def test_a_right_sum_adds_up(case):
    text, operands, result = marked(version(case, 1))
    found = judge(text)
    assert any(
        check.verdict is Verdict.ADDS_UP and is_of(places, operands, result) for check, places in found
    ), found
    assert wrong(found) == []


@pytest.mark.parametrize("case", SURE)
def test_a_wrong_sum_is_called_wrong(case):
    text, operands, result = marked(version(case, 2))
    found = wrong(judge(text))
    assert found
    assert all(is_of(places, operands, result) for _, places in found)


@pytest.mark.parametrize("case", OPEN)
def test_a_sum_that_may_go_on_is_never_called_wrong(case):
    text, _, _ = marked(version(case, 2))
    assert wrong(judge(text)) == []


@pytest.mark.parametrize("case", section("What is missing"))
def test_what_is_missing_is_named(case):
    told, missing = case.split(" → ")
    text, _, result = marked(told)
    found = judge(text)
    assert [
        one.what
        for check, places in found
        if check.verdict is Verdict.CANNOT and check.stated is not None and places[0].overlaps(result[0])
        for one in check.operands
        if isinstance(one, Missing)
    ] == [missing]
    assert wrong(found) == []


@pytest.mark.parametrize("case", section("No sum is wrong"))
def test_no_sum_is_called_wrong(case):
    assert wrong(judge(case.translate(_MARKS))) == []
