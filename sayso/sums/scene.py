"""Sentences with their figures as signs, so that a construction can be written as one pattern.

"It is twice as many as in May (412)" becomes "it is <x5> as in <d2> (<c6>)": a letter for what
the figure does, and its number. Patterns are matched on that; what stands in the signs is never words.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from sayso.model import Figure, Reading, Span
from sayso.sums.pattern import WORD, Fitting, fitting
from sayso.vocabulary import Role

_LETTERS = {
    Role.COUNT: "c",
    Role.MONEY: "m",
    Role.MEASURE: "q",
    Role.PERCENT: "p",
    Role.SHARE: "f",
    Role.RATIO: "x",
    Role.RATE: "r",
    Role.DURATION: "t",
    Role.AGE: "a",
    Role.RANK: "k",
    Role.SCORE: "s",
}
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "—",
        "―": "—",
        "‒": "—",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\n": " ",
        "\t": " ",
        "<": "‹",
        ">": "›",
    }
)
# Of a construction and its match the second.
_MATCH: Callable[[tuple[str, re.Match[str]]], re.Match[str]] = itemgetter(1)
_SIGN = re.compile(r"<([cmqpfxrtaksg])(\d+)>")
# "Second-half earnings" are of a time, and no half of anything; "over the age of 60 out of 286" is no share.
_OF_A_YEAR = re.compile(
    r"(?:first|second|last|latter|opening|closing|other)-$|\bage(?:d|s)?(?: of)? $", re.IGNORECASE
)
# "Double digits" and "triple-doubles" multiply nothing.
_IDIOM = re.compile(r"[ -](?:digits?|doubles?|bogey|agent|standards?)\b")


def letter_of(figure: Figure) -> str:
    """The letter of the sign that stands for the figure in a line."""
    if figure.unit == "pp":
        return "g"
    if figure.unit == "%":
        return "p"
    return _LETTERS[figure.role]


@dataclass(frozen=True)
class Line:
    """One sentence with signs for its figures and dates. ``breaks`` maps its offsets to the page's."""

    number: int
    text: str
    figures: tuple[int, ...]
    breaks: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> int:
        """The offset in the page's text; inside a sign, the start of what it stands for."""
        at, there = self.breaks[bisect_right(self.breaks, (offset, 1 << 62)) - 1]
        return there + offset - at

    def before(self, offset: int, reach: int = 80) -> str:
        """The end of what stands before an offset: a sentence may be as long as a page."""
        return self.text[max(0, offset - reach) : offset]

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Where a match stands in the page's text."""
        return Span(self.place(match.start(group)), self.place(match.end(group)))

    def words(self, reading: Reading, match: re.Match[str], group: str) -> str:
        """The words of a match as the page has them, on one line."""
        return " ".join(self.span(match, group).of(reading.page.text).split())

    def find(self, *sources: str) -> Iterator[re.Match[str]]:
        """The matches of constructions (see :mod:`sayso.sums.pattern`) in the line, in their order."""
        # Some hundred constructions are looked for in each line, and hardly any is in it.
        found = fitting(sources, self.letters)
        return map(_MATCH, self._match(found)) if found else iter(())

    def find_each(self, sources: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
        """As :meth:`find`, each match with its construction."""
        found = fitting(sources, self.letters)
        return self._match(found) if found else iter(())

    def _match(self, found: tuple[Fitting, ...]) -> Iterator[tuple[str, re.Match[str]]]:
        tokens, text = self.tokens, self.text
        for one in found:
            for words in one.words:
                if words.isdisjoint(tokens):
                    break
            else:
                # Where its matches begin with a word, only such words are tried.
                if not one.openings:
                    for match in one.pattern.finditer(text):
                        yield one.source, match
                    continue
                end = 0
                openings = one.openings
                if openings.isdisjoint(tokens):
                    continue
                for word, at in self.places:
                    if word in openings and at >= end and (begun := one.pattern.match(text, at)):
                        yield one.source, begun
                        end = begun.end()

    @cached_property
    def letters(self) -> str:
        """The letters of the signs in the line, in their order."""
        return "".join(letter for letter, _, _ in self.signs)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words of the line."""
        return frozenset(word for word, _ in self.places)

    @cached_property
    def places(self) -> tuple[tuple[str, int], ...]:
        """The words of the line with their offsets, in their order."""
        return tuple((word[0], word.start()) for word in WORD.finditer(self.text))

    @cached_property
    def signs(self) -> tuple[tuple[str, int, int], ...]:
        """Letter, figure and offset of each sign in the line."""
        return tuple((sign[1], int(sign[2]), sign.start()) for sign in _SIGN.finditer(self.text))


@dataclass(frozen=True)
class Scene:
    """A reading as the sums room looks at it: its lines, those without a figure included."""

    reading: Reading
    lines: tuple[Line, ...]

    def figure(self, number: int) -> Figure:
        """The figure of a number."""
        return self.reading.figures[number]

    def before(self, line: Line, steps: int = 1) -> Line | None:
        """The line ``steps`` sentences earlier in the same stretch of the report, if there is one."""
        there = line.number - steps
        return self.lines[there] if there >= 0 else None


def set_scene(reading: Reading) -> Scene:
    """Turn the sentences of a reading into lines."""
    held: list[list[tuple[int, int, str]]] = [[] for _ in reading.sentences]
    own: list[list[int]] = [[] for _ in reading.sentences]
    for number, figure in enumerate(reading.figures):
        start = figure.span.start
        if _IDIOM.match(reading.page.text, figure.span.end):
            continue
        if figure.role is Role.SHARE and _OF_A_YEAR.search(reading.page.text[max(0, start - 9) : start]):
            continue
        held[figure.sentence].append((figure.span.start, figure.span.end, f"<{letter_of(figure)}{number}>"))
        own[figure.sentence].append(number)
    starts = [sentence.span.start for sentence in reading.sentences]
    for number, date in enumerate(reading.dates):
        where = bisect_right(starts, date.span.start) - 1
        if where >= 0 and not any(
            date.span.start < end and start < date.span.end for start, end, _ in held[where]
        ):
            held[where].append((date.span.start, date.span.end, f"<d{number}>"))
    lines = []
    for number, sentence in enumerate(reading.sentences):
        lines.append(_draw(reading, number, sentence.span, tuple(own[number]), sorted(held[number])))
    return Scene(reading, tuple(lines))


def _draw(
    reading: Reading, number: int, span: Span, figures: tuple[int, ...], held: list[tuple[int, int, str]]
) -> Line:
    pieces: list[str] = []
    breaks: list[tuple[int, int]] = []
    at, length = span.start, 0
    for start, end, sign in held:
        if start < at or end > span.end:
            continue
        for piece, there in ((_plain(reading.page.text[at:start]), at), (sign, start)):
            breaks.append((length, there))
            pieces.append(piece)
            length += len(piece)
        at = end
        breaks.append((length, at))
    breaks.append((length, at))
    pieces.append(_plain(reading.page.text[at : span.end]))
    return Line(number, "".join(pieces), figures, tuple(breaks))


def _plain(text: str) -> str:
    lowered = text.lower()
    # A few capitals grow when lowered; offsets count more than their case.
    return (lowered if len(lowered) == len(text) else text).translate(_PLAIN)
