"""The words around comments, as the word list has them, matched against whole lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import re2

from sayso.words import load_words

_WORDS = load_words("comments")
_LONGEST = 300
# RE2 takes a bounded wildcard for so many states; lines are short, so an unbounded one says the same.
_BOUNDED = re.compile(r"\.\{\d,\d+\}")
_NUMBER = r"(?:\d[\d.,’']*)"
_ADDRESSED = re.compile(r"(?i)\b(?:you|your|we|us|our|me|please|subscribe|sign up|javascript)\b")
# A short line in brackets names the owner of a picture.
_CREDIT = re.compile(r"[(\[][A-Z][^()\[\].?!; ]*(?: [^()\[\].?!; ]+){0,4}\.?[)\]]")
# Agencies' captions may be as long as a paragraph; then only a credit in brackets at the end tells.
_LONGEST_CAPTION, _LONGEST_CREDIT = 900, 120
_CREDITED = re.compile(
    r"(?i)[(\[](?:[^()\[\]]{0,60}\b(?:photo|image|picture)s? ?(?:[/:|]|by\b|via\b|courtesy\b|credit\b)"
    r"|(?:[^()\[\]]{0,60}/)?(?:getty|courtesy of|via ap)\b)[^()\[\]]{0,60}[)\]]\.?$"
)
_STATED = re.compile(
    r"(?i)(?<![\w.,])(\d[\d.,’']*|one|an?|eine?|un) "
    r"(?:comments?|kommentare?|commentaires?|comentarios?|commenti?)\b"
)
_VOTES = re.compile(
    r"(?i)(?:rating: |likes?:? |like ?liked by )?([-+−]?\d{1,6})(?: (?:votes?|likes?|points?|people|person))?"
)
# The number beside a button in a row of them: "Respect (3)ReplyShare", "Recommend 3", "3ReplyShare".
_BESIDE_BUTTON = re.compile(
    r"(?i)(?:\b(?:likes?|recommend(?:ed)?|respect|upvotes?|agree|helpful|gefällt mir)[ :]{0,2}\(?|^)"
    r"([-+−]?\d{1,6})"
)
_CORRECTION = re.compile(
    r"(?i)(?:corrections?|corrected|clarifications?|errat(?:um|a))(?: (?:and|&) clarifications?)?"
    r"(?: ?[(,][^:]{0,40})? ?[:—–-] ?\S|(?:an|a previous|the original) (?:earlier )?version of this "
    r"(?:article|story|report|headline|post)\b"
)
_QUOTES = "“‘\"'"
# What a sentence of news has, and one that praises a newsletter has not.
_FEWEST_SPACES = 3
_ENDS = re.compile(r"[.!?][”\"’']?$")
_TOLD = re.compile(r"\b(?:was|were|had|has been|have been|said|says|told|according)\b")
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])[”\"’']? (?=[A-Z])")
_CLOSING = re.compile(
    r"(?i)[(\[*_]?(?:additional |further )?(?:reporting|editing|writing|contribut(?:ing|ed))(?: by|:) ?\S"
    r"|(?:editor[’']s|author[’']s) note ?[:—–-] ?\S"
)
_DIGITS = re.compile(r"\d[\d.,’']*")
_ONE = re.compile(r"(?i)^(?:one|ein|eine|un)\b")
_EDGES = " \t\u00a0:|/·•–—-»«>,#"
_BRACKETS = (("(", ")"), ("[", "]"))
_TRIM = " ±{}\t\u00a0:|·•–—-»«>()[]"


def _compile(table: dict[str, Any]) -> re.Pattern[str]:
    """One pattern of a table; its wildcards are bounded and lines are short, so nothing can blow up."""
    patterns = [pattern.replace("#", _NUMBER) for pattern in table["patterns"]]
    return re.compile("(?i)(?:" + "|".join(patterns) + ")")


def _compile_search(table: dict[str, Any]) -> re.Pattern[str]:
    """One pattern to search a line for; many alternatives at every place are what RE2 is for."""
    patterns = [_BOUNDED.sub(".*", pattern) for pattern in table["patterns"]]
    compiled: re.Pattern[str] = re2.compile("(?i)(?:" + "|".join(patterns) + ")")
    return compiled


_PAGE_WORDS = load_words("furniture")
# Looked up by name: a pattern as a key of a cache is hashed anew, over its whole code, at every call.
_PATTERNS = {
    **{
        name: _compile(_WORDS[name])
        for name in ("heading", "end", "noise", "reply", "badge", "edited", "pingback", "paging")
    },
    **{name: _compile(_PAGE_WORDS[name]) for name in ("line", "related", "picture")},
}
_ANSWERS = "|".join(_WORDS["buttons"]["answer"])
_BUTTON = f"{_ANSWERS}|{'|'.join(_WORDS['buttons']['words'])}"
_BUTTONS = re2.compile(rf"(?i)(?:{_BUTTON}|[\s\d()\[\]·•|,.:;/›»+−–-])+")
# Most lines are told apart by their first letters.
_BUTTON_STARTS = frozenset(word[:3] for table in ("answer", "words") for word in _WORDS["buttons"][table])
_NUMBERED_NAME = re.compile(r"[^\W\d_]\d")
_ANSWER = re2.compile(f"(?i)(?:{_ANSWERS})")
_LONGEST_BUTTONS = 80
_BEFORE_BUTTON = " 0123456789()[]·•|,.:;/›»+−–-"
_PROMO = _compile_search(_PAGE_WORDS["promo"])
_ASKS = re.compile(rf"(?i)(?:{'|'.join(map(re.escape, _PAGE_WORDS['asks']['words']))})(?!\w)")
_TAIL = _compile_search(_PAGE_WORDS["tail"])
_BEFORE = tuple(_WORDS["between"]["before"])
# A verb meant for screen readers alone stands right behind the name: "Marlsays:".
_GLUED = re.compile(r"(?<=\w)(?:says|sagt|schreibt):\s*$")
_NUMBERED = re.compile(
    r"(?i)^(?:[+−-]{1,2}\d{1,4}(?=#))?#\d{1,5}(?=[^\W\d_])"
    r"|^#?\d{1,5}[.):]?\s+(?=(?:kommentar|comment|commentaire|von|by)\b)"
)
_SAYING = frozenset(_WORDS["between"]["saying"])
_WHEN = frozenset(_WORDS["between"]["when"])
_AFTER = tuple(_WORDS["between"]["after"])


def is_heading(line: str) -> bool:
    """Whether a line opens a list of comments: "23 Comments", "5 thoughts on “…”"."""
    return _whole("heading", line)


def is_end(line: str) -> bool:
    """Whether a line closes a list of comments: "Leave a reply"."""
    return _whole("end", line)


def is_noise(line: str) -> bool:
    """Whether a line is a button or a vote between comments: "Reply", "Like", "12", "LikeReply (3)"."""
    return _whole("noise", line) or _is_buttons(line)


def is_reply(line: str) -> bool:
    """Whether a line is the button that answers a comment, or a row with it: "Reply", "LikeReply"."""
    return _whole("reply", line) or (_is_buttons(line) and _ANSWER.search(line) is not None)


def _is_buttons(line: str) -> bool:
    """Whether a line is a row of buttons with their numbers, be it without spaces between them."""
    # A name may be such a word with a number right behind it.
    if len(line) > _LONGEST_BUTTONS or line.lstrip(_BEFORE_BUTTON)[:3].lower() not in _BUTTON_STARTS:
        return False
    if _NUMBERED_NAME.search(line):
        return False
    return _BUTTONS.fullmatch(line) is not None


def is_said(text: str) -> bool:
    """Whether a line that heads a comment ends with a verb of saying: "Ada Marl says:"."""
    words = text.strip(_EDGES + ".…").lower().split()
    return bool(words) and (words[-1] in _SAYING or (len(words) > 1 and words[-2].rstrip(",") in _SAYING))


def find_votes(line: str) -> int | None:
    """The net number of votes that a line between comments states: "-2", "Rating: 36 Votes"."""
    line = line.strip()
    found = _VOTES.fullmatch(line) if len(line) < _LONGEST else None
    if found is None and _is_buttons(line):
        found = _BESIDE_BUTTON.search(line)
    return int(found.group(1).replace("−", "-")) if found else None


def says_when(line: str) -> bool:
    """Whether a line begins like one that says when something happened, and so with no name: "Joined"."""
    return line.partition(" ")[0].rstrip(":").lower() in _WHEN


def is_badge(line: str) -> bool:
    """Whether a line is a rank beside a name: "Author", "Moderator"."""
    return _whole("badge", line)


def is_edited(line: str) -> bool:
    """Whether a line says that a comment was changed: "Last edited 2 hours ago by Marl"."""
    return _whole("edited", line)


def is_pingback(line: str) -> bool:
    """Whether a line is a link back from another site in a list of comments."""
    return _whole("pingback", line)


def is_paging(line: str) -> bool:
    """Whether a line leads to more comments: "Older comments", "Load more comments"."""
    return _whole("paging", line)


def is_correction(line: str) -> bool:
    """Whether a line says what the report had wrong or was changed: "Correction: …"."""
    return _CORRECTION.match(line) is not None


def is_closing_note(line: str) -> bool:
    """Whether a line is a note below the report: who else wrote it, what was changed."""
    return len(line) <= _LONGEST and _CLOSING.match(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is made of words of the page and not of the report: "Share this article"."""
    return (_whole("line", line) or is_related(line) or _is_promo(line)) and not _is_told(line)


def _is_told(line: str) -> bool:
    """Whether a line only opens like one of the page and is a sentence with a figure: "Shares fell 4%."."""
    told = any(map(str.isdigit, line)) and line.count(" ") >= _FEWEST_SPACES and _ENDS.search(line)
    return bool(told) and _ASKS.match(line) is None and _ADDRESSED.search(line) is None


@lru_cache(maxsize=4096)
def _is_promo(line: str) -> bool:
    """Whether the page speaks to its reader of itself: "Sign up for our newsletter to get more".

    A line with a figure is kept, and one that says something else first, be it in quotation marks: better
    an offer too many than a fact too few.
    """
    if len(line) > _LONGEST or any(map(str.isdigit, line)) or _ADDRESSED.search(line) is None:
        return False
    found = _PROMO.search(line)
    if found is None or line[0] in _QUOTES:
        return False
    stop = max((end.end() for end in _SENTENCE_END.finditer(line, 0, found.start() + 1)), default=0)
    first = line[:stop]
    return _ADDRESSED.search(first) is not None or _TOLD.search(first) is None


def is_related(line: str) -> bool:
    """Whether a line opens a list of other articles: "Related stories", "Read next"."""
    return _whole("related", line)


def is_picture_row(line: str) -> bool:
    """Whether a line belongs to a picture: "Click to see the full-size image", "Photo: Ada Marl"."""
    if _LONGEST < len(line) <= _LONGEST_CAPTION:
        return _CREDITED.search(line, len(line) - _LONGEST_CREDIT) is not None
    return _whole("picture", line) or _CREDIT.fullmatch(line) is not None


def is_tail(line: str) -> bool:
    """Whether a line at the end of a report speaks of the page: "Follow us on …", "© The Marl"."""
    return _TAIL.search(line[:_LONGEST]) is not None


def declared_number(line: str) -> int | None:
    """The number of comments that a heading states; "One comment" is 1."""
    if _ONE.search(line.strip(_TRIM)):
        return 1
    if found := _DIGITS.search(line[:_LONGEST]):
        digits = "".join(filter(str.isdigit, found.group()))
        return int(digits) if len(digits) < 8 else None
    return None


def stated_number(line: str) -> int | None:
    """The number of comments that a row of buttons states: "Posted in Mills | Permalink | 1 Comment"."""
    found = _STATED.search(line[:_LONGEST])
    return declared_number(found.group(1)) if found else None


def strip_between(rest: str) -> str:
    """What is left of a line that heads a comment, its time taken out: the author's name.

    Args:
        rest: "Posted by Ada Marl on  at  Reply".

    Returns:
        "Ada Marl"; empty where only such words stood there.
    """
    words = _unwrap(_NUMBERED.sub("", _GLUED.sub("", rest.strip())))
    while True:
        low = words.lower()
        lead = next((one for one in _BEFORE if low == one or low.startswith((one + " ", one + ":"))), None)
        if lead is not None:
            words = _unwrap(words[len(lead) :])
            continue
        tail = next((one for one in _AFTER if low == one or low.endswith((" " + one, "|" + one))), None)
        if tail is None:
            return words
        words = _unwrap(words[: len(words) - len(tail)])


def strip_front(text: str) -> str:
    """A text without the joining marks before it."""
    return text.lstrip(_EDGES)


def _unwrap(words: str) -> str:
    """Without the joining marks around, and without a bracket that nothing opens or closes."""
    words = words.strip(_EDGES)
    for opening, closing in _BRACKETS:
        if words.startswith(opening) and closing not in words:
            words = words[1:].strip(_EDGES)
        if words.endswith(closing) and opening not in words:
            words = words[:-1].strip(_EDGES)
        if words.startswith(opening) and words.endswith(closing):
            words = words[1:-1].strip(_EDGES)
    return words


def _whole(pattern: str, line: str) -> bool:
    return len(line) <= _LONGEST and _matches(pattern, line)


@lru_cache(maxsize=16_384)
def _matches(pattern: str, line: str) -> bool:
    """Whether a short line matches from end to end; buttons and badges come again and again."""
    line = line.strip(_TRIM)
    return bool(line) and bool(_PATTERNS[pattern].fullmatch(line))
