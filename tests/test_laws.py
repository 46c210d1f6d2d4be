"""The laws of the house: who may import whom, how long a file or function may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sayso"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGES = {"blocks", "sentences", "figures", "attribution", "predictions", "sums", "conflicts"}
BASE = {"vocabulary", "model", "errors", "words"}
EDGES = {"cli", "serve", "bulk", "ledger", "intake", "parser", "words"}
ALLOWED = {
    "vocabulary": set(),
    "model": {"vocabulary"},
    "errors": set(),
    "words": set(),
    **dict.fromkeys(STAGES, BASE),
    "rules": BASE,
    "read": {"vocabulary", "model", "rules", *STAGES},
    "respell": BASE,
    "parser": {*BASE, "respell"},
    "intake": BASE,
    "ledger": BASE,
    "report": {*BASE, "rules"},
    "serve": {*BASE, "read", "intake", "ledger", "report", "parser"},
    "bulk": {*BASE, "read", "intake", "ledger", "report", "parser"},
    "cli": {*BASE, "rules", "read", "intake", "ledger", "report", "serve", "bulk", "parser"},
    "__main__": {"cli"},
    "__init__": set(),
}
# What would let a stage touch disk, network, clock or environment.
OUTSIDE = {
    "os",
    "pathlib",
    "socket",
    "subprocess",
    "urllib",
    "http",
    "time",
    "io",
    "requests",
    "shutil",
    "tempfile",
    "sys",
}
CLOCKS = {"today", "now", "utcnow"}
LONGEST_FILE = 500
LONGEST_FUNCTION = 50


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import; write it from 'sayso'"
            found += [
                (node.lineno, f"{node.module}.{alias.name}" if node.module == "sayso" else node.module or "")
                for alias in node.names
            ]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path):
    here = room(path)
    assert here in ALLOWED, f"{path}: no law says what the room '{here}' may import"
    for line, name in imports(path):
        first, *rest = name.split(".")
        if first != "sayso":
            outside = first in OUTSIDE and here not in EDGES and here != "report"
            assert not outside, f"{path}:{line}: '{here}' is a stage and may not import '{first}'"
            continue
        there = rest[0] if rest else "__init__"
        may = (
            there == here
            or there in ALLOWED[here]
            or (there in ("__init__", "__version__") and here in ("cli", "report"))
        )
        assert may, f"{path}:{line}: '{here}' may not import '{there}'"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_stage_asks_the_clock_or_opens_a_file(path):
    if room(path) in EDGES:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in {*CLOCKS, "open", "print", "input", "eval", "exec"}, (
                f"{path}:{node.lineno}: calls {called}()"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_short(path):
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    assert len(lines) <= LONGEST_FILE, f"{path}: {len(lines)} lines; split it"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            excused = "# long:" in lines[node.lineno - 2] + lines[node.lineno - 1]
            assert length <= LONGEST_FUNCTION or excused, (
                f"{path}:{node.lineno}: {node.name} has {length} lines; split it or say why"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_exception_is_swallowed(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
            )
            assert not broad or room(path) == "bulk", f"{path}:{node.lineno}: catches everything"
            assert not all(isinstance(line, ast.Pass) for line in node.body), (
                f"{path}:{node.lineno}: swallows an error"
            )
