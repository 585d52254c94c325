"""`decide` beside other rule engines called directly on the same decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec

from benchmarks import cases
from benchmarks.equality import statuses
from benchmarks.handwritten import decide as by_hand
from benchmarks.peers import clips, rules, zen
from benchmarks.peers.content import (
    Answer,
    Context,
    comparable,
    contexts,
    expected,
    parts,
)
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import Case, RuleBook, decide

BATCH = 50
"""Cases that an engine decides in a round: they are slow, and turns are to be short."""


def tables(scale: Scale) -> Iterator[Table]:
    """Every engine, on cases with all facts known."""
    book = RuleBook.default()
    asked = parts(book)
    engines: dict[str, Callable[[Context], Answer]] = {
        "zen-engine, expressions": zen.make_expressions(asked),
        "zen-engine, decision tables": zen.make_tables(asked),
        "clipspy": clips.make(asked),
        "rule-engine": rules.make(asked),
    }
    if find_spec("durable") is not None:
        from benchmarks.peers import durable

        engines["durable-rules"] = durable.make(asked)
    pool = cases.take(cases.complete(seed=3), max(scale.checked // 5, BATCH))
    given = contexts(book, pool)
    for name, engine in engines.items():
        check(name, engine, pool, given)
    contenders = {
        "ssrules": over(lambda case: statuses(decide(case)), pool),
        "by hand": over(lambda case: statuses(by_hand.decide(case)), pool),
    }
    contenders |= {name: over(engine, given[:BATCH]) for name, engine in engines.items()}
    rows = sum(len(part.rows) for part in asked)
    yield compared(
        "Decide: other engines on the same decision",
        in_turns(contenders, rounds=scale.rounds),
        "ssrules",
        (
            f"{len(pool):,} random cases: every engine gives the same reasons and missing documents"
            f" for every part ({len(asked)} tables, {rows} rows).",
        ),
    )


def check(
    name: str,
    engine: Callable[[Context], Answer],
    pool: list[Case],
    given: list[Context],
) -> None:
    """Raise `AssertionError` at the first case that an engine decides otherwise."""
    for case, context in zip(pool, given, strict=True):
        theirs, ours = comparable(engine(context)), expected(decide(case))
        if theirs != ours:
            part = next(part for part in theirs | ours if theirs.get(part) != ours.get(part))
            told = f"{part}: {theirs.get(part)}, ssrules says {ours.get(part)}"
            raise AssertionError(f"{name} differs at {told} for {case.to_json()}")
