"""Multiples: "twice", "5.5 times as many as", "doubled from", "a 3 to 1 margin"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.sums.claim import Claim, Way
from sayso.sums.construction import Construction, find_constructions, make_table
from sayso.sums.likeness import amounts, may_count_the_same, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind

# "Almost half of it in gifts of £50": what "it" stands for is the other operand, not the gifts.
_THAN = r"(?:(?:[a-z]+|<d\d+>)'s|as \w+ as|than|the|its|their|of(?! (?:it|them|this|these|those|which|whom|us)\b)|that of|what|on)"
# Up to the base no preposition begins another phrase, save "a level of", "a price of" and the like.
_BASE = r"(?:(?!\b(?:which|whom?|from|with|while|but|and|since|after|before|in|into|for|by|at|to|on|of)\b)[^<>,;:()—\"]|\b(?:of|in|for)(?= <d)|<d\d+>|\b{sized} (?:of|at) ){0,45}?"
_COSTS = r"(?:cost|costs|costing|earns?|earned|pays?|paid|makes?|made|weighs?|holds?|gets?|got|takes?|took|spends?|spent|sells?|sold|reached|totals?|be)"
# "Three times more than" is read as three times and as four times (design, section 6, traps).
_TIMES = ("a / b", "a / b - 1")
_MORE = re.compile(
    r"\b(?:more|higher|larger|bigger|greater|longer|faster|stronger|heavier|wider|deeper|costlier|likelier)\b"
)

TABLE = make_table(
    Construction(CheckKind.MULTIPLE, r"<s:x>…\bfrom …<a:Q>…\bto …<b:Q>", ("b / a",), levels=True),
    Construction(CheckKind.MULTIPLE, r"<s:x>…\bto …<b:Q>…{against} …<a:Q>", ("b / a",), levels=True),
    Construction(CheckKind.MULTIPLE, r"\bfrom …<a:Q>…<s:x>…\bto …<b:Q>", ("b / a",), levels=True),
    Construction(
        CheckKind.MULTIPLE,
        r"\bfrom …<a:Q>…\bto …<b:Q>…(?:,|—|--) ?(?:or )?an? (?:[a-z]+ )?<s:x>[- ](?:[a-z]+ )?{turn}\b",
        ("b / a",),
        levels=True,
    ),
    Construction(CheckKind.MULTIPLE, r"<a:Q>… and …<s:x> (?:that |it |this )?to …<b:Q>", ("b / a",)),
    Construction(CheckKind.MULTIPLE, r"<s:x>…(?:[:;,(—]|--) ?<a:Q> {versus} <b:Q>", ("a / b",)),
    Construction(
        CheckKind.MULTIPLE,
        rf"<a:Q>…(?:[,(—]|--|\bis\b|\bwas\b|\bare\b|\bwere\b)…<s:xf> (?:\w+ )?{_THAN} {_BASE}<b:Q>",
        _TIMES,
    ),
    Construction(
        CheckKind.MULTIPLE,
        r"<a:Q>…<s:xf> that of (?:the|its|their) ~<b:Q>",
        ("a / b",),
        levels=True,
    ),
    Construction(
        CheckKind.MULTIPLE,
        rf"<a:Q> (?:[a-z]+ ){{1,3}}(?:will |would |could |may |to )?{_COSTS} <s:xf> (?:\w+ )?{_THAN} {_BASE}<b:Q>",
        _TIMES,
    ),
    Construction(
        CheckKind.MULTIPLE,
        r"<a:Q>…, (?:or )?<s:xf>(?: as (?:many|much))? as…, when (?:[a-z]+ ){0,3}<b:Q>(?! (?:[a-z]+ )?(?:in all|in total|altogether)\b)",
        ("a / b",),
    ),
    Construction(
        CheckKind.MULTIPLE,
        r"<b:Q>…\b(?:and|while|but|to|against)\b…<a:Q>…, (?:or )?<s:xf>(?: as (?:much|many))?\b(?! as)[,.]",
        ("a / b",),
    ),
    Construction(
        CheckKind.MULTIPLE,
        r"<a:Q>…\b(?:compared (?:to|with)|versus|against) …<b:Q>(?:[^<>;]|<d\d+>){0,60}?(?:[,(]| ?—| --| -) ?(?:or )?<s:xf>(?=[,.;)]|$)",
        ("a / b",),
    ),
    Construction(
        CheckKind.MULTIPLE,
        r"<a:Q>…(?:compared (?:to|with)|versus|against) …<b:Q>…(?:[,(—]|--) ?(?:or )?an? (?:[a-z]+ )?<s:x>",
        ("a / b",),
    ),
)
_SINCE = r"<s:x>……\bto …<b:Q>(?:[^<>;]|<d\d+>){0,80}?\b(?:compared (?:to|with)|from|against|versus) (?:in )?<d(?P<when>\d+)>"
_BRACKETED = r"<s:xf>(?: as \w+)? ?(?:as|than|of|the|what|its|their)…\(…<b:Q>\)"
_THAT_IS = r"^\W*(?:that|this|it|which)(?:'s| is| was| would be) (?:about |nearly |more than )?<s:xf>(?: as many as)? (?:the|its|their) ~<b:Q>"
_SO_HAS = r"<a:N>[^<>;,.]{0,30}, (?:so|which means) (?:that )?[^<>;,.]{0,40}\b(?:has|have|had) (?:since |thus |now )?<s:x>(?=[,.;]|$| in\b| since\b)"
_NEAR = 4
_THEN = re.compile(r"\b(?:as|than) (?:it (?:did|was) )?(?:in|on|at) ")
_AGO = re.compile(r"[^.;]{0,25}\b(?:ago|in \d{4}|last)\b")
_APART = r"<s:x> (?:difference|gap|disparity|discrepancy)"


def find_multiples(scene: Scene, line: Line) -> Iterator[Claim]:
    """Multiples that the line states, with the operands in it or in the line before."""
    if not any(letter in "xf" for letter, _, _ in line.signs):
        return
    for claim in find_constructions(scene, line, TABLE):
        words = claim.span.of(scene.reading.page.text)
        behind = scene.reading.page.text[claim.span.end : claim.span.end + 40]
        # "Twice as much as in 2010, $1.80 against $1.10 two years ago": the base may be of another time.
        firm = claim.firm and not (_THEN.search(words) and _AGO.match(behind))
        yield replace(claim, ways=_ways_meant(scene, claim), firm=firm)
    for match in line.find(_BRACKETED):
        yield from _of_brackets(scene, line, match)
    for match in line.find(_THAT_IS):
        other = scene.figure(int(match["b"]))
        before = stands_for(scene, line, other)
        ways = tuple(Way((number, int(match["b"])), "a / b") for number in before)
        if ways:
            yield Claim(CheckKind.MULTIPLE, line.span(match), int(match["s"]), ways, len(before) == 1)
    for match in line.find(_SO_HAS):
        start, there = int(match["a"]), scene.before(line)
        ends = amounts(scene, there, scene.figure(start)) if there else []
        ways = tuple(Way((end, start), "a / b") for end in ends if sort_of(scene.figure(end)) != "%")
        if ways:
            yield Claim(CheckKind.MULTIPLE, line.span(match), int(match["s"]), ways, len(ways) == 1)
    for match in line.find(_SINCE):
        yield from _since(scene, line, match)
    for match in line.find(_APART):
        yield from _between_two(scene, line, match)


def _ways_of_halving(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """“More than halved”: what is gone is more than half, what is left is less."""
    return tuple(replace(way, formula=f"1 - {way.formula}") for way in ways if "-" not in way.formula)


def _ways_meant(scene: Scene, claim: Claim) -> tuple[Way, ...]:
    """The readings of a multiple: only “three times more than” can mean four times as much."""
    text = scene.reading.page.text
    if claim.stated is not None and "halv" in scene.figure(claim.stated).span.of(text).lower():
        return _ways_of_halving(claim.ways)
    words = claim.span.of(text).lower()
    if _MORE.search(words):
        return claim.ways
    return tuple(way for way in claim.ways if way.formula != _TIMES[1])


def _of_brackets(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """ "That was three times as many as in May (412)": the other operand is what "this" stands for."""
    other = scene.figure(int(match["b"]))
    before = [
        number
        for letter, number, at in line.signs
        if at < match.start() and letter in "cmqprg" and line.text[at - 1 : at] != "("
    ]
    fitting = [number for number in before if may_count_the_same(scene, scene.figure(number), other)]
    fitting = fitting[-1:] or stands_for(scene, line, other)
    formulas = _TIMES if _MORE.search(match[0]) else _TIMES[:1]
    ways = tuple(Way((number, int(match["b"])), formula) for number in fitting for formula in formulas)
    if ways:
        yield Claim(CheckKind.MULTIPLE, line.span(match), int(match["s"]), ways, len(fitting) == 1)


def _between_two(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“The twofold difference”: the two amounts of one sort just before."""
    before = scene.before(line)
    for there in (line, before) if before else (line,):
        found = [n for n in amounts(scene, there) if n != int(match["s"])]
        if len(found) == 2 and may_count_the_same(scene, scene.figure(found[0]), scene.figure(found[1])):
            ways = (Way((found[1], found[0]), "a / b"), Way((found[0], found[1]), "a / b"))
            yield Claim(CheckKind.MULTIPLE, line.span(match), int(match["s"]), ways)
            return


def _since(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“quintupled the rent to $169,758 in July, compared with March”: March's figure stands near by."""
    period = scene.reading.dates[int(match["when"])]
    end = scene.figure(int(match["b"]))
    found = []
    for there in scene.lines[max(0, line.number - _NEAR) : line.number + _NEAR + 1]:
        for number in amounts(scene, there, end):
            when = scene.figure(number).when
            if (
                number != int(match["b"])
                and when
                and when.first
                and (when.first, when.last) == (period.first, period.last)
            ):
                found.append(number)
    ways = tuple(Way((int(match["b"]), number), "a / b") for number in found)
    if ways:
        yield Claim(CheckKind.MULTIPLE, line.span(match), int(match["s"]), ways, len(ways) == 1)
