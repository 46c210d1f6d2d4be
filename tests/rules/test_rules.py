"""Every rule against its own examples and its corpus page, through the whole flow."""

import re
from pathlib import Path

import pytest
from rule_cases import Case, found, read_corpus, unmark

from sayso.errors import UnknownCode
from sayso.rules import all_rules, explain_rule, find_rule
from sayso.rules.explain import list_rules

ROOT = Path(__file__).parents[2]
RULES = all_rules()
PAGES = sorted((ROOT / "tests/corpus").glob("[A-Z][A-Z][A-Z][0-9][0-9][0-9].md"))
BAD = [
    Case(r.code, text, "tuned on", f"{r.code}-bad-{n}", r.kind) for r in RULES for n, text in enumerate(r.bad)
]
GOOD = [
    Case(r.code, text, "tuned on", f"{r.code}-good-{n}", r.kind)
    for r in RULES
    for n, text in enumerate(r.good)
]
CORPUS = [case for page in PAGES for case in read_corpus(page.stem, page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_bad_example_trips_its_rule_at_the_marks(case):
    _, spans = unmark(case.text)
    assert spans
    assert found(case) == spans


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_good_example_is_passed_over(case):
    assert found(case) == set()


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_a_case_of_the_corpus(case):
    _, spans = unmark(case.text)
    if case.origin == "known failure":
        assert found(case) != spans, "this known failure passes now: give it another origin"
    else:
        assert found(case) == spans


def test_every_family_has_two_codes_and_codes_are_well_formed():
    families = [rule.code[:3] for rule in RULES]
    assert {family for family in families if families.count(family) >= 2} == {
        "SUM",
        "SRC",
        "CON",
        "FIG",
        "PRD",
        "PAG",
    }
    assert all(re.fullmatch("(SUM1|SRC2|CON3|FIG4|PRD5|PAG6)[0-9]{2}", rule.code) for rule in RULES)


def test_a_page_of_the_corpus_belongs_to_a_rule():
    assert {page.stem for page in PAGES} <= {rule.code for rule in RULES}


def test_an_unknown_code_names_its_neighbours():
    with pytest.raises(UnknownCode, match="SUM1"):
        find_rule("SUM1O1")
    assert find_rule("SUM101").code == "SUM101"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_is_on_disk_as_the_generator_gives_it(rule):
    page = ROOT / "docs/rules" / f"{rule.code}.md"
    assert page.read_text(encoding="utf-8") == explain_rule(rule) + "\n", "run 'make docs'"


def test_the_list_of_rules_is_on_disk():
    assert (ROOT / "docs/rules/README.md").read_text(encoding="utf-8") == list_rules(RULES) + "\n", (
        "run 'make docs'"
    )
    assert {page.stem for page in (ROOT / "docs/rules").glob("*.md")} == {
        "README",
        *(rule.code for rule in RULES),
    }
