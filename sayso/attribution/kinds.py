"""What kind of source a noun or a name makes."""

from collections.abc import Sequence
from functools import cache

from sayso.attribution.callings import has_phrase, words
from sayso.attribution.names import apposition, joins_name
from sayso.attribution.outlets import is_outlet, phrase_before, serves_other
from sayso.attribution.tree import Tree
from sayso.vocabulary import LinkKind
from sayso.words import load_words

# What is told of somebody behind the noun is looked for in so many words.
FAR_BEHIND = 16
# "Ulvgrid, which": a name's clause begins so near.
NEAR_WHICH = 2
# Before a second capital these open a surname.
FILIAL = frozenset("Mac Fitz Van Vander Vanden Ver Von Del Della Dela Das Dos San".split())  # noqa: SIM905
# Given name and surname.
SHORTEST_FULL = 2


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
    joint = tree.child(head, "prep")
    if joint == head + 1 and joins_name(tree, joint):
        return LinkKind.BODY
    if word in ("one", "another", "other") and _is_alone(tree, head):
        # "One put it at 40, another at 60."
        return LinkKind.ANONYMOUS
    if bare in words("document", "printed") and _is_printed(tree, head):
        return LinkKind.DOCUMENT
    if is_outlet(tree, head, whole):
        return LinkKind.OUTLET
    if bare in words("body", "vessels"):
        return LinkKind.BODY
    single_guard = tree.lower[tree.first(head)] in ("a", "an")
    if word == "guard" and not single_guard and phrase_before(tree, head) & words("body", "guards"):
        return LinkKind.BODY
    if not proper:
        named = apposition(tree, head)
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
                kind == LinkKind.OUTLET and serves_other(tree, head)
            ):
                return kind
    if proper:
        return _kind_of_name(tree, head)
    if tree[head].tag == "PRP" and bare in ("it",):
        return LinkKind.BODY
    return LinkKind.PERSON


def _is_alone(tree: Tree, head: int) -> bool:
    """Whether "one" or "another" stands for somebody without telling whom: not "one of the nurses"."""
    bare = tree[head].tag in ("CD", "DT", "JJ", "NN", "PRP")
    return bare and all(tree[one].dep in ("det", "punct") for one in tree.children[head])


def _is_printed(tree: Tree, head: int) -> bool:
    """Whether a programme is a party's or a feast's, and no broadcast: "the festival programme"."""
    owner = tree.child(head, "poss")
    own = owner is not None and not is_outlet(tree, owner, "")
    return own or not phrase_before(tree, head).isdisjoint(words("document", "feasts"))


def _owner_kind(tree: Tree, head: int) -> LinkKind | None:
    """The owner's kind of a site or channel that is no news organisation's: "the council's website"."""
    owner = tree.child(head, "poss")
    if owner is None or tree.lower[head] not in words("outlet", "own"):
        return None
    kind = kind_of(tree, owner, "")
    return None if kind in (LinkKind.OUTLET, LinkKind.DOCUMENT) else kind


def _is_withheld(tree: Tree, head: int, phrase: str) -> bool:
    if has_phrase(phrase, "anonymous", "withheld"):
        return True
    if has_phrase(phrase, "anonymous", "familiar"):
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
    return " " + " ".join(tree.lower[head + 1 : head + 1 + FAR_BEHIND])


def is_firm(name: Sequence[str]) -> bool:
    """Whether a name is a company's or a club's by its last word: "Brackwell Steel", not "Tom Steel"."""
    if len(name) > 1 and name[-1].lower() == "plc":
        return True
    if len(name) == 1 or name[-1] not in words("body", "firms"):
        return False
    return len(name) > SHORTEST_FULL or name[0] not in _given()


def is_company(name: Sequence[str]) -> bool:
    """Whether a body's name is that of a firm, whose first word may stand for all of it: "Ulv Power"."""
    return len(name) > 1 and (is_firm(name) or name[-1].strip(".,") in words("body", "companies"))


@cache
def _given() -> frozenset[str]:
    """Given names, by which a surname is told from a firm."""
    table = load_words("who")["given"]
    return frozenset((*table["he"].split(), *table["she"].split()))


def _relatives(tree: Tree, head: int) -> list[int]:
    """The pronouns of the clauses right behind a name: "Ulvgrid, which runs the lines"."""
    clauses = tree.all_children(head, "relcl")
    return [tree.first(one) for one in clauses if head < tree.first(one) <= head + NEAR_WHICH]


def _revises(tree: Tree, head: int) -> bool:
    """Whether a name has a forecast that is "its" own, as only a firm has: "Orrin cut its forecast"."""
    thing = tree.child(tree[head].head, "dobj") if tree[head].dep == "nsubj" else None
    owner = tree.child(thing, "poss") if thing is not None else None
    return (
        thing is not None
        and owner is not None
        and tree.lower[owner] == "its"
        and tree.lower[thing] in words("body", "revised")
    )


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
    if tree.lower[head] in words("document", "heads") or tree[head].text in words("document", "initials"):
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
    if _revises(tree, head):
        return LinkKind.BODY
    for child in tree.all_children(head, "prep"):
        if child == head + 1 and tree.lower[child] == "of":
            return LinkKind.BODY if any(p in words("body", "names") for p in parts) else LinkKind.PERSON
    has_article = any(tree.lower[c] == "the" for c in tree.children[head] if c < head)
    # "The Minister": a capital makes no body of a post.
    post = tree.lower[head] in words("person", "heads")
    return LinkKind.BODY if has_article and not post else LinkKind.PERSON
