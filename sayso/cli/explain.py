"""``sayso explain``: what a code means, why it is reported, and examples."""

from collections.abc import Sequence

from sayso.cli.options import command
from sayso.rules import explain_rule, find_rule


def run(words: Sequence[str]) -> int:
    """Print the pages of the rules asked for.

    Args:
        words: the codes.

    Returns:
        0.

    Raises:
        UnknownCode: no rule has the code.
    """
    parser = command("explain", "Explain what a code means, with examples.", "sayso explain SUM101")
    parser.add_argument("codes", nargs="+", metavar="CODE", help="a code that a report shows")
    for code in parser.parse_args(words).codes:
        print(explain_rule(find_rule(code.upper())))
    return 0
