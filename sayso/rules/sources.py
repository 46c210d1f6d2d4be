"""SRC2xx: on whose say-so a figure stands."""

# An example reads best on one line.
# ruff: noqa: E501

from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction

from sayso.model import Check, Figure, Link, Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.unsourced import names_survey, needs_no_source, soft_words, tells_accounts
from sayso.rules.wording import named, owner, quote, working_of
from sayso.vocabulary import BlockKind, Certainty, CheckKind, Hedge, LinkKind, Role, Verdict

_NEWS = (Role.COUNT, Role.MONEY, Role.PERCENT, Role.SHARE, Role.RATE)
_SMALLEST = Fraction(100)
# On a source without a name smaller counts weigh too.
_SMALLEST_UNNAMED = Fraction(10)
# And in a headline or a caption, which most readers take away alone.
_SMALLEST_APART = Fraction(10)
_REPORT = (BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.LIST)
# Of a number that fills a page only the first mentions are looked at.
# What one says to these is heard as it is said.
_AIRED = frozenset(
    {"radio", "tv", "television", "channel", "kanal", "bbc", "show", "podcast", "programme", "website"}
)
_SAYING = frozenset({"said", "says", "say", "told", "tells", "tell", "announced", "confirmed"})
_TELLING = frozenset({"tell", "tells", "told", "telling"})
_MENTIONS = 20
# An outlet's name of fewer letters may stand in any other.
_SHORTEST_NAME = 4
# How many characters before a figure are looked at for "the".
_NEAR = 12
# These stand apart from the report and are read before it.
_APART = (BlockKind.HEADLINE, BlockKind.CAPTION)
_BOUNDS = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.OVER, Hedge.UNDER)


def _block(reading: Reading, figure: Figure) -> BlockKind:
    return reading.blocks[reading.sentences[figure.sentence].block].kind


def _weighs(figure: Figure, smallest: Fraction = _SMALLEST) -> bool:
    """Whether a figure carries news: money, a percentage or share, or a count of a hundred and more.

    Durations, ages, measures and small counts are what a reporter can see or knows; a finding for each
    of them would bury the others.
    """
    if figure.role not in _NEWS or figure.hedge is Hedge.VAGUE:
        return False
    return figure.role is not Role.COUNT or (figure.value is not None and abs(figure.value) >= smallest)


def _worked_out(reading: Reading) -> set[int]:
    """The figures that a sum on the page gives: they stand on its operands."""
    return {
        check.stated
        for check in reading.checks
        if check.stated is not None and check.verdict is Verdict.ADDS_UP and check.operands
    }


@rule(
    code="SRC201",
    title="a figure with no source",
    why="A figure on nobody's say-so is the paper's own: the reader cannot weigh it, the desk cannot ask back.",
    bad=("The reservoir project in Fennick cost ⟦900 million euros⟧.",),
    good=(
        "The reservoir project in Fennick cost 900 million euros, according to the regional audit office.",
        "Two buses and three cars collided in Fennick.",
    ),
)
def figure_has_no_source(reading: Reading) -> Iterator[Remark]:
    """One remark a figure that carries news, stands in the body and is given for the first time."""
    worked_out = _worked_out(reading)
    sourced: defaultdict[tuple[object, str | None], list[int]] = defaultdict(list)
    for number, figure in enumerate(reading.figures):
        if _has_source(reading, number):
            sourced[figure.interval, None].append(number)
            sourced[figure.value, figure.unit].append(number)
    surveyed, accounted = names_survey(reading), tells_accounts(reading)
    seen = set()
    for number, figure in enumerate(reading.figures):
        if _has_source(reading, number) or number in worked_out or _block(reading, figure) not in _REPORT:
            continue
        told = (figure.interval, figure.unit)
        alike = sourced[figure.value, figure.unit][:_MENTIONS]
        known = (figure.interval, None) in sourced or any(
            _is_same(reading, figure, other, apart=True) for other in alike
        )
        if not _weighs(figure) or told in seen or known:
            continue
        if not needs_no_source(reading, number, surveyed=surveyed, accounted=accounted):
            seen.add(told)
            yield Remark(figure.span, f"No source is named for “{named(reading, figure)}”.")


def _has_source(reading: Reading, number: int) -> bool:
    """Whether a figure stands on somebody whom the page names; "was put at 5,000" does not say by whom."""
    attribution = owner(reading, number)
    return attribution is not None and bool(reading.attributions[attribution].chain)


@rule(
    code="SRC202",
    title="a figure on an anonymous source",
    why="A figure from a source without a name cannot be asked back; the page should say why the name is kept.",
    bad=("The dam will need ⟦900 million euros⟧ more, a source in the ministry said.",),
    good=("The dam will need 900 million euros more, said Ada Brandt, who leads the works.",),
)
def source_is_anonymous(reading: Reading) -> Iterator[Remark]:
    """Figures whose farthest source has no name."""
    for number, figure in enumerate(reading.figures):
        attribution = owner(reading, number)
        chain = () if attribution is None else reading.attributions[attribution].chain
        if chain and chain[-1].kind is LinkKind.ANONYMOUS and _weighs(figure, _SMALLEST_UNNAMED):
            yield Remark(
                figure.span,
                f"The figure “{named(reading, figure)}” stands on a source without a name: {chain[-1].name}.",
                (chain[-1].span,),
            )


@rule(
    code="SRC203",
    title="a second-hand figure",
    why="A figure that came through another paper or office has been checked by nobody here; the first source may say otherwise.",
    bad=(
        "The Fennick Herald quoted the harbour office as saying that ⟦12,000⟧ passengers were turned away.",
    ),
    good=(
        "According to the harbour office, 12,000 passengers were turned away.",
        "Harbour master Ada Brandt told Radio Fennick that 12,000 passengers were turned away.",
    ),
)
def figure_is_second_hand(reading: Reading) -> Iterator[Remark]:
    """Figures with a chain of two links or more; the page's own paper is none."""
    for number, figure in enumerate(reading.figures):
        attribution = owner(reading, number)
        chain = () if attribution is None else reading.attributions[attribution].chain
        chain = tuple(link for link in chain if not _is_own_paper(reading, link))
        apart = len({link.name for link in chain}) > 1
        if attribution is None or _is_told_on_air(reading, reading.attributions[attribution].cue, chain):
            continue
        if apart and _weighs(figure):
            way = ", from ".join(link.name for link in chain)
            yield Remark(
                figure.span,
                f"The figure “{named(reading, figure)}” is second-hand: {way}.",
                tuple(link.span for link in chain),
            )


def _is_told_on_air(reading: Reading, cue: Span | None, chain: tuple[Link, ...]) -> bool:
    """Whether somebody says it into a microphone, where all can hear: "Brandt told Radio Fennick"."""
    if cue is None or len(chain) != 2 or chain[0].kind is not LinkKind.OUTLET:
        return False
    aired = not _AIRED.isdisjoint(chain[0].name.lower().split())
    return (
        aired
        and chain[1].kind is LinkKind.PERSON
        and cue.of(reading.page.text).lower().split()[-1] in _TELLING
    )


def _is_own_paper(reading: Reading, link: Link) -> bool:
    """Whether a link is the outlet that the page itself is of: "told the Herald" in the Herald."""
    if link.kind is not LinkKind.OUTLET or reading.page.outlet is None:
        return False
    own, named_so = _letters(reading.page.outlet), _letters(link.name)
    return len(named_so) >= _SHORTEST_NAME and (named_so in own or own in named_so)


def _letters(name: str) -> str:
    """A name of an outlet or a site without article, blanks and dots."""
    parts = (part for part in name.lower().replace(".", " ").split() if part not in ("the", "www", "com"))
    return "".join(one for part in parts for one in part if one.isalnum())


@rule(
    code="SRC204",
    title="an estimate that is stated flat elsewhere on the page",
    why="“About”, “estimates” and “alleged” belong to the figure; a headline, a caption or a later sentence without them says more than the source did.",
    bad=(
        "⟦1,700⟧ flats stand empty\n\nAda Brandt of the tenants' union estimates that about 1,700 flats stand empty in Fennick.",
        "The union estimates that 640 jobs are at risk in Fennick. The mill is the last one on the river. ⟦Six hundred and forty⟧ jobs will go.",
    ),
    good=(
        "About 1,700 flats stand empty\n\nAda Brandt of the tenants' union estimates that about 1,700 flats stand empty in Fennick.",
        "1,700 flats stand empty\n\nAda Brandt estimates that about 1,700 flats stand empty in Fennick. The city's register has 1,700 empty flats, the housing office said.",
    ),
)
def estimate_is_stated_flat(reading: Reading) -> Iterator[Remark]:
    """Bare figures of the page's own that the report first gives with a hedge or as an estimate."""
    for figure, first in _told_flat(reading, _is_guess):
        where = {BlockKind.HEADLINE: "The headline states", BlockKind.CAPTION: "The caption states"}
        states = where.get(_block(reading, figure), "The page states")
        message = f"{states} “{quote(reading, figure.span)}” flat; the report has “{quote(reading, first.span)}”, an estimate."
        yield Remark(figure.span, message, (first.span,))


def _told_flat(reading: Reading, is_soft: Callable[[Reading, int], bool]) -> Iterator[tuple[Figure, Figure]]:
    """Flat figures, each with the report's first and softer mention of the same.

    A headline or caption is flat wherever it stands, another sentence only after the softer one. Where
    somebody else gives the figure without reserve, nothing is said.
    """
    told = defaultdict(list)
    for number, figure in enumerate(reading.figures):
        if _block(reading, figure) in _REPORT:
            told[figure.value, figure.unit, figure.per].append(number)
    for number, figure in enumerate(reading.figures):
        bare = figure.hedge in (Hedge.EXACT, Hedge.ABOUT) and figure.value is not None
        apart = _block(reading, figure) in _APART
        weighs = _weighs(figure, _SMALLEST_APART if apart else _SMALLEST)
        if not bare or not weighs or is_soft(reading, number) or _is_told_by(reading, number):
            continue
        # One share of voters in two states is two figures.
        if not apart and figure.role not in (Role.COUNT, Role.MONEY):
            continue
        alike = told[figure.value, figure.unit, figure.per][:_MENTIONS]
        same = [other for other in alike if other != number and _is_same(reading, figure, other, apart=apart)]
        if not same or not is_soft(reading, same[0]) or not (apart or same[0] < number):
            continue
        if _is_taken_up(reading, figure) and _is_foretold(reading, same[0]):
            continue
        if _block(reading, figure) in _APART and _is_softened(reading, figure):
            continue
        if not any(_vouches(reading, other, is_soft) for other in same):
            yield figure, reading.figures[same[0]]


def _is_told_by(reading: Reading, number: int) -> bool:
    """Whether the sentence itself tells on whose say-so a figure stands; a source carried over tells no such thing."""
    attribution = owner(reading, number)
    return attribution is not None and not reading.attributions[attribution].carried


def _is_softened(reading: Reading, figure: Figure) -> bool:
    """Whether a headline or a caption itself tells that it is not sure: "9,000 feared dead"."""
    words = reading.sentences[figure.sentence].span.of(reading.page.text).lower()
    return not soft_words().isdisjoint(words.replace(":", " ").replace(",", " ").split())


def _is_same(reading: Reading, figure: Figure, number: int, *, apart: bool) -> bool:
    """Whether another figure of the same value counts the same; a headline may leave out what."""
    things = [thing for thing in (figure.thing, reading.figures[number].thing) if thing is not None]
    if len(things) < 2:
        return apart or (not things and figure.unit is not None)
    one, two = ({_singular(word) for word in thing.of(reading.page.text).lower().split()} for thing in things)
    return bool(one & two)


def _singular(word: str) -> str:
    return word.strip(".,;:’'\"“”").removesuffix("s")


def _vouches(reading: Reading, number: int, is_soft: Callable[[Reading, int], bool]) -> bool:
    """Whether a source gives a figure without reserve; "the 1,700 flats" only takes up what was said."""
    taken_up = _is_taken_up(reading, reading.figures[number])
    return owner(reading, number) is not None and not is_soft(reading, number) and not taken_up


def _is_taken_up(reading: Reading, figure: Figure) -> bool:
    """Whether a figure only takes up what was said: "the 1,700 flats"."""
    before = reading.page.text[max(figure.span.start - _NEAR, 0) : figure.span.start].split()[-1:]
    return bool(before) and before[0].lower() in ("the", "these", "those", "its", "their")


def _is_foretold(reading: Reading, number: int) -> bool:
    """Whether a count is certain and only what comes of it is foretold: "forecasts that 40 shops will close"."""
    attribution, figure = owner(reading, number), reading.figures[number]
    if attribution is None or figure.role is not Role.COUNT or figure.hedge is not Hedge.EXACT:
        return False
    return reading.attributions[attribution].certainty is Certainty.PREDICTED


def _is_guess(reading: Reading, number: int) -> bool:
    attribution = owner(reading, number)
    certainty = None if attribution is None else reading.attributions[attribution].certainty
    if certainty is Certainty.PREDICTED and attribution is not None:
        # "300 jobs will go, the owner said" is a plan, and no guess.
        cue = reading.attributions[attribution].cue
        plain = cue is not None and cue.of(reading.page.text).lower() in _SAYING
        certainty = Certainty.STATED if plain else certainty
    hedged = reading.figures[number].hedge in (Hedge.ABOUT, Hedge.NEARLY)
    return hedged or certainty in (Certainty.ESTIMATED, Certainty.ALLEGED, Certainty.PREDICTED)


@rule(
    code="SRC205",
    title="a bound turned into a point",
    why="“At least” and “at most” bound a figure from one side; told again without them, they claim more than the source said.",
    bad=(
        "“The 6,200 leaks logged tell little. That is at most half of the true number,” Ada Brandt said.\n\n"
        "It turns out that ⟦about 12,400⟧ leaks spring every month.",
        "The charity said that at least 3,800 families were on the list. The list was read out in May. ⟦About 3,800⟧ families have waited since then.",
    ),
    good=(
        "“The 6,200 leaks logged tell little. That is at most half of the true number,” Ada Brandt said.\n\n"
        "It turns out that at least 12,400 leaks spring every month.",
        "The charity said that at least 3,800 families were on the list. About 3,800 boats lay in the harbour.",
    ),
)
def bound_became_a_point(reading: Reading) -> Iterator[Remark]:
    """Figures worked out of a bound, or first given with one, and told as if they were not."""
    for check in reading.checks:
        if check.stated is None or not _rests_on_bound(reading, check):
            continue
        figure = reading.figures[check.stated]
        bound = check.working.rsplit(" = ", 1)[-1]
        message = (
            f"The figure “{named(reading, figure)}” follows only as a bound: the figures given make {bound}."
        )
        places = tuple(reading.figures[one].span for one in check.operands if isinstance(one, int))
        yield Remark(figure.span, message, places, working_of(reading, check))
    for figure, first in _told_flat(reading, _is_bound):
        message = (
            f"The figure “{named(reading, figure)}” was given as a bound: “{quote(reading, first.span)}”."
        )
        yield Remark(figure.span, message, (first.span,))


def _is_bound(reading: Reading, number: int) -> bool:
    return reading.figures[number].hedge in (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.UNDER)


def _rests_on_bound(reading: Reading, check: Check) -> bool:
    if check.kind is not CheckKind.MULTIPLE or check.verdict is not Verdict.ADDS_UP or check.stated is None:
        return False
    bounded = any(reading.figures[one].hedge in _BOUNDS for one in check.operands if isinstance(one, int))
    stated = reading.figures[check.stated]
    return (
        bounded and stated.hedge not in _BOUNDS and stated.role not in (Role.RATIO, Role.SHARE, Role.PERCENT)
    )


@rule(
    code="SRC206",
    title="a figure that another source on the page denies",
    why="Where one source gives a figure and another denies it, or says that it was not as many, the reader should meet both in one place.",
    bad=(
        "The Fennick Herald reported that ⟦2,300⟧ tenants had left. The council confirmed that some had left but said the cases were not on the scale reported.",
        "The union put the turnout at ⟦20,000⟧. Police called the figure exaggerated.",
    ),
    good=(
        "The Fennick Herald reported that 2,300 tenants had left. The council confirmed the number.",
        "Police said 300 men were held. The mayor denied that he had lied.",
    ),
)
def figure_is_denied(reading: Reading) -> Iterator[Remark]:
    """One remark a figure, for the first denial of it."""
    seen = set()
    for denial in reading.attributions:
        for number in denial.denies:
            figure = reading.figures[number]
            if number not in seen and _weighs(figure):
                seen.add(number)
                message = (
                    f"The figure “{named(reading, figure)}” is denied or disputed by {denial.chain[0].name}."
                )
                yield Remark(figure.span, message, (denial.content[0],))
