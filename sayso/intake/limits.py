"""How much of a file is read, and the sentence that says so."""

from sayso.model import Notice

MEBIBYTE = 1024 * 1024
# A text is read up to here by default; the longest news pages have about a tenth of it.
LARGEST_TEXT = 10 * MEBIBYTE
# A file beyond this is refused unread; an archive of records is read up to here.
LARGEST_FILE = 128 * MEBIBYTE


def say_cut(what: str, limit: int) -> Notice:
    """The notice that only the first ``limit`` bytes of ``what`` were read."""
    return Notice(
        "cut",
        f"{what} is longer than {limit // MEBIBYTE} MiB; only the first {limit // MEBIBYTE} MiB were read",
    )
