"""Speakers whom only a sign names: "“We lost 300 sheep.” — Tomas Ekdal", "EKDAL: We lost 300 sheep."."""

from bisect import bisect_right

import re2

from sayso.attribution.callings import words
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.interviews import find_answers
from sayso.attribution.lexicon import listed
from sayso.attribution.outlets import is_station
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, Certainty, LinkKind

# A dash, then a name of up to six words, then the end of the line or a calling behind a comma.
SIGNED = re2.compile(
    r"^[\s\x{a0}]*(—|–|―|--)[\s\x{a0}]*((?:the\s+|The\s+)?[\p{Lu}][\p{L}.’'-]*(?:\s+(?:of|the|de|von|van|for|[\p{Lu}][\p{L}.’'-]*)){0,5})"
    r"[\s\x{a0}]*(?:[,(][^\n]{0,120})?\.?[ \x{a0}]*(?:\n|$)"
)
REACH = 240


def find_signature(text: str, quotation: Span, sentence: int) -> Draft | None:
    """The one who signs a quotation with a dash.

    Args:
        text: the page's text.
        quotation: the quotation, marks included.
        sentence: the sentence that it ends in.

    Returns:
        A draft with the dash as its cue; None where what follows is no signature.
    """
    found = SIGNED.search(text[quotation.end : quotation.end + REACH])
    if found is None:
        return None
    start, end = quotation.end + found.start(2), quotation.end + found.end(2)
    cue = Span(quotation.end + found.start(1), quotation.end + found.end(1))
    name = Span(start, end).of(text).strip()
    parts = name.split()
    kind = LinkKind.PERSON
    if any(is_station(part) for part in parts):
        kind = LinkKind.OUTLET
    elif any(part in words("body", "names") for part in parts):
        kind = LinkKind.BODY
    link = Link(Span(start, start + len(name)), " ".join(parts), kind)
    return Draft((quotation,), cue, (link,), Certainty.STATED, sentence)


# "Source: Vessby Weir Board", alone or in brackets, below a table or a list.
CREDITS = ("Source: ", "Sources: ", "Data: ", "SOURCE: ")
LONGEST_CREDIT = 80
# A source vouches for no more rows than this.
MOST_ROWS = 200
TABULAR = frozenset({BlockKind.TABLE, BlockKind.LIST})


def find_credits(reading: Reading) -> list[Draft]:
    """What a table or a list gives on the word of the source that is named below it.

    Args:
        reading: with its blocks and sentences.

    Returns:
        One draft a line of credit: its content is the rows right above it.
    """
    text = reading.page.text
    found = []
    for number, sentence in enumerate(reading.sentences):
        line = trim(text, sentence.span, " \t\n().[]")
        if line is None or not line.of(text).startswith(CREDITS) or line.end - line.start > LONGEST_CREDIT:
            continue
        colon = text.index(":", line.start)
        name, content = trim(text, Span(colon + 1, line.end)), _rows_above(reading, number)
        if name is not None and content and name.of(text)[0].isupper():
            link = Link(name, " ".join(name.of(text).split()), LinkKind.BODY)
            cue = Span(line.start, colon)
            found.append(Draft(content, cue, (link,), Certainty.STATED, number))
    return found


def _rows_above(reading: Reading, number: int) -> tuple[Span, ...]:
    rows = []
    for sentence in reversed(reading.sentences[max(number - MOST_ROWS, 0) : number]):
        credited = sentence.span.of(reading.page.text).startswith(CREDITS)
        if credited or reading.blocks[sentence.block].kind not in TABULAR:
            break
        rows.append(trim(reading.page.text, sentence.span))
    return tuple(span for span in reversed(rows) if span is not None)


# "BRANDOW: We have spent it.", with or without a quotation mark before it.
LABELLED = re2.compile(r"(?m)^[ \t]*[\"“]?([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):[ \x{a0}]+(\S[^\n]*)$")


def find_transcript(reading: Reading) -> list[Draft]:
    """What is said in a transcript, where every speaker is named in capitals at the start of a line.

    Args:
        reading: with its sentences.

    Returns:
        One draft a line; where fewer than two lines are so labelled, or the labels are the kickers of a list
        ("UPDATE:"), the answers of an interview, if it is one.
    """
    text = reading.page.text
    starts = [sentence.span.start for sentence in reading.sentences]
    kickers = listed("kickers", "words")
    found = []
    for line in LABELLED.finditer(text):
        number = bisect_right(starts, line.start(2)) - 1
        if number < 0 or line.group(1).lower() in kickers:
            continue
        # Menus and comments have no sentences of the report.
        if line.start(2) >= reading.sentences[number].span.end:
            continue
        content = trim(text, Span(*line.span(2)), ' \t"“”')
        if content is not None:
            name = Span(*line.span(1))
            link = Link(name, name.of(text).title(), LinkKind.PERSON)
            cue = Span(name.end, name.end + 1)
            found.append(Draft((content,), cue, (link,), Certainty.STATED, number))
    return found if len(found) > 1 else find_answers(reading)
