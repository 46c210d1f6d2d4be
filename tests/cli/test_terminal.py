"""What a terminal shows and a pipe does not: colours and the progress bar."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def on_a_terminal(*words, stream, **environment):
    """Call sayso with one of its streams on a terminal; what that stream shows."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: theirs}
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", *map(str, words)],
        cwd=ROOT,
        env={**kept, "TERM": "xterm", **environment},
        **streams,
    ):
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    return shown.decode()


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: the other end has gone
        return b""


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_are_for_terminals_that_want_them(environment, coloured):
    shown = on_a_terminal("check", "examples/saltmere.html", stream="stdout", **environment)
    assert "comments found" in shown
    assert ("\x1b[" in shown) is coloured


def test_many_pages_have_a_bar_on_standard_error(page):
    assert "1/2" in on_a_terminal("check", page, page, stream="stderr")
    assert on_a_terminal("check", page, stream="stderr") == ""
