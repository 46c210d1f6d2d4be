"""Sums told in no set construction: the words call a figure a rise, a gap or a total, and what it is of stands near.

“By 2011 it had 8,400, a drop of 12.5 percent”: the words say what the figure is, and two others of one thing
that stand close by and make it are its ends. Which figures are meant is read off their nearness, so such a
sum is told where the printed numbers themselves make it, and it is never called wrong.
"""

# A construction reads best on one line.
# ruff: noqa: E501

from collections.abc import Callable, Iterator, Set
from fractions import Fraction
from itertools import combinations

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import spell
from sayso.sums.likeness import heads, is_alike, is_gap_of, may_count_the_same, sort_of
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene, letter_of
from sayso.sums.subject import points_back
from sayso.vocabulary import CheckKind

_JUST = r"(?: (?:by|of|about|some|nearly|almost|only|just|around|roughly|an?|another|more than|over|as much as)){0,3} $"
_UP = r"(?:increase|rise|jump|gain|growth|surge|climb|hike|boost|uptick|spike|raise)"
_DOWN = r"(?:decrease|drop|fall|decline|dip|slide|reduction|cut|slump|plunge|loss|discount|saving)"
_RISES = rf"\b{{rise}}(?: [a-z]+ly)?{_JUST}|\b{_UP} of{_JUST}"
_FALLS = rf"\b{{fall}}(?: [a-z]+ly)?{_JUST}|\b{_DOWN} of{_JUST}"
_RISING = rf"^[ -](?:[a-z]+ )?(?:{_UP}|{{more}})\b"
_FALLING = rf"^[ -](?:[a-z]+ )?(?:{_DOWN}|{{less}})\b"
# "A deterioration of 30 percent": which way it goes is not said.
_CHANGES = rf"\b(?:deterioration|expansion|contraction|improvement|change|shift|move|devaluation|depreciation|appreciation|rebound|recovery|retreat|erosion|advance|downturn|upturn) of{_JUST}"
_GAP = rf"\b(?:{{lead}}|{{turn}}|surplus|shortfall|shortage|hole|excess|overspend|overrun|discrepancy|bounce|majority|profit|balance|winning|losing|passed|carried|defeated|rejected|approved)(?: [a-z]+){{0,2}} (?:of|by|to|at){_JUST}"
_LEAVING = r"\bleav(?:es|ing|e) (?:[a-z]+ ){0,2}$"
_APART = r"^[ -](?:[a-z]+[ -]){0,2}?(?:{lead}|{turn}|{more}|{less}|surplus|shortfall|shortage|majority|profit|apart|clear of|bounce|decided|separated|separating)\b"
_WHOLE = r"\b(?:{total}|both)\b[^<>]{0,30}$|\b(?:toll|tally|count)\b[^<>;]{0,40}\b(?:to|at|is|was|reached) (?:now |about )?$|\b(?:bring|rais|tak|push|lift|mak)(?:ing|es?|s|ed)? [^<>;,]{0,40}\b(?:to|at) (?:about |some )?$|\b(?:add|adds|added|adding) (?:up )?(?:to )?$|\bfor an? (?:[a-z]+-)?[a-z]+ $|\binto one of $|\b(?:gives|giving|gave|makes|making|made) (?:[a-z]+ ){0,3}$|(?:—|--| -) ?(?:or )?(?:about )?$"
_IN_ALL = r"^[^<>;.]{0,30}\b(?:in all|in total|altogether|all told|combined|together|between them)\b"
_PART = r"(?:,|\(|\bor|\bof|:|—|- )(?: (?:about|just|only|nearly|some|almost|roughly|an?))*(?: [a-z]+)? ?(?:(?:rate|share|proportion|percentage|part) of )?$"
_TIMES = r"^(?: as (?:many|much|high|large|big|long|often|fast)| (?:that|the|what|more|higher|larger|over)\b|[,.]|$)"
_AVERAGE = r"\b(?:average of|averag(?:es|ed|ing)|a mean of|or|roughly|about|one (?:for|in|to) every)(?: (?:about|some|nearly|just))? $"
_SHARED = r"^ ?(?:each|apiece|a head|on average|per [a-z]+|for (?:every|each) [a-z]+)\b"
_RAISING = r"(?:\b(?:raising|raised|earning|costing|making|bringing in|grossing|totall?ing|worth|for|paid|paying|cost|costs|capacity of|a total of)|, or|—|-) (?:about |some |nearly |just |a total of )?$"
_PER_MANY = r"^(1,?000|10,?000|100,?000|million)\b"
_EACH = r"\b(?:each|apiece|a piece|every|per)\b"
_AMOUNTS = "cmqrpg"
_FEW_PAIRS = 6
_SMALL = 20
_LONGEST_SUM = 6
# Where more figures than this stand together, some make a sum by chance.
_MOST = 8

_Fit = Callable[[Figure, Figure], bool]


def find_around(scene: Scene, line: Line, done: Set[int | None]) -> Iterator[Claim]:
    """Sums of the line whose operands stand near, in it or in the line before; not of the figures ``done``."""
    for letter, number, at in line.signs:
        if number in done:
            continue
        before, after = line.before(at, 60), line.text[line.text.index(">", at) + 1 :][:50].split("<")[0]
        before = before[before.rfind(">") + 1 :]
        if letter in "pf":
            yield from _of_change(scene, line, number, before, after)
            moved = any(pattern(cue).search(before) for cue in (_RISES, _FALLS)) or any(
                pattern(cue).search(after) for cue in (_RISING, _FALLING)
            )
            if pattern(_PART).search(before) and not moved:
                yield from _of_pairs(scene, line, number, CheckKind.SHARE, ("@a / b",))
        if letter == "x" and (scene.figure(number).value or 0) > 1 and pattern(_TIMES).search(after):
            yield from _of_pairs(scene, line, number, CheckKind.MULTIPLE, ("b / a",), most=1)
        large = letter in "cmq" and (scene.figure(number).value or 0) >= _SMALL
        if letter in "cmqgpt" and (
            pattern(_GAP).search(before)
            or pattern(_APART).search(after)
            or (large and pattern(_LEAVING).search(before))
        ):
            yield from _of_gap(scene, line, number)
        if letter in "cr" and scene.figure(number).per:
            yield from _of_rate(scene, line, number)
        told = pattern(_AVERAGE).search(before) or pattern(_SHARED).search(after)
        if letter in "cmqrt" and (told or scene.figure(number).per):
            yield from _of_average(scene, line, number)
        if letter in "cmqt" and (pattern(_WHOLE).search(before) or pattern(_IN_ALL).search(after)):
            yield from _of_whole(scene, line, number, at)
        if letter in "cmq" and (pattern(_RAISING).search(before) or pattern(_IN_ALL).search(after)):
            yield from _of_product(scene, line, number)


def _of_change(scene: Scene, line: Line, number: int, before: str, after: str) -> Iterator[Claim]:
    """A change in per cent, with its two levels in the line, from the line before to it, or in the next one."""
    formulas = []
    neutral = pattern(_CHANGES).search(before)
    if neutral or pattern(_RISES).search(before) or pattern(_RISING).search(after):
        formulas.append("@b / a - 1")
    if neutral or pattern(_FALLS).search(before) or pattern(_FALLING).search(after):
        formulas.append("@1 - a / b")
    if formulas:
        yield from _of_pairs(scene, line, number, CheckKind.CHANGE, tuple(formulas), ahead=True)


def _of_gap(scene: Scene, line: Line, stated: int) -> Iterator[Claim]:
    """A gap between two figures; a small one may be so by chance, unless they are the only two."""
    figure = scene.figure(stated)
    large = (figure.value or 0) >= _SMALL and letter_of(figure) in "cmq"
    if (figure.value or 0) > 1:

        def fit(left: Figure, right: Figure) -> bool:
            if letter_of(figure) == "t":
                return is_alike(figure, left) or is_alike(figure, right)
            return is_gap_of(scene, figure, left) and (
                large or not is_alike(figure, left) or may_count_the_same(scene, figure, right)
            )

        yield from _of_pairs(
            scene, line, stated, CheckKind.DIFFERENCE, ("b - a",), fit, most=_FEW_PAIRS if large else 1
        )


def _is_level(left: Figure, right: Figure) -> bool:
    """Whether a change or a share may be of two figures: of percentages it would be one of points."""
    return letter_of(left) not in "pg" and letter_of(right) not in "pg"


def _of_pairs(
    scene: Scene,
    line: Line,
    stated: int,
    kind: CheckKind,
    formulas: tuple[str, ...],
    fit: _Fit = _is_level,
    *,
    most: int = _FEW_PAIRS,
    ahead: bool = False,
) -> Iterator[Claim]:
    """The sum with each pair of figures near by of one thing; a is the smaller one, b the larger."""
    pairs = _pairs(scene, line, stated, fit)
    if not pairs and ahead and line.number + 1 < len(scene.lines):
        pairs = _pairs(scene, scene.lines[line.number + 1], stated, fit, alone=True)
    if not 0 < len(pairs) <= most:
        return
    result = scene.figure(stated)
    ways = []
    for pair in pairs:
        figures = [scene.figure(number) for number in pair]
        ways += [Way(pair, spell(formula, ["a", "b"], figures, result)) for formula in formulas]
    yield from _claim(scene, line, stated, kind, ways)


def _claim(scene: Scene, line: Line, stated: int, kind: CheckKind, ways: list[Way]) -> Iterator[Claim]:
    if 0 < len(ways) <= _MOST:
        yield Claim(kind, scene.reading.sentences[line.number].span, stated, tuple(ways), firm=False)


def _pairs(scene: Scene, line: Line, stated: int, fit: _Fit, *, alone: bool = False) -> list[tuple[int, int]]:
    """Pairs of the line's figures that count one thing, the smaller one first; else of one with the line before's."""
    own = _amounts(scene, line, stated)
    result = scene.figure(stated)
    before = scene.before(line)
    earlier = _amounts(scene, before, stated) if before and not alone else []

    if len(own) > _MOST or len(earlier) > _MOST:
        return []

    def fits(one: int, other: int) -> bool:
        left, right = scene.figure(one), scene.figure(other)
        alike = (
            may_count_the_same(scene, left, right)
            or letter_of(result) == "t"
            or _is_told_once(scene, one, other)
        )
        return left.value != right.value and alike and fit(left, right)

    found = [pair for pair in combinations(own, 2) if fits(*pair)]
    if not found and len(own) <= 1:
        across = [(other, one) for one in own for other in earlier]
        # What a line is of that has no level itself, it must point back to.
        alone_before = combinations(earlier, 2) if points_back(line) else ()
        found = [pair for pair in (across or alone_before) if fits(*pair)]
    return [
        (low, high) for low, high in (sorted(pair, key=lambda n: _value(scene.figure(n))) for pair in found)
    ]


def _amounts(scene: Scene, line: Line, stated: int) -> list[int]:
    """The figures of a line that have one value; stretches of time where such a one is stated."""
    told = [(letter, n) for letter, n, _ in line.signs if n != stated and scene.figure(n).value is not None]
    if letter_of(scene.figure(stated)) != "t":
        return [n for letter, n in told if letter in _AMOUNTS]
    # "From 12 years to nine": the unit is told once.
    return [n for letter, n in told if letter == "t" or (letter == "c" and _is_bare(scene, n))]


def _is_told_once(scene: Scene, one: int, other: int) -> bool:
    """Whether the second figure has left out the unit of the first: "1,240 miles by road but 980 by air"."""
    left, right = scene.figure(one), scene.figure(other)
    bare = right.unit is None and letter_of(right) == "c" and _is_bare(scene, other)
    near = abs(_value(right)) * _SMALL >= abs(_value(left)) >= abs(_value(right)) / _SMALL
    return bare and near and left.unit is not None and letter_of(left) in "mq"


def _is_bare(scene: Scene, number: int) -> bool:
    after = scene.reading.page.text[scene.figure(number).span.end :][:2]
    return scene.figure(number).thing is None or after[:1] in ",.;"


def _value(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)


def _of_average(scene: Scene, line: Line, stated: int) -> Iterator[Claim]:
    """“40 inspectors visited 1,200 farms, an average of 30 each”: one shared out among the other."""
    result = scene.figure(stated)
    own = [
        n
        for letter, n, _ in line.signs
        if letter in "cmqt" and n != stated and scene.figure(n).value is not None
    ]
    ways = [
        Way((whole, number), "a / b")
        for whole in own
        for number in own
        if whole != number
        and _is_of_unit(scene.figure(whole), result)
        and letter_of(scene.figure(number)) == "c"
        and not may_count_the_same(scene, scene.figure(whole), scene.figure(number))
        and (result.per is None or result.per in heads(scene, scene.figure(number)))
    ]
    yield from _claim(scene, line, stated, CheckKind.AVERAGE, ways)


def _of_rate(scene: Scene, line: Line, stated: int) -> Iterator[Claim]:
    """“250,000 people and 50 murders, or 20 per 100,000”: the part, the whole and how many it is told by."""
    result = scene.figure(stated)
    by = pattern(_PER_MANY).match(result.per or "")
    if by:
        per = by[1].replace(",", "") if by[1][0].isdigit() else "1000000"
        own = [number for number in _amounts(scene, line, stated) if letter_of(scene.figure(number)) == "c"]
        ways = [
            Way((part, whole), f"{per} * a / b")
            for part in own
            for whole in own
            if _value(scene.figure(part)) < _value(scene.figure(whole))
        ]
        yield from _claim(scene, line, stated, CheckKind.RATE, ways)


def _is_of_unit(whole: Figure, result: Figure) -> bool:
    """Whether a whole is of the unit that a rate or an average has, and no rate itself."""
    unit = (result.unit or "").removesuffix(f"/{result.per}")
    return not whole.per and (whole.unit or "") == unit


def _of_product(scene: Scene, line: Line, stated: int) -> Iterator[Claim]:
    """“3,000 tickets at $5 each, raising $15,000”: so many times so much."""
    result = scene.figure(stated)
    own = [number for number in _amounts(scene, line, stated) if number < stated][-_MOST:]
    each = pattern(_EACH).search(line.text) is not None
    ways = [
        Way((number, price), "a * b")
        for price in own
        for number in own
        if price != number
        and (
            (_is_of_unit(scene.figure(price), result) and letter_of(scene.figure(number)) == "c" and each)
            or _is_priced_by(scene, price, number, result)
        )
    ]
    yield from _claim(scene, line, stated, CheckKind.TOTAL, ways)


def _is_priced_by(scene: Scene, price: int, number: int, result: Figure) -> bool:
    """Whether the one is so much for each of what the other measures or counts: "€320 a hectare", "50 hectares"."""
    rate, amount = scene.figure(price), scene.figure(number)
    unit = (rate.unit or "").removesuffix(f"/{rate.per}")
    named = rate.per is not None and (rate.per == amount.unit or rate.per in heads(scene, amount))
    return named and not amount.per and unit == (result.unit or "")


def _of_whole(scene: Scene, line: Line, stated: int, at: int) -> Iterator[Claim]:
    """A total of the two, three … figures of its sort that were told last."""
    told = [number for _, number, place in line.signs if place < at]
    for step in (1, 2):
        before = scene.before(line, step)
        told = ([number for _, number, _ in before.signs] if before else []) + told
    total = scene.figure(stated)
    parts: list[int] = []
    ways: list[Way] = []
    for number in reversed(told):
        figure = scene.figure(number)
        if figure.value is None or figure.value >= _value(total):
            break
        if sort_of(figure) != sort_of(total).split("/")[0] and not (
            sort_of(figure) == "count" and f"{number}> and <" in line.text
        ):
            break
        parts.insert(0, number)
        if len(parts) > 1 and (len(parts) > 2 or _value(total) >= _SMALL or letter_of(total) == "t"):
            ways.insert(0, Way(tuple(parts), " + ".join(chr(ord("a") + n) for n in range(len(parts)))))
        if len(parts) == _LONGEST_SUM:
            break
    yield from _claim(scene, line, stated, CheckKind.TOTAL, ways)
