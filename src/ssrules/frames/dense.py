"""Tables written out: what a rule set answers at each point, as plain lists of texts.

Every cell is answered by the engine of the book itself, unknown facts and all, just as a single
case is; the lists are remembered with the book.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Answer, Table
from ssrules.deciding.machine import Machine
from ssrules.deciding.part_kinds import PartKind, Standing
from ssrules.errors import FrameError, RuleError
from ssrules.frames.columns import column_of
from ssrules.frames.digits import numbers
from ssrules.frames.language import Cells
from ssrules.frames.minimal import Minimal, minimised
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import LongerAgoThan
from ssrules.tables.rule_sets import RuleSet

MOST_CELLS = 1 << 20
"""How many cells a table may have."""
REMEMBERED_CELLS = 1 << 22
"""How many cells the lists of a book's memory may hold before it starts anew."""

FACT_ERROR = "fact_error"

Documents = tuple[Document, ...]


class Sized(Protocol):
    """A table that is kept."""

    @property
    def size(self) -> int:
        """How many cells it has."""


T = TypeVar("T", bound=Sized)


@attrs.frozen(eq=False)
class Dense:
    """One rule set's answers, written out.

    A cell's number is made of a digit for each axis, then of one for each of `documents`: 1 where
    all of them are at hand, else 0. `status`, `because` and `outputs` (by name) hold a text for
    each cell. `groups` are the places of axes that another rule set's answer rests on.
    """

    name: str
    axes: tuple[Axis, ...]
    radices: tuple[int, ...]
    documents: tuple[Documents, ...]
    status: Cells
    because: Cells
    outputs: tuple[tuple[str, Cells], ...]
    window: LongerAgoThan | None
    groups: tuple[tuple[int, ...], ...]
    _minimal: dict[bool, Minimal] = attrs.field(factory=dict, init=False)

    @property
    def places(self) -> tuple[Axis | Documents, ...]:
        """What the digits of a cell's number are of."""
        return (*self.axes, *self.documents)

    @property
    def size(self) -> int:
        """How many cells it has."""
        return len(self.status)

    @property
    def deadline(self) -> str:
        """The column of the last day of its window."""
        return f"{column_of(self.name)}_deadline"

    def columns(self, *, because: bool) -> dict[str, Cells]:
        """The cells of each decision column, in order."""
        prefix = column_of(self.name)
        found = {f"{prefix}_status": self.status}
        if because:
            found[f"{prefix}_because"] = self.because
        return found | {f"{prefix}_{name}": cells for name, cells in self.outputs}

    def minimal(self, *, because: bool) -> Minimal:
        """The same columns in as few cells as they need."""
        found = self._minimal.get(because)
        if found is None:
            radices = (*self.radices, *(2 for _ in self.documents))
            made = minimised(radices, self.groups, self.columns(because=because))
            found = self._minimal.setdefault(because, made)
        return found


def written_out(book: Book) -> tuple[Dense, ...]:
    """Every rule set that is a part of a decision, in the order of the decision.

    They are remembered with the book. Raises `RuleError` for a rule set with too many cells.
    """
    found: tuple[Dense, ...] | None = book.own.made.get("written_out")
    if found is None:
        machine = Machine.of(book)
        parts = tuple(
            _of(machine, book, section.kind, each)
            for section in machine.sections
            for each in section.rule_sets
        )
        found = book.own.made.setdefault("written_out", parts)
    return found


def columns(parts: Iterable[Dense], *, because: bool) -> tuple[str, ...]:
    """The names of the decision columns of parts, in order.

    Raises `FrameError` for an output that has the name of another one of them.
    """
    found: list[str] = []
    for part in parts:
        own = {f"{column_of(part.name)}_{each}" for each in ("status", "because", "deadline")}
        for name, _ in part.outputs:
            if f"{column_of(part.name)}_{name}" in own:
                raise FrameError.of(f"{column_of(part.name)}_{name}", "of_an_output", name=name)
        found += part.columns(because=because)
        if part.window is not None:
            found.append(part.deadline)
    return tuple(found)


def remembered(book: Book, key: tuple[Any, ...], cells: int, make: Callable[[], T]) -> T:
    """A table of so many cells, made when it is first asked for and kept with the book's rules.

    `key` begins with the name of the rule set. Raises `RuleError` for too many cells.
    """
    kept: dict[Any, Any] = book.memory.made.setdefault("frames", {})
    found: T | None = kept.get(key)
    if found is None:
        if cells > MOST_CELLS:
            raise RuleError.of(key[0], "too_many_for_a_frame", count=cells)
        found = make()
        if sum(each.size for each in kept.values()) > REMEMBERED_CELLS:
            kept.clear()
        kept[key] = found
    return found


def _of(machine: Machine, book: Book, kind: PartKind, rule_set: RuleSet) -> Dense:
    table = machine.tables[rule_set.name]
    digits = tuple(numbers(axis, book) for axis in table.all_axes)
    key = rule_set.name, digits
    cells = math.prod(map(len, digits))
    return remembered(book, key, cells, lambda: _written(kind, table, digits))


def _written(kind: PartKind, table: Table, digits: tuple[tuple[int, ...], ...]) -> Dense:
    rule_set = table.rule_set
    answers = [table.answer(point) for point in itertools.product(*digits)]
    standings = [kind.standing(rule_set, answer) for answer in answers]
    documents = tuple(dict.fromkeys(each.documents for each in standings if each.documents))
    if len(answers) << len(documents) > MOST_CELLS:
        raise RuleError.of(rule_set.name, "too_many_for_a_frame", count=None)
    at_hand = list(itertools.product((False, True), repeat=len(documents)))
    told = [status_of(each, documents, states) for each in standings for states in at_hand]
    times = len(at_hand)
    reasons = [";".join(answer.because) for answer in answers]
    outputs = tuple(
        (name, _repeated([_output(answer, name) for answer in answers], times))
        for name in kind.column_names(rule_set)
    )
    return Dense(
        name=rule_set.name,
        axes=table.all_axes,
        radices=tuple(map(len, digits)),
        documents=documents,
        status=tuple(told),
        because=_repeated(reasons, times),
        outputs=outputs,
        window=rule_set.window,
        groups=tuple(table.asked_axes()),
    )


def _repeated(values: Sequence[str | None], times: int) -> Cells:
    return tuple(value for value in values for _ in range(times))


def status_of(standing: Standing, documents: Sequence[Documents], at_hand: Sequence[bool]) -> str:
    """The status of a part where some lists of documents are all at hand and others are not."""
    ready = not standing.documents or at_hand[documents.index(standing.documents)]
    return str(standing.complete if ready else standing.status)


def _output(answer: Answer, name: str) -> str | None:
    """An output as text: yes and no as in JSON, a document by its code."""
    value = answer.certain.get(name) if answer.outcome else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Document):
        return value.code
    return None if value is None else str(value)
