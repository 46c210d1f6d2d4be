"""Where on an HTML page the report stands, and what the elements around each run say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.blocks.lines import is_prose
from sayso.blocks.teasers import find_teasers
from sayso.blocks.tree import Node, Run, Tree
from sayso.blocks.zones import Zone

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NEGATIVE = Zone.COMMENTS | Zone.RELATED | Zone.FURNITURE
# What a name says of an element may be said of every paragraph of the report ("paywall"): then it is nothing.
_SHARED = Zone.FURNITURE | Zone.ASIDE | Zone.BYLINE | Zone.STANDFIRST
_OUTER = frozenset({"html", "head", "body"})
_NEGATIVE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog", "label", "legend"})
_INLINE = frozenset({"a", "span", "b", "strong", "i", "em", "font", "abbr", "cite", "q", "time"})
# The names of a link or an emphasis say nothing of a whole paragraph.
_LONG_RUN = 200
# An element with more of the page's prose than this is no side matter, whatever it is called.
_MAIN_SHARE = 0.4
# What a run that is no prose takes from its element: a third of a short paragraph.
_DEBIT = -10.0
_LONGEST_PARAGRAPH = 600
# So much of its words a line that is no heading has in common with the page's title, to be its headline.
_SAME_TITLE = 0.8
_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Area:
    """The element of the report, the number of the run that is its headline, and the zones of each run."""

    main: Node | None
    headline: int | None
    zones: tuple[int, ...]
    weights: tuple[float, ...]


def find_area(tree: Tree, taken: frozenset[int]) -> Area:
    """Find where the report stands.

    Args:
        tree: the page's tree.
        taken: the numbers of runs that are comments.

    Returns:
        The area. Its main element is the one whose runs weigh most together, prose for it, everything
        else against it: what Kadane's algorithm does on a line, on a tree.
    """
    weights = tuple(_DEBIT if number in taken else _weigh(run) for number, run in enumerate(tree.runs))
    shares = _share_prose(tree, weights)
    teasers = find_teasers(tree)
    common = _find_common_names(tree, weights)
    cached: dict[tuple[Node, bool], int] = {}
    zones = tuple(_zone_of(run, shares, teasers, common, cached) for run in tree.runs)
    main = _find_main(tree, weights, zones)
    return Area(main, _find_headline(tree, main), zones, weights)


def _weigh(run: Run) -> float:
    """How much a run looks like a paragraph of a report: its ink outside links, or a debit."""
    free = 1 - run.linked / len(run.text)
    if free > 0.5 and is_prose(run.text):
        return min(len(run.text), _LONGEST_PARAGRAPH) * free
    return _DEBIT


def _share_prose(tree: Tree, weights: Sequence[float]) -> dict[Node, float]:
    """The share of the page's prose that stands in each element."""
    total = sum(weight for weight in weights if weight > 0) or 1.0
    return _sum_up(tree, [weight / total if weight > 0 else 0.0 for weight in weights])


def _sum_up(tree: Tree, weights: Sequence[float]) -> dict[Node, float]:
    """The sum of the weights of all runs in each element; elements come before those in them."""
    sums: dict[Node, float] = {}
    for run, weight in zip(tree.runs, weights, strict=True):
        sums[run.node] = sums.get(run.node, 0.0) + weight
    for node in reversed(tree.nodes):
        if node.parent is not None and node in sums:
            sums[node.parent] = sums.get(node.parent, 0.0) + sums[node]
    return sums


def _find_common_names(tree: Tree, weights: Sequence[float]) -> frozenset[str]:
    """The names that elements with most of the page's prose share; prose with a link may be a teaser."""
    named: dict[str, float] = {}
    total = sum(weight for weight in weights if weight > 0)
    for run, weight in zip(tree.runs, weights, strict=True):
        if weight > 0 and not run.linked:
            for names in {node.names for node in run.node.up() if node.zones & _SHARED}:
                named[names] = named.get(names, 0.0) + weight
    return frozenset(names for names, weight in named.items() if weight > _MAIN_SHARE * total)


def _zone_of(
    run: Run,
    shares: dict[Node, float],
    teasers: set[Node],
    common: frozenset[str],
    cached: dict[tuple[Node, bool], int],
) -> int:
    """All that the elements around a run say of it, those left out that hold most of the page."""
    long = len(run.text) >= _LONG_RUN
    path: list[Node] = []
    zones = Zone.NONE
    for node in run.node.up():
        if (node, long) in cached:
            zones = cached[node, long]
            break
        if node.tag in _OUTER or shares.get(node, 0.0) > _MAIN_SHARE:
            break
        path.append(node)
    for node in reversed(path):
        if node.tag in _NEGATIVE_TAGS and not (node.tag == "footer" and _is_quoted(node)):
            zones |= Zone.FURNITURE
        elif node.tag == "figcaption":
            zones |= Zone.CAPTION
        if node in teasers:
            zones |= Zone.RELATED
        if not (long and node.tag in _INLINE):
            own = node.zones & ~_SHARED if node.names in common else node.zones
            # "social-embed" is no row of share buttons.
            zones |= own & ~Zone.FURNITURE if own & Zone.POST else own
        cached[node, long] = zones
    return zones


def _is_quoted(node: Node) -> bool:
    """Whether an element stands in a block quotation: its footer names the source."""
    return "blockquote" in node.within


def _find_main(tree: Tree, weights: Sequence[float], zones: Sequence[int]) -> Node | None:
    scores = _sum_up(
        tree,
        [
            -weight / 4 if zone & NEGATIVE and weight > 0 else weight
            for weight, zone in zip(weights, zones, strict=True)
        ],
    )
    best = max(scores, key=lambda node: (scores[node], node.number), default=None)
    return best if best is not None and scores[best] > 0 else None


def _find_headline(tree: Tree, main: Node | None) -> int | None:
    """The heading that says most nearly what the page's title says."""
    titles = [
        set(mark.value.lower().split()) for mark in tree.others if mark.role == "headline" and mark.value
    ]
    lengths = [len(mark.value) for mark in tree.others if mark.role == "headline" and mark.value]
    shortest, longest = min(lengths, default=0) // 2, max(lengths, default=0) * 2
    best, found = 0.0, None
    for number, run in enumerate(tree.runs):
        if main and run.span.start > (main.span.start + main.span.end) / 2:
            break
        heading = not HEADINGS.isdisjoint(run.node.within)
        if not heading and (run.linked or not shortest <= len(run.text) <= longest):
            continue
        words = set(run.text.lower().split())
        like = max((len(words & title) / max(len(words | title), 1) for title in titles), default=0.0)
        first = "h1" in run.node.within
        if not heading:
            # Old pages set their headline in large bold type; a link in a path of links says the title too.
            same = like > _SAME_TITLE and len(words) >= _TITLE_WORDS
            score = like - 0.2 if same else 0.0
        else:
            score = like + (0.3 if first else 0.0) if like > 0.5 or first else 0.0
        if score > best:
            best, found = score, number
    return found
