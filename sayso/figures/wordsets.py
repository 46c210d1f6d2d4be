"""Small closed sets of words that settle what a number beside them does."""

from functools import cache

from sayso.words import load_words


@cache
def word_set(name: str) -> frozenset[str]:
    """One table of ``words/context.toml`` as a set of words in lower case."""
    return frozenset(_tables()[name]["words"].split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    return load_words("context")
