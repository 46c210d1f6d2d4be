"""Tells whether two counts are of the same thing in the same event, and whether they can both stand."""

import re

from sayso.conflicts.counts import WORD, Count
from sayso.conflicts.eventwords import words
from sayso.model import Figure, Period, Reading
from sayso.vocabulary import Hedge
from sayso.words.stems import stem

_ANYBODY = ("people", "person", "victim")
REACH = 12
_DAYS = 7
LEAD = 4
# So many sentences behind the headline the report opens with what it is about.
OPENING = 3
_SEVERAL = re.compile(
    r"\b(?:(?:shoot|kill|stabb|bomb|drown|lynch|sink|derail)ings|(?:attack|crashe|incident|accident|fire|raid|clashe|"
    r"explosion|blast|storm|flood|quake|riot|murder|homicide|wreck|collision)s|weekend|week|month|year|day)\b"
)
# So much behind a count is looked at for the event that it is of.
_BEHIND = 80
_SCENE = re.compile(r"\b(?:in|by) (?:the|an?|this|that) (?:[a-z]+ )?([a-z]{4,})\b")
_HOUR = re.compile(
    r"\b(dawn|noon|midday|morning|afternoon|evening|night|nightfall|dusk|midnight|sunrise|sunset)\b"
)
_LONG = re.compile(
    r"\b(?:decades?|years|months|century|centuries|(?:past|last|this|each|every) (?:year|month|season))\b"
)
# What leads a date and is no part of it.
_LEADS = re.compile(r"^(?:on|in|by|at|since|until|during|the|late|early) ")


def is_same(reading: Reading, left: Count, right: Count) -> bool:
    """Whether both count the same thing in the same event, as far as the words tell."""
    one, other = left.figure, right.figure
    if one.sentence == other.sentence or (is_subset(left, right) and not _is_lead(left, right)):
        return False
    if one.when and other.when and _time(reading, one.when) != _time(reading, other.when):
        return False
    if _are_elsewhere(reading, one, other):
        return False
    opens = (left.headline or right.headline) and abs(one.sentence - other.sentence) <= LEAD
    # A headline calls "the firm" whom the report's opening calls by name.
    if left.doer and right.doer and left.doer != right.doer and not opens:
        return False
    if left.headline or right.headline:
        head, told = (left, right) if left.headline else (right, left)
        if not _tells_all(reading, head, told):
            return False
        # "The storm of 1987" is another storm than the headline's.
        return left.years == right.years or not (left.years if right.headline else right.years)
    # "The flood of 1987" is another one.
    if (
        left.years != right.years
        or _are_of_two_scenes(reading, left, right)
        or _are_rivals(reading, left, right)
        or _are_of_other_days(reading, left, right)
    ):
        return False
    return abs(other.sentence - one.sentence) <= REACH and _is_one_scene(reading, left, right)


def _is_lead(left: Count, right: Count) -> bool:
    """Whether the report's opening says of "two men" what the headline says of three.

    Who else was hurt is looked for in the rest of the report (:mod:`sayso.conflicts.makeup`).
    """
    if left.headline is right.headline:
        return False
    head, told = (left, right) if left.headline else (right, left)
    few = (told.figure.value or 0) < (head.figure.value or 0) < 2 * (told.figure.value or 0)
    return (
        few
        and told.word not in words("narrow")
        and told.own
        and head.own
        and told.figure.sentence <= head.figure.sentence + OPENING
    )


def _are_elsewhere(reading: Reading, one: Figure, other: Figure) -> bool:
    places = [figure.place for figure in (one, other) if figure.place and not _is_a_parts(reading, figure)]
    return len(places) > 1 and _places(reading, one).isdisjoint(_places(reading, other))


def _is_a_parts(reading: Reading, figure: Figure) -> bool:
    """Whether a figure's place is that of a part told behind it: "46 people: 31 in A, nine in B"."""
    assert figure.place is not None
    return any(
        figure.span.end <= other.span.start < figure.place.start
        for other in reading.figures
        if other.sentence == figure.sentence
    )


def _places(reading: Reading, figure: Figure) -> set[str]:
    """The capitalised words of a figure's place: "Downtown Denver" and "downtown Denver" are one."""
    place = figure.place.of(reading.page.text) if figure.place else ""
    return {word.lower() for word in place.split() if word[0].isupper()} or {place.lower()}


def _time(reading: Reading, when: Period) -> tuple[object, ...]:
    """The days of a period, its words where nobody can tell the days."""
    if when.first is None and when.last is None:
        return (_LEADS.sub("", when.span.of(reading.page.text).lower()),)
    return when.first, when.last


def _are_of_two_scenes(reading: Reading, left: Count, right: Count) -> bool:
    """Whether the words behind the counts tell of two events, or of two times of one day.

    "Seven died in the fire" and "two died in the crash"; "at dawn" and "by noon"; "in the past decade".
    """
    text = reading.page.text
    spans = [reading.sentences[count.figure.sentence].span for count in (left, right)]
    told = [span.of(text).lower() for span in spans]
    for pattern, start in ((_SCENE, True), (_HOUR, False)):
        found = [
            set(pattern.findall(words[count.figure.span.end - span.start :][:_BEHIND] if start else words))
            for count, span, words in zip((left, right), spans, told, strict=True)
        ]
        if all(found) and found[0].isdisjoint(found[1]):
            return True
    return bool(_LONG.search(told[0])) != bool(_LONG.search(told[1]))


def _are_rivals(reading: Reading, left: Count, right: Count) -> bool:
    """Whether the page itself sets two sources against each other, side by side."""
    if abs(left.figure.sentence - right.figure.sentence) > 1:
        return False
    one, other = (_source(reading, count.number) for count in (left, right))
    return one is not None and other is not None and one != other


def _source(reading: Reading, number: int) -> str | None:
    owner = reading.owners[number] if number < len(reading.owners) else None
    chain = reading.attributions[owner].chain if owner is not None else ()
    return chain[0].name if chain else None


def _are_of_other_days(reading: Reading, left: Count, right: Count) -> bool:
    """Whether both sentences tell days and none of them in common: a count of Wednesday is an update."""
    one, other = (_days(reading, count.figure.sentence) for count in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _days(reading: Reading, sentence: int) -> set[tuple[object, ...]]:
    span = reading.sentences[sentence].span
    return {_time(reading, date) for date in reading.dates if span.holds(date.span)}


def _tells_all(reading: Reading, head: Count, told: Count) -> bool:
    """Whether a figure of the report is of all that the headline counts.

    Fewer are some of them, save in the report's first sentences, which tell what the headline tells; and
    a headline on several events has none of them alone.
    """
    few, many = told.figure.value or 0, head.figure.value or 0
    line = reading.sentences[head.figure.sentence].span.of(reading.page.text).lower()
    return few > many or (told.figure.sentence <= LEAD and _SEVERAL.search(line) is None)


def is_same_deed(reading: Reading, head: Count, count: Count) -> bool:
    """Whether the report tells of the headline's deed: one verb or state and time, no narrower thing."""
    if not head.deeds.keys() & count.deeds.keys() or not is_same(reading, head, count):
        return False
    one, other = head.figure, count.figure
    if other.when and not one.when and not _is_short(other.when):
        return False
    few, many = sorted((one, other), key=lambda figure: figure.value or 0)
    if not _things(reading, few) <= _things(reading, many):
        return False
    # Fewer in one place, told far down, are some of those of the headline.
    return other is many or other.place is None or other.sentence <= one.sentence + LEAD


def _is_short(when: Period) -> bool:
    if when.first is None and when.last is None:
        return True
    return when.first is not None and when.last is not None and (when.last - when.first).days <= _DAYS


def _things(reading: Reading, figure: Figure) -> set[str]:
    if figure.thing is None:
        return set()
    return {stem(word) for word in WORD.findall(figure.thing.of(reading.page.text).lower())}


def is_subset(left: Count, right: Count) -> bool:
    """Whether the smaller figure counts some of what the larger one counts: 40 women of 55 people."""
    if left.word == right.word or {left.word, right.word} <= set(_ANYBODY):
        return False
    few, many = sorted((left, right), key=lambda count: count.figure.value or 0)
    return many.word in _ANYBODY or few.word not in _ANYBODY


def _is_one_scene(reading: Reading, left: Count, right: Count) -> bool:
    """Whether a name of the one sentence is also at hand in the other, or stood in the report before it.

    A sentence without a name speaks of what the report last spoke of.
    """
    if left.names and right.names:
        return bool(left.names & right.names)
    bare, other = (left, right) if not left.names else (right, left)
    if not other.names:
        return abs(left.figure.sentence - right.figure.sentence) <= 1
    start = reading.sentences[max(0, bare.figure.sentence - REACH)].span.start
    before = reading.page.text[start : reading.sentences[bare.figure.sentence].span.end]
    return sum(name in before for name in other.names) * 2 >= len(other.names)


def meet(left: Figure, right: Figure) -> bool:
    """Whether the two intervals share a value, with the soft sides of "over" and "under" left open."""
    return not (_is_below(left, right) or _is_below(right, left))


def _is_below(left: Figure, right: Figure) -> bool:
    if left.high is None or right.low is None or left.hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return False
    return left.high < right.low and right.hedge not in (Hedge.UNDER, Hedge.AT_MOST)
