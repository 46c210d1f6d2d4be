"""Tells a number that is part of a name: "Boeing 737", "FTSE 100", "iPhone 11"."""

from sayso.figures.datewords import table
from sayso.figures.grammar import Grammar
from sayso.figures.parts import Amount, Words
from sayso.figures.wordsets import word_set


def is_name_number(words: Words, at: int, amount: Amount, grammar: Grammar | None) -> bool:
    """Whether the digits at a word belong to the name before them.

    A capital stands right before, no noun that they could count behind; or the parser makes them a
    part of that name.
    """
    if at == 0 or amount.first != at or amount.per is not None:
        return False
    before = words[at - 1]
    if not before.text[0].isupper() or not before.text.isalpha() or before.low in word_set("openers"):
        return False
    if before.low in table("months") or before.low in table("weekdays"):
        return False
    after = words[amount.last] if amount.last < len(words) else None
    if "," in words[at].text or "." in words[at].text:
        return False
    if grammar is not None:
        number = grammar.at(words[at].start)
        if number is not None:
            token = grammar.parse[number]
            if token.dep in ("nummod", "compound", "amod") and token.head > number:
                head = grammar.parse[token.head]
                return head.tag in ("NNP", "NNPS") and head.text[0].isupper()
    return not (after is not None and after.text.islower() and after.low.endswith("s") and len(after.low) > 3)
