"""Where the answer goes: standard output, or a file that is written whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import ENOSPC
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from sayso.errors import CannotWrite

STANDARD_OUTPUT = "-"


class Output:
    """A place for the answer, open for writing."""

    def __init__(self, name: str, stream: TextIO) -> None:
        """Keep the stream, and what to call it when it cannot be written."""
        self.name = name
        self.stream = stream

    @property
    def wants_colour(self) -> bool:
        """Whether to colour: only for a terminal, and never with NO_COLOR set (see no-color.org)."""
        return self.stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def put(self, words: str) -> None:
        """Write a part of the answer, so that whoever reads along has it at once.

        Raises:
            CannotWrite: the disk is full, or the place has gone.
        """
        with _named(self.name):
            self.stream.write(words)
            self.stream.flush()


@contextmanager
def open_output(output: str | None, inputs: Sequence[str]) -> Iterator[Output]:
    """Open the place for the answer.

    Args:
        output: the path given; None or "-" for standard output.
        inputs: the pages' paths, none of which may be written over.

    Yields:
        An output in UTF-8. A file appears under its name when the block ends well, and not before.

    Raises:
        CannotWrite: nothing can be written there.
    """
    if output in (None, STANDARD_OUTPUT):
        if isinstance(sys.stdout, TextIOWrapper):
            # A path whose name is no UTF-8 must not stop the answer.
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield Output("standard output", sys.stdout)
        return
    target = Path(os.path.realpath(output))
    _refuse_hopeless(output, target, inputs)
    if target.exists() and not target.is_file():
        # A device or a pipe is written to, never replaced.
        with _named(output), target.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield Output(output, stream)
        return
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    with _named(output):
        stream = draft.open("x", encoding="utf-8", errors="backslashreplace")
    try:
        with stream:
            yield Output(output, stream)
        with _named(output):
            if target.exists():
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _named(output: str) -> Iterator[None]:
    """Turn what the system says of a place into an error that names it as the user did."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        advice = (
            "make room there" if error.errno == ENOSPC else "name a file in a folder that you may write to"
        )
        raise CannotWrite(output, f"cannot be written ({error.strerror})", advice) from error


def _refuse_hopeless(output: str, target: Path, inputs: Sequence[str]) -> None:
    if target.is_dir():
        raise CannotWrite(output, "is a folder", "name a file in it")
    if any(path != "-" and os.path.realpath(path) == str(target) for path in inputs):
        raise CannotWrite(output, "is one of the pages to read", "name another file for the answer")
