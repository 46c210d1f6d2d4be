"""Tells the numerals that name, order or stand for a noun, and measure nothing."""

from functools import cache
from typing import NamedTuple

from sayso.figures.clocks import read_spoken_time, read_time
from sayso.figures.datewords import UNITS
from sayso.figures.hedges import hedge_before, is_hedged_ratio
from sayso.figures.lexicon import lexicon, ordinal_value
from sayso.figures.parts import Kept, Word, Words, word_at
from sayso.figures.phones import read_phone
from sayso.figures.units import currency_before, unit_after
from sayso.figures.wordsets import word_set
from sayso.vocabulary import LabelClass
from sayso.words import load_words


class Cues(NamedTuple):
    """The tables of ``words/labels.toml``."""

    law: frozenset[str]
    names: frozenset[str]
    streets: frozenset[str]
    score: frozenset[str]
    ranks: frozenset[str]
    series: frozenset[str]
    collectives: frozenset[str]
    idioms: dict[str, list[tuple[tuple[str, ...], LabelClass]]]


@cache
def cues() -> Cues:
    """The label tables, read once."""
    raw = load_words("labels")
    idioms: dict[str, list[tuple[tuple[str, ...], LabelClass]]] = {}
    for phrase, kind in raw["idioms"].items():
        words = tuple(phrase.split())
        idioms.setdefault(words[0], []).append((words, LabelClass(kind)))
    sets = {
        name: frozenset(raw[name]["words"])
        for name in ("law", "names", "streets", "score", "ranks", "series", "collectives")
    }
    return Cues(**sets, idioms=idioms)


# So many numbers may be listed behind "articles".
LONGEST_LIST = 12
SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def label_at(words: Words, at: int) -> Kept | None:
    """The label that begins at a word or whose numeral stands there, by the words alone."""
    for phrase, kind in cues().idioms.get(words[at].low, ()):
        if all(word_at(words, at + n) == word for n, word in enumerate(phrase)):
            return Kept(at, at + len(phrase), kind)
    if words[at].digits:
        for rule in (
            read_phone,
            _ordinal_digits,
            _odds,
            read_time,
            _address,
            _score,
            _glued,
            _list_number,
            _led,
        ):
            found = rule(words, at)
            if found:
                return found
        return None
    if (
        at > 1
        and words[at - 1].text == "-"
        and words[at].low in lexicon().small
        and _is_glued_before(words, at)
    ):
        return Kept(at, at + 1, LabelClass.NAME)
    spoken = read_spoken_time(words, at) or _score_word(words, at)
    return spoken or _ordinal_word(words, at) or _led(words, at)


def _ordinal_digits(words: Words, at: int) -> Kept | None:
    """Read "155th", "3rd", "22nd-ranked"."""
    if word_at(words, at + 1) not in SUFFIXES or not words[at + 1].tight:
        return None
    return Kept(at, at + 2, _ordinal_kind(words, at + 2))


def _ordinal_kind(words: Words, behind: int) -> LabelClass:
    skip = behind + 1 if word_at(words, behind) == "-" else behind
    if word_at(words, skip) in cues().ranks:
        return LabelClass.RANK
    capital = skip < len(words) and words[skip].text[:1].isupper()
    return LabelClass.NAME if capital else LabelClass.ORDINAL


def _ordinal_word(words: Words, at: int) -> Kept | None:
    """Read "First", "second-biggest"; "two thirds" and "a third of" never come here."""
    if ordinal_value(words[at]) is None:
        return None
    if (
        words[at].low == "second"
        and word_at(words, at - 1) in ("per", "a")
        and word_at(words, at + 1) in ("", ".", ",")
    ):
        return None
    return Kept(at, at + 1, _ordinal_kind(words, at + 1))


def _odds(words: Words, at: int) -> Kept | None:
    """Read "1:500" of a map or a mixture."""
    tight = at + 2 < len(words) and words[at + 1].tight and words[at + 2].tight
    tight = tight and words[at + 2].text.isdigit()
    if word_at(words, at + 1) == ":" and tight and words[at].text == "1" and len(words[at + 2].text) > 2:
        return Kept(at, at + 3, LabelClass.NAME)
    return None


def _score_word(words: Words, at: int) -> Kept | None:
    """Read "two-nil", "six-love"."""
    nil = word_at(words, at + 1) in ("-", "–") and word_at(words, at + 2) in ("nil", "love")
    return Kept(at, at + 3, LabelClass.SCORE) if nil and words[at].low in lexicon().small else None


def _score(words: Words, at: int) -> Kept | None:
    """Read "2-0", "won 6-4", "a 52-48 vote", "a 5-to-4 ruling", "deadlocked 4 to 4"."""
    if word_at(words, at - 1) == "(" and word_at(words, at + 1) == ")" and _is_tie_break(words, at):
        return Kept(at, at + 1, LabelClass.SCORE)
    last = at + 1
    if word_at(words, last) in ("-", "–") and word_at(words, last + 1) == "nil":
        return Kept(at, last + 2, LabelClass.SCORE)
    hyphened = (
        word_at(words, last) == "-" and word_at(words, last + 1) == "to" and word_at(words, last + 2) == "-"
    )
    last += 3 if hyphened else 1
    joint = "-" if hyphened else word_at(words, at + 1)
    if joint not in ("-", "–", "to") or last >= len(words) or not words[last].digits:
        return None
    left, right = words[at].text, words[last].text
    if not (left.isdigit() and right.isdigit() and len(left) <= 3 and len(right) <= 3):
        return None
    if unit_after(words, last + 1) is not None or word_at(words, last + 1) in lexicon().scales:
        return None
    beside = {word.low for word in (*words[max(0, at - 5) : at], *words[last + 1 : last + 3])}
    if is_hedged_ratio(words, at + 1) or (right == "1" and hyphened and hedge_before(words, at)):
        return None
    if right == "1" and not beside.isdisjoint(word_set("ratios")):
        return None
    further = last + 2 < len(words) and word_at(words, last + 1) == "-" and words[last + 2].digits
    if further and words[last + 1].tight:
        small = max(len(left), len(right), len(words[last + 2].text)) <= 2
        return Kept(at, last + 3, LabelClass.SCORE) if small else None
    near = not cues().score.isdisjoint(word.low for word in words[max(0, at - 6) : last + 5])
    bracketed = word_at(words, at - 1) == "(" and word_at(words, last + 1) == ")"
    falling = int(left) >= int(right)
    tight = joint != "to" and words[at + 1].tight and words[last].tight
    voted = word_at(words, at - 1) in word_set("voting")
    changed = word_at(words, at - 1) == "by" and word_at(words, at - 2) in word_set("moves")
    # "Fell from 31 to 24" tells two levels, whatever game is spoken of.
    if joint == "to" and (changed or word_at(words, at - 1) == "from"):
        return None
    if (tight and (falling or near or bracketed)) or (joint == "to" and near and (voted or falling)):
        return Kept(at, last + 1, LabelClass.SCORE)
    return None


def _is_tie_break(words: Words, at: int) -> bool:
    """Whether a number in brackets stands behind a score: "7-6 (4)"."""
    return at > 3 and words[at - 2].digits and words[at - 3].text == "-" and words[at - 4].digits


def _glued(words: Words, at: int) -> Kept | None:
    """Read digits that touch letters: "PS4", "V-12", "777x", "40s", "5G"."""
    if at and _is_glued_before(words, at):
        return Kept(at, at + 1, LabelClass.NAME)
    if word_at(words, at - 1) in ('"', "'") and word_at(words, at - 2) == "=" and words[at].tight:
        return Kept(at, at + 1, LabelClass.NAME)
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not behind.tight or not behind.text[0].isalpha():
        return None
    if behind.low == "s":
        return Kept(at, at + 2, LabelClass.DECADE)
    if behind.text == "K" and words[at].text in ("4", "5", "8"):
        return Kept(at, at + 2, LabelClass.NAME)
    letter = behind.text in lexicon().letters and behind.text not in (
        "G",
        "T",
        "B",
        "M",
        "K",
        "k",
        "m",
        "b",
        "t",
    )
    if letter or unit_after(words, at + 1):
        return None
    if (
        behind.low == "x"
        and words[at].text.isdigit()
        and int(words[at].text) > 100
        and words[at].text[-1] != "0"
    ):
        return Kept(at, at + 2, LabelClass.NAME)  # "737x jets": nobody counts a multiple so closely
    if behind.low in ("k", "m", "b", "x", "ish", "years", "year", "million", "billion"):
        return None
    return Kept(at, at + 2, LabelClass.NAME)


def _is_glued_before(words: Words, at: int) -> bool:
    """Whether letters touch the digits from the left and are no currency and no "minus"."""
    before = words[at - 1]
    if not words[at].tight or currency_before(words, at):
        return False
    if before.text.isalpha():
        return before.text != "x"
    if before.text not in "-‑_/" or at < 2 or not words[at - 2].text.isalpha():
        return False
    prefix = words[at - 2]
    if not before.tight:
        return prefix.text.isupper() and len(prefix.text) > 1 and unit_after(words, at + 1) is None
    return prefix.low not in word_set("prefixes") and prefix.low not in lexicon().starters


def _list_number(words: Words, at: int) -> Kept | None:
    """Read "1." or "2)" that opens the sentence."""
    if (
        at == 0
        and word_at(words, 1) in (".", ")")
        and words[1].tight
        and len(words[0].text) <= 2
        and len(words) > 2
    ):
        return Kept(0, 2, LabelClass.LIST)
    if word_at(words, at + 1) == ")" and words[at].text.isdigit() and len(words[at].text) <= 2:
        opened = any(words[n].text == "(" for n in range(max(0, at - 1), at))
        heads = at == 1 or (at == 2 and not words[0].text.isalpha())
        alone = opened and at + 2 < len(words) and words[at + 2].text[0].isalpha() and heads
        if alone or not any(words[n].text == "(" for n in range(at)):
            return Kept(at, at + 1, LabelClass.LIST)
    return None


def _address(words: Words, at: int) -> Kept | None:
    """Read "10 Mill Street": digits, one to three capitals, a street word."""
    first = at
    if word_at(words, at + 1) in ("-", "–") and at + 2 < len(words) and words[at + 2].digits:
        at += 2
    for length in (2, 3, 4):
        end = at + length
        if word_at(words, end) in cues().streets and words[end].text[0].isupper():
            between = words[at + 1 : end]
            if between and between[0].text != "." and all(_in_street(word) for word in between):
                return Kept(first, at + 1, LabelClass.ADDRESS)
    leads = (
        at + 2 < len(words) and word_at(words, at + 1) in cues().streets and words[at + 1].text[0].isupper()
    )
    return Kept(first, at + 1, LabelClass.ADDRESS) if leads and words[at + 2].text[0].isupper() else None


def _in_street(word: Word) -> bool:
    return word.text[0].isupper() or word.digits or word.text == "." or word.low in SUFFIXES


def _led(words: Words, at: int) -> Kept | None:
    """Read "Articles 407 and 408", "No. 5", "phase one", "Room 12"."""
    if not words[at].digits and lexicon().small.get(words[at].low) is None:
        return None
    if word_at(words, at - 1) == "(" and at > 1 and words[at - 1].tight and words[at - 2].digits:
        whole = _led(words, at - 2)
        if whole is not None and whole.kind is LabelClass.LAW:
            return Kept(at, at + 1, LabelClass.LAW)  # "section 8(2)"
    of_pages = word_at(words, at - 1) == "of" and at > 2 and words[at - 2].digits
    counted = at + 1 < len(words) and words[at + 1].text.islower()
    if of_pages and words[at - 3].low in word_set("pages") and not counted:
        return Kept(at, at + 1, LabelClass.LIST)  # "page 4 of 12"
    first = at
    for _ in range(LONGEST_LIST):
        joined = word_at(words, first - 1) in ("and", ",", "or", "-", "–")
        if not joined or first < 2 or not words[first - 2].digits:
            break
        first -= 2
    back = first - 1
    if word_at(words, back) == "." and words[back].tight:
        back -= 1
    lead = word_at(words, back)
    if lead in cues().law:
        letter = at + 1 < len(words) and words[at + 1].tight and len(words[at + 1].text) == 1
        letter = letter and words[at + 1].text.isupper()
        return Kept(at, at + 1 + letter, LabelClass.LAW)
    if lead in cues().names and _names_it(words, back, at):
        return Kept(at, at + 1, LabelClass.RANK if lead in ("no", "number") else LabelClass.NAME)
    return None


def _names_it(words: Words, back: int, at: int) -> bool:
    """Whether a word like "day" or "No." before a number makes it a name: not "per day 300 men"."""
    if (
        unit_after(words, at + 1)
        or word_at(words, at + 1) in UNITS
        or word_at(words, at + 1) in lexicon().scales
    ):
        return False
    if words[back].low == "no" and back + 1 == at:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    counted = (
        following is not None
        and following.text.islower()
        and following.low.endswith("s")
        and len(following.low) > 3
    )
    if words[back].low in word_set("sorts"):
        led = word_at(words, back - 1) in ("this", "that", "each", "every", "any", "per")
        worded = following is not None and following.text.islower()
        return not (worded and led)  # "type 2 diabetes", but "at this stage 3 men"
    if words[back].low in (
        "top",
        "group",
        "car",
        "set",
        "line",
        "issue",
        "case",
        "form",
        "plan",
        "bill",
        "week",
        "day",
        "part",
    ):
        before = word_at(words, back - 1)
        article = before in ("the", "a", "this", "that", "every", "each", "of", "last", "next")
        article = article or before in lexicon().ordinals
        return (
            not counted
            and not (article and words[back].text.islower() and words[back].low in ("day", "week"))
            and words[at].text.isalnum()
        )
    return not counted
