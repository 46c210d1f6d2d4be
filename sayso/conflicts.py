"""Conflicts on one page: two figures for the same thing, place and time that cannot both stand.

Only figures of one event are set against each other: the same sort of thing, and words of one class in
their sentences ("deserted", "abandoned"). What marks a part, an addition or another time keeps a figure
out, since two figures for different things are no conflict. A headline speaks of what the whole report
speaks of, so there the verb of the two sentences will do for the event, whatever it is ("left 8,000
homes dry").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model import Conflict, Figure, Parse, Period, Reading, Token
from sayso.vocabulary import Agreement, BlockKind, Hedge, Role
from sayso.words import load_words

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NO_EVENT = ("people", "part", "light", "denied", "irregular")
# "One woman was in hospital" tells of a person, it counts nothing.
_FEWEST = 2
_PERSONAL = ("died", "hurt", "held", "gone")
_ANYBODY = ("people", "person", "victim")
_REACH = 12
# A page has a headline or two; what marks thousands of lines as headlines has none.
_HEADLINES = 12
_CLIMB = 3
_DAYS = 7
_LEAD = 4
_NOT_COUNTED = (Role.COUNT, Role.PERCENT, Role.SHARE, Role.RATIO)
_STATE = ("acomp", "oprd", "ccomp", "xcomp")
_BLOCKS = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE, BlockKind.LIST)


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure with what its sentence says happened to what it counts.

    ``events`` and ``deeds`` give the page's own word for each event of the word list, and for each stem
    of the verb and of the state that the thing is in.
    """

    number: int
    figure: Figure
    head: str
    word: str
    events: dict[str, str]
    deeds: dict[str, str]
    names: frozenset[str]
    headline: bool
    years: frozenset[str]


def find_conflicts(reading: Reading) -> tuple[Conflict, ...]:
    """Find figures for the same thing that disagree.

    Args:
        reading: with its sentences, grammar, figures and blocks.

    Returns:
        One conflict a pair, the figure that stands first on the left; each figure is in one at most.
    """
    groups: dict[str, list[_Count]] = {}
    crowd = Counter(figure.sentence for figure in reading.figures if figure.role in _NOT_COUNTED)
    for number, figure in enumerate(reading.figures):
        if crowd[figure.sentence] == 1 and (count := _count(reading, number)):
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
    return tuple(sorted(found, key=lambda one: (one.right, one.left)))


_Pair = tuple[_Count, _Count, str]


def _of_headlines(reading: Reading, group: list[_Count]) -> Iterator[_Pair]:
    """Each headline figure with the first of the report's that contradicts it, where none bears it out."""
    body = [count for count in group if not count.headline]
    for head in [count for count in group if count.headline][:_HEADLINES]:
        if any(_meet(head.figure, count.figure) for count in body):
            continue
        listed = [
            count
            for count in body
            if head.events.keys() & count.events.keys() and _is_same(reading, head, count)
        ]
        if listed:
            event = min(head.events.keys() & listed[0].events.keys())
            yield head, listed[0], listed[0].events[event]
            continue
        told = [count for count in body if _is_same_deed(reading, head, count)]
        # Several counts of one deed are the parts of it as often as not.
        if len({count.figure.value for count in told}) == 1:
            deed = min(head.deeds.keys() & told[0].deeds.keys())
            yield head, told[0], told[0].deeds[deed]


def _of_body(reading: Reading, group: list[_Count]) -> Iterator[_Pair]:
    """Pairs of the report's own figures, the nearest first."""
    body = [count for count in group if not count.headline and count.events]
    for place, right in enumerate(body):
        for left in reversed(body[max(0, place - _REACH) : place]):
            common = left.events.keys() & right.events.keys()
            if common and _is_same(reading, left, right) and not _meet(left.figure, right.figure):
                yield left, right, right.events[min(common)]


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_words("events")[table]["words"])


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split() for pair in _words("irregular"))


@cache
def _events() -> dict[str, str]:
    return {word: name for name in load_words("events") if name not in _NO_EVENT for word in _words(name)}


def _count(reading: Reading, number: int) -> _Count | None:
    """The figure as a count of an event; None where it is no plain count or may be a part of one."""
    figure = reading.figures[number]
    sentence = reading.sentences[figure.sentence]
    kind = reading.blocks[sentence.block].kind
    if (
        figure.role is not Role.COUNT
        or figure.hedge is Hedge.VAGUE
        or figure.per
        or figure.value is None
        or figure.value < _FEWEST
        or kind not in _BLOCKS
    ):
        return None
    text = reading.page.text
    words = _WORD.findall(sentence.span.of(text).lower())
    events = {_events()[word]: word for word in reversed(words) if word in _events()}
    around = text[
        max(sentence.span.start, figure.span.start - 30) : min(sentence.span.end, figure.span.end + 40)
    ].lower()
    deeds = {} if set(words) & _words("denied") else _deeds(reading.grammar.get(figure.sentence, ()), figure)
    if not (events or deeds) or _is_part(around, text[sentence.span.start : figure.span.start]):
        return None
    if figure.thing is None and not _is_of_people(text, figure):
        return None
    told = sentence.span.of(text)
    names, years = frozenset(_NAME.findall(told[1:])), frozenset(_YEAR.findall(told))
    head = ("person", "people") if figure.thing is None else _head(figure.thing.of(text))
    return _Count(number, figure, *head, events, deeds, names, kind is BlockKind.HEADLINE, years)


def _is_of_people(text: str, figure: Figure) -> bool:
    """Whether people are meant without being named: "12 killed"."""
    after = _WORD.match(text, figure.span.end + 1)
    return after is not None and _events().get(after[0].lower()) in _PERSONAL


def _deeds(parse: Parse, figure: Figure) -> dict[str, str]:
    """The stems of the verb that governs the thing counted and of the state it is left in."""
    inside = [token for token in parse if figure.thing is not None and figure.thing.holds(token.span)]
    tops = (
        [token for token in inside if not figure.thing.holds(parse[token.head].span)] if figure.thing else []
    )
    found: dict[str, str] = {}
    token = tops[0] if tops else None
    for _ in range(_CLIMB if token else 0):
        assert token is not None
        above = parse[token.head]
        if above is token or token.dep in ("pobj", "poss", "conj", "appos"):
            break
        token = above
        verb = token.tag.startswith("VB")
        if verb or token.dep in _STATE:
            found |= _stems(parse, token)
        if verb:
            break
    return found


def _stems(parse: Parse, token: Token) -> dict[str, str]:
    """A word's stem, with the particle that belongs to it ("cut off"), and the states that hang on it."""
    own = parse.index(token)
    after = [other for other in parse if other.head == own and other is not token]
    particle = "".join(f" {other.text.lower()}" for other in after if other.dep == "prt")
    words = [
        (token, particle),
        *((other, "") for other in after if other.dep in _STATE and other.tag == "JJ"),
    ]
    return {
        stem + more: word.text.lower() + more
        for word, more in words
        if (stem := _stem(word.text.lower())) and (more or word.text.lower() not in _words("light"))
    }


def _stem(word: str) -> str:
    """The word without the ending of a regular verb; of an irregular one the form of the present."""
    word = _irregular().get(word, word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    return word[:-1] if word[-1:] == word[-2:-1] else word


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
    if one.sentence == other.sentence or _is_subset(left, right):
        return False
    if one.when and other.when and (one.when.first, one.when.last) != (other.when.first, other.when.last):
        return False
    if one.place and other.place and one.place.of(reading.page.text) != other.place.of(reading.page.text):
        return False
    if left.headline or right.headline:
        # "The storm of 1987" is another storm than the headline's.
        return left.years == right.years or not (left.years if right.headline else right.years)
    return abs(other.sentence - one.sentence) <= _REACH and _is_one_scene(reading, left, right)


def _is_same_deed(reading: Reading, head: _Count, count: _Count) -> bool:
    """Whether the report tells of the headline's deed: one verb or state and time, no narrower thing."""
    if not head.deeds.keys() & count.deeds.keys() or not _is_same(reading, head, count):
        return False
    one, other = head.figure, count.figure
    if other.when and not one.when and not _is_short(other.when):
        return False
    few, many = sorted((one, other), key=lambda figure: figure.value or 0)
    if not _things(reading, few) <= _things(reading, many):
        return False
    # Fewer in one place, told far down, are some of those of the headline.
    return other is many or other.place is None or other.sentence <= one.sentence + _LEAD


def _is_short(when: Period) -> bool:
    if when.first is None and when.last is None:
        return True
    return when.first is not None and when.last is not None and (when.last - when.first).days <= _DAYS


def _things(reading: Reading, figure: Figure) -> set[str]:
    if figure.thing is None:
        return set()
    return {_stem(word) for word in _WORD.findall(figure.thing.of(reading.page.text).lower())}


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
    return one.word if one.figure.thing is None else one.figure.thing.of(reading.page.text)
