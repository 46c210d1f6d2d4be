"""What sources are called: the nouns and names of ``words/sources.toml``."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.words import load_words

# So many letters has a word at least that few sentences have.
TELLING = 5


@cache
def nouns() -> Mapping[str, Any]:
    """The word list itself."""
    return load_words("sources")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of it as a set."""
    value = nouns()[table][key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def nouns_of(*tables: str) -> frozenset[str]:
    """What the bearers of some sorts of source are called, as one set: ``nouns_of("person", "body")``."""
    return frozenset(noun for table in tables for noun in words(table, "heads"))


@cache
def _telltales(table: str, key: str) -> tuple[str, ...]:
    """Few words of which every phrase of a list has one: a text without them has no phrase of it."""
    left = []
    for phrase in words(table, key):
        parts = sorted(phrase.split(), key=len)
        # A short word is in every other sentence.
        left.append({part for part in parts if len(part) >= TELLING} or {parts[-1]})
    found: list[str] = []
    while left:
        count = Counter(word for phrase in left for word in sorted(phrase))
        found.append(min(count, key=lambda word: (-count[word], word)))
        left = [phrase for phrase in left if found[-1] not in phrase]
    return tuple(found)


def has_phrase(text: str, table: str, key: str) -> bool:
    """Whether a text has one of a list's phrases in it, as a part of words too."""
    for word in _telltales(table, key):
        if word in text:
            return any(phrase in text for phrase in words(table, key))
    return False


def is_somebody(noun: str) -> bool:
    """Whether a noun stands for a person, people or a body."""
    known = nouns_of("person", "body", "outlet", "anonymous")
    return noun in known or noun.removesuffix("s") in known
