"""What the parser takes for a speaker and is none: datelines, headings, brackets, the paper itself."""

from dataclasses import replace

from sayso.attribution.callings import nouns_of
from sayso.attribution.drafts import Draft
from sayso.attribution.linking import can_speak, joining
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import LinkKind

# "(Lab, Northgate)": no longer aside behind a name is looked at, in tokens.
LONGEST_ASIDE = 6
# Name of two words and comma before an apposition.
FIRST_BEHIND = 3
DASHES = frozenset({"-", "–", "—", "--"})


def is_no_saying(draft: Draft, tree: Tree, text: str) -> bool:
    """Whether nobody hands anything over.

    Args:
        draft: with its own speaker alone.
        tree: its sentence.
        text: the page's text.

    Returns:
        True for what is ordered to be paid, for a heading before a colon ("Harbour feast: five things to
        know", "FACT CHECK:") and for the paper's own "we reported" in a correction.
    """
    place, head = draft.place, draft.head
    if place is None:
        return False
    if not draft.chain:
        return tree[place].tag == "VBN" and tree.lower[place] in joining("ordering")
    if head is None:
        return False
    own = draft.cue is not None and tree.lower[0] in joining("amending")
    if own and (tree.lower[head] == "we" or " ".join(tree.lower[head : head + 3]) == "version of this"):
        return True
    colon = draft.cue is not None and draft.cue.of(text) == ":"
    if colon and tree.lower[head] in joining("headings"):
        return True
    return colon and _is_mute(draft, tree, head)


def _is_mute(draft: Draft, tree: Tree, head: int) -> bool:
    """Whether what is taken for a speaker is mute: "Tide of plastic: 12 beaches closed"."""
    opens = head == 0 and len(tree) > 2 and tree.lower[1] == "of"
    common = (tree[head].tag == "NN" and tree[head].text.islower()) or (opens and tree[2].text.islower())
    known = nouns_of("document", "body", "outlet")
    return (
        common
        and draft.chain[0].kind == LinkKind.PERSON
        and tree.lower[head] not in known
        and not (tree[head].tag == "NN" and can_speak(tree, head))
    )


def out_of_brackets(draft: Draft, tree: Tree, text: str) -> Draft:
    """The name in "Ann Holm (L-Vessby) said", where the parser took what is in brackets for the speaker.

    Args:
        draft: with its own speaker alone.
        tree: its sentence.
        text: the page's text.

    Returns:
        The draft with the name before the brackets, or as it was.
    """
    head = draft.head
    if head is None:
        return draft
    near = range(head, max(head - LONGEST_ASIDE, 0), -1)
    opens = next((one for one in near if tree[one].text in "()"), None)
    behind = range(head, min(head + LONGEST_ASIDE, len(tree)))
    closes = next((one for one in behind if tree[one].text in "()"), None)
    if opens is None or closes is None or tree[opens].text != "(" or tree[closes].text != ")":
        return draft
    if not tree[opens - 1].tag.startswith("NNP") or any(tree.is_verb(one) for one in range(opens, closes)):
        return draft
    return replace(draft, chain=(source_at(tree, text, opens - 1), *draft.chain[1:]), head=opens - 1)


def before_apposition(draft: Draft, tree: Tree, text: str) -> Draft:
    """The name in "Wells Now, a London-based group, says", of which the parser made an adverb.

    Args:
        draft: with its own speaker alone.
        tree: its sentence.
        text: the page's text.

    Returns:
        The draft with the name before the comma, or as it was.
    """
    head, place = draft.head, draft.place
    if head is None or place is None or not draft.chain or tree[head].tag != "NN":
        return draft
    first = tree.first(head)
    told = head + 2 == place and tree[head + 1].text == ","
    if (
        not told
        or first < FIRST_BEHIND
        or tree[first - 1].text != ","
        or tree.lower[first] not in ("a", "an", "the")
    ):
        return draft
    name = first - 2
    while name > 0 and tree[name - 1].text[:1].isupper():
        name -= 1
    if (
        name == first - 2
        or not tree[first - 2].text[:1].isupper()
        or (name > 0 and tree[name - 1].text != ",")
    ):
        return draft
    span = tree.span(name, first - 2)
    link = replace(draft.chain[0], span=span, name=span.of(text))
    return replace(draft, chain=(link, *draft.chain[1:]))


def behind_dateline(draft: Draft, tree: Tree, text: str) -> Draft:
    """The name in "PORT ELM, Ohio - Mayor Ann Holm said", where the parser took the town for the speaker.

    Args:
        draft: with its own speaker alone.
        tree: its sentence.
        text: the page's text.

    Returns:
        The draft with the name behind the dash, or as it was.
    """
    head, place = draft.head, draft.place
    if head is None or place is None or place < head or not tree[0].text.isupper() or not draft.chain:
        return draft
    dash = next((one for one in range(1, place) if _is_apart(tree, text, one)), None)
    if dash is None or tree.first(head) > dash:
        return draft
    name = place - 1
    while name > dash and not tree[name].tag.startswith("NN"):
        name -= 1
    top = next((one for one in (name, *tree.above(name)) if tree[one].head <= dash), name)
    top = top if dash < top < place else name
    if name == dash or tree.child(top, "relcl", "acl") is not None:
        return draft
    link = source_at(tree, text, top)
    start = max(link.span.start, tree[dash + 1].span.start)
    cut = text[start : link.span.end]
    name_cut = link.name.rpartition(f" {tree[dash].text} ")[2]
    return replace(
        draft,
        chain=(replace(link, span=Span(start, start + len(cut)), name=name_cut), *draft.chain[1:]),
        head=top,
    )


def _is_apart(tree: Tree, text: str, place: int) -> bool:
    """Whether a dash stands between spaces."""
    span = tree[place].span
    spaced = text[span.start - 1 : span.start] == text[span.end : span.end + 1] == " "
    return tree[place].text in DASHES and spaced
