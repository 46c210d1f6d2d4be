"""By whose account: "by the union's count, …", "in the view of the board", "based on figures from X"."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from sayso.attribution.according import said_beside
from sayso.attribution.composing import make
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import cues, forms, frames, giving, listed, nouns
from sayso.attribution.sources import source_at
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty, LinkKind

# "In my view": the writer's own.
OWN = frozenset({"my", "our", "your"})
# What leads from a count or a claim to its maker.
MAKERS = frozenset({"by", "from", "among"})
# Whom "by its own count" may point ahead to.
_BODIES = frozenset({LinkKind.BODY, LinkKind.OUTLET, LinkKind.DOCUMENT})
_PERSONS = frozenset({LinkKind.PERSON})
_FITS = {"its": _BODIES, "his": _PERSONS, "her": _PERSONS, "their": _BODIES | _PERSONS}
MARKS = frozenset({",", ";", "(", "—", "–", "--", "-", "”", '"'})


@cache
def accounts() -> Mapping[str, frozenset[str]]:
    """For each preposition the nouns that with it tell whose account something is."""
    tables: Mapping[str, str] = cues()["accounts"]["nouns"]
    return {joint: frozenset(words.split()) for joint, words in tables.items()}


@cache
def _vague() -> frozenset[str]:
    return frozenset(cues()["accounts"]["vague"].split())


@cache
def _terms() -> frozenset[str]:
    return frozenset(cues()["accounts"]["terms"].split())


@cache
def _evidence() -> frozenset[str]:
    return frozenset(cues()["accounts"]["evidence"].split())


def by_account(tree: Tree, text: str, place: int) -> Draft | None:
    """Take what stands beside "by the union's count", "in Holm's view", "on its own figures".

    Args:
        tree: the sentence.
        text: the page's text.
        place: the preposition.

    Returns:
        A draft on the say-so of whoever's account it is; None where nobody's is told.
    """
    noun = tree.child(place, "pobj", "pcomp")
    if noun is not None and tree.lower[place] == "under" and tree.lower[noun] in _terms():
        return _by_terms(tree, text, place, noun)
    if noun is None or tree.lower[noun] not in accounts().get(tree.lower[place], ()):
        return None
    if not _stands_apart(tree, tree.first(place), tree.last(noun)):
        return None
    owner = owner_of(tree, noun, of=True)
    if owner is None:
        if tree.lower[place] == "in" or not _vague() & set(tree.lower[tree.first(noun) : noun]):
            return None
        owner = noun
    elif tree.lower[owner] in OWN or tree[owner].tag == "CD":
        return None
    head = tree[place].head
    cued = tree.lower[head] in forms() and any(one > head for one in tree.all_children(head, "ccomp"))
    if tree.lower[owner] in _FITS and place < head and cued:
        # "In her account, Holm says …" is Holm's own cue.
        return None
    pieces = said_beside(tree, tree.first(place), tree.last(noun), head)
    word = tree.lower[noun]
    certainty = nouns().get(word, Certainty.STATED)
    if word in listed("accounts", "estimated"):
        certainty = Certainty.ESTIMATED
    draft = make(tree, text, noun, pieces, owner, certainty)
    ahead = _own_ahead(tree, place, noun, owner)
    if draft is None or ahead is None:
        return draft
    link = source_at(tree, text, ahead)
    fits = link.kind in _FITS[tree.lower[owner]]
    return replace(draft, chain=(replace(link, span=draft.chain[0].span),)) if fits else draft


def _own_ahead(tree: Tree, place: int, noun: int, owner: int) -> int | None:
    """The firm in "By its own admission, the firm lost 40": whoever "own" points ahead to."""
    verb = tree[place].head
    subject = tree.child(verb, *SUBJECTS) if tree.is_verb(verb) else None
    own = tree.lower[owner + 1 : owner + 2] == ("own",) and tree.lower[owner] in _FITS
    return subject if own and subject is not None and subject > noun and tree[subject].tag != "PRP" else None


def _by_terms(tree: Tree, text: str, place: int, noun: int) -> Draft | None:
    """Take what stands beside "Under the town's bylaws, …": a document that binds holds it."""
    first, last = tree.first(place), tree.last(noun)
    if first > 1 or last + 1 >= len(tree) or tree[last + 1].text != ",":
        return None
    pieces = said_beside(tree, first, last, tree[place].head)
    return make(tree, text, place, pieces, noun, Certainty.STATED)


def owner_of(tree: Tree, noun: int, *, of: bool = False) -> int | None:
    """Whose a count or a claim is: "Holm's claim", "a count by the union", "fears among millers".

    Args:
        tree: the sentence.
        noun: the count or the claim.
        of: whether "of" leads to its owner too ("the count of the union") and not to what it is about.
    """
    # "Venn's counter-claim": the parser gives the owner to "counter".
    joined = noun > 1 and tree[noun - 1].text == "-"
    owner = tree.child(noun, "poss") if not joined else tree.child(noun - 2, "poss")
    if owner is None and noun > 1 and tree[noun - 1].tag == "POS":
        # "The report's finding that …": the parser takes the finding for a verb and its owner for a subject.
        owner = tree[noun - 1].head
    if owner is not None:
        return owner
    joints = tree.all_children(noun, "prep", "agent")
    by = next((one for one in joints if tree.lower[one] in MAKERS or (of and tree.lower[one] == "of")), None)
    return tree.child(by, "pobj") if by is not None else None


def by_evidence(tree: Tree, text: str, place: int) -> Draft | None:
    """Take what stands beside "based on figures from the ministry", "judging by ministry data".

    Args:
        tree: the sentence.
        text: the page's text.
        place: "based", "judging" or "going".
    """
    joint = next((one for one in tree.children[place] if tree.lower[one] in ("on", "by", "from")), None)
    noun = tree.child(joint, "pobj") if joint is not None else None
    if noun is None or tree.lower[noun] not in _evidence() or tree[place].dep == "ROOT":
        return None
    first, last = tree.edges[place]
    closes = all(tree[one].dep == "punct" for one in range(last + 1, len(tree)))
    if first != place or not _stands_apart(tree, first, last) or (tree[place].dep == "acl" and not closes):
        return None
    pieces = said_beside(tree, first, last, tree[place].head)
    return make(tree, text, place, pieces, noun, Certainty.STATED)


def _stands_apart(tree: Tree, first: int, last: int) -> bool:
    """Whether a phrase opens its sentence, closes it, or has a comma before it."""
    opens = all(not tree[one].text[0].isalnum() for one in range(first)) or tree.lower[0] in (
        "but",
        "and",
        "yet",
    )
    opens = opens and first <= 1
    closes = all(tree[one].dep == "punct" for one in range(last + 1, len(tree)))
    return opens or closes or tree[first - 1].text in MARKS


def giver(tree: Tree, noun: int) -> int | None:
    """Who "made the claim", "said in a statement"; nobody in "looked into the claim"."""
    head = tree[noun].head
    if tree[noun].dep == "pobj":
        if tree.lower[head] not in listed("giving", "prepositions"):
            return None
        head = tree[head].head
    elif tree.lower[head] not in giving() and "object" not in frames().get(
        forms().get(tree.lower[head], ""), ()
    ):
        return None
    return tree.subject(head) if tree[noun].dep in ("dobj", "pobj") and tree.is_verb(head) else None
