"""Reads numbers as written, in digits, in words and in both, to exact fractions."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from sayso.figures.parts import Form, Numeral, Word, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Interval
from sayso.words import load_words

# Beyond these a numeral is no figure: no news has one, and exact arithmetic on it could be made to hang.
MOST_DIGITS = 40
MOST = Fraction(10) ** 30
# How many words may follow "and" in one number; it also bounds the depth of the search.
LOOK_AHEAD = 8


class Lexicon(NamedTuple):
    """The number words of ``words/numerals.toml`` as typed tables."""

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    packs: dict[str, int]
    letters: dict[str, int]
    always: frozenset[str]
    parts: dict[str, int]
    signs: dict[str, Fraction]
    ordinals: dict[str, int]
    vague: dict[tuple[str, ...], Interval]
    multiples: dict[str, Fraction]
    starters: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The number words, read once."""
    raw = load_words("numerals")
    vague = {
        tuple(phrase.split()): Interval(Fraction(low), Fraction(high))
        for phrase, (low, high) in raw["vague"].items()
    }
    starters = {*raw["units"], *raw["teens"], *raw["tens"], *raw["scales"], *raw["packs"], *raw["parts"]}
    starters |= {*raw["signs"], *raw["multiples"], *(phrase[0] for phrase in vague), "a", "an", "half"}
    return Lexicon(
        small={**raw["units"], **raw["teens"]},
        tens=raw["tens"],
        scales=raw["scales"],
        packs=raw["packs"],
        letters=raw["letters"],
        always=frozenset(raw["letters_always"]["words"]),
        parts=raw["parts"],
        signs={sign: Fraction(top, bottom) for sign, (top, bottom) in raw["signs"].items()},
        ordinals=raw["ordinals"],
        vague=vague,
        multiples={word: Fraction(top, bottom) for word, (top, bottom) in raw["multiples"].items()},
        starters=frozenset(starters),
    )


def read_numeral(words: Words, at: int, *, money: bool = False) -> Numeral | None:
    """Read the longest number that begins at a word.

    Args:
        words: the sentence.
        at: index of the first word.
        money: a currency sign stands before it, so that "m" means million.

    Returns:
        The numeral, or None where none begins here. Unit words are not part of it.
    """
    word = words[at]
    if not word.digits and word.low not in lexicon().starters:
        return None
    for reader in (_read_vague, _read_multiple):
        found = reader(words, at)
        if found:
            return found
    found = _read_fraction(words, at) or _read_cardinal(words, at, money=money)
    if found is None:
        return None
    found = _read_odds(words, found) or _read_over(words, found) or _read_parts(words, found) or found
    return None if found.value is not None and abs(found.value) > MOST else found


def digits_value(text: str) -> tuple[Fraction, Fraction] | None:
    """The value of digits with separators and the size of their last digit.

    "1,700" is 1700 and 1, "12.50" is 12.5 and 0.01, "1.111,11" 1111.11; None beyond 40 digits.
    """
    bare = text.replace(",", "").replace("\u00a0", "").replace("\u2009", "").replace("\u202f", "")
    whole, comma, part = text.partition(",")
    if comma and len(part) == 2 and part.isdigit() and whole.isdigit():
        bare = f"{whole}.{part}"
    elif text.count(".") > 1 or (0 <= text.find(".") < text.find(",")):
        whole, _, rest = text.partition(",")
        bare = whole.replace(".", "") + ("." + rest if rest else "")
    if len(bare) > MOST_DIGITS:
        return None
    point = bare.find(".")
    decimals = 0 if point < 0 else len(bare) - point - 1
    return Fraction(bare), Fraction(1, 10**decimals)


def _read_vague(words: Words, at: int) -> Numeral | None:
    """Read "Dozens", "tens of thousands", "a few thousand", "several hundred million"."""
    table = lexicon().vague
    for length in (4, 3, 2, 1):
        phrase = tuple(word.low for word in words[at : at + length])
        if len(phrase) == length and phrase in table:
            last, interval, value = at + length, table[phrase], None
            break
    else:
        return None
    if phrase[-1] == "couple":
        value = Fraction(2)
    multiplied = Fraction(1)
    of = last < len(words) - 1 and words[last].low == "of" and words[last + 1].low in lexicon().scales
    scale_at = last + 1 if of else last
    while scale_at < len(words) and phrase[-1] in ("several", "few", "couple", "handful"):
        factor = lexicon().scales.get(words[scale_at].low) or lexicon().packs.get(words[scale_at].low)
        if factor is None:
            break
        multiplied *= factor
        scale_at += 1
        last = scale_at
    if interval.low is not None and interval.high is not None:
        interval = Interval(interval.low * multiplied, interval.high * multiplied)
    if words[at].low in ("few", "couple", "handful") and len(phrase) == 1 and multiplied == 1:
        return None
    return Numeral(at, last, value and value * multiplied, multiplied, Form.VAGUE, interval=interval)


def _read_multiple(words: Words, at: int) -> Numeral | None:
    """Read "Twice", "doubled", "threefold", "5.5 times" is left to the unit."""
    factor = lexicon().multiples.get(words[at].low)
    if factor is not None:
        return Numeral(at, at + 1, factor, Fraction(1), Form.MULTIPLE)
    return None


def _read_fraction(words: Words, at: int) -> Numeral | None:
    """Read "Two-thirds", "a quarter", "half", "3/4", "½"; "half a million" is a cardinal."""
    lex, word = lexicon(), words[at]
    if word.low in lex.signs:
        return _scaled(words, Numeral(at, at + 1, lex.signs[word.low], Fraction(1, 100), Form.FRACTION))
    if word.digits:
        slash = _slashed(words, at)
        if slash:
            return _scaled(words, slash)
    if word.low == "half":
        return _scaled(words, Numeral(at, at + 1, Fraction(1, 2), Fraction(1, 20), Form.FRACTION))
    if word.low in ("a", "an"):
        top, after = 1, at + 1
    elif word.low in lex.small:
        top, after = lex.small[word.low], at + 1
    else:
        return None
    if after < len(words) and words[after].text in "-‐" and after + 1 < len(words):
        after += 1
    if after >= len(words):
        return None
    name = words[after].low
    bottom = lex.parts.get(name)
    if bottom is None or (top > 1) != (name.endswith("s") or name == "halves"):
        return None
    return _scaled(words, Numeral(at, after + 1, Fraction(top, bottom), Fraction(1, 20), Form.FRACTION))


def _slashed(words: Words, at: int) -> Numeral | None:
    """A fraction "3/4", with every part tight and the numerator the smaller."""
    if at + 2 >= len(words) or words[at + 1].text not in ("/", "⁄"):
        return None
    top, bottom = (
        digits_value(words[at].text),
        digits_value(words[at + 2].text) if words[at + 2].digits else None,
    )
    if top is None or bottom is None or bottom[0] == 0 or not words[at + 1].tight or not words[at + 2].tight:
        return None
    if (at + 3 < len(words) and words[at + 3].text == "/") or top[0] >= bottom[0] or bottom[0] > 100:
        return None
    return Numeral(at, at + 3, top[0] / bottom[0], Fraction(1, 100), Form.FRACTION)


def _scaled(words: Words, found: Numeral) -> Numeral:
    """A fraction of a scale word: "half a million", "a quarter of a million", "two thirds of a million"."""
    lex, at = lexicon(), found.last
    if at < len(words) and words[at].low == "of":
        at += 1
    if at < len(words) and words[at].low in ("a", "an"):
        at += 1
    elif at != found.last:
        return found
    factor = None
    if at < len(words):
        factor = lex.scales.get(words[at].low) or lex.packs.get(words[at].low)
    if factor is None or found.value is None:
        return found
    value = found.value * factor
    return Numeral(found.first, at + 1, value, value / 10, Form.SPELT, scaled=factor >= 1000)


def _read_odds(words: Words, found: Numeral) -> Numeral | None:
    """Read "One in five", "7 out of 10"."""
    at = found.last
    if found.value is None or found.scaled or found.form not in (Form.DIGITS, Form.SPELT) or found.decimals:
        return None
    if at + 1 < len(words) and words[at].low == "out" and words[at + 1].low == "of":
        at, out_of = at + 2, True
    elif at < len(words) and words[at].low == "in":
        at, out_of = at + 1, False
    else:
        return None
    if at < len(words) and words[at].low == "every":
        at += 1
    if at >= len(words):
        return None
    other = _read_cardinal(words, at, money=False)
    if other is None or other.value is None or other.decimals or not 0 < found.value < other.value:
        return None
    spelt = words[at].low not in ("a", "an")
    if not out_of and not (spelt and _is_round_base(other.value)):
        return None
    return Numeral(found.first, other.last, found.value / other.value, Fraction(3, 50), Form.ODDS)


def _read_over(words: Words, found: Numeral) -> Numeral | None:
    """Read "1 over three", a fraction where nothing is counted behind it."""
    if word_at(words, found.last) != "over" or found.value is None or found.last + 1 >= len(words):
        return None
    other = _read_cardinal(words, found.last + 1, money=False)
    if (
        other is None
        or not other.value
        or (other.last < len(words) and words[other.last].text not in ".,;:)?!")
    ):
        return None
    return Numeral(found.first, other.last, found.value / other.value, Fraction(1, 20), Form.FRACTION)


def _read_parts(words: Words, found: Numeral) -> Numeral | None:
    """Read "twenty-three fifths": a larger number of parts in words."""
    name = word_at(words, found.last)
    bottom = lexicon().parts.get(name)
    if found.form is not Form.SPELT or found.value is None or bottom is None or not name.endswith("ths"):
        return None
    return Numeral(found.first, found.last + 1, found.value / bottom, Fraction(1, 20), Form.FRACTION)


def _is_round_base(value: Fraction) -> bool:
    """Whether people say "one in N" with this N: up to 20, then round numbers."""
    return value <= 20 or (value % 5 == 0 and (value < 1900 or value > 2100))


def _read_cardinal(words: Words, at: int, *, money: bool) -> Numeral | None:
    """Read "114,280", "19 thousand", "a hundred and five", "one and a half million", "1.2bn"."""
    word = words[at]
    if word.digits:
        return _read_digits(words, at, money=money)
    return _read_spelt(words, at)


def _read_digits(words: Words, at: int, *, money: bool) -> Numeral | None:
    read = digits_value(words[at].text)
    if read is None:
        return None
    value, step = read
    power = _power(words, at + 1)
    if power is not None:
        return Numeral(at, power[1], value * power[0], step * power[0], Form.DIGITS, decimals=True)
    decimals, last, scaled = step < 1, at + 1, False
    value, step, last = _mixed(words, value, step, last)
    while last < len(words):
        factor = _scale_after(words, last, money=money)
        if factor is None:
            break
        value, step, last, scaled = value * factor, step * factor, last + 1, scaled or factor >= 1000
        rest = _rest_of(words, last, factor)
        if rest is not None and rest.value is not None and rest.step is not None:
            return Numeral(at, rest.last, value + rest.value, rest.step, Form.DIGITS)
    return _with_half(words, Numeral(at, last, value, step, Form.DIGITS, scaled=scaled, decimals=decimals))


def _rest_of(words: Words, at: int, factor: int) -> Numeral | None:
    """What goes on behind digits and a scale word: "4 thousand 3 hundred", "3 hundred and 21"."""
    joined = word_at(words, at) == "and"
    skip = at + joined
    if skip >= len(words) or (joined and factor != 100 and words[skip].digits):
        return None
    if not joined and (not words[skip].digits or word_at(words, skip + 1) not in lexicon().scales):
        return None
    rest = _read_cardinal(words[skip : skip + LOOK_AHEAD], 0, money=False)
    if rest is None or rest.value is None or rest.decimals:
        return None
    fits = rest.value < (min(factor, 1000) if joined else factor)
    return rest._replace(first=skip, last=rest.last + skip) if fits else None


def _power(words: Words, at: int) -> tuple[Fraction, int] | None:
    """A power of ten behind digits: "×10−8", "x 10^6"; None beyond 30."""
    if word_at(words, at) not in ("×", "x", "*", "·") or word_at(words, at + 1) not in ("10", "10^"):
        return None
    last = at + 2 + (word_at(words, at + 2) == "^")
    minus = word_at(words, last) in ("-", "−", "–")
    last += minus
    exponent = word_at(words, last)
    if last >= len(words) or not words[last].tight or not exponent.isdigit() or len(exponent) > 2:
        return None
    power = int(exponent)
    if power > 30:
        return None
    return Fraction(10) ** (-power if minus else power), last + 1


def _mixed(words: Words, value: Fraction, step: Fraction, last: int) -> tuple[Fraction, Fraction, int]:
    """Read "2½" and "2 1/2"."""
    if step != 1 or last >= len(words):
        return value, step, last
    sign = lexicon().signs.get(words[last].text)
    if sign is not None:
        return value + sign, Fraction(1, 10), last + 1
    slash = _slashed(words, last) if words[last].digits and not words[last].tight else None
    if slash and slash.value is not None:
        return value + slash.value, Fraction(1, 10), slash.last
    return value, step, last


def _scale_after(words: Words, at: int, *, money: bool) -> int | None:
    """The factor of a scale word or letter at a place behind digits."""
    lex, word = lexicon(), words[at]
    if word.low in lex.scales:
        return lex.scales[word.low]
    if word.low in lex.packs and word.low != "gross":
        return lex.packs[word.low]
    if word.text in "-‐" and at + 1 < len(words) and words[at + 1].low in lex.scales:
        return None
    if word.text not in lex.letters or (not word.tight and not money and word.text not in ("B", "M", "bn")):
        return None
    separated = "." in words[at - 1].text or "," in words[at - 1].text
    if (
        word.text in lex.always
        or money
        or (separated and word.text in ("b", "B", "M") and word.tight is (word.text != "M"))
    ):
        return lex.letters[word.text]
    follows = words[at + 1] if at + 1 < len(words) else None
    counted = follows is not None and follows.text.isalpha() and follows.low not in word_set("not_counted")
    return lex.letters[word.text] if word.text in ("m", "mil", "b", "M", "B") and counted else None


def _read_spelt(words: Words, at: int) -> Numeral | None:
    """A number in words, by the usual two sums: what is scaled already and what is being built."""
    lex = lexicon()
    total, group, last, scaled = Fraction(0), None, at, False
    step = Fraction(1)
    while last < len(words):
        low = words[last].low
        if low in lex.small and (
            group is None or group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20)
        ):
            if group is not None and group % 100 and lex.small[low] >= 10:
                break
            group, step = (group or Fraction(0)) + lex.small[low], Fraction(1)
        elif low in lex.tens and (group is None or group % 100 == 0):
            group, step = (group or Fraction(0)) + lex.tens[low], Fraction(1)
        elif low in lex.scales and (group is not None or last == at):
            factor = lex.scales[low]
            if group is None and low not in ("hundred", "thousand", "million", "billion", "trillion"):
                break
            if factor == 100:
                group, step = (group or 1) * Fraction(100), Fraction(100)
            else:
                total, group, scaled, step = total + (group or 1) * factor, None, True, Fraction(factor)
        elif low in lex.packs and group is not None and low != "gross":
            group, step = group * lex.packs[low], Fraction(lex.packs[low])
        elif low in ("a", "an") and last == at and _a_scale_follows(words, last + 1):
            group = Fraction(1)
        elif low in ("a", "an") and last == at:
            return None
        elif low == "point" and group is not None and _is_digit_word(words, last + 1):
            group, step, last = _after_point(words, last + 1, group)
            continue
        elif low in ("and", "-", "‐") and last > at and _joins(words, last, group, total):
            last += 1
            continue
        else:
            break
        last += 1
    if last == at or (group is None and total == 0 and words[at].low not in ("zero", "nought", "naught")):
        return None
    value = total + (group or 0)
    return _with_half(words, Numeral(at, last, value, step, Form.SPELT, scaled=scaled and group is None))


def _a_scale_follows(words: Words, at: int) -> bool:
    lex = lexicon()
    return at < len(words) and (words[at].low in lex.scales or words[at].low == "dozen")


def _is_digit_word(words: Words, at: int) -> bool:
    return at < len(words) and (words[at].low in lexicon().small or words[at].low in lexicon().tens)


def _after_point(words: Words, at: int, whole: Fraction) -> tuple[Fraction, Fraction, int]:
    """The digits behind "point": "three point one four", "point seventy-one"."""
    lex, written = lexicon(), ""
    while at < len(words) and len(written) < MOST_DIGITS:
        low = words[at].low
        if low in lex.small:
            written += str(lex.small[low])
        elif low in lex.tens:
            ahead = words[at + 2].low if at + 2 < len(words) and words[at + 1].text == "-" else ""
            written += str(lex.tens[low] + lex.small.get(ahead, 0))
            at += 2 if ahead in lex.small else 0
        else:
            break
        at += 1
    step = Fraction(1, 10 ** len(written))
    return whole + int(written) * step, step, at


def _joins(words: Words, at: int, group: Fraction | None, total: Fraction) -> bool:
    """Whether "and" or a hyphen at a place goes on with the same number."""
    lex, ahead = lexicon(), words[at + 1] if at + 1 < len(words) else None
    if ahead is None:
        return False
    small, ten = ahead.low in lex.small, ahead.low in lex.tens
    if words[at].low == "and":
        behind = words[at - 1].low
        if behind not in lex.scales or not (small or ten):
            return False
        after = _read_spelt(words[at + 1 : at + 1 + LOOK_AHEAD], 0)
        if after is None or after.value is None:
            return False
        if behind == "hundred" and after.scaled:
            return after.value < 100_000
        return after.value < lex.scales[behind]
    if not words[at].tight or not ahead.tight:
        return False
    in_tens = group is not None and group % 10 == 0 and group % 100 >= 20
    return (
        (small and lex.small[ahead.low] < 10 and in_tens)
        or ahead.low in lex.scales
        or ((small or ten) and words[at - 1].low in lex.scales and bool(group or total))
    )


def _with_half(words: Words, found: Numeral) -> Numeral:
    """Read "two and a half", "one and a half million", "one million and a half"."""
    at = found.last
    if at + 1 >= len(words) or words[at].low != "and" or found.value is None:
        return found
    part = _read_part(words, at + 1)
    if part is None or part.value is None or word_at(words, part.last) == "of":
        return found
    lex, last = lexicon(), part.last
    if found.scaled and found.step is not None:
        return found._replace(last=last, value=found.value + part.value * found.step, step=found.step / 10)
    value, step, scaled = found.value + part.value, Fraction(1, 10), False
    if last < len(words) and words[last].low in lex.scales:
        factor = lex.scales[words[last].low]
        value, step, last, scaled = value * factor, step * factor, last + 1, factor >= 1000
    return found._replace(last=last, value=value, step=step, scaled=scaled, decimals=not scaled)


def _read_part(words: Words, at: int) -> Numeral | None:
    """A fraction in words below one, without a scale of its own."""
    lex = lexicon()
    top = 1 if words[at].low in ("a", "an") else lex.small.get(words[at].low)
    after = at + 1
    if after < len(words) and words[after].text in "-‐":
        after += 1
    if top is None or after >= len(words) or words[after].low not in lex.parts:
        return None
    return Numeral(at, after + 1, Fraction(top, lex.parts[words[after].low]), None, Form.FRACTION)


def ordinal_value(word: Word) -> int | None:
    """The value of an ordinal in one word, "third"; None for other words."""
    return lexicon().ordinals.get(word.low)
