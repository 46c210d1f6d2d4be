"""What stands between a hostile page and the parser: caps on attributes and on nesting.

libxml2 takes time square in the number of attributes of one tag and stops reading below 2,048 open
elements. Both are cut down here in one linear pass, which only runs on pages that show signs of either.
"""

from __future__ import annotations

import re

from sayso.model import Notice
from sayso.words import load_words

# No real tag has a tenth of these; libxml2 needs less than a hundredth of a second for them.
MOST_ATTRIBUTES = 1_000
# Deepest nesting kept; browsers stop at 512 (Blink, kMaximumHTMLParserDOMTreeDepth).
DEEPEST = 400
_MANY_ATTRIBUTES = 30_000
_LONG_TAG = 50_000

_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+|(?=>)))?+"""
)
_TAG_END = re.compile(r"[\s/]*+>")
_WORDS = load_words("markup")
_FLAT = frozenset(_WORDS["flat"]["tags"])
_RAW = frozenset(_WORDS["raw"]["tags"])


def looks_crowded(html: str) -> bool:
    """Whether a tag with very many attributes may stand in the page: a cheap test, seldom true."""
    if html.count("=") > _MANY_ATTRIBUTES:
        return True
    # A tag longer than two windows leaves a window without an end of a tag; most pages have none.
    windows = range(0, len(html), _LONG_TAG // 2)
    if all(html.find(">", at, at + _LONG_TAG // 2) >= 0 for at in windows[:-1]):
        return False
    long = (piece for piece in html.split(">") if len(piece) > _LONG_TAG)
    return any(len(piece) - opening > _LONG_TAG for piece in long if (opening := piece.rfind("<")) >= 0)


def thin_out(html: str, deepest: int | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Drop the attributes beyond 1,000 of a tag and, if asked, the tags nested deeper than ``deepest``.

    Args:
        html: the page's source.
        deepest: how many open elements to keep; None to leave nesting alone.

    Returns:
        The source, with a line break in place of each dropped tag, and a notice for each thing dropped.
    """
    pieces: list[str] = []
    at = depth = crowded = buried = 0
    lowered = html.lower()
    while (opening := _NAME.search(html, at)) is not None:
        closing, name = bool(opening.group(1)), opening.group(2).lower()
        count, cut, end = _read_attributes(html, opening.end())
        tag = html[opening.start() : end]
        if count > MOST_ATTRIBUTES:
            crowded += 1
            tag = html[opening.start() : cut] + ">"
        if deepest is not None and name not in _FLAT:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth + closing > deepest:
                buried += 1
                tag = "<br>"
        pieces += (html[at : opening.start()], tag)
        at = end
        if not closing and name in _RAW:
            stop = lowered.find(f"</{name}", at)
            stop = len(html) if stop < 0 else stop
            pieces.append(html[at:stop])
            at = stop
    pieces.append(html[at:])
    return "".join(pieces), _say(crowded, buried, deepest)


def _say(crowded: int, buried: int, deepest: int | None) -> tuple[Notice, ...]:
    notices = []
    if crowded:
        what = f"{crowded} tags have more than {MOST_ATTRIBUTES} attributes; the rest of them was left out"
        notices.append(Notice("attributes", what))
    if buried:
        what = f"nested deeper than {deepest} elements; {buried} tags below that were read as line breaks"
        notices.append(Notice("nesting", what))
    return tuple(notices)


def _read_attributes(html: str, at: int) -> tuple[int, int, int]:
    """How many attributes a tag has, where the last one that is kept ends, where the tag ends."""
    count, cut = 0, at
    while not (end := _TAG_END.match(html, at)):
        attribute = _ATTRIBUTE.match(html, at)
        if attribute is None or attribute.end() == at:
            return count, cut, len(html)
        at = attribute.end()
        count += 1
        if count <= MOST_ATTRIBUTES:
            cut = at
    return count, cut, end.end()
