"""Chains: who had it from whom, nearest first."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.attribution.callings import has_phrase, nouns_of
from sayso.attribution.citing import cited, cited_showing, cut_sources
from sayso.attribution.drafts import Draft, once, trim
from sayso.attribution.hearers import hearer, quoted_beside, quoter_of
from sayso.attribution.holders import as_document, held, obtained, spoken_to
from sayso.attribution.lexicon import forms, nouns, says
from sayso.attribution.linking import joining
from sayso.attribution.nesting import nest
from sayso.attribution.sources import source_at, source_of
from sayso.attribution.strays import before_apposition, behind_dateline, is_no_saying, out_of_brackets
from sayso.attribution.tags import apposed_subject
from sayso.attribution.tree import Tree
from sayso.model import Link, Span
from sayso.vocabulary import Certainty, LinkKind


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
        elif not (_only_cites(draft, tree) or is_no_saying(draft, tree, text)):
            linked.append(_within(draft, tree, text))
    return nest(linked, trees, text)


def _only_cites(draft: Draft, tree: Tree) -> bool:
    """Whether a draft hands over no more than the source in "said it had closed, citing Y"."""
    place = draft.place
    if place is None or _is_idle(draft, tree):
        return place is not None
    if tree[place].tag != "VBG" or tree[place].head == place:
        return False
    return tree.lower[place] in joining("citing") | joining("referring") and any(
        forms().get(tree.lower[one]) in says() or tree.lower[one] == "according" for one in tree.above(place)
    )


def _is_idle(draft: Draft, tree: Tree) -> bool:
    """Whether nobody speaks: "went according to plan"."""
    place, head = draft.place, draft.head
    if place is None or head is None or tree.lower[place] != "according":
        return False
    bare = tree[head].tag in ("NN", "NNS") and all(one > head for one in tree.children[head])
    return bare and tree.lower[head] in joining("idle")


def _within(draft: Draft, tree: Tree, text: str) -> Draft:
    """Add the links that the draft's own clause gives."""
    place = draft.place
    if place is not None and not draft.chain:
        return _heard_only(draft, tree, text)
    if place is None:
        return draft
    draft = before_apposition(behind_dateline(draft, tree, text), tree, text)
    draft = _own_words(out_of_brackets(cited_showing(draft, tree, text), tree, text), tree, text)
    draft = _before_citing(_with_head(_cut_told_of(cut_sources(draft, tree), tree), tree), tree, text)
    draft = _withheld(_behind_who(_of_document(draft, tree, text), tree, text), tree, text)
    before = hearer(tree, text, place) or quoted_beside(tree, text, place, draft.head)
    before = before or quoter_of(tree, text, draft.head) or _before_according(tree, text, place)
    certainty = _of_source(draft, tree)
    draft = draft if certainty is draft.certainty else replace(draft, certainty=certainty)
    draft = _not_hearer(draft, before, tree, text)
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
    chain = once(chain)
    return draft if chain == draft.chain else replace(draft, chain=chain)


def _heard_only(draft: Draft, tree: Tree, text: str) -> Draft:
    """The outlet or the court in "The Herald has been told that …", which keeps back by whom."""
    assert draft.place is not None
    if tree[draft.place].tag != "VBN" or tree.child(draft.place, "nsubjpass") is None:
        return draft
    outlet = hearer(tree, text, draft.place)
    subject = tree.child(draft.place, "nsubjpass")
    if outlet is None and subject is not None and tree.lower[subject] in joining("listening"):
        outlet = replace(source_at(tree, text, subject), kind=LinkKind.BODY)
    return replace(draft, chain=(outlet,)) if outlet is not None else draft


def _cut_told_of(draft: Draft, tree: Tree) -> Draft:
    """Less what tells of the source: "according to a memo obtained by Holm and shared with Venn"."""
    place = draft.place
    if place is None or tree.lower[place] != "according" or not draft.chain:
        return draft
    content = []
    for span in draft.content:
        inside = [one for one in range(len(tree)) if span.holds(tree[one].span)]
        first = next((one for one in inside if tree[one].dep != "cc"), None)
        comma = next((one for one in inside if tree[one].text == ","), None)
        if first is None or first < place or not _tells_of_source(tree, inside, first, comma):
            content.append(span)
            continue
        if comma is not None and comma < inside[-1]:
            content.append(Span(tree[comma + 1].span.start, span.end))
    return replace(draft, content=tuple(content)) if content and tuple(content) != draft.content else draft


def _tells_of_source(tree: Tree, inside: list[int], first: int, comma: int | None) -> bool:
    """Whether a content opens with "cited in the bill, …" or, behind a name, "the ministry's vet, …"."""
    if _is_participle(tree, first) and tree.lower[first] in joining("holding") | {"cited", "quoted"}:
        return True
    if comma is None or tree[first].tag not in ("DT", "PRP$", "NN") or tree[first - 1].text != ",":
        return False
    noun = comma - 1
    callings = nouns_of("person", "body")
    if tree.lower[noun] not in callings or any(tree.is_verb(one) for one in range(first, comma)):
        return False
    behind = [one for one in inside if one > comma and tree[one].dep in ("nsubj", "nsubjpass")]
    return any(tree[one].head > one for one in behind) and tree[behind[0]].head == tree[noun].head


def _is_participle(tree: Tree, verb: int) -> bool:
    """Whether a word is a participle, also where the tagger says past: it has neither subject nor object."""
    finite = tree.child(verb, "nsubj", "nsubjpass", "dobj", "ccomp", "aux") is not None
    return tree[verb].tag in ("VBN", "VBD") and not finite


def _own_words(draft: Draft, tree: Tree, text: str) -> Draft:
    """The subject in "Holm renewed his promise to …", whose "his" is no one else's."""
    place, head = draft.place, draft.head
    if place is None or head is None or tree[head].tag != "PRP$" or not tree[place].tag.startswith("NN"):
        return draft
    verb = tree[place].head
    if tree[place].dep == "pobj" and tree[verb].dep in ("prep", "prt"):
        verb = tree[verb].head
    subject = tree.child(verb, "nsubj")
    if not tree.is_verb(verb) or subject is None or subject > place or tree[subject].tag.startswith("W"):
        return draft
    base = tree.lower[verb]
    if not any(base.startswith(one) for one in joining("renewing")):
        return draft
    return replace(draft, chain=(source_at(tree, text, subject), *draft.chain[1:]), head=subject)


def _with_head(draft: Draft, tree: Tree) -> Draft:
    """The speaker's noun, where only the link's span is known."""
    if draft.head is not None or len(draft.chain) != 1:
        return draft
    span = draft.chain[0].span
    inside = [p for p, token in enumerate(tree.tokens) if span.holds(token.span)]
    top = next((p for p in inside if tree[p].head not in inside or tree[p].head == p), None)
    return replace(draft, head=top) if top is not None and tree[top].tag.startswith("NN") else draft


def _before_citing(draft: Draft, tree: Tree, text: str) -> Draft:
    """The speaker in "Holm, citing a report, said …" where the parser took the report for it."""
    head = draft.head
    above = [] if head is None else [head, *tree.above(head)]
    part = next((one for one in above if tree.lower[one] in joining("citing") | joining("referring")), None)
    if part is None or draft.place is None or not 1 < part < draft.place or tree[part - 1].text != ",":
        return draft
    if any(tree.is_verb(one) or tree[one].text == "," for one in range(part - 1)):
        return draft
    speaker = source_of(tree, text, 0, part - 2)
    return replace(draft, chain=(speaker,), head=part - 2)


def _not_hearer(draft: Draft, before: Link | None, tree: Tree, text: str) -> Draft:
    """The speaker before the verb where the parser took the one who is told for it."""
    if (
        before is None
        or draft.place is None
        or not draft.chain
        or not draft.chain[-1].span.overlaps(before.span)
    ):
        return draft
    subject = apposed_subject(tree, draft.place)
    if subject is None:
        return draft
    return replace(draft, chain=(source_at(tree, text, subject),), head=subject)


def _behind_who(draft: Draft, tree: Tree, text: str) -> Draft:
    """Both links in "Holm, who police said admitted it": the police have it from Holm."""
    place = draft.place
    if place is None or tree[place].dep not in ("xcomp", "ccomp"):
        return draft
    saying = tree[place].head
    subjects = tree.all_children(saying, "nsubj")
    base = forms().get(tree.lower[saying])
    if base not in says() or forms().get(tree.lower[place]) not in says() or len(subjects) != 2:
        return draft
    who, speaker = subjects
    if tree[who].tag not in ("WP", "WDT") or not who < speaker < saying < place or draft.head != speaker:
        return draft
    return replace(draft, chain=(*draft.chain, source_at(tree, text, who)))


def _withheld(draft: Draft, tree: Tree, text: str) -> Draft:
    """A speaker without a name who "told the Herald on condition of anonymity" is anonymous."""
    if draft.head is None or draft.place is None or not tree[draft.head].tag.startswith("NN"):
        return draft
    if tree[draft.head].tag.startswith("NNP") or draft.chain[-1].kind == LinkKind.DOCUMENT:
        return draft
    beside = [
        tree.phrase(one).of(text).lower()
        for one in tree.children[draft.place]
        if (one > draft.place or tree[one].dep == "advcl")
        and tree[one].dep in ("prep", "advcl", "advmod", "npadvmod")
    ]
    after = tree.span(draft.place, len(tree) - 1).of(text).lower().partition(", speaking ")[2]
    beside.append(after)
    if not any(has_phrase(one, "anonymous", "withheld") for one in beside):
        return draft
    return replace(draft, chain=(*draft.chain[:-1], replace(draft.chain[-1], kind=LinkKind.ANONYMOUS)))


def _of_source(draft: Draft, tree: Tree) -> Certainty:
    """What a forecast says is predicted, what estimates put is estimated; a warning of what was is stated."""
    if draft.certainty == Certainty.PREDICTED and draft.place is not None and _is_past(tree, draft.place):
        return Certainty.STATED
    if draft.certainty != Certainty.STATED or draft.head is None or tree[draft.head].tag.startswith("NNP"):
        return draft.certainty
    return nouns().get(tree.lower[draft.head], Certainty.STATED)


def _is_past(tree: Tree, verb: int) -> bool:
    """Whether what is warned of or feared has been: "warned that 40 had drowned"."""
    inner = tree.child(verb, "ccomp")
    if inner is None or inner < verb or forms().get(tree.lower[verb]) not in joining("foreboding"):
        return False
    parts = tree.all_children(inner, "aux", "auxpass")
    if any(tree[one].tag in ("MD", "TO") for one in parts):
        return False
    return tree[inner].tag == "VBD" or any(tree.lower[one] in ("had", "have", "has") for one in parts)


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
