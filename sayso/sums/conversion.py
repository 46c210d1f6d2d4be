"""Conversions: "900 miles (1,450 km)", and currencies against a rate that another pair implies."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from sayso.model import Figure, Given, Missing
from sayso.sums.claim import Claim, Way
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Role
from sayso.words import load_words

_C = CheckKind.CONVERSION
_UNITS = r"<a:qrt>(?:-[a-z]+)?,? ?(?:\((?:or |about |nearly |roughly |some )?<s:qrt>(?: (?:each|long|wide|high|tall|deep|away|across|thick|square|of [a-z]+))?\)|— ?<s2:q> ?—)"
_OR = r"<a:q>(?:-[a-z]+)?(?:,? or|, the equivalent of|, equal to|, which is) (?:about |roughly |nearly |some )?<s:q>"
_MONEY = r"<a:mr>(?:[^<>();]{0,25}|, the equivalent of )\(?(?:or |about |the equivalent of )?<s:mr>\)"
_FAR_OFF = Fraction(5, 4)
_A_DATE = "<d"
_CELSIUS, _FAHRENHEIT = "°C", "°F"


def find_conversions(scene: Scene, line: Line) -> Iterator[Claim]:
    """Amounts that the line gives again in another unit or currency."""
    if len(line.signs) < 2:
        return
    for source in (_UNITS, _OR):
        for match in line.find(source):
            stated = int(match["s"] or match["s2"])
            ways = ways_between(scene.figure(int(match["a"])), scene.figure(stated), int(match["a"]))
            if ways:
                yield Claim(_C, line.span(match), stated, ways)
    for match in line.find(_MONEY):
        yield from _of_money(scene, line, match)


def ways_between(one: Figure, other: Figure, number: int) -> tuple[Way, ...]:
    """The ways from one unit to another; none where they measure different things, or are the same."""
    if one.unit == other.unit or not one.unit or not other.unit or Role.MONEY in (one.role, other.role):
        return ()
    if (one.unit, other.unit) == (_CELSIUS, _FAHRENHEIT):
        # A difference of temperatures is not moved by 32; the words seldom say which is meant.
        return (
            Way((number,), "a * 9 / 5 + 32", rounded=True),
            Way((number,), "a * 9 / 5", rounded=True),
        )
    if (one.unit, other.unit) == (_FAHRENHEIT, _CELSIUS):
        return (
            Way((number,), "(a - 32) * 5 / 9", rounded=True),
            Way((number,), "a * 5 / 9", rounded=True),
        )
    factor = factor_between(one.unit, other.unit)
    if factor is None:
        return ()
    factors = {factor: "", **dict.fromkeys(_imperial_factors(one.unit, other.unit), "imperial ")}
    return tuple(
        Way((number, Given(f"{name}{other.unit} in one {one.unit}", given)), "a * b", rounded=True)
        for given, name in factors.items()
    )


def _imperial_factors(unit: str, other: str) -> list[Fraction]:
    """The factors with the British size of either unit, or of both, where it has one."""
    sizes, british = _units(), _imperial()
    if unit not in british and other not in british:
        return []
    here = [sizes[unit][1], *([british[unit]] if unit in british else [])]
    there = [sizes[other][1], *([british[other]] if other in british else [])]
    return [one / two for one in here for two in there][1:]


def factor_between(unit: str, other: str) -> Fraction | None:
    """How many of the other unit make one of the unit; None where they measure different things."""
    here, there = _units().get(unit), _units().get(other)
    if here and there and here[0] == there[0]:
        return here[1] / there[1]
    return None


@cache
def _imperial() -> dict[str, Fraction]:
    return {unit: _size(size) for unit, size in load_words("conversions")["imperial"]["units"].items()}


def _size(told: str) -> Fraction:
    over, _, under = told.partition("/")
    return Fraction(over) / Fraction(under or "1")


@cache
def _units() -> dict[str, tuple[str, Fraction]]:
    found = {}
    for dimension, table in load_words("conversions").items():
        for unit, size in table["units"].items() if dimension != "imperial" else ():
            found[unit] = (dimension, _size(size))
    return found


def _of_money(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """Money in two currencies: by the rate of another such pair on the page, else without one."""
    first, second = int(match["a"]), int(match["s"])
    units = scene.figure(first).unit, scene.figure(second).unit
    if (
        units[0] == units[1]
        or "/" in f"{units[0]}{units[1]}"
        or scene.figure(first).per != scene.figure(second).per
    ):
        return
    rates = [pair for pair in _pairs(scene) if pair[0] != first and pair[2:] == units]
    if rates:
        ways = tuple(Way((first, left, right), "a * c / b", rounded=True) for left, right, _, _ in rates)
        yield Claim(
            _C,
            line.span(match),
            second,
            ways,
            len(rates) > 1 or _is_far_off(scene, line, first, second, *rates[0][:2]),
        )
    else:
        yield Claim(_C, line.span(match), second, (Way((first, Missing("the exchange rate")), "a * b"),))


def _is_far_off(scene: Scene, line: Line, first: int, second: int, left: int, right: int) -> bool:
    """Whether one pair before tells a rate that no market has moved so far from, with no other time in sight.

    Two pairs that differ are one mistake, which is told of the second; a small gap may be another day's rate.
    """
    values = [scene.figure(number).value for number in (first, second, left, right)]
    there = scene.lines[scene.figure(left).sentence]
    if left > first or any(_A_DATE in one.text for one in (line, there)):
        return False
    a, b, c, d = (value or Fraction(0) for value in values)
    return bool(a and b and c and d) and max(b * c / (a * d), a * d / (b * c)) >= _FAR_OFF


def _pairs(scene: Scene) -> Iterator[tuple[int, int, str | None, str | None]]:
    for line in scene.lines:
        for match in line.find(_MONEY):
            left, right = int(match["a"]), int(match["s"])
            yield left, right, scene.figure(left).unit, scene.figure(right).unit
