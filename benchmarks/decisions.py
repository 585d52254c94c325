"""`decide` on a prepared case, all statuses read, beside the same decision written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import cases
from benchmarks.equality import check_equal, check_sound, statuses
from benchmarks.handwritten import decide as by_hand
from benchmarks.handwritten import thrifty
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import Case, decide

HAND = "by hand"


def tables(scale: Scale) -> Iterator[Table]:
    """Complete cases, and cases with unknown facts."""
    complete = cases.take(cases.complete(seed=1), scale.checked)
    equal = check_equal("by hand", by_hand.decide, decide, complete)
    check_equal("by hand, thrifty", thrifty.decide, decide, complete)
    pool = complete[: scale.pool]
    yield compared(
        "Decide: all facts known",
        in_turns(_contenders(pool), rounds=scale.rounds),
        HAND,
        (f"All {equal:,} random cases: equal in every field of every part.",),
    )
    partial = cases.take(cases.partial(seed=2), scale.checked)
    parts, left_open = check_sound(by_hand.decide, decide, partial)
    check_sound(thrifty.decide, decide, partial)
    yield compared(
        "Decide: each fact unknown in one case of four",
        in_turns(_contenders(partial[: scale.pool]), rounds=scale.rounds),
        HAND,
        (
            f"{parts:,} parts compared: no status by hand is wrong; {left_open:,} are left open"
            " by hand that ssrules settles.",
        ),
    )


def _contenders(pool: list[Case]) -> dict[str, Callable[[], int]]:
    return {
        HAND: over(_all_read(by_hand.decide), pool),
        "by hand, thrifty": over(_all_read(thrifty.decide), pool),
        "ssrules": over(_all_read(decide), pool),
    }


def _all_read(decides: Callable[[Case], Any]) -> Callable[[Case], tuple[str, ...]]:
    return lambda case: statuses(decides(case))
