"""Reads pages one after another for the commands; a page that cannot be read does not stop the next."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from types import TracebackType

from tqdm import tqdm

from sayso.errors import NoModel, SaysoError
from sayso.intake import open_source, read_pages
from sayso.model import Finding, Page, Reading
from sayso.parser import parse_spans
from sayso.read import read
from sayso.report.wording import neutral
from sayso.vocabulary import PageKind

RANKS = {"info": 0, "warning": 1, "error": 2, "never": 3}
COULD_NOT_RUN = 2


class Outcome:
    """What came of a command so far: it grows while pages are read, and gives the exit code."""

    def __init__(self, limit: str) -> None:
        """Start with nothing read; ``limit`` is the least severity that counts, or "never"."""
        self.limit = limit
        self.refused = 0
        self.read = 0
        self.failing = False

    def refuse(self, error: SaysoError) -> None:
        """Print one line on standard error for a page that cannot be read."""
        self.refused += 1
        with tqdm.external_write_mode(file=sys.stderr):
            print(f"sayso: {neutral(str(error))}", file=sys.stderr)

    def note(self, findings: Sequence[Finding]) -> None:
        """Count a page that was read, with what was found on it."""
        self.read += 1
        self.failing = self.failing or any(RANKS[one.severity] >= RANKS[self.limit] for one in findings)

    def leave_if_nothing_was_read(self) -> None:
        """Leave the command with exit code 2, so that an earlier report is not replaced by an empty one."""
        if self.refused and not self.read:
            raise SystemExit(COULD_NOT_RUN)

    @property
    def code(self) -> int:
        """The exit code: 2 where a page was refused, else 1 for findings, else 0."""
        return COULD_NOT_RUN if self.refused else int(self.failing)


def read_paths(
    paths: Sequence[str], kind: str | None, published: date | None, outcome: Outcome
) -> Iterator[Reading]:
    """Read all pages of all paths, in the order given.

    Args:
        paths: files as the user gave them; "-" is standard input.
        kind: what the pages are, a value of :class:`PageKind`; None to find out.
        published: the publication date of pages that have none.
        outcome: told what is wrong with a path; the next path is then read.

    Yields:
        A reading as soon as it is made.

    Raises:
        NoModel: the parser's model is missing, so that no page can be read.
    """
    known = PageKind(kind) if kind else None
    for path in _with_progress(paths):
        try:
            pages = read_pages(open_source(path), path, known, published)
        except SaysoError as error:
            outcome.refuse(error)
            continue
        for page in pages:
            with _Naming(page):
                reading = read(page, parse_spans)
            with tqdm.external_write_mode(file=sys.stderr):
                yield reading


def _with_progress(paths: Sequence[str]) -> Iterator[str]:
    """The paths, with a bar on standard error where that is a terminal and there is more than one."""
    shown = len(paths) > 1 and sys.stderr.isatty()
    yield from tqdm(paths, unit="page", file=sys.stderr, disable=not shown, leave=False)


class _Naming:
    """Names the page in the traceback of a crash: that one is our fault, and we want to find it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, NoModel):
            error.add_note(
                f"A fault of sayso's own, while it read {neutral(self.page.source)} (page {self.page.id}). "
                "Please report it with that page."
            )
