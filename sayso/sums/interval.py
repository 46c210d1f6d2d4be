"""Exact interval arithmetic: what a sum of figures can be when each of them is an interval.

Bounds are fractions, each closed or open; ``None`` is an unbounded side. The operations give the
smallest interval that holds every result of one value from each operand (R. E. Moore, Interval
Analysis, 1966, chapter 2, with open ends carried along). A division whose divisor may be zero has no
such interval and is refused.
"""

from fractions import Fraction

from sayso.model import Interval

EVERYTHING = Interval(None, None, True, True)

# A bound in working order: -1, 0 or 1 for the infinite ones, the value, whether it is left out.
_Bound = tuple[int, Fraction, bool]
_ZERO = Fraction(0)


class UndefinedError(ArithmeticError):
    """An operation that has no result; its text is the reason that a check gives."""


def point(value: Fraction | int) -> Interval:
    """The interval of one value."""
    exact = Fraction(value)
    return Interval(exact, exact)


def add(left: Interval, right: Interval) -> Interval:
    """Every sum of one value of each."""
    return Interval(
        None if left.low is None or right.low is None else left.low + right.low,
        None if left.high is None or right.high is None else left.high + right.high,
        left.low_open or right.low_open or left.low is None or right.low is None,
        left.high_open or right.high_open or left.high is None or right.high is None,
    )


def negate(one: Interval) -> Interval:
    """Every value with its sign turned."""
    return Interval(
        None if one.high is None else -one.high,
        None if one.low is None else -one.low,
        one.high_open or one.high is None,
        one.low_open or one.low is None,
    )


def subtract(left: Interval, right: Interval) -> Interval:
    """Every difference of one value of each."""
    return add(left, negate(right))


def multiply(left: Interval, right: Interval) -> Interval:
    """Every product of one value of each."""
    if _is_plain(left) and _is_plain(right):
        # Almost all sums: amounts above zero with two ends, where each end has one corner.
        return Interval(
            left.low * right.low,  # type: ignore[operator]
            left.high * right.high,  # type: ignore[operator]
            left.low_open or right.low_open,
            left.high_open or right.high_open,
        )
    corners = [_times(one, other) for one in _bounds(left) for other in _bounds(right)]
    # Of equal corners the closed one counts: the value is reached.
    low = min(corners, key=lambda bound: (bound[0], bound[1], bound[2]))
    high = max(corners, key=lambda bound: (bound[0], bound[1], not bound[2]))
    return _between(low, high)


def divide(left: Interval, right: Interval) -> Interval:
    """Every quotient of one value of each.

    Raises:
        UndefinedError: the divisor may be zero.
    """
    if _is_plain(left) and _is_plain(right):
        return Interval(
            left.low / right.high,  # type: ignore[operator]
            left.high / right.low,  # type: ignore[operator]
            left.low_open or right.high_open,
            left.high_open or right.low_open,
        )
    if holds(right, _ZERO):
        raise UndefinedError("what it is divided by may be zero")
    return multiply(left, _reciprocal(right))


def holds(one: Interval, value: Fraction) -> bool:
    """Whether the value lies in the interval."""
    above = one.low is None or value > one.low or (value == one.low and not one.low_open)
    below = one.high is None or value < one.high or (value == one.high and not one.high_open)
    return above and below


def is_empty(one: Interval) -> bool:
    """Whether no value lies in the interval."""
    if one.low is None or one.high is None:
        return False
    return one.low > one.high or (one.low == one.high and (one.low_open or one.high_open))


def intersect(left: Interval, right: Interval) -> Interval:
    """The values that lie in both; empty where they do not meet."""
    low, low_open = left.low, left.low_open
    if low is None or (right.low is not None and right.low > low):
        low, low_open = right.low, right.low_open
    elif right.low == low:
        low_open = low_open or right.low_open
    high, high_open = left.high, left.high_open
    if high is None or (right.high is not None and right.high < high):
        high, high_open = right.high, right.high_open
    elif right.high == high:
        high_open = high_open or right.high_open
    return Interval(low, high, low_open or low is None, high_open or high is None)


def meets(left: Interval, right: Interval) -> bool:
    """Whether some value lies in both."""
    return not is_empty(intersect(left, right))


def hull(left: Interval, right: Interval) -> Interval:
    """The smallest interval that holds both."""
    low = min(_bounds(left)[0], _bounds(right)[0])
    high = max(_bounds(left)[1], _bounds(right)[1], key=lambda bound: (bound[0], bound[1], not bound[2]))
    return _between(low, high)


def widen(one: Interval, by: Fraction) -> Interval:
    """The interval with both ends moved outwards by ``by`` (not negative)."""
    return Interval(
        None if one.low is None else one.low - by,
        None if one.high is None else one.high + by,
        one.low_open,
        one.high_open,
    )


def may_be_less(left: Interval, right: Interval) -> bool:
    """Whether some value of the left interval is below some value of the right one."""
    if left.low is None or right.high is None:
        return True
    return left.low < right.high


def _is_plain(one: Interval) -> bool:
    return one.low is not None and one.high is not None and one.low.numerator > 0


def _bounds(one: Interval) -> tuple[_Bound, _Bound]:
    low = (-1, _ZERO, True) if one.low is None else (0, one.low, one.low_open)
    high = (1, _ZERO, True) if one.high is None else (0, one.high, one.high_open)
    return low, high


def _times(one: _Bound, other: _Bound) -> _Bound:
    sides = _sign(one) * _sign(other)
    if sides == 0:
        # A zero that is reached makes zero of everything, also of the unbounded side.
        reached = (_sign(one) == 0 and not one[2]) or (_sign(other) == 0 and not other[2])
        return 0, _ZERO, not reached
    if one[0] or other[0]:
        return sides, _ZERO, True
    return 0, one[1] * other[1], one[2] or other[2]


def _sign(bound: _Bound) -> int:
    top = bound[1].numerator
    return bound[0] or (top > 0) - (top < 0)


def _between(low: _Bound, high: _Bound) -> Interval:
    return Interval(
        None if low[0] else low[1],
        None if high[0] else high[1],
        low[2] or bool(low[0]),
        high[2] or bool(high[0]),
    )


def _reciprocal(one: Interval) -> Interval:
    # Zero is no value of the interval, so its ends have one sign or are an open zero.
    low = None if one.high is None or one.high == 0 else 1 / one.high
    high = None if one.low is None or one.low == 0 else 1 / one.low
    if one.high is None:
        low = _ZERO
    if one.low is None:
        high = _ZERO
    return Interval(
        low,
        high,
        one.high_open or one.high is None or low is None,
        one.low_open or one.low is None or high is None,
    )
