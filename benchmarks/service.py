"""What a service does for each request, beside reading and writing the same case by cattrs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import cattrs

from benchmarks import cases
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import Case, decide

CATTRS = "cattrs"


def tables(scale: Scale) -> Iterator[Table]:
    """From a mapping to a mapping, on cases complete and not."""
    for name, source in (
        ("all facts known", cases.complete(seed=4)),
        ("each fact unknown in one case of four", cases.partial(seed=5)),
    ):
        yield _table(name, cases.take(source, scale.pool), scale)


def _table(name: str, pool: list[Case], scale: Scale) -> Table:
    converter = plain_converter()
    given = [case.to_dict() for case in pool]
    whole = [converter.unstructure(case) for case in pool]
    decisions = [decide(case) for case in pool]
    if [converter.structure(tree, Case) for tree in whole] != list(map(Case.from_dict, given)):
        raise AssertionError("cattrs reads other cases than ssrules")
    timings = in_turns(
        {
            CATTRS: over(
                lambda tree: converter.unstructure(converter.structure(tree, Case)), whole
            ),
            "ssrules": over(lambda tree: decide(Case.from_dict(tree)).to_dict(), given),
            "of it Case.from_dict": over(Case.from_dict, given),
            "of it decide": over(decide, pool),
            "of it to_dict": over(lambda decision: decision.to_dict(), decisions),
        },
        rounds=scale.rounds,
    )
    return compared(f"From mapping to decided mapping: {name}", timings, CATTRS)


def plain_converter() -> cattrs.Converter:
    """A converter as it comes, but that dates are ISO text, which it cannot read by itself."""
    converter = cattrs.Converter()
    converter.register_structure_hook(
        datetime.date, lambda text, _: datetime.date.fromisoformat(text)
    )
    converter.register_unstructure_hook(datetime.date, lambda date: date.isoformat())
    return converter
