"""The lines of a text with their places, and what their shape tells."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Span

_MENU_CAPITALS = 0.65
_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink in it. ``span`` leaves out the white space around it.

    ``number`` counts the lines of the page from 0, blank ones too, ``gap`` the blank lines before it.
    """

    span: Span
    text: str
    number: int
    gap: int


def find_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that have ink in them, in order."""
    lines: list[Line] = []
    last, at = -1, 0
    for number, raw in enumerate(text.split("\n")):
        inked = raw.strip()
        if inked:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(Span(start, start + len(inked)), inked, number, number - last - 1))
            last = number
        at += len(raw) + 1
    return tuple(lines)


def ends_as_sentence(text: str) -> bool:
    """Whether a line ends with a mark that closes a sentence, or with a closing mark after one."""
    tail = text.rstrip("\"'”’»)] 」』）")
    return tail[-1:] in _STOPS


def is_prose(text: str) -> bool:
    """Whether a line is long enough, and closed like a sentence, to be a paragraph.

    A character of Chinese, Japanese or Korean says as much as two or three letters.
    """
    size = len(text)
    if size < 20 or (size < 40 and text.isascii()):
        return False
    if size < 140:
        size += sum(map("\u2e7f".__lt__, text))
    if size >= 40 and ends_as_sentence(text):
        return True
    return size >= 140 and not _is_menu(text)


def _is_menu(text: str) -> bool:
    """Whether most words of a long line begin with a capital, as in a row of links."""
    words = text[:400].split()
    return sum(word[0].isupper() for word in words) > _MENU_CAPITALS * len(words)
