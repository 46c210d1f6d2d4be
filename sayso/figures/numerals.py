"""Reads numbers as written, in digits, in words and in both, to exact fractions."""

from fractions import Fraction

from sayso.figures.fractions import read_fraction, read_part, read_slashed
from sayso.figures.lexicon import MOST_DIGITS, digits_value, lexicon
from sayso.figures.parts import Form, Numeral, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Interval

# A larger number is no figure.
MOST = Fraction(10) ** 30
# How many words may follow "and" in one number; it also bounds the depth of the search.
LOOK_AHEAD = 8

# "Nine hundred and ninety-nine" of every scale up to a quadrillion has fewer words; the rest is no number.
LONGEST_SPELT = 50


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
    if last == at + 1 and _is_undecided(words[at].text):
        return Numeral(at, last, None, None, Form.VAGUE, interval=Interval(value, value * 1000))
    return _with_half(words, Numeral(at, last, value, step, Form.DIGITS, scaled=scaled, decimals=decimals))


def _is_undecided(digits: str) -> bool:
    """Whether "10.000" may be ten to three decimals or ten thousand: nothing but its habit tells."""
    whole, _, part = digits.partition(".")
    return part == "000" and whole.isdigit() and len(whole) <= 3 and not whole.startswith("0")


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


def _read_spelt(words: Words, at: int) -> Numeral | None:
    """A number in words, by the usual two sums: what is scaled already and what is being built."""
    lex = lexicon()
    total, group, last, scaled = Fraction(0), None, at, False
    step, base = Fraction(1), Fraction(0)
    while last < min(len(words), at + LONGEST_SPELT):
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
        elif low == "dozen" and last == at and word_at(words, at - 1) != "s":
            group = step = Fraction(12)
        elif low in lex.packs and group is not None and low != "gross":
            group, step = base + (group - base) * lex.packs[low], Fraction(lex.packs[low])
        elif low in ("a", "an") and last == at and _a_scale_follows(words, last + 1):
            group = Fraction(1)
        elif low in ("a", "an") and last == at:
            return None
        elif low == "point" and group is not None and _is_digit_word(words, last + 1):
            group, step, last = _after_point(words, last + 1, group)
            continue
        elif low in ("and", "-", "‐") and last > at and _joins(words, last, group, total):
            base = group or base if low == "and" else base
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
        if read_part(words, at + 1) is not None:
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
    hyphened = word_at(words, at) == "-" and word_at(words, at + 1) == "and" and word_at(words, at + 2) == "-"
    if hyphened:
        at += 1
    if at + 1 >= len(words) or words[at].low != "and" or found.value is None:
        return found
    part = read_part(words, at + 1 + hyphened)
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
