"""What rules give, each value once: tables hold its number."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

from ssrules.errors import RuleError
from ssrules.records.unstructure import plain
from ssrules.tables.content import canonical
from ssrules.tables.documents import Document

SAFE = (1 << 53) - 1
"""Greater whole numbers are not exact in every language."""


def safe(where: str, number: int) -> int:
    """A number that every language has exactly. Raises `RuleError` for any other."""
    if isinstance(number, bool) or abs(number) <= SAFE:
        return number
    raise RuleError.of(where, "number_too_great", value=number, limit=SAFE)


class Values:
    """The values that outputs have, numbered as they are met; equal ones are one."""

    def __init__(self) -> None:
        self.plain: list[Any] = []
        self._number: dict[Any, int] = {}
        self._told: list[str] = []

    def output(self, where: str, given: Any) -> int | list[int]:
        """The number of a value, or those of the items of a list. Raises `RuleError`."""
        if isinstance(given, tuple):
            return [self.number(where, each) for each in given]
        return self.number(where, given)

    def number(self, where: str, value: Any) -> int:
        """The number of a value. Raises `RuleError` for one that JSON cannot tell from another."""
        written = self._written(where, value)
        told = canonical(written)
        found = self._number.get(value)
        if found is None:
            found = self._number[value] = len(self.plain)
            self.plain.append(written)
            self._told.append(told)
        if self._told[found] != told:
            raise RuleError.of(where, "equal_here_alone", one=self._told[found], other=told)
        return found

    def _written(self, where: str, value: Any) -> Any:
        if isinstance(value, Document):
            told = {"code": value.code, "all_of": value.all_of, "any_of": value.any_of}
            return {"document": plain(told)}
        if isinstance(value, Mapping) or not _is_plain(value):
            raise RuleError.of(where, "not_to_be_written", value=value)
        if isinstance(value, int):
            safe(where, value)
        return plain(value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, bool | int | str | enum.StrEnum)
