"""Statements that a speaker hands on inside his own words: “The mayor says it cost 5,000,” Holm said."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.composing import certainty_of, make
from sayso.attribution.cueverb import CueVerb
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.frames import content_of
from sayso.attribution.lexicon import forms, says
from sayso.attribution.linking import joining
from sayso.attribution.told import tells_speaker
from sayso.attribution.tree import Tree
from sayso.model import Span

TOLD = frozenset({"VBD", "VBZ", "VBP"})
# "Told me to", "told me not to"
NEAR = 4
OTHERS = frozenset({"he", "she", "they", "you"})
# A verb under another label only names what is said elsewhere: "what our mother told me".
WHOLE = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def find_inside(tree: Tree, text: str, quoted: Sequence[Span]) -> list[Draft]:
    """Statements of others inside an utterance.

    Args:
        tree: the sentence.
        text: the page's text.
        quoted: the utterances beside it.

    Returns:
        Drafts of verbs of saying with a name or a noun for their subject and a clause behind them. Who
        "we", "you" or "he" is only the speaker knows; "they told us" is somebody else all the same.
    """
    found = []
    for place, token in enumerate(tree.tokens):
        base = forms().get(tree.lower[place])
        if base not in says() | joining("handing") or token.tag not in TOLD or token.dep not in WHOLE:
            continue
        around = next((span for span in quoted if span.holds(token.span)), None)
        subject, inner = tree.child(place, "nsubj"), tree.child(place, "ccomp")
        if around is None or subject is None or inner is None or not subject < place < inner:
            continue
        if any(
            tree[one].dep == "neg" or tree[one].tag in ("WP", "WDT", "WRB") for one in tree.children[place]
        ):
            continue
        if not tree[subject].tag.startswith("NN") and not (
            tree.lower[subject] in OTHERS and tells_speaker(tree, place) and not _orders(tree, place)
        ):
            continue
        draft = make(tree, text, place, content_of(CueVerb(tree, place, base)), subject, certainty_of(base))
        draft = _before_speaker(draft, tree, text) if draft is not None else None
        if draft is not None and all(around.holds(span) for span in draft.content):
            found.append(draft)
    return found


def _orders(tree: Tree, verb: int) -> bool:
    """Whether somebody is told to do something: "he told me to keep 9 of them"."""
    behind = range(verb + 1, min(verb + NEAR, len(tree)))
    return any(tree[one].tag == "TO" for one in behind)


def _before_speaker(draft: Draft, tree: Tree, text: str) -> Draft | None:
    """A statement up to where the speaker goes on himself: "they found 9, and we have spent 40"."""
    for place, token in enumerate(tree.tokens):
        own = token.dep == "nsubj" and tree.lower[place] in ("i", "we") and tree[token.head].dep == "conj"
        if not own or not place or tree[place - 1].tag != "CC":
            continue
        stop = tree[place - 1].span.start
        cut = [Span(span.start, min(span.end, stop)) for span in draft.content if span.start < stop]
        content = tuple(kept for one in cut if (kept := trim(text, one)) is not None)
        return replace(draft, content=content) if content else None
    return draft
