"""The rules: each turns what the stages found into findings, and explains itself."""

from difflib import get_close_matches

from sayso.errors import UnknownCode
from sayso.model import Finding, Reading

# Importing a family enters its rules into the catalogue.
from sayso.rules import conflicts, form, headlines, pages, predictions, shares, sources, sums
from sayso.rules.catalogue import Rule, apply_rule, entered_rules
from sayso.rules.explain import explain_rule

__all__ = ["FAMILIES", "Rule", "all_rules", "explain_rule", "find_findings", "find_rule"]

FAMILIES = (sums, headlines, shares, sources, conflicts, form, predictions, pages)


def find_findings(reading: Reading) -> tuple[Finding, ...]:
    """Apply every rule to a reading.

    Returns:
        The findings in the order of the text.
    """
    found = [finding for one in entered_rules() for finding in apply_rule(one, reading)]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.code)))


def all_rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes."""
    return entered_rules()


def find_rule(code: str) -> Rule:
    """The rule of a code.

    Raises:
        UnknownCode: no rule has it; the error names the codes that are like it.
    """
    rules = {one.code: one for one in entered_rules()}
    if code not in rules:
        near = get_close_matches(code.upper(), list(rules), n=3, cutoff=0.7)
        raise UnknownCode(code, tuple(near))
    return rules[code]
