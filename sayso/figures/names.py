"""Tells a number that is part of a name: "Boeing 737", "FTSE 100", "iPhone 11", "the 787 programme"."""

from sayso.figures.datewords import table
from sayso.figures.grammar import Grammar
from sayso.figures.labels import cues
from sayso.figures.parts import Amount, Words
from sayso.figures.tallies import is_tally
from sayso.figures.wordsets import word_set

SINGULAR = ("NN", "NNP")


def is_name_number(words: Words, at: int, amount: Amount, grammar: Grammar | None) -> bool:
    """Whether bare digits belong to the name before or behind them.

    They do behind the name of an index, and before a single noun, which no number but one can count; and
    behind a capital where the parser finds nothing that they count.
    """
    if amount.first != at or amount.per is not None:
        return False
    before = words[at - 1] if at else None
    capital = before is not None and before.text != before.low and before.text.isalpha()
    if before is not None and capital and before.low in cues().series:
        return True
    if "," in words[at].text or "." in words[at].text or amount.last - at > 1:
        return False
    head = _counted(words, at, grammar)
    if head is not None and grammar is not None and not (capital and is_tally(words, at)):
        return _is_no_plural(words, at, amount, grammar, head)
    if before is None or not capital or before.low in word_set("openers") or is_tally(words, at):
        return False
    after = words[amount.last] if amount.last < len(words) else None
    if at > 1 and words[at - 2].low in word_set("named_days") and before.low in table("weekdays"):
        return True
    if before.low in table("months") or before.low in table("weekdays"):
        return after is None or not after.text.islower()
    return not (after is not None and after.text.islower() and after.low.endswith("s") and len(after.low) > 3)


def _counted(words: Words, at: int, grammar: Grammar | None) -> int | None:
    """The noun behind the digits that the parser makes them count."""
    number = grammar.at(words[at].start) if grammar else None
    if grammar is None or number is None:
        return None
    token = grammar.parse[number]
    if (
        token.dep in ("nummod", "compound", "amod", "nmod")
        and token.head > number
        and grammar.is_noun(token.head)
    ):
        return token.head
    return None


def _is_no_plural(words: Words, at: int, amount: Amount, grammar: Grammar, head: int) -> bool:
    """Whether the noun cannot be counted by this number, or has been counted already."""
    token = grammar.parse[head]
    number = grammar.at(words[at].start)
    if any(grammar.parse[n].tag == "CD" and n < (number or 0) for n in grammar.children[head]):
        return True
    if token.tag not in SINGULAR or amount.value == 1 or token.text.lower() in cues().collectives:
        return False
    behind = words[amount.last]
    adjacent = grammar.at(behind.start) == head
    if token.text.lower().endswith("s") or behind.text in "-‑":
        return False
    if token.dep in ("compound", "nmod", "amod") and token.head > head:
        return False
    if token.tag == "NNP" and token.text[0].isupper():
        if at == 0 or not words[at - 1].text.isalpha():
            return False
        between = range(number + 1 if number is not None else head, head)
        return all(grammar.parse[n].tag == "NNP" for n in between)
    led = at > 0 and (words[at - 1].low in ("the", "its", "a", "this") or words[at - 1].text[0].isupper())
    return adjacent and led
