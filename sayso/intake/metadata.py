"""What an HTML page says about itself: JSON-LD first, then meta elements, then the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import re2
from lxml import etree

from sayso.intake.days import find_day
from sayso.model import Mark, Span
from sayso.words import load_words

_WORDS = load_words("metadata")
_SERVICES: dict[str, str] = {key: name for key, name in _WORDS["services"].items() if key != "source"}
_SERVICE = re2.compile("(?i)" + "|".join(map(re2.escape, _SERVICES)))
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Recipe|Review|WebPage|Newsletter)$")
_ADDRESS = re.compile(r"^https?://", re.I)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")
_COUNT = re.compile(r"\d{1,7}")
_TITLE_SEPARATOR = re.compile(r"\s[|–—·•»-]\s")
_LONGEST_JSON = 1_000_000
_MOST_NODES = 2_000
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says: days of publication and change, names, and marks for the blocks room.

    The marks are ``declared`` (a number of comments), ``service`` (a comment service that the page only
    embeds), ``article-body`` (the article's text as JSON-LD has it) and ``headline``.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    marks: tuple[Mark, ...] = ()


def read_metadata(root: etree._Element, html: str, source: str) -> Metadata:
    """Collect what a page says about itself.

    Args:
        root: the root of the parsed page.
        html: its source, searched for the addresses of comment services.
        source: the path or address it came from; its date is the last resort.

    Returns:
        The metadata; each field None where the page does not say.
    """
    metas = _read_metas(root)
    nodes = _read_nodes(root)
    article = next(
        (node for node in nodes if _ARTICLE_TYPES.search(_type_of(node)) and "headline" in node), {}
    )
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    url = _first_address(canonical, metas.get("og:url"), article.get("url"))
    other = _page_title(root)
    title = _text(article.get("headline")) or _named(metas, "title") or other
    marks = [*_find_services(html), *_find_declared(root, html, nodes, metas)]
    if body := _text(article.get("articleBody")):
        marks.append(Mark(_NOWHERE, "article-body", body))
    if title:
        marks.append(Mark(_NOWHERE, "headline", title))
    if other:
        marks.append(Mark(_NOWHERE, "headline", other))
    return Metadata(
        url,
        _name_of(article.get("publisher")) or _named(metas, "outlet"),
        title,
        _name_of(article.get("author")) or _byline(metas),
        _find_published(root, article, metas, url or source),
        _day(article.get("dateModified")) or _first_day(metas, "modified"),
        _language(root, metas),
        tuple(marks),
    )


def _read_metas(root: etree._Element) -> dict[str, str]:
    """The meta elements by name, in small letters; the first of a name wins."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            metas.setdefault(name.lower().strip(), " ".join(content.split()))
    return metas


def _read_nodes(root: etree._Element) -> list[dict[str, Any]]:
    """All objects of the page's JSON-LD, outer before inner."""
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").lower().strip() == "application/ld+json" and script.text:
            nodes += _walk(_parse_json(script.text[:_LONGEST_JSON]))
    return nodes[:_MOST_NODES]


def _parse_json(raw: str) -> object:
    try:
        return json.loads(raw.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object) -> Iterator[dict[str, Any]]:
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += reversed([inner for inner in one.values() if isinstance(inner, (dict, list))])
        elif isinstance(one, list):
            waiting += reversed(one)


def _type_of(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return kind if isinstance(kind, str) else ""


def _text(value: object) -> str | None:
    """A value as one line of text, without mark-up; None where it is none."""
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name_of(value: object) -> str | None:
    """The names of a person or body, or of several, with commas between."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name and not _ADDRESS.match(name) and name not in names:
            names.append(name)
    return ", ".join(names) or None


def _named(metas: dict[str, str], table: str) -> str | None:
    return next((metas[name] for name in _WORDS[table]["names"] if metas.get(name)), None)


def _byline(metas: dict[str, str]) -> str | None:
    names = (metas.get(name) for name in _WORDS["byline"]["names"])
    return next((name.removeprefix("By ") for name in names if name and not _ADDRESS.match(name)), None)


def _page_title(root: etree._Element) -> str | None:
    element = next(root.iter("title"), None)
    title = " ".join((element.text or "").split()) if element is not None else ""
    return max(_TITLE_SEPARATOR.split(title), key=len) or None


def _first_address(*values: object) -> str | None:
    for value in values:
        value = _text(value)
        if value and _ADDRESS.match(value):
            return str(value)
    return None


def _day(value: object) -> date | None:
    text = _text(value)
    return find_day(text) if text else None


def _first_day(metas: dict[str, str], table: str) -> date | None:
    days = (find_day(metas[name]) for name in _WORDS[table]["names"] if name in metas)
    return next((day for day in days if day), None)


def _find_published(
    root: etree._Element, article: dict[str, Any], metas: dict[str, str], address: str
) -> date | None:
    """The day of publication: JSON-LD, meta elements, microdata, the address, the page's first time."""
    if day := _day(article.get("datePublished")) or _first_day(metas, "published"):
        return day
    for element in root.xpath("//*[@itemprop='datePublished']")[:3] + root.xpath("//time[@pubdate]")[:3]:
        stated = element.get("datetime") or element.get("content") or " ".join(element.itertext())
        if day := find_day(stated):
            return day
    if found := _DAY_IN_ADDRESS.search(address):
        return find_day("-".join(found.groups()))
    times = root.xpath("//article//time | //header//time | //time")[:1]
    return find_day(times[0].get("datetime") or " ".join(times[0].itertext())) if times else None


def _language(root: etree._Element, metas: dict[str, str]) -> str | None:
    stated = root.get("lang") or metas.get("og:locale") or metas.get("content-language") or ""
    code = stated.replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _find_services(html: str) -> list[Mark]:
    found = {key.lower() for key in _SERVICE.findall(html)}
    names = dict.fromkeys(name for key, name in _SERVICES.items() if key in found)
    return [Mark(_NOWHERE, "service", name) for name in names]


def _find_declared(
    root: etree._Element, html: str, nodes: list[dict[str, Any]], metas: dict[str, str]
) -> list[Mark]:
    """The numbers of comments that the page states for machines."""
    stated = [node["commentCount"] for node in nodes if "commentCount" in node]
    if "commentCount" in html:
        counts = root.xpath("//*[@itemprop='commentCount']")[:3]
        stated += [element.get("content") or element.text for element in counts]
    stated += [metas[name] for name in _WORDS["comments"]["names"] if name in metas]
    if "UserComments" in html:
        values = (
            str(value).partition(":") for value in root.xpath("//*[@itemprop='interactionCount']/@content")
        )
        stated += [number for kind, _, number in values if kind.strip() == "UserComments"][:3]
    found = (_COUNT.search(str(value)) for value in stated if value is not None)
    return [Mark(_NOWHERE, "declared", number.group()) for number in found if number]
