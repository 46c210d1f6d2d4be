"""What the verb of a statement makes of its certainty: "said it expects", "warned that it was", "sees 4%"."""

from dataclasses import replace
from functools import cache

from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import cues, forms, measures
from sayso.attribution.outlooks import outlook
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TOPS = frozenset({"ccomp", "ROOT", "parataxis"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(cues()["telling_ahead"][key].split())


def weigh(draft: Draft, tree: Tree) -> Draft:
    """A statement with the certainty that the verb of its content has.

    Args:
        draft: a statement of the sentence, in no quotation of its own.
        tree: the sentence.

    Returns:
        The draft: predicted where the source tells what it expects or sees coming, stated where a warning
        is of what is so already. "Said it will rise" stays stated, as the cue has it.
    """
    if draft.place is None or not draft.chain or not tree.is_verb(draft.place):
        return draft
    base = forms().get(tree.lower[draft.place], "")
    if base == "see" and draft.certainty is Certainty.STATED:
        return replace(draft, certainty=Certainty.PREDICTED) if _foresees(draft, tree) else draft
    if _only_says(draft, tree) and draft.certainty is Certainty.STATED:
        certainty = outlook(draft, tree)
        if certainty is not Certainty.STATED:
            return replace(draft, certainty=certainty)
    warned = base in _words("warning") and draft.certainty is Certainty.PREDICTED
    told = base in _words("neutral") and draft.certainty is Certainty.STATED
    # The verb is looked for only where it may be one that counts: that is a walk over the sentence.
    if not warned and (not told or _words("expecting").isdisjoint(tree.lower)):
        return draft
    verb = _governing(draft, tree)
    if verb is None:
        return draft
    if warned:
        return replace(draft, certainty=Certainty.STATED) if _is_now(tree, verb) else draft
    return replace(draft, certainty=Certainty.PREDICTED) if _expects(tree, verb) else draft


def weigh_carried(draft: Draft, told: Tree, tree: Tree | None) -> Draft:
    """A draft of a later sentence with the certainty of its own numbers, where the cue before only says so.

    Args:
        draft: with the content of the later sentence, and the cue and certainty of the earlier one.
        told: the sentence of the cue.
        tree: the later sentence, None where it has no parse.
    """
    if draft.certainty not in (Certainty.PREDICTED, Certainty.ESTIMATED) or not _only_says(draft, told):
        return draft
    return replace(draft, certainty=Certainty.STATED if tree is None else outlook(draft, tree))


def _only_says(draft: Draft, tree: Tree) -> bool:
    """Whether a cue leaves open how sure its source is."""
    if draft.place is None:
        return False
    word = tree.lower[draft.place]
    return word == "according" or forms().get(word, "") in _words("neutral")


def _governing(draft: Draft, tree: Tree) -> int | None:
    """The verb of the clause that is said: it alone stands in the content with all above it outside."""
    cue = draft.place
    inside = [
        place
        for place, token in enumerate(tree.tokens)
        if place != cue and tree.is_verb(place) and any(span.holds(token.span) for span in draft.content)
    ]
    for place in inside:
        above = tree[place].head
        top = above in (place, cue) or above not in inside
        if top and tree[place].dep in TOPS and tree.child(place, *SUBJECTS) is not None:
            return place
    return None


def _expects(tree: Tree, verb: int) -> bool:
    """Whether the source speaks of what it expects itself: "said it expects to lose 40 jobs"."""
    subject = tree.child(verb, *SUBJECTS)
    own = subject is not None and tree[subject].tag == "PRP" and tree[subject].dep == "nsubj"
    return own and tree.lower[verb] in _words("expecting")


def _is_now(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what is or was so: past or present, with no modal verb and no to-clause."""
    parts = (verb, *tree.all_children(verb, "aux", "auxpass"))
    ahead = tree.child(verb, "xcomp") is not None or tree.lower[verb] in _words("expecting")
    finite = any(tree[one].tag in FINITE for one in parts)
    return finite and not ahead and not any(tree[one].tag == "MD" for one in parts)


def _foresees(draft: Draft, tree: Tree) -> bool:
    return any(
        tree.lower[place] in measures() and any(span.holds(token.span) for span in draft.content)
        for place, token in enumerate(tree.tokens)
    )
