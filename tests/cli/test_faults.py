"""What is nobody's page's fault: no model, a fault of sayso's own, a reader who stops the work."""

import pytest

from sayso import parser as sayso_parser
from sayso.cli import reading as sayso_reading


def test_a_missing_model_is_one_line_that_says_what_to_install(sayso, page, monkeypatch):
    monkeypatch.setattr(sayso_parser, "MODELS", ("no_such_model",))
    sayso_parser._load_model.cache_clear()
    ran = sayso("check", page)
    sayso_parser._load_model.cache_clear()
    assert ran.code == 2
    assert ran.err.startswith("sayso: no English model for spaCy is installed (tried no_such_model); install")
    assert len(ran.err.splitlines()) == 1


def broken(*_):
    raise ValueError("a made-up fault")


def stopped(*_):
    raise KeyboardInterrupt


def test_a_fault_of_ours_is_no_finding_and_names_the_page(sayso, page, monkeypatch):
    monkeypatch.setattr(sayso_reading, "read", broken)
    ran = sayso("check", page)
    assert ran.code == 2
    assert "ValueError: a made-up fault" in ran.err
    assert f"while it read {page}" in ran.err


@pytest.mark.parametrize("fault", [broken, stopped])
def test_a_call_that_ends_badly_leaves_no_half_report(sayso, page, monkeypatch, tmp_path, fault):
    monkeypatch.setattr(sayso_reading, "read", fault)
    ran = sayso("check", page, "--output", tmp_path / "report.txt")
    assert ran.code == (130 if fault is stopped else 2)
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
