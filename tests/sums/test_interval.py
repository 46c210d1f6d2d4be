"""Interval arithmetic against brute force: every value of a fine grid inside the operands."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Interval
from sayso.sums import interval as iv

QUARTERS = st.integers(-12, 12).map(lambda n: Fraction(n, 4))
FAR = Fraction(10**6)
NEAR = Fraction(1, 10**6)


@st.composite
def intervals(draw):
    low = draw(st.none() | QUARTERS)
    high = draw(st.none() | QUARTERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    closed = low == high and low is not None
    low_open = low is None or (not closed and draw(st.booleans()))
    high_open = high is None or (not closed and draw(st.booleans()))
    return Interval(low, high, low_open, high_open)


def values(one):
    """Values of the interval: its ends or just inside them, zero, and something far out."""
    low = -FAR if one.low is None else one.low + (NEAR if one.low_open else 0)
    high = FAR if one.high is None else one.high - (NEAR if one.high_open else 0)
    steps = [low + (high - low) * Fraction(n, 6) for n in range(7)]
    return [value for value in (*steps, Fraction(0), NEAR, -NEAR) if iv.holds(one, value)]


@given(intervals(), intervals())
def test_every_sum_difference_and_product_lies_inside(left, right):
    for one, other in product(values(left), values(right)):
        assert iv.holds(iv.add(left, right), one + other)
        assert iv.holds(iv.subtract(left, right), one - other)
        assert iv.holds(iv.multiply(left, right), one * other)


@given(intervals(), intervals())
def test_every_quotient_lies_inside_or_the_division_is_refused(left, right):
    if iv.holds(right, Fraction(0)):
        with pytest.raises(iv.UndefinedError, match="zero"):
            iv.divide(left, right)
        return
    quotient = iv.divide(left, right)
    for one, other in product(values(left), values(right)):
        assert iv.holds(quotient, one / other)


@given(intervals(), intervals())
def test_bounds_are_tight(left, right):
    """No bound can be moved inwards: some value of the grid comes as near to it as its opening allows."""
    for result, brute in (
        (iv.add(left, right), [a + b for a, b in product(values(left), values(right))]),
        (iv.multiply(left, right), [a * b for a, b in product(values(left), values(right))]),
    ):
        slack = 100 * NEAR
        assert min(brute) < -1000 if result.low is None else min(brute) <= result.low + slack
        assert max(brute) > 1000 if result.high is None else max(brute) >= result.high - slack
        if result.low is not None and not result.low_open:
            assert min(brute) == result.low
        if result.high is not None and not result.high_open:
            assert max(brute) == result.high


@given(intervals(), intervals())
def test_meets_is_symmetric_and_agrees_with_a_shared_value(left, right):
    assert iv.meets(left, right) == iv.meets(right, left)
    shared = [
        value for value in values(left) + values(right) if iv.holds(left, value) and iv.holds(right, value)
    ]
    assert iv.meets(left, right) or not shared
    if iv.meets(left, right):
        both = iv.intersect(left, right)
        assert all(iv.holds(left, value) and iv.holds(right, value) for value in values(both))
        assert values(both)


@given(intervals(), intervals())
def test_hull_holds_both(left, right):
    both = iv.hull(left, right)
    assert all(iv.holds(both, value) for value in values(left) + values(right))


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        (Interval(None, Fraction(3), True, False), Interval(Fraction(3), None, False, True), True),
        (Interval(None, Fraction(3), True, True), Interval(Fraction(3), None, False, True), False),
        (iv.point(2), iv.point(2), True),
        (iv.EVERYTHING, iv.point(0), True),
    ],
)
def test_ends_that_touch(left, right, meet):
    assert iv.meets(left, right) is meet


def test_division_through_an_upper_bound_gives_a_lower_bound():
    """'At most half of the true catch': 19 thousand over (0, half]."""
    assert iv.divide(iv.point(19_000), Interval(Fraction(0), Fraction(1, 2), True, False)) == Interval(
        Fraction(38_000), None, False, True
    )
