"""Cues that are no verbs of saying: nouns, adjectives, adverbs, "according to", "in the poll"."""

from dataclasses import replace

from sayso.attribution.according import said_beside
from sayso.attribution.accounts import accounts, by_account, by_evidence, giver, owner_of
from sayso.attribution.callings import words
from sayso.attribution.composing import make
from sayso.attribution.counts import by_number, by_revision, numbers, of_number
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import (
    adjectives,
    adverbs,
    attributives,
    cues,
    nouns,
    surveys,
    topics,
    undecided,
)
from sayso.attribution.surveys import by_place
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link
from sayso.vocabulary import Certainty, LinkKind

# "Based on figures from X", "judging by the count".
EVIDENCE = frozenset({"based", "judging", "going"})
# No more words stand between the start of a noun phrase and its "alleged".
FEW = 3
MADE = frozenset({"make", "makes", "made", "making"})


def phrase_at(tree: Tree, text: str, place: int) -> Draft | None:
    """The draft of a cue that is no verb, None where the word is none or hands nothing over.

    Args:
        tree: the sentence.
        text: the page's text.
        place: the word.
    """
    word, label, tag = tree.lower[place], tree[place].dep, tree[place].tag
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
        if counted is not None or word in nouns():
            return counted if counted is not None else by_noun(tree, text, place)
    if word in surveys():
        return by_place(tree, text, place)
    if word in adjectives() or word in undecided():
        return by_adjective(tree, text, place)
    if word in attributives() and label == "amod":
        return by_attributive(tree, text, place)
    if word == "official" and label == "amod":
        return by_official(tree, text, place)
    return by_adverb(tree, text, place) if word in adverbs() else None


def by_counting_noun(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take the number that a noun holds: "the tally stands at 88", "cut its forecast to 1.4 percent"."""
    if tree.lower[noun] not in numbers():
        return of_number(tree, text, noun)
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
    known = words("document", "heads") | words("body", "heads") | words("outlet", "heads")
    if not tree[by].text[0].isupper() and tree.lower[by] not in known:
        return None
    pieces = said_beside(tree, place, tree.last(place), tree[place].head)
    return make(tree, text, place, pieces, by, Certainty.STATED)


def by_noun(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take what a noun hands over: "Holm's claim that …", "his promise to …", "her criticism of …"."""
    inner = _that_clause(tree, noun)
    inner = inner if inner is not None else _promised(tree, noun)
    owner = owner_of(tree, noun)
    if inner is None and owner is not None:
        inner = _topic(tree, noun)
    elif owner is None:
        owner = giver(tree, noun)
    if inner is None:
        return None
    certainty = nouns()[tree.lower[noun]]
    return make(tree, text, noun, [(tree.first(inner), tree.last(inner))], owner, certainty)


def _that_clause(tree: Tree, noun: int) -> int | None:
    clauses = (c for c in tree.all_children(noun, "acl", "ccomp", "relcl") if c > noun)
    return next(
        (
            c
            for c in clauses
            if any(tree.lower[m] == "that" and tree[m].dep == "mark" for m in tree.children[c])
        ),
        None,
    )


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
    if tree.lower[noun].rstrip("s") not in cues()["nouns"]["infinitive"].split():
        return None
    inner = next((c for c in tree.all_children(noun, "acl", "xcomp", "relcl") if c > noun), None)
    has_to = inner is not None and any(tree[one].tag == "TO" for one in tree.children[inner])
    return inner if has_to else None


def by_adjective(tree: Tree, text: str, place: int) -> Draft | None:
    """Take what an adjective hands over: "Holm is confident that …"."""
    inner = tree.child(place, "ccomp")
    head = tree[place].head
    subject = tree.subject(head) if head != place else tree.subject(place)
    grade = any(tree.lower[one] in ("so", "too", "as") for one in tree.children[place])
    if grade or tree.lower[head] in MADE:
        # "So angry that he left": what came of it; "made sure that": an action.
        return None
    if inner is None and tree[place].dep == "acomp" and place < len(tree) - 1:
        inner = next((one for one in tree.all_children(head, "ccomp") if one > place), None)
    if inner is None or inner < place or subject is None:
        return None
    said = [(tree.first(inner), tree.last(inner))]
    if tree.lower[place] in undecided():
        asked = tree[said[0][0]].tag in ("WRB", "WP", "WDT") or tree.lower[said[0][0]] in ("whether", "if")
        return make(tree, text, place, said, None, Certainty.STATED) if asked else None
    if tree.lower[subject] in ("it", "there"):
        return None
    return make(tree, text, place, said, subject, adjectives()[tree.lower[place]])


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
    if tree[place].dep != "amod" or tree.lower[noun].rstrip("s") not in cues()["official"]["nouns"].split():
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
