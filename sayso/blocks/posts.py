"""Who said what is set off from the report: block quotations with a source, and embedded posts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import re2

from sayso.blocks.lines import ends_as_sentence
from sayso.blocks.stamps import find_stamp
from sayso.blocks.tree import Node, Run, Tree
from sayso.blocks.zones import Zone
from sayso.model import Span

_LONGEST_LINE = 200
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 6
_SOURCES = frozenset({"cite", "footer"})
# How the services sign a post that a page embeds (their oEmbed answers): "— Ada Marl (@marl) May 6, 2024",
# "A post shared by Ada Marl (@marl)", "Post by @marl@ketterly.example", "Posted by Ada Marl on Monday".
_HANDLE = r"\(\s?@[^()]{1,80}\)"
_SIGNED = re2.compile(rf"(?:—|–|―|--|&mdash;)\s?([^—–@(]{{1,60}}?)\s?{_HANDLE}")
_SHARED = re2.compile(
    r"(?i)^(?:(?:a (?:post|photo|video|reel) (?:shared|posted) by|post(?:ed)? by|by)\s([^()\n]{1,60}?)"
    rf"(?:\s?{_HANDLE}.*|\s(?:on|in)\s.*)?|([^()\n@]{{1,60}}?)\s?{_HANDLE}.{{0,60}}|(@[\w.@-]{{2,80}}))$"
)
_POSTED = re2.compile(
    rf"(?i)^a (?:post|photo|video|reel) (?:shared|posted) by\s([^()\n]{{1,60}}?)\s?{_HANDLE}"
)
_LEADING = re.compile(r"^[\s—–―~-]+")
_PLATFORM = re.compile(r"(?:^|\s)(?:@|u/)[\w.@-]{2,60}")


@dataclass(frozen=True, slots=True)
class Post:
    """Where the author and the time of a set-off stretch stand; None where the page prints none."""

    author: Span | None
    posted: Span | None


def find_posts(tree: Tree) -> dict[int, Post]:
    """Find who said the block quotations and embedded posts of an HTML page.

    Args:
        tree: the page's tree.

    Returns:
        By number of run, for the runs inside those elements whose author the page prints there.
    """
    boxes: dict[Node, list[int]] = {}
    outermost: list[Node] = []
    for node in tree.nodes:
        if _is_box(node) and not (outermost and outermost[-1].span.holds(node.span)):
            outermost.append(node)
    starts = [run.span.start for run in tree.runs] if outermost else []
    for box in outermost:
        first, end = bisect_left(starts, box.span.start), bisect_left(starts, box.span.end)
        boxes[box] = list(range(first, end))
    found: dict[int, Post] = {}
    for numbers in filter(None, boxes.values()):
        post = _read_box(tree, numbers)
        if post.author or post.posted:
            found.update(dict.fromkeys(numbers, post))
    return found


def find_signed(text: str, start: int) -> Post | None:
    """Read a line that signs an embedded post.

    Args:
        text: the line.
        start: where it begins in the page's text.

    Returns:
        Author and time of "— Ada Marl (@marl) May 6, 2024" or "A post shared by Ada Marl (@marl)", or None
        for any other line.
    """
    text = text[:_LONGEST_LINE]
    found = (_SIGNED.search(text) or _POSTED.match(text)) if "(" in text and "@" in text else None
    if found is None:
        return None
    stamp = find_stamp(text[found.end() :])
    posted = Span(start + found.end() + stamp[0], start + found.end() + stamp[1]) if stamp else None
    return Post(Span(start + found.start(1), start + found.end(1)), posted)


def _is_box(node: Node) -> bool:
    return node.tag == "blockquote" or bool(node.zones & Zone.POST)


def _read_box(tree: Tree, numbers: Sequence[int]) -> Post:
    """Author and time of an element: from its signature, else from the element that names somebody."""
    runs = [tree.runs[number] for number in numbers]
    for run in reversed(runs):
        if post := find_signed(run.text, run.span.start):
            return post
    for run in runs:
        found = _SHARED.search(run.text) if len(run.text) <= _LONGEST_LINE else None
        place = found.lastindex if found else None
        if found and place and _is_name(found.group(place)):
            return Post(_inside(run, found.start(place), found.end(place)), _find_time(runs))
    named = next((span for run in runs if (span := _named_in(run))), None) or _dashed(runs)
    return Post(named, _find_time(runs) if named else None)


def _find_time(runs: Sequence[Run]) -> Span | None:
    """The time that a short run of the element prints."""
    for run in runs:
        if (
            len(run.text) <= _LONGEST_LINE
            and not ends_as_sentence(run.text)
            and (stamp := find_stamp(run.text))
        ):
            return _inside(run, *stamp)
    return None


def _named_in(run: Run) -> Span | None:
    """The name in a run whose element names a source: a cite, a footer, an author."""
    for node in run.node.up():
        if node.tag == "blockquote" or len(run.text) > _LONGEST_LINE:
            return None
        if node.tag in _SOURCES or node.zones & (Zone.PERSON | Zone.BYLINE):
            return _name_at(run)
    return None


def _dashed(runs: Sequence[Run]) -> Span | None:
    """The name behind a dash in the last run of several."""
    last = runs[-1]
    dashed = len(runs) > 1 and last.text[0] in "—–―~-" and len(last.text) <= _LONGEST_LINE
    return _name_at(last) if dashed and not ends_as_sentence(last.text) else None


def _name_at(run: Run) -> Span | None:
    """The name that opens a run, up to a comma, a bracket, a handle or a time."""
    start = found.end() if (found := _LEADING.match(run.text)) else 0
    stamp = find_stamp(run.text)
    ends = [at for mark in (",", "(", "|", "·", "\n") if (at := run.text.find(mark, start)) > 0]
    ends += [stamp[0]] if stamp and stamp[0] > start else []
    if handle := _PLATFORM.search(run.text, start + 1):
        ends.append(handle.start())
    end = start + len(run.text[start : min(ends, default=len(run.text))].rstrip(" —–-"))
    return _inside(run, start, end) if _is_name(run.text[start:end]) else None


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _MOST_NAME_WORDS
        and len(text) <= _LONGEST_NAME
        and any(map(str.isalpha, text))
        and not text[:1].islower()
    )


def _inside(run: Run, start: int, end: int) -> Span:
    return Span(run.span.start + start, run.span.start + end)
