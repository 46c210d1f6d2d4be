"""Reads years, decades and centuries however they are told: "the 1990s", "the late 19th century", "44 BC"."""

from datetime import date

from sayso.figures.datewords import table, year_behind
from sayso.figures.lexicon import lexicon, ordinal_value
from sayso.figures.partial import NOTHING, Partial
from sayso.figures.parts import Words, word_at
from sayso.figures.wordsets import word_set
from sayso.figures.years import read_year, short_year

APOSTROPHES = ("'", "’", "‘")
BEFORE_CHRIST = ("bc", "bce", "b.c.", "b.c.e.")
AFTER_CHRIST = ("ad", "ce", "a.d.", "c.e.")
LAST_CENTURY = 21


def read_era(words: Words, at: int) -> Partial | None:
    """Read the year, decade, century or season of two years that begins at a word, the longest of them."""
    best = None
    for reader in (read_decade, _century, _old_year, _two_years, _spelt_year, _year):
        found = reader(words, at)
        if found and (best is None or found.last > best.last):
            best = found
    return best


def read_decade(words: Words, at: int) -> Partial | None:
    """Read "The 1990s", "the '90s", "1990 s", "the nineteen-eighties", "the seventies"."""
    word = words[at]
    if not word.digits:
        return _spelt_decade(words, at)
    if not word.text.isdecimal() or not word.text.endswith("0"):
        return None
    behind = at + 1
    if word_at(words, behind) in ("'", "’"):
        behind += 1
    if word_at(words, behind) != "s" or (
        behind + 1 < len(words) and words[behind + 1].tight and words[behind + 1].text.isalnum()
    ):
        return None
    number = int(word.text)
    if len(word.text) == 4 and 1000 <= number <= 2190:
        length = 99 if number % 100 == 0 and number <= 1900 else 9
        return Partial(at, behind + 1, fixed=(date(number, 1, 1), date(number + length, 12, 31)))
    quoted = word_at(words, at - 1) in APOSTROPHES and word.tight
    if len(word.text) == 2 and quoted and behind == at + 1:
        number += 1900 if number >= 30 else 2000
        return Partial(at - 1, behind + 1, fixed=(date(number, 1, 1), date(number + 9, 12, 31)))
    return None


def _spelt_decade(words: Words, at: int) -> Partial | None:
    """The decade in words; "in her sixties" is an age and "in the eighties" beside degrees a heat."""
    century = word_at(words, at) == "nineteen"
    named = at + 1 + (word_at(words, at + 1) == "-") if century else at
    decade = table("decades").get(word_at(words, named))
    if decade is None:
        return None
    if not century:
        led = word_at(words, at - 1) in ("the", "early", "mid", "late", "-")
        near = words[max(0, at - 8) : at + 8]
        if not led or any(word.low in word_set("heats") for word in near):
            return None
    begin = 1900 + decade
    return Partial(at, named + 1, fixed=(date(begin, 1, 1), date(begin + 9, 12, 31)))


def _century(words: Words, at: int) -> Partial | None:
    """Read "19th century", "twentieth-century"; a century before Christ has no days of this calendar."""
    word, behind = words[at], at + 1
    number = ordinal_value(word)
    if word.digits and word.text.isdecimal() and word_at(words, behind) in ("st", "nd", "rd", "th"):
        number, behind = int(word.text), at + 2
    elif word.low == "twenty" and word_at(words, at + 1) == "-" and word_at(words, at + 2) == "first":
        number, behind = LAST_CENTURY, at + 3
    behind += word_at(words, behind) == "-"
    if (
        number is None
        or not 1 <= number <= LAST_CENTURY
        or word_at(words, behind) not in ("century", "centuries")
    ):
        return None
    era = word_at(words, behind + 1)
    if era in BEFORE_CHRIST:
        return Partial(at, behind + 2, fixed=NOTHING)
    begin = max(100 * (number - 1), 1)
    last = behind + 2 if era in AFTER_CHRIST else behind + 1
    return Partial(at, last, fixed=(date(begin, 1, 1), date(100 * number - 1, 12, 31)))


def _old_year(words: Words, at: int) -> Partial | None:
    """Read "44 BC", "AD 410", "410 A.D."; the calendar has no day before the year 1."""
    if words[at].digits and words[at].text.isdecimal() and len(words[at].text) <= 4:
        era = word_at(words, at + 1)
        behind, number = at + 2, int(words[at].text)
    elif words[at].low in AFTER_CHRIST and words[at].text.isupper() and at + 1 < len(words):
        era, behind = words[at].low, at + 2
        number = (
            int(words[at + 1].text) if words[at + 1].text.isdecimal() and len(words[at + 1].text) <= 4 else 0
        )
    else:
        return None
    if not number or (era not in BEFORE_CHRIST and era not in AFTER_CHRIST):
        return None
    if words[at].digits and not words[at + 1].text.isupper():
        return None
    return Partial(at, behind, fixed=NOTHING) if era in BEFORE_CHRIST else Partial(at, behind, year=number)


def _two_years(words: Words, at: int) -> Partial | None:
    """Read "2024/25", "2024/2025": a season or a school year."""
    if at + 2 >= len(words) or words[at + 1].text != "/" or not (words[at + 1].tight and words[at + 2].tight):
        return None
    first, second = words[at].text, words[at + 2].text
    if len(first) != 4 or not first.isdecimal() or not second.isdecimal() or not 1900 <= int(first) <= 2100:
        return None
    year = int(first) + 1
    if second not in (str(year), str(year)[2:]) or word_at(words, at + 3) in ("/", "-"):
        return None
    return Partial(at, at + 3, fixed=(date(year - 1, 1, 1), date(year, 12, 31)))


def _spelt_year(words: Words, at: int) -> Partial | None:
    """Read "nineteen eighty-four", "twenty nineteen", "two thousand and five" where a word of time leads."""
    if word_at(words, at - 1) not in word_set("year_leads"):
        return None
    year, behind = year_behind(words, at)
    if year is not None and not words[at].digits:
        return Partial(at, behind, year=year) if _ends(words, behind) else None
    lex = lexicon()
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(words[at].low)
    if century is None:
        return None
    tens = at + 1 + (word_at(words, at + 1) == "-")
    low = word_at(words, tens)
    number = lex.small.get(low, 0) if lex.small.get(low, 0) >= 10 else lex.tens.get(low, 0)
    if not number:
        return None
    behind = tens + 1
    unit = lex.small.get(word_at(words, behind + (word_at(words, behind) == "-")), 0)
    if number >= 20 and 0 < unit < 10:
        number, behind = number + unit, behind + 1 + (word_at(words, behind) == "-")
    return Partial(at, behind, year=century + number) if _ends(words, behind) else None


def _ends(words: Words, at: int) -> bool:
    """Whether nothing is counted behind: "in twenty nineteen pupils left" tells no year."""
    follows = word_at(words, at)
    return not follows.isalpha() or follows in word_set("stops")


def _year(words: Words, at: int) -> Partial | None:
    found = read_year(words, at)
    if found:
        return Partial(at, found[1], year=found[0])
    word = words[at]
    quoted = (
        word_at(words, at - 1) in APOSTROPHES and word.tight and len(word.text) == 2 and word.text.isdecimal()
    )
    if not quoted or word_at(words, at - 2) not in word_set("short_years"):
        return None
    ends = at + 1 >= len(words) or not words[at + 1].tight or words[at + 1].text in ".,;)"
    return Partial(at - 1, at + 1, year=short_year(int(word.text))) if ends else None
