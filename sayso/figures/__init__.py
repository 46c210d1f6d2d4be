"""The figures room: every number that measures something, and every numeral that does not."""

from sayso.figures.find import find_figures
from sayso.figures.gate import may_hold_figure

__all__ = ["find_figures", "may_hold_figure"]
