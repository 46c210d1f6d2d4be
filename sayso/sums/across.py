"""Sums told over sentences: "that brings the total to 740", "this year 2,576, 12% more", "her majority was 325".

Such a sum may be called wrong only where the sentences hold no other figure that could be meant, and where
their words tell which part each figure plays.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import spell
from sayso.sums.likeness import heads, is_alike, is_vague, may_count_the_same, sort_of
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene, letter_of
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind

_BRINGS = r"\b(?:brings|bringing|brought|takes|taking|took|makes|making|made|raises|raising|raised|lifts|lifting|lifted|pushes|pushing|pushed)\b (?:it |them |[^<>;,.]{0,40}\b(?:total|toll|tally|number|count|sum|figure|collection|haul|seizures|amount|fleet|workforce|strength|bill|cost|area|population|capacity|membership)\b[^<>;,.]{0,45}? to |the total )?(?:about |some |nearly |more than )?<s:cmq>"
_ADDED = r"\b(?:another|a further|a second|further|additional|extra|new|on top) (?:of )?$"
_ADDED_AFTER = r"^ (?:more|other|others|further|additional|extra|new)\b"
# "The toll stood at 31", "it had raised £640 by Sunday": all there was until then.
_UNTIL_THEN = re.compile(
    r"\b(?:so far|already|until then|up to then|stood at|toll|total|tally|(?:had|has|have) (?:[a-z]+ )?(?:raised|collected|recorded|counted|confirmed|taken in|brought in|received|reported) )"
)
_CHANGED = (
    r"<s:pfNg>(?: |-)(?:percentage |points? ){0,2}(?P<way>{more}|{less}|up|down)(?= than (?:that|then)|[,.;)]|$)",
    r"\b(?P<turn>up|down|an? (?:[a-z]+ )?{turn} of) (?:by |about |nearly |some )?<s:pfNg>(?:(?: |-)(?:percentage )?points?| [a-z]+)?(?=[,.;)]|$)",
)
_FALLING = r"\b(?:{less}|{fall}|decrease|drop|fall|decline|dip|slide|reduction|cut|slump|plunge|loss)\b"
_MAJORITY = (
    r"\b(?:majority|margin|lead|won|beat[a-z ]{0,30}|defeated[a-z ]{0,30}) (?:of|was|is|by|stood at) (?:just |only |about |a mere )?<s:c>",
    r"<s:c>[- ](?:votes?[- ])?(?:majority|margin)\b",
)
_OVER_BOTH = r"\b(?:over|in|across|for) (?:the|these|those|both|all) <t:t>,? [^<>;,]{0,40}<s:cmq>"
_BRACKET = r"<a:c>[^<>;()]{0,30} ?\((?:or |about |just |only |nearly )?<s:p>\)"
_ASKED = re.compile(
    r"\b(?:asked|surveyed|polled|questioned|interviewed|tested|examined|studied|followed|sampled|checked|inspected|screened|replied|responded|took part|answered|respondents)\b"
)
_OF_OTHERS = re.compile(r",? (?:of|among|out of|in) ")
# "2,576 for medicine": another part of what was told before, or of something else.
_PLAIN_END = re.compile(r"(?: (?!for|in|of|from|at|to|with|among|by|on)[a-z-]+){0,2}(?: <d\d+>)?(?:[.,!]|$)")
_SAME_AGAIN = re.compile(r"\W*(?:<d\d+> )?(?:it|they|the (?:number|figure|total))\b")
_NOW = re.compile(r"\b(?:now|today|currently)\b")
_OR_SHARE = r"<a:cmq>,? or (?:about |nearly |almost |just over |some )?<s:pf>(?=[,.;)]|$)"
_RIVAL = re.compile(
    r"\b(?:rival|runner-up|opponent|challenger|second|beat|beating|defeated|defeating|against|ahead of|lost to|incumbent|to his|to her)\b"
)
_VOTES = re.compile(r"\b(?:votes?|polled|ballots?)\b")
_NEAR = 5
_MOST = 6


def find_across(scene: Scene, line: Line) -> Iterator[Claim]:
    """Sums of the line whose operands stand in the sentences before it."""
    if line.number and line.signs:
        yield from _of_added(scene, line)
        yield from _of_two_times(scene, line)
        yield from _of_votes(scene, line)
        yield from _of_all_times(scene, line)
        yield from _of_brackets(scene, line)


def _value(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)


def _told(scene: Scene, line: Line | None, like: Figure, *, end: int | None = None) -> list[int]:
    """The figures of a line, up to an offset, that are of the sort of another and have one value."""
    if line is None:
        return []
    return [
        number
        for _, number, at in line.signs
        if (end is None or at < end)
        and (is_alike(scene.figure(number), like))
        and scene.figure(number).value is not None
        and not is_vague(scene.figure(number))
    ]


def _of_added(scene: Scene, line: Line) -> Iterator[Claim]:
    """“It had raised £640 by Sunday. A further £100 came in on Monday. That brings the total to £740”."""
    for match in line.find(_BRINGS):
        stated = int(match["s"])
        like = scene.figure(stated)
        told: list[int] = _told(scene, line, like, end=match.start())
        for step in (1, 2):
            told = _told(scene, scene.before(line, step), like) + told
        yield from _of_fleet(scene, line, match, told)
        if len(told) != len("ab"):
            continue
        added = [n for n in told if _is_added(scene, n)]
        first = [n for n in told if n not in added and _is_until_then(scene, n)]
        # Where it is told after, what came before it is not.
        near = abs(sum(_value(scene.figure(n)) for n in told) - _value(like)) * _NEAR <= _value(like)
        if (
            len(added) == len(first) == 1
            and near
            and all(_value(scene.figure(n)) < _value(like) for n in told)
        ):
            yield Claim(CheckKind.TOTAL, line.span(match), stated, (sum_of((first[0], added[0])),))


def _of_fleet(scene: Scene, line: Line, match: re.Match[str], told: list[int]) -> Iterator[Claim]:
    """“There are 940 bikes. A further 160 will come, taking the fleet to 1,100”."""
    stated = int(match["s"])
    added = [n for n in told if _is_added(scene, n)]
    if len(added) == 1 and 1 < len(told) <= _MOST:
        ways = tuple(sum_of((n, added[0])) for n in told if n not in added)
        yield Claim(CheckKind.TOTAL, line.span(match), stated, ways, firm=False)


def _around(scene: Scene, number: int) -> tuple[str, str]:
    """The words right before and right behind a figure, on its own line."""
    line = scene.lines[scene.figure(number).sentence]
    at = next(place for _, n, place in line.signs if n == number)
    return line.before(at, 60), line.text[line.text.index(">", at) + 1 :][:60]


def _is_added(scene: Scene, number: int) -> bool:
    before, behind = _around(scene, number)
    return pattern(_ADDED).search(before) is not None or pattern(_ADDED_AFTER).match(behind) is not None


def _is_until_then(scene: Scene, number: int) -> bool:
    return _UNTIL_THEN.search(_around(scene, number)[0]) is not None


def _of_two_times(scene: Scene, line: Line) -> Iterator[Claim]:
    """“There were 2,300 last year. This year there have been 2,576, 12% more”: one level a sentence."""
    before = scene.before(line)
    for match in line.find(*_CHANGED) if before else ():
        stated = int(match["s"])
        change = scene.figure(stated)
        levels = [n for _, n, at in line.signs if n != stated and letter_of(scene.figure(n)) in "cmqprg"]
        if len(levels) != 1 or levels[0] > stated:
            continue
        end = levels[0]
        starts = [n for letter, n, _ in before.signs if letter in "cmqprgx"] if before else []
        if len(starts) != 1 or not may_count_the_same(scene, scene.figure(starts[0]), scene.figure(end)):
            continue
        way = _way(scene, change, match[0], starts[0], end)
        if way is not None and before is not None:
            kind = CheckKind.CHANGE if "/" in way.formula else CheckKind.DIFFERENCE
            yield Claim(kind, line.span(match), stated, (way,), _are_two_years(scene, starts[0], end))


def _way(scene: Scene, change: Figure, words: str, start: int, end: int) -> Way | None:
    """The change from one level to the other, in the sense that the words tell."""
    first, last = scene.figure(start), scene.figure(end)
    if first.value is None or last.value is None or is_vague(first) or is_vague(last):
        return None
    falls = pattern(_FALLING).search(words) is not None
    shares = sort_of(first) == "%"
    if letter_of(change) in "pf" and not shares:
        formula = "@1 - b / a" if falls else "@b / a - 1"
        return Way((start, end), spell(formula, ["a", "b"], [first, last], change))
    same = letter_of(change) == "g" if shares else is_alike(change, last)
    if not same or (not shares and sort_of(change) == "count" and not _is_same(scene, change, last)):
        return None
    return Way((start, end), "a - b" if falls else "b - a")


def _is_same(scene: Scene, change: Figure, level: Figure) -> bool:
    """Whether a gap counts what the level counts: with the same noun or with none of its own."""
    if change.thing is None or change.thing.start < change.span.end:
        return True
    return bool(heads(scene, change) & heads(scene, level))


def _are_two_years(scene: Scene, start: int, end: int) -> bool:
    """Whether the two levels are one thing's in two years, so that a change can only be from the one to the other.

    From May to June a change may as well be that on June a year before.
    """
    one, other = scene.figure(start).when, scene.figure(end).when
    same = heads(scene, scene.figure(start)) & heads(scene, scene.figure(end))
    alone = all(_PLAIN_END.match(_around(scene, number)[1]) for number in (start, end))
    pronoun = _SAME_AGAIN.match(scene.lines[scene.figure(end).sentence].text) is not None
    now = _NOW.search(scene.lines[scene.figure(end).sentence].text) is not None
    if one is None or not (same or pronoun) or not alone:
        return False
    if now:
        return _IS_YEAR.search(one.span.of(scene.reading.page.text).lower()) is not None
    if other is None:
        return False
    words = [period.span.of(scene.reading.page.text).lower() for period in (one, other)]
    return words[0] != words[1] and all(_IS_YEAR.search(told) for told in words)


_IS_YEAR = re.compile(r"\byear\b|\b(?:19|20)\d\d\b|\bseason\b|\bdecade\b")


def _of_votes(scene: Scene, line: Line) -> Iterator[Claim]:
    """“She polled 4,312 votes. Her nearest rival took 3,987, giving her a majority of 325”."""
    for match in line.find(*_MAJORITY):
        stated = int(match["s"])
        like = scene.figure(stated)
        told = [n for n in _told(scene, line, like, end=match.start("s")) if n != stated]
        lines = [line]
        for step in (1, 2):
            there = scene.before(line, step)
            if there is None or len(told) > 1:
                break
            told = _told(scene, there, like) + told
            lines.append(there)
        words = " ".join(there.text for there in lines)
        if len(told) != len("ab") or not _VOTES.search(words):
            continue
        low, high = sorted(told, key=lambda n: _value(scene.figure(n)))
        if _value(scene.figure(low)) > _value(like):
            firm = _RIVAL.search(words) is not None
            yield Claim(CheckKind.DIFFERENCE, line.span(match), stated, (Way((high, low), "a - b"),), firm)


def _of_all_times(scene: Scene, line: Line) -> Iterator[Claim]:
    """“A loss of $14m in 2021 and of $9m in 2022. Over the two years it lost $23m”: as many parts as years."""
    for match in line.find(_OVER_BOTH):
        stated, times = int(match["s"]), scene.figure(int(match["t"]))
        parts = _told(scene, scene.before(line), scene.figure(stated))
        small = all(_value(scene.figure(n)) < _value(scene.figure(stated)) for n in parts)
        if len(parts) > 1 and times.value == len(parts) and small:
            whens = {period.span for n in parts if (period := scene.figure(n).when)}
            yield Claim(CheckKind.TOTAL, line.span(match), stated, (sum_of(parts),), len(whens) == len(parts))


def _of_brackets(scene: Scene, line: Line) -> Iterator[Claim]:
    """“They asked 850 nurses. Some 289 (34%) had …”: the share of those counted before."""
    for source, match in line.find_each((_BRACKET, _OR_SHARE)):
        part, stated = int(match["a"]), int(match["s"])
        again = _is_added(scene, part)
        few = _value(scene.figure(part))
        wholes: list[int] = []
        asked = False
        for step in range(4):
            there = scene.before(line, step)
            told = _told(scene, there, scene.figure(part), end=match.start() if step == 0 else None)
            larger = [n for n in told if _value(scene.figure(n)) > few]
            if larger and not wholes and there is not None:
                asked = step > 0 and len(larger) == 1 and _ASKED.search(there.text) is not None
                # "1,104 of 2,300 … A further 391 (17%)": it is of the one or of the other.
                asked = asked or (step == 1 and again and len(larger) <= len("ab"))
            wholes += larger
        formula = spell("@a / b", ["a"], [scene.figure(part)], scene.figure(stated))
        ways = tuple(Way((part, whole), formula) for whole in wholes[:_MOST])
        if ways:
            # "289 (48%) of those who replied": another whole is told behind.
            asked = asked and source is _BRACKET and _OF_OTHERS.match(line.text[match.end() :]) is None
            yield Claim(CheckKind.SHARE, line.span(match), stated, ways, asked)
