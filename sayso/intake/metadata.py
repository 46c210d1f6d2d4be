"""What an HTML page says about itself: JSON-LD first, then meta elements, then the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import re2
from lxml import etree

from sayso.intake.days import find_day
from sayso.intake.linked import Node, choose_article, counted_comments, names_of, read_nodes, text_of
from sayso.intake.nearby import Nearby, read_nearby
from sayso.model import Mark, Span
from sayso.words import load_words

_WORDS = load_words("metadata")
_SERVICES: dict[str, str] = {key: name for key, name in _WORDS["services"].items() if key != "source"}
_SERVICE = re2.compile("(?i)" + "|".join(map(re2.escape, _SERVICES)))
_ADDRESS = re.compile(r"^https?://", re.I)
_DAY_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)|/[A-Za-z]{3,12}/(\d\d)/(\d\d)/|(\d\d)(\d\d)(?=[/.-]))"
)
_COUNT = re.compile(r"\d{1,7}")
_WORD = re.compile(r"\w+")
_TITLE_SEPARATOR = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
# What stands before and behind a name in an author's element.
_LEAD_NAME = re.compile(r"(?i)^(?:(?:view |see )?(?:all )?(?:posts|articles|stories) )?by:? ")
_CUT_NAME = re.compile(r"[|•·]|\b\d")
_MOST_HEADINGS = 12
# An outlet's name in a title has no more words.
_OUTLET_WORDS = 5
_LONGEST_NAME = 60
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says: days of publication and change, names, and marks for the blocks room.

    The marks are ``declared`` (a number of comments), ``service`` (a comment service that the page only
    embeds) and ``headline``.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    marks: tuple[Mark, ...] = ()


def read_metadata(root: etree._Element, html: str, text: str, source: str) -> Metadata:
    """Collect what a page says about itself.

    Args:
        root: the root of the parsed page.
        html: its source, searched for the addresses of comment services.
        text: its text; the lines below the headline are read.
        source: the path or address it came from; its date is the last resort.

    Returns:
        The metadata; each field None where the page does not say.
    """
    metas = _read_metas(root)
    nodes = read_nodes(root)
    whole = _page_title(root)
    article = choose_article(nodes, _named(metas, "title") or whole)
    stated = text_of(article.get("headline")) or _named(metas, "title")
    outlet = names_of(article.get("publisher"), nodes) or _named(metas, "outlet")
    title, rest = _find_title(root, stated, whole, outlet)
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    url = _first_address(canonical, metas.get("og:url"), article.get("url"))
    titles = list(dict.fromkeys(one for one in (title, stated, *_split_title(whole)) if one))
    nearby = read_nearby(text, titles)
    marks = [*_find_services(html), *_find_declared(root, html, nodes, metas)]
    marks += [Mark(_NOWHERE, "headline", one) for one in titles]
    return Metadata(
        url,
        outlet or rest,
        title,
        names_of(article.get("author"), nodes) or _byline(metas) or nearby.byline or _find_author(root),
        _find_published(root, article, metas, url or source, nearby),
        _day(article.get("dateModified")) or _first_day(metas, "modified") or nearby.modified,
        _language(root, metas),
        tuple(marks),
    )


def _split_title(whole: str | None) -> list[str]:
    """The parts of a title, the longest first."""
    return sorted(_TITLE_SEPARATOR.split(whole), key=len, reverse=True) if whole else []


def _find_title(
    root: etree._Element, stated: str | None, whole: str | None, outlet: str | None
) -> tuple[str | None, str | None]:
    """The headline, and what a title of two parts has besides: the outlet.

    The part of a title that a heading of the page says too is the headline; else what is stated for
    machines, without the outlet's name; else the longest part.
    """
    headings = {
        _plain(" ".join(one.itertext())) for one in [*root.iter("h1"), *root.iter("h2")][:_MOST_HEADINGS]
    }
    named = _plain(outlet) if outlet else None
    headings.discard(named or "")
    for title in (stated, whole):
        parts = [title, *_split_title(title)] if title else []
        found = next(
            (one for one in parts if _plain(one) in headings and (not stated or one in stated)), None
        )
        if found and (found == title or len(found) * 3 > len(title or "")):
            return found, _rest_of(whole, found)
    parts = [one for one in _split_title(stated or whole) if _plain(one) != named]
    if stated and len(parts) == len(_split_title(stated)):
        return stated, None
    return (parts[0] if parts else stated or whole), None


def _rest_of(whole: str | None, title: str) -> str | None:
    """The other part of a title of two, if it is short enough for the name of an outlet."""
    parts = _TITLE_SEPARATOR.split(whole) if whole else []
    if len(parts) != 2 or _plain(title) not in map(_plain, parts):
        return None
    other = next((one for one in parts if _plain(one) != _plain(title)), None)
    return other if other and len(other.split()) <= _OUTLET_WORDS and other[0].isupper() else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _read_metas(root: etree._Element) -> dict[str, str]:
    """The meta elements by name, in small letters; the first of a name wins."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            metas.setdefault(name.lower().strip(), " ".join(content.split()))
    return metas


def _named(metas: dict[str, str], table: str) -> str | None:
    return next((metas[name] for name in _WORDS[table]["names"] if metas.get(name)), None)


def _byline(metas: dict[str, str]) -> str | None:
    names = (metas.get(name) for name in _WORDS["byline"]["names"])
    return next((name.removeprefix("By ") for name in names if name and not _ADDRESS.match(name)), None)


def _find_author(root: etree._Element) -> str | None:
    """The first name that the page marks up as an author's, outside its comments."""
    for element in root.xpath("//*[@rel='author' or @itemprop='author']")[:_MOST_HEADINGS]:
        words = _CUT_NAME.split(" ".join(element.itertext()), maxsplit=1)[0].split()
        name = " ".join(word for word in words if "@" not in word).strip(" ,|")
        inside = " ".join(f"{one.get('class')} {one.get('id')}" for one in element.iterancestors())
        if 0 < len(name) <= _LONGEST_NAME and "comment" not in inside.lower():
            return _LEAD_NAME.sub("", name)
    return None


def _page_title(root: etree._Element) -> str | None:
    """The whole title; of a page without one its first heading."""
    element = next(root.iter("title"), None)
    title = " ".join((element.text or "").split()) if element is not None else ""
    heading = next(root.iter("h1"), None)
    return title or (" ".join(" ".join(heading.itertext()).split()) if heading is not None else "") or None


def _first_address(*values: object) -> str | None:
    for value in values:
        value = text_of(value)
        if value and _ADDRESS.match(value):
            return str(value)
    return None


def _day(value: object) -> date | None:
    text = text_of(value)
    return find_day(text) if text else None


def _first_day(metas: dict[str, str], table: str) -> date | None:
    days = (find_day(metas[name]) for name in _WORDS[table]["names"] if name in metas)
    return next((day for day in days if day), None)


def _find_published(
    root: etree._Element, article: Node, metas: dict[str, str], address: str, nearby: Nearby
) -> date | None:
    """The day of publication: JSON-LD, meta elements, microdata, address, byline, the page's first time."""
    if day := _day(article.get("datePublished")) or _first_day(metas, "published"):
        return day
    for element in root.xpath("//*[@itemprop='datePublished']")[:3] + root.xpath("//time[@pubdate]")[:3]:
        stated = element.get("datetime") or element.get("content") or " ".join(element.itertext())
        if day := find_day(stated):
            return day
    if found := _DAY_IN_ADDRESS.search(address):
        return find_day("-".join(filter(None, found.groups())))
    if nearby.published:
        return nearby.published
    times = root.xpath("//article//time | //header//time | //time")[:1]
    first = find_day(times[0].get("datetime") or " ".join(times[0].itertext())) if times else None
    return first or nearby.modified


def _language(root: etree._Element, metas: dict[str, str]) -> str | None:
    stated = root.get("lang") or metas.get("og:locale") or metas.get("content-language") or ""
    code = stated.replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _find_services(html: str) -> list[Mark]:
    found = {key.lower() for key in _SERVICE.findall(html)}
    names = dict.fromkeys(name for key, name in _SERVICES.items() if key in found)
    return [Mark(_NOWHERE, "service", name) for name in names]


def _find_declared(
    root: etree._Element, html: str, nodes: Sequence[Node], metas: dict[str, str]
) -> list[Mark]:
    """The numbers of comments that the page states for machines."""
    stated = list(counted_comments(nodes))
    if "commentCount" in html:
        counts = root.xpath("//*[@itemprop='commentCount']")[:3]
        stated += [element.get("content") or element.text for element in counts]
    stated += [metas[name] for name in _WORDS["comments"]["names"] if name in metas]
    if "UserComments" in html:
        values = (
            str(value).partition(":") for value in root.xpath("//*[@itemprop='interactionCount']/@content")
        )
        stated += [number for kind, _, number in values if kind.strip() == "UserComments"][:3]
    found = (_COUNT.search(str(value).replace(",", "")) for value in stated if value is not None)
    return [Mark(_NOWHERE, "declared", number.group()) for number in found if number]
