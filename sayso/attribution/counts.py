"""Nouns that hold a number somebody made: "the union's tally stands at 88", "cut its forecast to 1.4"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.accounts import OWN, giver, owner_of
from sayso.attribution.callings import nouns_of
from sayso.attribution.complements import counts
from sayso.attribution.composing import make
from sayso.attribution.cueverb import Range
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import cues, every_form, listed, nouns
from sayso.attribution.surveys import is_measured
from sayso.attribution.tree import Tree
from sayso.vocabulary import Certainty

# No more words stand between "estimates" and "range".
FEW = 8


@cache
def numbers() -> frozenset[str]:
    """Nouns for a number that somebody reckoned."""
    return frozenset(cues()["numbers"]["nouns"].split())


@cache
def revised() -> frozenset[str]:
    """Nouns for what a forecaster sets anew, besides those: "kept its outlook at 3 percent"."""
    return frozenset(cues()["revising"]["numbers"].split())


@cache
def _own() -> frozenset[str]:
    """Those that are their own source where nobody else is named: "estimates range from 40 to 60"."""
    return frozenset(cues()["numbers"]["own"].split())


@cache
def _owned() -> frozenset[str]:
    return frozenset(cues()["numbers"]["owned"].split())


@cache
def _holding() -> frozenset[str]:
    return every_form(cues()["numbers"]["verbs"]) | frozenset({"is", "was", "are", "were", "be", "been"})


@cache
def _revising() -> frozenset[str]:
    return every_form(cues()["revising"]["verbs"])


def by_number(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take the number in "the union's tally stands at 88", "its forecast is 2 percent".

    Args:
        tree: the sentence.
        text: the page's text.
        noun: the word for the number, the subject of its clause.
    """
    verb, last = tree[noun].head, tree.last(tree[noun].head)
    ranging = _ranging(tree, noun)
    if ranging is not None:
        verb, last = ranging
    elif tree[noun].dep != "nsubj" or tree.lower[verb] not in _holding() or verb < noun:
        return None
    if not _has_number(tree, verb, last) or tree.child(verb, "acomp") is not None:
        return None
    owner = owner_of(tree, noun, of=True) if _is_owned(tree, noun) else None
    if owner is not None and tree.lower[owner] in OWN:
        return None
    if owner is None and tree.lower[noun] in _own():
        draft = make(tree, text, noun, [(verb, last)], noun, _certainty(tree, noun))
        if draft is None or ranging is None:
            return draft
        span = tree.span(noun, verb - 1)
        return replace(draft, chain=(replace(draft.chain[0], span=span, name=span.of(text)),))
    return (
        make(tree, text, noun, [(verb, last)], owner, _certainty(tree, noun)) if owner is not None else None
    )


def _ranging(tree: Tree, noun: int) -> Range | None:
    """The verb in "Estimates of the dead range from 80 to 140", which the parser takes for a noun."""
    if tree[noun].dep != "ROOT" or not tree[noun].tag.startswith("NN"):
        return None
    near = range(noun + 1, min(noun + FEW, len(tree) - 2))
    verb = next((one for one in near if tree.lower[one] in ("range", "ranges", "vary")), None)
    if verb is None or tree.lower[verb + 1] not in ("from", "between"):
        return None
    last = len(tree) - 1
    while last > verb and tree[last].dep == "punct":
        last -= 1
    return verb, last


def _is_owned(tree: Tree, noun: int) -> bool:
    """Whether the one that a number belongs to reckoned it: "the council's figure", no "ship's number"."""
    owner = owner_of(tree, noun, of=True)
    if owner is None:
        return False
    by = tree[owner].dep == "pobj" and tree.lower[tree[owner].head] == "of"
    known = nouns_of("body", "person", "document", "outlet")
    reckons = tree.lower[owner] in known or tree[owner].tag == "NNP"
    if tree.lower[noun] in _owned():
        return reckons and not by
    return not by or reckons


def _certainty(tree: Tree, noun: int) -> Certainty:
    reckoned = tree.lower[noun] in listed("accounts", "estimated")
    return nouns().get(tree.lower[noun], Certainty.ESTIMATED if reckoned else Certainty.STATED)


def _has_number(tree: Tree, first: int, last: int) -> bool:
    return any(tree[one].tag == "CD" for one in range(first, last + 1))


def by_revision(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take the new number in "cut its growth forecast to 1.4 percent", "raised the toll to 71".

    Args:
        tree: the sentence.
        text: the page's text.
        noun: the word for the number, the object of its clause.
    """
    verb = tree[noun].head
    if tree[noun].dep not in ("dobj", "nsubjpass") or tree.lower[verb] not in _revising():
        return None
    subject, last = tree.subject(verb), tree.last(verb)
    if tree[noun].dep == "nsubjpass":
        agent = tree.child(verb, "agent")
        subject = tree.child(agent, "pobj") if agent is not None else None
        last = agent - 1 if agent is not None else last
    elif subject is not None and subject > verb:
        return None
    if subject is None or not _has_number(tree, min(noun, verb), last):
        return None
    if tree.lower[noun] not in _own() and not counts(tree, subject):
        return None
    return make(tree, text, noun, [(tree.first(noun), last)], subject, _certainty(tree, noun))


def of_number(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take the number in "estimates of 5,000 dead", "reports of 40 thefts", on the say-so of nobody named.

    Args:
        tree: the sentence.
        text: the page's text.
        noun: the word that hands it over.
    """
    given = giver(tree, noun) if tree.lower[noun] in nouns() or tree.lower[noun] in numbers() else None
    owned = tree.child(noun, "poss") is not None and tree.lower[noun] in numbers() and _is_owned(tree, noun)
    if tree.lower[noun] not in listed("numbers", "of") and given is None and not owned:
        return None
    joints = ("of", "for") if tree.lower[noun] in listed("numbers", "for") else ("of",)
    joint = next((one for one in tree.all_children(noun, "prep") if tree.lower[one] in joints), None)
    thing = tree.child(joint, "pobj", "pcomp") if joint is not None else None
    if (
        thing is None
        or joint is None
        or not (tree.lower[joint] == "of" or is_measured(tree, joint, tree.last(thing)))
    ):
        return None
    if not _has_number(tree, tree.first(thing), thing):
        return None
    owner = owner_of(tree, noun)
    speaker = given if owner is None else owner
    return make(tree, text, noun, [tree.edges[thing]], speaker, _certainty(tree, noun))
