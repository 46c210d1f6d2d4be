"""Restatements: the same figure told twice, once rounder ("18,984 … some 19 thousand")."""

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Figure, Span
from sayso.sums import interval as iv
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import spell
from sayso.sums.likeness import singular, sort_of, things
from sayso.sums.scene import Line, Scene, pattern
from sayso.vocabulary import CheckKind, Hedge, Role

_R = CheckKind.RESTATEMENT
_SHARE_IN_BRACKETS = r"<s:f>[^<>;()]{0,70}\(<a:p>[^<>()]{0,20}\)"
_PERCENT_IN_BRACKETS = r"<s:pf>[^<>;()]{0,70}\(<a:pf>[^<>()]{0,20}\)"
_WORD = re.compile(r"[a-z]{3,}")
_SMALLEST = Fraction(20)
_REACH = 12


def find_restatements(scene: Scene, line: Line) -> Iterator[Claim]:
    """Figures of the line that tell another figure of the page again."""
    for match in pattern(_PERCENT_IN_BRACKETS).finditer(line.text):
        stated, other = int(match["s"]), int(match["a"])
        if scene.figure(stated).unit != scene.figure(other).unit:
            formula = spell("%a", ["a"], [scene.figure(other)], None)
            yield Claim(_R, line.span(match), stated, (Way((other,), formula),))


def find_retold(scene: Scene) -> Iterator[Claim]:
    """Rounded figures anywhere on the page with the precise one of the same thing that they tell again.

    Only figures of one thing, one sort and one time are paired, and a pair that does not fit is none.
    """
    figures = scene.reading.figures
    by_sort: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        if (
            figure.value is not None
            and abs(figure.value) >= _SMALLEST
            and figure.role in (Role.COUNT, Role.MONEY, Role.MEASURE)
        ):
            by_sort.setdefault(sort_of(figure), []).append(number)
    for alike in by_sort.values():
        for number in alike:
            best = _precise(scene, alike, number)
            if best is not None:
                span = figures[number].span
                yield Claim(_R, Span(span.start, span.end), number, (Way((best,), "a"),), firm=False)


def _precise(scene: Scene, alike: list[int], number: int) -> int | None:
    """The nearest figure of the same thing that a rounder one may tell again."""
    figure = scene.figure(number)
    fitting = [
        other
        for other in alike
        if other != number
        and _is_rounder(figure, scene.figure(other))
        and figure.sentence != scene.figure(other).sentence
        and abs(figure.sentence - scene.figure(other).sentence) <= _REACH
        and iv.meets(figure.interval, scene.figure(other).interval)
        and _is_near(figure, scene.figure(other))
        and _is_same(scene, figure, scene.figure(other))
    ]
    return min(fitting, key=lambda other: abs(scene.figure(other).sentence - figure.sentence), default=None)


def _is_near(rough: Figure, precise: Figure) -> bool:
    """Whether the two are at most 15% apart: a bound allows more, but then tells something else."""
    if rough.value is None or precise.value is None:
        return False
    return abs(rough.value - precise.value) * 20 <= abs(rough.value) * 3


def _is_rounder(rough: Figure, precise: Figure) -> bool:
    if rough.value == precise.value:
        return rough.hedge is not Hedge.EXACT and precise.hedge is Hedge.EXACT
    return rough.step is not None and precise.step is not None and rough.step > precise.step


def _is_same(scene: Scene, left: Figure, right: Figure) -> bool:
    """Whether both count the same thing, and nothing says that they do so at different times.

    Two names for one thing ("cases", "reports") are taken for the same where both are told of one
    period and the one figure is the other rounded.
    """
    one, other = things(scene, left), things(scene, right)
    if not other and _rounds_loosely(right, left):
        sentence = scene.reading.sentences[right.sentence].span.of(scene.reading.page.text).lower()
        other = one & {singular(word) for word in _WORD.findall(sentence)}
    if sort_of(left) == "count" and not one & other:
        named = left.when and right.when and left.when.first
        same = (
            left.when
            and right.when
            and (left.when.first, left.when.last) == (right.when.first, right.when.last)
        )
        return bool(named and same and _rounds_to(right, left))
    if left.when and right.when and left.when.first and right.when.first:
        return left.when.first <= (right.when.last or right.when.first) and right.when.first <= (
            left.when.last or left.when.first
        )
    return True


def _rounds_loosely(precise: Figure, rough: Figure) -> bool:
    """Whether the precise figure is at most a tenth off a rough one that says of itself that it is rough."""
    if precise.value is None or not rough.value or rough.hedge is Hedge.EXACT:
        return False
    return abs(precise.value - rough.value) * 10 <= rough.value


def _rounds_to(precise: Figure, rough: Figure) -> bool:
    """Whether the precise figure, rounded to the last digit of the rough one, gives it."""
    if precise.value is None or rough.value is None or not rough.step or rough.value % rough.step:
        return False
    return round(precise.value / rough.step) * rough.step == rough.value
