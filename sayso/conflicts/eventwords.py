"""The words of events: what can happen to the people or things that a figure counts."""

import re
from functools import cache

from sayso.words import load_words

_NO_EVENT = ("people", "part", "light", "denied", "irregular", "doing", "alike", "grave", "narrow", "ways")


@cache
def words(table: str) -> frozenset[str]:
    """One table of ``words/events.toml``."""
    return frozenset(load_words("events")[table]["words"])


@cache
def pairs(table: str) -> dict[str, str]:
    """One table of pairs, "sold sell": the second word by the first."""
    return dict(pair.split() for pair in words(table))


@cache
def events() -> dict[str, str]:
    """The class of event of each of its words."""
    return {word: name for name in load_words("events") if name not in _NO_EVENT for word in words(name)}


@cache
def behind() -> re.Pattern[str]:
    """What stands between a count and the word for what happened to it: "two more men were badly hurt"."""
    links = "was|were|is|are|has been|have been|had been|being|left|feared|found|also"
    told = "|".join(sorted(events(), key=len, reverse=True))
    return re.compile(
        rf"[ -](?:(?!and |or |but )[a-z’'-]+ ){{0,2}}?(?:(?:{links}) ){{0,2}}"
        rf"(?:(fatally) |[a-z]+ly )?({told})\b(?: (to death|dead|and killed)\b)?",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    """The verb right before a count: "kills 14", "injuring at least six"."""
    told = "|".join(sorted(pairs("doing"), key=len, reverse=True))
    return re.compile(rf"\b({told}) $", re.IGNORECASE)
