"""Sums whose words take something out or put something in: "once tax is paid", "excluding currency effects".

What the words leave out of such a sum, its figures do not show; so it is told where it adds up all the same,
and not called wrong where it does not.
"""

import re
from dataclasses import replace

from sayso.model import Missing, Reading
from sayso.sums.claim import WORKED_OUT, Claim

_QUALIFIES = re.compile(
    r"\b(?:once|exclud\w+|not counting|without counting|adjust\w*|restat\w+|left out|leav(?:es|ing) out|"
    r"with (?:interest|dividends)|net of|apart from|except for|besides|taken into account|(?:is|are) added|"
    r"round(?:ed|ing)|in real terms|like-for-like|constant (?:currenc|exchange)\w*|"
    r"(?:after|for|with) inflation|after (?:tax|taxes|costs|fees|expenses|commission|deductions))\b",
    re.IGNORECASE,
)
# "Profit before tax" is a name, "a profit of $5 million before tax" is not.
_BEHIND_IT = re.compile(r"\b(?:after|with|before) (?:tax|taxes|costs|interest|fees)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 20, 60
_ENDS = re.compile(r"[.!?]\s")


def weigh_words(reading: Reading, claim: Claim) -> Claim:
    """The claim, no longer firm where words in it or close behind it say that there is more to the sum."""
    if not claim.firm or claim.kind not in WORKED_OUT:
        return claim
    text = reading.page.text
    behind = _ENDS.split(text[claim.span.end : claim.span.end + _BEHIND], maxsplit=1)[0]
    words = text[max(0, claim.span.start - _BEFORE) : claim.span.end] + behind
    doubt = _QUALIFIES.search(words) or _BEHIND_IT.search(behind)
    return replace(claim, firm=False) if doubt and not _is_open(claim) else claim


def _is_open(claim: Claim) -> bool:
    """Whether the claim says what is missing, and so is never called wrong."""
    return claim.reason is not None or any(
        isinstance(one, Missing) for way in claim.ways for one in way.operands
    )
