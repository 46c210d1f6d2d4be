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


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "fb-post"])
def test_the_words_of_an_embedded_post_are_a_quotation(name):
    post = f"<blockquote class={name}><p>40 looms stand still.</p>— Ada Marl (@marl) 6 May 2024</blockquote>"
    page, layout = lay_out(f"<article><p>{FIRST}<p>{SECOND}{post}<p>{THIRD}</article>", PageKind.HTML)
    kinds = {block.span.of(page.text): block.kind.value for block in layout.blocks}
    assert kinds["40 looms stand still."] == kinds["— Ada Marl (@marl) 6 May 2024"] == "quote"
