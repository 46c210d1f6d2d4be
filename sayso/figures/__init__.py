"""Figures."""

from sayso.model import Reading, Tally


def may_hold_figure(words: str) -> bool:
    """Whether a sentence may hold a figure."""
    return any(c.isdigit() for c in words)


def find_figures(reading: Reading) -> Tally:
    """Find all figures, labels and dates."""
    return Tally((), (), ())
