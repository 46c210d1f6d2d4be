"""Cues of a sentence and what they hand over, from its parse."""

from dataclasses import replace
from functools import cache

from sayso.attribution.accounts import giver
from sayso.attribution.callings import nouns_of, words
from sayso.attribution.complements import valued
from sayso.attribution.composing import certainty_of, make
from sayso.attribution.cueverb import CueVerb, Range, inverted_subject, is_passive
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.frames import content_of, is_perceived
from sayso.attribution.lexicon import adverbs, forms, frames, listed, steering
from sayso.attribution.openverbs import by_set_phrase, unlisted_verb
from sayso.attribution.parentheses import inserted, inserted_subject
from sayso.attribution.passives import expected, passive
from sayso.attribution.phrases import as_reported, phrase_at, seeming
from sayso.attribution.sources import is_share, source_of
from sayso.attribution.stances import is_empty, takes_side
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty
from sayso.words import load_words

BEHIND_VERB = frozenset({"NNP", "CD", "DT", "PRP", "PRP$"})
# No word under these tags is a cue.
NEVER = frozenset(
    {"DT", "PDT", "CD", "PRP", "PRP$", "POS", "TO", "MD", "CC", "WDT", "WP", "WP$", "WRB"}
) | frozenset({"EX", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "SYM", "$", "RP"})
PERFECT = frozenset({"has", "have", "had"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG", "VBN"})


def find_clauses(tree: Tree, text: str, quoted: tuple[Span, ...]) -> list[Draft]:
    """All attributions that a parse shows.

    Args:
        tree: the sentence.
        text: the page's text.
        quoted: stretches of it that are utterances in quotation marks: cues inside them are not the
            page's.

    Returns:
        Drafts in the order of their cues.
    """
    found: list[Draft] = []
    listed_forms = forms()
    for place, token in enumerate(tree.tokens):
        if token.tag in NEVER or (quoted and any(one.holds(token.span) for one in quoted)):
            continue
        verb, known = token.tag in FINITE, tree.lower[place] in listed_forms
        draft = by_set_phrase(tree, text, place) if verb else None
        if draft is None and known and verb:
            draft = _verb(tree, text, place)
        if draft is None:
            draft = _sided(phrase_at(tree, text, place), tree, place)
        if draft is None and verb and not known:
            draft = unlisted_verb(tree, text, place)
        if draft is not None and not any(_is_same(draft, known) for known in found):
            found.append(draft)
    return found or _closing(tree, text, quoted) or _plural(tree, text, quoted)


def _sided(draft: Draft | None, tree: Tree, place: int) -> Draft | None:
    """The draft of a noun of taking sides vouches for no figure: "opposition to the 40 mills"."""
    if draft is None or tree.lower[place] not in _siding("nouns"):
        return draft
    told = tree.child(place, "acl", "ccomp", "relcl") is not None
    return draft if told else replace(draft, stance=True)


def _is_same(draft: Draft, known: Draft) -> bool:
    """Whether two cues hand over the same on the same say-so: "gave an assurance that …"."""
    return draft.content == known.content and draft.chain[:1] == known.chain[:1]


def _closing(tree: Tree, text: str, quoted: tuple[Span, ...]) -> list[Draft]:
    """Take "…, court records show." where the parser took the verb for a noun."""
    end = len(tree) - 1
    while end > 0 and tree[end].dep == "punct":
        end -= 1
    base = forms().get(tree.lower[end])
    if base is None or not {"quote", "clause"} & frames()[base] or tree[end].tag not in ("NN", "NNS", "VB"):
        return []
    comma = next((place for place in range(end - 1, max(end - 10, 2), -1) if tree[place].text == ","), None)
    if comma is None or comma + 1 == end or any(tree.is_verb(place) for place in range(comma, end)):
        return []
    if tree[end - 1].tag == "CD":
        # "Down 2.1 points" is how much, and nobody's word.
        return []
    content = trim(text, tree.span(0, comma))
    if content is None or any(one.overlaps(content) for one in quoted):
        return []
    source = source_of(tree, text, comma + 1, end - 1)
    return [Draft((content,), tree[end].span, (source,), certainty_of(base), tree.sentence, end, end - 1)]


def _plural(tree: Tree, text: str, quoted: tuple[Span, ...]) -> list[Draft]:
    """Take "One ranking pegs Holm as …" where the parser took the sentence's verb for a noun."""
    root = next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), 0)
    base = forms().get(tree.lower[root])
    if base is None or not frames()[base] or tree[root].tag != "NNS" or not 0 < root < len(tree) - 2:
        return []
    if tree[root + 1].tag not in BEHIND_VERB or any(
        tree.is_verb(one) for one in tree.children[root] if one > root
    ):
        return []
    content = trim(text, tree.span(root + 1, len(tree) - 1))
    if content is None or any(one.overlaps(content) for one in quoted):
        return []
    source = source_of(tree, text, 0, root - 1)
    return [Draft((content,), tree[root].span, (source,), certainty_of(base), tree.sentence, root, root - 1)]


def _verb(tree: Tree, text: str, verb: int) -> Draft | None:
    base = forms()[tree.lower[verb]]
    if base in listed("seeming", "words"):
        return seeming(tree, text, verb)
    cue = CueVerb(tree, verb, base)
    if is_perceived(cue):
        return None
    ranges = content_of(cue)
    if tree[verb].tag == "VBN" and tree[verb].dep in ("advcl", "prep"):
        reported = as_reported(tree, text, verb)
        if reported is not None:
            return reported
    if tree[verb].dep == "acl" and "clause" in frames()[base] and inserted(cue):
        return _set_between(tree, text, cue)
    foretold = expected(cue, text)
    if foretold is not None:
        return foretold
    if is_passive(tree, verb):
        return passive(cue, text, ranges)
    if not ranges:
        return None
    subject = speaker_of(tree, verb)
    if subject is not None and (_is_inference(cue, subject) or _is_outcome(cue, subject)):
        return None
    if subject == verb - 1 and tree[verb].tag == "VBN" and tree[subject].tag == "CD":
        # "Not the 33 reported": those whom somebody reported.
        return None
    if subject == verb - 2 and tree[verb].tag == "VB" and tree[subject].tag == "CD":
        # "Needs 51 to rule": how many it takes.
        return None
    if subject is None or (is_empty(tree, subject, verb, base) and not _sets_value(cue, subject)):
        return None
    ranges = [one for one in ranges if not one[0] <= subject <= one[1]]
    if tree[verb].tag == "VBG" and tree.lower[subject] in ("it", "this", "that"):
        return make(tree, text, verb, ranges, None, certainty_of(base))
    if is_share(tree, subject):
        ranges = [_without_lead(tree, one) for one in ranges]
    certainty = Certainty.DENIED if _takes_back(tree, verb) else certainty_of(base)
    draft = make(tree, text, verb, ranges, subject, certainty)
    if draft is not None and takes_side(cue):
        return replace(draft, stance=True)
    return draft


def _sets_value(cue: CueVerb, subject: int) -> bool:
    """Whether "it" is somebody who sets a value: "It put the damage at 5,000"."""
    return cue.tree.lower[subject] == "it" and "value" in cue.frames and bool(valued(cue))


def _without_lead(tree: Tree, said: Range) -> Range:
    """Less the page's own count at the end: "Nine in 10 think he could win, a 16-point margin"."""
    first, last = said
    finite = [one for one in range(first, last + 1) if tree[one].tag in ("VBD", "VBZ", "VBP", "MD")]
    for place in range(finite[0] if finite else last, last):
        near = range(place + 1, min(place + 4, last + 1))
        counted = any(tree[one].tag == "CD" for one in near) and not any(tree.is_verb(one) for one in near)
        apart = tree[place].text in (",", "—", "–", "--", "-") and tree[place - 1].tag != "CD"
        if apart and counted and (tree[place + 1].tag in ("DT", "CD") or tree.lower[place + 1] == "about"):
            return first, place - 1
    return said


def _is_inference(cue: CueVerb, subject: int) -> bool:
    """Whether the page itself concludes: "four boats sank, showing how bad it was"."""
    tree, verb = cue.tree, cue.place
    inferring = cue.base in listed("inferring", "words")
    adjoined = tree[verb].tag == "VBG" and tree[verb].dep == "advcl" and subject < verb
    return inferring and adjoined and tree.lower[subject] not in words("document", "heads")


@cache
def _siding(key: str) -> frozenset[str]:
    return frozenset(load_words("reach")["siding"][key].split())


def _is_outcome(cue: CueVerb, subject: int) -> bool:
    """Whether a thing brings something about: "the win assures her of 40 seats"."""
    tree = cue.tree
    if cue.base not in _siding("securing") or tree.child(cue.place, "ccomp"):
        return False
    speaks = tree.lower[subject] in nouns_of("person", "body")
    return tree[subject].tag in ("NN", "NNS") and not speaks


def _set_between(tree: Tree, text: str, cue: CueVerb) -> Draft | None:
    """Take ", a survey found," where the parser took its verb for a participle of the survey."""
    speaker, base = inserted_subject(tree, cue.place), cue.base
    draft = make(tree, text, cue.place, inserted(cue), speaker, certainty_of(base))
    if speaker is None or draft is None:
        return draft
    span = tree.span(tree.first(speaker), cue.place - 1)
    name = draft.chain[0].name.removesuffix(tree[cue.place].text).rstrip()
    return replace(draft, chain=(replace(draft.chain[0], span=span, name=name),))


def speaker_of(tree: Tree, verb: int) -> int | None:
    """Who says it: the subject, the one quoted, or the maker of "an article saying"."""
    if tree[verb].dep == "acl" and tree[verb].tag == "VBG":
        noun = tree[verb].head
        joint = tree[noun].head if tree[noun].dep == "pobj" else noun
        means = tree.lower[joint] in ("on", "in", "at", "to", "via", "during")
        if means or (tree[verb - 1].text == "," and tree[noun].dep in ("pobj", "dobj", "appos")):
            above = next((one for one in tree.above(noun) if tree.is_verb(one)), None)
            subject = tree.subject(above) if above is not None else None
            if subject is not None:
                return subject
        if tree[noun].tag.startswith("NNP") or tree.lower[noun] in nouns_of("person", "body"):
            return noun
        maker = giver(tree, noun)
        return noun if maker is None else maker
    quoted = one_quoted(tree, verb)
    behind = inverted_subject(tree, verb)
    if quoted is not None or behind is not None:
        return quoted if quoted is not None else behind
    steered = _steered(tree, verb)
    subject = tree.subject(verb) if steered is None else steered
    if subject is None and tree.child(verb, "ccomp") is not None:
        return _lost_subject(tree, verb)
    return subject


def _steered(tree: Tree, verb: int) -> int | None:
    """Who speaks in "prompted the council to say": the object of the verb that has the to-clause."""
    above = tree[verb].head
    if tree[verb].dep not in ("xcomp", "ccomp", "advcl") or tree.lower[above] not in steering():
        return None
    if not any(tree[one].tag == "TO" for one in tree.children[verb]) or is_passive(tree, above):
        return None
    things = tree.all_children(above, "dobj", "dative")
    return next((one for one in things if above < one < verb and tree[one].tag != "CD"), None)


def _lost_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a cue whose parse has none: a name in apposition, or the sentence's own subject."""
    before = verb - 1
    while before > 0 and (tree[before].dep in ("punct", "aux", "neg") or tree[before].tag == "RB"):
        before -= 1
    aux = tree.child(verb, "aux")
    told = tree[verb].tag in ("VBD", "VBZ", "VBP") or (aux is not None and tree.lower[aux] in PERFECT)
    if tree[before].tag.startswith("NN") and told:
        chain = [
            before,
            *(one for one in tree.above(before) if one < verb and tree[one].tag.startswith("NN")),
        ]
        return next((one for one in chain if tree[one].tag.startswith("NNP")), chain[0])
    root = next((one for one in tree.above(verb) if tree[one].dep == "ROOT"), None)
    subject = tree.child(root, "nsubj") if root is not None else None
    return subject if subject is not None and subject < verb else None


def one_quoted(tree: Tree, verb: int) -> int | None:
    """Y in "X quoted Y as saying"."""
    if tree[verb].tag != "VBG":
        return None
    for above in list(tree.above(verb))[:2]:
        if forms().get(tree.lower[above]) in ("quote", "cite"):
            return tree.child(above, "dobj", "nsubjpass")
    return None


def _takes_back(tree: Tree, verb: int) -> bool:
    """Whether a cue denies part of what its subject granted: "confirmed it, but said it was not so"."""
    head, inner = tree[verb].head, tree.child(verb, "ccomp")
    granted = forms().get(tree.lower[head]) in listed("granting", "words")
    if tree[verb].dep != "conj" or not granted or inner is None or tree.child(inner, "neg") is None:
        return False
    return any(tree.lower[one] == "but" for one in tree.all_children(head, "cc"))


def doubted(draft: Draft, tree: Tree) -> Draft:
    """A statement with "allegedly" beside its own verb is no more than alleged."""
    if draft.certainty != Certainty.STATED or not draft.chain or adverbs().keys().isdisjoint(tree.lower):
        return draft
    for place, token in enumerate(tree.tokens):
        if tree.lower[place] not in adverbs() or not any(span.holds(token.span) for span in draft.content):
            continue
        verb = tree[place].head
        top = tree[verb].dep in ("ROOT", "ccomp") and any(
            span.holds(tree[verb].span) for span in draft.content
        )
        if top and (tree[verb].head == verb or tree[verb].head == draft.place):
            return replace(draft, certainty=adverbs()[tree.lower[place]])
    return draft
