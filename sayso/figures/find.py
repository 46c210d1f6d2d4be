"""The figures stage: sentence by sentence from words to figures, labels and dates."""

from collections.abc import Iterator
from datetime import date

from sayso.figures.carry import carry_frames
from sayso.figures.cellframes import frame_cells, read_cell
from sayso.figures.cells import Cell, find_cells
from sayso.figures.dated import date_labels
from sayso.figures.frames import find_things
from sayso.figures.grammar import Grammar
from sayso.figures.lexicon import lexicon
from sayso.figures.outsize import outsize_notices, outsize_words
from sayso.figures.partial import Clock
from sayso.figures.parts import Amount, When, Words, span_of
from sayso.figures.periods import find_dates
from sayso.figures.places import find_places, place_of
from sayso.figures.rates import period_before, period_behind
from sayso.figures.scan import scan_words
from sayso.figures.tallies import stands_in_rows
from sayso.figures.tokens import split_words
from sayso.figures.whens import date_of, sort_dates
from sayso.figures.wordsets import word_set
from sayso.model import Figure, Label, Parse, Period, Reading, Span, Tally
from sayso.vocabulary import Role


def find_figures(reading: Reading) -> Tally:
    """Find all figures, labels and dates of a reading's sentences.

    Args:
        reading: with sentences and, where they were parsed, their grammar.

    Returns:
        Figures and labels in the order of the text, every date expression, resolved, and a notice of
        numerals that are too large to be read.
    """
    text = reading.page.text
    clock = Clock(reading.page.published)
    figures: list[Figure] = []
    labels: list[Label] = []
    dates: list[Period] = []
    outsize = 0
    told: dict[int, Period] = {}
    for number, span, cell in _stretches(reading):
        alone = None if cell is None else read_cell(text, cell, number, told)
        if isinstance(alone, Figure):
            figures.append(alone)
            continue
        if alone is not None:
            labels.append(alone)
            continue
        words = split_words(text, span)
        whens = find_dates(words, clock)
        clock = clock._replace(year=_last_year(whens, clock.year), anchor=_anchor(whens))
        periods = tuple(Period(span_of(words, w.first, w.last), w.begin, w.end) for w in whens)
        dates += periods
        if cell is not None and periods:
            told[span.start] = periods[0]
        parse = reading.grammar.get(number) if span == reading.sentences[number].span else None
        blocked, kept = date_labels(words, whens)
        too_large = outsize_words(words)
        outsize += len(too_large)
        blocked = blocked.union(*too_large)
        points, rows = _unit_of_points(text, reading, number), stands_in_rows(reading, number)
        grammar = Grammar(parse) if parse else None
        amounts, more = scan_words(words, blocked, grammar, points=points, rows=rows)
        labels += sorted(
            (Label(span_of(words, k.first, k.last), number, k.kind) for k in (*kept, *more)),
            key=lambda x: x.span.start,
        )
        if amounts:
            framed = _frame(words, amounts, number, periods, parse)
            figures += framed if cell is None else frame_cells(text, cell, framed, told)
    return Tally(
        carry_frames(reading, tuple(figures)), tuple(labels), tuple(dates), tuple(outsize_notices(outsize))
    )


def _stretches(reading: Reading) -> Iterator[tuple[int, Span, Cell | None]]:
    """The sentences with their numbers; a row of a table cell by cell, as "Fenland" is no name of "40"."""
    cells = find_cells(reading)
    done = -1
    for number, sentence in enumerate(reading.sentences):
        if sentence.block not in cells:
            yield number, sentence.span, None
        elif sentence.block != done:
            # A full stop in a cell may part a row into sentences: the first of them stands for all.
            done = sentence.block
            yield from ((number, cell.span, cell) for cell in cells[sentence.block])


def _frame(
    words: Words, amounts: list[Amount], number: int, periods: tuple[Period, ...], parse: Parse | None
) -> list[Figure]:
    """The figures of one sentence with thing, period, time and place."""
    spans = [span_of(words, amount.first, amount.last) for amount in amounts]
    dates = tuple(period.span for period in periods)
    grammar = Grammar(parse, (*spans, *dates)) if parse else None
    places = find_places(grammar, dates)
    sorted_dates = sort_dates(words, spans, periods, grammar)
    framed = zip(find_things(words, amounts, grammar), spans, [*amounts[1:], None], strict=True)
    return [
        Figure(
            Span(span.start, words[_joined_end(words, amount) - 1].end),
            number,
            _role_with_whole(amount, words),
            amount.interval,
            amount.value,
            amount.step,
            amount.hedge,
            amount.unit,
            amount.per or period_behind(words, amount, following) or period_before(words, amount),
            thing,
            when=None if amount.role is Role.AGE else date_of(span, sorted_dates, grammar),
            place=place_of(span, grammar, places),
        )
        for (amount, thing), span, following in framed
    ]


def _joined_end(words: Words, amount: Amount) -> int:
    """The index behind a figure and the thing that a hyphen joins to it: "four-cylinder", "15-member"."""
    at = amount.last
    joined = at + 1 < len(words) and words[at].text in "-‑" and words[at].tight and words[at + 1].tight
    counts = amount.role is Role.COUNT and amount.unit is None
    named = joined and words[at + 1].text.isalpha() and words[at + 1].low not in lexicon().parts
    return at + 2 if named and counts else at


def _role_with_whole(amount: Amount, words: Words) -> Role:
    """A percentage whose whole is named is a share."""
    of = amount.last < len(words) and words[amount.last].low == "of"
    return Role.SHARE if amount.role is Role.PERCENT and of and amount.unit == "%" else amount.role


def _anchor(whens: tuple[When, ...]) -> tuple[date | None, date | None]:
    """The days of the last date of a sentence, from which the next one may reckon."""
    whole = [(when.begin, when.end) for when in whens if when.begin and when.end]
    return whole[-1] if whole else (None, None)


def _last_year(whens: tuple[When, ...], year: int | None) -> int | None:
    for when in whens:
        day: date | None = when.end or when.begin
        year = day.year if day else year
    return year


def _unit_of_points(text: str, reading: Reading, number: int) -> str | None:
    """What points are where this sentence, or the one before in its block, speaks of a poll or an index."""
    sentence = reading.sentences[number]
    here = sentence.span.of(text).lower()
    if "point" not in here:
        return None
    if number and reading.sentences[number - 1].block == sentence.block:
        here = reading.sentences[number - 1].span.of(text).lower() + " " + here
    told = set(here.replace(",", " ").replace(".", " ").replace("%", " % ").split())
    if not word_set("sports").isdisjoint(told):
        return None
    if not word_set("indices").isdisjoint(told):
        return "point"
    return None if word_set("polls").isdisjoint(told) else "pp"
