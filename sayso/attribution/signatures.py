"""Speakers who are only signed: "“We lost 300 sheep.” — Tomas Ekdal, farmer"."""

import re2

from sayso.attribution.drafts import Draft
from sayso.attribution.sources import is_station, words
from sayso.model import Link, Span
from sayso.vocabulary import Certainty, LinkKind

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
