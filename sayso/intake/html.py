"""HTML pages: parse behind the guards, render, read what the page says about itself."""

from __future__ import annotations

from lxml import etree

from sayso.errors import CannotRead
from sayso.intake.guards import DEEPEST, looks_crowded, thin_out
from sayso.intake.language import detect_language
from sayso.intake.metadata import read_metadata
from sayso.intake.render import render
from sayso.model import Notice, Page
from sayso.vocabulary import PageKind

_TOO_DEEP = "Excessive depth"


def read_html(html: str, source: str) -> Page:
    """Make a page of HTML.

    Args:
        html: the decoded source.
        source: the path or address as given.

    Returns:
        The page without its id: text with one block element a line, marks of its structure, metadata.

    Raises:
        CannotRead: there is no visible text.
    """
    notices: tuple[Notice, ...] = ()
    if looks_crowded(html):
        html, notices = thin_out(html)
    root, too_deep = _parse(html)
    if too_deep:
        html, buried = thin_out(html, DEEPEST)
        notices += buried
        root, _ = _parse(html)
    text, marks = render(root) if root is not None else ("", ())
    if root is None or not text:
        raise CannotRead(source, "is HTML without any visible text", "save the page after it has loaded")
    about = read_metadata(root, html, text, source)
    return Page(
        "",
        source,
        PageKind.HTML,
        text,
        url=about.url,
        outlet=about.outlet,
        title=about.title,
        byline=about.byline,
        published=about.published,
        modified=about.modified,
        language=detect_language(text) or about.language,
        marks=about.marks + marks,
        notices=notices,
    )


def _parse(html: str) -> tuple[etree._Element | None, bool]:
    """The root of the tree, and whether the parser stopped because the page is nested too deeply."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        # Raised for a document without any element.
        root = None
    return root, any(_TOO_DEEP in entry.message for entry in parser.error_log)
