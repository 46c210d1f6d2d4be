"""A verb that may hand something over."""

from dataclasses import dataclass

from sayso.attribution.lexicon import frames
from sayso.attribution.tree import Tree

Range = tuple[int, int]


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
    """Whether a verb is passive: "is expected", "a man accused of"."""
    if tree[verb].tag != "VBN":
        return False
    return tree.child(verb, "auxpass", "nsubjpass") is not None or tree[verb].dep in ("acl", "amod")
