"""SUM113: a headline against the sum that the report itself works out."""

# An example reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from functools import cache

from sayso.model import Check, Figure, Reading
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import quote, working_of
from sayso.vocabulary import BlockKind, Role, Severity, Verdict
from sayso.words import load_words
from sayso.words.stems import stem


@rule(
    code="SUM113",
    title="a headline figure that the body's own sum contradicts",
    why="A headline is written last and shortest; its figure must be the one that the report works out.",
    bad=(
        "Arrests in Oldmoor rise ⟦27%⟧\n\nThe police counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204.",
        "Sundby wins Fennick seat by ⟦531⟧ votes\n\nThe count took all night, said Ada Brandt.\n\n"
        "Sundby won the Fennick seat by 431 votes, 6,240 to 5,809.",
    ),
    good=(
        "Arrests in Oldmoor rise 18%\n\nThe police counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204.",
        "Rents in Oldmoor rise 27%\n\nThe town counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests rose 18% from 9,487 to 11,204.",
    ),
    severity=Severity.WARNING,
)
def headline_contradicts_the_sum(reading: Reading) -> Iterator[Remark]:
    """Figures of the headline that no figure of the body meets, where the body works out another one."""
    for figure, check in sums_against(reading):
        if check.stated is not None:
            there = reading.figures[check.stated].span
            message = f"The headline has “{quote(reading, figure.span)}”; the report works out “{quote(reading, there)}”."
            yield Remark(figure.span, message, (there,), working_of(reading, check))


_SHARES = (Role.PERCENT, Role.SHARE, Role.RATIO)
_WORD = re.compile(r"[^\W\d_]{4,}")
_BEHIND = re.compile(r" (?:of|in|from|for|at|on|by|who|that) ")
_COMMON = 2
# So many persons may be told of one by one elsewhere in the report: "a fourth died later".
_SINGLES = 3


def sums_against(reading: Reading) -> Iterator[tuple[Figure, Check]]:
    """Each headline figure that no figure of the body meets, with the one sum of the body that is of its thing."""
    body = [figure for figure in reading.figures if not _is_in_headline(reading, figure)]
    for figure in reading.figures:
        if not _is_in_headline(reading, figure):
            continue
        rivals = [other for other in body if _is_alike(reading, figure, other)]
        if any(_meet(figure, other) for other in rivals) or _is_made_up(figure, rivals, body):
            continue
        sums = [
            check
            for check in reading.checks
            if check.stated is not None
            and check.verdict is Verdict.ADDS_UP
            and reading.figures[check.stated] in rivals
            and _speak_of_one_thing(reading, figure, check)
        ]
        if len(sums) == 1:
            yield figure, sums[0]


def _is_in_headline(reading: Reading, figure: Figure) -> bool:
    return reading.blocks[reading.sentences[figure.sentence].block].kind is BlockKind.HEADLINE


def _is_alike(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort; counts must be of things with one name, "53 killed" of persons."""
    if figure.role in _SHARES or other.role in _SHARES:
        return figure.unit == other.unit and figure.role in _SHARES and other.role in _SHARES
    if figure.role is not other.role or figure.unit != other.unit or figure.per != other.per:
        return False
    if figure.role is not Role.COUNT:
        return figure.role is Role.MONEY
    one, there = _last_word(reading, figure), _last_word(reading, other)
    if one is None:
        # Whom a headline leaves without a name is a person: "storm kills 53", "44 arrested".
        return there is None or there in _people()
    return one == there


def _last_word(reading: Reading, figure: Figure) -> str | None:
    """The head of what is counted, as it is printed: "tickets in a day" gives "tickets"."""
    words = _BEHIND.split(figure.thing.of(reading.page.text).lower())[0].split() if figure.thing else []
    return words[-1] if words else None


@cache
def _people() -> frozenset[str]:
    words = load_words("events")["people"]["words"]
    return frozenset(words) | {f"{word}s" for word in words} | {"people"}


def _is_made_up(figure: Figure, rivals: list[Figure], body: list[Figure]) -> bool:
    """Whether two figures of the body may make the headline's: "46 died in the storm, six more in a fire"."""
    if figure.role is not Role.COUNT or figure.value is None:
        return False
    gaps = {abs(figure.value - other.value) for other in rivals if other.value is not None}
    if figure.thing is None and min(gaps, default=0) <= _SINGLES:
        return True
    return not gaps.isdisjoint(other.value for other in body if other.role is Role.COUNT)


def _meet(left: Figure, right: Figure) -> bool:
    if left.low is None or right.low is None or left.high is None or right.high is None:
        return True
    return left.low <= right.high and right.low <= left.high


def _speak_of_one_thing(reading: Reading, figure: Figure, check: Check) -> bool:
    """Whether the headline and the sum share two words of substance, and what befell whom none names."""
    sentence = reading.sentences[reading.figures[check.stated or 0].sentence].span
    head = reading.sentences[figure.sentence].span
    one, other = (set(_WORD.findall(span.of(reading.page.text).lower())) for span in (head, sentence))
    if figure.thing is None and figure.role is Role.COUNT:
        befell = [{_events()[word] for word in words & _events().keys()} for words in (one, other)]
        if befell[0].isdisjoint(befell[1]):
            return False
    return len({stem(word) for word in one} & {stem(word) for word in other}) >= _COMMON


@cache
def _events() -> dict[str, str]:
    """What can befall people, as the name of the event by each of its words."""
    tables = load_words("events")
    return {word: name for name in ("died", "hurt", "shot", "held") for word in tables[name]["words"]}
