"""Sentences of the report."""

import re

from sayso.model import Reading, Sentence, Span


def find_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Split every block of the report."""
    text = reading.page.text
    out = []
    for n, b in enumerate(reading.blocks):
        if b.kind in ("furniture", "comment", "related"):
            continue
        for m in re.finditer(r"[^\n]+?(?:[.!?]['\"”’)]*(?=\s+[A-Z“\"‘])|(?=\n)|\Z)", b.span.of(text)):
            s, e = b.span.start + m.start(), b.span.start + m.end()
            while s < e and text[s].isspace():
                s += 1
            if s < e:
                out.append(Sentence(Span(s, e), n))
    return tuple(out)
