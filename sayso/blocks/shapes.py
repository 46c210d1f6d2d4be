"""What the shape of a line tells: a byline, the title of another article, a row of figures."""

from __future__ import annotations

import re

from sayso.blocks.lines import ends_as_sentence
from sayso.blocks.phrases import strip_between
from sayso.blocks.stamps import find_stamp

# A line with a price is news or an offer, and no title of another article.
MONEY = frozenset("$€£¥")
_BY = re.compile(r"(?:(?i:by|von|par|por|di|text|words|(?:written|posted|reported|story) by)):? +[^\W\d_a-z]")
_DATED = re.compile(
    r"(?i)\b(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|edited|aktualisiert"
    r"|veröffentlicht|publié|stand|mis à jour|publicado|опубликовано)\b)"
)
_BARE_BY = frozenset({"by", "by:", "von", "par"})
_PAIR = re.compile(r"[^.!?:]{2,60}: \S")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST_BYLINE = 120
_MOST_NAME_WORDS = 6
# In a title all words but the little ones begin with a capital.
_LITTLE = 4
_TITLED = 0.75
_FEWEST_TITLE_WORDS = 5


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the report or when it came out, and nothing else.

    Args:
        text: a line of a page: "By Ada Marl", "4 May 2020 Ada Marl", "Published: 4 May 2020 | 09:12".
    """
    if text[0] in "—–-•" or len(text) > _LONGEST_BYLINE:
        return False
    by = _BY.match(text) is not None
    stamp = find_stamp(text)
    if stamp and (by or (_DATED.search(text) and not ends_as_sentence(text))):
        return True
    if ends_as_sentence(text) and len(text) > 60:
        return False
    if stamp:
        rest = strip_between(text[: stamp[0]] + " " + text[stamp[1] :])
        return len(rest.split()) <= _MOST_NAME_WORDS
    return text.lower() in _BARE_BY or (by and len(text.split()) <= _MOST_NAME_WORDS + 3)


def is_worded_byline(text: str) -> bool:
    """Whether a line is a byline by its words, and not by a date alone: "Published: 4 May 2020"."""
    if len(text) > _LONGEST_BYLINE or not (_BY.match(text) or _DATED.search(text)):
        return False
    return is_byline(text)


def is_title(text: str) -> bool:
    """Whether a line is written like the title of an article: capitals, five words or more, no stop."""
    if ends_as_sentence(text) and not text.endswith("?"):
        return False
    words = _WORD.findall(text)
    if not _FEWEST_TITLE_WORDS <= len(words) <= 30:
        return False
    big = [word for word in words if len(word) > _LITTLE] or words
    return bool(sum(word[0].isupper() for word in big) >= _TITLED * len(big))


def is_row(text: str) -> bool:
    """Whether a line may be a row of a list or table: it prints a digit, or a name and what belongs to it."""
    return any(map(str.isdigit, text)) or _PAIR.match(text) is not None
