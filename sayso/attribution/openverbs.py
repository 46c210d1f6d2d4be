"""Verbs of no list that have a clause of their own and somebody for a subject."""

from sayso.attribution.composing import make
from sayso.attribution.drafts import Draft
from sayso.attribution.extent import reach
from sayso.attribution.lexicon import unlisted
from sayso.attribution.stances import is_empty
from sayso.attribution.tree import Tree
from sayso.vocabulary import Certainty


def unlisted_verb(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take a verb of no list that has a finite clause of its own and somebody for a subject."""
    inner = tree.child(verb, "ccomp")
    subject = tree.child(verb, "nsubj")
    if inner is None or inner < verb or subject is None or tree.lower[verb] in unlisted():
        return None
    marked = any(tree[one].dep == "mark" and tree.lower[one] == "that" for one in tree.children[inner])
    if not marked or is_empty(tree, subject, verb, ""):
        return None
    said = [(tree.first(inner), reach(tree, verb, tree.last(inner)))]
    return make(tree, text, verb, said, subject, Certainty.STATED)
