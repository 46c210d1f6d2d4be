"""Tells a bare number that is somebody's age: "Anna Weber, 51, said", "when she was 17"."""

from sayso.figures.parts import Amount, Form, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role

OLDEST = 115
ENDS = frozenset(
    (",", ")", ".", ";", "", "-", "–", "—", "and", "who", "when", "or", "(", ":", "he", "she", "at")
)
TURNS = frozenset(("turned", "turns", "turning", "turn"))
# Behind "turned 40" these tell that a birthday is meant and no thing turned.
TURNED = frozenset(
    ("in", "on", "this", "last", "next", "yesterday", "today", "tomorrow", "earlier", "during", "while")
)


def is_age(words: Words, amount: Amount) -> bool:
    """Whether a bare count is an age by its place.

    An age stands between commas or in brackets behind a name, or behind a form of "be" or "turn" whose
    subject is a person.
    """
    if (
        amount.role is not Role.COUNT
        or amount.unit
        or amount.per
        or amount.form not in (Form.DIGITS, Form.SPELT)
    ):
        return False
    if amount.value is None or amount.value.denominator != 1 or not 0 < amount.value <= OLDEST:
        return False
    ends = word_at(words, amount.last)
    if ends in TURNED and word_at(words, amount.first - 1) in TURNS:
        return True
    lived = word_at(words, amount.first - 1) == "at" and word_at(words, amount.first - 2) in word_set("lived")
    if lived and (ends in ENDS or ends in word_set("stops") or ends in ("after", "last", "this")):
        return True
    if ends not in ENDS:
        return False
    return _behind_name(words, amount) or _behind_be(words, amount.first)


def _behind_name(words: Words, amount: Amount) -> bool:
    at = amount.first
    at -= word_at(words, at - 1) in ("both", "all", "each")
    opened = word_at(words, at - 1)
    if opened not in (",", "(") or at < 2 or not words[amount.first].digits:
        return False
    closed = word_at(words, amount.last)
    if (opened == "(") != (closed == ")"):
        return False
    before = words[at - 2]
    if before.low in ("jr", "sr", ".") and at > 3:
        before = words[at - 3]
    named = before.text[0].isupper() and before.text.isalpha() and len(before.text) > 1
    if opened == "(" and not _is_capital(words, at - 3):
        named = False  # one name before a bracket is as often a party, a town or a team
    return (named and not before.text.isupper()) or before.low in word_set("kin")


def _is_capital(words: Words, at: int) -> bool:
    """Whether there is a capitalised word at this place."""
    return at >= 0 and words[at].text[0].isupper()


def _behind_be(words: Words, at: int) -> bool:
    back = at - 1
    while word_at(words, back) in ("now", "only", "just", "about", "already", "still"):
        back -= 1
    verb = word_at(words, back)
    if verb in TURNS:
        return True
    if verb not in ("was", "is", "am", "were", "are", "m", "s", "re", "be"):
        return False
    back -= 1 + (word_at(words, back - 1) in ("'", "’"))
    return word_at(words, back) in word_set("people_pronouns")


def is_age_too(words: Words, before: list[Amount], amount: Amount) -> bool:
    """Whether a bare count goes on with a list of ages: "aged 5, 7 and 12"."""
    if not before or before[-1].role is not Role.AGE or amount.role is not Role.COUNT or amount.unit:
        return False
    between = [word.low for word in words[before[-1].last : amount.first]]
    fits = amount.value is not None and 0 < amount.value <= OLDEST
    return fits and between in (["and"], [","], [",", "and"]) and word_at(words, amount.last) in ENDS
