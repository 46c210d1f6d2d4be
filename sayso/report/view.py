"""A reading cut into the rows that the HTML report shows. Rows are shaped for the template alone."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sayso.model import Attribution, Block, Comment, Finding, Reading, Span
from sayso.report.place import line_starts, locate
from sayso.report.states import State, figure_states, judged
from sayso.report.wording import (
    hedge_in_words,
    interval_in_words,
    thing_in_words,
    working_in_words,
)
from sayso.vocabulary import Agreement, BlockKind, Severity, Verdict

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

# Deeper replies are set as far in as this: a phone is narrow, and a page may nest without end.
DEEPEST = 5


class Piece(NamedTuple):
    """A run of characters of a block; ``figure`` or ``label`` is an index where it is one."""

    text: str
    figure: int | None = None
    label: int | None = None


class Say(NamedTuple):
    """A margin note: some figures of a block and on whose say-so they stand."""

    figures: tuple[int, ...]
    attribution: Attribution | None


class SumRow(NamedTuple):
    """One sum: its verdict, the words that state it, the working, and the figure to jump to."""

    number: int
    verdict: Verdict
    words: str
    working: str
    kind: str
    anchor: str
    whose: Attribution | None


class ConflictRow(NamedTuple):
    """Two figures that count the same."""

    number: int
    verdict: Agreement
    left: int
    right: int
    same: str
    reason: str | None


class FindingRow(NamedTuple):
    """One finding with its place and the anchor of that place."""

    finding: Finding
    line: int
    column: int
    anchor: str
    words: str


class BlockRow(NamedTuple):
    """One block of the article with the notes beside it."""

    number: int
    block: Block
    pieces: tuple[Piece, ...]
    says: tuple[Say, ...]
    sums: tuple[SumRow, ...]
    conflicts: tuple[ConflictRow, ...]
    findings: tuple[FindingRow, ...]


class FigureRow(NamedTuple):
    """One figure as the table shows it."""

    number: int
    text: str
    states: tuple[State, ...]
    interval: str
    hedge: str
    unit: str
    thing: str
    when: str
    place: str
    attribution: Attribution | None


class CommentRow(NamedTuple):
    """One comment, how deep it hangs, and the number of the one it answers."""

    number: int
    comment: Comment
    depth: int
    answers: int | None


class AsideRow(NamedTuple):
    """A run of neighbouring blocks that were kept out of the report for one reason."""

    text: str
    kind: BlockKind
    because: str


class PageView(NamedTuple):
    """All that the report shows of one page."""

    reading: Reading
    title: str
    blocks: tuple[BlockRow, ...]
    figures: tuple[FigureRow, ...]
    sums: tuple[SumRow, ...]
    conflicts: tuple[ConflictRow, ...]
    findings: tuple[FindingRow, ...]
    comments: tuple[CommentRow, ...]
    labels: tuple[tuple[int, str, str], ...]
    asides: tuple[AsideRow, ...]
    sourced: int
    anchors: frozenset[str]

    @property
    def disagreeing(self) -> int:
        """How many pairs of figures disagree."""
        return sum(row.verdict is Agreement.CONFLICTS for row in self.conflicts)

    def count(self, verdict: Verdict) -> int:
        """How many sums came out so."""
        return sum(row.verdict == verdict for row in self.sums)


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
    for number, check in enumerate(reading.checks):
        yield SumRow(
            number,
            check.verdict,
            check.span.of(reading.page.text),
            working_in_words(check, reading),
            check.kind,
            next((f"f{figure}" for figure in judged(check)), _block_anchor(reading, check.span)),
            None if check.whose is None else reading.attributions[check.whose],
        )


def _findings(reading: Reading) -> Iterator[FindingRow]:
    starts = line_starts(reading.page.text)
    for finding in sorted(reading.findings, key=lambda one: (one.span.start, one.span.end, one.code)):
        touched = (f"f{n}" for n, figure in enumerate(reading.figures) if figure.span.overlaps(finding.span))
        yield FindingRow(
            finding,
            *locate(starts, finding.span.start),
            next(touched, _block_anchor(reading, finding.span)),
            finding.span.of(reading.page.text),
        )


def _block_anchor(reading: Reading, span: Span) -> str:
    """The anchor of the article's block that a span begins in; empty where there is none."""
    for number, block in enumerate(reading.blocks):
        if block.kind in ARTICLE and block.span.start <= span.start < block.span.end:
            return f"b{number}"
    return ""


def _blocks(
    reading: Reading,
    sums: Sequence[SumRow],
    conflicts: Sequence[ConflictRow],
    findings: Sequence[FindingRow],
) -> Iterator[BlockRow]:
    for number, block in enumerate(reading.blocks):
        if block.kind not in ARTICLE or not block.span.of(reading.page.text).strip():
            continue
        inside = [n for n, figure in enumerate(reading.figures) if block.span.holds(figure.span)]
        here = set(inside)
        yield BlockRow(
            number,
            block,
            tuple(_pieces(reading, block)),
            tuple(_says(reading, inside)),
            tuple(sum_ for sum_ in sums if block.span.holds(reading.checks[sum_.number].span)),
            tuple(one for one in conflicts if here & {one.left, one.right}),
            tuple(
                row
                for row in findings
                if block.span.holds(row.finding.span) and not row.finding.code.startswith(SHOWN_ANYHOW)
            ),
        )


def _pieces(reading: Reading, block: Block) -> Iterator[Piece]:
    """Cut a block at its figures and labels; of two that overlap, the one that begins first stays."""
    text, at = reading.page.text, block.span.start
    marked: list[tuple[Span, int | None, int | None]] = [
        *((figure.span, n, None) for n, figure in enumerate(reading.figures)),
        *((label.span, None, n) for n, label in enumerate(reading.labels)),
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
            hedge_in_words(figure.hedge),
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
