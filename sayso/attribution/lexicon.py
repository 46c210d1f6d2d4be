"""The cue words, from ``words/cues.toml``: forms to base forms, frames, certainty."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import re2

from sayso.vocabulary import Certainty
from sayso.words import load_words

VOWELS = "aeiou"


@cache
def cues() -> Mapping[str, Any]:
    """The word list itself."""
    return load_words("cues")


@cache
def listed(*keys: str) -> frozenset[str]:
    """The words of one list of it, named by its tables from the outermost in, split once for all."""
    table: Any = cues()
    for key in keys:
        table = table[key]
    return frozenset(table.split())


@cache
def forms() -> Mapping[str, str]:
    """Every form of every listed verb, and its base form."""
    found: dict[str, str] = {}
    for base in sorted({*frames(), *cues()["prepositions"], *cues()["seeming"]["words"].split()}):
        for form in inflections(base):
            found.setdefault(form, base)
    return found


def inflections(base: str) -> tuple[str, ...]:
    """A verb's base form and all others."""
    return (base, *_inflect(base))


def _inflect(base: str) -> tuple[str, ...]:
    irregular: Mapping[str, str] = cues()["irregular"]
    if base in irregular:
        return tuple(irregular[base].split())
    if base.endswith("e"):
        return (base + "s", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in VOWELS:
        return (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    if (
        base[-1] == "l"
        and base[-2] in VOWELS
        and base[-3] not in VOWELS
        and sum(one in VOWELS for one in base) > 1
    ):
        # "Signalled" and "signaled" are both spelt so.
        return (base + "s", base + "ed", base + "led", base + "ing", base + "ling")
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else base + "s"
    return (third, base + "ed", base + "ing")


@cache
def giving() -> frozenset[str]:
    """Every form of the verbs that, with a cue noun for their object, are a cue: "made the claim"."""
    return every_form(cues()["giving"]["verbs"])


@cache
def steering() -> frozenset[str]:
    """Every form of the verbs whose object is the one who acts in the to-clause: "urged her to say"."""
    return every_form(cues()["steering"]["verbs"])


def every_form(bases: str) -> frozenset[str]:
    """Every form of each of some verbs."""
    return frozenset(form for base in bases.split() for form in inflections(base))


@cache
def frames() -> Mapping[str, frozenset[str]]:
    """What sorts of content each verb may have, by base form."""
    found: dict[str, set[str]] = {}
    for table in cues()["verbs"].values():
        for base in table["words"].split():
            found.setdefault(base, set()).update(table["frames"])
    for base in (*cues()["prepositions"], *cues()["seeming"]["words"].split()):
        found.setdefault(base, set())
    return {base: frozenset(one) for base, one in found.items()}


@cache
def says() -> frozenset[str]:
    """Verbs whose statement may stand inside, or beside, another's."""
    return frozenset(cues()["chain"]["nesting"].split())


@cache
def judging() -> frozenset[str]:
    """Verbs that take a stand on a thing rather than say something of it."""
    return frozenset(cues()["verbs"]["judging"]["words"].split())


@cache
def certainties() -> Mapping[str, Certainty]:
    """The certainty of a verb where it is other than stated."""
    return {base: Certainty(name) for name, words in cues()["certainty"].items() for base in words.split()}


@cache
def topics() -> frozenset[str]:
    """Cue nouns that may hand over a mere thing, where they have an owner."""
    return frozenset(cues()["nouns"]["topic"].split())


@cache
def nouns() -> Mapping[str, Certainty]:
    """Cue nouns, singular and plural, with the certainty they give."""
    tables = cues()["nouns"]
    return _certain_nouns({*tables["clause"].split(), *tables["of"].split(), *topics()})


@cache
def owned_nouns() -> Mapping[str, Certainty]:
    """Nouns that hand over only where somebody has them: "word from the mine that", "her line is that"."""
    tables = cues()["nouns"]
    return _certain_nouns({*tables["owned"].split(), *tables["summing"].split()})


def _certain_nouns(singular: set[str]) -> dict[str, Certainty]:
    tables = cues()["nouns"]
    special = {
        word: Certainty(name)
        for name in ("estimated", "alleged", "denied", "predicted")
        for word in tables[name].split()
    }
    found = {}
    for word in singular:
        found[word] = found[_plural(word)] = special.get(word, Certainty.STATED)
    return found


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in VOWELS else word + "s"


@cache
def measures() -> frozenset[str]:
    """What forecasters foresee the size of."""
    return frozenset(cues()["measures"]["words"].split())


@cache
def adverbs() -> Mapping[str, Certainty]:
    """Adverbs that hand over, with their certainty."""
    return {word: Certainty(name) for name, words in cues()["adverbs"].items() for word in words}


@cache
def adjectives() -> Mapping[str, Certainty]:
    """Adjectives that hand over a that-clause, with their certainty."""
    sure = ("estimated", "predicted", "stated")
    return {word: Certainty(name) for name in sure for word in cues()["adjectives"][name].split()}


@cache
def attributives() -> Mapping[str, Certainty]:
    """Adjectives before a noun that make it somebody's say-so, with their certainty."""
    return {word: Certainty(name) for name, words in cues()["attributives"].items() for word in words.split()}


@cache
def surveys() -> frozenset[str]:
    """Nouns that vouch for what is found in them: "in the poll, …"."""
    return frozenset(cues()["locative"]["words"].split())


@cache
def undecided() -> frozenset[str]:
    """Adjectives that leave a question open, on nobody's say-so: "it is unclear how many left"."""
    return frozenset(cues()["open"]["words"].split())


@cache
def unlisted() -> frozenset[str]:
    """Verb forms that never hand over, though they may have a clause."""
    return frozenset(cues()["unlisted"]["never"].split())


@cache
def gate() -> Any:  # noqa: ANN401  # re2 is untyped
    """One linear pattern that finds a cue word or the colon behind a speaker."""
    words = {
        *forms(),
        *nouns(),
        *adverbs(),
        *adjectives(),
        *attributives(),
        *undecided(),
        "official",
        *surveys(),
        "according",
        "per",
        "view",
        "opinion",
        "words",
    }
    words -= set(cues()["everyday"]["words"].split())
    return re2.compile(r"(?i)^[^:.]{2,40}: \S|\b(?:" + "|".join(sorted(words)) + r")\b")
