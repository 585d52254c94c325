"""Verifying the built-in book over its whole space, and comparing two books."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks.report import Table
from benchmarks.scale import QUICK, Scale
from benchmarks.timing import in_turns
from ssrules import RuleBook
from ssrules.deciding.machine import Machine
from ssrules.engines import Engine, default_engine
from ssrules.engines.python import PythonEngine

WINDOW = {"activation_window_days": 180}


def tables(scale: Scale) -> Iterator[Table]:
    """Both, with each engine, from a book that has decided nothing yet."""
    engines = (default_engine(), PythonEngine())
    contenders: dict[str, Callable[[], int]] = {}
    for engine in {each.name: each for each in engines}.values():
        contenders[f"verify, {engine.name}"] = _verifying(engine)
        contenders[f"diff, {engine.name}"] = _comparing(engine)
    kinds = {
        "verify": RuleBook.default().verify().cells,
        "diff": RuleBook.default().diff(RuleBook.default().with_parameters(**WINDOW)).cells,
    }
    timings = in_turns(contenders, rounds=scale.rounds)
    rows = tuple(
        (name, f"{kinds[name.partition(',')[0]]:,}", f"{timing.median / 1e6:,.0f}")
        for name, timing in timings.items()
    )
    yield Table(
        "Verify the built-in book; compare it with one of another window",
        ("", "kinds of case", "ms, median"),
        rows,
        (
            f"{len(RuleBook.default().rule_sets)} rule sets, {_cells():,} cells in all; cells that"
            " no rule tells apart are one kind of case. Every round starts with new books.",
        ),
        tuple(timings.values()),
    )


def _cells() -> int:
    """The combinations of values of all inputs, over all rule sets."""
    tables = Machine.of(RuleBook.default()).tables.values()
    return sum(1 for table in tables for _ in table.cells())


def _new(engine: Engine) -> RuleBook:
    """The built-in book, with everything still to be worked out."""
    return RuleBook.default().with_engine(engine)


def _verifying(engine: Engine) -> Callable[[], int]:
    def work() -> int:
        if _new(engine).verify():
            raise AssertionError("the built-in book has findings")
        return 1

    return work


def _comparing(engine: Engine) -> Callable[[], int]:
    def work() -> int:
        book = _new(engine)
        if not book.diff(book.with_parameters(**WINDOW)):
            raise AssertionError("two windows make no difference")
        return 1

    return work


if __name__ == "__main__":
    for table in tables(QUICK):
        sys.stdout.write(f"{table.markdown()}\n")
