"""A reading cut into the rows that the HTML report shows."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from sayso.model import Attribution, Block, Comment, Reading, Span
from sayso.report.place import finder, line_starts, locate
from sayso.report.rows import (
    AsideRow,
    BlockRow,
    CommentRow,
    ConflictRow,
    FigureRow,
    FindingRow,
    PageView,
    Piece,
    Say,
    SumRow,
)
from sayso.report.states import State, figure_states, judged
from sayso.report.wording import (
    interval_in_words,
    thing_in_words,
    working_in_words,
)
from sayso.vocabulary import BlockKind, Severity

ARTICLE = {
    BlockKind.HEADLINE,
    BlockKind.STANDFIRST,
    BlockKind.BYLINE,
    BlockKind.BODY,
    BlockKind.QUOTE,
    BlockKind.LIST,
    BlockKind.TABLE,
    BlockKind.CAPTION,
}
ASIDE = {BlockKind.RELATED, BlockKind.FURNITURE}
SEVERITIES = list(Severity)

# Sums, conflicts and figures without a source have notes of their own beside their paragraph.
SHOWN_ANYHOW = ("SUM", "CON", "SRC201")

T = TypeVar("T")

# Deeper replies are set as far in as this: a phone is narrow, and a page may nest without end.
DEEPEST = 5


def view_page(reading: Reading) -> PageView:
    """Cut one reading into rows.

    Args:
        reading: what sayso says of the page.

    Returns:
        The rows, in the order of the page; findings the weightiest first.
    """
    text = reading.page.text
    states = figure_states(reading)
    sums = tuple(_sums(reading))
    conflicts = tuple(
        ConflictRow(n, one.verdict, one.left, one.right, one.same, one.reason)
        for n, one in enumerate(reading.conflicts)
    )
    findings = tuple(_findings(reading))
    blocks = tuple(_blocks(reading, sums, conflicts, findings))
    return PageView(
        reading,
        _title(reading),
        blocks,
        tuple(_figures(reading, states)),
        sums,
        conflicts,
        tuple(sorted(findings, key=lambda row: SEVERITIES.index(row.finding.severity))),
        tuple(_comments(reading.comments)),
        tuple((n, label.span.of(text), label.kind) for n, label in enumerate(reading.labels)),
        tuple(_asides(reading)),
        sum(states_of[-1] is not State.UNSOURCED for states_of in states),
        frozenset(_anchors(blocks)),
    )


def _anchors(blocks: Sequence[BlockRow]) -> Iterator[str]:
    """The places in the article that a link may lead to; a figure in furniture is not among them."""
    for row in blocks:
        yield f"b{row.number}"
        for piece in row.pieces:
            if piece.figure is not None:
                yield f"f{piece.figure}"
            elif piece.label is not None:
                yield f"l{piece.label}"


def _title(reading: Reading) -> str:
    headlines = (b.span.of(reading.page.text) for b in reading.blocks if b.kind is BlockKind.HEADLINE)
    return (reading.page.title or next(headlines, "")).strip() or reading.page.source.rsplit("/", 1)[-1]


def _sums(reading: Reading) -> Iterator[SumRow]:
    find = finder([block.span for block in reading.blocks])
    for number, check in enumerate(reading.checks):
        yield SumRow(
            number,
            check.verdict,
            check.span.of(reading.page.text),
            working_in_words(check, reading),
            next((f"f{figure}" for figure in judged(check)), f"b{find(check.span.start)}"),
            None if check.whose is None else reading.attributions[check.whose],
        )


def _findings(reading: Reading) -> Iterator[FindingRow]:
    lines = line_starts(reading.page.text)
    find = finder([block.span for block in reading.blocks])
    figures = [figure.span for figure in reading.figures]
    starts = [span.start for span in figures]
    for finding in sorted(reading.findings, key=lambda one: (one.span.start, one.span.end, one.code)):
        near = range(max(bisect_left(starts, finding.span.start) - 1, 0), len(figures))
        touched = next((n for n in near[:2] if figures[n].overlaps(finding.span)), None)
        yield FindingRow(
            finding,
            *locate(lines, finding.span.start),
            f"b{find(finding.span.start)}" if touched is None else f"f{touched}",
        )


def _blocks(
    reading: Reading,
    sums: Sequence[SumRow],
    conflicts: Sequence[ConflictRow],
    findings: Sequence[FindingRow],
) -> Iterator[BlockRow]:
    find = finder([block.span for block in reading.blocks])
    figures = _sorted_into(find, ((figure.span, n) for n, figure in enumerate(reading.figures)))
    labels = _sorted_into(find, ((label.span, n) for n, label in enumerate(reading.labels)))
    stated = _sorted_into(find, ((reading.checks[row.number].span, row) for row in sums))
    remarks = _sorted_into(
        find,
        ((row.finding.span, row) for row in findings if not row.finding.code.startswith(SHOWN_ANYHOW)),
    )
    disagreeing: dict[int, list[ConflictRow]] = {}
    for one in conflicts:
        for figure in (one.left, one.right):
            disagreeing.setdefault(figure, []).append(one)
    for number, block in enumerate(reading.blocks):
        if block.kind not in ARTICLE or not block.span.of(reading.page.text).strip():
            continue
        inside = figures.get(number, [])
        yield BlockRow(
            number,
            block,
            tuple(_pieces(reading, block, inside, labels.get(number, []))),
            tuple(_says(reading, inside)),
            tuple(stated.get(number, [])),
            tuple(dict.fromkeys(one for figure in inside for one in disagreeing.get(figure, []))),
            tuple(remarks.get(number, [])),
        )


def _sorted_into(find: Callable[[int], int | None], items: Iterable[tuple[Span, T]]) -> dict[int, list[T]]:
    """The items by the index of what their span begins in."""
    sorted_: dict[int, list[T]] = {}
    for span, item in items:
        held = find(span.start)
        if held is not None:
            sorted_.setdefault(held, []).append(item)
    return sorted_


def _pieces(reading: Reading, block: Block, figures: Sequence[int], labels: Sequence[int]) -> Iterator[Piece]:
    """Cut a block at its figures and labels; of two that overlap, the one that begins first stays."""
    text, at = reading.page.text, block.span.start
    marked: list[tuple[Span, int | None, int | None]] = [
        *((reading.figures[n].span, n, None) for n in figures),
        *((reading.labels[n].span, None, n) for n in labels),
    ]
    for span, figure, label in sorted(marked, key=lambda one: one[0].start):
        if span.start < at or span.end > block.span.end:
            continue
        if span.start > at:
            yield Piece(text[at : span.start])
        yield Piece(span.of(text), figure, label)
        at = span.end
    if at < block.span.end:
        yield Piece(text[at : block.span.end])


def _asides(reading: Reading) -> Iterator[AsideRow]:
    for (kind, because), run in groupby(reading.blocks, key=lambda block: (block.kind, block.because)):
        if kind in ASIDE:
            text = "\n".join(block.span.of(reading.page.text).strip() for block in run)
            yield AsideRow(text, kind, because)


def _says(reading: Reading, figures: Sequence[int]) -> Iterator[Say]:
    """One note for each chain of sources, in the order in which its first figure stands."""
    notes: dict[tuple[object, ...], tuple[list[int], Attribution | None]] = {}
    for figure in figures:
        owner = reading.owners[figure]
        one = None if owner is None else reading.attributions[owner]
        key: tuple[object, ...] = ()
        if one is not None and one.chain:
            key = (*((link.name, link.kind) for link in one.chain), one.certainty, one.carried)
        notes.setdefault(key, ([], one))[0].append(figure)
    for owned, one in notes.values():
        yield Say(tuple(owned), one)


def _figures(reading: Reading, states: Sequence[tuple[State, ...]]) -> Iterator[FigureRow]:
    text = reading.page.text
    for number, figure in enumerate(reading.figures):
        owner = reading.owners[number]
        yield FigureRow(
            number,
            figure.span.of(text),
            states[number],
            interval_in_words(figure.interval),
            f"{figure.unit or ''}{f' per {figure.per}' if figure.per else ''}".strip(),
            thing_in_words(figure, text),
            figure.when.span.of(text) if figure.when else "",
            figure.place.of(text) if figure.place else "",
            None if owner is None else reading.attributions[owner],
        )


def _comments(comments: Sequence[Comment]) -> Iterator[CommentRow]:
    """The comments, each after the one it answers and before the next of its own depth."""
    children: dict[int | None, list[int]] = {}
    for number, comment in enumerate(comments):
        before = comment.parent if comment.parent is not None and comment.parent < number else None
        children.setdefault(before, []).append(number)
    waiting = [(number, 0) for number in reversed(children.get(None, []))]
    while waiting:
        number, depth = waiting.pop()
        yield CommentRow(number, comments[number], min(depth, DEEPEST), comments[number].parent)
        waiting += [(child, depth + 1) for child in reversed(children.get(number, []))]
