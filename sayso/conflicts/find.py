"""Pairs of figures that cannot both stand: within the report, and between it and its headline."""

import re
from collections.abc import Iterator

from sayso.conflicts.amounts import find_amounts
from sayso.conflicts.counts import Count, read_counts
from sayso.conflicts.likeness import REACH, is_same, is_same_deed, is_subset, meet
from sayso.conflicts.makeup import is_made_up
from sayso.conflicts.slips import find_slips
from sayso.model import Conflict, Reading
from sayso.vocabulary import Agreement

# A page has a headline or two; what marks thousands of lines as headlines has none.
_HEADLINES = 12
# A headline that tells the latest state of a count stands against no earlier one.
_GROWS = re.compile(
    r"\b(?:now|rises?|rose|climbs?|climbed|grows?|grew|toll|nears|passes|tops|so far|more|up to)\b"
)

_Pair = tuple[Count, Count, str]


def find_conflicts(reading: Reading) -> tuple[Conflict, ...]:
    """Find figures for the same thing that disagree.

    Args:
        reading: with its sentences, grammar, figures, blocks and attributions.

    Returns:
        One conflict a pair, the figure that stands first on the left; each figure is in one at most.
    """
    groups: dict[str, list[Count]] = {}
    for count in read_counts(reading):
        groups.setdefault(count.head, []).append(count)
    found: list[Conflict] = []
    for group in groups.values():
        taken: set[int] = set()
        for left, right, same in (*_of_headlines(reading, group), *_of_body(reading, group)):
            if not {left.number, right.number} & taken:
                taken |= {left.number, right.number}
                pair = sorted((left.number, right.number))
                found.append(
                    Conflict(pair[0], pair[1], f"{_thing(reading, right)} ({same})", Agreement.CONFLICTS)
                )
    found += [Conflict(head, told, same, Agreement.CONFLICTS) for head, told, same in find_amounts(reading)]
    held = {number for one in found for number in (one.left, one.right)}
    found += [
        Conflict(left, right, same, Agreement.CONFLICTS)
        for left, right, same in find_slips(reading)
        if held.isdisjoint((left, right))
    ]
    return tuple(sorted(found, key=lambda one: (one.right, one.left)))


def _of_headlines(reading: Reading, group: list[Count]) -> Iterator[_Pair]:
    """Each headline figure with the first of the report's that contradicts it, where none bears it out."""
    body = [count for count in group if not count.headline]
    for head in [count for count in group if count.headline][:_HEADLINES]:
        words = reading.sentences[head.figure.sentence].span.of(reading.page.text).lower()
        if any(_bears_out(head, count) for count in body) or _GROWS.search(words):
            continue
        listed = [
            count
            for count in body
            if head.events.keys() & count.events.keys() and is_same(reading, head, count)
        ]
        if listed:
            event = min(head.events.keys() & listed[0].events.keys())
            if not is_made_up(reading, head, listed[0], event):
                yield head, listed[0], listed[0].events[event]
            continue
        told = [count for count in body if is_same_deed(reading, head, count)]
        # Several counts of one deed are the parts of it as often as not.
        if len({count.figure.value for count in told}) == 1:
            deed = min(head.deeds.keys() & told[0].deeds.keys())
            yield head, told[0], told[0].deeds[deed]


def _bears_out(head: Count, count: Count) -> bool:
    """Whether a figure of the report may be the headline's."""
    common = head.events.keys() & count.events.keys() or head.deeds.keys() & count.deeds.keys()
    return bool(common) and meet(head.figure, count.figure) and not is_subset(head, count)


def _of_body(reading: Reading, group: list[Count]) -> Iterator[_Pair]:
    """Pairs of the report's own figures, the nearest first."""
    body = [count for count in group if not count.headline and count.events and not count.crowded]
    for place, right in enumerate(body):
        for left in reversed(body[max(0, place - REACH) : place]):
            common = left.events.keys() & right.events.keys()
            if common and is_same(reading, left, right) and not meet(left.figure, right.figure):
                yield left, right, right.events[min(common)]


def _thing(reading: Reading, one: Count) -> str:
    return one.word if one.figure.thing is None else one.figure.thing.of(reading.page.text)
