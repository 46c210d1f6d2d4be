"""Which verbs put their subject at a level, and which words lead the level of the same thing elsewhere."""

from functools import cache

from sayso.figures.parts import Amount, Words
from sayso.figures.wordsets import word_set
from sayso.model import Span
from sayso.vocabulary import Role
from sayso.words import load_words

# So many words at most stand between two levels of one thing.
FARTHEST = 8
VOWELS = "aeiou"
# Between two levels these begin something else.
BREAKS = frozenset((";", ".", "and", "but", "while", "who", "which", "that"))


@cache
def frame_words(name: str) -> frozenset[str]:
    """One table of ``words/frames.toml`` as a set of words in lower case."""
    return frozenset(load_words("frames")[name]["words"].split())


@cache
def process_endings() -> tuple[str, ...]:
    """How nouns end that tell of something that goes on for a time: "the grounding", "a ban"."""
    return tuple(load_words("frames")["processes"]["endings"].split())


@cache
def level_verbs() -> frozenset[str]:
    """All forms of the verbs whose subject owns the money or the bare count behind them."""
    stems = load_words("frames")["level_verbs"]["stems"].split()
    regular = {form for stem in stems for form in _forms(stem)}
    return frozenset(regular) | word_set("pricing") | word_set("moves")


def _forms(stem: str) -> tuple[str, ...]:
    """The regular forms of a verb: "ease" gives eases, eased, easing; "slip" doubles its last letter."""
    if stem.endswith("e"):
        return stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"
    if stem.endswith("y") and stem[-2] not in VOWELS:
        return stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"
    short = sum(letter in VOWELS for letter in stem) == 1 and stem[-2] in VOWELS and stem[-1] not in "wxy"
    base = stem + stem[-1] if short else stem
    plural = "es" if stem.endswith(("s", "sh", "ch", "x")) else "s"
    return stem, stem + plural, f"{base}ed", f"{base}ing"


def compared_thing(words: Words, amount: Amount, before: Amount, thing: Span | None) -> Span | None:
    """What the figure before tells of, where this one is its level at another time: "$5, up from $4".

    Args:
        words: the sentence.
        amount: the later figure.
        before: the figure right before it.
        thing: what that one tells of.
    """
    between = [word.low for word in words[before.last : amount.first]]
    if thing is None or len(between) > FARTHEST or not BREAKS.isdisjoint(between):
        return None
    if between[-2:] in ([",", "up"], [",", "down"]) and amount.role in (Role.PERCENT, Role.COUNT, Role.SHARE):
        return None if _counts_itself(words, amount) else thing
    more = amount.role in (Role.PERCENT, Role.SHARE) and _is_higher(words, amount)
    as_many = amount.role is Role.RATIO and words[amount.last - 1].low in ("many", "much")
    if between[-1:] == [","] and before.role is Role.COUNT and (more or as_many):
        return thing  # "3 million phones, 12% fewer than a year ago"
    if between[-2:] == [",", "to"] and before.role is Role.PERCENT and not _counts_itself(words, amount):
        return thing
    if (before.role, before.unit) != (amount.role, amount.unit):
        return None
    if between and between[-1] == "," and _is_higher(words, amount):
        return thing
    if between and between[-1] in ("the", "a", "an", "its", "their"):
        between.pop()
    elif between[-2:] in (["'", "s"], ["’", "s"]):
        del between[-3:]  # "52% of the vote to Venn's 44%"
    compared = any(_ends_in(between, lead) for lead in _compared_leads())
    return thing if compared and not _counts_itself(words, amount) else None


def _counts_itself(words: Words, amount: Amount) -> bool:
    """Whether a bare number has a noun of its own tied to it: "417 objections to the 260-home scheme"."""
    if amount.role is not Role.COUNT or amount.last >= len(words):
        return False
    behind = words[amount.last]
    return (
        behind.tight and behind.text in "-‑" and amount.last + 1 < len(words) and words[amount.last + 1].tight
    )


def _is_higher(words: Words, amount: Amount) -> bool:
    """Whether "higher" or "less" follows: "a 12% share, 4% higher than elsewhere"."""
    return amount.last < len(words) and words[amount.last].low in word_set("compares")


def _ends_in(words: list[str], lead: tuple[str, ...]) -> bool:
    return tuple(words[-len(lead) :]) == lead


@cache
def _compared_leads() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load_words("frames")["compared_leads"]["phrases"])
