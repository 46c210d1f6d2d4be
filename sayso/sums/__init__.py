"""The sums room: finds the sums that a text states and does each of them again."""

from collections.abc import Iterator

from sayso.model import Check, Reading
from sayso.sums.across import find_across
from sayso.sums.around import find_around
from sayso.sums.beside import find_beside
from sayso.sums.bound import find_bounds
from sayso.sums.change import find_changes
from sayso.sums.claim import Claim
from sayso.sums.conversion import find_conversions
from sayso.sums.count import find_counts
from sayso.sums.difference import find_differences
from sayso.sums.elapsed import find_elapsed
from sayso.sums.exact import find_exact
from sayso.sums.filled import find_filled
from sayso.sums.missing import find_holes
from sayso.sums.multiple import find_multiples
from sayso.sums.ordering import find_orderings
from sayso.sums.parts import find_parts
from sayso.sums.qualified import weigh_words
from sayso.sums.rate import find_rates
from sayso.sums.rest import find_rests
from sayso.sums.restatement import find_ranges, find_restatements, find_retold
from sayso.sums.rows import find_rows
from sayso.sums.scene import Line, Scene, set_scene
from sayso.sums.settle import settle
from sayso.sums.share import find_columns, find_shares
from sayso.sums.since import find_since
from sayso.sums.tables import check_tables
from sayso.sums.total import find_totals
from sayso.sums.wholes import find_wholes
from sayso.vocabulary import CheckKind, Verdict

# In this order: where two families read one figure as their result, the earlier one has it.
_FAMILIES = (
    find_conversions,
    find_multiples,
    find_bounds,
    find_changes,
    find_shares,
    find_differences,
    find_rows,
    find_totals,
    find_parts,
    find_rests,
    find_across,
    find_beside,
    find_filled,
    find_wholes,
    find_rates,
    find_elapsed,
    find_since,
    find_counts,
    find_restatements,
    find_ranges,
    find_orderings,
)
_RANK = {Verdict.ADDS_UP: 0, Verdict.DOES_NOT: 1, Verdict.CANNOT: 2}


def check_sums(reading: Reading) -> tuple[Check, ...]:
    """Do every sum again that the text states.

    Args:
        reading: with its sentences, figures, dates and owners.

    Returns:
        The checks in the order of the text. A stated figure has one check, or several where the words
        state several sums for it that all add up.
    """
    scene = set_scene(reading)
    lines = [line for line in scene.lines if line.figures and not _is_row(scene, line)]
    settled = _settle(reading, (claim for line in lines for find in _FAMILIES for claim in find(scene, line)))
    done = {check.stated for check in settled if check.verdict is Verdict.ADDS_UP}
    # These look at what stands near a figure, and only where no family has made a sum of it that adds up.
    open_ = [line for line in lines if not done.issuperset(line.figures)]
    settled += _settle(
        reading,
        (claim for line in open_ for claim in find_around(scene, line, done)),
        (claim for line in open_ for claim in find_holes(scene, line)),
    )
    made = {_figures_of(check) for check in settled if check.verdict is Verdict.ADDS_UP}
    settled += _settle(reading, (claim for line in lines for claim in find_exact(scene, line, made)))
    settled += _settle(reading, find_columns(scene), find_retold(scene))
    settled += check_tables(reading)
    return tuple(sorted(_choose(reading, settled), key=lambda check: (check.span.start, check.span.end)))


def _settle(reading: Reading, *found: Iterator[Claim]) -> list[Check]:
    claims = (weigh_words(reading, claim) for claims in found for claim in claims)
    return [check for claim in claims if (check := settle(reading, claim))]


def _figures_of(check: Check) -> frozenset[int]:
    """The figures of a sum, the stated one and its operands."""
    operands = {operand for operand in check.operands if isinstance(operand, int)}
    return frozenset(operands if check.stated is None else {*operands, check.stated})


def _is_row(scene: Scene, line: Line) -> bool:
    """Whether a line is a table's row and no sentence: what its cells come to is told by heads and labels."""
    return bool(scene.reading.blocks[scene.reading.sentences[line.number].block].cells)


def _choose(reading: Reading, checks: list[Check]) -> Iterator[Check]:
    """One check a stated figure, the one that adds up before all; an ordering where nothing says more."""
    best: dict[int, Check] = {}
    for check in checks:
        if check.stated is not None:
            held = best.get(check.stated)
            if held is None or _RANK[check.verdict] < _RANK[held.verdict]:
                best[check.stated] = check
    chosen = [check for check in best.values() if not _is_made_already(reading, check, list(best.values()))]
    for check in checks:
        # "The first (3-7 May) and second (8-12 May) five-day runs" states two sums.
        again = check.kind is CheckKind.ELAPSED and check.verdict is Verdict.ADDS_UP
        in_words = check.stated is None and check.kind is not CheckKind.ORDERING
        told = any((one.stated, one.operands) == (check.stated, check.operands) for one in chosen)
        if (again and not told) or (in_words and check not in chosen):
            chosen.append(check)
    pairs = {frozenset(operand for operand in check.operands if isinstance(operand, int)) for check in chosen}
    chosen += [
        check
        for check in checks
        if check.kind is CheckKind.ORDERING and frozenset(check.operands) not in pairs
    ]
    yield from chosen


def _is_made_already(reading: Reading, check: Check, others: list[Check]) -> bool:
    """Whether a sum that fails has operands that make another figure of its sort.

    "Lost seven seats, from 65 to 58, and 2.4 points": the two make the seats, so the points come of others.
    """
    if check.verdict is not Verdict.DOES_NOT or check.stated is None:
        return False
    operands, own = set(check.operands), reading.figures[check.stated]
    return any(
        other.verdict is Verdict.ADDS_UP
        and other.stated is not None
        and other.kind is check.kind
        and set(other.operands) == operands
        and reading.figures[other.stated].unit == own.unit
        for other in others
    )
