"""SUM1xx: stated sums that do not add up."""

# An example reads best on one line.
# ruff: noqa: E501

from collections.abc import Iterator

from sayso.model import Check, Given, Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import in_words, owner_of, quote, working_of
from sayso.vocabulary import CheckKind, Severity, Verdict


def _wrong(reading: Reading, kind: CheckKind) -> Iterator[Remark]:
    """One remark a check of the kind that does not add up, on the stated figure."""
    for check in reading.checks:
        if check.kind is kind and check.verdict is Verdict.DOES_NOT:
            yield _remark(reading, check)


def _remark(reading: Reading, check: Check) -> Remark:
    stated = None if check.stated is None else reading.figures[check.stated]
    span = stated.span if stated else check.span
    whose = owner_of(reading, check)
    said = f"{whose} says" if whose else "The text says"
    message = f"{said} “{quote(reading, span)}”, but {_gives(check)}."
    return Remark(span, message, _places(reading, check, span), working_of(reading, check))


def _gives(check: Check) -> str:
    """What the operands give, in words."""
    if check.kind is CheckKind.COUNT:
        return f"there are {check.working}"
    if check.interval is None:
        return f"{check.working} does not hold"
    return f"the figures given make {in_words(check.working.rsplit(' = ', 1)[-1])}"


def _places(reading: Reading, check: Check, span: Span) -> tuple[Span, ...]:
    places = [
        reading.figures[operand].span if isinstance(operand, int) else operand.span
        for operand in check.operands
        if isinstance(operand, int | Given)
    ]
    return tuple(place for place in places if place and place != span)


@rule(
    code="SUM101",
    title="a change that does not follow from its two ends",
    why="A change in per cent, its start and its end are three figures of which two fix the third.",
    bad=("Arrests in Oldmoor rose ⟦12%⟧ from 9,487 to 11,204 last year.",),
    good=(
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204 last year.",
        "The jobless rate in Oldmoor rose 3 percentage points from 5% to 8%.",
    ),
    severity=Severity.ERROR,
)
def change_does_not_follow(reading: Reading) -> Iterator[Remark]:
    """Changes."""
    return _wrong(reading, CheckKind.CHANGE)


@rule(
    code="SUM102",
    title="a multiple that its figures do not give",
    why="“Twice” and “5.5 times” are divisions that a reader can do again; “twice” may be off by 8%, no more.",
    bad=("The Brackwater plant ⟦tripled⟧ its output from 1,900 tonnes to 3,870 tonnes.",),
    good=(
        "The Brackwater plant doubled its output from 1,900 tonnes to 3,870 tonnes.",
        "Visits to the pool fell to 4,100, half of the 8,300 counted a year before.",
    ),
    severity=Severity.ERROR,
)
def multiple_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Multiples."""
    return _wrong(reading, CheckKind.MULTIPLE)


@rule(
    code="SUM103",
    title="a share that its part and its whole do not give",
    why="Where part and whole are both printed, the share is no matter of opinion.",
    bad=("Of the ballots, 312 of the 1,240, or ⟦35%⟧, were spoiled in Fennick.",),
    good=(
        "Of the ballots, 312 of the 1,240, or 25%, were spoiled in Fennick.",
        "Sundby took 58% of the vote in Fennick and Marlow 31%.",
    ),
    severity=Severity.ERROR,
)
def share_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Shares."""
    return _wrong(reading, CheckKind.SHARE)


@rule(
    code="SUM104",
    title="a difference that its two figures do not give",
    why="A lead, a gap or “62 more than” is a subtraction of two figures that stand beside it.",
    bad=("Sundby leads Marlow by ⟦17 percentage points⟧, 47% to 40%, in the Fennick poll.",),
    good=(
        "Sundby leads Marlow by 7 percentage points, 47% to 40%, in the Fennick poll.",
        "The Fennick Foxes beat the Marlow Mills 52-48.",
    ),
    severity=Severity.ERROR,
)
def difference_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Differences."""
    return _wrong(reading, CheckKind.DIFFERENCE)


@rule(
    code="SUM105",
    title="a total that its parts do not give",
    why="A total with all of its parts beside it can be added again; a list after “including” cannot.",
    bad=("The co-op has 1,340 full members and 575 associates, for a total of ⟦2,115⟧.",),
    good=(
        "The co-op has 1,340 full members and 575 associates, for a total of 1,915.",
        "The fire killed 12 people, including three women and two children.",
    ),
    severity=Severity.ERROR,
)
def total_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Totals."""
    return _wrong(reading, CheckKind.TOTAL)


@rule(
    code="SUM106",
    title="a rate that its total and its time do not give",
    why="So much a month over so many months is a product; the total beside it can be checked.",
    bad=("The ferry line will pay 12 million euros over five years, or ⟦4 million euros a year⟧.",),
    good=(
        "The ferry line will pay 12 million euros over five years, or 2.4 million euros a year.",
        "Savers who put aside $115 a month for 18 years at 5 percent interest will have $40,000.",
    ),
    severity=Severity.ERROR,
)
def rate_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Rates."""
    return _wrong(reading, CheckKind.RATE)


@rule(
    code="SUM107",
    title="an average that its total and its number do not give",
    why="An average is a total shared out; with both beside it, it can be done again.",
    bad=(
        "To raise $12 million the party must collect an average of ⟦$3 million a month⟧ over the next six months.",
    ),
    good=(
        "To raise $12 million the party must collect an average of $2 million a month over the next six months.",
    ),
    severity=Severity.ERROR,
)
def average_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Averages."""
    return _wrong(reading, CheckKind.AVERAGE)


@rule(
    code="SUM108",
    title="a span of time that its two dates do not give",
    why="Between two printed dates lie so many years, months or days; each date is a span of days, so one more or less is fine.",
    bad=("The bridge was closed from 2001 to 2009, a loss of ⟦12 years⟧ for the ferry town.",),
    good=(
        "The bridge was closed from 2001 to 2009, a loss of eight years for the ferry town.",
        "The fair ran for six days (June 21-26) in Fennick.",
    ),
    severity=Severity.ERROR,
)
def elapsed_time_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Elapsed time."""
    return _wrong(reading, CheckKind.ELAPSED)


@rule(
    code="SUM109",
    title="a figure told again as another one",
    why="A share in words and the percentage in brackets beside it, or a summary and what it sums up, are one figure told twice.",
    bad=("⟦Two-thirds⟧ of the tenants (48%) want the lifts mended first.",),
    good=("Almost half of the tenants (48%) want the lifts mended first.",),
    severity=Severity.ERROR,
)
def figure_is_not_told_again(reading: Reading) -> Iterator[Remark]:
    """Restatements."""
    return _wrong(reading, CheckKind.RESTATEMENT)


@rule(
    code="SUM110",
    title="a comparison that its figures do not bear out",
    why="“Up from”, “more than the” and “of the” say which of two printed figures is the larger.",
    bad=("The Fennick pool counted 4,100 visits in May⟦, up from 8,300⟧ in April.",),
    good=(
        "The Fennick pool counted 8,300 visits in May, up from 4,100 in April.",
        "The pool sold 900 passes at 20 kiosks, more than the 450 of last year.",
    ),
    severity=Severity.ERROR,
)
def ordering_is_not_borne_out(reading: Reading) -> Iterator[Remark]:
    """Orderings."""
    return _wrong(reading, CheckKind.ORDERING)


@rule(
    code="SUM111",
    title="a conversion that the factor does not give",
    why="A mile is 1.609344 kilometres; what stands in brackets is the same length, give or take the rounding of either number.",
    bad=("The trail is 39 miles (⟦83 kilometers⟧) long.",),
    good=(
        "The trail is 39 miles (63 kilometers) long.",
        "Temperatures will rise by 4 degrees Celsius (7.2 degrees Fahrenheit).",
        "The tunnel is about 1,900 miles (3,100 kilometers) from the sea.",
    ),
    severity=Severity.ERROR,
)
def conversion_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Conversions."""
    return _wrong(reading, CheckKind.CONVERSION)


@rule(
    code="SUM112",
    title="a list with more or fewer items than announced",
    why="A number before a list counts it; an item has been dropped, or added after the number was written.",
    bad=("The line stops in ⟦five⟧ towns: Oldmoor, Brackwater, Fennick and Marlow.",),
    good=(
        "The line stops in four towns: Oldmoor, Brackwater, Fennick and Marlow.",
        "The line stops in five towns, including Oldmoor, Fennick and Marlow.",
        "Two of the five towns - Oldmoor and Fennick - have a pool.",
    ),
    severity=Severity.ERROR,
)
def list_is_not_as_announced(reading: Reading) -> Iterator[Remark]:
    """Counts of lists."""
    return _wrong(reading, CheckKind.COUNT)
