"""What sources are called: the nouns and names of ``words/sources.toml``."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.words import load_words


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


def is_somebody(noun: str) -> bool:
    """Whether a noun stands for a person, people or a body."""
    forms = (noun, noun.removesuffix("s"))
    return any(
        form in words(kind, "heads") for kind in ("person", "body", "outlet", "anonymous") for form in forms
    )
