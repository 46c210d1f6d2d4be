"""WARC files: the records of a crawl that hold pages (ISO 28500:2017)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.errors import CannotRead
from sayso.intake.limits import LARGEST_TEXT
from sayso.vocabulary import PageKind

_KINDS = {
    "text/html": PageKind.HTML,
    "application/xhtml+xml": PageKind.HTML,
    "text/plain": PageKind.DUMP,
}
_WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


@dataclass(frozen=True, slots=True)
class Record:
    """One page of an archive: its address, when it was fetched (as printed), its bytes, its kind."""

    url: str
    fetched: str | None
    body: bytes
    kind: PageKind


def read_records(data: bytes, source: str) -> tuple[Record, ...]:
    """The HTML and text pages of a WARC file, in its order.

    Args:
        data: the file's bytes, unpacked or not.
        source: its path, for errors.

    Returns:
        One record a page; answers other than 200, pictures and empty bodies are left out.

    Raises:
        CannotRead: the file is damaged before its first page, or holds none.
    """
    records = tuple(_read_all(data, source))
    if not records:
        raise CannotRead(source, "is a WARC file without an HTML or text page", "give an archive of pages")
    return records


def _read_all(data: bytes, source: str) -> Iterator[Record]:
    found = 0
    try:
        for record in ArchiveIterator(
            io.BytesIO(data), record_types=_WANTED, parse_http=True, auto_decode="all", fsspec_args=False
        ):
            page = _read_one(record, source)
            if page:
                found += 1
                yield page
    except OSError as error:
        # What stands before the damage is good; without any page the file is of no use.
        if not found:
            raise CannotRead(source, f"is a damaged WARC file ({error})", "fetch it again") from error


def _read_one(record: WarcRecord, source: str) -> Record | None:
    """The page in a record, or None where it holds none."""
    kind = _KINDS.get(_content_type(record))
    if kind is None:
        return None
    if (
        record.is_http
        and record.http_headers is not None
        and record.http_headers.status_code not in (200, None)
    ):
        return None
    body = record.reader.read(LARGEST_TEXT + 1)
    if not body.strip():
        return None
    url = record.headers.get("WARC-Target-URI") or source
    return Record(url.strip("<>"), record.headers.get("WARC-Date"), body, kind)


def _content_type(record: WarcRecord) -> str:
    named = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (named or "").partition(";")[0].strip().lower()
