"""Finds what an amount of money is the price, the worth or the content of."""

from sayso.figures.grammar import Grammar
from sayso.figures.parts import Amount, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Span

NEAR = 6


def priced_thing(words: Words, amount: Amount, grammar: Grammar, top: int) -> Span | None:
    """The noun that owns an amount of money, where one does.

    Args:
        words: the sentence.
        amount: the money.
        grammar: the parse.
        top: the highest token of the amount.

    Returns:
        What is "worth" it, what it is "in" or "for", what was bought or sold for it, the noun that
        stands right before "from", "between" or "at"; None for money that somebody only raises or has.
    """
    return _worth(grammar, top) or _content(words, amount, grammar) or _bought_for(grammar, top)


def _worth(grammar: Grammar, top: int) -> Span | None:
    """Read "land worth $5 million", "homes from $750,000"."""
    head = grammar.parse[top].head
    if head == top:
        return None
    joint, owner = grammar.parse[head].text.lower(), grammar.parse[head].head
    if not grammar.is_noun(owner) or not grammar.is_free(owner) or owner > head:
        return None
    beside = joint in ("from", "between", "under", "over", "at") and owner == head - 1
    return grammar.phrase(owner) if joint == "worth" or beside else None


def _content(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """What money is paid in or for: "$20 billion in farm products", "paid $300 for a ticket"."""
    at = amount.last
    if word_at(words, at) == "(":
        at = next((n for n in range(at, min(at + NEAR, len(words))) if words[n].text == ")"), at) + 1
    joint = word_at(words, at)
    if joint not in ("in", "for") or word_at(words, amount.first - 1) in ("to", "at"):
        return None
    prep = grammar.at(words[at].start)
    noun = grammar.object_of(prep) if prep is not None else None
    if prep is None or noun is None or not grammar.is_free(noun) or noun - prep > NEAR:
        return None
    token = grammar.parse[noun]
    if token.tag not in ("NN", "NNS") or token.text.lower() in word_set("times_and_places"):
        return None
    if joint == "for":
        inside = grammar.at(words[amount.core].start)
        verb = grammar.verb_above(inside) if inside is not None else None
        if verb is None or grammar.parse[verb].text.lower() not in word_set("buying"):
            return None
    return grammar.phrase(noun, words[at].end)


def _bought_for(grammar: Grammar, top: int) -> Span | None:
    """What was got or given for the money: "bought the ferry for $5 million"."""
    token = grammar.parse[top]
    joint = grammar.parse[token.head]
    if token.dep != "pobj" or joint.text.lower() not in ("for", "at"):
        return None
    trade = grammar.parse[joint.head].text.lower()
    if trade in word_set("deals") and grammar.is_noun(joint.head) and grammar.is_free(joint.head):
        return grammar.phrase(joint.head)
    verb = grammar.verb_above(token.head)
    bargain = None if verb is None else _object_of_trade(grammar, verb)
    if bargain is not None:
        return grammar.phrase(bargain)
    if verb is None or grammar.parse[verb].text.lower() not in word_set("trading"):
        return None
    deps = {grammar.parse[child].dep: child for child in grammar.children[verb]}
    sold = grammar.parse[verb].text.lower() in word_set("self_sold")
    child = deps.get("dobj", deps.get("nsubjpass", deps.get("nsubj") if sold else None))
    if child is not None and grammar.is_noun(child) and grammar.is_free(child):
        return grammar.phrase(child)
    return None


def _object_of_trade(grammar: Grammar, verb: int) -> int | None:
    """The purchase that somebody "completed" or "agreed" for the money."""
    for child in grammar.children[verb]:
        token = grammar.parse[child]
        if token.dep == "dobj" and token.text.lower() in word_set("deals") and grammar.is_free(child):
            return child
    return None
