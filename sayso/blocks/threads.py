"""Reader comments from lines alone: which lines are whose.

Platforms leave one of three shapes in a plain text: a name and a time before each comment, a name and a
time after it, or a bare name above each text. A list of comments is believed only with evidence: a
heading that states its number, buttons between the comments, verbs of saying, times of day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.blocks.heads import BARE_NAME, Head, choose_heads, find_heads
from sayso.blocks.lines import Line, ends_as_sentence, is_prose
from sayso.blocks.names import find_badges, find_named
from sayso.blocks.phrases import (
    declared_number,
    find_votes,
    is_edited,
    is_end,
    is_furniture,
    is_heading,
    is_noise,
    is_picture_row,
    is_pingback,
    is_reply,
    stated_number,
)
from sayso.blocks.shapes import is_byline, is_title
from sayso.blocks.stamps import find_stamp
from sayso.model import Comment, Span

# A first comment stands at most so many lines below the heading: sort buttons and forms come between.
_REACH = 25
_LONGEST_HEADING = 200
_MOST_HEADINGS = 12
_LONGEST_TITLE = 80
# Without any other evidence a list must have so many comments.
_FEWEST = 2
_SURE = 3
_CLOSED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of a page and the lines they take.

    ``heading`` is the line that opens them, ``declared`` the number it states, ``lines`` all lines that
    belong to them, names, times and buttons too. ``evidence`` counts what speaks for them.
    """

    comments: tuple[Comment, ...]
    heading: int
    declared: int | None
    lines: frozenset[int]
    evidence: int


def find_threads(lines: Sequence[Line], start: int) -> Thread | None:
    """Find the comments in the lines of a page.

    Args:
        lines: the inked lines of the page, in order.
        start: the first line of the report; comments stand below it. Comments that are longer than the
            report may have been taken for it: those above are believed too, with more evidence.

    Returns:
        The comments with the lines they take, or None where the page shows none.
    """
    heads = find_heads(lines)
    headings = [n for n, line in enumerate(lines) if _opens(line.text)]
    below = [_read_thread(lines, n, heads) for n in [n for n in headings if n > start][:_MOST_HEADINGS]]
    above = [_read_thread(lines, n, heads) for n in [n for n in headings if n <= start][:_MOST_HEADINGS]]
    below.append(_read_unheaded(lines, start, heads))
    found = [one for one in below if one and one.evidence > 0]
    found += [one for one in above if one and one.evidence >= _SURE]
    return max(found, key=lambda one: (one.evidence, len(one.comments), -one.heading), default=None)


def find_declared(texts: Sequence[str], first: int | None) -> int | None:
    """The number of comments that a page states.

    Args:
        texts: its lines.
        first: the number of the line of the first comment, None where no comment stands in the text.

    Returns:
        What the heading says that stands nearest above the first comment, else any heading, else a row
        of buttons above the comments; None where no line says it.
    """
    stated = [(n, number) for n, text in enumerate(texts) if (number := _heading_number(text)) is not None]
    if first is None:
        return stated[0][1] if stated else None
    above = [number for n, number in stated if n <= first]
    if above or stated:
        return above[-1] if above else stated[0][1]
    rows = (stated_number(text) for text in reversed(texts[:first]) if len(text) < _LONGEST_HEADING)
    return next((number for number in rows if number is not None), None)


def _heading_number(text: str) -> int | None:
    number = declared_number(text) if len(text) < _LONGEST_HEADING else None
    return number if number is not None and _opens(text) else None


def _opens(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and is_heading(text)


def _read_thread(lines: Sequence[Line], heading: int, all_heads: Sequence[Head]) -> Thread | None:
    """The comments under one heading, by whichever shape fits."""
    declared = declared_number(lines[heading].text)
    if declared == 0:
        return None
    stop = _find_stop(lines, heading)
    heads = choose_heads(all_heads, heading + 1, stop)
    timed = None
    if heads and heads[0].first - heading <= _REACH:
        timed = _build(lines, heading, heads, stop, declared)
    if declared and declared >= _FEWEST and (timed is None or len(timed.comments) * 2 < declared):
        numbers = [heading + 1 + n for n in find_named(lines[heading + 1 : stop], declared)]
        if numbers:
            heads = [Head(n, n, lines[n].text, "", BARE_NAME, said=False) for n in numbers]
            return _build(lines, heading, heads, stop, declared)
    return timed


def _read_unheaded(lines: Sequence[Line], start: int, all_heads: Sequence[Head]) -> Thread | None:
    """Comments without a heading: names with a verb of saying over times of day, two at least."""
    heads = choose_heads(all_heads, start + 1, len(lines))
    heads = [head for head in heads if head.said and "clock" in head.shape]
    if len(heads) < _FEWEST:
        return None
    stop = _find_stop(lines, heads[0].first)
    heads = [head for head in heads if head.last < stop]
    return _build(lines, heads[0].first, heads, stop, None) if len(heads) >= _FEWEST else None


def _find_stop(lines: Sequence[Line], heading: int) -> int:
    """The line where the form or the page's foot begins, once a comment may have stood before it."""
    at = heading + 1
    inked = 0
    while at < len(lines):
        text = lines[at].text
        if inked > 1 and is_end(text) and not is_noise(text):
            return at
        inked += not (is_noise(text) or is_end(text) or is_heading(text))
        at += 1
    return at


def _build(
    lines: Sequence[Line], heading: int, heads: Sequence[Head], stop: int, declared: int | None
) -> Thread | None:
    """Cut the lines between the heads into comments."""
    if _heads_follow(lines, heading, heads, stop):
        edges = [(heading + 1, heads[0].first), *((a.last + 1, b.first) for a, b in pairwise(heads))]
    else:
        last = _find_last(lines, heads, stop)
        edges = [(a.last + 1, b.first) for a, b in pairwise(heads)] + [(heads[-1].last + 1, last)]
    comments: list[Comment] = []
    used: set[int] = set()
    buttons = 0
    badges = {heading + 1 + n for n in find_badges(lines[heading + 1 : stop])}
    for head, (first, end) in zip(heads, edges, strict=True):
        body = [n for n in range(first, end) if n not in badges and not _is_dross(lines[n].text)]
        body = _drop_next_title(lines, body, first, end)
        posted = head.posted
        if not posted and len(body) > 1 and (printed := _whole_stamp(lines[body[-1]].text)):
            posted = printed
            body.pop()
        if not body:
            continue
        used.update(range(min(first, head.first), max(end, head.last + 1)))
        buttons += any(is_reply(lines[n].text) for n in range(first, end))
        edited = any(is_edited(lines[n].text) for n in range(first, end))
        span = Span(lines[body[0]].span.start, lines[body[-1]].span.end)
        text = "\n".join(lines[n].text for n in body)
        votes = _read_votes(lines, first, end)
        comments.append(Comment(span, head.author, text, posted or None, edited, votes))
    if not comments:
        return None
    evidence = _weigh_evidence(comments, heads, declared, buttons)
    return Thread(tuple(comments), heading, declared, frozenset(used), evidence)


def _drop_next_title(lines: Sequence[Line], body: Sequence[int], first: int, end: int) -> list[int]:
    """The words of a comment without the title of the next, which stands below the button to answer."""
    buttons = [n for n in range(first, end) if is_reply(lines[n].text)]
    if not buttons or not body or body[0] > buttons[-1]:
        return list(body)
    below = [n for n in body if n > buttons[-1]]
    title = len(below) == 1 and len(lines[below[0]].text) <= _LONGEST_TITLE
    return list(body[:-1]) if title and not ends_as_sentence(lines[below[0]].text) else list(body)


def _whole_stamp(text: str) -> str | None:
    """The time that a line prints, where it prints nothing else."""
    stamp = find_stamp(text)
    return (
        text[stamp[0] : stamp[1]].strip() if stamp and stamp[1] - stamp[0] >= len(text.strip()) - 2 else None
    )


def _read_votes(lines: Sequence[Line], first: int, end: int) -> int | None:
    """The votes of a comment: a number with its word, or one right beside a button."""
    for n in range(first, end):
        votes = find_votes(lines[n].text)
        beside = [lines[at].text for at in (n - 1, n + 1) if first <= at < end]
        if votes is not None and (not lines[n].text.strip("-+−").isdigit() or any(map(is_reply, beside))):
            return votes
    return None


def _weigh_evidence(
    comments: Sequence[Comment], heads: Sequence[Head], declared: int | None, buttons: int
) -> int:
    """How much speaks for a list: its number, buttons, times of day, verbs of saying, sentences."""
    count = len(comments)
    titles = sum(is_title(comment.text.split("\n")[0]) for comment in comments)
    if (titles * 2 > count and declared != count) or (declared and count > declared + 1):
        return 0
    if heads[0].shape == BARE_NAME:
        # Bare names are chosen to be as many as stated; only what they say can speak for them.
        closed = sum(ends_as_sentence(comment.text) for comment in comments)
        return 3 if closed >= _CLOSED_SHARE * count else 0
    evidence = 3 if declared == count else 1 if declared else 0
    evidence += 2 if buttons * 2 >= count else 0
    evidence += 1 if sum("clock" in head.shape or head.said for head in heads) * 2 >= count else 0
    prose = sum(is_prose(comment.text) for comment in comments)
    return evidence + (1 if prose * 2 > count >= _FEWEST else 0)


def _heads_follow(lines: Sequence[Line], heading: int, heads: Sequence[Head], stop: int) -> bool:
    """Whether names stand under their comments: words right before the first, none right after the last."""
    before = [n for n in range(heading + 1, heads[0].first) if _is_words(lines[n].text)]
    after = range(heads[-1].last + 1, min(heads[-1].last + 3, stop))
    if not before or before[-1] < heads[0].first - 2 or any(is_prose(lines[n].text) for n in after):
        return False
    below = range(heads[-1].last + 1, min(heads[-1].last + _REACH, stop))
    button = next((n for n in below if is_reply(lines[n].text)), None)
    if button is not None and any(_is_words(lines[n].text) for n in range(heads[-1].last + 1, button)):
        return False
    return before[0] <= heading + 2 and not any(_is_words(lines[n].text) for n in after if not lines[n].gap)


def _is_words(text: str) -> bool:
    return not _is_dross(text) and not is_end(text) and not is_heading(text)


def _is_dross(text: str) -> bool:
    return is_noise(text) or is_edited(text) or is_pingback(text)


def _find_last(lines: Sequence[Line], heads: Sequence[Head], stop: int) -> int:
    """The line behind the last comment."""
    trailed = [
        any(
            is_noise(lines[n].text) and not lines[n].text.isdigit() for n in range(left.last + 2, right.first)
        )
        for left, right in pairwise(heads)
    ]
    trailing = not trailed or sum(trailed) * 2 > len(trailed)
    inked = False
    for at in range(heads[-1].last + 1, stop):
        text = lines[at].text
        if is_edited(text):
            continue
        if inked and (is_heading(text) or is_picture_row(text) or is_furniture(text) or is_byline(text)):
            return at
        if inked and trailing and is_noise(text):
            return next((n for n in range(at, stop) if not _is_dross(lines[n].text)), stop)
        if inked and lines[at].gap and is_title(text):
            return at
        inked = inked or not _is_dross(text)
    return stop
