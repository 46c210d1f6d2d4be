"""JSON-LD: the objects in which a page describes itself for machines (schema.org, JSON-LD 1.1)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

Node = dict[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Recipe|Review|Newsletter)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|FAQPage)$")
_ADDRESS = re.compile(r"^https?://", re.I)
# Pages hide the data from old readers of HTML, or from those of XHTML.
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")
_WORD = re.compile(r"\w+")
_LONGEST = 1_000_000
_MOST_NODES = 2_000
_ALIKE = 0.6


def read_nodes(root: etree._Element) -> list[Node]:
    """All objects of a page's JSON-LD, outer before inner.

    Args:
        root: the root of the parsed page.

    Returns:
        At most 2,000 objects; what is no JSON is left out.
    """
    nodes: list[Node] = []
    for script in root.iter("script"):
        if (script.get("type") or "").lower().strip() == "application/ld+json" and script.text:
            nodes += _walk(_parse(script.text[:_LONGEST]))
    return nodes[:_MOST_NODES]


def choose_article(nodes: Sequence[Node], title: str | None) -> Node:
    """The object that describes the report: the article whose headline is most like the page's title.

    Args:
        nodes: the objects of the page.
        title: the title of the page, if it has one.

    Returns:
        An article where there is one, else an object for the whole page that has a headline; else an empty
        object. A page may describe those that it leads to as well.
    """
    named = [node for node in nodes if text_of(node.get("headline")) or text_of(node.get("name"))]
    articles = [node for node in named if _is(node, _ARTICLE)]
    articles = [node for node in articles if node.get("headline")] or articles
    if not articles:
        return next((node for node in named if _is(node, _PAGE) and node.get("headline")), {})
    words = set(_WORD.findall((title or "").lower()))
    likeness = [_likeness(node, words) for node in articles]
    best = max(likeness)
    return articles[likeness.index(best)] if best >= _ALIKE else articles[0]


def text_of(value: object) -> str | None:
    """A value as one line of text, its entities read; None where it is none."""
    value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def names_of(value: object, nodes: Sequence[Node]) -> str | None:
    """The names of a person or body, or of several, with commas between.

    Args:
        value: a name, an object, a list of such; an object may only point at another by its ``@id``.
        nodes: the objects of the page.
    """
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = _name_of(one, nodes) if isinstance(one, dict) else text_of(one)
        if name and not _ADDRESS.match(name) and name not in names:
            names.append(name)
    return ", ".join(names) or None


def counted_comments(nodes: Sequence[Node]) -> Iterator[object]:
    """The numbers of comments that the objects state, as printed: commentCount and InteractionCounter."""
    for node in nodes:
        if "commentCount" in node:
            yield node["commentCount"]
        kind = node.get("interactionType")
        kind = kind.get("@type") if isinstance(kind, dict) else kind
        if isinstance(kind, str) and kind.endswith("CommentAction"):
            yield node.get("userInteractionCount")


def _name_of(node: Node, nodes: Sequence[Node]) -> str | None:
    if name := text_of(node.get("name")):
        return name
    pointed = node.get("@id")
    return next(
        (text_of(one["name"]) for one in nodes if pointed and one.get("@id") == pointed and "name" in one),
        None,
    )


def _parse(raw: str) -> object:
    raw = _WRAPPING.sub("", raw)
    try:
        return json.loads(raw.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object) -> Iterator[Node]:
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


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(one, str) and kind.search(one) for one in (types if isinstance(types, list) else [types])
    )


def _likeness(node: Node, words: set[str]) -> float:
    """The share of words that a headline and the title have in common."""
    own = set(_WORD.findall((text_of(node.get("headline")) or text_of(node.get("name")) or "").lower()))
    return len(own & words) / max(len(own), 1)
