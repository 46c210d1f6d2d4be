"""What each run of an HTML page is, by where it stands and what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.blocks.area import HEADINGS, NEGATIVE, Area
from sayso.blocks.lines import ends_as_sentence
from sayso.blocks.phrases import is_correction, is_furniture, is_heading, is_picture_row, is_tail
from sayso.blocks.posts import find_signed
from sayso.blocks.shapes import MONEY, is_worded_byline
from sayso.blocks.tables import is_row_of_data
from sayso.blocks.tree import Node, Run, Tree
from sayso.blocks.zones import Zone
from sayso.vocabulary import BlockKind

Kind = tuple[BlockKind, str]

_PARAGRAPH: Kind = (BlockKind.BODY, "a paragraph of the report")
CORRECTION: Kind = (BlockKind.BODY, "correction")
_REPORT = frozenset({BlockKind.BODY, BlockKind.LIST, BlockKind.TABLE, BlockKind.QUOTE})
_ITEMS = frozenset({"li", "dd", "dt"})
_SUBHEADING = "heading in the report"
_OUTSIDE = "outside the report"
_LINK = "a link alone"
# A title of news is a sentence; a link of fewer words leads to a section of the site.
_TITLE_WORDS = 4
_SHORT = 200
_MOST_ASIDES = 20
# A line of an interview, a row's label or a price may come twice.
_MOST_TIMES = 2
# A list of so many links and little else leads to other pages.
_FEWEST_LINKS = 3
_MOST_LINKED = 0.6
# A quotation set beside the report has so many characters; what is shorter may well come twice.
_SHORTEST_QUOTE = 20
# A link that prints its own address is no title of another page.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,150}")
_PRICE = re.compile(r"(?:[A-Z]{2,3} ?)?[$€£¥] ?\d[\d.,]{0,15}|\d[\d.,]{0,15} ?[$€£¥]")
# Who wrote it and where to follow them stands in the last lines.
_TAIL = 6


def label_runs(tree: Tree, area: Area, taken: frozenset[int], boxed: frozenset[int]) -> list[Kind]:
    """Give each run its kind.

    Args:
        tree: the page's tree.
        area: where the report stands.
        taken: the numbers of runs that are comments.
        boxed: the numbers of runs that share an element with a picture alone.

    Returns:
        Kind and reason of each run, in order.
    """
    kinds: list[Kind] = []
    for number, run in enumerate(tree.runs):
        if number in taken:
            kinds.append((BlockKind.COMMENT, "in the list of comments"))
        elif number == area.headline:
            kinds.append((BlockKind.HEADLINE, "heading like the page's title"))
        else:
            kinds.append(_label_run(run, number, area))
    for number in boxed:
        if kinds[number] == _PARAGRAPH:
            kinds[number] = (BlockKind.CAPTION, "in a box with a picture")
    _mark_standfirst(tree.runs, area, kinds)
    _keep_priced_links(tree.runs, kinds)
    _drop_pull_quotes(tree, area, kinds)
    _drop_link_lists(tree, kinds)
    _drop_repeated(tree.runs, kinds)
    _drop_dangling_headings(kinds)
    _drop_tail(tree.runs, kinds)
    return kinds


def _label_run(run: Run, number: int, area: Area) -> Kind:
    zones, inside = area.zones[number], area.main is not None and area.main.span.holds(run.span)
    dense = run.linked / len(run.text)
    tags = run.node.within
    if "figcaption" in tags:
        elsewhere = not inside and dense > 0.9 and len(run.text.split()) >= _TITLE_WORDS
        return BlockKind.CAPTION, "figcaption of a linked title" if elsewhere else "figcaption"
    if zones & Zone.COMMENTS:
        return BlockKind.FURNITURE, "among the comments"
    if zones & Zone.CAPTION and not zones & NEGATIVE:
        return BlockKind.CAPTION, "named a caption"
    if zones & Zone.RELATED:
        return BlockKind.RELATED, "links to other pages"
    if zones & Zone.BYLINE and len(run.text) < _SHORT and not zones & Zone.FURNITURE:
        return BlockKind.BYLINE, "named a byline"
    if not inside and dense > 0.5:
        menu = len(run.text.split()) < _TITLE_WORDS
        return (BlockKind.FURNITURE, "a menu") if menu else (BlockKind.RELATED, "links to other pages")
    if not inside or zones & Zone.FURNITURE:
        return BlockKind.FURNITURE, _OUTSIDE
    if is_picture_row(run.text):
        return BlockKind.CAPTION, "row of a picture"
    if is_furniture(run.text) or (len(run.text) < 40 and is_heading(run.text)):
        return BlockKind.FURNITURE, "words of the page, not of the report"
    if zones & Zone.POST and (dense <= 0.7 or find_signed(run.text, 0)):
        return BlockKind.QUOTE, "an embedded post"
    plain = MONEY.isdisjoint(run.text) and not _ADDRESS.fullmatch(run.text)
    if plain and dense > 0.7 and len(run.text) < _SHORT and "li" not in tags:
        return BlockKind.RELATED, _LINK
    if is_worded_byline(run.text) and HEADINGS.isdisjoint(tags):
        return BlockKind.BYLINE, "who wrote it, or when"
    return _label_prose(run, tags)


def _label_prose(run: Run, tags: frozenset[str]) -> Kind:
    if "blockquote" in tags:
        return BlockKind.QUOTE, "block quotation"
    if "tr" in tags and is_row_of_data(run):
        return BlockKind.TABLE, "row of a table"
    if not _ITEMS.isdisjoint(tags):
        return BlockKind.LIST, "item of a list"
    if not HEADINGS.isdisjoint(tags):
        return BlockKind.BODY, _SUBHEADING
    return CORRECTION if is_correction(run.text) else _PARAGRAPH


def _mark_standfirst(runs: Sequence[Run], area: Area, kinds: list[Kind]) -> None:
    """Prose between the headline and the body introduces the report."""
    first = next((n for n, kind in enumerate(kinds) if kind[0] in _REPORT), None)
    if area.headline is None or first is None:
        return
    if area.zones[first] & Zone.STANDFIRST and first > area.headline and area.weights[first] > 0:
        kinds[first] = (BlockKind.STANDFIRST, "named a standfirst")
    for number in range(area.headline + 1, first):
        outside = kinds[number] == (BlockKind.FURNITURE, _OUTSIDE)
        if not outside or area.weights[number] <= 0 or area.zones[number] & NEGATIVE:
            continue
        if is_picture_row(runs[number].text):
            kinds[number] = (BlockKind.CAPTION, "row of a picture")
        else:
            kinds[number] = (BlockKind.STANDFIRST, "prose between headline and body")


def _keep_priced_links(runs: Sequence[Run], kinds: list[Kind]) -> None:
    """A link right above a price names the thing that costs it."""
    for number in range(len(kinds) - 1):
        if kinds[number] == (BlockKind.RELATED, _LINK) and _PRICE.fullmatch(runs[number + 1].text):
            kinds[number] = (BlockKind.BODY, "a link to what is priced below")


def _drop_pull_quotes(tree: Tree, area: Area, kinds: list[Kind]) -> None:
    """What is set beside the report and stands in it too would be read twice."""
    beside = [n for n, kind in enumerate(kinds) if kind[0] in _REPORT and area.zones[n] & Zone.ASIDE]
    for number in beside[:_MOST_ASIDES]:
        words = tree.runs[number].text.strip("“”\"'‘’»«. ")
        others = (run.text for n, run in enumerate(tree.runs) if n != number and n not in beside)
        if len(words) >= _SHORTEST_QUOTE and any(words in text for text in others):
            kinds[number] = (BlockKind.FURNITURE, "set beside the report, said in it too")


def _drop_repeated(runs: Sequence[Run], kinds: list[Kind]) -> None:
    """A short paragraph that comes again and again is a button or a title of what slides through a box."""
    plain = [n for n, kind in enumerate(kinds) if kind == _PARAGRAPH and len(runs[n].text) <= _SHORT]
    times = Counter(runs[number].text for number in plain)
    for number in plain:
        text = runs[number].text
        if (
            times[text] > _MOST_TIMES
            and not ends_as_sentence(text)
            and text[-1] != ":"
            and MONEY.isdisjoint(text)
        ):
            kinds[number] = (BlockKind.FURNITURE, "repeated on the page")


def _drop_link_lists(tree: Tree, kinds: list[Kind]) -> None:
    """A list most of which is links leads to other pages; a link in another list is an item of it."""
    lists: dict[Node, list[int]] = {}
    for number, run in enumerate(tree.runs):
        if kinds[number][0] is BlockKind.LIST:
            around = next((node for node in run.node.up() if node.tag in ("ul", "ol", "dl")), None)
            if around is not None:
                lists.setdefault(around, []).append(number)
    for numbers in lists.values():
        runs = [tree.runs[number] for number in numbers]
        links = sum(run.linked > 0.7 * len(run.text) for run in runs)
        linked = sum(run.linked for run in runs) / sum(len(run.text) for run in runs)
        if links >= _FEWEST_LINKS and linked > _MOST_LINKED:
            for number in numbers:
                kinds[number] = (BlockKind.RELATED, "a list of links")


def _drop_dangling_headings(kinds: list[Kind]) -> None:
    """A heading that nothing of the report follows belongs to what follows it."""
    below = False
    for number in range(len(kinds) - 1, -1, -1):
        kind, why = kinds[number]
        if why == _SUBHEADING:
            if not below:
                kinds[number] = (BlockKind.FURNITURE, "heading of what is no report")
        elif kind in _REPORT:
            below = True
        elif kind in (BlockKind.FURNITURE, BlockKind.RELATED):
            below = below and why != _OUTSIDE


def _drop_tail(runs: Sequence[Run], kinds: list[Kind]) -> None:
    """The last lines may say who wrote the report, where to follow them, who owns it."""
    last = [number for number, kind in enumerate(kinds) if kind[0] in _REPORT][-_TAIL:]
    for number in reversed(last):
        if is_tail(runs[number].text):
            kinds[number] = (BlockKind.FURNITURE, "about the page, at its end")
