"""Finds the thing of an amount among the words beside it, where the parse ties the amount to nothing."""

from sayso.figures.grammar import Grammar
from sayso.figures.levels import frame_words, level_verbs
from sayso.figures.parts import Amount, Form, Words, span_of, word_at
from sayso.figures.wordsets import word_set
from sayso.model import Span
from sayso.vocabulary import Role

# So many words at most stand between a verb and its amount: "was already worth about $5".
BETWEEN = 4
# A number behind these is a level that something is at.
LEVELS = frozenset(("to", "at", "by", "from", "of"))
SMALL = frozenset(
    (
        "to",
        "at",
        "by",
        "from",
        "for",
        "now",
        "already",
        "still",
        "only",
        "just",
        "back",
        "up",
        "down",
        "worth",
        "a",
        "an",
        "average",
        "median",
        "total",
        "of",
    )
)


def bracketed_noun(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The noun right before a bracket that holds the amount alone: "four planks (about 2 kg)"."""
    at = amount.first - 1
    if word_at(words, at) != "(" or word_at(words, amount.last) != ")" or at < 1:
        return None
    noun = grammar.at(words[at - 1].start)
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def changed_noun(words: Words, amount: Amount, grammar: Grammar, top: int) -> Span | None:
    """What somebody changes by the amount: "raised its stake to 5%", "cut the fee by $3"."""
    joint = word_at(words, amount.first - 1)
    changing = word_set("placing") if joint == "at" else word_set("changing")
    if joint not in ("to", "by", "from", "at") and word_at(words, amount.last) not in word_set("ways"):
        return None
    verb = grammar.verb_above(top)
    for _ in range(2):
        if verb is None:
            return None
        if grammar.parse[verb].text.lower() in changing:
            return _object_before(verb, words[amount.first].start, grammar)
        # "Cut its forecast for the year ended in May to $3": the way hangs on the nearer verb.
        above = grammar.parse[verb].head
        verb = None if above == verb else grammar.verb_above(above)
    return None


def _object_before(verb: int, offset: int, grammar: Grammar) -> Span | None:
    """The object of a verb, where it stands before an offset."""
    for child in grammar.children[verb]:
        token = grammar.parse[child]
        if token.dep == "dobj" and token.span.start < offset and _is_thing(child, grammar):
            return grammar.phrase(child)
    return None


def stated_subject(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The subject of the verb right before the amount: "the fee is now $50"."""
    at = _verb_before(words, amount)
    number = grammar.at(words[at].start) if at is not None else None
    if number is None:
        return None
    subject = grammar.subject_above(number)
    if subject is None or not _is_thing(subject, grammar) or subject > number:
        return None
    return grammar.phrase(subject)


def antecedent(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """What "that" or "which" right before the verb stands for: "a lake that is 9 miles wide"."""
    at = _verb_before(words, amount)
    if at is None or at < 2 or word_at(words, at - 1) not in ("that", "which"):
        return None
    noun = grammar.at(words[at - 2].start)
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def _verb_before(words: Words, amount: Amount) -> int | None:
    """The index of the verb right before an amount, one that tells its subject's price, size or length."""
    if amount.role in (Role.COUNT, Role.AGE, Role.SHARE):
        return None
    at = amount.first - 1
    while at > amount.first - 1 - BETWEEN and word_at(words, at) in SMALL:
        at -= 1
    wanted = word_set("lasting") if amount.role is Role.DURATION else level_verbs()
    # Nobody owns what he raises; what he raises it to is another matter.
    raised = words[at].low in word_set("changing") and word_at(words, amount.first - 1) not in LEVELS
    return at if at > 0 and words[at].low in wanted and not raised else None


def discounted_noun(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """What the amount comes off: "$5 off a ticket", "50% off the rent"."""
    if word_at(words, amount.last) != "off":
        return None
    prep = grammar.at(words[amount.last].start)
    noun = grammar.object_of(prep) if prep is not None else None
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def risen_noun(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The noun that is up or down by a percentage without a verb: "with revenue up 5%"."""
    if amount.role is not Role.PERCENT or word_at(words, amount.first - 1) not in ("up", "down"):
        return None
    noun = grammar.at(words[amount.first - 2].start) if amount.first > 1 else None
    if noun is None or not _is_thing(noun, grammar):
        return None
    token = grammar.parse[noun]
    inner = token.dep == "pobj" and grammar.parse[token.head].text.lower() != "with"
    inner = inner or token.text.endswith("ing")
    return None if inner else grammar.phrase(noun)


def noun_beside(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The noun right before a measure or a range of money: "homes from $3 to $5 million"."""
    if not amount.first or (amount.role is not Role.MEASURE and not _is_priced(words, amount)):
        return None
    noun = grammar.at(words[amount.first - 1].start)
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def _is_priced(words: Words, amount: Amount) -> bool:
    """Whether a range of money opens with "from" or "between"."""
    return amount.role is Role.MONEY and word_at(words, amount.first) in ("from", "between")


def _is_thing(number: int, grammar: Grammar) -> bool:
    return grammar.is_noun(number) and grammar.is_free(number)


def given_noun(amount: Amount, grammar: Grammar, top: int) -> Span | None:
    """What a measure is given to: "giving the van 200 horsepower"."""
    token = grammar.parse[top]
    if amount.role is not Role.MEASURE or token.dep != "dobj":
        return None
    for child in grammar.children[token.head]:
        if grammar.parse[child].dep == "dative" and child < top and _is_thing(child, grammar):
            return grammar.phrase(child)
    return None


def is_unnamed(words: Words, amount: Amount) -> bool:
    """Whether nobody names what a bare number counts: "a father of three", "a bus with 38 aboard"."""
    if amount.role is Role.MEASURE and word_at(words, amount.first) == "within":
        return True  # "within ten miles of the mill" tells how far off something is
    if amount.role is not Role.COUNT or amount.unit:
        return False
    kin = word_at(words, amount.first - 1) == "of" and word_at(words, amount.first - 2) in word_set("kin")
    bare = word_at(words, amount.last) in word_set("stops") or not word_at(words, amount.last)[:1].isalnum()
    aboard = word_at(words, amount.first - 1) == "with" and word_at(words, amount.last) in word_set("aboard")
    return (kin and bare) or aboard


def thing_inside(words: Words, amount: Amount) -> Span | None:
    """What odds are told of between their numbers: "one patient in eight"."""
    if amount.form is not Form.ODDS:
        return None
    joint = next((n for n in range(amount.first, amount.last) if words[n].low == "in"), amount.first)
    first = next((n for n in range(amount.first, joint) if words[n].low in ("one", "1")), joint - 1) + 1
    return span_of(words, first, joint) if amount.first < first < joint else None


def sized_noun(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """The noun right before a size that hangs on it: "left a crater 15 metres wide"."""
    sized = amount.role is Role.MEASURE and word_at(words, amount.last) in word_set("sizes") - {"x", "by"}
    if not sized or not amount.first:
        return None
    noun = grammar.at(words[amount.first - 1].start)
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def spent_in(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """What a time is spent in: "two years in prison"."""
    joined = word_at(words, amount.last) in ("in", "of") and word_at(words, amount.last + 1) in frame_words(
        "spells"
    )
    if amount.role is not Role.DURATION or not joined:
        return None
    noun = grammar.at(words[amount.last + 1].start)
    return grammar.phrase(noun) if noun is not None and _is_thing(noun, grammar) else None


def measured_tail(words: Words, amount: Amount, grammar: Grammar) -> Span | None:
    """What a bracket names behind its measure: "a tube (3 mm inner diameter)"."""
    if amount.role is not Role.MEASURE or word_at(words, amount.first - 1) != "(":
        return None
    last = next(
        (n for n in range(amount.last, min(amount.last + 5, len(words))) if words[n].text == ")"), None
    )
    noun = grammar.at(words[last - 1].start) if last is not None and last > amount.last else None
    if noun is None or not _is_thing(noun, grammar) or word_at(words, amount.last) in word_set("stops"):
        return None
    return span_of(words, amount.last, last or amount.last)
