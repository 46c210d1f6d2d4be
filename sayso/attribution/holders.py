"""Documents and sources in somebody's hands: "a report obtained by X", "sources who spoke to X"."""

from dataclasses import replace

from sayso.attribution.callings import words
from sayso.attribution.hearers import outlet_at
from sayso.attribution.lexicon import forms
from sayso.attribution.linking import can_speak, joining
from sayso.attribution.sources import source_at
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link
from sayso.vocabulary import LinkKind


def obtained(tree: Tree, text: str, head: int | None) -> Link | None:
    """Who obtained the document that says it: X in "a report obtained by X"."""
    if head is None or tree[head].tag.startswith("NNP"):
        return None
    person = tree.lower[head] in words("person", "heads")
    for child in range(head + 1, tree.last(head) + 1):
        top = tree[child].head if tree[child].dep == "conj" else child
        if tree[top].dep not in ("acl", "relcl") or (person and tree[top].head != head):
            continue
        holder = _holder(tree, text, child)
        if holder is not None:
            return holder
    return None


def _holder(tree: Tree, text: str, verb: int) -> Link | None:
    """X in "seen by X", "released to X", "which X has seen"."""
    word = tree.lower[verb]
    if word not in joining("holding") | joining("asked") | joining("receiving") | joining("airing"):
        return None
    subject, thing = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    if subject is not None and thing is not None and tree.lower[thing] == "which":
        return outlet_at(tree, text, subject)
    for joint in tree.all_children(verb, "agent", "prep", "dative"):
        by, passed_by = tree.child(joint, "pobj"), tree.lower[joint] == "by"
        if by is None or tree.lower[joint] not in ("by", "to", "with"):
            continue
        if passed_by and word in joining("receiving"):
            continue
        outlet = outlet_at(tree, text, by)
        if outlet is not None:
            return outlet
        if passed_by and word not in joining("outlet_only") | joining("asked") | joining("airing"):
            return source_at(tree, text, by)
    return None


def spoken_to(tree: Tree, text: str, verb: int, head: int | None) -> Link | None:
    """Who heard the speakers or saw what they wrote.

    Args:
        tree: the sentence.
        text: the page's text.
        verb: the cue.
        head: the noun of the speaker, None where the cue has none.

    Returns:
        The link that stands before the speaker's own, if any.
    """
    return (
        _told_to(tree, text, head)
        or _got(tree, text, head)
        or _in_which(tree, text, verb)
        or _by_means(tree, text, verb)
        or _by_means(tree, text, head)
    )


def held(tree: Tree, head: int | None) -> int | None:
    """The document in "Records reviewed by X show", where the parser took X for the one who shows."""
    if head is None or tree[head].dep != "pobj":
        return None
    by = tree[head].head
    verb = tree[by].head
    if tree.lower[by] != "by" or tree[verb].tag not in ("VBN", "VBD"):
        return None
    if tree.lower[verb] not in joining("holding") or tree.child(verb, "aux", "auxpass") is not None:
        return None
    thing = tree.child(verb, *SUBJECTS)
    if thing is None and tree[verb].dep in ("acl", "relcl"):
        thing = tree[verb].head
    return thing if thing is not None and thing < verb and tree[thing].tag.startswith("NN") else None


def _told_to(tree: Tree, text: str, head: int | None) -> Link | None:
    """The outlet in "sources who spoke to the Herald"."""
    if head is None:
        return None
    for child in tree.all_children(head, "relcl", "acl"):
        if forms().get(tree.lower[child]) not in ("speak", "talk", "tell") or tree.child(child, "ccomp"):
            continue
        for joint in (child, *tree.all_children(child, "prep", "dative")):
            heard = tree.child(joint, "pobj", "dobj")
            outlet = outlet_at(tree, text, heard) if heard is not None else None
            if outlet is not None:
                return outlet
    return None


def _got(tree: Tree, text: str, head: int | None) -> Link | None:
    """The outlet in "The site's reporters obtained an invoice showing that …"."""
    if head is None or tree[head].dep != "dobj" or tree[head].head > head:
        return None
    verb = tree[head].head
    subject = tree.subject(verb) if tree.lower[verb] in joining("holding") else None
    return outlet_at(tree, text, subject) if subject is not None and subject < verb else None


def _in_which(tree: Tree, text: str, verb: int) -> Link | None:
    """Who has the letter in "The Herald obtained a letter in which Holm says …"."""
    noun = tree[verb].head
    joints = tree.all_children(verb, "prep")
    which = any(tree.lower[inner] == "which" for one in joints for inner in tree.all_children(one, "pobj"))
    if tree[verb].dep != "relcl" or not which or tree.lower[noun] not in words("document", "heads"):
        return None
    above = tree[noun].head
    subject = (
        tree.subject(above) if tree[noun].dep == "dobj" and tree.lower[above] in joining("holding") else None
    )
    return outlet_at(tree, text, subject) if subject is not None else obtained(tree, text, noun)


def _by_means(tree: Tree, text: str, verb: int | None) -> Link | None:
    """Who saw the letter in "said in a letter seen by the Herald", "said Holm in a letter seen by …"."""
    if verb is None:
        return None
    for joint in tree.all_children(verb, "prep"):
        means = tree.child(joint, "pobj") if tree.lower[joint] == "in" else None
        if means is None:
            continue
        if tree.lower[means] not in words("document", "heads") and tree.lower[means] not in joining("talks"):
            continue
        seen = obtained(tree, text, means)
        # "said Holm in an email that was seen by X": the parser hangs the clause on Holm.
        loose = [
            one for one in tree.all_children(verb, "relcl") if one > means and tree[verb].tag.startswith("NN")
        ]
        return seen if seen is not None or not loose else _holder(tree, text, loose[0])
    return None


def as_document(link: Link, tree: Tree, head: int | None) -> Link:
    """A thing that somebody obtained is a document, whatever its noun: "invoices obtained by X"."""
    common = head is not None and tree[head].tag in ("NN", "NNS") and not can_speak(tree, head)
    if head is not None and any(tree.lower[one] in joining("asked") for one in tree.children[head]):
        return link
    return replace(link, kind=LinkKind.DOCUMENT) if common and link.kind == LinkKind.PERSON else link
