"""Pages for the tests of this room: HTML and plain text with invented people and places."""

from sayso.blocks import find_blocks
from sayso.intake import read_pages
from sayso.model import Layout, Page
from sayso.vocabulary import PageKind

FIRST = "The mill in Ketterly closed on Monday, and 40 hands lost their work after a long and bitter fight."
SECOND = "The owner said that the river had been too low for three summers and that it would not open again."
THIRD = "Nobody in the town council wanted to say whether the 12 houses by the weir would be sold as well."


def lay_out(text: str, kind: PageKind) -> tuple[Page, Layout]:
    """Read a page and lay it out."""
    (page,) = read_pages(text.encode(), "test", kind)
    return page, find_blocks(page)


def kinds(text: str, kind: PageKind) -> list[tuple[str, str]]:
    """Kind and first words of each block."""
    page, layout = lay_out(text, kind)
    return [(block.kind.value, block.span.of(page.text)[:30]) for block in layout.blocks]


def comments(text: str, kind: PageKind) -> list[tuple[str | None, str, int | None]]:
    """Author, words and parent of each comment."""
    return [(one.author, one.text, one.parent) for one in lay_out(text, kind)[1].comments]
