"""Article texts: paragraphs and the headline."""

import pytest

from sayso.blocks import find_blocks
from sayso.model import Page
from sayso.vocabulary import PageKind

CASES = [
    ("Mill closes\n\nThe mill closed.\nIt had 40 hands.", ["headline", "body", "body"], "headline first"),
    ("The mill closed.\nIt had 40 hands.", ["body", "body"], "first line ends with a stop"),
    ("Mill closes", ["body"], "nothing follows"),
    ("Is “Marl” over?\n\nNobody knows.", ["body", "body"], "a question mark ends a sentence"),
    ("word " * 60 + "\n\nThe mill closed.", ["body", "body"], "too long for a headline"),
    (
        "Mill closes in Ketterly\n\nThe mill, which had stood by the river since\nthe war, closed on Monday "
        "after a long and\nbitter fight. It had 40 hands.\n\nNobody came.",
        ["headline", "body", "body"],
        "wrapped by hand",
    ),
]


@pytest.mark.parametrize(("text", "kinds", "why"), CASES, ids=[why for *_, why in CASES])
def test_article(text, kinds, why):
    blocks = find_blocks(Page("0", "test", PageKind.ARTICLE, text)).blocks
    assert [block.kind for block in blocks] == kinds
    assert " ".join(block.span.of(text) for block in blocks).split() == text.split()
