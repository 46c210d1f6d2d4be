"""What a reader must get from our own example page, in both of its forms."""

from datetime import date
from pathlib import Path

import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import Agreement, BlockKind, Severity, Verdict

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module", params=["saltmere.txt", "saltmere.html"])
def reading(request):
    path = EXAMPLES / request.param
    (page,) = read_pages(path.read_bytes(), str(path), published=date(2025, 11, 18))
    return read(page, parse_spans)


def words(reading, span):
    return " ".join(span.of(reading.page.text).split())


# The stated result, the figures it comes from, what a reader must be told.
SUMS = [
    ("twice as many", {"1,284", "642"}, Verdict.ADDS_UP),
    ("a quarter", {"5,350", "21,400"}, Verdict.ADDS_UP),
    ("£800,000", {"£3.2 million", "£4 million"}, Verdict.ADDS_UP),
    ("Ten thousand metres", {"9,870 metres"}, Verdict.ADDS_UP),
    ("25%", {"1,160", "1,392"}, Verdict.DOES_NOT),
    ("465", {"210", "165", "80"}, Verdict.DOES_NOT),
]


@pytest.mark.parametrize(("stated", "operands", "verdict"), SUMS, ids=[row[0] for row in SUMS])
def test_each_stated_sum_is_done_again(reading, stated, operands, verdict):
    found = [
        check
        for check in reading.checks
        if check.stated is not None
        and {
            words(reading, reading.figures[n].span)
            for n in (check.stated, *check.operands)
            if isinstance(n, int)
        }
        == {stated, *operands}
    ]
    assert [check.verdict for check in found] == [verdict]
    assert found[0].working


def test_exactly_the_two_sums_that_are_wrong_in_print_are_errors(reading):
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    assert len(errors) == 2
    assert all(finding.code.startswith("SUM") for finding in errors)
    wrong = [check for check in reading.checks if check.verdict is Verdict.DOES_NOT]
    assert len(wrong) == 2


# A figure's text, and the names of its chain, nearest first.
SOURCES = [
    ("5,350", ("water board",)),
    ("21,400", ("incident report",)),
    ("ten years", ("Ilva Brandreth",)),
    ("1,392", ("Ilva Brandreth",)),
    ("465", ("county audit",)),
    ("£800,000", ("Oskar Penhallow",)),
    ("Ten thousand metres", ("Tomas Quillane",)),
    ("2,600", ("Gull Point Herald", "engineer")),
    ("at least 1,500", ("official",)),
    ("12 percent", ()),
    ("Hundreds", ()),
    ("1,900", ("residents’ association",)),
    ("600 a month", ("Tomas Quillane",)),
]


@pytest.mark.parametrize(("text", "chain"), SOURCES, ids=[row[0] for row in SOURCES])
def test_each_figure_stands_on_its_source(reading, text, chain):
    (number,) = [n for n, figure in enumerate(reading.figures) if words(reading, figure.span) == text]
    owner = reading.owners[number]
    names = [] if owner is None else [link.name for link in reading.attributions[owner].chain]
    assert len(names) == len(chain)
    assert all(part in name for part, name in zip(chain, names, strict=True)), names


@pytest.mark.parametrize("text", ["section 14", "1962", "12 November", "Route 9", "June 2026"])
def test_what_names_and_does_not_measure_is_no_figure(reading, text):
    start = reading.page.text.replace("\xa0", " ").index(text)
    assert not [f for f in reading.figures if f.span.start < start + len(text) and start < f.span.end]


@pytest.mark.parametrize(
    "text", ["5,000 £", "6,250 £", "Subscribe for £3 a month", "fares to rise by 4 percent"]
)
def test_what_belongs_to_the_page_is_not_read(reading, text):
    start = reading.page.text.index(text)
    (block,) = [b for b in reading.blocks if b.span.start <= start < b.span.end]
    assert block.kind in (BlockKind.FURNITURE, BlockKind.RELATED)
    assert not [figure for figure in reading.figures if block.span.holds(figure.span)]


def test_the_headline_stands_once_and_its_repetition_is_a_caption(reading):
    kinds = {
        block.kind for block in reading.blocks if "8,000 People Evacuated" in block.span.of(reading.page.text)
    }
    assert kinds == {BlockKind.HEADLINE, BlockKind.CAPTION}


def test_the_body_contradicts_the_headline(reading):
    pairs = {
        frozenset(
            (words(reading, reading.figures[c.left].span), words(reading, reading.figures[c.right].span))
        )
        for c in reading.conflicts
        if c.verdict is Agreement.CONFLICTS
    }
    assert pairs == {frozenset(("8,000", "5,350"))}
    assert [f.severity for f in reading.findings if f.code.startswith("CON")] == [Severity.WARNING]


def test_the_prediction_says_by_when_and_on_whose_say_so(reading):
    (foretold,) = [one for one in reading.predictions if one.due]
    assert foretold.due.last == date(2026, 6, 30)
    assert reading.attributions[foretold.attribution].chain[0].name == "Tomas Quillane"


AUTHORS = [
    "Dockhand",
    "Petra K.",
    "Dockhand",
    "old_gauge",
    "Netmender",
    "Wilma T.",
    "brineandchips",
    "gullwatcher",
    "Harbour Lad",
]


def test_there_are_as_many_comments_as_declared(reading):
    assert reading.declared == 9
    assert [comment.author for comment in reading.comments] == AUTHORS
    assert (
        reading.comments[3].text
        == "So is it 8,000 or 5,350? The headline and the story cannot both be right."
    )


VOTES = [7, 3, 1, -2, 2, 0, 4, 5, 0]


def test_comments_keep_their_edits_and_votes(reading):
    assert [number for number, comment in enumerate(reading.comments) if comment.edited] == [1]
    assert [comment.votes for comment in reading.comments] == VOTES


FINDINGS = [
    ("SUM101", "25%"),
    ("SUM105", "465"),
    ("CON302", "8,000"),
    ("SRC201", "12 percent"),
    ("SRC202", "at least 1,500"),
    ("SRC203", "2,600"),
]


@pytest.mark.parametrize(("code", "text"), FINDINGS)
def test_what_an_editor_is_told(reading, code, text):
    assert text in [words(reading, finding.span) for finding in reading.findings if finding.code == code]


def test_html_says_which_comment_answers_which(reading):
    if reading.page.kind == "html":
        assert [c.parent for c in reading.comments] == [None, 0, 1, None, 3, None, None, 6, None]
    else:
        assert {c.parent for c in reading.comments} == {None}


def test_the_page_is_read_without_a_notice(reading):
    assert reading.page.language == "en"
    assert not reading.notices
