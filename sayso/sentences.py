"""Sentences of the report: where one ends, by the marks that end it and the words around them.

One pass over the text of each block, linear in its length. The rules are those of the style books: a
full stop belongs to an abbreviation, an initial, a decimal or a list number unless what follows opens a
sentence; closing marks stay with the sentence that they close.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from sayso.model import Block, Reading, Sentence, Span
from sayso.vocabulary import BlockKind, PageKind
from sayso.words import load_words

SPOKEN = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.TABLE,
        BlockKind.CAPTION,
    }
)
# The blocks room says so of a caption that is a link to another article: its figures are not this report's.
ELSEWHERE = "figcaption of a linked title"
# In these a line is an item or a row of its own, whether or not a mark ends it.
LINE_BY_LINE = frozenset({BlockKind.LIST, BlockKind.TABLE})

# No sentence is longer: the parser reads no more of one, and what is longer is a list or an attack.
LONGEST = 2_000

_WORDS = load_words("sentences")
_NEVER = frozenset(_WORDS["never"]["words"])
_BEFORE_NUMBER = frozenset(_WORDS["before_number"]["words"])
_MAY_END = frozenset(_WORDS["may_end"]["words"])
_CLOCK = frozenset(_WORDS["clock"]["words"])
_CLOCK_FOLLOWERS = frozenset(_WORDS["clock"]["followers"])
_OPENERS = frozenset(_WORDS["openers"]["words"])
_REPORTING = frozenset(_WORDS["reporting"]["words"])

# Behind a name these lead to an office or a place: "Reed of the county said".
_OFFICE = frozenset({"of", "from", "at", "for"})
_NAME_PARTS = frozenset({"of", "de", "van", "von", "al", "bin", "da", "la", "the"})

_STOP = re.compile(r"[.!?…]+")
_CLOSERS = "\"'”’»›)]}″"
_QUOTE_CLOSERS = "\"'”’»›″"
_NOTE = re.compile(r"\[\d{1,3}\]")
_WORD_BEFORE = re.compile(r"[^\s(\[{“\"‘«/—–]{1,24}\Z")
_WORD_AFTER = re.compile(r"[^\W_][\w'’.-]{0,40}")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\Z")
_BEHIND = frozenset(_WORDS["behind"]["words"])
_BEHIND_WHAT = re.compile(r"(?:\b[A-Z][\w’']+|\d|\bsq\.?|\bcu\.?|\bet)\s\Z")
_BREAK = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")
# Marks behind which a line break parts, whatever follows; a line as short as this is no wrapped one.
_LINE_ENDS = frozenset('.!?…:;”"»')
_SHORT_LINE = 50
_BRACKET = re.compile(r"[()]")


def find_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Split the blocks that belong to the report into sentences.

    Args:
        reading: the reading so far; its page and blocks are read.

    Returns:
        The sentences in the order of the blocks, each inside one block, without the white space around
        it. Bylines, furniture, related links, comments and captions of links to other articles have none.
    """
    text = reading.page.text
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(reading.blocks)
        if block.kind in SPOKEN and block.because != ELSEWHERE
        for span in _split_block(text, block, breaks=reading.page.kind is PageKind.HTML)
    )


def _split_block(text: str, block: Block, *, breaks: bool) -> Iterator[Span]:
    """The sentences of one block: its parts first (lines or paragraphs), then the marks in each.

    ``breaks`` tells that a line end is one that the page asked for, and not where a text was wrapped.
    """
    edge = _LINE if breaks or block.kind in LINE_BY_LINE else _BREAK
    start = block.span.start
    for gap in edge.finditer(text, block.span.start, block.span.end):
        if block.kind in LINE_BY_LINE or edge is _BREAK or _parts(text, start, gap.start(), block):
            yield from _split_part(text, start, gap.start())
            start = gap.end()
    yield from _split_part(text, start, block.span.end)


def _parts(text: str, start: int, at: int, block: Block) -> bool:
    """Whether a line break of a page parts two sentences: behind a mark, or between two short lines."""
    if block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
        return False
    line = text[max(start, text.rfind("\n", start, at) + 1) : at].rstrip()
    following = text[at + 1 : min(at + 2, block.span.end)]
    if line[-1:] in _LINE_ENDS:
        return True
    return len(line) <= _SHORT_LINE and not following.islower()


def _split_part(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch that no line edge divides."""
    begin = start
    pairs = _bracket_pairs(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin:
            continue
        after = _skip_closers(text, stop.end(), end)
        if _inside_bracket(pairs, begin, after) or not _ends_here(text, begin, stop.span(), after, end):
            continue
        yield from _trimmed(text, begin, after)
        begin = after
    yield from _trimmed(text, begin, end)


def _skip_closers(text: str, at: int, end: int) -> int:
    """The offset behind the closing marks and reference numbers that follow a stop."""
    while at < end:
        if text[at] in _CLOSERS:
            at += 1
        elif text[at] == "[" and (note := _NOTE.match(text, at, end)):
            at = note.end()
        else:
            break
    return at


def _bracket_pairs(text: str, start: int, end: int) -> deque[tuple[int, int]]:
    """The outermost pairs of round brackets, in order; an unclosed one is none."""
    pairs: deque[tuple[int, int]] = deque()
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket.group() == "(":
            opened.append(bracket.start())
        elif opened:
            first = opened.pop()
            while pairs and pairs[-1][0] > first:
                pairs.pop()
            pairs.append((first, bracket.start()))
    return pairs


def _inside_bracket(pairs: deque[tuple[int, int]], begin: int, at: int) -> bool:
    """Whether ``at`` lies in a bracket that the sentence opened on its way, not at its first character."""
    while pairs and pairs[0][1] < at:
        pairs.popleft()
    return bool(pairs) and begin + 1 < pairs[0][0] < at <= pairs[0][1]


def _ends_here(text: str, begin: int, stop: tuple[int, int], after: int, end: int) -> bool:
    """Whether the stop at ``stop``, whose closing marks end at ``after``, ends the sentence."""
    if after >= end:
        return True
    marks = text[stop[0] : stop[1]]
    following = _WORD_AFTER.match(text, _next_ink(text, after, end), end)
    word = following.group() if following else ""
    if not text[after].isspace():
        return _space_is_missing(text, stop, after, word)
    first = text[_next_ink(text, after, end)]
    if first.islower() and not _camel(word):
        return False
    if first in ",;:)]":
        return False
    if "!" in marks or "?" in marks:
        return not (after > stop[1] and _reported(text, _next_ink(text, after, end), end))
    if marks != ".":
        return True
    return _full_stop_ends(text, begin, stop[0], word, first)


def _full_stop_ends(text: str, begin: int, at: int, word: str, first: str) -> bool:
    """Whether a single full stop ends the sentence: what stands before it decides, then what follows."""
    found = _WORD_BEFORE.search(text, max(begin, at - 24), at)
    before = found.group() if found else ""
    if _LIST_NUMBER.fullmatch(text[begin : at + 1].strip()):
        return False
    if re.fullmatch(r"(?:\d{1,2}|[A-Z][a-z]{2,4}\.?)-[A-Z][a-z]{2,3}", before):
        before = before.rpartition("-")[2]  # "Jan. 27-Feb. 1", "Jan.-Feb. 2031"
    low = before.lower().strip(".,")
    opens = word.lower() in _OPENERS
    initial = len(before) == 1 and before.isupper()
    if low in _BEFORE_NUMBER and not initial:
        return not (first.isdigit() or first == "#")
    if low in _NEVER:
        # "Elm St. The road", "3 sq. ft. The rest", "Reed et al. They": behind these it may be a word's end.
        return (
            opens
            and low in _BEHIND
            and _BEHIND_WHAT.search(text, max(begin, at - 40), at - len(low)) is not None
        )
    if low in _CLOCK:
        return word.lower().rstrip(".") not in _CLOCK_FOLLOWERS and not first.isdigit()
    if low in _MAY_END and before[:1].isupper():
        return opens or (first in '“"‘(' and not word.isdigit())
    if initial and before.isalpha():
        # "J. Marlow" is an initial, "World War I. The" an end; "I" ends more often than it begins a name.
        return opens and word.lower() != "a"
    if "." in before and all(len(part) <= 2 for part in before.split(".")) and not before[:1].isdigit():
        return opens or first in '“"‘'
    return True


def _space_is_missing(text: str, stop: tuple[int, int], after: int, word: str) -> bool:
    """Whether a sentence ends although no space follows: "was closed.The mayor", "“closed.”The mayor"."""
    if after > stop[1] and any(mark in _QUOTE_CLOSERS for mark in text[stop[1] : after]):
        return text[after].isupper() and text[after + 1 : after + 2].islower()
    head = re.split(r"[.'’-]", word, maxsplit=1)[0]
    before = text[max(0, stop[0] - 2) : stop[0]]
    return len(before) == 2 and before.islower() and head[:1].isupper() and head.lower() in _OPENERS


def _reported(text: str, at: int, end: int) -> bool:
    """Whether a name and a verb of saying follow, as in ``“What now?” Ms Harlow asked``."""
    described = False
    for place, word in enumerate(text[at : min(end, at + 80)].split()[:6]):
        if word.strip(".,:;").lower() in _REPORTING:
            return place > 0
        if place == 0 and word.lower() in _OPENERS:
            return False
        if not (word[0].isupper() or word in _NAME_PARTS or described) or word[-1] in ";:!?":
            return False
        described = described or word in _OFFICE
    return False


def _camel(word: str) -> bool:
    """Whether a word that starts small is a name all the same: "iPhone", "eBay"."""
    return len(word) > 2 and word[1].isupper()


def _next_ink(text: str, at: int, end: int) -> int:
    """The offset of the next character that is no white space, at most the last one of the stretch."""
    while at < end - 1 and text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without white space around it, cut into pieces no longer than the parser reads."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
