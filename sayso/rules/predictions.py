"""PRD5xx: what is foretold."""

# An example reads best on one line.
# ruff: noqa: E501

from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterator

from sayso.model import Figure, Period, Prediction, Reading
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import quote, source_of
from sayso.vocabulary import Hedge, Role

_FORETOLD = (Role.COUNT, Role.MONEY, Role.PERCENT, Role.SHARE, Role.RATE, Role.MEASURE)
_SMALLEST = 10

_NAMED = frozenset((*month_name, *month_abbr, *day_name, *day_abbr, *(f"{name}." for name in month_abbr)))


def _who(reading: Reading, prediction: Prediction) -> str:
    source = None if prediction.attribution is None else source_of(reading, prediction.attribution)
    return source or "the page itself"


def _inside(when: str) -> str:
    """A date expression as it stands inside a sentence: "In May" begins one, "May" is always large."""
    first = when.split(" ")[0]
    return when if first in _NAMED else when[:1].lower() + when[1:]


@rule(
    code="PRD501",
    title="a prediction with a day on which it can be checked",
    why="A forecast with a date can be held against what came of it; the ledger lists the ones that have come due.",
    bad=("⟦The harbour bridge will open in the spring of 2031⟧, Ada Brandt said.",),
    good=("The harbour bridge opened in the spring of 2011, Ada Brandt said.",),
)
def prediction_is_dated(reading: Reading) -> Iterator[Remark]:
    """Predictions with a date."""
    for prediction in reading.predictions:
        if prediction.due is not None and _has_day(prediction.due):
            when = quote(reading, prediction.due.span)
            last = prediction.due.last.isoformat() if prediction.due.last else None
            # A date that already reads as a day needs no other one beside it.
            by = f" (by {last})" if last and last != when else ""
            yield Remark(
                prediction.span, f"Foretold by {_who(reading, prediction)}, due {_inside(when)}{by}."
            )


def _weighs(figure: Figure) -> bool:
    """Whether a figure can be foretold wrong: a sum, a share, a measure or a count of ten and more."""
    if figure.hedge is Hedge.VAGUE or figure.role not in _FORETOLD:
        return False
    return figure.role is not Role.COUNT or (figure.value is not None and abs(figure.value) >= _SMALLEST)


def _has_day(due: Period) -> bool:
    return due.first is not None or due.last is not None


@rule(
    code="PRD502",
    title="a prediction without a day",
    why="A forecast without a date can never turn out wrong.",
    bad=("⟦The new port will cost 400 jobs⟧, Ada Brandt said.",),
    good=("The new port has cost 400 jobs, Ada Brandt said.",),
)
def prediction_has_no_date(reading: Reading) -> Iterator[Remark]:
    """Predictions that hold a figure worth holding against what comes of it, and no day."""
    for prediction in reading.predictions:
        counted = any(prediction.span.holds(figure.span) and _weighs(figure) for figure in reading.figures)
        if not counted or (prediction.due is not None and _has_day(prediction.due)):
            continue
        who = _who(reading, prediction)
        if prediction.due is None:
            yield Remark(prediction.span, f"Foretold by {who}, without saying by when.")
        else:
            when = _inside(quote(reading, prediction.due.span))
            message = f"Foretold by {who}, due “{when}”, but the page has no date to count from."
            yield Remark(prediction.span, message)
