"""Who a quotation belongs to: the cue behind it, before it, or who acts in the sentence before."""

from dataclasses import replace
from functools import cache

from sayso.attribution.clauses import one_quoted
from sayso.attribution.composing import certainty_of, cue_span
from sayso.attribution.drafts import Draft, Quotation, trim
from sayso.attribution.introductions import behind_dash, introducer, labelled, opening_name
from sayso.attribution.lexicon import forms, frames, listed
from sayso.attribution.signatures import find_signature
from sayso.attribution.sources import source_at, source_of
from sayso.attribution.tree import Tree
from sayso.attribution.utterances import Utterances
from sayso.model import Span
from sayso.vocabulary import Certainty
from sayso.words import load_words

# How many words may stand between a quotation and the verb that hands it over.
FAR = 16
QUOTES = frozenset({"quote", "quote-only"})
DASHES = frozenset({"-", "--", "–", "—"})
# A quotation that closes on one of these is over.
ENDED = (",", ".", "?", "!", "…")
# "So, Holm said, “…”": fewer tokens before a tag say nothing.
SHORTEST_OPENING = 4


@cache
def _leading() -> frozenset[str]:
    return frozenset(load_words("extent")["opening"]["leading"].split())


@cache
def _told_at() -> frozenset[str]:
    return frozenset(load_words("extent")["opening"]["told_at"].split())


def handed(at: Utterances, quotation: Quotation) -> Draft | None:
    """X yelled “…” and left — the verb right before a quotation that ends its own sentence."""
    if at.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ").endswith(","):
        return None
    draft = tagged_before(at, quotation)
    if draft is None or draft.cue is None:
        return None
    return draft if not at.text[draft.cue.end : quotation.span.start].strip(" ,:") else None


def tagged_behind(at: Utterances, quotation: Quotation) -> Draft | None:
    """“…,” said X."""
    end = quotation.span.end
    number = at.sentence_at(end - 1)
    if number is None:
        return None
    signed = find_signature(at.text, quotation.span, number)
    if signed is not None:
        return signed
    if not at.text[end : at.sentences[number].span.end].strip(" .,"):
        following = at.sentence_at(end + 1)
        if following is None or following == number or not _is_tag(at, following):
            return None
        number = following
    if number not in at.trees:
        return None
    tree = at.trees[number]
    behind = at.overlapping(end, at.sentences[number].span.end)
    upto = at.quotations[behind[0]].span.start if behind else at.sentences[number].span.end
    words = at.outside(tree, end, min(upto, at.sentences[number].span.end))[:FAR]
    free = [place for place in words if not _has_clause_after(tree, place)]
    spoken = (_speaker(at, tree, place, quotation, words) for place in free)
    draft = next((one for one in spoken if one is not None), None)
    draft = draft or _tagged(at, tree, quotation, words) or _any_verb(at, tree, quotation, words)
    return _with_lead(at, _with_tail(at, draft, tree, words), quotation) if draft is not None else None


def _with_tail(at: Utterances, draft: Draft, tree: Tree, words: list[int]) -> Draft:
    """The words between a fragment and its cue are said as well: "“a disgrace” to us all, Holm said"."""
    if draft.place is None or draft.cue is None or not words or not draft.chain:
        return draft
    start = min(draft.place, tree.at(draft.chain[0].span.start))
    between = [place for place in words if place < start and tree[place].dep != "punct"]
    if len(between) < 2 or tree[start - 1].text != "," or tree[between[0] - 1].text in DASHES:
        return draft
    quoted = draft.content[0]
    if quoted.of(at.text).rstrip("”\"’' ")[-1:] in ENDED:
        return draft
    return replace(draft, content=(Span(quoted.start, tree[between[-1]].span.end),))


def _with_lead(at: Utterances, draft: Draft, quotation: Quotation) -> Draft:
    """The words before a fragment are said as well: "The road was “a disgrace,” Holm said"."""
    number = at.sentence_at(quotation.span.start)
    if number is None or number not in at.trees:
        return draft
    tree, start = at.trees[number], at.sentences[number].span.start
    lead = at.outside(tree, start, quotation.span.start)
    opening = quotation.span.of(at.text).lstrip("“\"'‘ ")[:1]
    if not lead or lead[0] != 0 or not (opening.islower() or any(tree.is_verb(place) for place in lead)):
        return draft
    if any("quote" in frames()[forms()[tree.lower[p]]] for p in lead if tree.lower[p] in forms()):
        return draft
    return replace(draft, content=(Span(start, draft.content[-1].end),))


def _any_verb(at: Utterances, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
    """“…,” Holm mocks. — right behind a quotation any verb hands over."""
    closing = at.text[quotation.span.start : quotation.span.end].rstrip("”\"’' ")
    if closing[-1:] not in (",", "?", "!"):
        return None
    for place in words[:8]:
        subject = tree.child(place, "nsubj")
        if tree[place].tag not in ("VBD", "VBZ", "VBP") or subject not in words:
            continue
        if tree.first(subject) == words[0] or place == words[0]:
            chain = (source_at(tree, at.text, subject),)
            cue = cue_span(tree, place)
            return Draft((quotation.span,), cue, chain, Certainty.STATED, tree.sentence, place, subject)
    return None


def _is_tag(at: Utterances, number: int) -> bool:
    """Whether a sentence is no more than "Holm said." or the rest of one: "he asked the crowd."."""
    words = at.sentences[number].span.of(at.text)
    if words[:1].islower():
        return True
    tail = words.rstrip(".").split()
    return 2 <= len(tail) <= 4 and tail[-1].lower() in forms()


def _tagged(at: Utterances, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
    """“…,” Holm notes. — where the tagger took the verb for a noun."""
    if not words or tree.lower[words[0]] in ("and", "but", "or"):
        return None
    for place in words[1:6]:
        base = forms().get(tree.lower[place])
        ends = place + 1 == len(tree) or tree[place + 1].text in ".,:;"
        if base is None or not QUOTES & frames()[base] or not ends:
            continue
        if not tree[place - 1].tag.startswith(("NN", "PRP")) and tree[place - 1].dep != "compound":
            return None
        chain = (source_of(tree, at.text, words[0], place - 1),)
        cue = tree[place].span
        return Draft((quotation.span,), cue, chain, certainty_of(base), tree.sentence, place, place - 1)
    return None


def tagged_before(at: Utterances, quotation: Quotation) -> Draft | None:
    """X said, “…”."""
    start = quotation.span.start
    number = at.sentence_at(start)
    if number is None or number not in at.trees:
        return None
    tree = at.trees[number]
    words = at.outside(tree, at.sentences[number].span.start, start)
    if not words:
        return None
    colon = at.text[tree[words[-1]].span.start : start].rstrip().endswith(":")
    near = list(reversed(words[-FAR:]))
    if colon:
        # "Said it had closed, adding: “…”": a cue right before the colon is nearer than any above it.
        nearest = next((one for one in near if tree[one].dep != "punct"), None)
        near.sort(key=lambda one: (one != nearest, sum(1 for _ in tree.above(one))))
    for place in near:
        between = at.text[tree[place].span.end : start]
        if not (between.strip() == "" or between.rstrip()[-1] in ",:"):
            continue
        draft = _speaker(at, tree, place, quotation, words)
        if draft is not None:
            return draft if colon else _with_opening(at, draft, tree, words)
    return _announced(at, tree, quotation, words) if colon else _labelled(at, tree, quotation, words)


def _with_opening(at: Utterances, draft: Draft, tree: Tree, words: list[int]) -> Draft:
    """The words before a tag are said as well: "If 40 leave, Holm said, “we will close”".

    So are those before a quotation that opens small; before a sentence of its own only conditions and
    topics are, as "In May, Holm said, “We closed”" may tell when it was said.
    """
    if draft.cue is None or words[0] != 0 or tree[words[-1]].text != "," or not draft.chain:
        return draft
    start = tree.at(min(draft.cue.start, draft.chain[0].span.start))
    quoted = draft.content[0].of(at.text).lstrip("“\"'‘ ")
    leads = tree.lower[0] in _leading() or tree.lower[:2] == ("as", "for")
    small = quoted[:1].islower() and tree.lower[0] not in _told_at()
    if start < SHORTEST_OPENING or tree[start - 1].text != "," or not (small or leads):
        return draft
    if any(
        "quote" in frames()[forms()[tree.lower[one]]] for one in range(start) if tree.lower[one] in forms()
    ):
        return draft
    opening = trim(at.text, tree.span(0, start - 1))
    return draft if opening is None else replace(draft, content=(opening, *draft.content))


def _announced(at: Utterances, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
    """Holm shrugged: “…” — a colon hands over whatever the verb is."""
    words = behind_dash(tree, words)
    for place in sorted(words, key=lambda place: sum(1 for _ in tree.above(place))):
        subject = tree.subject(place) if tree[place].tag in ("VBD", "VBZ", "VBP", "VBN") else None
        if subject is not None and subject in words and tree.lower[subject] not in ("it", "there"):
            chain = (source_at(tree, at.text, subject),)
            certainty = Certainty.STATED
            cue = cue_span(tree, place)
            return Draft((quotation.span,), cue, chain, certainty, tree.sentence, place, subject)
    return _labelled(at, tree, quotation, words)


def _labelled(at: Utterances, tree: Tree, quotation: Quotation, words: list[int]) -> Draft | None:
    """Holm, skipper: “…” — a label without a verb names the speaker."""
    last = tree[words[-1]]
    speaker = labelled(tree, at.text, words) if last.text in (":", ",") else None
    if speaker is None:
        return None
    link, head = speaker
    return Draft((quotation.span,), last.span, (link,), Certainty.STATED, tree.sentence, None, head)


def over_colon(at: Utterances, quotation: Quotation) -> Draft | None:
    """X said: — and the quotation stands in the next sentence or paragraph."""
    number = at.sentence_at(quotation.span.start)
    if not number or number - 1 not in at.trees:
        return None
    tree = at.trees[number - 1]
    before = at.sentences[number - 1].span.of(at.text).rstrip()
    if not before.endswith(":"):
        return None
    words = at.outside(tree, at.sentences[number - 1].span.start, quotation.span.start)
    for place in sorted(words, key=lambda place: sum(1 for _ in tree.above(place))):
        draft = _speaker(at, tree, place, quotation, words)
        if draft is not None:
            return draft
    return _announced(at, tree, quotation, words)


def _speaker(at: Utterances, tree: Tree, place: int, quotation: Quotation, words: list[int]) -> Draft | None:
    word = tree.lower[place]
    if word not in forms() or not tree.is_verb(place):
        return None
    base = forms()[word]
    put_it = base == "put" and tree.lower[place + 1 : place + 2] == ("it",)
    if not (put_it or QUOTES & frames()[base]):
        return None
    subject = one_quoted(tree, place)
    if subject is None:
        subject = tree.subject(place)
    if subject is None or subject not in words:
        subject = None if put_it else _misread_subject(tree, place, words)
    if subject is None:
        return None
    chain = (source_at(tree, at.text, subject),)
    return Draft(
        (quotation.span,),
        cue_span(tree, place),
        chain,
        certainty_of(base),
        tree.sentence,
        place,
    )


def named_before(at: Utterances, quotation: Quotation) -> Draft | None:
    """Holm disagrees. “…” — who acts in the sentence before a bare quotation is its speaker."""
    number = at.sentence_at(quotation.span.start)
    if not number or not at.stands_alone(quotation):
        return None
    before = at.sentences[number - 1].span
    if at.overlapping(before.start, before.end):
        return None
    apart = "\n" in at.text[before.end : quotation.span.start]
    if number - 1 in at.trees:
        speaker = introducer(at.trees[number - 1], at.text, (), apart=apart)
    else:
        speaker = None if apart else opening_name(at.text, before)
    if speaker is None:
        return None
    link, head = speaker
    return Draft((quotation.span,), None, (link,), Certainty.STATED, number - 1, None, head)


def governing(at: Utterances, tree: Tree, inside: list[int], quotation: Quotation) -> Draft | None:
    """Holm wrinkled his nose at “…” — the subject of the verb that an embedded quotation hangs on."""
    top = min(inside, key=lambda place: sum(1 for _ in tree.above(place)))
    for verb in tree.above(top):
        if verb in inside or not tree.is_verb(verb):
            continue
        subject = tree.subject(verb)
        if subject is not None and subject not in inside and tree.lower[subject] not in ("it", "this"):
            chain = (source_at(tree, at.text, subject),)
            cue = cue_span(tree, verb)
            return Draft((quotation.span,), cue, chain, Certainty.STATED, tree.sentence, verb, subject)
    return None


def _misread_subject(tree: Tree, verb: int, words: list[int]) -> int | None:
    """Who speaks where the parser took the verb for a participle, or an inverted subject for an object."""
    above = tree[verb].head
    if tree[verb].dep == "acl" and above in words and above < verb and tree.child(verb, "agent") is None:
        return above
    behind = [
        one
        for one in tree.all_children(verb, "nsubj", "attr", "npadvmod", "dobj")
        if one in words and one > verb and tree.lower[one] not in listed("dates", "words")
    ]
    return max(behind, key=lambda one: tree.last(one) - tree.first(one), default=None)


def _has_clause_after(tree: Tree, verb: int) -> bool:
    """Whether a verb behind a quotation hands over a clause of its own: "“…,” but Holm said it rained"."""
    return any(tree.first(inner) > verb for inner in tree.all_children(verb, "ccomp", "xcomp"))
