"""From the bytes of one file to its pages: what kind of file it is, and the intake of that kind."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

from sayso.intake.archive import read_records
from sayso.intake.days import find_dateline_day, find_stated_day
from sayso.intake.decode import decode, find_odd_characters
from sayso.intake.html import read_html
from sayso.intake.language import detect_language, say_language
from sayso.intake.nearby import find_printed_day
from sayso.model import Page
from sayso.vocabulary import PageKind

_WARC = b"WARC/"
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".php", ".asp", ".aspx")
_HTML_OPENING = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body|meta|title)[\s>]", re.I)
_TAG = re.compile(rb"</?(?:p|div|span|a|li|ul|br|h[1-6]|table|tr|td|article|section)[\s/>]", re.I)
_SNIFFED = 4_096


def read_pages(
    data: bytes, source: str, kind: PageKind | None = None, published: date | None = None
) -> tuple[Page, ...]:
    """Make pages of the bytes of one file.

    Args:
        data: the unpacked bytes, as :func:`open_source` gives them.
        source: the path or address as the user gave it; its ending helps to guess the kind.
        kind: what the file is; None to tell from name and content.
        published: the day of publication if the user gave one; it wins over what the page says.

    Returns:
        One page; of a WARC file one page a record that holds HTML or text.

    Raises:
        CannotRead: the content is empty, binary, or an archive without pages.
    """
    kind = kind or guess_kind(data, source)
    if kind is PageKind.WARC:
        pages = tuple(
            replace(_read_page(record.body, record.url, record.kind), url=record.url, fetched=record.fetched)
            for record in read_records(data, source)
        )
    else:
        pages = (_read_page(data, source, kind),)
    return tuple(_finish(page, published) for page in pages)


def guess_kind(data: bytes, source: str) -> PageKind:
    """What kind of file it is, by its first bytes, then by its name, then by its tags."""
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if head.startswith(_WARC):
        return PageKind.WARC
    name = source.lower().removesuffix(".gz")
    if name.endswith(_HTML_NAMES) or _HTML_OPENING.search(head):
        return PageKind.HTML
    return PageKind.HTML if head.startswith(b"<") and len(_TAG.findall(head)) > 3 else PageKind.DUMP


def _read_page(data: bytes, source: str, kind: PageKind) -> Page:
    """One page of a kind that is no archive."""
    text, notices = decode(data, source, markup=kind is PageKind.HTML)
    if kind is PageKind.HTML:
        page = read_html(text, source)
        return replace(page, notices=notices + page.notices)
    return Page(
        "",
        source,
        kind,
        text,
        published=find_stated_day(text) or find_printed_day(text) or find_dateline_day(text),
        language=detect_language(text),
        notices=notices,
    )


def _finish(page: Page, published: date | None) -> Page:
    """Give the page its id, the user's date and the notice about its language."""
    digest = hashlib.sha256(f"{page.source}\0{page.text}".encode(errors="surrogatepass")).hexdigest()[:16]
    return replace(
        page,
        id=digest,
        published=published or page.published,
        notices=page.notices + find_odd_characters(page.text) + say_language(page.language),
    )
