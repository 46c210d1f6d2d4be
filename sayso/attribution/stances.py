"""Verbs that vouch for no figure: taking sides, planning, dealing; and subjects that are nobody."""

from sayso.attribution.callings import words
from sayso.attribution.cueverb import CueVerb
from sayso.attribution.lexicon import frames, judging, listed
from sayso.attribution.mending import tense
from sayso.attribution.surveys import surveyors
from sayso.attribution.tree import Tree

# "Fears 5,000 dead" tells how many, and "fears 5,000 wolves" only of what.
LOST = frozenset({"dead", "killed", "injured", "missing", "trapped", "lost"})


def takes_side(cue: CueVerb) -> bool:
    """Whether a verb vouches for no figure in it: "blasted the 5,000 cuts", "plans to pay 5,000"."""
    tree, verb, base = cue.tree, cue.place, cue.base
    if base in listed("purposing", "words"):
        return not (_holds_true(cue) or (base == "seek" and _is_claimed(cue)))
    if (
        base == "fear"
        and tree.child(verb, "dobj") is not None
        and tree.lower[tree.child(verb, "dobj") or 0] in LOST
    ):
        return False
    if base in listed("dealing", "words"):
        return tree.child(verb, "ccomp", "xcomp") is None
    if base in listed("presenting", "words"):
        subject = tree[verb].head if tree[verb].dep == "acl" else tree.subject(verb)
        shown = subject is not None and tree.lower[subject] in words("document", "heads") | surveyors()
        return not shown and tree.child(verb, "ccomp", "xcomp", "advcl") is None
    tells = base in listed("telling_of", "words")
    return (base in judging() or not (tells or frames()[base])) and tree.child(verb, "ccomp") is None


def _is_claimed(cue: CueVerb) -> bool:
    """Whether a document asks for what it says: "the suit seeks 25 million"."""
    subject = cue.tree.subject(cue.place)
    return subject is not None and cue.tree.lower[subject] in words("document", "heads")


def _holds_true(cue: CueVerb) -> bool:
    """Whether a verb of wanting tells what is so, not what is to be done: "hopes that 5,000 have fled"."""
    tree, verb = cue.tree, cue.place
    if tree.child(verb, "oprd") is not None:
        return True
    inner = [one for one in tree.all_children(verb, "ccomp") if tense(tree, one) is not None]
    acts = tree.child(verb, "xcomp", "dobj") is not None
    return bool(inner) or (tree[verb].dep in ("parataxis", "ccomp") and not acts)


def is_empty(tree: Tree, subject: int, verb: int, base: str) -> bool:
    """Whether a subject stands for nobody: "it took", "there are"."""
    word = tree.lower[subject]
    empty = word in ("it", "this", "that", "there", "what", "you") and tree[subject].dep != "pobj"
    if empty and (word == "there" or _is_expletive(tree, subject, verb)):
        return True
    if word == "it":
        return base in listed("impersonal", "words")
    return empty and "quote" not in frames().get(base, ())


def _is_expletive(tree: Tree, subject: int, verb: int) -> bool:
    """Whether a pronoun speaks of no one: "it is hard to say", "that said, …"."""
    if tree.lower[subject] not in ("it", "this", "that"):
        return False
    if tree.lower[subject] == "that" and subject == 0 and verb == 1:
        return tree[min(verb + 1, len(tree) - 1)].text == ","
    governor = tree[subject].head
    linking = tree.lower[governor] in ("is", "was", "'s", "’s", "be", "were", "been")
    return governor != verb and linking and any(tree[one].tag == "TO" for one in tree.children[verb])
