"""Totals whose parts stand around them: "the other two", "of these, 12 …", "three from each of the seven"."""

# A construction reads best on one line.
# ruff: noqa: E501
import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Given, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike
from sayso.sums.likeness import amounts, may_count_the_same, things
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind

_T = CheckKind.TOTAL
_AT_EACH = r"<a:c>[^<>;]{0,40}\b(?:at|for) <b:m> (?:each|apiece)[^<>;.]{0,30}\b(?:total|sum|cost|bill|price|all)\b[^<>;.]{0,12}<s:m>"
_EACH_OF = r"\beach of (?:the |its |their |our )?<a:c>[^<>;,]{0,40} <b:m>,? (?:for |or |making )?a (?:combined )?total of (?:about )?<s:m>"
_ALL_BUT_ONE = r"<a:c> of (?:the|its|their|his|her) <s:c>"
_THE_LAST = re.compile(
    r"^\W*the (?P<one>(?:only |lone )?(?:exception|other|third|fourth|fifth|sixth|last one|remaining one))\b"
)
_FROM_EACH = r"<a:cmq> (?:[a-z]+ )?(?:from|in|for|on|at|to) each of [^<>;,]{0,30}<b:c>(?:[^<>;]{0,45}\b(?:plus|and) [^<>;]{0,15}<c:c>)?"
_OF_THESE = r"^\W*of (?:these|those|them),? <a:c>[^<>;]{0,60}(?:,| and) ?<b:c>"
_THE_TWO = r"<a:c> [a-z][^<>;,.]{0,60}?(?: (?:—|--|-) [^;.]{3,90}? (?:—|--|-))? and <b:c> [a-z]"
_THE_TWO_AGAIN = r"\b(?:of the|all|the) <s:c> [a-z]"
_REST = re.compile(r"\bthe (?:rest|last|final)\b")
_OTHER_OF_ONE = r"<s:c>……\bone\b……\bthe (?:other|remaining) <b:c>"
_OTHER = r"<s:c>……<a:c>……\bthe (?:other|remaining) <b:c>"
# Set off by a comma, "15 of them" and "the other seven" leave nobody out.
_OF_THEM_AND_OTHER = r"<s:c>(?:[^<>;.]|<d\d+>){0,50}(?:,|—|--| -|:) <a:c> of (?:them|whom|which|these|those)\b[^<>;.]{0,60}\band the (?:other|remaining) <b:c>"


def find_parts(scene: Scene, line: Line) -> Iterator[Claim]:
    """Totals that the line or the one before tells, with parts that it tells of."""
    yield from _of_others(scene, line)
    yield from _of_others_told(scene, line)
    yield from _of_line_before(scene, line)


def _of_others(scene: Scene, line: Line) -> Iterator[Claim]:
    """“the three delegates …, one was …, the other two …”."""
    for match in line.find(_OF_THEM_AND_OTHER):
        way = sum_of((int(match["a"]), int(match["b"])))
        yield Claim(_T, line.span(match), int(match["s"]), (way,), _REST.search(line.text) is None)
    for match in line.find(_OTHER):
        numbers = [int(match[name]) for name in "sab"]
        total = scene.figure(numbers[0])
        if may_count_the_same(scene, total, scene.figure(numbers[1])) or len(amounts(scene, line)) == len(
            numbers
        ):
            yield Claim(_T, line.span(match), numbers[0], (sum_of(numbers[1:]),), firm=False)
    for match in line.find(_OTHER_OF_ONE):
        at = line.text.index("one", match.end("s"))
        one = Given("one", Fraction(1), Span(line.place(at), line.place(at) + len("one")))
        yield Claim(_T, line.span(match), int(match["s"]), (sum_of((one, int(match["b"]))),), firm=False)


def _of_others_told(scene: Scene, line: Line) -> Iterator[Claim]:
    """“12 buses at $300,000 each, a total of $3.6 million”; “Of these, 12 work here and 8 there”."""
    for match in (match for source in (_AT_EACH, _EACH_OF) for match in line.find(source)):
        if are_alike(scene, [int(match["b"]), int(match["s"])]):
            yield Claim(
                _T, line.span(match), int(match["s"]), (Way((int(match["a"]), int(match["b"])), "a * b"),)
            )
    yield from _of_all_but_one(scene, line)
    for match in line.find(_FROM_EACH):
        yield from _from_each(scene, line, match)
    for match in line.find(_OF_THESE):
        before = scene.before(line)
        parts = [int(match["a"]), int(match["b"])]
        for total in amounts(scene, before, scene.figure(parts[0])) if before else []:
            yield Claim(_T, line.span(match), total, (sum_of(parts),), firm=False)


def _from_each(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“three from each of the seven wards, plus two others”: the total is told here or just before."""
    operands = tuple(int(match[name]) for name in "abc" if match[name])
    formula = "a * b + c" if match["c"] else "a * b"
    before = scene.before(line)
    for there in (line, before) if before else (line,):
        for total in amounts(scene, there, scene.figure(operands[0])):
            if total not in operands:
                yield Claim(_T, line.span(match), total, (Way(operands, formula),), firm=False)


def _of_all_but_one(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Four of the five are old. The exception is …”: four and one are five."""
    if line.number + 1 == len(scene.lines):
        return
    after = scene.lines[line.number + 1]
    last = _THE_LAST.match(after.text)
    if last:
        one = Given(after.words(scene.reading, last, "one"), Fraction(1), after.span(last, "one"))
        for match in line.find(_ALL_BUT_ONE):
            way = sum_of((int(match["a"]), one))
            yield Claim(_T, line.span(match), int(match["s"]), (way,), firm=False)


def _of_line_before(scene: Scene, line: Line) -> Iterator[Claim]:
    """“two airplanes and three helicopters. Four of the five …”: the five are both together."""
    before = scene.before(line)
    told = list(before.find(_THE_TWO)) if before else []
    if len(told) != 1:
        return
    parts = [int(told[0]["a"]), int(told[0]["b"])]
    for match in line.find(_THE_TWO_AGAIN):
        if are_alike(scene, [int(match["s"]), *parts]) and not _same_things(scene, parts):
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(parts),), firm=False)


def _same_things(scene: Scene, parts: list[int]) -> bool:
    one, other = (things(scene, scene.figure(part)) for part in parts)
    return bool(one & other)
