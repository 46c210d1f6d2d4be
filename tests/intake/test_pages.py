"""Bytes to pages: kinds, encodings, languages, dates, archives, and what is no page."""

import uuid
from datetime import date

import pytest

from sayso.errors import CannotRead
from sayso.intake import read_pages
from sayso.intake.limits import LARGEST_TEXT
from sayso.vocabulary import PageKind

REPORT = (
    "The mill in Ketterly closed on Monday, and 40 hands lost their work. "
    "The owner said that the river had been too low for three summers and that it would not open again."
)
HTML = f"<!doctype html><title>Mill</title><body><h1>Mill closes</h1><p>{REPORT}</p>"


def only(data, source="a.txt", kind=None, published=None):
    (page,) = read_pages(data, source, kind, published)
    return page


KINDS = [
    (REPORT.encode(), "a.txt", PageKind.DUMP),
    (REPORT.encode(), "-", PageKind.DUMP),
    (HTML.encode(), "a.txt", PageKind.HTML),
    (b"\xef\xbb\xbf  \n" + HTML.encode(), "-", PageKind.HTML),
    (f"<p>{REPORT}</p>".encode(), "a.html.gz", PageKind.HTML),
    (f"<div><p>{REPORT}</p><p>a <a href=x>b</a></p></div>".encode(), "-", PageKind.HTML),
    (b"a < b and b > c, said 3 of 5 people.", "-", PageKind.DUMP),
    (b"<3 is what 40 readers wrote.", "-", PageKind.DUMP),
]


@pytest.mark.parametrize(("data", "source", "kind"), KINDS)
def test_kind_by_content_and_name(data, source, kind):
    assert only(data, source).kind is kind


def test_the_kind_given_wins():
    assert only(HTML.encode(), "a.html", PageKind.ARTICLE).text == HTML


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc", "a\nb\nc"),
        ("\ufeffone 5".encode(), "one 5"),
        ("one £5".encode("utf-16"), "one £5"),
        (b"  one\n\n  two \n", "  one\n\n  two \n"),
        (b"tab\there\x0bthere 5", "tab\there\x0bthere 5"),
    ],
)
def test_a_text_is_the_input_itself(data, text):
    assert only(data).text == text


def test_latin_1_is_read_with_a_notice():
    page = only("Der Bäcker zahlt 5 € für das Brot, und 30 % mehr für Äpfel.".encode("windows-1252"))
    assert "Bäcker zahlt 5 €" in page.text
    assert [n.code for n in page.notices if n.code == "encoding"] == ["encoding"]


def test_a_few_odd_bytes_of_an_english_text_are_windows_own():
    page = only(f"“{REPORT}” said Ana Müller of the Ketterly café.".encode("windows-1252"))
    assert page.text.endswith("” said Ana Müller of the Ketterly café.")
    assert "read as windows-1252" in next(n.message for n in page.notices if n.code == "encoding")


def test_a_few_broken_bytes_are_replaced_with_a_notice():
    page = only("Five £5 notes, “quoted”, — and".encode() + b"\xff" + " more £6 “notes”.".encode())
    assert "“quoted”, — and\ufffd more £6" in page.text
    assert "1 places were replaced" in next(n.message for n in page.notices if n.code == "encoding")


def test_the_encoding_an_html_page_declares():
    page = only('<meta charset="iso-8859-2"><p>Zażółć gęślą jaźń 5 zł.'.encode("iso-8859-2"), "a.html")
    assert page.text == "Zażółć gęślą jaźń 5 zł."
    assert not [n for n in page.notices if n.code == "encoding"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He said \u202e5 percent\u202c of it.", "controls"),
        ("The mill sold ４０ cakes and ٥ loaves.", "digits"),
        ("The mill in Ket\ufffdterly sold 40 cakes.", "lost"),
        ("Itâ€™s 5% of the â€œtotalâ€\u009d, said the cafÃ© owner.", "mojibake"),
    ],
)
def test_what_a_reader_must_know_of_the_characters(text, code):
    page = only(text.encode())
    assert page.text == text
    assert code in [n.code for n in page.notices]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(encoding):
    page = only(REPORT.encode(encoding))
    assert page.text == REPORT
    assert f"read as {encoding}" in next(n.message for n in page.notices if n.code == "encoding")


def test_utf_8_that_is_declared_as_something_else():
    page = only('<meta charset="iso-8859-1"><p>Five cakes for £5.'.encode(), "a.html")
    assert page.text == "Five cakes for £5."
    assert "declares cp1252" in next(n.message for n in page.notices if n.code == "encoding")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty; give a page with text in it"),
        (b" \n\t \r\n", "is empty"),
        (b"\x00\x01\x02\x03" * 200, "is a binary file, not a text"),
        (bytes(range(32)) * 8 + b"a\0\x02\0\x07\0" * 400, "is a binary file, not a text"),
        (b"%PDF-1.7 ...", "is a PDF file, not a text; save its text first"),
        (b"PK\x03\x04rest", "is a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"<html><body><script>var a = 5</script></body></html>", "HTML without any visible text"),
        (b"WARC/1.0\r\n\r\nnonsense", "WARC file"),
    ],
)
def test_what_is_no_page(data, why):
    with pytest.raises(CannotRead, match=f"^a.bin: .*{why}"):
        read_pages(data, "a.bin")


def test_a_long_text_is_cut_with_a_notice_and_not_inside_a_character():
    page = only(("a" + "£" * (LARGEST_TEXT // 2)).encode())
    assert set(page.text) == {"a", "£"}
    assert next(n for n in page.notices if n.code == "cut").message.endswith(
        "only the first 10 MiB were read"
    )


def test_the_day_the_user_gives_wins():
    page = '<meta property="article:published_time" content="2024-03-05T10:00"><p>Five men left.'
    assert only(page.encode(), "a.html").published == date(2024, 3, 5)
    assert only(page.encode(), "a.html", published=date(2020, 1, 2)).published == date(2020, 1, 2)


STATED = [
    ("Mill closes\n\nPublished: 6 May 2024 | 09:12\n\nIt closed.", date(2024, 5, 6)),
    ("Mill closes\nPosted on May 6, 2024 by Ada Marl\n", date(2024, 5, 6)),
    ("Veröffentlicht am 06.05.2024", date(2024, 5, 6)),
    ("Mill closes\n6 May 2024\nIt closed.", None),
    ("Published figures show that on 6 May 2024 the mill, which had stood since 1911, " + "x " * 40, None),
    ("Published: 05/06/2024", None),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_the_day_a_plain_text_states(text, day):
    assert only(text.encode()).published == day


LANGUAGES = [
    (REPORT, "en"),
    ("The mill closed.", "en"),
    ("Mill closes", None),
    ("12.5", None),
    (
        "Die Mühle in Ketterly wurde am Montag geschlossen, und vierzig verloren ihre Arbeit. Der "
        "Besitzer sagte, dass der Fluss seit drei Sommern zu niedrig sei und er sie nicht öffnen werde.",
        "de",
    ),
    (
        "Le moulin a fermé lundi et quarante ouvriers ont perdu leur travail. Le propriétaire a dit que la "
        "rivière était trop basse depuis trois étés et qu'il ne rouvrirait pas ses portes cette année.",
        "fr",
    ),
    ("Мельница закрылась в понедельник, и сорок рабочих остались без работы.", "ru"),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language(text, language):
    page = only(text.encode())
    assert page.language == language
    assert ("language" in [n.code for n in page.notices]) is (language not in (None, "en"))


def test_the_same_page_has_the_same_id():
    assert only(REPORT.encode()).id == only(REPORT.encode()).id != only(REPORT.encode(), "b.txt").id


def archive(*pages):
    """A WARC file (ISO 28500), written out by hand."""
    out = b""
    for url, status, kind, body in pages:
        answer = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2025-02-03T04:05:06Z\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        out += head.encode() + answer + b"\r\n\r\n"
    return out


def test_every_page_of_an_archive():
    data = archive(
        ("https://ketterly.example/a", 200, "text/html; charset=utf-8", HTML.encode()),
        ("https://ketterly.example/b.png", 200, "image/png", b"\x89PNG"),
        ("https://ketterly.example/gone", 404, "text/html", b"<p>not found"),
        ("https://ketterly.example/c.txt", 200, "text/plain", REPORT.encode()),
        ("https://ketterly.example/empty", 200, "text/html", b""),
    )
    pages = read_pages(data, "crawl.warc")
    assert [(page.url, page.kind, page.fetched) for page in pages] == [
        ("https://ketterly.example/a", PageKind.HTML, "2025-02-03T04:05:06Z"),
        ("https://ketterly.example/c.txt", PageKind.DUMP, "2025-02-03T04:05:06Z"),
    ]
    assert REPORT in pages[0].text
    assert pages[1].text == REPORT


def test_an_archive_without_pages():
    data = archive(("https://ketterly.example/b.png", 200, "image/png", b"\x89PNG"))
    with pytest.raises(CannotRead, match="without an HTML or text page"):
        read_pages(data, "crawl.warc")
