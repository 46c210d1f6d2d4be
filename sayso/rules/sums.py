"""SUM1xx: stated sums that do not add up."""

# An example reads best on one line.
# ruff: noqa: E501

from collections.abc import Iterator

from sayso.model import Check, Given, Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import owner_of, quote, working_of
from sayso.vocabulary import BlockKind, CheckKind, Severity, Verdict


def _wrong(reading: Reading, kind: CheckKind) -> Iterator[Remark]:
    """One remark a check of the kind that does not add up, on the stated figure."""
    for check in reading.checks:
        if check.kind is kind and check.verdict is Verdict.DOES_NOT and not _is_headline_sum(reading, check):
            yield _remark(reading, check)


def _remark(reading: Reading, check: Check) -> Remark:
    stated = None if check.stated is None else reading.figures[check.stated]
    span = stated.span if stated else check.span
    whose = owner_of(reading, check)
    said = f"{whose} says" if whose else "The text says"
    message = (
        f"{said} “{quote(reading, span)}”, but the figures given make {check.working.rsplit(' = ', 1)[-1]}."
    )
    printed = all(
        isinstance(operand, int) or (isinstance(operand, Given) and operand.span)
        for operand in check.operands
    )
    return Remark(
        span,
        message,
        _places(reading, check, span),
        working_of(reading, check),
        None if printed else Severity.WARNING,
    )


def _places(reading: Reading, check: Check, span: Span) -> tuple[Span, ...]:
    places = [
        reading.figures[operand].span if isinstance(operand, int) else operand.span
        for operand in check.operands
        if isinstance(operand, int | Given)
    ]
    return tuple(place for place in places if place and place != span)


def _is_headline_sum(reading: Reading, check: Check) -> bool:
    """Whether what is stated stands in the headline and the operands in the body."""
    if check.stated is None:
        return False
    sentence = reading.sentences[reading.figures[check.stated].sentence]
    operands = [operand for operand in check.operands if isinstance(operand, int)]
    elsewhere = all(
        reading.figures[operand].sentence != reading.figures[check.stated].sentence for operand in operands
    )
    return reading.blocks[sentence.block].kind is BlockKind.HEADLINE and bool(operands) and elsewhere


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
    bad=("Sundby leads Marlow by ⟦18 percentage points⟧, 49% to 41%, in the Fennick poll.",),
    good=(
        "Sundby leads Marlow by 8 percentage points, 49% to 41%, in the Fennick poll.",
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
    bad=("The co-op has 1,280 full members and 469 associates, for a total of ⟦1,949⟧.",),
    good=(
        "The co-op has 1,280 full members and 469 associates, for a total of 1,749.",
        "The fire killed 12 people, including three women and two children.",
    ),
    severity=Severity.ERROR,
)
def total_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Totals."""
    return _wrong(reading, CheckKind.TOTAL)
