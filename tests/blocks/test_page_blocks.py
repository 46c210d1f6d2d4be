"""Blocks of HTML pages: the report among what stands around it."""

import pytest
from page_of import FIRST, SECOND, THIRD, lay_out

from sayso.model import Reading
from sayso.sentences import find_sentences
from sayso.vocabulary import PageKind

HEAD = "<title>Mill closes | The Ketterly Echo</title>"


def found(inner, around="<article>{}</article>"):
    """The kind of each stretch of a page whose report holds ``inner`` between its paragraphs."""
    report = f"<h1>Mill closes</h1><p>{FIRST}</p>{inner}<p>{SECOND}</p><p>{THIRD}</p>"
    html = (
        f"{HEAD}<body><nav><a href=/>Home</a></nav>{around.format(report)}<footer><p>© The Echo</p></footer>"
    )
    page, layout = lay_out(html, PageKind.HTML)
    kinds = {block.span.of(page.text): block.kind.value for block in layout.blocks}
    assert (kinds["Mill closes"], kinds[FIRST], kinds[SECOND], kinds[THIRD]) == (
        "headline",
        "body",
        "body",
        "body",
    )
    assert kinds["Home"] in ("related", "furniture")
    assert kinds["© The Echo"] == "furniture"
    return kinds


INSIDE = [
    ("<h2>What comes next</h2>", "What comes next", "body", "subheading"),
    (
        "<figure><img src=m.jpg><figcaption>The mill <span>Ada Marl</span></figcaption></figure>",
        "The mill Ada Marl",
        "caption",
        "figcaption",
    ),
    ("<div class=wp-caption-text>The mill at dusk</div>", "The mill at dusk", "caption", "named a caption"),
    ("<p>Photo: Ada Marl</p>", "Photo: Ada Marl", "caption", "row of a picture"),
    ("<blockquote><p>Nobody asked us.</p></blockquote>", "Nobody asked us.", "quote", "block quotation"),
    ("<ul><li>5 looms</li><li>6 wheels</li></ul>", "5 looms", "list", "list"),
    (
        "<ul><li><a href=x>The weir at Arlen</a></li><li>6 wheels</li></ul>",
        "The weir at Arlen",
        "list",
        "a link in a list",
    ),
    ("<table><tr><td>Arlen<td>5</tr><tr><td>Marl<td>6</tr></table>", "Arlen\t5", "table", "table"),
    (
        "<div class=share-buttons><p>Send this to someone you know.</p></div>",
        "Send this to someone you know.",
        "furniture",
        "share box",
    ),
    (
        "<aside><p>We also sell the paper in print.</p></aside>",
        "We also sell the paper in print.",
        "furniture",
        "aside",
    ),
    (
        "<div class='newsletterSignup'><p>All the news by mail.</p></div>",
        "All the news by mail.",
        "furniture",
        "joined names",
    ),
    (
        "<p><a href=x>River rises in Arlen after rain</a></p>",
        "River rises in Arlen after rain",
        "related",
        "a link alone",
    ),
    ("<p><a href=x>https://example.org/weir</a></p>", "https://example.org/weir", "body", "printed address"),
    ("<p><a href=x>A loom, 38 inches</a><p>£164.99", "A loom, 38 inches", "body", "a link with its price"),
    ("<p><a href=x>A loom, 38 inches</a><p>5 days", "A loom, 38 inches", "related", "a link without a price"),
    ("<p>5.00 €<div class=callout>5.00 €</div>", "5.00 €", "body", "a price is no pull quote"),
    ("<div><img src=m.jpg><span>The mill</span></div>", "The mill", "caption", "in a box with a picture"),
    (
        "<div><img src=m.jpg><p>The mill fell.</p></div>",
        "The mill fell.",
        "body",
        "a sentence with a picture",
    ),
    (
        "<div class='photo-right'><img src=m.jpg><div><cite>Ada Marl</cite> The mill fell.</div></div>",
        "Ada Marl The mill fell.",
        "caption",
        "a sentence in a box named after its picture",
    ),
    ("<p>The mill<p>The mill<p>The mill", "The mill", "furniture", "a title that slides by"),
    ("<p>Q:<p>Q:<p>Q:", "Q:", "body", "a speaker that comes again"),
    ("<img src=m.jpg><p>What comes next", "What comes next", "body", "below a picture, not with it"),
    ("<p>Updated: 6 May 2024, 09:12 AM", "Updated: 6 May 2024, 09:12 AM", "byline", "when, in words"),
    ("<p>6 May 2024: 40 looms", "6 May 2024: 40 looms", "body", "a date alone is no byline"),
    ("<p>1 2 3 4 5", "1 2 3 4 5", "furniture", "row of page numbers"),
    ("<p>Advertisement</p>", "Advertisement", "furniture", "advertising label"),
    ("<div class=byline>Ada Marl</div>", "Ada Marl", "byline", "byline"),
    (
        "<p class='share-price'>The share price fell by 5%, they said.</p>",
        "The share price fell by 5%, they said.",
        "furniture",
        "known failure: a name that misleads",
    ),
]


@pytest.mark.parametrize(("inner", "text", "kind", "why"), INSIDE, ids=[why for *_, why in INSIDE])
def test_inside_the_report(inner, text, kind, why):
    kinds = found(inner)
    assert {span: one for span, one in kinds.items() if span.startswith(text.split("\n")[0])}[text] == kind


def test_lists_of_links_lead_elsewhere():
    kinds = found(
        "<ul>" + "".join(f"<li><a href=x{n}>River rises in Arlen {n}</a></li>" for n in range(4)) + "</ul>"
    )
    assert {kind for text, kind in kinds.items() if text.startswith("River")} == {"related"}


def test_teasers_in_a_row_lead_elsewhere():
    words = "The river at Arlen rose by {0} feet on Sunday, they say."
    teaser = "<li><h3><a href=x>River rises in Arlen {0}</a></h3><p>" + words + "</p></li>"
    kinds = found("<ul>" + "".join(teaser.format(n) for n in range(5)) + "</ul>")
    assert {kind for text, kind in kinds.items() if "Arlen" in text} == {"related"}


def test_a_name_that_most_paragraphs_share_says_nothing():
    report = "".join(
        f"<p class={name}>{text}</p>" for name, text in (("", FIRST), ("x", SECOND), ("x", THIRD))
    )
    for name in ("paywall-banner", "share-body"):
        page, layout = lay_out(f"<h1>Mill closes</h1>{report.replace('=x', '=' + name)}", PageKind.HTML)
        assert [b.kind for b in layout.blocks] == ["headline", "body", "body", "body"]
        assert page.text.endswith(THIRD)


def test_a_headline_in_bold_type():
    title = "<title>Mill closes after a long fight | The Ketterly Echo</title>"
    title += "<a href=x>Mill closes after a long fight</a>"
    html = (
        f"{title}<p><font size=5><b>Mill closes after a long fight</b></font><p>{FIRST}<p>{SECOND}<p>{THIRD}"
    )
    _page, layout = lay_out(html, PageKind.HTML)
    assert [b.kind for b in layout.blocks][1:] == ["headline", "body", "body", "body"]


def test_names_of_what_holds_most_of_the_page_say_nothing():
    assert found("", "<div class='has-sidebar share-enabled related'>{}</div>")[FIRST] == "body"


def test_a_long_paragraph_is_not_what_its_link_is_called():
    text = "The mill was sold to the county for 5,000 crowns, " * 5 + "they said."
    assert found(f"<p><span class=promo>{text}</span></p>")[text] == "body"


def test_prose_between_headline_and_body_is_the_standfirst():
    lead = "After three dry summers the owner of the last mill on the river gives up, and 40 hands must go."
    html = (
        f"{HEAD}<body><header><h1>Mill closes</h1><p>{lead}</p></header>"
        f"<div class=tools><p>Listen</p></div><div class=story-body><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    page, layout = lay_out(html, PageKind.HTML)
    assert [b.kind for b in layout.blocks if b.span.of(page.text) == lead] in (["standfirst"], ["body"])


def test_a_pull_quote_is_not_read_twice():
    said = "the river had been too low for three summers"
    assert found(f"<div class=pullquote>“{said}”</div>")[f"“{said}”"] == "furniture"
    assert (
        found("<div class=pullquote>“Nobody asked us at all.”</div>")["“Nobody asked us at all.”"] == "body"
    )


def test_what_is_named_a_standfirst():
    report = f"<h1>Mill closes</h1><p class=standfirst>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    _page, layout = lay_out(f"{HEAD}<body><article>{report}</article>", PageKind.HTML)
    assert [b.kind for b in layout.blocks] == ["headline", "standfirst", "body", "body"]


def test_a_caption_that_links_to_another_article_has_no_sentence():
    teaser = "<figure><img src=a.jpg><figcaption><a href=x>River rises by 9 feet</a></figcaption></figure>"
    html = (
        f"<article><h1>Mill closes</h1><p>{FIRST}<p>{SECOND}<p>{THIRD}</article><section>{teaser}</section>"
    )
    page, layout = lay_out(html, PageKind.HTML)
    assert [b.kind for b in layout.blocks][-1] == "caption"
    spoken = [one.span.of(page.text) for one in find_sentences(Reading(page, blocks=layout.blocks))]
    assert spoken == ["Mill closes", FIRST, SECOND, THIRD]


def test_every_run_is_a_block_and_no_two_share_a_character():
    page, layout = lay_out(f"<p>a<br>b<p>{FIRST}<p>c", PageKind.HTML)
    assert "\n\n".join(b.span.of(page.text) for b in layout.blocks) == page.text


@pytest.mark.parametrize(
    ("picture", "link"),
    [
        ("<figure><img src=m.jpg><figcaption>The mill</figcaption></figure>", "m.jpg"),
        ("<img src=a.jpg><figure><img src=m.jpg><figcaption>The mill</figcaption></figure>", "m.jpg"),
        ("<figure><img src='data:x' data-src=m.jpg><figcaption>The mill</figcaption></figure>", "m.jpg"),
        ("<img src=m.jpg><p class=caption>The mill</p><p>Photo: Ada Marl</p>", "m.jpg"),
        ("<img src=m.jpg><p>Nobody asked us.</p><p class=caption>The mill</p>", None),
        ("<figure><figcaption>The mill</figcaption></figure>", None),
    ],
)
def test_a_caption_keeps_the_address_of_its_picture(picture, link):
    report = f"<h1>Mill closes</h1><p>{FIRST}</p>{picture}<p>{SECOND}</p><p>{THIRD}</p>"
    _page, layout = lay_out(f"{HEAD}<body><article>{report}</article>", PageKind.HTML)
    captions = [block.link for block in layout.blocks if block.kind == "caption"]
    assert captions
    assert set(captions) == {link}
    assert {block.link for block in layout.blocks if block.kind != "caption"} == {None}


NOTES = [
    ("Correction: An earlier text said 40 looms; it is 14.", "correction", "a correction"),
    ("Clarification (6 May): the mill is leased.", "correction", "with its day"),
    ("An earlier version of this story said 40 looms.", "correction", "an earlier version"),
    ("Correction officers guard the mill at night.", "a paragraph of the report", "another correction"),
]


@pytest.mark.parametrize(("text", "because", "why"), NOTES, ids=[why for *_, why in NOTES])
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DUMP])
def test_what_was_corrected_stays_body(text, because, why, kind):
    lines = (FIRST, SECOND, THIRD, text)
    report = "".join(f"<p>{line}</p>" for line in lines) if kind is PageKind.HTML else "\n\n".join(lines)
    page, layout = lay_out(report, kind)
    (block,) = (block for block in layout.blocks if block.span.of(page.text) == text)
    if because == "correction":
        assert (block.kind, block.because) == ("body", because)
    else:
        assert block.because != "correction"


MISSING = [
    ("3 Comments", "Older comments", "1 of 3 comments are in this copy: the page leads to more", "pages"),
    (
        "2 Comments",
        "Pingback: Weir News",
        "1 of 2 comments are in this copy: 1 link from another",
        "trackback",
    ),
    ("3 Comments", "Nobody asked us.", None, "no reason shown"),
    ("1 Comment", "Older comments", None, "none missing"),
]


@pytest.mark.parametrize(("heading", "line", "says", "why"), MISSING, ids=[why for *_, why in MISSING])
def test_why_stated_comments_are_missing(heading, line, says, why):
    comment = (
        "<li class=comment><cite class=fn>Ada Marl</cite> <time>6 May 2024 at 09:12</time>"
        "<p>It was a good mill.</p></li>"
    )
    thread = f"<div id=comments><h3>{heading}</h3><ol class=comment-list>{comment}</ol></div><p>{line}</p>"
    _page, layout = lay_out(f"<article><p>{FIRST}<p>{SECOND}<p>{THIRD}</article>{thread}", PageKind.HTML)
    assert [one.author for one in layout.comments] == ["Ada Marl"]
    told = [notice.message for notice in layout.notices if notice.code == "comments"]
    assert len(told) == (says is not None)
    assert all(message.startswith(says or "") for message in told)
