"""Which figures can stand in one sum: the same sort of quantity, of the same thing."""

import re

from sayso.model import Figure, Span
from sayso.sums.scene import Line, Scene, letter_of
from sayso.vocabulary import Hedge, Role

_WORD = re.compile(r"[^\W\d_]+")
_POINTS = re.compile(r"[ -]points?\b")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
_SCALED = re.compile(r"(?:thousand|million|billion|trillion|m|bn|tn|k)$")
# "15,000 of 60,000 hectares"
_GOES_ON = re.compile(r" (?:out of|of|and|or|to) (?:the |its |about )?[$£€]?\d")
_KEEP = ("ss", "us", "is")
# Heads that say only that something is counted.
_NEUTRAL = frozenset(
    ("number", "total", "figure", "amount", "toll", "count", "level", "tally", "rest", "other")
)
_COUNTED = (Role.COUNT, Role.RATE)


def sort_of(figure: Figure) -> str:
    """The sort of quantity: figures of one sort can be added and compared."""
    per = f"/{figure.per}" if figure.per else ""
    if figure.unit in ("%", "pp"):
        return "%"
    if figure.unit:
        return figure.unit + per
    if figure.role in _COUNTED:
        return "count" + per
    return figure.role.value


def is_alike(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one sort."""
    return sort_of(left) == sort_of(right)


def is_gap_of(scene: Scene, gap: Figure, like: Figure) -> bool:
    """Whether a figure can be the gap between two of the sort of ``like``: "8 points" between percentages."""
    if is_alike(gap, like):
        return True
    after = scene.reading.page.text[gap.span.end : gap.span.end + 8].lower()
    words = gap.span.of(scene.reading.page.text).lower() + after
    return sort_of(like) == "%" and sort_of(gap) == "count" and _POINTS.search(words) is not None


def head_of(scene: Scene, span: Span | None) -> str | None:
    """The head of a noun phrase as one word in the singular: "cases of desertion" gives "case"."""
    if span is None:
        return None
    words = _WORD.findall(
        re.split(r" of | in | from | for | who | that | on | at ", span.of(scene.reading.page.text))[0]
    )
    return singular(words[-1].lower()) if words else None


def singular(word: str) -> str:
    """The word without the ending of a regular plural."""
    if word in ("people", "persons"):
        return "person"
    if word.endswith(_KEEP) or len(word) < 4:
        return word
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


def heads(scene: Scene, figure: Figure) -> set[str]:
    """The heads of what a figure counts, named here or carried over."""
    found = (head_of(scene, figure.thing), head_of(scene, figure.carried))
    return {head for head in found if head and head not in _NEUTRAL}


def things(scene: Scene, figure: Figure) -> set[str]:
    """All words of what a figure counts, in the singular: "foreign donor names" gives three."""
    found: set[str] = set()
    for span in (figure.thing, figure.carried):
        if span:
            found |= {singular(word.lower()) for word in _WORD.findall(span.of(scene.reading.page.text))}
    return found - _NEUTRAL - {"of", "the", "a", "in", "and", "all"}


def is_elided(scene: Scene, figure: Figure) -> bool:
    """Whether a figure may have left out its unit: "412 million litres, 88 million less"."""
    words = figure.span.of(scene.reading.page.text).lower()
    if sort_of(figure) != "count":
        return False
    bare = figure.thing is None or figure.thing.start < figure.span.start
    after = scene.reading.page.text[figure.span.end : figure.span.end + 20]
    return (bare and _SCALED.search(words) is not None) or _GOES_ON.match(after) is not None


def may_count_the_same(scene: Scene, left: Figure, right: Figure) -> bool:
    """Whether two figures are of one sort and nothing says that they count different things."""
    if not is_alike(left, right):
        return is_elided(scene, left) or is_elided(scene, right)
    if sort_of(left) != "count":
        return True
    one, other = heads(scene, left), heads(scene, right)
    return not one or not other or bool(one & other)


def amounts(scene: Scene, line: Line, like: Figure | None = None) -> list[int]:
    """The figures of a line that are amounts, of the sort of ``like`` where it is given."""
    found = []
    for letter, number, _ in line.signs:
        figure = scene.figure(number)
        if letter in "cmqprg" and not is_vague(figure) and (like is None or is_alike(like, figure)):
            found.append(number)
    return found


def part_of(figure: Figure, letter: str) -> str:
    """The letter of a share in a formula: a percentage is divided by 100."""
    return f"{letter} / 100" if letter_of(figure) in "pg" else letter


def is_vague(figure: Figure) -> bool:
    """Whether the figure is a word like "dozens", which no sum may rest on."""
    return figure.hedge is Hedge.VAGUE
