"""Our gold set of chains: every construction, invented, nested to three links."""

import tomllib
from pathlib import Path

import pytest
from invented_articles import marked, read_article

CASES = [
    case
    for table in ("chains.toml", "chains_news.toml")
    for case in tomllib.loads(Path(__file__).with_name(table).read_text(encoding="utf-8"))["case"]
]


def likeness(left, right):
    share = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    return 2 * share / (sum(s.end - s.start for s in left) + sum(s.end - s.start for s in right))


def answer(case):
    text, content = marked(case["text"])
    found = read_article(text).attributions
    best = max(found, key=lambda one: (likeness(content, one.content), len(one.chain)), default=None)
    if best is None or likeness(content, best.content) < 0.8:
        return "no such content: " + str([[s.of(text) for s in one.content] for one in found])
    return {
        "chain": [[link.name, str(link.kind)] for link in best.chain],
        "certainty": str(best.certainty),
        "carried": best.carried,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["construction"])
def test_chain(case):
    expected = {
        "chain": case["chain"],
        "certainty": case.get("certainty", "stated"),
        "carried": case.get("carried", False),
    }
    got = answer(case)
    if case.get("known"):
        assert got != expected, "a known failure passes now: take its mark away"
    else:
        assert got == expected
