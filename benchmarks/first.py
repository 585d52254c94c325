"""The first decision on a rule book, before anything is remembered, and the later ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from benchmarks import cases
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import Case, RuleBook, decide
from ssrules.engines import Engine, default_engine
from ssrules.engines.python import PythonEngine

KNOWN = "a later one, all facts known"
LATER = 100
"""Later decisions in a batch."""


@attrs.define
class First:
    """The first decision on a case by a book that has decided nothing, or only another case."""

    case: Case
    engine: Engine
    other: Case | None = None
    _book: RuleBook = attrs.field(factory=RuleBook.default, init=False)

    def prepare(self) -> None:
        """Make a book that remembers nothing but the other case, if there is one."""
        self._book = RuleBook.default().with_engine(self.engine)
        if self.other is not None:
            decide(self.other, self._book)

    def decide(self) -> int:
        """Decide the case."""
        decide(self.case, self._book)
        return 1


def tables(scale: Scale) -> Iterator[Table]:
    """On the evaluator of our own, and on the default engine."""
    unknown = Case(as_of=cases.TODAY)
    (known,) = cases.take(cases.complete(seed=6), 1)
    firsts = {
        f"{told}, {name}": First(case, engine, other)
        for name, engine in (("own evaluator", PythonEngine()), ("default", default_engine()))
        for told, case, other in (
            ("the book's first, all facts known", known, None),
            ("the book's first, all unknown", unknown, None),
            ("the first all unknown, after a known one", unknown, known),
        )
    }
    contenders: dict[str, Callable[[], int]] = {
        KNOWN: over(decide, [known] * LATER),
        "a later one, all unknown": over(decide, [unknown] * LATER),
    }
    timings = in_turns(
        contenders | {name: first.decide for name, first in firsts.items()},
        rounds=scale.rounds,
        before={name: first.prepare for name, first in firsts.items()},
    )
    yield compared(
        "The first decision on a rule book",
        timings,
        KNOWN,
        (
            "A book's first decision makes its tables ready and works out its digest; the first one"
            " with everything unknown looks at every completion.",
        ),
    )
