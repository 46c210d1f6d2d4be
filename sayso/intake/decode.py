"""Bytes to text: which encoding, and what to say where it had to be guessed."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from sayso.errors import CannotRead
from sayso.intake.limits import LARGEST_TEXT, say_cut
from sayso.model import Notice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Signatures of the files most often given by mistake (the formats' own standards).
_SIGNATURES = (
    (b"%PDF-", "a PDF file", "save its text first, for example with 'pdftotext'"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save its text as plain text or HTML first"),
    (b"\x89PNG", "a PNG picture", "sayso reads text and HTML only"),
    (b"\xff\xd8\xff", "a JPEG picture", "sayso reads text and HTML only"),
    (b"GIF8", "a GIF picture", "sayso reads text and HTML only"),
    (b"SQLite format 3", "an SQLite database", "give it as '--ledger' if it is a ledger"),
    (b"\x7fELF", "a program", "sayso reads text and HTML only"),
    (b"(\xb5/\xfd", "a zstd archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:-]{2,40})""", re.I
)
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_SNIFFED = 65_536
_ASCII = bytes(range(128))
# Share of bytes that are zero in UTF-16 of a western language, in the half where they stand.
_WIDE = 0.7
# Share of characters of a text that are printed; sound and pictures of 16 bits have fewer.
_PRINTED = 0.95
# One byte in so many outside ASCII: English with names and curly quotation marks has fewer.
_SPARSE = 20
_CONTROL_MARKS = re.compile("[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]")
_FOREIGN_DIGITS = re.compile(r"(?![0-9])\d")
_MOJIBAKE = re.compile("â€[™œ\u009d“”¦˜]|Ã[©¨¼¶¤±³\u00ad¡]|Â[£°·»«\u00a0]")


def decode(data: bytes, source: str, *, markup: bool) -> tuple[str, tuple[Notice, ...]]:
    """Turn the bytes of a page into its text.

    Valid UTF-8 is read as such; else the encoding that the page declares, else a guess, always with a
    notice where bytes had to be guessed or replaced. A byte-order mark is dropped, CRLF and CR become LF.

    Args:
        data: the bytes, unpacked.
        source: the path or address, for errors.
        markup: whether an HTML or XML declaration of the encoding is to be looked for.

    Returns:
        The text and the notices.

    Raises:
        CannotRead: nothing but white space, or no text at all.
    """
    notices: list[Notice] = []
    if len(data) > LARGEST_TEXT:
        data = data[:LARGEST_TEXT]
        notices.append(say_cut("the text", LARGEST_TEXT))
    if not data.strip():
        raise CannotRead(source, "is empty", "give a page with text in it")
    refuse_binary(data, source)
    text, notice = _decode(data, markup=markup)
    if notice:
        notices.append(Notice("encoding", notice))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufffd \n\t\x00"):
        raise CannotRead(source, "has no text that can be read", "give a page with text in it")
    return text, tuple(notices)


def refuse_binary(data: bytes, source: str) -> None:
    """Raise CannotRead where the bytes are no text, with what they are if that can be told."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise CannotRead(source, f"is {what}, not a text", advice)
    head = data[:_SNIFFED]
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return
    if _guess_wide(data):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) // 50 + 2 or b"\0\0\0\0" in head:
        raise CannotRead(source, "is a binary file, not a text", "give a page as HTML or plain text")


def _decode(data: bytes, *, markup: bool) -> tuple[str, str | None]:
    """The text, and what to say of its encoding where it is neither UTF-8 nor declared."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(name, errors="replace")
            return text, "some bytes are not valid and were replaced" if "\ufffd" in text else None
    if wide := _guess_wide(data):
        text = data.decode(wide, errors="replace")
        return text, f"no encoding is declared: read as {wide}, which is a guess"
    try:
        return _say_declared(data.decode("utf-8"), data, markup=markup)
    except UnicodeDecodeError as error:
        # The cut at the size limit may fall inside a character.
        if error.start > len(data) - 4:
            return data[: error.start].decode("utf-8"), None
    declared = _declared(data) if markup else None
    if declared and declared != "utf-8":
        text = data.decode(declared, errors="replace")
        return (
            text,
            f"some bytes are not {declared}, which the page declares, and were replaced"
            if "\ufffd" in text
            else None,
        )
    text = data.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), sum(map("\u007f".__lt__, text))
    if broken * 4 < whole:
        return text, f"not valid UTF-8: {broken} places were replaced by U+FFFD"
    # A detector needs letters to go by; the few odd bytes of an English text are most often Windows'.
    sparse = len(data.translate(None, _ASCII)) * _SPARSE < len(data)
    name = "windows-1252" if sparse else map_encoding_to_html5(detect_encoding(data) or "") or "windows-1252"
    name = "windows-1252" if _canonical(name) in ("utf-8", "ascii", None) else name
    return data.decode(name, errors="replace"), f"not valid UTF-8: read as {name}, which is a guess"


def _guess_wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a western text is zero."""
    head = data[:_SNIFFED]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2 < _WIDE * len(head) or min(even, odd) * 20 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(name, errors="replace")
    printed = sum(map(str.isprintable, text)) + sum(map(text.count, "\n\r\t"))
    return name if printed > _PRINTED * len(text) else None


def _say_declared(text: str, data: bytes, *, markup: bool) -> tuple[str, str | None]:
    """The text of valid UTF-8, and what to say where the page declares something else."""
    declared = None if text.isascii() or not markup else _declared(data)
    if declared in (None, "utf-8"):
        return text, None
    return text, f"valid UTF-8, though the page declares {declared}: read as UTF-8"


def _declared(data: bytes) -> str | None:
    """The encoding that the page names in its head, as Python calls it."""
    found = _DECLARED.search(data[:8192])
    return _canonical(map_encoding_to_html5(found.group(1).decode("ascii", "replace"))) if found else None


def _canonical(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def find_odd_characters(text: str) -> tuple[Notice, ...]:
    """What a reader must know of a text's characters: odd digits, controls, wrong decoding before."""
    notices = []
    if not text.isascii() and (digits := _FOREIGN_DIGITS.findall(text)):
        what = f"{len(digits)} digits of another script or width stand in the text, such as {digits[0]!r}"
        notices.append(Notice("digits", f"{what}; they are read by their value"))
    if "\ufffd" in text:
        what = f"{text.count(chr(0xFFFD))} characters are lost (U+FFFD stands in their place)"
        notices.append(Notice("lost", what))
    if found := len(_CONTROL_MARKS.findall(text)):
        notices.append(Notice("controls", f"{found} control or text-direction characters stand in the text"))
    if not text.isascii() and len(garbled := _MOJIBAKE.findall(text)) > 2:
        notices.append(
            Notice(
                "mojibake", f"characters such as {garbled[0]!r} show that the text was decoded wrongly before"
            )
        )
    return tuple(notices)
