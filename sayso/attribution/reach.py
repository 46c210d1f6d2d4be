"""How far a source reaches over the sentences that follow it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import re2

from sayso.attribution.announcing import announces, announces_list, find_issued
from sayso.attribution.certainty import weigh_carried
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import cues
from sayso.attribution.resuming import (
    counts_again,
    is_release,
    measures_on,
    says_again,
    shares_on,
    shifts_back,
    tells_of_victims,
    tells_on,
    tells_statistics,
)
from sayso.attribution.surveyed import counts_a_share, is_survey
from sayso.attribution.tree import Tree
from sayso.model import Reading, Span
from sayso.vocabulary import BlockKind
from sayso.words import load_words

# No source carries more sentences than this; a list it announces, more items.
FARTHEST = 6
LONGEST_LIST = 40
# What statistics release is told of over so many paragraphs, as long as nothing else is told.
RELEASED = 4
SURVEYED = 2
NUMBERED = re2.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
MARKERS = ("-", "–", "—", "•", "*", "·", "▪")


@cache
def _takes_up() -> Any:  # noqa: ANN401  # re2 is untyped
    """How a sentence opens that goes on counting what the one before it counted."""
    return re2.compile(load_words("reach")["reach"]["taking_up"])


@cache
def _asks() -> Any:  # noqa: ANN401  # re2 is untyped
    """Words that only tell of a survey: "of those asked", "asked which of them they wanted"."""
    return re2.compile(load_words("reach")["reach"]["asking"])


def carry_over(
    drafts: list[Draft], reading: Reading, trees: Mapping[int, Tree], quoted: tuple[Span, ...]
) -> list[Draft]:
    """Drafts for the sentences that a source introduced before them plainly carries.

    "Boro reported on the statistics. In November 900 cases were opened.": the second sentence is on
    Boro's say-so. So is what goes on counting ("Another 40 of them were …") and the items of a list that
    the source announces. A source reaches until the paragraph ends, another speaks or the text turns.

    Args:
        drafts: what the sentences themselves give.
        reading: with its sentences and figures.
        trees: the parses by sentence.
        quoted: the utterances in quotation marks.

    Returns:
        The further drafts, marked as carried, for sentences with figures.
    """
    shares = [draft.sentence in trees and counts_a_share(trees[draft.sentence], draft) for draft in drafts]
    spoken_for = {
        draft.sentence for draft, share in zip(drafts, shares, strict=True) if draft.chain and not share
    }
    polled = {draft.sentence for draft, share in zip(drafts, shares, strict=True) if share}
    told = _Told(reading, spoken_for, quoted)
    found: dict[int, Draft] = {}
    issued = find_issued(reading, trees, spoken_for)
    for draft in (*drafts, *issued):
        if not draft.chain or draft.sentence not in trees:
            continue
        if announces_list(draft, reading):
            carried = told.items(draft.sentence)
        elif not draft.content or announces(draft, trees):
            carried = told.behind(draft.sentence)
        elif is_survey(draft):
            carried = told.shares(draft, trees, polled)
        else:
            carried = told.going_on(draft, trees)
        for number in carried:
            span = trim(reading.page.text, reading.sentences[number].span, " \t\n,;:–—-.•*·▪")
            if span is not None and number not in found:
                further = weigh_carried(
                    replace(draft, content=(span,)), trees[draft.sentence], trees.get(number)
                )
                found[number] = replace(further, sentence=number, place=None, carried=True)
    here = (draft for draft in issued if draft.content)
    return [*here, *found.values()]


class _Told:
    """The sentences with figures that nobody in them vouches for."""

    def __init__(self, reading: Reading, spoken_for: set[int], quoted: Sequence[Span]) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.spoken_for = spoken_for
        starts = [sentence.span.start for sentence in reading.sentences]
        self.quoted = {
            number
            for span in quoted
            for number in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end))
        }
        self.with_figures = {figure.sentence for figure in reading.figures}

    def _is_free(self, number: int) -> bool:
        return number not in self.spoken_for and number not in self.quoted

    def _gap(self, number: int) -> str:
        sentences = self.reading.sentences
        return self.text[sentences[number - 1].span.end : sentences[number].span.start]

    def behind(self, start: int, *, paragraphs: int = 1) -> Iterator[int]:
        """Up to the end of the paragraph, or of a later one, another speaker or a turn."""
        for number in range(start + 1, min(start + 1 + FARTHEST, len(self.reading.sentences))):
            words = self.reading.sentences[number].span.of(self.text)
            paragraphs -= "\n" in self._gap(number)
            if paragraphs < 1 or not self._is_free(number) or _turns(words):
                return
            if number in self.with_figures:
                yield number

    def items(self, start: int) -> Iterator[int]:
        """The items of the list behind a sentence."""
        for number in range(start + 1, min(start + 1 + LONGEST_LIST, len(self.reading.sentences))):
            sentence = self.reading.sentences[number]
            listed = self.reading.blocks[sentence.block].kind == BlockKind.LIST
            words = sentence.span.of(self.text)
            marked = words.startswith(MARKERS) or self._gap(number).strip() in MARKERS
            marked = marked or NUMBERED.match(words) is not None
            if not (listed or marked) or not self._is_free(number):
                return
            if number in self.with_figures:
                yield number

    def going_on(self, draft: Draft, trees: Mapping[int, Tree]) -> Iterator[int]:
        """Sentences that go on with what a draft counted or told: "Another 40 were …"."""
        told = trees[draft.sentence]
        counts = any(
            figure.sentence == draft.sentence and any(span.holds(figure.span) for span in draft.content)
            for figure in self.reading.figures
        )
        released = counts and is_release(told, draft)
        near = set(self.behind(draft.sentence))
        for number in self.behind(draft.sentence, paragraphs=RELEASED if released else 2):
            tree = trees.get(number)
            beside = counts and number in near
            again = (
                _takes_up().match(self.reading.sentences[number].span.of(self.text)) is not None
                if beside or released
                else False
            )
            if again or (
                tree is not None
                and (
                    measures_on(told, draft, tree)
                    or (beside and shifts_back(told, draft, tree, self.text))
                    or (beside and tells_on(told, draft, tree))
                    or (
                        beside
                        and not says_again(told, tree)
                        and (tells_of_victims(tree) or counts_again(told, draft, tree))
                    )
                    or (released and tells_statistics(told, draft, tree))
                )
            ):
                yield number
            else:
                return

    def shares(self, draft: Draft, trees: Mapping[int, Tree], polled: set[int]) -> Iterator[int]:
        """Sentences that go on with the shares of a survey: "Another 12 percent had no opinion"."""
        near = set(self.behind(draft.sentence))
        for number in self.behind(draft.sentence, paragraphs=SURVEYED):
            words = self.reading.sentences[number].span.of(self.text)
            asked = _asks().search(words) is not None
            if number not in trees or not (asked or _takes_up().match(words) or shares_on(trees[number])):
                return
            if number in polled and number not in near and not asked:
                return
            yield number


@cache
def _away() -> tuple[Any, Any]:
    """What turns a sentence away wherever it stands, and how one of a single firm opens."""
    table = load_words("reach")["reach"]
    return re2.compile(f"(?i){table['away']}"), re2.compile(table["at_one"])


def _turns(sentence: str) -> bool:
    first = sentence.split(maxsplit=1)[0].strip(",").lower() if sentence.split() else ""
    away, at_one = _away()
    return (
        first in cues()["turning"]["words"]
        or away.search(sentence) is not None
        or at_one.match(sentence) is not None
    )
