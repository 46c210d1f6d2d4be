"""Products through a bound: "at most half of what there is" makes of a figure a least one."""

# A construction reads best on one line.
# ruff: noqa: E501

from collections.abc import Iterator

from sayso.model import Figure, Interval
from sayso.sums import interval as iv
from sayso.sums.claim import Claim, Way
from sayso.sums.likeness import amounts, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.settle import soften
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind, Hedge

_BOUND = r"(?:,|—|--|\b(?:is|are|was|were|be|only|represents?|makes? up|just)\b)[^<>]{0,20}<s:fpx> (?:of )?(?:the|all|its|their) (?:real|true|actual|whole|total|full)\b"
_AFTER = 4
_BOUNDS = (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)
_NEAR = 20


def find_bounds(scene: Scene, line: Line) -> Iterator[Claim]:
    """A figure further on that is worked out of one here and a share of the whole that the text bounds."""
    for match in line.find(_BOUND):
        share = scene.figure(int(match["s"]))
        for base in _bases(scene, line, int(match["s"])):
            formula = "a / (b / 100)" if share.unit == "%" else "a / b"
            found = iv.divide(scene.figure(base).interval, soften(share))
            for later in scene.lines[line.number : line.number + _AFTER + 1]:
                for number in amounts(scene, later):
                    behind = number > int(match["s"])
                    if behind and _is_worked_out(scene.figure(number), scene.figure(base), found):
                        way = Way((base, int(match["s"])), formula)
                        yield Claim(CheckKind.MULTIPLE, scene.figure(number).span, number, (way,), firm=False)
                        return


def _bases(scene: Scene, line: Line, share: int) -> list[int]:
    """What the share is of: an amount earlier in the line, else what its subject stands for."""
    own = [n for n in amounts(scene, line) if n < share and sort_of(scene.figure(n)) != "%"]
    if own:
        return own[-1:]
    before = scene.before(line)
    found = amounts(scene, before) if before else []
    pointed = [n for number in found for n in stands_for(scene, line, scene.figure(number))]
    return [n for n in dict.fromkeys(pointed) if sort_of(scene.figure(n)) != "%"][-1:]


def _is_worked_out(figure: Figure, base: Figure, found: Interval) -> bool:
    """Whether a later figure is a point on the bound or the bound itself, and of the same sort."""
    same = sort_of(figure).split("/")[0] == sort_of(base).split("/")[0]
    if (
        not same
        or figure.value is None
        or figure.hedge is Hedge.VAGUE
        or not iv.meets(figure.interval, found)
    ):
        return False
    if figure.hedge in _BOUNDS:
        ends = (found.low, found.high)
        return any(end is not None and abs(end - figure.value) * _NEAR <= end for end in ends)
    return True
