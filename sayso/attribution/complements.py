"""What a cue verb hands over in less than a clause: to-clauses, objects, "as" and "of"."""

from sayso.attribution.callings import nouns_of, words
from sayso.attribution.cueverb import CueVerb, Range
from sayso.attribution.extent import reach, rest
from sayso.attribution.lexicon import cues, forms, listed, says
from sayso.attribution.mending import tense
from sayso.attribution.tree import SUBJECTS, Tree

# What joins a thing to its value: "put it at 5,000", "closer to 5,000", "between 4,000 and 5,000".
VALUE_JOINTS = frozenset(
    {"at", "as", "among", "with", "between", "closer", "nearer", "above", "below", "around", "near"}
)
# With these behind it a verb of saying is a deed: "flagged down 5 lorries", "noted down 5 names".
DEEDS = frozenset({"down", "in", "over", "away", "off"})


def infinitive(cue: CueVerb) -> list[Range]:
    """A to-clause, with whom it binds: "promised to pay", "urged the mayor to pay"."""
    tree, verb = cue.tree, cue.place
    for one in tree.children[verb]:
        if one > verb and tree[one].dep in ("xcomp", "ccomp", "advcl") and _has_to(tree, one):
            own = tree.child(verb, "dobj")
            first = tree.first(own) if own is not None and verb < own < one else tree.first(one)
            last = reach(tree, verb, _over_bare(tree, verb, one), finite=False)
            return [(first, _before_finite(tree, one, last))]
    return []


def _over_bare(tree: Tree, verb: int, inner: int) -> int:
    """The end of a to-clause with the bare verbs that the parser joined to its cue: "to sell it, buy one"."""
    bare = [
        one
        for one in tree.all_children(verb, "conj")
        if tree[one].tag == "VB" and tree[verb].tag != "VB" and one > inner
    ]
    return max(tree.last(one) for one in (inner, *bare))


def _before_finite(tree: Tree, inner: int, last: int) -> int:
    """The end of a to-clause before a joined clause with its own subject: "to sell it and he will go"."""
    for place in range(inner + 1, last + 1):
        subject = tree.child(place, "nsubj", "nsubjpass")
        if tree[place].dep != "conj" or subject is None or tense(tree, place) is None or subject > place:
            continue
        end = tree.first(subject) - 1
        while end > inner and tree[end].dep in ("punct", "cc", "advmod"):
            end -= 1
        return end
    return last


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree[one].tag == "TO" for one in tree.children[verb])


def gerund(cue: CueVerb) -> list[Range]:
    """An -ing clause: "recalled paying 5,000"."""
    tree, verb = cue.tree, cue.place
    for one in tree.children[verb]:
        doing = tree[one].tag == "VBG" or (tree[one].dep == "xcomp" and tree.lower[one].endswith("ing"))
        # "Acknowledged Tuesday having lost 9": the parser hangs it as an aside.
        perfect = (one, *tree.all_children(one, "aux"))
        having = any(tree.lower[aux] == "having" and tree[aux - 1].text != "," for aux in perfect)
        if one > verb and (having or (tree[one].dep in ("xcomp", "pcomp", "ccomp") and doing)):
            return [(tree.first(one), reach(tree, verb, tree.last(one), finite=False))]
    return []


def prepositional(cue: CueVerb) -> list[Range]:
    """A noun phrase behind the cue's own preposition: "warned of 5,000 more", "told them of it"."""
    tree, verb = cue.tree, cue.place
    handed = cues()["prepositions"].get(cue.base, ())
    for one in tree.all_children(verb, "advcl", "xcomp", "ccomp"):
        mark = tree.child(one, "mark")
        if mark is not None and mark > verb and tree.lower[mark] == "for" and "for" in handed:
            return [(mark + 1, rest(tree, verb, tree.last(one)))]
    for one in tree.all_children(verb, "prep", "prt"):
        if one > verb and tree.lower[one] in handed:
            inner = tree.child(one, "pobj", "pcomp")
            if inner is not None and forms().get(tree.lower[inner]) in says() and tree[inner].tag == "VBG":
                # "Apologised for saying that …": the inner cue hands it over.
                return []
            points = cue.base != "point" or _may_point(tree, verb)
            if inner is not None and tree.lower[inner] not in listed("dates", "words") and points:
                return [(tree.first(inner), rest(tree, verb, tree.last(inner)))]
    return []


def _may_point(tree: Tree, verb: int) -> bool:
    """Whether somebody or some document points to a thing, and no road: "the evidence points to 3 men"."""
    subject = tree.subject(verb)
    return subject is None or tree.lower[subject] not in listed("pointing", "things")


def accused(cue: CueVerb) -> list[Range]:
    """Whom and of what: "accused the brewery of hiding it"."""
    tree, verb = cue.tree, cue.place
    whom = tree.child(verb, "nsubjpass", "nsubj") if cue.passive else tree.child(verb, "dobj")
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


def as_complement(cue: CueVerb) -> list[Range]:
    """What and as what: "described the fire as the worst", "called it a loss"."""
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
        # "praised the fair as Venn left" tells when.
        is_as = is_as and not (tree[one].dep == "advcl" and tree.child(one, *SUBJECTS) is not None)
        complement = tree[one].dep in ("oprd", "acomp", "attr") or (
            tree[one].dep in ("ccomp", "xcomp") and not _has_to(tree, one)
        )
        if is_as or complement:
            last = tree.last(one)
            if whom is not None and whom < verb:
                return [tree.edges[whom], (tree.first(one), rest(tree, verb, last))]
            if whom is not None:
                last = max(last, tree.last(whom))
            if cue.passive or tree[verb + 1].dep in ("prep", "punct", "advmod"):
                return [(min(tree.first(whom or one), tree.first(one)), last)]
            return [(verb + 1, rest(tree, verb, last))]
    return _dubbed(tree, verb) if not cue.passive else []


def _dubbed(tree: Tree, verb: int) -> list[Range]:
    """The object that holds its name in quotation marks: "called young marchers “rebels” without proof"."""
    thing = tree.child(verb, "dobj")
    if thing is None or thing < verb:
        return []
    last = rest(tree, verb, tree.last(thing))
    quoted = any(tree[place].text in ("“", '"', "‘", "''", "``") for place in range(verb + 2, last))
    return [(verb + 1, last)] if quoted else []


def valued(cue: CueVerb) -> list[Range]:
    """A thing and what it is set at: "put the cost at 5,000", "rated the road as poor"."""
    tree, verb = cue.tree, cue.place
    thing = next((one for one in tree.all_children(verb, "dobj", "nsubj") if one > verb), None)
    if cue.passive:
        thing = tree.child(verb, "nsubjpass")
    behind = tree[verb].dep == ("acl" if cue.passive else "relcl") and tree[verb].head < verb
    if thing is None and behind:
        return _valued_before(tree, verb)
    if thing is None:
        return []
    joints = (
        *tree.all_children(verb, "prep", "oprd", "acomp", "advmod"),
        *tree.all_children(thing, "prep"),
        *_value_at_end(tree, verb),
    )
    for one in joints:
        word, is_joint = tree.lower[one], tree[one].dep in ("prep", "advmod")
        if one < verb or (is_joint and word not in VALUE_JOINTS):
            continue
        # "Puts it nearer 5,000": the parser hangs the number beside its joint.
        apart = (p for p in tree.all_children(verb, "dobj", "npadvmod") if tree.first(p) == one + 1)
        last = max(tree.last(one), tree.last(next(apart, one)))
        counted = any(tree[place].tag == "CD" for place in range(one, last + 1))
        if not counted and word in VALUE_JOINTS and word != "as":
            continue
        if thing < verb:
            return [tree.edges[thing], (one, rest(tree, verb, last))]
        first = min(tree.first(thing), one)
        return [(first, rest(tree, verb, max(last, tree.last(thing))))]
    return []


def tallied(cue: CueVerb) -> list[Range]:
    """What an office or a register counted: "the district logged 5,000 cases"."""
    tree, verb = cue.tree, cue.place
    subject, thing = tree.subject(verb), tree.child(verb, "dobj")
    if cue.passive or subject is None or thing is None or thing < verb or not counts(tree, subject):
        return []
    document = tree.lower[subject] in words("document", "heads")
    if cue.base in listed("verbs", "contained", "words") and not document:
        return []
    last = rest(tree, verb, tree.last(thing))
    counted = any(tree[one].tag == "CD" for one in range(verb + 1, last + 1))
    return [(tree.first(thing), last)] if counted else []


def counts(tree: Tree, subject: int) -> bool:
    """Whether others rely on what somebody counts: an office, a register, a team of researchers."""
    known = nouns_of("body", "document", "outlet")
    people = listed("measuring", "people")
    return (
        tree.lower[subject] in known or tree.lower[subject] in people or tree.lower[subject] + "s" in people
    )


def _value_at_end(tree: Tree, verb: int) -> list[int]:
    """The "at" of a closing value, which the parser may hang on a clause inside the thing."""
    end = tree.last(verb)
    while end > verb and tree[end].dep == "punct":
        end -= 1
    return [one for one in range(verb + 2, end) if tree.lower[one] == "at" and tree.last(one) == end]


def _valued_before(tree: Tree, verb: int) -> list[Range]:
    """The thing and its value in "a crowd that the police put at 5,000", "put by the police at 5,000"."""
    noun = tree[verb].head
    for one in tree.all_children(verb, "prep"):
        if tree.lower[one] == "at" and any(tree[p].tag == "CD" for p in range(one, tree.last(one) + 1)):
            return [(tree.first(noun), tree.first(verb) - 1), (one, tree.last(one))]
    return []


def antecedent(cue: CueVerb) -> list[Range]:
    """The 300 boats, in "the 300 boats the ministry had promised"."""
    tree, verb = cue.tree, cue.place
    if tree[verb].dep != "relcl" or cue.passive or cue.base in listed("clause_only", "words"):
        return []
    thing = tree.child(verb, "dobj")
    if thing is not None and tree[thing].tag not in ("WDT", "WP"):
        return []
    subject = tree.child(verb, "nsubj")
    noun = tree[verb].head
    if subject is None or tree[subject].tag in ("WDT", "WP") or noun > verb:
        return []
    return [(tree.first(noun), tree.first(verb) - 1)]


def thing_said(cue: CueVerb) -> list[Range]:
    """The object, where it is what is said: "denied the charge", "estimates it at 5,000"."""
    tree, verb = cue.tree, cue.place
    thing = tree.child(verb, "dobj")
    thing = _bare_share(tree, verb) if thing is None else thing
    if cue.passive or thing is None or thing < verb or cue.base in listed("clause_only", "words"):
        return []
    if tree.lower[thing] in cues()["idioms"].get(cue.base, "").split():
        return []
    last = rest(tree, verb, tree.last(thing))
    if tree[thing].tag in ("WP", "WDT") or (tree[thing].tag == "PRP" and last == thing):
        return []
    if cue.base in listed("hearing", "words"):
        of = next(
            (one for one in tree.all_children(thing, "prep") if tree.lower[one] in ("of", "about")), None
        )
        told = tree.child(of, "pobj") if of is not None else None
        return [tree.edges[told]] if told is not None else []
    if any(tree.lower[one] in DEEDS for one in tree.all_children(verb, "prt")):
        return []
    return [(tree.first(thing), last)]


def _bare_share(tree: Tree, verb: int) -> int | None:
    """The share in "predicts 6%", which the parser takes for an adverb."""
    behind = tree.all_children(verb, "npadvmod")
    shares = (one for one in behind if one > verb and tree.lower[one] in ("%", "percent"))
    return next((one for one in shares if tree.first(one) == verb + 1), None)
