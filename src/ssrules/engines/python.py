"""Our own evaluator: the check on durable-rules, and its stand-in where that cannot be imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from ssrules.engines.interface import Cell, Row


@attrs.frozen
class PythonEngine:
    """Reads each row in turn, test by test."""

    name: str = attrs.field(default="python", init=False)

    def compile(self, rows: Sequence[Row]) -> Callable[[Cell], tuple[int, ...]]:
        """Give a callable from a complete cell to the positions of the rows that fire."""
        numbered = tuple(enumerate(rows))
        last = max((position for row in rows for position, _ in row), default=-1)

        def fire(cell: Cell) -> tuple[int, ...]:
            if len(cell) <= last:
                raise IndexError(f"the table looks at {last + 1} inputs, the cell has {len(cell)}")
            fired = []
            for number, row in numbered:
                for position, values in row:
                    if cell[position] not in values:
                        break
                else:
                    fired.append(number)
            return tuple(fired)

        return fire
