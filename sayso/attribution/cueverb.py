"""A verb that may hand something over."""

from dataclasses import dataclass

from sayso.attribution.lexicon import frames
from sayso.attribution.tree import Tree

Range = tuple[int, int]
# Without an object these are never active: nobody accuses of a thing alone.
ACCUSED = frozenset({"accused", "suspected"})


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that may hand something over: its place in the sentence and its base form."""

    tree: Tree
    place: int
    base: str

    @property
    def frames(self) -> frozenset[str]:
        """What sorts of content it may have."""
        return frames()[self.base]

    @property
    def passive(self) -> bool:
        """Whether it is passive: "is expected", "a man accused of"."""
        return is_passive(self.tree, self.place)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: "is expected", "a man accused of", "Mayor accused of theft"."""
    if tree.lower[verb] in ACCUSED and tree[verb].dep == "ROOT" and tree.child(verb, "dobj", "aux") is None:
        return True
    inner = tree.child(verb, "xcomp")
    if tree[verb].tag == "VBD" and tree[verb].dep == "acl" and inner is not None:
        return any(tree[one].tag == "TO" for one in tree.children[inner])
    if tree[verb].tag != "VBN":
        return False
    if tree.child(verb, "auxpass", "nsubjpass") is not None or tree[verb].dep in ("acl", "amod"):
        return True
    return tree[verb].dep == "advcl" and tree.child(verb, "nsubj", "aux") is None


def inverted_subject(tree: Tree, verb: int) -> int | None:
    """The subject behind its verb, as in ", said Holm"."""
    if verb == 0 or tree[verb - 1].text not in (",", "”", '"', "''"):
        return None
    return next((one for one in tree.all_children(verb, "nsubj") if one > verb), None)
