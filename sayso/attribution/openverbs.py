"""Verbs of no list: with a clause of their own and somebody for a subject, in set phrases, behind "it"."""

from collections.abc import Sequence
from functools import cache

from sayso.attribution.accounts import owner_of
from sayso.attribution.callings import words
from sayso.attribution.complements import counts
from sayso.attribution.composing import make
from sayso.attribution.cueverb import Range, is_passive
from sayso.attribution.drafts import Draft
from sayso.attribution.extent import before_other_speaker, reach, rest
from sayso.attribution.lexicon import cues, every_form, inflections, listed, nouns, unlisted
from sayso.attribution.mending import tense
from sayso.attribution.stances import is_empty
from sayso.attribution.surveys import by_survey_verb, is_measured
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty

# What may stand between the words of a set phrase: "made it very clear that".
BETWEEN = frozenset({"RB", "JJ", "DT", "PRP$"})
LONGEST_GAP = 6
NOMINATIVE = frozenset({"he", "she", "they", "we", "i", "it"})


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Set phrases by each form of their verb, as the words behind it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in cues()["set_phrases"]["phrases"]:
        verb, *rest = phrase.split()
        for form in inflections(verb):
            found.setdefault(form, []).append(tuple(rest))
    return {form: tuple(rests) for form, rests in found.items()}


@cache
def _things() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Set phrases that hand over a thing with a number, by each form of their verb, with their sort."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sort in ("told", "foretold", "counted", "held"):
        for phrase in cues()["set_things"][sort]:
            verb, *rest = phrase.split()
            for form in inflections(verb):
                found.setdefault(form, []).append((tuple(rest), sort))
    return {form: tuple(rests) for form, rests in found.items()}


@cache
def _emerging_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What "it" does where a clause comes out, by each form of its verb."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in cues()["emerging"]["phrases"]:
        verb, *rest = phrase.split()
        for form in inflections(verb):
            found.setdefault(form, []).append(tuple(rest))
    return {form: tuple(rests) for form, rests in found.items()}


@cache
def _emerging() -> frozenset[str]:
    return every_form(cues()["emerging"]["verbs"])


@cache
def _rumours() -> frozenset[str]:
    return frozenset(cues()["emerging"]["subjects"].split())


@cache
def _accounting() -> frozenset[str]:
    return every_form(cues()["results"]["verbs"])


@cache
def _openings() -> frozenset[str]:
    """Every verb form that may open a set phrase or tell of results."""
    return _accounting().union(_phrases(), _things(), _emerging_phrases())


@cache
def _speakers() -> frozenset[str]:
    kinds = ("person", "body", "outlet", "document", "anonymous")
    return frozenset().union(*(words(kind, "heads") for kind in kinds))


def unlisted_verb(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take a verb of no list that has a finite clause of its own and somebody for a subject.

    Args:
        tree: the sentence.
        text: the page's text.
        verb: the verb.

    Returns:
        A draft where "that" marks the clause, or where its subject is one that speaks; on nobody's say-so
        behind an empty "it".
    """
    given = by_survey_verb(tree, text, verb)
    inner = tree.child(verb, "ccomp")
    if given is not None or inner is None or inner < verb:
        return given
    marked = any(tree[one].dep == "mark" and tree.lower[one] == "that" for one in tree.children[inner])
    said = [(tree.first(inner), before_other_speaker(tree, inner, reach(tree, verb, tree.last(inner))))]
    subject = tree.child(verb, *SUBJECTS)
    if subject is None:
        return None
    if _is_unnamed(tree, verb, subject):
        certainty = nouns().get(tree.lower[subject], Certainty.STATED)
        return make(tree, text, verb, said, None, certainty) if marked else None
    if tree.lower[verb] in unlisted():
        return None
    if tree[subject].dep != "nsubj" or not (marked or _is_bare(tree, verb, inner, subject)):
        return None
    return (
        None if is_empty(tree, subject, verb, "") else make(tree, text, verb, said, subject, Certainty.STATED)
    )


def _is_unnamed(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a clause comes out without who tells it: "it emerged that", "word spread that"."""
    if tree.lower[subject] == "it":
        return tree.lower[verb] in _emerging() or is_passive(tree, verb)
    grows = tree.lower[subject] in nouns() and tree.lower[subject] not in words("document", "heads")
    told = grows or tree.lower[subject] in _rumours()
    return told and owner_of(tree, subject) is None


def _is_bare(tree: Tree, verb: int, inner: int, subject: int) -> bool:
    """Whether a clause without "that" stands right behind the verb of somebody who speaks.

    "Griped they had lost": only a pronoun shows that it is no object ("watched 40 boats sink").
    """
    own = tree.child(inner, *SUBJECTS)
    if own != verb + 1 or tree.lower[own] not in NOMINATIVE or tense(tree, inner) is None:
        return False
    return subject < verb and (tree[subject].tag == "NNP" or tree.lower[subject] in _speakers())


def by_set_phrase(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what a set phrase hands over: "made it clear that …", "served notice that …", "let slip that …".

    Args:
        tree: the sentence.
        text: the page's text.
        verb: a verb that opens a set phrase.
    """
    if tree.lower[verb] not in _openings() or not tree.is_verb(verb):
        return None
    for phrase in _phrases().get(tree.lower[verb], ()):
        that = _behind(tree, verb, phrase)
        inner = tree[that].head if that is not None else _bare_behind(tree, verb, phrase)
        if inner is None:
            continue
        that = tree.first(inner) if that is None else that
        subject = tree.subject(verb)
        if subject is None and verb > 0 and tree[verb - 1].tag.startswith("NN"):
            subject = verb - 1
        if (
            inner < that
            or subject is None
            or subject > verb
            or tree.lower[subject] in ("it", "this", "there")
        ):
            return None
        last = before_other_speaker(tree, inner, max(tree.last(inner), tree.last(verb)))
        return make(tree, text, verb, [(that, last)], subject, Certainty.STATED)
    return _by_thing(tree, text, verb) or _come_out(tree, text, verb) or _by_result(tree, text, verb)


def _by_thing(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take the thing behind a set phrase: "owned up to 40 losses", "pencilled in growth of 2 percent"."""
    for phrase, sort in _things().get(tree.lower[verb], ()):
        start = verb + 1 + len(phrase)
        if tree.lower[verb + 1 : start] != phrase:
            continue
        subject = tree.subject(verb)
        if subject is None or subject > verb:
            continue
        thing = tree.child(start - 1, "pobj", "pcomp") if phrase else None
        thing = tree.child(verb, "dobj") if thing is None else thing
        if thing is None or thing < start or is_empty(tree, subject, verb, ""):
            return None
        last = rest(tree, verb, tree.last(thing))
        counted = any(tree[one].tag == "CD" for one in range(start, last + 1))
        if not counted or not _may_hand_over(tree, verb, subject, sort, (start, last)):
            continue
        certainty = Certainty.PREDICTED if sort == "foretold" else Certainty.STATED
        return make(tree, text, verb, [(start, last)], subject, certainty)
    return None


def _may_hand_over(tree: Tree, verb: int, subject: int, sort: str, said: Range) -> bool:
    """Whether a set phrase of one sort hands over on its subject's say-so, and is no deed of it."""
    if sort == "foretold":
        return is_measured(tree, *said)
    if sort == "counted":
        return counts(tree, subject)
    holds = tree.lower[subject] in listed("set_things", "holders")
    return sort == "told" or (holds and tree[verb].tag in ("VBZ", "VBP", "VBD", "VB"))


def _come_out(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what comes out, nobody says from whom: "it came to light that …"."""
    for phrase in _emerging_phrases().get(tree.lower[verb], ()):
        that = verb + 1 + len(phrase)
        if tree.lower[verb + 1 : that + 1] != (*phrase, "that"):
            continue
        inner, subject = tree[that].head, tree.child(verb, "nsubj")
        if subject is not None and inner > that:
            empty = tree.lower[subject] == "it" or tree.lower[subject] in _rumours()
            return (
                make(tree, text, verb, [(that, tree.last(inner))], None, Certainty.STATED) if empty else None
            )
    return None


def _by_result(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what a company's accounts tell: "the brewery posted a loss of 5 million"."""
    if tree.lower[verb] not in _accounting():
        return None
    subject, thing = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    if subject is None or thing is None or not subject < verb < thing:
        return None
    last = tree.last(thing)
    counted = any(tree[one].tag == "CD" for one in range(verb, last + 1))
    firm = tree[subject].tag == "NNP" or tree.lower[subject] in words("body", "heads")
    if not (firm and counted) or tree.lower[thing] not in listed("results", "nouns"):
        return None
    return make(tree, text, verb, [(tree.first(thing), last)], subject, Certainty.STATED)


def _bare_behind(tree: Tree, verb: int, phrase: Sequence[str]) -> int | None:
    """The verb of a clause without "that" right behind a set phrase: "let slip it had lost 40"."""
    start = verb + 1 + len(phrase)
    if tree.lower[verb + 1 : start] != tuple(phrase):
        return None
    inner = next((one for one in tree.all_children(verb, "ccomp") if tree.first(one) == start), None)
    if inner is None or tree.child(inner, *SUBJECTS) is None or tense(tree, inner) is None:
        return None
    return inner


def _behind(tree: Tree, verb: int, phrase: Sequence[str]) -> int | None:
    """The "that" behind a set phrase whose verb this is; other words may only qualify it."""
    place = verb + 1
    for word in (*phrase, "that"):
        start = place
        while place < len(tree) and tree.lower[place] != word:
            loose = tree[place].tag in BETWEEN or word == "that"
            if not loose or place - start >= LONGEST_GAP or tree[place].dep == "punct" or tree.is_verb(place):
                return None
            place += 1
        place += 1
    that = place - 1
    return that if that < len(tree) and tree[that].dep in ("mark", "dobj", "nsubj", "det") else None
