"""The text report of a reading made by hand."""

import re
from dataclasses import replace

import pytest

from sayso.report.text import summary, to_sums, to_text

EXPECTED = """\
a.txt:1:1 PAG601 3 comments declared, 2 found
a.txt:2:14 CON302 headline 8,000, body 5,350
    Board admits ⟦8,000⟧ homes dry
a.txt:3:31 SUM101 made up for the test
    The board logged 1,284 leaks, ⟦twice as many⟧ as in May (642), the Herald said, citing a clerk.
    1,284 / 642 = 2, stated: twice as many → adds up
sums
  = adds up               3:18  multiple     1,284 / 642 = 2, stated: twice as many
  ? cannot be checked     4:12  elapsed      May's figure is not given
a.txt: note: read as Windows-1252
a.txt: 5 figures, 3 sourced; 2 sums done, 1 adds up, 1 cannot be checked; 2 comments found of 3 declared
"""


def test_the_report_reads_as_a_linter_s(reading):
    assert to_text(reading) == EXPECTED


def test_the_table_of_sums_has_the_sums_alone(reading):
    assert to_sums(reading).splitlines() == [
        "sums",
        "  = adds up               3:18  multiple     1,284 / 642 = 2, stated: twice as many",
        "  ? cannot be checked     4:12  elapsed      May's figure is not given",
        "a.txt: 2 sums done, 1 adds up, 1 cannot be checked",
    ]


def test_colour_changes_nothing_but_the_colour(reading):
    coloured = to_text(reading, colour=True)
    assert "\x1b[31mSUM101\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == EXPECTED


def test_a_page_without_comments_or_sums_says_little(reading):
    bare = replace(reading, comments=(), declared=None, checks=(), figures=(), owners=())
    assert summary(bare) == "a.txt: 0 figures, 0 sourced; 0 sums done"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "<U+001B>[2J"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202e", "<U+202E>"),
        ("\u2066", "<U+2066>"),
        ("\x07\x08", "<U+0007><U+0008>"),
        ("\u2028", "<U+2028>"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_nothing_of_a_page_steers_the_terminal(reading, hostile, shown):
    text = reading.page.text.replace("homes dry", f"homes {hostile} dry")
    page = replace(reading.page, text=text, source=f"a{hostile}.txt")
    findings = (replace(reading.findings[0], message=f"see {hostile} here"),)
    report = to_text(replace(reading, page=page, findings=findings, checks=(), sentences=()))
    assert hostile not in report
    assert report.count(shown) == 5
