"""Teasers of other articles: small elements, mostly in a row, whose title is a link."""

from __future__ import annotations

from collections import Counter

from sayso.blocks.tree import Node, Run, Tree

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOXES = frozenset({"li", "article", "div", "section", "a", "td", "figure"})
# A teaser is a title and a few lines; a report is longer.
_LARGEST = 700
_SHORTEST_TITLE = 12
_FEWEST = 3


def find_teasers(tree: Tree) -> set[Node]:
    """The elements that tease another article.

    Args:
        tree: the page's tree.

    Returns:
        Elements of at most 700 characters with a linked title and text besides: those whose title is a
        heading, and those of which three or more stand in a row with the same names.
    """
    titles = [run for run in tree.runs if run.linked >= 0.9 * len(run.text) >= 0.9 * _SHORTEST_TITLE]
    headed: set[Node] = set()
    plain: dict[Node, None] = {}
    for run in titles:
        box = _box_of(run)
        if box is None:
            continue
        if any(node.tag in _HEADINGS for node in run.node.up() if box.span.holds(node.span)):
            headed.add(box)
        plain[box] = None
    rows = Counter((box.parent, box.tag, box.names) for box in plain)
    return headed | {box for box in plain if rows[box.parent, box.tag, box.names] >= _FEWEST}


def _box_of(run: Run) -> Node | None:
    """The smallest element that holds a title and more than it, if it is small enough for a teaser."""
    for node in run.node.up():
        size = node.span.end - node.span.start
        if size > _LARGEST:
            return None
        if node.tag in _BOXES and size > run.span.end - run.span.start + 20:
            return node
    return None
