"""Rates and averages: "$2.4m a month over five years", "an average of 250 a month during five months"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

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
_PER = r"<a:mrcq>(?:,? ?(?:or|\()|(?P<gap>[^<>;,.()]{0,40}?)(?:,| ?—|--| -| \()(?: ?(?:or|which is|that is|making|equal to))?) ?(?:about |nearly |some |roughly )?<s:mrcq>(?=(?: in all| in total| altogether)?(?:[,.;:)]|$))"
# "£100 a week in summer, £4,000 a year": not all the year round.
_BOUNDED = re.compile(r"\b(?:in|during|for|from|until|when|while|if|up to|over|between|and|per|at)\b")
# A year is 52 weeks, or 52 and a day.
_IN_A_YEAR = {"week": (Fraction(52), Fraction(365, 7)), "day": (Fraction(365),)}
# Nobody works all hours and all days, and a year's pay may come in more than twelve parts.
_WORKED = frozenset(("hour", "day", "night", "shift"))
_INSTALMENTS = re.compile(
    r"\b(?:payments|instal\w+|terms?|semesters?|seasons?|working|bonus\w*|school|open)\b"
)
_TIMES_TOLD = r"<a:mrcq>[^<>;,.()]{0,15}\b(?:for|over|during) (?:the )?(?:next |past |last )?<t:t>,? (?:or |making |for |which (?:is|makes|comes to) |(?:for )?a (?:grand )?total of )?(?:about |some )?<s:mcq>(?=(?: in all| in total| altogether| all told)?(?:[,.;)]|$))"
_SHARED = r"<a:mcq>[^<>;.]{0,40}\b(?:in|over|from|across|for|among) (?:the |his |her |its |their )?<b:c>[^<>;.]{0,40}, (?:or )?an average of <s:mcq>"
_EACH = r"<a:m>[^<>;]{0,40}\b(?:on|for|to|among|between) (?:the |its |their )?<b:c>[^<>;]{0,30}(?:,|—|--|\() ?(?:or |about |an average of |who (?:each )?(?:get|gets|got|receive|received|will get|will receive) |which (?:each )?(?:get|gets|got|receive|received) )*<s:m> (?:each|apiece|per [a-z]+)(?! (?:for|in|at|among|to|from)\b)"
_AT_EACH = r"<a:c>[^<>;.]{0,40}\b(?:at|for|costing|worth) (?:about )?<b:m>(?: each| apiece| a piece)?(?:,|—|--| -| \() ?(?:or |making |for |that is ){0,1}(?:a total of |about )?<s:m>(?=(?: in all| in total| altogether| all told)?(?:[,.;)]|$))"
_ALL_AT = r"<s:m>(?::| ?—|--| -| \() ?(?:for )?<a:c>[^<>;.,()]{0,40} (?:at|for) <b:m>(?: each| apiece| a piece)?(?=[,.;)]|$)"
_EACH_WITH = r"<a:c> [^<>;,.]{0,40}(?:, | \()each (?:with|of|holding|carrying|weighing|seating|worth|costing|producing|measuring)\b[^<>;,]{0,30}<b:qmc>[^<>;]{0,60}\b(?:together|in all|a total of|altogether|between them)\b[^<>;,]{0,30}<s:qmc>"
_EACH_OF = r"\beach of (?:the |its |their )?<a:c>[^<>;,]{0,40} <b:mqc>[^<>;,.]{0,20}, (?:or |making |that is )?<s:mqc> (?:in all|in total|altogether|all told)"
_EACH_THEN = r"<a:c> [^<>;,.]{0,25} <b:m> (?:each|apiece),? (?:or |making |a total of )?<s:m> (?:between them|in all|in total|altogether|all told)"
_AVERAGE_OF = r"\b(?:an|the|giving an) average of (?:about )?<s:cmqr>(?=[^<>;,.]{0,20}(?:[,.;]|$))"
_WHOLE_TIME = re.compile(
    r"\b(?:(?:last|this|one|a|the|each|every) (?P<one>week|month|year)\b(?:['’]s)?|(?P<ly>weekly|monthly|annual|yearly)\b)",
    re.IGNORECASE,
)
_LENGTHS = {"weekly": "week", "monthly": "month", "annual": "year", "yearly": "year"}
_SINGLE = re.compile(r"> (?:each|apiece|a piece)\b")
_HAVE_EACH = r"<b:c> [^<>;,.]{0,40}\b(?:have|has|had|share|shared) <a:cq>[^<>;,.]{0,30}, (?:or )?(?:about |an average of )?<s:cq> (?:each|apiece|for each|for every one)(?: on average)?(?=[,.;]|$)"
_BOUGHT = r"<b:c> (?!of (?:them|which|whom|these|those)\b)[^<>;.()]{0,60}\b(?:for|cost|costing|costs|worth|at|spent|spending) (?:a total of |about )?<a:m>(?: [^<>;,.()]{0,25})?, or (?:about )?<s:m> (?:each|apiece)"
_FOR_EACH = r"<a:m>,? ?(?:or|—|\(|which is|that is) ?(?:about )?<s:m> (?:for|per) (?:each|every one|every|every single one) of (?:the|its|their) [^<>;,.()]{0,25}<b:c>"
_SPLIT = r"<b:c> [a-z]+[^<>;,.()]{0,30} (?:shared?|split|splitting|sharing|divided|paid|gets?|got|receives?|received|raised|gave|spent) (?:a total of |about )?<a:m>(?: between them| in all)?,? ?(?:or |\(|— |an average of )(?:about )?<s:m> (?:each|apiece|per [a-z]+)(?! (?:for|in|at|among|to|from)\b)"
# Only what is told as another way of saying the same must be the whole shared out.
_SAID_AGAIN = re.compile(
    r"(?:,? or|\(|—|--| - |\ban average of|\baverag\w+|\bthat is|\bwhich (?:is|means|makes|works out (?:at|to)|comes to)|"
    r"\bequal to|\bthe equivalent of)(?: (?:about|some|nearly|roughly|almost|around|just|only)){0,4} ?$"
)
_PAIR = 2
_MOST_PARTS = 8
_SET_OFF = re.compile(r", <m\d+>(?=[,.;)]|$)")
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
            yield from _of_time_named(scene, line, stated, at)
    for match in line.find(_TIMES_TOLD):
        yield from _of_so_long(scene, line, match)
    for match in line.find(_PER):
        yield from _of_another_period(scene, line, match)
    for match in line.find(_EACH_WITH, _EACH_OF, _EACH_THEN):
        operands = (int(match["a"]), int(match["b"]))
        if _unit(scene.figure(operands[1])) == _unit(scene.figure(int(match["s"]))):
            yield Claim(CheckKind.TOTAL, line.span(match), int(match["s"]), (Way(operands, "a * b"),))
    for match in line.find(_AVERAGE_OF):
        yield from _of_row(scene, line, match)
    for match in line.find(_AT_EACH, _ALL_AT):
        yield from _of_price(scene, line, match)
    for source, kind in (
        (_SHARED, CheckKind.AVERAGE),
        (_EACH, CheckKind.RATE),
        (_SPLIT, CheckKind.RATE),
        (_HAVE_EACH, CheckKind.AVERAGE),
        (_BOUGHT, CheckKind.RATE),
        (_FOR_EACH, CheckKind.RATE),
    ):
        for match in line.find(source):
            whole, number, stated = (int(match[name]) for name in "abs")
            if are_alike(scene, [whole, stated]):
                yield Claim(kind, line.span(match), stated, (Way((whole, number), "a / b"),))


def _of_row(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“90 tonnes in 2022, 84 in 2023 and 102 in 2024, an average of 92 a year”."""
    stated = int(match["s"])
    like = scene.figure(stated)
    parts = [
        number
        for letter, number, at in line.signs
        if at < match.start()
        and letter in "cmqr"
        and (figure := scene.figure(number)).value is not None
        and (_unit(figure) == _unit(like) or figure.unit is None)
    ]
    if _PAIR <= len(parts) <= _MOST_PARTS:
        letters = " + ".join(chr(ord("a") + n) for n in range(len(parts)))
        way = Way(tuple(parts), f"({letters}) / {len(parts)}")
        yield Claim(CheckKind.AVERAGE, line.span(match), stated, (way,), firm=False)


def _of_time_named(scene: Scene, line: Line, stated: int, at: int) -> Iterator[Claim]:
    """“2,310 hours last week, or 330 a day”; “a year's pass costs £480, or £40 a month”: the time is no number."""
    rate = scene.figure(stated)
    again = _SAID_AGAIN.search(line.before(at))
    before = [n for letter, n, place in line.signs if place < at and letter in "mcq"]
    if again is None or not before or scene.figure(before[-1]).per:
        return
    span = scene.reading.sentences[line.number].span
    told = _WHOLE_TIME.search(scene.reading.page.text, span.start, rate.span.start)
    one = (told["one"] or _LENGTHS[told["ly"].lower()]).lower() if told else ""
    factor = factor_between(one, rate.per or "")
    factors = (factor,) if factor is not None else _IN_A_YEAR.get(rate.per or "", ()) if one == "year" else ()
    whole = before[-1]
    if _unit(scene.figure(whole)) == _unit(rate) and factors and max(factors) > 1:
        given = [Given(f"{rate.per}s in one {one}", Fraction(many)) for many in factors]
        ways = tuple(Way((whole, many), "a / b") for many in given)
        yield Claim(CheckKind.RATE, span, stated, ways, firm=False)


def _of_price(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“14 buses at £310,000 each, £4.34m in all”; “£48,000: 3,200 tickets at £15 each”."""
    number, price, stated = (int(match[name]) for name in "abs")
    one, whole = scene.figure(price), scene.figure(stated)
    if whole.per or _unit(one) != _unit(whole) or not (one.per or _SINGLE.search(match[0])):
        return
    # Behind "3,200 tickets at £15 each" others at another price may follow.
    alone = stated > price or "<" not in line.text[match.end() :]
    claim = Claim(CheckKind.TOTAL, line.span(match), stated, (Way((number, price), "a * b"),), alone)
    if one.per is None or {one.per, _one(one.per)} & (
        {*_PERSONS, "person"} | heads(scene, scene.figure(number))
    ):
        yield claim


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
        CheckKind.RATE,
        line.span(match),
        int(match["s"]),
        (way,),
        not any(w in line.text for w in _GROWS) and not _is_worked(line, rate, factor),
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
        firm = len(wholes) == len(times) == 1 and (again or _is_set_off(line, at) is not None)
        # "£840 in three weeks, or £14 an hour": how many hours is not told.
        firm = firm and (rate.per not in _WORKED or all(len(way.operands) == _PAIR for way in ways))
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
    wholes = [n for n in wholes if _is_whole(scene.figure(n), rate) or _is_yearly(scene.figure(n), rate)]
    ways = tuple(Way((whole, numbers[0]), "a / b") for whole in wholes)
    if ways:
        again = _SAID_AGAIN.search(line.before(at)) or _is_set_off(line, at)
        firm = len(wholes) == 1 and again is not None
        yield Claim(CheckKind.AVERAGE, scene.reading.sentences[line.number].span, stated, ways, firm)


def _is_yearly(whole: Figure, rate: Figure) -> bool:
    """Whether so much a year is shared out: "€3.6m a year on its library, €150 a head"."""
    return whole.per in ("year", "month", "week", "day") and _unit(whole) == _unit(rate)


def _is_set_off(line: Line, at: int) -> re.Match[str] | None:
    """Whether a comma and the end of the clause set a figure off as another way of saying what was said."""
    return _SET_OFF.match(line.text, at - 2) if at > 1 else None


def _of_another_period(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“$1,000 a month, or $12,000 a year”."""
    one, other = scene.figure(int(match["a"])), scene.figure(int(match["s"]))
    factor = factor_between(other.per or "", one.per or "")
    factors = (
        (factor,) if factor is not None else _IN_A_YEAR.get(one.per or "", ()) if other.per == "year" else ()
    )
    if _unit(one) != _unit(other) or 1 in factors or not factors:
        return
    named = f"{one.per}s in one {other.per}"
    ways = tuple(Way((int(match["a"]), Given(named, Fraction(many))), "a * b") for many in factors)
    plain = not match["gap"] or _BOUNDED.search(match["gap"]) is None
    firm = plain and not _is_worked(line, one, max(factors))
    yield Claim(CheckKind.RATE, line.span(match), int(match["s"]), ways, firm)


def _unit(figure: Figure) -> str:
    """The unit of a rate without its period."""
    return (figure.unit or "").removesuffix(f"/{figure.per}")


def _is_worked(line: Line, rate: Figure, factor: Fraction) -> bool:
    """Whether so much an hour or a day need not come in every hour or day of a longer time."""
    return (rate.per in _WORKED and factor > 1) or _INSTALMENTS.search(line.text) is not None


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
