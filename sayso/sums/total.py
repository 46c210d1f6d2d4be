"""Totals and their parts: "for a total of", lists in brackets, "of whom", records of won, drawn and lost."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from sayso.model import Given, Operand, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.likeness import amounts, is_alike, is_vague, may_count_the_same
from sayso.sums.scene import GAP, Line, Scene, pattern
from sayso.vocabulary import CheckKind, Role

_T = CheckKind.TOTAL
_MOST_PARTS = 12
_FOR_TOTAL = r"\b(?:for|making|make|makes|bringing|brings|brought|giving|gives|gave|to|or|equals|is|was|were|a)\b…{total} ?(?:of|to|at|to about)? ?…<s:N>"
_IN_BRACKETS = r"\(<s:N> ?(?:{total})\)"
_PARTS = rf"<s:N>(?P<noun>[^<>;:()]{{0,60}}?)(?P<open>\(|:|—|--|, )(?P<rest>(?:{GAP}|<[cmqr]\d+>){{3,260}})"
_NUMBER = re.compile(r"<([cmqr])(\d+)>")
_JOINT = re.compile(r"^(?:[^<>;:()]{0,80}(?:,|;|\band\b|\bplus\b|\bor\b)[^<>:()]{0,40})$")
_LINKED = re.compile(r"^[^<>;:()]{0,60}(?:,|\band\b|\bplus\b|\+)[^<>;:()]{0,40}$")
_OF_THEM = re.compile(
    r"^(?: or | and )?(?:of (?:which|whom|them|those)|(?:[a-z]+ ){0,3}of (?:which|whom|them))"
)
_INCLUDING = re.compile(
    r"\b(?:includ\w+|such as|among them|like|at least|especially|notably|led by|mostly|up to)\b"
)
_RECORD = re.compile(r"(?<![\d-])(\d{1,3})[-—](\d{1,3})(?:[-—](\d{1,3}))?(?![\d-])")
_RECORD_OF = r"(?P<won>\d{1,3}[-—]\d{1,3}(?:[-—]\d{1,3})?|<s(?P<score>\d+)>) (?:in|over|through|during|across) (?:its|their|his|her|the|our|my)? ?(?:last|past|first|final|previous|opening|most recent)? ?<s:c>"
_RECORD_IN = r"<s:c>(?P<noun>[^<>.;()]{0,40})\((?P<won>\d{1,3}[-—]\d{1,3}[-—]\d{1,3}|<s(?P<score>\d+)>)\)"
_OTHER = r"<s:c>……<a:c>……\bthe (?:other|remaining) <b:c>"


def find_totals(scene: Scene, line: Line) -> Iterator[Claim]:
    """Totals that the line states, with their parts."""
    if len(line.signs) < 2 and "-" not in line.text and "—" not in line.text:
        return
    stated: set[int | None] = set()
    for claims in (
        _of_words(scene, line),
        _of_lists(scene, line),
        _of_bracketed_parts(scene, line),
        _of_records(scene, line),
        _of_others(scene, line),
    ):
        for claim in claims:
            if claim.stated not in stated:
                stated.add(claim.stated)
                yield claim


def sum_of(parts: tuple[Operand, ...] | list[int]) -> Way:
    """The way that adds its operands."""
    return Way(tuple(parts), " + ".join(chr(ord("a") + n) for n in range(len(parts))))


def _of_words(scene: Scene, line: Line) -> Iterator[Claim]:
    """“1,280 pledged and 469 unpledged delegates for a total of 1,749”; “2 tackles, 1 assist (3 combined)”."""
    for source in (_FOR_TOTAL, _IN_BRACKETS):
        for match in pattern(source).finditer(line.text):
            stated = int(match["s"])
            start = max(line.text.rfind(stop, 0, match.start()) for stop in (")", ";", ". ", " but "))
            before = _joined(scene, line, start, match.start(), stated)
            if 2 <= len(before) <= _MOST_PARTS and not any(is_vague(scene.figure(n)) for n in before):
                ways = [sum_of(before)] + ([sum_of(before[-2:])] if len(before) > 2 else [])
                yield Claim(_T, line.span(match), stated, tuple(ways), len(before) == 2)


def _joined(scene: Scene, line: Line, start: int, end: int, stated: int) -> list[int]:
    """The amounts before a total that only commas and "and" join, from the last one backwards."""
    found: list[int] = []
    right = end
    for _, number, at in reversed(line.signs):
        if not start < at < end or number == stated:
            continue
        between = line.text[line.text.index(">", at) + 1 : right]
        if found and not _LINKED.match(between):
            break
        if "<" in re.sub(r"<d\d+>", "", between) or not is_alike(scene.figure(number), scene.figure(stated)):
            break
        found.append(number)
        right = at
    return found[::-1]


def _of_lists(scene: Scene, line: Line) -> Iterator[Claim]:
    """“six suppliers, three of which …, two … and one …”; “5 hits were from two players (2 for X, 3 for Y)”."""
    for match in pattern(_PARTS).finditer(line.text):
        total = scene.figure(int(match["s"]))
        rest = match["rest"]
        if match["open"] == "(":
            rest = rest.split(")")[0]
        parts = _parts(scene, rest, total)
        if len(parts) < 2 or _INCLUDING.search(match["noun"] + rest.split("<")[0]):
            continue
        numbers = [number for number, _ in parts]
        below = all((scene.figure(n).value or 0) < (total.value or 0) for n in numbers)
        if below and _is_partition(rest, parts, match["open"]):
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(numbers),), firm=match["open"] == "(")


def _parts(scene: Scene, rest: str, total: object) -> list[tuple[int, int]]:
    found = []
    for sign in _NUMBER.finditer(rest):
        figure = scene.figure(int(sign[2]))
        if not is_alike(figure, total) or figure.role is Role.RATE:  # type: ignore[arg-type]
            break
        found.append((int(sign[2]), sign.start()))
    return found[:_MOST_PARTS]


def _is_partition(rest: str, parts: list[tuple[int, int]], opening: str) -> bool:
    """Whether the words between the parts only join them, so that they make a list of one whole."""
    for (_, left), (_, right) in pairwise(parts):
        between = rest[rest.index(">", left) + 1 : right]
        if not _JOINT.match(between):
            return False
    last = rest[: parts[-1][1]]
    closed = " and " in last or "," in last or ";" in last
    if opening == ", ":
        first = rest[rest.index(">", parts[0][1]) + 1 :]
        return closed and (bool(_OF_THEM.match(first.strip())) or parts[0][1] < 3)
    return closed


def _of_bracketed_parts(scene: Scene, line: Line) -> Iterator[Claim]:
    """“more than $800,000 went to A ($480,000), B ($311,000) and C ($13,000)”."""
    inside = [
        (number, at)
        for letter, number, at in line.signs
        if letter in "cmq" and "(" in line.text[max(0, at - 40) : at].split(")")[-1]
    ]
    if len(inside) < 2:
        return
    first = inside[0][1]
    before = [n for letter, n, at in line.signs if at < first and letter in "cmq" and (n, at) not in inside]
    if not before or not is_alike(scene.figure(before[-1]), scene.figure(inside[0][0])):
        return
    total = before[-1]
    parts = [number for number, _ in inside if is_alike(scene.figure(number), scene.figure(total))]
    tail = line.text[inside[-2][1] : inside[-1][1]]
    if 2 <= len(parts) <= _MOST_PARTS and " and " in tail and not _INCLUDING.search(line.text[:first]):
        span = Span(scene.figure(total).span.start, scene.figure(parts[-1]).span.end)
        yield Claim(_T, span, total, (sum_of(parts),), firm=len(parts) > 2)


def _of_records(scene: Scene, line: Line) -> Iterator[Claim]:
    """“improved to 14-0-1 in its last 15 games”: won, lost and drawn are the games."""
    for source in (_RECORD_OF, _RECORD_IN):
        for match in pattern(source).finditer(line.text):
            span = line.span(match, "won")
            if match["score"]:
                span = scene.figure(int(match["score"])).span
            record = _RECORD.search(span.of(scene.reading.page.text))
            if record:
                parts = tuple(
                    Given(
                        digits,
                        Fraction(digits),
                        Span(span.start + record.start(n), span.start + record.end(n)),
                    )
                    for n, digits in enumerate(record.groups(), 1)
                    if digits
                )
                yield Claim(_T, line.span(match), int(match["s"]), (sum_of(parts),))


def _of_others(scene: Scene, line: Line) -> Iterator[Claim]:
    """“the three delegates …, one was …, the other two …”."""
    for match in pattern(_OTHER).finditer(line.text):
        numbers = [int(match[name]) for name in "sab"]
        total = scene.figure(numbers[0])
        if may_count_the_same(scene, total, scene.figure(numbers[1])) or len(amounts(scene, line)) == len(
            numbers
        ):
            yield Claim(_T, line.span(match), numbers[0], (sum_of(numbers[1:]),), firm=False)
