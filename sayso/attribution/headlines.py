"""Say-so in headlines: "Minister: 20% cut looms", "Mayor Says Bridge Cost 4,200 Crowns"."""

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import certainties, cues, forms, frames
from sayso.attribution.sources import is_station, source_of
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty

# A speaker in a headline has no more words than this, and what is said no fewer than that.
LONGEST_SPEAKER = 6
SHORTEST_CONTENT = 3
# "BOOM:" is a shout; initials are shorter.
SHOUT = 4


def find_in_headline(tree: Tree, text: str) -> list[Draft]:
    """What a headline's form gives where its grammar does not.

    Args:
        tree: a headline; in Title Case the parser takes its verbs for names.
        text: the page's text.

    Returns:
        At most one draft: a speaker before a colon, or before or behind a cue verb.
    """
    draft = _colon(tree, text) or _verb(tree, text)
    return [draft] if draft is not None else []


def _colon(tree: Tree, text: str) -> Draft | None:
    colon = next((place for place, token in enumerate(tree.tokens) if token.text == ":"), None)
    if colon is None or not 0 < colon <= LONGEST_SPEAKER or len(tree) - colon <= SHORTEST_CONTENT:
        return None
    speaker = [tree.lower[place] for place in range(colon)]
    if speaker[-1] in cues()["kickers"]["words"].split() or not tree[0].text[0].isupper():
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
