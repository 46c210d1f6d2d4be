"""HTML to text and marks: one block element a line, nothing visible lost, metadata read."""

from datetime import date

import pytest

from sayso.intake import read_pages


def page(html, source="a.html"):
    (one,) = read_pages(html.encode(), source)
    return one


TEXTS = [
    ("<p>One 5.</p><p>Two 6.</p>", "One 5.\n\nTwo 6.", "paragraphs"),
    ("<div>One<div>two</div>three</div>", "One\ntwo\nthree", "block elements break the line"),
    ("<p>One <b>big</b>\n   <i>mill</i>,<span>5</span></p>", "One big mill,5", "white space is made equal"),
    ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree", "line breaks"),
    ("<p>5&nbsp;000 &amp; 6&#8239;%</p>", "5 000 & 6 %", "entities and odd spaces"),
    ("<p>ket&shy;ter\u200bly</p>", "ketterly", "what is not seen in a word"),
    ("<script>x=1</script><style>p{}</style><p>One</p><noscript>two</noscript>", "One", "no code"),
    (
        "<p>One</p><p hidden>two</p><p style='display: none'>three</p><p aria-hidden=true>4</p>",
        "One",
        "hidden",
    ),
    (
        "<p><i aria-hidden=true>share</i><span aria-hidden=true>One big mill and its weir</span></p>",
        "One big mill and its weir",
        "words kept from screen readers, and the name of an icon",
    ),
    ("<div aria-hidden=true>One big mill and its weir</div><p>Two</p>", "Two", "a closed dialog"),
    ("<p>One <select><option>a<option>b</select>two</p>", "One two", "choices of a form"),
    ("<!-- a --><p>One<!-- b --> two</p>", "One two", "comments of the source"),
    (
        "<table><tr><th>Town<th>2023<th>2024<tr><td>Arlen<td>5<td>6<tr><td>Marl<td><td>7</table>",
        "Town\t2023\t2024\nArlen\t5\t6\nMarl\t\t7",
        "a row a line, a tab between cells, empty ones too",
    ),
    ("<table><tr><td><p>One</p><p>Two</p></table>", "One\n\nTwo", "a table that only lays out"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "a\n\nb\n\nc", "lists in lists"),
    ("<p>One<iframe src=x>two</iframe> three", "One three", "frames"),
    ("One</div></p> two <b>three", "One two three", "broken mark-up"),
    ("<p>one<svg><text>two</text></svg> three", "one three", "pictures in the page"),
]


@pytest.mark.parametrize(("html", "text", "why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_text(html, text, why):
    assert page(f"<body>{html}").text == text


def test_marks_say_where_things_stand():
    one = page(
        "<div class='Story-body lead' id=m><p>By <a href='/ada' rel=author>Ada</a></p><img src=/p.png></div>"
    )
    marks = {mark.role: mark for mark in one.marks}
    assert marks["div"].value == "Story-body lead #m"
    assert marks["a"].span.of(one.text) == "Ada"
    assert marks["a"].value == "^author"
    assert marks["a"].parent == marks["p"].group
    assert marks["p"].parent == marks["div"].group
    assert marks["run"].parent == marks["p"].group
    assert marks["img"].value == "/p.png"


def test_heads_of_a_table_can_be_found_by_column():
    one = page("<table><tr><th colspan=2>Town<th>2024<tr><td>a<td>b<td>6</table>")
    columns = {mark.span.of(one.text): mark.value for mark in one.marks if mark.role in ("td", "th")}
    assert columns == {"Town": "|0", "2024": "|2", "a": "|0", "b": "|1", "6": "|2"}


LD = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Mill closes",
 "datePublished": "2024-05-06T07:08", "dateModified": "2024-05-07",
 "author": [{"name": "Ada Marl"}, {"name": "Bo Vale"}],
 "publisher": {"name": "The Ketterly Echo"}, "commentCount": 7}]}</script>"""

METADATA = [
    (LD, "published", date(2024, 5, 6)),
    (LD, "modified", date(2024, 5, 7)),
    (LD, "byline", "Ada Marl, Bo Vale"),
    (LD, "outlet", "The Ketterly Echo"),
    (LD, "title", "Mill closes"),
    ("<meta property=og:title content='Mill closes'><title>x</title>", "title", "Mill closes"),
    ("<title>Mill closes after 40 years | The Ketterly Echo</title>", "title", "Mill closes after 40 years"),
    ("<meta name=author content='By Ada Marl'>", "byline", "Ada Marl"),
    ("<meta name=author content='https://ketterly.example/ada'>", "byline", None),
    ("<link rel=canonical href='https://ketterly.example/a'>", "url", "https://ketterly.example/a"),
    ("<link rel=canonical href='/a'>", "url", None),
    ("<meta name=pubdate content='20240506'>", "published", date(2024, 5, 6)),
    ("<time datetime=2024-05-06>Monday</time>", "published", date(2024, 5, 6)),
    ("<span itemprop=datePublished>6 May 2024</span>", "published", date(2024, 5, 6)),
    (
        "<meta property=og:url content='https://ketterly.example/2024/05/06/mill'>",
        "published",
        date(2024, 5, 6),
    ),
    ("<meta name=pubdate content='2024-13-40'>", "published", None),
    ("<meta name=pubdate content='05/06/2024'>", "published", None),
    ("<script type='application/ld+json'>{not json</script>", "published", None),
    ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "published", None),
    ("<script type='application/ld+json'>[1, null, {\"author\": 5}]</script>", "byline", None),
]


@pytest.mark.parametrize(("head", "name", "value"), METADATA)
def test_metadata(head, name, value):
    assert getattr(page(f"<html><head>{head}</head><body><p>Five men left.</p>"), name) == value


def test_what_the_page_says_of_its_comments():
    one = page(f"<html><head>{LD}</head><body><p>Five men left.</p><div id=disqus_thread></div>")
    said = {mark.role: mark.value for mark in one.marks if mark.role in ("declared", "service")}
    assert said == {"declared": "7", "service": "Disqus"}
