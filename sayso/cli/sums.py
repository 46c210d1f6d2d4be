"""``sayso sums``: the sums that pages state, done again, and nothing else."""

import argparse
from collections.abc import Sequence

from sayso.cli.options import add_fail_option, add_page_options, command, parse_pages
from sayso.cli.output import open_output
from sayso.cli.reading import Outcome, read_paths
from sayso.report.text import to_sums

FAMILY = "SUM"


def run(words: Sequence[str]) -> int:
    """Read the pages given and print their sums as a table.

    Args:
        words: options and paths.

    Returns:
        As ``sayso check``, counting only findings about sums.

    Raises:
        SaysoError: nothing could be done at all.
    """
    given = parse_pages(_options(), words)
    outcome = Outcome(given.fail_on)
    with open_output(given.output, given.paths) as output:
        for reading in read_paths(given.paths, given.kind, given.published, outcome):
            outcome.note([finding for finding in reading.findings if finding.code.startswith(FAMILY)])
            output.put(to_sums(reading, colour=output.wants_colour))
        outcome.leave_if_nothing_was_read()
    return outcome.code


def _options() -> argparse.ArgumentParser:
    parser = command(
        "sums",
        "Show every sum that a page states, with its working and what came of doing it again.",
        "sayso sums examples/saltmere.txt",
    )
    add_page_options(parser)
    add_fail_option(parser)
    return parser
