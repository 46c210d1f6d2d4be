"""Cues set behind, between or before what they hand over: ", said Holm", "the fire, police said, grew"."""

from sayso.attribution.cueverb import CueVerb, Range, inverted_subject
from sayso.attribution.extent import before_other_speaker
from sayso.attribution.lexicon import cues, forms, listed
from sayso.attribution.tree import Tree

FINITE = frozenset({"MD", "VBZ", "VBD", "VBP"})
BREAKS = frozenset({",", "-", "--", "–", "—"})


def inverted(cue: CueVerb) -> list[Range]:
    """What stands before ", said Holm", however the parser ties the two."""
    tree, verb = cue.tree, cue.place
    subject = inverted_subject(tree, verb)
    return [(0, verb - 2)] if subject is not None and verb > 3 else []


def tail(cue: CueVerb) -> list[Range]:
    """The rest of a sentence that closes with ", police said": the parser often loses its clause."""
    tree, verb = cue.tree, cue.place
    subject = tree.subject(verb)
    end = len(tree) - 1
    while end > verb and tree[end].dep == "punct":
        end -= 1
    if subject is None or tree[subject].head != verb:
        return []
    if end > max(verb, tree.last(subject)):
        return []
    first = subject
    while first > 0 and (tree[first - 1].text not in (",", "—", "–", "-", '"', "”") and first > verb - 12):
        first -= 1
    start = min(first, verb)
    comma = start - 1
    if comma < 3 or tree[comma].text not in (",", "—", "–"):
        return []
    return [(0, comma - 1)]


def inserted_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb set between commas, which the parser may take for an apposition."""
    if tree[verb].dep != "acl":
        return tree.child(verb, "nsubj")
    return next((one for one in list(tree.above(verb))[:3] if tree[one].dep == "appos"), None)


def inserted(cue: CueVerb) -> list[Range]:
    """All of a sentence around ", a survey found,", where the parser hung neither on the other."""
    tree, verb = cue.tree, cue.place
    subject = inserted_subject(tree, verb)
    if subject is None or subject > verb or verb + 2 >= len(tree) or tree[verb + 1].text not in BREAKS:
        return []
    first = tree.first(subject)
    if first < 3 or tree[first - 1].text not in BREAKS or tree[subject].tag in ("WP", "WDT"):
        return []
    if any(
        tree.lower[place] in forms() and tree[place].tag in FINITE
        for place in (*range(first), *range(verb + 1, len(tree)))
    ):
        return []
    return [(0, first - 2), (verb + 2, len(tree) - 1)]


def parenthesis(cue: CueVerb) -> list[Range]:
    """All of a clause around a cue that hangs on it: "the fire, as police said, killed 5"."""
    tree, verb = cue.tree, cue.place
    label = tree[verb].dep
    head = tree[verb].head
    if head == verb:
        return []
    aside = label == "conj" and tree.child(head, "cc") is None
    loose = label == "advcl" or aside or (label == "ccomp" and head > verb)
    loose = loose and _between_commas(tree, verb)
    if label == "parataxis" or loose or (label == "advcl" and _marked_as(tree, verb)):
        if tree.child(verb, "nsubj", "nsubjpass") is None and label == "parataxis":
            return []
        if has_own_object(cue):
            return []
        objects = ("ccomp",) if "hearer" in cue.frames else ("ccomp", "dobj")
        if label != "parataxis" and not loose and tree.child(verb, *objects) is not None:
            return []
        said = [*around(tree, _clause_head(tree, head), verb), *gone_on(tree, verb)]
        return [*lead(tree, verb, verb + 2), *said] if loose or label == "parataxis" else said
    return []


def lead(tree: Tree, verb: int, start: int) -> list[Range]:
    """The clause before the cue in "After the storm of 1931, Holm said, the boats were sold"."""
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or not 2 <= start <= len(tree) or tree[start - 1].text != ",":
        return []
    first = tree.first(subject)
    lead = [
        one for one in tree.children[verb] if one < first and tree[one].dep in ("advcl", "prep", "npadvmod")
    ]
    if not lead or first < 3 or tree[first - 1].text != ",":
        return []
    if any(tree.lower[place] in forms() for place in range(first)):
        return []
    return [(tree.first(lead[0]), first - 2)]


def around(tree: Tree, head: int, verb: int) -> list[Range]:
    """The clause of a head without the cue that stands inside it: "The fire, police said, killed 5"."""
    first, last = tree.edges[head]
    last = before_other_speaker(tree, head, last)
    hole_first, hole_last = _own_words(tree, verb, head)
    return [one for one in ((first, hole_first - 1), (hole_last + 1, last)) if one[0] <= one[1]]


def _own_words(tree: Tree, verb: int, other: int) -> Range:
    """The cue with its subject and modifiers, less the clause that it belongs to or governs."""
    first = last = verb
    loose = tree[verb].dep == "advcl" and not _marked_as(tree, verb)
    for child in tree.children[verb]:
        if child == other or tree.under(other, child):
            continue
        if tree[child].dep == "ccomp" or (loose and child < verb and tree[child].dep not in ("nsubj", "aux")):
            continue
        first, last = min(first, tree.first(child)), max(last, tree.last(child))
    return first, last


def has_own_object(cue: CueVerb) -> bool:
    """Whether a verb hands over what stands behind it: "there is a row, courts ordered the sale"."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or cue.base == "say":
        return False
    handed = cues()["prepositions"].get(cue.base, ())
    if any(one > verb and tree.lower[one] in handed for one in tree.all_children(verb, "prep")):
        return True
    labels = ("xcomp",) if "hearer" in cue.frames else ("dobj", "xcomp")
    return any(
        one > verb and _is_object(tree, one) and not _is_behind_comma(tree, verb, one)
        for one in tree.all_children(verb, *labels)
    )


def _is_behind_comma(tree: Tree, verb: int, thing: int) -> bool:
    """Whether a noun only explains what was said: "sales fell, figures show, the first drop in 5 years"."""
    return tree[verb + 1].text == "," and tree.first(thing) == verb + 2


def gone_on(tree: Tree, verb: int) -> list[Range]:
    """What is said on behind an inserted cue: "it cost 40, she said, and took 5 years", "…, the worst in 9".

    Args:
        tree: the sentence.
        verb: a cue behind the clause that it hands over.
    """
    thing = tree.child(verb, "dobj", "attr", "npadvmod")
    if thing is not None and thing > verb + 1 and _is_behind_comma(tree, verb, thing):
        return [(verb + 2, tree.last(thing))]
    inner = tree.child(verb, "ccomp")
    named = tree.child(inner, "nsubj", "nsubjpass") if inner is not None else None
    for one in tree.all_children(verb, "conj") if named is not None else ():
        joint = next((place for place in range(verb + 1, one) if tree[place].dep == "cc"), None)
        own = tree.child(one, "nsubj", "nsubjpass") is not None or tree.lower[one] in forms()
        counted = any(tree[place].tag == "CD" for place in range(one, tree.last(one) + 1))
        # "He was late, Holm said, and walked 9 miles": either may have walked.
        unlike = named is not None and tree.lower[named] not in ("he", "she", "they")
        apart = joint is not None and tree[joint - 1].text == ","
        if apart and counted and unlike and not own and tree[one].tag in FINITE:
            return [(tree.first(one), tree.last(one))]
    return []


def _is_object(tree: Tree, place: int) -> bool:
    """Whether a complement is one, and no day that the parser took for it: "he said Monday"."""
    return tree.lower[place] not in listed("dates", "words")


def _between_commas(tree: Tree, verb: int) -> bool:
    """Whether a finite cue stands apart: "On Friday, Holm told the Herald, boats had left"."""
    last = tree.last(verb)
    subject = tree.child(verb, "nsubj")
    if subject is None or tree[verb].tag not in ("VBD", "VBZ", "VBP") or last + 1 >= len(tree):
        return False
    bound = any(tree[one].dep == "mark" or tree[one].tag == "WRB" for one in tree.children[verb])
    if bound or tree.child(verb, "ccomp") is not None or tree[last + 1].text not in BREAKS:
        return False
    start = tree.first(subject)
    return start > 0 and tree[start - 1].text == ","


def _marked_as(tree: Tree, verb: int) -> bool:
    marks = tree.all_children(verb, "mark", "advmod")
    return any(tree.lower[one] == "as" for one in marks)


def _clause_head(tree: Tree, place: int) -> int:
    """The verb of the clause a word stands in."""
    for one in (place, *tree.above(place)):
        if tree[one].dep in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis") and (
            tree.child(one, "nsubj", "nsubjpass") is not None or tree[one].head == one
        ):
            return one
    return place
