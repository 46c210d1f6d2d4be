"""Tells "one" that counts from "one" that stands for a noun or a person."""

from sayso.figures.grammar import Grammar
from sayso.figures.parts import Words
from sayso.figures.wordsets import word_set

NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RBR", "RBS", "RB"))


def is_counting_one(words: Words, at: int, grammar: Grammar | None) -> bool:
    """Whether the "one" at a word counts: "had one meeting", not "no one" or "this one"."""
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if before in word_set("one_before") - {"the", "some"} or after in word_set("one_after"):
        return False
    if after == "of":
        return True
    if grammar is None:
        return after.isalpha() and before not in word_set("one_before")
    number = grammar.at(words[at].start)
    if number is None or number + 1 >= len(grammar.parse):
        return False
    token, behind = grammar.parse[number], grammar.parse[number + 1]
    if token.dep in ("nummod", "quantmod", "compound") and token.head > number:
        joined = number + 2 < len(grammar.parse) and grammar.parse[number + 2].tag == "HYPH"
        return joined or behind.tag in NOMINAL or behind.tag in ("HYPH", "POS", ",", "``", "''")
    return behind.tag in ("NN", "NNP", "JJ") and before not in word_set("one_before")
