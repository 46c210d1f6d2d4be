"""What the names of an element say about what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.words import load_words

_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")
# WordPress names a post after its own category, tags and author: these say nothing of its place.
_POST = re.compile(r"(?:^|\s)(?:hentry|type-\w+|post-\d+)(?:\s|$)")
_OWN = re.compile(r"(?:^|\s)(?:category|tag|status|type|format|author|topic|term|section|post_tag)[-_]\S*")
# And a comment after its place in the thread and the account that wrote it.
_THREADED = re.compile(r"(?:^|\s)(?:depth-\d+|thread-(?:even|odd|alt))(?:\s|$)")
_ACCOUNT = re.compile(r"(?:^|\s)(?:byuser|bypostauthor|comment-author-\S+)")
_NO_COMMENTS = ("commentary", "commentaries", "commentator")
_LONGEST_NAMES = 300


class Zone:
    """What an element is for, by its names: bits, of which several may be set.

    Plain integers: a page asks some thousand times, and an enum of flags takes ten times as long.
    """

    NONE = 0
    COMMENTS = 1
    RELATED = 2
    FURNITURE = 4
    BYLINE = 8
    CAPTION = 16
    STANDFIRST = 32
    ASIDE = 64
    PERSON = 128
    CONTENT = 256
    NOTICE = 512
    POST = 1024


def _read_table() -> tuple[dict[str, int], dict[str, int]]:
    """The zones of whole names, and of beginnings of names."""
    whole: dict[str, int] = {}
    starts: dict[str, int] = {}
    for table, entry in load_words("layout").items():
        zone: int = getattr(Zone, table.upper())
        for name in entry["names"]:
            kept, key = (starts, name[:-1]) if name.endswith("*") else (whole, name)
            kept[key] = kept.get(key, 0) | zone
    return whole, starts


_WHOLE, _STARTS = _read_table()
_LENGTHS = sorted({len(start) for start in _STARTS})


@lru_cache(maxsize=16_384)
def find_zones(names: str) -> int:
    """What the names of an element say it is for.

    Args:
        names: its classes, id and roles as the intake writes them: "article__body js-share #main".

    Returns:
        The bits of all zones that a word of the names, or two or three in a row, stand for.
    """
    names = names[:_LONGEST_NAMES]
    if ("post-" in names or "type-" in names or "hentry" in names) and _POST.search(names):
        names = _OWN.sub(" ", names)
    if ("depth-" in names or "thread-" in names) and _THREADED.search(names):
        names = _ACCOUNT.sub(" ", names)
    zones = 0
    two = one = ""
    for word in map(str.lower, _WORD.findall(names)):
        zones |= _zones_of(word)
        if one:
            zones |= _zones_of(one + word)
            if two:
                zones |= _zones_of(two + word)
        two, one = one + word if one else "", word
    return zones


@lru_cache(maxsize=65_536)
def _zones_of(phrase: str) -> int:
    if phrase.startswith(_NO_COMMENTS):
        return 0
    zones = _WHOLE.get(phrase, 0)
    for length in _LENGTHS:
        if length > len(phrase):
            break
        zones |= _STARTS.get(phrase[:length], 0)
    return zones
