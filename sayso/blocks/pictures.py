"""Which words of an HTML page belong to a picture, and to which."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.blocks.lines import ends_as_sentence
from sayso.blocks.tree import Run, Tree
from sayso.model import Mark

_LONGEST_CAPTION = 200


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
        element holds the picture, the run and nothing else, and the run is too short for a paragraph.
    """
    images = [mark for mark in tree.others if mark.role == "img" and mark.value]
    above: dict[int, str] = {}
    boxed: set[int] = set()
    at = 0
    for number, run in enumerate(tree.runs):
        while at < len(images) and images[at].span.start <= run.span.start:
            above[number] = images[at].value or ""
            if _is_short(run) and _is_boxed(run, images[at]):
                boxed.add(number)
            at += 1
    return Pictures(above, frozenset(boxed))


def _is_boxed(run: Run, image: Mark) -> bool:
    """Whether the outermost element that has no other text in it than the run holds the picture too.

    Elements are numbered in document order: a picture above the run is in that element if its own
    number is not lower.
    """
    number = None
    for node in run.node.up():
        if node.span != run.span:
            break
        number = node.number
    return number is not None and image.parent is not None and image.parent >= number


def _is_short(run: Run) -> bool:
    return len(run.text) <= _LONGEST_CAPTION and not ends_as_sentence(run.text)
