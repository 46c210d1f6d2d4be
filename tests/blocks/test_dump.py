"""Lines of a plain-text dump: what each is, with the pages' other matter around the report."""

import pytest
from page_of import FIRST, SECOND, THIRD, kinds, lay_out

from sayso.vocabulary import PageKind

HEADLINE = "Ketterly mill closes after 40 years by the river"
LONG = " ".join(["The owner of the mill waits at the gate while 40 hands leave on Monday in Ketterly."] * 5)
MENU = "Home\nNews\nSport\nWeather\nJobs\nContact\n\n"


def body(*lines):
    """The kinds of lines that stand between the first paragraph and the last two."""
    text = (
        f"{MENU}{HEADLINE}\n\n{FIRST}\n\n"
        + "\n".join(lines)
        + f"\n\n{SECOND}\n\n{THIRD}\n\nAbout us\nImprint"
    )
    page, layout = lay_out(text, PageKind.DUMP)
    found = {block.span.of(page.text): block.kind.value for block in layout.blocks}
    assert found[FIRST] == found[SECOND] == found[THIRD] == "body"
    assert found[HEADLINE] == "headline"
    assert found["Weather"] == found["Imprint"] == "furniture"
    return [found[line] for line in lines if line]


WITHIN = [
    (["Marl says the boy was moving a sheet that was covering it."], ["body"], "no line about a reporter"),
    (["What comes next"], ["body"], "a subheading"),
    (["“Nobody asked us.”"], ["body"], "a short paragraph"),
    (["Share this article", "Tweet"], ["furniture", "furniture"], "share row"),
    (["Facebook Twitter | WhatsApp"], ["furniture"], "share row in one line"),
    (["Facebook and Twitter fell"], ["body"], "what happened to the owners of buttons"),
    (["Advertisement"], ["furniture"], "advertising label"),
    (["Shares in Weir Mills fell 6% to 318 pence."], ["body"], "a sentence that opens like a button"),
    (["Support for Marl fell to 29 percent."], ["body"], "what support came to"),
    (["Subscribers fell by 4,700 to 26,000 in May."], ["body"], "who subscribes"),
    (["Related crimes rose 7% to 1,240."], ["body"], "what is related to the last sentence"),
    (["Share this with 3 friends."], ["furniture"], "a button with a number"),
    (["Support our work for $7 a month."], ["furniture"], "what is asked of the reader"),
    (["Subscribe for $7 a month."], ["furniture"], "an offer with its price"),
    (["Click to see the full-size image"], ["caption"], "row of a picture"),
    (["The mill at dusk. (Photo: Ada Marl)"], ["caption"], "credit at the end"),
    (
        ["The mill at Ketterly at dusk Photograph: Ada Marl/Weir Pictures"],
        ["caption"],
        "credit without a bracket",
    ),
    (["The mill at Ketterly at dusk.Credit...Ada Marl for The Echo"], ["caption"], "credit without a space"),
    ([f"{LONG} (Weir Photo/Ada Marl)"], ["caption"], "an agency's caption, as long as a paragraph"),
    ([f"{LONG} (The Echo has seen his photo of the gate.)"], ["body"], "what a paper has seen"),
    (["He sent them a photo: it showed 40 hands at the gate."], ["body"], "what a photo showed"),
    (
        ["Workers at the gate on Sunday", "Photo: Ada Marl"],
        ["caption", "caption"],
        "caption right above its credit",
    ),
    (["", "", "The mill seen from the weir", "", ""], ["caption"], "set apart by blank lines"),
    (["By Ada Marl"], ["byline"], "who wrote it"),
    (["Published: 6 May 2024 | 09:12"], ["byline"], "when"),
    (["Sign up for our newsletter"], ["furniture"], "newsletter"),
    (
        ["The weir was sold in May, she said. For the latest, subscribe to our newsletter now."],
        ["body"],
        "news before the newsletter",
    ),
    (["There is more to come. Sign up today for our newsletter."], ["furniture"], "praise before it"),
    (["“Subscribe to our newsletter,” the banner said."], ["body"], "words that are quoted"),
    (
        ["Weir Opens At Last In Marl Town", "", "River Rises In Arlen After Heavy Rain"],
        ["related", "related"],
        "titles in a row",
    ),
    (["Arlen: 5 mills", "Marl: 6 mills", "Weir: 7 mills", "Dunn: 8 mills"], ["list"] * 4, "rows of figures"),
    (["Report", "", "Report", "", "Report"], ["furniture"] * 3, "a button again and again"),
]


@pytest.mark.parametrize(("lines", "expected", "why"), WITHIN, ids=[why for *_, why in WITHIN])
def test_within_the_report(lines, expected, why):
    assert body(*lines) == expected


def test_key_words_between_the_first_paragraph_and_the_others():
    words = "Quick facts:\n40 hands\nThe mill stands since 1911\nArlen\nWeir\n"
    found = kinds(f"{MENU}{HEADLINE}\n\n{FIRST}\n\n{words}\n{SECOND}\n\n{THIRD}\n\nImprint", PageKind.DUMP)
    assert ("body", FIRST[:30]) in found
    assert {("furniture", "Arlen"), ("furniture", "Weir"), ("body", SECOND[:30])} <= set(found)


def test_a_paragraph_that_a_teaser_elsewhere_says_too():
    long = f"After a wet spring {FIRST.lower()}"
    found = kinds(f"{HEADLINE}\n\n{SECOND}\n\n{long}\n\n{THIRD}\n\nHome\nNews\n{long}\nJobs", PageKind.DUMP)
    assert [kind for kind, text in found if text == long[:30]] == ["body", "furniture"]


def test_titles_of_videos_are_no_headline():
    titles = ("Weir opens at last in Marl town", "River rises in Arlen after rain", "One Arlen", "Ox", "Roe")
    videos = "\n".join(f"{n}:5{n} {title}" for n, title in enumerate(titles))
    found = kinds(f"Boy falls into the weir at Arlen\n\n{videos}", PageKind.DUMP)
    assert [text for kind, text in found if kind == "headline"] == ["Boy falls into the weir at Arlen"[:30]]


def test_a_headline_said_again_at_pictures():
    again = f"{HEADLINE.upper()}\n\nClick to see the full-size image\n\n"
    found = kinds(
        f"5,000 $\n\n{HEADLINE}\n\nSupport us\n\n{again}{FIRST}\n\n{again}{SECOND}\n\n{THIRD}", PageKind.DUMP
    )
    assert [kind for kind, text in found if text.lower() == HEADLINE[:30].lower()] == [
        "headline",
        "caption",
        "caption",
    ]
    assert found[0] == ("furniture", "5,000 $")


def test_rows_behind_the_last_paragraph_belong_to_it():
    rows = "\n".join(f"June {day} – Hall {day}, Arlen" for day in range(1, 7))
    found = kinds(f"{MENU}{FIRST}\n\n{SECOND}\n\nDates:\n\n{rows}\n\nFollow us\nImprint", PageKind.DUMP)
    assert [kind for kind, text in found if text.startswith("June")] == ["list"] * 6
    assert found[-1] == ("furniture", "Imprint")


def test_teasers_behind_the_report_do_not():
    teasers = "".join(
        f"{town} Opens Its Weir After A Long Dry Summer\n\nAda Marl\n6 May 2024\n\n"
        f"The weir at {town} was opened by the mayor on Sunday, and many people came.\n\n"
        for town in ("Arlen", "Marl", "Dunn", "Tolby")
    )
    text = f"{MENU}{FIRST}\n\n{SECOND}\n\n{THIRD}\n\nRelated stories\n\n{teasers}Imprint"
    page, layout = lay_out(text, PageKind.DUMP)
    assert [b.span.of(page.text) for b in layout.blocks if b.kind == "body"] == [FIRST, SECOND, THIRD]


def test_an_advertising_label_does_not_end_the_report():
    label = "Advertisement"
    parts = (FIRST, SECOND, label, THIRD, label, f"{FIRST[:-1]}, she said.", f"{SECOND} So he said.")
    text = MENU + "\n\n".join(parts)
    _page, layout = lay_out(text, PageKind.DUMP)
    assert sum(b.kind == "body" for b in layout.blocks) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread is up 5%.", ["body"]),
        ("The mill in Ketterly closes\n\nBread is up 5%.\n\nSo is rye.", ["headline", "body", "body"]),
        ("5 mills in Arlen\n6 in Marl", ["body", "body"]),
        (MENU + "Mill closes", ["furniture"] * 7),
        ("The mill in Ketterly closes\n\n" + "1:20 A weir\n\n" * 9, ["headline"] + ["furniture"] * 9),
    ],
)
def test_a_page_without_a_paragraph(text, expected):
    assert [kind for kind, _ in kinds(text, PageKind.DUMP)] == expected


def test_every_line_with_ink_is_one_block():
    text = f"  a\n\n{FIRST}  \nb\n\n\n c"
    page, layout = lay_out(text, PageKind.DUMP)
    assert [b.span.of(page.text) for b in layout.blocks] == ["a", FIRST, "b", "c"]


def test_a_menu_in_one_long_line_is_no_paragraph():
    menu = "Latest News Local Sport Weather Jobs Motoring Property Letters Farming Business Contact Us " * 3
    found = kinds(f"{menu}\n\n{HEADLINE}\n\n{FIRST}\n\n{SECOND}", PageKind.DUMP)
    assert [kind for kind, _ in found] == ["furniture", "headline", "body", "body"]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("(Reporting by Ada Marl; Editing by Tom Dunn)", "body"),
        ("Contributing: Ada Marl", "body"),
        ("Editor's note: this was told on Sunday", "body"),
        ("Reporting line open", "furniture"),
    ],
)
def test_notes_below_the_report_belong_to_it(note, kind):
    found = kinds(f"{MENU}{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{note}\n\nImprint", PageKind.DUMP)
    assert found[-2:] == [(kind, note[:30]), ("furniture", "Imprint")]


EDGES = [
    ("Some 60 hands marched there.", "body", "a short paragraph of the report"),
    ("She said: “We had 60.”", "body", "a closing mark behind the stop"),
    ("Read more about the mill", "furniture", "no sentence"),
    ("Follow us on Facebook today.", "furniture", "of the page"),
    ("Weather. Jobs.", "furniture", "too few words"),
]


@pytest.mark.parametrize(("line", "kind", "why"), EDGES, ids=[why for *_, why in EDGES])
def test_short_lines_right_above_and_below_the_paragraphs(line, kind, why):
    for text in (f"{MENU}{FIRST}\n\n{SECOND}\n\n{line}\n", f"{MENU}{line}\n\n{FIRST}\n\n{SECOND}\n"):
        page, layout = lay_out(text, PageKind.DUMP)
        found = {block.span.of(page.text): block.kind.value for block in layout.blocks}
        assert (found[line] == "body") == (kind == "body"), why
