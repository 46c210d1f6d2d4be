"""What a cue verb hands over as a clause, and the choice among all that it may hand over."""

from sayso.attribution.callings import words
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
from sayso.attribution.cueverb import CueVerb, Range
from sayso.attribution.extent import before_other_speaker, before_relative, hands_over, over_semicolon, reach
from sayso.attribution.lexicon import cues, forms, listed, nouns, says
from sayso.attribution.parentheses import (
    around,
    gone_on,
    has_own_object,
    inserted,
    inverted,
    lead,
    parenthesis,
    tail,
)
from sayso.attribution.surveys import surveyed, surveyors
from sayso.attribution.told import behind_hearer
from sayso.attribution.tree import SUBJECTS, Tree

FINITE = frozenset({"MD", "VBZ", "VBD", "VBP"})
NOUN_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
ANY_MARK = frozenset({"“", "”", '"', "''", "``", "‘"})


def content_of(cue: CueVerb) -> list[Range]:
    """The content of a verb as ranges of words, first and last included; empty where it has none."""
    may = cue.frames
    idle = " ".join(cue.tree.lower[cue.place + 1 : cue.place + 3]) in cues()["idle"].get(cue.base, ())
    if idle or _is_free_relative(cue) or _is_reduced(cue):
        return []
    for name, find in (
        ("quote", inverted),
        ("clause", _shown),
        ("clause", _clause),
        ("clause", _bare),
        ("clause", parenthesis),
        ("quote", tail),
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
        if name and name not in may and not (name == "clause" and "quote" in may):
            continue
        if find is tail and _is_relative(cue.tree, cue.place):
            continue
        found = find(cue)
        if found and name == "clause" and found[-1][0] > cue.place:
            return [*found[:-1], (found[-1][0], over_semicolon(cue.tree, found[-1][1]))]
        if found and name not in ("clause", "quote"):
            return [*found[:-1], (found[-1][0], before_relative(cue.tree, *found[-1]))]
        if found:
            return found
    return []


def _is_relative(tree: Tree, verb: int) -> bool:
    """Whether a verb closes a clause on a noun: "a poll in which 9 percent agreed" closes nothing else."""
    joints = (verb, *tree.all_children(verb, "prep"))
    asks = (tree[one].tag for joint in joints for one in tree.children[joint] if one < verb)
    return tree[verb].dep == "relcl" and any(tag in ("WDT", "WP", "WRB") for tag in asks)


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
    if cue.base not in listed("perceiving", "words"):
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


def _shown(cue: CueVerb) -> list[Range]:
    """All that a poll or a study finds: what follows the verb, up to the next cue."""
    tree, verb = cue.tree, cue.place
    subject = tree.child(verb, "nsubj") if cue.base in listed("verbs", "showing", "words") else None
    if subject is None or subject > verb:
        return []
    if tree.lower[subject] not in words("document", "heads") or tree[verb].dep not in (
        "ROOT",
        "ccomp",
        "conj",
    ):
        return []
    last = len(tree) - 1 if tree[verb].dep == "ROOT" else tree.last(verb)
    inner = tree.child(verb, "ccomp")
    if inner is not None and inner < verb:
        # "Sales fell, figures showed on Monday": all is said before.
        return []
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
        return [*lead(tree, verb, said[0]), said]
    if heads and not has_own_object(cue) and not _answers(tree, heads[0], verb):
        head = heads[0]
        first, last = tree.edges[head]
        if last < verb:
            return [(first, last), *gone_on(tree, verb)]
        return [*around(tree, head, verb), *gone_on(tree, verb)]
    return []


def _answers(tree: Tree, head: int, verb: int) -> bool:
    """Whether a cue sets its own word against another's: "Holm says it cost 40; Venn says 50"."""
    if tree.lower[head] not in forms() or tree.child(head, *SUBJECTS) is None or head > verb:
        return False
    thing = next((one for one in tree.children[verb] if one > verb and tree.first(one) == verb + 1), None)
    own = thing is not None and any(tree[one].tag == "CD" for one in range(verb + 1, tree.last(thing) + 1))
    own = own and thing is not None and not tree.is_verb(thing) and tree[thing].dep != "prep"
    return own or any(tree[one].text == ";" for one in range(tree.last(head), verb))


def _with_number(tree: Tree, verb: int, first: int) -> int:
    """The first word of a clause with a number that hangs on the day before it: "said on Sunday 9 left"."""
    dates = listed("dates", "words")
    while first - 1 > verb and tree[first - 1].tag == "CD" and tree.lower[tree[first - 1].head] in dates:
        first = tree.first(first - 1)
    return first


def _with_subject(cue: CueVerb, inner: int) -> int:
    """The first word of a clause, with its subject where the parser hung that on the cue.

    A to-clause begins with whom it binds: "asked [40 herders to leave]".
    """
    tree = cue.tree
    whom, mark = tree.child(cue.place, "dobj"), tree.child(inner, "mark")
    if mark is not None and tree.lower[mark] == "that" and cue.place < tree.first(inner) < mark:
        # "Said, holding up 9 fingers, that …": what stands before "that" tells how it was said.
        return mark
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
    if verb + 1 == len(tree):
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


def _behind_citing(tree: Tree, verb: int) -> list[int]:
    """The clause in "reported, citing Y, that …", which the parser hangs on "citing"."""
    return [
        inner
        for one in tree.all_children(verb, "advcl")
        if tree.lower[one] in listed("chain", "citing")
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
