"""The edge to the disk: what may be opened, and one clear line for what may not."""

import gzip
import io
import os
import zlib

import pytest

from sayso.errors import CannotOpen
from sayso.intake import open_source
from sayso.intake.limits import LARGEST_FILE, LARGEST_TEXT

TEXT = b"The mill in Ketterly closed on Monday.\n"


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_a_file_is_read_as_it_is(tmp_path):
    assert open_source(write(tmp_path, "a.txt", TEXT)) == TEXT


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(TEXT),
        gzip.compress(TEXT[:10]) + gzip.compress(TEXT[10:]),
        gzip.compress(TEXT) + b"\0" * 600,
    ],
    ids=["one member", "two members", "padding behind"],
)
def test_gzip_is_known_by_its_content(tmp_path, packed):
    assert open_source(write(tmp_path, "a.txt", packed)) == TEXT


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(TEXT))))
    assert open_source("-") == TEXT


def test_a_gzip_bomb_unpacks_no_further_than_the_limit(tmp_path):
    bomb = zlib.compressobj(9, wbits=31)
    packed = b"".join(bomb.compress(b"a" * 1_000_000) for _ in range(200)) + bomb.flush()
    assert len(packed) < 1_000_000
    assert len(open_source(write(tmp_path, "a.gz", packed))) == LARGEST_TEXT + 1


def test_a_long_text_is_read_to_the_limit_and_one_byte_more(tmp_path):
    assert len(open_source(write(tmp_path, "a.txt", b"word " * (3 * 1024 * 1024)))) == LARGEST_TEXT + 1


def test_an_archive_is_read_beyond_the_limit_of_a_text(tmp_path):
    data = b"WARC/1.0\r\n" + b"x" * (LARGEST_TEXT + 5_000)
    assert len(open_source(write(tmp_path, "a.warc", data))) == len(data)


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert path.stat().st_size > LARGEST_FILE
    with pytest.raises(CannotOpen, match=r"huge\.txt: is too large \(200 MiB, the limit is 128 MiB\); give"):
        open_source(str(path))


def test_a_missing_path():
    with pytest.raises(CannotOpen, match=r"nowhere/a\.txt: there is no such file; check the path"):
        open_source("nowhere/a.txt")


def test_a_directory(tmp_path):
    with pytest.raises(CannotOpen, match="is a directory; name the files in it"):
        open_source(str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    path.chmod(0)
    with pytest.raises(CannotOpen, match="may not be read; check its permissions"):
        open_source(str(path))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(TEXT)[:-12], "breaks off"),
        (gzip.compress(TEXT)[:-8] + b"\xff" * 8, "damaged gzip file"),
    ],
)
def test_a_damaged_gzip_file(tmp_path, data, why):
    with pytest.raises(CannotOpen, match=why):
        open_source(write(tmp_path, "a.gz", data))


def test_a_path_with_a_null_character():
    with pytest.raises(CannotOpen, match="cannot be read"):
        open_source("a\0b")
