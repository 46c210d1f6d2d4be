"""Who is named in a sentence that nobody parsed: by capitals, titles and callings alone.

A sentence without a figure or a cue is not worth a parse, but the one who acts in it is the one whom
"she" in the next sentence means.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from sayso.attribution.callings import words
from sayso.attribution.kinds import is_firm
from sayso.attribution.outlets import is_station
from sayso.model import Span
from sayso.vocabulary import LinkKind
from sayso.words import load_words

# "the deputy head of the Vessby council": no longer calling is looked at.
LONGEST_CALLING = 4
# ", a charity for sailors,": no longer aside behind a name is looked at, in characters.
LONGEST_ASIDE = 60
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
AFTER_NO_VERB = frozenset("and or of in on at for from to with by near after".split())  # noqa: SIM905
VERBS = frozenset("has have had is are was were will would did does do and or but".split())  # noqa: SIM905
EDGES = ".,;:!?’'\"“”()"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Somebody named, or called by what they are.

    ``start`` is in the page's text, ``name`` as written without article, ``roles`` are the callings that
    stand with it. ``proper`` tells a name from a calling, ``acts`` that a verb seems to follow.
    """

    start: int
    name: str
    kind: LinkKind
    roles: frozenset[str]
    proper: bool
    acts: bool
    several: bool = False


@cache
def _openers() -> frozenset[str]:
    return frozenset(load_words("sentences")["openers"]["words"]) - _callings()


@cache
def _names() -> Any:  # noqa: ANN401  # re2 is untyped
    """Stretches of words with a capital, "of" between two of them included."""
    word = r"\p{Lu}(?:[\w’'&-]*[\pL\pN]\.?|\.)?"
    return re2.compile(rf"{word}(?: (?:(?:of|for|de|van|von|al|bin|da|la) )?{word})*")


@cache
def _callings() -> frozenset[str]:
    return words("person", "heads") | words("outlet", "heads") | words("body", "heads")


def glimpse(text: str, sentence: Span) -> Iterator[Glimpse]:
    """Whoever is named in a sentence, in order; one calling at most, and only where it opens the sentence.

    Args:
        text: the page's text.
        sentence: the sentence's span.
    """
    called = _called(text, sentence)
    if called is not None:
        yield called
    # The pattern looks at nothing beside a match; of a slice it need not take up the whole text anew.
    for match in _names().finditer(sentence.of(text)):
        start, name = sentence.start + match.start(), match.group()
        if start == sentence.start and name.split(" ", 1)[0].lower() in _openers():
            start += len(name)
            name = name.partition(" ")[2]
            start -= len(name)
        if name:
            yield _named(text, sentence, start, name.rstrip("."))


def _named(text: str, sentence: Span, start: int, name: str) -> Glimpse:
    before = text[sentence.start : start].split()[-LONGEST_CALLING:]
    calling = []
    while before and before[-1].islower() and before[-1][-1] not in EDGES and before[-1] not in ARTICLES:
        if before[-1] in VERBS or before[-1].endswith("ed"):
            break
        calling.append(before.pop())
    article = before[-1].lower() if before and before[-1].lower() in ARTICLES else ""
    behind = text[start + len(name) : sentence.end].split()[:1]
    if article == "the" and behind and behind[0] in words("outlet", "heads"):
        # "The Fenland newspaper": what it is stands behind its name.
        name = f"{name} {behind[0]}"
        calling.append(behind[0])
    parts = name.split()
    called = (*calling, *_behind(text[start + len(name) : sentence.end]))
    roles = frozenset({*called, *(one.lower() for one in parts)}) & _callings()
    opens = len(text[sentence.start : start].split()) == len(calling) + bool(article)
    after = text[start + len(name) : sentence.end][:20].split(" ")
    acts = opens and len(after) > 1 and not after[0] and after[1].islower() and after[1] not in AFTER_NO_VERB
    return Glimpse(start, name, _kind(parts, roles, article), roles, True, acts)


def _behind(after: str) -> list[str]:
    """What somebody is called behind the name: ", a charity," or ", the pilot,"."""
    aside, comma, _ = after[2:LONGEST_ASIDE].partition(",") if after.startswith(", ") else ("", "", "")
    said = aside.split()
    if not comma or not said or said[0] not in ("a", "an", "the") or len(said) > LONGEST_CALLING + 1:
        return []
    return [said[-1]]


def _kind(name: list[str], roles: frozenset[str], article: str) -> LinkKind:
    if any(one.rstrip(".") in words("person", "titles") for one in name) or roles & words("person", "heads"):
        return LinkKind.PERSON
    if is_station(name[-1]) or roles & words("outlet", "heads"):
        return LinkKind.OUTLET
    body = (
        any(one in words("body", "names") for one in name)
        or is_firm(name)
        or (name[-1].isupper() and len(name[-1]) > 1)
    )
    return LinkKind.BODY if body or article == "the" else LinkKind.PERSON


def _called(text: str, sentence: Span) -> Glimpse | None:
    """Somebody called by what they are at the start of a sentence: "The council met", "Officials came"."""
    said = text[sentence.start : min(sentence.end, sentence.start + 80)].split()[: LONGEST_CALLING + 2]
    first = 1 if said and said[0].lower() in ARTICLES else 0
    last = None
    for place in range(first, min(len(said) - 1, first + LONGEST_CALLING)):
        if place and not said[place].islower():
            break
        if said[place].lower() in _callings():
            last = place
        elif last is not None:
            break
    if last is None or not said[last + 1].islower():
        return None
    noun = said[last].lower()
    kind = LinkKind.BODY if noun in words("body", "heads") else LinkKind.PERSON
    kind = LinkKind.OUTLET if noun in words("outlet", "heads") else kind
    start = text.index(said[first], sentence.start)
    acts = said[last + 1] not in AFTER_NO_VERB
    several = noun.endswith("s") and kind != LinkKind.BODY
    return Glimpse(start, " ".join(said[first : last + 1]), kind, frozenset({noun}), False, acts, several)
