"""The skeleton of an HTML page, built again from the marks of the intake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.blocks.zones import find_zones
from sayso.model import Mark, Page, Span

_NONE: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Node:
    """One element with ink in it.

    ``names`` is what the intake calls it, ``zones`` what they say, ``within`` the tags of the element and of
    all around it.
    """

    number: int
    tag: str
    names: str
    span: Span
    parent: Node | None
    zones: int
    within: frozenset[str]

    def up(self) -> Iterator[Node]:
        """The element itself and all around it, innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of text that no block element parts; ``linked`` counts its characters in links."""

    span: Span
    text: str
    node: Node
    linked: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """All elements in document order, all runs, the pictures and what else the intake saw."""

    nodes: tuple[Node, ...]
    runs: tuple[Run, ...]
    others: tuple[Mark, ...]


def build_tree(page: Page) -> Tree:
    """Build the tree of a page.

    Args:
        page: an HTML page after intake.

    Returns:
        The tree; its elements have ink in them and keep their order.
    """
    nodes: dict[int, Node] = {}
    order: list[Node] = []
    paths: dict[tuple[frozenset[str], str], frozenset[str]] = {}
    stretches: list[Mark] = []
    others: list[Mark] = []
    for mark in page.marks:
        if mark.role == "run":
            stretches.append(mark)
        elif mark.group is None:
            others.append(mark)
        else:
            parent = nodes.get(mark.parent) if mark.parent is not None else None
            names = mark.value or ""
            zones = find_zones(names) if names else 0
            key = (parent.within if parent else _NONE, mark.role)
            within = paths.get(key)
            if within is None:
                within = paths[key] = key[0] | {mark.role}
            node = Node(mark.group, mark.role, names, mark.span, parent, zones, within)
            nodes[mark.group] = node
            order.append(node)
    runs = [
        Run(mark.span, mark.span.of(page.text), nodes[mark.parent])
        for mark in stretches
        if mark.parent is not None and mark.parent in nodes
    ]
    _count_links(order, runs)
    return Tree(tuple(order), tuple(runs), tuple(others))


def _count_links(nodes: list[Node], runs: list[Run]) -> None:
    """Count the linked characters of each run; links and runs both come in document order."""
    at = 0
    for node in nodes:
        if node.tag != "a":
            continue
        start, end = node.span.start, node.span.end
        while at < len(runs) and runs[at].span.end <= start:
            at += 1
        here = at
        while here < len(runs) and runs[here].span.start < end:
            run = runs[here]
            run.linked += min(end, run.span.end) - max(start, run.span.start)
            here += 1
