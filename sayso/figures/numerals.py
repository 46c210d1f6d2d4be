"""Reads numbers as written, in digits, in words and in both, to exact fractions."""

from fractions import Fraction

from sayso.figures.fractions import read_fraction, read_slashed
from sayso.figures.lexicon import digits_value, lexicon
from sayso.figures.parts import Form, Numeral, Words, word_at
from sayso.figures.spelt import LOOK_AHEAD, read_spelt, with_half
from sayso.figures.wordsets import word_set
from sayso.model import Interval

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
# A larger number is no figure.
MOST = Fraction(10) ** 30


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
    found = read_fraction(words, at) or _read_cardinal(words, at, money=money)
    if found is None:
        return None
    found = _read_odds(words, found) or _read_over(words, found) or _read_parts(words, found) or found
    return None if found.value is not None and abs(found.value) > MOST else found


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


def _read_odds(words: Words, found: Numeral) -> Numeral | None:
    """Read "One in five", "7 out of 10"."""
    at = found.last
    if found.value is None or found.scaled or found.form not in (Form.DIGITS, Form.SPELT) or found.decimals:
        return None
    parted = _read_parted_odds(words, found)
    if parted is not None:
        return parted
    at += word_at(words, at) == "times" and word_at(words, at + 1) == "out"
    if at + 1 < len(words) and words[at].low == "out" and words[at + 1].low == "of":
        at, out_of = at + 2, True
    elif at < len(words) and words[at].low == "in":
        at, out_of = at + 1, False
    elif (
        word_at(words, at) == "of"
        and word_at(words, at + 1) in ("10", "ten", "100")
        and (word_at(words, at + 2) in word_set("polled"))
    ):
        at, out_of = at + 1, True
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


def _read_parted_odds(words: Words, found: Numeral) -> Numeral | None:
    """Read "one patient in eight": odds with the thing between, where a verb or an end follows."""
    at = found.last
    named = word_at(words, at).isalpha() and word_at(words, at) not in word_set("stops")
    at += word_at(words, at + 1).isalpha() and word_at(words, at + 2) == "in"
    if found.value != 1 or not named or word_at(words, at + 1) != "in":
        return None
    base = at + 2 + (word_at(words, at + 2) == "every")
    if base >= len(words) or words[at].low in word_set("stops") or words[base].low in ("a", "an"):
        return None
    other = _read_cardinal(words, base, money=False)
    if other is None or other.value is None or other.decimals or other.value <= 1:
        return None
    ends = word_at(words, other.last)
    told = any(ends in word_set(name) for name in ("fraction_tails", "past", "odds_verbs")) or ends.endswith(
        "ed"
    )
    if not _is_round_base(other.value) or (ends[:1].isalnum() and not told):
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
    """Read "48,320", "19 thousand", "a hundred and five", "one and a half million", "1.2bn"."""
    word = words[at]
    if word.digits:
        return _read_digits(words, at, money=money)
    return read_spelt(words, at)


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
        hyphened = _is_hyphened_scale(words, last)
        factor = lexicon().scales[words[last + 1].low] if hyphened else _scale_after(words, last, money=money)
        if factor is None:
            break
        value, step, last, scaled = (
            value * factor,
            step * factor,
            last + 1 + hyphened,
            scaled or factor >= 1000,
        )
        rest = _rest_of(words, last, factor)
        if rest is not None and rest.value is not None and rest.step is not None:
            return Numeral(at, rest.last, value + rest.value, rest.step, Form.DIGITS)
    if last == at + 1 and _is_undecided(words[at].text):
        return Numeral(at, last, None, None, Form.VAGUE, interval=Interval(value, value * 1000))
    return with_half(words, Numeral(at, last, value, step, Form.DIGITS, scaled=scaled, decimals=decimals))


def _is_undecided(digits: str) -> bool:
    """Whether "10.000" may be ten to three decimals or ten thousand: nothing but its habit tells."""
    whole, _, part = digits.partition(".")
    return part == "000" and whole.isdigit() and len(whole) <= 3 and not whole.startswith("0")


def _is_hyphened_scale(words: Words, at: int) -> bool:
    """Whether a hyphen ties a scale word to the digits: "$1.3-billion", "a 30-million-dollar yacht"."""
    if words[at].text not in ("-", "‐", "‑") or not words[at].tight or at + 1 >= len(words):
        return False
    return words[at + 1].tight and words[at + 1].low in lexicon().scales


def _rest_of(words: Words, at: int, factor: int) -> Numeral | None:
    """What goes on behind digits and a scale word: "4 thousand 3 hundred", "3 hundred and 21"."""
    joined = word_at(words, at) == "and"
    skip = at + joined
    if skip >= len(words) or (joined and factor != 100 and words[skip].digits):
        return None
    if not joined and (not words[skip].digits or word_at(words, skip + 1) not in lexicon().scales):
        return None
    rest = _read_cardinal(words[skip : skip + LOOK_AHEAD], 0, money=False)
    if rest is None or not rest.value or rest.decimals:
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
    exponent = word_at(words, last).translate(RAISED)
    if last >= len(words) or not words[last].tight or not exponent.isdecimal() or len(exponent) > 2:
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
    slash = read_slashed(words, last) if words[last].digits and not words[last].tight else None
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
