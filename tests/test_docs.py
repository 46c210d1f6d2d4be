"""The docs are tested: what a user can call or read is named in them, and their examples run."""

import argparse
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

import sayso.errors
import sayso.intake
import sayso.model
import sayso.rules
import sayso.vocabulary
from sayso.cli import COMMANDS, check, sums

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_DOCS = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
JSON_DOCS = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
LIBRARY_DOCS = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")

PAGES = [README, COMMAND_DOCS, JSON_DOCS, LIBRARY_DOCS]


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference_and_the_readme(command):
    assert f"\n## sayso {command}\n" in COMMAND_DOCS
    assert f"sayso {command}" in README
    assert callable(import_module(f"sayso.cli.{command}").run)


@pytest.mark.parametrize("module", [check, sums])
def test_every_option_is_in_the_reference(module):
    for option in options(module._options()):
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", COMMAND_DOCS), option


def test_the_reference_names_no_option_that_is_not_there():
    known = options(check._options()) | options(sums._options()) | {"--version", "--help"}
    assert set(re.findall(r"(?<![\w-])--\w[\w-]*", COMMAND_DOCS)) <= known


def test_the_readme_s_make_commands_are_in_the_makefile():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make (\w+)", README)) - {"for"}
    assert {"demo", "test"} <= named
    assert named <= targets


def test_the_readme_is_short_and_shows_the_report():
    assert len(README.splitlines()) < 120
    assert (ROOT / "docs" / "report.png").read_bytes().startswith(b"\x89PNG")


def test_links_between_the_docs_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page}: {link}"


PUBLIC = sorted(
    name
    for module in (sayso.model, sayso.vocabulary, sayso.errors)
    for name, value in vars(module).items()
    if inspect.isclass(value) and value.__module__ == module.__name__
)


@pytest.mark.parametrize("name", [*PUBLIC, *sayso.intake.__all__, "read", "parse_spans", "to_html"])
def test_every_public_name_is_in_the_library_s_page(name):
    assert re.search(rf"\b{name}\b", LIBRARY_DOCS)


SETS = [value for value in vars(sayso.vocabulary).values() if inspect.isclass(value)]


@pytest.mark.parametrize("words", [one for one in SETS if one.__module__ == sayso.vocabulary.__name__])
def test_every_word_of_a_closed_set_is_documented(words):
    assert all(f"`{word}`" in JSON_DOCS for word in words)


def test_the_library_s_example_runs(monkeypatch, capsys):
    example = re.search(r"```python\n(.*?)```", LIBRARY_DOCS, re.DOTALL)[1]
    monkeypatch.chdir(ROOT)
    exec(compile(example, "docs/library.md", "exec"), {})
    assert "examples/saltmere.txt: " in capsys.readouterr().out


def test_the_changelog_begins_with_what_is_not_released():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)", changelog, re.MULTILINE)[0] == "Unreleased"
