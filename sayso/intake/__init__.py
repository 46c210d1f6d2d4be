"""Intake: a path to bytes, and bytes to pages. Nothing of a page is executed, fetched or obeyed."""

from sayso.intake.pages import read_pages
from sayso.intake.source import open_source

__all__ = ["open_source", "read_pages"]
