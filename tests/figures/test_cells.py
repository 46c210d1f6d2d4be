"""Cells of tables: what their heads and labels say of the figures in them."""

# ruff: noqa: E501 — a table reads best on one line.
from dataclasses import replace
from fractions import Fraction

import pytest

from sayso.blocks import find_blocks
from sayso.figures import find_figures
from sayso.intake import read_pages
from sayso.model import Reading
from sayso.sentences import find_sentences
from sayso.vocabulary import PageKind

PROSE = "<p>The harbour board of Vessby published its yearly figures on Tuesday, two weeks later than it had promised.</p>"


def reading_of(source, kind):
    page = next(iter(read_pages(source.encode(), "case", kind, None)))
    reading = Reading(page, find_blocks(page).blocks)
    reading = replace(reading, sentences=find_sentences(reading))
    tally = find_figures(reading)
    return replace(reading, figures=tally.figures, labels=tally.labels)


def table_of(rows, caption=""):
    """Rows parted by "/", cells by "|"; the first row is one of heads."""
    lines = [[cell.strip() for cell in row.split("|")] for row in rows.split(" / ")]
    tags = ["th"] + ["td"] * (len(lines) - 1)
    body = "".join(
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in line) + "</tr>"
        for tag, line in zip(tags, lines, strict=True)
    )
    caption = f"<caption>{caption}</caption>" if caption else ""
    return reading_of(f"<article>{PROSE}<table>{caption}{body}</table>{PROSE}</article>", PageKind.HTML)


def told(reading):
    """Each figure as its words, value, unit, thing, year and row."""
    text = reading.page.text
    return [
        (
            one.span.of(text),
            one.value,
            one.unit,
            one.thing and one.thing.of(text),
            one.when and one.when.span.of(text),
            one.row and one.row.of(text),
        )
        for one in reading.figures
        if one.row is not None
    ]


M = 1_000_000
CELLS = [
    ("Town | Deaths | Births / Vessby | 41 | 66", [("41", 41, None, "Deaths", None, "Vessby"), ("66", 66, None, "Births", None, "Vessby")]),
    ("Deaths | 2018 | 2019 / On roads | 41 | 66", [("41", 41, None, "On roads", "2018", "On roads"), ("66", 66, None, "On roads", "2019", "On roads")]),
    ("Quay | Cost (€m) / East | 12.4", [("12.4", Fraction("12.4") * M, "EUR", "Cost", None, "East")]),
    ("Quay | Cost ($ millions) / East | $12.4", [("$12.4", Fraction("12.4") * M, "USD", "Cost", None, "East")]),
    ("Quay | Loss, £'000 / East | 12.4", [("12.4", 12_400, "GBP", "Loss", None, "East")]),
    ("Quay | Cost in millions of euros / East | 12.4", [("12.4", Fraction("12.4") * M, "EUR", "Cost", None, "East")]),
    ("Quay | Tonnes / East | 870", [("870", 870, "tonne", "Tonnes", None, "East")]),
    ("Trade | Jobs (thousands) / Mills | 112", [("112", 112_000, None, "Jobs", None, "Mills")]),
    ("Party | Share % / Harbour List | 41.2", [("41.2", Fraction("41.2"), "%", "Harbour List", None, "Harbour List")]),
    ("Party | Share / Harbour List | 41.2%", [("41.2%", Fraction("41.2"), "%", "Harbour List", None, "Harbour List")]),
    ("Year | Geese / 2015 | 410 / 2016 | 380", [("410", 410, None, "Geese", "2015", "2015"), ("380", 380, None, "Geese", "2016", "2016")]),
    ("Firm | Profit (£m) / Foods | 3.5 / Rail | (4.5)", [("3.5", Fraction("3.5") * M, "GBP", "Profit", None, "Foods"), ("(4.5)", Fraction("-4.5") * M, "GBP", "Profit", None, "Rail")]),
    ("Town | Change / Vessby | −14 / Harrow | +21", [("−14", -14, None, None, None, "Vessby"), ("+21", 21, None, None, None, "Harrow")]),
    ("Camp | Men / Alder | 1,204* / Birch | 870[1]", [("1,204", 1204, None, "Men", None, "Alder"), ("870", 870, None, "Men", None, "Birch")]),
    ("Camp | Men / Alder | 1987 / Birch | 340", [("1987", 1987, None, "Men", None, "Alder"), ("340", 340, None, "Men", None, "Birch")]),
    ("Pos | Team | Won / 1 | Foxes | 14 / 2 | Mills | 11", [("14", 14, None, "Won", None, "Foxes"), ("11", 11, None, "Won", None, "Mills")]),
    ("Item | Amount / Revenue (£m) | 31", [("31", 31 * M, "GBP", "Revenue", None, "Revenue (£m)")]),
    # Look-alikes: no unit but a name, an abbreviation, a count.
    ("Team | L | Points / Foxes | 7 | 31", [("7", 7, None, "L", None, "Foxes"), ("31", 31, None, "Points", None, "Foxes")]),
    ("Striker | Goals (90 min) / Ekdal | 7", [("7", 7, None, "Goals (90 min)", None, "Ekdal")]),
    ("Bird | Pounds / Swan | 24", [("24", 24, None, "Pounds", None, "Swan")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "figures"), CELLS, ids=[rows for rows, _ in CELLS])
def test_a_cell_reads_with_its_heads_and_its_label(rows, figures):
    assert told(table_of(rows)) == figures


def test_a_caption_tells_unit_and_thing():
    reading = table_of("Port | 2018 | 2019 / Vessby | 41.2 | 39.8", "Cargo, million tonnes")
    first = told(reading)[0]
    assert first == ("41.2", Fraction("41.2") * M, "tonne", "Cargo", "2018", "Vessby")
    places = {one.place and one.place.of(reading.page.text) for one in reading.figures if one.row}
    assert places == {"Vessby"}


def test_heads_above_heads_tell_what_is_counted():
    rows = "<tr><th>Town<th colspan=2>Killed<th colspan=2>Injured</tr><tr><th><th>2018<th>2019<th>2018<th>2019</tr>"
    body = "<tr><td>Vessby<td>4<td>2<td>12<td>8</tr>"
    reading = reading_of(f"<article>{PROSE}<table>{rows}{body}</table>{PROSE}</article>", PageKind.HTML)
    assert [(thing, when) for _, _, _, thing, when, _ in told(reading)] == [
        ("Killed", "2018"),
        ("Killed", "2019"),
        ("Injured", "2018"),
        ("Injured", "2019"),
    ]


def test_ranks_and_the_numbers_of_periods_are_labels():
    reading = table_of("Rank | Team | 1 | 2 | F / 1 | Foxes | 7 | 3 | 10 / 2 | Mills | 0 | 9 | 9")
    labels = [(one.span.of(reading.page.text), one.kind.value) for one in reading.labels]
    assert labels == [("1", "name"), ("2", "name"), ("1", "rank"), ("2", "rank")]


TEXTS = [
    ("tabs", "Pier\tShips\tBoats\nNorth\t610\t502\nSouth\t870\t666"),
    ("tabs and an empty cell", "Pier\tShips\tBoats\nNorth\t610\t502\nWest\t\t7\nSouth\t870\t666"),
    ("bars", "| Pier | Ships | Boats |\n|---|---|---|\n| North | 610 | 502 |\n| South | 870 | 666 |"),
    ("a line a cell", "Pier\nShips\nBoats\nNorth\n610\n502\nWest\n12\n7\nSouth\n870\n666"),
    ("wide gaps", "Pier    Ships   Boats\nNorth     610     502\nSouth     870     666"),
]


@pytest.mark.parametrize(("way", "rows"), TEXTS, ids=[way for way, _ in TEXTS])
def test_a_table_in_a_text_is_read_by_its_columns(way, rows):
    text = f"Harbour figures are out\n\nThe board of Vessby published its figures on Tuesday.\n\n{rows}\n\nThe mayor was glad."
    found = told(reading_of(text, PageKind.ARTICLE))
    assert (found[0][0], found[0][3], found[0][5]) == ("610", "Ships", "North")
    assert (found[-1][0], found[-1][3], found[-1][5]) == ("666", "Boats", "South")
    assert [thing for words, _, _, thing, _, _ in found if words == "7"] in ([], ["Boats"])


def test_a_line_score_is_a_row():
    text = "Foxes beat Mills\n\nThe Foxes won a close game on Saturday.\n\nMills 0 14 7 3 — 24\nFoxes 7 3 7 10 — 27\n\nIt rained."
    assert [words for words, *_ in told(reading_of(text, PageKind.ARTICLE))] == [
        "0",
        "14",
        "7",
        "3",
        "24",
        "7",
        "3",
        "7",
        "10",
        "27",
    ]


PLAIN = [
    "Home | News | Sport\nWeather | 12 | Letters",
    "Vessby  won\nHarrow  lost\nFenwick  drew",
    "The match ended 7 3 — 24 people came.",
]


@pytest.mark.parametrize("lines", PLAIN)
def test_lines_that_only_look_like_rows_stay_lines(lines):
    reading = reading_of(
        f"A day in Vessby\n\nIt was a quiet day in the town.\n\n{lines}\n\nThat was all.", PageKind.ARTICLE
    )
    assert not any(block.cells for block in reading.blocks)
