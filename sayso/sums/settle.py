"""From a stated sum to a check: every way the words allow is done, then the verdict is given.

A sum adds up where one way meets what is stated. It is called wrong only where the construction is
firm, every operand is printed, none is vague, and no way meets what is stated even with the soft sides
("more than", "under") left open and the last digit cut off in place of rounded (design, section 6).
"""

from fractions import Fraction

from sayso.model import Check, Figure, Given, Interval, Missing, Operand, Reading
from sayso.sums import interval as iv
from sayso.sums.claim import WORKED_OUT, Claim, Way
from sayso.sums.doubt import is_doubtful
from sayso.sums.formula import rounds, work_out
from sayso.sums.working import show_formula, show_interval
from sayso.vocabulary import CheckKind, Hedge, Role, Verdict

_HALF = Fraction(1, 2)
# Swapped digits (109 and 901) multiply by no more, and these are what a lost zero or a wrong word for a
# power of ten does.
_FAR = 9
_NEAR = 10
_SCALES = (10, 1_000, 1_000_000)


def settle(reading: Reading, claim: Claim) -> Check | None:
    """Do one stated sum.

    Returns:
        The check; None where the sum fails and the words do not say surely that there is one.
    """
    if claim.reason is not None:
        return _cannot(reading, claim, claim.ways[0] if claim.ways else Way((), ""), claim.reason)
    tried: list[tuple[Way, Interval | None, bool]] = []
    refused = None
    for way in claim.ways:
        missing = [operand for operand in way.operands if isinstance(operand, Missing)]
        if missing:
            return _cannot(reading, claim, way, f"{missing[0].what} is not given")
        try:
            result, meets, loosely = _compare(reading, claim, way)
        except iv.UndefinedError as reason:
            refused = refused or (way, str(reason))
            continue
        if meets and not claim.firm and not _is_made_as_printed(reading, claim, way):
            continue
        if meets:
            return _check(reading, claim, way, result, Verdict.ADDS_UP)
        tried.append((way, result, loosely))
    if not claim.firm:
        return None
    if not tried:
        return _cannot(reading, claim, *refused) if refused else None
    for way, _, loosely in tried:
        if loosely:
            return _cannot(reading, claim, way, "the bound holds, but says little about the sum")
    way, result, _ = tried[0]
    vague = [number for number in _figures(claim, way) if reading.figures[number].hedge is Hedge.VAGUE]
    if vague:
        words = reading.figures[vague[0]].span.of(reading.page.text)
        return _cannot(reading, claim, way, f"“{words}” is too vague to decide it", result)
    for near, found, _ in tried:
        if not _is_another_sum(reading, claim, near, found):
            doubtful = is_doubtful(reading, claim, near, lambda other: _meets(reading, claim, other))
            return None if doubtful else _check(reading, claim, near, found, Verdict.DOES_NOT)
    return None


def _meets(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether another way meets what is stated; what cannot be worked out does not."""
    try:
        return _compare(reading, claim, way)[1]
    except iv.UndefinedError:
        return False


def _is_made_as_printed(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether the numbers as printed make a sum that the words do not surely state.

    The room that hedges and round numbers leave would make a sum of what only stands near.
    """
    if claim.stated is None or claim.kind not in WORKED_OUT or way.at_most:
        return True
    stated = reading.figures[claim.stated]
    figures = [reading.figures[operand] for operand in way.operands if isinstance(operand, int)]
    if stated.value is None or stated.hedge is Hedge.VAGUE or any(figure.value is None for figure in figures):
        return True
    plain = tuple(
        iv.point(reading.figures[operand].value or 0)
        if isinstance(operand, int)
        else _interval(reading, operand, softened=False)
        for operand in way.operands
    )
    result = work_out(way.formula, plain)
    if way.slack:
        result = iv.widen(result, way.slack)
    if not iv.meets(result, _stated(stated, way)) and not _is_cut_off(stated, result):
        return False
    if stated.unit in ("%", "pp") or stated.role in (Role.RATIO, Role.SHARE) or result.low is None:
        return True
    return abs(result.low - stated.value) * _NEAR <= abs(stated.value)


def _is_another_sum(reading: Reading, claim: Claim, way: Way, result: Interval | None) -> bool:
    """Whether a sum is so far off that the words must mean other operands.

    Slips in print change a digit, swap two, lose a zero or say million for billion; they hardly ever
    multiply by more, and they never turn what is left over into what is lacking.
    """
    if claim.kind is CheckKind.CONVERSION and "+" in way.formula:
        # Degrees: the zero of one scale is not that of the other.
        return False
    if claim.stated is not None:
        stated = reading.figures[claim.stated].interval
        if claim.kind is CheckKind.CHANGE and _is_absurd(reading, way):
            return True
        scaled = any(sign in way.formula for sign in "*/")
        return result is not None and _is_far(result, stated, _SCALES if scaled else ())
    one, other = (_interval(reading, operand, softened=False) for operand in way.operands)
    return _is_far(one, other, ())


def _is_absurd(reading: Reading, way: Way) -> bool:
    """Whether the two levels of a change lie so far apart that no percentage of news would tell it."""
    if len(way.operands) != 2 or "b / a" not in way.formula or "100 / " in way.formula:
        return False
    one, other = (_interval(reading, operand, softened=False) for operand in way.operands)
    return _is_far(one, other, ())


def _is_far(one: Interval, other: Interval, scales: tuple[int, ...]) -> bool:
    """Whether two amounts lie on either side of nothing, or one is many times the other but no scale."""
    low, high = (one, other) if iv.may_be_less(one, other) else (other, one)
    if low.high is None or high.low is None or high.low <= 0:
        # Two negative ones, or no gap between them that could be measured.
        return False
    if low.high <= 0:
        return low.high < 0
    ratio = high.low / low.high
    return ratio > _FAR and not any(scale * 9 < ratio * 10 < scale * 11 for scale in scales)


def soften(figure: Figure) -> Interval:
    """The figure's interval with the soft side of "over" and "under" left open.

    A positive amount stays positive: "at most half" is (0, 0.5].
    """
    one = figure.interval
    if figure.hedge in (Hedge.OVER, Hedge.AT_LEAST) and not _is_just_over(one):
        return Interval(one.low, None, one.low_open, True)
    if figure.hedge in (Hedge.UNDER, Hedge.AT_MOST) and one.low is not None and one.low > 0:
        return Interval(Fraction(0), one.high, True, one.high_open)
    return one


def _is_just_over(one: Interval) -> bool:
    """Whether an interval is that of "just over", which is a narrow one and no bound (design, section 6)."""
    return one.low is not None and one.high is not None and one.low > 0 and one.high * 4 <= one.low * 5


def _compare(reading: Reading, claim: Claim, way: Way) -> tuple[Interval | None, bool, bool]:
    """What the operands give, whether that meets what is stated, and whether it does so loosely."""
    if way.rounded and claim.stated is not None:
        return _compare_rounded(reading, claim.stated, way)
    hard = tuple(_interval(reading, operand, softened=False) for operand in way.operands)
    soft = tuple(_interval(reading, operand, softened=True) for operand in way.operands)
    if claim.stated is None:
        return None, _holds(way.formula, hard), False
    figure = reading.figures[claim.stated]
    result = work_out(way.formula, hard)
    # Most sums have no soft side, and then the one result is both.
    loose = result if soft == hard else work_out(way.formula, soft)
    if way.slack:
        result, loose = iv.widen(result, way.slack), iv.widen(loose, way.slack)
    if way.at_most:
        result = Interval(result.low, None, result.low_open, True)
        loose = Interval(loose.low, None, loose.low_open, True)
    meets = iv.meets(result, _stated(figure, way)) or _is_cut_off(figure, _plain(reading, way))
    return loose, meets, meets or iv.meets(loose, soften(figure))


def _stated(figure: Figure, way: Way) -> Interval:
    """What is stated, with half of its last digit either way where the result has been rounded to it."""
    rounded = figure.hedge is Hedge.EXACT and figure.step and figure.value is not None
    if not rounded or figure.role is Role.RATIO or not rounds(way.formula):
        return figure.interval
    assert figure.value is not None
    assert figure.step is not None
    return iv.hull(figure.interval, iv.widen(iv.point(figure.value), figure.step * _HALF))


def _compare_rounded(reading: Reading, stated: int, way: Way) -> tuple[Interval, bool, bool]:
    """Conversions: a hedge or bound before the one number holds for the other too, so both are taken bare."""
    operands = tuple(
        _bare(reading.figures[operand])
        if isinstance(operand, int)
        else _interval(reading, operand, softened=False)
        for operand in way.operands
    )
    result = work_out(way.formula, operands)
    meets = iv.meets(result, _bare(reading.figures[stated]))
    return result, meets, meets


def _bare(figure: Figure) -> Interval:
    """The printed number as if no hedge stood before it: half a unit of its last digit either way.

    A whole number that ends in zero is taken for rounded at its last digit that is not, by 5% at most.
    """
    if figure.value is None:
        # "From zero to 60 mph": the conversion is that of the end.
        from_zero = figure.low == 0 and figure.high is not None
        return iv.widen(iv.point(figure.high), _HALF) if from_zero and figure.high else figure.interval
    half = (figure.step or Fraction(0)) * _HALF
    if figure.value.denominator == 1 and figure.value and figure.value % 10 == 0:
        place = Fraction(1)
        while figure.value % (place * 10) == 0:
            place *= 10
        half = max(half, min(place * _HALF, abs(figure.value) / 20))
    return iv.widen(iv.point(figure.value), half)


def _is_cut_off(figure: Figure, result: Interval) -> bool:
    """Whether what is stated may be the result with its last digits dropped, not rounded."""
    if figure.value is None or not figure.step or figure.interval.low == figure.interval.high:
        return False
    near = Interval(figure.value, figure.value + figure.step, False, True)
    if figure.value < 0:
        near = Interval(figure.value - figure.step, figure.value, True, False)
    return figure.role is not Role.RATIO and iv.meets(result, near)


def _interval(reading: Reading, operand: Operand, *, softened: bool) -> Interval:
    if isinstance(operand, Given):
        return iv.point(operand.value)
    assert not isinstance(operand, Missing)
    figure = reading.figures[operand]
    return soften(figure) if softened else figure.interval


def _holds(formula: str, operands: tuple[Interval, ...]) -> bool:
    left, sign, right = formula.split()
    low, high = (left, right) if sign in ("<", "<=") else (right, left)
    one, other = operands[ord(low) - ord("a")], operands[ord(high) - ord("a")]
    return iv.may_be_less(one, other) or ("=" in sign and iv.meets(one, other))


def _figures(claim: Claim, way: Way) -> list[int]:
    operands = [operand for operand in way.operands if isinstance(operand, int)]
    return operands if claim.stated is None else [claim.stated, *operands]


def _check(
    reading: Reading,
    claim: Claim,
    way: Way,
    found: Interval | None,
    verdict: Verdict,
    reason: str | None = None,
) -> Check:
    """The check of a way; ``found`` is what its operands give, where they give anything."""
    numbers = _figures(claim, way)
    whose = reading.owners[numbers[0]] if numbers and numbers[0] < len(reading.owners) else None
    working = _work_shown(reading, way, found if reason is None else None)
    return Check(
        claim.kind,
        claim.span,
        claim.stated,
        way.operands,
        way.formula,
        found,
        verdict,
        working,
        reason,
        whose,
    )


def _cannot(reading: Reading, claim: Claim, way: Way, reason: str, found: Interval | None = None) -> Check:
    return _check(reading, claim, way, found, Verdict.CANNOT, reason)


def _work_shown(reading: Reading, way: Way, found: Interval | None) -> str:
    """The formula with its numbers, and what it gives."""
    if not way.formula:
        return ""
    first = way.operands[0] if way.operands else None
    if way.counted and found is not None and isinstance(first, Given):
        return f"{show_interval(found)} in the list: {first.what}"
    working = show_formula(reading, way.formula, way.operands)
    if found is None:
        return working
    if any(sign in way.formula for sign in "+-*/"):
        one_sided = found.low is None or found.high is None
        return f"{working} = {show_interval(_plain(reading, way) if one_sided else found)}"
    return show_interval(found)


def _plain(reading: Reading, way: Way) -> Interval:
    """What the formula gives for the numbers as printed; bounds and numbers that are none stay intervals."""
    plain = []
    for operand in way.operands:
        soft = _interval(reading, operand, softened=True)
        figure = reading.figures[operand] if isinstance(operand, int) else None
        if figure and figure.value is not None and soft == figure.interval:
            soft = iv.point(figure.value)
        plain.append(soft)
    return work_out(way.formula, tuple(plain))
