"""Gives the dates of a list the year that only the last of them prints: "in May and June 2025"."""

from sayso.figures.calendar import months_on
from sayso.figures.datewords import four_digits, is_month
from sayso.figures.parts import When, Words

JOINTS = frozenset((",", "and", "or", "&", "the", "in", "on", "both"))
A_YEAR = 12


def share_years(words: Words, whens: list[When]) -> tuple[When, ...]:
    """Move dates without a year into the year printed with the next date of the same list.

    Args:
        words: the sentence.
        whens: its dates in order.

    Returns:
        The same dates; a month that is later in the year than the dated one lies a year before it.
    """
    out = list(whens)
    for n in range(len(out) - 2, -1, -1):
        left, right = out[n], out[n + 1]
        between = words[left.last : right.first]
        if not between or any(word.low not in JOINTS for word in between):
            continue
        if _has_year(words, left) or not _has_year(words, right) or not _named(words, left):
            continue
        if left.begin is None or left.end is None or right.begin is None or not _named(words, right):
            continue
        years = right.begin.year - left.begin.year - (left.begin.month > right.begin.month)
        out[n] = left._replace(
            begin=months_on(left.begin, A_YEAR * years), end=months_on(left.end, A_YEAR * years)
        )
    return tuple(out)


def _has_year(words: Words, when: When) -> bool:
    return any(four_digits(words, n) for n in range(when.first, when.last))


def _named(words: Words, when: When) -> bool:
    """Whether a month or a quarter is named."""
    return any(is_month(words, n) or words[n].low in ("q", "quarter") for n in range(when.first, when.last))
