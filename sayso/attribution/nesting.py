"""Statements inside statements: the outer chain stands before the inner one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from sayso.attribution.drafts import Draft, once
from sayso.attribution.lexicon import adverbs, cues, forms, frames, says
from sayso.attribution.linking import joining
from sayso.attribution.sources import is_share
from sayso.attribution.told import behind_hearer, tells_speaker
from sayso.attribution.tree import Tree
from sayso.model import Link, Span
from sayso.vocabulary import Certainty, LinkKind

# These hand over a number as their mere object: "had reported 16 deaths".
COUNTING = frozenset({"report", "claim", "estimate", "allege", "announce", "predict", "forecast"})


@cache
def showing() -> frozenset[str]:
    """Verbs by which a document hands over a thing: "the poll showed him ahead"."""
    return frozenset(cues()["verbs"]["showing"]["words"].split())


def nest(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """A statement inside a statement of its sentence has the outer chain before its own."""
    tags: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        tags[draft.sentence].append(draft)
    drafts = [_without_tags(draft, tags[draft.sentence], text) for draft in drafts]
    beside: dict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        beside[draft.sentence].append(place)
    wide = [draft for draft in drafts if draft.chain and _is_wide(draft, trees)]
    kept: dict[int, Draft] = {}
    for places in beside.values():
        done: dict[int, Draft] = {}
        for place in sorted(places, key=lambda n: _outermost_first(drafts[n])):
            around = _around(drafts[place], done, text)
            if around is None:
                done[place] = _in_speech(drafts[place], wide, trees, text)
                continue
            outer = done[around]
            joined = _inner(drafts[place], outer, trees, text)
            if joined is not None and _is_own_thought(joined, outer, trees[joined.sentence]):
                done[around] = replace(outer, certainty=joined.certainty)
            elif joined is not None:
                done[place] = joined
            elif outer.stance and _is_letter(trees[outer.sentence], drafts[place]):
                # "Issued a report saying 9 had died": to issue it says nothing, and what it says does.
                done[place] = drafts[place]
        kept |= {
            place: one
            for place, one in done.items()
            if not any(_repeats(one, other) for other in done.values())
        }
    return [kept[place] for place in sorted(kept)]


def _is_wide(draft: Draft, trees: Mapping[int, Tree]) -> bool:
    """Whether what somebody says goes on over sentences."""
    tree = trees.get(draft.sentence)
    if tree is None or draft.place is None:
        return False
    whole = tree.span(0, len(tree) - 1)
    return not all(whole.holds(span) for span in draft.content)


def _in_speech(draft: Draft, wide: list[Draft], trees: Mapping[int, Tree], text: str) -> Draft:
    """A statement with the chain of the speech before its own that holds it in another sentence."""
    if draft.cue is None or draft.place is None or not draft.chain:
        return draft
    for outer in wide:
        if outer.sentence != draft.sentence and any(
            span.holds(draft.cue) and all(span.holds(own) for own in draft.content) for span in outer.content
        ):
            joined = _inner(draft, outer, trees, text)
            return draft if joined is None else joined
    return draft


def _outermost_first(draft: Draft) -> tuple[int, int]:
    """Order by size; of two tags behind one content the later is the outer."""
    return -_size(draft), -(draft.cue.start if draft.cue is not None else 0)


def _without_tags(draft: Draft, beside: list[Draft], text: str) -> Draft:
    """Less what is no more than another's tag: ", the Herald reported" behind ", the mayor said"."""
    tags = {
        Span(other.chain[-1].span.start, other.cue.end)
        for other in beside
        if other is not draft and other.cue is not None and other.chain
    }
    content = []
    for span in draft.content:
        tag = next((one for one in tags if span.start < one.start < one.end == span.end), None)
        apart = tag is not None and text[span.start : tag.start].rstrip().endswith(",")
        if tag is not None and apart and draft.cue is not None and draft.cue.end <= span.start:
            content.append(Span(span.start, tag.start - 2))
        elif span not in tags:
            content.append(span)
    if not content and len(draft.content) == 1 and draft.chain:
        content = _before_own_tag(draft, beside, text)
    return replace(draft, content=tuple(content)) if content and tuple(content) != draft.content else draft


def _before_own_tag(draft: Draft, beside: list[Draft], text: str) -> list[Span]:
    """What stands before a tag whose content the parser took from the tag behind it."""
    tag = draft.content[0]
    outer = next((one for one in beside if one.chain and one.chain[-1].span.start == tag.start), None)
    if outer is None or len(outer.content) != 1:
        return []
    start, end = outer.content[0].start, draft.chain[-1].span.start
    while end > start and text[end - 1] in " ,":
        end -= 1
    return [Span(start, end)] if end > start else []


def _repeats(draft: Draft, other: Draft) -> bool:
    """Whether another draft says the same content with a longer chain that holds this one's."""
    if len(other.chain) <= len(draft.chain) or draft.sentence != other.sentence:
        return False
    spans = {link.span for link in other.chain}
    same = abs(_size(draft) - _size(other)) <= _size(other) // 8
    return same and draft.content[0].overlaps(other.content[0]) and {k.span for k in draft.chain} <= spans


def _is_own_thought(draft: Draft, outer: Draft, tree: Tree) -> bool:
    """Whether a statement is no more than its speaker's thought: "Holm said he believes …"."""
    if draft.chain != outer.chain or draft.place is None or outer.certainty != Certainty.STATED:
        return False
    return tree[draft.place].dep == "ccomp" and tree[draft.place].head == outer.place


def _around(draft: Draft, others: Mapping[int, Draft], text: str) -> int | None:
    """The smallest draft whose content holds this one's cue and content, by its number."""
    best = None
    for number, other in others.items():
        if not other.chain or draft.cue is None:
            continue
        inside = any(span.holds(draft.cue) for span in other.content)
        if not inside and not _tagged_twice(draft, other) and not _is_inserted(draft, other, text):
            continue
        if not all(any(span.overlaps(own) for span in other.content) for own in draft.content):
            continue
        if best is None or _size(other) < _size(others[best]):
            best = number
    return best


def _tagged_twice(draft: Draft, other: Draft) -> bool:
    """Whether another tag follows this one: "It cost 5,000, the mayor said, the Herald reported"."""
    if draft.cue is None or other.cue is None or len(draft.content) != 1 or len(other.content) != 1:
        return False
    said = draft.content[0].end
    return draft.content[0].overlaps(other.content[0]) and said <= draft.cue.start < other.cue.start


def _is_inserted(draft: Draft, other: Draft, text: str) -> bool:
    """Whether another stands between cue and content: "Holm told police, according to the report, that …"."""
    if draft.cue is None or other.cue is None or not other.cue.of(text).lower().startswith("according"):
        return False
    said = draft.content[0]
    person = len(draft.chain) > 0 and draft.chain[-1].kind == LinkKind.PERSON
    return person and draft.cue.end <= other.cue.start < said.start and said.overlaps(other.content[0])


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _inner(draft: Draft, outer: Draft, trees: Mapping[int, Tree], text: str) -> Draft | None:
    if draft.place is None:
        return None
    tree = trees[draft.sentence]
    if not draft.chain:
        # "Holm said a man allegedly took 5,000": still on Holm's say-so.
        hearsay = tree.lower[draft.place] in adverbs()
        return replace(draft, chain=outer.chain) if hearsay else None
    if not _states(tree, draft) or (draft.head is not None and is_share(tree, draft.head)):
        return None
    own = tuple(
        link for link in draft.chain if not (link.kind == LinkKind.BODY and link is not draft.chain[-1])
    )
    if _has_own_antecedent(tree, draft, outer):
        return replace(draft, chain=once((*outer.chain, *own)))
    outer_word = trees[outer.sentence].lower[outer.place] if outer.place is not None else ""
    if (outer.sentence, outer.place) != (draft.sentence, draft.place) and tells_speaker(tree, draft.place):
        return replace(draft, chain=once((*outer.chain, *own)))
    if len(own) > 1 and _same(own[0], outer.chain[-1], outer_word, text):
        own = own[1:]
    if _same(own[-1], outer.chain[-1], outer_word, text):
        if draft.certainty == Certainty.STATED:
            return None
        return replace(draft, chain=outer.chain)
    return replace(draft, chain=once((*outer.chain, *own)))


def _is_letter(tree: Tree, draft: Draft) -> bool:
    """Whether a statement is what a letter or a report says: "a report saying 9 had died"."""
    says_so = draft.place is not None and tree[draft.place].dep == "acl" and tree[draft.place].tag == "VBG"
    return says_so and not draft.stance and _states(tree, draft)


def _has_own_antecedent(tree: Tree, draft: Draft, outer: Draft) -> bool:
    """Whether "they" stands behind another noun that acts: "police said guards fired when they said …"."""
    if draft.head is None or tree.lower[draft.head] not in ("he", "she", "they"):
        return False
    plural = tree.lower[draft.head] == "they"
    return any(
        tree[place].dep == "nsubj"
        and tree[place].tag in (("NNS", "NNPS") if plural else ("NN", "NNP"))
        and any(span.holds(tree[place].span) for span in outer.content)
        for place in range(draft.head)
    )


def _states(tree: Tree, draft: Draft) -> bool:
    """Whether a draft is a statement of its own: a full clause or quotation, and not one withheld."""
    place = draft.place
    if place is None:
        return False
    if tree.lower[place] == "according":
        return True
    base = forms().get(tree.lower[place])
    values = base is not None and "value" in frames()[base] and _is_counted(tree, draft)
    if base in ("hear", "learn") and any(
        tree.lower[one] == "from" for one in tree.all_children(place, "prep")
    ):
        return True
    if (base not in says() | joining("handing") and not values) or tree.child(place, "neg") is not None:
        return False
    acts = any(tree.child(one, "pcomp") is not None for one in tree.all_children(place, "prep"))
    if tree[place].tag in ("NN", "NNS"):
        return tree.child(place, "acl", "ccomp") is not None
    acts = acts or bool(behind_hearer(tree, place))
    whole = acts or tree.child(place, "ccomp") is not None or tree[place].dep in ("parataxis", "ROOT")
    doing = tree.child(place, "xcomp")
    acts = acts or (doing is not None and doing > place and tree[doing].tag == "VBG")
    shown = bool(draft.chain) and draft.chain[-1].kind == LinkKind.DOCUMENT
    shows = shown and forms()[tree.lower[place]] in showing()
    whole = acts or whole or (shows and tree.child(place, "dobj") is not None)
    if values:
        return True
    thing = tree.child(place, "dobj")
    if thing is not None and tree.lower[place] in forms() and forms()[tree.lower[place]] in COUNTING:
        return any(tree[p].tag == "CD" for p in range(tree.first(thing), tree.last(thing) + 1))
    return whole or any(span.start < draft.cue.start for span in draft.content if draft.cue is not None)


def _is_counted(tree: Tree, draft: Draft) -> bool:
    """Whether a content holds a number."""
    return any(
        token.tag == "CD" and any(span.holds(token.span) for span in draft.content) for token in tree.tokens
    )


def _same(inner: Link, outer: Link, outer_word: str, text: str) -> bool:
    """Whether a speaker inside a statement is the one who makes it."""
    word = inner.span.of(text).lower()
    told = outer.span.of(text).lower()
    several = outer.kind in (LinkKind.BODY, LinkKind.OUTLET) or told.rstrip().endswith("s")
    if outer_word == "according" and word in ("he", "she", "they", "it"):
        return False
    if word in ("he", "she", "his", "her"):
        return told in (word, "who") or (outer.kind != LinkKind.DOCUMENT and not several)
    if word in ("they", "it", "we", "i", "their", "its", "our", "my"):
        return True
    return inner.name.split()[-1:] == outer.name.split()[-1:]
