"""`python -m mutate [WORD ...]`: put one thing wrong in the rules at a time, and see who notices.

Every row, reading, parameter and clause of the built-in book is changed in memory; the tests'
comparisons with the independent tables and the independent evaluator must notice each change, or
the change must be listed as one that changes nothing, with the reason. Words name the mutants that
are tried, all if there is none.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator

from tests.contract import PARTS

from mutate import books
from mutate.equivalent import why_equivalent


def found(words: list[str]) -> Iterator[tuple[str, str, str | None]]:
    """The kind, the name and the fate of each mutant that is tried."""
    for kind, mutants in (("rules", books.of_rule_sets()), ("parameters", books.of_parameters())):
        for each in mutants:
            if not words or any(word in each.name for word in words):
                yield kind, each.name, each.noticed()
    for name, said in books.of_clauses():
        if not words or any(word in name for word in words):
            yield "clauses", name, said


def main(words: list[str]) -> int:
    """Try them, and tell what became of them; 1 if one was missed."""
    began = time.monotonic()
    if said := books.Mutant("nothing wrong", books.unchanged, PARTS).noticed():
        sys.exit(f"the book without a change is told to be wrong: {said}")
    counted: Counter[tuple[str, str]] = Counter()
    reasons: Counter[str] = Counter()
    for kind, name, said in found(words):
        reason = None if said else why_equivalent(name)
        fate = "caught" if said else "equivalent" if reason else "missed"
        counted[kind, fate] += 1
        if reason:
            reasons[reason] += 1
        if fate == "missed":
            sys.stdout.write(f"missed: {name}\n")
    for kind in dict.fromkeys(kind for kind, _ in counted):
        fates = ("caught", "equivalent", "missed")
        told = ", ".join(f"{counted[kind, fate]} {fate}" for fate in fates)
        sys.stdout.write(f"{kind}: {told}\n")
    for reason, number in reasons.items():
        sys.stdout.write(f"equivalent, {number}: {reason}\n")
    missed = sum(number for (_, fate), number in counted.items() if fate == "missed")
    told = f"{sum(counted.values())} mutants, {missed} missed"
    sys.stdout.write(f"{told}, in {time.monotonic() - began:.0f} s\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
