"""Tags that interrupt a sentence, hung on the clause that they interrupt.

"Divers raised 9 boats, the pilot said, 4 of them burnt": the parser hangs the tag on what follows it, and
the clause before it is lost.
"""

from dataclasses import replace
from functools import cache

from sayso.attribution.lexicon import forms, frames
from sayso.attribution.mending import tense
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Parse
from sayso.words import load_words

TOLD = frozenset({"VBD", "VBZ", "VBP"})
# What a tag hangs on where it hangs on the rest of the sentence.
LOOSE = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep"})
# What may stand in a tag behind its verb: where, when and how it was told.
BESIDE = frozenset({"prep", "npadvmod", "advmod", "prt"})
MARKS = frozenset({"“", "”", '"', "''", "``", ":", "—", "–"})
# No tag has a clause of its own in it; "in a report published on Friday" is none.
VERBAL = frozenset({"VB", "MD", "WP", "WD", "WR"})
CLOSERS = frozenset({",", ";"})
PERSONAL = frozenset({"he", "she", "they", "i", "we"})
# A tag inside a sentence stands between two commas, at most so many words apart behind its verb.
PAIR = 2
FAR = 12


@cache
def _joining() -> frozenset[str]:
    return frozenset(load_words("extent")["closing"]["joining"].split())


@cache
def _going_on() -> frozenset[str]:
    """What goes on with the clause behind a tag: "…, the pilot said, with 4 of them burnt"."""
    return frozenset(load_words("reach")["extent"]["going_on"].split()) | frozenset(
        load_words("extent")["closing"]["comparing"].split()
    )


def hang_tags(parse: Parse) -> Parse:
    """A parse with each interrupting tag hung on the verb before it.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with those verbs' governors changed; everything else as it was.
    """
    commas = [place for place, token in enumerate(parse) if token.text in CLOSERS]
    if len(commas) < PAIR:
        return parse
    between = parse[commas[0] : commas[-1]]
    if not any(token.tag in TOLD and token.text.lower() in forms() for token in between):
        return parse
    tree = Tree(0, _with_name(parse))
    tokens = list(_below_clause(tree))
    tree = Tree(0, tuple(tokens))
    for verb, token in enumerate(tree.tokens):
        if token.tag not in TOLD or token.dep not in LOOSE:
            continue
        clause = _interrupted(tree, verb)
        end = _closing_comma(tree, verb)
        if clause is None or end is None:
            continue
        if token.head > verb:
            tokens[verb] = replace(token, dep="parataxis", head=clause)
        behind = [one for one in tree.children[verb] if one > end]
        goes_on = _goes_on(tree, verb, end) or _has_clause(tree, verb, end)
        moved = dict.fromkeys(behind, clause) if goes_on else _own_acts(tree, verb, clause)
        for one, head in moved.items():
            tokens[one] = replace(tokens[one], head=head)
    return tuple(tokens)


def _with_name(parse: Parse) -> Parse:
    """Part an object from the name behind it: "The mill sold 9 punts, Ann Holm, the mayor, said, but …"."""
    for verb, token in enumerate(parse[:-1]):
        if token.tag not in TOLD or parse[verb - 1].text != "," or token.text.lower() not in forms():
            continue
        tree = Tree(0, parse)
        thing, above = tree.child(verb, "nsubj"), token.head
        name = tree.child(thing, "appos") if thing is not None else None
        if thing is None or name is None or parse[name].tag != "NNP" or not above < thing < name < verb:
            continue
        if not tree.is_verb(above) or tree.child(above, "dobj") is not None or tree.first(thing) != above + 1:
            continue
        tokens = list(parse)
        tokens[thing] = replace(parse[thing], dep="dobj", head=above)
        tokens[name] = replace(parse[name], dep="nsubj", head=verb)
        return tuple(tokens)
    return parse


def _closing_comma(tree: Tree, verb: int) -> int | None:
    """The comma that closes a tag, behind whom, where and when it was told: ", Holm told us on Friday,"."""
    near = range(verb + 1, min(verb + FAR, len(tree)))
    comma = next((one for one in near if tree[one].text in CLOSERS), None)
    if comma is None:
        return None
    hearing = "hearer" in frames().get(forms().get(tree.lower[verb], ""), ())
    beside = {*BESIDE, "dobj", "dative"} if hearing else BESIDE
    for place in range(verb + 1, comma):
        told_in = tree[place].tag == "VBN" and tree[place].dep == "acl"
        if (tree[place].tag[:2] in VERBAL and not told_in) or tree[place].text in MARKS:
            return None
        if tree[place].head == verb and tree[place].dep not in beside:
            return None
        if tree[place].head < verb or tree[place].head > comma:
            return None
    return comma


def _below_clause(tree: Tree) -> Parse:
    """The parse with a tag below the clause before it, where the tag has a second clause behind it.

    "The fleet has 30 punts, the guild says, 4 of which float."
    """
    for verb, token in enumerate(tree.tokens):
        base = forms().get(tree.lower[verb])
        if token.head != verb or token.tag not in TOLD or base is None:
            continue
        subject = tree.child(verb, "nsubj")
        if subject is None:
            continue
        first = tree.first(subject)
        clauses = tree.all_children(verb, "ccomp")
        if not clauses or not clauses[0] < first < verb or tree[first - 1].text != ",":
            continue
        end = _closing_comma(tree, verb)
        if end is None or not {"quote", "clause"} & frames()[base]:
            continue
        second = len(clauses) > 1 and clauses[1] > verb
        if not (second or _goes_on(tree, verb, end) or _has_clause(tree, verb, end)):
            continue
        top = clauses[0]
        moved = {verb: replace(token, dep="parataxis", head=top)}
        moved[top] = replace(tree[top], dep="ROOT", head=top)
        behind = (one for one in tree.children[verb] if one > end)
        moved |= {
            one: replace(tree[one], dep="conj" if tree[one].dep == "ccomp" else tree[one].dep, head=top)
            for one in behind
        }
        return tuple(moved.get(place, one) for place, one in enumerate(tree.tokens))
    return tree.tokens


def _has_clause(tree: Tree, verb: int, end: int) -> bool:
    """Whether a clause with a subject of its own goes on behind a tag: "…, police said, and 9 were hurt".

    What the speaker did as he said so has him for its subject: "…, the pilot said, as he left".
    """
    behind = [one for one in tree.children[verb] if one > end]
    if not behind or tree.first(behind[0]) != end + 1:
        return False
    for clause in behind:
        subject = tree.child(clause, *SUBJECTS)
        if tree[clause].dep == "conj" and tree[clause].tag in ("NN", "NNS", "CD"):
            numbered = any(tree[one].tag == "CD" for one in range(end, clause + 1))
            return numbered and not any(tree.is_verb(one) for one in range(end, tree.last(clause) + 1))
        if tree[clause].dep not in ("conj", "advcl") or subject is None:
            continue
        joined = tree[clause].dep == "conj" and tree[behind[0]].dep == "cc"
        marked = tree.lower[tree.first(clause)] in _joining() and tree.lower[subject] not in PERSONAL
        return joined or marked
    return False


def _goes_on(tree: Tree, verb: int, end: int) -> bool:
    """Whether the clause before a tag goes on behind it, and no new act of the speaker's."""
    behind = [one for one in tree.children[verb] if one > end]
    if not behind or tree.first(behind[0]) != end + 1:
        return False
    if tree[behind[0]].dep == "cc" and len(behind) > 1:
        joined, subject = behind[1], tree.child(verb, "nsubj")
        if tree.child(joined, *SUBJECTS) is not None:
            return False
        bare = tree[joined].tag == "VB" and tree.child(joined, "aux") is None
        # "He needs 9 gates, aides say, and has 4": whoever has them, it is not the aides.
        aides = subject is not None and tree[subject].tag in ("NNS", "NNPS")
        # "It had 9 gates, Holm said, and would get 4": what a speaker does next is told in one plain verb.
        helper = tree.child(joined, "aux", "auxpass")
        helped = helper is not None and (tree[verb].tag == "VBD" or tree.lower[helper] in ("could", "might"))
        return bare or helped or (aides and tree[joined].tag == "VBZ")
    return tree.lower[behind[0]] in _going_on() or tree.lower[end + 1] in _going_on()


def _own_acts(tree: Tree, verb: int, clause: int) -> dict[int, int]:
    """What the speaker did next, by its tense: "the probe is safe, the pilot said, and drank his tea"."""
    told, said = tense(tree, verb), tense(tree, clause)
    joined = (one for one in tree.all_children(clause, "conj") if one > verb)
    return {
        one: verb
        for one in joined
        if told == "past" != said and tense(tree, one) == told and tree.child(one, *SUBJECTS) is None
    }


def _interrupted(tree: Tree, verb: int) -> int | None:
    """The verb of the clause before a tag between two commas."""
    base = forms().get(tree.lower[verb])
    subject = tree.child(verb, "nsubj")
    if base is None or not {"quote", "clause"} & frames()[base] or subject is None or subject > verb:
        return None
    first = tree.first(subject)
    if first < 2 or tree[first - 1].text != "," or tree.child(verb, "ccomp", "mark") is not None:
        return None
    return next((one for one in tree.above(verb) if one < first and tree.is_verb(one)), None)
