"""Changes: "rose 12% to 560 from 500", "from 418 to 381, a drop of 37", "down 30, or 3%, at 970"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike
from sayso.sums.likeness import amounts, may_count_the_same, sort_of
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene, letter_of
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind

_VERB = r"\b(?:{rise}|{fall}|{move}|{turn})\b"
# A figure after the two ends is their change only where the words call it one.
_TOLD = (
    r"(?P<pre>(?:[^<>;]|<[dt]\d+>){0,50}?(?:,|\(|—|--| -| by) ?(?:which (?:is|was) )?(?:or |up |down |about |by |an? |and ){0,5}(?:[a-z]+ )?(?:{turn} of )?)"
    r"<s:Qf>(?P<post>[^<>]{0,30})"
)
_FROM = r"\b(?:from|compared to|compared with|against|versus|than)\b"
# Between the verb and the change: behind "to" or "from" stands an end, behind "in" or "after" no change.
_BY = (
    r"(?:(?:[^<>;]|<d\d+>){0,40}?\b(?:by|of)\b)?"
    r"(?: (?:[a-z]+ly|an?|about|some|nearly|almost|around|another|further|just|only|over|up|down|or|the|as|much|more|than|<d\d+>)| ?[(,]){0,6}? ?"
)
# From one end to the other: a comma begins something else.
_ON = r"(?:[^<>,;]|<d\d+>){0,50}?"
_CALLED = r"(?:[- ][a-z]+){0,3}?[- ]{turn}\b"
# "Fell 15% in two years, to 340": how long it took may stand between.
_ALONG = r"(?:[^<>0-9;]|<[dt]\d+>){0,60}?"
# Every order in which the change (s), the start (a) and the end (b) are told.
ORDERS = (
    rf"{_VERB}{_BY}<s:Qxf>{_ALONG}\bto …<b:Q>(?:[^<>0-9]|<[dt]\d+>){{0,60}}?{_FROM}…<a:Q>",
    rf"{_VERB}{_BY}<s:Qxf>{_ALONG}\bfrom …<a:Q>{_ON}\bto …<b:Q>",
    rf"{_VERB}{_BY}<s:Qxf>…\bat …<b:Q>…\b(?:against|compared to|compared with|versus)\b…<a:Q>",
    r"<b:Q>…\bcompared (?:to|with) …<a:Q>(?:[^<>;]|<d\d+>){0,50}?(?:,|—|--) ?(?:or )?(?:an? (?:[a-z]+ )?{turn} of |up |down )(?:about |some |nearly )?<s:Qf>",
    rf"\bfrom …<a:Q>{_ON}\bto …<b:Q>{_TOLD}",
    rf"{_VERB}…\bto …<b:Q>…{_FROM}…<a:Q>{_TOLD}",
    rf"\bto <b:Q>{_ON}\bfrom <a:Q>{_TOLD}",
    rf"<b:Q>…(?:,|\(|—|--|\bis|\bwas|\bwere|\bare)…{_VERB}{_BY}<s:Q>…\b(?:from|on|over) ~<a:Q>",
    r"<b:N>…(?:,|\(|—|--|\bis|\bwas|\bwere|\bare) ?(?:about |some |nearly )?<s:p> (?:{more}|{less}) than ~<a:N>",
    r"<b:N>(?:[^<>;]|<d\d+>){0,40}(?:,|\(|—|--|\bis|\bwas|\bwere|\bare) ?(?:about |some |nearly |almost |more than )?<s:p> (?:above|below|up on|down on|over|under|ahead of) (?:the |its |their |his |her |<d\d+>'s |[a-z]+'s )<a:N>",
    rf"<b:Q>…\b(?:(?:compared (?:to|with)|(?:up|down) from) …|against (?:the |about |some |just )?)<a:Q>{_TOLD}",
    r"<b:Q>…(?:,|\(|—|--| -) ?(?:or )?an? (?:about |nearly |[a-z]+ )?<s:Qxf>(?: |-)(?:percentage |points? ){0,2}{turn} (?:from|over|on|compared to|compared with) ~<a:Q>",
    rf"<s:Q>{_CALLED}…\bfrom …<a:Q>{_ON}\bto …<b:Q>",
    rf"<s:Q>{_CALLED}…\bto …<b:Q>{_ON}\bfrom …<a:Q>",
    rf"{_VERB}{_BY}<s:Qxf>…\b(?:to|at) …<b:Q>[^<>()]{{0,25}}\((?:up |down )?(?:from |against |vs\.? |compared (?:to|with) )<a:Q>[^<>()]{{0,25}}\)",
    rf"{_VERB}{_BY}<s:Qxf>…\b(?:to|at) …<b:Q>[^<>()]{{0,25}}\(<a:Q>[^<>()]{{0,12}}<d\d+>\)",
)
# The step stands between the two ends and their change: "from 500 to 560, a rise of 60, or 12%".
_STEP = r"(?:[^<>;]|<[dt]\d+>){0,40}?(?:,|—|--) ?an? (?:[a-z]+ )?{turn} of (?:about )?<[cmqr]\d+>[^<>;,.]{0,15},? ?(?:or|\() ?(?:about |some |nearly |just ){0,2}<s:pf>"
_BY_BOTH = (rf"\bfrom …<a:Q>{_ON}\bto …<b:Q>{_STEP}", rf"\bto <b:Q>{_ON}\bfrom <a:Q>{_STEP}")
# "52 in 2023 and 39 in 2024, a drop of 25%": which of the two years came first is not looked up.
_TWO_YEARS = (
    r"<a:N>[^<>;.,]{0,40} (?:in )?<d\d+>,? and (?:only |just |about )?<b:N>[^<>;,.]{0,30} (?:in )?<d\d+>, (?:an? (?:[a-z]+ )?{turn} of|up|down) (?:about |some |nearly )?<s:pf>(?=[,.;)]|$)",
    r"<a:N>[^<>;.,]{0,40} (?:in )?<d\d+>,? and (?:only |just |about )?<b:N>[^<>;,.]{0,30} (?:in )?<d\d+>, (?:about |some |nearly )?<s:pf> (?:{more}|{less}|up|down)(?=[,.;)]|$)",
)
# What has been taken out of such a change is not in the two ends.
_ADJUSTED = re.compile(
    r"\b(?:in real terms|adjust\w*|(?:after|for|above|against|by) inflation|inflation-\w+|constant|like-for-like|same-store|comparable|underlying|organic)\b"
)
_SIGNED = r"\b(?:loss|deficit|shortfall|profit|surplus|gain)\b"
_BELOW = ("loss", "deficit", "shortfall")
_OF_ANOTHER = re.compile(r"^ of (?:the |its |their |his |her |an? )?[a-z]")
_BOTH = (
    r"\b(?P<way>{rise}|{fall})\b…<a:N>(?:,| \(|—)…(?:or )?…<s:p>…\b(?:to|at)…<b:N>",
    r"\b(?P<way>{rise}|{fall})\b(?: by)? (?:about )?<a:N>[^<>;,]{0,20} to (?:about )?<b:N>[^<>;,]{0,25}(?:,|—|--| -| \() ?(?:or |an? (?:[a-z]+ )?{turn} of |up |down )(?:about |some )?<s:pf>(?=[,.;)]|$)",
    r"\b(?P<way>{rise}|{fall})\b…<s:p>(?:,| \(|—)…(?:or )?…<a:N>…\b(?:to|at)…<b:N>",
    r"\b(?P<way>{rise}|{fall})\b…\bto …<b:N>[^<>;]{0,30}(?:,|—|--) ?an? (?:[a-z]+ )?{turn} of (?:about |some |nearly )?<a:N>[^<>;]{0,20}(?:, or |\()(?:about |some )?<s:p>",
)
_STEP_ONLY = r"\b(?:{rise}|{fall})\b (?:by )?<a:N>(?:[^<>;]|<d\d+>){0,70}?(?:,|—|--| \() ?(?:or )?<s:p>"
_FAR = 20
# Set against another place it may be "up 7% on the year" all the same.
_ON_THE_YEAR = re.compile(r" (?:on|over|from|since|in) (?:the|a|last|this|<d|$)")
_SET_AGAINST = re.compile(r"\b(?:compared|against|versus)\b")
# "From 7.2% to 6.8%, two points below the average" tells no change.
_OFF_A_MARK = re.compile(
    r"^-?[a-z ]{0,12}?\b(?:above|below|over|under|short of|ahead of|behind) (?:the|its|their|his|her|an?) "
)
# "71%, against 64% nationally, three points better than in 2022": set against a place, it moved in time.
_ELSEWHERE = re.compile(
    r"\b(?:nationally|nationwide|statewide|countrywide|elsewhere|worldwide|overall|average)\b"
)
_COMPARES = r"^\W*(?:that|this|it|which) (?:compares|compared) (?:with|to) [^<>]{0,30}<a:N>(?:[^<>;]|<d\d+>){0,40}?, an? <s:p>[^<>]{0,15}{turn}"
_ROW = r"<b:N> <a:N> \(?<s:p>"
_NO_BASE = r"(?![^.;]{0,60}\b(?:from|over|on|since|compared|against|than|of)\b)"
_ALONE = (
    rf"\b(?P<way>{{rise}}|{{fall}}|{{turn}}) (?:of |by )?(?:about |some |nearly |almost )?<s:p>{_NO_BASE}",
    rf"<s:p>(?: |-)(?P<way>{{turn}}|{{more}}|{{less}})\b{_NO_BASE}",
)


def find_changes(scene: Scene, line: Line) -> Iterator[Claim]:
    """Changes that the line states from one level to another."""
    if len(line.signs) < 2:
        return
    done: set[int] = set()
    for match in line.find(*ORDERS):
        stated, start, end = (int(match[name]) for name in "sab")
        ways = _ways(scene, stated, start, end)
        if "pre" in match.groupdict() and not _is_told_as_change(scene, match):
            continue
        if _SET_AGAINST.search(match[0]) and _ON_THE_YEAR.match(line.text, match.end("s") + 1):
            continue
        if stated not in done and ways:
            done.add(stated)
            kind = CheckKind.CHANGE if "/" in ways[0].formula else CheckKind.DIFFERENCE
            others = _other_ends(scene, line, stated, start, end)
            firm = _ADJUSTED.search(line.text) is None and not others
            yield Claim(kind, line.span(match), stated, (*ways, *others), firm)
    for match in line.find(*_TWO_YEARS, *_BY_BOTH):
        yield from _of_both_ends(scene, line, match)
    for match in line.find(*_BOTH):
        yield from _by_step_and_share(scene, line, match)
    for match in line.find(_COMPARES):
        yield from _of_line_before(scene, line, match)
    yield from _of_table_rows(scene, line)
    for match in line.find(_STEP_ONLY):
        if int(match["s"]) not in done:
            yield from _of_step_alone(scene, line, match)
    for match in line.find(*_ALONE):
        if int(match["s"]) not in done:
            yield from _of_two_lines(scene, line, match)


def _of_both_ends(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """The change between two levels of two years, whichever is told first."""
    stated, start, end = (int(match[name]) for name in "sab")
    if sort_of(scene.figure(start)) == "%" or not may_count_the_same(
        scene, scene.figure(start), scene.figure(end)
    ):
        return
    ways = _ways(scene, stated, start, end)
    if match.re in [pattern(source) for source in _TWO_YEARS]:
        ways += _ways(scene, stated, end, start)
    if ways:
        yield Claim(CheckKind.CHANGE, line.span(match), stated, ways, _ADJUSTED.search(line.text) is None)


def _other_ends(scene: Scene, line: Line, stated: int, start: int, end: int) -> list[Way]:
    """The change to another figure told first: in "1,640 men in 32 courts, down from 1,910" the courts are not meant."""
    if not end < start:
        return []
    before = [n for n in amounts(scene, line, scene.figure(end)) if n < end and n != stated]
    named = [n for n in before if not may_count_the_same(scene, scene.figure(n), scene.figure(end))]
    # "The 14 museums counted 8.1 million visits, against 7.5 million": no change is from the one to the other.
    near = [n for n in named if not _is_far(scene.figure(n), scene.figure(start))]
    return [way for n in near for way in _ways(scene, stated, start, n)]


def _is_far(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(_middle(one)), abs(_middle(other))))
    return low * _FAR < high


def _is_told_as_change(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a figure behind two levels is called their change; in brackets only a share need not be."""
    before, after = match["pre"], match["post"]
    if _OFF_A_MARK.match(after):
        return False
    if _SET_AGAINST.search(match[0]) and _is_of_another_time(before, after):
        return False
    if scene.figure(int(match["s"])).per or _OF_ANOTHER.match(after):
        # "From $800 to $1,200, or 30 percent of income"
        return False
    if pattern(
        r"^-?[a-z -]{0,12}?\b(?:up on|down on|(?:{more}|{less}) than(?! $| (?:a year|that|then|last|the year|<)))\b"
    ).search(after):
        # What it is compared with is named behind it.
        return False
    near = pattern(r"^-?[a-z -]{0,20}?\b(?:{turn}|{more}|{less}|up(?! on)|down(?! on))\b").search(after)
    return (
        near is not None
        or pattern(r"\b(?:up|down|by|(?:{turn}|lead|gap|margin|difference|advantage) of) $").search(before)
        is not None
        # "From 500 to 560, or 12%"; but "from $500, or 12 cents a share" tells the earlier level again.
        or (before.endswith("or ") and match.start("a") < match.start("b"))
        or (
            before.endswith("(")
            and after.startswith(")")
            and letter_of(scene.figure(int(match["s"]))) in "pgxf"
        )
    )


def _is_of_another_time(before: str, after: str) -> bool:
    """Whether a figure behind two places' levels is told of two times: "a rise of", "better than in 2022"."""
    if "<d" in before:
        return False
    moved = pattern(r"\b{turn} of (?:[a-z]+ )?$").search(before) and _ELSEWHERE.search(before)
    return bool(moved) or pattern(r"^-?[a-z -]{0,12}?\b(?:{more}|{less}) than $").match(after) is not None


def _ways(scene: Scene, stated: int, start: int, end: int) -> tuple[Way, ...]:
    """The readings of a change from one level to another, by what is stated of it."""
    change, first, last = scene.figure(stated), scene.figure(start), scene.figure(end)
    if not are_alike(scene, [start, end], levels=True) or stated in (start, end):
        return ()
    falls = _middle(last) < _middle(first)
    if _crosses_zero(scene, first, last):
        return (Way((end, start), "a + b"),) if are_alike(scene, [stated, start, end], levels=True) else ()
    share = "100 * (1 - b / a)" if falls else "100 * (b / a - 1)"
    step = Way((end, start), "b - a") if falls else Way((end, start), "a - b")
    if sort_of(change) == "%":
        relative = Way((start, end), share)
        if sort_of(first) == "%":
            return (step,) if letter_of(change) == "g" else (step, relative)
        return (relative,)
    if letter_of(change) == "f":
        return (Way((start, end), "1 - b / a" if falls else "b / a - 1"),)
    if letter_of(change) == "x":
        return (Way((start, end), "b / a"),)
    return (step,) if are_alike(scene, [stated, start, end], levels=True) else ()


def _crosses_zero(scene: Scene, first: Figure, last: Figure) -> bool:
    """Whether the one level is a profit and the other a loss: the way from one to the other is their sum."""
    text = scene.reading.page.text
    left, right = (
        pattern(_SIGNED).findall(text[max(0, one.span.start - 40) : one.span.start].lower())
        for one in (first, last)
    )
    return bool(left and right) and (left[-1] in _BELOW) != (right[-1] in _BELOW)


def _middle(figure: Figure) -> Fraction:
    """The printed number, or the middle of a range."""
    if figure.value is not None:
        return figure.value
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)


def _by_step_and_share(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Down 30, or 3%, at 970”: the start is the end with the step undone."""
    step, end = int(match["a"]), int(match["b"])
    if not are_alike(scene, [step, end], levels=True):
        return
    falls = re.fullmatch(pattern("{fall}"), match["way"]) is not None
    whole = "1" if letter_of(scene.figure(int(match["s"]))) == "f" else "100"
    formula = f"{whole} / (b / a + 1)" if falls else f"{whole} / (b / a - 1)"
    yield Claim(CheckKind.CHANGE, line.span(match), int(match["s"]), (Way((step, end), formula),))


def _of_line_before(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“That compares with 500 in April, a 12% rise”: the other end is what “that” stands for."""
    stated, start = int(match["s"]), int(match["a"])
    ends = stands_for(scene, line, scene.figure(start))
    ways = tuple(way for end in ends for way in _ways(scene, stated, start, end))
    if ways:
        yield Claim(CheckKind.CHANGE, line.span(match), stated, ways, len(ends) == 1)


def _of_step_alone(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“Takings are off $182 million on the year before, 7.7 percent”: the level is in the line before."""
    step, stated, before = int(match["a"]), int(match["s"]), scene.before(line)
    if any(n not in (step, stated) for n in amounts(scene, line, scene.figure(step))):
        return
    levels = [
        n
        for n in (amounts(scene, before, scene.figure(step)) if before else [])
        if (scene.figure(n).value or 0) > (scene.figure(step).value or 0) * 2
    ]
    formulas = ("100 / (b / a + 1)", "100 / (b / a - 1)")
    ways = tuple(Way((step, level), formula) for level in levels for formula in formulas)
    if ways:
        yield Claim(CheckKind.CHANGE, line.span(match), stated, ways, len(levels) == 1)


def _of_two_lines(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“In May it made 2,400 engines. In June it made 3,000, a rise of 25%”: one level a line, of one thing.

    What else the change may start from is not told, so one that fails is none.
    """
    stated, before = int(match["s"]), scene.before(line)
    here = [n for n in amounts(scene, line) if n != stated and sort_of(scene.figure(n)) != "%"]
    pairs = [
        (there, own)
        for own in here
        for there in (amounts(scene, before, scene.figure(own)) if before else [])
        if may_count_the_same(scene, scene.figure(there), scene.figure(own))
    ]
    if len(pairs) == 1:
        falls = re.match(pattern("{fall}"), match["way"]) is not None
        low, high = sorted(pairs[0], key=lambda number: _middle(scene.figure(number)))
        way = Way((high, low), "100 * (1 - b / a)") if falls else Way((low, high), "100 * (b / a - 1)")
        yield Claim(CheckKind.CHANGE, line.span(match), stated, (way,), firm=False)


def _of_table_rows(scene: Scene, line: Line) -> Iterator[Claim]:
    """A price list's row: level, signed change, signed change in per cent."""
    for match in line.find(_ROW):
        step, stated = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
        if (
            step.value
            and stated.value
            and step.value * stated.value > 0
            and _is_signed(scene, int(match["a"]))
        ):
            formula = "100 / (b / a - 1)"
            way = Way((int(match["a"]), int(match["b"])), formula)
            yield Claim(CheckKind.CHANGE, line.span(match), int(match["s"]), (way,))


def _is_signed(scene: Scene, number: int) -> bool:
    return scene.figure(number).span.of(scene.reading.page.text)[:1] in "+-−–"
