"""Which findings a user asked for."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from sayso.errors import UnknownCode
from sayso.rules import all_rules


def select_codes(select: Sequence[str], ignore: Sequence[str]) -> Callable[[str], bool]:
    """Make the test that a finding's code must pass.

    Args:
        select: codes or beginnings of codes ("SUM", "SRC2", "SUM101") to keep; none keeps all.
        ignore: codes or beginnings to drop; of two that fit one code the longer decides.

    Returns:
        Whether to keep a code.

    Raises:
        UnknownCode: no rule's code begins so.
    """
    known = [rule.code for rule in all_rules()]
    for code in (*select, *ignore):
        if not any(rule.startswith(code) for rule in known):
            raise UnknownCode(code, tuple(get_close_matches(code, known, n=3)))

    def keeps(code: str) -> bool:
        chosen = _longest(code, select) if select else 0
        return chosen >= 0 and chosen > _longest(code, ignore)

    return keeps


def _longest(code: str, beginnings: Sequence[str]) -> int:
    """The length of the longest beginning of a code among these, -1 for none."""
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)
