"""How far a source reaches over the sentences that follow it."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import cues, forms
from sayso.attribution.tree import Tree
from sayso.model import Reading, Span

# No source carries more sentences than this.
FARTHEST = 6


def carry_over(
    drafts: list[Draft], reading: Reading, trees: Mapping[int, Tree], quoted: tuple[Span, ...]
) -> list[Draft]:
    """Drafts for the sentences that a source introduced before them plainly carries.

    "Boro reported on the statistics. In November 900 cases were opened.": the second sentence is on
    Boro's say-so. A source reaches until the paragraph ends, another source speaks or the text turns.

    Args:
        drafts: what the sentences themselves give.
        reading: with its sentences and figures.
        trees: the parses by sentence.
        quoted: the utterances in quotation marks.

    Returns:
        The further drafts, marked as carried, for sentences with figures.
    """
    text = reading.page.text
    spoken_for = {draft.sentence for draft in drafts if draft.chain}
    with_figures = {figure.sentence for figure in reading.figures}
    found = []
    for draft in drafts:
        if not _announces(draft, trees):
            continue
        for number in range(draft.sentence + 1, min(draft.sentence + 1 + FARTHEST, len(reading.sentences))):
            sentence = reading.sentences[number]
            gap = text[reading.sentences[number - 1].span.end : sentence.span.start]
            if "\n" in gap or number in spoken_for or any(span.overlaps(sentence.span) for span in quoted):
                break
            if _turns(sentence.span.of(text)):
                break
            content = trim(text, sentence.span)
            if number in with_figures and content is not None:
                found.append(replace(draft, content=(content,), sentence=number, place=None, carried=True))
    return found


def _announces(draft: Draft, trees: Mapping[int, Tree]) -> bool:
    """Whether a cue names what its source spoke about, so that the words themselves must follow."""
    if draft.place is None or not draft.chain:
        return False
    tree = trees[draft.sentence]
    word = tree.lower[draft.place]
    if forms().get(word) not in cues()["announcing"]:
        return False
    joints = cues()["announcing"][forms()[word]]
    return (
        any(
            tree.lower[one] in joints and not any(span.overlaps(tree[one].span) for span in draft.content)
            for one in tree.all_children(draft.place, "prep")
        )
        and tree.child(draft.place, "ccomp") is None
    )


def _turns(sentence: str) -> bool:
    first = sentence.split(maxsplit=1)[0].strip(",").lower() if sentence.split() else ""
    return first in cues()["turning"]["words"]
