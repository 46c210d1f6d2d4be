"""Restatements: the same figure told twice, once rounder ("8,214 … some 19 thousand")."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Figure, Given
from sayso.sums import interval as iv
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import spell
from sayso.sums.likeness import amounts, heads, is_alike, may_count_the_same, singular, sort_of, things
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Hedge, Role

_R = CheckKind.RESTATEMENT
_PERCENT_IN_BRACKETS = r"<s:pf>(?:[^<>;()]|<[cd]\d+>){0,70}\(<a:pf>[^<>()]{0,20}\)"
_PERCENT_BESIDE = r"<s:f>[^<>;(),]{0,40}(?:, or | - |, | — |, that is )<a:p>(?:,| -| —)"
_OUT_OF = r"<a:f>[^<>;(),]{0,40}(?:, or | \(|, that is )(?:about |some |just |only )?<s:pf>(?=[,.)]|$)"
_MAJORITY = r"\b(?P<word>an? (?:[a-z]+ )?(?:majority|minority)) [^<>;()]{0,70}\(<a:p>[^<>()]{0,20}\)"
_BARE_END = re.compile(r"> ?\)$")
_THOSE = r"^\W*(?:these|those) (?:about |some |roughly )?<s:c>(?! (?:who|that|which|of|more|other)\b)(?! [a-z]+ (?:who|that|which|in|from|at|with)\b)"
_BELOW = (Hedge.NEARLY, Hedge.UNDER, Hedge.AT_MOST)
_ABOVE = (Hedge.OVER, Hedge.AT_LEAST)
_HALF = Fraction(50)
_WORD = re.compile(
    r"(?!(?:the|and|for|was|were|are|had|has|who|that|with|from|more|other|said|in|of)\b)[a-z]{3,}"
)
_LONG = re.compile(r"[a-z]{5,}")
_COMMON = 3
_SMALLEST = Fraction(20)
_REACH = 12
_MOST_NEAR = 20
_FAR = 45
_AFTER = 25


def find_restatements(scene: Scene, line: Line) -> Iterator[Claim]:
    """Figures of the line that tell another figure of the page again."""
    sources = (_PERCENT_IN_BRACKETS, _PERCENT_BESIDE, _OUT_OF)
    for source, match in ((one, match) for one in sources for match in line.find(one)):
        stated, other = int(match["s"]), int(match["a"])
        formula = spell("%a", ["a"], [scene.figure(other)], None)
        if scene.figure(stated).unit == "%":
            formula = "100 * a"
        if source is _OUT_OF:
            fits = _is_out_of(scene, other)
        else:
            fits = scene.figure(stated).unit != scene.figure(other).unit
        if fits:
            # "Half of the money (40% after tax)": with more words in the brackets it may be of something else.
            bare = source is not _PERCENT_IN_BRACKETS or _BARE_END.search(match[0]) is not None
            yield Claim(_R, line.span(match), stated, (Way((other,), formula),), bare)
    yield from _of_majorities(scene, line)
    yield from _of_those(scene, line)


def _is_out_of(scene: Scene, number: int) -> bool:
    """Whether a share is told by its two numbers: "180 out of 240"."""
    return any(letter.isdigit() for letter in scene.figure(number).span.of(scene.reading.page.text))


def _of_majorities(scene: Scene, line: Line) -> Iterator[Claim]:
    """“A majority of the flats (54%)”: a word for more than half, or less, beside its percentage."""
    for match in line.find(_MAJORITY):
        word = Given(line.words(scene.reading, match, "word"), _HALF, line.span(match, "word"))
        sign = "<" if "minority" in match["word"] else ">"
        yield Claim(_R, line.span(match), None, (Way((int(match["a"]), word), f"a {sign} b"),))


def _of_those(scene: Scene, line: Line) -> Iterator[Claim]:
    """“The state has 18,984 open cases. Those 19,000 cases …”: the one amount of the thing in the line before."""
    before = scene.before(line)
    for match in line.find(_THOSE):
        stated = int(match["s"])
        told = [n for n in amounts(scene, before) if _is_named_alike(scene, n, stated)] if before else []
        near = range(max(0, stated - _MOST_NEAR), min(len(scene.reading.figures), stated + _MOST_NEAR))
        others = [n for n in near if n not in (*told, stated) and _is_named_alike(scene, n, stated)]
        if len(told) == 1:
            yield Claim(_R, line.span(match), stated, (Way((told[0],), "a"),), not others)


def _is_named_alike(scene: Scene, one: int, other: int) -> bool:
    """Whether two figures count what has one name in the text."""
    left, right = scene.figure(one), scene.figure(other)
    return is_alike(left, right) and bool(heads(scene, left) & heads(scene, right))


def find_retold(scene: Scene) -> Iterator[Claim]:
    """Rounded figures anywhere on the page with the precise one of the same thing that they tell again.

    Only figures of one thing, one sort and one time are paired, and a pair that does not fit is none.
    """
    figures = scene.reading.figures
    by_sort: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        if (
            figure.value is not None
            # The cells of a table are told once each, however near they are to one another.
            and figure.row is None
            and abs(figure.value) >= _SMALLEST
            and figure.role in (Role.COUNT, Role.MONEY, Role.MEASURE)
        ):
            by_sort.setdefault(sort_of(figure).split("/")[0], []).append(number)
    for alike in by_sort.values():
        grains = {number: _grain(figures[number]) for number in alike}
        ranked = sorted((_exact(abs(figures[number].value or Fraction(0))), number) for number in alike)
        for place, (_, number) in enumerate(ranked):
            best = _precise(scene, _near(ranked, place), number, grains)
            if best is not None:
                yield Claim(_R, figures[number].span, number, (Way((best,), "a"),), firm=False)


def _exact(value: Fraction) -> Fraction | int:
    """The same number, as one that is quick to compare where it is whole."""
    return value.numerator if value.denominator == 1 else value


def _near(ranked: list[tuple[Fraction | int, int]], place: int) -> list[int]:
    """The figures at most 15% off one of them: a bound allows more, but then tells something else."""
    here, _ = ranked[place]
    found = []
    for side in (range(place - 1, -1, -1), range(place + 1, len(ranked))):
        for other in side:
            value, number = ranked[other]
            off = value - here if value > here else here - value
            # A page of nothing but near figures may not cost the square of their number.
            if off * 20 > here * 3 or abs(other - place) > _MOST_NEAR:
                break
            found.append(number)
    return found


def _precise(scene: Scene, near: list[int], number: int, grains: dict[int, Fraction]) -> int | None:
    """The nearest figure of the same thing that a rounder one may tell again."""
    figure = scene.figure(number)
    fitting = []
    for other in near:
        precise = scene.figure(other)
        apart = abs(figure.sentence - precise.sentence)
        if (
            0 < apart <= _FAR
            and _is_rounder(figure, precise, coarser=grains[number] > grains[other])
            and iv.meets(figure.interval, precise.interval)
            and _is_near_enough(figure, precise)
            and _is_same(scene, figure, precise)
        ):
            fitting.append(other)

    def fit(other: int) -> tuple[bool, Fraction, int]:
        precise = scene.figure(other)
        other_time = _period(precise) is None or _period(precise) != _period(figure)
        return other_time, grains[other], abs(precise.sentence - figure.sentence)

    return min(fitting, key=fit, default=None)


def _is_near_enough(rough: Figure, precise: Figure) -> bool:
    """Whether the one is no other figure: a hedged one tells again what it rounds, a bare one what is close."""
    if rough.value is None or precise.value is None:
        return precise.hedge is Hedge.EXACT
    # "Just under 40" tells no 42 again, however the 42 is hedged.
    if rough.hedge in _BELOW and precise.value > rough.value:
        return False
    if rough.hedge in _ABOVE and precise.value < rough.value:
        return False
    close = abs(precise.value - rough.value) * 40 <= abs(precise.value)
    if precise.hedge is not Hedge.EXACT:
        # Two bounds are two bounds: neither tells the other again.
        told = precise.hedge is Hedge.ABOUT and _rounds_to(precise, rough)
        return told and (close or rough.hedge is not Hedge.EXACT)
    return close or rough.hedge is not Hedge.EXACT


def _is_rounder(rough: Figure, precise: Figure, *, coarser: bool) -> bool:
    if rough.value == precise.value:
        return rough.hedge is not Hedge.EXACT and precise.hedge is Hedge.EXACT
    return coarser


def _grain(figure: Figure) -> Fraction:
    """The place of the last digit that is not zero, or of the last written one if larger: 1,200 → 100."""
    place = figure.step or Fraction(1)
    while figure.value and figure.value % (place * 10) == 0:
        place *= 10
    return place


def _is_same(scene: Scene, left: Figure, right: Figure) -> bool:
    """Whether both count the same thing, and nothing says that they do so at different times.

    Two names for one thing ("cases", "reports") are taken for the same where both are told of one
    period and the one figure is the other rounded.
    """
    near = abs(left.sentence - right.sentence) <= _REACH
    one_time = _is_one_time(left, right)
    if sort_of(left).split("/")[0] != "count":
        told = one_time is True or (one_time is None and _share_words(scene, left, right))
        return (near and one_time is not False) or (told and _rounds_to(right, left))
    if one_time is False:
        return False
    return bool(_words(scene, left) & _words(scene, right)) or (one_time is True and _rounds_to(right, left))


def _share_words(scene: Scene, left: Figure, right: Figure) -> bool:
    """Whether two sentences far apart speak of the same matter: three long words in common."""
    spans = (scene.reading.sentences[figure.sentence].span for figure in (left, right))
    one, other = (set(_LONG.findall(span.of(scene.reading.page.text).lower())) for span in spans)
    return len(one & other) >= _COMMON


def _words(scene: Scene, figure: Figure) -> set[str]:
    """What a figure counts, and the words just behind it where its thing is only their head."""
    after = scene.reading.page.text[figure.span.end : figure.span.end + _AFTER].lower()
    behind = re.match(r"(?: [a-z]+){1,3}", after)
    return things(scene, figure) | (
        {singular(word) for word in _WORD.findall(behind[0])} if behind else set()
    )


def _period(figure: Figure) -> tuple[object, object] | None:
    return (figure.when.first, figure.when.last) if figure.when else None


def _is_one_time(left: Figure, right: Figure) -> bool | None:
    """Whether both are told of one time; None where one of them names none."""
    if not left.when or not right.when or not left.when.first or not right.when.first:
        return None
    last, other = left.when.last or left.when.first, right.when.last or right.when.first
    return left.when.first <= other and right.when.first <= last


def _rounds_to(precise: Figure, rough: Figure) -> bool:
    """Whether the precise figure, rounded to the last digit of the rough one, gives it."""
    if precise.value is None or rough.value is None:
        return False
    grain = _grain(rough)
    return round(precise.value / grain) * grain == rough.value


_RANGES = (
    r"\b(?:either |between |from |anywhere from |as )?<a:cmq> (?:or|and|to) <b:cmq>(?: [a-z]+)?,? depending on\b",
    r"\b(?:estimates|counts|figures|reports|tallies|guesses|totals|numbers|polls|forecasts) [^<>;,.]{0,40}\b(?:range|ranges|ranged|vary|varied|differ|differed|run|ran|go|went)\b[^<>;,.]{0,15}\bfrom <a:cmqp> to <b:cmqp>",
)
# Two sources are set against each other: "the guild lists 40, while the council has 60".
_SET_AGAINST = re.compile(r"^[^;.]{0,120}\b(?:while|whereas|but|and)\b[^;.]{0,120}$")


def find_ranges(scene: Scene, line: Line) -> Iterator[Claim]:
    """“40 or 60 boats, depending on who counts”, “estimates range from 40 to 60”: what each source says is told elsewhere.

    Where a sentence sets one of the two against another figure of the sort, and no other figure of the
    page is the second one, that figure is what should stand there.
    """
    for match in (match for source in _RANGES for match in line.find(source)):
        ends = (int(match["a"]), int(match["b"]))
        alike = [
            n
            for n, figure in enumerate(scene.reading.figures)
            if n not in ends and is_alike(figure, scene.figure(ends[0]))
        ]
        for told, stated in (ends, ends[::-1]):
            found = [n for n in alike if _is_near(scene.figure(n), scene.figure(told))]
            if not found or any(_is_near(scene.figure(n), scene.figure(stated)) for n in alike):
                continue
            sentence = scene.figure(found[0]).sentence
            beside = [n for n in alike if scene.figure(n).sentence == sentence and n not in found]
            if len(beside) == 1 and _are_set_apart(scene, found[0], beside[0]):
                yield Claim(_R, line.span(match), stated, (Way((beside[0],), "a"),))


def _are_set_apart(scene: Scene, one: int, other: int) -> bool:
    """Whether two figures of a sentence count one thing and are set against each other."""
    left, right = sorted((scene.figure(one), scene.figure(other)), key=lambda figure: figure.span.start)
    between = scene.reading.page.text[left.span.end : right.span.start]
    return may_count_the_same(scene, left, right) and _SET_AGAINST.match(between.lower()) is not None


def _is_near(figure: Figure, other: Figure) -> bool:
    if figure.value is None or other.value is None:
        return False
    return abs(figure.value - other.value) * 50 <= abs(other.value)
