"""Tells telephone numbers from amounts."""

from sayso.figures.parts import Kept, Words, word_at
from sayso.figures.wordsets import word_set
from sayso.vocabulary import LabelClass

# The international plan allows fifteen digits (ITU-T E.164); with the area a number has nine at least.
MOST_DIGITS, FEWEST_WITH_AREA, FEWEST = 15, 9, 7
LONGEST_GROUP = 8
# So many words back "call", "hotline" or "text" may stand.
REACH = 4


def read_phone(words: Words, at: int) -> Kept | None:
    """Read "555-014-2233", "(020) 7946 0018", "0800 555 019", "+44 1632 960 001", "call 999".

    Args:
        words: the sentence.
        at: index of the first digits.

    Returns:
        The label of the whole number, or None where the digits are no telephone number.
    """
    if word_at(words, at - 1) == "+" and words[at].tight:
        last = at + 1
        while last < len(words) and (words[last].text.isdecimal() or words[last].text in "()-."):
            last += 1
        if sum(len(word.text) for word in words[at:last] if word.digits) >= FEWEST:
            return Kept(at, last, LabelClass.PHONE)
    if not _may_begin(words, at):
        return None
    groups, last = _groups(words, at)
    if not groups:
        return None
    digits = sum(len(group) for group in groups)
    if _is_hyphened(words, at, last, groups):
        return Kept(at, last, LabelClass.PHONE)
    zero = groups[0].startswith("0") and len(groups) > 1
    area = word_at(words, at - 1) == "(" and word_at(words, at + 1) == ")" and len(groups) > 1
    if (zero or area) and FEWEST_WITH_AREA <= digits <= MOST_DIGITS:
        return Kept(at, last, LabelClass.PHONE)
    if not _is_led(words, at, last):
        return None
    if (len(groups) > 1 and digits >= FEWEST) or (len(groups) == 1 and 3 <= digits <= MOST_DIGITS):
        return Kept(at, last, LabelClass.PHONE)
    return None


def _may_begin(words: Words, at: int) -> bool:
    """Whether anything here hints at a telephone number: most digits are passed at this cost."""
    tied = (
        at + 2 < len(words) and words[at + 1].tight and words[at + 1].text in "-.–‑" and words[at + 2].digits
    )
    hinted = words[at].text[0] == "0" or tied or word_at(words, at - 1) == "("
    return hinted or any(word.low in word_set("phoning") for word in words[max(0, at - REACH) : at])


def _groups(words: Words, at: int) -> tuple[list[str], int]:
    """The groups of digits from a word on, a space, a bracket or a tight sign between them."""
    groups: list[str] = []
    last, digits = at, 0
    while last < len(words) and words[last].text.isdecimal() and len(words[last].text) <= LONGEST_GROUP:
        groups.append(words[last].text)
        digits += len(words[last].text)
        last += 1
        if digits > MOST_DIGITS:
            return [], at
        joint = last
        if word_at(words, joint) == ")" and word_at(words, at - 1) == "(" and len(groups) == 1:
            joint += 1
        elif word_at(words, joint) in ("-", ".", "–", "‑") and words[joint].tight:
            joint += 1
            if joint < len(words) and not words[joint].tight:
                break
        if joint >= len(words) or not words[joint].text.isdecimal():
            break
        last = joint
    return groups, last


def _is_hyphened(words: Words, at: int, last: int, groups: list[str]) -> bool:
    """Whether tight signs tie the groups: "555-014-2233", "555-0142" whose end has a nought in front."""
    signs = [words[n] for n in range(at, last) if not words[n].digits]
    if len(signs) != len(groups) - 1 or not all(word.tight for word in words[at + 1 : last]):
        return False
    lengths = [len(group) for group in groups]
    if len(groups) >= 3:
        return sum(lengths) >= FEWEST
    return lengths == [3, 4] and groups[1].startswith("0")


def _is_led(words: Words, at: int, last: int) -> bool:
    """Whether "call" or "hotline" stands before and nothing is counted behind."""
    stretch = words[max(0, at - REACH) : at]
    if word_set("phoning").isdisjoint(word.low for word in stretch):
        return False
    near = word_at(words, at - 1)
    direct = near in word_set("phoning") or near in ("to", "on", "is", ":", "at", "or")
    behind = words[last] if last < len(words) else None
    ends = behind is None or not behind.text[0].isalnum() or behind.low in word_set("phone_tails")
    return direct and ends and (behind is None or behind.text not in "%$€£°/")
