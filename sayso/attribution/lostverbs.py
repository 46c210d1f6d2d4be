"""Cue verbs that the parser takes for nouns, and subjects that it takes for objects.

"Court documents allege Venn moved 40 crates": of nouns in a row the small model makes one name, and often
loses a clause without "that". Where number and order leave one reading only, the parse is put right.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.attribution.lexicon import cues, forms, frames, inflections, listed
from sayso.attribution.lostthings import find_measure
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.model import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
COUNTED = NOUNS | {"CD"}
PLURAL = frozenset({"NNS", "NNPS"})
AUXILIARIES = frozenset({"aux", "auxpass"})
# No longer subject is looked at.
LONGEST = 12


@cache
def _told() -> dict[str, str]:
    """Forms of the verbs that hand over clauses: "s" for a third person's, "" for a plural's, "past"."""
    purposing = set(cues()["purposing"]["words"].split())
    found = {}
    for base, may in frames().items():
        if "clause" in may and base not in purposing:
            found[base] = ""
            found[inflections(base)[1]] = "s"
            found.setdefault(inflections(base)[2], "past")
    return found


def find_verb(parse: Parse) -> Parse:
    """Make a sentence's cue its verb again where the parser lost it among nouns.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with the cue at its top, subject before and clause behind it; as it was where the words
        allow another reading.
    """
    found = _find_verb(parse)
    return find_measure(parse) if found is parse else found


def _find_verb(parse: Parse) -> Parse:
    for verb in range(1, min(LONGEST, len(parse) - 2)):
        token = parse[verb]
        kind = _told().get(token.text.lower())
        if token.tag in ("VBD", "VBN", "VBG") and (kind != "past" or token.dep not in ("amod", "compound")):
            return parse
        if (
            kind is None
            or token.text[0].isupper()
            or parse[verb - 1].text == "-"
            or not _is_lost(parse, verb)
        ):
            if token.tag in FINITE:
                return parse
            continue
        if parse[verb + 1].text.lower() in _told() and parse[verb + 1].tag != "NNP":
            # "Court documents allege": the later of two may be the verb.
            continue
        clause = _clause_behind(parse, verb)
        head = _subject_before(parse, verb)
        agrees = kind == "past" or (head is not None and _is_plural(parse[head]) != (kind == "s"))
        if clause is None or head is None or not agrees:
            continue
        return _with_verb(parse, verb, head, *clause)
    return parse


def find_subjects(parse: Parse) -> Parse:
    """Give a clause its subject back that became the cue's object: "police warned 40 homes were lost"."""
    found = next(_lost_subjects(parse), None)
    if found is None:
        return parse
    verb, thing, inner = found
    passive = any(token.dep == "auxpass" and token.head == inner for token in parse)
    label = "csubj" if parse[thing].tag == "VBG" else "nsubjpass" if passive else "nsubj"
    tokens = list(parse)
    tokens[thing] = replace(parse[thing], head=inner, dep=label)
    tokens[inner] = replace(parse[inner], head=verb, dep="ccomp")
    for place in range(thing + 1, inner):
        token = parse[place]
        if token.head == verb:
            tokens[place] = replace(token, head=inner if token.dep in AUXILIARIES else thing)
    return tuple(tokens)


def find_letters(parse: Parse) -> Parse:
    """Give what a letter says back to it: "wrote a letter saying 9 men had left", where the letter left."""
    for verb, token in enumerate(parse):
        above = token.head
        if token.dep != "ccomp" or above >= verb:
            continue
        letter = next((one for one in range(above + 1, verb) if _is_subject(parse, one, verb)), None)
        if letter is None:
            continue
        saying = next((one for one in range(letter + 1, verb) if parse[one].head == letter), None)
        if saying is None or parse[saying].tag != "VBG" or parse[saying].dep != "acl":
            continue
        tree = Tree(0, parse)
        thing = tree.child(saying, "dobj")
        known = "clause" in frames().get(forms().get(tree.lower[saying], ""), ())
        if not known or thing is None or tree.child(above, "dobj") is not None:
            continue
        finite = _behind(tree, thing)
        if finite is None or parse[finite].tag not in FINITE or verb not in (finite, parse[finite].head):
            continue
        tokens = list(parse)
        tokens[letter] = replace(parse[letter], dep="dobj", head=above)
        tokens[thing] = replace(parse[thing], dep=parse[letter].dep, head=verb)
        tokens[verb] = replace(token, head=saying)
        return tuple(tokens)
    return parse


def _is_subject(parse: Parse, place: int, verb: int) -> bool:
    return parse[place].head == verb and parse[place].dep in SUBJECTS and parse[place].tag in NOUNS


def _lost_subjects(parse: Parse) -> Iterator[tuple[int, int, int]]:
    """Cue, object and the verb right behind that object, which has no subject of its own."""
    for thing, token in enumerate(parse):
        verb, label = token.head, token.dep
        if label not in ("dobj", "xcomp") or verb >= thing:
            continue
        if token.tag != "VBG" if label == "xcomp" else token.tag not in COUNTED:
            continue
        if "clause" not in frames().get(forms().get(parse[verb].text.lower(), ""), ()):
            continue
        tree = Tree(0, parse)
        finite = _behind(tree, thing)
        if finite is None or parse[finite].tag not in FINITE:
            continue
        inner = parse[finite].head if parse[finite].dep in AUXILIARIES else finite
        if inner == verb:
            inner = next((one for one in tree.children[verb] if one > finite and tree.is_verb(one)), verb)
        joined = (
            parse[inner].dep in ("ccomp", "conj", "advcl") and parse[inner].head == verb and inner > thing
        )
        own = tree.child(inner, *SUBJECTS) is not None or tree.child(inner, "mark") is not None
        linked = any(
            one.tag.startswith("W") or (one.dep == "cc" and one.head == verb) for one in parse[thing:inner]
        )
        if joined and not own and not linked:
            yield verb, thing, inner


def _behind(tree: Tree, thing: int) -> int | None:
    """The word behind a noun with all that hangs on it, over an aside between commas and adverbs."""
    place = tree.last(thing) + 1
    while tree[place - 1].dep == "punct":
        place -= 1
    if place < len(tree) and tree[place].text == "," and tree[thing].head < thing:
        again = next((one for one in range(place + 1, len(tree) - 1) if tree[one].text == ","), None)
        aside = again is not None and not any(tree[one].tag in FINITE for one in range(place, again))
        place = again + 1 if again is not None and aside else place
        if place < len(tree) and tree[place].text == ",":
            place += 1
    while place < len(tree) and tree[place].tag == "RB":
        place += 1
    return place if place < len(tree) else None


def find_participle(parse: Parse) -> Parse:
    """Make a participle the sentence's verb again: "a spokesman for the line calculated that …"."""
    for verb, token in enumerate(parse):
        if token.tag != "VBN" or token.dep != "acl":
            continue
        may = frames().get(forms().get(token.text.lower(), ""), frozenset())
        if "clause" not in may or "hearer" in may:
            continue
        that = next((one for one in range(verb + 1, len(parse)) if parse[one].text.lower() == "that"), None)
        between = parse[verb + 1 : that] if that is not None else ()
        if that is None or any(
            one.dep == "agent" or one.tag in FINITE or one.dep == "punct" for one in between
        ):
            continue
        inner, top = parse[that].head, token.head
        while parse[top].dep in ("pobj", "prep") and parse[top].head < top:
            top = parse[top].head
        clause = parse[that].dep == "mark" and inner > that and top < verb
        loose = parse[top].dep in ("npadvmod", "nsubj") and parse[top].head > inner
        if not clause or not (parse[top].head in (top, inner) or loose):
            continue
        return _with_participle(parse, verb, top, inner)
    return parse


def _with_participle(parse: Parse, verb: int, top: int, inner: int) -> Parse:
    above = parse[inner] if parse[top].head == inner else parse[top]
    root = above.head in (inner, top)
    tokens = []
    for place, token in enumerate(parse):
        if place == verb:
            token = replace(token, tag="VBD", dep=above.dep, head=verb if root else above.head)
        elif place == top:
            token = replace(token, dep="nsubj", head=verb)
        elif place == inner:
            token = replace(token, dep="ccomp", head=verb)
        elif token.head == (inner if place < verb else top) or (token.head == top and token.dep == "cc"):
            token = replace(token, head=verb)
        tokens.append(token)
    return tuple(tokens)


def _is_lost(parse: Parse, verb: int) -> bool:
    """Whether a word is no verb with a subject before and a clause behind it."""
    if not parse[verb].tag.startswith("VB"):
        return True
    before = any(one.dep in SUBJECTS and one.head == verb for one in parse[:verb])
    behind = any(one.dep in ("ccomp", "xcomp", "dobj") and one.head == verb for one in parse[verb:])
    return not (before and behind)


def _clause_behind(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The subject and the verb of the clause behind a lost cue, where the sentence has no other."""
    start = verb + 2 if parse[verb + 1].text.lower() == "that" else verb + 1
    if start == verb + 2 and parse[verb + 1].dep != "mark":
        return None
    finite = next((one for one in range(start, len(parse)) if parse[one].tag in FINITE), None)
    if finite is None or finite == start or any(parse[one].dep == "punct" for one in range(start, finite)):
        return None
    inner = parse[finite].head if parse[finite].dep in AUXILIARIES else finite
    if parse[start].tag in ("IN", "TO", "CC") or (start == verb + 2 and parse[verb + 1].head != inner):
        return None
    root = next((one for one, token in enumerate(parse) if token.head == one), 0)
    if inner <= verb or root not in (verb, inner, *range(verb)):
        return None
    subject = finite - 1
    while subject > start and parse[subject].tag == "RB":
        subject -= 1
    while parse[subject].dep in ("pobj", "prep", "compound") and start <= parse[subject].head < finite:
        subject = parse[subject].head
    dates = listed("dates", "words")
    proper = parse[subject].tag in NOUNS or parse[subject].tag in ("PRP", "CD", "DT")
    if not proper or parse[subject].dep == "npadvmod" or parse[subject].text.lower() in dates:
        return None
    return subject, inner


def _subject_before(parse: Parse, verb: int) -> int | None:
    """The noun that a lost cue's subject turns on, where all before the cue may be one noun phrase."""
    start = _lead(parse, verb)
    if any(
        token.dep == "punct" or token.tag.startswith(("VB", "MD", "W", "TO")) for token in parse[start:verb]
    ):
        return None
    head = verb - 1
    while head > 0 and parse[head].dep in ("pobj", "prep") and parse[head].head < head:
        head = parse[head].head
    return head if parse[head].tag in NOUNS and parse[verb - 1].tag in NOUNS else None


def _lead(parse: Parse, verb: int) -> int:
    """Where the subject may begin: behind "On Monday," and the like."""
    comma = next((one for one in range(1, verb) if parse[one].text == ","), None)
    if comma is None or parse[0].tag not in ("IN", "RB", "CC") or comma + 1 >= verb:
        return 0
    return comma + 1 if not any(one.tag.startswith(("VB", "MD")) for one in parse[:comma]) else 0


def _is_plural(token: Token) -> bool:
    return token.tag in PLURAL or token.text.lower() in ("police", "staff", "majority")


def _with_verb(parse: Parse, verb: int, head: int, subject: int, inner: int) -> Parse:
    passive = any(token.dep == "auxpass" and token.head == inner for token in parse)
    start, tokens = _lead(parse, verb), []
    for place, token in enumerate(parse):
        if place == verb:
            past = _told().get(token.text.lower()) == "past"
            tag = "VBD" if past else "VBZ" if token.text.lower().endswith("s") else "VBP"
            token = replace(token, tag=tag, dep="ROOT", head=verb)
        elif place < start:
            token = token if 0 <= token.head < start and token.head != place else replace(token, head=verb)
        elif place == head:
            token = replace(token, dep="nsubj", head=verb)
        elif place < verb and not 0 <= token.head < verb:
            token = replace(token, head=head)
        elif place == inner:
            token = replace(token, dep="ccomp", head=verb)
        elif place == subject:
            token = replace(token, dep="nsubjpass" if passive else "nsubj", head=inner)
        elif verb < place < inner and token.head <= verb:
            token = replace(token, head=subject if place < subject else inner)
        elif place > inner and token.head <= verb and token.dep != "punct":
            token = replace(token, head=inner)
        elif place > inner and token.head < verb:
            token = replace(token, head=verb)
        tokens.append(token)
    return tuple(tokens)
