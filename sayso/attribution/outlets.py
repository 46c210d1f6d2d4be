"""News organisations by the look of their names."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import re2

from sayso.attribution.callings import has_phrase, nouns, words
from sayso.attribution.tree import Tree

# "the Fenland": article and name.
SHORTEST_TITLE = 2


def is_outlet(tree: Tree, head: int, whole: str) -> bool:
    """Whether a name is a news organisation's."""
    if "news" in phrase_before(tree, head) and tree.lower[head] in (
        "organization",
        "organisation",
        "company",
    ):
        return True
    if not tree[head].text[:1].isupper() and not tree[head].text[:1].isdigit():
        return False
    if has_phrase(whole, "outlet", "never"):
        return False
    if is_numbered(tree, head):
        return True
    before = [tree[c].text for c in tree.children[head] if c < head and tree[c].dep in ("compound", "amod")]
    if any(one.rstrip(".") in words("person", "titles") for one in before):
        return False
    if any(one.lower() in words("outlet", "heads") for one in before) and tree[head].tag.startswith("NNP"):
        return True
    if tree[head].text[:1].islower():
        return False
    return is_station(tree[head].text)


def is_numbered(tree: Tree, head: int) -> bool:
    """Whether a name is an outlet's word and a number: "Channel 6"."""
    number = head + 1 < len(tree) and tree[head + 1].tag == "CD" and tree[head + 1].head == head
    if not number or not tree[head].text[:1].isupper():
        return False
    return tree.lower[head] in words("outlet", "heads") or is_station(tree[head].text)


def serves_other(tree: Tree, head: int) -> bool:
    """Whether an agency deals in something else than news: "the aid agency", "a government agency"."""
    if tree.lower[head] == "station":
        return not phrase_before(tree, head).isdisjoint(words("outlet", "stations"))
    if tree.lower[head] not in ("agency", "agencies"):
        return False
    before = phrase_before(tree, head) - {"the", "a", "an"}
    behind = any(tree.lower[one] in ("of", "for") for one in tree.all_children(head, "prep"))
    return (bool(before) and before.isdisjoint(words("outlet", "news"))) or behind


def phrase_before(tree: Tree, head: int) -> frozenset[str]:
    """The words that a noun is compounded with."""
    return frozenset(tree.lower[one] for one in tree.children[head] if one < head)


@cache
def _calls() -> Any:  # noqa: ANN401  # re2 is untyped
    """Call signs of stations, compiled once."""
    return re2.compile(nouns()["outlet"]["calls"])


@lru_cache(maxsize=4096)
def is_station(word: str) -> bool:
    """Whether a word of a name is an outlet's: "Herald", "KVSB-TV", "7News", "POLITICO"."""
    if _calls().search(word):
        return True
    first = word.split("-")[0]
    return any(one in words("outlet", "names") for one in (word, first)) or (
        word.isupper() and len(word) > 3 and word.capitalize() in words("outlet", "names")
    )


def is_outlet_phrase(tree: Tree, head: int) -> bool:
    """Whether one who is told something is an outlet by the look of the name: "told The Fenland"."""
    first, last = tree.edges[head]
    phrase = [tree[place].text for place in range(first, last + 1)]
    if tree[head].text[:1].isupper() or tree[head].tag == "CD" or tree[head].text[:1].isdigit():
        if any(is_station(one) for one in phrase) or is_numbered(tree, head):
            return True
        if any(one in words("body", "names") or one in words("person", "titles") for one in phrase):
            return False
        return (phrase[0] == "The" and first != 0) or _is_titled(tree, head, phrase)
    return tree.lower[head] in words("outlet", "heads")


def _is_titled(tree: Tree, head: int, phrase: Sequence[str]) -> bool:
    """Whether one who hears is a paper by its form: "told the Fenland", and no parliament or faith."""
    name = phrase[-1]
    form = len(phrase) == SHORTEST_TITLE and phrase[0] == "the" and tree[head].tag == "NNP"
    if not form or name.isupper() or name.endswith("s"):
        return False
    others = (words("body", "firms"), words("body", "places"), words("outlet", "hearers"))
    return not any(name in other for other in others)
