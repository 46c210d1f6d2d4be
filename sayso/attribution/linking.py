"""The words that join one link of a chain to the next, from ``words/chains.toml`` and the cues."""

from functools import cache
from typing import Any

import re2

from sayso.attribution.callings import words
from sayso.attribution.lexicon import cues
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Link
from sayso.vocabulary import LinkKind
from sayso.words import load_words


@cache
def joining(key: str) -> frozenset[str]:
    """One list of the words that join links."""
    table = {**cues()["chain"], **load_words("chains")["chain"]}
    return frozenset(table[key].split())


@cache
def _endings() -> Any:  # noqa: ANN401  # re2 is untyped
    return re2.compile(load_words("chains")["persons"]["endings"])


@cache
def _never() -> frozenset[str]:
    return frozenset(load_words("chains")["persons"]["never"].split())


def can_speak(tree: Tree, head: int) -> bool:
    """Whether a noun names somebody or something that can be cited, rather than a reason."""
    word = tree.lower[head]
    if tree[head].tag.startswith("NNP") or word in words("person", "heads"):
        return True
    if word in words("anonymous", "posts"):
        return True
    return tree[head].tag in ("NN", "NNS") and word not in _never() and _endings().search(word) is not None


def citable(tree: Tree, text: str, head: int) -> Link | None:
    """The link for what is cited, where it can speak: a person, a body, an outlet, a document."""
    link = source_at(tree, text, head)
    return link if link.kind != LinkKind.PERSON or can_speak(tree, head) else None
