"""What is told where the parser hangs it on the hearer."""

from sayso.attribution.lexicon import forms, frames
from sayso.attribution.linking import joining
from sayso.attribution.outlets import is_outlet_phrase
from sayso.attribution.tree import Tree

# "confessed to detectives that", "told reporters on a call that"
JOINTS = frozenset({"to", "on", "in", "at"})


def behind_hearer(tree: Tree, verb: int) -> list[int]:
    """The verb of the clause in "told detectives that Holm had fled", "told police he had fled".

    Args:
        tree: the sentence.
        verb: a verb whose object hears what is said.

    Returns:
        At most one verb: that of a clause with a subject of its own, which the parser takes for a
        description of the detectives; without "that" only behind outlets and the police.
    """
    joints = (one for one in tree.all_children(verb, "prep", "dative") if tree.lower[one] in JOINTS)
    behind = [noun for one in joints if (noun := tree.child(one, "pobj")) is not None]
    hears = "hearer" in frames().get(forms().get(tree.lower[verb], ""), ())
    for heard in (*(tree.all_children(verb, "dobj", "dative", "iobj") if hears else ()), *behind):
        for inner in tree.all_children(heard, "acl", "relcl"):
            first, subject = tree.first(inner), _subject_of(tree, inner)
            if tree.lower[first] in ("how", "why") and heard in behind and subject is not None:
                # "described to the Herald how the ferry sank"
                return [inner]
            if subject is None or subject > inner or first < heard or tree[subject].tag in ("WP", "WDT"):
                continue
            if tree.lower[first] == "that" and tree[first].dep in ("mark", "dobj", "nsubj"):
                return [inner]
            if heard in behind:
                continue
            near = first == tree.first(subject) == heard + 1
            if near and (tree[subject].tag == "PRP" or _is_hearer(tree, heard)):
                return [inner]
    return []


def tells_speaker(tree: Tree, verb: int) -> bool:
    """Whether somebody tells the one who speaks, and so is another: "they tell us it loses 9 crowns"."""
    return any(
        tree.lower[one] in ("me", "us") and one > verb
        for one in tree.all_children(verb, "dobj", "dative", "iobj")
    )


def _subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a clause; of two, where the parser took "that" for the first, the other."""
    own = tree.all_children(verb, "nsubj", "nsubjpass")
    if len(own) > 1 and tree.lower[own[0]] == "that":
        return own[1]
    return own[0] if own else None


def _is_hearer(tree: Tree, noun: int) -> bool:
    return tree.lower[noun] in joining("hearers") or is_outlet_phrase(tree, noun)
