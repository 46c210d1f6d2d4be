"""Conflicts on one page: two figures for the same thing, place and time that cannot both stand.

Only figures of one event are set against each other: the same sort of thing, and words of one class in
their sentences ("deserted", "abandoned"). What marks a part, an addition or another time keeps a figure
out, since two figures for different things are no conflict. A headline speaks of what the whole report
speaks of, so there the verb of the two sentences will do for the event, whatever it is ("left 8,000
homes dry").
"""

from sayso.conflicts.find import find_conflicts

__all__ = ["find_conflicts"]
