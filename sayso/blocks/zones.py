"""What the names of an element say about what stands in it."""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache

from sayso.words import load_words

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_LONGEST_PHRASE = 3
# WordPress names a post after its own category, tags and author: these say nothing of its place.
_POST = re.compile(r"(?:^|\s)(?:hentry|type-\w+|post-\d+)(?:\s|$)")
_OWN = re.compile(r"(?:^|\s)(?:category|tag|status|type|format|author|topic|term|section|post_tag)[-_]\S*")


class Zone(Flag):
    """What an element is for, by its names; several may be true."""

    NONE = 0
    COMMENTS = auto()
    RELATED = auto()
    FURNITURE = auto()
    BYLINE = auto()
    CAPTION = auto()
    STANDFIRST = auto()
    ASIDE = auto()
    ARTICLE = auto()
    PERSON = auto()
    CONTENT = auto()
    NOTICE = auto()


_NAMES = {Zone[table.upper()]: entry["names"] for table, entry in load_words("layout").items()}
_WHOLE = {zone: frozenset(name for name in names if not name.endswith("*")) for zone, names in _NAMES.items()}
_START = {zone: tuple(name[:-1] for name in names if name.endswith("*")) for zone, names in _NAMES.items()}


@lru_cache(maxsize=8192)
def find_zones(names: str) -> Zone:
    """What the names of an element say it is for.

    Args:
        names: its classes, id and roles as the intake writes them: "article__body js-share #main".

    Returns:
        All zones that a word of the names, or two or three in a row, stand for.
    """
    names = names[:300]
    if _POST.search(names):
        names = _OWN.sub(" ", names)
    words = _WORD.findall(_CAMEL.sub(" ", names).lower())
    zones = Zone.NONE
    for size in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(words) - size + 1):
            zones |= _zones_of("".join(words[at : at + size]))
    return zones


@lru_cache(maxsize=32768)
def _zones_of(word: str) -> Zone:
    zones = Zone.NONE
    for zone in _NAMES:
        if word in _WHOLE[zone] or (_START[zone] and word.startswith(_START[zone])):
            zones |= zone
    return zones
