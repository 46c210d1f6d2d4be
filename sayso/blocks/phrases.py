"""The words around comments, as the word list has them, matched against whole lines."""

from __future__ import annotations

import re

from sayso.words import load_words

_WORDS = load_words("comments")
_LONGEST = 300
_NUMBER = r"(?:\d[\d.,’']*)"
_DIGITS = re.compile(r"\d[\d.,’']*")
_ONE = re.compile(r"(?i)^(?:one|ein|eine|un)\b")
_TRIM = " \t\u00a0:|·•–—-»«>()[]"


def _compile(table: str) -> re.Pattern[str]:
    """One pattern of a table; its wildcards are bounded and lines are short, so nothing can blow up."""
    patterns = [pattern.replace("#", _NUMBER) for pattern in _WORDS[table]["patterns"]]
    return re.compile("(?i)(?:" + "|".join(patterns) + ")")


_HEADING = _compile("heading")
_END = _compile("end")
_NOISE = _compile("noise")
_EDITED = _compile("edited")
_PINGBACK = _compile("pingback")
_BEFORE = tuple(_WORDS["between"]["before"])
_AFTER = tuple(_WORDS["between"]["after"])


def is_heading(line: str) -> bool:
    """Whether a line opens a list of comments: "23 Comments", "5 thoughts on “…”"."""
    return _whole(_HEADING, line)


def is_end(line: str) -> bool:
    """Whether a line closes a list of comments: "Leave a reply"."""
    return _whole(_END, line)


def is_noise(line: str) -> bool:
    """Whether a line is a button, a vote or a badge between comments: "Reply", "Like", "12"."""
    return _whole(_NOISE, line)


def is_edited(line: str) -> bool:
    """Whether a line says that a comment was changed: "Last edited 2 hours ago by Marl"."""
    return _whole(_EDITED, line)


def is_pingback(line: str) -> bool:
    """Whether a line is a link back from another site in a list of comments."""
    return _whole(_PINGBACK, line)


def declared_number(line: str) -> int | None:
    """The number of comments that a heading states; "One comment" is 1."""
    if found := _DIGITS.search(line[:_LONGEST]):
        digits = "".join(filter(str.isdigit, found.group()))
        return int(digits) if len(digits) < 8 else None
    return 1 if _ONE.search(line.strip(_TRIM)) else None


def strip_between(rest: str) -> str:
    """What is left of a line that heads a comment, its time taken out: the author's name.

    Args:
        rest: "Posted by Ada Marl on  at  Reply".

    Returns:
        "Ada Marl"; empty where only such words stood there.
    """
    words = rest.strip(_TRIM + ",#").strip()
    while True:
        low = words.lower()
        lead = next((one for one in _BEFORE if low == one or low.startswith((one + " ", one + ":"))), None)
        if lead is not None:
            words = words[len(lead) :].strip(_TRIM + ",")
            continue
        tail = next((one for one in _AFTER if low == one or low.endswith((" " + one, "|" + one))), None)
        if tail is None:
            return words
        words = words[: len(words) - len(tail)].strip(_TRIM + ",#")


def _whole(pattern: re.Pattern[str], line: str) -> bool:
    line = line.strip(_TRIM)
    return bool(line) and len(line) <= _LONGEST and bool(pattern.fullmatch(line))
