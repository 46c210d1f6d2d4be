"""What is left of a whole: "22 of the 40 seats … the other 18", "the rest, 12, …", "leaving 350".

The whole and the parts that have gone from it stand before, in the sentence or in the two before it.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from sayso.model import Figure
from sayso.sums.claim import Claim
from sayso.sums.likeness import amounts, heads, is_alike, is_elided, is_vague, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind, Role

_JUST = r"(?:just |only |about |some |another |nearly |almost ){0,2}"
_OF_THAT = r"<a:mcq> of (?:that|it|this)\b[^<>;.]{0,30}\band [^<>;.]{0,30}<s:mcq>(?=[,.;]|$)"
_LEFT_OVER = (
    rf"\b(?:the|its|their|his|her) (?:other|remaining) {_JUST}<s:cmqt>",
    rf"\b(?:the rest|the remainder|the balance|the others)\b(?: of [^<>;,.()]{{2,30}})?(?:,| \(| ?—| --| -|:) ?{_JUST}<s:cmqt>",
    rf"\b(?:leaving|leaves|left) (?:it |him |her |them |us )?(?:with )?{_JUST}<s:cmqt>",
)
# Of a whole so told all that is no part of it is left.
_PART_OF = r"<a:cmqt>(?: [a-z]+)? (?:out )?of (?:the|its|their|his|her|all|a|an)(?: [a-z-]+){0,2} <b:cmqt>"
_OF_WHOLE = r"\b(?:of|from|among) (?:the|its|their|his|her|all)(?: [a-z-]+)? <b:cmqt>"
_LISTED = r"<b:cmqt>[^<>;:()]{0,40}(?::|—|--| - ) ?(?:about |some )?<a:cmqt>"
_IN_ALL = r"\b(?:a total of|all|all of the) <b:cmqt>"
_OF_THEM = r"\bof (?:these|those|them|whom),? <a:cmqt>|<a2:cmqt> of (?:these|those|them|whom|which)\b"
_ONE = re.compile(r"\b(?:one|another(?! <)|single|a few|several|some|none|half|most|many)\b")
_GOES_ON = re.compile(
    r"[^<>;.]{0,50}\b(?:and|plus|while|with)\b[^;.]{0,40}(?:<[cmqt]|\bone\b|\bsome\b|\bsingle\b)"
)
# What came to the whole, or was in it before, makes the rest another one.
_MOVES = re.compile(
    r"\b(?:more|fewer|less|up|down|from|since|than|least|added|bought|hired|joined|new|opened|including|among)\b"
)
_STILL = re.compile(
    r"^ (?:[a-z]+ )?(?:in|of|from|at|on|for|that|who|which|with|so far|to date|already|after)\b|\b(?:rest|remaining|last|final|others?|still|yet|unknown|unaccounted|undecided)\b"
)
# "The remaining £20m fee" is what remains of the fee.
_OF_ITS_OWN = re.compile(
    r" (?:loan|fee|debt|grant|bill|balance|instal\w+|payment|tranche|share|cost|deposit)\b"
)
_REACH = 2
_MOST = 6
_NEAR = 4
_FEW = 2


def find_rests(scene: Scene, line: Line) -> Iterator[Claim]:
    """Wholes with the parts that are told of and what is told to be left of them."""
    for match in line.find(_OF_THAT):
        part, rest, before = int(match["a"]), int(match["s"]), scene.before(line)
        wholes = amounts(scene, before, scene.figure(rest)) if before else []
        if len(wholes) == 1 and is_alike(scene.figure(part), scene.figure(rest)):
            yield Claim(CheckKind.TOTAL, line.span(match), wholes[0], (sum_of((part, rest)),), firm=False)
    for match in line.find(*_LEFT_OVER):
        yield from _of_rest(scene, line, match)


def _of_rest(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    rest = int(match["s"])
    value = scene.figure(rest).value
    if value is None:
        return
    for told in _told_before(scene, line, rest, match.start()):
        found = _that_leaves(scene, told, rest) if 1 < len(told) <= _MOST else ()
        if found:
            yield Claim(
                CheckKind.TOTAL, line.span(match), found[0], (sum_of((*found[1:], rest)),), firm=False
            )
            return
    nearest = next(iter(_told_before(scene, line, rest, match.start())), [])
    whole = max(nearest, key=lambda n: _value(scene, n), default=rest)
    parts = [n for n in nearest if n != whole]
    fits = _value(scene, whole) > value and _may_be_left(scene, rest, whole)
    if fits and _is_sure(scene, line, match, whole, parts):
        yield Claim(CheckKind.TOTAL, line.span(match), whole, (sum_of((*parts, rest)),))


def _that_leaves(scene: Scene, told: list[int], rest: int) -> tuple[int, ...]:
    """The whole and the parts, as many as there are, that leave just the rest; empty where none do."""
    wholes = [n for n in told if _value(scene, n) > _value(scene, rest) and _may_be_left(scene, rest, n)]
    for whole in sorted(wholes, key=lambda n: _value(scene, n), reverse=True):
        parts = [n for n in told if n != whole and _value(scene, n) < _value(scene, whole)]
        for many in range(len(parts), 0, -1):
            for some in combinations(parts, many):
                if sum((_value(scene, n) for n in (*some, rest)), Fraction(0)) == _value(scene, whole):
                    return (whole, *some)
    return ()


def _told_before(scene: Scene, line: Line, rest: int, end: int) -> Iterator[list[int]]:
    """The amounts of the sort before what is left, from two of them on, with those of ever more lines before."""
    like = scene.figure(rest)

    def fits(number: int) -> bool:
        figure = scene.figure(number)
        alike = is_alike(figure, like) or (sort_of(like) == "count" and is_elided(scene, like))
        return alike and figure.value is not None and not is_vague(figure)

    told = [number for _, number, at in line.signs if at < end and fits(number)]
    if len(told) >= _FEW:
        yield told
    for step in range(1, _REACH + 1):
        before = scene.before(line, step)
        earlier = [number for _, number, _ in before.signs if fits(number)] if before else []
        told = earlier + told
        if earlier and len(told) >= _FEW:
            yield told


def _may_be_left(scene: Scene, rest: int, whole: int) -> bool:
    """Whether what is left counts what the whole counts, or leaves that unsaid."""
    one, other = scene.figure(rest), scene.figure(whole)
    if sort_of(one) != "count":
        return True
    own = heads(scene, one)
    return _is_bare(one) or bool(own & heads(scene, other))


def _is_bare(figure: Figure) -> bool:
    return figure.thing is None or figure.thing.start < figure.span.end


def _value(scene: Scene, number: int) -> Fraction:
    return scene.figure(number).value or Fraction(0)


def _is_sure(scene: Scene, line: Line, match: re.Match[str], whole: int, parts: list[int]) -> bool:
    """Whether the words leave no doubt that whole, parts and rest are all there is, and nearly come out."""
    rest = int(match["s"])
    if not 0 < len(parts) <= _FEW:
        return False
    lines = {scene.figure(n).sentence for n in (whole, *parts, rest)}
    between = scene.lines[min(lines) : line.number + 1]
    if not any(_is_taken_of(there, whole, parts) for there in between):
        return False
    words = " ".join(there.text for there in between[:-1]) + " " + line.text[: match.start()]
    behind = line.text[match.end() :]
    sorts = {sort_of(scene.figure(n)) for n in (whole, rest)}
    if any(
        is_vague(scene.figure(n)) and sort_of(scene.figure(n)) in sorts
        for there in between
        for n in there.figures
    ):
        return False
    if scene.figure(rest).role is Role.MONEY and _OF_ITS_OWN.match(behind):
        return False
    if _ONE.search(words) or _MOVES.search(words) or _GOES_ON.match(behind) or _STILL.search(behind):
        return False
    total = _value(scene, whole)
    return abs(sum((_value(scene, n) for n in parts), _value(scene, rest)) - total) * _NEAR <= total


def _is_taken_of(line: Line, whole: int, parts: list[int]) -> bool:
    """Whether the line tells the whole as one of which the parts are: "22 of the 40", "of the 212, 72 …"."""
    for match in line.find(_PART_OF):
        if int(match["b"]) == whole and int(match["a"]) in parts:
            return True
    if any(int(match["a"] or match["a2"]) in parts for match in line.find(_OF_THEM)):
        return True
    return any(int(match["b"]) == whole for match in line.find(_OF_WHOLE, _IN_ALL, _LISTED))
