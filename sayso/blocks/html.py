"""An HTML page: what each of its lines is, from the marks that the intake left."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.blocks.items import find_items
from sayso.blocks.lines import ends_as_sentence, find_lines
from sayso.blocks.phrases import is_furniture, is_picture_row
from sayso.blocks.threads import find_declared
from sayso.blocks.tree import Node, Run, Tree, build_tree
from sayso.blocks.zones import Zone, find_zones
from sayso.model import Block, Layout, Page
from sayso.vocabulary import BlockKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OUTER = frozenset({"html", "body"})
_NEGATIVE = Zone.COMMENTS | Zone.RELATED | Zone.FURNITURE
_NEGATIVE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog", "label", "legend"})
# An element with more of the page's prose than this is no side matter, whatever it is called.
_MAIN_SHARE = 0.4


def lay_out_html(page: Page) -> Layout:
    """Label every line of an HTML page and read its comments.

    Args:
        page: an HTML page after intake.

    Returns:
        One block a run of text, the comments, the number that the page states.
    """
    tree = build_tree(page)
    listing = find_items(tree)
    kinds = _label(tree, listing.runs)
    blocks = tuple(Block(run.span, *kind) for run, kind in zip(tree.runs, kinds, strict=True))
    declared = find_declared(find_lines(page.text))
    if declared is None:
        declared = next((int(m.value) for m in tree.others if m.role == "declared" and m.value), None)
    return Layout(blocks, listing.comments, declared)


def _label(tree: Tree, taken: frozenset[int]) -> list[tuple[BlockKind, str]]:
    """Kind and reason of each run."""
    weights = [-10.0 if number in taken else _weigh(run) for number, run in enumerate(tree.runs)]
    shares = _share_prose(tree, weights)
    zones = [_zone_of(run, shares) for run in tree.runs]
    main = _find_main(tree, weights, zones)
    headline = _find_headline(tree, main)
    kinds = []
    for number, run in enumerate(tree.runs):
        inside = main is not None and main.span.holds(run.span)
        if number in taken:
            kinds.append((BlockKind.COMMENT, "in the list of comments"))
        elif number == headline:
            kinds.append((BlockKind.HEADLINE, "heading like the page's title"))
        else:
            kinds.append(_label_run(run, zones[number], inside=inside))
    _drop_dangling_headings(tree.runs, kinds)
    return kinds


def _weigh(run: Run) -> float:
    """How much a run looks like a paragraph of a report: its ink outside links, or a debit."""
    size = len(run.text)
    free = 1 - run.linked / size
    if free > 0.5 and size >= 40 and (ends_as_sentence(run.text) or size >= 140):
        return min(size, 600) * free
    return -10.0


def _share_prose(tree: Tree, weights: Sequence[float]) -> dict[Node, float]:
    """The share of the page's prose that stands in each element."""
    shares: dict[Node, float] = {}
    total = sum(weight for weight in weights if weight > 0) or 1.0
    for run, weight in zip(tree.runs, weights, strict=True):
        if weight > 0:
            for node in run.node.up():
                shares[node] = shares.get(node, 0.0) + weight / total
    return shares


def _zone_of(run: Run, shares: dict[Node, float]) -> Zone:
    """All that the elements around a run say of it, those left out that hold most of the page."""
    zones = Zone.NONE
    for node in run.node.up():
        if node.tag in _OUTER or shares.get(node, 0.0) > _MAIN_SHARE:
            break
        if node.tag in _NEGATIVE_TAGS:
            zones |= Zone.FURNITURE
        elif node.tag == "figcaption":
            zones |= Zone.CAPTION
        if node.names:
            zones |= find_zones(node.names)
    return zones


def _find_main(tree: Tree, weights: Sequence[float], zones: Sequence[Zone]) -> Node | None:
    """The element whose runs weigh most together: prose for it, everything else against it."""
    scores: dict[Node, float] = {}
    for run, weight, zone in zip(tree.runs, weights, zones, strict=True):
        if zone & _NEGATIVE and weight > 0:
            weight = -weight / 4
        for node in run.node.up():
            scores[node] = scores.get(node, 0.0) + weight
    best = max(scores, key=lambda node: (scores[node], node.number), default=None)
    return best if best is not None and scores[best] > 0 else None


def _find_headline(tree: Tree, main: Node | None) -> int | None:
    """The heading that says most nearly what the page's title says."""
    titles = [
        set(mark.value.lower().split()) for mark in tree.others if mark.role == "headline" and mark.value
    ]
    best, found = 0.0, None
    for number, run in enumerate(tree.runs):
        heading = next((node.tag for node in run.node.up() if node.tag in _HEADINGS), None)
        if heading is None or (main and run.span.start > (main.span.start + main.span.end) / 2):
            continue
        words = set(run.text.lower().split())
        like = max((len(words & title) / max(len(words | title), 1) for title in titles), default=0.0)
        score = like + (0.3 if heading == "h1" else 0.0)
        if score > best and (like > 0.5 or heading == "h1"):
            best, found = score, number
    return found


def _label_run(run: Run, zones: Zone, *, inside: bool) -> tuple[BlockKind, str]:
    tags = [node.tag for node in run.node.up()]
    if "figcaption" in tags:
        return BlockKind.CAPTION, "figcaption"
    if zones & Zone.COMMENTS:
        return BlockKind.FURNITURE, "among the comments"
    if zones & Zone.CAPTION and not zones & _NEGATIVE:
        return BlockKind.CAPTION, "named a caption"
    dense = run.linked / len(run.text)
    if zones & Zone.RELATED or (not inside and dense > 0.5):
        return BlockKind.RELATED, "links to other pages"
    if not inside or zones & Zone.FURNITURE:
        return BlockKind.FURNITURE, "outside the report"
    if zones & Zone.BYLINE and len(run.text) < 200:
        return BlockKind.BYLINE, "named a byline"
    if is_picture_row(run.text):
        return BlockKind.CAPTION, "row of a picture"
    if is_furniture(run.text):
        return BlockKind.FURNITURE, "words of the page, not of the report"
    if dense > 0.7 and len(run.text) < 200:
        return BlockKind.RELATED, "a link alone"
    return _label_prose(run, tags)


def _label_prose(run: Run, tags: list[str]) -> tuple[BlockKind, str]:
    if "blockquote" in tags:
        return BlockKind.QUOTE, "block quotation"
    if "table" in tags and ("td" in tags or "th" in tags or "tr" in tags) and len(run.text) < 600:
        return BlockKind.TABLE, "row of a table"
    if "li" in tags or "dd" in tags or "dt" in tags:
        return BlockKind.LIST, "item of a list"
    if any(tag in _HEADINGS for tag in tags):
        return BlockKind.BODY, "heading in the report"
    return BlockKind.BODY, "a paragraph of the report"


def _drop_dangling_headings(runs: Sequence[Run], kinds: list[tuple[BlockKind, str]]) -> None:
    """A heading that nothing of the report follows belongs to what follows it."""
    below = False
    for number in range(len(runs) - 1, -1, -1):
        kind, why = kinds[number]
        if why == "heading in the report":
            if not below:
                kinds[number] = (BlockKind.FURNITURE, "heading of what is no report")
        elif kind in (BlockKind.BODY, BlockKind.LIST, BlockKind.TABLE, BlockKind.QUOTE):
            below = True
        elif kind in (BlockKind.FURNITURE, BlockKind.RELATED):
            below = below and kinds[number][1] != "outside the report"
