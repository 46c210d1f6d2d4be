"""Chains: who had it from whom, nearest first."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from sayso.attribution.drafts import Draft, once, trim
from sayso.attribution.lexicon import cues, forms, says
from sayso.attribution.nesting import nest
from sayso.attribution.sources import is_outlet_phrase, is_station, source_at, words
from sayso.attribution.tree import Tree
from sayso.model import Link, Span
from sayso.vocabulary import LinkKind


@cache
def joining(key: str) -> frozenset[str]:
    """One list of the words that join links."""
    return frozenset(cues()["chain"][key].split())


def link_chains(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """Give every draft its whole chain.

    Args:
        drafts: each with its own speaker alone.
        trees: the parses by sentence.
        text: the page's text.

    Returns:
        The drafts with longer chains; those that only repeat the one around them are left out.
    """
    linked = [
        _within(draft, trees[draft.sentence], text) if draft.sentence in trees else draft for draft in drafts
    ]
    return nest(linked, trees, text)


def _within(draft: Draft, tree: Tree, text: str) -> Draft:
    """Add the links that the draft's own clause gives."""
    place = draft.place
    if place is None or not draft.chain:
        return draft
    draft = _cut_citing(draft, tree, text)
    before = _hearer(tree, text, place) or _quoter(tree, text, place)
    before = before or _before_according(tree, text, place)
    holder = _holder(tree, text, draft.head) if draft.head is not None else None
    holder = holder or _told_to(tree, text, draft.head) or _by_means(tree, text, place)
    after = _cited(tree, text, draft)
    found = tuple(link for link in (before, holder, *draft.chain, after) if link is not None)
    if holder is not None:
        found = tuple(_apart(link, holder, text) for link in found)
    inside = {one.span for one in found if any(span.holds(one.span) for span in draft.content)}
    chain = tuple(one for one in found if one.span not in inside or one in draft.chain)
    return replace(draft, chain=once(chain))


def _apart(link: Link, holder: Link, text: str) -> Link:
    """A document's link without the words on who holds it."""
    if link is holder or not link.span.holds(holder.span):
        return link
    before = link.span.of(text)[: holder.span.start - link.span.start].split()
    kept = trim(text, Span(link.span.start, link.span.start + len(" ".join(before[:-2]))))
    return replace(link, span=kept) if kept is not None else link


def _hearer(tree: Tree, text: str, verb: int) -> Link | None:
    """The outlet or the police whom Y told."""
    if forms().get(tree.lower[verb]) != "tell":
        return None
    heard = tree.child(verb, "dobj", "dative", "iobj")
    if heard is not None and tree.lower[tree.first(heard)] in ("this", "our", "these"):
        return None
    if heard is not None and heard > verb:
        link = source_at(tree, text, heard)
        if link.kind == LinkKind.OUTLET or is_outlet_phrase(tree, heard):
            return replace(link, kind=LinkKind.OUTLET)
        if tree.lower[heard] in joining("hearers"):
            return replace(link, kind=LinkKind.BODY)
        return None
    return _heard_by_form(tree, text, verb)


def _heard_by_form(tree: Tree, text: str, verb: int) -> Link | None:
    """The hearer where the parser took it for the subject of what is told."""
    last = verb
    for place in range(verb + 1, min(len(tree), verb + 6)):
        tag = tree[place].tag
        named = tag.startswith("NNP") or tag in ("POS", "HYPH") or is_station(tree[place].text)
        if not (named or (tag in ("DT", "CD") and place == verb + 1)):
            break
        last = place
    if last > verb and any(is_station(tree[p].text) for p in range(verb + 1, last + 1)):
        if last + 1 < len(tree) and tree[last + 1].text.isdigit():
            last += 1
        span = tree.span(verb + 1, last)
        return Link(span, span.of(text), LinkKind.OUTLET)
    if verb + 1 < len(tree) and tree.lower[verb + 1] in joining("hearers"):
        span = tree[verb + 1].span
        return Link(span, span.of(text), LinkKind.BODY)
    return None


def _quoter(tree: Tree, text: str, verb: int) -> Link | None:
    """Who quoted Y as saying; by whom or where Y was quoted."""
    if tree[verb].tag != "VBG" or tree[verb].dep not in ("pcomp", "advcl", "xcomp"):
        return None
    for above in list(tree.above(verb))[:2]:
        base = forms().get(tree.lower[above])
        if base not in ("quote", "cite"):
            continue
        agent = tree.child(above, "agent")
        where = next((c for c in tree.all_children(above, "prep") if tree.lower[c] in ("in", "by")), None)
        holder = agent if agent is not None else where
        if tree.child(above, "nsubjpass") is None and tree[above].tag != "VBN":
            subject = tree.subject(above)
            return source_at(tree, text, subject) if subject is not None else None
        if holder is not None:
            by = tree.child(holder, "pobj")
            return source_at(tree, text, by) if by is not None else None
    return None


def _holder(tree: Tree, text: str, head: int) -> Link | None:
    """Who obtained the document."""
    first, last = tree.edges[head]
    for child in range(first, last + 1):
        if child < head or tree[child].dep not in ("acl", "relcl"):
            continue
        if tree.lower[child] not in joining("holding"):
            continue
        for joint in tree.all_children(child, "agent", "prep", "dative"):
            if tree.lower[joint] not in ("by", "to", "with"):
                continue
            by = tree.child(joint, "pobj")
            if by is None:
                continue
            link = source_at(tree, text, by)
            if link.kind == LinkKind.OUTLET or is_outlet_phrase(tree, by):
                return replace(link, kind=LinkKind.OUTLET)
            if tree.lower[joint] == "by" and tree.lower[child] not in joining("outlet_only"):
                return link
    return None


def _told_to(tree: Tree, text: str, head: int | None) -> Link | None:
    """The outlet in "sources who spoke to the Herald"."""
    if head is None:
        return None
    for child in tree.all_children(head, "relcl", "acl"):
        if forms().get(tree.lower[child]) not in ("speak", "talk", "tell"):
            continue
        for joint in (child, *tree.all_children(child, "prep", "dative")):
            heard = tree.child(joint, "pobj", "dobj")
            if heard is not None and is_outlet_phrase(tree, heard):
                return replace(source_at(tree, text, heard), kind=LinkKind.OUTLET)
    return None


def _by_means(tree: Tree, text: str, verb: int) -> Link | None:
    """Who saw the letter in "said in a letter seen by the Herald"."""
    for joint in tree.all_children(verb, "prep"):
        means = tree.child(joint, "pobj")
        if (
            tree.lower[joint] == "in"
            and means is not None
            and tree.lower[means] in words("document", "heads")
        ):
            return _holder(tree, text, means)
    return None


def _cited(tree: Tree, text: str, draft: Draft) -> Link | None:
    """Y in "X said …, citing Y"."""
    if draft.place is None:
        return None
    heads = [draft.place] if draft.head is None else [draft.place, draft.head]
    for place, token in enumerate(tree.tokens):
        if tree.lower[place] not in joining("citing") or token.tag != "VBG":
            continue
        above = [place, *tree.above(place)]
        if token.head not in heads and not any(one in heads for one in above[:3]):
            continue
        link = _citable(tree, text, place)
        if link is not None:
            return link
    return None


def _citable(tree: Tree, text: str, verb: int) -> Link | None:
    """What is cited, where it can speak: a person, a body, an outlet, a document."""
    head = tree.child(verb, "dobj")
    if head is None:
        return None
    link = source_at(tree, text, head)
    return link if link.kind != LinkKind.PERSON or _citable_noun(tree, head) else None


def _citable_noun(tree: Tree, head: int) -> bool:
    """Whether a noun names somebody or something that can speak, rather than a reason."""
    if tree[head].tag.startswith("NNP"):
        return True
    known = words("person", "heads") | words("anonymous", "posts")
    return tree.lower[head] in known


def _before_according(tree: Tree, text: str, place: int) -> Link | None:
    """X in "X reported, according to Y, that …"."""
    before = place - 1
    while before > 0 and tree[before].dep == "punct":
        before -= 1
    if tree.lower[place] != "according" or forms().get(tree.lower[before]) not in says():
        return None
    subject = tree.child(before, "nsubj")
    return source_at(tree, text, subject) if subject is not None and place - before <= 2 else None


def _cut_citing(draft: Draft, tree: Tree, text: str) -> Draft:
    """Take a closing ", citing Y" out of a content: it is the speaker's, not what is said."""
    for place, token in enumerate(tree.tokens):
        closing = tree.lower[place] == "according" or tree.lower[place] in joining("citing")
        if not closing or token.tag != "VBG" or place == draft.place:
            continue
        if place and tree[place - 1].text != ",":
            continue
        content = []
        for span in draft.content:
            if (
                span.holds(token.span)
                and span.end <= tree.phrase(place).end + 1
                and token.span.start > span.start
            ):
                cut = trim(text, Span(span.start, token.span.start))
                if cut is not None:
                    content.append(cut)
            else:
                content.append(span)
        if content:
            draft = replace(draft, content=tuple(content))
    return draft


def join_sentences(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """Join "The newspaper cited a source in …" to what the newspaper said a sentence before."""
    out = list(drafts)
    for number, tree in trees.items():
        for place in range(len(tree)):
            if forms().get(tree.lower[place]) != "cite" or tree[place].tag not in (
                "VBD",
                "VBZ",
                "VBP",
                "VBN",
            ):
                continue
            subject, cited = tree.subject(place), tree.child(place, "dobj")
            if subject is None or cited is None or tree[place].head != place:
                continue
            speaker, source = source_at(tree, text, subject), source_at(tree, text, cited)
            if source.kind == LinkKind.PERSON and not _citable_noun(tree, cited):
                continue
            out = [
                replace(draft, chain=(*draft.chain, source))
                if draft.sentence == number - 1 and _speaks_again(speaker, draft, text)
                else draft
                for draft in out
            ]
    return out


def _speaks_again(speaker: Link, draft: Draft, text: str) -> bool:
    """Whether the one who cites is the only source of what was said before."""
    if len(draft.chain) != 1:
        return False
    before = draft.chain[0]
    word = speaker.span.of(text).lower()
    if word in ("it", "he", "she", "they"):
        return True
    if before.kind != speaker.kind:
        return False
    if speaker.name[:1].islower():
        return True
    return speaker.name.split()[-1] == before.name.split()[-1]
