"""Printed interviews: answers behind "A:", or below a line that asks, are told by whom the lead names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import re2

from sayso.attribution.drafts import Draft, trim
from sayso.attribution.glimpses import glimpse
from sayso.attribution.likeness import core
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, Certainty, LinkKind

QUESTION = re2.compile(r"(?m)^[ \t]*(?:Q|Question)[:.][ \x{a0}]+\S")
ANSWER = re2.compile(r"(?m)^[ \t]*((?:A|Answer)[:.])[ \x{a0}]+\S")
# A line that asks and does nothing else.
ASKING = re2.compile(r"(?m)^\p{Lu}[^\n“”\"]{8,200}\?[ \x{a0}]*$")
# Only whoever is asked speaks of himself.
ONESELF = re2.compile(r"\b(?:I|I'm|I’m|I'd|I’d|[Mm]y|[Ww]e|[Oo]ur|me|us)\b")
TALKING = re2.compile(
    r"(?i)\b(?:interview(?:ed)?|conversation|questions|answers|sp(?:oke|eaks) (?:to|with)|"
    r"talk(?:s|ed) (?:to|with|about)|ask(?:s|ed) (?:him|her)|sat down with|met (?:him|her))\b"
)
# A page that asks only once is no interview; a longer lead is a report of its own, and names others.
FEWEST = 2
LONGEST_LEAD = 600
ASIDE = frozenset({BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.RELATED, BlockKind.TABLE})


def find_answers(reading: Reading) -> list[Draft]:
    """What is answered in an interview, on the say-so of the one whom its lead names.

    Args:
        reading: with its blocks and sentences.

    Returns:
        One draft a paragraph of an answer; none where fewer than two questions are asked, where the lead
        does not tell of a talk, names nobody, or where few answers speak of whoever gives them.
    """
    text = reading.page.text
    marked = "Q:" in text or "Q." in text or "Question:" in text
    if not marked and text.count("?\n") < FEWEST:
        return []
    asked = [one.start() for one in (QUESTION if marked else ASKING).finditer(text)]
    if len(asked) < FEWEST or asked[0] > LONGEST_LEAD:
        return []
    answers = _marked(text, asked) if marked else _below(text, asked)
    if len(answers) < FEWEST:
        return []
    personal = sum(ONESELF.search(span.of(text)) is not None for span in answers)
    link = _answerer(reading, asked[0]) if 2 * personal >= len(asked) else None
    starts = [sentence.span.start for sentence in reading.sentences]
    found = []
    for span in answers if link is not None else ():
        number = bisect_right(starts, span.end - 1) - 1
        if number >= 0 and link is not None and span.start < reading.sentences[number].span.end:
            found.append(Draft((span,), None, (link,), Certainty.STATED, number))
    return found


def _marked(text: str, asked: Sequence[int]) -> list[Span]:
    """The paragraphs of the answers behind "A:", up to the next question or, at the end, the first alone."""
    found = []
    for answer in ANSWER.finditer(text):
        after = bisect_left(asked, answer.start())
        if not after:
            continue
        end = asked[after] if after < len(asked) else text.find("\n", answer.end())
        found += _paragraphs(text, Span(answer.end(1), len(text) if end < 0 else end))
    return found


def _below(text: str, asked: Sequence[int]) -> list[Span]:
    """The paragraphs below each line that asks, of the last one the first alone."""
    found: list[Span] = []
    for start, end in zip(asked, (*asked[1:], len(text)), strict=True):
        first = text.find("\n", start)
        spans = _paragraphs(text, Span(first, end)) if first >= 0 else []
        if end == len(text):
            spans = spans[:1]
        found += spans
    quoted = sum(span.of(text)[:1] in '“"' for span in found)
    return [] if quoted > 1 else found


def _paragraphs(text: str, span: Span) -> list[Span]:
    found, start = [], span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        line = trim(text, Span(start, end), " \t")
        if line is not None:
            found.append(line)
        start = end + 1
    return found


def _answerer(reading: Reading, end: int) -> Link | None:
    """The first person with a first name and a last whom the lead names, where it tells of a talk."""
    text = reading.page.text
    if TALKING.search(text[:end]) is None:
        return None
    for span in _lead(reading, end):
        for seen in glimpse(text, span):
            if seen.proper and seen.kind == LinkKind.PERSON and len(core(seen.name)) > 1:
                return Link(Span(seen.start, seen.start + len(seen.name)), seen.name, LinkKind.PERSON)
    return None


def _lead(reading: Reading, end: int) -> Iterator[Span]:
    """The sentences before the first question, the headline last: it has capitals that are no names."""
    late = []
    for number, sentence in enumerate(reading.sentences):
        kind = reading.blocks[sentence.block].kind
        if sentence.span.start >= end:
            break
        if number == 0 or kind == BlockKind.HEADLINE:
            late.append(sentence.span)
        elif kind not in ASIDE:
            yield sentence.span
    yield from late
