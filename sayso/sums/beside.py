"""Sums with every operand beside them, in words that leave no other reading.

“From 6% to 4%, two percentage points”, “cast out of an electorate of 52,000, a turnout of 48%”, “that is a
saving of 22 minutes” behind a sentence with just two lengths of time. What may go on or count something else
behind the stated figure is none of these, so each ends its clause there.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike, spell
from sayso.sums.likeness import amounts, is_alike, is_vague, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind

_ENDS = r"(?=[,.;)]|$)"
_ABOUT = r"(?:about |just |only |nearly |almost |some |just over |more than ){0,2}"


class _Row(NamedTuple):
    """A construction with its formulas in the letters of its operands; ``alike`` must be of one sort."""

    kind: CheckKind
    source: str
    formulas: tuple[str, ...]
    alike: str = "ab"


_ROWS = (
    _Row(CheckKind.SHARE, rf"<a:c>(?:[^<>;]|<d\d+>){{0,40}}\b(?:out of|from|of) an electorate of {_ABOUT}<b:c>,? (?:an?|the|or an?) turnout of {_ABOUT}<s:p>{_ENDS}", ("100 * a / b",)),
    _Row(CheckKind.DIFFERENCE, rf"\b(?:trail(?:s|ed|ing)?|behind|lagg(?:ed|ing)|down)\b(?:[^<>;,]|<d\d+>){{0,40}}?\bby <a:gc>(?:[^<>;]|<d\d+>){{1,40}}\b(?:leads?|ahead|leading|up)\b[^<>;,]{{0,20}} by <b:gc>(?:[^<>;,]|<d\d+>){{0,15}}, an? (?:[a-z]+ )?(?:swing|turnaround|turnround) of <s:gc>(?: points?)?{_ENDS}", ("a + b", "(a + b) / 2"), ""),
    _Row(CheckKind.DIFFERENCE, rf"\b(?:led|leading|ahead|up)\b(?:[^<>;,]|<d\d+>){{0,40}}?\bby <a:gc>(?:[^<>;]|<d\d+>){{1,40}}\b(?:trails?|behind|trailing|down|lags)\b[^<>;,]{{0,20}} by <b:gc>(?:[^<>;,]|<d\d+>){{0,15}}, an? (?:[a-z]+ )?(?:swing|turnaround|turnround) of <s:gc>(?: points?)?{_ENDS}", ("a + b", "(a + b) / 2"), ""),
    _Row(CheckKind.DIFFERENCE, rf"\bfrom <a:p> to <b:p>, (?:or )?<s:g>{_ENDS}", ("a - b", "b - a")),
    _Row(CheckKind.CHANGE, rf"<b:N>[^<>;,]{{0,25}}, up (?:by )?{_ABOUT}<s:p> (?:(?:on|from) )?(?:the )?(?:<d\d+>(?:'s)?|last year's|the previous year's) (?:total of |figure of )?<a:N>{_ENDS}", ("100 * (b / a - 1)",)),
    _Row(CheckKind.CHANGE, rf"<b:N>[^<>;,]{{0,25}}, down (?:by )?{_ABOUT}<s:p> (?:(?:on|from) )?(?:the )?(?:<d\d+>(?:'s)?|last year's|the previous year's) (?:total of |figure of )?<a:N>{_ENDS}", ("100 * (1 - b / a)",)),
    _Row(CheckKind.CHANGE, rf"\b(?:rose|grew|climbed|jumped|increased|surged) (?:by )?{_ABOUT}<s:p> to {_ABOUT}<b:N> (?:in|for|over) the <t\d+>(?: (?:ended|ending|to))?(?: [a-z]+)? (?:<d\d+>|[a-z]+ \d+) from {_ABOUT}<a:N>", ("100 * (b / a - 1)",)),
    _Row(CheckKind.CHANGE, rf"\b(?:fell|dropped|declined|slid|shrank|decreased) (?:by )?{_ABOUT}<s:p> to {_ABOUT}<b:N> (?:in|for|over) the <t\d+>(?: (?:ended|ending|to))?(?: [a-z]+)? (?:<d\d+>|[a-z]+ \d+) from {_ABOUT}<a:N>", ("100 * (1 - b / a)",)),
    _Row(CheckKind.CHANGE, rf"<b:N>[^<>;,]{{0,20}}, {_ABOUT}<[cmqr]\d+> (?:more|higher|above) than the <a:N>(?:[^<>;,]|<d\d+>){{0,60}}, an? (?:increase|rise|overrun|jump) of {_ABOUT}<s:p>{_ENDS}", ("100 * (b / a - 1)",)),
    _Row(CheckKind.CHANGE, rf"<b:N>[^<>;,]{{0,20}}, {_ABOUT}<[cmqr]\d+> (?:less|fewer|lower|below) than the <a:N>(?:[^<>;,]|<d\d+>){{0,60}}, an? (?:fall|drop|decrease|decline|cut) of {_ABOUT}<s:p>{_ENDS}", ("100 * (1 - b / a)",)),
    _Row(CheckKind.AVERAGE, rf"<b:c> (?!of\b)[a-z][^<>;,.()]{{0,40}} <a:mc>,? (?:or )?an average of {_ABOUT}<s:mc> (?:each|apiece){_ENDS}", ("a / b",), "sa"),
    _Row(CheckKind.AVERAGE, rf"<b:c> (?!of\b)[a-z][^<>;,.()]{{0,25}}, (?:ordered|bought|built|sold)(?:[^<>;,.()]|<d\d+>){{0,20}} for (?:a total of )?<a:m>(?: [a-z ]{{0,20}})?, or {_ABOUT}<s:m> (?:each|apiece){_ENDS}", ("a / b",), "sa"),
)  # fmt: skip
_BY_SOURCE = {row.source: row for row in _ROWS}
# A change that is told net of something is not in its two ends.
_NET = re.compile(
    r"\b(?:real terms|inflation|adjust\w*|excluding|like-for-like|same-store|underlying|constant|organic)\b"
)
_THAT_IS = rf"^\W*(?:that|this) (?:is|was|makes|represents|amounts to) {_ABOUT}<s:pf>[.!]?\W*$"
_OF_THEM = (
    rf"^\W*of (?:the |its |their |all )?<b:c> [^<>;]{{2,60}}, {_ABOUT}<a:c> (?!of\b)[^<>;]{{2,90}}[.]\W*$"
)
_A_SAVING = rf"^\W*(?:that|this) (?:is|was|means|makes) an? (?:[a-z]+ )?(?:saving|gap|difference|gain|rise|increase|fall|drop|reduction|cut|loss|delay|shortfall|surplus) of {_ABOUT}<s:tcmq>[.!]?\W*$"
_GAP_LEFT = rf"\b(?:leav(?:es|ing)|left) (?:it |them |him |her |us )?(?:with )?an? (?:funding )?(?:gap|shortfall|hole|deficit) of {_ABOUT}<s:m>{_ENDS}"
_NEEDS = re.compile(r"\b(?:needs?|needed|must|target|goal|require[sd]?|cost|costs|requires)\b")
_HAS = re.compile(r"\b(?:so far|already|found|raised|identified|secured|collected|saved|set aside)\b")
_THE_USUAL = rf"<a:q>(?: [a-z]+)?, {_ABOUT}<s:q> (?P<way>more|less|above|below|higher|lower|under|over) (?:than )?the (?:usual|normal|average|long-term average(?: of)?|seasonal average(?: of)?|monthly average(?: of)?) <b:c>{_ENDS}"
_FEW_MONTHS = rf"<a:N>(?:[^<>;.]|<d\d+>){{1,50}}\band (?:[a-z]+ ){{0,3}}<b:N>(?:[^<>;.]|<d\d+>){{0,40}}(?:,|—) ?(?:for |making |giving )?an? <t:t> total of {_ABOUT}<s:N>{_ENDS}"
_TWO = 2
_WEEKEND = r"<s:N>(?P<noun>(?:[^<>;:()]|<[dt]\d+>){1,60}?)(?:,|:|—|--| -) ?(?:with )?<a:N>(?: of them)? <d(?P<one>\d+)> and <b:N> <d(?P<other>\d+)>(?P<end>[,.;]|$)"
_AND_ON = re.compile(r" ?and\b[^.;]{0,40}<[cmq]")
_DAYS = {"saturday", "sunday"}
_GROUPS = r"^\W*(?:just |only )?<k:c> [a-z -]{3,30} (?:account(?:s|ed)? for|have had|have|had|recorded|reported|share|shared) (?:between them )?<s:c>[^<>;:()]{0,30}: (?P<rest>(?:[^<>;:().]|<c\d+>){5,200})[.]?\W*$"
_COUNT = re.compile(r"<c(\d+)>")


def find_beside(scene: Scene, line: Line) -> Iterator[Claim]:
    """Sums of the line with all their operands in it or in the line before."""
    if not line.signs:
        return
    # One look-up for all: to ask for each by itself costs more than they do.
    for source, match in line.find_each(_SOURCES):
        row = _BY_SOURCE.get(source)
        yield from _of_row(scene, line, row, match) if row else _FINDERS[source](scene, line, match)


def _of_the_usual(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Rain came to 391mm, 67mm more than the usual 324”: the unit is not told again."""
    order = "b - a" if match["way"] in ("less", "below", "lower", "under") else "a - b"
    way = Way((int(match["a"]), int(match["b"])), order)
    if is_alike(scene.figure(int(match["a"])), scene.figure(int(match["s"]))):
        yield Claim(CheckKind.DIFFERENCE, line.span(match), int(match["s"]), (way,))


def _of_row(scene: Scene, line: Line, row: _Row, match: re.Match[str]) -> Iterator[Claim]:
    operands, stated = (int(match["a"]), int(match["b"])), int(match["s"])
    alike = [int(match[name]) for name in row.alike]
    figures = [scene.figure(number) for number in operands]
    if any(is_vague(figure) for figure in figures) or (alike and not are_alike(scene, alike)):
        return
    result = scene.figure(stated)
    ways = tuple(Way(operands, spell(formula, ["a", "b"], figures, result)) for formula in row.formulas)
    firm = row.kind is not CheckKind.CHANGE or _NET.search(line.text) is None
    yield Claim(row.kind, line.span(match), stated, ways, firm)


def _of_those_asked(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Of 415 patients asked, 166 said they would move. That is 40 per cent”: there are only these two."""
    before = scene.before(line)
    told = list(before.find(_OF_THEM)) if before else []
    if before is None or len(told) != 1 or len(before.figures) != _TWO:
        return
    operands = (int(told[0]["a"]), int(told[0]["b"]))
    figures, stated = [scene.figure(number) for number in operands], int(match["s"])
    formula = spell("@a / b", ["a", "b"], figures, scene.figure(stated))
    yield Claim(CheckKind.SHARE, line.span(match), stated, (Way(operands, formula),))


def _of_two_before(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“By car it takes 74 minutes; the train takes 52. That is a saving of 22 minutes”: the two just told."""
    before, stated = scene.before(line), int(match["s"])
    if before is None or len(before.figures) != _TWO:
        return
    one, other = before.figures
    sorts = [sort_of(scene.figure(number)) for number in (one, other, stated)]
    # The unit may be told once: "74 minutes by road, 52 by rail".
    if sorts[0] != sorts[2] or sorts[1] not in (sorts[2], "count"):
        return
    if any(is_vague(scene.figure(n)) or scene.figure(n).value is None for n in (one, other)):
        return
    ways = (Way((one, other), "a - b"), Way((other, one), "a - b"))
    yield Claim(CheckKind.DIFFERENCE, line.span(match), stated, ways)


def _of_what_is_needed(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“It needs £22m. It has so far found £14.5m, which leaves a gap of £7.5m”."""
    before, stated = scene.before(line), int(match["s"])
    own = [n for n in amounts(scene, line, scene.figure(stated)) if n != stated]
    whole = amounts(scene, before, scene.figure(stated)) if before else []
    if before and len(own) == len(whole) == 1 and _HAS.search(line.text) and _NEEDS.search(before.text):
        way = Way((whole[0], own[0]), "a - b")
        yield Claim(CheckKind.DIFFERENCE, line.span(match), stated, (way,))


def _of_two_months(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“34,000 in May and 27,500 in June, for a two-month total of 61,500”."""
    parts = [int(match["a"]), int(match["b"])]
    if scene.figure(int(match["t"])).value == _TWO and are_alike(scene, [int(match["s"]), *parts]):
        yield Claim(CheckKind.TOTAL, line.span(match), int(match["s"]), (sum_of(parts),))


def _of_two_days(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“127 fires over the weekend, 81 on Saturday and 46 on Sunday”."""
    parts = [int(match["a"]), int(match["b"])]
    dates, text = scene.reading.dates, scene.reading.page.text
    words = {dates[int(match[day])].span.of(text).lower().split()[-1] for day in ("one", "other")}
    both = words == _DAYS and _is_of_two_days(scene, line, match)
    alone = match["end"] != "," or _AND_ON.match(line.text, match.end()) is None
    if both and alone and are_alike(scene, [int(match["s"]), *parts]):
        yield Claim(CheckKind.TOTAL, line.span(match), int(match["s"]), (sum_of(parts),))


def _of_groups(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Three schools account for 46 cases: A has had 22, B 15 and C nine”: as many parts as schools."""
    parts = [int(number) for number in _COUNT.findall(match["rest"])]
    if len(parts) > 1 and scene.figure(int(match["k"])).value == len(parts):
        yield Claim(CheckKind.TOTAL, line.span(match), int(match["s"]), (sum_of(parts),))


def _is_of_two_days(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """Whether what is counted was all on a weekend or on two days."""
    told = line.span(match, "noun").of(scene.reading.page.text).lower()
    return "weekend" in told or "two days" in told


_FINDERS: dict[str, Callable[[Scene, Line, re.Match[str]], Iterator[Claim]]] = {
    _THAT_IS: _of_those_asked,
    _A_SAVING: _of_two_before,
    _GAP_LEFT: _of_what_is_needed,
    _THE_USUAL: _of_the_usual,
    _FEW_MONTHS: _of_two_months,
    _WEEKEND: _of_two_days,
    _GROUPS: _of_groups,
}
_SOURCES = (*_BY_SOURCE, *_FINDERS)
