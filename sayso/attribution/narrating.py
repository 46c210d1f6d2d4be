"""Where a content ends because the page goes on with its own story: "said it would close, and 40 men wept".

What somebody said would happen is told with "would"; what did happen is told in the plain past. So a
plain past behind a comma, at the end of what was foretold, is the page's.
"""

from functools import cache

from sayso.attribution.mending import tense
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.words import load_words

FORETELLING = frozenset({"would", "will", "'d", "’d", "'ll", "’ll"})
AFTER = frozenset({"after", "before", "since", "as", "when", "hours", "days", "weeks", "months", "years"})


@cache
def _comments() -> frozenset[str]:
    return frozenset(load_words("reach")["extent"]["comments"].split())


def before_story(tree: Tree, cue: int, first: int, last: int) -> int:
    """The last word that is said, before what the page tells of its own.

    Args:
        tree: the sentence.
        cue: the verb that hands the content over.
        first: the first word of the content.
        last: its last word.

    Returns:
        ``last`` where nothing of the page's follows.
    """
    if tense(tree, cue) != "past":
        return last
    commas = [place for place in range(first + 2, last - 1) if tree[place].text == ","]
    for comma in commas:
        start = comma + 1
        if tree.lower[start] in _comments() and tree[start].dep == "advcl":
            return comma - 1
        if _foretold(tree, first, comma) and _happened(tree, comma, last):
            return comma - 1
    return last


def _foretold(tree: Tree, first: int, comma: int) -> bool:
    """Whether what is said so far is told with "would", and no plain past."""
    tags = [tree[place].tag for place in range(first, comma)]
    modal = any(tree.lower[place] in FORETELLING and tree[place].tag == "MD" for place in range(first, comma))
    return modal and "VBD" not in tags


def _happened(tree: Tree, comma: int, last: int) -> bool:
    """Whether all that follows a comma is one clause in the plain past."""
    finite = [place for place in range(comma + 1, last + 1) if tree[place].tag in ("VBD", "VBZ", "VBP", "MD")]
    opening = range(comma + 1, min(comma + 4, last + 1))
    if any(
        tree[place].tag in ("WDT", "WP", "WP$", "WRB") or tree.lower[place] == "that" for place in opening
    ):
        return False
    if not finite:
        return any(tree.lower[place] == "after" and tree[place + 1].tag == "VBG" for place in opening)
    verb = finite[0]
    plain = tree[verb].tag == "VBD" and tree.lower[verb] not in ("had", "was", "were", "could", "might")
    told = tree.lower[comma + 1] in ("and", "but") or any(tree.lower[place] in AFTER for place in opening)
    subject = tree.child(verb, *SUBJECTS)
    return plain and told and subject is not None and subject < verb
