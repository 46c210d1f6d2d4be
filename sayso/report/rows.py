"""The rows that the HTML report shows of a reading: shaped for its template alone, seen by no stage."""

from typing import NamedTuple

from sayso.model import Attribution, Block, Comment, Finding, Reading
from sayso.report.states import State
from sayso.vocabulary import Agreement, BlockKind, Verdict


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
