"""An HTML page: what each of its lines is, from the marks that the intake left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.blocks.area import find_area
from sayso.blocks.entries import mark_entries
from sayso.blocks.items import find_items
from sayso.blocks.labels import Kind, label_runs
from sayso.blocks.pictures import Pictures, find_pictures
from sayso.blocks.posts import Post, find_posts
from sayso.blocks.shortfall import explain_shortfall
from sayso.blocks.tables import NO_ROW, find_rows
from sayso.blocks.threads import find_declared
from sayso.blocks.tree import Node, Run, Tree, build_tree
from sayso.model import Block, Layout, Notice, Page, Span
from sayso.vocabulary import BlockKind

_NOBODY = Post(None, None)


def lay_out_html(page: Page) -> Layout:
    """Label every line of an HTML page and read its comments.

    Args:
        page: an HTML page after intake.

    Returns:
        One block a run of text, the comments, the number that the page states.
    """
    tree = build_tree(page)
    listing = find_items(tree)
    pictures = find_pictures(tree)
    kinds = label_runs(tree, find_area(tree, listing.runs), listing.runs, pictures.boxed)
    texts = [run.text for run in tree.runs]
    declared = find_declared(texts, min(listing.runs, default=None))
    if declared is None:
        declared = next((int(m.value) for m in tree.others if m.role == "declared" and m.value), None)
    missing = explain_shortfall(texts, len(listing.comments), declared)
    notices = missing if listing.comments else _say_service(tree)
    entries = mark_entries(texts, [run.span.start for run in tree.runs], kinds, tree.runs)
    blocks = _make_blocks(tree, kinds, pictures, entries.posted)
    return Layout(blocks, listing.comments, declared, notices + entries.notices)


def _say_service(tree: Tree) -> tuple[Notice, ...]:
    """The notice that the comments are loaded from elsewhere and are not in this copy."""
    names = [mark.value for mark in tree.others if mark.role == "service" and mark.value]
    if not names:
        return ()
    what = f"comments not in this copy: the page loads them from {' and '.join(names)}"
    return (Notice("comments", what),)


def _make_blocks(
    tree: Tree, kinds: Sequence[Kind], pictures: Pictures, entries: Mapping[int, Span]
) -> tuple[Block, ...]:
    """One block a run; the runs of one <figcaption> are one caption, captions in a row have one picture."""
    blocks: list[Block] = []
    last: Node | None = None
    link: str | None = None
    posts, rows = find_posts(tree), find_rows(tree)
    for number, (run, (kind, why)) in enumerate(zip(tree.runs, kinds, strict=True)):
        link = pictures.above.get(number, link) if kind is BlockKind.CAPTION else None
        caption = _figcaption(run) if kind is BlockKind.CAPTION else None
        if caption is not None and caption is last:
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, run.span.end))
        else:
            post = posts.get(number, _NOBODY) if kind is BlockKind.QUOTE else _NOBODY
            row = rows.get(number, NO_ROW) if kind is BlockKind.TABLE else NO_ROW
            posted = post.posted or entries.get(number)
            blocks.append(Block(run.span, kind, why, link, post.author, posted, *row))
        last = caption
    return tuple(blocks)


def _figcaption(run: Run) -> Node | None:
    if "figcaption" not in run.node.within:
        return None
    return next(node for node in run.node.up() if node.tag == "figcaption")
