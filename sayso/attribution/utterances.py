"""Where the quotations of a page stand among its sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from sayso.attribution.drafts import Quotation
from sayso.attribution.tree import Tree
from sayso.model import Reading


class Utterances:
    """The quotations of one reading, with the sentences and the parses around them."""

    def __init__(
        self, reading: Reading, trees: Mapping[int, Tree], quotations: tuple[Quotation, ...]
    ) -> None:
        self.text = reading.page.text
        self.sentences = reading.sentences
        self.trees = trees
        self.quotations = quotations
        self.starts = [sentence.span.start for sentence in reading.sentences]
        self.quote_starts = [quotation.span.start for quotation in quotations]

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that an offset stands in."""
        place = bisect_right(self.starts, offset) - 1
        if place < 0 or offset >= self.sentences[place].span.end:
            return None
        return place

    def overlapping(self, start: int, end: int) -> list[int]:
        """The utterances that share characters with a stretch of text."""
        first = max(bisect_right(self.quote_starts, start) - 1, 0)
        near = range(first, bisect_left(self.quote_starts, end))
        return [n for n in near if self.quotations[n].speech and self.quotations[n].span.end > start]

    def outside(self, tree: Tree, start: int, end: int) -> list[int]:
        """The words of a tree between two offsets, up to the next quotation."""
        fences = [self.quotations[number].span for number in self.overlapping(start, end)]
        return [
            place
            for place, token in enumerate(tree.tokens)
            if start <= token.span.start < end and not any(f.overlaps(token.span) for f in fences)
        ]

    def stands_alone(self, quotation: Quotation) -> bool:
        """Whether a quotation fills its sentences, with no words of the page beside it."""
        first, last = self.sentence_at(quotation.span.start), self.sentence_at(quotation.span.end - 1)
        if first is None or last is None:
            return False
        before = self.text[self.sentences[first].span.start : quotation.span.start]
        after = self.text[quotation.span.end : self.sentences[last].span.end]
        ended = self.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ")[-1:] in ".?!…"
        return not before.strip() and (ended or not after.strip(" .,;"))

    def is_over(self, number: int) -> bool:
        """Whether no later paragraph carries a quotation on."""
        later = self.quotations[number + 1 : number + 2]
        return self.quotations[number].closed or not later or later[0].continues != number

    def opening_of(self, number: int) -> int:
        """The paragraph that a quotation over several paragraphs began with."""
        before = self.quotations[number].continues
        while before is not None:
            number, before = before, self.quotations[before].continues
        return number
