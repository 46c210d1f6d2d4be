"""Writes docs/rules/: a page for each rule and the list of all; ``make docs`` runs it."""

from pathlib import Path

from sayso.rules import all_rules, explain_rule
from sayso.rules.explain import list_rules

FOLDER = Path(__file__).parent / "rules"


def main() -> None:
    """Write every page anew, and take away those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    pages = {f"{rule.code}.md": explain_rule(rule) for rule in all_rules()}
    pages["README.md"] = list_rules(all_rules())
    for old in FOLDER.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, page in pages.items():
        (FOLDER / name).write_text(page + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
