"""Denials that take back a figure given before: wholly, or no more than its scale.

"The Herald wrote that 12,000 had left. The ministry confirmed that some had, but said they were not on
that scale": the second statement denies the first one's figure and is linked to it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import re2

from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import forms
from sayso.attribution.tree import Tree
from sayso.model import Interval, Reading, Span
from sayso.vocabulary import Certainty, Hedge, Role
from sayso.words import load_words

# A denial that names no number takes up what was said at most so many sentences before.
FARTHEST = 5
# How many figures before a denial are looked at.
CANDIDATES = 40
COUNTING = frozenset({Role.COUNT, Role.MONEY, Role.PERCENT, Role.SHARE, Role.RATE, Role.MEASURE})
OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")


@cache
def _words(key: str) -> frozenset[str]:
    value = load_words("denials")["words"][key]
    return frozenset(value.split() if isinstance(value, str) else value)


def set_asides(drafts: list[Draft], trees: Mapping[int, Tree]) -> list[Draft]:
    """Part "Holm said 5,000 had left, a claim the mayor denies": the mayor's words are not Holm's.

    Args:
        drafts: each with its own speaker alone.
        trees: the parses by sentence.

    Returns:
        The drafts in the same order: the denial keeps "a claim" for its content, the others end before it.
    """
    out = list(drafts)
    for number, draft in enumerate(drafts):
        tree = trees.get(draft.sentence)
        aside = _aside(draft, tree) if tree is not None and draft.place is not None else None
        if tree is None or aside is None:
            continue
        first, last = aside
        out[number] = replace(draft, content=(tree.span(first, last),))
        whole = Span(tree[first - 1].span.start, tree.phrase(draft.place or 0).end)
        for other, one in enumerate(out):
            if other != number and one.sentence == draft.sentence:
                out[other] = replace(one, content=_without(one.content, whole))
    return out


def _aside(draft: Draft, tree: Tree) -> tuple[int, int] | None:
    """First and last word of ", a claim" before "the mayor denies"."""
    verb = draft.place
    assert verb is not None
    if tree[verb].dep != "relcl" or forms().get(tree.lower[verb]) not in _words("denying"):
        return None
    noun = tree[verb].head
    which = tree.child(verb, "dobj")
    if which is not None and which < verb and tree.lower[which] == "which":
        return (which, which) if tree[which - 1].text == "," else None
    first = tree.first(noun)
    if not _stands_for_statement(tree, noun) or first == 0 or tree[first - 1].text != ",":
        return None
    return first, noun


def _without(content: tuple[Span, ...], aside: Span) -> tuple[Span, ...]:
    """A content that ends before an aside; one that only the aside fills stays."""
    return tuple(
        Span(span.start, aside.start) if span.start < aside.start <= span.end <= aside.end + 1 else span
        for span in content
    )


def mark_denials(drafts: list[Draft], trees: Mapping[int, Tree], text: str) -> list[Draft]:
    """Drafts that deny a figure or its scale are denials, and vouch for what they name.

    Args:
        drafts: with their certainty as the cue gives it.
        trees: the parses by sentence.
        text: the page's text.

    Returns:
        The drafts in the same order.
    """
    out = []
    for draft in drafts:
        tree = trees.get(draft.sentence)
        if tree is None or draft.place is None or not draft.chain or not _may_deny(tree):
            out.append(draft)
        elif _is_withheld(tree, draft.place):
            stated = draft.certainty == Certainty.DENIED
            out.append(replace(draft, certainty=Certainty.STATED) if stated else draft)
        elif (
            _object_of_denial(draft, tree) is not None
            or _takes_back_extent(draft, text)
            or _sets_right(draft, text)
        ):
            out.append(replace(draft, certainty=Certainty.DENIED, stance=False))
        else:
            out.append(draft)
    return out


def _is_withheld(tree: Tree, verb: int) -> bool:
    """Whether somebody denies nothing: "did not deny", "neither confirmed nor denied", "refused to deny"."""
    if forms().get(tree.lower[verb]) not in _words("denying"):
        return False
    above = tree[verb].head
    beside = (*tree.children[verb], *(tree.children[above] if tree[verb].dep in ("conj", "xcomp") else ()))
    return any(
        one < verb and (tree[one].dep == "neg" or tree.lower[one] in ("nor", "neither")) for one in beside
    ) or (tree[verb].dep == "xcomp" and forms().get(tree.lower[above]) in ("decline", "refuse"))


@cache
def _triggers() -> frozenset[str]:
    denying = {form for form, base in forms().items() if base in _words("denying")}
    return (
        _words("wrong")
        | _words("amiss")
        | _words("negations")
        | denying
        | {"n't", "n’t", "true", "real", "actual", "correct", "fewer", "less", "lower", "smaller"}
    )


def _may_deny(tree: Tree) -> bool:
    """Whether a sentence has any word without which nothing is denied."""
    return not _triggers().isdisjoint(tree.lower)


def find_denied(
    reading: Reading, drafts: Sequence[Draft], owners: Sequence[int | None], trees: Mapping[int, Tree]
) -> dict[int, tuple[int, ...]]:
    """The figures that each denial takes back.

    Args:
        reading: with its sentences and figures.
        drafts: in the order of the attributions.
        owners: for each figure the draft that it stands on.
        trees: the parses by sentence.

    Returns:
        For each draft that denies an earlier figure, by its number, the numbers of these figures. A
        denial that may mean several statements is linked to none.
    """
    found = {}
    given = _Given(reading, drafts, owners)
    for number, draft in enumerate(drafts):
        if draft.certainty != Certainty.DENIED or not draft.chain or draft.sentence not in trees:
            continue
        denied = _denied(given, number, trees[draft.sentence])
        if denied:
            found[number] = denied
    return found


class _Given:
    """The figures of a reading, to be asked who gave which before a denial."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], owners: Sequence[int | None]) -> None:
        self.reading = reading
        self.drafts = drafts
        self.owners = owners
        self.of_draft: defaultdict[int, list[int]] = defaultdict(list)
        self.of_value: defaultdict[tuple[Interval, str | None], list[int]] = defaultdict(list)
        self.starts = [figure.span.start for figure in reading.figures]
        for place, (figure, owner) in enumerate(zip(reading.figures, owners, strict=True)):
            self.of_value[figure.interval, figure.unit].append(place)
            if owner is not None:
                self.of_draft[owner].append(place)

    def same_before(self, number: int) -> list[int]:
        """The last figure before a denial that says what one of its own says."""
        found = []
        for own in self.of_draft[number]:
            figure = self.reading.figures[own]
            alike = self.of_value[figure.interval, figure.unit]
            for place in reversed(alike[: bisect_left(alike, own)][-CANDIDATES:]):
                if self._is_given(place, self.drafts[number]):
                    found.append(place)
                    break
        return found[:1]

    def before(self, draft: Draft) -> list[int]:
        """The figures a few sentences before a denial, in order."""
        end = bisect_left(self.starts, _start(draft))
        found = []
        for place in range(end - 1, max(end - 1 - CANDIDATES, -1), -1):
            if self.reading.figures[place].sentence < draft.sentence - FARTHEST:
                break
            if self._is_given(place, draft):
                found.append(place)
        return found[::-1]

    def _is_given(self, place: int, draft: Draft) -> bool:
        """Whether another source, or the page itself, gave a figure before a denial."""
        figure, owner = self.reading.figures[place], self.owners[place]
        denier = draft.chain[0].name
        by_others = owner is None or all(link.name != denier for link in self.drafts[owner].chain)
        before = figure.span.end <= _start(draft)
        return before and by_others and figure.role in COUNTING and figure.hedge is not Hedge.VAGUE


def _start(draft: Draft) -> int:
    return draft.cue.start if draft.cue is not None else draft.content[0].start


def _denied(given: _Given, number: int, tree: Tree) -> tuple[int, ...]:
    draft, owners = given.drafts[number], given.owners
    noun = _object_of_denial(draft, tree)
    if given.of_draft[number]:
        same = tuple(given.same_before(number))
        if same or (noun is None and not _sets_right(draft, given.reading.page.text)):
            return same
    before = given.before(draft)
    text = given.reading.page.text
    if not _takes_back_extent(draft, text) and not _sets_right(draft, text):
        if noun is None:
            return ()
        if tree.lower[noun] not in _words("figures"):
            before = [p for p in before if _is_meant(tree.lower[noun], owners[p], draft, given.drafts)]
    if not before:
        return ()
    nearest = given.reading.figures[before[-1]].sentence
    there = [p for p in before if given.reading.figures[p].sentence == nearest]
    return tuple(there) if len({owners[p] for p in there}) == 1 else ()


def _is_meant(noun: str, owner: int | None, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "the claim" can be what a draft says: something just said, and laid to somebody if a charge."""
    if owner is None or draft.sentence - drafts[owner].sentence > 1:
        return False
    return noun not in _words("charges") or drafts[owner].certainty == Certainty.ALLEGED


def _object_of_denial(draft: Draft, tree: Tree) -> int | None:
    """The noun in "denied the report", "called the figure exaggerated", "said the number was wrong"."""
    place = draft.place
    assert place is not None
    base = forms().get(tree.lower[place], tree.lower[place])
    if tree[place].tag in ("NN", "NNS"):
        return place if _is_rejected(draft, tree, place) else None
    aside = _aside(draft, tree)
    if aside is not None:
        return aside[1]
    if base in _words("calling"):
        noun = tree.child(place, "dobj")
        said = [p for p in tree.all_children(place, "oprd", "acomp") if tree.lower[p] in _words("wrong")]
        if said or base not in _words("denying"):
            return noun if said and noun is not None and _stands_for_statement(tree, noun) else None
    if base in _words("denying"):
        noun = tree.child(place, *OBJECTS)
        return noun if noun is not None and _takes_up(tree, noun) else None
    inner = tree.child(place, "ccomp")
    if inner is not None and _is_untrue(tree, inner):
        return tree.child(inner, "nsubj")
    inside = [
        p for p, token in enumerate(tree.tokens) if any(span.holds(token.span) for span in draft.content)
    ]
    for one in inside:
        if not _is_wrong(tree, one) or any(tree[c].dep == "neg" for c in tree.children[one]):
            continue
        judged = _judged(tree, one)
        if judged is not None and (judged in inside or tree[judged].dep == "nsubjpass"):
            return judged
    return None


def _is_wrong(tree: Tree, word: int) -> bool:
    """Whether a word says of a figure that it is not so: "exaggerated", "too low"."""
    too = any(tree.lower[one] in ("too", "far") for one in tree.children[word])
    return tree.lower[word] in _words("wrong") or (too and tree.lower[word] in _words("amiss"))


def _is_rejected(draft: Draft, tree: Tree, noun: int) -> bool:
    """Whether the speaker only turns down what a noun hands over: "rejected claims that 40 had died"."""
    verb = tree[noun].head
    denies = forms().get(tree.lower[verb]) in _words("denying") and tree[noun].dep == "dobj"
    return denies and _stands_for_statement(tree, noun) and tree.subject(verb) == draft.head


def _is_untrue(tree: Tree, verb: int) -> bool:
    """Whether a clause is "that is not true"."""
    subject, state = tree.child(verb, "nsubj"), tree.child(verb, "acomp", "attr")
    if subject is None or state is None or tree.lower[state] not in _words("right"):
        return False
    if tree.lower[subject] == "it" and any(
        tree.child(one, "ccomp", "advcl", "csubj") is not None for one in (verb, state)
    ):
        # "it was not true that the mill had been sold" denies just that.
        return False
    meant = tree.lower[subject] in ("that", "this", "it") or _stands_for_statement(tree, subject)
    return meant and tree.child(verb, "neg") is not None


def _judged(tree: Tree, word: int) -> int | None:
    """What a word such as "exaggerated" is said of, where that stands for a figure or a statement."""
    above = tree[word].head
    if tree.child(above, "neg") is not None:
        return None
    near = tree.child(word, "nsubj", "nsubjpass") or tree.child(above, "nsubj", "nsubjpass", "dobj")
    return near if near is not None and _takes_up(tree, near) else None


def _takes_up(tree: Tree, noun: int) -> bool:
    """Whether a word stands for what was said before: "the claim", "disputes this", "that was untrue"."""
    return tree.lower[noun] in ("this", "that") or _stands_for_statement(tree, noun)


def _stands_for_statement(tree: Tree, noun: int) -> bool:
    return tree.lower[noun] in _words("figures") or tree.lower[noun] in _words("statements")


def _takes_back_extent(draft: Draft, text: str) -> bool:
    """Whether a statement says that it was less: "not on that scale", "denied there were that many"."""
    said = " ".join(span.of(text) for span in draft.content)
    if forms().get(draft.cue.of(text).lower().split()[-1] if draft.cue is not None else "") in _words(
        "denying"
    ):
        return _extent().search(said) is not None
    return _no_extent().search(said) is not None or _fewer().search(said) is not None


@cache
def _extent() -> Any:  # noqa: ANN401  # re2 is untyped
    return re2.compile(rf"(?i)\b(?:{'|'.join(sorted(_words('extent')))})\b")


def _sets_right(draft: Draft, text: str) -> bool:
    """Whether another number is set against what was said: "the true figure was nearer 200"."""
    said = " ".join(span.of(text) for span in draft.content)
    return _true_figure().search(said) is not None


@cache
def _true_figure() -> Any:  # noqa: ANN401  # re2 is untyped
    return re2.compile(load_words("denials")["words"]["true_figure"])


@cache
def _fewer() -> Any:  # noqa: ANN401  # re2 is untyped
    """What ends on "far fewer", so that it can only be fewer than was said."""
    fewer = load_words("denials")["words"]["fewer"]
    return re2.compile(rf"(?i)\b(?:there|they|it|that|number|total|toll)\b.* {fewer}[.”\"]*$")


@cache
def _no_extent() -> Any:  # noqa: ANN401  # re2 is untyped
    """A negation and, a few words on in the same clause, how much."""
    negated = "|".join(sorted(_words("negations")))
    return re2.compile(
        rf"(?i)(?:\b(?:{negated})|n['’]t)(?: [\pL-]+){{0,6}} {_extent().pattern.removeprefix('(?i)')}"
    )
