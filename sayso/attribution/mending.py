"""Where the parser joins a speaker's next verb to what was said: "said it had closed and added that …"."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.attribution.callings import nouns_of, words
from sayso.attribution.cueverb import is_passive
from sayso.attribution.lexicon import forms, frames, nouns, says
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Parse, Token

TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}
# Words that join what is said to a passive cue, and the frame that they belong to.
JOINTS = {"of": "accused", "with": "accused", "at": "value", "as": "as"}
# What a verb of speech may have, and one of thought has not.
SPOKEN = frozenset({"quote", "hearer", "accused", "as"})
UTTERED = frozenset({"clause", "quote"})
NOUN_CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl"})
# What a phrase of time or place between a noun and its clause is made of, and how many words at most.
PHRASE = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "CD"})
LONGEST_PHRASE = 7


def mend(parse: Parse) -> Parse:
    """Hang a speaker's second verb on the first where tense, comma or subject show that it is the speaker's.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with those verbs' governors changed; everything else as it was.
    """
    parse = _with_result(_rejoined(_with_own_clause(parse)))
    wanted = any(token.dep in ("conj", "advcl", "agent") and _is_cue(parse, token) for token in parse)
    if not wanted:
        return parse
    tree = Tree(0, parse)
    tokens = list(parse)
    for place, cue in (*_misjoined(tree), *_behind_agent(tree)):
        label = "ccomp" if tokens[place].dep in ("acl", "relcl") else tokens[place].dep
        tokens[place] = replace(tokens[place], head=cue, dep=label)
    return tuple(tokens)


def _with_own_clause(parse: Parse) -> Parse:
    """Give a cue noun its clause back that hangs on a noun beside it: "his claim at the fair that …"."""
    for mark, token in enumerate(parse):
        inner = token.head
        joins = token.tag == "IN" and token.text.lower() == "that"
        if not joins or inner < mark or parse[inner].dep not in NOUN_CLAUSES:
            continue
        noun = _cue_noun(parse, mark)
        if noun is not None and parse[inner].head != noun:
            tokens = list(parse)
            tokens[mark] = replace(token, dep="mark")
            tokens[inner] = replace(parse[inner], head=noun, dep="acl")
            return tuple(tokens)
    return parse


def _cue_noun(parse: Parse, mark: int) -> int | None:
    """The cue noun before "that", where only a phrase of time or place stands between."""
    for noun in range(mark - 2, max(mark - LONGEST_PHRASE, -1), -1):
        token = parse[noun]
        if token.tag in ("NN", "NNS") and token.text.lower() in nouns():
            owned = any(one.dep == "poss" and one.head == noun for one in parse[:noun])
            return noun if owned and parse[noun + 1].tag in PHRASE else None
        if token.tag not in PHRASE:
            return None
    return None


def _rejoined(parse: Parse) -> Parse:
    """Join "said" to the speaker's verb before it: "called it “a shame,” said 9 had left and …"."""
    for verb, token in enumerate(parse):
        if token.head != verb or token.tag not in TENSES or forms().get(token.text.lower()) not in says():
            continue
        clauses = [one for one, inner in enumerate(parse) if inner.head == verb and inner.dep == "ccomp"]
        if len(clauses) < 2 or not clauses[0] < verb < clauses[1]:
            return parse
        tree = Tree(0, parse)
        if tree.child(verb, *SUBJECTS) is not None:
            return parse
        first = clauses[0]
        told = tree.lower[first] in forms() and tense(tree, first) == tense(tree, verb)
        own = tree.child(first, *SUBJECTS) is not None and tree.child(clauses[1], *SUBJECTS) is not None
        if not (told and own) or not any(parse[one].text == "," for one in range(first, verb)):
            return parse
        tokens = list(parse)
        tokens[first] = replace(parse[first], dep="ROOT", head=first)
        tokens[verb] = replace(token, dep="conj", head=first)
        return tuple(tokens)
    return parse


def _with_result(parse: Parse) -> Parse:
    """Join what came of it to what is said: "said the weir had burst, so 9 punts were lost"."""
    for so, token in enumerate(parse[:-1]):
        if token.text != "so" or parse[so - 1].text != "," or not so:
            continue
        result = next((one for one in range(so + 1, len(parse)) if parse[one].head == one), None)
        cue = next(
            (one for one in range(so) if parse[one].head == result and parse[one].dep == "ccomp"), None
        )
        if (
            result is None
            or cue is None
            or parse[cue].text.lower() not in forms()
            or parse[cue].tag not in TENSES
        ):
            return parse
        tree = Tree(0, parse)
        said, subject = tree.child(cue, "ccomp"), tree.child(result, *SUBJECTS)
        if said is None or said < cue or subject is None or subject < so:
            return parse
        tokens = list(parse)
        tokens[cue] = replace(parse[cue], dep="ROOT", head=cue)
        tokens[result] = replace(parse[result], dep="conj", head=said)
        tokens[so - 1] = replace(parse[so - 1], head=said)
        tokens[-1] = replace(parse[-1], head=cue) if parse[-1].dep == "punct" else parse[-1]
        return tuple(tokens)
    return parse


def _is_cue(parse: Parse, token: Token) -> bool:
    word = parse[token.head] if token.dep == "agent" else token
    return word.text.lower() in forms()


def _behind_agent(tree: Tree) -> Iterator[tuple[int, int]]:
    """What hangs on the one who says it: "was accused by the mill of theft", "is put by the mill at 40"."""
    for place, token in enumerate(tree.tokens):
        agent = tree[token.head].head
        if tree[token.head].dep != "pobj" or tree[agent].dep != "agent" or place < token.head:
            continue
        verb = tree[agent].head
        may = frames().get(forms().get(tree.lower[verb], ""), frozenset())
        joint = JOINTS.get(tree.lower[place]) if token.dep == "prep" else None
        subject = tree.child(verb, "nsubjpass", "nsubj")
        empty = subject is not None and tree.lower[subject] == "it"
        marked = tree.child(place, "mark") if token.dep in ("acl", "relcl") else None
        clause = empty and marked is not None and tree.lower[marked] == "that"
        if (joint is not None and joint in may) or (clause and "clause" in may):
            yield place, verb


def tense(tree: Tree, verb: int) -> str | None:
    """The tense of a verb's first finite word: past, present or modal; None where it has none."""
    parts = (*(one for one in tree.all_children(verb, "aux", "auxpass") if one < verb), verb)
    tag = next((tree[one].tag for one in parts if tree[one].tag in TENSES), None)
    return TENSES[tag] if tag is not None else None


def _misjoined(tree: Tree) -> Iterator[tuple[int, int]]:
    """Verbs that belong to a cue and hang on what it hands over, each with its cue."""
    for place, token in enumerate(tree.tokens):
        base = forms().get(tree.lower[place])
        if base is None or not tree.is_verb(place) or is_passive(tree, place):
            continue
        found = _above(tree, place)
        if found is None or tree.child(place, "nsubj", "nsubjpass") is not None:
            continue
        said, cue = found
        joined = token.dep == "conj" and _goes_on(tree, place, said, cue)
        adjoined = token.dep == "advcl" and token.tag == "VBG" and base in says() and _has_comma(tree, place)
        adjoined = adjoined and not is_deed(tree, place)
        if joined or (adjoined and not _may_speak(tree, said, pronoun=_is_document(tree, cue))):
            yield place, cue


def is_deed(tree: Tree, place: int) -> bool:
    """Whether a verb of saying has a mere thing that it cannot hand over: "adding 9 crowns to the debt".

    Args:
        tree: the sentence.
        place: a form of a cue verb.
    """
    may = frames()[forms()[tree.lower[place]]]
    return may <= UTTERED and tree.child(place, "dobj") is not None and tree.child(place, "ccomp") is None


def _above(tree: Tree, place: int) -> tuple[int, int] | None:
    """The verb of what is said that another is joined to, and the cue that hands it over."""
    said = tree[place].head
    while tree[said].dep == "conj" and tree.is_verb(tree[said].head):
        said = tree[said].head
    cue = tree[said].head
    if tree[said].dep != "ccomp" or not cue < said < place:
        return None
    return (said, cue) if tree.lower[cue] in forms() and tree.is_verb(cue) else None


def _goes_on(tree: Tree, place: int, said: int, cue: int) -> bool:
    """Whether a joined verb is the speaker's: of the cue's tense, and parted from what is said."""
    base = forms()[tree.lower[place]]
    now = tense(tree, place)
    if now is None or now != tense(tree, cue) or not frames()[base] & SPOKEN:
        return False
    if tense(tree, said) != now:
        return True
    if base not in says():
        return False
    if base == "add" or _has_comma(tree, place) or not _may_speak(tree, said, pronoun=True):
        return True
    # "He had left and told them" may be "had told" of somebody named, and hardly of the speaker.
    perfect = any(tree.lower[one] in ("had", "has", "have") for one in tree.all_children(said, "aux"))
    return perfect and not _may_speak(tree, said, pronoun=False)


def _is_document(tree: Tree, cue: int) -> bool:
    """Whether a document speaks, so that "he" in what it says is somebody else."""
    subject = tree.subject(cue)
    return subject is not None and tree.lower[subject] in words("document", "heads")


def _has_comma(tree: Tree, place: int) -> bool:
    """Whether a comma stands before a verb and its "and"."""
    before = place - 1
    while before > 0 and (tree[before].dep in ("cc", "advmod", "aux", "neg") or tree[before].tag == "RB"):
        before -= 1
    return tree[before].text == ","


def _may_speak(tree: Tree, verb: int, *, pronoun: bool) -> bool:
    """Whether the subject of a verb is somebody who might say something; a pronoun may be the speaker."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return True
    if tree[subject].tag == "PRP":
        return pronoun
    return tree[subject].tag.startswith("NNP") or tree.lower[subject] in nouns_of(
        "person", "body", "outlet", "document"
    )
