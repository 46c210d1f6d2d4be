"""How commands take their options: the same words mean the same everywhere."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from sayso.vocabulary import PageKind


class OneLineParser(argparse.ArgumentParser):
    """A parser whose complaint is one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        """Complain in one line and leave with exit code 2."""
        print(f"{self.prog}: {message}; '{self.prog} --help' shows an example", file=sys.stderr)
        raise SystemExit(2)


def command(name: str, does: str, example: str) -> OneLineParser:
    """A parser for one command, with an example at the end of its help."""
    return OneLineParser(
        prog=f"sayso {name}",
        description=does,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_page_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which pages to read and how."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a page: HTML, a plain-text dump, gzipped too; - is stdin"
    )
    parser.add_argument(
        "--as",
        dest="kind",
        choices=[kind.value for kind in PageKind],
        help="what the page is, where name and content mislead",
    )
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="the day it was published, as 2025-01-04, for a page that does not say",
    )
    parser.add_argument("--output", metavar="FILE", help="write there, whole or not at all, not to stdout")


def add_fail_option(parser: argparse.ArgumentParser) -> None:
    """Add what decides between exit codes 0 and 1."""
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )


def add_selection_options(parser: argparse.ArgumentParser) -> None:
    """Add what decides which findings are reported."""
    for name, does in (("--select", "report only these"), ("--ignore", "do not report these")):
        parser.add_argument(
            name,
            type=_codes,
            action="extend",
            default=[],
            metavar="CODES",
            help=f"{does}: codes or their beginnings, with commas (SUM,SRC201)",
        )


def parse_pages(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parse options and paths in any order; at least one path must be given."""
    options, named = list(words), []
    if "--" in options:
        # Python 3.11 forgets the mark when options and paths are mixed, and then reads "-w.txt" as one.
        mark = options.index("--")
        options, named = options[:mark], options[mark + 1 :]
    given = parser.parse_intermixed_args(options)
    given.paths += named
    if not given.paths:
        parser.error("no page is given: name a file, or - for standard input")
    return given


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{words}' is no date; write it as 2025-01-04") from None


def _codes(words: str) -> list[str]:
    codes = [code.strip().upper() for code in words.split(",")]
    if not all(codes):
        raise argparse.ArgumentTypeError(f"'{words}' is no list of codes; write SUM,SRC201")
    return codes
