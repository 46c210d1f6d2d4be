"""The catalogue: what a rule is, and the list of all of them.

A rule stands in one place: its code, what it reports and why, texts that trip it, texts that do not,
and the function that turns records of a reading into remarks. Codes are never renamed or used again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model import Finding, Reading, Span
from sayso.vocabulary import PageKind, Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say of one place, before it is given its code.

    ``severity`` overrides the rule's own where one case weighs less than the others.
    """

    span: Span
    message: str
    related: tuple[Span, ...] = ()
    working: str | None = None
    severity: Severity | None = None


Examine = Callable[[Reading], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    ``bad`` are texts that trip it, at exactly the spans between ⟦ and ⟧; ``good`` are texts that do
    not; both are read as pages of the kind ``kind``.
    """

    code: str
    title: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    severity: Severity
    examine: Examine
    kind: PageKind = PageKind.ARTICLE


_RULES: dict[str, Rule] = {}


def rule(
    *,
    code: str,
    title: str,
    why: str,
    bad: tuple[str, ...],
    good: tuple[str, ...],
    severity: Severity = Severity.INFO,
    kind: PageKind = PageKind.ARTICLE,
) -> Callable[[Examine], Examine]:
    """Enter a function into the catalogue as a rule.

    Args:
        code: three letters of the family and three digits.
        title: what it reports, in a few words, without a full stop.
        why: one or two sentences for the editor who asks why this matters.
        bad: one to four texts that trip it, marked with ⟦ and ⟧.
        good: one to four texts that do not.
        severity: what its findings weigh; error only for a sum that fails with every operand printed.
        kind: the kind of page that the examples are.
    """

    def enter(examine: Examine) -> Examine:
        assert code not in _RULES, f"{code} is taken by {_RULES[code].title!r}"
        assert 1 <= len(bad) <= 4 >= len(good) >= 1, f"{code}: one to four examples each way"
        _RULES[code] = Rule(code, title, why, bad, good, severity, examine, kind)
        return examine

    return enter


def entered_rules() -> tuple[Rule, ...]:
    """All rules entered so far, in the order of their codes."""
    return tuple(_RULES[code] for code in sorted(_RULES))


def apply_rule(one: Rule, reading: Reading) -> Iterator[Finding]:
    """The findings of one rule on a reading."""
    for remark in one.examine(reading):
        yield Finding(
            one.code,
            remark.span,
            remark.severity or one.severity,
            remark.message[:1].upper() + remark.message[1:],
            remark.related,
            remark.working,
        )
