"""Conflicts on one page."""

from sayso.model import Conflict, Reading


def find_conflicts(reading: Reading) -> tuple[Conflict, ...]:
    """Find figures for the same thing that disagree."""
    return ()
