"""Which words of an HTML page belong to a picture, and to which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.blocks.lines import ends_as_sentence
from sayso.blocks.tree import Node, Run, Tree
from sayso.model import Mark

_LONGEST_CAPTION = 300
# An element of such a name holds a picture and what belongs to it, be it a whole sentence.
_NAMED = re.compile(
    r"(?i)(?<![a-z])(?:images?|img|photos?|pictures?|pic|figure|media|gallery|slide|foto|bild)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """By number of run: the address of the picture right above it; and the runs boxed with a picture."""

    above: dict[int, str]
    boxed: frozenset[int]


def find_pictures(tree: Tree) -> Pictures:
    """Find the pictures that stand right above runs of text.

    Args:
        tree: the page's tree.

    Returns:
        The address of the last picture between each run and the run before it. A run is boxed where an
        element holds the picture, the run and nothing else, and the run is no sentence or the element is
        named after a picture.
    """
    images = [mark for mark in tree.others if mark.role == "img" and mark.value]
    above: dict[int, str] = {}
    boxed: set[int] = set()
    at = 0
    for number, run in enumerate(tree.runs):
        while at < len(images) and images[at].span.start <= run.span.start:
            above[number] = images[at].value or ""
            box = _find_box(run, images[at])
            if box is not None and _is_caption(run, box):
                boxed.add(number)
            at += 1
    return Pictures(above, frozenset(boxed))


def _is_caption(run: Run, box: Node) -> bool:
    if len(run.text) > _LONGEST_CAPTION:
        return False
    return not ends_as_sentence(run.text) or _NAMED.search(box.names) is not None


def _find_box(run: Run, image: Mark) -> Node | None:
    """The outermost element that has no other text in it than the run, if it holds the picture too.

    Elements are numbered in document order: a picture above the run is in that element if its own
    number is not lower.
    """
    box = None
    for node in run.node.up():
        if not node.span.holds(run.span):
            continue
        if node.span != run.span:
            break
        box = node
    holds = box is not None and image.parent is not None and image.parent >= box.number
    return box if holds else None
