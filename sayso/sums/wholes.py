"""Parts against a whole that they need not fill: "40 arrests, of which 15 …", "including 12 in A and 9 in B".

Such parts can only fail by being too much. That is told of one part wherever it counts what the whole
counts; of several only where nobody and nothing can be in two of them.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

from sayso.model import Figure
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike, joined_to
from sayso.sums.likeness import head_of, is_alike, is_vague, singular
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind, Role
from sayso.words import load_words

_HEDGED = r"(?:at least |about |some |around |nearly |almost |over |more than |only |just |as many as |a total of |the |up to )?"
_ONE_PART = (
    rf"<b:cm>[^<>;:().,]{{1,40}}?(?:,|—|--| -|\() ?(?:and )?(?:including|of (?:which|whom|them|those|these)) {_HEDGED}<a:cm>",
    rf"<b:cm>[^<>;:().,]{{1,40}}?(?:,|—|--| -|\() ?{_HEDGED}<a:cm> of (?:which|whom|them|those|these)\b",
)
# "Dogs in four rooms, including 13 in a bath": the whole is what is in the rooms.
_WITHIN = re.compile(
    r"\b(?:in|at|from|across|on|to|by|with|of|over|between|among|within|for)(?: all| the| its| their| about| some)? $"
)
_INCLUDED = r"<s:N> [^<>;:()]{0,40}?(?:,|—|--|-|\() ?including (?P<rest>[^<>;]{0,60}<[cmqr]\d+>(?:[^<>;]{0,60}<[cmqr]\d+>){1,7}[^<>;]{0,40})"
_SIGN = re.compile(r"<[cmqr](\d+)>")
_JOINT = re.compile(
    r"^[^<>;:()]{0,50}?(?:,|,? and) ?(?:another |a further |the other |some |about |[a-z]+ )?$"
)
# "260 at the mill and 190 at the port": nobody is counted at both.
_SOMEWHERE = re.compile(
    r"^ ?(?:[a-z-]+ ){0,2}?(?P<how>in|at|from|on) (?P<where>[^<>;,()]{2,40}?)(?=,| and\b|[.;\")]|$)"
)
_NAME = re.compile(r"^(?:the |nearby |neighbouring |neighboring )?[A-Z]")
_MOST_TIMES = 5


def find_wholes(scene: Scene, line: Line) -> Iterator[Claim]:
    """Parts of a whole that the line tells, where they are more than it; and those behind "including"."""
    yield from _of_one_part(scene, line)
    yield from _of_included(scene, line)


def _of_one_part(scene: Scene, line: Line) -> Iterator[Claim]:
    """A part that is more than its whole; one that is less says nothing that could be done again."""
    for source in _ONE_PART:
        for match in line.find(source):
            part, whole = int(match["a"]), int(match["b"])
            if _WITHIN.search(line.before(match.start())) or joined_to(line, whole) is not None:
                continue
            if _is_more(scene.figure(part), scene.figure(whole)) and _is_some_of(scene, part, whole):
                yield Claim(CheckKind.ORDERING, line.span(match), None, (Way((part, whole), "a <= b"),))


def _is_more(part: Figure, whole: Figure) -> bool:
    least, most = part.interval.low, whole.interval.high
    if least is None or most is None or is_vague(part) or is_vague(whole):
        return False
    return 1 < most < least <= most * _MOST_TIMES


def _is_some_of(scene: Scene, part: int, whole: int) -> bool:
    """Whether the part counts what the whole counts: with the same noun, with none, or persons of persons."""
    one, other = scene.figure(part), scene.figure(whole)
    if not is_alike(one, other) or one.role is Role.RATE or other.role is Role.RATE:
        return False
    if one.role is Role.MONEY:
        return True
    counted, named = _noun_behind(scene, one), head_of(scene, other.thing)
    if named is None or named in _words("whole_groups"):
        return False
    return counted in (None, named) or (_is_person(counted) and _is_person(named))


def _noun_behind(scene: Scene, figure: Figure) -> str | None:
    """The head of what the words right behind a figure say that it counts; None where they say nothing."""
    if figure.thing is None or figure.thing.start < figure.span.end:
        return None
    return head_of(scene, figure.thing)


def _is_person(noun: str | None) -> bool:
    return noun is not None and (noun in _people() or singular(noun) in _people())


@cache
def _people() -> frozenset[str]:
    return frozenset(load_words("events")["people"]["words"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_words("sums")[table]["words"])


@cache
def _classes() -> dict[str, str]:
    return dict(pair.split("/") for pair in _words("whole_persons"))


def _of_included(scene: Scene, line: Line) -> Iterator[Claim]:
    """After “including” the parts are some of the whole: they can only be too many."""
    for match in line.find(_INCLUDED):
        stated = scene.figure(int(match["s"]))
        signs = [
            sign for sign in _SIGN.finditer(match["rest"]) if is_alike(scene.figure(int(sign[1])), stated)
        ]
        joined = signs[:1]
        for left, right in pairwise(signs):
            if not _JOINT.match(match["rest"][left.end() : right.start()]):
                break
            joined.append(right)
        parts = [int(sign[1]) for sign in joined]
        if len(parts) > 1 and are_alike(scene, [int(match["s"]), *parts]):
            way = replace(sum_of(parts), at_most=True)
            firm = _are_apart(scene, line, parts) and not any(is_vague(scene.figure(n)) for n in parts)
            yield Claim(CheckKind.TOTAL, line.span(match), int(match["s"]), (way,), firm)


def _are_apart(scene: Scene, line: Line, parts: list[int]) -> bool:
    """Whether nothing can be in two of the parts: they are in different places, or men and women."""
    nouns = [_noun_behind(scene, scene.figure(part)) for part in parts]
    classes = [_classes().get(noun) for noun in nouns if noun]
    if len(classes) == len(parts) and None not in classes:
        return all(_differ(one, other) for one, other in combinations(classes, 2))
    text = scene.reading.page.text
    end = scene.reading.sentences[line.number].span.end
    places = [_SOMEWHERE.match(text[scene.figure(part).span.end : end]) for part in parts]
    told = [(one["how"], one["where"]) for one in places if one and _is_place(one["where"])]
    return len(set(told)) == len(parts) and len({how for how, _ in told}) == 1


def _differ(one: str | None, other: str | None) -> bool:
    """Whether nobody is of both classes: a boy is a child."""
    return one != other and ("child" not in (one, other) or {one, other}.isdisjoint({"boy", "girl"}))


def _is_place(where: str) -> bool:
    return _NAME.match(where) is not None or where.startswith("the ")
