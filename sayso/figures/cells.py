"""Tables: what the heads and labels of a table say of the figure in a cell.

A cell mostly holds a bare number. What it counts, in which unit and when, is told by the head of its
column, a head above several columns, and the label of its row.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.figures.cellunits import Scale, read_unit
from sayso.model import Block, Reading, Span
from sayso.vocabulary import BlockKind
from sayso.words import load_words

# A number and nothing else but a sign, a currency, "%" and the mark of a footnote.
_BARE = re.compile(
    r"(?P<open>\()?\s?(?P<sign>[+−–-])?\s?(?P<money>[A-Z]{0,3}[$€£¥])?\s?(?P<minus>[−–-])?"
    r"(?P<digits>\d[\d.,\u00a0\u2009\u202f]{0,30}|\.\d{1,6}|\d{1,3}(?: \d{3}){1,4})"
    r"(?P<percent>\s?%)?(?P<close>\))?"
    r"\s?(?:[*†‡§¶¹²³]{1,3}|\[\w{1,3}\]|\([a-z]\))?"
)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
LETTER = re.compile(r"[^\W\d_]")


class Cell(NamedTuple):
    """A cell with what its table says of it.

    ``bare`` is the parts of a cell that is one number; ``scale`` what its numbers are multiplied by and
    measured in, ``naming`` tells that they are names or ranks; ``plain`` that a year would be a number
    here, ``negative`` that brackets make a number negative. ``labels`` is "places" or "names" where the
    labels of the rows are such, ``caption`` the words above the table that tell its unit.
    """

    span: Span
    head: Span | None = None
    group: Span | None = None
    row: Span | None = None
    scale: Scale | None = None
    bare: "re.Match[str] | None" = None
    naming: str | None = None
    plain: bool = False
    negative: bool = False
    labels: str | None = None
    caption: Span | None = None


class _Column(NamedTuple):
    """What all cells of a column have in common."""

    scale: Scale | None
    naming: str | None
    plain: bool
    negative: bool


_NO_COLUMN = _Column(None, None, plain=False, negative=False)


def find_cells(reading: Reading) -> dict[int, tuple[Cell, ...]]:
    """The cells of all tables of a page, by the index of the block that is their row."""
    tables: dict[int, list[int]] = {}
    for number, block in enumerate(reading.blocks):
        if block.kind is BlockKind.TABLE and block.table is not None and block.cells:
            tables.setdefault(block.table, []).append(number)
    found: dict[int, tuple[Cell, ...]] = {}
    for rows in tables.values():
        found.update(_read_table(reading, rows))
    return found


def _read_table(reading: Reading, rows: Sequence[int]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    text = reading.page.text
    blocks = [reading.blocks[number] for number in rows]
    top = next((n for n, block in enumerate(blocks) if block.heads), 0)
    groups = blocks[: max(0, top - 1)]
    scales = _scales(reading, rows, blocks[top:])
    bare = [[_BARE.fullmatch(text, cell.start, cell.end) for cell in block.cells] for block in blocks]
    columns = _read_columns(text, blocks[top:], bare[top:], scales)
    caption = reading.blocks[rows[0] - 1].span if scales[None] else None
    labels = _labels(text, blocks[top])
    for number, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        if number < top:
            yield row, tuple(_of_head(cell, one) for cell, one in zip(block.cells, bare[number], strict=True))
            continue
        label = _label_of(text, block, bare[number])
        in_row = _scale_of_row(text, label)
        cells = []
        for place, cell in enumerate(block.cells):
            column = columns.get(block.columns[place], _NO_COLUMN)
            cells.append(
                Cell(
                    cell,
                    block.heads[place] if block.heads else None,
                    _group_of(block.columns[place], groups),
                    label if label != cell else None,
                    column.scale or in_row,
                    bare[number][place],
                    column.naming,
                    column.plain,
                    column.negative,
                    labels,
                    caption,
                )
            )
        yield row, tuple(cells)


def _of_head(cell: Span, bare: "re.Match[str] | None") -> Cell:
    """A cell of a row of heads, whose numbers name columns."""
    return Cell(cell, bare=bare, naming=None if bare and YEAR.fullmatch(bare["digits"]) else "name")


def _scales(reading: Reading, rows: Sequence[int], blocks: Sequence[Block]) -> dict[int | None, Scale | None]:
    """The unit of each column that has one in its head, and under None that of the table's caption."""
    text = reading.page.text
    found: dict[int | None, Scale | None] = {None: None}
    before = reading.blocks[rows[0] - 1] if rows[0] else None
    if before is not None and before.span.end - before.span.start < _LONGEST_CAPTION:
        found[None] = read_unit(before.span.of(text), whole=False)
    for block in blocks:
        for column, head in zip(block.columns, block.heads, strict=False):
            if column not in found:
                found[column] = read_unit(head.of(text), whole=True) if head else None
    return found


_LONGEST_CAPTION = 160


def _read_columns(
    text: str,
    blocks: Sequence[Block],
    bare: Sequence[Sequence["re.Match[str] | None"]],
    scales: dict[int | None, Scale | None],
) -> dict[int, _Column]:
    """What the cells of each column have in common, from its head and from all of them."""
    heads: dict[int, str] = {}
    numbers: dict[int, list[re.Match[str]]] = {}
    for block, found in zip(blocks, bare, strict=True):
        for place, column in enumerate(block.columns):
            head = block.heads[place] if block.heads else None
            if column not in heads:
                heads[column] = head.of(text).lower().strip() if head else ""
            if (one := found[place]) is not None:
                numbers.setdefault(column, []).append(one)
    first = min(heads, default=0)
    return {
        column: _read_column(head, numbers.get(column, []), scales, column, first=column == first)
        for column, head in heads.items()
    }


def _read_column(
    head: str,
    numbers: Sequence["re.Match[str]"],
    scales: dict[int | None, Scale | None],
    column: int,
    *,
    first: bool,
) -> _Column:
    digits = [one["digits"] for one in numbers]
    bracketed = [one["open"] is not None for one in numbers]
    naming = None
    # "No" heads a column of votes as well as one of places.
    if (first and head in table_words("ranks")) or (
        _counts_up(digits) and (head in table_words("ranks") or (first and not head))
    ):
        naming = "rank"
    elif head in table_words("naming"):
        naming = "name"
    return _Column(
        scales.get(column) or scales[None],
        naming,
        plain=any(not YEAR.fullmatch(one) for one in digits),
        negative=any(bracketed) and not all(bracketed),
    )


def _counts_up(digits: Sequence[str]) -> bool:
    """Whether the numbers of a column are 1, 2, 3 and so on."""
    return len(digits) > 1 and all(one == str(n) for n, one in enumerate(digits, 1))


def _group_of(column: int, groups: Sequence[Block]) -> Span | None:
    """The head above the heads that a column stands under, the lowest of them."""
    for block in reversed(groups):
        places = [place for place, begins in enumerate(block.columns) if begins <= column]
        if places:
            return block.cells[places[-1]]
    return None


def _label_of(text: str, block: Block, bare: Sequence["re.Match[str] | None"]) -> Span | None:
    """The label of a row: its first cell with words, else its first cell where that is no plain number."""
    for cell, one in zip(block.cells, bare, strict=True):
        if one is None and LETTER.search(text, cell.start, cell.end):
            return cell
    if len(block.cells) > 1 and (bare[0] is None or YEAR.fullmatch(bare[0]["digits"])):
        return block.cells[0]
    return None


def _labels(text: str, block: Block) -> str | None:
    """What the first head says the labels of the rows are: names of places, other names, or None."""
    told = {head.of(text).lower() for head in block.heads[:2] if head}
    return next((kind for kind in ("places", "names") if told & table_words(kind)), None)


def _scale_of_row(text: str, label: Span | None) -> Scale | None:
    """The unit that a row's label has in brackets: "Revenue (£m)"."""
    return read_unit(label.of(text), whole=False) if label and label.of(text).endswith(")") else None


def table_words(name: str) -> frozenset[str]:
    """One list of ``words/tables.toml``: phrases a line where it has lines, else words."""
    return _tables()[name]


def _tables() -> dict[str, frozenset[str]]:
    if not _LISTS:
        for name, table in load_words("tables").items():
            words = table["words"]
            _LISTS[name] = frozenset(words.split("\n") if name in _PHRASES else words.split())
    return _LISTS


_PHRASES = ("total_phrases", "loose_totals", "inside", "majorities")
_LISTS: dict[str, frozenset[str]] = {}
