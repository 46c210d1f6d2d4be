"""The page of a rule, as Markdown that is also good to read in a terminal."""

import re

from sayso.rules.catalogue import Rule
from sayso.vocabulary import PageKind

_WEIGHT = {
    "error": "An error: the exit code of `sayso check` is 1.",
    "warning": "A warning: it counts with `--fail-on warning`.",
    "info": "For information: it counts only with `--fail-on info`.",
}


def explain_rule(one: Rule) -> str:
    """What the rule reports, why, an example that trips it and one that does not.

    Returns:
        Markdown without a final line feed. In the examples the place of the finding stands between ⟦
        and ⟧.
    """
    parts = [
        f"# {one.code}: {one.title}",
        one.why,
        _WEIGHT[one.severity.value],
        "## Trips it",
        *(_quote(text, one.kind) for text in one.bad),
        "## Does not",
        *(_quote(text, one.kind) for text in one.good),
    ]
    return "\n\n".join(parts)


def list_rules(rules: tuple[Rule, ...]) -> str:
    """The list of all rules as a Markdown table with links to their pages."""
    rows = [f"| [{one.code}]({one.code}.md) | {one.severity} | {one.title} |" for one in rules]
    return "\n".join(
        ("# Rules", "", "| code | severity | reports |", "|---|---|---|", *rows),
    )


def _quote(text: str, kind: PageKind) -> str:
    if kind is PageKind.ARTICLE:
        return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
    fence = "`" * (3 + max((len(run) for run in re.findall("`{3,}", text)), default=0))
    return f"{fence}\n{text}\n{fence}"
