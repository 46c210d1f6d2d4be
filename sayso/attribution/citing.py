"""Whom a source cites: "citing Y", "with reference to Y", "which cited Y", "The newspaper cited Y"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.attribution.callings import words
from sayso.attribution.cueverb import is_passive
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import forms
from sayso.attribution.linking import citable, joining
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Link, Span
from sayso.vocabulary import LinkKind

TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN"})
CITES = frozenset({"cite", "quote"})


def cited(tree: Tree, text: str, draft: Draft) -> Link | None:
    """The farther source of a draft: Y in "X said …, citing Y".

    Args:
        tree: the sentence.
        text: the page's text.
        draft: with its cue and its speaker.

    Returns:
        The link for Y, None where Y is a reason ("citing bad weather") or nobody is cited.
    """
    if draft.place is None:
        return None
    nouns = (
        *_by_participle(tree, draft),
        *_by_reference(tree, draft),
        *_by_clause(tree, draft),
        *_by_quoting(tree, draft),
        *_by_hearing(tree, draft),
        *_by_crediting(tree, draft),
        *_by_basis(tree, text, draft),
    )
    for noun in nouns:
        if any(tree.lower[one] in ("no", "any") for one in tree.children[noun]):
            continue
        link = citable(tree, text, noun)
        if link is not None:
            return link
    return None


def cited_showing(draft: Draft, tree: Tree, text: str) -> Draft:
    """What the cited records show in "The report cites records showing that …": both are its sources.

    Args:
        draft: an attribution whose content may be the records themselves.
        tree: its sentence.
        text: the page's text.

    Returns:
        The draft with the clause for its content and both links; unchanged where nothing is cited so.
    """
    place = draft.place
    if place is None:
        return draft
    if tree[place].tag == "VBG":
        return _shown_by_cited(draft, tree, text)
    if forms().get(tree.lower[place]) not in CITES or is_passive(tree, place):
        return draft
    noun = tree.child(place, "dobj")
    verb = tree.child(noun, "acl") if noun is not None else None
    inner = tree.child(verb, "ccomp") if verb is not None else None
    source = citable(tree, text, noun) if noun is not None else None
    if verb is None or inner is None or source is None or forms().get(tree.lower[verb]) is None:
        return draft
    return replace(draft, content=(tree.phrase(inner),), chain=(*draft.chain, source), head=None)


def _shown_by_cited(draft: Draft, tree: Tree, text: str) -> Draft:
    """The same, where the parser parts the clause from "showing" and hangs it on the verb that cites."""
    place = draft.place
    assert place is not None
    noun = tree[place].head
    citing = noun - 1
    while citing > 0 and tree[citing].head == noun:
        citing -= 1
    subject = tree.subject(citing)
    cites = forms().get(tree.lower[citing]) in CITES
    if (
        not (cites or tree.lower[citing] in joining("holding"))
        or tree[citing].tag not in TOLD
        or subject is None
    ):
        return draft
    parted = tree[place].dep == "acl" and tree[noun].dep == "nsubj" and tree.under(noun, citing)
    if parted and not cites:
        return replace(draft, content=(tree.span(place + 1, tree.last(tree[noun].head)),))
    source = citable(tree, text, noun) if parted and not is_passive(tree, citing) else None
    if source is None:
        return draft
    content = (tree.span(place + 1, tree.last(tree[noun].head)),)
    return replace(draft, content=content, chain=(source_at(tree, text, subject), source), head=None)


def _by_participle(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns behind "citing", "referring to"."""
    heads = [draft.place] if draft.head is None else [draft.place, draft.head]
    for place in tree.gerunds:
        refers = tree.lower[place] in joining("referring")
        if place == draft.place or not (refers or tree.lower[place] in joining("citing")):
            continue
        token = tree[place]
        mark = tree.child(draft.place, "mark") if draft.place is not None else None
        if (mark is not None and place < mark) or tree.lower[token.head] == "without":
            # "reported, citing Y, that a guard had told …": Y is the outer one's source.
            continue
        near = token.head in heads or any(one in heads for one in list(tree.above(place))[:2])
        if not near and not _follows(tree, draft, place):
            continue
        joint = next((one for one in tree.all_children(place, "prep") if tree.lower[one] == "to"), place)
        noun = tree.child(joint, "pobj", "dobj") if refers else tree.child(place, "dobj")
        if noun is None and tree.lower[place] == "quoting":
            out = next((one for one in tree.all_children(place, "prep") if tree.lower[one] == "from"), None)
            noun = tree.child(out, "pobj") if out is not None else None
        if noun is not None:
            yield noun


def _follows(tree: Tree, draft: Draft, place: int) -> bool:
    """Whether a participle stands right behind "according to the Herald,"."""
    if draft.place is None or tree.lower[draft.place] != "according" or tree[place - 1].text != ",":
        return False
    return draft.place < place <= tree.last(draft.place) + 2


def _by_reference(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns behind "with reference to"."""
    for above in (draft.place, draft.head):
        for joint in tree.all_children(above, "prep") if above is not None else ():
            thing = tree.child(joint, "pobj")
            if tree.lower[joint] != "with" or thing is None or tree.lower[thing] not in joining("references"):
                continue
            to = next((one for one in tree.all_children(thing, "prep") if tree.lower[one] == "to"), None)
            noun = tree.child(to, "pobj") if to is not None else None
            if noun is not None:
                yield noun


def _by_clause(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns in ", which cited Y" and in "reported … and cited Y"."""
    clauses = tree.all_children(draft.head, "relcl") if draft.head is not None else []
    if draft.place is not None:
        clauses += tree.all_children(draft.place, "conj")
    for verb in clauses:
        noun = tree.child(verb, "dobj")
        if forms().get(tree.lower[verb]) in CITES and noun is not None and noun > verb:
            yield noun


def _by_quoting(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns in “…,” the Herald quoted Y as saying."""
    place = draft.place
    if place is None or forms().get(tree.lower[place]) not in CITES or is_passive(tree, place):
        return
    saying = any(
        tree.lower[two] == "saying"
        for one in tree.all_children(place, "prep")
        for two in (one, *tree.children[one])
    )
    noun = tree.child(place, "dobj")
    if noun is not None and saying and not any(span.holds(tree[noun].span) for span in draft.content):
        yield noun


def _by_hearing(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns in "The court heard from Y that …"."""
    place = draft.place
    if place is None or forms().get(tree.lower[place]) not in ("hear", "learn"):
        return
    for joint in tree.all_children(place, "prep"):
        noun = tree.child(joint, "pobj")
        if tree.lower[joint] == "from" and noun is not None:
            yield noun


def _by_crediting(tree: Tree, draft: Draft) -> Iterator[int]:
    """Nouns in "Holm said it cost 5,000, attributing the figure to Y"."""
    for place in tree.gerunds:
        if place == 0 or tree[place - 1].text != "," or not _is_crediting(tree, place):
            continue
        above = list(tree.above(place))
        noun = _credited(tree, place)
        if noun is not None and draft.place is not None and draft.place in above and draft.place < place:
            yield noun


def _is_crediting(tree: Tree, verb: int) -> bool:
    return forms().get(tree.lower[verb]) in joining("crediting")


def _by_basis(tree: Tree, text: str, draft: Draft) -> Iterator[int]:
    """Nouns in "the Herald's calculations based on data of the tax office"."""
    head = draft.head
    if head is None or tree.lower[head] not in joining("reckonings"):
        return
    joints = (tree.child(one, "pobj") for one in tree.all_children(head, "prep"))
    owners = [
        *(one for one in tree.children[head] if one < head),
        *(one for one in joints if one is not None),
    ]
    if not any(source_at(tree, text, one).kind == LinkKind.OUTLET for one in owners):
        return
    for verb in (one for one in tree.all_children(head, "acl", "prep") if tree.lower[one] == "based"):
        on = next((one for one in tree.all_children(verb, "prep") if tree.lower[one] == "on"), None)
        noun = tree.child(on, "pobj") if on is not None else None
        if noun is not None and tree.lower[noun] in words("document", "heads"):
            yield noun


def cut_sources(draft: Draft, tree: Tree) -> Draft:
    """Take a closing ", citing Y" or ", according to Y" out of a content: nobody said that."""
    for place in tree.gerunds:
        token = tree[place]
        closing = tree.lower[place] == "according" or tree.lower[place] in joining("citing")
        closing = closing or (_is_crediting(tree, place) and _credited(tree, place) is not None)
        closing = closing or (tree.lower[place] == "speaking" and "anonym" in " ".join(tree.lower[place:]))
        if not closing or place == draft.place:
            continue
        if place and tree[place - 1].text != ",":
            continue
        content = []
        for span in draft.content:
            if not span.holds(token.span) or span.end > tree.phrase(place).end + 1:
                content.append(span)
            elif token.span.start > span.start:
                content += _before(tree, span, token.span.start)
        for number, span in enumerate(content):
            behind = tree.last(place) + 2
            if span.start == token.span.start and behind < len(tree) and tree[behind - 1].text == ",":
                content[number] = Span(tree[behind].span.start, span.end)
        if content:
            draft = replace(draft, content=tuple(content))
    return draft


def _before(tree: Tree, span: Span, end: int) -> list[Span]:
    """The words of a span before an offset, without the comma that closes them."""
    inside = [one for one in tree.tokens if span.start <= one.span.start < end and one.dep != "punct"]
    return [Span(span.start, max(one.span.end for one in inside))] if inside else []


def join_sentences(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """Join "The newspaper cited a source in …" to what the newspaper said a sentence before."""
    out = list(drafts)
    said: dict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        said[draft.sentence].append(place)
    for number, tree in trees.items():
        for place, token in enumerate(tree.tokens):
            if token.head != place or token.tag not in TOLD:
                continue
            noun = _credited(tree, place)
            source = citable(tree, text, noun) if noun is not None else None
            subject = tree.subject(place) if source is not None else None
            if source is None or subject is None:
                continue
            speaker = source_at(tree, text, subject)
            for before in said[number - 1]:
                if _speaks_again(speaker, out[before], text):
                    out[before] = replace(out[before], chain=(*out[before].chain, source))
    return out


def _credited(tree: Tree, verb: int) -> int | None:
    """Y in "It cited Y", "It attributed the figure to Y"."""
    base = forms().get(tree.lower[verb])
    if base in CITES:
        joints = tree.all_children(verb, "prep")
        if any(tree.lower[one] == "as" for one in joints):
            return None
        out = next((one for one in joints if tree.lower[one] == "from"), None)
        noun = tree.child(verb, "dobj")
        return tree.child(out, "pobj") if noun is None and out is not None else noun
    if base not in joining("crediting"):
        return None
    thing = tree.child(verb, "dobj")
    receivers = (
        *tree.all_children(verb, "prep", "dative"),
        *(tree.all_children(thing, "prep") if thing else ()),
    )
    to = next((one for one in receivers if tree.lower[one] == "to"), None)
    noun = tree.child(to, "pobj") if to is not None else None
    # "his own office" is himself.
    own = noun is not None and any(tree.lower[one] == "own" for one in tree.children[noun])
    return None if own else noun


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
