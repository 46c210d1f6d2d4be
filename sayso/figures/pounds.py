"""Tells the pound that is money from the pound that is a weight."""

from sayso.figures.parts import Form, Numeral, Unit, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role

POUND = ("pound", "pounds")
# So many words before and behind the amount are asked what it is.
BACK, AHEAD = 8, 3
MILLION = 1_000_000


def as_sterling(words: Words, numeral: Numeral, unit: Unit) -> Unit:
    """The unit, or sterling in its place where it is a pound and the text speaks of money.

    "4 billion pounds", "fined 400 pounds", "thousands of pounds", "3 pounds 20 pence" are money; "12 pounds
    of flour" and "weighs 40 pounds" are weights, and so is what nothing tells.

    Args:
        words: the sentence.
        numeral: the number before the unit.
        unit: what was read behind it.
    """
    name = word_at(words, unit.last - 1)
    if unit.name != "lb" or name not in POUND:
        return unit
    behind = word_at(words, unit.last)
    if word_at(words, unit.first) in "-‑":
        # "A 400-pound fine" and "a 3-pound loaf": only the noun behind tells.
        fine = not word_set("paying").isdisjoint(word.low for word in words[unit.last : unit.last + 1])
        return unit._replace(name="GBP", role=Role.MONEY) if fine else unit
    if behind in ("of", "per", "-") or _near(words, numeral, unit, "weighing"):
        return unit
    vague = numeral.form is Form.VAGUE and numeral.interval is not None
    large = numeral.scaled and numeral.value is not None and abs(numeral.value) >= MILLION
    if vague or large or _pence(words, unit.last) or _near(words, numeral, unit, "paying"):
        return unit._replace(name="GBP", role=Role.MONEY)
    return unit


def _near(words: Words, numeral: Numeral, unit: Unit, name: str) -> bool:
    """Whether a word of a set stands near the amount, in its stretch between commas."""
    known = word_set(name)
    for at in range(numeral.first - 1, max(-1, numeral.first - BACK), -1):
        if words[at].text in ",;:":
            break
        if words[at].low in known:
            return True
    for at in range(unit.last, min(unit.last + AHEAD, len(words))):
        if words[at].text in ",;:":
            break
        if words[at].low in known:
            return True
    return False


def _pence(words: Words, at: int) -> bool:
    """Whether pence follow: "3 pounds and 20 pence", "3 pounds 20p"."""
    at += word_at(words, at) in ("and", ",")
    return at + 1 < len(words) and words[at].digits and words[at + 1].low in ("pence", "p", "penny")
