"""Tags that close a sentence where the parse loses them: "…, a report reviewed by the Herald says."."""

from collections.abc import Sequence

from sayso.attribution.callings import words
from sayso.attribution.composing import certainty_of, make
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import forms, frames, listed
from sayso.attribution.tree import SUBJECTS, Tree

TOLD = frozenset({"VBD", "VBZ", "VBP"})
# What may stand behind the verb of a closing tag: to whom, where and when it was said.
BESIDE = frozenset({"prep", "dative", "dobj", "npadvmod", "advmod", "punct", "agent"})
DASHES = frozenset({"-", "--", "–", "—"})
MARKS = frozenset({",", "”", '"', "''"})
# "Holm said" behind fewer words closes nothing.
SHORTEST = 3
# What the parser makes of a verb that it loses, and how who speaks may be called.
LOST = frozenset({"VBN", "NN", "NNS", "VB"})
OPENING = frozenset({"DT", "NN", "NNS", "NNP", "JJ", "PRP$"})
# No longer name of a release stands before the verb.
FAR = 10


def apposed_subject(tree: Tree, verb: int) -> int | None:
    """The speaker that the parser took for an apposition: "…, a source close to the talks said".

    Args:
        tree: the sentence.
        verb: a cue without a subject of its own.

    Returns:
        The noun, which stands between a comma and the verb.
    """
    if tree.child(verb, *SUBJECTS) is not None:
        return None
    before = verb - 1
    while before > 0 and (tree[before].text == "," or tree[before].dep in ("aux", "advmod", "neg")):
        before -= 1
    for noun in (before, *tree.above(before)):
        first = tree.first(noun)
        if tree[noun].dep == "appos" and first > 0 and tree[first - 1].text in MARKS:
            if tree.last(noun) != before or not tree[noun].tag.startswith("NN"):
                return None
            named = tree[noun].head
            # "…, Ann Holm, the mayor, said": with a comma before the verb the name is who speaks.
            apart = tree[verb - 1].text == "," and tree[named].dep == "appos" and tree[named].tag == "NNP"
            return named if apart and tree.first(named) > 0 else noun
    return None


def find_tags(tree: Tree, text: str, found: Sequence[Draft]) -> list[Draft]:
    """Drafts for closing tags that gave none.

    Args:
        tree: a sentence without an utterance: the tags of those are found elsewhere.
        text: the page's text.
        found: its drafts so far.

    Returns:
        At most one draft: all before the comma on the say-so of whoever stands behind it.
    """
    known = {draft.place for draft in found}
    for verb in range(len(tree) - 1, SHORTEST, -1):
        base = forms().get(tree.lower[verb])
        if base is None or not {"quote", "clause"} & frames()[base]:
            continue
        lost = None if verb in known else _lost_speaker(tree, verb)
        if lost is None and not _is_told(tree, verb):
            continue
        if verb in known:
            return []
        subject = _speaker(tree, verb) if lost is None else lost
        subject = _release(tree, verb) if subject is None else subject
        if subject is None or not (lost is not None or _closes(tree, verb)):
            return []
        comma = next((one for one in range(subject, 0, -1) if tree[one].text == ","), 0)
        last = min(tree.first(subject) - 2, comma - 1) if tree.first(subject) > 1 else comma - 1
        whole = last >= SHORTEST and any(tree.is_verb(place) for place in range(last + 1))
        if not whole:
            return []
        draft = make(tree, text, verb, [(0, last)], subject, certainty_of(base))
        return [draft] if draft is not None else []
    return []


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a verb is finite, also where the tagger says participle: "who asked not to be named told"."""
    participle = (
        tree[verb].tag == "VBN" and tree[verb].dep == "conj" and tree.child(verb, "aux", "auxpass") is None
    )
    return tree[verb].tag in TOLD or participle


def _speaker(tree: Tree, verb: int) -> int | None:
    own = tree.child(verb, "nsubj")
    if own is None:
        return apposed_subject(tree, verb)
    first = tree.first(own)
    unbound = tree[verb].dep == "advcl" and not any(
        tree[one].dep == "mark" or tree[one].tag in ("WRB", "WP", "WDT") for one in tree.children[verb]
    )
    loose = (
        unbound
        or tree[verb].dep in ("ROOT", "parataxis")
        or (tree[verb].dep == "conj" and tree.child(tree[verb].head, "cc") is None)
    )
    return own if loose and own < verb and first > SHORTEST and tree[first - 1].text == "," else None


def _lost_speaker(tree: Tree, verb: int) -> int | None:
    """Who speaks in "…, the customs service reported on Friday", where the parser loses the verb.

    Between the comma and the verb stands nothing but one document or body with what belongs to it, and
    behind it nothing but a day: "the lowest level reported on Friday" is no such one.
    """
    if tree[verb].tag not in LOST or not _ends_in_time(tree, verb):
        return None
    before = range(verb - 1, max(verb - FAR, 0), -1)
    comma = next((one for one in before if tree[one].text == ","), None)
    if comma is None or tree[comma + 1].tag not in OPENING or tree.child(verb, "aux", "auxpass", "agent"):
        return None
    phrase = range(comma + 1, verb)
    if any(tree[one].tag in (*TOLD, "MD", "TO", "WDT", "WP", "CC") for one in phrase):
        return None
    stop = next((one for one in phrase if tree[one].tag in ("IN", "VBN")), verb)
    head = stop - 1
    heads = words("document", "heads") | words("body", "heads")
    return head if head > comma and tree.lower[head] in heads else None


def _ends_in_time(tree: Tree, verb: int) -> bool:
    """Whether nothing but a day stands behind a word, up to the end or to a clause of its own."""
    for place in range(verb + 1, len(tree)):
        if tree[place].text == "," and tree.lower[place + 1 : place + 2] in (("while",), ("as",), ("but",)):
            return True
        if tree[place].text not in ".," and not _is_time(tree.lower[place]):
            return False
    return True


def _is_time(word: str) -> bool:
    return word in ("on", "in", "late", "early", "last", "this", "week", "month", "year") or word in listed(
        "dates", "words"
    )


def tells_time_only(draft: Draft, tree: Tree) -> bool:
    """Whether a cue was given nothing but the day of it: "a poll by the Post showed on Thursday"."""
    held = [
        token.text.lower()
        for token in tree.tokens
        if token.text.isalnum() and any(span.holds(token.span) for span in draft.content)
    ]
    return not listed("dates", "words").isdisjoint(held) and all(map(_is_time, held))


def _release(tree: Tree, verb: int) -> int | None:
    """The figures in "…, figures out Thursday showed", which the parser takes for a verb."""
    before = range(verb - 1, max(verb - FAR, 0), -1)
    comma = next((one for one in before if tree[one].text == ","), None)
    if comma is None or comma + 2 >= verb:
        return None
    between = range(comma + 1, verb)
    noun = next((one for one in between if tree.lower[one] in words("document", "heads")), None)
    if noun is None or noun - comma > SHORTEST or tree.child(verb, "ccomp") is not None:
        return None
    other = any(tree[one].tag in (*TOLD, "MD", "TO") for one in between if one != noun)
    return None if other or tree[comma + 1].tag in ("CC", "WDT", "WP", "IN") else noun


def _cites(tree: Tree, place: int) -> bool:
    """Whether a word opens ", citing two officials", which tells who stands behind the speaker."""
    return tree[place].tag == "VBG" and tree.lower[place] in listed("chain", "citing")


def _closes(tree: Tree, verb: int) -> bool:
    """Whether nothing is said behind a verb, up to the end or to what the page adds behind a dash."""
    dash = next((place for place in range(verb + 1, len(tree)) if tree[place].text in DASHES), len(tree))
    behind = [one for one in tree.children[verb] if verb < one < dash and not _cites(tree, one)]
    if any(tree[one].dep not in BESIDE for one in behind):
        return False
    return not any(tree[place].tag in (*TOLD, "MD") for place in range(verb + 1, dash))
