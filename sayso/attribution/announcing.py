"""Sentences that announce what somebody reports and leave it to what follows.

"The board gave these figures:", "The report's main points:", "The ministry published its statistics.".
"""

from collections.abc import Iterator, Mapping
from functools import cache

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.extent import hands_over
from sayso.attribution.lexicon import cues, forms
from sayso.attribution.linking import citable
from sayso.attribution.tree import Tree
from sayso.model import Reading, Span
from sayso.vocabulary import Certainty, LinkKind
from sayso.words import load_words

# Whose points they are: "the report's main points:". A person's are no statement of his.
REPORTING = frozenset({LinkKind.DOCUMENT, LinkKind.BODY, LinkKind.OUTLET})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("reach")["reach"][key].split())


def may_announce(sentence: str) -> bool:
    """Whether a sentence may be one such as "The ministry published its statistics", or ends on a colon."""
    if sentence.rstrip().endswith(":"):
        return True
    said = {word.strip(".,:;") for word in sentence.lower().split()}
    return not said.isdisjoint(_words("issuing")) and not said.isdisjoint(_words("issued"))


def find_issued(reading: Reading, trees: Mapping[int, Tree], spoken_for: set[int]) -> list[Draft]:
    """A draft for each sentence that announces figures, and hands over none itself.

    Args:
        reading: with its sentences.
        trees: the parses by sentence.
        spoken_for: the sentences in which somebody speaks.

    Returns:
        Drafts without content where what is announced follows in the next sentences, and with what
        stands behind its colon where it follows in the same: "The board gave the figures: 40 in May".
    """
    text = reading.page.text
    found = []
    for number, tree in trees.items():
        if number in spoken_for or not may_announce(reading.sentences[number].span.of(text)):
            continue
        draft = _issue(tree, text) or _listing(tree, text)
        if draft is not None:
            found.append(draft)
    return found


def _issue(tree: Tree, text: str) -> Draft | None:
    """Take "The ministry published its statistics"."""
    root = next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), None)
    if root is None or tree.lower[root] not in _words("issuing"):
        return None
    subject, thing = tree.child(root, "nsubj"), tree.child(root, "dobj")
    if subject is None or thing is None or tree.lower[thing] not in _words("issued"):
        return None
    link = citable(tree, text, subject)
    if link is None:
        return None
    content = _behind_colon(tree, text, thing)
    return Draft(content, None, (link,), Certainty.STATED, tree.sentence, root, subject)


def _behind_colon(tree: Tree, text: str, thing: int) -> tuple[Span, ...]:
    """What stands behind the colon of the announcement itself."""
    colon = next((place for place in range(thing, len(tree) - 2) if tree[place].text == ":"), None)
    if colon is None or any(hands_over(tree, place) for place in range(colon, len(tree))):
        return ()
    content = trim(text, tree.span(colon + 1, len(tree) - 1))
    return () if content is None else (content,)


def _listing(tree: Tree, text: str) -> Draft | None:
    """Take "The guild lists its demands:" and "The report's main points:"."""
    if tree[len(tree) - 1].text != ":":
        return None
    for head in _announcers(tree):
        link = citable(tree, text, head)
        if link is not None and link.kind in REPORTING:
            return Draft((), None, (link,), Certainty.STATED, tree.sentence, None, head)
    return None


def _announcers(tree: Tree) -> Iterator[int]:
    """Who may announce a list: the subject of a verb of listing, the owner of what is listed."""
    root = next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), 0)
    subject = tree.child(root, "nsubj")
    if subject is not None and tree.lower[root] in _words("listing"):
        yield subject
    owner = tree.child(root, "poss")
    if owner is not None and tree[root].tag.startswith("NN"):
        yield owner


def announces(draft: Draft, trees: Mapping[int, Tree]) -> bool:
    """Whether a cue names what its source spoke about, so that the words themselves must follow."""
    if draft.place is None:
        return False
    tree = trees[draft.sentence]
    word = tree.lower[draft.place]
    if forms().get(word) not in cues()["announcing"]:
        return False
    joints = cues()["announcing"][forms()[word]]
    return (
        any(
            tree.lower[one] in joints and not any(span.overlaps(tree[one].span) for span in draft.content)
            for one in tree.all_children(draft.place, "prep")
        )
        and tree.child(draft.place, "ccomp") is None
    )


def announces_list(draft: Draft, reading: Reading) -> bool:
    """Whether the sentence of a draft ends on a colon, so that what is said follows it."""
    return reading.sentences[draft.sentence].span.of(reading.page.text).rstrip().endswith(":")
