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
from dataclasses import dataclass, replace
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
_PERSONAL = ("died", "hurt", "shot", "held", "gone")
_ANYBODY = ("people", "person", "victim")
_REACH = 12
# A page has a headline or two; what marks thousands of lines as headlines has none.
_HEADLINES = 12
_CLIMB = 3
_DAYS = 7
_LEAD = 4
_NOT_COUNTED = (Role.COUNT, Role.PERCENT, Role.SHARE, Role.RATIO)
_STATE = ("acomp", "oprd", "ccomp", "xcomp")
# What an event is done "with" or "for" is not what it is done to.
_MEANS = ("with", "for", "on")
_PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "which", "that")
_AGED = re.compile(r"\b(?:aged?|ages|between)\b[^.;]{0,20}$")
_SOME = re.compile(r"\b(?:including|among them|of whom|of them|one of)\b")
_BESIDE = 30
_SEVERAL = re.compile(
    r"\b(?:(?:shoot|kill|stabb|bomb|drown|lynch|sink|derail)ings|(?:attack|crashe|incident|accident|fire|raid|clashe|"
    r"explosion|blast|storm|flood|quake|riot|murder|homicide|wreck|collision)s|weekend|week|month|year|day)\b"
)
_DISMISSED = ("person", "job", "post", "position", "staff", "role")
# What comes on top of other figures, or has since been put right, stands against none of them.
_ADDS = re.compile(
    r"\b(?:in addition to|as well as|apart from|aside from|besides|on top of|not counting|excluding|"
    r"originally|initial(?:ly)?|at first|earlier reports?|amended|corrected|preliminary)\b",
    re.IGNORECASE,
)
# "A block from a May 3 shooting that left five wounded": behind the lead, that is another one.
_OF_ANOTHER = re.compile(
    r"\b(?:an?|another|one)\b[^,;:]{1,60}\b(?:that|which|in which|when|where|who)\b[^,;:]{0,40}$",
    re.IGNORECASE,
)
_BLOCKS = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE, BlockKind.LIST)


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure with what its sentence says happened to what it counts.

    ``events`` and ``deeds`` give the page's own word for each event of the word list, and for each stem
    of the verb and of the state that the thing is in. ``doer`` is who does it to them, in lower case;
    ``crowded`` tells that its sentence has other counts.
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
    doer: str | None
    crowded: bool


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
        own = _own_event(reading, figure)
        alone = crowd[figure.sentence] == 1
        if (own or alone) and (count := _count(reading, number, own)):
            groups.setdefault(count.head, []).append(replace(count, crowded=not alone))
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
    body = [count for count in group if not count.headline and count.events and not count.crowded]
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


@cache
def _behind() -> re.Pattern[str]:
    """What stands between a count and the word for what happened to it: "two more men were badly hurt"."""
    links = "was|were|is|are|has been|have been|had been|being|left|feared|found|also"
    events = "|".join(sorted(_events(), key=len, reverse=True))
    return re.compile(
        rf"[ -](?:(?!and |or |but )[a-z’'-]+ ){{0,2}}?(?:(?:{links}) ){{0,2}}(?:[a-z]+ly )?({events})\b",
        re.IGNORECASE,
    )


def _own_event(reading: Reading, figure: Figure) -> str | None:
    """The word for what happened to a count, right behind it: "1 dead, 7 hurt" tells of two events."""
    before = reading.page.text[max(0, figure.span.start - _BESIDE) : figure.span.start]
    if figure.role is not Role.COUNT or _AGED.search(before):
        return None
    after = _behind().match(reading.page.text, figure.span.end)
    return after[1].lower() if after else None


def _count(reading: Reading, number: int, own: str | None) -> _Count | None:
    """The figure as a count of an event; None where it is no plain count or may be a part of one.

    ``own`` is the word of the event that it alone tells of, where there is one.
    """
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
    # "Nine people were hurt, including one who died": what befell some of them is not told of all.
    some = _SOME.search(text, figure.span.end, sentence.span.end)
    words = _WORD.findall(text[sentence.span.start : some.start() if some else sentence.span.end].lower())
    events = {_events()[word]: word for word in reversed(words) if word in _events()}
    around = text[
        max(sentence.span.start, figure.span.start - 30) : min(sentence.span.end, figure.span.end + 40)
    ].lower()
    parse = reading.grammar.get(figure.sentence, ())
    top = _top(parse, figure)
    deeds = {} if set(words) & _words("denied") else _deeds(parse, top)
    if own:
        events, deeds = {_events()[own]: own}, {}
    told = sentence.span.of(text)
    before = text[sentence.span.start : figure.span.start]
    if not (events or deeds) or _is_part(around, before) or _ADDS.search(told):
        return None
    if _is_means(parse, top, events) or (_OF_ANOTHER.search(before) and figure.sentence >= _LEAD):
        return None
    if figure.thing is None and not _is_of_people(text, figure):
        return None
    names, years = frozenset(_NAME.findall(told[1:])), frozenset(_YEAR.findall(told))
    head = ("person", "people") if figure.thing is None else _head(figure.thing.of(text))
    if head[0] not in _DISMISSED:
        events.pop("dismissed", None)
    doer = _doer(parse, top)
    return _Count(
        number, figure, *head, events, deeds, names, kind is BlockKind.HEADLINE, years, doer, crowded=False
    )


def _is_of_people(text: str, figure: Figure) -> bool:
    """Whether people are meant without being named: "12 killed"."""
    after = _WORD.match(text, figure.span.end + 1)
    return after is not None and _events().get(after[0].lower()) in _PERSONAL


def _top(parse: Parse, figure: Figure) -> Token | None:
    """The head of the thing counted, as the parse has it."""
    if figure.thing is None:
        return None
    inside = [token for token in parse if figure.thing.holds(token.span)]
    return next((token for token in inside if not figure.thing.holds(parse[token.head].span)), None)


def _is_means(parse: Parse, top: Token | None, events: dict[str, str]) -> bool:
    """Whether the event happened with what is counted, not to it: "charged with four counts"."""
    if top is None or top.dep != "pobj":
        return False
    link = parse[top.head]
    return link.text.lower() in _MEANS and parse[link.head].text.lower() in events.values()


def _doer(parse: Parse, top: Token | None) -> str | None:
    """The subject of the verb whose object the thing is; None where it suffers or does it itself."""
    if top is None or top.dep not in ("dobj", "obj", "attr"):
        return None
    own = top.head
    found = [token.text.lower() for token in parse if token.head == own and token.dep == "nsubj"]
    return found[0] if found and found[0] not in _PRONOUNS else None


def _deeds(parse: Parse, top: Token | None) -> dict[str, str]:
    """The stems of the verb that governs the thing counted and of the state it is left in."""
    found: dict[str, str] = {}
    token = top
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
    if left.doer and right.doer and left.doer != right.doer:
        return False
    if left.headline or right.headline:
        head, told = (left, right) if left.headline else (right, left)
        if not _tells_all(reading, head, told):
            return False
        # "The storm of 1987" is another storm than the headline's.
        return left.years == right.years or not (left.years if right.headline else right.years)
    return abs(other.sentence - one.sentence) <= _REACH and _is_one_scene(reading, left, right)


def _tells_all(reading: Reading, head: _Count, told: _Count) -> bool:
    """Whether a figure of the report is of all that the headline counts.

    Fewer are some of them, save in the report's first sentences, which tell what the headline tells; and
    a headline on several events has none of them alone.
    """
    few, many = told.figure.value or 0, head.figure.value or 0
    words = reading.sentences[head.figure.sentence].span.of(reading.page.text).lower()
    return few > many or (told.figure.sentence <= _LEAD and _SEVERAL.search(words) is None)


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
