"""Cues in the passive: "is said to have carried 120", "was quoted as saying", "is put at 71"."""

from dataclasses import replace

from sayso.attribution.complements import counts
from sayso.attribution.composing import certainty_of, make
from sayso.attribution.cueverb import CueVerb, Range
from sayso.attribution.drafts import Draft
from sayso.attribution.frames import content_of
from sayso.attribution.lexicon import frames, listed
from sayso.attribution.tree import Tree
from sayso.vocabulary import Certainty


def passive(cue: CueVerb, text: str, ranges: list[Range]) -> Draft | None:
    """Take what a passive cue hands over.

    Args:
        cue: the participle.
        text: the page's text.
        ranges: its content as an active verb would have it.

    Returns:
        A draft on the say-so of the agent, on nobody's where there is none.
    """
    tree, verb, base = cue.tree, cue.place, cue.base
    agent = tree.child(verb, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if base == "quote":
        return _quoted_as(tree, text, verb, subject)
    if by is None:
        heard = _heard(cue)
        if heard:
            return make(tree, text, verb, heard, None, certainty_of(base))
    inner = next((c for c in tree.children[verb] if c > verb and tree[c].dep in ("xcomp", "ccomp")), None)
    bound = inner is not None and any(tree[one].tag == "TO" for one in tree.children[inner])
    if by is None and bound and base in listed("binding_others", "words"):
        return None
    if inner is not None and "hearer" not in frames()[base] and not frames()[base] <= {"value", "survey"}:
        ranges = [(tree.first(inner), tree.last(inner))]
        if subject is not None and tree.lower[subject] not in ("it", "there"):
            ranges.insert(0, tree.edges[subject])
        return make(tree, text, verb, ranges, by, certainty_of(base))
    if "hearer" in frames()[base]:
        if base != "ask" and tree.child(verb, "ccomp") is None:
            return None
        asked = make(tree, text, verb, ranges, by, certainty_of(base)) if ranges else None
        return replace(asked, stance=base == "ask") if asked is not None else None
    if tree[verb].dep == "acl" and by is None and "accused" not in frames()[base]:
        return None
    if by is None and {"as", "value"} & frames()[base] and ranges:
        by, ranges = _late_agent(tree, verb, ranges)
    if {"accused", "as", "value"} & frames()[base]:
        return make(tree, text, verb, ranges, by, certainty_of(base)) if ranges else None
    told = "object" in frames()[base] or (by is not None and "tally" in frames()[base] and counts(tree, by))
    if by is not None and subject is not None and told:
        return make(tree, text, verb, [tree.edges[subject]], by, certainty_of(base))
    return None


def expected(cue: CueVerb, text: str) -> Draft | None:
    """Take "with 5,000 guests expected this year": a forecast of nobody the text names."""
    tree, verb = cue.tree, cue.place
    if tree[verb].tag != "VBN" or cue.base not in listed("foretelling", "words"):
        return None
    if tree[verb].dep not in ("acl", "pcomp", "ccomp", "conj") or tree.child(
        verb, "aux", "auxpass", "agent", "dobj"
    ):
        return None
    noun = tree[verb].head if tree[verb].dep == "acl" else tree.child(verb, "nsubj", "nsubjpass")
    if noun is None or noun > verb or not any(tree[one].tag == "CD" for one in range(tree.first(noun), verb)):
        return None
    ranges = [(tree.first(noun), verb - 1), (verb + 1, tree.last(verb))]
    return make(tree, text, verb, ranges, None, certainty_of(cue.base))


def _heard(cue: CueVerb) -> list[Range]:
    """What people believe or foretell: "40 are feared dead", "a gale of 90 knots is forecast"."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubjpass")
    if subject is None and tree[verb].dep == "acl" and tree[verb].head < verb:
        subject = tree[verb].head
    if subject is None or tree.child(verb, "xcomp", "ccomp") is not None:
        return []
    complement = tree.child(verb, "oprd", "acomp")
    first = tree.first(subject)
    if complement is not None and complement > verb and cue.base in listed("hearsay", "believed"):
        return [(first, min(tree.last(subject), verb - 1)), (tree.first(complement), tree.last(complement))]
    set_at = [one for one in tree.all_children(verb, "prep") if tree.lower[one] == "at"]
    if cue.base in listed("hearsay", "set") and set_at:
        numbered = any(tree[one].tag == "CD" for one in range(verb, tree.last(verb) + 1))
        return [(first, verb - 1), (verb + 1, tree.last(verb))] if numbered else []
    counted = any(tree[one].tag == "CD" for one in range(first, verb))
    told = cue.base in listed("hearsay", "forecast") and tree.child(verb, "auxpass") is not None
    return (
        [(first, min(tree.last(subject), verb - 1)), (verb + 1, tree.last(verb))] if told and counted else []
    )


def _late_agent(tree: Tree, verb: int, ranges: list[Range]) -> tuple[int | None, list[Range]]:
    """The agent that the parser hung on the complement: "was called a disgrace by Holm"."""
    first, last = ranges[-1]
    for place in range(max(first, verb + 1), last + 1):
        by = tree.child(place, "pobj") if tree.lower[place] == "by" else None
        if by is not None and first < place and tree.last(place) >= last - 1:
            return by, [*ranges[:-1], (first, place - 1)]
    return None, ranges


def _quoted_as(tree: Tree, text: str, verb: int, speaker: int | None) -> Draft | None:
    if speaker is None:
        return None
    for one in tree.all_children(verb, "prep", "advcl"):
        saying = tree.child(one, "pcomp") if tree.lower[one] == "as" else one
        if saying is not None and tree.lower[saying] in ("saying", "telling"):
            before = tree.child(verb, "ccomp")
            ranges = content_of(CueVerb(tree, saying, "say"))
            ranges = ranges or ([tree.edges[before]] if before is not None and before < verb else [])
            return make(tree, text, saying, ranges, speaker, Certainty.STATED)
    return None
