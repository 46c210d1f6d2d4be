"""Rows of parts and their total: "410 tonnes in A, 365 in B and 290 in C, a total of 1,065".

A row is a list of three amounts or more of one sort, told in one breath; those after the first mostly
leave out the noun or the unit. Two parts are the business of :mod:`sayso.sums.total`.
"""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.model import Figure, Span
from sayso.sums.claim import Claim
from sayso.sums.likeness import amounts, heads, is_vague, sort_of
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind, Role

_FEWEST = 3
_MOST = 12
_DATES = re.compile(r"<d\d+>")
_JOINS = re.compile(r"^[^<>;:()]{0,60}?(?:,|\band\b|\bplus\b)(?: (?:another|a further|[a-z'-]+)){0,3} {0,2}$")
_CLOSES = re.compile(r"\b(?:and|plus)\b")
# What follows a number whose noun or unit is left out: "365 in Marlow", "19 on Tuesday", "210, 190 and".
_ELIDED = re.compile(
    r"^(?: (?:in|at|on|from|for|to|by|during|off|near|under|over|around|across|came)\b|,| and\b|\.?$| <d)"
)
_ALL = r"(?:in all|in total|altogether|all told|combined|together|between them|overall)"
_BEHIND = (
    (re.compile(r"(?:,|—|--|\band) ?(?:for |making |giving |or |with |which makes |that is )?an? (?:[a-z]+ )?(?:total|sum) of (?:about |some |nearly )?$"), None),
    (re.compile(r"(?:,|—|--) ?(?:for |making |giving |or )?an? (?:combined|overall) $"), None),
    (re.compile(r"(?:,|—|--) ?(?:or |for |making |which makes |that is )?$"), re.compile(rf"^[^<>;,.]{{0,25}}\b{_ALL}\b")),
)  # fmt: skip
_RUNNING = re.compile(
    r"\b(?:bring|tak|push|lift|rais|mak)(?:ing|es|s) [^<>;,]{0,40}\b(?:total|toll|tally|number|count|sum|figure)s? [^<>;,]{0,30}to $"
)
_SHARED = re.compile(r"\b(?:giving|making|leaving) [^<>;,]{0,40}$")
_NEXT = re.compile(
    rf"^\W*(?:{_ALL},? |(?:that|this|it) (?:makes|made|brings|adds up to|comes to|totals)\b|(?:the|their|its) (?:combined|joint|overall|grand|total)\b|the total\b)"
)
_AHEAD = re.compile(
    r"\b(?:a (?:combined |grand )?total of|in|in all,?|altogether,?|in total,?|all told,?|together)\b"
)
_SOME = re.compile(
    r"\b(?:includ\w+|such as|among|like|at least|especially|notably|led by|mostly|up to|mainly)\b"
)
_LAST = re.compile(
    r"^(?!.*\b(?:was|were|is|are|has|had|have|still|who|which|that)\b)[^<>;:(),]{0,40}[.!?\"']*$"
)
_HYPHENED = re.compile(r"\d-[a-z]")
_NO_LETTERS = "cmq"


def find_rows(scene: Scene, line: Line) -> Iterator[Claim]:
    """Totals behind, ahead of or in the sentence after a row of three parts or more."""
    signs = [sign for sign in line.signs if sign[0] in _NO_LETTERS]
    if len(signs) < _FEWEST:
        yield from _of_two(scene, line)
        return
    for row in _rows(scene, line):
        yield from _behind(scene, line, row)
        yield from _ahead(scene, line, row)
        yield from _in_next_line(scene, line, row)


def _rows(scene: Scene, line: Line) -> Iterator[list[tuple[int, int]]]:
    """Every longest run of amounts that only commas and "and" join, as figure and offset."""
    run: list[tuple[int, int]] = []
    for letter, number, at in line.signs:
        fits = (
            letter in _NO_LETTERS
            and not is_vague(scene.figure(number))
            and scene.figure(number).value is not None
            and not _is_attribute(scene, number)
        )
        if run and fits and _is_joined(line, run[-1][1], at) and _is_like(scene, line, run, number, at):
            run.append((number, at))
            continue
        if _is_row(line, run):
            yield run
        run = [(number, at)] if fits else []
    if _is_row(line, run):
        yield run


def _is_attribute(scene: Scene, number: int) -> bool:
    """Whether a figure only tells of what sort something is: "two 9-millimeter magazines"."""
    return _HYPHENED.search(scene.figure(number).span.of(scene.reading.page.text)) is not None


def _is_row(line: Line, run: list[tuple[int, int]]) -> bool:
    return (
        _FEWEST <= len(run) <= _MOST
        and _CLOSES.search(_between(line, *(at for _, at in run[-2:]))) is not None
    )


def _between(line: Line, left: int, right: int) -> str:
    return _DATES.sub("", line.text[line.text.index(">", left) + 1 : right])


def _is_joined(line: Line, left: int, right: int) -> bool:
    return _JOINS.match(_between(line, left, right)) is not None


def _is_like(scene: Scene, line: Line, run: list[tuple[int, int]], number: int, at: int) -> bool:
    """Whether an amount goes on a row: of its sort, or bare where the row has left out its unit.

    Once the row has closed with "and", what follows is its sum or something else.
    """
    if len(run) > 1 and _CLOSES.search(_between(line, run[-2][1], run[-1][1])):
        return False
    first, figure = scene.figure(run[0][0]), scene.figure(number)
    if figure.role is Role.RATE or first.role is Role.RATE:
        return False
    if sort_of(first) == sort_of(figure):
        return (
            sort_of(first) != "count"
            or _is_elided(line, at)
            or bool(heads(scene, first) & heads(scene, figure))
            or _is_elided(line, run[-1][1])
        )
    return sort_of(figure) == "count" and _is_elided(line, at)


def _is_elided(line: Line, at: int) -> bool:
    return _ELIDED.match(line.text[line.text.index(">", at) + 1 :][:20]) is not None


def _is_total_of(scene: Scene, row: list[tuple[int, int]], number: int, *, ahead: bool = False) -> bool:
    """Whether a figure can be what the row comes to: of its sort, or bare, and larger than every part."""
    figure = scene.figure(number)
    sorts = {sort_of(scene.figure(part)) for part, _ in row}
    own = sort_of(figure)
    return (
        number not in [part for part, _ in row]
        and not is_vague(figure)
        and figure.value is not None
        and (own in sorts or own == "count" or (ahead and sorts == {"count"} and figure.unit is not None))
        and all((scene.figure(part).value or Fraction(0)) < figure.value for part, _ in row)
    )


def _claim(scene: Scene, row: list[tuple[int, int]], total: int, *, firm: bool) -> Claim:
    figures: list[Figure] = [scene.figure(total), *(scene.figure(part) for part, _ in row)]
    span = Span(min(one.span.start for one in figures), max(one.span.end for one in figures))
    return Claim(CheckKind.TOTAL, span, total, (sum_of([part for part, _ in row]),), firm)


def _is_whole(line: Line, row: list[tuple[int, int]]) -> bool:
    """Whether nothing before the row belongs to it: another amount joined to its first part would."""
    first = row[0][1]
    earlier = [at for _, _, at in line.signs if at < first]
    return not earlier or not _JOINS.match(_between(line, earlier[-1], first))


def _is_of_one_thing(scene: Scene, row: list[tuple[int, int]], total: int) -> bool:
    """Whether the total names no other thing than the parts: 29 people may be men and women, or not."""
    own = heads(scene, scene.figure(total))
    parts = {head for part, _ in row for head in heads(scene, scene.figure(part))}
    return not own or not parts or bool(own & parts)


def _behind(scene: Scene, line: Line, row: list[tuple[int, int]]) -> Iterator[Claim]:
    after = [(number, at) for letter, number, at in line.signs if at > row[-1][1] and letter in _NO_LETTERS]
    if not after or not _is_total_of(scene, row, after[0][0]):
        return
    total, at = after[0]
    between = line.text[line.text.index(">", row[-1][1]) + 1 : at]
    tail = line.text[line.text.index(">", at) + 1 :]
    if re.search(r"<[^d]", between):
        return
    for before, behind in _BEHIND:
        if before.search(between) and (behind is None or behind.search(tail)):
            yield _claim(scene, row, total, firm=_is_whole(line, row) and _is_of_one_thing(scene, row, total))
            return
    if _RUNNING.search(between) or (_SHARED.search(between) and re.search(_ALL, tail)):
        # What was counted before may go into a running total too.
        yield _claim(scene, row, total, firm=False)


def _ahead(scene: Scene, line: Line, row: list[tuple[int, int]]) -> Iterator[Claim]:
    before = [(number, at) for letter, number, at in line.signs if at < row[0][1] and letter in _NO_LETTERS]
    if not before or not _is_total_of(scene, row, before[-1][0], ahead=True):
        return
    total, at = before[-1]
    between = _between(line, at, row[0][1])
    opens = re.search(r"(?::|—|--| - )[^<>;:,()]{0,30}$", between)
    if "<" in between or _SOME.search(line.text[at:]) or not (opens or re.search(r", ?$", between)):
        return
    ends = _LAST.match(_DATES.sub("", line.text[line.text.index(">", row[-1][1]) + 1 :]))
    elided = all(_is_elided(line, part) for _, part in row)
    told = _AHEAD.search(line.before(at)) is not None
    firm = bool(opens and ends and elided and (told or _is_nearly_all(scene, row, total)))
    yield _claim(scene, row, total, firm=firm)


def _is_nearly_all(scene: Scene, row: list[tuple[int, int]], total: int) -> bool:
    """Whether the parts come near the whole: a few small ones are picked out of it."""
    parts = sum((scene.figure(part).value or Fraction(0) for part, _ in row), Fraction(0))
    return parts * 10 >= (scene.figure(total).value or Fraction(0)) * 7


def _of_two(scene: Scene, line: Line) -> Iterator[Claim]:
    """“210 officers and 45 civilians. In all it employs 255 people”."""
    pair = [
        (n, at) for letter, n, at in line.signs if letter in _NO_LETTERS and not is_vague(scene.figure(n))
    ]
    if len(pair) == 2 and _CLOSES.search(_between(line, pair[0][1], pair[1][1])):
        sorts = {sort_of(scene.figure(n)) for n, _ in pair}
        if len(sorts) == 1 and all(scene.figure(n).value is not None for n, _ in pair):
            yield from _in_next_line(scene, line, pair)


def _in_next_line(scene: Scene, line: Line, row: list[tuple[int, int]]) -> Iterator[Claim]:
    if line.number + 1 == len(scene.lines):
        return
    after = scene.lines[line.number + 1]
    if _NEXT.match(after.text):
        found = [number for number in amounts(scene, after) if _is_total_of(scene, row, number)]
        if len(found) == 1:
            yield _claim(scene, row, found[0], firm=False)
