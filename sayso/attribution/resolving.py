"""Who every source is: the whole text is read in order, and each link named in full."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.callings import has_phrase
from sayso.attribution.drafts import Draft
from sayso.attribution.mentions import Mentions, Somebody
from sayso.attribution.tree import Tree
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, LinkKind

# "She asked not to be named.": no longer sentence only says so.
LONGEST_REQUEST = 160
OPENINGS = ("She ", "He ", "They ", "The ", "Both ")
SPEAKERS_OWN = frozenset({"he", "she", "they", "you"})
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
    text = reading.page.text
    names = Mentions(text)
    waiting = defaultdict(list)
    for place, draft in enumerate(drafts):
        waiting[draft.sentence].append(place)
    found: dict[int, list[tuple[Link, Somebody | None]]] = {}
    withheld: set[str] = set()
    quotes = sorted(quoted, key=lambda span: span.start)
    starts = [span.start for span in quotes]
    for number, sentence in enumerate(reading.sentences):
        low = max(bisect_right(starts, sentence.span.start) - 1, 0)
        near = quotes[low : bisect_right(starts, sentence.span.end)]
        if number in trees:
            names.read(trees[number], near)
        elif reading.blocks[sentence.block].kind != BlockKind.HEADLINE:
            names.read_unparsed(sentence.span, near)
        withheld |= _withheld(sentence.span.of(text), names)
        for place in waiting[number]:
            for link in drafts[place].chain:
                names.keep_back(link)
            chain = drafts[place].chain
            found[place] = _apart(
                [(link, None if _is_spoken(link, near, text) else names.who(link)) for link in chain]
            )
    named = [
        _renamed(draft, tuple(_named(link, one) for link, one in found[place])) if place in found else draft
        for place, draft in enumerate(drafts)
    ]
    return [_kept_back(draft, withheld) for draft in named] if withheld else named


def _is_spoken(link: Link, quoted: Sequence[Span], text: str) -> bool:
    """Whether a link is a speaker's "they": whom it stands for only the speaker knows."""
    inside = any(span.holds(link.span) for span in quoted)
    return inside and link.span.of(text).lower() in SPEAKERS_OWN


def _renamed(draft: Draft, chain: tuple[Link, ...]) -> Draft:
    return draft if chain == draft.chain else replace(draft, chain=chain)


def _withheld(sentence: str, names: Mentions) -> set[str]:
    """Whoever was told of last and without a name, where a sentence says that the name is kept back."""
    if len(sentence) > LONGEST_REQUEST or not sentence.startswith(OPENINGS):
        return set()
    if not has_phrase(sentence, "anonymous", "withheld"):
        return set()
    last = names.last_unnamed(several=sentence.startswith(("They ", "Both ")))
    return set() if last is None else {last.longest}


def _kept_back(draft: Draft, withheld: set[str]) -> Draft:
    """A draft whose speaker without a name asked, in a sentence of its own, for the name to be kept back."""
    chain = tuple(
        replace(link, kind=LinkKind.ANONYMOUS)
        if link.kind == LinkKind.PERSON and link.name in withheld
        else link
        for link in draft.chain
    )
    return replace(draft, chain=chain)


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
    same = link.name == somebody.longest and link.kind == kind
    return link if same else replace(link, name=somebody.longest, kind=kind)
