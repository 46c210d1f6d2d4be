"""Drafts from ranges of words."""

from dataclasses import replace

from sayso.attribution.cueverb import Range
from sayso.attribution.drafts import Draft, merge, trim
from sayso.attribution.lexicon import certainties
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty

FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})


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
        if tree.tokens[child].dep in ("aux", "auxpass", "neg") and place - child <= 3:
            first = min(first, child)
        elif tree.tokens[child].dep == "prt" and child == place + 1:
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


def with_clause(spoken: Draft, clause: Draft, tree: Tree, text: str) -> Draft:
    """A quotation's draft with the clause that its cue hands over beside it: "said 9 had left: “…”".

    Args:
        spoken: the draft of a cue that has a quotation.
        clause: the draft that the parse gives the same cue.
        tree: its sentence.
        text: the page's text.

    Returns:
        The quotation's draft, its content longer by what is said before the quotation in a clause of its
        own, or behind it with "and that".
    """
    cue = spoken.cue
    quoted = [span for span in spoken.content if cue is not None and span.start >= cue.end]
    if cue is None or not quoted or not quoted[0].start < tree[-1].span.end:
        return spoken
    pieces = []
    for span in clause.content:
        before = trim(text, Span(span.start, max(min(span.end, quoted[0].start), span.start)))
        if before is not None and before.start >= cue.end and _tells(tree, before):
            pieces.append(before)
        behind = trim(text, Span(max(span.start, quoted[0].end), max(span.end, quoted[0].end)))
        if behind is not None and len(quoted) == 1 and _goes_on(tree, behind):
            pieces.append(behind)
    return replace(spoken, content=merge((*spoken.content, *pieces))) if pieces else spoken


def _tells(tree: Tree, span: Span) -> bool:
    """Whether a stretch has a finite verb."""
    return any(token.tag in FINITE and span.holds(token.span) for token in tree.tokens)


def _goes_on(tree: Tree, span: Span) -> bool:
    """Whether a stretch opens with "and that"."""
    first = tree.at(span.start)
    return tree[first].dep == "cc" and tree.lower[first + 1 : first + 2] == ("that",) and _tells(tree, span)
