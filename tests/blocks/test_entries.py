"""Live blogs: which times head entries, and which way they run."""

import pytest
from page_of import FIRST, SECOND, THIRD, lay_out

from sayso.vocabulary import PageKind

PROSE = (FIRST, SECOND, THIRD, FIRST[:-1] + ", she said.")
CASES = [
    (("14:05", "13.50", "11:02", "9:40"), "latest", "falling"),
    (("9:40 am", "11:02 am", "12:10 pm", "1:05 pm"), "earliest", "rising, with half days"),
    (("14:05 GMT", "13:50 GMT", "13:50 GMT", "9:40 GMT"), "latest", "two at the same time"),
    (("14:05", "9:40", "13:50", "11:02"), None, "in no order"),
    (("14:05", "13:50", "11:02"), None, "too few"),
    (("40:05", "39:50", "38:02", "37:40"), None, "no times of day"),
]


@pytest.mark.parametrize(("times", "order", "why"), CASES, ids=[why for *_, why in CASES])
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DUMP])
def test_entries_under_times_of_day(times, order, why, kind):
    lines = [SECOND[:-1] + " either.", *(line for pair in zip(times, PROSE, strict=False) for line in pair)]
    text = "".join(f"<p>{line}</p>" for line in lines) if kind is PageKind.HTML else "\n\n".join(lines)
    page, layout = lay_out(text, kind)
    kinds = {block.span.of(page.text): block.kind.value for block in layout.blocks}
    notices = [notice.message for notice in layout.notices if notice.code == "order"]
    if order is None:
        assert not notices
        return
    assert notices == [f"a live blog: {len(times)} entries with a time of day, the {order} first"]
    assert {kinds[time] for time in times} == {"byline"}
    assert {kinds[line] for line in PROSE} == {"body"}


TIMES = ("16:42", "15:20", "14:05", "12:31")
HEADS = ("Board votes to close berths", "Protest outside the hall", "Sum is final", "Meeting begins")
SHAPES = [
    (
        "<div class=block><p><time>{t} GMT</time></p><h2>{h}</h2><p>{b}</p></div>",
        True,
        "a time, a title, words",
    ),
    ("<article><h3>{h}</h3><div>published at {t} 4 March</div><p>{b}</p></article>", True, "the title first"),
    ("<h3>{h}</h3><p><em>{t}</em></p><p>{b}</p>", True, "without elements of their own"),
    ("<li><time>{n}h ago ({t} GMT)</time><h2>{h}</h2><p>{b}</p></li>", True, "both since when and when"),
    ("<div><p>March 4, 2025, {t} By Nell Brandt</p><p>{b}</p></div>", True, "with day and name"),
    ("<p><strong>{t}</strong> {b}</p>", True, "the time opens the paragraph"),
    ("<h4>{t}: {h}</h4><p>{b}</p>", True, "the time opens the title"),
    ("<p>${t}</p><p>{b}</p>", False, "prices"),
    ("<p>{t}%</p><p>{b}</p>", False, "shares"),
    ("<p>{t} from Ketterly, change at Arlen for the coast</p><p>{b}</p>", False, "a timetable"),
]


@pytest.mark.parametrize(("shape", "live", "why"), SHAPES, ids=[why for *_, why in SHAPES])
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DUMP])
def test_each_line_of_an_entry_has_its_time(shape, live, why, kind):
    rows = zip(TIMES, HEADS, PROSE, strict=True)
    entries = "".join(shape.format(t=t, h=h, b=b, n=n) for n, (t, h, b) in enumerate(rows, start=1))
    report = f"<h1>Harbour vote: live</h1><p>{SECOND[:-1]} either.</p>{entries}"
    page, layout = lay_out(f"<title>Harbour vote: live</title><article>{report}</article>", PageKind.HTML)
    if kind is PageKind.DUMP:
        page, layout = lay_out(page.text, kind)
    found = {block.span.of(page.text): block.posted for block in layout.blocks}
    for time, head, words in zip(TIMES, HEADS, PROSE, strict=True):
        for text in (words, head):
            posted = next((posted for line, posted in found.items() if text in line), None)
            assert (posted is not None) == (live and any(text in line for line in found))
            assert posted is None or time in posted.of(page.text)


def test_an_entry_after_midnight_is_later():
    entries = "".join(
        f"<div><time>{time}</time><p>{words}</p></div>"
        for time, words in zip(("00:42", "23:20", "22:05", "21:31"), PROSE, strict=True)
    )
    _page, layout = lay_out(f"<article>{entries}</article>", PageKind.HTML)
    assert [notice.message[-13:] for notice in layout.notices] == [" latest first"]
