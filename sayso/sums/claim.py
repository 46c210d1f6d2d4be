"""What the finders of the sums room hand over: a stated sum, before it is done again.

These two values never leave the room; what leaves it is a :class:`sayso.model.Check`.
"""

from dataclasses import dataclass
from fractions import Fraction

from sayso.model import Operand, Span
from sayso.vocabulary import CheckKind

# Sums whose result is a number that others make; the rest tell a figure again, count or compare.
WORKED_OUT = (
    CheckKind.TOTAL,
    CheckKind.DIFFERENCE,
    CheckKind.CHANGE,
    CheckKind.SHARE,
    CheckKind.MULTIPLE,
    CheckKind.RATE,
    CheckKind.AVERAGE,
)


@dataclass(frozen=True, slots=True)
class Way:
    """One reading of the words: which operands, and what is done with them.

    ``formula`` is an arithmetic expression in the letters a, b, c … of the operands; with a comparison
    sign in it ("a > b") it is an ordering, which has no result. ``at_most`` tells that the operands
    only bound the stated figure from below ("including"). ``slack`` is what the result may be off by
    either way beside its operands' intervals, ``rounded`` tells that stated figure and operands may each
    have been rounded to their last digit, hedge or no hedge (conversions), ``counted`` that the operand
    is a list and its value the number of its items.
    """

    operands: tuple[Operand, ...]
    formula: str
    at_most: bool = False
    slack: Fraction = Fraction(0)
    rounded: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A sum that the words state.

    ``ways`` are all readings that the words allow, the likeliest first. ``firm`` tells that the
    construction leaves no doubt which figures are meant, so that a sum which fails may be called
    wrong; where it is not firm, a sum that fails is taken for none. ``reason`` is given where the sum
    cannot be done, and then no way need be.
    """

    kind: CheckKind
    span: Span
    stated: int | None
    ways: tuple[Way, ...]
    firm: bool = True
    reason: str | None = None
