"""Finds what a figure counts or measures: a noun phrase of the same sentence."""

from sayso.figures.grammar import Grammar
from sayso.figures.parts import Amount, Words
from sayso.figures.wordsets import word_set
from sayso.model import Span
from sayso.vocabulary import Role

PRONOUNS = frozenset(("PRP", "WDT", "WP", "DT", "EX", "WRB", "PRP$"))


def find_thing(words: Words, amount: Amount, grammar: Grammar | None) -> Span | None:
    """The noun phrase that a figure counts, measures or is a share of.

    Args:
        words: the sentence.
        amount: the figure without its frame.
        grammar: the parse; without one only the words behind the figure are tried.

    Returns:
        The span, or None where the sentence names nothing.
    """
    if grammar is None:
        return _next_words(words, amount)
    of = _of_phrase(words, amount, grammar)
    if of:
        return of
    return _governed(words, amount, grammar) or _by_role(words, amount, grammar)


def _next_words(words: Words, amount: Amount) -> Span | None:
    """Without a parse: the plain words that follow, if the figure counts."""
    if amount.role is not Role.COUNT:
        return None
    last = amount.last
    while (
        last < len(words)
        and words[last].text.isalpha()
        and words[last].low not in word_set("stops")
        and last < amount.last + 3
    ):
        last += 1
    return Span(words[amount.last].start, words[last - 1].end) if last > amount.last else None


def _of_phrase(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """Read "17% of the total number", "dozens of fighters", "three of those deals"."""
    if amount.last >= len(words) or words[amount.last].low != "of":
        return None
    if amount.role in (Role.MONEY, Role.DURATION, Role.MEASURE, Role.AGE) and amount.role is not Role.MEASURE:
        return None
    prep = grammar.at(words[amount.last].start)
    if prep is None:
        return None
    for child in grammar.children[prep]:
        if grammar.parse[child].dep in ("pobj", "pcomp") and grammar.is_noun(child):
            return grammar.phrase(child, words[amount.last].end)
    return None


def _governed(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The noun that the number or its unit modifies."""
    start, end = words[amount.first].start, words[amount.last - 1].end
    number = grammar.at(words[amount.core].start)
    if number is None:
        return None
    seen = 0
    while seen < 6:
        token = grammar.parse[number]
        if token.head == number:
            return None
        head = grammar.parse[token.head]
        inside = start <= head.span.start < end
        if inside:
            number, seen = token.head, seen + 1
            continue
        if token.dep in (
            "nummod",
            "amod",
            "compound",
            "nmod",
            "quantmod",
            "npadvmod",
            "det",
            "advmod",
            "poss",
        ):
            if grammar.is_noun(token.head) and head.span.start >= end:
                return grammar.phrase(token.head, end)
            if (
                token.dep in ("quantmod", "npadvmod", "compound", "nmod", "advmod", "nummod")
                and head.span.start >= end
            ):
                number, seen = token.head, seen + 1
                continue
        if (
            token.dep in ("appos", "nummod", "npadvmod")
            and head.span.end <= start
            and grammar.is_noun(token.head)
        ):
            return (
                grammar.phrase(token.head, 0) if amount.role in (Role.AGE, Role.MONEY, Role.MEASURE) else None
            )
        return None
    return None


def _by_role(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """By what the figure does: the noun before "of", the subject of the verb."""
    start, end = words[amount.first].start, words[amount.last - 1].end
    number = grammar.at(words[amount.core].start)
    if number is None:
        return None
    while (
        grammar.parse[number].head != number
        and start <= grammar.parse[grammar.parse[number].head].span.start < end
    ):
        number = grammar.parse[number].head
    token = grammar.parse[number]
    head = token.head
    if token.dep == "pobj" and grammar.parse[head].dep == "prep":
        prep, owner = grammar.parse[head], grammar.parse[head].head
        owned = (
            prep.text.lower() in ("of", "at", "for", "with")
            if amount.role is not Role.PERCENT
            else prep.text.lower() in ("of", "by", "to", "at")
        )
        if grammar.is_noun(owner) and owned:
            return grammar.phrase(owner, 0)
        if amount.role in (Role.COUNT, Role.DURATION) or head == owner:
            return None
        number, head = owner, owner
        return _subject(number, amount, grammar)
    if amount.role in (Role.PERCENT, Role.MEASURE, Role.MONEY, Role.SHARE, Role.AGE, Role.RATIO):
        return _subject(head, amount, grammar)
    return None


def _subject(verb: int, amount: Amount, grammar: Grammar) -> Span | None:
    if grammar.is_noun(verb):
        return None
    if amount.role is Role.MONEY and grammar.parse[verb].text.lower() not in word_set("pricing"):
        return None
    subject = grammar.subject_of(verb)
    if subject is None or grammar.parse[subject].tag in PRONOUNS or not grammar.is_noun(subject):
        return None
    return grammar.phrase(subject, 0)
