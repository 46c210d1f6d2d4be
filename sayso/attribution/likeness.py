"""Whether two names are one bearer's, and what a name tells of its bearer."""

from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.attribution.callings import is_somebody, words
from sayso.attribution.kinds import is_company
from sayso.vocabulary import LinkKind
from sayso.words import load_words

JOINTS = frozenset({"of", "in", "for", "at", "by", "from", "with", "on"})


def is_proper(name: str) -> bool:
    """Whether a name is a proper one, and no "source in the Harbour Ministry"."""
    parts = name.split()
    joint = next((place for place, part in enumerate(parts) if part in JOINTS), len(parts))
    if 0 < joint < len(parts) and joint == 1 and is_somebody(parts[0].lower()):
        # "Officials in Vessby": only the start of the sentence gives them a capital.
        return False
    return bool(parts) and parts[-1][0].isupper() and any(part[0].isupper() for part in parts[:joint])


@lru_cache(maxsize=4096)
def core(name: str) -> tuple[str, ...]:
    """The proper parts of a name, without article, titles and possessive."""
    parts = (part.strip(".,’'\"“”") for part in name.split())
    apart = words("person", "titles") | {"The", "A", "An"}
    return tuple(part for part in parts if part[:1].isupper() and part not in apart)


def same_name(parts: tuple[str, ...], theirs: tuple[str, ...], kind: LinkKind, their_kind: LinkKind) -> bool:
    """Whether one name is a short form of the other: surname, first word of a body, initials."""
    short, long_ = sorted((parts, theirs), key=len)
    if kind == LinkKind.PERSON and their_kind == LinkKind.PERSON:
        return short[-1] == long_[-1] and (len(short) == 1 or short[0] == long_[0])
    if long_[-1][-1].isdigit() and short != long_:
        # "Flight 12" is one thing of its firm, and not the firm.
        return False
    if len(short) != 1 or short[0] in words("body", "names"):
        return False
    if LinkKind.PERSON in (kind, their_kind):
        # "Ulv said" behind "Ulv Power"; the Holm Foundation may have a Holm.
        whole = kind if long_ is parts else their_kind
        return whole == LinkKind.BODY and short[0] == long_[0] and is_company(long_)
    return short[0] in (long_[0], long_[-1], initials(long_))


def initials(parts: tuple[str, ...]) -> str:
    """The first letters of a name of two words or more."""
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def gender_of(name: str, roles: set[str]) -> str | None:
    """Tell "he" from "she" where a title or a calling does."""
    parts = {part.strip(".") for part in name.split()} | roles
    for word in ("he", "she"):
        if parts & words("gender", word):
            return word
    apart = words("person", "titles")
    given = next((part for part in name.split() if part.rstrip(".") not in apart and part[:1].isupper()), "")
    return _given().get(given) if len(core(name)) > 1 else None


@cache
def _given() -> Mapping[str, str]:
    """Given names and the pronoun that stands for them."""
    return {name: word for word in ("he", "she") for name in load_words("who")["given"][word].split()}
