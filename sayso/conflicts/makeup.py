"""Tells whether the report's own figures make up the difference between it and its headline.

"Five killed" stands beside "four people were killed" where the report adds that a fifth has died, and
"six, including the gunman" beside a headline that leaves the gunman out.
"""

import re

from sayso.conflicts.counts import WORD, Count, own_event
from sayso.conflicts.eventwords import events
from sayso.conflicts.likeness import is_subset
from sayso.model import Figure, Reading
from sayso.vocabulary import BlockKind, Role

# Persons told of one by one among those whom an event befell: each may be one more or one less.
_WHO = (
    r"(?:man|woman|person|victim|boy|girl|teen|teenager|child|officer|people|men|women|passenger|worker|"
    r"\d{1,2}-year-old)"
)
_MORE = re.compile(
    r"\b(?:an?|the) (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b"
    r"(?! (?:street|avenue|floor|time|day|ward|district|precinct|grade|quarter))"
    rf"|\banother (?:[\w-]+ ){{0,2}}{_WHO}\b"
    r"|\b(?:also|later|since|then) (?:been )?(?:died|dead|killed|shot|wounded|injured|hurt|succumbed)\b"
    r"|\bdied (?:later|since)\b|\b(?:himself|herself)\b"
    r"|\b(?:gunm[ae]n|shooter|attacker|bomber|assailant|suspect)s?\b[^.;]{0,30}"
    r"\b(?:died|dead|killed|shot|wounded|injured|hurt)\b"
)
# Beside "two men" of the lead a person told of alone may be the third.
_ONE = re.compile(rf"\b(?:an?|one|another|the) (?:[\w-]+ ){{0,3}}{_WHO}\b")
# "Four men and a woman were shot".
_JOINED = re.compile(r"^[^.;]{0,30}?(?:,| and| plus) (?:an?|his|her|their|the|one) [a-z]")
# A caption or a box says the headline over again.
_REPORT = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.LIST)
_MOST_SINGLES = 3
# So many sentences of the report are looked through, so many of its figures at most are put together.
_SENTENCES = 25
_FIGURES = 12


def is_made_up(reading: Reading, head: Count, told: Count, event: str) -> bool:
    """Whether other figures and persons of the report close the gap between headline and report.

    Args:
        reading: the page.
        head: the headline's count.
        told: the report's count of the same event.
        event: the class of that event.
    """
    one, other = head.figure.value, told.figure.value
    if one is None or other is None:
        return True
    start = head.figure.sentence + 1
    parts = [
        int(figure.value)
        for figure in reading.figures
        if start <= figure.sentence < start + _SENTENCES
        and figure.value not in (None, other)
        and figure.value is not None
        and _is_addend(reading, figure, told, event)
    ][:_FIGURES]
    singles = _singles(reading, start, told, event, subset=is_subset(head, told))
    return int(one) in _sums(parts, 0) or abs(int(one - other)) in _sums(parts, singles)


def _is_addend(reading: Reading, figure: Figure, told: Count, event: str) -> bool:
    """Whether a figure counts some of those whom the event befell."""
    if figure.role is not Role.COUNT or figure.value is None or figure.value.denominator != 1:
        return False
    if reading.blocks[reading.sentences[figure.sentence].block].kind not in _REPORT:
        return False
    text = reading.page.text
    if figure.value == 1 and text.startswith(" of ", figure.span.end):
        return False  # "one of those killed" has been counted
    own = own_event(reading, figure)
    if own is not None:
        return own.kind == event
    return figure.sentence == told.figure.sentence or _speaks_of(reading, figure.sentence, event)


def _speaks_of(reading: Reading, sentence: int, event: str) -> bool:
    words = WORD.findall(reading.sentences[sentence].span.of(reading.page.text).lower())
    return any(events().get(word) == event for word in words)


def _singles(reading: Reading, start: int, told: Count, event: str, *, subset: bool) -> int:
    """How many persons the report may add one by one."""
    text = reading.page.text
    behind = text[told.figure.span.end : reading.sentences[told.figure.sentence].span.end]
    found = int(_JOINED.match(behind) is not None)
    for number in range(start, min(start + _SENTENCES, len(reading.sentences))):
        here = reading.sentences[number].span.of(text).lower()
        if _speaks_of(reading, number, event):
            found += len((_ONE if subset else _MORE).findall(here))
    return min(found, _MOST_SINGLES)


def _sums(parts: list[int], singles: int) -> set[int]:
    found = {0}
    for part in parts:
        found |= {total + part for total in found}
    return {total + more for total in found for more in range(singles + 1)} - {0}
