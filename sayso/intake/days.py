"""Days as pages print them, in words or in the form of ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari janvier enero gennaio janeiro",
            "february feb februar février fevrier febrero febbraio fevereiro",
            "march mar märz mars marzo março",
            "april apr avril abril aprile",
            "may mai mayo maggio maio",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août aout agosto",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTHS_OF_YEAR = 12
_READ, _MOST_LINES, _LONGEST_LINE = 40_000, 400, 120
_ISO = re.compile(r"\b((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s{1,3}(?:of\s)?([^\W\d_]{3,10})\.?,?\s{1,3}((?:19|20)\d\d)\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}((?:19|20)\d\d)\b")
_STATED = re.compile(
    r"(?i)\s*(?:first |originally |article )?(?:published|posted|publication date|date published|release date"
    r"|veröffentlicht|publié|publicado|pubblicato)\b.{0,100}"
)
# "BRENZ, Norvia, March 19, 2025 (Newswire) - The ferry …": town in capitals, day in full, then a dash.
_DATELINE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'’-]{2,30}(?:, [A-Z][\w.' ]{1,20}){0,2},? "
    r"\(?(?P<day>[^\W\d_]{3,10}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [^\W\d_]{3,10},? (?:19|20)\d\d)\)?"
    r"(?: ?[(/][^()/]{2,30}[)/])? ?[-–—:]"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")


def find_day(text: str) -> date | None:
    """The first day that a short text prints in full.

    Args:
        text: "2025-01-04T08:00:00Z", "January 4, 2025", "4. Januar 2025", "04.01.2025".

    Returns:
        The day, or None where there is none or it cannot be ("2025-13-40"). A date in slashes whose
        first number is no year is only read where day and month can be told apart ("28/02/2025").
    """
    text = text[:200].strip()
    if found := _ISO.search(text) or _COMPACT.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]))
    if found := _DOTTED.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.search(text):
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        if one == other or max(one, other) > _MONTHS_OF_YEAR:
            return _day(year, min(one, other), max(one, other))
    return None


def find_stated_day(text: str) -> date | None:
    """The day of publication that a plain text states on a line of its own.

    Args:
        text: a dump or an article: its first 400 lines are read.

    Returns:
        The day of the first line such as "Published: 6 May 2024 | 09:12", or None. A date that no such
        word goes with may be another article's.
    """
    lines = text[:_READ].split("\n")[:_MOST_LINES]
    days = (find_day(line) for line in lines if len(line) <= _LONGEST_LINE and _STATED.fullmatch(line))
    return next((day for day in days if day), None)


def find_dateline_day(text: str) -> date | None:
    """The day that a report's dateline prints in full.

    Args:
        text: a dump or an article: its first 400 lines are read.

    Returns:
        The day of the first line that opens like "BRENZ, March 19, 2025 (Newswire) - ", or None.
    """
    lines = text[:_READ].split("\n")[:_MOST_LINES]
    found = (_DATELINE.match(line[:_LONGEST_LINE].lstrip()) for line in lines)
    return next((day for one in found if one and (day := find_day(one["day"]))), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
