"""How many days are left until the end of a part's window."""

from __future__ import annotations

from typing import ClassVar

from ssrules.frames.additions.addition import Addition, Decided
from ssrules.frames.columns import AS_OF, column_of
from ssrules.frames.dense import Dense
from ssrules.tables.book import Book


class DaysLeft(Addition):
    """A whole number for each part with a window: negative when it is over, null if not known."""

    name: ClassVar[str] = "days_left"

    def __init__(self, book: Book, parts: tuple[Dense, ...]) -> None:  # noqa: ARG002
        self._parts = parts

    def columns(self, part: Dense) -> tuple[str, ...]:
        """One, if it has a window."""
        return () if part.window is None else (f"{column_of(part.name)}_{self.name}",)

    def define(self, decided: Decided) -> None:
        """Count the days from the day of the decision to the last of the window."""
        of, as_of = decided.of, decided.rows.cell(AS_OF)
        columns = {
            name: of.days_between(as_of, of.column(part.deadline))
            for part in self._parts
            for name in self.columns(part)
        }
        of.define(self.name, columns)
