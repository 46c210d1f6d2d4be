"""Rules."""

from sayso.model import Finding, Reading


def find_findings(reading: Reading) -> tuple[Finding, ...]:
    """Report what the rules find."""
    return ()
