"""What a service does for each request, beside reading and writing the same case by cattrs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import cattrs

from benchmarks import cases
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import Case, decide

CATTRS = "cattrs"
NEW = "ssrules, other cases in each round"


def tables(scale: Scale) -> Iterator[Table]:
    """From a mapping to a mapping, on cases complete and not."""
    for name, source in (
        ("all facts known", cases.complete(seed=4)),
        ("each fact unknown in one case of four", cases.partial(seed=5)),
    ):
        yield _table(name, source, scale)


def _table(name: str, source: Iterator[Case], scale: Scale) -> Table:
    pool = cases.take(source, scale.pool)
    converter = plain_converter()
    given = [case.to_dict() for case in pool]
    whole = [converter.unstructure(case) for case in pool]
    decisions = [decide(case) for case in pool]
    if [converter.structure(tree, Case) for tree in whole] != list(map(Case.from_dict, given)):
        raise AssertionError("cattrs reads other cases than ssrules")
    new: list[dict[str, Any]] = []

    def others() -> None:
        new[:] = [case.to_dict() for case in cases.take(source, scale.pool)]

    timings = in_turns(
        {
            CATTRS: over(
                lambda tree: converter.unstructure(converter.structure(tree, Case)), whole
            ),
            "ssrules": over(_answered, given),
            NEW: over(_answered, new),
            "of it Case.from_dict": over(Case.from_dict, given),
            "of it decide": over(decide, pool),
            "of it to_dict": over(lambda decision: decision.to_dict(), decisions),
        },
        rounds=scale.rounds,
        before={NEW: others},
    )
    return compared(f"From mapping to decided mapping: {name}", timings, CATTRS)


def _answered(tree: dict[str, Any]) -> dict[str, Any]:
    return decide(Case.from_dict(tree)).to_dict()


def plain_converter() -> cattrs.Converter:
    """A converter as it comes, but that dates are ISO text, which it cannot read by itself."""
    converter = cattrs.Converter()
    converter.register_structure_hook(
        datetime.date, lambda text, _: datetime.date.fromisoformat(text)
    )
    converter.register_unstructure_hook(datetime.date, lambda date: date.isoformat())
    return converter
