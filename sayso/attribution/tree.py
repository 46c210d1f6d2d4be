"""The parse of one sentence as a tree: children, reach of a word, phrases as spans."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from sayso.model import Link, Parse, Span, Token

# A verb under these labels shares the subject of what governs it.
SHARING = frozenset({"conj", "xcomp", "advcl", "acomp", "oprd", "pcomp", "prep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


class Tree:
    """A parse with what a reader of trees asks of it. Words are named by their index in the sentence."""

    def __init__(self, sentence: int, parse: Parse) -> None:
        self.sentence = sentence
        self.tokens = parse
        self.lower = tuple([token.text.lower() for token in parse])
        # What a noun makes as a source: several rules ask for the same noun's.
        self.links: dict[tuple[int, str], Link] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that it governs, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for place, token in enumerate(self.tokens):
            if token.head != place:
                found[token.head].append(place)
        return tuple(tuple(one) for one in found)

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each word the first and last word of all that hangs on it."""
        heads = [token.head for token in self.tokens]
        first = list(range(len(heads)))
        last = list(range(len(heads)))
        # Words are met from left to right, so that each is the last so far of all that it hangs on.
        for place in range(len(heads)):
            here = place
            while heads[here] != here:
                here = heads[here]
                if first[here] > place:
                    first[here] = place
                if last[here] < place:
                    last[here] = place
        return tuple(zip(first, last, strict=True))

    @cached_property
    def gerunds(self) -> tuple[int, ...]:
        """The words tagged as a form in "-ing"."""
        return tuple(place for place, token in enumerate(self.tokens) if token.tag == "VBG")

    def first(self, place: int) -> int:
        """The first word of all that hangs on a word."""
        return self.edges[place][0]

    def last(self, place: int) -> int:
        """The last word of all that hangs on a word."""
        return self.edges[place][1]

    def child(self, place: int, *labels: str) -> int | None:
        """The first word governed under one of the labels."""
        tokens = self.tokens
        for one in self.children[place]:
            if tokens[one].dep in labels:
                return one
        return None

    def all_children(self, place: int, *labels: str) -> list[int]:
        """Every word governed under one of the labels."""
        tokens = self.tokens
        return [one for one in self.children[place] if tokens[one].dep in labels]

    def above(self, place: int) -> Iterator[int]:
        """The governors of a word, nearest first."""
        while self.tokens[place].head != place:
            place = self.tokens[place].head
            yield place

    def under(self, place: int, top: int) -> bool:
        """Whether a word is, or hangs on, another."""
        return place == top or top in self.above(place)

    def subject(self, place: int) -> int | None:
        """The subject of a verb, also the one it shares with the verb it is joined to.

        "Holm rose and said", "was quick to say", "began by saying". Of two subjects, which only a wrong
        parse has, the nearer.
        """
        for _ in self.tokens:
            own = self.all_children(place, "nsubj", "nsubjpass")
            if own:
                return min(own, key=lambda one: abs(one - place))
            token = self.tokens[place]
            if token.head == place or token.dep not in SHARING:
                return None
            if token.dep == "advcl" and token.tag not in ("VBG", "VBN") and not self._has_to(place):
                return None
            place = token.head
        return None

    def _has_to(self, place: int) -> bool:
        return any(self.tokens[one].tag == "TO" for one in self.children[place])

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def phrase(self, place: int) -> Span:
        """All that hangs on a word, as one span."""
        return self.span(*self.edges[place])

    def at(self, offset: int) -> int:
        """The word that ends behind an offset into the page's text; the last one where none does."""
        return min(bisect_right([token.span.end for token in self.tokens], offset), len(self) - 1)

    def is_verb(self, place: int) -> bool:
        """Whether a word is tagged as a verb."""
        return self.tokens[place].tag.startswith("VB")
