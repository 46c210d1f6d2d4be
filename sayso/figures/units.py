"""Reads the currency, measure, percentage or length of time that belongs to a number."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from sayso.figures.parts import Unit, Words, word_at
from sayso.figures.tokens import PIECES
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Role
from sayso.words import load_words

CENT = Fraction(1, 100)
HYPHENS = ("-", "‐", "‑")


class Names(NamedTuple):
    """Units of ``words/units.toml`` and ``words/currencies.toml``, keyed by the words they are written in."""

    measures: dict[tuple[str, ...], str]
    symbols: dict[tuple[str, ...], str]
    folded: dict[tuple[str, ...], str]
    tight: dict[str, str]
    loose: dict[str, str]
    times: dict[str, str]
    percent: dict[tuple[str, ...], str]
    money: dict[tuple[str, ...], str]
    minor: dict[str, str]
    signs: dict[str, str]
    marked: dict[str, str]
    letters: dict[str, str]
    codes: frozenset[str]
    heads: frozenset[str]


@cache
def unit_names() -> Names:
    """The unit tables, read once."""
    units, currencies = load_words("units"), load_words("currencies")
    measures = {cut(name): unit for name, unit in {**units["names"], **units["more"]}.items()}
    symbols = {cut(name): unit for name, unit in units["symbols"].items()}
    percent = {cut(name): unit for name, unit in units["percent"].items()}
    money = {cut(name): code for name, code in {**currencies["names"], **currencies["bare"]}.items()}
    heads = {phrase[0].lower() for table in (measures, symbols, percent, money) for phrase in table}
    return Names(
        measures,
        symbols,
        _folded(symbols),
        units["tight"],
        units["loose"],
        units["times"],
        percent,
        money,
        currencies["minor"],
        currencies["signs"],
        currencies["marked"],
        currencies["letters"],
        frozenset(currencies["names"].values()) | frozenset(currencies["bare"].values()),
        frozenset(heads),
    )


def _folded(symbols: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """Symbols in lower case, where only one unit is written so: "2.4Ghz"."""
    found: dict[tuple[str, ...], set[str]] = {}
    for phrase, unit in symbols.items():
        found.setdefault(tuple(word.lower() for word in phrase), set()).add(unit)
    return {
        phrase: min(units) for phrase, units in found.items() if len(units) == 1 and len("".join(phrase)) > 2
    }


def cut(name: str) -> tuple[str, ...]:
    """A unit's name as the words of a sentence come: "US$" is two, "kilowatt-hour" three, "km²" one."""
    return tuple(PIECES.findall(name))


def currency_before(words: Words, at: int) -> Unit | None:
    """The currency that stands right before word ``at``: "$", "US$", "EUR", "Rs.", "C $"."""
    names = unit_names()
    first = at
    if first and words[first - 1].text == "." and first > 1 and words[first - 2].text in ("Rs",):
        first -= 1
    if first and words[first - 1].text == "=" and first > 1 and words[first - 2].text == "Y":
        return Unit(first - 2, at, "JPY", Role.MONEY)
    if not first:
        return None
    sign = words[first - 1]
    if sign.text in names.signs:
        code, first = names.signs[sign.text], first - 1
        if (
            first
            and sign.text in "$£¥"
            and (words[first - 1].low in names.marked)
            and _marks(words, first - 1)
        ):
            first -= 1
            code = names.marked[words[first].low]
            if first and words[first].low == "$":
                first -= 1
        return Unit(first, at, code, Role.MONEY)
    marked = _marked_behind(words, at)
    if marked:
        return marked
    if sign.text in names.letters and _is_letter_sign(words, at):
        return Unit(first - 1, at, names.letters[sign.text], Role.MONEY)
    if (
        sign.text.upper() in names.codes
        and (sign.text.isupper() or (sign.text.islower() and not sign.tight))
        and (sign.text.isupper() or sign.text in ("usd", "eur", "gbp"))
    ):
        return Unit(first - 1, at, sign.text.upper(), Role.MONEY)
    return None


def _marked_behind(words: Words, at: int) -> Unit | None:
    """Read "$US" and "$A" before the digits."""
    code = unit_names().marked.get(words[at - 1].low) if at > 1 and words[at - 1].text.isupper() else None
    if code is None or words[at - 2].text != "$" or not words[at - 1].tight:
        return None
    return Unit(at - 2, at, code, Role.MONEY)


def _is_letter_sign(words: Words, at: int) -> bool:
    """Whether letters before digits are a currency: "RM3", "Rs 25", "PS8.1bn", not "PLX-R18", "PS4"."""
    sign = words[at - 1]
    if sign.tight and at > 1 and words[at - 2].text not in "($":
        return False
    if sign.text == "PS":
        return words[at].tight and ("," in words[at].text or "." in words[at].text)
    return words[at].tight or sign.text not in ("R", "kr", "Fr", "kn")


def _marks(words: Words, at: int) -> bool:
    """Whether the letters at a place mark the sign behind them and are no word of their own."""
    word, sign = words[at], words[at + 1]
    if len(word.low) == 1 and word.low in ("a", "i", "s", "e", "j", "r", "z") and not sign.tight:
        return word.text.isupper() and word.low == "s"
    return sign.tight or word.low not in ("can", "us", "e", "i") or word.text.isupper()


def unit_after(words: Words, at: int) -> Unit | None:
    """The unit that begins at word ``at``, right behind a number.

    Args:
        words: the sentence.
        at: index of the first word behind the number; a hyphen there joins ("13-inch").

    Returns:
        The unit, or None where a counted noun or nothing follows.
    """
    if at >= len(words):
        return None
    start = at
    if (
        words[at].text in "-‐‑"
        and at + 1 < len(words)
        and words[at + 1].tight
        and words[at + 1].text[0].isalpha()
    ):
        start = at + 1
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(words[at].text)
    if closing:
        inner = unit_after(words, at + 1)
        fits = inner is not None and inner.last < len(words) and words[inner.last].text == closing
        return (
            inner._replace(first=at, last=inner.last + 1)
            if fits and inner and inner.role is Role.MEASURE
            else None
        )
    found = (
        _percent_at(words, start)
        or _money_at(words, start)
        or _time_at(words, start)
        or _measure_at(words, start)
    )
    return found._replace(first=at) if found else None


def longest(
    words: Words, at: int, table: dict[tuple[str, ...], str], *, lower: bool
) -> tuple[int, str] | None:
    """The longest name of a table that begins at a word: the index behind it and what it stands for."""
    if at >= len(words) or words[at].low not in unit_names().heads:
        return None
    for length in (5, 4, 3, 2, 1):
        piece = tuple(word.low if lower else word.text for word in words[at : at + length])
        if len(piece) == length and piece in table:
            return at + length, table[piece]
    return None


def _percent_at(words: Words, at: int) -> Unit | None:
    found = longest(words, at, unit_names().percent, lower=True)
    if found is None or (words[at].low in ("pc", "pp") and not words[at].tight):
        return None
    return Unit(at, found[0], found[1], Role.PERCENT)


def _money_at(words: Words, at: int) -> Unit | None:
    names, word = unit_names(), words[at]
    if word.low in names.minor and (word.low != "p" or (word.tight and word.text == "p")):
        return Unit(at, at + 1, names.minor[word.low], Role.MONEY, CENT)
    found = longest(words, at, names.money, lower=True)
    if found and word.low == "won" and word_at(words, found[0]) in ("'", "’"):
        return None
    if found and word.low in ("real", "dong", "kip", "som", "sterling") and found[0] == at + 1:
        return None
    if found:
        return Unit(at, found[0], found[1], Role.MONEY)
    if word.text in names.signs:
        return Unit(at, at + 1, names.signs[word.text], Role.MONEY)
    if word.text in names.codes or word.text in ("usd", "eur", "gbp"):
        return Unit(at, at + 1, word.text.upper(), Role.MONEY)
    if (
        word.text[0] in "Mmk"
        and word.text[1:] in names.codes
        and word.text[1:] in ("USD", "EUR", "GBP", "CHF")
    ):
        return Unit(
            at, at + 1, word.text[1:], Role.MONEY, Fraction(1000 if word.text[0] == "k" else 1_000_000)
        )
    if word.text in names.letters and word.text != "PS":
        return Unit(at, at + 1, names.letters[word.text], Role.MONEY)
    return None


def _time_at(words: Words, at: int) -> Unit | None:
    name = unit_names().times.get(words[at].low)
    if name is None or (words[at].low == "second" and not words[at].tight and not _is_time_word(words, at)):
        return None
    if word_at(words, at + 1) in word_set("timed_goods") and words[at - 1].text not in HYPHENS:
        return None  # "3,100 day passes"
    return Unit(at, at + 1, name, Role.DURATION)


def _is_time_word(words: Words, at: int) -> bool:
    """Whether "second" at a place is the time and not the ordinal: "a 4.3 second lap" is."""
    return at > 0 and words[at - 1].digits


def _measure_at(words: Words, at: int) -> Unit | None:
    names, word = unit_names(), words[at]
    dotted = word.text.replace(".", "")
    if dotted != word.text and (dotted,) in names.symbols:
        return Unit(at, at + 1, names.symbols[(dotted,)], Role.MEASURE)
    found = (
        longest(words, at, names.measures, lower=True)
        or longest(words, at, names.symbols, lower=False)
        or (longest(words, at, names.folded, lower=True) if word.tight else None)
    )
    if found is None and word.tight and word.text in names.tight and not _goes_on(words, at + 1):
        found = None if word.text in QUOTES and not _is_inch(words, at) else (at + 1, names.tight[word.text])
    if found is None and word.text in names.tight and word_at(words, at + 1) == "/" and words[at + 1].tight:
        found = (at + 1, names.tight[word.text])
    if found is None and not word.tight and word.text in names.loose and _stands_alone(words, at):
        found = (at + 1, names.loose[word.text])
    if found is None and word.text in QUOTES and word_at(words, at + 1) in word_set("sizes"):
        found = (at + 1, names.tight[word.text]) if _is_inch(words, at) else None
    if found is None and word.tight and word.text in FEET and word_at(words, at + 2) in INCHES:
        found = (at + 1, "ft") if words[at + 1].digits else None
    if found is None:
        return None
    last, unit = found
    if unit == "PS" and _goes_on(words, last):
        return None  # "100 PS5 consoles"
    if unit in names.times:
        return Unit(at, last, unit, Role.DURATION)
    if unit in ("km/h", "mph") or "/" in unit:
        return Unit(at, last, unit, Role.MEASURE)
    return _with_divisor(words, Unit(at, last, unit, Role.MEASURE))


QUOTES = frozenset("\"'″′")
FEET, INCHES = frozenset("'′’"), frozenset('"″”')


def _is_inch(words: Words, at: int) -> bool:
    """Whether a mark behind digits is inches or feet: no quotation was opened before it."""
    mark = words[at].text
    return (
        words[at - 1].digits and sum(word.text == mark for word in words[max(0, at - QUOTED) : at]) % 2 == 0
    )


# So many words back a quotation may have been opened.
QUOTED = 120


def _stands_alone(words: Words, at: int) -> bool:
    """Whether a letter that stands off the digits is a symbol: digits before, no capital or plural behind."""
    if not words[at - 1].digits or (
        at + 1 < len(words) and words[at + 1].text in ".'’&" and words[at + 1].tight
    ):
        return at + 2 >= len(words) and words[at - 1].digits
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not after.text[0].isupper() or (after.text.isupper() and len(after.text) > 1):
        return after is None or not after.tight or not after.text[0].isalnum()
    return False


def _goes_on(words: Words, at: int) -> bool:
    """Whether a name goes on behind a one-letter symbol: "24703 m212", "3W-40"."""
    return at < len(words) and words[at].tight and (words[at].digits or words[at].text.isalpha())


def _with_divisor(words: Words, unit: Unit) -> Unit:
    """A compound: "50 meters per millisecond", "50 km/ms"."""
    names, at = unit_names(), unit.last
    if at + 1 >= len(words) or words[at].low not in ("/", "per"):
        return unit
    if words[at].text == "/" and not (words[at].tight and words[at + 1].tight):
        return unit
    below = longest(words, at + 1, names.measures, lower=True) or longest(
        words, at + 1, names.symbols, lower=False
    )
    if below is None:
        time = names.times.get(words[at + 1].low) or (
            {"s": "second", "h": "hour", "d": "day", "ms": "ms", "hr": "hour"}.get(words[at + 1].text)
        )
        if time is None:
            return unit
        below = (at + 2, time)
    return unit._replace(last=below[0], name=f"{unit.name}/{below[1]}")
