"""Differences: leads and gaps, "37 more than the 381", "within 4 of the 37", swings over a change of sides."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sayso.model import Figure, Given, Operand, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import Construction, find_constructions, joined_to, make_table
from sayso.sums.likeness import amounts, is_alike, is_gap_of, may_count_the_same
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene, letter_of
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind

_D = CheckKind.DIFFERENCE
TABLE = make_table(
    Construction(_D, r"<a:Q>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:Q> {more}(?:[^<>,;]|<d\d+>){0,30}\b(?:than|of|the)\b~<b:Q>", ("a - b",), "sab", levels=True),
    Construction(_D, r"<a:Q>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:Q> {less}(?:[^<>,;]|<d\d+>){0,30}\b(?:than|of|the)\b~<b:Q>", ("b - a",), "sab", levels=True),
    Construction(_D, r"<a:Q>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)[^<>;.]{0,20}<s:Q> {more} than (?:in )?(?:<d\d+>|the [a-z ]{3,20}|last [a-z]+), when (?:it|they|there|he|she|the [a-z]+) [a-z]+ (?:[a-z]+ )?<b:Q>(?: [a-z]+)?(?=[.;)]|$)", ("a - b",), "sab"),
    Construction(_D, r"<a:Q>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)[^<>;.]{0,20}<s:Q> {less} than (?:in )?(?:<d\d+>|the [a-z ]{3,20}|last [a-z]+), when (?:it|they|there|he|she|the [a-z]+) [a-z]+ (?:[a-z]+ )?<b:Q>(?: [a-z]+)?(?=[.;)]|$)", ("b - a",), "sab"),
    Construction(_D, r"<a:p>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:gc>(?: percentage)?(?: points?)? {more} than ~<b:p>", ("a - b",)),
    Construction(_D, r"<a:p>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:gc>(?: percentage)?(?: points?)? {less} than ~<b:p>", ("b - a",)),
    Construction(_D, r"<a:t>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:t> (?:faster|quicker|sooner|earlier|shorter|less|younger|under|below|inside) …\b(?:than|of|the)\b~<b:t>", ("b - a",), "sab"),
    Construction(_D, r"<a:t>…(?:[,—(]|--|\bis\b|\bwas\b|\bwere\b|\bare\b)…<s:t> (?:slower|later|longer|more|older|over|above|outside|off) …\b(?:than|of|the)\b~<b:t>", ("a - b",), "sab"),
    Construction(_D, r"\b(?:gap|difference|margin|lead|spread) between …<a:Q>…\band …<b:Q>[^<>;.]{0,12}\b(?:is|was|has|had|stands|stood|narrowed|widened|grew|grown|shrank|shrunk|fell|fallen|rose|risen|remains)\b(?: (?:[a-z]+ )?(?:to|at))?(?: (?:now|only|just|about|still)){0,3} <s:Q>", ("a - b", "b - a"), "ab"),
    Construction(_D, r"<a:Q>…\b(?:{outdo}|beat|broke|breaking|bettered|missed|missing|undershot|overshot)\b (?:the|its|their|his|her|last|a) …<b:Q>…\bby (?:just |only |about |some |nearly |almost )?<s:Q>", ("a - b", "b - a"), "sab"),
    Construction(_D, r"<a:q>…<b:q>(?: speed)? (?:zone|limit|area)[^<>.;]{0,20}, ?<s:q> (?:over|above) the (?:speed |legal |posted )?limit", ("a - b",), "sab"),
    Construction(_D, r"<a:Q>……<s:Q> (?:short of|shy of|away from|less than|fewer than|below) (?:the|its|their|his|her|a|last \w+'s|<d\d+>'s) ~<b:Q>", ("b - a",), "sab", levels=True),
    Construction(_D, r"<a:Q>……<s:Q> (?:more than|above|over|ahead of|higher than) (?:the|its|their|his|her|last \w+'s|<d\d+>'s) ~<b:Q>", ("a - b",), "sab", levels=True),
    Construction(_D, r"<a:Q>…{lead}…<b:Q>…, (?:for )?an? …<s:Q>…\b(?:swing|turnaround)\b", ("a + b",), "sab"),
    Construction(_D, r"<a:Q>…\b(?:and|to|while|against)\b…<b:Q>…(?:,|—|--|\() ?(?:giving [a-z]+ )?(?:an?|the) (?:[a-z]+ )?\b(?:lead|gap|margin|difference|advantage|majority)\b of (?:just |only |about )?<s:Q>(?![^<>,.;]{0,10}\b(?:over|on|in)\b)", ("a - b", "b - a"), "ab"),
    Construction(_D, r"<a:N>…<b:N>…(?<!\bwith )(?<!\bfor )(?<!\band by )\b(?:an?|the) (?:net |total )?(?:profit|loss|deficit|surplus|shortfall|shortage|hole|overspend|difference|gap|margin) of (?:about |just |only )?<s:N>", ("a - b", "b - a"), "sab"),
    Construction(_D, r"<a:c>…\b(?:in favou?r|for|yes|ayes)\b…<b:c>…\b(?:against|no|noes|opposed)\b…\bby (?:a margin of |a majority of |just |only )?<s:c>", ("a - b", "b - a"), "ab"),
    Construction(_D, r"<a:c>…\bto\b…<b:c>…\b(?:winning|to win|losing|to lose)\b by (?:just |only )?<s:c>", ("a - b", "b - a"), "ab"),
    Construction(_D, r"<a:c>[^<>;,]{0,20}\bto\b[^<>;,]{0,20}<b:c>,? (?:for |in )?an? <s:gc>[- ](?:point|run|goal|vote|seat|stroke)s?[- ](?:win|victory|lead|margin|defeat|loss|deficit|majority)\b", ("a - b", "b - a"), "ab"),
)  # fmt: skip
_NEAR = r"{lead}"
_PAIR = r"<a:PQ>(?P<mid>[^<>.;]{0,45}?)\b(?:to|versus|vs\.?|against|compared (?:to|with)|while)\b[^<>.;]{0,30}?<b:PQ>"
_CLOSE_PAIR = r"<a:P> ?[-—] ?<b:P>"
_RAW_PAIR = re.compile(
    r"\(? ?(\d{1,3}(?:\.\d)?)(?:%| percent| per cent)? ?(?:[-—]|to) ?(\d{1,3}(?:\.\d)?)(?:%| percent| per cent)?"
    r"(?: each)? ?\)?$"
)
_RAW_SCORE = re.compile(r"([\d,]+)(?:-| to )([\d,]+)")
_MAY_BE_SCORE = re.compile(r"\d(?:[-—]| to )\d")
_BRACKET = re.compile(r"\(([^()<>]{0,12}|[^()]{0,6}<[a-z]\d+>[^()]{0,6})\)")
_BY = re.compile(r"\bby (?:an? |about |just |only |some |[a-z]+ )?$")
_CALLED = re.compile(
    r"^-?(?: ?(?:percentage|percent|per cent|point|vote|seat|points|votes|seats))* "
    r"(?:lead|margin|advantage|edge|gap|deficit|difference|split|majority)\b"
)
_NEXT = 12
_ADJACENT = re.compile(r"^<[a-z]\d+> ?(?:[a-z]+ )?(?:to|-|—) ?<[a-z]\d+>$")
_SHORT = r"<s:Q> (?:short of|shy of|away from|below|less than|fewer than) (?:the|its|their|his|her) ~<b:Q>"
_WITHIN = r"<s:Q> of (?:the|its|their|his|her|[a-z]+'s) …<b:Q>"
_SINCE = r"<s:PQ>…\b{turn}\b…\b(?:from|since|over)\b…<b:PQ>"
_EDGE = r"<s:g>…\b(?:lead|edge|advantage|margin|gap)\b…\b(?:over|on)\b…<b:p>"
_SWING = r"\bby <b:gcp>[^<>]{0,40}, (?:for )?an? (?:[a-z]+ )?<s:gcp>(?:[- ](?:percentage )?points?)? (?:swing|turnaround|shift)"
_BY_SCORE = r"\bby (?:(?:an? )?(?:[a-z]+ )?(?:margin|majority|lead) of )?(?:an? |just |only |about |[a-z]+ )?<s:gc>(?: [a-z]+){0,2}[,:]? (?P<raw>\d{1,3}(?:,\d{3})*(?:[-—]| to )\d{1,3}(?:,\d{3})*)(?!\d|[,-]\d)"
_SCORE_THEN = r"(?<![\d,-])(?P<raw>\d{1,3}(?:,\d{3})*[-—]\d{1,3}(?:,\d{3})*)(?!\d|[,-]\d)(?:[^<>;.()]|<d\d+>){0,40}?\b(?:but|and|with) (?:the|that) <s:gc>[- ](?:point|run|goal|vote|seat|stroke|shot)s? (?:lead|deficit|gap|margin|advantage)\b"
_SCORE_FIRST = r"(?<![\d,-])(?P<raw>\d{1,3}(?:,\d{3})*(?:[-—]| to )\d{1,3}(?:,\d{3})*)(?!\d|[,-]\d)(?:[^<>;.()]|<d\d+>){0,40}?, an? (?:[a-z]+ )?(?:(?:margin|majority|lead|gap) of )?<s:gc>(?:[- ](?:point|run|goal|vote|seat|stroke|shot)s?)?[- ,.](?:victory|win|lead|margin|defeat|loss|$)?"
_LEAD_ALONE = r"<s:gc>(?:[- ](?:percentage )?points?)? (?:lead|advantage|margin|edge)\b"
_SPREAD = r"\b(?:vary by|varies by|varied by|differ by|differs by|differed by|diverge by|diverges by|diverged by|spread of|range of) (?:as much as |about |some |up to )?<s:Q>"
_LEFT = r"(?:,|—|--|\band|\bwhich) ?\b(?:leaving|leaves|left)\b (?:it |him |her |them |us |you )?(?:with )?(?:only |just |about |another |the other ){0,3}<s:Q>"
_GOES_ON = re.compile(r"[^<>;.]{0,40}\band (?:another )?<[cmq]")
_BESIDE = re.compile(r"(?: (?:percentage )?points?)?[ ,(:—-]{1,4}$")
_NUMERAL = re.compile(r"\d")
_AND_MORE = re.compile(r"[^<>,;.]{0,30}\b(?:and|plus) (?:the |an? |its |their )?<[a-z](\d+)>")
_OF_WHOLE = re.compile(r"\bof (?:the|its|their|his|her|these|those) $")
_OF_IT = re.compile(r"> of (?:it|them|that|these|those)\b")
_THE_ESTIMATES = re.compile(
    r"\b(?:the|their|these|those) (?:[a-z]+ )?(?:numbers|estimates|figures|counts|polls|tallies|totals|valuations|forecasts)\b"
)
_AFTER = 4
_PAIR_AND_GAP = 3
# With more figures in the line before, which one is meant is a guess.
_FEW = 2
_REACH = 100


def find_differences(scene: Scene, line: Line) -> Iterator[Claim]:
    """Differences that the line states, with the operands in it or just before it."""
    if not line.signs:
        return
    stated: set[int | None] = set()
    for claims in (
        _of_table(scene, line),
        _of_leads(scene, line),
        _of_brackets(scene, line),
        _of_lines_before(scene, line),
        _of_lines_around(scene, line),
        _of_what_is_left(scene, line),
    ):
        for claim in claims:
            if claim.stated not in stated or not claim.firm:
                stated.add(claim.stated)
                yield claim


def _of_table(scene: Scene, line: Line) -> Iterator[Claim]:
    """The table's gaps; "12 in May, nine in June, five fewer than the 26" may count from both together."""
    for claim in find_constructions(scene, line, TABLE):
        first = claim.ways[0].operands[0]
        other = joined_to(line, first) if isinstance(first, int) else None
        several = (
            other is not None
            and isinstance(first, int)
            and other not in (claim.stated, *claim.ways[0].operands)
            and is_alike(scene.figure(other), scene.figure(first))
        )
        several = several or _goes_on(scene, line, claim.ways[0].operands[1])
        others = _other_firsts(scene, line, claim)
        firm = claim.firm and not several and not others and not _is_listed(line, first, claim.stated)
        yield replace(claim, ways=(*claim.ways, *others), firm=firm)


def _other_firsts(scene: Scene, line: Line, claim: Claim) -> list[Way]:
    """The sum with another figure before it: in "27 goals in 38 games, eight more than" the games are not meant."""
    way, stated = claim.ways[0], claim.stated
    first, last = way.operands[:2]
    if stated is None or not isinstance(first, int) or not isinstance(last, int) or first > stated:
        return []
    before = [n for n in amounts(scene, line, scene.figure(first)) if n < stated and n not in (first, last)]
    named = [n for n in before if not may_count_the_same(scene, scene.figure(n), scene.figure(first))]
    return [Way((n, last), way.formula) for n in named]


def _goes_on(scene: Scene, line: Line, last: Operand) -> bool:
    """“$10 more than the $25 ticket and the $5 fee”: the base may be several together."""
    at = next((place for _, number, place in line.signs if number == last), None)
    after = _AND_MORE.match(line.text[line.text.index(">", at) + 1 :]) if at is not None else None
    return (
        after is not None
        and isinstance(last, int)
        and is_alike(scene.figure(int(after[1])), scene.figure(last))
    )


def _is_listed(line: Line, first: Operand, stated: int | None) -> bool:
    """Whether "and" or "or" alone joins the two: in "4 and 2 below the limit" both may be gaps."""
    at = {number: place for _, number, place in line.signs}
    if not isinstance(first, int) or stated is None or not at.get(first, 0) < at.get(stated, 0):
        return False
    between = line.text[line.text.index(">", at[first]) + 1 : at[stated]]
    return between.split() in (["and"], ["or"])


def _of_leads(scene: Scene, line: Line) -> Iterator[Claim]:
    """A gap in points or counts and, near it, the two scores: "leads by 6 points, 50% to 44%"."""
    if len(line.signs) < _PAIR_AND_GAP:
        return
    pairs = list(line.find(_PAIR, _CLOSE_PAIR))
    # "By 71% to 29% and in 1999 by 64% to 36%": what stands in another pair is no gap.
    scores = {
        int(number)
        for pair in pairs
        if _ADJACENT.match(pair[0]) and letter_of(scene.figure(int(pair["a"]))) in "pg"
        for number in (pair["a"], pair["b"])
    }
    # Of several pairs the one that makes the gap is meant.
    claims: list[tuple[bool, Claim]] = []
    for pair in pairs:
        left, right = scene.figure(int(pair["a"])), scene.figure(int(pair["b"]))
        if not is_alike(left, right) or not (letter_of(left) in "pg" or _ADJACENT.match(pair[0])):
            continue
        near = [
            (min(abs(pair.start() - at), abs(at - pair.end())), number, at)
            for letter, number, at in line.signs
            if letter in "gpc"
            and number not in scores | {int(pair["a"]), int(pair["b"])}
            and is_gap_of(scene, scene.figure(number), left)
            and (pair.start() - _REACH < at < pair.start() or pair.end() <= at < pair.end() + _REACH)
            and _is_gap(line, at, pair, points=_is_in_points(scene, number))
        ]
        if near:
            told = [
                one
                for one in near
                if _BESIDE.match(line.text[line.text.index(">", one[2]) + 1 : pair.start()])
            ]
            fitting = told or [one for one in near if _is_their_gap(scene.figure(one[1]), left, right)]
            _, number, at = min(fitting or near)
            value = scene.figure(number).value
            first = left if value is not None and value < 0 else _larger(left, right)
            order = (int(pair["a"]), int(pair["b"]))
            way = Way(order, "a - b") if first is left else Way(order[::-1], "a - b")
            span = Span(
                min(line.place(at), line.place(pair.start())), max(line.place(at), line.place(pair.end()))
            )
            claim = Claim(_D, span, number, (way,), bool(fitting) or len(near) == 1)
            claims.append((_is_their_gap(scene.figure(number), left, right), claim))
    yield from (claim for _, claim in sorted(claims, key=lambda one: not one[0]))


def _is_their_gap(gap: Figure, left: Figure, right: Figure) -> bool:
    if gap.value is None or left.value is None or right.value is None:
        return False
    return abs(abs(left.value - right.value) - abs(gap.value)) < 1


def _is_in_points(scene: Scene, number: int) -> bool:
    figure = scene.figure(number)
    after = scene.reading.page.text[figure.span.end : figure.span.end + 8].lower()
    return figure.unit == "pp" or after.strip(" -").startswith("point")


def _larger(left: Figure, right: Figure) -> Figure:
    return left if left.value is None or right.value is None or left.value >= right.value else right


def _is_gap(line: Line, at: int, pair: re.Match[str], *, points: bool) -> bool:
    """Whether a figure near a pair of scores is called their gap, and nothing stands between."""
    end = line.text.index(">", at) + 1
    between = line.text[end : pair.start()] if at < pair.start() else line.text[pair.end() : at]
    if "<" in re.sub(r"<d\d+>", "", between) or ";" in between or " and by " in between:
        return False
    before, after = line.text[max(0, at - 60) : at], line.text[end : end + 45].split("<")[0]
    if points:
        in_brackets = between.rstrip().endswith("(") and len(between) < _NEXT
        return in_brackets or pattern(r"\b{lead}\b").search(f"{before} {after} {between}") is not None
    # A bare percentage or count near two others is mostly a third score.
    return _BY.search(before) is not None or _CALLED.match(after) is not None


def _of_brackets(scene: Scene, line: Line) -> Iterator[Claim]:
    """A gap with the two scores in brackets after it, as bare numbers: "within 5 points (35-30)"."""
    scores = (_BY_SCORE, _SCORE_FIRST, _SCORE_THEN) if _MAY_BE_SCORE.search(line.text) else ()
    for match in line.find(*scores):
        span = line.span(match, "raw")
        score = _RAW_SCORE.fullmatch(span.of(scene.reading.page.text).translate({0x2013: "-", 0x2014: "-"}))
        if score:
            operands = _numbers(scene, span, score)
            ways = (Way(operands, "a - b"), Way(operands[::-1], "a - b"))
            yield Claim(_D, line.span(match), int(match["s"]), ways)
    if "(" not in line.text:
        return
    for bracket in _BRACKET.finditer(line.text):
        before = [sign for sign in line.signs if bracket.start() - 70 < sign[2] < bracket.start()]
        if before and _NUMERAL.search(line.text[line.text.index(">", before[-1][2]) : bracket.start()]):
            continue
        span = line.span(bracket, 1)
        raw = span.of(scene.reading.page.text).translate({0x2013: "-", 0x2014: "-"}).strip()
        pair = _RAW_PAIR.fullmatch(raw)
        if not before or not pair:
            continue
        letter, number, at = before[-1]
        around = line.text[max(0, at - 50) : bracket.start()]
        if letter not in "gpc" or (
            letter != "g" and not pattern(r"\b(?:{lead}|within|points?|pull)\b").search(around)
        ):
            continue
        operands = _numbers(scene, span, pair)
        slack = Fraction(1) if "%" in raw or "cent" in raw else Fraction(0)
        ways = (Way(operands, "a - b", slack=slack), Way(operands[::-1], "a - b", slack=slack))
        yield Claim(_D, Span(line.place(at), span.end), number, ways)


def _numbers(scene: Scene, span: Span, match: re.Match[str]) -> tuple[Operand, ...]:
    """The numbers of a bare pair, as operands with their places."""
    words = span.of(scene.reading.page.text)
    found: list[Operand] = []
    at = 0
    for digits in match.groups():
        start = words.index(digits, at)
        at = start + len(digits)
        found.append(
            Given(digits, Fraction(digits.replace(",", "")), Span(span.start + start, span.start + at))
        )
    return tuple(found)


def _of_lines_before(scene: Scene, line: Line) -> Iterator[Claim]:
    """Gaps whose other figure stands in the line before."""
    for source, formulas in (
        (_SHORT, ("b - a",)),
        (_SINCE, ("a - b", "b - a")),
        (_EDGE, ("a - b",)),
        (_SWING, ("a + b", "a - b")),
        (_WITHIN, ("b - a",)),
    ):
        for match in line.find(source):
            stated, other = int(match["s"]), int(match["b"])
            if not is_gap_of(scene, scene.figure(stated), scene.figure(other)):
                continue
            if (
                source is _WITHIN
                and "within" not in scene.figure(stated).span.of(scene.reading.page.text).lower()
            ):
                continue
            earlier = [n for n in amounts(scene, line, scene.figure(other)) if n < stated and n != other]
            found = earlier[-1:] or _nearest(scene, line, other)
            if source is _EDGE:
                found = [n for n in found if scene.figure(n).unit == scene.figure(other).unit]
            ways = tuple(Way((number, other), formula) for number in found for formula in formulas)
            if ways:
                yield Claim(_D, line.span(match), stated, ways, len(found) <= _FEW and not earlier)


def _nearest(scene: Scene, line: Line, other: int) -> list[int]:
    like = scene.figure(other)
    pointed = stands_for(scene, line, like)
    before = scene.before(line)
    if pointed or not before:
        return pointed
    return [n for n in amounts(scene, before) if is_gap_of(scene, scene.figure(n), like)]


def _of_lines_around(scene: Scene, line: Line) -> Iterator[Claim]:
    """A lead whose two scores follow in the next lines, and a spread of the figures just told."""
    for match in line.find(_LEAD_ALONE):
        stated = int(match["s"])
        after = [
            n for there in scene.lines[line.number : line.number + _AFTER] for n in _percents(scene, there)
        ]
        pair = [n for n in after if n != stated][:2]
        if len(pair) == 2 and is_gap_of(scene, scene.figure(stated), scene.figure(pair[0])):
            yield Claim(_D, line.span(match), stated, (Way(tuple(pair), "a - b"),), firm=False)
    for match in line.find(_SPREAD):
        stated = int(match["s"])
        told = [n for step in (1, 2) for n in _alike_before(scene, line, step, stated)]
        if len(told) > 1:
            low, *_, high = sorted(told, key=lambda n: scene.figure(n).value or 0)
            # "The estimates vary by": those just told; others may vary by what was never told.
            sure = len(told) == 2 or _THE_ESTIMATES.search(line.before(match.start())) is not None
            yield Claim(_D, line.span(match), stated, (Way((high, low), "a - b"),), firm=sure)


def _of_what_is_left(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Of the 120 rooms, 38 are taken, leaving 82”; “It has spent $600 of it, leaving $150”."""
    for match in line.find(_LEFT):
        stated = int(match["s"])
        told = [(n, at) for letter, n, at in line.signs if at < match.start() and letter in "cmqprg"]
        told = [(n, at) for n, at in told if is_alike(scene.figure(n), scene.figure(stated))]
        whole, sure = None, False
        if told and _OF_WHOLE.search(line.before(told[0][1])):
            (whole, _), *told = told
            sure = True
        elif told and _OF_IT.search(line.text[told[-1][1] : match.start()]):
            before = scene.before(line)
            found = amounts(scene, before, scene.figure(stated)) if before else []
            whole, sure = (found[-1], len(found) == 1) if found else (None, False)
        parts = [n for n, _ in told]
        value = None if whole is None else scene.figure(whole).value
        if whole is None or not parts or value is None or len(parts) > _FEW:
            continue
        if any((scene.figure(n).value or 0) >= value for n in (stated, *parts)):
            continue
        if not may_count_the_same(scene, scene.figure(stated), scene.figure(whole)):
            continue
        # "Leaving 400 who pay and 200 who refuse": what is left goes on.
        sure = sure and _GOES_ON.match(line.text[match.end() :]) is None
        formula = "a - b" if len(parts) == 1 else "a - (b + c)"
        yield Claim(_D, line.span(match), stated, (Way((whole, *parts), formula),), sure and len(parts) == 1)


def _percents(scene: Scene, line: Line) -> list[int]:
    return [n for letter, n, _ in line.signs if letter == "p" and scene.figure(n).value is not None]


def _alike_before(scene: Scene, line: Line, step: int, stated: int) -> list[int]:
    before = scene.before(line, step)
    return amounts(scene, before, scene.figure(stated)) if before else []
