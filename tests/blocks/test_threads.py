"""Reader comments of plain-text dumps: the shapes that platforms leave in a text."""

import tomllib
from pathlib import Path

import pytest
from page_of import FIRST, SECOND, THIRD, comments, lay_out

from sayso.blocks.lines import find_lines
from sayso.blocks.names import find_named
from sayso.blocks.stamps import find_stamp
from sayso.vocabulary import PageKind

ARTICLE = f"Home\nNews\nMill closes\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n"
ADA, BO = "It was 40, not 60, as far as I know.", "Agreed."
CASES = tomllib.loads((Path(__file__).parent / "threads.toml").read_text(encoding="utf-8"))
SHAPES = {case["name"]: case for case in CASES["shape"]}


def spelled(text):
    """A text with the words of the two comments in place of their names."""
    return text.strip().replace("ADA", ADA).replace("BO", BO)


@pytest.mark.parametrize("name", SHAPES)
def test_shape(name):
    case = SHAPES[name]
    page, layout = lay_out(ARTICLE + spelled(case["text"]), PageKind.DUMP)
    expected = [(author, spelled(words)) for author, words in case["comments"]]
    assert [(one.author, one.text) for one in layout.comments] == expected
    assert all(one.text.split("\n")[0] in one.span.of(page.text) for one in layout.comments)
    assert [b.span.of(page.text) for b in layout.blocks if b.kind == "body"] == [FIRST, SECOND, THIRD]
    assert layout.declared == (case["stated"] if case["stated"] >= 0 else None)


def test_what_else_a_comment_has():
    named = spelled(SHAPES["bare names, badges, an edit mark"]["text"])
    assert [one.edited for one in lay_out(ARTICLE + named, PageKind.DUMP)[1].comments] == [False, True, False]
    timed = spelled(SHAPES["name and verb, time below"]["text"])
    assert lay_out(ARTICLE + timed, PageKind.DUMP)[1].comments[0].posted == "May 6, 2024 at 7:08 am"


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["name"])
def test_no_comment(case):
    assert comments(ARTICLE + case["text"], PageKind.DUMP) == []


STAMPS = [
    ("Ada Marl on May 6, 2024 at 7:08 am said:", "May 6, 2024 at 7:08 am"),
    ("6. Mai 2024 um 07:08 Uhr", "6. Mai 2024 um 07:08 Uhr"),
    ("Ada MarlMonday, May 6, 2024 4:14:00 PM", "Monday, May 6, 2024 4:14:00 PM"),
    ("Ada - Le 06/05/2024 à 12:01:03", "06/05/2024 à 12:01:03"),
    ("3 weeks ago", "3 weeks ago"),
    ("vor 2 Stunden", "vor 2 Stunden"),
    ("2024-05-06T07:08", "2024-05-06T07:08"),
    ("The mill closed on Monday.", None),
    ("Room 12 of 40", None),
]


@pytest.mark.parametrize(("text", "stamp"), STAMPS)
def test_stamp(text, stamp):
    found = find_stamp(text)
    assert (text[slice(*found)] if found else None) == stamp


VOTES = [
    (
        "Ada\n2 days ago\nSo it was.\nRating: 36 Votes\nBo\n3 days ago\nNo, not at all.\nRating: 2 Votes",
        [36, 2],
    ),
    ("Ada\n2 days ago\nSo it was.\n-2\nReply\nBo\n3 days ago\nNo, not at all.\n0\nReply", [-2, 0]),
    (
        "Ada\n2 days ago\nSo it was.\n7\nIt was 7.\nReply\nBo\n3 days ago\nNo, not at all.\nReply",
        [None, None],
    ),
]


@pytest.mark.parametrize(("text", "votes"), VOTES)
def test_votes(text, votes):
    found = lay_out(f"{ARTICLE}2 Comments\n{text}", PageKind.DUMP)[1].comments
    assert [one.votes for one in found] == votes


def test_names_are_as_many_as_stated():
    lines = find_lines("Ada\n\nSo it is\n\nBo\n\nNot at all, I should say\n\nno\n\nAda\n\nWell\n\n")
    assert [lines[n].text for n in find_named(lines, 3)] == ["Ada", "Bo", "Ada"]
    assert find_named(lines, 9) == []
