"""The figures stage: sentence by sentence from words to figures, labels and dates."""

from datetime import date

from sayso.figures.amounts import read_amount
from sayso.figures.carry import carry_frames
from sayso.figures.datewords import UNITS
from sayso.figures.frames import find_thing
from sayso.figures.gate import may_hold_figure
from sayso.figures.grammar import Grammar
from sayso.figures.labels import label_at
from sayso.figures.names import is_name_number
from sayso.figures.numerals import lexicon
from sayso.figures.ones import is_counting_one
from sayso.figures.partial import Clock
from sayso.figures.parts import Amount, Form, Kept, When, Words, span_of
from sayso.figures.periods import find_dates
from sayso.figures.tokens import split_words
from sayso.figures.whens import date_of
from sayso.figures.wordsets import word_set
from sayso.model import Figure, Label, Period, Reading, Tally
from sayso.vocabulary import Hedge, LabelClass, Role


def find_figures(reading: Reading) -> Tally:
    """Find all figures, labels and dates of a reading's sentences.

    Args:
        reading: with sentences and, where they were parsed, their grammar.

    Returns:
        Figures and labels in the order of the text, and every date expression, resolved.
    """
    text = reading.page.text
    clock = Clock(reading.page.published)
    figures: list[Figure] = []
    labels: list[Label] = []
    dates: list[Period] = []
    for number, sentence in enumerate(reading.sentences):
        words = split_words(text, sentence.span)
        whens = find_dates(words, clock)
        clock = clock._replace(year=_last_year(whens, clock.year))
        periods = tuple(Period(span_of(words, w.first, w.last), w.begin, w.end) for w in whens)
        dates += periods
        if not may_hold_figure(sentence.span.of(text)):
            continue
        parse = reading.grammar.get(number)
        grammar = Grammar(parse) if parse else None
        blocked, kept = _date_labels(words, whens)
        amounts, more = _read_amounts(words, blocked, grammar)
        labels += sorted(
            (Label(span_of(words, k.first, k.last), number, k.kind) for k in (*kept, *more)),
            key=lambda x: x.span.start,
        )
        for amount in amounts:
            thing = find_thing(words, amount, grammar)
            span = span_of(words, amount.first, amount.last)
            figures.append(
                Figure(
                    span,
                    number,
                    _role_with_whole(amount, words),
                    amount.interval,
                    amount.value,
                    amount.step,
                    amount.hedge,
                    amount.unit,
                    amount.per,
                    thing,
                    when=date_of(span, periods, grammar),
                )
            )
    return Tally(carry_frames(reading, tuple(figures)), tuple(labels), tuple(dates))


def _role_with_whole(amount: Amount, words: Words) -> Role:
    """A percentage whose whole is named is a share."""
    of = amount.last < len(words) and words[amount.last].low == "of"
    return Role.SHARE if amount.role is Role.PERCENT and of and amount.unit == "%" else amount.role


def _last_year(whens: tuple[When, ...], year: int | None) -> int | None:
    for when in whens:
        day: date | None = when.end or when.begin
        year = day.year if day else year
    return year


def _date_labels(words: Words, whens: tuple[When, ...]) -> tuple[frozenset[int], list[Kept]]:
    """The words that dates take, and the labels they make; lengths of time in them stay free."""
    blocked: set[int] = set()
    kept = []
    for when in whens:
        numerals = [n for n in range(when.first, when.last) if _is_numeral(words, n)]
        taken = [n for n in numerals if not _counts_time(words, n, when.last)]
        blocked |= set(taken)
        blocked |= {
            n
            for n in range(when.first, when.last)
            if words[n].low in ("second", "third", "quarter", "half", "fourth") and taken
        }
        if taken:
            lone = when.last - when.first == 1 or (len(taken) == 1 and len(words[taken[0]].text) == 4)
            kind = LabelClass.YEAR if lone else LabelClass.DATE
            if words[when.last - 1].low == "s":
                kind = LabelClass.DECADE
            kept.append(Kept(when.first, when.last, kind))
    return frozenset(blocked), kept


def _is_numeral(words: Words, at: int) -> bool:
    lex = lexicon()
    low = words[at].low
    return words[at].digits or low in lex.small or low in lex.tens or low in lex.scales or low in lex.ordinals


def _counts_time(words: Words, at: int, last: int) -> bool:
    """Whether a number inside a date counts its units: "the last three months", "two weeks ago"."""
    at += 1
    while at < last and (_is_numeral(words, at) or words[at].text in "-"):
        at += 1
    return at < last and words[at].low in UNITS


def _read_amounts(
    words: Words, blocked: frozenset[int], grammar: Grammar | None
) -> tuple[list[Amount], list[Kept]]:
    amounts: list[Amount] = []
    kept: list[Kept] = []
    at = floor = 0
    starters = lexicon().starters | lexicon().ordinals.keys()
    while at < len(words):
        word = words[at]
        if at in blocked or not (
            word.digits or word.low in starters or word.low.endswith("fold") or word.low in IDIOM_HEADS
        ):
            at += 1
            continue
        label = label_at(words, at)
        amount = None
        if label is None or word.low in lexicon().ordinals:
            amount = read_amount(words, at, floor, blocked)
        if amount is not None and _is_no_figure(words, at, amount, grammar):
            if word.digits or word.low == "one":
                kind = LabelClass.PRONOUN if word.low == "one" else LabelClass.NAME
                kept.append(Kept(at, amount.last, kind))
            at = floor = max(amount.last, at + 1)
            continue
        if amount is not None:
            amounts.append(amount)
            at = floor = max(amount.last, at + 1)
            continue
        if label is not None:
            kept.append(label)
            floor = label.last
        at = max(label.last if label else at + 1, at + 1)
    return amounts, kept


IDIOM_HEADS = frozenset(("no", "first", "nine", "cloud", "on", "back", "second"))


def _is_no_figure(words: Words, at: int, amount: Amount, grammar: Grammar | None) -> bool:
    """What reads as a number and counts nothing: a pronoun "one", a number in a name, a vague noun."""
    if words[at].low == "one" and amount.last - at == 1 and amount.first == at:
        return not is_counting_one(words, at, grammar)
    if (
        words[at].digits
        and amount.unit is None
        and amount.role in (Role.COUNT, Role.RATIO)
        and amount.hedge is Hedge.EXACT
    ):
        return is_name_number(words, at, amount, grammar)
    if amount.form is Form.FRACTION and amount.role is Role.SHARE:
        return _is_no_fraction(words, amount)
    return False


def _is_no_fraction(words: Words, amount: Amount) -> bool:
    """Read "A third man", "a quarter earlier", "the first half", "half past" are no shares."""
    after = words[amount.last] if amount.last < len(words) else None
    before = words[amount.first - 1].low if amount.first else ""
    word = words[amount.last - 1].low
    if word in ("half", "quarter") and (
        before in ("first", "second", "third", "fourth", "last", "final", "in")
        or (after and after.text in "-")
    ):
        return True
    if amount.last - amount.first > 1 and words[amount.first].low in ("a", "an"):
        return after is not None and after.text.isalpha() and after.low not in word_set("fraction_tails")
    return False
