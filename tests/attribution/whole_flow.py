"""Invented articles read from start to finish, so that only the sentences worth a parse have one."""

from sayso.model import Page
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind


def read_text(text, published=None):
    """The whole reading of an article."""
    page = Page("id", "invented", PageKind.ARTICLE, text, language="en", published=published)
    return read(page, parse_spans)
