"""An HTML tree as text, one block element a line, with marks for all that the text no longer shows.

Every visible line is kept. The marks are the skeleton of the page: one an element that has ink in it,
``role`` its tag, ``value`` its names (see :func:`_describe`), ``group`` its number in document order and
``parent`` the number of the element around it. Besides there are

- ``run``: a stretch of text that no block element parts; ``parent`` is the element it stands in;
- ``img``: a picture, ``value`` its address, at the place where it stands;
- ``embed``: a frame, ``value`` its address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from sayso.model import Mark, Span
from sayso.words import load_words

_TAGS = {table: frozenset(entry["tags"]) for table, entry in load_words("markup").items()}
BLOCK_TAGS, SPACED_TAGS = _TAGS["block"], _TAGS["spaced"]
HIDDEN_TAGS, TELLING_TAGS = _TAGS["hidden"], _TAGS["telling"]
_GAPS = {tag: 2 if tag in SPACED_TAGS else 1 for tag in BLOCK_TAGS}
# Closed dialogs and menus are of these.
BOXES = frozenset(
    {"div", "section", "aside", "nav", "dialog", "form", "ul", "ol", "header", "footer", "article"}
)
CELLS = frozenset({"td", "th"})
_HIDDEN_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
# A row with more ink than this is layout, not data.
_LONGEST_ROW = 600
_WIDEST_ROW = 400
_LONGEST_VALUE = 2_000
_LONGEST_NAMES = 500
_SHORTEST_WORDS = 20
_SIGNS = {"id": "#", "itemprop": "@", "role": "~", "rel": "^", "itemtype": "/", "data-testid": "="}


def render(root: etree._Element) -> tuple[str, tuple[Mark, ...]]:
    """Render a parsed page.

    Args:
        root: the root element of the page.

    Returns:
        The text and the marks in document order.
    """
    renderer = _Renderer()
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "start":
            if not renderer.open(element):
                walker.skip_subtree()
                skipped = element
            continue
        if element is skipped:
            skipped = None
        else:
            renderer.close()
        if tail := element.tail:
            renderer.write(tail)
    return renderer.finish()


@dataclass(slots=True)
class _Frame:
    """An element that is open: its number, tag ("" where it gets no mark), names, where its ink began."""

    number: int
    tag: str
    names: str
    nearest: int | None  # the number of the innermost element with a mark, itself included
    gap: int  # line ends that part it from what stands around it
    start: int = -1
    column: int = 0  # cells of a data row seen so far


class _Renderer:
    """The text so far and the elements that are open."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.due = 0  # line ends to write before the next ink
        self.space = False
        self.run = -1  # where the current run began, -1 for none
        self.run_parent: int | None = None
        self.marks: list[Mark] = []
        self.span = Span(0, 0)  # that of the last mark: elements in one another often have the same
        self.stack: list[_Frame] = []
        self.inked = 0  # how many of the open elements have ink already
        self.count = 0
        self.tabs = 0  # cells begun since the last ink of a data row
        self.row = 0  # depth of the stack at the data row we are in, 0 for none
        self.held: dict[
            int, int
        ] = {}  # columns of the table that cells of earlier rows hold, for how many rows

    def open(self, element: etree._Element) -> bool:
        """Enter an element; False where nothing of it is to be seen."""
        tag = element.tag
        if tag in HIDDEN_TAGS:
            return False
        attributes = element.items()
        names = _describe(attributes, element) if attributes else ""
        if names is None:
            return False
        gap = _GAPS.get(tag, 0)
        if gap:
            self._break(gap)
            if tag == "tr" and not self.row and _is_data_row(element):
                self.row = len(self.stack) + 1
            elif tag == "table":
                self.held = {}
        elif tag == "br":
            self.due = 0 if self.row else min(self.due + 1, 2)
            self.space = True
        elif tag in CELLS:
            names = self._open_cell(names, element)
        number = self.count
        self.count += 1
        if gap or names or tag in TELLING_TAGS:
            self.stack.append(_Frame(number, tag, names, number, gap))
        else:
            self.stack.append(_Frame(number, "", "", self._parent(), 0))
        if tag == "img":
            address = element.get("src")
            # A page that loads its pictures late has a blank one in their place.
            late = element.get("data-src") if not address or address.startswith("data:") else None
            self._note("img", late or address)
        elif tag == "iframe":
            self._note("embed", element.get("src") or element.get("data-src"))
        elif text := element.text:
            self.write(text)
        return True

    def close(self) -> None:
        """Leave an element: its mark is made if it has ink."""
        frame = self.stack.pop()
        depth = len(self.stack)
        if self.inked > depth:
            self.inked = depth
        if self.row > depth:
            self.row = self.tabs = 0
        if self.held and frame.tag == "tr":
            self.held = {column: rows - 1 for column, rows in self.held.items() if rows > 1}
        if frame.gap:
            self._break(frame.gap)
        if frame.start < 0 or not frame.tag:
            return
        if self.span.start != frame.start or self.span.end != self.at:
            self.span = Span(frame.start, self.at)
        self.marks.append(Mark(self.span, frame.tag, frame.names or None, frame.number, self._parent()))

    def write(self, raw: str) -> None:
        """Put text down, with the white space or line end that is due before it."""
        words = raw.split()
        if not words:
            self.space = True
            return
        text = " ".join(words)
        if not text.isascii() and not (text := text.translate(_INVISIBLE)):
            return
        self._write_gap(raw)
        if self.run < 0:
            self.run, self.run_parent = self.at, self._parent()
        for frame in self.stack[self.inked :]:
            frame.start = self.at
        self.inked = len(self.stack)
        self.pieces.append(text)
        self.at += len(text)
        self.space = raw[-1].isspace()

    def _write_gap(self, raw: str) -> None:
        """Write what is due between the last ink and the next: line ends, tabs between cells, a space."""
        gap = ""
        if self.run < 0:
            gap = "\n" * max(self.due, 1) if self.pieces else ""
        elif self.due:
            gap = "\n" * self.due
            if self.due > 1:
                self._end_run()
        elif self.tabs:
            gap = "\t" * self.tabs
        elif self.space or raw[0].isspace():
            gap = " "
        self.due = self.tabs = 0
        if gap:
            self.pieces.append(gap)
            self.at += len(gap)

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text and the marks, in document order."""
        self._end_run()
        last = self.count
        self.marks.sort(key=lambda m: (m.span.start, -m.span.end, last if m.group is None else m.group))
        return "".join(self.pieces), tuple(self.marks)

    def _open_cell(self, names: str, cell: etree._Element) -> str:
        """Begin a cell; in a data row its names get its column, ``|0`` and on, so that heads can be found."""
        if not self.row:
            if self.run >= 0:
                self._break(1)
            return names
        row = self.stack[self.row - 1]
        while row.column in self.held:
            row.column += 1
        names = f"{names} |{row.column}".lstrip()
        wide, deep = _extent(cell.get("colspan")), _extent(cell.get("rowspan"))
        if deep > 1:
            self.held.update(dict.fromkeys(range(row.column, row.column + wide), deep))
        row.column += wide
        if self.run >= 0:
            self.tabs += 1
        return names

    def _break(self, lines: int) -> None:
        """End the line, with blank lines after it; inside a data row only put a space."""
        self.space = True
        if not self.row:
            if self.run >= 0:
                self._end_run()
            if lines > self.due:
                self.due = lines

    def _end_run(self) -> None:
        if self.run >= 0:
            self.marks.append(Mark(Span(self.run, self.at), "run", None, None, self.run_parent))
            self.run = -1

    def _parent(self) -> int | None:
        """The number of the innermost open element that has a mark."""
        return self.stack[-1].nearest if self.stack else None

    def _note(self, role: str, value: str | None) -> None:
        if value and len(value) < _LONGEST_VALUE:
            self.marks.append(Mark(Span(self.at, self.at), role, value, None, self._parent()))


def _describe(attributes: list[tuple[str, str]], element: etree._Element) -> str | None:
    """What an element is called: its classes, then ``#id @itemprop ~role ^rel /itemtype =data-testid``.

    None where its attributes hide it.
    """
    names = rest = ""
    for key, value in attributes:
        if key == "class":
            names = value
        elif key in _SIGNS:
            sign = _SIGNS[key]
            rest += " " + (
                sign + value if " " not in value else " ".join(sign + one for one in value.split())
            )
        elif key == "style":
            if _HIDDEN_STYLE.search(value[:2_000]):
                return None
        elif key == "hidden" or (key == "aria-hidden" and value == "true" and _is_unseen(element)):
            return None
    names += rest
    return (names.strip() if names.isprintable() else " ".join(names.split()))[:_LONGEST_NAMES]


def _extent(span: str | None) -> int:
    """How many columns or rows a cell says it takes, 99 at most: pages write what they like there."""
    return max(1, min(int(span), 99)) if span and span.isascii() and span.isdigit() else 1


def _is_unseen(element: etree._Element) -> bool:
    """Whether what is kept from screen readers is kept from everybody: a closed box, an icon's name.

    A run of words is shown, and said to screen readers in another place.
    """
    return element.tag in BOXES or len(element.text or "") < _SHORTEST_WORDS


def _is_data_row(row: etree._Element) -> bool:
    """Whether a table row holds data: two cells at least, little ink, no table inside, no blank line."""
    cells = ink = 0
    broken = False
    for seen, element in enumerate(row.iter()):
        tag = element.tag
        if seen > _WIDEST_ROW or (tag == "table" or tag == "form"):
            return False
        if tag == "br":
            if broken:
                return False
            broken = not (element.tail or "").strip()
        else:
            broken = False
        cells += tag in CELLS
        ink += len(element.text or "") + len(element.tail or "")
        if ink > _LONGEST_ROW:
            return False
    return cells > 1
