"""Conflicts on one page: two figures for the same thing, place and time that cannot both stand.

Only figures of one event are set against each other: the same sort of thing, and words of one class in
their sentences ("deserted", "abandoned"). What marks a part, an addition or another time keeps a figure
out, since two figures for different things are no conflict.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.model import Conflict, Figure, Reading
from sayso.vocabulary import Agreement, BlockKind, Hedge, Role
from sayso.words import load_words

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NO_EVENT = ("people", "part")
# "One woman was in hospital" tells of a person, it counts nothing.
_FEWEST = 2
_ANYBODY = ("people", "person", "victim")
_REACH = 12
_BLOCKS = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE, BlockKind.LIST)


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure with what its sentence says happened to what it counts."""

    number: int
    figure: Figure
    head: str
    word: str
    events: frozenset[str]
    names: frozenset[str]


def find_conflicts(reading: Reading) -> tuple[Conflict, ...]:
    """Find figures for the same thing that disagree.

    Args:
        reading: with its sentences, figures and blocks.

    Returns:
        One conflict a pair, the figure that stands first on the left; each figure is in one at most.
    """
    counts = [count for number in range(len(reading.figures)) if (count := _count(reading, number))]
    found = []
    taken: set[int] = set()
    for place, right in enumerate(counts):
        for left in reversed(counts[max(0, place - _REACH) : place]):
            if {left.number, right.number} & taken or not _is_same(reading, left, right):
                continue
            if not _meet(left.figure, right.figure):
                taken |= {left.number, right.number}
                same = f"{_thing(reading, right)} ({min(left.events & right.events)})"
                found.append(Conflict(left.number, right.number, same, Agreement.CONFLICTS))
    return tuple(found)


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_words("events")[table]["words"])


@cache
def _events() -> dict[str, str]:
    return {word: name for name in load_words("events") if name not in _NO_EVENT for word in _words(name)}


def _count(reading: Reading, number: int) -> _Count | None:
    """The figure as a count of an event; None where it is no plain count or may be a part of one."""
    figure = reading.figures[number]
    sentence = reading.sentences[figure.sentence]
    if (
        figure.role is not Role.COUNT
        or figure.hedge is Hedge.VAGUE
        or figure.per
        or figure.thing is None
        or figure.value is None
        or figure.value < _FEWEST
        or reading.blocks[sentence.block].kind not in _BLOCKS
    ):
        return None
    text = reading.page.text
    words = _WORD.findall(sentence.span.of(text).lower())
    events = frozenset(_events()[word] for word in words if word in _events())
    around = text[
        max(sentence.span.start, figure.span.start - 30) : min(sentence.span.end, figure.span.end + 40)
    ].lower()
    alone = sum(other.sentence == figure.sentence for other in reading.figures) == 1
    if not events or not alone or _is_part(around, text[sentence.span.start : figure.span.start]):
        return None
    names = frozenset(_NAME.findall(sentence.span.of(text)[1:]))
    return _Count(number, figure, *_head(figure.thing.of(text)), events, names)


def _is_part(around: str, before: str) -> bool:
    # "The two youngest victims" are some of those told of.
    if before.lower().endswith(("the ", "these ", "those ", "their ")):
        return True
    words = set(_WORD.findall(around))
    return any(part in around if " " in part else part in words for part in _words("part"))


def _head(thing: str) -> tuple[str, str]:
    """The head of what is counted, all words for persons made one, and the head's own word."""
    words = _WORD.findall(re.split(r" (?:of|in|from|for|who|that|on|at|by) ", thing.lower())[0])
    word = words[-1] if words else ""
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    person = single in _words("people") or word in _words("people") or word == "people"
    return ("person" if person else single), single


def _is_same(reading: Reading, left: _Count, right: _Count) -> bool:
    """Whether both count the same thing in the same event, as far as the words tell."""
    one, other = left.figure, right.figure
    if left.head != right.head or not left.events & right.events or one.sentence == other.sentence:
        return False
    if other.sentence - one.sentence > _REACH or _is_subset(left, right):
        return False
    if one.when and other.when and (one.when.first, one.when.last) != (other.when.first, other.when.last):
        return False
    if one.place and other.place and one.place.of(reading.page.text) != other.place.of(reading.page.text):
        return False
    heads = [reading.blocks[reading.sentences[figure.sentence].block].kind for figure in (one, other)]
    # A headline speaks of what the whole report speaks of.
    return BlockKind.HEADLINE in heads or _is_one_scene(reading, left, right)


def _is_subset(left: _Count, right: _Count) -> bool:
    """Whether the smaller figure counts some of what the larger one counts: 40 women of 55 people."""
    if left.word == right.word:
        return False
    few, many = sorted((left, right), key=lambda count: count.figure.value or 0)
    return many.word in _ANYBODY or few.word not in _ANYBODY


def _is_one_scene(reading: Reading, left: _Count, right: _Count) -> bool:
    """Whether a name of the one sentence is also at hand in the other, or stood in the report before it.

    A sentence without a name speaks of what the report last spoke of.
    """
    if left.names and right.names:
        return bool(left.names & right.names)
    bare, other = (left, right) if not left.names else (right, left)
    if not other.names:
        return abs(left.figure.sentence - right.figure.sentence) <= 1
    start = reading.sentences[max(0, bare.figure.sentence - _REACH)].span.start
    before = reading.page.text[start : reading.sentences[bare.figure.sentence].span.end]
    return sum(name in before for name in other.names) * 2 >= len(other.names)


def _meet(left: Figure, right: Figure) -> bool:
    """Whether the two intervals share a value, with the soft sides of "over" and "under" left open."""
    return not (_is_below(left, right) or _is_below(right, left))


def _is_below(left: Figure, right: Figure) -> bool:
    if left.high is None or right.low is None or left.hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return False
    return left.high < right.low and right.hedge not in (Hedge.UNDER, Hedge.AT_MOST)


def _thing(reading: Reading, one: _Count) -> str:
    return "" if one.figure.thing is None else one.figure.thing.of(reading.page.text)
