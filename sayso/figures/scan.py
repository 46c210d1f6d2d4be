"""Goes through a sentence and sorts its numerals into figures and labels."""

from sayso.figures.ages import is_age, is_age_too
from sayso.figures.amounts import read_amount
from sayso.figures.bases import is_base, with_base
from sayso.figures.bounds import merge_bounds
from sayso.figures.grammar import Grammar
from sayso.figures.labels import cues, label_at
from sayso.figures.lexicon import lexicon
from sayso.figures.names import is_name_number
from sayso.figures.ones import is_counting_one
from sayso.figures.parts import Amount, Form, Kept, Words, word_at
from sayso.figures.ways import share_units
from sayso.figures.wordsets import word_set
from sayso.vocabulary import Hedge, LabelClass, Role


def has_amount(words: Words, blocked: frozenset[int]) -> bool:
    """Whether some numeral of a sentence may be a figure: what only a parse can settle counts as yes."""
    return any(
        at not in blocked
        and _may_begin(words, at)
        and (words[at].low in lexicon().ordinals or label_at(words, at) is None)
        and read_amount(words, at, 0, blocked) is not None
        for at in range(len(words))
    )


def scan_words(
    words: Words,
    blocked: frozenset[int],
    grammar: Grammar | None,
    *,
    points: str | None = None,
    rows: bool = False,
) -> tuple[list[Amount], list[Kept]]:
    """Find the amounts of a sentence and the numerals that are labels.

    Args:
        words: the sentence.
        blocked: words that belong to dates.
        grammar: its parse, where there is one.
        points: the unit of points, "pp" or "point", where they are no points of a game.
        rows: the sentence is a row of a table, whose number is no part of the name before it.
    """
    amounts: list[Amount] = []
    kept: list[Kept] = []
    at = floor = 0
    blocked = blocked | _links(words)
    while at < len(words):
        if at in blocked or not _may_begin(words, at):
            at += 1
            continue
        word = words[at]
        label = label_at(words, at)
        amount = None
        if label is None or word.low in lexicon().ordinals:
            amount = read_amount(words, at, floor, blocked, points=points)
        if amount is not None and not (rows and word.digits) and _is_no_figure(words, at, amount, grammar):
            if word.digits or word.low == "one":
                kind = LabelClass.PRONOUN if word.low == "one" else LabelClass.NAME
                kept.append(Kept(at, amount.last, kind))
            at = floor = max(amount.last, at + 1)
            continue
        if amount is not None:
            if is_base(words, amount):
                amounts = with_base(words, amounts, amount)
                kept.append(Kept(at, amount.last, LabelClass.IDIOM))
            else:
                aged = is_age(words, amount) or is_age_too(words, amounts, amount)
                amounts.append(amount._replace(role=Role.AGE, unit="year") if aged else amount)
            at = floor = max(amount.last, at + 1)
            continue
        if label is not None:
            kept.append(label)
            floor = label.last
        at = max(label.last if label else at + 1, at + 1)
    return share_units(words, merge_bounds(words, amounts)), kept


def _may_begin(words: Words, at: int) -> bool:
    word, lex = words[at], lexicon()
    if word.digits or word.low in lex.starters or word.low in lex.ordinals:
        return True
    return word.low.endswith("fold") or word.low in cues().idioms


def _links(words: Words) -> frozenset[int]:
    """The words of web addresses, whose digits measure nothing."""
    out: set[int] = set()
    at = 0
    while at < len(words):
        low = words[at].low
        last = at + 1
        if low in ("www", "@") or (low in ("http", "https") and word_at(words, at + 1) == ":"):
            while last < len(words) and words[last].tight:
                last += 1
            out.update(range(at, last))
        at = last
    return frozenset(out)


def _is_no_figure(words: Words, at: int, amount: Amount, grammar: Grammar | None) -> bool:
    """What reads as a number and counts nothing: a pronoun "one", a number in a name, a vague noun."""
    spelt = words[at].text.isalpha() and words[at].text[0].isupper() and at > 0
    if (
        spelt
        and amount.last - at == 1
        and words[at - 1].text[0].isupper()
        and words[at - 1].text.isalpha()
        and len(words[at - 1].text) > 1
    ):
        return True
    if spelt and _is_in_name(words, at):
        return True
    if words[at].low == "one" and amount.last - at == 1 and amount.first == at:
        return not is_counting_one(words, at, grammar)
    if (
        words[at].digits
        and amount.unit is None
        and amount.role in (Role.COUNT, Role.RATIO)
        and amount.hedge is Hedge.EXACT
    ):
        return is_name_number(words, at, amount, grammar)
    if amount.form is Form.FRACTION and amount.role is Role.SHARE:
        return _is_no_fraction(words, amount)
    if words[at].low in word_set("bare_multiples") and amount.last - at == 1:
        return _is_no_multiple(words, at)
    return False


# Titles capitalise all but the short words; so many words around tell one.
SHORT, AROUND = 4, 8


def _is_in_name(words: Words, at: int) -> bool:
    """Whether a capital on a number word in mid-sentence makes it a name: "near Three Mile Island".

    In a title every longer word has one.
    """
    if at + 1 >= len(words) or not words[at - 1].text.islower() or not words[at - 1].text.isalpha():
        return False
    named = words[at + 1].text[0].isupper() and words[at + 1].text.isalpha()
    group = at > 1 and words[at - 1].low == "of" and words[at - 2].text[0].isupper() and at > 2
    if not (named or group):
        return False
    near = words[max(0, at - AROUND) : at + AROUND]
    return any(word.text.islower() and word.text.isalpha() and len(word.text) > SHORT for word in near)


def _is_no_multiple(words: Words, at: int) -> bool:
    """Whether "double" is part of a phrase ("double digits", "a triple-double") and doubles nothing."""
    before, after = word_at(words, at - 1), word_at(words, at + 1)
    verb = before in word_set("modals") or before in (
        "than",
        "nearly",
        "almost",
        "about",
        "more",
        "or",
        "and",
    )
    return after not in word_set("doubled") and not verb


def _is_no_fraction(words: Words, amount: Amount) -> bool:
    """Read "A third man", "a quarter earlier", "the first half", "half past" are no shares."""
    after = words[amount.last] if amount.last < len(words) else None
    before = words[amount.first - 1].low if amount.first else ""
    word = words[amount.last - 1].low
    if word in ("half", "quarter") and (
        before in ("first", "second", "third", "fourth", "last", "final", "in")
        or (after and after.text in "-")
    ):
        return True
    if after is not None and after.text == "-" and after.tight and word not in ("half", "quarter"):
        return True
    if amount.last - amount.first > 1 and words[amount.first].low in ("a", "an"):
        return after is not None and after.text.isalpha() and after.low not in word_set("fraction_tails")
    return False
