"""Time stamps as pages print them beside a comment or under a title."""

from __future__ import annotations

import re2

from sayso.words import load_words

_WORDS = load_words("stamps")


def _any(patterns: list[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


_MONTH = _any(_WORDS["months"]["patterns"])
_WEEKDAY = _any(_WORDS["weekdays"]["patterns"])
_GLUED_WEEKDAY = _any(_WORDS["weekdays"]["glued"])
_RELATIVE = _any([pattern.replace("#", r"\d{1,3}") for pattern in _WORDS["since"]["patterns"]])
_GLUED = _any([pattern.replace("#", r"\d{1,3}") for pattern in _WORDS["glued"]["patterns"]])
_ZONE = r"(?:\s?(?:uhr|hrs|[ecmp][sd]?t|gmt|utc|cet|cest)\b)?"
_CLOCK = r"(?:[01]?\d|2[0-4])[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?" + _ZONE
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?[\s/-]{{0,2}}(?:of\s)?{_MONTH}[,\s/-]{{0,3}}(?:(?:19|20)\d\d)?\b"
    rf"|{_MONTH}[\s.]{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s?(?:19|20)\d\d)?\b"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:(?:19|20)\d\d|\d\d)\b"
    r"|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?:t|\b))"
)
_LINK = r"(?:\s?[,|/–—-]\s?|\s?(?:at|um|à|a las|on|@|alle|às|-)\s|\s?,?\s?)"
_STAMP = re2.compile(
    rf"(?i)(?:(?:\b{_WEEKDAY}|{_GLUED_WEEKDAY})\.?,?\s)?"
    rf"(?:(?:{_DATE}|\b{_RELATIVE}|{_GLUED})(?:{_LINK}{_CLOCK})?|{_CLOCK}{_LINK}{_DATE})"
)
_LONGEST = 400


def find_stamp(text: str) -> tuple[int, int] | None:
    """Where a line prints a time: a date, with or without the time of day, or "2 days ago".

    Args:
        text: one line; beyond 400 characters nothing is looked for.

    Returns:
        Start and end of the first one, or None.
    """
    found = _STAMP.search(text[:_LONGEST])
    return found.span() if found else None
