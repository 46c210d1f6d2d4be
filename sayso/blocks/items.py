"""Reader comments of an HTML page: who wrote which runs, by the elements around them.

Every platform puts the name of who wrote a comment in an element of its own inside the list of
comments. From there the item is the smallest element around the name that also has words of the comment;
items stand in one another where replies do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.blocks.phrases import (
    find_votes,
    is_badge,
    is_edited,
    is_noise,
    is_pingback,
    is_reply,
    says_when,
    strip_between,
)
from sayso.blocks.repeats import find_regions, is_believed
from sayso.blocks.stamps import find_stamp
from sayso.blocks.tree import Node, Run, Tree
from sayso.blocks.zones import Zone
from sayso.model import Comment, Span

_LONGEST_HEAD = 160
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 9
_LONGEST_BADGE = 40
_LONGEST_ROW = 60
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net|de|fr|co)\b")
_DEPTH = re.compile(r"\b(?:depth|level|indent)[-_]?(\d)\b")
_REPLY = re.compile(r"\b(?:indented|child|reply|is-reply|comment-reply|answer|antwort|sub-?comment)\b", re.I)
_VOTE_NAME = re.compile(r"vote|like|rating|score|karma|point|thumb|recommend", re.I)
_VOTES = re.compile(r"(?<![\d.])([-+−]?\d{1,6})(?![\d.])")
_CONTAINERS = frozenset({"html", "head", "body", "main"})
_PHRASES = frozenset({"p", "a", "span", "em", "strong", "b", "i", "blockquote", "q", "cite"})
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADERS = _TITLES | {"header", "footer", "button"}


@dataclass(slots=True, eq=False)
class _Item:
    """One comment in the making: the run and the element of its name, its element, its words."""

    author: str
    run: int
    head: Node
    node: Node
    body: list[int] = field(default_factory=list)
    posted: str | None = None
    edited: bool = False
    votes: int | None = None


# The number of a run, the element of the name in it, the name.
_Head = tuple[int, Node, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The comments found and the runs that belong to them, words or not."""

    comments: tuple[Comment, ...]
    runs: frozenset[int]


def find_items(tree: Tree) -> Listing:
    """Find the comments of a page by its elements.

    Args:
        tree: the page's tree.

    Returns:
        The comments in the order of the page, with the index of the comment they answer, and the numbers
        of all runs that stand inside their elements.
    """
    inside = _runs_of_regions(tree)
    listing = _read_region(tree, inside, _named_heads(tree, inside) or _timed_heads(tree, inside))
    if listing.comments:
        return listing
    aside: dict[Node, int] = {}
    best = listing
    for region in find_regions(tree):
        runs = [n for n in region.runs if _region_of(tree.runs[n].node, aside, 0) != Zone.NOTICE]
        for find_heads in (_timed_heads, _named_heads):
            found = _read_region(tree, runs, find_heads(tree, runs))
            if len(found.comments) <= len(best.comments):
                continue
            if is_believed(region, found.comments, _linked_shares(tree, found), _count_buttons(tree, found)):
                best = found
    return best


def _read_region(tree: Tree, inside: Sequence[int], heads: Sequence[_Head]) -> Listing:
    """The comments under the heads in a region."""
    if not heads:
        return Listing((), frozenset())
    items = _grow_items(tree, inside, heads)
    owners = _share_runs(tree, inside, items)
    for number, item in owners.items():
        _take_run(tree.runs, number, item)
    kept = [item for item in items if item.body and not _is_only_link(tree, item)]
    return Listing(_make_comments(tree, kept), frozenset(owners) if kept else frozenset())


def _linked_shares(tree: Tree, listing: Listing) -> list[float]:
    """For each comment how much of its words is links."""
    starts = [run.span.start for run in tree.runs]
    shares = []
    for comment in listing.comments:
        runs = tree.runs[bisect_left(starts, comment.span.start) : bisect_left(starts, comment.span.end)]
        shares.append(sum(run.linked for run in runs) / max(sum(len(run.text) for run in runs), 1))
    return shares


def _count_buttons(tree: Tree, listing: Listing) -> int:
    return sum(is_reply(tree.runs[number].text) for number in listing.runs)


def _runs_of_regions(tree: Tree) -> list[int]:
    """The runs that stand in an element named after comments, in order."""
    cached: dict[Node, int] = {}
    # Some systems put the whole page into one form.
    longest = tree.runs[-1].span.end // 2 if tree.runs else 0
    return [n for n, run in enumerate(tree.runs) if _region_of(run.node, cached, longest) == Zone.COMMENTS]


def _region_of(node: Node, cached: dict[Node, int], longest: int) -> int:
    """COMMENTS in a list of comments, NOTICE in what such lists hold besides (forms, latest comments)."""
    path: list[Node] = []
    known = Zone.NONE
    for around in node.up():
        if around in cached:
            known = cached[around]
            break
        path.append(around)
    for around in reversed(path):
        zones = around.zones
        if around.tag not in _CONTAINERS:
            if zones & Zone.NOTICE or (
                around.tag == "form" and around.span.end - around.span.start <= longest
            ):
                known = Zone.NOTICE
            elif zones & Zone.COMMENTS and known == Zone.NONE:
                known = Zone.COMMENTS
        cached[around] = known
    return known


def _named_heads(tree: Tree, inside: Sequence[int]) -> list[_Head]:
    """The runs with an element that is named after a person."""
    people = _people(tree)
    heads: list[_Head] = []
    for number in inside:
        run = tree.runs[number]
        if len(run.text) > _LONGEST_HEAD or is_edited(run.text) or is_pingback(run.text):
            continue
        if found := _person_in(run, people):
            heads.append((number, *found))
    return heads


def _timed_heads(tree: Tree, inside: Sequence[int]) -> list[_Head]:
    """The runs that print a name and a time, or a name above a time."""
    heads: list[_Head] = []
    for place, number in enumerate(inside):
        run = tree.runs[number]
        stamp = find_stamp(run.text) if len(run.text) <= _LONGEST_HEAD and not is_edited(run.text) else None
        if not stamp:
            continue
        name = _name_in(run.text)
        if name and any(map(str.isalpha, name)):
            heads.append((number, run.node, name))
        elif place and (above := _name_in(tree.runs[inside[place - 1]].text)):
            heads.append((inside[place - 1], tree.runs[inside[place - 1]].node, above))
    return heads


def _people(tree: Tree) -> list[Node]:
    """The elements named after a person, in document order."""
    return [node for node in tree.nodes if _names_person(node)]


def _names_person(node: Node) -> bool:
    if node.tag == "cite":
        return node.parent is None or node.parent.tag not in ("p", "q", "blockquote")
    return node.tag not in _CONTAINERS and node.zones & (Zone.PERSON | Zone.CONTENT) == Zone.PERSON


def _person_in(run: Run, people: Sequence[Node]) -> tuple[Node, str] | None:
    """The innermost element in or around a run that names a person, with the name."""
    low, high = 0, len(people)
    while low < high:
        middle = (low + high) // 2
        if people[middle].span.start < run.span.start:
            low = middle + 1
        else:
            high = middle
    best: tuple[Node, str] | None = None
    around = [node for node in run.node.up() if _names_person(node)][:2]
    within: list[Node] = []
    while low < len(people) and people[low].span.start < run.span.end:
        within.append(people[low])
        low += 1
    for node in [*reversed(around), *within]:
        if node.span.end - node.span.start > _LONGEST_HEAD:
            continue
        start = max(node.span.start, run.span.start) - run.span.start
        name = _name_in(run.text[start : min(node.span.end, run.span.end) - run.span.start])
        if name and (best is None or best[0].span.holds(node.span)):
            best = (node, name)
    return best


def _name_in(text: str) -> str | None:
    """The name in the text of an element, without the time and the joining words."""
    text = text.split("\n")[0]
    stamp = find_stamp(text)
    if stamp:
        text = text[: stamp[0]] if text[: stamp[0]].strip(" -|·") else text[stamp[1] :]
    name = strip_between(text)
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_NAME_WORDS:
        return None
    if (is_noise(name) and not name.isdigit()) or says_when(name) or (" " in name and is_badge(name)):
        return None
    return name if any(map(str.isalnum, name)) else None


def _grow_items(tree: Tree, inside: Sequence[int], heads: Sequence[_Head]) -> list[_Item]:
    """For each head the smallest element around it that has words of a comment."""
    named = {number for number, _, _ in heads}
    worded = [tree.runs[n] for n in inside if n not in named and _has_words(tree.runs[n])]
    starts = [run.span.start for run in worded]
    items: list[_Item] = []
    for number, head, author in heads:
        node = head if head.span.holds(tree.runs[number].span) else tree.runs[number].node
        for around in node.up():
            if around.tag in _CONTAINERS:
                break
            node = around
            if _has_between(starts, around.span):
                break
        last = items[-1] if items else None
        if last and last.node.span.holds(node.span) and (node.tag in _PHRASES or author.startswith("@")):
            # Somebody is named in the words of a comment.
            continue
        if last and last.node is node and not _has_between(starts, Span(last.head.span.end, head.span.start)):
            continue
        items.append(_Item(author, number, head, node))
    return items


def _has_words(run: Run) -> bool:
    """Whether a run holds words of a comment: no button, no time, no badge."""
    if _is_dross(run) or (" " in run.text and is_badge(run.text)):
        return False
    if len(run.text) > _LONGEST_HEAD:
        return True
    stamp = find_stamp(run.text)
    if stamp and not strip_between(run.text[: stamp[0]] + " " + run.text[stamp[1] :]):
        return False
    if len(run.text) > _LONGEST_BADGE:
        return True
    around = list(run.node.up())[:4]
    if any(node.zones & Zone.CONTENT for node in around[:2]):
        return True
    return not any(
        node.tag in _HEADERS or node.zones & (Zone.PERSON | Zone.FURNITURE)
        for node in around
        if node.span.end - node.span.start <= _LONGEST_HEAD
    )


def _has_between(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the sorted offsets lies in the span."""
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] < span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(starts) and starts[low] < span.end


def _share_runs(tree: Tree, inside: Sequence[int], items: Sequence[_Item]) -> dict[int, _Item]:
    """Give each run to the item whose element is the innermost around it, or whose head came last in it."""
    by_node: dict[Node, list[_Item]] = {}
    for item in items:
        by_node.setdefault(item.node, []).append(item)
    firsts = {node: [item.run for item in sharing] for node, sharing in by_node.items()}
    owners: dict[int, _Item] = {}
    for number in inside:
        for around in tree.runs[number].node.up():
            if around in by_node:
                place = bisect_right(firsts[around], number)
                owners[number] = by_node[around][max(0, place - 1)]
                break
    return owners


def _take_run(runs: Sequence[Run], number: int, item: _Item) -> None:
    """Take a run into its item: as time, vote, edit mark, or words."""
    run = runs[number]
    stamp = find_stamp(run.text) if len(run.text) <= _LONGEST_HEAD else None
    if is_edited(run.text):
        item.edited = True
    elif number == item.run:
        item.posted = item.posted or (run.text[stamp[0] : stamp[1]].strip() if stamp else None)
    elif stamp and not item.body and (_is_dross(run) or _is_bare(run.text, stamp, item.author)):
        item.posted = item.posted or run.text[stamp[0] : stamp[1]].strip()
    elif _is_dross(run):
        votes = _VOTES.search(run.text)
        if votes and any(_VOTE_NAME.search(node.names) for node in list(run.node.up())[:3]):
            item.votes = (item.votes or 0) + int(votes.group(1).replace("−", "-"))
        elif item.votes is None and any(map(str.isalpha, run.text)):
            item.votes = find_votes(run.text)
    elif not _is_title(run) and not _is_badge(run, item):
        item.body.append(number)


def _is_title(run: Run) -> bool:
    """Whether a run is the title that some platforms let a comment have."""
    return any(node.tag in _TITLES for node in list(run.node.up())[:2])


def _is_bare(text: str, stamp: tuple[int, int], author: str) -> bool:
    """Whether a line with a time says nothing in letters besides the time and the author."""
    rest = strip_between((text[: stamp[0]] + " " + text[stamp[1] :]).replace(author, " "))
    return not any(map(str.isalpha, rest))


def _is_dross(run: Run) -> bool:
    """Whether a run is a button, an edit mark or a link back, and no words of a comment."""
    if is_noise(run.text) or is_edited(run.text) or is_pingback(run.text):
        return True
    return len(run.text) <= _LONGEST_ROW and run.linked > 0.5 * len(run.text) and _is_row_of_buttons(run)


def _is_row_of_buttons(run: Run) -> bool:
    """Whether most of a short run is links that lead to no address that it prints."""
    return not _ADDRESS.search(run.text) and "@" not in run.text and run.node.tag != "p"


def _is_badge(run: Run, item: _Item) -> bool:
    """Whether a short run beside the name is a rank or a button, and no words of the comment."""
    if len(run.text) > _LONGEST_BADGE:
        return False
    below = []
    for node in run.node.up():
        if node is item.node:
            break
        below.append(node)
    if any(node.zones & Zone.CONTENT for node in below):
        return False
    if is_badge(run.text) or any(node.tag in ("header", "footer", "button") for node in below):
        return True
    return run.text.strip() == item.author or any(
        node.zones & (Zone.PERSON | Zone.BYLINE | Zone.FURNITURE) for node in below
    )


def _is_only_link(tree: Tree, item: _Item) -> bool:
    """Whether the words are one link, as in a list of the latest comments of a site."""
    runs = [tree.runs[number] for number in item.body]
    return len(runs) == 1 and runs[0].linked >= 0.9 * len(runs[0].text) and "http" not in runs[0].text


def _make_comments(tree: Tree, items: Sequence[_Item]) -> tuple[Comment, ...]:
    """The records, with the comment that each answers."""
    parents = _find_parents([_depth_of(item) for item in items])
    comments: list[Comment] = []
    for item, parent in zip(items, parents, strict=True):
        runs = [tree.runs[n] for n in item.body]
        span = Span(runs[0].span.start, max(run.span.end for run in runs))
        text = "\n".join(run.text for run in runs)
        comments.append(Comment(span, item.author, text, item.posted, item.edited, item.votes, parent))
    return tuple(comments)


def _find_parents(depths: Sequence[int]) -> list[int | None]:
    """For each comment the nearest one before it that stands less deep."""
    parents: list[int | None] = []
    open_ones: list[int] = []
    for number, depth in enumerate(depths):
        while open_ones and depths[open_ones[-1]] >= depth:
            open_ones.pop()
        parents.append(open_ones[-1] if open_ones else None)
        open_ones.append(number)
    return parents


def _depth_of(item: _Item) -> int:
    """How deep an item stands: as the names of its element state, else by the elements around it.

    Flat lists mark a reply by a name only ("indented"), which counts as one element more.
    """
    around = list(item.node.up())
    for node in around[:4]:
        if found := _DEPTH.search(node.names):
            return int(found.group(1))
    return 2 * len(around) + (1 if any(_REPLY.search(node.names) for node in around[:2]) else 0)
