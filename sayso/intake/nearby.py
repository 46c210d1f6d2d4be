"""What stands right below the headline of a page: who wrote it, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.intake.days import find_day
from sayso.words import load_words

_READ = 60_000
_LONGEST_LINE = 120
# Standfirst, share row and picture may come between the headline and its date.
_REACH = 10
_SHORTEST_TITLE, _SLACK = 8, 20
# In a plain text: how long the first paragraph is, and how far above it the date may stand.
_PARAGRAPH, _ABOVE = 160, 8
_STOPS = '.!?”"’)'
_WORD = re.compile(r"\w+")
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_CHANGED = re.compile(r"(?i)\b(?:updated|modified|edited|changed)\b")
_FIRST = re.compile(r"(?i)\b(?:published|posted|created|first)\b")
# Small words that stand beside a date; a line with more of others is a sentence.
_WORDS = load_words("metadata")
_BESIDE = frozenset(_WORDS["dateline"]["words"])
_MOST_OTHERS = 1
# A name may be followed by a date without a mark between them.
_NO_NAME = "(?!(?i:" + "|".join(_WORDS["after_name"]["words"]) + r")\b)"
_PART = _NO_NAME + r"(?:[A-Z][\w.’'-]*|(?:d[aeiu]|van|von|der|den|del|la|le|bin|al)\b)"
_BY = re.compile(
    rf"(?:(?i:(?:words|story|text|report|written|posted|reported) )?(?i:by)):? {{1,3}}"
    rf"({_PART}(?: {_PART}){{1,4}}(?:(?:, (?:and )?| and | & ){_PART}(?: {_PART}){{1,4}}){{0,5}})"
)


@dataclass(frozen=True, slots=True)
class Nearby:
    """What the lines below the headline say; each None where they do not."""

    byline: str | None = None
    published: date | None = None
    modified: date | None = None


def read_nearby(text: str, titles: Sequence[str | None]) -> Nearby:
    """Read the lines below the headline.

    Args:
        text: the text of an HTML page; its first 60,000 characters are read.
        titles: what the headline may be.

    Returns:
        The names after "By", and the days of the lines that print little else; a day beside "updated" is
        that of the last change.
    """
    byline: str | None = None
    published: date | None = None
    modified: date | None = None
    for line in _lines_below(
        text, {plain for title in titles if title and len(plain := _plain(title)) > _SHORTEST_TITLE}
    ):
        if byline is None and (found := _BY.match(line)):
            byline = found.group(1)
        for part in _parts(line):
            day = find_day(part) if _is_dateline(part) else None
            if day and _CHANGED.search(part) and not _FIRST.search(part):
                modified = modified or day
            elif day:
                published = published or day
    return Nearby(byline, published, modified)


def find_printed_day(text: str) -> date | None:
    """The day printed where a report begins, in a plain text whose headline is not known.

    Args:
        text: a dump: its first 60,000 characters are read.

    Returns:
        The day of a line that prints little else: on or at most two lines from the first "By Ada Marl",
        else among the eight lines above the first long paragraph. None where there is none.
    """
    lines = [line for raw in text[:_READ].split("\n") if (line := raw.strip())]
    for number, line in enumerate(lines):
        if len(line) <= _LONGEST_LINE and _BY.match(line):
            beside = [line, *lines[number + 1 : number + 3], *lines[max(0, number - 2) : number]]
            if day := _first_day(beside):
                return day
    first = next((n for n, one in enumerate(lines) if len(one) >= _PARAGRAPH and one[-1] in _STOPS), 0)
    return _first_day(lines[max(0, first - _ABOVE) : first][::-1])


def _first_day(lines: Sequence[str]) -> date | None:
    """The day of the first dateline; one of the last change where there is no other."""
    found = [
        (bool(_CHANGED.search(part)), day)
        for line in lines
        if len(line) <= _LONGEST_LINE
        for part in _parts(line)
        if _is_dateline(part) and (day := find_day(part))
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _lines_below(text: str, titles: set[str]) -> Iterator[str]:
    """The short lines below those that say the title."""
    left = 0
    # Punctuation aside, a line that says a title is as long as that.
    longest = max(map(len, titles), default=0) + _SLACK
    shortest = min(map(len, titles), default=0)
    for raw in text[:_READ].split("\n"):
        line = raw.strip()
        if not line:
            continue
        if shortest <= len(line) <= longest and _plain(line) in titles:
            left = _REACH
        elif left:
            left -= 1
            if len(line) <= _LONGEST_LINE:
                yield line


def _parts(line: str) -> list[str]:
    """A line cut where it begins to say when it was changed: "4 May 2025, updated 6 May 2025"."""
    found = _CHANGED.search(line)
    return [line[: found.start()], line[found.start() :]] if found and found.start() else [line]


def _is_dateline(text: str) -> bool:
    others = sum(word not in _BESIDE for word in _LOWER.findall(text))
    return others <= _MOST_OTHERS and not (others and text.endswith("."))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
