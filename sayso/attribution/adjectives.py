"""Adjectives and adverbs that hand over: "Holm is adamant that …", "allegedly", "the official toll"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.callings import nouns_of
from sayso.attribution.composing import make
from sayso.attribution.cueverb import Range
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import adjectives, adverbs, attributives, cues, listed, undecided
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link
from sayso.vocabulary import Certainty, LinkKind

# No more words stand between the start of a noun phrase and its "alleged".
FEW = 3
MADE = frozenset({"make", "makes", "made", "making"})
# "So angry that he left": what came of it.
GRADES = frozenset({"so", "too", "as", "such"})
PERSONAL = frozenset({"he", "she", "they", "we"})


def by_adjective(tree: Tree, text: str, place: int) -> Draft | None:
    """Take what an adjective hands over: "Holm is confident that …", "hopeful of 40 more"."""
    word = tree.lower[place]
    # The parser takes "relieved" for a passive verb.
    head = place if tree[place].tag == "VBN" else tree[place].head
    subject = tree.subject(head)
    graded = any(tree.lower[one] in GRADES for one in tree.children[place])
    if graded or subject is None or tree.lower[head] in MADE:
        return None
    inner = _clause_of(tree, place)
    if inner is None:
        said = _of_number(tree, place) if word in adjectives() else []
        empty = tree.lower[subject] in ("it", "there")
        return make(tree, text, place, said, subject, adjectives()[word]) if said and not empty else None
    said = [(tree.first(inner), tree.last(inner))]
    asked = tree[said[0][0]].tag in ("WRB", "WP", "WDT") or tree.lower[said[0][0]] in ("whether", "if")
    if word in undecided() and asked:
        return make(tree, text, place, said, None, Certainty.STATED)
    if tree.lower[subject] in ("it", "there"):
        return None
    if word in adjectives():
        return make(tree, text, place, said, subject, adjectives()[word])
    marked = tree.lower[said[0][0]] == "that" and _speaks(tree, subject)
    return make(tree, text, place, said, subject, Certainty.STATED) if marked else None


def may_feel(tree: Tree, place: int) -> bool:
    """Whether a word is an adjective that says how somebody is: "Holm was livid that …"."""
    if tree.lower[place] in _felt():
        return tree[place].tag in ("JJ", "VBN") and tree[place].dep in ("acomp", "ROOT", "ccomp", "conj")
    predicate = tree[place].tag == "JJ" and tree[place].dep in ("acomp", "advmod")
    return predicate and tree.lower[place] not in listed("adjectives", "never")


@cache
def _felt() -> frozenset[str]:
    return frozenset(cues()["adjectives"]["felt"].split())


def _clause_of(tree: Tree, place: int) -> int | None:
    """The clause behind an adjective, which the parser may hang on the verb before it."""
    inner, head = tree.child(place, "ccomp"), tree[place].head
    behind = tree[place].dep == "acomp" or (tree[place].dep == "advmod" and place == head + 1)
    if inner is None and behind:
        inner = next((one for one in tree.all_children(head, "ccomp") if one > place), None)
    return inner if inner is not None and inner > place else None


def _of_number(tree: Tree, place: int) -> list[Range]:
    """The 40 more in "hopeful of 40 more"."""
    if tree[place].dep != "acomp":
        return []
    joints = listed("adjectives", "joints")
    joint = next((one for one in tree.all_children(place, "prep") if tree.lower[one] in joints), None)
    thing = tree.child(joint, "pobj", "pcomp") if joint is not None else None
    if thing is None or not any(
        tree[one].tag == "CD" for one in range(tree.first(thing), tree.last(thing) + 1)
    ):
        return []
    return [tree.edges[thing]]


def _speaks(tree: Tree, subject: int) -> bool:
    """Whether a subject is somebody who may say how he feels."""
    known = nouns_of("person", "body", "outlet")
    return (
        tree[subject].tag.startswith("NNP") or tree.lower[subject] in known or tree.lower[subject] in PERSONAL
    )


def by_adverb(tree: Tree, text: str, place: int) -> Draft | None:
    """Take the clause that "allegedly" stands in, less the adverb."""
    head = tree[place].head
    if not tree.is_verb(head):
        return None
    if tree[head].dep == "amod" and tree[head].head > head:
        # "The allegedly stolen paintings": all of the noun's phrase is alleged.
        head = tree[head].head
    first, last = tree.edges[head]
    for joined in tree.all_children(head, "conj"):
        subject = tree.child(joined, *SUBJECTS)
        if subject is not None:
            last = min(last, tree.first(subject) - 1)
    while last > place and tree[last].dep in ("punct", "cc"):
        last -= 1
    pieces = [(first, place - 1), (place + 1, last)]
    return make(tree, text, place, [p for p in pieces if p[0] <= p[1]], None, adverbs()[tree.lower[place]])


def by_attributive(tree: Tree, text: str, place: int) -> Draft | None:
    """Take the noun phrase in "the alleged theft of 5,000 crowns"."""
    noun = tree[place].head
    if tree[place].dep != "amod" or noun < place or tree.first(noun) < place - FEW:
        return None
    return make(tree, text, place, [tree.edges[noun]], None, attributives()[tree.lower[place]])


def by_official(tree: Tree, text: str, place: int) -> Draft | None:
    """Take the clause in "the official toll is 5,000": the authorities' figure."""
    noun = tree[place].head
    if tree[place].dep != "amod" or tree.lower[noun].rstrip("s") not in listed("official", "nouns"):
        return None
    verb = tree[noun].head
    if tree[noun].dep not in SUBJECTS or tree.lower[verb] not in (
        "is",
        "was",
        "are",
        "were",
        "stands",
        "stood",
    ):
        return None
    draft = make(tree, text, place, [(tree.first(noun), tree.last(verb))], place, Certainty.STATED)
    if draft is None:
        return None
    link = Link(tree[place].span, text[tree[place].span.start : tree[noun].span.end], LinkKind.BODY)
    return replace(draft, chain=(link,))
