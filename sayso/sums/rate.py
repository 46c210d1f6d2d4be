"""Rates and averages: "$2.4m a month over five years", "an average of 250 a month during five months"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator

from sayso.model import Figure, Given, Missing
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike
from sayso.sums.conversion import factor_between
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Role

_OVER = r"\b(?:over|in|for|during|within|through|across|spread over|next|past|last|the)\b[^<>,;.]{0,25}<t:t>"
_AVERAGE = ("average", "averaging", "mean ")
# Where money grows on the way, the parts do not make the whole.
_GROWS = ("interest", "return", "earn", "compound", "growth", "inflation")
_PER = r"<a:mrcq>,? ?(?:or|\() ?(?:about |nearly |some |roughly )?<s:mrcq>"
_SHARED = r"<a:mcq>[^<>;.]{0,40}\b(?:in|over|from|across|for|among) (?:the |his |her |its |their )?<b:c>[^<>;.]{0,40}, (?:or )?an average of <s:mcq>"
_EACH = r"<a:m>[^<>;]{0,40}\b(?:on|for|to|among|between) (?:the |its |their )?<b:c>[^<>;]{0,30}(?:,|—|--|\() ?(?:or |about )*<s:m> (?:each|apiece|per [a-z]+)"
_SPLIT = r"<b:c> [a-z]+[^<>;,.()]{0,30} (?:shared?|split|splitting|sharing|divided|paid|got|received|raised|gave|spent) (?:a total of |about )?<a:m>,? ?(?:or |\(|— )(?:about )?<s:m> (?:each|apiece|per [a-z]+)"
_A_HEAD = r"<a:mc> \(<s:m> (?:a|an|per|for each|for every) (?P<noun>[a-z]+)\)"


def find_rates(scene: Scene, line: Line) -> Iterator[Claim]:
    """Rates of the line with the whole and the time over which it runs."""
    if len(line.signs) < 2:
        return
    rates = [n for _, n, _ in line.signs if scene.figure(n).per and scene.figure(n).role is not Role.RATIO]
    times = [int(match["t"]) for match in line.find(_OVER)]
    # "Over five years" is a stretch as often as it is a bound.
    times += [
        n for letter, n, _ in line.signs if letter == "t" and _begins_with_over(scene, n) and n not in times
    ]
    if rates and not any(word in line.text for word in _GROWS):
        for stated in rates:
            wholes = [
                n
                for letter, n, _ in line.signs
                if letter in "mcq" and _is_whole(scene.figure(n), scene.figure(stated))
            ]
            ways = tuple(
                way
                for whole in wholes
                for time in dict.fromkeys(times)
                if (way := _way(scene, whole, time, stated))
            )
            kind = CheckKind.AVERAGE if any(word in line.text for word in _AVERAGE) else CheckKind.RATE
            if ways:
                yield Claim(
                    kind,
                    scene.reading.sentences[line.number].span,
                    stated,
                    ways,
                    len(wholes) == len(times) == 1,
                )
    for match in line.find(_PER):
        yield from _of_another_period(scene, line, match)
    for source, kind in ((_SHARED, CheckKind.AVERAGE), (_EACH, CheckKind.RATE), (_SPLIT, CheckKind.RATE)):
        for match in line.find(source):
            whole, number, stated = (int(match[name]) for name in "abs")
            if are_alike(scene, [whole, stated]):
                yield Claim(kind, line.span(match), stated, (Way((whole, number), "a / b"),))
    for match in line.find(_A_HEAD):
        way = Way((int(match["a"]), Missing(f"the number of {match['noun']}s")), "a / b")
        yield Claim(CheckKind.RATE, line.span(match), int(match["s"]), (way,))


def _of_another_period(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“$1,000 a month, or $12,000 a year”."""
    one, other = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
    factor = factor_between(other.per or "", one.per or "")
    if one.unit == other.unit and factor is not None and factor != 1:
        given = Given(f"{one.per}s in one {other.per}", factor)
        way = Way((int(match["a"]), given), "a * b")
        yield Claim(CheckKind.RATE, line.span(match), int(match["s"]), (way,))


def _begins_with_over(scene: Scene, number: int) -> bool:
    words = scene.figure(number).span.of(scene.reading.page.text).lower()
    return words.startswith(("over ", "within "))


def _is_whole(whole: Figure, rate: Figure) -> bool:
    return not whole.per and whole.unit == rate.unit and whole.role is not Role.DURATION


def _way(scene: Scene, whole: int, time: int, stated: int) -> Way | None:
    """Whole over time, with the time in the rate's period."""
    unit, per = scene.figure(time).unit, scene.figure(stated).per
    factor = factor_between(unit or "", per or "")
    if unit is None or factor is None:
        return None
    if factor == 1:
        return Way((whole, time), "a / b")
    return Way((whole, time, Given(f"{per}s in one {unit}", factor)), "a / (b * c)")
