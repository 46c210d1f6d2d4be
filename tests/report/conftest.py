"""A reading made by hand, so that the reports are tested apart from the stages."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sayso.model import (
    Attribution,
    Block,
    Check,
    Comment,
    Conflict,
    Figure,
    Finding,
    Given,
    Interval,
    Label,
    Link,
    Missing,
    Notice,
    Page,
    Period,
    Prediction,
    Reading,
    Sentence,
    Span,
)
from sayso.vocabulary import (
    Agreement,
    BlockKind,
    Certainty,
    CheckKind,
    LabelClass,
    LinkKind,
    Mode,
    PageKind,
    Role,
    Severity,
    Verdict,
)

TEXT = """Support the Tideline
Board admits 8,000 homes dry
The board logged 1,284 leaks, twice as many as in May (642), the Herald said, citing a clerk.
In route 9 some 5,350 homes went dry by June 2026.
Fenwick
Who \u202ecounts?
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def line(number: int) -> Span:
    lines = TEXT.splitlines(keepends=True)
    start = sum(map(len, lines[:number]))
    return Span(start, start + len(lines[number]) - 1)


def figure(words: str, sentence: int, value: int, *, role: Role = Role.COUNT, **more: object) -> Figure:
    exact = Fraction(value)
    return replace(
        Figure(at(words), sentence, role, Interval(exact, exact), exact, Fraction(1)),
        **more,
    )


@pytest.fixture
def reading() -> Reading:
    june = Period(at("June 2026"), date(2026, 6, 1), date(2026, 6, 30))
    chain = (
        Link(at("the Herald"), "the Gull Point Herald", LinkKind.OUTLET),
        Link(at("a clerk"), "a clerk", LinkKind.ANONYMOUS),
    )
    figures = (
        figure("8,000", 0, 8000, thing=at("homes")),
        figure("1,284", 1, 1284, thing=at("leaks")),
        figure("twice as many", 1, 2, role=Role.RATIO),
        figure("642", 1, 642),
        figure("some 5,350", 2, 5350, interval=Interval(Fraction(4815), Fraction(5885)), when=june),
    )
    return Reading(
        Page("p1", "a.txt", PageKind.DUMP, TEXT, title="Board <b>admits</b>", published=date(2025, 11, 18)),
        blocks=(
            Block(line(0), BlockKind.FURNITURE, "asks for support"),
            Block(line(1), BlockKind.HEADLINE, "first of its size"),
            Block(Span(line(2).start, line(3).end), BlockKind.BODY, "sentences"),
            Block(Span(line(4).start, line(5).end), BlockKind.COMMENT, "name over text"),
        ),
        comments=(
            Comment(line(4), "Fenwick", "Who \u202ecounts?", posted="today", edited=True, votes=-2),
            Comment(line(5), None, "Nobody.", parent=0),
        ),
        declared=3,
        sentences=(Sentence(line(1), 1), Sentence(line(2), 2), Sentence(line(3), 2)),
        figures=figures,
        labels=(Label(at("9"), 2, LabelClass.NAME),),
        dates=(june,),
        attributions=(Attribution((line(2),), at("said"), chain, Mode.INDIRECT, Certainty.STATED),),
        owners=(None, 0, 0, 0, None),
        checks=(
            Check(
                CheckKind.MULTIPLE,
                at("1,284 leaks, twice as many as in May (642)"),
                2,
                (1, 3),
                "a / b",
                Interval(Fraction(2), Fraction(2)),
                Verdict.ADDS_UP,
                "1,284 / 642 = 2",
                whose=0,
            ),
            Check(
                CheckKind.ELAPSED,
                at("some 5,350"),
                None,
                (4, Given("publication year", Fraction(2025)), Missing("May's figure")),
                "a",
                None,
                Verdict.CANNOT,
                "",
                reason="May's figure is not given",
            ),
        ),
        conflicts=(Conflict(0, 4, "homes dry", Agreement.CONFLICTS),),
        predictions=(Prediction(line(3), june, None),),
        findings=(
            Finding(
                "CON302", at("8,000"), Severity.WARNING, "headline 8,000, body 5,350", (at("some 5,350"),)
            ),
            Finding(
                "SUM101",
                at("twice as many"),
                Severity.ERROR,
                "made up for the test",
                working="1,284 / 642 = 2, stated: twice as many → adds up",
            ),
            Finding("PAG601", Span(0, 0), Severity.INFO, "3 comments declared, 2 found"),
        ),
        notices=(Notice("encoding", "read as Windows-1252"),),
    )
