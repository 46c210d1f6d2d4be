"""Which findings a user asked for."""

import pytest

from sayso.cli.selection import select_codes
from sayso.errors import UnknownCode


@pytest.mark.parametrize(
    ("select", "ignore", "code", "kept"),
    [
        ([], [], "SUM101", True),
        (["SUM"], [], "SUM101", True),
        (["SUM"], [], "SRC201", False),
        ([], ["SUM"], "SUM101", False),
        ([], ["SUM"], "SRC201", True),
        (["SUM"], ["SUM101"], "SUM101", False),
        (["SUM101"], ["SUM"], "SUM101", True),
        (["SUM", "SRC"], ["SRC2"], "SRC201", False),
        (["SUM"], ["SUM"], "SUM101", False),
    ],
)
def test_of_two_that_fit_the_longer_decides(select, ignore, code, kept):
    assert select_codes(select, ignore)(code) is kept


def test_an_unknown_code_is_named_with_its_like():
    with pytest.raises(UnknownCode, match="SUM191: no rule has this code; did you mean SUM1"):
        select_codes(["SUM191"], [])
