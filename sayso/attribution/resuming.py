"""Sentences that go on with what the one before them gave on somebody's say-so, without saying so again.

Three signs are taken, each a plain one. A measure again: "Exports fell by 4 percent, the customs office
said. Imports rose by 2 percent.". A tense shifted back, as only in reported speech: "The inspector said 9 men
were held. Officers had also found 40 knives.". Somebody of whom the statement told: "The clerk had debts, his
lawyer said. He had repaid 310 crowns.".
"""

from functools import cache

from sayso.attribution.callings import words
from sayso.attribution.drafts import Draft
from sayso.attribution.mending import tense
from sayso.attribution.surveyed import tells_of_shares
from sayso.attribution.tree import SUBJECTS, Tree
from sayso.vocabulary import LinkKind
from sayso.words import load_words

SHIFTED = frozenset({"would", "could"})
RECORDING = frozenset({"recorded", "registered", "logged"})
PARTS = frozenset({"half", "third", "quarter"})
AVERAGE = frozenset({"average", "median", "typical", "mean"})
MARKS = ('"', "“", "”")
PRONOUNS = frozenset({"he", "she", "they", "it"})
DATED = frozenset({"last", "ago", "earlier", "yesterday", "later", "since"})
# "There were 61 calls.": a longer sentence tells more than how many there were.
LONGEST_COUNT = 11
ONE_SELF = frozenset({"i", "we", "you", "that", "this", "what", "who", "which"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("reach")["resuming"][key].split())


def measures_on(told: Tree, draft: Draft, tree: Tree) -> bool:
    """Whether a sentence gives a further measure behind one that a body or a document gave."""
    kind = draft.chain[0].kind
    if kind not in (LinkKind.BODY, LinkKind.DOCUMENT) or _is_between(tree):
        return False
    first = _clause(told, draft)
    return first is not None and _is_measured(told, first) and _is_measured(tree, _root(tree))


def shares_on(tree: Tree) -> bool:
    """Whether a sentence goes on with the shares of a survey: "Among millers the figure was 24 percent"."""
    if _is_between(tree) or "ago" in tree.lower:
        return False
    verb = _root(tree)
    subject = tree.child(verb, *SUBJECTS)
    again = (
        subject is not None
        and tree.lower[subject] in _words("again")
        and tree.lower[verb] in _words("measuring")
    )
    moved = subject is not None and tree.lower[subject] in _words("measures") and _moves(tree, verb)
    return tells_of_shares(tree) or (again and _is_measured(tree, verb)) or moved or _stands_at(tree, verb)


def _stands_at(tree: Tree, verb: int) -> bool:
    """Whether a party is told to be "on 31 percent"."""
    if tree.lower[verb] not in _words("standing"):
        return False
    joints = (one for one in tree.all_children(verb, "prep") if tree.lower[one] in ("on", "at"))
    values = (tree.child(one, "pobj") for one in joints)
    return any(
        one is not None and (tree.lower[one] in ("%", "percent", "cent") or tree[one].tag == "CD")
        for one in values
    )


def _is_measured(tree: Tree, verb: int) -> bool:
    """Whether a clause tells how much something is: "the number of mills fell by 40"."""
    subject = tree.child(verb, *SUBJECTS)
    if subject is None or tree.lower[verb] not in _words("measuring"):
        return False
    own = any(tree[one].dep == "poss" and tree[one].tag != "PRP$" for one in tree.children[subject])
    return tree.lower[subject] in _words("measures") and _measures(tree, verb) and not own


def _measures(tree: Tree, verb: int) -> bool:
    """Whether a number stands behind a verb, and in no clause of its own: "…, where docks employ 300"."""
    return any(
        (tree[place].tag == "CD" or tree.lower[place] in PARTS)
        and not any(tree[one].dep in ("relcl", "advcl") for one in tree.above(place) if one > verb)
        for place in range(verb + 1, tree.last(verb) + 1)
    )


def is_release(told: Tree, draft: Draft) -> bool:
    """Whether a draft tells of statistics: what a release or a study gives, or how much something is."""
    link = draft.chain[-1]
    said = {word.strip(".,\u2019'") for word in link.name.lower().split()}
    if link.kind in (LinkKind.DOCUMENT, LinkKind.PERSON) and not said.isdisjoint(_words("releases")):
        return True
    if link.kind == LinkKind.BODY and draft.place is not None and told.lower[draft.place] in RECORDING:
        return True
    first = _clause(told, draft) if link.kind == LinkKind.BODY else None
    return first is not None and (_is_measured(told, first) or _moves(told, first))


def tells_statistics(told: Tree, draft: Draft, tree: Tree) -> bool:
    """Whether a sentence goes on with statistics: "Robberies fell by 3 percent", "There were 40 thefts".

    Args:
        told: the sentence of the draft.
        draft: who gave statistics.
        tree: a sentence behind it.
    """
    if _is_between(tree) or "ago" in tree.lower:
        return False
    verb, first = _root(tree), _clause(told, draft)
    recorded = draft.place is not None and told.lower[draft.place] in RECORDING
    studied = recorded or not _words("studies").isdisjoint(draft.chain[-1].name.lower().split())
    measured = first is not None and (_moves(told, first) or _is_measured(told, first))
    if not (studied or measured):
        return False
    subject = tree.child(verb, *SUBJECTS)
    mean = subject is not None and any(tree.lower[one] in AVERAGE for one in tree.children[subject])
    if _moves(tree, verb) or _is_measured(tree, verb) or tells_of_shares(tree):
        return True
    if (mean or _is_down(tree, verb)) and _measures(tree, verb):
        return True
    likely = tree.child(verb, "acomp")
    if studied and likely is not None and tree.lower[likely] == "likely" and _measures(tree, verb):
        return True
    there = tree.child(verb, "expl")
    same = first is not None and tense(told, first) == tense(tree, verb)
    return (
        there is not None
        and same
        and tree.lower[verb] in ("were", "was", "are", "is")
        and _measures(tree, verb)
    )


def _moves(tree: Tree, verb: int) -> bool:
    """Whether something that is no market and has no name rose or fell by a number."""
    subject = tree.child(verb, *SUBJECTS)
    if subject is None or tree.lower[verb] not in _words("moving") or tree[subject].tag not in ("NN", "NNS"):
        return False
    first, last = tree.edges[subject]
    if not _words("markets").isdisjoint(tree.lower[first : last + 1]):
        return False
    owned = any(tree[one].dep == "poss" for one in tree.children[subject])
    return not owned and _measures(tree, verb)


def _is_down(tree: Tree, verb: int) -> bool:
    """Whether something is told to be up or down: "they were down 4 percent"."""
    subject = tree.child(verb, *SUBJECTS)
    named = subject is None or tree[subject].tag not in ("NN", "NNS", "PRP")
    if named or subject is None or tree.lower[verb] not in ("is", "are", "was", "were"):
        return False
    first, last = tree.edges[subject]
    market = not _words("markets").isdisjoint(tree.lower[first : last + 1])
    return not market and not {"up", "down", "off"}.isdisjoint(tree.lower[verb + 1 : verb + 3])


def tells_on(told: Tree, draft: Draft, tree: Tree) -> bool:
    """Whether a sentence goes on with what a document lays out: "He also bought 3 boats".

    Args:
        told: the sentence of the draft.
        draft: what a document says; a person's or a body's statement is not told on so.
        tree: the sentence behind it.
    """
    link = draft.chain[-1]
    said = link.name.lower().split()
    if link.kind != LinkKind.DOCUMENT or _words("accounts").isdisjoint(said) or _is_between(tree):
        return False
    verb, first = _root(tree), _clause(told, draft)
    subject = tree.child(verb, *SUBJECTS)
    if first is None or subject is None or not _counts(tree, verb) or "ago" in tree.lower:
        return False
    if tense(told, first) != "past" or tense(tree, verb) != "past" or tree.lower[verb] in ("was", "were"):
        return tense(told, first) == tense(tree, verb) == "past" and tree.lower[tree.first(subject)] in (
            "one",
            "another",
        )
    opens = tree.first(subject)
    numbered = tree[opens].tag == "CD" or tree.lower[opens] in ("another", "others")
    return numbered or tree.lower[subject] in PRONOUNS


def shifts_back(told: Tree, draft: Draft, tree: Tree, text: str) -> bool:
    """Whether a sentence keeps the shifted tense of reported speech: "Repairs would cost 40 crowns".

    Args:
        told: the sentence of the draft.
        draft: who said what, in the speaker's own words or not; behind those nothing is shifted.
        tree: the sentence behind it.
        text: the page's text.
    """
    if any(mark in span.of(text) for span in draft.content for mark in MARKS):
        return False
    verb, cue = _root(tree), draft.place
    subject = tree.child(verb, *SUBJECTS)
    if cue is None or subject is None or tense(told, cue) != "past" or _is_between(tree):
        return False
    if tree.lower[subject] in ONE_SELF or not _counts(tree, verb):
        return False
    aux = {tree.lower[one] for one in tree.all_children(verb, "aux", "auxpass") if one < verb}
    if aux & SHIFTED:
        return _is_whole(tree, verb)
    if "had" not in aux or tree[verb].tag != "VBN":
        return False
    also = any(tree.lower[one] == "also" for one in tree.children[verb])
    first, single = tree.first(subject), tree.lower[subject].removesuffix("s")
    bare = first == subject and tree[subject].tag == "NNS" and single in words("person", "heads")
    return (
        also
        or bare
        or tree[first].tag == "CD"
        or (tree.lower[subject] in PRONOUNS and _tells_of(told, draft, tree.lower[subject]))
    )


def tells_of_victims(tree: Tree) -> bool:
    """Whether a sentence counts those to whom something befell: "Another 9 people were hurt"."""
    verb = _root(tree)
    subject = tree.child(verb, "nsubjpass")
    if subject is None or _is_between(tree) or tree.lower[verb] not in _words("befalling"):
        return False
    opening = tree.lower[tree.first(subject) : subject + 1]
    counted = any(tree[one].tag == "CD" for one in range(tree.first(subject), subject + 1))
    return counted and tree.first(subject) == 0 and opening[0] not in ("the", "these", "those")


def counts_again(told: Tree, draft: Draft, tree: Tree) -> bool:
    """Whether a sentence goes on counting those of the one before: "Twelve were still missing".

    Args:
        told: the sentence of the draft.
        draft: a statement with a count.
        tree: the sentence behind it: a number alone is its subject, or one with a noun that was told of,
            or it only tells how many there were.
    """
    verb, first = _root(tree), _clause(told, draft)
    if first is None or _is_between(tree) or tense(tree, verb) != "past" or _is_dated(tree):
        return False
    subject = tree.child(verb, *SUBJECTS)
    if tree.child(verb, "expl") is not None and tree.lower[verb] == "were":
        short = len(tree) <= LONGEST_COUNT
        return tree.lower[0] == "there" and short and tree[0].dep == "expl" and _measures(tree, verb)
    if subject is None or tree[0].tag != "CD" or tree.first(subject) != 0:
        return False
    if tree[subject].tag == "CD":
        return all(
            tree[one].dep in ("punct", "appos", "advmod", "quantmod") for one in tree.children[subject]
        )
    return tree[subject].tag == "NNS" and any(
        word == tree.lower[subject] and any(span.holds(token.span) for span in draft.content)
        for word, token in zip(told.lower, told.tokens, strict=True)
    )


def says_again(told: Tree, tree: Tree) -> bool:
    """Whether a sentence opens with a number that the one before gave already: nobody counts on with it."""
    first = next((tree.lower[place] for place in range(len(tree)) if tree[place].tag == "CD"), None)
    return first is not None and first in told.lower


def _is_dated(tree: Tree) -> bool:
    """Whether a sentence tells of a time of its own."""
    return not DATED.isdisjoint(tree.lower) or any(
        tree[place].tag == "NNP" and tree[place].dep == "pobj" for place in range(len(tree))
    )


def _tells_of(told: Tree, draft: Draft, pronoun: str) -> bool:
    """Whether a pronoun may stand for the one whom a statement told of, who is not its speaker."""
    verb = _clause(told, draft)
    subject = told.child(verb, *SUBJECTS) if verb is not None else None
    if subject is None or any(link.span.overlaps(told.phrase(subject)) for link in draft.chain):
        return False
    known = told[subject].tag == "NNP" or told.lower[subject] in ("he", "she")
    kin = any(told[one].tag == "PRP$" for one in told.all_children(subject, "poss"))
    person = known or kin or told.lower[subject] in words("person", "heads")
    return person if pronoun in ("he", "she") else told.lower[subject] not in PRONOUNS


def _is_whole(tree: Tree, verb: int) -> bool:
    """Whether a verb is no half of a condition: "If it rained, 40 would come"."""
    return not any(tree.lower[one] == "if" for one in range(tree.first(verb), tree.last(verb) + 1))


def _counts(tree: Tree, verb: int) -> bool:
    return any(tree[one].tag == "CD" for one in range(tree.first(verb), tree.last(verb) + 1))


def _is_between(tree: Tree) -> bool:
    """Whether a sentence asks, or stands in marks of its own."""
    return tree[len(tree) - 1].text == "?" or any(token.text in MARKS for token in tree.tokens)


def _root(tree: Tree) -> int:
    return next((place for place, token in enumerate(tree.tokens) if token.dep == "ROOT"), 0)


def _clause(tree: Tree, draft: Draft) -> int | None:
    """The main verb of what a draft says."""
    inside = [
        place
        for place, token in enumerate(tree.tokens)
        if tree.is_verb(place) and any(span.holds(token.span) for span in draft.content)
    ]
    return min(inside, key=lambda place: (sum(1 for _ in tree.above(place)), place), default=None)
