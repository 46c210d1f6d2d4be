"""Whose each quotation is: the cue beside it, before it, or the speaker who goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.drafts import Draft, Quotation
from sayso.attribution.introductions import turns_away
from sayso.attribution.lexicon import forms
from sayso.attribution.speakers import (
    governing,
    handed,
    named_before,
    over_colon,
    tagged_before,
    tagged_behind,
)
from sayso.attribution.tree import Tree
from sayso.attribution.utterances import Utterances
from sayso.model import Reading, Span

# An embedded quotation of fewer words is a name or a title.
EMBEDDED = 7


class Spoken:
    """Pairs the quotations of one reading with their speakers."""

    def __init__(
        self, reading: Reading, trees: Mapping[int, Tree], quotations: tuple[Quotation, ...]
    ) -> None:
        self.at = Utterances(reading, trees, quotations)
        self.quotations = quotations
        self.drafts: list[Draft] = []
        self.of: dict[int, int] = {}
        self.by_cue: dict[tuple[int, int | None], int] = {}

    def find(self, transcript: Sequence[Draft] = ()) -> list[Draft]:
        """All drafts of direct speech, those of a transcript first."""
        self.drafts = list(transcript)
        spans = ((place, span) for place, draft in enumerate(transcript) for span in draft.content)
        self.of = {n: place for place, span in spans for n in self.at.overlapping(span.start, span.end)}
        for number, quotation in enumerate(self.quotations):
            if not quotation.speech or number in self.of:
                continue
            if quotation.continues in self.of:
                self._join(self.of[quotation.continues], number)
                continue
            draft = handed(self.at, quotation) or tagged_behind(self.at, quotation)
            draft = draft or tagged_before(self.at, quotation) or over_colon(self.at, quotation)
            if draft is not None:
                self._add(draft, number)
                self._join_waiting(number)
            elif self.at.is_over(number):
                opening = self.at.opening_of(number)
                introduced = named_before(self.at, self.quotations[opening])
                if introduced is not None:
                    self._add(introduced, opening)
                else:
                    self._goes_on(self.quotations[opening], opening)
                self._join_onward(opening, number)
        return self.drafts

    def _join_waiting(self, number: int) -> None:
        """Give the speaker who is named at last to the paragraphs of his speech before."""
        before = self.quotations[number].continues
        while before is not None and before not in self.of and number in self.of:
            self._join(self.of[number], before)
            before = self.quotations[before].continues

    def _join_onward(self, opening: int, last: int) -> None:
        """Give the speaker of the first paragraph of a quotation to those that carry it on."""
        for number in range(opening + 1, last + 1):
            before = self.quotations[number].continues
            if before in self.of and number not in self.of:
                self._join(self.of[before], number)

    def _add(self, draft: Draft, number: int) -> None:
        known = len(self.drafts)
        if draft.place is not None:
            known = self.by_cue.setdefault((draft.sentence, draft.place), known)
        if known < len(self.drafts):
            self._join(known, number)
            return
        self.of[number] = known
        self.drafts.append(draft)

    def _join(self, place: int, number: int) -> None:
        known = self.drafts[place]
        self.drafts[place] = replace(known, content=(*known.content, self.quotations[number].span))
        self.of[number] = place

    def _goes_on(self, quotation: Quotation, number: int) -> None:
        """A quotation without a cue of its own goes on with the speaker before it."""
        if not self.drafts:
            return
        last = max(span.end for span in self.drafts[-1].content)
        cue = self.drafts[-1].cue
        between = self.at.text[max(last, cue.end if cue else 0) : quotation.span.start]
        if not self.at.stands_alone(quotation) and ("\n" in between or not self._is_uncued(quotation)):
            return
        if (
            between.count("\n\n") <= 1
            and len(between) < 400
            and not self._turns(max(last, cue.end if cue else 0), quotation)
        ):
            self._join(len(self.drafts) - 1, number)

    def _turns(self, end: int, quotation: Quotation) -> bool:
        """Whether a sentence of the page's turns to somebody else between a speaker and a quotation."""
        first, here = self.at.sentence_at(end - 1), self.at.sentence_at(quotation.span.start)
        if first is None or here is None:
            return False
        name = self.drafts[-1].chain[0].name if self.drafts[-1].chain else ""
        spans = (self.at.sentences[number].span for number in range(first + 1, here))
        between = [span.of(self.at.text) for span in spans if not self.at.overlapping(span.start, span.end)]
        return any(turns_away(words, name) for words in between)

    def _is_uncued(self, quotation: Quotation) -> bool:
        """Whether a quotation opens its sentence and no cue stands behind it: "“We lost it all” in May."."""
        number = self.at.sentence_at(quotation.span.start)
        if number is None or number not in self.at.trees:
            return False
        if self.at.text[self.at.sentences[number].span.start : quotation.span.start].strip():
            return False
        tree, end = self.at.trees[number], self.at.sentences[number].span.end
        return not any(
            tree.is_verb(place) or tree.lower[place] in forms()
            for place in self.at.outside(tree, quotation.span.end, end)
        )

    def find_embedded(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with those for utterances that no cue took: "Holm wrinkled his nose at “a plan …”".

        The subject of the verb that governs the quotation is its speaker. Where that verb is a cue
        already, its content goes on to the end of the quotation.
        """
        found = []
        taken = {
            number
            for draft in drafts
            for span in draft.content
            for number in self.at.overlapping(span.start, span.end)
        }
        for place, quotation in enumerate(self.quotations):
            number = self.at.sentence_at(quotation.span.start)
            if not quotation.speech or place in taken or number is None or number not in self.at.trees:
                continue
            tree = self.at.trees[number]
            inside = [p for p, token in enumerate(tree.tokens) if quotation.span.holds(token.span)]
            if len(inside) < EMBEDDED:
                continue
            draft = governing(self.at, tree, inside, quotation)
            if draft is not None:
                found.append(draft)
        return _joined(drafts, found)


def _joined(drafts: list[Draft], found: list[Draft]) -> list[Draft]:
    """Quotations under a cue that has a draft belong to that draft."""
    by_cue = {(draft.sentence, draft.place): number for number, draft in enumerate(drafts)}
    out = list(drafts)
    for draft in found:
        number = by_cue.get((draft.sentence, draft.place))
        if number is None or draft.content[0].start < out[number].content[-1].end:
            out.append(draft)
        else:
            first, last = out[number].content[0], draft.content[-1]
            out[number] = replace(out[number], content=(Span(first.start, last.end),))
    return out
