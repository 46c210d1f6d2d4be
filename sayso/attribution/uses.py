"""What a name is by what the text does with it: "shares in Ulv" tell of a firm, and no person."""

from functools import cache
from typing import Any

import re2

from sayso.words import load_words

WORD = r"\p{Lu}[\pL\pN&-]+"


@cache
def _patterns() -> tuple[Any, ...]:
    return tuple(re2.compile(one.replace("NAME", f"({WORD})")) for one in load_words("who")["firms"]["uses"])


@cache
def _dateline() -> Any:  # noqa: ANN401  # re2 is untyped
    return re2.compile(r"(?m)^\p{Lu}{3}[^\n(]{0,60}\((" + WORD + r"(?: " + WORD + r")?)\) ?[-–—]")


def agencies_in(text: str) -> frozenset[str]:
    """The news agencies that a text names in its dateline: "PORT ELM, May 4 (Interwire) - …".

    Args:
        text: the page's text.

    Returns:
        Their names.
    """
    return frozenset(one.group(1) for one in _dateline().finditer(text))


@cache
def trades() -> frozenset[str]:
    """What a firm may be called right before its name."""
    return frozenset(load_words("who")["firms"]["trades"].split())


def firms_in(text: str) -> frozenset[str]:
    """The single words that a text treats as firms.

    Args:
        text: the page's text.

    Returns:
        Names of one word; linear in the length of the text.
    """
    return frozenset(match.group(1) for one in _patterns() for match in one.finditer(text))
