"""How sure a number is by the verb of its own clause: "said the toll could reach 40", "thought to be 40"."""

from functools import cache

from sayso.attribution.drafts import Draft
from sayso.attribution.surveyed import is_survey
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import Certainty
from sayso.words import load_words

# Over these a number hangs on the next verb above: "expected to reach 40", "would mean losing 40".
OPEN = frozenset({"xcomp", "pcomp", "acomp"})
# What hangs on a noun or beside a clause is told along the way: "the plan, which cost 40".
ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "parataxis"})
GIVEN = frozenset({"the", "these", "those", "this", "that"})
IF = frozenset({"if", "unless"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
PARTS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
YEARS = range(1900, 2100)
# "An estimated 40", "an estimated $ 40".
NEAR = 3


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("chains")["outlook"][key].split())


def outlook(draft: Draft, tree: Tree) -> Certainty:
    """How sure the numbers are that somebody only said.

    Args:
        draft: a statement of the sentence.
        tree: the sentence.

    Returns:
        Predicted or estimated where every number of the content is told so, else stated.
    """
    whole = tree.span(0, len(tree) - 1)
    if not all(whole.holds(span) for span in draft.content) or is_survey(draft):
        # What people asked would do is what they say, and is counted.
        return Certainty.STATED
    found = {
        _of_number(tree, place)
        for place, token in enumerate(tree.tokens)
        if (token.tag == "CD" or tree.lower[place] in PARTS)
        and not _is_year(tree, place)
        and any(span.holds(token.span) for span in draft.content)
    }
    (one, *others) = found - {None} or {Certainty.STATED}
    return Certainty.STATED if others or one is None else one


def _is_year(tree: Tree, place: int) -> bool:
    word = tree.lower[place]
    return word.isascii() and word.isdigit() and int(word) in YEARS and tree[place].dep != "nummod"


def _of_number(tree: Tree, place: int) -> Certainty | None:
    """How sure one number is; None for one that is only supposed."""
    before = tree.lower[max(place - NEAR, 0) : place]
    if not _words("doubtful").isdisjoint(before):
        return Certainty.ESTIMATED
    if "estimated" in before and not {"an", "some", "at"}.isdisjoint((*before, "")):
        return Certainty.ESTIMATED
    if _is_given(tree, place):
        return Certainty.STATED
    for above in (place, *tree.above(place)):
        if tree.is_verb(above) or tree[above].dep == "acomp":
            told = _of_verb(tree, above)
            if told is not None and tree[above].dep != "advcl":
                return told
            if tree[above].dep not in OPEN and tree[above].dep != "advcl":
                break
        if tree[above].dep == "advcl" and not IF.isdisjoint(tree.lower[tree.first(above) : above]):
            # "Could reach 40 if 9 leave": what is only supposed tells nothing of the rest.
            return None
        if tree[above].dep in ASIDE:
            break
    return Certainty.STATED


def _is_given(tree: Tree, place: int) -> bool:
    """Whether a number only takes up what there is: "would fight for the 80 jobs", "its 40-metre tower"."""
    noun = tree[place].head if tree[place].dep in ("nummod", "compound", "quantmod", "amod") else place
    while tree[noun].dep in ("nummod", "compound", "amod", "nmod"):
        noun = tree[noun].head
    first = tree.first(noun)
    return first < place and (tree.lower[first] in GIVEN or tree[first].tag == "PRP$")


def _of_verb(tree: Tree, verb: int) -> Certainty | None:
    """How sure what a verb tells is; None where it only says so."""
    aux = {tree.lower[one] for one in tree.all_children(verb, "aux", "auxpass") if one < verb}
    word = tree.lower[verb]
    to_clause = tree.child(verb, "xcomp") is not None and tree.child(verb, "neg") is None
    if to_clause and not aux:
        if word in _words("meaning"):
            return Certainty.PREDICTED
        if word in _words("seeming"):
            return Certainty.ESTIMATED
    if any(tree.lower[one] in _words("doubtful") for one in tree.all_children(verb, "advmod")):
        return Certainty.ESTIMATED
    be = not BE.isdisjoint(aux) or (tree.lower[tree[verb].head] in BE and tree[verb].dep == "acomp")
    if be and word in _words("expected") and (word not in _words("bound") or to_clause):
        return Certainty.PREDICTED
    if be and word in _words("guessed") and tree.child(verb, "agent") is None:
        return Certainty.ESTIMATED
    if tree.child(verb, "neg") is not None and aux & _words("possible"):
        return None
    if "have" in aux:
        return Certainty.ESTIMATED if aux & {"may", "might"} else None
    if aux & _words("ahead"):
        return None if "would" in aux and _is_habit(tree, verb) else Certainty.PREDICTED
    if aux & _words("possible") and word == "be":
        # "There might be 40 of them"
        return Certainty.ESTIMATED
    if "might" in aux or (aux & _words("possible") and word in _words("coming")):
        own = tree.child(verb, *SUBJECTS)
        able = own is not None and tree[own].tag == "PRP" and tree.lower[own] not in ("it", "they")
        return None if able else Certainty.PREDICTED
    back = not _words("settled").isdisjoint(tree.lower[verb + 1 : verb + 3])
    return Certainty.PREDICTED if "should" in aux and (back or word == "reach") else None


def _is_habit(tree: Tree, verb: int) -> bool:
    """Whether "would" tells of a habit or of a condition: "would often work 16 hours", "I would pay 40"."""
    inside = tree.lower[tree.first(verb) : tree.last(verb) + 1]
    own = tree.child(verb, *SUBJECTS)
    first_person = own is not None and tree.lower[own] in ("i", "we")
    return first_person or not _words("habit").isdisjoint(inside)
