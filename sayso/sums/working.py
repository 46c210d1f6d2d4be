"""Numbers and sums as a reader is shown them."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction

from sayso.model import Given, Interval, Missing, Operand, Reading

_LETTER = re.compile(r"\b([a-z])\b")
DECIMALS = 4


def show_number(value: Fraction) -> str:
    """A value with thousands separators and at most four significant decimals: "1,234.5", "2.001"."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        whole = len(str(abs(int(exact)))) if abs(exact) >= 1 else 0
        shown = (
            exact if value.denominator == 1 else exact.quantize(Decimal(1).scaleb(-max(0, DECIMALS - whole)))
        )
    text = f"{shown:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def show_interval(one: Interval) -> str:
    """A point as its number, "[a, b]" for an interval, "at least a" and "at most b" for half of one."""
    if one.low is None and one.high is None:
        return "anything"
    if one.low is None or one.high is None:
        if one.low is not None:
            return f"{'more than' if one.low_open else 'at least'} {show_number(one.low)}"
        assert one.high is not None
        return f"{'less than' if one.high_open else 'at most'} {show_number(one.high)}"
    if one.low == one.high:
        return show_number(one.low)
    left, right = "(" if one.low_open else "[", ")" if one.high_open else "]"
    return f"{left}{show_number(one.low)}, {show_number(one.high)}{right}"


def show_operand(reading: Reading, operand: Operand) -> str:
    """The operand's printed number, its interval where it has none, or what is missing."""
    if isinstance(operand, Missing):
        return f"({operand.what})"
    if isinstance(operand, Given):
        # A date is shown as it is printed; a word ("a majority", "one") and a constant by their value.
        printed = any(letter.isdigit() for letter in operand.what)
        return operand.what if printed else show_number(operand.value)
    figure = reading.figures[operand]
    return show_number(figure.value) if figure.value is not None else show_interval(figure.interval)


def show_formula(reading: Reading, formula: str, operands: tuple[Operand, ...]) -> str:
    """The formula with the operands' numbers in the place of their letters: "8,214 / 4,106"."""
    shown = {chr(ord("a") + n): show_operand(reading, operand) for n, operand in enumerate(operands)}
    return _LETTER.sub(lambda letter: shown[letter[1]], formula).replace(" * ", " × ").replace(" - ", " − ")
