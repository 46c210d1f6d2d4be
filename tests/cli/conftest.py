"""Runs the command line inside the test's process, as a user would call it."""

import pytest

from sayso.cli import main


class Ran:
    """What came of one call."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def sayso(capfd):
    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
        return Ran(code, *capfd.readouterr())

    return run


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(
        "Ferry fares rise\n\n"
        "The harbour board sold 1,284 tickets in May, its chair, Ada Penn, said on Monday.\n",
        encoding="utf-8",
    )
    return path
