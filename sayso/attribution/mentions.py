"""Who a source is: names in their longest form, and what "he", "the agency", "the journalist" stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.attribution.drafts import Draft
from sayso.attribution.sources import kind_of, name_range, nouns, words
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Link, Span
from sayso.vocabulary import LinkKind

# A pronoun or short noun is not taken for somebody last named further back than this, in characters.
MEMORY = 1_500


@dataclass
class Somebody:
    """One who is named in the text, and how."""

    names: list[str]
    kind: LinkKind
    last_seen: int
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    acts: int = -1

    @property
    def longest(self) -> str:
        """The longest form of the name."""
        return max(self.names, key=lambda name: (len(name.split()), len(name)))


class Mentions:
    """Everybody named so far, in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: list[Somebody] = []

    def read(self, tree: Tree, quoted: Sequence[Span]) -> None:
        """Take up the names of one sentence."""
        for place, token in enumerate(tree.tokens):
            if not token.tag.startswith("NNP") or token.dep in ("compound", "nmod", "poss"):
                continue
            if any(span.holds(token.span) for span in quoted):
                continue
            self._name(tree, place)

    def _name(self, tree: Tree, place: int) -> None:
        first, last = name_range(tree, place)
        name = tree.span(first, last).of(self.text)
        kind = kind_of(tree, place, tree.phrase(place).of(self.text))
        roles = {tree.lower[one] for one in range(first, last + 1) if not tree[one].tag.startswith("NNP")}
        roles |= _roles(tree, place)
        somebody = self.find(name, kind)
        at = tree[place].span.start
        if somebody is None:
            somebody = Somebody([name], kind, at)
            self.known.append(somebody)
        somebody.names.append(" ".join(name.split()))
        somebody.last_seen = at
        somebody.roles |= roles
        somebody.gender = somebody.gender or gender_of(name, somebody.roles)
        if tree[place].dep in SUBJECTS:
            somebody.acts = at

    def find(self, name: str, kind: LinkKind) -> Somebody | None:
        """One already known by this name, or by a longer or shorter form of it."""
        parts = _core(name)
        if not parts:
            return None
        best = None
        for one in reversed(self.known):
            for other in one.names:
                theirs = _core(other)
                if not theirs:
                    continue
                if parts == theirs:
                    return one
                same = parts[-1] == theirs[-1] and (len(parts) == 1 or len(theirs) == 1)
                if kind in (LinkKind.OUTLET, LinkKind.BODY) and one.kind in (LinkKind.OUTLET, LinkKind.BODY):
                    same = same or (parts[0] == theirs[0] and (len(parts) == 1 or len(theirs) == 1))
                    same = same or _initials(theirs) == parts[-1] or _initials(parts) == theirs[-1]
                if same and best is None:
                    best = one
        return best

    def resolve(self, link: Link) -> Link:
        """A link under its longest name, with the kind of whoever it stands for."""
        word = link.span.of(self.text).strip().lower()
        if word in nouns()["pronouns"]["person"] or word in nouns()["pronouns"]["either"] or word == "it":
            somebody = self._pronoun(word, link.span.start)
        else:
            somebody = self._short(link)
            if somebody is None and is_proper(link.name):
                somebody = self.find(link.name, link.kind)
            if somebody is not None and {somebody.kind, link.kind} == {LinkKind.PERSON, LinkKind.BODY}:
                somebody = None if is_proper(link.name) and len(link.name.split()) > 1 else somebody
        if somebody is None:
            return link
        kind = link.kind
        if link.kind != LinkKind.ANONYMOUS and word not in ("who",):
            kind = somebody.kind
        if link.kind == LinkKind.OUTLET or (kind == LinkKind.PERSON and link.kind == LinkKind.DOCUMENT):
            kind = link.kind
        return replace(link, name=somebody.longest, kind=kind)

    def _near(self, at: int) -> list[Somebody]:
        near = [one for one in self.known if 0 <= at - one.last_seen <= MEMORY]
        return sorted(near, key=lambda one: (max(one.acts, 0), one.last_seen), reverse=True)

    def _pronoun(self, word: str, at: int) -> Somebody | None:
        if word in ("he", "she"):
            for one in self._near(at):
                if one.kind == LinkKind.PERSON and one.gender in (None, word):
                    one.gender = word
                    return one
        if word == "it":
            return next((one for one in self._near(at) if one.kind in (LinkKind.BODY, LinkKind.OUTLET)), None)
        return None

    def _short(self, link: Link) -> Somebody | None:
        """Resolve "the newspaper", "the journalist" to the last one of that kind or calling."""
        phrase = link.span.of(self.text).lower().split()
        if len(phrase) < 2 or len(phrase) > 4 or phrase[0] not in ("the", "this"):
            return None
        if any(part[0].isupper() for part in link.span.of(self.text).split()[1:]):
            return None
        noun = phrase[-1]
        near = sorted(
            (one for one in self.known if 0 <= link.span.start - one.last_seen <= MEMORY),
            key=lambda one: one.last_seen,
            reverse=True,
        )
        if link.kind == LinkKind.OUTLET or noun in words("outlet", "heads"):
            for one in near:
                called = one.roles & words("outlet", "heads")
                if noun in called or (one.kind == LinkKind.OUTLET and not called):
                    return one
        for one in near:
            if noun in one.roles or any(noun in other.lower().split() for other in one.names):
                return one
        if link.kind == LinkKind.PERSON and len(phrase) > 2:
            return next((one for one in near if one.kind == LinkKind.PERSON), None)
        return None


def resolve_names(
    drafts: list[Draft], trees: Mapping[int, Tree], text: str, quoted: Sequence[Span]
) -> list[Draft]:
    """Name every link in full.

    Args:
        drafts: in any order.
        trees: the parses by sentence.
        text: the page's text.
        quoted: utterances in quotation marks; names inside them are the speaker's, not the page's.

    Returns:
        The drafts in the same order. A name may be completed from further down, a pronoun never.
    """
    names = Mentions(text)
    for number in sorted(trees):
        names.read(trees[number], quoted)
    full = {id(one): one.longest for one in names.known}
    so_far = Mentions(text)
    out: dict[int, Draft] = {}
    pending = sorted(range(len(drafts)), key=lambda n: (drafts[n].sentence, n))
    position = 0
    for number in sorted(trees):
        so_far.read(trees[number], quoted)
        while position < len(pending) and drafts[pending[position]].sentence <= number:
            draft = drafts[pending[position]]
            out[pending[position]] = replace(
                draft, chain=tuple(_named(link, so_far, names, full) for link in draft.chain)
            )
            position += 1
    return [out.get(n, drafts[n]) for n in range(len(drafts))]


def _named(link: Link, so_far: Mentions, names: Mentions, full: Mapping[int, str]) -> Link:
    link = so_far.resolve(link)
    somebody = names.find(link.name, link.kind) if is_proper(link.name) else None
    if somebody is not None and somebody.kind == link.kind:
        return replace(link, name=full[id(somebody)])
    return link


def is_proper(name: str) -> bool:
    """Whether a name ends as a proper name does."""
    return name.split()[-1:] != [] and name.split()[-1][0].isupper()


def _roles(tree: Tree, place: int) -> set[str]:
    """What a name's apposition calls it: "a spokesman", "the agency"."""
    found = {tree.lower[one] for one in tree.all_children(place, "appos")}
    if tree[place].dep == "appos":
        found.add(tree.lower[tree[place].head])
    return found


def _core(name: str) -> list[str]:
    """The proper parts of a name, without article, titles and possessive."""
    parts = [part.strip(".,’'\"“”") for part in name.split()]
    return [
        part
        for part in parts
        if part[:1].isupper() and part not in words("person", "titles") and part not in ("The", "A", "An")
    ]


def _same_name(parts: list[str], theirs: list[str], kind: LinkKind, their_kind: LinkKind) -> bool:
    """Whether one name is a short form of the other: surname, first word of a body, initials."""
    short, long_ = sorted((parts, theirs), key=len)
    if len(short) != 1 or short[0] in words("body", "names"):
        return False
    if kind == LinkKind.PERSON or their_kind == LinkKind.PERSON:
        return kind == their_kind and short[0] == long_[-1]
    return short[0] in (long_[0], long_[-1], _initials(long_))


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def gender_of(name: str, roles: set[str]) -> str | None:
    """Tell "he" from "she" where a title or a calling does."""
    parts = {part.strip(".") for part in name.split()} | roles
    table = nouns()["gender"]
    for word in ("he", "she"):
        if parts & set(table[word].split()):
            return word
    return None
