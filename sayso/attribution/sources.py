"""Sources: from the noun of a parse to a link with a kind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import re2

from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link
from sayso.vocabulary import LinkKind
from sayso.words import load_words

# A name's appositions and clauses beyond this many words are not part of the source.
LONGEST = 16
# "an expert who": how many words the noun may stand before its pronoun.
NEAR_WHO = 2
# "figures published by the Labour Board": no longer phrase belongs to a document's name.
LONGEST_MAKER = 9
# Before a second capital these open a surname.
FILIAL = frozenset("Mac Fitz Van Vander Vanden Ver Von Del Della Dela Das Dos San".split())  # noqa: SIM905
MAKING = frozenset({"from", "by"})
# Given name and surname.
SHORTEST_FULL = 2


@cache
def nouns() -> Mapping[str, Any]:
    """The word list itself."""
    return load_words("sources")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of it as a set."""
    value = nouns()[table][key]
    return frozenset(value.split() if isinstance(value, str) else value)


def source_at(tree: Tree, text: str, head: int) -> Link:
    """The link for a noun of a parse.

    Args:
        tree: the sentence.
        text: the page's text.
        head: the noun's place.

    Returns:
        A link over the noun phrase without its relative clauses, named as written.
    """
    thing = tree.child(head, "dobj") if tree[head].tag == "VB" else None
    if thing is not None and head < thing < tree[head].head:
        # "Harbour office data show": the parser took the first word for a verb.
        span = tree.span(head, thing)
        return Link(span, span.of(text), kind_of(tree, thing, span.of(text)))
    first, last = tree.edges[head]
    if head < tree[head].head:
        # What stands behind its verb the parser only hung on it by mistake.
        last = min(last, tree[head].head - 1)
    for child in tree.children[head]:
        if (
            child > head
            and tree[child].dep in ("relcl", "acl", "punct", "advcl", "parataxis")
            and child <= last
        ):
            if tree[child].dep == "punct" and tree[child].text not in ("—", "–", "--", ":", "“", '"'):
                continue
            start = tree.first(child)
            if start > head:
                last = min(last, start - 1)
    last = min(_before_aside(tree, head, last), max(head, first + LONGEST - 1))
    while last > head and tree[last].dep == "punct":
        last -= 1
    while first < head and (
        tree[first].dep in ("punct", "cc") or tree.lower[first] in ("but", "both", "what")
    ):
        first += 1
    span = tree.span(first, last)
    whole = tree.phrase(head).of(text)
    if antecedent_of(tree, head) is not None:
        return _relative(tree, text, head)
    return Link(span, name_of(tree, text, head), kind_of(tree, head, whole))


def _before_aside(tree: Tree, head: int, last: int) -> int:
    """Where a source ends: "Holm, with reference to the mayor, said", "said Holm in a letter"."""
    for child in tree.all_children(head, "prep"):
        if head < child - 1 and tree.lower[child] == "with" and tree[child - 1].text == ",":
            return min(last, child - 2)
        means = tree.child(child, "pobj") if head < child and tree.lower[child] == "in" else None
        person = tree[head].tag.startswith("NNP") or tree.lower[head] in words("person", "heads")
        if means is not None and person and tree.lower[means] in words("document", "heads"):
            return min(last, child - 1)
    return last


def antecedent_of(tree: Tree, head: int) -> int | None:
    """The noun that "who", "which" or "that" stands for; None for any other word.

    The parser likes to hang a clause on the subject; what stands right before it, as the object of the
    verb between them, is meant: "The weekly quoted Holm, who said …".
    """
    verb = tree[head].head
    relative = tree.lower[head] in ("who", "which") or (
        tree.lower[head] == "that" and tree[head].tag == "WDT"
    )
    if not relative or tree[verb].dep != "relcl" or tree[head].dep not in SUBJECTS:
        return None
    noun = tree[verb].head
    before = head - 1
    while before > noun and tree[before].dep == "punct":
        before -= 1
    for thing in (before, *tree.above(before)):
        above = tree[thing].head
        if noun < above < thing and tree[thing].dep == "dobj" and tree.last(thing) == before:
            wrote = tree.lower[head] == "who" and tree.lower[thing] in words("document", "heads")
            # "cited a book by Ann Holm, who wrote": not the book.
            return before if wrote and tree[before].tag.startswith("NNP") else thing
    return _of_number(tree, noun, verb)


def _of_number(tree: Tree, noun: int, verb: int) -> int:
    """The noun of the verb's number: the minutes in "minutes of the meeting, which show"."""
    joint = tree[noun].head
    whole = tree[joint].head
    if tree[noun].dep != "pobj" or tree.lower[joint] != "of" or not tree[whole].tag.startswith("NN"):
        return noun
    fits = {"VBP": ("NNS", "NNPS"), "VBZ": ("NN", "NNP")}.get(tree[verb].tag, ())
    return whole if fits and tree[noun].tag not in fits and tree[whole].tag in fits else noun


def is_share(tree: Tree, head: int) -> bool:
    """Whether the speakers are those whom a poll counts."""
    first, last = tree.edges[head]
    among = any(
        tree[place].tag == tree[place + 2].tag == "CD" and tree.lower[place + 1] in ("in", "of")
        for place in range(first, min(last + 1, len(tree) - 2))
    )
    return among or any(
        tree.lower[place] in words("counted", "words") or tree[place].text == "%"
        for place in range(first, last + 1)
    )


def _relative(tree: Tree, text: str, head: int) -> Link:
    """The link for "who" in "an expert who said": the noun before it, where it stands near."""
    noun = antecedent_of(tree, head)
    named = noun is not None and noun < head and tree[noun].tag.startswith("NN")
    own = source_at(tree, text, noun) if noun is not None and named else None
    if own is None or noun is None:
        return Link(tree[head].span, tree[head].text, LinkKind.PERSON)
    near = head - noun <= NEAR_WHO and not any(tree[place].text == "," for place in range(noun, head))
    first = max(tree.first(noun), noun - NEAR_WHO)
    return replace(own, span=tree.span(first, head) if near else tree[head].span)


def source_of(tree: Tree, text: str, first: int, last: int) -> Link:
    """The link for a stretch of words whose last is the noun."""
    span = tree.span(first, last)
    start = first + 1 if tree.lower[first] in ("the", "a", "an") and last > first else first
    return Link(span, tree.span(start, last).of(text), kind_of(tree, last, span.of(text)))


def name_of(tree: Tree, text: str, head: int) -> str:
    """The noun phrase as a reader would name it, without article.

    A name in apposition is the name: "the agency Nordlys Press" is Nordlys Press.
    """
    first, last = name_range(tree, head)
    return " ".join(tree.span(first, last).of(text).split())


def name_range(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word of a name."""
    if not tree[head].tag.startswith("NNP"):
        named = _apposition(tree, head)
        head = head if named is None else named
    first, last = head, head
    for child in reversed(tree.children[head]):
        near = first - child <= 3 and tree.first(child) >= first - 5
        aged = tree.lower[head] == "old" and tree[child].dep == "npadvmod"
        parts = ("compound", "amod", "nmod", "poss", "nummod")
        if child < head and (tree[child].dep in parts or aged) and near:
            first = min(first, tree.first(child))
    for child in tree.children[head]:
        if child == last + 1 and tree[child].dep == "prep" and _tells_of(tree, child):
            last = min(_before_clause(tree, child), head + 6)
    last = max(last, _last_of_maker(tree, head))
    while first < head and tree.lower[first] in ("the", "a", "an", "what", "that"):
        first += 1
    return first, last + 1 if last == head and _is_numbered(tree, head) else last


def _last_of_maker(tree: Tree, head: int) -> int:
    """Where the maker of a document ends: "data from the harbour office", "figures released by Holm"."""
    if tree[head].tag not in ("NN", "NNS"):
        return head
    kind, single = tree.lower[head], tree.lower[head].removesuffix("s")
    if words("document", "heads").isdisjoint((kind, single)):
        # "Analysts at Vessby Capital": whom they speak for tells them apart.
        joint = next((c for c in tree.all_children(head, "prep") if c == head + 1), None)
        house = tree.child(joint, "pobj") if joint is not None and tree.lower[joint] == "at" else None
        at_house = house is not None and tree[house].tag.startswith("NNP") and tree[head].tag == "NNS"
        return house if house is not None and at_house and house - head <= LONGEST_MAKER else head
    joint = next(
        (c for c in tree.all_children(head, "prep", "agent") if c == head + 1 and tree.lower[c] in MAKING),
        None,
    )
    if joint is None:
        made = next((c for c in tree.all_children(head, "acl") if c == head + 1), None)
        if made is None or tree.lower[made] not in words("document", "made"):
            return head
        joint = next((c for c in tree.all_children(made, "agent", "prep") if tree.lower[c] == "by"), None)
    maker = tree.child(joint, "pobj") if joint is not None else None
    if maker is None or (joint != head + 1 and is_outlet_phrase(tree, maker)):
        # "Emails published by the Herald": the paper had them, and stands apart.
        return head
    last = maker
    for child in tree.all_children(maker, "prep"):
        if child == last + 1 and tree.lower[child] in ("of", "for"):
            last = _before_clause(tree, child)
    short = last - head <= LONGEST_MAKER and not any(tree[one].text == "," for one in range(head, last + 1))
    return last if short else head


def _tells_of(tree: Tree, joint: int) -> bool:
    """Whether "of", "for" or "in" goes on with a name, and does not tell where it was said."""
    means = tree.child(joint, "pobj")
    said_in = means is not None and tree.lower[means] in words("document", "heads")
    return tree.lower[joint] in ("of", "for") or (tree.lower[joint] == "in" and not said_in)


def _before_clause(tree: Tree, joint: int) -> int:
    """The last word of "of the bill" in "of the bill seen by Holm"."""
    noun = tree.child(joint, "pobj")
    clause = tree.child(noun, "acl", "relcl") if noun is not None else None
    return tree.last(joint) if noun is None or clause is None or clause < noun else tree.first(clause) - 1


def _apposition(tree: Tree, head: int) -> int | None:
    """The name in "the chair of the Vessby council, Ann Holm", which the parser may hang on the council."""
    own = next((c for c in tree.all_children(head, "appos") if tree[c].tag.startswith("NNP")), None)
    if own is not None or tree.lower[head] not in words("person", "heads"):
        return own
    named = (p for p in range(head + 1, tree.last(head) + 1) if tree[p].dep == "appos")
    return next(
        (p for p in named if tree[p].tag.startswith("NNP") and tree[tree.first(p) - 1].text == ","), None
    )


def kind_of(tree: Tree, head: int, whole: str) -> LinkKind:
    """Person, body, outlet, document or anonymous, from the noun and what stands with it."""
    word = tree.lower[head]
    bare = word.rstrip(".")
    single = bare[:-1] if tree[head].tag == "NNS" and bare.endswith("s") else bare
    phrase = whole.lower()
    proper = tree[head].tag.startswith("NNP")
    if not proper or word in words("anonymous", "heads"):
        if bare in words("anonymous", "heads"):
            return LinkKind.ANONYMOUS
        if _is_withheld(tree, head, phrase + _who_follows(tree, head)):
            return LinkKind.ANONYMOUS
    if is_outlet(tree, head, whole):
        return LinkKind.OUTLET
    if bare in words("body", "vessels"):
        return LinkKind.BODY
    single_guard = tree.lower[tree.first(head)] in ("a", "an")
    if word == "guard" and not single_guard and phrase_before(tree, head) & words("body", "guards"):
        return LinkKind.BODY
    if not proper:
        named = _apposition(tree, head)
        if named is not None and is_firm(
            tuple(tree[one].text for one in range(tree.first(named), named + 1))
        ):
            return LinkKind.BODY
        for table, kind in (
            ("document", LinkKind.DOCUMENT),
            ("outlet", LinkKind.OUTLET),
            ("body", LinkKind.BODY),
            ("person", LinkKind.PERSON),
        ):
            if kind == LinkKind.OUTLET and (own := _owner_kind(tree, head)) is not None:
                return own
            if (bare in words(table, "heads") or single in words(table, "heads")) and not (
                kind == LinkKind.OUTLET and _serves_other(tree, head)
            ):
                return kind
    if proper:
        return _kind_of_name(tree, head)
    if tree[head].tag == "PRP" and bare in ("it",):
        return LinkKind.BODY
    return LinkKind.PERSON


def _owner_kind(tree: Tree, head: int) -> LinkKind | None:
    """The owner's kind of a site or channel that is no news organisation's: "the council's website"."""
    owner = tree.child(head, "poss")
    if owner is None or tree.lower[head] not in words("outlet", "own"):
        return None
    kind = kind_of(tree, owner, "")
    return None if kind in (LinkKind.OUTLET, LinkKind.DOCUMENT) else kind


def _serves_other(tree: Tree, head: int) -> bool:
    """Whether an agency deals in something else than news: "the aid agency", "a government agency"."""
    if tree.lower[head] == "station":
        return not phrase_before(tree, head).isdisjoint(words("outlet", "stations"))
    if tree.lower[head] not in ("agency", "agencies"):
        return False
    before = phrase_before(tree, head) - {"the", "a", "an"}
    behind = any(tree.lower[one] in ("of", "for") for one in tree.all_children(head, "prep"))
    return (bool(before) and before.isdisjoint(words("outlet", "news"))) or behind


def _is_withheld(tree: Tree, head: int, phrase: str) -> bool:
    if any(words_ in phrase for words_ in words("anonymous", "withheld")):
        return True
    if any(words_ in phrase for words_ in words("anonymous", "familiar")):
        return tree.lower[head] in words("anonymous", "posts") or tree.lower[head] in words("person", "heads")
    left = {tree.lower[child] for child in tree.children[head] if child < head}
    if left & words("anonymous", "adjectives"):
        return True
    named = any(
        tree[child].dep in ("appos",) and tree[child].tag.startswith("NNP") for child in tree.children[head]
    )
    return (
        tree.lower[head] in words("anonymous", "posts")
        and bool(words("anonymous", "ranks") & left)
        and not named
    )


def _who_follows(tree: Tree, head: int) -> str:
    """What is told of somebody behind the noun, where the parser hangs it elsewhere."""
    behind = tree.lower[head + 1 : head + 2]
    if behind not in (("who",), ("with",), ("familiar",), ("close",), ("briefed",)):
        return ""
    return " " + " ".join(tree.lower[head + 1 : head + 1 + LONGEST])


def is_outlet(tree: Tree, head: int, whole: str) -> bool:
    """Whether a name is a news organisation's."""
    if "news" in phrase_before(tree, head) and tree.lower[head] in (
        "organization",
        "organisation",
        "company",
    ):
        return True
    if not tree[head].text[:1].isupper() and not tree[head].text[:1].isdigit():
        return False
    if any(never in whole for never in words("outlet", "never")):
        return False
    if _is_numbered(tree, head):
        return True
    before = [tree[c].text for c in tree.children[head] if c < head and tree[c].dep in ("compound", "amod")]
    if any(one.rstrip(".") in words("person", "titles") for one in before):
        return False
    if any(one.lower() in words("outlet", "heads") for one in before) and tree[head].tag.startswith("NNP"):
        return True
    if tree[head].text[:1].islower():
        return False
    return is_station(tree[head].text)


def _is_numbered(tree: Tree, head: int) -> bool:
    """Whether a name is an outlet's word and a number: "Channel 6"."""
    number = head + 1 < len(tree) and tree[head + 1].tag == "CD" and tree[head + 1].head == head
    airs = tree.lower[head] in words("outlet", "heads") or is_station(tree[head].text)
    return number and tree[head].text[:1].isupper() and airs


def phrase_before(tree: Tree, head: int) -> frozenset[str]:
    """The words that a noun is compounded with."""
    return frozenset(tree.lower[one] for one in tree.children[head] if one < head)


@cache
def _calls() -> Any:  # noqa: ANN401  # re2 is untyped
    """Call signs of stations, compiled once."""
    return re2.compile(nouns()["outlet"]["calls"])


@lru_cache(maxsize=4096)
def is_station(word: str) -> bool:
    """Whether a word of a name is an outlet's: "Herald", "KVSB-TV", "7News", "POLITICO"."""
    if _calls().search(word):
        return True
    first = word.split("-")[0]
    return any(one in words("outlet", "names") for one in (word, first)) or (
        word.isupper() and len(word) > 3 and word.capitalize() in words("outlet", "names")
    )


def is_outlet_phrase(tree: Tree, head: int) -> bool:
    """Whether one who is told something is an outlet by the look of the name: "told The Fenland"."""
    first, last = tree.edges[head]
    phrase = [tree[place].text for place in range(first, last + 1)]
    if tree[head].text[:1].isupper() or tree[head].tag == "CD" or tree[head].text[:1].isdigit():
        if any(is_station(one) for one in phrase) or _is_numbered(tree, head):
            return True
        known = words("body", "names") | words("person", "titles")
        if any(one in known for one in phrase):
            return False
        return (phrase[0] == "The" and first != 0) or _is_titled(tree, head, phrase)
    return tree.lower[head] in words("outlet", "heads")


def is_firm(name: Sequence[str]) -> bool:
    """Whether a name is a company's or a club's by its last word: "Brackwell Steel", not "Tom Steel"."""
    if len(name) > 1 and name[-1].lower() == "plc":
        return True
    if len(name) == 1 or name[-1] not in words("body", "firms"):
        return False
    return len(name) > SHORTEST_FULL or name[0] not in _given()


@cache
def _given() -> frozenset[str]:
    """Given names, by which a surname is told from a firm."""
    table = load_words("who")["given"]
    return frozenset((*table["he"].split(), *table["she"].split()))


def _is_titled(tree: Tree, head: int, phrase: Sequence[str]) -> bool:
    """Whether one who hears is a paper by its form: "told the Fenland", and no parliament or faith."""
    name = phrase[-1]
    form = len(phrase) == SHORTEST_FULL and phrase[0] == "the" and tree[head].tag == "NNP"
    other = words("body", "firms") | words("body", "places") | words("outlet", "hearers")
    return form and not name.isupper() and name not in other and not name.endswith("s")


def _relatives(tree: Tree, head: int) -> list[int]:
    """The pronouns of the clauses right behind a name: "Ulvgrid, which runs the lines"."""
    clauses = tree.all_children(head, "relcl")
    return [tree.first(one) for one in clauses if head < tree.first(one) <= head + NEAR_WHO]


def _is_camel(name: str) -> bool:
    """Whether a name is coined from two words, as only firms' are: "CoastRail", not "MacLeod"."""
    joint = next((n for n in range(1, len(name)) if name[n].isupper() and name[n - 1].islower()), 0)
    return joint > SHORTEST_FULL and name[:joint] not in FILIAL and name[joint + 1 :].islower()


def _kind_of_name(tree: Tree, head: int) -> LinkKind:
    parts = [
        tree[c].text for c in tree.children[head] if c < head and tree[c].dep in ("compound", "nmod", "amod")
    ]
    if any(part in words("person", "titles") or part.lower() in words("person", "heads") for part in parts):
        return LinkKind.PERSON
    if tree[head].text in words("body", "names") or tree.lower[head] in words("body", "heads"):
        return LinkKind.BODY
    # The first word of a sentence has a capital whatever it is: "Drugmaker Helvita".
    opens = tree.first(head) == 0 and len(parts) > 0
    called = [part.lower() for n, part in enumerate(parts) if part[:1].islower() or (opens and n == 0)]
    if called and called[-1] in words("body", "heads") | words("body", "vessels"):
        return LinkKind.BODY
    if called and called[-1] in words("outlet", "heads"):
        return LinkKind.OUTLET
    name = (*parts, tree[head].text)
    if is_firm(name) or " ".join(name) in words("body", "places") | words("body", "governments"):
        return LinkKind.BODY
    if tree.lower[head] in words("document", "heads"):
        return LinkKind.DOCUMENT
    if any(tree.lower[one] == "which" for one in _relatives(tree, head)) or (
        not parts and _is_camel(tree[head].text)
    ):
        return LinkKind.BODY
    appos = [tree.lower[one] for one in tree.all_children(head, "appos") if tree[one].tag == "NN"]
    if any(one in words("body", "heads") for one in appos):
        return LinkKind.BODY
    if tree[head].text.isupper() and len(tree[head].text) > 1 and not parts:
        return LinkKind.BODY
    for child in tree.all_children(head, "prep"):
        if child == head + 1 and tree.lower[child] == "of":
            return LinkKind.BODY if any(p in words("body", "names") for p in parts) else LinkKind.PERSON
    has_article = any(tree.lower[c] == "the" for c in tree.children[head] if c < head)
    return LinkKind.BODY if has_article else LinkKind.PERSON
