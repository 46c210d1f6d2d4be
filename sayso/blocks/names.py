"""Comments whose only head is a bare name: which lines are names and which are words.

wpDiscuz and others leave no time in a plain text. Then names and texts take turns, and the number that
the heading states tells how many names there are: the likeliest such reading is found by dynamic
programming over the lines (Viterbi 1967, with the count as part of the state).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.blocks.heads import is_name
from sayso.blocks.lines import Line, ends_as_sentence
from sayso.blocks.phrases import is_badge, is_edited, is_end, is_heading, is_noise

# Beyond this many steps a list is not read: lines times names.
_MOST_STEPS = 400_000
_NEVER = float("-inf")


def find_named(lines: Sequence[Line], count: int) -> list[int]:
    """The lines that are names, where each comment is a name and the lines below it.

    Args:
        lines: the lines under the heading, up to the form.
        count: how many comments the heading states.

    Returns:
        The numbers of ``count`` lines, or none where no reading fits.
    """
    badges = find_badges(lines)
    inked = [n for n, line in enumerate(lines) if n not in badges and not _is_dross(line.text)]
    if len(inked) < 2 * count or len(inked) * count > _MOST_STEPS:
        return []
    scores = [_score(lines, inked, place, badges) for place in range(len(inked))]
    return [inked[place] for place in _best_places(scores, count)]


def find_badges(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines are badges: they come again and again, with no blank line between them and the next name.

    Args:
        lines: the lines of a list of comments.

    Returns:
        Their numbers.
    """
    repeated = Counter(line.text for line in lines)
    return frozenset(
        n
        for n, line in enumerate(lines)
        if (repeated[line.text] > 2 or (repeated[line.text] > 1 and is_badge(line.text)))
        and len(line.text) < 20
        and (n + 1 == len(lines) or not lines[n + 1].gap)
    )


def _is_dross(text: str) -> bool:
    return is_noise(text) or is_edited(text) or is_heading(text) or is_end(text)


def _score(lines: Sequence[Line], inked: Sequence[int], place: int, badges: frozenset[int]) -> float:
    """How much a line looks like a name: short, unlike a sentence, a blank line below it."""
    number = inked[place]
    text = lines[number].text
    if not is_name(text) or place + 1 == len(inked):
        return _NEVER
    words = text.split()
    score = 2.0 - 0.7 * len(words) - 0.03 * len(text)
    score += 1.5 if number + 1 < len(lines) and lines[number + 1].gap else -1.0
    # Right under a badge or an edit mark of the comment before.
    score += 1.5 if number and (number - 1 in badges or is_edited(lines[number - 1].text)) else 0.0
    score -= 2.0 if ends_as_sentence(text) and len(words) > 1 else 0.0
    score += 0.5 if words[0][0].isupper() else 0.0
    below = lines[inked[place + 1]].text
    return score + (0.8 if len(below) > len(text) else -0.5)


def _best_places(scores: Sequence[float], count: int) -> list[int]:
    """The ``count`` places with the highest sum, no two next to each other, the first among them."""
    if scores[0] == _NEVER:
        return []
    # best[k]: (sum, last place, link) of the best choice of k names so far; the place before is free.
    best: list[tuple[float, tuple[int, object] | None]] = [(_NEVER, None)] * (count + 1)
    earlier = list(best)
    best[1] = (scores[0], (0, None))
    for place in range(1, len(scores)):
        now = list(best)
        if scores[place] > _NEVER:
            for k in range(2, count + 1):
                total = earlier[k - 1][0] + scores[place]
                if total > now[k][0]:
                    now[k] = (total, (place, earlier[k - 1][1]))
        earlier, best = best, now
    places: list[int] = []
    link = best[count][1]
    while link is not None:
        places.append(link[0])
        link = link[1]  # type: ignore[assignment]
    return places[::-1]
