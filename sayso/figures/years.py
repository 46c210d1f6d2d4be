"""Tells a year from a number of four digits."""

from functools import cache

from sayso.figures.parts import Words
from sayso.figures.wordsets import word_set
from sayso.words import load_words

EARLIEST, LATEST = 1000, 2199
MODERN = range(1900, 2101)
LONGEST_SPAN = 15


def short_year(two: int) -> int:
    """The year of two digits: 30 to 99 are of the 1900s."""
    return two + (1900 if two >= 30 else 2000)


def read_year(words: Words, at: int) -> tuple[int, int] | None:
    """The bare year at a word and the index behind it, or None where the digits count something.

    A number of four digits without a separator is a year where a preposition of time leads it, or where
    it lies between 1900 and 2099 and counts nothing: no hedge before it, no unit or plural behind it.
    """
    word = words[at]
    if len(word.text) != 4 or not word.text.isdigit() or not EARLIEST <= int(word.text) <= LATEST:
        return None
    year = int(word.text)
    before = words[at - 1].low if at else ""
    if at and (words[at - 1].text in CURRENCY or (word.tight and words[at - 1].text.isalpha())):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    if (after is not None and _counts(words, at, year)) or _in_chain(words, at):
        return None
    counting = (
        after is not None
        and after.text.islower()
        and after.text.isalpha()
        and after.low not in word_set("stops")
    )
    if before in word_set("year_hedges") and (
        counting or before not in ("around", "about") or year not in MODERN
    ):
        return None
    if counting and before == "to" and at > 1 and words[at - 2].low == "up":
        return None
    if before in ("no", "number", "#", "article", "section", "room", "flight", "times", "x"):
        return None
    if year in MODERN or (before == "by" and year > 2100) or _has_era(words, at):
        return year, at + 1
    led = before in word_set("year_leads") or (before in word_set("old_year_leads") and not counting)
    if before == "of" and at > 1 and not counting:
        led = words[at - 2].low in word_set("of_years") or words[at - 2].text[0].isupper()
    return (year, at + 1) if led and year >= 1500 else None


def _has_era(words: Words, at: int) -> bool:
    """Whether "A.D." or "B.C." stands beside the year, or beside the one it is joined to."""
    era = ("a.d.", "ad", "b.c.", "bc", "ce", "bce")
    beside = {words[n].low for n in (at - 1, at + 1, at - 3) if 0 <= n < len(words)}
    return not beside.isdisjoint(era)


CURRENCY = frozenset("$€£¥₹")


def _in_chain(words: Words, at: int) -> bool:
    """Whether dashes tie the digits to others that make no span of years: "32-2015", "2010-2015-86"."""
    year = int(words[at].text)
    if at > 1 and words[at - 1].text == "-" and words[at - 2].digits:
        before = words[at - 2].text
        if len(before) != 4 or (at > 3 and words[at - 3].text == "-" and words[at - 4].digits):
            return True
    if at + 2 >= len(words) or words[at + 1].text != "-" or not words[at + 2].digits:
        return False
    after = words[at + 2].text
    if at + 4 < len(words) and words[at + 3].text == "-" and words[at + 3].tight and words[at + 4].digits:
        return True
    if len(after) <= 2 and after.isdigit():
        return not 0 < int(after) - year % 100 <= LONGEST_SPAN
    return False


def _counts(words: Words, at: int, year: int) -> bool:
    """Whether what stands behind makes the number an amount."""
    after = words[at + 1]
    ranged = after.text in ("-", "–") or (
        after.text == "to" and (not at or words[at - 1].low not in word_set("year_leads"))
    )
    if ranged and at + 3 < len(words) and words[at + 2].digits:
        return words[at + 3].low in _unitlike() or words[at + 3].low in word_set("persons")
    if after.text == "over" and at + 2 < len(words) and words[at + 2].digits and not at:
        return True
    if after.low in _unitlike() or after.low in word_set("persons") or after.text in "%°":
        return True
    if after.tight and (after.text.isalpha() or after.text in "/:") and after.low != "s":
        return True
    if (
        after.tight
        and after.text == "."
        and at + 2 < len(words)
        and words[at + 2].digits
        and words[at + 2].tight
    ):
        return True
    plural = (
        after.text.islower()
        and after.low.endswith("s")
        and len(after.low) > 3
        and not after.low.endswith(("ss", "us"))
    )
    lead = words[at - 1].low if at else ""
    return plural and (year % 100 == 0 or year not in MODERN) and lead not in ("the", "since", "from")


@cache
def _unitlike() -> frozenset[str]:
    units = load_words("units")
    names = {*units["names"], *units["more"], *units["times"], *units["percent"], *units["symbols"]}
    money = load_words("currencies")
    scales = load_words("numerals")["scales"]
    return frozenset(
        {name.split()[0].lower() for name in (*names, *money["bare"], *money["minor"], *scales)}
    ) - {"a", "in", "us"}
