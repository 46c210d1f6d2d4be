"""Quotations: what stands between quotation marks, also over paragraphs."""

import re
from collections.abc import Iterator

from sayso.attribution.drafts import Quotation
from sayso.model import Reading, Span
from sayso.vocabulary import BlockKind

# Typists double an apostrophe or a grave for a quotation mark.
DOUBLED = re.compile("''|``")
BEFORE_OPENING = "([—–-…"
OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'
ANY_MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")
REPORT = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.CAPTION,
    }
)
# A quotation of fewer words is a fragment unless it opens and closes like a sentence.
UTTERANCE = 4


def find_quotations(reading: Reading) -> tuple[Quotation, ...]:
    """All quotations of the report in order.

    Args:
        reading: with its blocks; a paragraph is a line of a block.

    Returns:
        One record a pair of marks. A quotation whose paragraph ends before its closing mark ends with the
        paragraph; where the next paragraph opens with a mark it carries that quotation on.
    """
    found: list[Quotation] = []
    before: int | None = None
    for paragraph in _paragraphs(reading):
        line = paragraph.of(reading.page.text)
        pairs = _pairs(line) or _pairs(_double(line))
        for number, (start, end, closed) in enumerate(pairs):
            span = Span(paragraph.start + start, paragraph.start + end)
            carries = before if number == 0 and start == 0 else None
            speech = carries is not None or not closed or _is_speech(line[start:end])
            speech = speech or (
                number > 0 and found[-1].speech and _resumes(line, pairs[number - 1][1], start)
            )
            found.append(Quotation(span, closed, speech, carries))
        before = len(found) - 1 if pairs and not pairs[-1][2] else None
    return tuple(found)


def _paragraphs(reading: Reading) -> Iterator[Span]:
    for block in reading.blocks:
        if block.kind not in REPORT:
            continue
        start = block.span.start
        for line in block.span.of(reading.page.text).split("\n"):
            lead = len(line) - len(line.lstrip())
            if line.strip():
                yield Span(start + lead, start + lead + len(line.strip()))
            start += len(line) + 1


def _straight(found: re.Match[str]) -> str:
    """One straight mark for two, on the outer side of what is quoted."""
    before = found.string[found.start() - 1 : found.start()]
    return '" ' if not before or before.isspace() or before in BEFORE_OPENING else ' "'


def _double(line: str) -> str:
    """British papers quote in single marks; typists double an apostrophe. Both become straight marks.

    The length stays, so offsets hold.
    """
    line = DOUBLED.sub(_straight, line)
    if "‘" not in line:
        return line
    out = list(line)
    is_open = False
    for place, mark in enumerate(line):
        after = line[place + 1 : place + 2]
        if mark == "‘":
            out[place] = "“"
            is_open = True
        elif mark == "’" and is_open and not after.isalnum():
            out[place] = "”"
            is_open = False
    return "".join(out)


def _pairs(line: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether it is closed, of each quotation of one paragraph."""
    found = []
    start: int | None = None
    nested = False
    for mark_at in ANY_MARK.finditer(line):
        place, mark = mark_at.start(), mark_at[0]
        last = line[place - 1 : place]
        follows_blank = not last or last.isspace() or last in BEFORE_OPENING
        # “this“ is a slip for “this”; 6'2" and 12" measure.
        if start is None:
            # A slip turns the mark that opens a paragraph the wrong way.
            turned = mark in CLOSING and place == 0 and any(one in line[1:] for one in CLOSING)
            if (mark in CLOSING and not turned) or (
                mark == STRAIGHT and not follows_blank and last.isdigit()
            ):
                continue
            start, nested = place, False
        elif line[start] == STRAIGHT and mark in OPENING and follows_blank:
            nested = True
        elif nested and mark in CLOSING:
            nested = False
        elif mark in CLOSING or mark == STRAIGHT or not follows_blank:
            found.append((start, place + 1, True))
            start = None
    if start is not None and len(line) - start > 1:
        found.append((start, len(line), False))
    return found


def _resumes(line: str, end: int, start: int) -> bool:
    """Whether a quotation goes on behind its tag: "“We lost it,” he went on, “and more.”"."""
    between = line[end:start]
    closing = line[:end].rstrip("”»\"'’ ")[-1:]
    return closing == "," and between.rstrip().endswith(",") and not any(mark in between for mark in ".!?;:")


def _is_speech(quoted: str) -> bool:
    words = quoted.strip("“”„«»\"' ")
    if not words:
        return False
    ends = words[-1] in ",.?!…—"
    opens = words[0].isupper() or words[0].isdigit()
    return (len(words.split()) >= UTTERANCE and (ends or words[0].isupper())) or (ends and opens)
