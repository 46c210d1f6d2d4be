"""Sums of tables and lists: see tables.md beside this file."""

# ruff: noqa: E501 — a case reads best on one line.
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.blocks import find_blocks
from sayso.figures import find_figures
from sayso.intake import read_pages
from sayso.model import Given, Missing, Reading
from sayso.sentences import find_sentences
from sayso.sums import check_sums
from sayso.vocabulary import PageKind

PAGE = Path(__file__).with_name("tables.md")
PROSE = "".join(
    f"<p>The council of Vessby published the figures of {office} on Tuesday after a long debate.</p>"
    for office in ("harbour", "schools", "roads", "parks")
)
SIGNS = {"✓": "adds_up", "✗": "does_not", "?": "cannot"}
_CASE = re.compile(r"(.+) \((?:tuned on|held out|bug)\)")
_SPAN = re.compile(r"([~^])(\d)")


def reading_of(source, kind):
    page = next(iter(read_pages(source.encode(), "case", kind, None)))
    reading = Reading(page, find_blocks(page).blocks)
    reading = replace(reading, sentences=find_sentences(reading))
    tally = find_figures(reading)
    reading = replace(reading, figures=tally.figures, labels=tally.labels, dates=tally.dates)
    return replace(reading, checks=check_sums(reading))


def cases():
    for part in PAGE.read_text(encoding="utf-8").split("\n### ")[1:]:
        title, *lines = [line for line in part.split("\n") if line]
        name = _CASE.fullmatch(title)
        assert name, f"a case without an origin: {title}"
        yield pytest.param(lines, id=name[1])


def lay_out(lines):
    """The table as HTML, and the words of each cell that states a sum with the verdict."""
    caption, heads, stated, rows = "", 1, [], []
    for line in lines:
        if line.startswith("caption: "):
            caption = f"<caption>{line.removeprefix('caption: ')}</caption>"
        elif line.startswith("heads: "):
            heads = int(line.removeprefix("heads: "))
        else:
            cells = []
            for cell in line.split("|"):
                words, sign = cell.strip(), ""
                if words[-1:] in SIGNS and words:
                    words, sign = words[:-2], SIGNS[words[-1]]
                spans = _SPAN.match(words)
                size = f" {'colspan' if spans[1] == '~' else 'rowspan'}={spans[2]}" if spans else ""
                tag = "th" if len(rows) < heads else "td"
                cells.append(f"<{tag}{size}>{_SPAN.sub('', words, count=1)}</{tag}>")
                if sign:
                    stated.append((len(rows), words, sign))
            rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<article>{PROSE}<table>{caption}{''.join(rows)}</table>{PROSE}</article>", stated


@pytest.mark.parametrize("lines", list(cases()))
def test_the_sums_of_a_table(lines):
    source, stated = lay_out(lines)
    reading = reading_of(source, PageKind.HTML)
    text = reading.page.text
    blocks = {
        cell: number for number, block in enumerate(reading.blocks) if block.cells for cell in block.cells
    }
    found = []
    for check in reading.checks:
        span = reading.figures[check.stated].span
        cell = next(cell for cell in blocks if cell.holds(span))
        found.append((cell.of(text), check.verdict.value, check.working))
    assert sorted(one[:2] for one in found) == sorted(one[1:] for one in stated), found


def article(lines):
    told = "The council of Vessby gave out new figures on Friday after months of waiting."
    return f"Figures for Vessby are out\n\n{told}\n\n{lines}\n\nNobody would say more about them.\n"


def stacked(words):
    return article(words.replace(" ", "\n"))


def listed(head, *items):
    return f"<article>{PROSE}<p>{head}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>{PROSE}</article>"


# Lists and tables of a text: what is read, and words of the stated number with the verdict.
LISTS = [
    (listed("The toll so far:", "Killed: 14", "Injured: 32", "Total: 46"), [("46", "adds_up")]),
    (listed("The toll so far:", "Killed: 14", "Injured: 32", "Total: 56"), [("56", "does_not")]),
    (listed("The 46 victims by town:", "14 in Harrow", "20 in Marlow", "12 in Tarnby"), [("46", "adds_up")]),
    (listed("The 46 victims by town:", "14 in Harrow", "20 in Marlow", "17 in Tarnby"), [("46", "does_not")]),
    (listed("Houses by parish:", "Alder – 12", "Birch – 9", "Cedar – 8", "Total – 29"), [("29", "adds_up")]),
    (
        listed(
            "The town will spend $6 million:",
            "$4.2 million for roads",
            "$1.1 million for parks",
            "$700,000 for the pool",
        ),
        [("$6 million", "adds_up")],
    ),
    (
        listed("The storm killed 12 people in three parishes:", "Alder: 3", "Birch: 4", "Cedar: 5"),
        [("12", "adds_up")],
    ),
    (article("Men - 41\nWomen - 38\nChildren - 12\nTotal - 91"), [("91", "adds_up")]),
    (article("Men: 41\nWomen: 38\nChildren: 12\nTotal: 94"), [("94", "does_not")]),
    (article("2021: 412\n2022: 398\n2023: 451\nTotal: 1,261"), [("1,261", "adds_up")]),
    (article("Pier\tShips\nNorth\t610\nSouth\t870\nTotal\t1,480"), [("1,480", "adds_up")]),
    (
        article("| Pier | Ships |\n|---|---|\n| North | 610 |\n| South | 870 |\n| **Total** | **1,480** |"),
        [("1,480", "adds_up")],
    ),
    (
        article(
            "Pier     Ships   Boats\nNorth       41      12\nSouth       38       6\nTotal       79      18"
        ),
        [("79", "adds_up"), ("18", "adds_up")],
    ),
    (article("Harrow 0 14 7 3 — 24\nVessby 7 3 7 10 — 27"), [("24", "adds_up"), ("27", "adds_up")]),
    (article("Harrow 0 14 7 3 — 24\nVessby 7 3 7 10 — 37"), [("24", "adds_up"), ("37", "does_not")]),
    # Cells that have become lines.
    (
        stacked("Post Calls Fires Kell 41 12 Marne 38 6 Orrin 20 7 Total 99 25"),
        [("99", "adds_up"), ("25", "adds_up")],
    ),
    (
        stacked("Post Calls Fires Kell 41 12 Marne 38 6 Orrin 20 7 Total 99 35"),
        [("99", "adds_up"), ("35", "does_not")],
    ),
    (
        stacked("Geese 2022 2023 Kell 410 380 Marne 36 44 Orrin 12 12 Total 458 436"),
        [("458", "adds_up"), ("436", "adds_up")],
    ),
    (stacked("Killed 14 Injured 32 Missing 3 Total 49"), [("49", "adds_up")]),
    (stacked("Killed 14 Injured 32 Missing 3 Total 59"), [("59", "does_not")]),
    # Look-alikes.
    (stacked("Share 12 Tweet 5 Mail 3 Total 40"), []),
    (stacked("Bread 2.50 Milk 1.20 Eggs 3.10"), []),
    (
        listed(
            "The storm left 46 people homeless. It also did this:",
            "14 people were killed",
            "2 bridges fell",
            "12 boats sank",
        ),
        [],
    ),
    (listed("The 60 fires, including:", "14 in Harrow", "9 in Marlow", "8 in Tarnby"), []),
    (listed("The town bought three things:", "12 new buses", "3 ferries", "1 crane"), []),
    (listed("Of the 40 mills these are still at work:", "12 in Harrow", "9 in Marlow", "8 in Tarnby"), []),
    (listed("How homes are heated:", "Gas: 62%", "Wood: 23%", "Oil: 15%"), []),
    (listed("For 5 people you need:", "2 eggs", "100 g butter", "3 apples"), []),
    (listed("Top scorers:", "Ekdal: 12", "Brandt: 9", "Venn: 7"), []),
    (article("Men: 41\nWomen: 38\nChildren: 12\nTotal: 19"), []),
    (article("Length: 12 km\nCost: $4 million\nJobs: 41\nTotal budget: $9 million"), []),
    (article("Monday 7 11 23 31 42 — 9\nTuesday 3 14 15 26 40 — 8\nFriday 1 2 30 41 44 — 6"), []),
    (article("Men: 120\nWomen: 140\nUnder 18: 60\nTotal: 260"), []),
]


@pytest.mark.parametrize(("source", "stated"), LISTS)
def test_the_sums_of_a_list_or_a_table_of_a_text(source, stated):
    reading = reading_of(source, PageKind.HTML if source.startswith("<") else PageKind.ARTICLE)
    text = reading.page.text
    found = [(reading.figures[check.stated].span.of(text), check.verdict.value) for check in reading.checks]
    assert found == stated, [check.working for check in reading.checks]


def test_the_cell_that_is_missing_is_named():
    source, _ = lay_out(["Pier | Ships", "North | 610", "South | n/a", "East | 145", "Total | 1,625"])
    (check,) = reading_of(source, PageKind.HTML).checks
    assert check.operands[-1] == Missing("the figure for “South” under “ships”")
    assert check.working == "610 + 145 + (the figure for “South” under “ships”)"
    assert check.reason == "the figure for “South” under “ships” is not given"


def test_more_rows_than_letters_are_one_operand():
    rows = "\n".join(f"Pier {chr(65 + n % 26)}\t{n}" for n in range(1, 41))
    (check,) = reading_of(article(f"Pier\tShips\n{rows}\nTotal\t820"), PageKind.ARTICLE).checks
    (operand,) = check.operands
    assert isinstance(operand, Given)
    assert (operand.what, operand.value) == ("the 40 numbers of the column, added", 820)
    assert check.verdict == "adds_up"


@pytest.mark.parametrize("every", [0, 1, 2, 50])
def test_a_long_table_takes_time_in_line_with_its_length(every):
    def seconds(count):
        rows = [
            f"{'Total' if every and n % every == 0 else 'Pier'}\t{n % 97}\t{n % 89}\t{n % 97 + n % 89}"
            for n in range(count)
        ]
        text = article("Pier\tShips\tBoats\tTotal\n" + "\n".join(rows))
        start = time.process_time()
        reading_of(text, PageKind.ARTICLE)
        return time.process_time() - start

    seconds(50)
    assert seconds(1_600) < 12 * max(seconds(400), 0.02)
