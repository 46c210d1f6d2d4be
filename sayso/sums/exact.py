"""Numbers that others near by make to the last digit: "212 votes … 11,946 votes to the 11,734 of …".

Nothing in the words need call such a number a sum. With three digits that count it hardly ever comes out by
chance; where it does not come out nothing is said.
"""

import re
from collections.abc import Iterator, Set
from fractions import Fraction
from itertools import combinations

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.likeness import may_count_the_same, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind, Hedge

_REACH = 2
_FEWEST, _MOST = 2, 14
_DIGITS = 3
# Among more numbers two of two digits make a third by chance.
_FEW = 6
_SMALL, _LARGE = 10, 100
# Tenths to thousandths become whole numbers, which are added at a tenth of the cost.
_GRAIN = 1_000
_MORE = re.compile(
    r"(?: [a-z]+)? (?:more|less|fewer|higher|lower|larger|smaller|above|below|under|short|ahead|behind)\b"
)


def find_exact(scene: Scene, line: Line, made: Set[frozenset[int]]) -> Iterator[Claim]:
    """Totals and differences whose three numbers stand in the line and the two before it.

    Args:
        scene: the reading's lines.
        line: the line that has at least one of the three.
        made: the figures of the sums that have been found to add up; they are not found again.
    """
    own = {number for letter, number, _ in line.signs if letter in "cmq"}
    if not own:
        return
    near: dict[str, list[int]] = {}
    for there in scene.lines[max(0, line.number - _REACH) : line.number + 1]:
        for letter, number, _ in there.signs:
            if letter in "cmq" and _is_plain(scene.figure(number)):
                near.setdefault(sort_of(scene.figure(number)), []).append(number)
    for numbers in near.values():
        if _FEWEST < len(numbers) <= _MOST:
            for told in _threes(scene, numbers):
                if not own.isdisjoint(told) and frozenset(told) not in made:
                    yield _claim(scene, line, *told)
            yield from _of_run(scene, line, [n for n in numbers if n in own], numbers, made)


def _is_plain(figure: Figure) -> bool:
    return figure.value is not None and figure.value > 0 and figure.hedge is Hedge.EXACT and not figure.per


def _digits(size: int) -> int:
    """How many digits of a number count: 1,200 has two, 1,204 four."""
    return len(str(size).rstrip("0"))


def _threes(scene: Scene, numbers: list[int]) -> Iterator[tuple[int, int, int]]:
    """Two parts and their whole, of one thing, in as many digits as chance hardly makes."""
    size = {number: int((scene.figure(number).value or 0) * _GRAIN) for number in numbers}
    wholes: dict[int, list[int]] = {}
    for number in numbers:
        wholes.setdefault(size[number], []).append(number)
    fewest = _FEWEST if len(numbers) <= _FEW else _DIGITS
    for one, other in combinations(numbers, 2):
        for whole in wholes.get(size[one] + size[other], ()):
            digits = [_digits(size[number]) for number in (one, other, whole)]
            if max(digits) >= _DIGITS and min(digits) >= fewest:
                figure = scene.figure(whole)
                if all(may_count_the_same(scene, scene.figure(part), figure) for part in (one, other)):
                    yield one, other, whole


def _of_run(
    scene: Scene, line: Line, parts: list[int], numbers: list[int], made: Set[frozenset[int]]
) -> Iterator[Claim]:
    """A whole told here or before, and three parts or more of one sentence that make it."""
    wholes = {scene.figure(number).value: number for number in numbers}
    for start in range(len(parts) - _DIGITS + 1):
        for end in range(len(parts), start + _DIGITS - 1, -1):
            run = parts[start:end]
            total = sum((scene.figure(number).value or Fraction(0) for number in run), Fraction(0))
            whole = wholes.get(total, run[0])
            sure = total >= _LARGE or (total >= _SMALL and run == [n for n in parts if n != whole])
            same = all(may_count_the_same(scene, scene.figure(n), scene.figure(whole)) for n in run)
            if whole not in run and sure and same and frozenset((*run, whole)) not in made:
                span = scene.reading.sentences[line.number].span
                yield Claim(CheckKind.TOTAL, span, whole, (sum_of(run),), firm=False)
                return


def _claim(scene: Scene, line: Line, one: int, other: int, whole: int) -> Claim:
    """What is said to be more or less is a gap; else the last of the three is what the others make."""
    span = scene.reading.sentences[line.number].span
    told = (one, other, whole)
    text = scene.reading.page.text
    gaps = [n for n in (one, other) if _MORE.match(text, scene.figure(n).span.end)]
    last = gaps[0] if gaps else max(told)
    if last == whole or (whole == min(told) and not gaps):
        return Claim(CheckKind.TOTAL, span, whole, (sum_of((one, other)),), firm=False)
    part = one if last == other else other
    return Claim(CheckKind.DIFFERENCE, span, last, (Way((whole, part), "a - b"),), firm=False)
