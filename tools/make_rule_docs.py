"""Write the page of every rule to docs/rules."""

from pathlib import Path

from sayso.rules import all_rules, explain_rule
from sayso.rules.explain import list_rules

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def main() -> None:
    """Write all pages and take away those of no rule."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = {f"{rule.code}.md": explain_rule(rule) for rule in all_rules()}
    pages["README.md"] = list_rules(all_rules())
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (FOLDER / name).write_text(page + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
