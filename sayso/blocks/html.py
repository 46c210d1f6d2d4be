"""An HTML page: what each of its lines is, from the marks that the intake left."""

from __future__ import annotations

from sayso.blocks.dump import lay_out_dump
from sayso.model import Layout, Page


def lay_out_html(page: Page) -> Layout:
    """Label every line of an HTML page and read its comments."""
    return lay_out_dump(page)
