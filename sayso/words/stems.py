"""Stems of English words, as far as news needs them to see that two verbs are one."""

from functools import cache

from sayso.words import load_words


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split() for pair in load_words("events")["irregular"]["words"])


def stem(word: str) -> str:
    """The word without the ending of a regular verb; of an irregular one the form of the present."""
    word = _irregular().get(word, word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    return word[:-1] if word[-1:] == word[-2:-1] else word
