"""Who said what is set off from the report: block quotations and embedded posts."""

import pytest
from page_of import FIRST, SECOND, THIRD, lay_out

from sayso.vocabulary import PageKind

WORDS = "We counted 640 people on the quay at noon."
POSTS = [
    (
        f"<blockquote class=twitter-tweet><p>{WORDS}</p>— Quay Watch (@qw) <a>March 4, 2025</a></blockquote>",
        "Quay Watch",
        "March 4, 2025",
        "signed with a dash",
    ),
    (
        f"<blockquote class=bluesky-embed><p>{WORDS}</p>— Per Olsen (<a>@per.example</a>) <a>4 March 2025</a>"
        "</blockquote>",
        "Per Olsen",
        "4 March 2025",
        "signed with links",
    ),
    (
        f"<blockquote class=instagram-media><p>{WORDS}</p><p><a>A post shared by Per Olsen (@per)</a></p>"
        "</blockquote>",
        "Per Olsen",
        None,
        "shared by",
    ),
    (
        f"<div class=fb-post><blockquote><p>{WORDS}</p>Posted by <a>Per Olsen</a> on <a>4 March 2025</a>"
        "</blockquote></div>",
        "Per Olsen",
        "4 March 2025",
        "posted by",
    ),
    (
        f"<div class=embedded-tweet><span class=author-name>Per Olsen</span> <i>@per</i><p>{WORDS}</p></div>",
        "Per Olsen",
        None,
        "a box of the page's own",
    ),
    (
        f"<div class=social-embed><p>{WORDS}</p><p>Per Olsen (@per)</p></div>",
        "Per Olsen",
        None,
        "name and handle",
    ),
    (
        f"<blockquote class=tiktok-embed><a>@per</a><p>{WORDS}</p></blockquote>",
        "@per",
        None,
        "a handle alone",
    ),
    (
        f"<blockquote><p>{WORDS}</p><cite>Per Olsen, of the watch</cite></blockquote>",
        "Per Olsen",
        None,
        "cite",
    ),
    (f"<blockquote><p>{WORDS}</p><footer>— Per Olsen</footer></blockquote>", "Per Olsen", None, "footer"),
    (f"<blockquote><p>{WORDS}</p><p>– Per Olsen (2025)</p></blockquote>", "Per Olsen", None, "a dash"),
    (f"<blockquote><p>{WORDS}</p></blockquote>", None, None, "nobody is named"),
    (
        f"<blockquote><p>{WORDS}</p><p>– and nobody saw it.</p></blockquote>",
        None,
        None,
        "a dash in the words",
    ),
]


@pytest.mark.parametrize(("post", "author", "posted", "why"), POSTS, ids=[why for *_, why in POSTS])
def test_who_said_what_is_set_off(post, author, posted, why):
    page, layout = lay_out(f"<article><p>{FIRST}<p>{SECOND}{post}<p>{THIRD}</article>", PageKind.HTML)
    (block,) = (block for block in layout.blocks if block.span.of(page.text).startswith(WORDS[:-1]))
    assert block.kind == "quote"
    assert (block.author and block.author.of(page.text)) == author
    assert (block.posted and block.posted.of(page.text)) == posted
    others = [one for one in layout.blocks if one.span.of(page.text) in (FIRST, SECOND, THIRD)]
    assert {(one.kind.value, one.author, one.posted) for one in others} == {("body", None, None)}


SIGNATURES = [
    (f"{WORDS}\n\n— Per Olsen (@per) March 4, 2025", "Per Olsen", "a line of its own"),
    (f"{WORDS} — Per Olsen (@per) March 4, 2025", "Per Olsen", "on the line of the words"),
    (
        f"View this post on Instagram\n\n{WORDS}\n\nA post shared by Per Olsen (@per)",
        "Per Olsen",
        "shared by",
    ),
    (f"{WORDS}\n\n— Per Olsen, of the watch", None, "without a handle"),
    (f"{WORDS}\n\nWrite to Per Olsen (@per) by March 4, 2025", None, "no signature"),
]


@pytest.mark.parametrize(("lines", "author", "why"), SIGNATURES, ids=[why for *_, why in SIGNATURES])
def test_embedded_posts_of_a_plain_text(lines, author, why):
    page, layout = lay_out("\n\n".join((FIRST, SECOND, lines, THIRD)), PageKind.DUMP)
    (block,) = (block for block in layout.blocks if block.span.of(page.text).startswith(WORDS[:-1]))
    assert (block.author and block.author.of(page.text)) == author
    assert block.kind == ("quote" if author else "body")
    assert [one.kind for one in layout.blocks if one.span.of(page.text) == SECOND] == ["body"]
