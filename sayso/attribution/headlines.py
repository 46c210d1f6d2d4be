"""Say-so in headlines: "Minister: 20% cut looms", "Mayor Says Bridge Cost 4,200 Crowns"."""

from collections.abc import Sequence

from sayso.attribution.callings import nouns_of
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import certainties, forms, frames, listed
from sayso.attribution.outlets import is_station
from sayso.attribution.sources import source_of
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty

# A speaker in a headline has no more words than this, and what is said no fewer than that.
LONGEST_SPEAKER = 6
SHORTEST_CONTENT = 3
# Behind a colon a speaker is told in so many words.
SHORT_TELLER = 2
# "BOOM:" is a shout; initials are shorter.
SHOUT = 4
DASHES = ("-", "–", "—")


def find_in_headline(tree: Tree, text: str, found: Sequence[Draft]) -> list[Draft]:
    """What a headline's form gives where its grammar does not.

    Args:
        tree: a headline; in Title Case the parser takes its verbs for names.
        text: the page's text.
        found: what its grammar gives.

    Returns:
        Those and at most one more: a speaker before a colon, before or behind a cue verb, or at the end.
        Where the grammar gives something, only a colon behind who tells: "Survey: 64 percent want …".
    """
    if found:
        draft = _colon(tree, text)
        told = draft is not None and _is_teller(tree, range(draft.place or 0), SHORT_TELLER + 1)
        outside = draft is not None and all(
            one.place is None or one.place > (draft.place or 0) for one in found
        )
        return [draft, *found] if draft is not None and told and outside else list(found)
    draft = _closing(tree, text) or _colon(tree, text) or _verb(tree, text)
    return [draft] if draft is not None else []


def _colon(tree: Tree, text: str) -> Draft | None:
    colon = next((place for place, token in enumerate(tree.tokens) if token.text == ":"), None)
    if colon is None or not 0 < colon <= LONGEST_SPEAKER or len(tree) - colon <= SHORTEST_CONTENT:
        return None
    speaker = [tree.lower[place] for place in range(colon)]
    if speaker[-1] in listed("kickers", "words") or not tree[0].text[0].isupper():
        return None
    if colon == 1 and tree[0].text.isupper() and len(tree[0].text) >= SHOUT and not is_station(tree[0].text):
        return None
    topic = next((place for place in range(1, colon) if tree.lower[place] in ("on", "to")), colon)
    if any(tree[place].tag in ("VBZ", "VBD", "VBP", "MD") for place in range(topic)):
        return None
    content = trim(text, Span(tree[colon].span.end, tree[-1].span.end), " \t\n,;:–—-")
    named = tree.span(0, topic - 1).of(text)
    # A city before a colon says where, and the report below says that it is one: "in Vessby".
    if content is None or tree[topic - 1].tag in ("IN", "TO") or f" in {named}" in text:
        return None
    source = source_of(tree, text, 0, topic - 1)
    return Draft((content,), tree[colon].span, (source,), Certainty.STATED, tree.sentence, colon, topic - 1)


def _closing(tree: Tree, text: str) -> Draft | None:
    """Who says so at the end: "40 Boats Lost, Harbour Board Admits", "40 Boats Lost: Police"."""
    last = len(tree) - 1
    while last > 0 and tree[last].dep == "punct":
        last -= 1
    nearest = range(last - 1, max(-1, last - 1 - LONGEST_SPEAKER), -1)
    mark = next((place for place in nearest if tree[place].text in (",", ":", *DASHES)), None)
    if mark is None or mark < SHORTEST_CONTENT:
        return None
    told = tree[mark].text == ","
    speaker = range(mark + 1, last if told else last + 1)
    if any(not tree[place].text[:1].isalpha() or tree[place].tag in ("IN", "TO") for place in speaker):
        return None
    verb = last if told else mark
    known = _is_telling(tree, last) if told else _is_teller(tree, speaker)
    content = trim(text, tree.span(0, mark - 1), " \t\n,;:–—-")
    capital = tree[mark + 1].text[0].isupper() or tree[mark].text in DASHES
    if not speaker or not known or content is None or not capital:
        return None
    source = source_of(tree, text, speaker[0], speaker[-1])
    certainty = certainties().get(forms().get(tree.lower[verb], ""), Certainty.STATED)
    return Draft((content,), tree[verb].span, (source,), certainty, tree.sentence, verb, speaker[-1])


def _is_telling(tree: Tree, place: int) -> bool:
    """Whether the last word is a verb of saying in the present: "Board Admits", "Police Say"."""
    base = forms().get(tree.lower[place])
    present = base is not None and tree.lower[place] in (base, f"{base}s", f"{base}es")
    return present and base is not None and "clause" in frames()[base]


def _is_teller(tree: Tree, speaker: range, longest: int = SHORT_TELLER) -> bool:
    """Whether one or two words behind a colon name who or what tells: "Police", "Harbour Report"."""
    known = nouns_of("document", "body", "person")
    kicker = listed("kickers", "words")
    return bool(
        0 < len(speaker) <= longest
        and {tree.lower[speaker[-1]], tree.lower[speaker[-1]].removesuffix("s")} & known
        and not any(tree.lower[place] in kicker for place in speaker)
    )


def _verb(tree: Tree, text: str) -> Draft | None:
    for place in range(1, min(len(tree), LONGEST_SPEAKER + 1)):
        base = forms().get(tree.lower[place])
        if (
            base is None
            or not {"clause", "quote", "object"} & frames()[base]
            or not _is_finite(tree, place, base)
        ):
            continue
        if any(tree[before].dep == "punct" and tree[before].text != "," for before in range(place)):
            return None
        content = trim(text, Span(tree[place].span.end, tree[-1].span.end), " \t\n,;:–—-.")
        if content is None or len(tree) - place <= SHORTEST_CONTENT:
            return None
        source = source_of(tree, text, 0, place - 1)
        certainty = certainties().get(base, Certainty.STATED)
        return Draft((content,), tree[place].span, (source,), certainty, tree.sentence, place, place - 1)
    return None


def _is_finite(tree: Tree, place: int, base: str) -> bool:
    """Whether a word is the headline's verb: headlines are told in the present or the past."""
    word = tree.lower[place]
    told = (word.endswith("s") and word != base) or tree[place].tag in ("VBZ", "VBD")
    return told and not tree.lower[place - 1].endswith(("'s", "’s")) and tree[place].text[0].isupper()
