"""Tables of an HTML page: which runs are rows of data, and the heads of their columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso.blocks.tree import Node, Run, Tree
from sayso.model import Span

# The intake numbers the columns of a row of data, and of no other: pages are laid out as tables too.
_COLUMN = re.compile(r"(?:^|\s)\|(\d{1,4})$")
_CELLS = frozenset({"td", "th"})
# More cells than this in one table are not looked at for heads.
_MOST_CELLS = 200_000

# A cell with its column.
_Cell = tuple[int, Node]


def is_row_of_data(run: Run) -> bool:
    """Whether a run is a row of a table that holds data, and not a paragraph in a page's layout."""
    return any(node.tag in _CELLS and _COLUMN.search(node.names) for node in run.node.up())


def find_heads(tree: Tree) -> dict[int, tuple[Span | None, ...]]:
    """The heads of the columns, by the number of the run of each row.

    Args:
        tree: the page's tree.

    Returns:
        For each row of data of a table with a row of heads, and for each of its cells with ink in order,
        where the head of its column stands. Heads are the cells of the last row of ``th`` before the first
        other row; without such a row those of the first, if it prints no digit and the others do.
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
    found: dict[int, tuple[Span | None, ...]] = {}
    for members in tables.values():
        place = _find_head_row(tree, texts, members, rows)
        if place is None:
            continue
        heads = rows[members[place]]
        columns = [column for column, _ in heads]
        for row in members[place + 1 :]:
            if (number := texts.get(row.span.start)) is not None:
                found[number] = tuple(_head_of(column, columns, heads) for column, _ in rows[row])
    return found


def _find_head_row(
    tree: Tree, texts: Mapping[int, int], members: Sequence[Node], rows: Mapping[Node, list[_Cell]]
) -> int | None:
    """The place of the row of heads in its table."""
    marked = 0
    while marked < len(members) and _is_marked(members[marked], rows[members[marked]]):
        marked += 1
    if marked:
        return marked - 1 if marked < len(members) else None
    printed = [
        any(map(str.isdigit, tree.runs[number].text))
        if (number := texts.get(row.span.start)) is not None
        else False
        for row in members
    ]
    return 0 if len(printed) > 1 and not printed[0] and all(printed[1:]) else None


def _is_marked(row: Node, cells: Sequence[_Cell]) -> bool:
    """Whether the page marks a row as one of heads."""
    return all(node.tag == "th" for _, node in cells) or any(one.tag == "thead" for one in row.up())


def _head_of(column: int, columns: Sequence[int], heads: Sequence[_Cell]) -> Span | None:
    """The head that begins at a column or, as it may span several, last before it."""
    place = bisect_right(columns, column) - 1
    return heads[place][1].span if place >= 0 else None
