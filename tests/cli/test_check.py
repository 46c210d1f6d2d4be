"""``sayso check`` as a user calls it."""

import gzip
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SALTMERE = ROOT / "examples" / "saltmere.txt"


def test_options_and_paths_come_in_any_order(sayso, page):
    one = sayso("check", "--format", "json", page, "--published", "2025-01-04")
    other = sayso("check", page, "--published", "2025-01-04", "--format", "json")
    assert one.code == 0
    assert one.out == other.out
    assert json.loads(one.out)["page"]["published"] == "2025-01-04"


def test_pages_come_in_the_order_given(sayso, page, tmp_path):
    second = tmp_path / "second.txt"
    second.write_bytes(page.read_bytes())
    ran = sayso("check", "--format", "json", second, page, second)
    sources = [json.loads(line)["page"]["source"] for line in ran.out.splitlines()]
    assert sources == [str(second), str(page), str(second)]


def test_text_ends_with_the_summary(sayso, page):
    ran = sayso("check", page)
    assert ran.out.splitlines()[-1].startswith(f"{page}: 1 figure, ")
    assert "; 0 sums done" in ran.out
    assert "\x1b" not in ran.out


BAD = {
    "missing": (lambda path: None, "no such file"),
    "folder": (lambda path: path.mkdir(), "directory"),
    "empty": (lambda path: path.write_bytes(b""), "empty"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 64), "text"),
    "huge": (lambda path: path.touch() or os.truncate(path, 200 << 20), "too large"),
    "cut gzip": (lambda path: path.write_bytes(gzip.compress(b"hello" * 999)[:-9]), "gzip"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_bad_page_is_named_in_one_line_and_stops_no_other(sayso, page, tmp_path, name, form):
    make, says = BAD[name]
    bad = tmp_path / "bad.txt"
    make(bad)
    ran = sayso("check", "--format", form, page, bad, page)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith(f"sayso: {bad}: ")
    assert says in ran.err
    assert ran.out.count("Ada Penn") == sayso("check", "--format", form, page, page).out.count("Ada Penn")


def test_invalid_utf8_is_read_by_a_stated_fallback(sayso, tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_bytes("The café sold 40 cups, the baker said.\n".encode("cp1252"))
    ran = sayso("check", odd)
    assert ran.code == 0
    assert "note: " in ran.out
    assert "not valid UTF-8" in ran.out


def test_another_language_is_a_notice(sayso, tmp_path):
    french = tmp_path / "french.txt"
    french.write_text(
        "Le port ferme ses portes\n\nLe conseil du port a annoncé lundi que les quatre ferries resteront à "
        "quai pendant les travaux, qui devraient durer jusqu’à la fin du mois de juin. Les voyageurs devront "
        "prendre le car, a dit la présidente du conseil, qui regrette la gêne.\n",
        encoding="utf-8",
    )
    ran = sayso("check", french)
    assert ran.code == 0
    assert "English" in ran.out


WRONG = [
    (["check"], "no page is given"),
    (["check", "PAGE", "--published", "04/01/2025"], "2025-01-04"),
    (["check", "PAGE", "--published", "2025-02-30"], "2025-01-04"),
    (["check", "PAGE", "--format", "xml"], "json"),
    (["check", "PAGE", "--as", "poem"], "article"),
    (["check", "PAGE", "--select", "SUM999"], "SUM999"),
    (["check", "PAGE", "--ignore", "SUM,,"], "codes"),
    (["check", "PAGE", "--output", "FOLDER"], "folder"),
    (["check", "PAGE", "--output", "FOLDER/no/report.html"], "folder that you may write to"),
    (["check", "PAGE", "--output", "PAGE"], "one of the pages"),
    (["check", "PAGE", "--frobnicate"], "--frobnicate"),
    (["chekc", "PAGE"], "check"),
    (["sums"], "no page is given"),
    (["explain", "SUM999"], "SUM999"),
    (["explain"], "CODE"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_a_wrong_call_is_one_line_and_exit_code_2(sayso, page, tmp_path, words, says):
    before = page.read_bytes()
    words = [word.replace("PAGE", str(page)).replace("FOLDER", str(tmp_path)) for word in words]
    ran = sayso(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert says in ran.err
    assert page.read_bytes() == before


def test_no_arguments_show_the_help(sayso):
    ran = sayso()
    assert ran.code == 2
    assert "usage" in ran.err


@pytest.mark.parametrize("command", ["check", "sums", "rules", "explain"])
def test_each_command_s_help_shows_an_example(sayso, command):
    ran = sayso(command, "--help")
    assert ran.code == 0
    assert f"example:\n  sayso {command}" in ran.out
    assert command in sayso("--help").out


def test_output_is_written_whole_and_keeps_its_mode(sayso, page, tmp_path):
    report = tmp_path / "report.json"
    report.write_text("old")
    report.chmod(0o640)
    assert sayso("check", page, "--format", "json", "--output", report).out == ""
    assert json.loads(report.read_text())["schema"] == "sayso/1"
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.txt", "report.json"]


def test_an_earlier_report_outlives_a_call_that_reads_nothing(sayso, tmp_path):
    report = tmp_path / "report.html"
    report.write_text("old")
    assert sayso("check", tmp_path / "none.txt", "--format", "html", "--output", report).code == 2
    assert report.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_report_goes_where_a_link_points(sayso, page, tmp_path):
    real = tmp_path / "real.json"
    real.write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(real)
    sayso("check", page, "--format", "json", "--output", link)
    assert link.is_symlink()
    assert json.loads(real.read_text())["schema"] == "sayso/1"


def test_a_device_is_written_to_and_not_replaced(sayso, page):
    assert sayso("check", page, "--output", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def run_alone(*words, **more):
    return subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, words)], capture_output=True, check=False, cwd=ROOT, **more
    )


def test_a_full_disk_is_one_line(sayso, page):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "sayso", "check", page],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines() == [
        "sayso: standard output: cannot be written (No space left on device); make room there"
    ]
    assert "/dev/full: cannot be written" in sayso("check", page, "--output", "/dev/full").err


def test_two_dashes_end_the_options(sayso, page, monkeypatch):
    monkeypatch.chdir(page.parent)
    page.rename("-w.txt")
    ran = sayso("check", "--format", "json", "--", "-w.txt")
    assert json.loads(ran.out)["page"]["source"] == "-w.txt"
    assert sayso("check", "-w.txt").code == 2


def test_output_to_a_dash_is_standard_output(sayso, page):
    assert sayso("check", page, "--output", "-").out == sayso("check", page).out


def test_standard_input_is_a_page(page):
    ran = run_alone("check", "-", "--format", "json", input=page.read_bytes())
    assert json.loads(ran.stdout)["page"]["source"] == "-"
    assert ran.returncode == 0


def test_a_reader_who_leaves_early_sees_no_traceback(page):
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", "check", "--format", "json", *[str(page)] * 400],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 2


def test_output_is_utf8_wherever_it_runs(page):
    ran = run_alone("check", SALTMERE, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "→" in ran.stdout.decode("utf-8") or "⟦" in ran.stdout.decode("utf-8")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["rules"], ["explain", "SUM101"]])
def test_a_command_loads_only_what_it_needs(words):
    ran = run_alone(*words)
    assert ran.returncode == 0
    shown = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sayso", *words],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    ).stderr
    loaded = {line.rsplit("|", 1)[-1].strip() for line in shown.splitlines()}
    assert "sayso" in loaded
    assert not loaded & {"spacy", "lxml", "jinja2", "resiliparse", "numpy"}
    if words == ["--version"]:
        assert not loaded & {"argparse", "sayso.model", "sayso.rules"}
