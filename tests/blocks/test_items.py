"""Reader comments of HTML pages: one table row a platform, as its mark-up stands in the wild."""

import tomllib
from pathlib import Path

import pytest
from page_of import FIRST, SECOND, comments, lay_out

from sayso.vocabulary import PageKind

ARTICLE = f"<h1>Mill closes</h1><article><p>{FIRST}</p><p>{SECOND}</p></article>"
CASES = tomllib.loads((Path(__file__).parent / "platforms.toml").read_text(encoding="utf-8"))
PLATFORMS = {case["name"]: case for case in CASES["platform"]}


@pytest.mark.parametrize("name", PLATFORMS)
def test_platform(name):
    html, expected = PLATFORMS[name]["html"], PLATFORMS[name]["comments"]
    page, layout = lay_out(ARTICLE + html, PageKind.HTML)
    found = [[one.author, one.text, "" if one.parent is None else str(one.parent)] for one in layout.comments]
    assert found == expected
    kept = [b.span.of(page.text) for b in layout.blocks if b.kind in ("body", "list", "quote")]
    assert kept == [FIRST, SECOND]


def test_what_else_a_comment_has():
    (one,) = lay_out(ARTICLE + PLATFORMS["wpDiscuz 7"]["html"], PageKind.HTML)[1].comments
    assert (one.posted, one.edited, one.votes) == ("2 hours ago", True, -3)


def test_the_same_name_twice_is_two_comments():
    html = PLATFORMS["Blogger"]["html"]
    twice = comments(ARTICLE + html + html.replace("It was 40", "No, 41"), PageKind.HTML)
    assert twice == [("Ada Marl", "It was 40, not 60.", None), ("Ada Marl", "No, 41, not 60.", None)]


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["name"])
def test_no_comment(case):
    assert comments(ARTICLE + case["html"], PageKind.HTML) == []


DECLARED = [
    ("<h2>23 Comments</h2>", 23),
    ("<h2>One thought on “3 mills”</h2>", 1),
    ("<h2>1,234 comments</h2>", 1234),
    ("<p>Posted in Mills | Permalink</p>", None),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "commentCount": 9}</script>', 9),
]


@pytest.mark.parametrize(("html", "number"), DECLARED)
def test_the_number_the_page_states(html, number):
    assert lay_out(ARTICLE + html, PageKind.HTML)[1].declared == number


def test_a_service_that_is_not_in_this_copy():
    notices = lay_out(ARTICLE + "<div id=disqus_thread></div>", PageKind.HTML)[1].notices
    assert [notice.code for notice in notices] == ["comments"]
    assert "not in this copy" in notices[0].message
