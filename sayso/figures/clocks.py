"""Tells times of day: "10:30", "8 p.m.", "half past four", "2 in the morning"."""

from sayso.figures.lexicon import lexicon
from sayso.figures.parts import Kept, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.vocabulary import LabelClass

HALVES_OF_DAY = frozenset(
    (
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "o'clock",
        "gmt",
        "utc",
        "est",
        "edt",
        "pst",
        "pdt",
        "et",
        "bst",
        "cet",
        "noon",
    )
)
HOURS, MINUTES = 12, 30
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening"))


def read_time(words: Words, at: int) -> Kept | None:
    """Read "10:30", "8 p.m.", and the first of "5 to 6pm", "0730-0930 GMT"."""
    found = _clock(words, at) or read_spoken_time(words, at)
    if found is not None:
        return found
    ahead = at + 2
    joined = word_at(words, at + 1) in ("-", "–", "to", "and") and ahead < len(words) and words[ahead].digits
    return Kept(at, at + 1, LabelClass.TIME) if joined and _clock(words, ahead) else None


def read_spoken_time(words: Words, at: int) -> Kept | None:
    """Read "half past four", "a quarter to nine", "ten past 9", "at two in the morning"."""
    first = at
    if words[at].low in ("a", "an") and word_at(words, at + 1) == "quarter":
        at += 1
    part = words[at].low in ("half", "quarter")
    minutes = _number(words, at)
    joint = word_at(words, at + 1)
    if part or (minutes is not None and 0 < minutes < MINUTES):
        hour = _number(words, at + 2)
        fits = hour is not None and 0 < hour <= HOURS
        led = part or (word_at(words, first - 1) in word_set("time_leads") and not _is_ratio(words, first))
        if fits and (
            joint == "past" or (joint == "to" and led and not words[at].digits and words[at].low != "half")
        ):
            counted = word_at(words, at + 3).isalpha() and word_at(words, at + 3) not in word_set(
                "phone_tails"
            )
            if not (counted and joint == "to"):
                return Kept(first, at + 3, LabelClass.TIME)
    if minutes is None or not 0 < minutes <= HOURS or word_at(words, at - 1) not in word_set("time_leads"):
        return None
    if joint == "in" and word_at(words, at + 2) == "the" and word_at(words, at + 3) in PARTS_OF_DAY:
        return Kept(at, at + 1, LabelClass.TIME)
    if joint == "at" and word_at(words, at + 2) == "night":
        return Kept(at, at + 1, LabelClass.TIME)
    return None


def _is_ratio(words: Words, at: int) -> bool:
    """Whether "four to one" is a ratio: behind "by", and at most a hedge, or where one is spoken of."""
    told = not word_set("ratios").isdisjoint(word.low for word in words)
    return told or "by" in (word_at(words, at - 1), word_at(words, at - 2))


def _number(words: Words, at: int) -> int | None:
    """A whole number of two digits at most, in digits or in words."""
    if at >= len(words):
        return None
    if words[at].digits:
        return int(words[at].text) if words[at].text.isdecimal() and len(words[at].text) <= 2 else None
    return lexicon().small.get(words[at].low) or lexicon().tens.get(words[at].low)


def _clock(words: Words, at: int) -> Kept | None:
    """Read "10:30", "8 p.m.", "7:56:30 am", "9 o'clock"."""
    last = at + 1
    while (
        word_at(words, last) in (":", ".")
        and last + 1 < len(words)
        and words[last].tight
        and words[last + 1].digits
        and (words[last + 1].tight and word_at(words, last) == ":")
    ):
        last += 2
    timed = last > at + 1
    if timed and last == at + 3 and len(words[at + 2].text) == 1:
        beside = {word.low for word in (*words[max(0, at - 5) : at], *words[last : last + 2])}
        ratio = word_at(words, at + 2) == "1" and not beside.isdisjoint(word_set("ratios"))
        return None if ratio else Kept(at, last, LabelClass.SCORE)  # "2:1" is no time
    if word_at(words, last) in HALVES_OF_DAY and (words[last].low != "et" or timed):
        return Kept(at, last + 1, LabelClass.TIME)
    if word_at(words, last) in ("o", "p", "a") and (
        word_at(words, last + 1) in ("'", "’")
        or (word_at(words, last + 1) == "." and word_at(words, last + 2) == "m")
    ):
        return Kept(at, min(last + 3, len(words)), LabelClass.TIME)
    if timed:
        return Kept(at, last, LabelClass.TIME)
    if (
        word_at(words, at - 1) == "at"
        and words[at].text.isdecimal()
        and len(words[at].text) <= 2
        and word_at(words, at + 1) in (".", "", ",", "tomorrow", "today", "tonight", "sharp")
        and int(words[at].text) <= HOURS
    ):
        return Kept(at, at + 1, LabelClass.TIME)
    return None
