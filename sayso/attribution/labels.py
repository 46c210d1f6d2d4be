"""Who tells what stands behind a label: "18:40 Police: two bridges closed, 40 moved to a hall"."""

from bisect import bisect_right
from functools import cache
from typing import Any

import re2

from sayso.attribution.callings import words
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.kinds import is_company
from sayso.attribution.lexicon import cues
from sayso.attribution.linking import joining
from sayso.attribution.outlets import is_station
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, Certainty, LinkKind
from sayso.words import load_words

# A time, a bullet or a dateline may stand before the label, and where it was said behind it.
TIME = r"(?:[A-Z]{3,9} )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?[ \x{a0}]+(?:[-–—|][ \x{a0}]+)?"
DATELINE = r"\p{Lu}{3,}[^:\n]{0,40} [—–-]+ "
NAME = r"\p{Lu}[^:,;\n“”\"?!()]{1,48}?"
WHERE = r"(?:, (?:at|in|on|via|during|speaking) [^:\n“”\"]{2,60})?"
LABEL = re2.compile(rf"(?m)^(?:[-•*–] )?({TIME}|{DATELINE})?({NAME}){WHERE}:[ \x{{a0}}]+([^\s“\"][^\n]*)$")
LONGEST_NAME = 5
# "Army: 40,000 troops" is a line of a box of facts, save where a time stands before it.
SHORTEST = 4
SHORTEST_TIMED = 2
SAID = (" said", " says", " warned", " announced", " confirmed")
LISTED = frozenset({BlockKind.TABLE, BlockKind.COMMENT})


@cache
def _mute() -> frozenset[str]:
    return frozenset(cues()["kickers"]["words"].split()) | joining("headings")


@cache
def _papers() -> frozenset[str]:
    return frozenset(load_words("chains")["chain"]["labelling"].split())


@cache
def _told() -> Any:  # noqa: ANN401  # re2 is untyped
    """Words by which a line tells of what happened or is to come."""
    return re2.compile(load_words("chains")["chain"]["telling"])


def find_labels(reading: Reading) -> list[Draft]:
    """What lines give on the word of whoever is named before their colon.

    Args:
        reading: with its blocks and sentences.

    Returns:
        One draft a line. Lines of a box of facts, which stand one below the other, give none.
    """
    text = reading.page.text
    starts = [sentence.span.start for sentence in reading.sentences]
    lines = [(one, _teller(one.group(2), text)) for one in LABEL.finditer(text)]
    found = []
    for place, (line, kind) in enumerate(lines):
        beside = [other for other, _ in lines[max(place - 1, 0) : place + 2] if other is not line]
        boxed = any(abs(line.start() - one.end()) < 2 or abs(one.start() - line.end()) < 2 for one in beside)
        number = bisect_right(starts, line.start(3)) - 1
        # Without a time or a dateline a body's line may only list what it offers: "Museum: four new rooms".
        bare = line.group(1) is None
        listed = bare and (boxed or (kind != LinkKind.PERSON and not _told().search(line.group(3))))
        if kind is None or number < 1 or listed:
            continue
        sentence = reading.sentences[number]
        inside = line.start(3) < sentence.span.end and reading.blocks[sentence.block].kind not in LISTED
        content = trim(text, Span(*line.span(3)))
        if not inside or content is None or not _tells(content.of(text), timed=line.group(1) is not None):
            continue
        name = Span(*line.span(2))
        link = Link(name, " ".join(name.of(text).split()), kind)
        colon = text.index(":", name.end)
        found.append(Draft((content,), Span(colon, colon + 1), (link,), Certainty.STATED, number))
    return found


def _tells(content: str, *, timed: bool) -> bool:
    """Whether words tell something, and nobody in them tells it."""
    return (
        len(content.split()) >= (SHORTEST_TIMED if timed else SHORTEST)
        and not content.endswith("?")
        and not any(one in content for one in SAID)
    )


def _teller(label: str, text: str) -> LinkKind | None:
    """What sort of source a label names; None where it names none."""
    name = label.split()
    last = name[-1].lower()
    if len(name) > LONGEST_NAME or last in _mute() or name[0].lower() in _mute():
        return None
    capitals = all(part[:1].isupper() for part in name)
    if (
        capitals
        and len(name) > 1
        and last not in words("person", "heads")
        and name[0].rstrip(".") in words("person", "titles")
    ):
        return LinkKind.PERSON
    if is_station(name[-1]):
        return LinkKind.OUTLET
    if last in words("body", "heads") or name[-1] in words("body", "names") or is_company(name):
        return LinkKind.BODY
    if last in _papers():
        return LinkKind.DOCUMENT
    known = capitals and any(f"{label} {one}" in text for one in ("said", "says"))
    return LinkKind.PERSON if known else None
