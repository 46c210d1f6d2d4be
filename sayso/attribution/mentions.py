"""Who is named in the text so far, and what "he", "the agency", "the journalist" stand for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import re2

from sayso.attribution.callings import is_somebody, words
from sayso.attribution.glimpses import Glimpse, glimpse
from sayso.attribution.kinds import is_company, is_firm, kind_of
from sayso.attribution.lexicon import cues, forms, says
from sayso.attribution.likeness import JOINTS, core, gender_of, initials, is_proper, same_name
from sayso.attribution.names import joins_name, name_range
from sayso.attribution.sources import source_at
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.attribution.uses import agencies_in, firms_in, trades
from sayso.model import Link, Span
from sayso.vocabulary import LinkKind
from sayso.words import load_words

# A pronoun or short noun is not taken for somebody last named further back than this, in characters.
MEMORY = 1_500
# "The senior judge" is short for somebody; a longer phrase describes somebody new.
LONGEST_SHORT = 4
# How many bearers of one word of a name are looked at.
CANDIDATES = 8
# "(Lab, Northgate)": no longer aside behind a name is looked at, in tokens.
LONGEST_ASIDE = 6
# "the 29-year-old", "the 31-year-old nurse"
_AGED = re2.compile(r"[0-9]{1,3}-years?-old")


@dataclass(eq=False)
class Somebody:
    """One who is named in the text, and how."""

    longest: str
    kind: LinkKind
    forms: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    last_seen: int = 0
    gender: str | None = None
    acts: bool = False
    several: bool = False
    leads: bool = False


class Mentions:
    """Everybody named so far, in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sightings: list[Somebody] = []
        self.by_word: defaultdict[str, list[Somebody]] = defaultdict(list)
        # Where the sentences begin that have been read.
        self.begins: list[int] = []

    def read(self, tree: Tree, quoted: Sequence[Span]) -> None:
        """Take up the names of one sentence."""
        self.begins.append(tree[0].span.start)
        for place, token in enumerate(tree.tokens):
            if token.tag[:2] != "NN":
                continue
            named = token.tag.startswith("NNP") and token.dep not in ("compound", "nmod", "poss")
            acting = token.tag in ("NN", "NNS") and _acts(tree, place)
            if named and (_is_bracketed(tree, place) or _ends_name(tree, place)):
                continue
            if not (named or acting) or any(span.holds(token.span) for span in quoted):
                continue
            if named:
                self._name(tree, place)
            elif not self._called_outlet(tree, place) and (
                is_somebody(tree.lower[place]) or _says_itself(tree, place)
            ):
                self._nameless(tree, place)

    def read_unparsed(self, sentence: Span, quoted: Sequence[Span]) -> None:
        """Take up the names of a sentence without a parse."""
        self.begins.append(sentence.start)
        for seen in glimpse(self.text, sentence):
            if not any(span.start <= seen.start < span.end for span in quoted):
                self._glimpsed(seen)

    def _glimpsed(self, seen: Glimpse) -> None:
        parts = core(seen.name) if seen.proper else ()
        if seen.proper and (not parts or seen.name.lower() in _days()):
            return
        somebody = self.find(seen.name, seen.kind) if seen.proper else None
        if somebody is None:
            # One word with a capital may be a place, a month or only the first of its sentence.
            if seen.proper and len(parts) == 1 and not (seen.roles or seen.kind != LinkKind.PERSON):
                return
            somebody = Somebody(seen.name, seen.kind, several=seen.several)
        if len(seen.name.split()) > len(somebody.longest.split()):
            somebody.longest = seen.name
        if parts:
            self._index(somebody, parts)
        somebody.roles |= seen.roles
        somebody.gender = somebody.gender or gender_of(somebody.longest, somebody.roles)
        somebody.last_seen, somebody.acts, somebody.leads = seen.start, seen.acts, False
        self.sightings.append(somebody)

    def _called_outlet(self, tree: Tree, place: int) -> bool:
        """Take up "the Fenland newspaper", whose name stands before what it is."""
        if tree.lower[place] not in words("outlet", "heads"):
            return False
        link = source_at(tree, self.text, place)
        parts = core(link.name)
        if not parts:
            return False
        somebody = self.find(link.name, LinkKind.OUTLET) or Somebody(link.name, LinkKind.OUTLET)
        self._index(somebody, parts)
        somebody.roles.add(tree.lower[place])
        somebody.last_seen, somebody.acts = link.span.start, True
        self.sightings.append(somebody)
        return True

    def _nameless(self, tree: Tree, place: int) -> None:
        """Take up "the council", "a spokesman": somebody who acts and may be meant by a pronoun."""
        link = source_at(tree, self.text, place)
        somebody = self._short(link)
        if somebody is None:
            roles = {tree.lower[place]}
            somebody = Somebody(link.name, link.kind, roles=roles, gender=gender_of(link.name, roles))
            somebody.several = tree[place].tag == "NNS"
        somebody.last_seen = link.span.start
        somebody.acts, somebody.leads = True, _leads(tree, place)
        self.sightings.append(somebody)

    def _name(self, tree: Tree, place: int) -> None:
        first, last = name_range(tree, place)
        name = " ".join(tree.span(first, last).of(self.text).split())
        parts = core(name)
        if not parts or name.lower() in _days():
            return
        kind = kind_of(tree, place, tree.phrase(place).of(self.text))
        somebody = self.find(name, kind)
        if somebody is None:
            used = kind == LinkKind.PERSON and self._is_used_as_firm(parts)
            kind = LinkKind.OUTLET if name in self.agencies else kind
            somebody = Somebody(name, LinkKind.BODY if used else kind, roles={"company"} if used else set())
        if len(name.split()) > len(somebody.longest.split()):
            somebody.longest = name
            if kind == LinkKind.BODY and is_company(parts):
                somebody.kind = kind
        self._index(somebody, parts)
        somebody.last_seen = tree[place].span.start
        somebody.roles |= _roles(tree, place)
        somebody.roles |= {
            tree.lower[one] for one in range(first, last + 1) if not tree[one].tag.startswith("NNP")
        }
        if first and tree[first - 1].tag == "NN" and is_somebody(tree.lower[first - 1]):
            # "The lawmaker Ann Holm", which the parser may take apart.
            somebody.roles.add(tree.lower[first - 1])
        somebody.gender = somebody.gender or gender_of(name, somebody.roles)
        somebody.acts = tree[place].dep in SUBJECTS or _is_told_by(tree, place) or _acts_aside(tree, place)
        somebody.leads = _leads(tree, place)
        self.sightings.append(somebody)

    def _index(self, somebody: Somebody, parts: tuple[str, ...]) -> None:
        if parts in somebody.forms:
            return
        somebody.forms.add(parts)
        for word in {parts[0], parts[-1], initials(parts)} - {""}:
            self.by_word[word].append(somebody)

    def find(self, name: str, kind: LinkKind) -> Somebody | None:
        """One already known by this name, or by a longer or shorter form of it."""
        parts = core(name)
        if not parts:
            return None
        keys = {parts[0], parts[-1], initials(parts)} - {""}
        near = [one for key in keys for one in self.by_word[key][-CANDIDATES:]]
        near.sort(key=lambda one: -one.last_seen)
        for one in near:
            if parts in one.forms:
                return one
        for one in near:
            if any(same_name(parts, theirs, kind, one.kind) for theirs in one.forms):
                return one
        return None

    def keep_back(self, link: Link) -> None:
        """Whoever is left without a name stays so under every pronoun."""
        if link.kind == LinkKind.ANONYMOUS and not is_proper(link.name):
            for one in self.sightings[-CANDIDATES:]:
                if not one.forms and link.span.start <= one.last_seen < link.span.end:
                    one.kind = LinkKind.ANONYMOUS

    def last_unnamed(self, *, several: bool) -> Somebody | None:
        """The last person told of, or people, where they have no name."""
        near = reversed(self.sightings[-CANDIDATES:])
        people = (one for one in near if one.kind == LinkKind.PERSON and one.acts)
        last = next((one for one in people if one.several == several), None)
        return last if last is not None and not last.forms else None

    def who(self, link: Link) -> Somebody | None:
        """Whom a link of the sentence just read stands for."""
        word = link.span.of(self.text).strip().lower()
        word = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(word, word)
        if word in ("he", "she", "it", "they"):
            return self._pronoun(word, link.span.start)
        if word.removeprefix("the ") in ("former", "latter"):
            return self._of_two(word.endswith("latter"), link.span.start)
        somebody = self._short(link)
        if somebody is None and is_proper(link.name):
            somebody = self.find(link.name, link.kind)
            apart = somebody is not None and {somebody.kind, link.kind} == {LinkKind.PERSON, LinkKind.BODY}
            if somebody is not None and apart and not self._is_known_firm(somebody):
                return None
            if somebody is not None and _is_paper_of_other(link, somebody):
                return None
        return somebody

    @cached_property
    def firms(self) -> frozenset[str]:
        """The single words that the text treats as firms."""
        return firms_in(self.text)

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The news agencies of the text's datelines."""
        return agencies_in(self.text)

    def _is_used_as_firm(self, parts: Sequence[str]) -> bool:
        """Whether a name is one word that the text treats as a firm, or that with its trade before it."""
        alone = len(parts) == 1 or (len(parts) == 2 and parts[0].lower() in trades())  # two words
        return alone and parts[-1] in self.firms

    def _is_known_firm(self, somebody: Somebody) -> bool:
        """Whether a name of one word, which may be a surname, is a firm's in this text."""
        return is_company(somebody.longest.split()) or self._is_used_as_firm(core(somebody.longest))

    def _near(self, at: int) -> Iterator[Somebody]:
        """Those named before, latest first."""
        for one in reversed(self.sightings):
            if at - one.last_seen > MEMORY:
                return
            if one.last_seen <= at:
                yield one

    def _of_two(self, latter: bool, at: int) -> Somebody | None:  # noqa: FBT001  # one of two
        """The first or the second of the last two who were named."""
        last: list[Somebody] = []
        for one in self._near(at):
            if one not in last:
                last.append(one)
            if len(last) > 1:
                return last[0] if latter else last[1]
        return None

    def _pronoun(self, word: str, at: int) -> Somebody | None:
        """The last one who acts and whom the pronoun fits; else the last whom it fits."""
        near = list(self._near(at))
        acting = [one for one in near if one.acts]
        if word == "it" and acting and not acting[0].leads:
            # "The Torch wrote that the cabinet had met. It said": what leads the sentence speaks on.
            leader = next((one for one in acting if one.leads), None)
            begins = self.begins[-2] if len(self.begins) > 1 else 0
            if leader is not None and leader.last_seen >= begins:
                acting.insert(0, leader)
        for one in (*acting, *near):
            if _fits(word, one):
                one.gender = one.gender or (word if word in ("he", "she") else None)
                return one
        return None

    def _short(self, link: Link) -> Somebody | None:
        """Resolve "the newspaper", "the journalist" to the last one of that kind or calling."""
        written = link.span.of(self.text).split()
        if not 2 <= len(written) <= LONGEST_SHORT or written[0].lower() not in ("the", "this"):
            return None
        post = len(written) == 2 and written[1].lower() in words("person", "heads")
        if any(part[0].isupper() for part in written[1:]) and not post:
            return None
        noun = written[-1].lower()
        near = list(self._near(link.span.start))
        if _AGED.fullmatch(written[1]):
            return next((one for one in near if one.kind == LinkKind.PERSON and one.forms), None)
        called_so = _callings().get(noun, frozenset({noun}))
        firm = noun in _callings()["company"]
        if link.kind == LinkKind.OUTLET or noun in words("outlet", "heads"):
            for one in near:
                called = one.roles & words("outlet", "heads")
                if noun == "agency" and not _is_wire(one):
                    continue
                if called & called_so or (one.kind == LinkKind.OUTLET and not called):
                    return one
        for one in near:
            said = [part.strip(".,") for part in one.longest.lower().split()]
            names = set(said) if one.forms else {_head_of(said), *one.roles}
            if (called_so & one.roles and one.forms) or called_so & names:
                return one
        sort = _sorts().get(noun, frozenset())
        bodies = [one for one in near if one.forms and one.kind == LinkKind.BODY]
        of_sort = next((one for one in bodies if sort & set(one.longest.split())), None)
        if of_sort is not None:
            return of_sort
        firms = {one.longest: one for one in near if is_firm(one.longest.split())} if firm else {}
        return next(iter(firms.values())) if len(firms) == 1 else None


def _is_paper_of_other(link: Link, somebody: Somebody) -> bool:
    """Whether a link is a document that only has to do with somebody: "a poll for the Herald"."""
    common = any(part.islower() and part not in JOINTS | {"the", "a", "an"} for part in link.name.split())
    return link.kind == LinkKind.DOCUMENT and somebody.kind != LinkKind.DOCUMENT and common


def _head_of(said: Sequence[str]) -> str:
    """The noun of what has no name: "friend" in "friend of Ms Holm", "forces" in "government forces"."""
    joint = next((place for place, word in enumerate(said) if word in JOINTS), len(said))
    return said[max(joint - 1, 0)]


def _leads(tree: Tree, place: int) -> bool:
    """Whether a noun is the subject of its sentence's main clause."""
    above = tree[place].head
    return (tree[place].dep in SUBJECTS and tree[above].head == above) or _is_told_by(tree, place)


def _says_itself(tree: Tree, place: int) -> bool:
    """Whether a document leads its sentence and says something: "The lawsuit says"; "it" goes on with it."""
    single = tree.lower[place].removesuffix("s")
    known = not words("document", "heads").isdisjoint((tree.lower[place], single))
    said = forms().get(tree.lower[tree[place].head]) in says() or _is_told_by(tree, place)
    return known and _leads(tree, place) and said


def _is_bracketed(tree: Tree, place: int) -> bool:
    """Whether a name stands in brackets behind another, as a party and a place do: "(Lab, Vessby)"."""
    near = range(place - 1, max(place - LONGEST_ASIDE, 0), -1)
    opens = next((one for one in near if tree[one].text in "()"), None)
    return opens is not None and tree[opens].text == "(" and tree[opens - 1].tag.startswith("NNP")


def _ends_name(tree: Tree, place: int) -> bool:
    """Whether a name is only the end of another's: "Borders" in "Fathers Without Borders"."""
    return tree[place].dep == "pobj" and joins_name(tree, tree[place].head)


def _acts_aside(tree: Tree, place: int) -> bool:
    """Whether a name acts beside its subject: "Chair of the Board, Ann Holm, said", "Holm (Lab) said"."""
    above = tree[place].head
    if tree[place].dep == "appos" and tree.lower[above] in words("person", "heads"):
        return tree[above].dep in SUBJECTS
    inside = range(place + 2, min(place + 2 + LONGEST_ASIDE, len(tree)))
    if place + 1 >= len(tree) or tree[place + 1].text != "(":
        return False
    closed = next((one for one in inside if tree[one].text == ")"), place)
    return any(tree[one].dep in SUBJECTS for one in range(place + 2, closed))


def _acts(tree: Tree, place: int) -> bool:
    """Whether a noun is a subject, or joined to one by "and"; whom "according to" names speaks as well."""
    while tree.tokens[place].dep == "conj" and tree[tree[place].head].tag.startswith("NN"):
        place = tree[place].head
    return tree[place].dep in SUBJECTS or _is_told_by(tree, place)


def _is_told_by(tree: Tree, place: int) -> bool:
    """Whether a noun stands behind "according to"."""
    token = tree.tokens[place]
    joint = token.head
    return token.dep == "pobj" and tree.lower[joint] == "to" and tree.lower[joint - 1] == "according"


@cache
def _callings() -> Mapping[str, frozenset[str]]:
    """For each calling the words that may stand for it."""
    groups = [frozenset(line.split()) for line in load_words("who")["callings"]["groups"]]
    return {word: group for group in groups for word in group}


@cache
def _sorts() -> Mapping[str, frozenset[str]]:
    """For each sort of body the words by which its name tells it: "the charity" is the Fells Trust."""
    return {noun: frozenset(names.split()) for noun, names in load_words("who")["sorts"].items()}


@cache
def _days() -> frozenset[str]:
    return frozenset(cues()["dates"]["words"].split())


def _is_wire(one: Somebody) -> bool:
    """Whether somebody can be called an agency: no newspaper is one."""
    names = set(one.longest.split())
    called = one.roles | {part.lower() for part in names}
    capitals = any(part.isupper() and len(part) > 1 for part in names)
    return bool(called & {"agency", "newswire", "wire"} or names & words("outlet", "wires") or capitals)


def _fits(word: str, one: Somebody) -> bool:
    """Whether a pronoun can stand for somebody, by kind, number and gender."""
    body = one.kind in (LinkKind.BODY, LinkKind.OUTLET)
    if word == "it":
        return (body or one.kind == LinkKind.DOCUMENT) and not one.several
    if word == "they":
        return body or (one.several and one.kind != LinkKind.DOCUMENT)
    human = one.kind in (LinkKind.PERSON, LinkKind.ANONYMOUS) and not one.several
    return human and one.gender in (None, word)


def _roles(tree: Tree, place: int) -> set[str]:
    """What a name's apposition calls it: "a spokesman", "the agency"."""
    found = {tree.lower[one] for one in tree.all_children(place, "appos")}
    if tree[place].dep == "appos":
        found.add(tree.lower[tree[place].head])
    return found
