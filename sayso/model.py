"""Every record of sayso, in the order in which the flow makes them.

Records are frozen values. They never point at one another: where one record names another, it holds
the other's index in the :class:`Reading`. Spans are half-open offsets into ``Page.text`` in Unicode
code points. Quantities are exact fractions in the unit that the record names. This module imports
nothing of ours but the closed sets of words in :mod:`sayso.vocabulary`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from sayso.vocabulary import (
    Agreement,
    BlockKind,
    Certainty,
    CheckKind,
    Hedge,
    LabelClass,
    LinkKind,
    Mode,
    PageKind,
    Role,
    Severity,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Page.text``: half-open, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """All values a figure may have; ``None`` is an unbounded side.

    ``low_open`` and ``high_open`` tell that the bound itself is left out. Made by the figures room
    from what is written (design, section 6) and by the sums room as the result of arithmetic.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the intake saw in the source of a page and that its text no longer shows.

    ``role`` is the intake's word for it (a tag, "comment", "comment-author", "extracted" …), ``value``
    what belongs to it (a link, an author, a time), ``group`` ties marks of one thing together and
    ``parent`` is the group this one hangs under. Made by the intake, read only by the blocks room.
    """

    span: Span
    role: str
    value: str | None = None
    group: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the page that its reader must know: a fallback taken, a part not read.

    ``code`` is a short fixed word ("encoding", "language", "cut"), ``message`` one sentence.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document as it came, after intake. ``text`` is never altered afterwards.

    ``id`` is a digest of source and text, ``source`` the path or address as the user gave it.
    ``modified`` and ``published`` are days; ``language`` is an ISO 639-1 code or None where the text
    is too short to tell.
    """

    id: str
    source: str
    kind: PageKind
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    modified: date | None = None
    fetched: str | None = None
    language: str | None = None
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind. ``because`` says in a few words why it was taken for that.

    ``link`` is the address of the picture that a caption belongs to, as the page writes it. ``author`` is
    where the page names who said a block quotation or an embedded post, ``posted`` where it prints the time
    of an embedded post or of the entry of a live blog that the block belongs to. ``heads`` is for each cell
    of a table's row, in order, the head of its column, None for a cell that has none. ``cells`` is where the
    cells with ink of a table's row stand, ``columns`` the number of the column that each begins in, both from
    the left; ``table`` is the number of the table on the page.
    """

    span: Span
    kind: BlockKind
    because: str
    link: str | None = None
    author: Span | None = None
    posted: Span | None = None
    heads: tuple[Span | None, ...] = ()
    cells: tuple[Span, ...] = ()
    columns: tuple[int, ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """One reader comment. ``text`` is its words, ``span`` where they stand; ``posted`` is as printed.

    ``votes`` is a net count, ``parent`` the index of the comment it answers.
    """

    span: Span
    author: str | None
    text: str
    posted: str | None = None
    edited: bool = False
    votes: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What the blocks room makes of a page. ``declared`` is the number of comments the page states."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    declared: int | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the report; ``block`` is the index of the block it stands in."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the parser sees it.

    ``span`` is in the page's text; ``tag`` is a Penn Treebank tag, ``dep`` a ClearNLP dependency
    label (spaCy's English models), ``head`` the index of the governing token in the same sentence (its
    own index for a root).
    """

    span: Span
    text: str
    tag: str
    dep: str
    head: int


Parse = tuple[Token, ...]
Parser = Callable[[str, Sequence[Span]], tuple[Parse, ...]]
"""Parses stretches of a text: the text and the spans of its sentences to one Parse a span."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date expression and the days it covers, inclusive; None for an end that is open or unknown."""

    span: Span
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that measures something.

    ``span`` covers numeral, hedge, scale and unit words. ``interval`` is what the words allow (design,
    section 6), ``value`` the printed number where there is one (None for "dozens" and for ranges),
    ``step`` the size of its last written digit, all in ``unit``; ``per`` is the period or thing of a
    rate ("month"). ``thing`` is the noun phrase counted, in the same sentence; ``carried`` the one
    taken over from an earlier sentence where this one names none. ``when`` may be taken over too. Of a
    table's cell thing and time may stand in the head of its column; ``row`` is the label of its row.
    Made by the figures room.
    """

    span: Span
    sentence: int
    role: Role
    interval: Interval
    value: Fraction | None
    step: Fraction | None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    per: str | None = None
    thing: Span | None = None
    carried: Span | None = None
    when: Period | None = None
    place: Span | None = None
    row: Span | None = None

    @property
    def low(self) -> Fraction | None:
        """Lower end of the interval, None where it is open."""
        return self.interval.low

    @property
    def high(self) -> Fraction | None:
        """Upper end of the interval, None where it is open."""
        return self.interval.high


@dataclass(frozen=True, slots=True)
class Label:
    """A numeral that names and does not measure, with the class that kept it out."""

    span: Span
    sentence: int
    kind: LabelClass


@dataclass(frozen=True, slots=True)
class Tally:
    """All that the figures room found: figures and labels in the order of the text, and the dates.

    ``notices`` tell of numerals that were too large to be read.
    """

    figures: tuple[Figure, ...]
    labels: tuple[Label, ...]
    dates: tuple[Period, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One source of a chain. ``span`` is where it is named here, ``name`` its longest form in the text."""

    span: Span
    name: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that somebody is said to have said.

    ``content`` is the spans of what is said, ``cue`` the words that hand it over (None where only
    quotation marks do), ``chain`` the sources nearest first. ``carried`` tells that the source was
    taken over from an earlier sentence, so that a reader may doubt it. ``denies`` are the indices of
    the earlier figures that this denies, wholly or in part. Made by the attribution room.
    """

    content: tuple[Span, ...]
    cue: Span | None
    chain: tuple[Link, ...]
    mode: Mode
    certainty: Certainty
    carried: bool = False
    denies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sourcing:
    """All attributions, and for each figure the index of the one it stands on (None: the page's own)."""

    attributions: tuple[Attribution, ...]
    owners: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """Something foretold: what, by when, on whose say-so (index of an attribution)."""

    span: Span
    due: Period | None
    attribution: int | None


@dataclass(frozen=True, slots=True)
class Given:
    """An operand that is no figure: a listed constant, a date, the length of a list.

    ``span`` is where the text prints it; None for a constant or for the publication date.
    """

    what: str
    value: Fraction
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """An operand that the text does not give, in words: "October's figure"."""

    what: str


Operand = int | Given | Missing


@dataclass(frozen=True, slots=True)
class Check:
    """One sum that the text itself states, done again.

    ``stated`` and the integers in ``operands`` are figures' indices; ``stated`` is None where a word
    states the result ("more than", "outnumbered"). ``formula`` is in the letters a, b, c … of the
    operands in order. ``interval`` is what the operands give. ``whose`` is the index of the attribution
    on whose say-so the sum stands, None for the page's own. Made by the sums room.
    """

    kind: CheckKind
    span: Span
    stated: int | None
    operands: tuple[Operand, ...]
    formula: str
    interval: Interval | None
    verdict: Verdict
    working: str
    reason: str | None = None
    whose: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures for the same thing, place and time.

    ``left`` and ``right`` are figures' indices, ``same`` says what both count. ``reason`` explains a
    difference that is no contradiction.
    """

    left: int
    right: int
    same: str
    verdict: Agreement
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: code, place, one sentence; ``related`` are other places it speaks of."""

    code: str
    span: Span
    severity: Severity
    message: str
    related: tuple[Span, ...] = ()
    working: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that sayso says of one page. Each stage takes the reading so far and makes the next part.

    ``owners`` is parallel to ``figures``; ``grammar`` holds the parses by index of the sentence, only
    of the sentences that a stage asked for.
    """

    page: Page
    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    declared: int | None = None
    sentences: tuple[Sentence, ...] = ()
    grammar: Mapping[int, Parse] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    labels: tuple[Label, ...] = ()
    dates: tuple[Period, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    owners: tuple[int | None, ...] = ()
    checks: tuple[Check, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
