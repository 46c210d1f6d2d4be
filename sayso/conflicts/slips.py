"""Figures told again with their digits in another order: "wins by 221 votes" above "by 212 votes".

Swapped digits are the commonest slip in print. They are told only where the words say that the figure is
told again: in a headline whose figure the report does not have, and behind "the" ("every one of the 201
pupils") where the page has had no such figure.
"""

import re
from collections.abc import Iterator

from sayso.conflicts.amounts import Pair
from sayso.conflicts.counts import counted_head
from sayso.conflicts.likeness import meet
from sayso.model import Figure, Reading
from sayso.vocabulary import BlockKind, Hedge, Role

_ROLES = (Role.COUNT, Role.MONEY, Role.PERCENT, Role.MEASURE, Role.AGE)
_HEADLINES = 3
_FEWEST_DIGITS = 2
# So far down a report tells what its headline tells.
_OPENING = 8
_AGAIN = re.compile(r"\b(?:the|these|those)\s$", re.IGNORECASE)
# What sets a figure off from all that were told before: "the 213 in Norvia", "the 480 of last year".
_GOES_ON = re.compile(
    r"^(?:[,.;:!?)”\"’']|\s(?:was|were|are|is|have|has|had|will|would|could|can|did|do|asked|polled|surveyed|"
    r"questioned|on board|said|say|voted|passed|failed|came|left|went)\b|$)"
)
_ADDED = re.compile(
    r"\b(?:[Tt]otal|[Cc]ombined|[Bb]etween (?:them|him|her)|[Aa]verage|[Mm]ore|[Ll]ess|[Ff]ewer)\b"
)
_DIGIT = re.compile(r"\d")


def find_slips(reading: Reading) -> Iterator[Pair]:
    """Pairs of figures of which one is the other with its digits in another order.

    Yields:
        The indices of both figures, the earlier one first, and what the two share.
    """
    body: list[int] = []
    heads: list[int] = []
    for number, figure in enumerate(reading.figures):
        if (
            figure.role in _ROLES
            and figure.value is not None
            and len(_digits(reading, figure)) >= _FEWEST_DIGITS
        ):
            (heads if _is_in_headline(reading, figure) else body).append(number)
    for number in heads[:_HEADLINES]:
        head = reading.figures[number]
        if _ADDED.search(reading.sentences[head.sentence].span.of(reading.page.text)):
            continue
        near = [n for n in body if reading.figures[n].sentence <= head.sentence + _OPENING]
        yield from _swapped(reading, number, near, [*body, *(n for n in heads if n != number)])
    for place, number in enumerate(body):
        if _is_told_again(reading, reading.figures[number]):
            yield from _swapped(reading, number, body[:place], [n for n in body if n != number])


def _is_in_headline(reading: Reading, figure: Figure) -> bool:
    return reading.blocks[reading.sentences[figure.sentence].block].kind is BlockKind.HEADLINE


def _digits(reading: Reading, figure: Figure) -> str:
    return "".join(_DIGIT.findall(figure.span.of(reading.page.text)))


def _is_told_again(reading: Reading, figure: Figure) -> bool:
    """Whether "the" takes up a figure that was told before, and nothing behind it tells of a new one."""
    text = reading.page.text
    behind = figure.thing if figure.thing and figure.thing.start >= figure.span.end else figure.span
    end = reading.sentences[figure.sentence].span.end
    return bool(_AGAIN.search(text[max(0, figure.span.start - 8) : figure.span.start])) and bool(
        _GOES_ON.match(text[behind.end : max(end, behind.end)])
    )


def _swapped(reading: Reading, number: int, near: list[int], others: list[int]) -> Iterator[Pair]:
    """The one figure that has the same digits in another order, where no other has the figure's own value."""
    own = reading.figures[number]
    rivals = [reading.figures[n] for n in others]
    if any(one.role is own.role and one.unit == own.unit and _may_be_same(own, one) for one in rivals):
        return
    alike = [n for n in others if _are_of_one_sort(reading, own, reading.figures[n])]
    found = [n for n in near if n in alike and _is_swapped(reading, own, reading.figures[n])]
    if any(_is_sum(reading, own, reading.figures[n]) for n in found):
        return
    if found and len({reading.figures[n].value for n in found}) == 1:
        left, right = sorted((number, found[0]))
        yield left, right, "the same digits in another order"


def _is_sum(reading: Reading, own: Figure, part: Figure) -> bool:
    """Whether another figure of the page closes the gap: "54 towns" are 45 here and nine there."""
    assert own.value is not None
    assert part.value is not None
    gap = abs(own.value - part.value)
    return any(other.value == gap and other.unit == own.unit for other in reading.figures)


def _may_be_same(own: Figure, other: Figure) -> bool:
    """Whether two figures are equal, or one is no exact number and may stand for the other."""
    bound = Hedge.AT_LEAST in (own.hedge, other.hedge)
    return own.value == other.value or (not bound and meet(own, other))


def _are_of_one_sort(reading: Reading, one: Figure, other: Figure) -> bool:
    if (one.role, one.unit, one.per) != (other.role, other.unit, other.per):
        return False
    if one.role is not Role.COUNT:
        return True
    own, its = (
        None if figure.thing is None else counted_head(figure.thing.of(reading.page.text))[0]
        for figure in (one, other)
    )
    return own == its or (own is None and _is_long(reading, one))


def _is_long(reading: Reading, figure: Figure) -> bool:
    """Whether a figure has so many digits that another with just these is hardly there by chance."""
    return len(_digits(reading, figure)) > _FEWEST_DIGITS


def _is_swapped(reading: Reading, one: Figure, other: Figure) -> bool:
    here, there = _digits(reading, one), _digits(reading, other)
    assert one.value is not None
    assert other.value is not None
    near = one.value < 10 * other.value and other.value < 10 * one.value
    return near and here != there and len(here) == len(there) and sorted(here) == sorted(there)
