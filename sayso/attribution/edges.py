"""Where a content ends beyond what its cue's frame gives: lists behind a colon, values behind a semicolon.

The parser takes what stands behind a colon or a semicolon for a sentence of its own. Here
the content of a cue before it goes on over such marks, as long as nobody else speaks there.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.extent import hands_over
from sayso.attribution.lexicon import forms, frames
from sayso.attribution.mending import tense
from sayso.attribution.narrating import before_story
from sayso.attribution.sources import is_share
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Span
from sayso.vocabulary import LinkKind
from sayso.words import load_words

CLOSERS = frozenset(")]")
# The name of a speaker and the day between a tag and its colon have no more words than these.
FAR = 10
WHO = frozenset({"WP", "WP$", "WDT", "WRB"})
LIKE = frozenset({"did", "does", "do", "has", "have"})
MARKS = frozenset('“”"')


@cache
def _moving_words() -> frozenset[str]:
    return frozenset(load_words("reach")["extent"]["moving"].split())


@cache
def _margins() -> frozenset[str]:
    return frozenset(load_words("extent")["closing"]["margins"].split())


def settle(drafts: Sequence[Draft], tree: Tree, text: str) -> list[Draft]:
    """Let the content of each draft go on as far as its words are said.

    Args:
        drafts: those of one sentence that a parse gave.
        tree: the sentence.
        text: the page's text.

    Returns:
        The drafts in the same order, with the last piece of their content as long as it should be.
    """
    return [_settled(draft, tree, text) for draft in drafts]


def _settled(draft: Draft, tree: Tree, text: str) -> Draft:
    if draft.place is None or not draft.content:
        return draft
    if draft.content[-1].start < tree[draft.place].span.start:
        return _behind_tag(draft, tree, text, draft.place)
    span = draft.content[-1]
    first = start = tree.at(span.start)
    last = tree.at(span.end - 1)
    last = _over_margin(tree, draft.place, last)
    last = _list(tree, draft, first, _values(tree, draft, _moving(tree, draft, last)))
    last = before_story(tree, draft.place, first, _before_background(tree, draft.place, first, last))
    if first - 1 > draft.place + 1 and tree[first - 1].text == ":":
        start = _announced(tree, draft.place, first)
    if (first, tree.at(span.end - 1)) == (start, last):
        return draft
    longer = trim(text, Span(min(span.start, tree[start].span.start), tree[last].span.end))
    return draft if longer is None else replace(draft, content=(*draft.content[:-1], longer))


def _over_margin(tree: Tree, verb: int, last: int) -> int:
    """Over a margin that the parser hung on the cue or above: "Holm ahead of Venn by 9 points to 43"."""
    while last + 2 < len(tree) and tree.lower[last + 1] in ("by", "to"):
        joint = last + 1
        noun, end = tree.child(joint, "pobj"), tree.last(joint)
        counted = noun is not None and any(tree[one].tag == "CD" for one in range(joint, noun + 1))
        if noun is None or not counted or tree[joint].head > verb or tree.lower[noun] not in _margins():
            break
        last = end
    return last


def _behind_tag(draft: Draft, tree: Tree, text: str, verb: int) -> Draft:
    """With what stands behind the colon of a closing tag: "That is wrong, says Holm: 40 went"."""
    near = range(verb + 1, min(verb + FAR, len(tree) - 2))
    colon = next((place for place in near if tree[place].text == ":"), None)
    if colon is None or any(
        tree.is_verb(place) or tree[place].text in MARKS for place in range(verb + 1, colon)
    ):
        return draft
    behind = trim(text, tree.span(colon + 1, _ends(tree)))
    if behind is None or _other_speaks(tree, draft, colon + 1, _ends(tree)):
        return draft
    return replace(draft, content=(*draft.content, behind))


def _ends(tree: Tree) -> int:
    """The last word of the sentence that is no stop."""
    end = len(tree) - 1
    while end > 0 and tree[end].dep == "punct" and tree[end].text not in CLOSERS:
        end -= 1
    return end


def _other_speaks(tree: Tree, draft: Draft, first: int, last: int) -> bool:
    """Whether somebody else is heard between two words; those whom a survey counts are part of it."""
    counts = bool(draft.chain) and draft.chain[0].kind == LinkKind.DOCUMENT
    for place in range(first, last + 1):
        if not hands_over(tree, place):
            continue
        subject = tree.child(place, *SUBJECTS)
        if not (counts and subject is not None and subject < place and is_share(tree, subject)):
            return True
    return False


def _values(tree: Tree, draft: Draft, last: int) -> int:
    """Over semicolons in what a survey or a statistic gives: "put Holm at 41 percent; Venn had 33"."""
    told = bool(draft.chain) and draft.chain[0].kind == LinkKind.DOCUMENT
    while told and last + 2 < len(tree) and tree[last + 1].text == ";":
        end = next((one for one in range(last + 2, len(tree)) if tree[one].text == ";"), _ends(tree) + 1) - 1
        counted = any(tree[one].tag == "CD" for one in range(last + 2, end + 1))
        if not counted or _other_speaks(tree, draft, last + 2, end):
            break
        last = end
    return last


def _list(tree: Tree, draft: Draft, first: int, last: int) -> int:
    """To the end of what a colon announces: "found three things: 40 wells were dry, 9 were foul"."""
    if ":" not in tree.lower:
        return last
    colon = next((one for one in range(first, min(last + 2, len(tree))) if tree[one].text == ":"), None)
    end = _ends(tree)
    if colon is None or end <= max(last, colon) or not draft.chain:
        return last
    counted = any(tree[one].tag == "CD" for one in range(colon + 1, end + 1))
    return end if counted and not _other_speaks(tree, draft, colon + 1, end) else last


def _moving(tree: Tree, draft: Draft, last: int) -> int:
    """Over what becomes of a value: "put the wind at 90 knots, rising to 120 knots by night"."""
    if draft.place is None or "value" not in frames().get(forms().get(tree.lower[draft.place], ""), ()):
        return last
    verb = last + 2
    if verb >= len(tree) or tree[last + 1].text != "," or tree.lower[verb] not in _moving_words():
        return last
    end = tree.last(verb)
    while end > verb and tree[end].dep == "punct":
        end -= 1
    counted = any(tree[one].tag == "CD" for one in range(verb, end + 1))
    return end if counted and not _other_speaks(tree, draft, verb + 1, end) else last


def _before_background(tree: Tree, cue: int, first: int, last: int) -> int:
    """Before what the page adds of a name: "said it would sue Holm, who owns 40 punts".

    A clause on a proper name that closes what somebody said is the page's own in six cases of seven; on a
    common noun it is as often the speaker's.
    """
    last = _before_likes(tree, first, last)
    if tense(tree, cue) != "past":
        return last
    for place in range(first + 1, last + 1):
        start = tree.first(place)
        if tree[place].dep != "relcl" or start - 1 <= first or tree[start - 1].text != ",":
            continue
        named = tree[tree[place].head].tag.startswith("NNP") and tree.last(place) >= last - 1
        asks = any(tree[one].tag in WHO for one in range(start, min(start + 2, place + 1)))
        if named and asks and tense(tree, place) in ("past", "present"):
            return start - 2
    return last


def _before_likes(tree: Tree, first: int, last: int) -> int:
    """Before others that the page likens to what was said: "said he would leave, as did 9 others"."""
    if "as" not in tree.lower:
        return last
    for comma in range(first + 2, last - 1):
        opens = tree[comma].text == "," and tree.lower[comma + 1] == "as" and tree.lower[comma + 2] in LIKE
        if opens and not any(tree.is_verb(one) for one in range(comma + 3, last + 1)):
            return comma - 1
    return last


def _announced(tree: Tree, verb: int, first: int) -> int:
    """The first word of a content that a colon cut off from its cue's object: "found three things: …"."""
    between = range(verb + 1, first - 1)
    whole = not any(
        tree.is_verb(one) or tree[one].text in MARKS or tree[one].dep == "punct" for one in between
    )
    return verb + 1 if whole and any(tree[one].tag == "CD" for one in between) else first
