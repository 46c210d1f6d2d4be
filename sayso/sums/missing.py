"""Sums with a hole: "twice as many as in May", "15 more than planned", "40% of the museum's budget".

The words state the sum and the text prints one of its operands but not the other. Where a figure near by
counts the same thing at the time that is meant and makes the sum add up, it is the other operand; else
the check says which one is missing.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import Figure, Missing, Operand
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import spell
from sayso.sums.conversion import factor_between
from sayso.sums.likeness import amounts, heads, is_alike, is_gap_of, is_vague, sort_of
from sayso.sums.scene import Line, Scene, letter_of
from sayso.vocabulary import CheckKind

_HEDGE = r"(?:about |some |nearly |almost |just |only |roughly |around |still |even |a |an ){0,4}"
_OTHER = r"(?P<other>(?:[^<>,.;:()\"—0-9]|<[dt]\d+>){1,70}?)(?=[,.;:)\"—]|$| --| - | and\b| but\b| while\b| when\b)"
# What a figure is measured against, and whose number every reader would want.
_MARK = r"(?:budget|target|average|normal|capacity|quota|forecast|record|limit|norm|estimate|goal|threshold|mean|median|majority)"
_BE = r"(?:,|\(|—|--|\bis\b|\bare\b|\bwas\b|\bwere\b)"
_SAID = r"(?:or |which is |about |just |nearly |roughly |almost |only |representing |accounting for |making up |equal to |well |more than )"


class _Hole(NamedTuple):
    """One row: a construction with the stated figure ``s`` and the printed operand ``a``.

    ``formula`` has the missing operand as b; ``alike`` tells whether it is of the sort of a (else of its
    unit at least), ``named`` what it is called, with the words of the text for {}; else those words tell
    whose or what time's figure it is.
    """

    kind: CheckKind
    source: str
    formula: str
    named: str = ""
    gap: bool = False


_ROWS = (
    _Hole(CheckKind.CHANGE, rf"<a:N>…{_BE} ?{_HEDGE}<s:pf> {{more}} than {_OTHER}", "@a / b - 1"),
    _Hole(CheckKind.CHANGE, rf"<a:N>…{_BE} ?{_HEDGE}<s:pf> {{less}} than {_OTHER}", "@1 - a / b"),
    _Hole(CheckKind.CHANGE, rf"<a:N>[^<>;,]{{0,30}}(?:,|\() ?(?:up|an? (?:[a-z]+ )?(?:rise|increase|gain|jump) of) {_HEDGE}<s:p> (?:from|on|over|compared (?:to|with)) {_OTHER}", "100 * (a / b - 1)"),
    _Hole(CheckKind.CHANGE, rf"<a:N>[^<>;,]{{0,30}}(?:,|\() ?(?:down|an? (?:[a-z]+ )?(?:fall|drop|decrease|decline) of) {_HEDGE}<s:p> (?:from|on|over|compared (?:to|with)) {_OTHER}", "100 * (1 - a / b)"),
    _Hole(CheckKind.CHANGE, r"\b{rise}\b[^<>,;]{0,20}<s:p>(?:[^<>;]|<d\d+>){0,40}\bto …<a:N>", "100 * (a / b - 1)", "the earlier figure"),
    _Hole(CheckKind.CHANGE, r"\b{fall}\b[^<>,;]{0,20}<s:p>(?:[^<>;]|<d\d+>){0,40}\bto …<a:N>", "100 * (1 - a / b)", "the earlier figure"),
    _Hole(CheckKind.CHANGE, rf"<a:N>…{_BE} ?{_HEDGE}<s:pf> (?:above|over|higher than|up on) (?P<name>(?:the|its|their|his|her) (?:[a-z]+ )?{{sized}}\b(?:{_OTHER}|(?=[,.])))", "@a / b - 1", "{}"),
    _Hole(CheckKind.CHANGE, rf"<a:N>…{_BE} ?{_HEDGE}<s:pf> (?:below|under|lower than|down on) (?P<name>(?:the|its|their|his|her) (?:[a-z]+ )?{{sized}}\b(?:{_OTHER}|(?=[,.])))", "@1 - a / b", "{}"),
    _Hole(CheckKind.MULTIPLE, rf"<a:Q>…{_BE} ?(?:\w+ )?<s:xf>(?: as (?:many|much|high|large|big|long|often))? (?:as|of what|what|{{more}} than)(?: (?:it|they|there) (?:was|were|is|are|had))? {_OTHER}", "a / b"),
    _Hole(CheckKind.MULTIPLE, rf"<a:Q>…{_BE} ?(?:\w+ )?<s:xf> (?P<name>(?:of )?(?:the|its|their) (?:[a-z]+ )?{{sized}}\b(?:{_OTHER}|(?=[,.])))", "a / b", "{}"),
    _Hole(CheckKind.MULTIPLE, r"\b(?:outnumber(?:s|ed|ing)?|outspen[dt]|outsell|outsold)\b…<a:c>[^<>;,]{0,40}\bby (?:about |some )?<s:x>", "b / a", "the larger figure"),
    _Hole(CheckKind.SHARE, rf"<a:N>(?:[^<>;,]|<d\d+>){{0,70}}(?:(?:,|\(|—|--| -) ?{_SAID}{{0,4}}|\b(?:is|are|was|were|represents?|accounts? for|makes? up|amounts? to|equals?|covers?|covered|meets?|funds?|pays? for|represented|accounted for|made up|amounted to) {_SAID}{{0,4}})<s:pf> of (?P<name>(?:the|all|its|their|his|her|[a-z]+'s) {_OTHER})", "@a / b", "{}"),
    _Hole(CheckKind.SHARE, rf"<a:N>(?:[^<>;]|<d\d+>){{0,40}}(?:,|—|--| -) ?{_HEDGE}<s:pf> of (?:which|whom|it|them) {_OTHER}", "@b / a", "the part that {}"),
    _Hole(CheckKind.DIFFERENCE, rf"<a:Q>…{_BE} ?{_HEDGE}<s:Qg> {{more}}(?: [a-z]+)? than {_OTHER}", "a - b", gap=True),
    _Hole(CheckKind.DIFFERENCE, rf"<a:Q>…{_BE} ?{_HEDGE}<s:Qg> {{less}}(?: [a-z]+)? than {_OTHER}", "b - a", gap=True),
    _Hole(CheckKind.DIFFERENCE, rf"<a:Q>…{_BE} ?{_HEDGE}<s:Qg> (?:over|above|ahead of|more than|higher than) (?P<name>(?:the |its |their |his |her )?(?:[a-z-]+ )?{_MARK})\b(?! (?:[a-z]+ )?(?:of|at) (?:about |just )?<)", "a - b", "{}", gap=True),
    _Hole(CheckKind.DIFFERENCE, rf"<a:Q>…{_BE} ?{_HEDGE}<s:Qg> (?:under|below|short of|shy of|off|less than|fewer than|behind|lower than) (?P<name>(?:the |its |their |his |her )?(?:[a-z-]+ )?{_MARK})\b(?! (?:[a-z]+ )?(?:of|at) (?:about |just )?<)", "b - a", "{}", gap=True),
    _Hole(CheckKind.TOTAL, r"<a:c>(?:[^<>;]|<d\d+>){0,90}?\b(?:bring|rais|tak|push|lift)(?:ing|es|s) (?:the|its|their|his|her) [^<>;,]{0,50}\b(?:total|number|toll|tally|count)\b[^<>;,]{0,70} to (?:about |some |nearly |more than )?<s:c>(?!… from …<c:c>)", "a + b", "the earlier total"),
)  # fmt: skip
_HOLES = {row.source: row for row in _ROWS}
_LEAD = rf"<s:gc>[^<>]{{0,25}}\b(?:lead|edge|advantage|margin|gap)\b over {_OTHER}"
_A_HEAD = r"<a:mcq>(?:[^<>;()]|<d\d+>){0,40}(?:\(|, or|—|--| -) ?(?:or |about |some |nearly ){0,3}<s:mcqr>"
# Behind the change its start is told after all.
_TOLD = re.compile(r"(?:\bfrom\b|compared|against|\bor\b|\()[^.;]{0,40}<[cmqrpg]\d")
_OWNED = re.compile(
    r"(?:the|that|this|its|their|his|her|an?|all|[a-z]+['’]s|[a-z]+ [a-z]+['’]s)\b", re.IGNORECASE
)
_AUXILIARY = re.compile(r" (?:did|does|do|had|has|have|was|were|is|are)$")
_OPENS = re.compile(r"^(?:in|at|on|during|over|for|of|by|from) ")
_POINTLESS = re.compile(
    r"^(?:ever|that|this|it|them|one|enough|usual|before|many|most|any|all|just|only|half)\b"
)
# "Three times as many as last week, when there were 41": there it is told after all.
_WHEN = re.compile(r", (?:when|which|where) (?:[^<>;.]|<[dt]\d+>){0,40}<[cmqrp]\d+>")
# "The three made up 71% of the total": these are what was just told of, and no part of anything.
_THE_FEW = re.compile(r"\bthe $")
_ITS_OWN = re.compile(r"^(?:the )?(?:present|current)\b|\bmajority$")
_THAT_NAME = re.compile(r"^(?:that|this) ")
_FEWEST = 20
# How long it took, and into how many parts it falls, readers of such a line know from elsewhere.
_KNOWN = frozenset(("year", "month", "week", "share", "man", "head"))
_WHOLE_TIME = re.compile(r"^the (?:day|week|month|quarter|year|session)$")
_OF_SOMETHING = re.compile(
    r"^(?:(?:in|at|on|for|during|over) (?:[^<>]|<d\d+>){2,40}|(?:the|an?|his|her|its|their|last|this) [^<>]{3,40})$"
)
_BEFORE, _AFTER = 4, 2


def find_holes(scene: Scene, line: Line) -> Iterator[Claim]:
    """Sums of the line with an operand that it does not print."""
    if not line.signs:
        return
    for source, match in line.find_each(tuple(_HOLES)):
        yield from _of_row(scene, line, _HOLES[source], match)
    for match in line.find(_LEAD):
        stated = int(match["s"])
        if letter_of(scene.figure(stated)) == "g" or "point" in match[0]:
            missing = Missing(f"the figure of {_words(scene, line, match, 'other')}")
            yield Claim(CheckKind.DIFFERENCE, line.span(match), stated, (Way((missing,), "a"),))
    for match in line.find(_A_HEAD):
        yield from _of_heads(scene, line, match)


def _of_row(scene: Scene, line: Line, row: _Hole, match: re.Match[str]) -> Iterator[Claim]:
    stated, printed = int(match["s"]), int(match["a"])
    figure = scene.figure(printed)
    told = match.groupdict()
    group = "name" if told.get("name") else "other"
    if is_vague(figure) or (row.gap and not is_gap_of(scene, scene.figure(stated), figure)):
        return
    if told.get("other") is None and _TOLD.search(line.text[match.end("s") :].replace(match[0], "", 1)):
        return
    if told.get("other") and (_POINTLESS.match(told["other"]) or _WHEN.match(line.text, match.end("other"))):
        return
    if _stands_for_others(scene, line, match, printed):
        return
    formula = spell(row.formula, ["a"], [figure], scene.figure(stated))
    found = _candidates(scene, line, match, printed, stated)
    ways = tuple(Way((printed, number), formula) for number in found)
    if ways:
        yield Claim(row.kind, line.span(match), stated, ways, firm=False)
    named = told.get("other") or told.get("name")
    meant = _pointed_at(scene, line, row, figure) if named and _THAT_NAME.match(named) else None
    if meant is not None:
        yield Claim(row.kind, line.span(match), stated, (Way((printed, meant), formula),))
        return
    if named and _ITS_OWN.search(named):
        return
    missing = Missing(_name(scene, line, row, match, group) if named else row.named)
    yield Claim(row.kind, line.span(match), stated, (Way((printed, missing), formula),))


def _pointed_at(scene: Scene, line: Line, row: _Hole, like: Figure) -> int | None:
    """What “that goal” is, where the line before tells of one such amount alone."""
    before = scene.before(line)
    found = amounts(scene, before, like) if before else []
    return found[0] if len(found) == 1 and row.kind is CheckKind.DIFFERENCE else None


def _stands_for_others(scene: Scene, line: Line, match: re.Match[str], printed: int) -> bool:
    """Whether a small number is no amount but those just told of: "the three made up 71%"."""
    figure = scene.figure(printed)
    few = figure.value is not None and figure.value < _FEWEST and sort_of(figure) == "count"
    bare = figure.thing is None or figure.thing.start < figure.span.end
    return few and bare and _THE_FEW.search(line.before(match.start("a") - 2)) is not None


def _candidates(scene: Scene, line: Line, match: re.Match[str], printed: int, stated: int) -> list[int]:
    """Figures of the lines around that count the very thing at the time that is meant."""
    like = scene.figure(printed)
    days = [int(number) for number in re.findall(r"<d(\d+)>", match.groupdict().get("other") or "")]
    meant = {(scene.reading.dates[n].first, scene.reading.dates[n].last) for n in days}
    found = []
    unnamed = not {"other", "name"} & match.groupdict().keys()
    for there in scene.lines[max(0, line.number - _BEFORE) : line.number + _AFTER + 1]:
        for letter, number, _ in there.signs:
            other = scene.figure(number)
            if number in (printed, stated) or letter not in "cmqprg" or not is_alike(other, like):
                continue
            when = (other.when.first, other.when.last) if other.when else None
            shared = bool(heads(scene, other) & heads(scene, like))
            same = shared or sort_of(like) != "count"
            timed = same and not is_vague(other) and when in meant and when != (None, None)
            if timed or (unnamed and shared and there is not line):
                found.append(number)
    return found


def _of_heads(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Spent $102 million ($17 a vote)”: how many there are is not told."""
    whole, stated = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
    per = stated.per
    if (
        not per
        or whole.per
        or (whole.unit != (stated.unit or "").removesuffix(f"/{per}") and whole.unit != stated.unit)
    ):
        return
    if (
        per in _KNOWN
        or factor_between(per, "day") is not None
        or any(per in heads(scene, scene.figure(number)) for _, number, _ in line.signs)
    ):
        return
    operands: tuple[Operand, ...] = (int(match["a"]), Missing(f"the number of {_plural(per)}"))
    yield Claim(CheckKind.RATE, line.span(match), int(match["s"]), (Way(operands, "a / b"),))


def _plural(per: str) -> str:
    """The noun of a rate in the plural: "resident" and "100,000 people" both."""
    noun = per.lstrip("0123456789,. ")
    return noun if noun.endswith(("s", "people")) else f"{noun}s"


def _name(scene: Scene, line: Line, row: _Hole, match: re.Match[str], group: str) -> str:
    """What the missing operand is called: "the figure for 2015", "the museum's annual budget"."""
    words = _words(scene, line, match, group)
    if row.named:
        name = row.named.format(words)
        if name == "normal":
            return "the normal figure"
        return name if _OWNED.match(name) else f"the {name}"
    if _WHOLE_TIME.match(words):
        return "the earlier figure"
    named = words[:1].isupper() or words.endswith(" ago")
    if (
        named
        or (match.groupdict().get("other") or "").startswith("<d")
        or _OF_SOMETHING.match(match["other"])
    ):
        return f"the figure for {words}"
    return f"the figure meant by “{words}”"


def _words(scene: Scene, line: Line, match: re.Match[str], group: str) -> str:
    """The words for the missing figure, without what binds them to the sentence."""
    words = line.words(scene.reading, match, group)
    return _AUXILIARY.sub("", _OPENS.sub("", words)).removeprefix("of ")
