"""The lines that head a comment in a plain text: a name and a time, in one line or in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.blocks.lines import Line, ends_as_sentence, is_prose
from sayso.blocks.phrases import (
    is_badge,
    is_edited,
    is_noise,
    is_reply,
    is_said,
    says_when,
    strip_between,
    strip_front,
)
from sayso.blocks.stamps import find_stamp

_LONGEST_HEAD = 130
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 7
_MOST_BADGES = 3
# The shape of a head that is a name and no time.
BARE_NAME = ("name",)
# The shape of a head that is a name and a verb of saying.
SAYING = ("saying",)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before (or after) a comment: lines ``first`` to ``last``, the name, the time.

    ``shape`` is how it is laid out: on one line or with the name above, since when or on which day,
    with the time of day or without. ``said`` tells that a verb of saying follows the name.
    """

    first: int
    last: int
    author: str
    posted: str
    shape: tuple[str, ...]
    said: bool


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """All lines of a page that may head a comment, in order.

    Args:
        lines: the inked lines of the page.

    Returns:
        The heads, of every shape; two may share a line.
    """
    found = (_read_head(lines, at) for at in range(len(lines)))
    return [head for head in found if head]


def choose_heads(heads: Sequence[Head], start: int, stop: int) -> list[Head]:
    """The heads of one shape between two lines.

    Args:
        heads: all heads of the page.
        start: the first line to look at.
        stop: the line behind the last.

    Returns:
        The heads of the commonest shape, none sharing a line; of two shapes that are as common, those
        that come first.
    """
    apart: list[Head] = []
    for head in heads:
        if start <= head.first and head.last < stop and (not apart or head.first > apart[-1].last):
            apart.append(head)
    shapes = Counter(head.shape for head in apart)
    if not shapes:
        return []
    usual = max(shapes, key=lambda shape: (shapes[shape], shape == apart[0].shape))
    return [head for head in apart if head.shape == usual]


def is_name(text: str) -> bool:
    """Whether a line may be the name that somebody signs a comment with."""
    words = text.split()
    return (
        0 < len(text) <= _LONGEST_NAME
        and len(words) <= _MOST_NAME_WORDS
        and any(map(str.isalnum, text))
        and not (ends_as_sentence(text) and len(words) > 3)
        and not text.endswith(("?", ":"))
        and not says_when(text)
    )


def _read_head(lines: Sequence[Line], at: int) -> Head | None:
    """The head whose time stands in line ``at``."""
    text = lines[at].text
    stamp = find_stamp(text) if len(text) <= _LONGEST_HEAD and not is_edited(text) else None
    if stamp is None:
        return _read_saying(lines, at)
    posted = text[stamp[0] : stamp[1]].strip()
    before, after = text[: stamp[0]], text[stamp[1] :]
    author = strip_between(before)
    if not any(map(str.isalpha, author)) and not before.strip():
        author = strip_between(after)
    if any(map(str.isalpha, author)):
        if not is_name(author) or (before.strip() and not _is_tail(after)):
            return None
        said = is_said(before) or is_reply(strip_front(after))
        return Head(at, at, author, posted, ("inline", *_form(posted)), said)
    name = at - 1
    while name >= 0 and at - name <= _MOST_BADGES and _is_aside(lines[name].text):
        name -= 1
    if name < 0 or (author and len(author) > 6):
        return None
    above = lines[name].text
    if is_reply(above):
        return None
    author = strip_between(above)
    said = is_said(above) or is_reply(strip_front(after))
    if not is_name(author) or (not said and above.rstrip()[-1:] in ",;"):
        return None
    return Head(name, at, author, posted, ("above", *_form(posted)), said)


def _read_saying(lines: Sequence[Line], at: int) -> Head | None:
    """The head that is a name and a verb of saying, its time standing below the words: "Ada Marl said..."."""
    text = lines[at].text
    if len(text) > _LONGEST_NAME or not text.endswith(("...", "…", ":")) or not is_said(text):
        return None
    near = (lines[n].text for n in range(at + 1, min(at + 2 + _MOST_BADGES, len(lines))))
    below = next((one for one in near if not _is_aside(one)), "")
    if len(below) <= _LONGEST_HEAD and find_stamp(below) and not is_prose(below):
        return None
    author = strip_between(text)
    return Head(at, at, author, "", SAYING, said=True) if is_name(author) else None


def _form(posted: str) -> tuple[str, ...]:
    """How a time is printed: since when or on which day, with the time of day or without."""
    low = posted.lower()
    relative = any(word in low for word in ("ago", "vor ", "il y a", "hace"))
    return ("since" if relative else "day", "clock" if ":" in posted or "h" in low.split(" ")[-1] else "")


def _is_aside(text: str) -> bool:
    """Whether a line may stand between a name and its time: a rank, but not the buttons below a comment."""
    return is_badge(text) or (is_noise(text) and not text.isdigit() and not is_reply(text))


def _is_tail(after: str) -> bool:
    """Whether only buttons and joining words follow the time."""
    return not strip_between(after) or is_noise(after) or len(after.split()) <= 2
