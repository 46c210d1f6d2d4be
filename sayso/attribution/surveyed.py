"""Those whom a survey counts: "53 percent of anglers in the Halden poll said …" stands on the poll's word."""

from collections.abc import Iterator

from sayso.attribution.callings import words
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import surveys
from sayso.attribution.sources import is_share, source_at
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty, LinkKind

JOINTS = frozenset({"in", "by"})


def find_surveyed(tree: Tree, text: str) -> list[Draft]:
    """A draft for each clause whose subject is a share of those whom a survey asked.

    Args:
        tree: the sentence.
        text: the page's text.

    Returns:
        At most one draft: the sentence on the say-so of the survey, the joint as its cue.
    """
    if surveys().isdisjoint(tree.lower):
        return []
    for place in range(len(tree)):
        if tree[place].dep not in SUBJECTS or not is_share(tree, place):
            continue
        for noun in _surveys_in(tree, place):
            joint = tree[noun].head
            content = trim(text, tree.span(tree.first(place), len(tree) - 1))
            if content is not None:
                link = source_at(tree, text, noun)
                chain = (link,) if link.kind == LinkKind.DOCUMENT else ()
                cue = tree[joint].span
                if chain:
                    return [Draft((content,), cue, chain, Certainty.STATED, tree.sentence, noun, noun)]
    return []


def _surveys_in(tree: Tree, subject: int) -> Iterator[int]:
    """The surveys in a noun phrase: "20 percent of anglers in a new poll"."""
    first, last = tree.edges[subject]
    for place in range(first, last + 1):
        joint = tree[place].head
        if tree.lower[place] in surveys() and tree[place].dep == "pobj" and tree.lower[joint] in JOINTS:
            yield place


def counts_a_share(tree: Tree, draft: Draft) -> bool:
    """Whether the source of a draft is no speaker but a share of those counted: "70 percent believe …"."""
    return draft.sentence == tree.sentence and draft.head is not None and is_share(tree, draft.head)


def tells_of_shares(tree: Tree) -> bool:
    """Whether the subject of a sentence is a counted share: "Another 12 percent had no opinion"."""
    root = next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), None)
    subject = tree.child(root, *SUBJECTS) if root is not None else None
    if subject is None or not is_share(tree, subject) or tree.child(subject, "poss") is not None:
        return False
    # "Her 54 percent lead" is one person's; "12 percent of anglers" and "two in 10" are shares.
    head = (
        tree.lower[subject] in words("counted", "words")
        or tree[subject].text == "%"
        or tree[subject].tag == "CD"
    )
    return head and any(tree[one].tag == "CD" for one in range(tree.first(subject), tree.last(subject) + 1))


def is_survey(draft: Draft) -> bool:
    """Whether the nearest source of a draft is a survey."""
    return bool(draft.chain) and any(word in surveys() for word in draft.chain[0].name.lower().split())
