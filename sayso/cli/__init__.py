"""The command line. It finds the command and hands over; a command's own room loads when it is called."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType

from sayso import __version__
from sayso.errors import SaysoError

COULD_NOT_RUN = 2

COMMANDS = {
    "check": "read pages and report on their figures",
    "sums": "show the sums that pages state, done again",
    "rules": "list the codes of all findings",
    "explain": "explain one code, with examples",
}

HELP = f"""\
usage: sayso COMMAND …

On whose say-so does this number stand, and does it add up?

commands:
{chr(10).join(f"  {name:10}{words}" for name, words in COMMANDS.items())}

options:
  --help      show this; 'sayso COMMAND --help' shows a command's options
  --version   print the version

example:
  sayso check examples/saltmere.txt
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        words: the command and its options; those of the process if left out.

    Returns:
        The exit code: 0 nothing to report, 1 findings, 2 could not run.
    """
    words = sys.argv[1:] if words is None else words
    try:
        with _Crash():
            code = _run(words)
            sys.stdout.flush()
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read us has left. At exit Python would flush once more and fail aloud.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return 128 + 2
    return code


class _Crash:
    """A fault of ours leaves with its traceback and code 2: Python's own code 1 would mean findings."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, SaysoError | BrokenPipeError):
            sys.excepthook(type(error), error, error.__traceback__)
            raise SystemExit(COULD_NOT_RUN)


def _run(words: Sequence[str]) -> int:
    if not words:
        sys.stderr.write(HELP)
        return COULD_NOT_RUN
    name, *rest = words
    if name in ("-h", "--help", "help"):
        sys.stdout.write(HELP)
        return 0
    if name in ("-V", "--version"):
        print(f"sayso {__version__}")
        return 0
    if name not in COMMANDS:
        print(f"sayso: there is no command '{name}'; the commands are {', '.join(COMMANDS)}", file=sys.stderr)
        return COULD_NOT_RUN
    code: int = import_module(f"sayso.cli.{name}").run(rest)
    return code
