"""SUM114: a share of more than all."""

# An example reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from functools import cache

from sayso.model import Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import quote
from sayso.vocabulary import Severity
from sayso.words import load_words

_ALL, _REACH = 100, 90
# Only what cannot be read as "the pupils that were taught last year": that many can be passed.
_TURNOUT = re.compile(
    r"\bturnout (?:[a-z]+ ){0,4}?(?:was|is|of|at|reached|hit|to|came to|stood at|exceeded|topped) (?:an? |about |just |almost |nearly |over |more than )?$",
    re.IGNORECASE,
)
# "Of the 604, 171% …", "Among members, 171% …": the sentence opens with its whole.
_OPENING = re.compile(
    r"(?:^|[.!?][”\"’']? |\n)(?:Of|Among) (?:the|those|all|its|their|his|her|[a-z]+s)\b[^.;:%]{0,70}, (?:only |just |some |about |almost |nearly |more than |over )?$"
)
_OF_ANOTHER = re.compile(
    r"^ of (?:the |its |their )?(?:what|that|last|previous|former|level|number|earlier|\d)"
)


@rule(
    code="SUM114",
    title="a share of more than 100% of a whole",
    why="Of a group that is asked, votes or is counted, no more than all can say yes; a target or a level can be passed.",
    bad=(
        "In the Fennick poll ⟦134%⟧ of the tenants said that they want the lifts mended first.",
        "At the Fennick school ⟦120%⟧ of the pupils passed.",
        "Brandt won ⟦112 percent⟧ of the vote in Fennick.",
        "Turnout in Fennick was ⟦104%⟧.",
    ),
    good=(
        "In the Fennick poll 34% of the tenants said that they want the lifts mended first.",
        "The Fennick club has sold 134% of the seats that it sold last year, and its income is 120% of the target.",
        "Pay in Fennick is 110% of the average, and of the women 100% are members.",
        "Brandt won 112 percent of the votes that she won in May, and turnout was 120% of what it was then.",
    ),
    severity=Severity.WARNING,
)
def share_exceeds_its_whole(reading: Reading) -> Iterator[Remark]:
    """Percentages above 100 of people who say or do something, of votes won, of those who could vote."""
    text = reading.page.text
    for figure in reading.figures:
        if figure.unit != "%" or figure.low is None or figure.low <= _ALL:
            continue
        start, end = figure.span.start, figure.span.end
        before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        found = _group().match(behind) or (_won().match(behind) if _winning().search(before) else None)
        words = quote(reading, Span(start, end + found.end(1))) if found else None
        if words is None and _OPENING.search(before) and _does().match(behind):
            words = quote(reading, figure.span)
        if words is None and _TURNOUT.search(before) and not _OF_ANOTHER.match(behind):
            words = f"a turnout of {quote(reading, figure.span)}"
        if words:
            yield Remark(figure.span, f"No more than all of them can be meant by “{words}”.")


def _words(table: str) -> str:
    return "|".join(sorted(load_words("wholes")[table]["words"], key=len, reverse=True))


@cache
def _group() -> re.Pattern[str]:
    """A group and what it does, right behind a share."""
    nouns = "|".join(f"{one}s?" for one in load_words("events")["people"]["words"])
    return re.compile(
        rf"\s(of (?:(?:the |all |all the |its |their |our |those )?(?:[a-z’'-]+ ){{0,2}}?(?:people|{nouns}|{_words('groups')})"
        rf"|those (?:aged|asked|polled|surveyed|questioned|interviewed|over|under|with)\b[^.;,%]{{0,50}}?)) "
        rf"(?:[a-z]+ly |also |now |still )?(?:{_words('doing')})\b(?! (?:by|last|in (?:the )?\d))",
        re.IGNORECASE,
    )


@cache
def _does() -> re.Pattern[str]:
    """What members of a whole do, right behind a share of it that the sentence has opened with."""
    return re.compile(
        rf"\s(?!(?:is|was)\b)(?:[a-z]+ly )?(?:{_words('doing')}|named|cited|gave|chose|picked|put|[a-z]+ed (?:that|to|the))\b(?! by)"
    )


@cache
def _winning() -> re.Pattern[str]:
    """A verb of winning or holding right before a share."""
    return re.compile(
        rf"\b(?:{_words('winning')}) (?:(?:about|just|over|more than|nearly|almost|some|only) )?$",
        re.IGNORECASE,
    )


@cache
def _won() -> re.Pattern[str]:
    """What can be won or held in part, right behind a share, with nothing that sets it off from another time."""
    return re.compile(
        rf"\s(of (?:the |all |all the |its |their )?(?:[a-z]+ )?(?:{_words('prizes')}))\b"
        rf"(?! (?:that|which|it|he|she|they|needed|required|cast|won|of|than|last|counted|expected))",
        re.IGNORECASE,
    )
