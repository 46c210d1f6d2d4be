"""Which language a text is in, offline."""

from __future__ import annotations

import re

from resiliparse.parse.lang import detect_fast

from sayso.model import Notice
from sayso.words import load_words

_ENGLISH = frozenset(load_words("languages")["english"]["words"])
_WORD = re.compile(r"[^\W\d_]+")
# Share of the words above in running English: about 0.3 in news; no other language reaches a tenth.
_SURE = 0.12
_LIKELY = 0.04
# Below this many words the detector is as often wrong as right.
_SHORTEST = 30
_SAMPLE = 4_000
_LONG_LINE = 60
_STOPS = '.!?…"”»。'


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of a text is in.

    Args:
        text: a page's text; its long lines are read first, since menus are in no language.

    Returns:
        The code, or None where the text is too short or too mixed to tell.
    """
    sample = _running_text(text)
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    foreign_script = len(sample.encode()) > 1.5 * len(sample)
    english = 0.0 if foreign_script else sum(word in _ENGLISH for word in words) / len(words)
    if english >= _SURE:
        return "en"
    if len(words) < _SHORTEST and not foreign_script:
        return None
    code, _ = detect_fast(sample)
    if code == "en":
        return "en" if english >= _LIKELY else None
    return str(code) if len(code) == 2 and english < _LIKELY else None


def say_language(language: str | None) -> tuple[Notice, ...]:
    """The notice for a page that is not in English."""
    if language in (None, "en"):
        return ()
    what = f"the page is in another language ({language}): only English is read so far"
    return (Notice("language", f"{what}; blocks and comments are given"),)


def _running_text(text: str) -> str:
    """Up to 4,000 characters of sentences, of long lines where there are none, of all lines at the worst."""
    lines = [line.strip() for line in text[: 40 * _SAMPLE].split("\n")]
    long_lines = [line for line in lines if len(line) >= _LONG_LINE]
    closed = [line for line in long_lines if line[-1] in _STOPS]
    for chosen in (closed, long_lines):
        if sum(map(len, chosen)) > 2 * _LONG_LINE:
            return "\n".join(chosen)[:_SAMPLE]
    return text[:_SAMPLE]
