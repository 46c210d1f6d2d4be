"""The report for a terminal: one finding a line, as linters print them, and the working under it."""

from collections.abc import Callable, Iterator

from sayso.model import Check, Reading, Span
from sayso.report.place import line_starts, locate, surroundings
from sayso.report.wording import VERDICTS, neutral
from sayso.vocabulary import Severity, Verdict

SIGNS = {Verdict.ADDS_UP: "=", Verdict.DOES_NOT: "≠", Verdict.CANNOT: "?"}

BOLD, RED, YELLOW, CYAN, GREEN, FAINT = "1", "31", "33", "36", "32", "2"
SEVERITY_STYLES = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}
VERDICT_STYLES = {Verdict.ADDS_UP: GREEN, Verdict.DOES_NOT: RED, Verdict.CANNOT: YELLOW}

Paint = Callable[[str, str], str]

# A sentence is shown whole up to this many characters to each side of what is marked in it.
BESIDE = 160


def to_text(reading: Reading, *, colour: bool = False) -> str:
    """The report of one page.

    Args:
        reading: what sayso says of the page.
        colour: whether to colour it for a terminal.

    Returns:
        Lines with their line feeds. Nothing of the page in them steers a terminal.
    """
    paint = _painted if colour else _plain
    lines = [
        *_findings(reading, paint),
        *_sums(reading, paint),
        *(f"{neutral(reading.page.source)}: note: {neutral(n.message)}" for n in reading.notices),
        summary(reading),
    ]
    return "\n".join(lines) + "\n"


def to_sums(reading: Reading, *, colour: bool = False) -> str:
    """The table of the sums of one page with their working, and one line that counts them."""
    source = neutral(reading.page.source)
    paint = _painted if colour else _plain
    return "\n".join([*_sums(reading, paint), f"{source}: {sums_in_words(reading)}"]) + "\n"


def summary(reading: Reading) -> str:
    """One line: figures and how many have a source, sums and what came of them, comments."""
    sourced = sum(owner is not None for owner in reading.owners)
    parts = [f"{_count(len(reading.figures), 'figure')}, {sourced} sourced", sums_in_words(reading)]
    if reading.comments or reading.declared is not None:
        declared = "" if reading.declared is None else f" of {reading.declared:,} declared"
        parts.append(f"{_count(len(reading.comments), 'comment')} found{declared}")
    return f"{neutral(reading.page.source)}: {'; '.join(parts)}"


def sums_in_words(reading: Reading) -> str:
    """How many sums were done, and how many have each verdict: "6 sums done, 4 add up …"."""
    verdicts = [check.verdict for check in reading.checks]
    words = f"{_count(len(verdicts), 'sum')} done"
    if verdicts:
        good = verdicts.count(Verdict.ADDS_UP)
        words += f", {good} {'adds' if good == 1 else 'add'} up"
    if Verdict.DOES_NOT in verdicts:
        words += f", {verdicts.count(Verdict.DOES_NOT)} do not"
    if Verdict.CANNOT in verdicts:
        words += f", {verdicts.count(Verdict.CANNOT)} cannot be checked"
    return words


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _findings(reading: Reading, paint: Paint) -> Iterator[str]:
    starts = line_starts(reading.page.text)
    source = neutral(reading.page.source)
    around = surroundings(reading)
    for finding in sorted(reading.findings, key=lambda one: (one.span.start, one.span.end, one.code)):
        line, column = locate(starts, finding.span.start)
        place = paint(f"{source}:{line}:{column}", BOLD)
        code = paint(finding.code, SEVERITY_STYLES[finding.severity])
        yield f"{place} {code} {neutral(finding.message)}"
        if finding.span.start < finding.span.end:
            yield f"    {_quoted(reading.page.text, finding.span, around(finding.span), paint)}"
        if finding.working:
            yield f"    {paint(neutral(finding.working), FAINT)}"


def _quoted(text: str, span: Span, around: Span, paint: Paint) -> str:
    """The sentence of a finding with the place marked; what is long is cut."""
    end = min(span.end, span.start + 2 * BESIDE)
    before, after = text[around.start : span.start], text[end : max(around.end, end)]
    if len(before) > BESIDE:
        before = "…" + before[-BESIDE:]
    if len(after) > BESIDE:
        after = after[:BESIDE] + "…"
    marked = neutral(text[span.start : end]) + ("…" if end < span.end else "")
    return f"{neutral(before)}{paint(f'⟦{marked}⟧', BOLD)}{neutral(after)}".strip()


def _sums(reading: Reading, paint: Paint) -> Iterator[str]:
    if not reading.checks:
        return
    starts = line_starts(reading.page.text)
    yield paint("sums", BOLD)
    width = max(len(words) for words in VERDICTS.values())
    for check in sorted(reading.checks, key=lambda one: (one.span.start, one.span.end)):
        line, column = locate(starts, check.span.start)
        verdict = f"{SIGNS[check.verdict]} {VERDICTS[check.verdict]:{width}}"
        yield (
            f"  {paint(verdict, VERDICT_STYLES[check.verdict])}  "
            f"{f'{line}:{column}':>7}  {check.kind:11}  {_row(check, reading)}"
        )


def _row(check: Check, reading: Reading) -> str:
    """The working as findings show it: "8,214 / 4,106 = 2.001, stated: twice as many"."""
    parts = [neutral(check.working)] if check.working else []
    if check.stated is not None:
        parts.append(f"stated: {neutral(reading.figures[check.stated].span.of(reading.page.text))}")
    row = ", ".join(parts)
    return "; ".join(part for part in (row, neutral(check.reason or "")) if part)


def _painted(words: str, style: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def _plain(words: str, _style: str) -> str:
    return words
