"""FIG4xx: the form of a figure."""

# An example reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator

from sayso.model import Missing, Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import quote, working_of
from sayso.vocabulary import CheckKind, Hedge, Role, Severity, Verdict

_SPURIOUS = 4
_TIMES_MORE = re.compile(r"^\s?(?:more|higher|larger|bigger|greater|faster|stronger|likelier)\b")


def _tail(reading: Reading, span: Span, length: int = 30) -> str:
    return reading.page.text[span.end : span.end + length].lower()


@rule(
    code="FIG401",
    title="an “about” before a figure that is given to the last digit",
    why="“About 18,984” says two things at once: either the figure is exact, or it should be rounded.",
    bad=("The parade drew ⟦about 18,984⟧ people, the organisers said.",),
    good=(
        "The parade drew about 19,000 people, the organisers said.",
        "The parade drew 18,984 people, the organisers said.",
    ),
)
def precision_is_spurious(reading: Reading) -> Iterator[Remark]:
    """Hedged figures with four significant digits or more."""
    for figure in reading.figures:
        if figure.hedge is not Hedge.ABOUT or not figure.value or not figure.step or figure.role is Role.AGE:
            continue
        if (
            len(str(abs(figure.value / figure.step).__floor__())) >= _SPURIOUS
            and (figure.value / figure.step) % 10
        ):
            yield Remark(
                figure.span,
                f"The figure “{quote(reading, figure.span)}” is hedged and yet given to the last digit.",
            )


@rule(
    code="FIG402",
    title="“N times more”",
    why="Half of all readers take “three times more than 10” for 30, the others for 40; “three times as many” is clear.",
    bad=("Fennick has ⟦three times more⟧ gulls than Brackwater.",),
    good=("Fennick has three times as many gulls as Brackwater.",),
)
def times_more_is_ambiguous(reading: Reading) -> Iterator[Remark]:
    """Multiples followed by a comparative."""
    for figure in reading.figures:
        if figure.role is not Role.RATIO:
            continue
        words = quote(reading, figure.span).lower()
        after = _TIMES_MORE.match(_tail(reading, figure.span))
        if "times" in words and (after or re.search(r"times (?:more|higher|larger|bigger|greater)", words)):
            span = Span(figure.span.start, figure.span.end + (after.end() if after else 0))
            yield Remark(
                span, f"The words “{quote(reading, span)}” can be read as times N and as times N and one."
            )


@rule(
    code="FIG403",
    title="per cent for percentage points",
    why="A rate that goes from 5% to 8% rises by 3 percentage points, or by 60 per cent.",
    bad=("The jobless rate in Oldmoor rose ⟦3%⟧ from 5% to 8%.",),
    good=("The jobless rate in Oldmoor rose 3 percentage points from 5% to 8%.",),
    severity=Severity.INFO,
)
def per_cent_for_points(reading: Reading) -> Iterator[Remark]:
    """Differences of percentages that are stated in per cent."""
    for check in reading.checks:
        if (
            check.kind is not CheckKind.DIFFERENCE
            or check.stated is None
            or check.verdict is not Verdict.ADDS_UP
        ):
            continue
        figure = reading.figures[check.stated]
        if "/" in check.formula:
            continue
        operands = [reading.figures[one] for one in check.operands if isinstance(one, int)]
        # A column headed “%” says no more of a lead below it than that it is one of percentages.
        printed = figure.row is None or "%" in quote(reading, figure.span)
        if figure.unit == "%" and printed and len(operands) == 2 and all(one.unit == "%" for one in operands):
            message = f"The figure “{quote(reading, figure.span)}” is a difference of two percentages: percentage points."
            yield Remark(
                figure.span, message, tuple(one.span for one in operands), working_of(reading, check)
            )


@rule(
    code="FIG404",
    title="a comparison that cannot be checked",
    why="Where one figure of a sum is not given, the reader has to take the result on trust; naming it would cost a word.",
    bad=("Fennick raised $275 million, ⟦half⟧ of what the regional council had asked for.",),
    good=("Fennick raised $275 million, half of the $550 million that the council had asked for.",),
)
def comparison_lacks_a_figure(reading: Reading) -> Iterator[Remark]:
    """Checks with a missing operand."""
    for check in reading.checks:
        missing = [one.what for one in check.operands if isinstance(one, Missing)]
        if check.verdict is Verdict.CANNOT and missing and check.stated is not None:
            span = reading.figures[check.stated].span
            message = f"The sum “{quote(reading, span)}” cannot be checked: {missing[0]} is not given."
            yield Remark(span, message, working=working_of(reading, check))
