"""Intake: bytes to pages."""

import hashlib
from datetime import date

from sayso.model import Page
from sayso.vocabulary import PageKind


def read_pages(
    data: bytes, source: str, kind: PageKind | None = None, published: date | None = None
) -> tuple[Page, ...]:
    """Make pages of the bytes of one file."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(source.encode() + b"\0" + text.encode()).hexdigest()[:16]
    return (Page(digest, source, kind or PageKind.DUMP, text, published=published, language="en"),)
