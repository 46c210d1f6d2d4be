"""Reads figures as counts of an event: what is counted, what happened to it, whether that is all of it."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sayso.conflicts.eventwords import before as before_count
from sayso.conflicts.eventwords import behind, events, pairs, words
from sayso.model import Figure, Parse, Reading, Token
from sayso.vocabulary import BlockKind, Hedge, Role
from sayso.words.stems import stem

WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
# "One woman was in hospital" tells of a person, it counts nothing.
FEWEST = 2
_PERSONAL = ("died", "hurt", "shot", "held", "gone", "moved", "charged", "jailed")
_LEAD = 4
# What stands so far to the left and right of a figure may make it a part.
_LEFT, _RIGHT = 30, 40
_CLIMB = 3
_CROWD = (Role.COUNT, Role.PERCENT, Role.SHARE, Role.RATIO)
_STATE = ("acomp", "oprd", "ccomp", "xcomp")
# What an event is done "with" or "for" is not what it is done to.
_MEANS = ("with", "for", "on")
_PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "which", "that")
_AGED = re.compile(r"\b(?:aged?|ages|between)\b[^.;]{0,20}$")
_SOME = re.compile(r"\b(?:including|among them|of whom|of them|one of)\b")
_BESIDE = 30
# "Charged with shooting six people": what one of them did is not all that happened.
_OF_ONE = re.compile(r"\b(?:with|of|for|in|from|to|by|him|her|them|is|was|were|he|she|who) $", re.IGNORECASE)
# Whom somebody came upon are some of them.
_FOUND = re.compile(
    r"\b(?:found|find|discovered|located|met|treated|treating|transported|chased)\b[^.;,]{0,20}$"
)
_WITHOUT = re.compile(r"(?: [a-z]+){1,4} without ([a-z]+)", re.IGNORECASE)
# Behind a figure these tell of some of what it counts, or of somebody else.
_SOME_OF_IT = frozenset(("including", "among", "another", "also", "additional", "further"))
_OTHERS = frozenset(("other", "others"))
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
# The month is no "may".
_MAY = re.compile(r"\bMay\b")
_BLOCKS = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE, BlockKind.LIST)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what its sentence says happened to what it counts.

    ``events`` and ``deeds`` give the page's own word for each event of the word list, and for each stem
    of the verb and of the state that the thing is in. ``doer`` is who does it to them, in lower case;
    ``crowded`` tells that its sentence has other counts, ``own`` that the event stands right beside it.
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
    own: bool


def read_counts(reading: Reading) -> list[Count]:
    """All figures of a reading that count an event and are no part of another figure."""
    crowd = Counter(figure.sentence for figure in reading.figures if figure.role in _CROWD)
    found = []
    for number, figure in enumerate(reading.figures):
        own = own_event(reading, figure)
        alone = crowd[figure.sentence] == 1
        if (own or alone) and (count := _count(reading, number, own, crowded=not alone)):
            found.append(count)
    return found


class Event(NamedTuple):
    """What happened to a count: the class of the event and the page's own word for it."""

    kind: str
    word: str


def own_event(reading: Reading, figure: Figure) -> Event | None:
    """What happened to a count by the words right beside it: "1 dead, 7 hurt", "killed 11 workers"."""
    text = reading.page.text
    before = text[max(0, figure.span.start - _BESIDE) : figure.span.start]
    if figure.role is not Role.COUNT or _AGED.search(before):
        return None
    after = behind().match(text, figure.span.end)
    done = before_count().search(before)
    if done and not _OF_ONE.search(before[: done.start()]) and not (after and after[0].count(" ") < 2):
        return Event(pairs("doing")[done[1].lower()], done[1].lower())
    if not after:
        return None
    deadly = after[1] or after[3]
    return Event("died" if deadly else events()[after[2].lower()], after[2].lower())


def _count(reading: Reading, number: int, own: Event | None, *, crowded: bool) -> Count | None:
    """The figure as a count of an event; None where it is no plain count or may be a part of one.

    ``own`` is the event that it alone tells of, where there is one.
    """
    figure = reading.figures[number]
    sentence = reading.sentences[figure.sentence]
    kind = reading.blocks[sentence.block].kind
    if not _is_plain(figure) or kind not in _BLOCKS:
        return None
    text = reading.page.text
    parse = reading.grammar.get(figure.sentence, ())
    top = _top(parse, figure)
    # "Nine people were hurt, including one who died": what befell some of them is not told of all.
    some = _SOME.search(text, figure.span.end, sentence.span.end)
    told_words = WORD.findall(text[sentence.span.start : some.start() if some else sentence.span.end].lower())
    deeds = {} if set(told_words) & words("denied") else _deeds(parse, top)
    if own:
        told_events, deeds = {own.kind: own.word}, {}
    else:
        tied = _tied(parse, top)
        told_events = {events()[w]: w for w in reversed(told_words) if w in events() and w in tied}
        deeds |= _lacking(text, figure)
    told = sentence.span.of(text)
    before = text[sentence.span.start : figure.span.start]
    if not (told_events or deeds) or _is_part(reading, number, own) or _ADDS.search(told):
        return None
    if _is_means(parse, top, told_events) or (_OF_ANOTHER.search(before) and figure.sentence >= _LEAD):
        return None
    head = _head_of(text, figure, own)
    if head is None:
        return None
    names, years = frozenset(_NAME.findall(told[1:])), frozenset(_YEAR.findall(told))
    if head[0] not in _DISMISSED:
        told_events.pop("dismissed", None)
    headline = kind is BlockKind.HEADLINE
    doer = _doer(parse, top)
    return Count(
        number, figure, *head, told_events, deeds, names, headline, years, doer, crowded, own is not None
    )


def _lacking(text: str, figure: Figure) -> dict[str, str]:
    """The state of being left without something: "12,000 homes without power"."""
    found = _WITHOUT.match(text, figure.span.end)
    return {f"without {found[1].lower()}": f"without {found[1].lower()}"} if found else {}


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is a printed count of two or more."""
    return (
        figure.role is Role.COUNT
        and figure.hedge is not Hedge.VAGUE
        and not figure.per
        and figure.value is not None
        and figure.value >= FEWEST
    )


def _head_of(text: str, figure: Figure, own: Event | None) -> tuple[str, str] | None:
    """The head of what is counted; whoever dies or is hurt without being named is a person."""
    person = ("person", "person")
    personal = own is not None and own.kind in _PERSONAL
    if figure.thing is None:
        return person if personal or _is_of_people(text, figure) else None
    found = counted_head(figure.thing.of(text))
    # "Teen dead, 3 wounded": what the parser ties to the three is not what they are.
    elided = figure.thing.end <= figure.span.start
    named = WORD.match(figure.thing.of(text).lower())
    torn = named is not None and named[0] in events()
    return person if personal and (elided or torn or found[1] in ("", "other")) else found


def _is_of_people(text: str, figure: Figure) -> bool:
    """Whether people are meant without being named: "12 killed"."""
    after = WORD.match(text, figure.span.end + 1)
    return after is not None and events().get(after[0].lower()) in _PERSONAL


def _top(parse: Parse, figure: Figure) -> Token | None:
    """The head of the thing counted, as the parse has it."""
    if figure.thing is None:
        return None
    inside = [token for token in parse if figure.thing.holds(token.span)]
    return next((token for token in inside if not figure.thing.holds(parse[token.head].span)), None)


def _is_means(parse: Parse, top: Token | None, told: dict[str, str]) -> bool:
    """Whether the event happened with what is counted, not to it: "charged with four counts"."""
    if top is None or top.dep != "pobj":
        return False
    link = parse[top.head]
    return link.text.lower() in _MEANS and parse[link.head].text.lower() in told.values()


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
    if top is not None:
        own = parse.index(top)
        # "26 nurses suspended over thefts": a headline leaves out "were".
        for other in parse:
            if other.head == own and other.dep == "acl" and other.tag in ("VBN", "VBD"):
                found |= _stems(parse, other)
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


def _tied(parse: Parse, top: Token | None) -> set[str]:
    """The words that govern the thing counted, with the subjects and states of its verbs."""
    found: set[str] = set()
    token = top
    for _ in range(_CLIMB + 1 if token else 0):
        assert token is not None
        own = parse.index(token)
        beside = [
            one
            for one in parse
            if one.head == own and one.dep in (*_STATE, "nsubj", "nsubjpass", "acl", "amod")
        ]
        found |= {one.text.lower() for one in (token, *beside)}
        if parse[token.head] is token:
            break
        token = parse[token.head]
    return found


def _stems(parse: Parse, token: Token) -> dict[str, str]:
    """A word's stem, with the particle that belongs to it ("cut off"), and the states that hang on it."""
    own = parse.index(token)
    after = [other for other in parse if other.head == own and other is not token]
    particle = "".join(f" {other.text.lower()}" for other in after if other.dep == "prt")
    told = [
        (token, particle),
        *((other, "") for other in after if other.dep in _STATE and other.tag == "JJ"),
    ]
    return {
        found + more: word.text.lower() + more
        for word, more in told
        if (found := stem(word.text.lower())) and (more or word.text.lower() not in words("light"))
    }


def _is_part(reading: Reading, number: int, own: Event | None) -> bool:
    """Whether words beside a figure make it a part of another, an addition to it or another time's.

    Only those between the figures on both sides: "two killed and three others hurt" says it of the three.
    """
    figure = reading.figures[number]
    text, span = reading.page.text, reading.sentences[figure.sentence].span
    beside = [
        one for one in reading.figures[max(0, number - 1) : number + 2] if one.sentence == figure.sentence
    ]
    left = max((one.span.end for one in beside if one.span.end <= figure.span.start), default=span.start)
    right = min((one.span.start for one in beside if one.span.start >= figure.span.end), default=span.end)
    before = _MAY.sub("", text[max(left, figure.span.start - _LEFT) : figure.span.start]).lower()
    # "The two youngest victims" are some of those told of.
    if text[span.start : figure.span.start].lower().endswith(("the ", "these ", "those ", "their ")):
        return True
    after = text[figure.span.end : min(right, figure.span.end + _RIGHT)].lower()
    around = before + figure.span.of(text).lower() + after
    told = set(WORD.findall(around)) - (_SOME_OF_IT & set(WORD.findall(after)))
    if own and told & _OTHERS and _is_besides(text[span.start : figure.span.start], own):
        told -= _OTHERS
    grave = own is not None and own.kind != "died" and not words("grave").isdisjoint(WORD.findall(after))
    whose = text.startswith(("'s", "’s"), figure.thing.end) if figure.thing else False
    if grave or whose or _FOUND.search(before):
        return True
    return any(part in around if " " in part else part in told for part in words("part"))


def _is_besides(before: str, own: Event) -> bool:
    """Whether "others" are set off from those whom another event befell: "killed two and hurt six others"."""
    told = {events()[word] for word in WORD.findall(before.lower()) if word in events()}
    kinds = pairs("doing")
    told |= {kinds[word] for word in WORD.findall(before.lower()) if word in kinds}
    return bool(told) and own.kind not in told


def counted_head(thing: str) -> tuple[str, str]:
    """The head of what is counted, all words for persons made one, and the head's own word."""
    found = WORD.findall(re.split(r" (?:of|in|from|for|who|that|on|at|by) ", thing.lower())[0])
    while found and found[-1] in events():
        found.pop()
    word = found[-1] if found else ""
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    single = pairs("alike").get(single, single)
    person = single in words("people") or word in words("people") or word == "people"
    return ("person" if person else single), single
