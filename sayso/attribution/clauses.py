"""Cues of a sentence and what they hand over, from its parse."""

from dataclasses import replace

from sayso.attribution.according import said_beside
from sayso.attribution.cueverb import CueVerb, Range, inverted_subject, is_passive
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.extent import reach
from sayso.attribution.frames import content_of
from sayso.attribution.lexicon import (
    adjectives,
    adverbs,
    certainties,
    cues,
    forms,
    frames,
    judging,
    nouns,
    topics,
    unlisted,
)
from sayso.attribution.sources import source_at, source_of, words
from sayso.attribution.tree import Tree
from sayso.model import Span
from sayso.vocabulary import Certainty

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
    for place, token in enumerate(tree.tokens):
        if any(one.holds(token.span) for one in quoted):
            continue
        word = tree.lower[place]
        draft = None
        if word in forms() and token.tag in FINITE:
            draft = _verb(tree, text, place)
        elif word == "according":
            draft = _according(tree, text, place)
        elif word == "per":
            draft = _per(tree, text, place)
        elif word in nouns() and token.tag in ("NN", "NNS"):
            draft = _noun(tree, text, place)
        elif word in cues()["locative"]["words"].split():
            draft = _located(tree, text, place)
        elif word in adjectives():
            draft = _adjective(tree, text, place)
        elif word in adverbs():
            draft = _adverb(tree, text, place)
        elif token.tag in FINITE:
            draft = _unlisted(tree, text, place)
        if draft is not None:
            found.append(draft)
    return found or _closing(tree, text, quoted)


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
    content = trim(text, tree.span(0, comma))
    if content is None or any(one.overlaps(content) for one in quoted):
        return []
    source = source_of(tree, text, comma + 1, end - 1)
    return [Draft((content,), tree[end].span, (source,), certainty_of(base), tree.sentence, end, end - 1)]


def _verb(tree: Tree, text: str, verb: int) -> Draft | None:
    base = forms()[tree.lower[verb]]
    if base in cues()["seeming"]["words"].split():
        return _seeming(tree, text, verb)
    ranges = content_of(CueVerb(tree, verb, base))
    if tree[verb].tag == "VBN" and tree[verb].dep in ("advcl", "prep"):
        reported = _as_reported(tree, text, verb)
        if reported is not None:
            return reported
    if is_passive(tree, verb):
        return _passive(tree, text, verb, base, ranges)
    if not ranges:
        return None
    subject = speaker_of(tree, verb)
    if subject is None or _is_empty(tree, subject, base):
        return None
    ranges = [one for one in ranges if not one[0] <= subject <= one[1]]
    certainty = Certainty.DENIED if _takes_back(tree, verb) else certainty_of(base)
    draft = make(tree, text, verb, ranges, subject, certainty)
    if draft is not None and base in judging() and tree.child(verb, "ccomp") is None:
        return replace(draft, stance=True)
    return draft


def speaker_of(tree: Tree, verb: int) -> int | None:
    """Who says it: the subject, the one quoted, or the maker of "an article saying"."""
    if tree[verb].dep == "acl" and tree[verb].tag == "VBG":
        noun = tree[verb].head
        if tree[noun].tag.startswith("NNP") or tree.lower[noun] in words("person", "heads") | words(
            "body", "heads"
        ):
            return noun
        maker = _giver(tree, noun)
        return noun if maker is None else maker
    quoted = one_quoted(tree, verb)
    behind = inverted_subject(tree, verb)
    if quoted is not None or behind is not None:
        return quoted if quoted is not None else behind
    subject = tree.subject(verb)
    if subject is None and tree.child(verb, "ccomp") is not None:
        return _lost_subject(tree, verb)
    return subject


def _lost_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a cue whose parse has none: a name in apposition, or the sentence's own subject."""
    before = verb - 1
    while before > 0 and (tree[before].dep in ("punct", "aux", "neg") or tree[before].tag == "RB"):
        before -= 1
    if tree[before].tag.startswith("NN") and tree[verb].tag in ("VBD", "VBZ", "VBP"):
        chain = [
            before,
            *(one for one in tree.above(before) if one < verb and tree[one].tag.startswith("NN")),
        ]
        return next((one for one in chain if tree[one].tag.startswith("NNP")), chain[0])
    root = next((one for one in tree.above(verb) if tree[one].dep == "ROOT"), None)
    subject = tree.child(root, "nsubj") if root is not None else None
    return subject if subject is not None and subject < verb else None


def _is_empty(tree: Tree, subject: int, base: str) -> bool:
    """Whether a subject stands for nobody: "it took", "there are"."""
    empty = tree.lower[subject] in ("it", "this", "that", "there", "what") and tree[subject].dep != "pobj"
    return empty and "quote" not in frames().get(base, ())


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
    granted = forms().get(tree.lower[head]) in cues()["granting"]["words"].split()
    if tree[verb].dep != "conj" or not granted or inner is None or tree.child(inner, "neg") is None:
        return False
    return any(tree.lower[one] == "but" for one in tree.all_children(head, "cc"))


def _unlisted(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take a verb of no list that has a finite clause of its own and somebody for a subject."""
    inner = tree.child(verb, "ccomp")
    subject = tree.child(verb, "nsubj")
    if inner is None or inner < verb or subject is None or tree.lower[verb] in unlisted():
        return None
    marked = any(tree[one].dep == "mark" and tree.lower[one] == "that" for one in tree.children[inner])
    finite = tree[inner].tag in ("VBD", "VBZ", "VBP") and tree.child(inner, "nsubj", "nsubjpass") is not None
    if not (marked or finite) or _is_empty(tree, subject, ""):
        return None
    said = [(tree.first(inner), reach(tree, verb, tree.last(inner)))]
    return make(tree, text, verb, said, subject, Certainty.STATED)


def make(
    tree: Tree, text: str, place: int, ranges: list[Range], speaker: int | None, certainty: Certainty
) -> Draft | None:
    """A draft from ranges of words; None where no word is left."""
    spans = [trim(text, tree.span(first, last)) for first, last in ranges if first <= last]
    content = tuple(span for span in spans if span is not None)
    if not content:
        return None
    chain = (source_at(tree, text, speaker),) if speaker is not None else ()
    return Draft(content, cue_span(tree, place), chain, certainty, tree.sentence, place, speaker)


def cue_span(tree: Tree, place: int) -> Span:
    """The cue with its auxiliaries, negation and particle."""
    first = last = place
    for child in tree.children[place]:
        if tree[child].dep in ("aux", "auxpass", "neg") and place - child <= 3:
            first = min(first, child)
        elif tree[child].dep == "prt" and child == place + 1:
            last = child
    if tree.lower[place] == "according" and place + 1 < len(tree) and tree.lower[place + 1] == "to":
        last = place + 1
    return tree.span(first, last)


def certainty_of(base: str) -> Certainty:
    """How the source stands to what it says, from the verb."""
    return certainties().get(base, Certainty.STATED)


def _seeming(tree: Tree, text: str, verb: int) -> Draft | None:
    inner = next(
        (c for c in tree.children[verb] if c > verb and tree[c].dep in ("xcomp", "ccomp", "acomp", "oprd")),
        None,
    )
    subject = tree.child(verb, "nsubj")
    if inner is None:
        return None
    ranges = [(tree.first(inner), tree.last(inner))]
    if subject is not None and tree.lower[subject] not in ("it", "there"):
        ranges.insert(0, tree.edges[subject])
    return make(tree, text, verb, ranges, None, Certainty.ESTIMATED)


def _passive(tree: Tree, text: str, verb: int, base: str, ranges: list[Range]) -> Draft | None:
    agent = tree.child(verb, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if base == "quote":
        return _quoted_as(tree, text, verb, subject)
    inner = next((c for c in tree.children[verb] if c > verb and tree[c].dep in ("xcomp", "ccomp")), None)
    if inner is not None and "hearer" not in frames()[base]:
        ranges = [(tree.first(inner), tree.last(inner))]
        if subject is not None and tree.lower[subject] not in ("it", "there"):
            ranges.insert(0, tree.edges[subject])
        return make(tree, text, verb, ranges, by, certainty_of(base))
    if "hearer" in frames()[base]:
        if base != "ask" and tree.child(verb, "ccomp") is None:
            return None
        asked = make(tree, text, verb, ranges, by, certainty_of(base)) if ranges else None
        return replace(asked, stance=base == "ask") if asked is not None else None
    if tree[verb].dep == "acl" and by is None and "accused" not in frames()[base]:
        return None
    if {"accused", "as", "value"} & frames()[base]:
        return make(tree, text, verb, ranges, by, certainty_of(base)) if ranges else None
    if by is not None and subject is not None and "object" in frames()[base]:
        return make(tree, text, verb, [tree.edges[subject]], by, certainty_of(base))
    return None


def _quoted_as(tree: Tree, text: str, verb: int, speaker: int | None) -> Draft | None:
    if speaker is None:
        return None
    for one in tree.all_children(verb, "prep", "advcl"):
        saying = tree.child(one, "pcomp") if tree.lower[one] == "as" else one
        if saying is not None and tree.lower[saying] in ("saying", "telling"):
            ranges = content_of(CueVerb(tree, saying, "say"))
            return make(tree, text, saying, ranges, speaker, Certainty.STATED)
    return None


def _according(tree: Tree, text: str, place: int) -> Draft | None:
    to = tree.child(place, "prep", "prt")
    head = tree.child(to, "pobj") if to is not None else None
    if head is None:
        head = tree.child(place, "pobj")
    if head is None:
        return None
    pieces = said_beside(tree, tree.first(place), tree.last(place), tree[place].head)
    return make(tree, text, place, pieces, head, Certainty.STATED)


def _located(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take a survey that opens or closes its sentence: "in the poll, …"."""
    joint = tree[noun].head
    if tree[noun].dep != "pobj" or tree.lower[joint] != "in" or tree[joint].dep != "prep":
        return None
    first, last = tree.first(joint), tree.last(joint)
    ends = all(tree[place].dep == "punct" for place in range(last + 1, len(tree)))
    if not ends and (first > 1 or last + 1 >= len(tree) or tree[last + 1].text != ","):
        return None
    draft = make(tree, text, noun, said_beside(tree, first, last, tree[joint].head), noun, Certainty.STATED)
    return replace(draft, cue=tree[joint].span) if draft is not None else None


def _as_reported(tree: Tree, text: str, verb: int) -> Draft | None:
    """Take what stands beside "as reported by X"."""
    agent = tree.child(verb, "agent", "prep")
    by = tree.child(agent, "pobj") if agent is not None and tree.lower[agent] in ("by", "in") else None
    if by is None or not tree.children[verb] or tree.lower[tree.children[verb][0]] != "as":
        return None
    first, last = tree.edges[verb]
    pieces = said_beside(tree, first, last, tree[verb].head)
    return make(tree, text, verb, pieces, by, Certainty.STATED)


def _per(tree: Tree, text: str, place: int) -> Draft | None:
    """Take "…, per the Herald" at the end of a sentence, and no "5 crowns per litre"."""
    by = tree.child(place, "pobj")
    if by is None or not tree[by].text[0].isupper() or tree[place - 1].text != ",":
        return None
    pieces = said_beside(tree, place, tree.last(place), tree[place].head)
    return make(tree, text, place, pieces, by, Certainty.STATED)


def _noun(tree: Tree, text: str, noun: int) -> Draft | None:
    """Take what a noun hands over: "Holm's claim that …", "his promise to …", "her criticism of …"."""
    inner = _that_clause(tree, noun)
    inner = inner if inner is not None else _promised(tree, noun)
    owner = _noun_owner(tree, noun)
    if inner is None and owner is not None:
        inner = _topic(tree, noun)
    elif owner is None:
        owner = _giver(tree, noun)
    if inner is None:
        return None
    certainty = nouns()[tree.lower[noun]]
    return make(tree, text, noun, [(tree.first(inner), tree.last(inner))], owner, certainty)


def _that_clause(tree: Tree, noun: int) -> int | None:
    clauses = (c for c in tree.all_children(noun, "acl", "ccomp", "relcl") if c > noun)
    return next(
        (
            c
            for c in clauses
            if any(tree.lower[m] == "that" and tree[m].dep == "mark" for m in tree.children[c])
        ),
        None,
    )


def _noun_owner(tree: Tree, noun: int) -> int | None:
    """Whose the claim is: "Holm's claim", "a claim by Holm"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    joints = tree.all_children(noun, "prep", "agent")
    by = next((c for c in joints if tree.lower[c] in ("by", "from", "among")), None)
    return tree.child(by, "pobj") if by is not None else None


def _topic(tree: Tree, noun: int) -> int | None:
    """The thing in "Holm's criticism of the bridge"."""
    if tree.lower[noun].rstrip("s") not in topics() and tree.lower[noun] not in topics():
        return None
    joints = tree.all_children(noun, "prep")
    to = next(
        (c for c in joints if tree.lower[c] in ("of", "on", "about", "for", "to", "against", "over")), None
    )
    return tree.child(to, "pobj", "pcomp") if to is not None else None


def _promised(tree: Tree, noun: int) -> int | None:
    """The to-clause in "a promise to pay 5,000"."""
    if tree.lower[noun].rstrip("s") not in cues()["nouns"]["infinitive"].split():
        return None
    inner = next((c for c in tree.all_children(noun, "acl", "xcomp", "relcl") if c > noun), None)
    has_to = inner is not None and any(tree[one].tag == "TO" for one in tree.children[inner])
    return inner if has_to else None


def _giver(tree: Tree, noun: int) -> int | None:
    """Who "made the claim", "said in a statement"."""
    head = tree[noun].head
    if tree[noun].dep == "pobj":
        head = tree[head].head
    return tree.subject(head) if tree[noun].dep in ("dobj", "pobj") and tree.is_verb(head) else None


def _adjective(tree: Tree, text: str, place: int) -> Draft | None:
    """Take what an adjective hands over: "Holm is confident that …"."""
    inner = tree.child(place, "ccomp")
    head = tree[place].head
    subject = tree.subject(head) if head != place else tree.subject(place)
    if inner is None or inner < place or subject is None or tree.lower[subject] in ("it", "there"):
        return None
    said = [(tree.first(inner), tree.last(inner))]
    return make(tree, text, place, said, subject, adjectives()[tree.lower[place]])


def _adverb(tree: Tree, text: str, place: int) -> Draft | None:
    head = tree[place].head
    if not tree.is_verb(head):
        return None
    first, last = tree.edges[head]
    pieces = [(first, place - 1), (place + 1, last)]
    return make(tree, text, place, [p for p in pieces if p[0] <= p[1]], None, adverbs()[tree.lower[place]])


def doubted(draft: Draft, tree: Tree) -> Draft:
    """A statement with "allegedly" beside its own verb is no more than alleged."""
    if draft.certainty != Certainty.STATED or not draft.chain:
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
