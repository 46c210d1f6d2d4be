"""Formulas in the letters of their operands, worked out in intervals.

A formula is one string, which the check shows and which is computed: what is printed and what is done
cannot part. It names each operand once where it can, since an interval that comes twice widens the
result.
"""

import ast
from collections.abc import Callable
from functools import cache

from sayso.model import Interval
from sayso.sums import interval as iv

_OPERATIONS: dict[type[ast.operator], Callable[[Interval, Interval], Interval]] = {
    ast.Add: iv.add,
    ast.Sub: iv.subtract,
    ast.Mult: iv.multiply,
    ast.Div: iv.divide,
}


def work_out(formula: str, operands: tuple[Interval, ...]) -> Interval:
    """The interval that a formula gives.

    Args:
        formula: letters a, b, c … of the operands in order, numbers, + − * / and brackets, in Python's
            spelling: "100 * (b / a - 1)".
        operands: one interval a letter.

    Raises:
        UndefinedError: a division whose divisor may be zero.
    """
    return _work(_tree(formula), operands)


@cache
def rounds(formula: str) -> bool:
    """Whether the result may have been rounded when it was written: after −, × or ÷ (design, section 6)."""
    return any(
        isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add) for node in ast.walk(_tree(formula))
    )


@cache
def _tree(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def _work(node: ast.expr, operands: tuple[Interval, ...]) -> Interval:
    if isinstance(node, ast.BinOp):
        return _OPERATIONS[type(node.op)](_work(node.left, operands), _work(node.right, operands))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return iv.negate(_work(node.operand, operands))
    if isinstance(node, ast.Name):
        return operands[ord(node.id) - ord("a")]
    assert isinstance(node, ast.Constant), ast.dump(node)
    assert isinstance(node.value, int), ast.dump(node)
    return _constant(node.value)


@cache
def _constant(value: int) -> Interval:
    return iv.point(value)
