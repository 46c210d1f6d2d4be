"""Reads what a figure is reckoned by: a period ("a month"), a piece ("a barrel")."""

from sayso.figures.parts import Amount, Words, word_at
from sayso.figures.units import longest, unit_names
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role

ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
PIECES = frozenset(("share", "barrel", "head", "person", "unit", "piece", "dozen"))
REACH = 12


def period_behind(words: Words, amount: Amount, following: Amount | None) -> str | None:
    """The period of a figure that stands further on: "12,000 soldiers desert every month".

    Only "every", "each", "per" and "in a" lead it, in the same stretch between commas and before the
    next figure.
    """
    if amount.role not in (Role.COUNT, Role.MONEY, Role.MEASURE):
        return None
    times = unit_names().times
    last = min(amount.last + REACH, len(words))
    if following is not None:
        last = min(last, following.first)
    for at in range(amount.last, last):
        if words[at].text in ",;:()":
            return None
        if words[at].low in ADVERBS and _closes(words, at):
            return ADVERBS[words[at].low]
        led = words[at].low in ("every", "each", "per")
        at += words[at].low == "in" and word_at(words, at + 1) == "a"
        led = led or (words[at].low == "a" and word_at(words, at - 1) == "in")
        led = led or _closes_clause(words, at, measured=amount.role is Role.MEASURE and amount.last < at)
        name = times.get(word_at(words, at + 1)) if led else None
        told = words[at].low == "a" and word_at(words, at + 2) in word_set("time_told")
        if name and not told and not word_at(words, at + 1).endswith("s"):
            return name
    return None


def period_before(words: Words, amount: Amount) -> str | None:
    """The period that opens the clause: "Every month some 12,000 soldiers desert", "Each year, 300 close".

    The figure must be the first of the clause: no other digits stand between.
    """
    if amount.role not in (Role.COUNT, Role.MONEY):
        return None
    for at in range(amount.first - 1, max(-1, amount.first - REACH), -1):
        if words[at].digits or words[at].text in ";:()":
            return None
        if words[at].low in ("every", "each") and (not at or not words[at - 1].text[0].isalnum()):
            name = unit_names().times.get(word_at(words, at + 1))
            return name if name and not words[at + 1].low.endswith("s") else None
    return None


def _closes(words: Words, at: int) -> bool:
    """Whether an adverb of time ends its clause behind what is counted: "sells 200 buns daily"."""
    ends = word_at(words, at + 1)
    before = words[at - 1].low
    counted = before.endswith("s") and before.isalpha()
    return counted and (not ends[:1].isalnum() or ends in word_set("stops"))


def _closes_clause(words: Words, at: int, *, measured: bool) -> bool:
    """Whether "a month" ends a clause whose last word is in the plural: "pay 30 sacks for rents a month"."""
    if words[at].low not in ("a", "an") or not at:
        return False
    ends = word_at(words, at + 2)
    before = words[at - 1].low
    counted = before.isalpha() and (before.endswith("s") or measured) and before not in word_set("takes_time")
    return counted and not ends[:1].isalnum() and ends not in ("-", "–")


def rate_after(words: Words, at: int, *, money: bool = False) -> tuple[int, str, bool] | None:
    """Read "A month", "per barrel", "every year", "an ounce" behind a figure.

    Returns:
        The index behind it, the name of what it is reckoned by, and whether that is a length of time;
        None where the figure is no rate.
    """
    names = unit_names()
    if word_at(words, at) in ADVERBS:
        return at + 1, ADVERBS[words[at].low], True
    # "$4 million - a sum that …" opens an aside; only a hyphen without spaces joins a rate.
    dash = word_at(words, at) == "-" and words[at].tight and at + 1 < len(words) and words[at + 1].tight
    start = at + 1 if dash else at
    if start + 1 >= len(words) or words[start].low not in ("a", "an", "per", "every", "each", "/"):
        return None
    joint = words[start].low
    after = start + 2 if dash and words[start + 1].text == "-" else start + 1
    if after >= len(words) or (joint == "/" and not words[after].tight):
        return None
    time = names.times.get(words[after].low)
    if time:
        single = not words[after].low.endswith("s")
        long_ago = word_at(words, after + 1) in ("ago", "earlier", "later", "before", "prior")
        return (after + 1, time, True) if single and not long_ago else None
    if joint in ("every", "each"):
        return None
    found = longest(words, after, names.measures, lower=True) or longest(
        words, after, names.symbols, lower=False
    )
    if found:
        return found[0], found[1], False
    if joint == "/" and words[after].text in names.tight:
        return after + 1, names.tight[words[after].text], False
    if joint == "per" and words[after].text.isalpha():
        return after + 1, words[after].low, False
    ends = word_at(words, after + 1)
    alone = ends in word_set("stops") or not ends[:1].isalnum()
    if joint in ("a", "an") and (
        words[after].low in PIECES or (alone and words[after].low.isalpha() and money)
    ):
        return after + 1, words[after].low, False
    return None
