"""The edge to disk and standard input: a path to the bytes behind it."""

from __future__ import annotations

import stat
import sys
import zlib
from pathlib import Path
from typing import BinaryIO

from sayso.errors import CannotOpen
from sayso.intake.limits import LARGEST_FILE, LARGEST_TEXT, MEBIBYTE

STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"
_WARC = b"WARC/"
_CHUNK = 256 * 1024


def open_source(path: str) -> bytes:
    """Read what stands behind a path, unpacked where it is gzipped.

    Args:
        path: a file, or ``-`` for standard input.

    Returns:
        The bytes. Of a text longer than 10 MiB one byte more than that, so that :func:`read_pages` can
        tell that it was cut; of a WARC file as much again of 128 MiB.

    Raises:
        CannotOpen: there is no such path, it is a directory, may not be read, is larger than 128 MiB, or
            is a damaged gzip file.
    """
    if path == STANDARD_INPUT:
        return _read(sys.stdin.buffer, path)
    file = Path(path)
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CannotOpen(
                path, "is a directory", f"name the files in it: 'sayso check {path.rstrip('/')}/*'"
            )
        if status.st_size > LARGEST_FILE:
            megabytes = f"{status.st_size // MEBIBYTE} MiB, the limit is {LARGEST_FILE // MEBIBYTE} MiB"
            size = f"is too large ({megabytes})"
            raise CannotOpen(path, size, "give a smaller part of it")
        with file.open("rb") as stream:
            return _read(stream, path)
    except FileNotFoundError as error:
        raise CannotOpen(
            path, "there is no such file", "check the path, or give '-' for standard input"
        ) from error
    except PermissionError as error:
        raise CannotOpen(path, "may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CannotOpen(path, f"cannot be read ({why})", "check the path") from error


def _read(stream: BinaryIO, path: str) -> bytes:
    """Read a stream up to the limit of what it holds."""
    head = stream.read(_CHUNK)
    if head.startswith(_GZIP):
        return _read_gzip(stream, head, path)
    limit = LARGEST_FILE if head.startswith(_WARC) else LARGEST_TEXT
    chunks, size = [head], len(head)
    while size <= limit and (chunk := stream.read(_CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)[: limit + 1]


def _read_gzip(stream: BinaryIO, head: bytes, path: str) -> bytes:
    """Unpack members one after the other, never more than the limit: a bomb unpacks no further."""
    chunks: list[bytes] = []
    size, limit = 0, LARGEST_TEXT
    unpacker = zlib.decompressobj(wbits=31)
    packed = head
    try:
        while size <= limit:
            plain = unpacker.decompress(packed, _CHUNK)
            if not chunks and plain.startswith(_WARC):
                limit = LARGEST_FILE
            chunks.append(plain)
            size += len(plain)
            packed = unpacker.unconsumed_tail
            if unpacker.eof:
                packed = unpacker.unused_data.lstrip(b"\0")
                unpacker = zlib.decompressobj(wbits=31)
                packed = packed or stream.read(_CHUNK)
                if not packed.startswith(_GZIP[: len(packed)]) or not packed:
                    break
            elif not packed and not (packed := stream.read(_CHUNK)):
                raise CannotOpen(path, "is a gzip file that breaks off", "fetch or pack it again")
    except zlib.error as error:
        raise CannotOpen(path, f"is a damaged gzip file ({error})", "fetch or pack it again") from error
    return b"".join(chunks)[: limit + 1]
