"""What this room's steps ask of a parse: which word governs a number, what phrase a noun heads."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Parse, Span

LEFT_OF_NOUN = frozenset(("compound", "amod", "nmod", "poss", "case", "punct", "advmod", "npadvmod"))
NOT_OF_PHRASE = frozenset(("DT", "CD", "PRP$", "POS", "WP$", "PDT", "$"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OBJECTS = frozenset(("dobj", "attr", "ROOT"))
RELATIVES = frozenset(("WDT", "WP"))
CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD"))
PRONOUNS = {"it": frozenset(("NN", "NNP")), "they": frozenset(("NNS", "NNPS"))}
# So many words at most stand between a joint and the verb of the clause it opens.
TORN = 8
CLAUSES_OF_NOUN = frozenset(("relcl", "acl"))


class Grammar:
    """A parse with what is asked of it often looked up once.

    Args:
        parse: the tokens of one sentence.
        taken: stretches that belong to figures; no phrase reaches into them.
    """

    def __init__(self, parse: Parse, taken: Sequence[Span] = ()) -> None:
        self.parse = parse
        self.taken = taken
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
        """Whether a token is a noun or a name, or a word in -ing that stands as one: "one more meeting"."""
        token = self.parse[number]
        return token.tag in NOUNS or (token.tag == "VBG" and token.dep in ("nsubj", "dobj", "pobj"))

    def is_free(self, number: int) -> bool:
        """Whether no figure holds a token."""
        start = self.parse[number].span.start
        return not any(span.start <= start < span.end for span in self.taken)

    def phrase(self, noun: int, after: int = 0) -> Span:
        """The noun with its modifiers on the left, from offset ``after`` on, and an "of" phrase behind it."""
        first = noun
        while first > 0:
            token = self.parse[first - 1]
            own = token.dep in LEFT_OF_NOUN and first - 1 < token.head <= noun
            if (
                not own
                or token.tag in NOT_OF_PHRASE
                or token.span.start < after
                or not self.is_free(first - 1)
            ):
                break
            first -= 1
        while first < noun and self.parse[first].dep in ("punct", "case", "advmod"):
            first += 1
        last = noun
        for child in self.children[noun]:
            if child == noun + 1 and self.parse[child].dep == "prep" and self.parse[child].text == "of":
                end = self.object_of(child)
                if end is not None and end - child <= 5 and all(map(self.is_free, range(child, end + 1))):
                    last = end
        return Span(self.parse[first].span.start, self.parse[self._name_behind(noun, last)].span.end)

    def _name_behind(self, noun: int, last: int) -> int:
        """The end of a name that stands right behind its noun: "their daughter Orla"."""
        if last != noun or self.parse[noun].tag != "NN":
            return last
        named = [n for n in range(noun + 1, min(noun + 4, len(self.parse))) if self.parse[n].dep == "appos"]
        if not named or self.parse[named[0]].head != noun or not self.is_free(named[0]):
            return last
        between = (self.parse[n].tag for n in range(noun + 1, named[0] + 1))
        return named[0] if all(tag == "NNP" for tag in between) else last

    def object_of(self, prep: int) -> int | None:
        """The noun behind a preposition."""
        for child in self.children[prep]:
            if self.parse[child].dep in ("pobj", "pcomp") and self.is_noun(child):
                return child
        return None

    def top(self, span: Span, inside: int) -> int:
        """The highest token of a stretch, from one inside it up."""
        number = inside
        while True:
            head = self.parse[number].head
            if head == number or not span.start <= self.parse[head].span.start < span.end:
                return number
            number = head

    def subject_above(self, number: int) -> int | None:
        """The subject of the clause that a token stands in.

        Goes up to the first word with a subject; a relative pronoun, and a clause that hangs on a noun,
        stand for that noun, "it" and "they" for the subject before. None where the subject is another
        pronoun or lies beyond a clause of its own.
        """
        for _ in range(7):
            for child in self.children[number]:
                if self.parse[child].dep in SUBJECTS and child != number:
                    if self.parse[child].tag in RELATIVES:
                        return self._antecedent(number)
                    # The tagger takes a name that opens a sentence for an interjection now and then.
                    named = self.is_noun(child) or self.parse[child].tag in ("UH", "JJ", "FW")
                    return child if named else self._meant(child)
            token = self.parse[number]
            if token.dep == "conj" and token.tag in FINITE:
                own = self._torn_subject(number)
                if own is not None:
                    return own
            if token.dep in CLAUSES_OF_NOUN and self.is_noun(token.head):
                return token.head
            if token.head == number or token.dep in ("ccomp", "parataxis", "csubj"):
                return None
            number = token.head
            if self.is_noun(number) and self.parse[number].dep not in (
                "attr",
                "dobj",
                "pobj",
                "conj",
                "ROOT",
                "appos",
            ):
                return None
        return None

    def verb_above(self, number: int) -> int | None:
        """The first verb from a token up."""
        for _ in range(6):
            if self.parse[number].tag.startswith(("VB", "MD")):
                return number
            if self.parse[number].head == number:
                return None
            number = self.parse[number].head
        return None

    def clause_of(self, number: int) -> int:
        """The verb that heads the clause of a token, or the root."""
        for _ in range(30):
            token = self.parse[number]
            if token.head == number or (token.tag.startswith("VB") and token.dep in CLAUSES):
                return number
            number = token.head
        return number

    def is_below(self, number: int, above: int) -> bool:
        """Whether a token hangs on another, however far down."""
        for _ in range(30):
            head = self.parse[number].head
            if head == above:
                return True
            if head == number:
                return False
            number = head
        return False

    def _antecedent(self, verb: int) -> int | None:
        for _ in range(4):
            token = self.parse[verb]
            if token.dep in CLAUSES_OF_NOUN:
                return token.head if self.is_noun(token.head) else None
            if token.head == verb:
                return None
            verb = token.head
        return None

    def _meant(self, pronoun: int) -> int | None:
        """What "it" or "they" stands for: the nearest subject before it of the same number, else object.

        The name of who says so is none: "Halden said it cost $5".
        """
        wanted = PRONOUNS.get(self.parse[pronoun].text.lower())
        if wanted is None:
            return None
        verb = self.parse[pronoun].head
        above = self.parse[verb].head if self.parse[verb].dep == "ccomp" else None
        fitting = [n for n in range(pronoun - 1, -1, -1) if self.parse[n].tag in wanted and self.is_free(n)]
        for deps in (SUBJECTS, OBJECTS):
            for number in fitting:
                token = self.parse[number]
                if token.dep in deps:
                    return None if token.head == above and token.tag in ("NNP", "NNPS") else number
        return None

    def _torn_subject(self, verb: int) -> int | None:
        """The subject that the parser tied to the clause before: "and the load on it was 5 tonnes"."""
        nouns: list[int] = []
        for number in range(verb - 1, max(-1, verb - TORN), -1):
            token = self.parse[number]
            if token.dep == "cc":
                return nouns[-1] if nouns and self.parse[nouns[-1]].dep == "conj" else None
            if token.tag in VERBS or token.dep == "punct":
                return None
            if self.is_noun(number) and self.is_free(number):
                nouns.append(number)
        return None
