"""What "this", "that number", "the total" or a sentence without its own subject stands for."""

import re

from sayso.model import Figure
from sayso.sums.likeness import amounts, may_count_the_same
from sayso.sums.scene import Line, Scene

_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|but|so|now|overall|in all|altogether|together|in total),? )?"
    r"(?:this|that|these|those|it|they|which|the (?:total|number|figure|sum|amount|rate|increase|rise|drop)|"
    r"that's|it's|up|down|more than|or|in all|about|almost|nearly|an?)\b"
)


def points_back(line: Line) -> bool:
    """Whether the line opens with a word that stands for something said before it."""
    return bool(_POINTS_BACK.match(line.text[:60]))


def stands_for(scene: Scene, line: Line, like: Figure, steps: int = 1) -> list[int]:
    """The amounts that a line which points back may mean, nearest line first.

    Args:
        scene: the reading's lines.
        line: the line that points back.
        like: a figure of the sort that is looked for.
        steps: how many lines back to look.
    """
    if not points_back(line):
        return []
    for step in range(1, steps + 1):
        before = scene.before(line, step)
        found = amounts(scene, before, like) if before else []
        fitting = [number for number in found if may_count_the_same(scene, scene.figure(number), like)]
        if fitting:
            return fitting
    return []
