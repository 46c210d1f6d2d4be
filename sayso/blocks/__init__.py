"""Blocks: which stretch of a page is what, and the reader comments as records."""

from sayso.blocks.article import lay_out_article
from sayso.blocks.dump import lay_out_dump
from sayso.blocks.html import lay_out_html
from sayso.model import Layout, Page
from sayso.vocabulary import PageKind


def find_blocks(page: Page) -> Layout:
    """Label every line of a page and read its reader comments.

    Args:
        page: the page after intake; of an HTML page its marks are read too.

    Returns:
        The blocks in the order of the text, the comments, the number of comments that the page states,
        and what the reader must know about them.
    """
    if page.kind is PageKind.ARTICLE:
        return lay_out_article(page)
    return lay_out_html(page) if page.kind is PageKind.HTML else lay_out_dump(page)
