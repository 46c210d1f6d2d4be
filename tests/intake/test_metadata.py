"""What a page says about itself: title, outlet, byline, days, stated comments. Invented throughout."""

import json
from datetime import date

import pytest

from sayso.intake import read_pages

REPORT = (
    "The ferry to Skelling will stop in autumn, the harbour board of Ostermouth said, and its 23 hands will "
    "be offered work on the dredger that clears the channel, which the board bought used in the spring."
)
HEAD = "Ferry to Skelling will stop"


def only(head, body=f"<h1>{HEAD}</h1>", source="a.html"):
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}<p>{REPORT}</p></body></html>"
    (page,) = read_pages(html.encode(), source)
    return page


def data(*objects):
    return f'<script type="application/ld+json">{json.dumps(list(objects))}</script>'


TITLES = [
    (f"<title>{HEAD} | The Packet</title>", HEAD, "The Packet", "two parts, one of them the heading"),
    (f"<title>The Packet - {HEAD}</title>", HEAD, "The Packet", "the outlet first"),
    (
        f"<title>{HEAD} : News : The Packet</title>",
        HEAD,
        None,
        "three parts: which is the outlet is not told",
    ),
    (
        f'<meta property="og:title" content="{HEAD} - Nell Brandt"><title>x</title>',
        HEAD,
        None,
        "a title for machines with the name behind it",
    ),
    (
        f'<meta property="og:title" content="{HEAD}"><title>{HEAD} • Coast</title>',
        HEAD,
        "Coast",
        "outlet from the title alone",
    ),
    (
        '<meta property="og:title" content="No more boats to Skelling"><title>The Packet</title>',
        "No more boats to Skelling",
        None,
        "another title than the heading's",
    ),
    ("<title>Boats: what we know - The Packet</title>", "Boats: what we know", None, "no part is a heading"),
    (
        data({"@type": "NewsArticle", "headline": "Ferry to Skelling will&nbsp;stop"}),
        HEAD,
        None,
        "entities in the data",
    ),
    (
        f"<title>{HEAD}</title>"
        + data(
            {"@type": "NewsArticle", "headline": "Dredger bought"}, {"@type": "Article", "headline": HEAD}
        ),
        HEAD,
        None,
        "two articles described",
    ),
]


@pytest.mark.parametrize(("head", "title", "outlet", "why"), TITLES, ids=[why for *_, why in TITLES])
def test_title_and_outlet(head, title, outlet, why):
    page = only(head)
    assert (page.title, page.outlet) == (title, outlet)


ARTICLE = {"@type": ["Thing", "NewsArticle"], "headline": HEAD}
BYLINES = [
    (data(ARTICLE | {"author": {"@type": "Person", "name": "Nell Brandt"}}), "", "Nell Brandt", "a person"),
    (data(ARTICLE | {"author": [{"name": "Nell Brandt"}, "Per Olsen"]}), "", "Nell Brandt, Per Olsen", "two"),
    (
        data(ARTICLE | {"author": {"@id": "#nb"}}, {"@type": "Person", "@id": "#nb", "name": "Nell Brandt"}),
        "",
        "Nell Brandt",
        "pointed at",
    ),
    (data(ARTICLE | {"author": {"@id": "#nb"}}), "", None, "pointed at nothing"),
    ("", "<p>By Nell Brandt and Per Olsen March 4, 2025", "Nell Brandt and Per Olsen", "a line below"),
    ("", "<p>By Nell Brandt, staff writer", "Nell Brandt", "with an office"),
    ("", "<p>By the time it stops", None, "no name"),
    ("", "<a rel=author>View all posts by Nell Brandt</a>", "Nell Brandt", "a link to the author"),
    (
        "",
        "<span itemprop=author>Nell Brandt nb@packet.example</span>",
        "Nell Brandt",
        "with an address of mail",
    ),
    ("", "<div class=comments><span itemprop=author>Bo</span></div>", None, "a reader"),
]


@pytest.mark.parametrize(("head", "below", "byline", "why"), BYLINES, ids=[why for *_, why in BYLINES])
def test_byline(head, below, byline, why):
    assert only(head, f"<h1>{HEAD}</h1>{below}").byline == byline


DAYS = [
    ("", "<p>March 4, 2025", date(2025, 3, 4), None, "a line below the headline"),
    ("", "<p>By Nell Brandt<p>Tuesday 4 March 2025, 8:00 am", date(2025, 3, 4), None, "below the name"),
    (
        "",
        "<p>Published 4 March 2025, updated 6 March 2025",
        date(2025, 3, 4),
        date(2025, 3, 6),
        "with the last change",
    ),
    ("", "<p>Updated: 6 March 2025", date(2025, 3, 6), date(2025, 3, 6), "the last change alone"),
    ("", "<p>Tue, 02/25/2025 - 08:00", date(2025, 2, 25), None, "day and month told apart"),
    ("", "<p>Tue, 03/04/2025 - 08:00", None, None, "day and month not told apart"),
    ("", "<p>The last boat will sail on 30 September 2025", None, None, "a sentence"),
    ("", "<div>March 1, 2025</div>", date(2025, 3, 1), None, "any element"),
    (
        '<meta name="date" content="2025-03-03">',
        "<p>March 4, 2025",
        date(2025, 3, 3),
        None,
        "stated for machines",
    ),
]


@pytest.mark.parametrize(
    ("head", "below", "published", "modified", "why"), DAYS, ids=[why for *_, why in DAYS]
)
def test_days(head, below, published, modified, why):
    page = only(head, f"<p>Today is 9 March 2025</p><h1>{HEAD}</h1>{below}")
    assert (page.published, page.modified) == (published, modified)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://packet.example/2025/03/04/ferry", date(2025, 3, 4)),
        ("https://packet.example/2025/COAST/03/04/ferry/", date(2025, 3, 4)),
        ("https://packet.example/20250304/ferry", date(2025, 3, 4)),
        ("https://packet.example/20259304/ferry", None),
        ("https://packet.example/news/3042025", None),
    ],
)
def test_a_day_in_the_address(address, day):
    assert only(f'<link rel="canonical" href="{address}">').published == day


TEXTS = [
    (f"{HEAD}\nBy Nell Brandt | March 4, 2025\n\n{REPORT}", date(2025, 3, 4), "on the line of the name"),
    (f"{HEAD}\nMarch 4, 2025\nBy Nell Brandt\n\n{REPORT}", date(2025, 3, 4), "above the name"),
    (f"Home\nMarch 9, 2025\n{HEAD}\n4 March 2025\n\n{REPORT}", date(2025, 3, 4), "nearest above the report"),
    (f"{HEAD}\nThe last boat will sail on 30 September 2025\n\n{REPORT}", None, "a sentence"),
    (f"{REPORT}\n\nMarch 4, 2025\nDredger bought", None, "below the report"),
]


@pytest.mark.parametrize(("text", "day", "why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_the_day_a_plain_text_prints_where_the_report_begins(text, day, why):
    (page,) = read_pages(text.encode(), "a.txt")
    assert page.published == day


STATED = [
    (data(ARTICLE | {"commentCount": "1,204"}), "1204", "with a comma"),
    (
        data(
            ARTICLE
            | {
                "interactionStatistic": [
                    {"interactionType": "https://schema.org/LikeAction", "userInteractionCount": 90},
                    {"interactionType": {"@type": "CommentAction"}, "userInteractionCount": 31},
                ]
            }
        ),
        "31",
        "an interaction counter",
    ),
    (
        "<script type='application/ld+json'><!-- {\"commentCount\": 7} --></script>",
        "7",
        "wrapped in a comment",
    ),
    ("<script type='application/ld+json'>{commentCount: 7}</script>", None, "no JSON"),
]


@pytest.mark.parametrize(("head", "number", "why"), STATED, ids=[why for *_, why in STATED])
def test_comments_stated_for_machines(head, number, why):
    found = [mark.value for mark in only(head).marks if mark.role == "declared"]
    assert found == ([number] if number else [])


DATELINES = [
    ("SKELLING, March 19, 2025 (Newswire) - ", date(2025, 3, 19)),
    ("SKELLING, Oster., April 4, 2025 – ", date(2025, 4, 4)),
    ("NEW SKELLING (Newswire) - ", None),
    ("SKELLING, 4 May 2025 — ", date(2025, 5, 4)),
    ("SKELLING, June 3 – ", None),
    ("Skelling, on June 3, 2025, - as it was then - ", None),
    ("THE DREDGER was bought on June 3, 2025 - ", None),
]


@pytest.mark.parametrize(("opening", "day"), DATELINES)
def test_the_day_of_a_dateline(opening, day):
    text = f"{HEAD}\n\n{opening}{REPORT}\n\nThe board had met in May.\n"
    (page,) = read_pages(text.encode(), "a.txt")
    assert page.published == day
