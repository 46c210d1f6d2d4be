"""What the number in a cell of a table is, and what its table says of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from sayso.figures.cells import LETTER, YEAR, Cell, table_words
from sayso.figures.cellunits import Scale, read_measure, read_unit, without_unit
from sayso.figures.intervals import bare_interval
from sayso.figures.lexicon import digits_value
from sayso.figures.parts import Form, Numeral
from sayso.figures.tokens import PIECES
from sayso.model import Figure, Interval, Label, Period, Span
from sayso.vocabulary import Hedge, LabelClass, Role

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[%#]")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$")
_TRAIL = re.compile(r"[\s%,:;*†‡–—-]+$|\[\w{1,3}\]$")


def read_cell(text: str, cell: Cell, sentence: int, periods: Mapping[int, Period]) -> Figure | Label | None:
    """The figure or label of a cell that is one number.

    Args:
        text: the page's text.
        cell: the cell.
        sentence: the number of the sentence it stands in.
        periods: the date that each cell so far names, by where the cell begins.

    Returns:
        None where the cell is no number, or a year in a column of years.
    """
    if cell.bare is None:
        return None
    if cell.naming:
        return Label(cell.span, sentence, LabelClass.RANK if cell.naming == "rank" else LabelClass.NAME)
    if YEAR.fullmatch(cell.bare["digits"]) and not cell.plain:
        return None
    figure = _read_bare(cell, cell.bare)
    return figure and frame_cell(text, cell, replace(figure, sentence=sentence), periods)


def _read_bare(cell: Cell, bare: "re.Match[str]") -> Figure | None:
    """The figure of a bare number; None where its digits are no one number."""
    digits = bare["digits"].replace(" ", ",").rstrip(".,")
    found = digits_value(digits) if PIECES.fullmatch(digits) else None
    if found is None:
        return None
    scale = _scale_in(cell, bare)
    bracketed = bare["open"] is not None and bare["close"] is not None and cell.negative
    below = bracketed or (bare["sign"] or bare["minus"] or "+") != "+"
    value, step = -found[0] if below else found[0], found[1]
    scaled = scale.factor != 1
    numeral = Numeral(0, 1, value, step, Form.DIGITS, scaled=scaled, decimals="." in digits)
    near = bare_interval(numeral, percent=scale.role is Role.PERCENT)
    assert near.low is not None
    assert near.high is not None
    first = bare.start("open") if bracketed else min(bare.start(name) for name in _FIRST if bare[name])
    last = max(
        bare.end(name) for name in ("digits", "percent", *(["close"] if bracketed else [])) if bare[name]
    )
    return Figure(
        Span(first, last),
        0,
        scale.role,
        Interval(near.low * scale.factor, near.high * scale.factor),
        value * scale.factor,
        step * scale.factor,
        unit=scale.unit,
        per=scale.per,
    )


_FIRST = ("sign", "money", "minus", "digits")
_PLAIN = Scale(Fraction(1), None, Role.COUNT)
_PERCENT = Scale(Fraction(1), "%", Role.PERCENT)


def _scale_in(cell: Cell, bare: "re.Match[str]") -> Scale:
    """Factor and unit of a cell: its own signs before those of its column."""
    if bare["percent"]:
        return cell.scale if cell.scale and cell.scale.unit in ("%", "pp") else _PERCENT
    scale = cell.scale or _PLAIN
    own = read_measure(bare["money"]) if bare["money"] else None
    if own is None:
        return scale
    same = scale.unit in (None, own.unit)
    return Scale(scale.factor if same else own.factor, own.unit, own.role)


def frame_cells(
    text: str, cell: Cell, figures: Sequence[Figure], periods: Mapping[int, Period]
) -> list[Figure]:
    """The figures of a cell that is no plain number; "in thousands" or "£000" in a head counts nothing."""
    counted = [figure for figure in figures if not (cell.naming and _is_unit(figure))]
    return [frame_cell(text, cell, figure, periods) for figure in counted]


def _is_unit(figure: Figure) -> bool:
    return figure.hedge is Hedge.VAGUE or figure.value == 0


def frame_cell(text: str, cell: Cell, figure: Figure, periods: Mapping[int, Period]) -> Figure:
    """A figure of a cell with what the table says of it.

    Args:
        text: the page's text.
        cell: its cell.
        figure: as the cell alone gives it.
        periods: the date that each cell so far names, by where the cell begins.
    """
    if cell.head is None and cell.row is None:
        return figure
    thing = figure.thing or thing_of(text, cell, of_label=figure.role is Role.PERCENT)
    told = [
        periods[span.start] for span in (cell.head, cell.group, cell.row) if span and span.start in periods
    ]
    when = figure.when or (told[0] if told else None)
    place = cell.row if cell.labels == "places" and not _is_of_all(text, cell.row) else None
    return replace(figure, thing=thing, when=when, place=figure.place or place, row=cell.row)


def _is_of_all(text: str, label: Span | None) -> bool:
    """Whether a row's label is that of a total and no name."""
    return label is not None and not table_words("totals").isdisjoint(label.of(text).lower().split())


def thing_of(text: str, cell: Cell, *, of_label: bool) -> Span | None:
    """What a cell counts: the head of its column, the head above it, the caption, else the label of its row.

    A label that is a name counts nothing, save as the part whose percentage is given (``of_label``).
    """
    label = cell.row if of_label or cell.labels is None else None
    for span in (cell.head, cell.group, cell.caption, label):
        if span is not None and (found := _noun(text, span)) is not None:
            return found
    return None


def _noun(text: str, span: Span) -> Span | None:
    """The words of a head without unit, date and marks; None where they say nothing of what is counted."""
    words = span.of(text)
    for _ in range(3):
        words = _TRAIL.sub(
            "", without_unit(_BRACKET.sub("", words) if read_unit(words, whole=False) else words)
        )
    words = _YEARS_BEHIND.sub("", words)
    told = _WORD.findall(words.lower())
    if not told or all(word in table_words("generic") or word.isdigit() for word in told):
        return None
    if not LETTER.search(words) or _TIME.fullmatch(words):
        return None
    return Span(span.start, span.start + len(words))


_YEARS_BEHIND = re.compile(r"[\s,]+(?:in\s+)?(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?$")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = re.compile(
    rf"(?i)(?:[qh][1-4]|fy|{_MONTH}|\d{{1,2}} {_MONTH}|first|second|third|fourth|half|quarter|year|month|"
    r"now|then|before|after|today|latest|previous|this|last|week|season|day|in|end|of|20\d\d|19\d\d|[\s/–'’-])+"
)
