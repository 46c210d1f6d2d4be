"""Wholes whose parts leave nobody out: "96 concerts, 61 in Tarn, 27 elsewhere in the county and 8 abroad".

The words themselves close such a list: one part is what is elsewhere, in the rest of the place or what
remains, or the two parts are of opposite sorts. A list that no word closes may leave a few out.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

from sayso.model import Span
from sayso.sums.claim import Claim
from sayso.sums.construction import are_alike
from sayso.sums.likeness import is_vague
from sayso.sums.scene import Line, Scene
from sayso.sums.total import sum_of
from sayso.vocabulary import CheckKind, Hedge
from sayso.words import load_words

_GUARD = re.compile(r"\b(?:elsewhere|the rest of|the remaining|(?:were|are) [a-z]+)\b")
_SIGN = re.compile(r"<[a-z]\d+>")
_DATE = re.compile(r"<d\d+>")
_OPENS = re.compile(r"(?:,|:|—|--| -|\() ?(?:of (?:which|whom|them|these|those),? )?(?:about )?$")
_OF_THE = re.compile(r"\bof (?:the |its |their |his |her |all )?$")
_WHOLE_THEN = re.compile(r"^[^<>;:()]{2,60}, (?:about )?$")
_JOINT = re.compile(r"^ [^<>;:()]{0,60}?(?:,? ?and|,) (?:the remaining |the other |another |about )?$")
_LAST_JOINT = re.compile(r"\band (?:the remaining |the other |another |about )?$")
_CLOSED = re.compile(r"^[^<>;:(),]{0,60}(?:[.!]?[\"')]*$|;|\)|, (?:according|said|the [a-z]+ said)\b)")
_PLACE = re.compile(r"^ (?:[a-z-]+ ){0,3}?(?:in|at|on|from|near|elsewhere|abroad|overseas|outside)\b")
_REST = re.compile(r"^ (?:[a-z-]+ ){0,3}?(?:elsewhere|(?:in|from|across) the rest of)\b")
_REMAINING = re.compile(r"\band the remaining $")
# "The remaining £20m fee" is what remains of the fee.
_BARE = re.compile(r"^ ?(?:<d\d+>|[.,;)]|(?:next|later|in|on|by|for|to|from|at|over|after|this)\b|$)")
_OPPOSITE = re.compile(r"^ (?:were |are |was )?(?P<noun>[a-z]+)(?=,? and\b|[.,;)]|$)")
_MANY = re.compile(r"\b(?:others?|unknown|unidentified|not known|undecided|unclear)\b")
_PREPOSITION = re.compile(r"\b(in|at|on|from|near|to|for|by|with)\b")
_FEWEST, _MOST = 2, 8
_TWICE, _FAR = 2, 4


def find_filled(scene: Scene, line: Line) -> Iterator[Claim]:
    """Totals of the line with parts that leave nobody out."""
    signs = [(number, at) for letter, number, at in line.signs if letter in "cmqr"]
    if len(signs) <= _FEWEST or not _GUARD.search(line.text):
        return
    ends = {number: line.text.index(">", at) + 1 for number, at in signs}
    # What another figure stands before may itself be one of its parts.
    (whole, at), parts = signs[0], _listed(scene, line, signs, ends)
    first = next((place for letter, _, place in line.signs if letter not in "ta"), at)
    if first < at or not _FEWEST <= len(parts) <= _MOST:
        return
    numbers, tails = [number for number, _ in parts], _tails(line, parts, ends)
    if _is_first_of_all(line.text[ends[whole] : parts[0][1]], tails):
        return
    left = _REMAINING.search(line.before(parts[-1][1])) is not None
    full = left and _BARE.match(tails[-1]) is not None
    full = full or (any(map(_REST.match, tails)) and all(map(_PLACE.match, tails)))
    full = full or (_OF_THE.search(line.before(at)) is not None and _are_opposites(tails))
    # "At least 31, 18 in Keld and nine elsewhere": the parts may be an older count.
    full = full and scene.figure(whole).hedge in (Hedge.EXACT, Hedge.ABOUT)
    if full and _is_near(scene, whole, numbers):
        span = Span(scene.figure(whole).span.start, scene.figure(numbers[-1]).span.end)
        yield Claim(CheckKind.TOTAL, span, whole, (sum_of(numbers),))


def _is_first_of_all(lead: str, tails: list[str]) -> bool:
    """Whether the first number is told as the others are: "£1.9m will come from A, £800,000 from B and …"."""
    led = set(_PREPOSITION.findall(lead))
    return any(found[1] in led for tail in tails if (found := _PREPOSITION.search(tail)))


def _listed(
    scene: Scene, line: Line, signs: list[tuple[int, int]], ends: dict[int, int]
) -> list[tuple[int, int]]:
    """The figures right behind a whole that are its parts, if they are told as a list that ends there."""
    (whole, at), *rest = signs
    lead = _DATE.sub("", line.text[ends[whole] : rest[0][1]])
    if _SIGN.search(lead) or not (
        _OPENS.search(lead) or (_OF_THE.search(line.before(at)) and _WHOLE_THEN.match(lead))
    ):
        return []
    parts = rest[:1]
    for (left, _), (right, begin) in pairwise(rest):
        between = _DATE.sub("", line.text[ends[left] : begin])
        if not _JOINT.match(between):
            return []
        parts.append((right, begin))
        if _LAST_JOINT.search(between):
            break
    closed = _CLOSED.match(_DATE.sub("", line.text[ends[parts[-1][0]] :]))
    told = [whole, *(number for number, _ in parts)]
    figures = [scene.figure(number) for number in told]
    if not closed or not are_alike(scene, told) or any(is_vague(one) or one.value is None for one in figures):
        return []
    return parts if _LAST_JOINT.search(line.before(parts[-1][1])) else []


def _tails(line: Line, parts: list[tuple[int, int]], ends: dict[int, int]) -> list[str]:
    """What is said of each part, up to the next one."""
    starts = [at for _, at in parts[1:]] + [len(line.text)]
    return [line.text[ends[number] : start] for (number, _), start in zip(parts, starts, strict=True)]


def _are_opposites(tails: list[str]) -> bool:
    """Whether two parts are of sorts that leave none out: "94 were men and 79 were women"."""
    nouns = [match["noun"] for tail in tails if (match := _OPPOSITE.match(tail))]
    return len(tails) == _TWICE and set(nouns) in _opposites() and _MANY.search(tails[-1]) is None


@cache
def _opposites() -> list[set[str]]:
    return [set(pair.split("/")) for pair in load_words("sums")["opposites"]["words"]]


def _is_near(scene: Scene, whole: int, parts: list[int]) -> bool:
    """Whether the parts come to something like the whole: else they are of something else."""
    total = scene.figure(whole).value or Fraction(0)
    added = sum((scene.figure(part).value or Fraction(0) for part in parts), Fraction(0))
    return total < added * _FAR and added < total * _FAR
