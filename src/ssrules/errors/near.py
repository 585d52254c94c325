"""The known names that come nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

LONGEST_NAME = 80
"""A longer name is near to none."""
MOST_COMPARED = 50_000
"""With names of so many characters together a name is compared, and with no more."""


def nearest_names(name: object, known: Iterable[str]) -> tuple[str, ...]:
    """The known names closest to `name`, two at most.

    A name of more than `LONGEST_NAME` characters is close to none; of the known names those are
    compared that come first and have no more than `MOST_COMPARED` characters together.
    """
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        return ()
    by_case: dict[str, str] = {}
    room = MOST_COMPARED
    for candidate in known:
        room -= min(len(candidate), LONGEST_NAME) + 1
        if room < 0:
            break
        if len(candidate) <= LONGEST_NAME:
            by_case[candidate.casefold()] = candidate
    wanted = name.strip().casefold()
    found = difflib.get_close_matches(wanted, by_case, n=2, cutoff=0.6)
    if not found and len(wanted) > 2:
        found = [each for each in by_case if wanted in each][:2]
    return tuple(by_case[each] for each in found)
