"""Attributions."""

from sayso.model import Reading, Sourcing


def may_hold_attribution(words: str) -> bool:
    """Whether a sentence may hold a say-so."""
    return "said" in words


def find_attributions(reading: Reading) -> Sourcing:
    """Find who said what."""
    return Sourcing((), tuple(None for _ in reading.figures))
