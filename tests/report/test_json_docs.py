"""The page on the JSON contract names every field that the JSON has."""

from pathlib import Path

from sayso.report.jsonl import to_object

JSON_DOCS = (Path(__file__).parent.parent.parent / "docs" / "json.md").read_text(encoding="utf-8")


def keys(value) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys(one)}
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    return set()


def test_every_field_of_the_json_is_documented(reading):
    for field in keys(to_object(reading)):
        assert f"`{field}`" in JSON_DOCS or f'"{field}"' in JSON_DOCS, field
