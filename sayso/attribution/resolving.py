"""Who every source is: the whole text is read in order, and each link named in full."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.drafts import Draft
from sayso.attribution.mentions import Mentions, Somebody
from sayso.attribution.tree import Tree
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, LinkKind

PERSON_OR_DOCUMENT = {LinkKind.PERSON, LinkKind.DOCUMENT}


def resolve_names(
    drafts: list[Draft], trees: Mapping[int, Tree], reading: Reading, quoted: Sequence[Span]
) -> list[Draft]:
    """Name every link in full.

    Args:
        drafts: in any order.
        trees: the parses by sentence.
        reading: with its sentences.
        quoted: utterances in quotation marks; names inside them are the speaker's, not the page's.

    Returns:
        The drafts in the same order. A name may be completed from further down, a pronoun never.
    """
    names = Mentions(reading.page.text)
    waiting = defaultdict(list)
    for place, draft in enumerate(drafts):
        waiting[draft.sentence].append(place)
    found: dict[int, list[tuple[Link, Somebody | None]]] = {}
    quotes = sorted(quoted, key=lambda span: span.start)
    starts = [span.start for span in quotes]
    for number, sentence in enumerate(reading.sentences):
        low = max(bisect_right(starts, sentence.span.start) - 1, 0)
        near = quotes[low : bisect_right(starts, sentence.span.end)]
        if number in trees:
            names.read(trees[number], near)
        elif reading.blocks[sentence.block].kind != BlockKind.HEADLINE:
            names.read_unparsed(sentence.span, near)
        for place in waiting[number]:
            for link in drafts[place].chain:
                names.keep_back(link)
            found[place] = _apart([(link, names.who(link)) for link in drafts[place].chain])
    return [
        replace(draft, chain=tuple(_named(link, one) for link, one in found[place]))
        if place in found
        else draft
        for place, draft in enumerate(drafts)
    ]


def _apart(chain: list[tuple[Link, Somebody | None]]) -> list[tuple[Link, Somebody | None]]:
    """A chain in which nobody has it from himself."""
    return [
        (link, None if any(one is earlier for _, earlier in chain[:place]) else one)
        for place, (link, one) in enumerate(chain)
    ]


def _named(link: Link, somebody: Somebody | None) -> Link:
    """A link under the longest name of whom it stands for, and of that one's kind."""
    if somebody is None:
        return link
    kind = somebody.kind
    if link.kind in (LinkKind.OUTLET, LinkKind.ANONYMOUS) or {kind, link.kind} == PERSON_OR_DOCUMENT:
        kind = link.kind
    return replace(link, name=somebody.longest, kind=kind)
