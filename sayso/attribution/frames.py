"""What a cue verb hands over as a clause, and the choice among all that it may hand over."""

from sayso.attribution.complements import (
    accused,
    antecedent,
    as_complement,
    gerund,
    infinitive,
    prepositional,
    tallied,
    thing_said,
    valued,
)
from sayso.attribution.cueverb import CueVerb, Range, inverted_subject
from sayso.attribution.extent import before_other_speaker, before_relative, hands_over, over_semicolon, reach
from sayso.attribution.lexicon import cues, forms, nouns, says
from sayso.attribution.sources import words
from sayso.attribution.surveys import surveyed, surveyors
from sayso.attribution.told import behind_hearer
from sayso.attribution.tree import SUBJECTS, Tree

FINITE = frozenset({"MD", "VBZ", "VBD", "VBP"})
NOUN_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
ANY_MARK = frozenset({"“", "”", '"', "''", "``", "‘"})
BREAKS = frozenset({",", "-", "--", "–", "—"})


def content_of(cue: CueVerb) -> list[Range]:
    """The content of a verb as ranges of words, first and last included; empty where it has none."""
    if _is_free_relative(cue) or _is_reduced(cue):
        return []
    for name, find in (
        ("quote", _inverted),
        ("clause", _shown),
        ("clause", _clause),
        ("clause", _bare),
        ("clause", _parenthesis),
        ("quote", _tail),
        ("clause", inserted),
        ("as", as_complement),
        ("value", valued),
        ("survey", surveyed),
        ("reading", _read_out),
        ("tally", tallied),
        ("accused", accused),
        ("infinitive", infinitive),
        ("", prepositional),
        ("gerund", gerund),
        ("object", _asked),
        ("object", thing_said),
        ("object", antecedent),
        ("quote", _all_behind),
    ):
        if name == "object" and cue.base == "tell":
            continue
        if name and name not in cue.frames and not (name == "clause" and "quote" in cue.frames):
            continue
        found = find(cue)
        if found and name == "clause" and found[-1][0] > cue.place:
            return [*found[:-1], (found[-1][0], over_semicolon(cue.tree, found[-1][1]))]
        if found and name not in ("clause", "quote"):
            return [*found[:-1], (found[-1][0], before_relative(cue.tree, *found[-1]))]
        if found:
            return found
    return []


def _is_reduced(cue: CueVerb) -> bool:
    """Whether the parser takes a participle for the sentence's verb: "the man warned by the mill lost 40"."""
    tree, verb = cue.tree, cue.place
    inner = tree.child(verb, "ccomp")
    if inner is None or tree[verb].tag != "VBD" or verb + 1 >= len(tree) or tree.lower[verb + 1] != "by":
        return False
    return tree.child(inner, *SUBJECTS, "mark") is None


def is_perceived(cue: CueVerb) -> bool:
    """Whether somebody only comes upon a thing: "found the boat adrift", "was seen leaving".

    What a survey finds is said, whatever its form: "found 40 percent undecided".
    """
    tree, verb = cue.tree, cue.place
    if cue.base not in cues()["perceiving"]["words"].split():
        return False
    inner = tree.child(verb, "ccomp", "xcomp", "acomp", "oprd")
    if (
        inner is None
        or inner < verb
        or tree.lower[tree.first(inner)] in ("that", "how", "what", "who", "why")
    ):
        return False
    parts = (inner, *tree.all_children(inner, "aux", "auxpass"))
    if any(tree[one].tag in FINITE or tree[one].tag == "TO" for one in parts):
        return False
    subject = tree.subject(verb)
    shown = subject is not None and tree.lower[subject] in words("document", "heads") | surveyors()
    counted = any(tree.lower[one] in ("percent", "%") for one in range(verb, tree.last(inner) + 1))
    return not shown and not (counted and not cue.passive)


def _is_free_relative(cue: CueVerb) -> bool:
    """Whether the cue only names a content that is elsewhere: "what Holm says", "quoted Venn as saying"."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    followed = tree[verb].dep == "pcomp" and verb + 1 < len(tree) and tree[verb + 1].tag in FINITE
    if subject is not None and subject < verb and not followed and "as" not in cue.frames:
        first = tree.first(subject)
        what = first - 1 if first > 0 and tree.lower[first] != "what" else first
        if tree.lower[what] == "what" and not any(
            one > verb for one in tree.all_children(verb, "ccomp", "xcomp")
        ):
            return True
    quoting = cue.base in ("quote", "cite") and not cue.passive
    return quoting and any(
        tree.lower[inner] == "saying"
        for one in tree.all_children(verb, "prep", "advcl")
        for inner in (one, *tree.children[one])
    )


def _inverted(cue: CueVerb) -> list[Range]:
    """What stands before ", said Holm", however the parser ties the two."""
    tree, verb = cue.tree, cue.place
    subject = inverted_subject(tree, verb)
    return [(0, verb - 2)] if subject is not None and verb > 3 else []


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
    inner = tree.child(verb, "ccomp")
    if inner is not None:
        last = min(last, before_other_speaker(tree, inner, last))
    for place in range(verb + 1, last + 1):
        joined = tree[place].head == verb and tree[place].dep in ("conj", "advcl", "parataxis")
        own = tree.child(place, "nsubj") is not None and forms().get(tree.lower[place]) not in says()
        colon = tree[place].text == ":" and any(hands_over(tree, one) for one in range(place + 1, last + 1))
        if colon or (joined and not own and tree.lower[place] in forms()) or tree.lower[place] == "according":
            last = tree.first(place) - 1
            break
    while last > verb and tree[last].dep in ("punct", "cc"):
        last -= 1
    return [(verb + 1, last)] if last > verb + 1 else []


def _clause(cue: CueVerb) -> list[Range]:
    tree, verb = cue.tree, cue.place
    heads = [one for one in tree.all_children(verb, "ccomp") if tree.lower[one] not in ("so",)]
    heads = heads or _behind_citing(tree, verb) or _beside_place(tree, verb)
    if not heads:
        heads = behind_hearer(tree, verb)
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
        last = before_other_speaker(tree, after[0], reach(tree, verb, tree.last(after[0])))
        said = (_with_number(tree, verb, _with_subject(cue, after[0])), last)
        if said[0] < verb:
            return _split(tree, verb, said)
        return [*_lead(tree, verb, said[0]), said]
    if heads and not _has_own_object(cue) and not _answers(tree, heads[0], verb):
        head = heads[0]
        first, last = tree.edges[head]
        if last < verb:
            return [(first, last)]
        return _around(tree, head, verb)
    return []


def _answers(tree: Tree, head: int, verb: int) -> bool:
    """Whether a cue sets its own word against another's: "Holm says it cost 40; Venn says 50"."""
    if tree.lower[head] not in forms() or tree.child(head, *SUBJECTS) is None or head > verb:
        return False
    own = any(tree[one].tag == "CD" for one in range(verb + 1, tree.last(verb) + 1))
    return own or any(tree[one].text == ";" for one in range(tree.last(head), verb))


def _with_number(tree: Tree, verb: int, first: int) -> int:
    """The first word of a clause with a number that hangs on the day before it: "said on Sunday 9 left"."""
    dates = cues()["dates"]["words"].split()
    while first - 1 > verb and tree[first - 1].tag == "CD" and tree.lower[tree[first - 1].head] in dates:
        first = tree.first(first - 1)
    return first


def _with_subject(cue: CueVerb, inner: int) -> int:
    """The first word of a clause, with its subject where the parser hung that on the cue.

    A to-clause begins with whom it binds: "asked [40 herders to leave]".
    """
    tree = cue.tree
    whom = tree.child(cue.place, "dobj")
    if whom is None or not cue.place < whom < inner:
        return tree.first(inner)
    bound = tree[inner].dep == "xcomp" and any(tree[one].tag == "TO" for one in tree.children[inner])
    parts = (inner, *tree.all_children(inner, "aux", "auxpass"))
    lost = "hearer" not in cue.frames and tree.child(inner, *SUBJECTS, "mark") is None
    lost = lost and any(tree[one].tag in FINITE for one in parts)
    return tree.first(whom) if lost or (bound and cue.base != "tell") else tree.first(inner)


def _all_behind(cue: CueVerb) -> list[Range]:
    """All that stands behind the sentence's verb of saying, where the parser finds no clause in it."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    if cue.base != "say" or tree[verb].dep != "ROOT" or cue.passive or subject is None or subject > verb:
        return []
    if any(tree[one].text in ANY_MARK for one in range(verb, len(tree))) or tree[verb + 1].dep in (
        "punct",
        "prep",
    ):
        return []
    behind = range(verb + 1, len(tree))
    known = any(
        forms().get(tree.lower[one]) in says() if tree[one].tag == "VBG" else tree.lower[one] in forms()
        for one in behind
        if tree[one].tag in (*FINITE, "VBG")
    )
    finite = any(tree[one].tag in FINITE for one in behind)
    return [(verb + 1, len(tree) - 1)] if finite and not known else []


def _has_own_object(cue: CueVerb) -> bool:
    """Whether a verb hands over what stands behind it: "there is a row, courts ordered the sale"."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or cue.base == "say":
        return False
    handed = cues()["prepositions"].get(cue.base, ())
    if any(one > verb and tree.lower[one] in handed for one in tree.all_children(verb, "prep")):
        return True
    labels = ("xcomp",) if "hearer" in cue.frames else ("dobj", "xcomp")
    return any(one > verb and _is_object(tree, one) for one in tree.all_children(verb, *labels))


def _is_object(tree: Tree, place: int) -> bool:
    """Whether a complement is one, and no day that the parser took for it: "he said Monday"."""
    return tree.lower[place] not in cues()["dates"]["words"].split()


def _read_out(cue: CueVerb) -> list[Range]:
    """The words that stand on a sign or a letter: "the plaque reads “9 men built it”"."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree.lower[subject] not in words("document", "heads"):
        return []
    opens = verb + 1 < len(tree) and tree[verb + 1].text in ANY_MARK
    return [(verb + 1, tree.last(verb))] if opens and tree.last(verb) > verb + 1 else []


def _asked(cue: CueVerb) -> list[Range]:
    """A wh-clause in the place of an object: "touted how far the 5,000 had come"."""
    tree, verb = cue.tree, cue.place
    inner = tree.child(verb, "ccomp")
    if inner is None or inner < verb or tree[tree.first(inner)].tag not in ("WRB", "WP", "WDT"):
        return []
    return [(tree.first(inner), reach(tree, verb, tree.last(inner)))]


def _split(tree: Tree, verb: int, said: Range) -> list[Range]:
    """A content whose first word stands before the cue: "which Holm says will cost 5,000"."""
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree.first(subject) < said[0]:
        return [(verb + 1, said[1])]
    before = (said[0], tree.first(subject) - 1)
    return [one for one in (before, (verb + 1, said[1])) if one[0] <= one[1]]


def _bare(cue: CueVerb) -> list[Range]:
    """A finite verb right behind the cue: "what she said was a loss", "the skill he argues is needed"."""
    tree, verb = cue.tree, cue.place
    after = verb + 1
    if after >= len(tree) or tree[after].tag not in FINITE:
        return []
    if tree.child(verb, "nsubj") is None and tree[verb - 1].tag not in ("PRP", "NNP", "NNS", "NN"):
        return []
    around = {verb, *tree.above(verb)}
    top = after
    while tree[top].head != top and tree[top].head not in around:
        top = tree[top].head
    return [(after, tree.last(top))] if top not in around and tree.last(top) > after else []


def _lead(tree: Tree, verb: int, start: int) -> list[Range]:
    """The clause before the cue in "After the storm of 1931, Holm said, the boats were sold"."""
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or start < 2 or tree[start - 1].text != ",":
        return []
    first = tree.first(subject)
    lead = [
        one for one in tree.children[verb] if one < first and tree[one].dep in ("advcl", "prep", "npadvmod")
    ]
    if not lead or first < 3 or tree[first - 1].text != ",":
        return []
    if any(tree.lower[place] in forms() for place in range(first)):
        return []
    return [(tree.first(lead[0]), first - 2)]


def _behind_citing(tree: Tree, verb: int) -> list[int]:
    """The clause in "reported, citing Y, that …", which the parser hangs on "citing"."""
    return [
        inner
        for one in tree.all_children(verb, "advcl")
        if tree.lower[one] in cues()["chain"]["citing"].split()
        for inner in tree.all_children(one, "ccomp")
    ]


def _beside_place(tree: Tree, verb: int) -> list[int]:
    """The clause in "said in the same interview that …", which the parser hangs on "interview"."""
    for mark in range(verb + 2, tree.last(verb) + 1):
        inner = tree[mark].head
        if tree[mark].dep != "mark" or tree.lower[mark] != "that" or tree[inner].dep not in NOUN_CLAUSES:
            continue
        above = list(tree.above(inner))
        if verb not in above:
            continue
        path = above[: above.index(verb)]
        if all(
            tree[one].tag.startswith(("NN", "IN", "CD")) and tree.lower[one] not in nouns() for one in path
        ):
            top = path[-1]
            return [inner] if tree[top].dep == "prep" else []
    return []


def _tail(cue: CueVerb) -> list[Range]:
    """The rest of a sentence that closes with ", police said": the parser often loses its clause."""
    tree, verb = cue.tree, cue.place
    subject = tree.subject(verb)
    end = len(tree) - 1
    while end > verb and tree[end].dep == "punct":
        end -= 1
    if subject is None or tree[subject].head != verb:
        return []
    if end > max(verb, tree.last(subject)):
        return []
    first = subject
    while first > 0 and (tree[first - 1].text not in (",", "—", "–", "-", '"', "”") and first > verb - 12):
        first -= 1
    start = min(first, verb)
    comma = start - 1
    if comma < 3 or tree[comma].text not in (",", "—", "–"):
        return []
    return [(0, comma - 1)]


def inserted_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb set between commas, which the parser may take for an apposition."""
    if tree[verb].dep != "acl":
        return tree.child(verb, "nsubj")
    return next((one for one in list(tree.above(verb))[:3] if tree[one].dep == "appos"), None)


def inserted(cue: CueVerb) -> list[Range]:
    """All of a sentence around ", a survey found,", where the parser hung neither on the other."""
    tree, verb = cue.tree, cue.place
    subject = inserted_subject(tree, verb)
    if subject is None or subject > verb or verb + 2 >= len(tree) or tree[verb + 1].text not in BREAKS:
        return []
    first = tree.first(subject)
    if first < 3 or tree[first - 1].text not in BREAKS or tree[subject].tag in ("WP", "WDT"):
        return []
    if any(
        tree.lower[place] in forms() and tree[place].tag in FINITE
        for place in (*range(first), *range(verb + 1, len(tree)))
    ):
        return []
    return [(0, first - 2), (verb + 2, len(tree) - 1)]


def _around(tree: Tree, head: int, verb: int) -> list[Range]:
    """The clause of a head without the cue that stands inside it: "The fire, police said, killed 5"."""
    first, last = tree.edges[head]
    last = before_other_speaker(tree, head, last)
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
    aside = label == "conj" and tree.child(head, "cc") is None
    loose = label == "advcl" or aside or (label == "ccomp" and head > verb)
    loose = loose and _between_commas(tree, verb)
    if label == "parataxis" or loose or (label == "advcl" and _marked_as(tree, verb)):
        if tree.child(verb, "nsubj", "nsubjpass") is None and label == "parataxis":
            return []
        if _has_own_object(cue):
            return []
        objects = ("ccomp",) if "hearer" in cue.frames else ("ccomp", "dobj")
        if label != "parataxis" and not loose and tree.child(verb, *objects) is not None:
            return []
        around = _around(tree, _clause_head(tree, head), verb)
        return [*_lead(tree, verb, verb + 2), *around] if loose or label == "parataxis" else around
    return []


def _between_commas(tree: Tree, verb: int) -> bool:
    """Whether a finite cue stands apart: "On Friday, Holm told the Herald, boats had left"."""
    last = tree.last(verb)
    subject = tree.child(verb, "nsubj")
    if subject is None or tree[verb].tag not in ("VBD", "VBZ", "VBP") or last + 1 >= len(tree):
        return False
    bound = any(tree[one].dep == "mark" or tree[one].tag == "WRB" for one in tree.children[verb])
    if bound or tree.child(verb, "ccomp") is not None or tree[last + 1].text not in BREAKS:
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
