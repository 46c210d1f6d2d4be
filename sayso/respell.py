"""Writes glued amounts the way the parser's model knows them: "RM7.2mil" as "$ 7.2 million".

The model was trained on text that says "$ 7.2 million" and "6 %"; of "$US34bn" or "6pc" it makes a name,
and the whole clause falls apart. The tokens keep their own spans: only what the model sees is changed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import re2

from sayso.model import Span
from sayso.words import load_words

SCALES = {1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion", 1_000_000_000_000: "trillion"}
PERCENT = ("pc", "pct")
# A comma between a word and digits that no space follows.
_TORN = re.compile(r"[^\W\d_],\d")


class Piece(NamedTuple):
    """A word as the model is to see it, and where it stands."""

    word: str
    span: Span


def _parts() -> tuple[str, str]:
    """Patterns of what stands before a number and of what hangs behind it."""
    money, numerals = load_words("currencies"), load_words("numerals")
    marks = "|".join(sorted(map(re.escape, money["marked"]), key=len, reverse=True))
    letters = "|".join(sorted(map(re.escape, money["letters"]), key=len, reverse=True))
    signs = re.escape("".join(money["signs"]))
    scales = "|".join(sorted(numerals["letters"], key=len, reverse=True))
    before = rf"(?:(?i:{marks})\ ?)?[{signs}](?i:{marks})?|{letters}"
    return before, rf"(?:{scales}|{'|'.join(PERCENT)})"


@cache
def _gate() -> Any:  # noqa: ANN401  # re2 is untyped
    """One linear pattern for sentences that may hold such an amount: the exact one is ten times as dear."""
    before, after = _parts()
    return re2.compile(rf"(?:{before})\ ?[-−]?\d|\d{after}")


@cache
def _glued() -> "re.Pattern[str]":
    """Money and percentages whose sign, number and scale hang together; each part is of another class."""
    before, after = _parts()
    after = rf"{after}(?![\w-])"
    return re.compile(
        rf"(?<![\w$£€])(?P<sign>{before})?\ ?(?P<number>[-−]?\d[\d,.]*(?<=\d))"
        rf"(?:(?P<after>{after})|(?![\w-]))"
    )


@cache
def _alone() -> frozenset[str]:
    """What a number without a sign may be written with."""
    return frozenset((*PERCENT, *load_words("numerals")["letters_always"]["words"]))


@cache
def _signs() -> frozenset[str]:
    """The signs of currencies."""
    return frozenset(load_words("currencies")["signs"])


def respell(text: str, tokens: Sequence[Span]) -> tuple[Piece, ...] | None:
    """The tokens of a sentence with glued amounts spelt out.

    Args:
        text: the sentence.
        tokens: the tokenizer's cut of it.

    Returns:
        The pieces in order, or None where nothing wants another spelling.
    """
    torn = _TORN.search(text) is not None
    amounts = _gate().search(text) is not None
    glued = [pieces for match in _glued().finditer(text) if (pieces := _spelt(match))] if amounts else []
    if not glued and not torn:
        return None
    starts, ends = {span.start for span in tokens}, {span.end for span in tokens}
    out: list[Piece] = []
    at = 0
    for pieces in glued:
        first, last = pieces[0].span.start, pieces[-1].span.end
        if first not in starts or last not in ends:
            continue
        while tokens[at].start < first:
            out.append(Piece(tokens[at].of(text), tokens[at]))
            at += 1
        out += pieces
        while at < len(tokens) and tokens[at].start < last:
            at += 1
    spelt = (*out, *(Piece(span.of(text), span) for span in tokens[at:]))
    return tuple(part for piece in spelt for part in _untorn(piece)) if torn else spelt


def _untorn(piece: Piece) -> tuple[Piece, ...]:
    """The words on both sides of a comma that no space follows: "men,15"."""
    joint = _TORN.search(piece.word)
    if joint is None or len(piece.word) != piece.span.end - piece.span.start:
        return (piece,)
    at, start = joint.start() + 1, piece.span.start
    return (
        Piece(piece.word[:at], Span(start, start + at)),
        Piece(",", Span(start + at, start + at + 1)),
        Piece(piece.word[at + 1 :], Span(start + at + 1, piece.span.end)),
    )


def _spelt(match: "re.Match[str]") -> tuple[Piece, ...]:
    """The words of one amount; none where the model reads it well as it stands."""
    sign, number, after = match["sign"], match["number"], match["after"]
    if sign is None:
        # "30m" is as often a length; only the letters that nothing else is written with count here.
        return tuple(_pieces(match)) if after in _alone() else ()
    # "PS5" is no price, "RM79" is.
    priced = sign.strip()[-1] in _signs() or after or len(number) > 1
    odd = len(sign.strip()) > 1 or number[0] in "-−"
    return tuple(_pieces(match)) if priced and (after or odd) else ()


def _pieces(match: "re.Match[str]") -> Iterator[Piece]:
    start, end = match.span("number")
    if match["sign"] is not None:
        yield Piece("$", Span(match.start("sign"), match.end("sign")))
    scale = match["after"]
    if scale is None:
        yield Piece(match["number"], Span(start, end))
        return
    word = "%" if scale in PERCENT else SCALES.get(load_words("numerals")["letters"][scale])
    if word == "thousand" and match["sign"] is None:
        yield Piece(f"{match['number']},000", Span(start, match.end("after")))
        return
    yield Piece(match["number"], Span(start, end))
    yield Piece(word or scale, Span(*match.span("after")))
