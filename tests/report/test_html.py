"""The HTML report of a reading made by hand: what it shows, and what it lets no page do."""

import base64
import hashlib
import itertools
import re
from dataclasses import replace

import lxml.html
import pytest

from sayso.model import Comment, Span
from sayso.report.html import to_html
from sayso.report.states import SIGNS, State, figure_states
from sayso.report.view import view_page
from sayso.vocabulary import BlockKind


def made(*readings):
    return lxml.html.document_fromstring(to_html(readings))


def test_every_figure_carries_its_states_as_signs_and_in_words(reading):
    marks = made(reading).xpath("//a[contains(@class, 'fig ')]")
    assert len(marks) == len(reading.figures)
    for mark, states in zip(marks, figure_states(reading), strict=True):
        assert f"s-{states[0]}" in mark.get("class")
        assert all(SIGNS[state] in mark.text_content() for state in states)


def test_states_come_from_sums_conflicts_and_sources(reading):
    assert figure_states(reading) == (
        (State.CONFLICT, State.UNSOURCED),
        (State.SECOND_HAND,),
        (State.ADDS_UP, State.SECOND_HAND),
        (State.SECOND_HAND,),
        (State.CONFLICT, State.CANNOT, State.UNSOURCED),
    )


def test_signs_differ_so_that_colour_is_not_needed():
    assert len(set(SIGNS.values())) == len(State)


@pytest.mark.parametrize(
    "words",
    [
        "1,284 / 642 = 2, stated: twice as many → adds up",
        "cannot be checked: May's figure is not given",
        "the Gull Point Herald",
        "a clerk",
        "3 declared by the page",
        "asks for support",
        "read as Windows-1252",
        "4,815 to 5,885",
    ],
)
def test_what_a_reader_must_find(reading, words):
    assert words in " ".join(made(reading).text_content().split())


def test_every_link_leads_to_a_place_in_the_report(reading):
    page = made(reading, reading)
    places = page.xpath("//@id")
    assert len(places) == len(set(places))
    links = page.xpath("//@href")
    assert links
    assert all(link[0] == "#" and link[1:] in places for link in links)


def test_a_figure_outside_the_article_has_no_link_to_it(reading):
    blocks = tuple(replace(block, kind=BlockKind.FURNITURE) for block in reading.blocks)
    overlapping = replace(reading.figures[0], span=Span(0, len(reading.page.text)))
    for hidden in (replace(reading, blocks=blocks), replace(reading, figures=(overlapping,) * 5)):
        page = made(hidden)
        assert all(link[1:] in page.xpath("//@id") for link in page.xpath("//@href"))
        assert len(page.xpath("//table[@class='figures']/tbody/tr")) == 5


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</style><a href="javascript:0">'


def test_a_hostile_page_stays_text(reading):
    page = replace(
        reading.page,
        text=reading.page.text.replace("homes dry", HOSTILE),
        title=HOSTILE,
        outlet=HOSTILE,
        source=HOSTILE,
    )
    span = Span(0, len(page.text))
    hostile = replace(
        reading,
        page=page,
        comments=(Comment(span, HOSTILE, HOSTILE, posted=HOSTILE),),
        checks=(replace(reading.checks[1], working=HOSTILE, reason=HOSTILE),),
        findings=(replace(reading.findings[0], message=HOSTILE),),
        blocks=tuple(replace(block, because=HOSTILE) for block in reading.blocks),
        attributions=tuple(
            replace(one, chain=tuple(replace(link, name=HOSTILE) for link in one.chain))
            for one in reading.attributions
        ),
    )
    plain, attacked = made(reading), made(hostile)
    tags = {element.tag for element in plain.iter()}
    assert {element.tag for element in attacked.iter()} == tags
    assert not attacked.xpath("//script | //img | //iframe | //link | //@style | //@src | //@onerror")
    assert len(attacked.xpath("//style")) == 1
    assert "49" not in attacked.xpath("//title")[0].text


def test_nothing_is_fetched_and_nothing_runs(reading):
    report = to_html([reading])
    assert not re.search(r"https?:|url\(|@import|<script|\bon\w+=", report)
    policy = made(reading).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_policy_names_the_style_sheet_as_it_stands(reading):
    report = to_html([reading])
    style = report.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert digest in made(reading).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_what_reorders_text_is_made_visible(reading):
    report = to_html([reading])
    assert "\u202e" not in report
    assert "&lt;U+202E&gt;" in report


def test_no_report_says_true_or_false(reading):
    assert not re.search(r"\b(true|false)\b", made(reading).xpath("//body")[0].text_content(), re.I)


def test_headings_go_down_one_step_at_a_time(reading):
    for report in (made(reading), made(reading, reading)):
        levels = [int(h.tag[1]) for h in report.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_many_pages_have_an_index(reading):
    rows = made(reading, reading, reading).xpath("//nav//tbody/tr")
    assert [row.xpath(".//a/@href") for row in rows] == [["#p1"], ["#p2"], ["#p3"]]
    assert not made(reading).xpath("//nav")


def test_comments_hang_under_the_one_they_answer_however_deep(reading):
    comments = tuple(Comment(Span(0, 1), "A", str(n), parent=n - 1 if n else None) for n in range(3000))
    rows = view_page(replace(reading, comments=comments)).comments
    assert [row.number for row in rows] == list(range(3000))
    assert max(row.depth for row in rows) == 5


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_at_least_that_of_wcag_aa(reading, scheme):
    roots = re.findall(r":root \{(.*?)\}", to_html([reading]), re.S)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", roots[scheme]))
    pairs = [(name, "paper") for name in ("ink", "faint", "link", *State)]
    pairs += [(name, "wash") for name in ("ink", "faint")]
    pairs += [(state, f"{state}-wash") for state in State] + [("ink", f"{state}-wash") for state in State]
    for front, back in pairs:
        assert contrast(colours[front], colours[back]) >= 4.5, (front, back)
