"""Finds what a figure counts, measures or is a share of: a noun phrase of the same sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.figures.grammar import SUBJECTS, Grammar
from sayso.figures.levels import compared_thing, frame_words, level_verbs, process_endings
from sayso.figures.neighbours import (
    LEVELS,
    antecedent,
    bracketed_noun,
    changed_noun,
    discounted_noun,
    given_noun,
    is_unnamed,
    measured_tail,
    noun_beside,
    risen_noun,
    sized_noun,
    spent_in,
    stated_subject,
    thing_inside,
)
from sayso.figures.parts import Amount, Form, Words, span_of, word_at
from sayso.figures.prices import priced_thing
from sayso.figures.wordsets import word_set
from sayso.model import Span, Token
from sayso.vocabulary import Role

MODIFIERS = frozenset(
    ("nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "det", "advmod", "poss", "predet")
)
OWNING = frozenset(("of", "at", "with"))
# Between two measures these tell of one thing: "9 miles wide and 17 miles long".
SIZES = frozenset(("wide", "long", "tall", "deep", "high", "thick"))
BARE = (Role.COUNT, Role.SHARE)


class Framed(NamedTuple):
    """An amount with the thing found for it."""

    amount: Amount
    thing: Span | None


def find_things(words: Words, amounts: Sequence[Amount], grammar: Grammar | None) -> list[Framed]:
    """Find the thing of each amount of a sentence, in order.

    Args:
        words: the sentence.
        amounts: its figures without their frames.
        grammar: the parse; without one only the words behind a count are tried.
    """
    done: list[Framed] = []
    for amount in amounts:
        thing = _next_words(words, amount) if grammar is None else _find_thing(words, amount, grammar, done)
        if amount.role is Role.AGE and thing is not None and _is_age_word(words, thing):
            thing = None
        if thing is not None and not _has_letters(words, thing):
            thing = None
        done.append(Framed(amount, thing))
    return _suspended(words, done)


def _has_letters(words: Words, thing: Span) -> bool:
    """Whether a phrase is more than signs."""
    return any(word.text[0].isalnum() for word in words if thing.start <= word.start < thing.end)


def _suspended(words: Words, framed: list[Framed]) -> list[Framed]:
    """Give "two-" in "two- and four-door models" the thing of the figure that its hyphen points to."""
    for number in range(len(framed) - 2, -1, -1):
        amount, thing = framed[number]
        if thing is None and words[amount.last - 1].text == "-":
            framed[number] = Framed(amount, framed[number + 1].thing)
    return framed


def _next_words(words: Words, amount: Amount) -> Span | None:
    """Without a parse: the plain words that follow a count."""
    last = amount.last
    if amount.role is not Role.COUNT:
        return None
    while last < len(words) and last < amount.last + 3 and words[last].text.isalpha():
        if words[last].low in word_set("stops"):
            break
        last += 1
    return span_of(words, amount.last, last) if last > amount.last else None


def _find_thing(words: Words, amount: Amount, grammar: Grammar, done: list[Framed]) -> Span | None:
    restated = _restated(words, amount, done)
    if restated is not None and restated.thing is not None and not _is_point(words, restated.amount):
        return restated.thing
    inside_odds = thing_inside(words, amount)
    if inside_odds is not None or is_unnamed(words, amount):
        return inside_odds
    of = _of_phrase(words, amount, grammar, done)
    if of is not None:
        return of
    listed = _listed(words, amount, done)
    if listed is None and done:
        listed = compared_thing(words, amount, *done[-1])
    if listed is not None:
        return listed
    inside = grammar.at(words[amount.core].start)
    if inside is None:
        return None
    tail = measured_tail(words, amount, grammar) or sized_noun(words, amount, grammar)
    if tail is not None:
        return tail
    span = span_of(words, amount.first, amount.last)
    top = _top_of(amount, grammar, span, inside)
    found = _by_grammar(words, amount, grammar, top, done)
    if found is not None and any(found.overlaps(other) for other in grammar.taken):
        found = None
    found = found or stated_subject(words, amount, grammar) or noun_beside(words, amount, grammar)
    own = grammar.parse[top].dep in SUBJECTS
    if found is not None or own or amount.role not in (Role.PERCENT, Role.MEASURE):
        return found
    return _subject_before(amount, grammar, span, done) or _name_before(words, amount)


def _top_of(amount: Amount, grammar: Grammar, span: Span, inside: int) -> int:
    """The highest token of an amount; of "a record $3 million" the record."""
    top = grammar.top(span, inside)
    head = grammar.parse[top].head
    bare = grammar.parse[head].text.lower() in word_set("bare_heads") and grammar.is_noun(head)
    tied = grammar.parse[top].dep in ("nummod", "nmod", "appos", "compound")
    return head if amount.role is Role.MONEY and bare and tied and head < top else top


def _listed(words: Words, amount: Amount, done: list[Framed]) -> Span | None:
    """What a list goes on about: "3 years, 2 months", "$1 million to $2 million, 99 days; $3 million …".

    Only signs and "and" or "or" may stand between the figure and the one before; the price rows
    "Nordlys +0.2% Fenland -0.3%" have a name of their own.
    """
    if amount.role is Role.PERCENT and (word_at(words, amount.first) == "-" or _signed(words, amount)):
        return _name_before(words, amount)
    if not done or amount.role in (Role.COUNT, Role.AGE):
        return None
    between = [word.low for word in words[done[-1].amount.last : amount.first]]
    if not any(word in SIZES for word in between) and "," not in between and ";" not in between:
        return None
    if any(word not in SIZES and word not in (",", ";", "and", "or", "by") for word in between):
        return None
    same = [framed.thing for framed in reversed(done) if framed.amount.role is amount.role]
    return same[0] if same else None


def _signed(words: Words, amount: Amount) -> bool:
    """Whether a plus sign stands before an amount."""
    return word_at(words, amount.first - 1) == "+"


def _is_point(words: Words, amount: Amount) -> bool:
    """Whether an amount counts points, of which a percentage is no restatement."""
    return word_at(words, amount.last) in ("point", "points")


def _by_grammar(words: Words, amount: Amount, grammar: Grammar, top: int, done: list[Framed]) -> Span | None:
    """By what governs the figure, then by what it is the object of."""
    governed = _governed(amount, grammar, span_of(words, amount.first, amount.last), top, done)
    if governed is not None:
        return governed
    if amount.role is Role.COUNT and amount.unit is None:
        following = _noun_behind(words, amount, grammar)
        if following is not None:
            return following
        elided = _owner(amount, grammar, top) or _elided(amount, grammar, top, done)
        if elided is not None:
            return elided
    found = _owner(amount, grammar, top) or bracketed_noun(words, amount, grammar)
    found = found or given_noun(amount, grammar, top) or spent_in(words, amount, grammar)
    found = found or changed_noun(words, amount, grammar, top)
    if found is None and amount.role in (Role.MONEY, Role.PERCENT):
        found = discounted_noun(words, amount, grammar)
    if found is None and amount.role is Role.MONEY:
        found = priced_thing(words, amount, grammar, top) or _worth_each(grammar, top, done)
    found = found or antecedent(words, amount, grammar) or risen_noun(words, amount, grammar)
    return found or _subject(amount, grammar, top)


def _worth_each(grammar: Grammar, top: int, done: list[Framed]) -> Span | None:
    """What was counted before, where a pronoun is worth the amount: "five deals, each worth $3"."""
    if grammar.parse[grammar.parse[top].head].text.lower() != "worth":
        return None
    subject = grammar.subject_above(top)
    return _last_counted(done) if subject is None or not grammar.is_noun(subject) else None


def _subject_before(amount: Amount, grammar: Grammar, span: Span, done: list[Framed]) -> Span | None:
    """Where the parse fails: the nearest subject before, else what the last such figure told of."""
    for number in range(len(grammar.parse) - 1, -1, -1):
        token = grammar.parse[number]
        if token.span.start < span.start and token.dep in ("nsubj", "nsubjpass"):
            if grammar.is_noun(number) and grammar.is_free(number):
                return grammar.phrase(number)
            if token.text.lower() in word_set("people_pronouns"):
                return None
            break
    same = (framed.thing for framed in reversed(done) if framed.amount.role in (amount.role, Role.SHARE))
    return next((thing for thing in same if thing is not None), None)


def _restated(words: Words, amount: Amount, done: list[Framed]) -> Framed | None:
    """The figure that this one says again: "3,200 miles (5,150 km)", "190 points, or 0.6%"."""
    if not done:
        return None
    before = done[-1]
    between = tuple(word.low for word in words[before.amount.last : amount.first])
    conversion = between in (("(",), ("/",), ("(", "or"))
    other_unit = before.amount.unit != amount.unit or before.amount.role is not amount.role
    return before if conversion or (between in ((",", "or"), ("or",)) and other_unit) else None


def _of_phrase(words: Words, amount: Amount, grammar: Grammar, done: list[Framed]) -> Span | None:
    """Read "17% of the total number", "dozens of fighters", "8 miles (13 km) of new tunnels"."""
    at = amount.last
    if word_at(words, at) == "(":
        closed = next((n for n in range(at, min(at + 6, len(words))) if words[n].text == ")"), at)
        at = closed + 1
    if word_at(words, at) != "of" or amount.role in (Role.DURATION, Role.AGE):
        return None
    prep = grammar.at(words[at].start)
    if prep is None:
        return None
    noun = grammar.object_of(prep)
    if noun is not None and grammar.is_free(noun):
        return grammar.phrase(noun, words[at].end)
    pronoun = word_at(words, at + 1) in ("those", "them", "these", "which", "whom")
    return _last_counted(done) if pronoun else None


def _last_counted(done: list[Framed]) -> Span | None:
    for framed in reversed(done):
        if framed.thing is not None and framed.amount.role in BARE:
            return framed.thing
    return None


def _governed(amount: Amount, grammar: Grammar, span: Span, number: int, done: list[Framed]) -> Span | None:
    """The noun that the number or its unit modifies."""
    for _ in range(5):
        token = grammar.parse[number]
        head = token.head
        if head == number:
            return None
        behind = grammar.parse[head].span.start >= span.end
        if token.dep in MODIFIERS and behind:
            if grammar.is_noun(head):
                if grammar.parse[head].text.lower() in word_set("openers"):
                    return None
                if not grammar.is_free(head):
                    return _thing_of(head, grammar, done)
                if amount.role is Role.MONEY and grammar.parse[head].text.lower() in frame_words("expecting"):
                    return None  # "the $9bn analysts had expected"
                if grammar.parse[head].dep in ("poss", "compound") and grammar.parse[head].head > head:
                    number = head
                    continue
                return grammar.phrase(head, span.end)
            if not grammar.parse[head].tag.startswith(("VB", "MD", "RB")) and token.dep != "advmod":
                number = head
                continue
        if (
            token.dep in ("appos", "nummod")
            and not behind
            and grammar.is_noun(head)
            and grammar.is_free(head)
        ):
            return grammar.phrase(head) if amount.role is not Role.PERCENT else None
        return None
    return None


def _thing_of(number: int, grammar: Grammar, done: list[Framed]) -> Span | None:
    """The thing of the figure that holds a token."""
    start = grammar.parse[number].span.start
    return next((f.thing for f in done if f.thing is not None and f.thing.start <= start < f.thing.end), None)


def _elided(amount: Amount, grammar: Grammar, top: int, done: list[Framed]) -> Span | None:
    """The noun that a bare number leaves out: "120 boats by rail and 45 by road"."""
    token = grammar.parse[top]
    level = token.dep == "pobj" and grammar.parse[token.head].text.lower() in ("to", "at", "from")
    if level or amount.form is Form.MULTIPLE or grammar.is_noun(top):
        return None
    return _thing_done_before(grammar, token, done) or _last_counted(done)


def _thing_done_before(grammar: Grammar, token: Token, done: list[Framed]) -> Span | None:
    """The counted object of the verb before: "hurt 61 men in 4 towns and killed 23"."""
    verb = grammar.parse[token.head]
    if token.dep != "dobj" or verb.dep != "conj":
        return None
    objects = [child for child in grammar.children[verb.head] if grammar.parse[child].dep == "dobj"]
    starts = {grammar.parse[child].span.start for child in objects}
    things = (framed.thing for framed in done if framed.amount.role is Role.COUNT)
    return next(
        (one for one in things if one and any(one.start <= start < one.end for start in starts)), None
    )


def _owner(amount: Amount, grammar: Grammar, top: int) -> Span | None:
    """The noun before "of": "a diameter of 3,200 miles", "a drop of 5%"; no bare "total" or "average"."""
    token = grammar.parse[top]
    if token.dep not in ("pobj", "pcomp") or grammar.parse[token.head].dep != "prep":
        return None
    prep = token.head
    owner = grammar.parse[prep].head
    joint = grammar.parse[prep].text.lower()
    if not grammar.is_noun(owner) or not grammar.is_free(owner):
        return None
    lasting = amount.role is Role.DURATION and joint == "for" and _is_process(grammar, owner)
    moving = amount.role is Role.PERCENT and joint in ("by", "to", "from")
    if joint not in OWNING and not lasting and not moving:
        return None
    if grammar.parse[owner].text.lower() in word_set("bare_heads"):
        return None
    # "A margin of error of 4 points": what the whole phrase names, not its last noun.
    above = grammar.parse[owner].head
    if grammar.parse[owner].dep == "pobj" and grammar.parse[above].text == "of":
        whole = grammar.parse[above].head
        owner = whole if grammar.is_noun(whole) and grammar.is_free(whole) else owner
    return grammar.phrase(owner)


def _is_process(grammar: Grammar, noun: int) -> bool:
    """Whether a noun tells of something that goes on for a time, by its ending: "the grounding", "a ban"."""
    name = grammar.parse[noun].text.lower()
    return name.endswith(process_endings()) and grammar.parse[noun].tag == "NN"


def _subject(amount: Amount, grammar: Grammar, top: int) -> Span | None:
    """The subject of the clause: "shares rose 6.5%", "the aircraft is 72.7 metres long"."""
    token = grammar.parse[top]
    moved = token.dep == "pobj" and grammar.parse[token.head].text.lower() == "by"
    if amount.role is Role.DURATION or (amount.role is Role.SHARE and not moved):
        return None
    if amount.role in (Role.MONEY, Role.COUNT, Role.SHARE):
        verb = grammar.verb_above(top)
        compared = token.dep == "npadvmod" and grammar.parse[token.head].tag == "JJR"
        if not compared and (verb is None or not _owns(amount, grammar, top, verb)):
            return None
    subject = grammar.subject_above(top)
    if (
        subject is None
        or not grammar.is_free(subject)
        or grammar.parse[subject].span.start > token.span.start
    ):
        return None
    return grammar.phrase(subject)


def _owns(amount: Amount, grammar: Grammar, top: int, verb: int) -> bool:
    """Whether the subject of a verb owns the money or bare count behind it; nobody owns what he raises."""
    name, token = grammar.parse[verb].text.lower(), grammar.parse[top]
    if name not in level_verbs() or (token.dep == "dobj" and name in word_set("changing")):
        return False
    if amount.role is not Role.COUNT:
        return True
    if token.dep == "dobj" and name in frame_words("counting"):
        return True
    # "Fell by 6,400 to 211,300": the parser makes one number of the two.
    token = grammar.parse[token.head] if token.dep == "quantmod" else token
    level = token.dep == "pobj" and grammar.parse[token.head].text.lower() in LEVELS
    return level or token.dep in ("attr", "acomp")


def _name_before(words: Words, amount: Amount) -> Span | None:
    """The name right before a percentage in a list of prices: "Nasdaq +0.8%"."""
    first = last = amount.first
    if first and words[first - 1].low in word_set("openers"):
        return None
    if first and words[first - 1].text == "+":
        first = last = first - 1
    while first and first > last - 5 and _in_name(words, first - 1):
        first -= 1
    named = first < last and words[first].low not in word_set("openers")
    return span_of(words, first, last) if named else None


def _noun_behind(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The plural behind a count that the parser tied to something else: "4.3M digital and physical sales"."""
    number = grammar.at(words[amount.last].start) if amount.last < len(words) else None
    if number is None or words[amount.last].text in "-–(":
        return None
    for at in range(number, min(number + 5, len(grammar.parse))):
        token = grammar.parse[at]
        named = token.tag == "VBZ" and at == number and token.dep in ("dobj", "pobj", "attr", "conj")
        if token.tag in ("NNS", "NNPS") or named:
            return Span(grammar.parse[number].span.start, token.span.end) if grammar.is_free(at) else None
        if token.tag not in ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "CC", "HYPH", "VBG", "POS") or (
            token.tag == "CC" and at == number
        ):
            return None
    return None


def _in_name(words: Words, at: int) -> bool:
    """Whether a word can be part of a name: a capital, an ampersand, the digits of an index."""
    word = words[at]
    return (
        word.text[0].isupper()
        or word.text == "&"
        or (word.text.isdigit() and at > 0 and words[at - 1].text[0].isupper())
    )


def _is_age_word(words: Words, thing: Span) -> bool:
    """Whether the phrase is the word "age" itself, which nobody has so many years of."""
    return any(word.start == thing.start and word.low in ("age", "ages") for word in words)
