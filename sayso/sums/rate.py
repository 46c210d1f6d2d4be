"""Rates and averages: "$2.4m a month over five years", "an average of 250 a month during five months"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator

from sayso.model import Figure, Given, Operand
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike
from sayso.sums.conversion import factor_between
from sayso.sums.likeness import heads
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Role

_OVER = r"\b(?:over|in|for|during|within|through|across|spread over|next|past|last|the)\b[^<>,;.]{0,25}<t:t>"
_AVERAGE = ("average", "averaging", "mean ")
# Where money grows on the way, the parts do not make the whole.
_GROWS = ("interest", "return", "earn", "compound", "growth", "inflation")
_PERSONS = ("person", "head", "resident", "citizen", "inhabitant", "capita")
_SPEEDS = {"mph": "mi", "km/h": "km"}
_PER = r"<a:mrcq>,? ?(?:or|\() ?(?:about |nearly |some |roughly )?<s:mrcq>"
_TIMES_TOLD = r"<a:mrcq>[^<>;,.()]{0,15}\b(?:for|over|during) (?:the )?(?:next |past |last )?<t:t>,? (?:or |making |for |which (?:is|makes|comes to) |(?:for )?a (?:grand )?total of )?(?:about |some )?<s:mcq>(?=(?: in all| in total| altogether| all told)?(?:[,.;)]|$))"
_SHARED = r"<a:mcq>[^<>;.]{0,40}\b(?:in|over|from|across|for|among) (?:the |his |her |its |their )?<b:c>[^<>;.]{0,40}, (?:or )?an average of <s:mcq>"
_EACH = r"<a:m>[^<>;]{0,40}\b(?:on|for|to|among|between) (?:the |its |their )?<b:c>[^<>;]{0,30}(?:,|—|--|\() ?(?:or |about )*<s:m> (?:each|apiece|per [a-z]+)"
_SPLIT = r"<b:c> [a-z]+[^<>;,.()]{0,30} (?:shared?|split|splitting|sharing|divided|paid|gets?|got|receives?|received|raised|gave|spent) (?:a total of |about )?<a:m>(?: between them| in all)?,? ?(?:or |\(|— |an average of )(?:about )?<s:m> (?:each|apiece|per [a-z]+)"
# Only what is told as another way of saying the same must be the whole shared out.
_SAID_AGAIN = re.compile(
    r"(?:,? or|\(|—|--| - |\ban average of|\baverag\w+|\bthat is|\bwhich (?:is|means|makes|works out (?:at|to)|comes to)|"
    r"\bequal to|\bthe equivalent of)(?: (?:about|some|nearly|roughly|almost|around|just|only)){0,4} ?$"
)
_FOR = re.compile(r"\b(?:for|lasting|lasted|of) $")


def find_rates(scene: Scene, line: Line) -> Iterator[Claim]:
    """Rates of the line with the whole and the time over which it runs."""
    if len(line.signs) < 2:
        return
    rates = [
        (n, at) for _, n, at in line.signs if scene.figure(n).per and scene.figure(n).role is not Role.RATIO
    ]
    if rates and not any(word in line.text for word in _GROWS):
        times = _times(scene, line)
        for stated, at in rates:
            yield from _of_time(scene, line, stated, at, times)
            yield from _of_number(scene, line, stated, at)
    for match in line.find(_TIMES_TOLD):
        yield from _of_so_long(scene, line, match)
    for match in line.find(_PER):
        yield from _of_another_period(scene, line, match)
    for source, kind in ((_SHARED, CheckKind.AVERAGE), (_EACH, CheckKind.RATE), (_SPLIT, CheckKind.RATE)):
        for match in line.find(source):
            whole, number, stated = (int(match[name]) for name in "abs")
            if are_alike(scene, [whole, stated]):
                yield Claim(kind, line.span(match), stated, (Way((whole, number), "a / b"),))


def _of_so_long(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“£75 a week for 40 weeks, £3,000 in all”: the total is what the rate and the time make."""
    rate, whole = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
    factor = factor_between(scene.figure(int(match["t"])).unit or "", rate.per or "")
    unit = (rate.unit or "").removesuffix(f"/{rate.per}")
    if factor is None or whole.per or (whole.unit or "") != unit:
        return
    operands: tuple[Operand, ...] = (int(match["a"]), int(match["t"]))
    if factor == 1:
        way = Way(operands, "a * b")
    else:
        way = Way(
            (*operands, Given(f"{rate.per}s in one {scene.figure(int(match['t'])).unit}", factor)),
            "a * b * c",
        )
    yield Claim(
        CheckKind.RATE, line.span(match), int(match["s"]), (way,), not any(w in line.text for w in _GROWS)
    )


def _times(scene: Scene, line: Line) -> list[int]:
    """The stretches of time that the line tells; "over five years" is one as often as it is a bound."""
    times = [int(match["t"]) for match in line.find(_OVER)]
    times += [n for letter, n, _ in line.signs if letter == "t" and _begins_with_over(scene, n)]
    return list(dict.fromkeys(times))


def _of_time(scene: Scene, line: Line, stated: int, at: int, times: list[int]) -> Iterator[Claim]:
    """“15 million over five years, or 3 million a year”."""
    rate = scene.figure(stated)
    fitting = [
        (n, place) for letter, n, place in line.signs if letter in "mcq" and _is_whole(scene.figure(n), rate)
    ]
    # What is said again was told before; "so much a month to reach the total" tells it behind.
    again = _SAID_AGAIN.search(line.before(at)) is not None
    wholes = [n for n, place in fitting if place < at or not again] or [n for n, _ in fitting]
    ways = tuple(way for whole in wholes for time in times if (way := _way(scene, line, whole, time, stated)))
    if ways:
        kind = CheckKind.AVERAGE if any(word in line.text for word in _AVERAGE) else CheckKind.RATE
        firm = len(wholes) == len(times) == 1 and again
        yield Claim(kind, scene.reading.sentences[line.number].span, stated, ways, firm)


def _of_number(scene: Scene, line: Line, stated: int, at: int) -> Iterator[Claim]:
    """“The 15 schools have 6,300 pupils, an average of 420 per school”: shared out among what is counted."""
    rate = scene.figure(stated)
    told = [(letter, n) for letter, n, place in line.signs if place < at]
    per = {"person"} if rate.per in _PERSONS else {rate.per}
    numbers = [
        n
        for letter, n in told
        if letter == "c" and per & {_one(head) for head in heads(scene, scene.figure(n))}
    ]
    numbers += [n for letter, n in told if letter == "q" and scene.figure(n).unit == rate.per]
    if len(numbers) != 1:
        return
    wholes = [n for letter, n in told if letter in "mcq" and n not in numbers]
    wholes = [n for n in wholes if _is_whole(scene.figure(n), rate)]
    ways = tuple(Way((whole, numbers[0]), "a / b") for whole in wholes)
    if ways:
        firm = len(wholes) == 1 and _SAID_AGAIN.search(line.before(at)) is not None
        yield Claim(CheckKind.AVERAGE, scene.reading.sentences[line.number].span, stated, ways, firm)


def _of_another_period(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“$1,000 a month, or $12,000 a year”."""
    one, other = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
    factor = factor_between(other.per or "", one.per or "")
    if one.unit == other.unit and factor is not None and factor != 1:
        given = Given(f"{one.per}s in one {other.per}", factor)
        way = Way((int(match["a"]), given), "a * b")
        yield Claim(CheckKind.RATE, line.span(match), int(match["s"]), (way,))


def _one(head: str) -> str:
    """The head, all words for whoever lives somewhere made one."""
    return "person" if head in _PERSONS else head


def _begins_with_over(scene: Scene, number: int) -> bool:
    words = scene.figure(number).span.of(scene.reading.page.text).lower()
    return words.startswith(("over ", "within "))


def _is_whole(whole: Figure, rate: Figure) -> bool:
    """Whether a figure can be what a rate adds up to: of its unit, or of the one before "an hour"."""
    units = {rate.unit, _SPEEDS.get(rate.unit or "", ""), (rate.unit or "").removesuffix(f"/{rate.per}")}
    return not whole.per and (whole.unit or None) in units and whole.role is not Role.DURATION


def _way(scene: Scene, line: Line, whole: int, time: int, stated: int) -> Way | None:
    """Whole over time, with the time in the rate's period."""
    figure, per = scene.figure(time), scene.figure(stated).per
    factor = factor_between(figure.unit or "", per or "")
    if factor is None:
        return None
    length: Operand = time
    at = next(at for _, n, at in line.signs if n == time)
    if figure.value is not None and _begins_with_over(scene, time) and not _FOR.search(line.before(at)):
        length = Given(_words_of(scene, figure), figure.value, figure.span)
    if factor == 1:
        return Way((whole, length), "a / b")
    return Way((whole, length, Given(f"{per}s in one {figure.unit}", factor)), "a / (b * c)")


def _words_of(scene: Scene, time: Figure) -> str:
    words = " ".join(time.span.of(scene.reading.page.text).split())
    return re.sub(r"^(?:over|within) ", "", words, flags=re.IGNORECASE)
