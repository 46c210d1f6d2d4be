"""A construction: words in which news states a sum, as a pattern, and what is done with its figures.

In a pattern the sign ``s`` is the stated result and ``a``, ``b``, ``c`` … are the operands. A formula
speaks of the operands by the same letters; ``%a`` is the figure as a share (a percentage divided by
100), and a leading ``@`` gives the result in per cent where the stated figure is in per cent.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.likeness import is_elided, part_of, sort_of
from sayso.sums.scene import Line, Scene, letter_of
from sayso.vocabulary import CheckKind

_BRACKETS = re.compile(r"\([^()]*\)")
_JOINS = re.compile(r"^(?:[^<>;:()]|<d\d+>){0,60}?(?:,|\band\b|\bplus\b|\+) ?(?:[a-z'-]+ ){0,3}$")
_SUM = re.compile(r" [+-] ")
_SHARE = re.compile(r"%([a-z])\b")


@dataclass(frozen=True, slots=True)
class Construction:
    """One row of a family's table.

    ``alike`` names the figures that must be of one sort (of the letters s, a, b …), ``levels`` tells that
    they are levels of one quantity, so that the period of a rate may be left out of all but one.
    """

    kind: CheckKind
    source: str
    formulas: tuple[str, ...]
    alike: str = "ab"
    firm: bool = True
    levels: bool = False


Table = Mapping[str, Construction]


def make_table(*rows: Construction) -> Table:
    """The rows of a family by their patterns."""
    table = {row.source: row for row in rows}
    assert len(table) == len(rows)
    return table


def find_constructions(scene: Scene, line: Line, table: Table) -> Iterator[Claim]:
    """Every sum of a line that a table's constructions state."""
    for source, match in line.find_each(tuple(table)):
        row = table[source]
        signs = {name: int(number) for name, number in match.groupdict().items() if number}
        alike = [signs[name] for name in row.alike if name in signs]
        if are_alike(scene, alike, levels=row.levels):
            stated = signs.pop("s", None)
            stated = signs.pop("s2", stated)
            names = sorted(signs)
            operands = tuple(signs[name] for name in names)
            figures = [scene.figure(number) for number in operands]
            result = None if stated is None else scene.figure(stated)
            ways = tuple(Way(operands, spell(formula, names, figures, result)) for formula in row.formulas)
            yield Claim(row.kind, line.span(match), stated, ways, row.firm)


def joined_to(line: Line, number: int) -> int | None:
    """The figure before that a comma or "and" joins to this one: the two may be meant together."""
    before = None
    for _, other, at in line.signs:
        if other == number:
            between = "" if before is None else line.text[line.text.index(">", before[1]) + 1 : at]
            return before[0] if before is not None and _JOINS.match(between) else None
        before = (other, at)
    return None


def are_alike(scene: Scene, numbers: list[int], *, levels: bool = False) -> bool:
    """Whether the figures are different ones and of one sort; of levels one may name the period for all."""
    sorts = {sort_of(scene.figure(number)) for number in numbers}
    if levels:
        periods = {sort.partition("/")[2] for sort in sorts} - {""}
        sorts = {sort.partition("/")[0] for sort in sorts} | (periods if len(periods) > 1 else set())
    if len(sorts) > 1 and "count" in sorts:
        whole = all(_may_be_elided(scene, number) for number in numbers)
        sorts = sorts - {"count"} if whole else sorts
    return len(set(numbers)) == len(numbers) and len(sorts) == 1


def _may_be_elided(scene: Scene, number: int) -> bool:
    figure = scene.figure(number)
    return sort_of(figure) != "count" or is_elided(scene, figure)


def spell(formula: str, names: list[str], figures: list[Figure], stated: Figure | None) -> str:
    """The formula of a row with shares and per cent written out."""
    shares = dict(zip(names, figures, strict=True))
    formula = _SHARE.sub(lambda sign: part_of(shares[sign[1]], sign[1]), formula)
    if formula.startswith("@"):
        formula = formula[1:]
        if stated is not None and letter_of(stated) in "pg":
            return f"100 * ({formula})" if _SUM.search(_BRACKETS.sub("", formula)) else f"100 * {formula}"
    return formula
