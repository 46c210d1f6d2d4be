"""The sums of tables and lists: which there are, each done again.

What a table states is told by its labels and heads ("Total", "Change", "Share"), which of its numbers are
meant mostly by none. So a sum is believed where it comes out in several rows or columns of the table; a
number that breaks what all others keep is called wrong, and one that nothing bears out is left alone.
"""

from collections.abc import Iterator

from sayso.model import Check, Reading
from sayso.sums.columns import check_columns
from sayso.sums.grid import find_grids
from sayso.sums.lists import check_heads, find_lists
from sayso.sums.rowtotals import check_totals
from sayso.sums.running import check_running


def check_tables(reading: Reading) -> Iterator[Check]:
    """Do every sum again that a table or a list of a page states.

    Args:
        reading: with its blocks, sentences, figures and owners.

    Returns:
        The checks, several for one number where it is the result of several sums.
    """
    for grid in find_grids(reading):
        yield from check_totals(reading, grid)
        yield from check_columns(reading, grid)
        yield from check_running(reading, grid)
    for listed in find_lists(reading):
        yield from check_totals(reading, listed.grid)
        yield from check_heads(reading, listed)
