"""What the steps of this room hand to one another; nothing of it leaves the room."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sayso.model import Interval, Span
from sayso.vocabulary import Hedge, LabelClass, Role


class Word(NamedTuple):
    """One word, numeral or sign of a sentence, with offsets into the page's text.

    ``tight`` tells that no space stands before it.
    """

    start: int
    end: int
    text: str
    low: str
    digits: bool
    tight: bool


Words = tuple[Word, ...]


class Form(StrEnum):
    """How a number is written; it decides the interval of an unhedged one."""

    DIGITS = "digits"
    SPELT = "spelt"
    FRACTION = "fraction"
    ODDS = "odds"
    VAGUE = "vague"
    MULTIPLE = "multiple"


class Numeral(NamedTuple):
    """A number as written: words ``[first, last)``, its exact value and the size of its last digit.

    ``value`` is None for vague words, which bring their ``interval``. ``scaled`` tells that a scale
    word or letter multiplies it, ``decimals`` that digits stand behind a point.
    """

    first: int
    last: int
    value: Fraction | None
    step: Fraction | None
    form: Form
    scaled: bool = False
    decimals: bool = False
    interval: Interval | None = None


class Shape(StrEnum):
    """A row of the design's interval table that a hedge asks for."""

    BARE = "bare"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    JUST_OVER = "just over"
    UNDER = "under"
    UP_TO = "up to"
    WITHIN = "within"


class Hedging(NamedTuple):
    """A hedge found at words ``[first, last)``."""

    first: int
    last: int
    hedge: Hedge
    shape: Shape


class Unit(NamedTuple):
    """A unit found at words ``[first, last)``; ``factor`` turns the printed number into it."""

    first: int
    last: int
    name: str | None
    role: Role
    factor: Fraction = Fraction(1)
    per: str | None = None


class Amount(NamedTuple):
    """A figure before its frame is known; ``core`` is the word that carries the number."""

    first: int
    last: int
    core: int
    role: Role
    interval: Interval
    value: Fraction | None
    step: Fraction | None
    hedge: Hedge
    form: Form
    unit: str | None = None
    per: str | None = None


class Kept(NamedTuple):
    """A numeral kept out, at words ``[first, last)``."""

    first: int
    last: int
    kind: LabelClass


class When(NamedTuple):
    """A date expression at words ``[first, last)`` with the days it covers."""

    first: int
    last: int
    begin: date | None
    end: date | None


def span_of(words: Words, first: int, last: int) -> Span:
    """The span of words ``[first, last)`` in the page's text."""
    return Span(words[first].start, words[last - 1].end)


def word_at(words: Words, at: int) -> str:
    """The word at a place in lower case, "" outside the sentence."""
    return words[at].low if 0 <= at < len(words) else ""
