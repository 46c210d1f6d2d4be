"""Drafts from ranges of words."""

from sayso.attribution.cueverb import Range
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import certainties
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty


def make(
    tree: Tree, text: str, place: int, ranges: list[Range], speaker: int | None, certainty: Certainty
) -> Draft | None:
    """A draft from ranges of words; None where no word is left."""
    kept = [(first, _without_joint(tree, first, last)) for first, last in ranges if first <= last]
    spans = [trim(text, tree.span(first, last)) for first, last in kept]
    content = tuple(span for span in spans if span is not None)
    if not content:
        return None
    chain = (source_at(tree, text, speaker),) if speaker is not None else ()
    return Draft(content, cue_span(tree, place), chain, certainty, tree.sentence, place, speaker)


def cue_span(tree: Tree, place: int) -> Span:
    """The cue with its auxiliaries, negation and particle."""
    first = last = place
    for child in tree.children[place]:
        if tree[child].dep in ("aux", "auxpass", "neg") and place - child <= 3:
            first = min(first, child)
        elif tree[child].dep == "prt" and child == place + 1:
            last = child
    if tree.lower[place] == "according" and place + 1 < len(tree) and tree.lower[place + 1] == "to":
        last = place + 1
    return tree.span(first, last)


def certainty_of(base: str) -> Certainty:
    """How the source stands to what it says, from the verb."""
    return certainties().get(base, Certainty.STATED)


def _without_joint(tree: Tree, first: int, last: int) -> int:
    """The last word of a range that does not end in "and"."""
    while last > first and (tree[last].dep == "cc" or tree[last].text in (",", ";")):
        last -= 1
    return last
