"""The command line."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.report.jsonl import to_json
from sayso.vocabulary import PageKind


def main() -> int:
    """Run one command."""
    options = argparse.ArgumentParser()
    options.add_argument("command")
    options.add_argument("--format")
    options.add_argument("--as", dest="kind")
    options.add_argument("--published")
    options.add_argument("paths", nargs="*")
    given = options.parse_intermixed_args()
    kind = PageKind(given.kind) if given.kind else None
    published = date.fromisoformat(given.published) if given.published else None
    for path in given.paths:
        for page in read_pages(Path(path).read_bytes(), path, kind, published):
            sys.stdout.write(to_json(read(page, parse_spans)) + "\n")
    return 0
