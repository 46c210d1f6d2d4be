"""What a cue verb hands over: the words of its content, by the frame it stands in."""

from dataclasses import dataclass

from sayso.attribution.lexicon import cues, forms, frames
from sayso.attribution.sources import words
from sayso.attribution.tree import Tree

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that may hand something over: its place in the sentence and its base form."""

    tree: Tree
    place: int
    base: str

    @property
    def frames(self) -> frozenset[str]:
        """What sorts of content it may have."""
        return frames()[self.base]

    @property
    def passive(self) -> bool:
        """Whether it is passive: "is expected", "a man accused of"."""
        return is_passive(self.tree, self.place)


BLOCKED = frozenset({"punct", "cc"})


def content_of(cue: CueVerb) -> list[Range]:
    """The content of a verb as ranges of words, first and last included; empty where it has none."""
    for name, find in (
        ("clause", _shown),
        ("clause", _clause),
        ("clause", _parenthesis),
        ("quote", _tail),
        ("as", _as),
        ("value", _value),
        ("accused", _accused),
        ("infinitive", _infinitive),
        ("", _preposition),
        ("gerund", _gerund),
        ("object", _object),
        ("object", _antecedent),
    ):
        if name and name not in cue.frames and not (name == "clause" and "quote" in cue.frames):
            continue
        found = find(cue)
        if found:
            return found
    return []


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: "is expected", "a man accused of"."""
    if tree[verb].tag != "VBN":
        return False
    return tree.child(verb, "auxpass", "nsubjpass") is not None or tree[verb].dep in ("acl", "amod")


def _shown(cue: CueVerb) -> list[Range]:
    """All that a poll or a study finds: what follows the verb, up to the next cue."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    if cue.base not in cues()["verbs"]["showing"]["words"].split() or subject is None or subject > verb:
        return []
    if tree.lower[subject] not in words("document", "heads") or tree[verb].dep not in (
        "ROOT",
        "ccomp",
        "conj",
    ):
        return []
    last = len(tree) - 1 if tree[verb].dep == "ROOT" else tree.last(verb)
    for place in range(verb + 1, last + 1):
        joined = tree[place].head == verb and tree[place].dep in ("conj", "advcl", "parataxis")
        if (joined and tree.lower[place] in forms()) or tree.lower[place] == "according":
            last = tree.first(place) - 1
            break
    while last > verb and tree[last].dep in ("punct", "cc"):
        last -= 1
    return [(verb + 1, last)] if last > verb + 1 else []


def _clause(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    heads = [one for one in tree.all_children(verb, "ccomp") if tree.lower[one] not in ("so",)]
    heads = heads or _behind_citing(tree, verb)
    if not heads and cue.base in ("tell", "assure", "inform", "remind", "warn", "show", "ask", "convince"):
        heads = [
            one
            for one in tree.children[verb]
            if one > verb
            and tree[one].dep in ("advcl", "xcomp", "relcl")
            and tree[one].tag != "VBG"
            and (
                tree.child(one, "nsubj", "nsubjpass") is not None
                or cue.base in ("tell", "ask", "urge", "warn")
            )
        ]
    if not heads:
        heads = [
            one
            for one in tree.children[verb]
            if one > verb
            and tree[one].dep == "conj"
            and tree.child(one, "nsubj", "nsubjpass") is not None
            and tree.child(verb, "cc") is None
        ]
    after = [one for one in heads if one > verb]
    if after:
        return [(tree.first(after[0]), _reach(tree, verb, tree.last(after[0])))]
    if heads:
        head = heads[0]
        first, last = tree.edges[head]
        if last < verb:
            return [(first, last)]
        return _around(tree, head, verb)
    return []


def _behind_citing(tree: Tree, verb: int) -> list[int]:
    """The clause in "reported, citing Y, that …", which the parser hangs on "citing"."""
    return [
        inner
        for one in tree.all_children(verb, "advcl")
        if tree.lower[one] in cues()["chain"]["citing"].split()
        for inner in tree.all_children(one, "ccomp")
    ]


def _tail(cue: CueVerb) -> list[Range]:
    """The rest of a sentence that closes with ", police said": the parser often loses its clause."""
    tree, verb = cue.tree, cue.place
    subject = tree.subject(verb)
    end = len(tree) - 1
    while end > verb and tree[end].dep == "punct":
        end -= 1
    if subject is None or tree[subject].head != verb or end > max(verb, tree.last(subject)):
        return []
    first = subject
    while first > 0 and (tree[first - 1].text not in (",", "—", "–", "-", '"', "”") and first > verb - 12):
        first -= 1
    start = min(first, verb)
    comma = start - 1
    if comma < 3 or tree[comma].text not in (",", "—", "–"):
        return []
    return [(0, comma - 1)]


def _reach(tree: Tree, verb: int, last: int) -> int:
    """How far a clause goes on: what the parser hung on the cue but is said as well."""
    for child in tree.children[verb]:
        if child <= last:
            continue
        label = tree[child].dep
        if label == "punct":
            continue
        hands_over = tree.lower[child] in forms() and label in ("advcl", "conj", "parataxis", "ccomp", "dep")
        if hands_over:
            break
        if label == "conj" and tree.child(child, "nsubj", "nsubjpass") is None:
            break
        if label == "cc":
            continue
        if label in (
            "advcl",
            "prep",
            "npadvmod",
            "advmod",
            "conj",
            "dobj",
            "dep",
            "acomp",
            "attr",
            "oprd",
            "ccomp",
        ):
            if label == "prep" and tree.lower[child] == "according":
                break
            last = max(last, tree.last(child))
            continue
        break
    return last


def _around(tree: Tree, head: int, verb: int) -> list[Range]:
    """The clause of a head without the cue that stands inside it: "The fire, police said, killed 5"."""
    first, last = tree.edges[head]
    hole_first, hole_last = _own_words(tree, verb, head)
    return [one for one in ((first, hole_first - 1), (hole_last + 1, last)) if one[0] <= one[1]]


def _own_words(tree: Tree, verb: int, other: int) -> Range:
    """The cue with its subject and modifiers, less the clause that it belongs to or governs."""
    first = last = verb
    loose = tree[verb].dep == "advcl" and not _marked_as(tree, verb)
    for child in tree.children[verb]:
        if child == other or tree.under(other, child):
            continue
        if tree[child].dep == "ccomp" or (loose and child < verb and tree[child].dep not in ("nsubj", "aux")):
            continue
        first, last = min(first, tree.first(child)), max(last, tree.last(child))
    return first, last


def _parenthesis(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    label = tree[verb].dep
    head = tree[verb].head
    if head == verb:
        return []
    loose = label == "advcl" and _between_commas(tree, verb)
    if label == "parataxis" or loose or (label == "advcl" and _marked_as(tree, verb)):
        if tree.child(verb, "nsubj", "nsubjpass") is None and label == "parataxis":
            return []
        if label != "parataxis" and not loose and tree.child(verb, "ccomp", "dobj") is not None:
            return []
        return _around(tree, _clause_head(tree, head), verb)
    return []


def _between_commas(tree: Tree, verb: int) -> bool:
    """Whether a finite cue stands apart: "On Friday, Holm told the Herald, boats had left"."""
    last = tree.last(verb)
    subject = tree.child(verb, "nsubj")
    if subject is None or tree[verb].tag not in ("VBD", "VBZ", "VBP") or last + 1 >= len(tree):
        return False
    if tree.child(verb, "mark", "advmod", "ccomp") is not None or tree[last + 1].text != ",":
        return False
    start = tree.first(subject)
    return start > 0 and tree[start - 1].text == ","


def _marked_as(tree: Tree, verb: int) -> bool:
    marks = tree.all_children(verb, "mark", "advmod")
    return any(tree.lower[one] == "as" for one in marks)


def _clause_head(tree: Tree, place: int) -> int:
    """The verb of the clause a word stands in."""
    for one in (place, *tree.above(place)):
        if tree[one].dep in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis") and (
            tree.child(one, "nsubj", "nsubjpass") is not None or tree[one].head == one
        ):
            return one
    return place


def _infinitive(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    for one in tree.children[verb]:
        if one > verb and tree[one].dep in ("xcomp", "ccomp", "advcl") and _has_to(tree, one):
            own = tree.child(verb, "dobj")
            first = tree.first(own) if own is not None and verb < own < one else tree.first(one)
            return [(first, _reach(tree, verb, tree.last(one)))]
    return []


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree[one].tag == "TO" for one in tree.children[verb])


def _gerund(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    for one in tree.children[verb]:
        if one > verb and tree[one].dep in ("xcomp", "pcomp", "ccomp") and tree[one].tag == "VBG":
            return [(tree.first(one), _reach(tree, verb, tree.last(one)))]
    return []


def _preposition(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    handed = cues()["prepositions"].get(cue.base, ())
    for one in tree.all_children(verb, "prep", "prt"):
        if one > verb and tree.lower[one] in handed:
            inner = tree.child(one, "pobj", "pcomp")
            if inner is not None:
                return [(tree.first(inner), tree.last(inner))]
    return []


def _accused(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    whom = tree.child(verb, "nsubjpass") if cue.passive else tree.child(verb, "dobj")
    if cue.passive and tree[verb].dep in ("acl", "relcl"):
        whom = tree[verb].head
    inside = tree.all_children(whom, "prep") if whom is not None and whom > verb else []
    for one in (*tree.all_children(verb, "prep"), *inside):
        if one > verb and tree.lower[one] in ("of", "for", "with"):
            last = tree.last(one)
            if whom is None:
                return [(one, last)]
            if whom < verb:
                first = min(tree.first(whom), whom)
                return [
                    (first, min(verb - 1, max(whom, tree.last(whom) if tree.last(whom) < verb else whom))),
                    (one, last),
                ]
            return [(tree.first(whom), last)]
    return []


def _as(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    whom = tree.child(verb, "nsubjpass") if cue.passive else tree.child(verb, "dobj", "nsubj")
    if not cue.passive and (whom is None or whom < verb):
        whom = None
    for one in tree.children[verb]:
        if one <= verb:
            continue
        is_as = tree[one].dep in ("prep", "advcl", "mark") and (
            tree.lower[one] == "as" or any(tree.lower[c] == "as" for c in tree.children[one] if c < one)
        )
        complement = tree[one].dep in ("oprd", "acomp", "attr") or (
            tree[one].dep in ("ccomp", "xcomp") and not _has_to(tree, one)
        )
        if is_as or complement:
            last = tree.last(one)
            if whom is not None and whom > verb:
                return [(min(tree.first(whom), tree.first(one)), max(last, tree.last(whom)))]
            if whom is not None:
                return [tree.edges[whom], (tree.first(one), last)]
            return [(tree.first(one), last)]
    return []


def _value(cue: CueVerb) -> list[Range]:
    """The cost at 5,000, in "put the cost at 5,000"."""
    tree, verb = cue.tree, cue.place
    thing = next((one for one in tree.all_children(verb, "dobj", "nsubj") if one > verb), None)
    if thing is None or cue.passive:
        return []
    for one in (*tree.all_children(verb, "prep"), *tree.all_children(thing, "prep")):
        if one > verb and tree.lower[one] in ("at", "as", "among", "with"):
            last = tree.last(one)
            if any(tree[place].tag == "CD" for place in range(one, last + 1)):
                return [(tree.first(thing), max(last, tree.last(thing)))]
    return []


def _antecedent(cue: CueVerb) -> list[Range]:
    """The 300 boats, in "the 300 boats the ministry had promised"."""
    tree, verb = cue.tree, cue.place
    if tree[verb].dep != "relcl" or cue.passive:
        return []
    thing = tree.child(verb, "dobj")
    if thing is not None and tree[thing].tag not in ("WDT", "WP"):
        return []
    subject = tree.child(verb, "nsubj")
    noun = tree[verb].head
    if subject is None or tree[subject].tag in ("WDT", "WP") or noun > verb:
        return []
    return [(tree.first(noun), tree.first(verb) - 1)]


def _object(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    if cue.passive:
        return []
    thing = tree.child(verb, "dobj")
    if thing is None or thing < verb:
        return []
    if tree[thing].tag in ("PRP", "WP", "WDT"):
        return []
    last = tree.last(thing)
    for one in tree.children[verb]:
        if (
            one > thing
            and tree[one].dep in ("prep", "oprd", "xcomp", "advcl")
            and tree.first(one) == last + 1
        ):
            if tree[one].dep == "advcl" and tree.lower[one] in forms():
                break
            if tree[one].dep == "prep" and tree.lower[one] in (
                "according",
                "after",
                "during",
                "since",
                "before",
            ):
                break
            last = tree.last(one)
    return [(tree.first(thing), last)]
