"""Why a page states more comments than stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.blocks.phrases import is_paging, is_pingback
from sayso.model import Notice


def explain_shortfall(texts: Iterable[str], found: int, declared: int | None) -> tuple[Notice, ...]:
    """Say what a page shows of the comments that it states and does not hold.

    Args:
        texts: its lines.
        found: how many comments were found.
        declared: how many the page states.

    Returns:
        One notice where comments are missing and the page shows why: links from other sites that it counts
        too (trackbacks), or a way to further pages of comments. Else none.
    """
    if not found or declared is None or declared <= found:
        return ()
    links, paged = 0, False
    for text in texts:
        links += is_pingback(text) and " " in text.strip()
        paged = paged or is_paging(text)
    reasons = []
    if links:
        what = "link from another site (a trackback)" if links == 1 else "links from other sites (trackbacks)"
        reasons.append(f"{links} {what} may be counted among them")
    if paged:
        reasons.append("the page leads to more of them on another page")
    what = f"{found} of {declared} comments are in this copy: {' and '.join(reasons)}"
    return (Notice("comments", what),) if reasons else ()
