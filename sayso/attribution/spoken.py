"""Whose each quotation is: the cue beside it, before it, or the speaker who goes on."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.clauses import one_quoted
from sayso.attribution.composing import certainty_of, cue_span
from sayso.attribution.drafts import Draft, Quotation
from sayso.attribution.introductions import behind_dash, introducer, labelled, opening_name, turns_away
from sayso.attribution.lexicon import cues, forms, frames
from sayso.attribution.signatures import find_signature
from sayso.attribution.sources import source_at, source_of
from sayso.attribution.tree import Tree
from sayso.model import Reading, Span
from sayso.vocabulary import Certainty

# How many words may stand between a quotation and the verb that hands it over.
FAR = 16
QUOTES = frozenset({"quote", "quote-only"})
DASHES = frozenset({"-", "--", "–", "—"})
# A quotation that closes on one of these is over.
ENDED = (",", ".", "?", "!", "…")
# An embedded quotation of fewer words is a name or a title.
EMBEDDED = 7


class Spoken:
    """Pairs the quotations of one reading with their speakers."""

    def __init__(
        self, reading: Reading, trees: Mapping[int, Tree], quotations: tuple[Quotation, ...]
    ) -> None:
        self.text = reading.page.text
        self.sentences = reading.sentences
        self.trees = trees
        self.quotations = quotations
        self.starts = [sentence.span.start for sentence in reading.sentences]
        self.quote_starts = [quotation.span.start for quotation in quotations]
        self.drafts: list[Draft] = []
        self.of: dict[int, int] = {}
        self.by_cue: dict[tuple[int, int | None], int] = {}

    def find(self, transcript: Sequence[Draft] = ()) -> list[Draft]:
        """All drafts of direct speech, those of a transcript first."""
        self.drafts = list(transcript)
        spans = ((place, span) for place, draft in enumerate(transcript) for span in draft.content)
        self.of = {n: place for place, span in spans for n in self._overlapping(span.start, span.end)}
        for number, quotation in enumerate(self.quotations):
            if not quotation.speech or number in self.of:
                continue
            if quotation.continues in self.of:
                self._join(self.of[quotation.continues], number)
                continue
            draft = self._handed(quotation) or self._after(quotation)
            draft = draft or self._before(quotation) or self._colon(quotation)
            if draft is not None:
                self._add(draft, number)
                self._join_waiting(number)
            elif self._is_over(number):
                opening = self._opening(number)
                introduced = self._introduced(self.quotations[opening])
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

    def _is_over(self, number: int) -> bool:
        """Whether no later paragraph carries a quotation on."""
        later = self.quotations[number + 1 : number + 2]
        return self.quotations[number].closed or not later or later[0].continues != number

    def _opening(self, number: int) -> int:
        """The paragraph that a quotation over several paragraphs began with."""
        before = self.quotations[number].continues
        while before is not None:
            number, before = before, self.quotations[before].continues
        return number

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

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that an offset stands in."""
        place = bisect_right(self.starts, offset) - 1
        if place < 0 or offset >= self.sentences[place].span.end:
            return None
        return place

    def _overlapping(self, start: int, end: int) -> list[int]:
        """The utterances that share characters with a stretch of text."""
        first = max(bisect_right(self.quote_starts, start) - 1, 0)
        near = range(first, bisect_left(self.quote_starts, end))
        return [n for n in near if self.quotations[n].speech and self.quotations[n].span.end > start]

    def _outside(self, tree: Tree, start: int, end: int) -> list[int]:
        """The words of a tree between two offsets, up to the next quotation."""
        fences = [self.quotations[number].span for number in self._overlapping(start, end)]
        return [
            place
            for place, token in enumerate(tree.tokens)
            if start <= token.span.start < end and not any(f.overlaps(token.span) for f in fences)
        ]

    def _after(self, quotation: Quotation) -> Draft | None:
        """“…,” said X."""
        end = quotation.span.end
        number = self.sentence_at(end - 1)
        if number is None:
            return None
        signed = find_signature(self.text, quotation.span, number)
        if signed is not None:
            return signed
        if not self.text[end : self.sentences[number].span.end].strip(" .,"):
            following = self.sentence_at(end + 1)
            if following is None or following == number or not self._is_tag(following):
                return None
            number = following
        if number not in self.trees:
            return None
        tree = self.trees[number]
        behind = self._overlapping(end, self.sentences[number].span.end)
        upto = self.quotations[behind[0]].span.start if behind else self.sentences[number].span.end
        words = self._outside(tree, end, min(upto, self.sentences[number].span.end))[:FAR]
        free = [place for place in words if not _has_clause_after(tree, place)]
        spoken = (self._speaker(tree, place, quotation, words) for place in free)
        draft = next((one for one in spoken if one is not None), None)
        draft = draft or self._tagged(tree, quotation, words) or self._any_verb(tree, quotation, words)
        return self._with_lead(self._with_tail(draft, tree, words), quotation) if draft is not None else None

    def _with_tail(self, draft: Draft, tree: Tree, words: list[int]) -> Draft:
        """The words between a fragment and its cue are said as well: "“a disgrace” to us all, Holm said"."""
        if draft.place is None or draft.cue is None or not words or not draft.chain:
            return draft
        start = min(draft.place, tree.at(draft.chain[0].span.start))
        between = [place for place in words if place < start and tree[place].dep != "punct"]
        if len(between) < 2 or tree[start - 1].text != "," or tree[between[0] - 1].text in DASHES:
            return draft
        quoted = draft.content[0]
        if quoted.of(self.text).rstrip("”\"’' ")[-1:] in ENDED:
            return draft
        return replace(draft, content=(Span(quoted.start, tree[between[-1]].span.end),))

    def _with_lead(self, draft: Draft, quotation: Quotation) -> Draft:
        """The words before a fragment are said as well: "The road was “a disgrace,” Holm said"."""
        number = self.sentence_at(quotation.span.start)
        if number is None or number not in self.trees:
            return draft
        tree, start = self.trees[number], self.sentences[number].span.start
        lead = self._outside(tree, start, quotation.span.start)
        opening = quotation.span.of(self.text).lstrip("“\"'‘ ")[:1]
        if not lead or lead[0] != 0 or not (opening.islower() or any(tree.is_verb(place) for place in lead)):
            return draft
        if any("quote" in frames()[forms()[tree.lower[p]]] for p in lead if tree.lower[p] in forms()):
            return draft
        return replace(draft, content=(Span(start, draft.content[-1].end),))

    def _any_verb(self, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
        """“…,” Holm mocks. — right behind a quotation any verb hands over."""
        closing = self.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ")
        if closing[-1:] not in (",", "?", "!"):
            return None
        for place in words[:8]:
            subject = tree.child(place, "nsubj")
            if tree[place].tag not in ("VBD", "VBZ", "VBP") or subject not in words:
                continue
            if tree.first(subject) == words[0] or place == words[0]:
                chain = (source_at(tree, self.text, subject),)
                cue = cue_span(tree, place)
                return Draft((quotation.span,), cue, chain, Certainty.STATED, tree.sentence, place, subject)
        return None

    def _is_tag(self, number: int) -> bool:
        """Whether a sentence is no more than "Holm said." or the rest of one: "he asked the crowd."."""
        words = self.sentences[number].span.of(self.text)
        if words[:1].islower():
            return True
        tail = words.rstrip(".").split()
        return 2 <= len(tail) <= 4 and tail[-1].lower() in forms()

    def _tagged(self, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
        """“…,” Holm notes. — where the tagger took the verb for a noun."""
        if not words or tree.lower[words[0]] in ("and", "but", "or"):
            return None
        for place in words[1:6]:
            base = forms().get(tree.lower[place])
            ends = place + 1 == len(tree) or tree[place + 1].text in ".,:;"
            if base is None or not QUOTES & frames()[base] or not ends:
                continue
            if not tree[place - 1].tag.startswith(("NN", "PRP")) and tree[place - 1].dep != "compound":
                return None
            chain = (source_of(tree, self.text, words[0], place - 1),)
            cue = tree[place].span
            return Draft((quotation.span,), cue, chain, certainty_of(base), tree.sentence, place, place - 1)
        return None

    def _handed(self, quotation: Quotation) -> Draft | None:
        """X yelled “…” and left — the verb right before a quotation that ends its own sentence."""
        if self.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ").endswith(","):
            return None
        draft = self._before(quotation)
        if draft is None or draft.cue is None:
            return None
        return draft if not self.text[draft.cue.end : quotation.span.start].strip(" ,:") else None

    def _before(self, quotation: Quotation) -> Draft | None:
        """X said, “…”."""
        start = quotation.span.start
        number = self.sentence_at(start)
        if number is None or number not in self.trees:
            return None
        tree = self.trees[number]
        words = self._outside(tree, self.sentences[number].span.start, start)
        if not words:
            return None
        colon = self.text[tree[words[-1]].span.start : start].rstrip().endswith(":")
        near = list(reversed(words[-FAR:]))
        if colon:
            near.sort(key=lambda place: sum(1 for _ in tree.above(place)))
        for place in near:
            between = self.text[tree[place].span.end : start]
            if not (between.strip() == "" or between.rstrip()[-1] in ",:"):
                continue
            draft = self._speaker(tree, place, quotation, words)
            if draft is not None:
                return draft
        return self._announced(tree, quotation, words) if colon else self._labelled(tree, quotation, words)

    def _announced(self, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
        """Holm shrugged: “…” — a colon hands over whatever the verb is."""
        words = behind_dash(tree, words)
        for place in sorted(words, key=lambda place: sum(1 for _ in tree.above(place))):
            subject = tree.subject(place) if tree[place].tag in ("VBD", "VBZ", "VBP", "VBN") else None
            if subject is not None and subject in words and tree.lower[subject] not in ("it", "there"):
                chain = (source_at(tree, self.text, subject),)
                certainty = Certainty.STATED
                cue = cue_span(tree, place)
                return Draft((quotation.span,), cue, chain, certainty, tree.sentence, place, subject)
        return self._labelled(tree, quotation, words)

    def _labelled(self, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
        """Holm, skipper: “…” — a label without a verb names the speaker."""
        last = tree[words[-1]]
        speaker = labelled(tree, self.text, words) if last.text in (":", ",") else None
        if speaker is None:
            return None
        link, head = speaker
        return Draft((quotation.span,), last.span, (link,), Certainty.STATED, tree.sentence, None, head)

    def _colon(self, quotation: Quotation) -> Draft | None:
        """X said: — and the quotation stands in the next sentence or paragraph."""
        number = self.sentence_at(quotation.span.start)
        if not number or number - 1 not in self.trees:
            return None
        tree = self.trees[number - 1]
        before = self.sentences[number - 1].span.of(self.text).rstrip()
        if not before.endswith(":"):
            return None
        words = self._outside(tree, self.sentences[number - 1].span.start, quotation.span.start)
        for place in sorted(words, key=lambda place: sum(1 for _ in tree.above(place))):
            draft = self._speaker(tree, place, quotation, words)
            if draft is not None:
                return draft
        return self._announced(tree, quotation, words)

    def _speaker(self, tree: Tree, place: int, quotation: Quotation, words: list[int]) -> Draft | None:
        word = tree.lower[place]
        if word not in forms() or not tree.is_verb(place):
            return None
        base = forms()[word]
        put_it = base == "put" and tree.lower[place + 1 : place + 2] == ("it",)
        if not (put_it or QUOTES & frames()[base]):
            return None
        subject = one_quoted(tree, place)
        if subject is None:
            subject = tree.subject(place)
        if subject is None or subject not in words:
            subject = None if put_it else _misread_subject(tree, place, words)
        if subject is None:
            return None
        chain = (source_at(tree, self.text, subject),)
        return Draft(
            (quotation.span,),
            cue_span(tree, place),
            chain,
            certainty_of(base),
            tree.sentence,
            place,
        )

    def _introduced(self, quotation: Quotation) -> Draft | None:
        """Holm disagrees. “…” — who acts in the sentence before a bare quotation is its speaker."""
        number = self.sentence_at(quotation.span.start)
        if not number or not self._stands_alone(quotation):
            return None
        before = self.sentences[number - 1].span
        if self._overlapping(before.start, before.end):
            return None
        apart = "\n" in self.text[before.end : quotation.span.start]
        if number - 1 in self.trees:
            speaker = introducer(self.trees[number - 1], self.text, (), apart=apart)
        else:
            speaker = None if apart else opening_name(self.text, before)
        if speaker is None:
            return None
        link, head = speaker
        return Draft((quotation.span,), None, (link,), Certainty.STATED, number - 1, None, head)

    def _goes_on(self, quotation: Quotation, number: int) -> None:
        """A quotation without a cue of its own goes on with the speaker before it."""
        if not self.drafts:
            return
        last = max(span.end for span in self.drafts[-1].content)
        cue = self.drafts[-1].cue
        between = self.text[max(last, cue.end if cue else 0) : quotation.span.start]
        if not self._stands_alone(quotation) and ("\n" in between or not self._is_uncued(quotation)):
            return
        if (
            between.count("\n\n") <= 1
            and len(between) < 400
            and not self._turns(max(last, cue.end if cue else 0), quotation)
        ):
            self._join(len(self.drafts) - 1, number)

    def _turns(self, end: int, quotation: Quotation) -> bool:
        """Whether a sentence of the page's turns to somebody else between a speaker and a quotation."""
        first, here = self.sentence_at(end - 1), self.sentence_at(quotation.span.start)
        if first is None or here is None:
            return False
        name = self.drafts[-1].chain[0].name if self.drafts[-1].chain else ""
        spans = (self.sentences[number].span for number in range(first + 1, here))
        between = [span.of(self.text) for span in spans if not self._overlapping(span.start, span.end)]
        return any(turns_away(words, name) for words in between)

    def _is_uncued(self, quotation: Quotation) -> bool:
        """Whether a quotation opens its sentence and no cue stands behind it: "“We lost it all” in May."."""
        number = self.sentence_at(quotation.span.start)
        if number is None or number not in self.trees:
            return False
        if self.text[self.sentences[number].span.start : quotation.span.start].strip():
            return False
        tree, end = self.trees[number], self.sentences[number].span.end
        return not any(
            tree.is_verb(place) or tree.lower[place] in forms()
            for place in self._outside(tree, quotation.span.end, end)
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
            for number in self._overlapping(span.start, span.end)
        }
        for place, quotation in enumerate(self.quotations):
            number = self.sentence_at(quotation.span.start)
            if not quotation.speech or place in taken or number is None or number not in self.trees:
                continue
            tree = self.trees[number]
            inside = [p for p, token in enumerate(tree.tokens) if quotation.span.holds(token.span)]
            if len(inside) < EMBEDDED:
                continue
            draft = self._governing(tree, inside, quotation)
            if draft is not None:
                found.append(draft)
        return _joined(drafts, found)

    def _governing(self, tree: Tree, inside: list[int], quotation: Quotation) -> Draft | None:
        top = min(inside, key=lambda place: sum(1 for _ in tree.above(place)))
        for verb in tree.above(top):
            if verb in inside or not tree.is_verb(verb):
                continue
            subject = tree.subject(verb)
            if subject is not None and subject not in inside and tree.lower[subject] not in ("it", "this"):
                chain = (source_at(tree, self.text, subject),)
                cue = cue_span(tree, verb)
                return Draft((quotation.span,), cue, chain, Certainty.STATED, tree.sentence, verb, subject)
        return None

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Whether a quotation fills its sentences, with no words of the page beside it."""
        first, last = self.sentence_at(quotation.span.start), self.sentence_at(quotation.span.end - 1)
        if first is None or last is None:
            return False
        before = self.text[self.sentences[first].span.start : quotation.span.start]
        after = self.text[quotation.span.end : self.sentences[last].span.end]
        ended = self.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ")[-1:] in ".?!…"
        return not before.strip() and (ended or not after.strip(" .,;"))


def _misread_subject(tree: Tree, verb: int, words: list[int]) -> int | None:
    """Who speaks where the parser took the verb for a participle, or an inverted subject for an object."""
    above = tree[verb].head
    if tree[verb].dep == "acl" and above in words and above < verb and tree.child(verb, "agent") is None:
        return above
    behind = [
        one
        for one in tree.all_children(verb, "nsubj", "attr", "npadvmod", "dobj")
        if one in words and one > verb and tree.lower[one] not in cues()["dates"]["words"].split()
    ]
    return max(behind, key=lambda one: tree.last(one) - tree.first(one), default=None)


def _has_clause_after(tree: Tree, verb: int) -> bool:
    """Whether a verb behind a quotation hands over a clause of its own: "“…,” but Holm said it rained"."""
    return any(tree.first(inner) > verb for inner in tree.all_children(verb, "ccomp", "xcomp"))


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
