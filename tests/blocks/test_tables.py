"""Tables: which runs are rows of data, and the heads of their columns."""

import pytest
from page_of import FIRST, SECOND, THIRD, lay_out

from sayso.vocabulary import PageKind

ROWS = "<tr><td>North<td>610<td>502</tr><tr><td>South<td>870<td>666</tr>"
TABLES = [
    (
        f"<thead><tr><th>Pier<th>Now<th>In June</tr></thead><tbody>{ROWS}",
        ["Pier", "Now", "In June"],
        "marked",
    ),
    (f"<tr><th>Pier<th>Now<th>In June</tr>{ROWS}", ["Pier", "Now", "In June"], "marked cell by cell"),
    (f"<tr><td>Pier<td>Now<td>In June</tr>{ROWS}", ["Pier", "Now", "In June"], "a row without a digit"),
    (
        f"<thead><tr><th>Pier<th colspan=2>Berths</tr></thead>{ROWS}",
        ["Pier", "Berths", "Berths"],
        "over two columns",
    ),
    (f"<tr><th><th>Now<th>In June</tr>{ROWS}", [None, "Now", "In June"], "an empty corner"),
    (
        f"<tr><th>By pier<th>Berths</tr><tr><th>Pier<th>Now<th>In June</tr>{ROWS}",
        ["Pier", "Now", "In June"],
        "two rows",
    ),
    (ROWS, [], "no heads"),
    (
        f"<tr><td>Pier<td>Now<td>In 2025</tr>{ROWS}",
        ["Pier", "Now", "In 2025"],
        "heads with digits, not marked",
    ),
    (f"<tr><td>Pier<td>2024<td>2025</tr>{ROWS}", ["Pier", "2024", "2025"], "years, not marked"),
    ("<tr><td>East<td>2024<td>11</tr><tr><td>South<td>870<td>666</tr>", [], "a number among the first row"),
    (f"<tr><th>North<td>610<td>502</tr>{ROWS}", [], "heads of rows"),
]


@pytest.mark.parametrize(("table", "heads", "why"), TABLES, ids=[why for *_, why in TABLES])
def test_the_heads_of_columns(table, heads, why):
    html = f"<article><p>{FIRST}<p>{SECOND}<table>{table}</table><p>{THIRD}</article>"
    page, layout = lay_out(html, PageKind.HTML)
    (row,) = (block for block in layout.blocks if block.span.of(page.text) == "South\t870\t666")
    assert row.kind == "table"
    assert [head and head.of(page.text) for head in row.heads] == heads


def test_a_page_laid_out_as_a_table_has_no_rows():
    html = f"<table><tr><td><a href=x>Home</a><td>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</table>"
    page, layout = lay_out(html, PageKind.HTML)
    kinds = {block.span.of(page.text): block.kind.value for block in layout.blocks}
    assert {kinds[text] for text in (FIRST, SECOND, THIRD)} == {"body"}


def test_a_cell_over_two_rows_moves_the_cells_below_it():
    heads = "<tr><th>Side<th>Pier<th>Berths</tr>"
    rows = f"{heads}<tr><td rowspan=2>East<td>North<td>610</tr><tr><td>South<td>870</tr>"
    more = "<tr><td colspan=2>Both<td>1,480</tr>"
    page, layout = lay_out(
        f"<article><p>{FIRST}<p>{SECOND}<table>{rows}{more}</table><p>{THIRD}</article>", PageKind.HTML
    )
    cells = [block for block in layout.blocks if block.kind == "table"]
    assert [block.columns for block in cells] == [(0, 1, 2), (0, 1, 2), (1, 2), (0, 2)]
    assert [cell.of(page.text) for cell in cells[2].cells] == ["South", "870"]
    assert {block.table for block in cells} == {0}


@pytest.mark.parametrize(
    "rows",
    [
        "Pier\tNow\tJune\nNorth\t610\t502\nSouth\t870\t666",
        "| Pier | Now | June |\n|---|---|---|\n| North | 610 | 502 |\n| South | 870 | 666 |",
        "Pier\nNow\nJune\nNorth\n610\n502\nWest\n12\n31\nSouth\n870\n666",
    ],
    ids=["tabs", "bars", "a line a cell"],
)
@pytest.mark.parametrize("kind", [PageKind.DUMP, PageKind.ARTICLE])
def test_a_table_of_a_text_has_rows_and_heads(rows, kind):
    after = "\n\n".join(
        f"On pier {n} {one[0].lower()}{one[1:]}" for n in "123" for one in (SECOND, FIRST, THIRD)
    )
    page, layout = lay_out(f"Piers are full\n\n{FIRST}\n\n{SECOND}\n\n{rows}\n\n{after}\n", kind)
    told = [block for block in layout.blocks if block.heads]
    assert {block.kind.value for block in told} == {"table"}
    cells = [[cell.of(page.text) for cell in block.cells] for block in told]
    assert cells[0] == ["North", "610", "502"]
    assert cells[-1] == ["South", "870", "666"]
    assert [head.of(page.text) for head in told[0].heads] == ["Pier", "Now", "June"]
