"""What polls, models and instruments give: "polls give Holm 45 percent", "in a poll, 45 percent said"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.complements import counts, tallied
from sayso.attribution.composing import make
from sayso.attribution.cueverb import CueVerb, Range
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import cues, every_form, listed, measures
from sayso.attribution.sources import is_share
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty

# "In the poll last month, …": no more words stand between a survey and the comma.
NEAR_STOP = 4
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@cache
def surveyors() -> frozenset[str]:
    """Who or what gives a share or a chance."""
    return frozenset(cues()["surveying"]["subjects"].split())


@cache
def _giving() -> frozenset[str]:
    return every_form(cues()["surveying"]["verbs"])


@cache
def _measuring() -> frozenset[str]:
    return every_form(cues()["measuring"]["verbs"])


def surveyed(cue: CueVerb) -> list[Range]:
    """What a poll or a forecaster gives: "polls give Holm 45 percent", "gave her a 3 percent chance"."""
    tree, verb = cue.tree, cue.place
    subject = tree.subject(verb)
    if cue.passive or subject is None or subject > verb:
        return []
    thing = tree.child(verb, "dobj")
    chance = thing is not None and tree.lower[thing] in listed("surveying", "chances")
    known = tree.lower[subject] in surveyors() or (chance and cue.base == "give")
    if not known and (thing is None or not _is_foreseen(tree, subject, thing)):
        return []
    last = tree.last(verb)
    while last > verb and tree[last].dep in ("punct", "cc"):
        last -= 1
    counted = any(tree[one].tag == "CD" for one in range(verb + 1, last + 1))
    return [(verb + 1, last)] if counted and tree[verb].tag != "VBG" else []


@cache
def _seeing() -> frozenset[str]:
    return every_form(cues()["surveying"]["seeing"])


def _is_foreseen(tree: Tree, subject: int, thing: int) -> bool:
    """Whether a body or a person of name sees how a measure moves: "the bank sees growth of 3 percent"."""
    verb = tree[thing].head
    named = tree[subject].tag in ("NNP", "NNPS", "PRP") or counts(tree, subject)
    if tree.lower[verb] in _giving():
        # "The agency has the toll at 91."
        set_at = any(tree.lower[one] == "at" for one in range(thing + 1, min(thing + 2, len(tree))))
        return named and set_at and tree.lower[thing] in measures() | {"toll", "count", "number", "figure"}
    ahead = tree.lower[verb] in _seeing() and tree[verb].tag in ("VBZ", "VBP")
    return named and ahead and is_measured(tree, *tree.edges[thing])


def is_measured(tree: Tree, first: int, last: int) -> bool:
    """Whether words tell how a measure moves: "growth of 3 percent", "a loss of 40 million"."""
    return any(tree.lower[one] in measures() or tree[one].text in "$€£" for one in range(first, last + 1))


def _sets_at(cue: CueVerb) -> bool:
    """Whether a poll has somebody somewhere ("has Holm at 45 percent"), not a margin or a sample."""
    tree, verb = cue.tree, cue.place
    thing = tree.child(verb, "dobj")
    leads = listed("surveying", "leads")
    start = thing if thing is not None else verb
    return any(tree.lower[one] in leads for one in range(start + 1, tree.last(verb) + 1))


def by_survey_verb(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what polls and instruments hand over with verbs of no list: "the poll has Holm at 45".

    Args:
        tree: the sentence.
        text: the page's text.
        verb: a verb of no list.
    """
    cue = CueVerb(tree, verb, tree.lower[verb])
    ranges = surveyed(cue) if tree.lower[verb] in _giving() and _sets_at(cue) else []
    if not ranges and tree.lower[verb] in _measuring():
        ranges = tallied(cue)
    return make(tree, text, verb, ranges, tree.subject(verb), Certainty.STATED) if ranges else None


def by_place(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take a survey that opens or closes its sentence, or tells who was asked: "in the poll, …".

    Args:
        tree: the sentence.
        text: the page's text.
        noun: the word for the survey.
    """
    joint = tree[noun].head
    if tree[noun].dep != "pobj" or tree.lower[joint] != "in" or tree[joint].dep != "prep":
        return None
    pieces = _of_those_asked(tree, joint) or _beside(tree, joint)
    draft = make(tree, text, noun, pieces, noun, Certainty.STATED)
    return replace(draft, cue=tree[joint].span) if draft is not None else None


def _of_those_asked(tree: Tree, joint: int) -> list[Range]:
    """All of "45 percent of anglers in a poll said they were tired": the share is the poll's."""
    above = [joint, *tree.above(joint)]
    subject = next((one for one in above if tree[one].dep == "nsubj"), None)
    if subject is None or not is_share(tree, subject):
        return []
    verb = tree[subject].head
    if tree[verb].tag not in (*FINITE, "VBN", "VB") or verb < subject:
        return []
    return [(tree.first(subject), joint - 1), (tree.last(joint) + 1, tree.last(verb))]


def _beside(tree: Tree, joint: int) -> list[Range]:
    first, last = tree.first(joint), tree.last(joint)
    if any(tree.lower[one] == "so" for one in tree.children[tree[joint].head]):
        return []
    if first <= 1 and _opens_clause(tree, joint, last + 1):
        return [(last + 1, len(tree) - 1)]
    stop = next((place for place in range(last + 1, len(tree)) if tree[place].dep == "punct"), len(tree))
    if stop - last > NEAR_STOP or any(tree.is_verb(place) for place in range(last + 1, stop)):
        return []
    if first <= 1 and stop < len(tree) and tree[stop].text == ",":
        return [(stop + 1, len(tree) - 1)]
    counted = any(tree[one].tag == "CD" for one in range(first))
    over = all(tree[one].tag not in FINITE for one in range(last + 1, len(tree)))
    closes = all(tree[place].dep == "punct" for place in range(last + 1, len(tree)))
    if first > 1 and (closes or (counted and over and stop == last + 1)):
        start = tree.first(_whole_clause(tree, tree[joint].head))
        return [(start, first - 1)] if start < first else []
    return []


def _opens_clause(tree: Tree, joint: int, start: int) -> bool:
    """Whether the subject of a survey's clause stands right behind it: "In the poll the mayor gets 38"."""
    verb = tree[joint].head
    subject = tree.child(verb, *SUBJECTS)
    return subject is not None and tree.first(subject) == start and verb > subject


def _whole_clause(tree: Tree, place: int) -> int:
    """The verb with a subject of its own that a participle or object belongs to."""
    for one in (place, *tree.above(place)):
        if tree.child(one, *SUBJECTS) is not None or tree[one].dep in ("relcl", "conj", "ccomp"):
            return one
    return place
