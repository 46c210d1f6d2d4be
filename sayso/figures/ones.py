"""Tells "one" that counts from "one" that stands for a noun or a person."""

from sayso.figures.grammar import Grammar
from sayso.figures.parts import Words

BEFORE = frozenset(
    ["no", "any", "every", "each", "this", "that", "which", "the", "another", "some", "these", "those", "not", "a", "new", "only", "next", "last", "as"]
)
AFTER = frozenset(["another", "'s", "who", "which", "that", "’s", "must", "can", "may", "should", "would", "could", "will", "has", "is", "was", "to"])


def is_counting_one(words: Words, at: int, grammar: Grammar | None) -> bool:
    """Whether the "one" at a word counts: "had one meeting", not "no one", "this one", "one finding it hard"."""
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if (
        before in ("no", "any", "every", "this", "that", "which", "another", "these", "those")
        or after in AFTER
    ):
        return False
    if after == "of":
        return True
    if grammar is None:
        return after.isalpha() and before not in BEFORE
    number = grammar.at(words[at].start)
    if number is None:
        return False
    token = grammar.parse[number]
    if token.dep in ("nummod", "quantmod", "compound") and token.head > number:
        return True
    return False
