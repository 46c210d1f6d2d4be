"""Who speaks in a quotation that no verb beside it hands over.

Either a label without a verb names the speaker ("Holm, in a letter: “…”", "the answer from Holm: “…”"), or
the sentence before lets somebody speak.
"""

from collections.abc import Sequence
from functools import cache

import re2

from sayso.attribution.callings import words
from sayso.attribution.clauses import find_clauses
from sayso.attribution.drafts import Draft
from sayso.attribution.lexicon import cues, forms, frames, nouns
from sayso.attribution.outlets import is_station
from sayso.attribution.sources import source_at, source_of
from sayso.attribution.tags import find_tags
from sayso.attribution.tree import Tree
from sayso.model import Link, Span
from sayso.vocabulary import LinkKind

QUOTES = frozenset({"quote", "quote-only"})
# A cue under one of these is the sentence's own; "after Holm said so, Venn left" speaks of Venn.
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
# How many words may follow the clause of a speaker who is introduced last: "…, who said it was legal.".
NEAR_END = 2

# A name of two words or more at the start of a sentence.
OPENING_NAME = re2.compile(
    r"^([\p{Lu}][\p{L}’'-]+(?: (?:[\p{Lu}][\p{L}.’'-]*|de|van|von|al))* [\p{Lu}][\p{L}’'-]+)[ ,]"
)
# A sentence that opens with one of these stays with the one who spoke.
SAME = frozenset({"he", "she", "they", "his", "her", "their", "it", "its", "then", "and"})
# Words that open a sentence in a capital and no name.
NO_NAME = frozenset(
    {
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "for",
        "after",
        "before",
        "when",
        "while",
        "but",
        "and",
        "as",
        "by",
        "to",
    }
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
# What parts a name from the rest of its label.
BEHIND_NAME = frozenset({":", ",", "(", "on", "in"})
BULLETS = frozenset("-–—•*·▪")
# Whose word it is: "the answer from Holm", "a note by Holm".
JOINTS = frozenset({"from", "by", "in"})
# Nouns of answering that hand over nothing but a quotation.
REPLIES = frozenset(
    {"answer", "reply", "response", "retort", "take", "verdict", "advice", "motto", "words", "sign"}
)

Speaker = tuple[Link, int | None]


def introducer(tree: Tree, text: str, quoted: Sequence[Span], *, apart: bool) -> Speaker | None:
    """The one whom the sentence before a bare quotation introduces.

    Args:
        tree: that sentence.
        text: the page's text.
        quoted: the utterances in quotation marks beside it.
        apart: whether a new paragraph opens between the sentence and the quotation.

    Returns:
        The speaker and the speaker's word in the sentence; None where it introduces nobody.
    """
    teller = _teller(tree, text, quoted, apart=apart)
    if teller is not None:
        return teller.chain[0], teller.head
    root = next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), None)
    if root is None or (apart and not _speaks_of_words(tree, root)):
        return None
    subject = tree.child(root, "nsubj")
    if subject is None:
        return None
    cried = bool(QUOTES & frames().get(forms().get(tree.lower[root], ""), frozenset()))
    known = tree[subject].tag == "NNP" or tree.lower[subject] in ("he", "she")
    if not known and not (cried and tree.lower[subject] in words("person", "heads")):
        return None
    link = source_at(tree, text, subject)
    return (link, subject) if link.kind == LinkKind.PERSON else None


def opening_name(text: str, sentence: Span) -> Speaker | None:
    """The name of two words or more that opens a sentence which has no parse: "Una Holm shook her head."."""
    found = OPENING_NAME.match(sentence.of(text))
    if found is None or found[1].split()[0].lower() in NO_NAME:
        return None
    parts = found[1].split()
    if any(part in words("body", "names") or is_station(part) for part in parts):
        return None
    span = Span(sentence.start, sentence.start + found.end(1))
    return Link(span, found[1], LinkKind.PERSON), None


def turns_away(sentence: str, name: str) -> bool:
    """Whether a sentence of the page's is about another than the one who spoke last.

    Args:
        sentence: a sentence between two quotations.
        name: who spoke before it.

    Returns:
        False where it opens with "he" or "she", or names the speaker.
    """
    first = sentence.split(maxsplit=1)[0].strip(",") if sentence.split() else ""
    if not first[:1].isupper():
        # The rest of a sentence that an abbreviation cut: "(D-Vessby), a miller."
        return False
    return first.lower() not in SAME and not any(part in sentence for part in name.split()[-1:])


def labelled(tree: Tree, text: str, lead: Sequence[int]) -> Speaker | None:
    """The one whom a label before a quotation names: "Holm, skipper: “…”", "in the words of Holm, “…”".

    Args:
        tree: the sentence.
        text: the page's text.
        lead: the words before the quotation.

    Returns:
        The speaker and the speaker's word; None where the lead has a verb or names nobody.
    """
    lead = behind_dash(tree, lead)
    if not lead or any(tree[place].tag in FINITE for place in lead):
        return None
    named = _name(tree, lead)
    if named is not None:
        return None if tree.lower[named] in _kickers() else (source_of(tree, text, lead[0], named), named)
    first = min(
        lead, key=lambda place: (tree[place].dep == "punct", sum(1 for _ in tree.above(place)), place)
    )
    noun = _below(tree, first)
    if noun is None or noun not in lead or not tree[noun].tag.startswith("NN"):
        return None
    told = tree.lower[noun] in nouns() or tree.lower[noun] in words("document", "heads") | REPLIES
    owner = _owner(tree, noun) if told else None
    if owner is not None:
        return source_at(tree, text, owner), owner
    known = told or tree[noun].tag == "NNP" or tree.lower[noun] in words("person", "heads")
    if not known:
        return None
    link = source_at(tree, text, noun)
    clean = link.span.start >= tree[lead[0]].span.start
    return (link if clean else source_of(tree, text, lead[0], noun)), noun


def behind_dash(tree: Tree, lead: Sequence[int]) -> list[int]:
    """The words behind the last dash or bullet of a lead: "Mills are dear - Una Holm:"."""
    dash = max((at for at, place in enumerate(lead[:-1]) if tree[place].text in BULLETS), default=-1)
    return list(lead[dash + 1 :])


def _below(tree: Tree, first: int) -> int | None:
    """The noun that a label is about, behind "from" or "in the words of"."""
    if tree[first].dep != "prep" and tree.lower[first] not in JOINTS:
        return first
    thing = tree.child(first, "pobj")
    return thing if tree.lower[first] == "from" else _worded(tree, thing)


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose answer it is: "Holm's answer", "the answer from Holm"."""
    own = tree.child(noun, "poss")
    joint = next((one for one in tree.all_children(noun, "prep") if tree.lower[one] in JOINTS), None)
    return tree.child(joint, "pobj") if own is None and joint is not None else own


def _name(tree: Tree, lead: Sequence[int]) -> int | None:
    """The last word of a name that opens a label, up to what is told of it: "Una Holm, skipper:"."""
    last = None
    for place in lead:
        if last is not None and tree.lower[place] in ("and", "&"):
            continue
        if not tree[place].tag.startswith("NNP"):
            return last if tree[place].text in BEHIND_NAME else None
        last = place
    return last


@cache
def _kickers() -> frozenset[str]:
    return frozenset(cues()["kickers"]["words"].split())


def _worded(tree: Tree, thing: int | None) -> int | None:
    """Whose words they are, in "in the words of Holm"."""
    if thing is None or tree.lower[thing] != "words":
        return None
    of = tree.child(thing, "prep")
    return tree.child(of, "pobj") if of is not None else tree.child(thing, "poss")


def _teller(tree: Tree, text: str, quoted: Sequence[Span], *, apart: bool) -> Draft | None:
    """The speaker of an indirect statement that fills the sentence, or closes it."""
    found = find_clauses(tree, text, tuple(quoted))
    told = [draft for draft in (*found, *find_tags(tree, text, found)) if _may_go_on(tree, draft)]
    main = [draft for draft in told if _is_main(tree, draft)]
    if main:
        return min(main, key=lambda draft: _depth(tree, draft))
    if apart or not told:
        return None
    last = max(told, key=lambda draft: draft.place or 0)
    place = last.place or 0
    return last if tree[place].dep == "relcl" and tree.last(place) >= len(tree) - NEAR_END else None


def _may_go_on(tree: Tree, draft: Draft) -> bool:
    """Whether a draft has somebody who may be heard next, in words of his own."""
    if not draft.chain or draft.place is None or draft.stance or draft.chain[0].kind == LinkKind.ANONYMOUS:
        return False
    if tree.lower[draft.place] == "according":
        return draft.chain[0].kind == LinkKind.PERSON
    return bool(QUOTES & frames().get(forms().get(tree.lower[draft.place], ""), frozenset()))


def _is_main(tree: Tree, draft: Draft) -> bool:
    place = draft.place or 0
    if tree.lower[place] == "according":
        return True
    bound = any(
        (tree[one].dep == "mark" and tree.lower[one] != "as") or tree[one].tag == "WRB"
        for one in tree.children[place]
    )
    return not bound and all(tree[one].dep in MAIN for one in (place, *tree.above(place)))


def _depth(tree: Tree, draft: Draft) -> tuple[int, int]:
    place = draft.place or 0
    return sum(1 for _ in tree.above(place)), place


def _speaks_of_words(tree: Tree, root: int) -> bool:
    """Whether a sentence tells of nothing but speaking: "Holm went on with his remarks."."""
    if tree.child(root, "ccomp", "xcomp") is not None:
        return False
    about = tree.child(root, "dobj")
    told = about is not None and tree.lower[about] in nouns()
    base = forms().get(tree.lower[root])
    spoke = base is not None and bool(QUOTES & frames()[base]) and about is None
    return told or spoke
