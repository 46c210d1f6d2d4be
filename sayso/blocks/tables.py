"""Tables of an HTML page: which runs are rows of data, and the heads of their columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.blocks.tree import Node, Run, Tree
from sayso.model import Span

# The intake numbers the columns of a row of data, and of no other: pages are laid out as tables too.
_COLUMN = re.compile(r"(?:^|\s)\|(\d{1,4})$")
_CELLS = frozenset({"td", "th"})
# More cells than this in one table are not looked at for heads.
_MOST_CELLS = 200_000

_FEWEST_ROWS = 2
# Plain numbers as a column has them, and those that may be the year that a column is for.
_NUMBER = re.compile(r"[($€£+−–-]{0,3}\d[\d.,]{0,20}%?\)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")

# A cell with its column.
_Cell = tuple[int, Node]
# The cells of a row: column, place and words of each.
Drawn = list[tuple[int, Span, str]]


class Row(NamedTuple):
    """What a block keeps of a table's row (see :class:`sayso.model.Block`)."""

    heads: tuple[Span | None, ...] = ()
    cells: tuple[Span, ...] = ()
    columns: tuple[int, ...] = ()
    table: int | None = None


NO_ROW = Row()


def is_row_of_data(run: Run) -> bool:
    """Whether a run is a row of a table that holds data, and not a paragraph in a page's layout."""
    return any(node.tag in _CELLS and _COLUMN.search(node.names) for node in run.node.up())


def find_rows(tree: Tree) -> dict[int, Row]:
    """The rows of data tables, by the number of the run of each.

    Args:
        tree: the page's tree.

    Returns:
        Each row with its cells and the heads of their columns. Heads are the cells of the last row of ``th``
        before the first other row; without such a row those of the first, if it prints no number that could
        be a row's and the others do. The rows above the first one of data have no heads.
    """
    rows: dict[Node, list[_Cell]] = {}
    for node in tree.nodes:
        if node.tag in _CELLS and (column := _COLUMN.search(node.names)):
            row = next((one for one in node.up() if one.tag == "tr"), None)
            if row is not None:
                rows.setdefault(row, []).append((int(column.group(1)), node))
    if not rows or len(rows) > _MOST_CELLS:
        return {}
    tables: dict[Node | None, list[Node]] = {}
    for row in rows:
        tables.setdefault(next((one for one in row.up() if one.tag == "table"), None), []).append(row)
    texts = {run.span.start: number for number, run in enumerate(tree.runs)}
    found: dict[int, Row] = {}
    for table, members in enumerate(tables.values()):
        members = [row for row in members if row.span.start in texts]
        drawn = [_draw(tree, texts, rows[row], row) for row in members]
        place = _find_head_row(drawn, [_is_marked(row, rows[row]) for row in members])
        for row, cells in zip(members, with_heads(drawn, place, table), strict=True):
            found[texts[row.span.start]] = cells
    return found


def _draw(tree: Tree, texts: Mapping[int, int], cells: Sequence[_Cell], row: Node) -> Drawn:
    """The cells of a row with their columns and words; an empty one never has a span."""
    run = tree.runs[texts[row.span.start]]
    start = run.span.start
    return [
        (column, node.span, run.text[node.span.start - start : node.span.end - start])
        for column, node in cells
    ]


def with_heads(drawn: Sequence[Drawn], place: int | None, table: int) -> Iterator[Row]:
    """The rows of one table, those behind the row of heads with the heads of their columns.

    Args:
        drawn: the cells of each row.
        place: the place of the row of heads, None for a table without one.
        table: the number of the table.
    """
    heads = [] if place is None else drawn[place]
    columns = [column for column, _, _ in heads]
    for number, row in enumerate(drawn):
        below = place is not None and number > place
        yield Row(
            tuple(_head_of(column, columns, heads) for column, _, _ in row) if below else (),
            tuple(span for _, span, _ in row),
            tuple(column for column, _, _ in row),
            table,
        )


def _find_head_row(drawn: Sequence[Drawn], marks: Sequence[bool]) -> int | None:
    """The place of the row of heads in its table."""
    marked = 0
    while marked < len(drawn) and marks[marked]:
        marked += 1
    if marked:
        return marked - 1 if marked < len(drawn) else None
    return 0 if is_head_row(drawn) else None


def is_head_row(drawn: Sequence[Drawn]) -> bool:
    """Whether the first row of a table names columns of numbers though the page does not mark it.

    It has no number that could stand in a column, and every other row has; or it has years where a number
    stands that is none.
    """
    if len(drawn) < _FEWEST_ROWS:
        return False
    printed = [any(any(map(str.isdigit, words)) for _, _, words in row) for row in drawn]
    if not printed[0]:
        return all(printed[1:])
    if any(_NUMBER.fullmatch(words) and not _YEAR.fullmatch(words) for _, _, words in drawn[0]):
        return False
    years = {column for column, _, words in drawn[0] if any(map(str.isdigit, words))}
    plain = {column for column, _, words in drawn[0]} - years
    return bool(plain) and all(
        any(
            column in years and _NUMBER.fullmatch(words) and not _YEAR.fullmatch(words)
            for column, _, words in row
        )
        for row in drawn[1:]
    )


def _is_marked(row: Node, cells: Sequence[_Cell]) -> bool:
    """Whether the page marks a row as one of heads."""
    return all(node.tag == "th" for _, node in cells) or any(one.tag == "thead" for one in row.up())


def _head_of(column: int, columns: Sequence[int], heads: Drawn) -> Span | None:
    """The head that begins at a column or, as it may span several, last before it."""
    place = bisect_right(columns, column) - 1
    return heads[place][1] if place >= 0 else None
