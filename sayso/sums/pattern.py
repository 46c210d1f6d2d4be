"""Constructions as patterns: how they are written, and which lines they cannot match.

In a pattern ``<name:letters>`` is a figure's sign (``Q``, ``P``, ``N`` stand for several letters),
``{list}`` a word list of words/sums.toml, ``~`` the inside of a noun phrase, ``…`` up to 60 characters
without a figure, ``……`` up to 110. Every gap is bounded and ends at a sign or a word, so that no text
can make a match expensive.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.words import load_words

# What a sign may stand for in a pattern. Q is every amount that can be compared with its like.
CLASSES = {"Q": "cmqprg", "P": "pg", "N": "cmqr"}
# The inside of a noun phrase: no clause begins and nothing is listed in it.
PHRASE = (
    r"(?:(?!\b(?:which|whom?|came|come|comes|from|with|while|but|and|alongside|giving|since|after|before)\b)"
    r"[^<>,;:()—\"]|<d\d+>)"
)
# A numeral that is no figure has not been understood, and so no gap goes over one.
GAP = r"(?:[^<>0-9]|<d\d+>)"
WORD = re.compile(r"[a-z]+")
_SLOT = re.compile(r"<(\w+):(\w+)>")
_LIST = re.compile(r"\{(\w+)\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\(\?(?::|P<\w+>)")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})?\??")
_OPENS = re.compile(r"([a-z]+)(?= (?![?*{])|$|\\b)")
# A plain run of words, and what a construction may begin with.
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_BEGINS = re.compile(r"\\b(?:(?P<group>\(\?(?::|P<\w+>))|(?P<list>\{\w+\}))")
_WORD_ENDS = re.compile(r" (?![?*{])|\\b")

# A word that must stand there as it is: what is joined to it might be part of another.
_LITERAL = re.compile(r"(?:(?<=\\b)|(?<= ))[a-z]{2,}(?=\\b|,? (?![?*{]))")


@cache
def word_lists() -> dict[str, str]:
    """The word lists of the sums room as pieces of a pattern; of two words that fit the longer one counts."""
    return {name: _any_of(table["words"]) for name, table in load_words("sums").items()}


def _any_of(words: Sequence[str]) -> str:
    """A piece of a pattern that matches any of the words, with what they begin with in common told once.

    A plain list of alternatives is tried one by one at every word of a line, which is most of the time.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    ends = tails.pop("", None) is not None
    branches = [
        re.escape(first) + (_any_of(rest) if any(rest) else "") for first, rest in sorted(tails.items())
    ]
    one = "|".join(branches)
    return f"(?:{one})?" if ends else f"(?:{one})" if len(branches) > 1 else one


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a construction."""

    def sign(slot: re.Match[str]) -> str:
        return rf"<[{_letters(slot[2])}](?P<{slot[1]}>\d+)>"

    spelled = (
        _SLOT.sub(sign, source)
        .replace("~", PHRASE + "{0,45}?")
        .replace("……", GAP + "{0,110}?")
        .replace("…", GAP + "{0,60}?")
    )
    return re.compile(
        _LIST.sub(lambda name: word_lists()[name[1]] if name[1] in word_lists() else name[0], spelled)
    )


class Needs(NamedTuple):
    """What a line must have for a construction to match: signs in this order, a word of each list.

    To look for these costs far less than a match that fails, and most constructions fail on most lines.
    """

    signs: tuple[str, ...]
    words: tuple[frozenset[str], ...]


@cache
def needs(source: str) -> Needs:
    """What a construction cannot do without: its signs, and words of which one must be there.

    Only what stands outside all brackets counts, and brackets that hold nothing but alternatives which
    all begin with a word.
    """
    bare, groups = _outside(_CLASS.sub("()", source))
    if "|" in bare:
        return Needs((), ())
    words = [found for group in groups if (found := _words_of(group, _longest))]
    words += [found for name in _LIST.findall(bare) if (found := _words_in(name, _longest))]
    words += [frozenset((word,)) for word in _LITERAL.findall(_SLOT.sub("", _LIST.sub("", bare)))]
    return Needs(tuple(_letters(slot[2]) for slot in _SLOT.finditer(bare)), tuple(words))


def wanted(source: str, letters: str) -> tuple[frozenset[str], ...] | None:
    """The words that a line with these signs must have for a construction to match.

    Args:
        source: the construction.
        letters: the letters of the line's signs in their order.

    Returns:
        Sets of which the line must have a word each; None where its signs cannot make a match.
    """
    needed, rest = needs(source), iter(letters)
    fits = all(any(letter in sign for letter in rest) for sign in needed.signs)
    return needed.words if fits else None


class Fitting(NamedTuple):
    """A construction that a line's signs can match: compiled, and the words it needs and begins with."""

    source: str
    pattern: re.Pattern[str]
    words: tuple[frozenset[str], ...]
    openings: frozenset[str]


@lru_cache(maxsize=1 << 14)
def fitting(sources: tuple[str, ...], letters: str) -> tuple[Fitting, ...]:
    """Of several constructions those that a line with these signs can match."""
    found = ((source, wanted(source, letters)) for source in sources)
    return tuple(
        Fitting(source, pattern(source), words, openings(source))
        for source, words in found
        if words is not None
    )


def _letters(names: str) -> str:
    return "".join(CLASSES.get(letter, letter) for letter in names)


@cache
def openings(source: str) -> frozenset[str]:
    """The words of which one begins every match of a construction; empty where that is not known.

    Words are looked up in a line; a pattern that begins with a hundred of them would try all at each letter.
    """
    first = _BEGINS.match(source)
    if first is None:
        return frozenset()
    close = _close(source, first.start("group")) if first["group"] else first.end()
    if not _WORD_ENDS.match(source, close):
        return frozenset()
    return _words_of(source[first.end() : close - 1] if first["group"] else first["list"], _first)


def _first(words: list[str]) -> str:
    return words[0]


def _longest(words: list[str]) -> str:
    """Of the words of an entry the one that the fewest lines have."""
    return max(words, key=len)


_Pick = Callable[[list[str]], str]


def _words_of(group: str, pick: _Pick) -> frozenset[str]:
    """A word of each alternative; empty where one of them begins with something else."""
    found: set[str] = set()
    for one in group.split("|"):
        name, word = _LIST.fullmatch(one), _OPENS.match(one)
        if name:
            words = _words_in(name[1], pick)
        elif _PLAIN.fullmatch(one):
            words = frozenset((pick(one.split()),))
        else:
            words = frozenset((word[1],)) if word else frozenset()
        if not words:
            return frozenset()
        found |= words
    return frozenset(found)


def _words_in(name: str, pick: _Pick) -> frozenset[str]:
    """A word of each of a list's entries; empty where one begins with none, or there is no such list."""
    if name not in word_lists():
        return frozenset()
    entries = load_words("sums")[name]["words"]
    if not all(WORD.match(entry) for entry in entries):
        return frozenset()
    return frozenset(pick(WORD.findall(entry)) for entry in entries)


def _outside(source: str) -> tuple[str, list[str]]:
    """The pattern without its brackets, and the inside of those that must be there and hold whole words."""
    bare: list[str] = []
    groups: list[str] = []
    at = 0
    while at < len(source):
        if source[at] != "(":
            step = 2 if source[at] == "\\" else 1
            bare.append(source[at : at + step])
            at += step
            continue
        close = _close(source, at)
        end = _QUANTIFIER.match(source, close).end()  # type: ignore[union-attr]
        opening = _GROUP.match(source, at)
        inside = source[opening.end() : close - 1] if opening else ""
        before, after = source[:at], source[end:]
        whole = before.endswith((" ", "\\b")) and re.match(r" (?![?*{])|\\b", after)
        if end == close and whole and opening and "(" not in inside:
            groups.append(inside)
        at = end
    return "".join(bare), groups


def _close(source: str, at: int) -> int:
    """Where the bracket that opens at an offset has been closed."""
    depth = 0
    for place in range(at, len(source)):
        if source[place - 1] != "\\" or source[place - 2 : place] == "\\\\":
            depth += (source[place] == "(") - (source[place] == ")")
        if depth == 0:
            return place + 1
    raise ValueError(f"a bracket is not closed: {source!r}")
