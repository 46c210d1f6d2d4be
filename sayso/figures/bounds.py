"""Joins two bounds of one figure: "more than 10 but less than 40"."""

from sayso.figures.parts import Amount, Words
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.vocabulary import Hedge

LOWER = (Hedge.OVER, Hedge.AT_LEAST)
UPPER = (Hedge.UNDER, Hedge.AT_MOST)


def merge_bounds(words: Words, amounts: list[Amount]) -> list[Amount]:
    """Make one figure of a lower and an upper bound that follow one another.

    Only "and", "but" or a comma stands between them, the units agree and the lower bound is the smaller:
    two bounds of different things ("more than 40 men and less than 10 women") stay two figures.
    """
    out: list[Amount] = []
    for amount in amounts:
        if out and _one_figure(words, out[-1], amount):
            out[-1] = _joined(out[-1], amount)
        else:
            out.append(amount)
    return out


def _one_figure(words: Words, left: Amount, right: Amount) -> bool:
    between = [word.low for word in words[left.last : right.first]]
    if len(between) != 1 or between[0] not in word_set("bound_joints"):
        return False
    if left.value is None or right.value is None or (left.unit and left.unit != right.unit):
        return False
    if left.hedge in LOWER and right.hedge in UPPER:
        return left.value < right.value
    return left.hedge in UPPER and right.hedge in LOWER and right.value < left.value


def _joined(left: Amount, right: Amount) -> Amount:
    ends = [value for value in (left.value, right.value) if value is not None]
    return right._replace(
        first=left.first,
        interval=Interval(min(ends), max(ends)),
        value=None,
        step=None,
        hedge=Hedge.EXACT,
    )
