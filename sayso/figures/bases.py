"""Reads what a rate is reckoned on: "38 cases per 100,000 residents", "40 boys for every 100 girls".

The base is a scale and counts nothing: an editor who checks the 100,000 has nothing to check.
"""

from sayso.figures.parts import Amount, Form, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role

# So many words at most stand between the rate and its base.
BETWEEN = 8
ENDS = frozenset((",", ";", ":", "(", ")"))
# The noun of a base has so many words at most: "100,000 live births".
NOUNS = 2


def is_base(words: Words, amount: Amount) -> bool:
    """Whether a bare count is the base of a rate: a power of ten behind "per" or "for every"."""
    if amount.role is not Role.COUNT or amount.unit or amount.form not in (Form.DIGITS, Form.SPELT):
        return False
    if amount.value is None or not _is_power_of_ten(amount.value.numerator) or amount.value.denominator != 1:
        return False
    at = amount.first - 1
    if word_at(words, at) in ("every", "each"):
        return word_at(words, at - 1) in ("for", "per", "in", "of")
    return word_at(words, at) == "per" or (word_at(words, at) == "/" and words[at].tight)


def with_base(words: Words, amounts: list[Amount], base: Amount) -> list[Amount]:
    """Give the figure before a base the base: its span too where nothing stands between.

    Args:
        words: the sentence.
        amounts: its figures up to the base.
        base: the power of ten behind "per".
    """
    if not amounts or amounts[-1].per or amounts[-1].role not in (Role.COUNT, Role.MONEY, Role.MEASURE):
        return amounts
    before = amounts[-1]
    between = words[before.last : base.first]
    if len(between) > BETWEEN or any(word.text in ENDS for word in between):
        return amounts
    last = _behind_noun(words, base.last)
    name = " ".join(word.text for word in words[base.first : last])
    joined = len(between) == 1 + (between[0].low == "for" if between else 0)
    return [*amounts[:-1], before._replace(per=name, last=last if joined else before.last)]


def _behind_noun(words: Words, at: int) -> int:
    """The index behind the plural that a base counts; right behind the number where there is none."""
    for last in range(at, min(at + NOUNS, len(words))):
        word = words[last]
        if not word.text.isalpha() or word.low in word_set("stops"):
            return at
        if word.low == "people" or word.low.endswith("s"):
            return last + 1
    return at


def _is_power_of_ten(number: int) -> bool:
    return number >= 10 and str(number).strip("0") == "1"
