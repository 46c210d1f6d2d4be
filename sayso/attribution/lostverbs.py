"""Cue verbs that the parser takes for nouns, and subjects that it takes for objects.

"Court documents allege Venn moved 40 crates": of nouns in a row the small model makes one name, and often
loses a clause without "that". Where number and order leave one reading only, the parse is put right.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.attribution.lexicon import cues, forms, frames, inflections
from sayso.model import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL = frozenset({"NNS", "NNPS"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# No longer subject is looked at.
LONGEST = 12


@cache
def _present() -> dict[str, str]:
    """Present forms of the verbs that hand over clauses: "s" for a third person's, "" for a plural's."""
    purposing = set(cues()["purposing"]["words"].split())
    found = {}
    for base, may in frames().items():
        if "clause" in may and base not in purposing:
            found[base] = ""
            found[inflections(base)[1]] = "s"
    return found


def find_verb(parse: Parse) -> Parse:
    """Make a sentence's cue its verb again where the parser lost it among nouns.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with the cue at its top, subject before and clause behind it; as it was where the words
        allow another reading.
    """
    for verb in range(1, min(LONGEST, len(parse) - 2)):
        token = parse[verb]
        if token.tag.startswith("VB") and token.tag not in ("VB", "VBP", "VBZ"):
            return parse
        kind = _present().get(token.text.lower())
        if kind is None or token.text[0].isupper() or not _is_lost(parse, verb):
            if token.tag in FINITE or token.dep == "punct":
                return parse
            continue
        if parse[verb + 1].text.lower() in _present() and parse[verb + 1].tag != "NNP":
            # "Court documents allege": the later of two may be the verb.
            continue
        clause = _clause_behind(parse, verb)
        head = _subject_before(parse, verb)
        if clause is None or head is None or _is_plural(parse[head]) == (kind == "s"):
            continue
        return _with_verb(parse, verb, head, *clause)
    return parse


def find_subjects(parse: Parse) -> Parse:
    """Give a clause its subject back that became the cue's object: "police warned 40 homes were lost"."""
    for verb, thing, inner in _lost_subjects(parse):
        passive = any(token.dep == "auxpass" and token.head == inner for token in parse)
        tokens = list(parse)
        tokens[thing] = replace(parse[thing], head=inner, dep="nsubjpass" if passive else "nsubj")
        tokens[inner] = replace(parse[inner], head=verb, dep="ccomp")
        for place, token in enumerate(parse):
            if token.dep in AUXILIARIES and token.head == verb and thing < place < inner:
                tokens[place] = replace(token, head=inner)
        return tuple(tokens)
    return parse


def _lost_subjects(parse: Parse) -> Iterator[tuple[int, int, int]]:
    """Cue, object and the verb right behind that object, which has no subject of its own."""
    for thing, token in enumerate(parse):
        verb = token.head
        if token.dep != "dobj" or token.tag not in NOUNS or verb >= thing:
            continue
        if "clause" not in frames().get(forms().get(parse[verb].text.lower(), ""), ()):
            continue
        finite = _next(parse, thing + 1)
        if finite is None or parse[finite].tag not in FINITE:
            continue
        inner = parse[finite].head if parse[finite].dep in AUXILIARIES else finite
        inner = parse[inner].head if inner == verb and parse[finite].dep in AUXILIARIES else inner
        joined = parse[inner].dep in ("ccomp", "conj") and parse[inner].head == verb and inner > thing
        own = any(one.dep in SUBJECTS and one.head == inner for one in parse)
        linked = any(one.dep == "cc" and one.head == verb for one in parse)
        if joined and not own and not linked:
            yield verb, thing, inner


def _next(parse: Parse, place: int) -> int | None:
    while place < len(parse) and parse[place].tag == "RB":
        place += 1
    return place if place < len(parse) else None


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
    dates = cues()["dates"]["words"].split()
    proper = parse[subject].tag in NOUNS or parse[subject].tag in ("PRP", "CD", "DT")
    if not proper or parse[subject].dep == "npadvmod" or parse[subject].text.lower() in dates:
        return None
    return subject, inner


def _subject_before(parse: Parse, verb: int) -> int | None:
    """The noun that a lost cue's subject turns on, where all before the cue may be one noun phrase."""
    if any(token.dep == "punct" or token.tag.startswith(("VB", "MD", "W", "TO")) for token in parse[:verb]):
        return None
    head = verb - 1
    while head > 0 and parse[head].dep in ("pobj", "prep") and parse[head].head < head:
        head = parse[head].head
    return head if parse[head].tag in NOUNS and parse[verb - 1].tag in NOUNS else None


def _is_plural(token: Token) -> bool:
    return token.tag in PLURAL or token.text.lower() in ("police", "staff", "majority")


def _with_verb(parse: Parse, verb: int, head: int, subject: int, inner: int) -> Parse:
    passive = any(token.dep == "auxpass" and token.head == inner for token in parse)
    tokens = []
    for place, token in enumerate(parse):
        if place == verb:
            tag = "VBZ" if token.text.lower().endswith("s") else "VBP"
            token = replace(token, tag=tag, dep="ROOT", head=verb)
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
