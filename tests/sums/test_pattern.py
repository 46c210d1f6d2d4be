"""What a construction needs of a line may never keep it from a match."""

# ruff: noqa: E501 — the text reads best in long lines.

from types import ModuleType

import pytest

from sayso import sums
from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.sums.pattern import needs, pattern
from sayso.sums.scene import set_scene
from sayso.vocabulary import PageKind

TEXT = """Arrests rose 18% from 9,487 to 11,204. In May 8,214 cases were opened, twice as many as in April (4106).
Of the ballots, 312 of the 1,240, or 25%, were spoiled. Marlow took nine of the 13 seats (69%). Visits fell to 4,100,
half of the 8,300 counted before. Sundby leads Marlow by 6 percentage points, 50% to 44%. Brandt got 418 votes, 37 more
than the 381 needed. She has 1,340 pledged and 575 free votes for a total of 1,915. The town bought 12 buses at $300,000
each, for a total of $3.6 million. The trail is 39 miles (63 kilometers) long. Rent is $1,000 a month, or $12,000 a year.
He won 40 of 50 games. Some 12,000 of them, or 60%, are in Fennick. It was up from 18.4, compared with 12 in 2009."""


def sources() -> list[str]:
    found: list[str] = []
    for module in vars(sums).values():
        if not isinstance(module, ModuleType):
            continue
        for value in vars(module).values():
            values = value if isinstance(value, tuple | dict) else (value,)
            found += [one for one in values if isinstance(one, str) and "<" in one and ":" in one]
    return sorted({one for one in found if "(?P" in pattern(one).pattern})


@pytest.fixture(scope="module")
def lines():
    page = next(iter(read_pages(TEXT.encode(), "case", PageKind.ARTICLE, None)))
    return set_scene(read(page, parse_spans)).lines


@pytest.mark.parametrize("source", sources())
def test_a_line_that_matches_is_never_passed_over(source, lines):
    for line in lines:
        plain = [match.span() for match in pattern(source).finditer(line.text)]
        assert [match.span() for match in line.find(source)] == plain


@pytest.mark.parametrize(
    ("source", "signs", "words"),
    [
        (r"<s:x>…\bfrom …<a:c>…\bto …<b:c>", ("x", "c", "c"), [{"from"}, {"to"}]),
        (r"<a:P> (?:more|less) than <b:P>", ("pg", "pg"), [{"more", "less"}, {"than"}]),
        (r"<a:c> (?:more |less )?than the ?<b:c>", ("c", "c"), [{"than"}]),
        (r"<a:c>|<b:m> or <c:m>", (), []),
        (r"<a:c> points? <b:c>", ("c", "c"), []),
        (r"(?:<a:c> )?of <b:c>", ("c",), []),
    ],
)
def test_what_a_construction_needs(source, signs, words):
    assert needs(source).signs == signs
    assert sorted(map(sorted, needs(source).words)) == sorted(map(sorted, words))
