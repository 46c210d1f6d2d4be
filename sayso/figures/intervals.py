"""What a written number allows: the interval table of the design, section 6."""

from fractions import Fraction

from sayso.figures.parts import Form, Numeral, Shape
from sayso.model import Interval

FOLD = Fraction(8, 100)
PART = Fraction(25, 1000)
ODDS = Fraction(3, 100)
ABOUT = Fraction(10, 100)
MOST_ROUNDING = Fraction(5, 100)
NEARLY = Fraction(87, 100)
OVER = Fraction(3, 2)
JUST_OVER = Fraction(115, 100)
UNDER = Fraction(1, 2)
HALF = Fraction(1, 2)


def bare_interval(found: Numeral, *, percent: bool) -> Interval:
    """The interval of a number without a hedge.

    Args:
        found: the number as written.
        percent: whether it is a percentage, which is rounded even where it is whole.

    Returns:
        Both ends closed, in the unit of the number.
    """
    value = found.value
    if found.interval is not None or value is None:
        return found.interval or Interval(None, None)
    slack = _slack(found, value, percent=percent)
    return Interval(value - slack, value + slack) if slack else Interval(value, value)


def _slack(found: Numeral, value: Fraction, *, percent: bool) -> Fraction:
    half = (found.step or Fraction(0)) / 2
    if found.form is Form.MULTIPLE:
        return abs(value) * FOLD
    if found.form is Form.FRACTION and not percent:
        return PART
    if found.form is Form.ODDS:
        return ODDS
    if found.scaled:
        return min(half, abs(value) * MOST_ROUNDING)
    if percent or found.decimals:
        return half
    if value.denominator == 1 and value and value % 100 == 0:
        return min(last_place(value) / 2, abs(value) * MOST_ROUNDING)
    return Fraction(0)


def last_place(value: Fraction) -> Fraction:
    """The size of the last digit of a whole number that is not nought: 1000 for 38,000."""
    place, rest = 1, abs(int(value))
    while rest and rest % 10 == 0:
        place, rest = place * 10, rest // 10
    return Fraction(place)


def hedged_interval(bare: Interval, value: Fraction | None, shape: Shape) -> Interval:
    """The interval of a number under a hedge.

    Args:
        bare: the interval without the hedge.
        value: the printed number; None for vague words, whose ends the hedge then moves.
        shape: the row of the table that the hedge asks for.

    Returns:
        The interval; "up to" leaves its lower end out.
    """
    low, high = (bare.low, bare.high) if value is None else (value, value)
    if low is None or high is None or shape is Shape.BARE:
        return bare
    if low < 0:
        return _mirrored(bare, value, shape)
    match shape:
        case Shape.ABOUT:
            wide = Interval(low - abs(low) * ABOUT, high + abs(high) * ABOUT)
            return _hull(wide, bare)
        case Shape.NEARLY:
            return Interval(low * NEARLY, high)
        case Shape.OVER:
            return Interval(low, high * OVER)
        case Shape.JUST_OVER:
            return Interval(low, high * JUST_OVER)
        case Shape.UNDER:
            return Interval(low * UNDER, high)
        case Shape.UP_TO:
            return Interval(Fraction(0), high, low_open=True)
        case Shape.WITHIN:
            return Interval(Fraction(0), high)


def within_whole(interval: Interval, *, over: bool) -> Interval:
    """A bounded share, which never exceeds the whole; "more than half" may be all but not the half itself.

    Args:
        interval: the share's, between 0 and 1.
        over: whether the text says "more than" and not "at least".
    """
    low, high = interval.low, interval.high
    if over and low == HALF:
        return Interval(HALF, Fraction(1), low_open=True)
    return Interval(low, min(high, Fraction(1)), interval.low_open) if high is not None else interval


def _mirrored(bare: Interval, value: Fraction | None, shape: Shape) -> Interval:
    """The same for a number below nought: its bounds change sides."""
    if bare.low is None or bare.high is None:
        return bare
    if shape is Shape.ABOUT:
        spread = max(abs(bare.low), abs(bare.high)) * ABOUT
        return _hull(Interval(bare.low - spread, bare.high + spread), bare)
    end = value if value is not None else bare.high
    if shape in (Shape.OVER, Shape.JUST_OVER):
        return Interval(end, end * UNDER)
    if shape in (Shape.UNDER, Shape.UP_TO, Shape.WITHIN):
        return Interval(end * OVER, end)
    return bare


def _hull(one: Interval, other: Interval) -> Interval:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return one
    return Interval(min(one.low, other.low), max(one.high, other.high))
