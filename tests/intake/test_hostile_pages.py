"""Pages made to break a reader: each is read, in time, and says what was left out."""

import time

import pytest

from sayso.blocks import find_blocks
from sayso.intake import read_pages
from sayso.intake.guards import MOST_ATTRIBUTES, thin_out

REPORT = "The mill in Ketterly closed on Monday, and 40 hands lost their work in the town."
P = f"<p>{REPORT}</p>"
LONGEST = 12.0


def attributes(count, form):
    return "<p " + " ".join(form.format(n) for n in range(count)) + ">" + P


PAGES = [
    ("<div>" * 200_000 + P, "nesting", "nested elements"),
    ("<b>" * 100_000 + P, "nesting", "nested emphasis"),
    ("<table><tr><td>" * 3_000 + P, "nesting", "nested tables"),
    ("<ul><li>x" * 3_000 + P, "nesting", "nested lists"),
    (attributes(100_000, "a{}='x'"), "attributes", "attributes"),
    (attributes(100_000, "a{}"), "attributes", "attributes without a value"),
    (attributes(100_000, "a{}='>'"), "attributes", "attributes with a tag's end in them"),
    ("<table>" + "<tr><td>Arlen<td>1,234<td>5%" * 50_000 + "</table>" + P, None, "rows"),
    ("<span class='comment author'>x</span>" * 50_000 + P, None, "elements that claim to be authors"),
    ("<a href=x>y</a> " * 50_000 + P, None, "links"),
    ("<p class='" + "nav " * 100_000 + "'>x</p>" + P, None, "names"),
    ("&amp;" * 500_000 + P, None, "entities"),
    ("<" * 500_000 + P, None, "opening brackets"),
    ("<!--" * 100_000 + "-->" + P, None, "comments of the source"),
    ("<p>\u202e5%\u202c \x00\x07" + P, "controls", "control characters"),
    (
        "<blockquote><p>So it is.</p><cite>Ada</cite></blockquote>" * 10_000 + P,
        None,
        "quotations with a source",
    ),
    (
        P * 3 + "<h3>Comments (4)</h3><p>Ada<p>3 May 2020 at 10:12<p>It is." * 5_000,
        None,
        "headings of comments",
    ),
    (P * 3 + "<p>Ada<p>3 May 2020 at 10:12<p>So it is, they say.<p>Reply" * 5_000, None, "buttons to answer"),
    (
        "".join(f"<p>{23 - n // 300:02}:{59 - n % 60:02}</p>{P}" for n in range(5_000)),
        None,
        "times of entries",
    ),
    ("<table>" + "<tr><th>a<th>b" * 20_000 + "</table>" + P, None, "rows of heads"),
    ("<h1>Mill</h1>" * 50_000 + P, None, "headlines"),
    (
        "<div class=comments>" + "<div class=comment><b class=author>Ada</b> <p>So it is.</p>" * 400 + P,
        None,
        "replies",
    ),
]


@pytest.mark.parametrize(("html", "code", "why"), PAGES, ids=[why for *_, why in PAGES])
def test_hostile_page(html, code, why):
    start = time.process_time()
    (page,) = read_pages(html.encode(), "a.html")
    layout = find_blocks(page)
    assert time.process_time() - start < LONGEST
    assert REPORT in page.text
    assert code is None or code in [notice.code for notice in page.notices]
    assert all(0 <= b.span.start < b.span.end <= len(page.text) for b in layout.blocks)
    assert all(a.span.end <= b.span.start for a, b in zip(layout.blocks, layout.blocks[1:], strict=False))


TEXTS = [
    ("x 5\n" * 100_000, "short lines"),
    ((REPORT + "\n\n") * 20_000, "paragraphs"),
    (REPORT + "\n\n5000 Comments\n\n" + "Ada\n\nIt is what it is.\n\n" * 5_000, "bare names"),
    (
        REPORT + "\n\nComments\n\n" + "Ada\n3 May 2020 at 10:12\n\nSo it is.\n\nReply\n" * 5_000,
        "names and times",
    ),
    (REPORT + "\n\n" + "5 Comments\n\nAda\n3 May 2020 at 10:12\n\nSo it is.\n\n" * 2_000, "headings"),
    (REPORT + "\n\nComments\n\n" + "Ada said...\n\nSo it is.\n\n" * 10_000, "names and verbs"),
    ("By Ada Marl\n" * 50_000 + REPORT, "bylines"),
    (f"{REPORT}\n\n— Ada Marl (@ada) May 6, 2024\n\n" * 10_000, "signatures"),
    ("\n" * 2_000_000 + "a", "blank lines"),
    ("a" * 2_000_000, "one word"),
]


@pytest.mark.parametrize(("text", "why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_hostile_text(text, why):
    start = time.process_time()
    (page,) = read_pages(text.encode(), "a.txt")
    layout = find_blocks(page)
    assert time.process_time() - start < LONGEST
    assert page.text == text
    assert all(a.span.end <= b.span.start for a, b in zip(layout.blocks, layout.blocks[1:], strict=False))


@pytest.mark.parametrize(
    "html",
    [
        "<p a='>' b=\">\" c>5</p>",
        "<a href=x/y?z=1>5</a>",
        "<script>if (a<b) {'<p '}</script><b>5</b>",
        "a < b <",
        "<p a=>5",
        "<p a='5",
    ],
)
def test_the_guard_alters_no_honest_page(html):
    assert thin_out(html, deepest=50) == (html, ())


def test_the_guard_keeps_the_first_attributes():
    html, notices = thin_out(attributes(MOST_ATTRIBUTES + 7, "a{}='x'"))
    assert html == attributes(MOST_ATTRIBUTES, "a{}='x'")
    assert [notice.code for notice in notices] == ["attributes"]


def test_the_guard_keeps_text_and_lines_of_what_is_nested_too_deeply():
    html, notices = thin_out("<div>" * 5 + "a" + "</div>" * 5 + "b", deepest=3)
    assert html == "<div><div><div><br><br>a<br><br></div></div></div>b"
    assert [notice.code for notice in notices] == ["nesting"]
