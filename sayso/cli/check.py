"""``sayso check``: read pages and report on their figures."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.cli.options import (
    add_fail_option,
    add_page_options,
    add_selection_options,
    command,
    parse_pages,
)
from sayso.cli.output import Output, open_output
from sayso.cli.reading import Outcome, read_paths
from sayso.cli.selection import select_codes
from sayso.model import Reading
from sayso.report.html import to_html
from sayso.report.jsonl import to_json
from sayso.report.text import to_text

Readings = Iterable[Reading]


def run(words: Sequence[str]) -> int:
    """Read the pages given and write the report.

    Args:
        words: options and paths.

    Returns:
        0 nothing at or above ``--fail-on``, 1 findings, 2 a page could not be read.

    Raises:
        SaysoError: nothing could be done at all.
    """
    given = parse_pages(_options(), words)
    keeps = select_codes(given.select, given.ignore)
    outcome = Outcome(given.fail_on)

    def kept() -> Readings:
        for reading in read_paths(given.paths, given.kind, given.published, outcome):
            chosen = tuple(finding for finding in reading.findings if keeps(finding.code))
            outcome.note(chosen)
            # The parse is the largest part of a reading, and no report shows it.
            yield replace(reading, findings=chosen, grammar={})

    with open_output(given.output, given.paths) as output:
        WRITERS[given.format](kept(), output)
        outcome.leave_if_nothing_was_read()
    return outcome.code


def _write_text(readings: Readings, output: Output) -> None:
    for number, reading in enumerate(readings):
        output.put(("\n" if number else "") + to_text(reading, colour=output.wants_colour))


def _write_json(readings: Readings, output: Output) -> None:
    for reading in readings:
        output.put(to_json(reading) + "\n")


def _write_html(readings: Readings, output: Output) -> None:
    read = tuple(readings)
    if read:
        output.put(to_html(read))


WRITERS: dict[str, Callable[[Readings, Output], None]] = {
    "text": _write_text,
    "json": _write_json,
    "html": _write_html,
}


def _options() -> argparse.ArgumentParser:
    parser = command(
        "check",
        "Read pages and report, of every figure, on whose say-so it stands and whether the sums add up.",
        "sayso check examples/saltmere.txt\n"
        "  sayso check --format html --output report.html page.html other.txt",
    )
    add_page_options(parser)
    parser.add_argument(
        "--format",
        choices=tuple(WRITERS),
        default="text",
        help="text for reading here (default), json for one object a line and page, html for a report",
    )
    add_fail_option(parser)
    add_selection_options(parser)
    return parser
