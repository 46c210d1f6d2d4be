"""Cues that are no verbs of saying: nouns, adjectives, adverbs, "according to", "in the poll"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.according import said_beside
from sayso.attribution.accounts import OWN, accounts, by_account, by_evidence, giver, owner_of
from sayso.attribution.adjectives import by_adjective, by_adverb, by_attributive, by_official, may_feel
from sayso.attribution.callings import nouns_of
from sayso.attribution.composing import make
from sayso.attribution.counts import by_number, by_revision, numbers, of_number, revised
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import (
    adjectives,
    adverbs,
    attributives,
    listed,
    nouns,
    owned_nouns,
    surveys,
    topics,
    undecided,
)
from sayso.attribution.surveys import by_place
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty

# "Based on figures from X", "judging by the count".
EVIDENCE = frozenset({"based", "judging", "going"})
# An adjective under these tags may tell what somebody feels.
FEELING = frozenset({"JJ", "VBN"})
LINKING = frozenset({"is", "was", "are", "were", "'s", "’s", "remains", "remained"})


@cache
def _phrase_words() -> frozenset[str]:
    """Every word that may be such a cue, besides adjectives of no list."""
    certain = frozenset((*nouns(), *owned_nouns(), *adverbs(), *adjectives(), *attributives()))
    counting = numbers() | revised() | listed("numbers", "of")
    return (
        certain
        | counting
        | surveys()
        | undecided()
        | EVIDENCE
        | {*accounts(), "according", "per", "official"}
    )


def phrase_at(tree: Tree, text: str, place: int) -> Draft | None:
    """The draft of a cue that is no verb, None where the word is none or hands nothing over.

    Args:
        tree: the sentence.
        text: the page's text.
        place: the word.
    """
    word, token = tree.lower[place], tree.tokens[place]
    label, tag = token.dep, token.tag
    if word not in _phrase_words() and tag not in FEELING:
        return None
    if label == "prep" and word in accounts():
        return by_account(tree, text, place)
    if word in EVIDENCE and label in ("prep", "advcl", "acl"):
        return by_evidence(tree, text, place)
    if word == "according":
        return by_according(tree, text, place)
    if word == "per":
        return by_per(tree, text, place)
    if tag in ("NN", "NNS"):
        counted = by_counting_noun(tree, text, place)
        if counted is not None or _certainty(word) is not None:
            return counted if counted is not None else by_noun(tree, text, place)
    if word in surveys():
        return by_place(tree, text, place)
    if word in adjectives() or word in undecided() or may_feel(tree, place):
        return by_adjective(tree, text, place)
    if word in attributives() and label == "amod":
        return by_attributive(tree, text, place)
    if word == "official" and label == "amod":
        return by_official(tree, text, place)
    return by_adverb(tree, text, place) if word in adverbs() else None


def by_counting_noun(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take the number that a noun holds: "the tally stands at 88", "cut its forecast to 1.4 percent"."""
    if tree.lower[noun] not in numbers():
        anew = by_revision(tree, text, noun) if tree.lower[noun] in revised() else None
        return anew or of_number(tree, text, noun)
    return by_number(tree, text, noun) or by_revision(tree, text, noun) or of_number(tree, text, noun)


def seeming(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take "appears to have lost 5,000": the text's own guess, with no source."""
    inner = [one for one in tree.children[verb] if one > verb and _is_seen(tree, one)]
    subject = tree.child(verb, "nsubj")
    if not inner:
        return None
    ranges = [(tree.first(inner[0]), max(tree.last(one) for one in inner))]
    if subject is not None and tree.lower[subject] not in ("it", "there"):
        ranges.insert(0, tree.edges[subject])
    return make(tree, text, verb, ranges, None, Certainty.ESTIMATED)


def _is_seen(tree: Tree, place: int) -> bool:
    """Whether a word under "seems" is what seems: "likely", "to have lost", "as if it had lost"."""
    if tree[place].dep in ("xcomp", "ccomp", "acomp", "oprd"):
        return True
    first = tree.first(place)
    likened = tree.lower[first] == "like" or tree.lower[first : first + 2] in (("as", "if"), ("as", "though"))
    return tree[place].dep == "advcl" and likened


def by_according(tree: Tree, text: str, place: int) -> Draft | None:
    """Take "according to Holm" and what stands beside it."""
    to = tree.child(place, "prep", "prt")
    head = tree.child(to, "pobj") if to is not None else None
    if head is None and to is not None:
        # "according to charging documents": the parser takes the charging for a verb.
        inner = tree.child(to, "pcomp")
        head = tree.child(inner, "dobj") if inner is not None and inner == to + 1 else None
    if head is None:
        head = tree.child(place, "pobj")
    if head is None:
        return None
    last = _before_subject(tree, head, tree.last(place)) if tree.first(place) <= 1 else tree.last(place)
    pieces = said_beside(tree, tree.first(place), last, tree[place].head)
    draft = make(tree, text, place, pieces, head, Certainty.STATED)
    if draft is None or last == tree.last(place):
        return draft
    span = tree.span(tree.first(head), last)
    return replace(draft, chain=(replace(draft.chain[0], span=span),))


def _before_subject(tree: Tree, head: int, last: int) -> int:
    """Where a source ends that the parser ran into the subject: "According to Holm, Venn, 23, was ill"."""
    after = last + 1
    while after < len(tree) and tree[after].dep in ("punct", "advmod", "neg", "prep", "pobj"):
        after += 1
    if after >= len(tree) or tree[after].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return last
    if any(tree[one].dep in SUBJECTS for one in range(last + 1, after)):
        return last
    comma = next((one for one in range(head + 1, last + 1) if tree[one].text == ","), None)
    return comma - 1 if comma is not None else last


def as_reported(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what stands beside "as reported by X"."""
    agent = tree.child(verb, "agent", "prep")
    by = tree.child(agent, "pobj") if agent is not None and tree.lower[agent] in ("by", "in") else None
    if by is None or not tree.children[verb] or tree.lower[tree.children[verb][0]] != "as":
        return None
    first, last = tree.edges[verb]
    pieces = said_beside(tree, first, last, tree[verb].head)
    return make(tree, text, verb, pieces, by, Certainty.STATED)


def by_per(tree: Tree, text: str, place: int) -> Draft | None:
    """Take "…, per the Herald" at the end of a sentence, and no "5 crowns per litre"."""
    by = tree.child(place, "pobj")
    if by is None or (place > 0 and tree[place - 1].text != ","):
        return None
    known = nouns_of("document", "body", "outlet")
    if not tree[by].text[0].isupper() and tree.lower[by] not in known:
        return None
    pieces = said_beside(tree, place, tree.last(place), tree[place].head)
    return make(tree, text, place, pieces, by, Certainty.STATED)


def by_noun(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take what a noun hands over: "Holm's claim that …", "his promise to …", "her criticism of …"."""
    owner = owner_of(tree, noun)
    if owner is not None and tree.lower[owner] in OWN:
        return None
    inner = _that_clause(tree, noun, owner)
    inner = inner if inner is not None else _promised(tree, noun)
    if inner is None and tree.lower[noun] in nouns() and owner is not None:
        inner = _topic(tree, noun)
    elif owner is None:
        owner = giver(tree, noun)
    if inner is None:
        inner = _summed(tree, noun)
        owner = _holder(tree, noun) if inner is not None else None
    certainty = _certainty(tree.lower[noun])
    if inner is None or certainty is None or (owner is None and tree.lower[noun] not in nouns()):
        return None
    return make(tree, text, noun, [(tree.first(inner), tree.last(inner))], owner, certainty)


def _certainty(word: str) -> Certainty | None:
    """What a noun makes of what it hands over; None for a noun that hands over nothing."""
    return nouns().get(word, owned_nouns().get(word))


def _that_clause(tree: Tree, noun: int, owner: int | None) -> int | None:
    """The clause with "that", also where the parser hangs it on the owner: "a vow by the mayor that …"."""
    clauses = (c for c in tree.all_children(noun, "acl", "ccomp", "relcl") if c > noun)
    found = next((c for c in clauses if _is_marked(tree, c)), None)
    if found is not None or owner is None or owner < noun:
        return found
    hung = (c for c in tree.all_children(owner, "relcl", "acl") if tree.child(c, *SUBJECTS) is not None)
    return next((c for c in hung if tree.lower[tree.first(c)] == "that" and _is_whole(tree, c)), None)


def _is_marked(tree: Tree, verb: int) -> bool:
    """Whether "that" opens a clause: "that 40 had gone"."""
    marks = (one for one in (*tree.children[verb], tree.first(verb)) if tree[one].dep == "mark")
    return any(tree.lower[one] == "that" for one in marks)


def _is_whole(tree: Tree, verb: int) -> bool:
    """Whether a clause lacks nothing that its "that" could stand for: "that 40 men had waited"."""
    that = tree.first(verb)
    if tree[that].dep in SUBJECTS:
        return False
    return tree[that].dep == "mark" or tree.last(verb) > verb or tree.child(verb, "aux") is not None


def _summed(tree: Tree, noun: int) -> int | None:
    """The clause in "the guild's position is that …"."""
    verb = tree[noun].head
    if tree[noun].dep != "nsubj" or tree.lower[verb] not in LINKING or _certainty(tree.lower[noun]) is None:
        return None
    inner = tree.child(verb, "ccomp")
    return inner if inner is not None and inner > verb and _is_marked(tree, inner) else None


def _holder(tree: Tree, noun: int) -> int | None:
    """Whose position it is; "the official line" is its own source."""
    owner = owner_of(tree, noun, of=True)
    if owner is None:
        official = any(tree.lower[one] == "official" for one in tree.all_children(noun, "amod"))
        return noun if official else None
    by_of = tree.lower[tree[owner].head] == "of"
    known = nouns_of("document", "body", "person")
    return owner if not by_of or tree[owner].tag.startswith("NNP") or tree.lower[owner] in known else None


def _topic(tree: Tree, noun: int) -> int | None:
    """The thing in "Holm's criticism of the bridge"."""
    if tree.lower[noun].rstrip("s") not in topics() and tree.lower[noun] not in topics():
        return None
    joints = tree.all_children(noun, "prep")
    to = next(
        (c for c in joints if tree.lower[c] in ("of", "on", "about", "for", "to", "against", "over")), None
    )
    return tree.child(to, "pobj", "pcomp") if to is not None else None


def _promised(tree: Tree, noun: int) -> int | None:
    """The to-clause in "a promise to pay 5,000"."""
    if tree.lower[noun].rstrip("s") not in listed("nouns", "infinitive"):
        return None
    inner = next((c for c in tree.all_children(noun, "acl", "xcomp", "relcl") if c > noun), None)
    has_to = inner is not None and any(tree[one].tag == "TO" for one in tree.children[inner])
    return inner if has_to else None
