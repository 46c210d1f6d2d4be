"""Cases of rules: texts with marks, read through the whole flow."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.intake import read_pages
from sayso.model import Reading
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

ORIGINS = ("tuned on", "held out", "bug", "known failure")


@dataclass(frozen=True)
class Case:
    """A text, whose marked spans are where the rule must speak; without marks it must be silent."""

    code: str
    text: str
    origin: str
    name: str
    kind: PageKind = PageKind.ARTICLE


def unmark(marked: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and the spans between them."""
    spans, plain, start = set(), [], 0
    for piece in re.split("([⟦⟧])", marked):
        length = sum(map(len, plain))
        if piece == "⟦":
            start = length
        elif piece == "⟧":
            spans.add((start, length))
        else:
            plain.append(piece)
    return "".join(plain), spans


@cache
def read_text(text: str, kind: PageKind) -> Reading:
    """The reading of a text as a page of the kind."""
    return read(next(iter(read_pages(text.encode(), "case", kind, None))), parse_spans)


def found(case: Case) -> set[tuple[int, int]]:
    """The spans at which the case's rule speaks."""
    text, _ = unmark(case.text)
    findings = read_text(text, case.kind).findings
    return {(one.span.start, one.span.end) for one in findings if one.code == case.code}


def read_corpus(code: str, page: str) -> list[Case]:
    """The cases of a corpus page; its form is told in tests/corpus/README.md."""
    cases = []
    expects = False
    for number, block in enumerate(re.split(r"\n(?=## |- )", page), 1):
        if block.startswith("## "):
            heading = block.split("\n")[0].strip()
            assert heading in ("## Trips it", "## Does not"), f"{code}: unknown heading {heading!r}"
            expects = heading == "## Trips it"
        elif block.startswith("- "):
            match = re.match(r"- \(([a-z ]+)\) (.+)", block, re.S)
            assert match, f"{code}: a case begins '- (origin) ': {block[:40]!r}"
            assert match[1] in ORIGINS, f"{code}: unknown origin {match[1]!r}"
            text = "\n".join(
                line[2:] if line.startswith("  ") else line for line in match[2].rstrip().split("\n")
            )
            assert ("⟦" in text) == expects, f"{code}: marks under the wrong heading: {text[:40]!r}"
            cases.append(Case(code, text, match[1], f"{code}-{number}"))
    return cases
