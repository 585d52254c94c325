"""Expressions of SQL, put together with as few parentheses as their order allows."""

from __future__ import annotations

from typing import TypeAlias

OR, AND, NOT, COMPARED, ADDED, TIMES, ONE = range(7)
"""How tightly an expression holds together, the loosest first."""

Value: TypeAlias = "Sql | int"


class Sql:
    """A piece of SQL, with how tightly it holds together."""

    __slots__ = ("tight", "words")

    def __init__(self, words: str, tight: int = ONE) -> None:
        self.words = words
        self.tight = tight

    def __str__(self) -> str:
        return self.words

    def within(self, tight: int) -> str:
        """The words, in parentheses where they stand within something tighter."""
        return self.words if self.tight >= tight else f"({self.words})"

    def _compared(self, sign: str, other: object) -> Sql:
        right = other if isinstance(other, Sql) else Sql(str(other))
        return Sql(f"{self.within(ADDED)} {sign} {right.within(ADDED)}", COMPARED)

    def __eq__(self, other: object) -> Sql:  # type: ignore[override]
        return self._compared("=", other)

    def __lt__(self, other: Value) -> Sql:
        return self._compared("<", other)

    def __le__(self, other: Value) -> Sql:
        return self._compared("<=", other)

    def __gt__(self, other: Value) -> Sql:
        return self._compared(">", other)

    def __ge__(self, other: Value) -> Sql:
        return self._compared(">=", other)

    def __and__(self, other: Sql) -> Sql:
        return Sql(f"{self.within(AND)} AND {other.within(AND)}", AND)

    def __or__(self, other: Sql) -> Sql:
        return Sql(f"{self.within(OR)} OR {other.within(OR)}", OR)

    def __invert__(self) -> Sql:
        return Sql(f"NOT {self.within(COMPARED)}", NOT)

    def __add__(self, other: Sql) -> Sql:
        return Sql(f"{self.within(ADDED)} + {other.within(TIMES)}", ADDED)

    __hash__ = None  # type: ignore[assignment]
