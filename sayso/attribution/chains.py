"""Chains: who had it from whom, nearest first."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.attribution.citing import cited, cut_sources
from sayso.attribution.drafts import Draft, once, trim
from sayso.attribution.hearers import hearer, quoted_beside, quoter_of
from sayso.attribution.holders import as_document, held, obtained, spoken_to
from sayso.attribution.lexicon import forms, says
from sayso.attribution.linking import joining
from sayso.attribution.nesting import nest
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Link, Span


def link_chains(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """Give every draft its whole chain.

    Args:
        drafts: each with its own speaker alone.
        trees: the parses by sentence.
        text: the page's text.

    Returns:
        The drafts with longer chains; those that only repeat the one around them, or only name whom
        another one cites, are left out.
    """
    linked = []
    for draft in drafts:
        tree = trees.get(draft.sentence)
        if tree is None:
            linked.append(draft)
        elif not _only_cites(draft, tree):
            linked.append(_within(draft, tree, text))
    return nest(linked, trees, text)


def _only_cites(draft: Draft, tree: Tree) -> bool:
    """Whether a draft hands over no more than the source in "said it had closed, citing Y"."""
    place = draft.place
    if place is None or tree[place].tag != "VBG" or tree[place].head == place:
        return False
    return tree.lower[place] in joining("citing") | joining("referring") and any(
        forms().get(tree.lower[one]) in says() or tree.lower[one] == "according" for one in tree.above(place)
    )


def _within(draft: Draft, tree: Tree, text: str) -> Draft:
    """Add the links that the draft's own clause gives."""
    place = draft.place
    if place is None or not draft.chain:
        return draft
    draft = _of_document(cut_sources(draft, tree), tree, text)
    before = hearer(tree, text, place) or quoted_beside(tree, text, place, draft.head)
    before = before or quoter_of(tree, text, draft.head) or _before_according(tree, text, place)
    holder = obtained(tree, text, draft.head)
    own = draft.chain
    if holder is not None:
        own = tuple(as_document(link, tree, draft.head) for link in own)
    holder = holder or spoken_to(tree, text, place, draft.head)
    if holder is not None:
        own = tuple(_apart(link, holder, text) for link in own)
    found = tuple(link for link in (before, holder, *own, cited(tree, text, draft)) if link is not None)
    inside = {one.span for one in found if any(span.holds(one.span) for span in draft.content)}
    kept = {one.span for one in own}
    chain = tuple(one for one in found if one.span not in inside or one.span in kept)
    return replace(draft, chain=once(chain))


def _of_document(draft: Draft, tree: Tree, text: str) -> Draft:
    """The document and its holder where the parser took the holder for the speaker."""
    thing = held(tree, draft.head)
    if thing is None:
        return draft
    document = as_document(source_at(tree, text, thing), tree, thing)
    if document.span.overlaps(draft.chain[-1].span):
        return draft
    return replace(draft, chain=(*draft.chain, document), head=None)


def _apart(link: Link, holder: Link, text: str) -> Link:
    """A document's link without the words on who holds it."""
    if link is holder or not link.span.holds(holder.span):
        return link
    before = link.span.of(text)[: holder.span.start - link.span.start].split()
    kept = trim(text, Span(link.span.start, link.span.start + len(" ".join(before[:-2]))))
    return replace(link, span=kept) if kept is not None else link


def _before_according(tree: Tree, text: str, place: int) -> Link | None:
    """X in "X reported, according to Y, that …"."""
    before = place - 1
    while before > 0 and tree[before].dep == "punct":
        before -= 1
    if tree.lower[place] != "according" or forms().get(tree.lower[before]) not in says():
        return None
    subject = tree.child(before, "nsubj")
    return source_at(tree, text, subject) if subject is not None and place - before <= 2 else None
