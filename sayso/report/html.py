"""The report as one self-contained HTML file: no script, nothing fetched, all of the page escaped."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso import __version__
from sayso.model import Reading
from sayso.report.states import MEANINGS, SIGNS, State
from sayso.report.view import view_page
from sayso.report.wording import AGREEMENTS, LINK_KINDS, VERDICTS, neutral


def to_html(readings: Sequence[Reading]) -> str:
    """One report on all pages.

    Args:
        readings: what sayso says of each page, in the order to show them.

    Returns:
        An HTML document. Its policy lets a browser apply the one style sheet inside it and do nothing
        else: no script runs, no image, font or frame loads, no form is sent.
    """
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("report.html")
        .render(
            pages=[view_page(reading) for reading in readings],
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            version=__version__,
        )
    )


@cache
def _style() -> str:
    return files("sayso.report").joinpath("templates", "style.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals |= {
        "SIGNS": SIGNS,
        "MEANINGS": MEANINGS,
        "VERDICTS": VERDICTS,
        "AGREEMENTS": AGREEMENTS,
        "LINK_KINDS": LINK_KINDS,
        "STATES": list(State),
    }
    return environment


def _shown(value: object) -> object:
    """Whatever a template prints: no word of a page gets past without losing what reorders text."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return "\n".join(map(neutral, value.split("\n")))
    return value
