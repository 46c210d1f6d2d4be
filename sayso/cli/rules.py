"""``sayso rules``: all codes, one a line."""

from collections.abc import Sequence

from sayso.cli.options import command
from sayso.rules import all_rules


def run(words: Sequence[str]) -> int:
    """Print code, severity and title of every rule.

    Args:
        words: nothing but ``--help`` is known.

    Returns:
        0.
    """
    command("rules", "List the codes of all findings.", "sayso rules").parse_args(words)
    for rule in all_rules():
        print(f"{rule.code}  {rule.severity:7}  {rule.title}")
    return 0
