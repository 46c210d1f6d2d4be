"""What the rooms' steps ask of a parse: which word governs a number, what phrase a noun heads."""

from bisect import bisect_right

from sayso.model import Parse, Span

LEFT_OF_NOUN = frozenset(("compound", "amod", "nmod", "poss", "case", "punct", "advmod", "npadvmod"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


class Grammar:
    """A parse with what is asked of it often looked up once."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.starts = [token.span.start for token in parse]
        self.children: list[list[int]] = [[] for _ in parse]
        for number, token in enumerate(parse):
            if token.head != number:
                self.children[token.head].append(number)

    def at(self, offset: int) -> int | None:
        """The token that holds an offset of the page's text."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0 or offset >= self.parse[number].span.end:
            return None
        return number

    def is_noun(self, number: int) -> bool:
        """Whether a token is a noun or a name."""
        return self.parse[number].tag in NOUNS

    def phrase(self, noun: int, after: int) -> Span:
        """The noun with its modifiers on the left, from offset ``after`` on, and an "of" phrase behind it."""
        first = noun
        while first > 0:
            token = self.parse[first - 1]
            own = token.dep in LEFT_OF_NOUN and (token.head == noun or first <= token.head <= noun)
            if not own or token.tag in ("DT", "CD", "PRP$", "POS", "WP$", "PDT") or token.span.start < after:
                break
            first -= 1
        while first < noun and self.parse[first].dep in ("punct", "case", "advmod"):
            first += 1
        last = noun
        for child in self.children[noun]:
            if child == noun + 1 and self.parse[child].dep == "prep" and self.parse[child].text == "of":
                end = self._of_end(child)
                last = end if end is not None else last
        return Span(self.parse[first].span.start, self.parse[last].span.end)

    def _of_end(self, prep: int) -> int | None:
        for child in self.children[prep]:
            if self.parse[child].dep == "pobj" and self.is_noun(child) and child - prep <= 5:
                return child
        return None

    def subject_of(self, verb: int) -> int | None:
        """The subject of a verb, also of the verb that governs it where it has none of its own."""
        for _ in range(4):
            for child in self.children[verb]:
                if self.parse[child].dep in SUBJECTS:
                    return child
            if self.parse[verb].dep not in ("conj", "xcomp", "advcl", "acl", "ccomp", "aux", "prep"):
                return None
            verb = self.parse[verb].head
        return None
