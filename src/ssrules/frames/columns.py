"""The columns of a frame: which of them are facts, of what type, and which may not be there."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ssrules.errors import FrameError, nearest_names
from ssrules.errors.near import LONGEST_NAME
from ssrules.records.fact_table import FactTable
from ssrules.records.fields import Fact
from ssrules.records.kinds import Kind, members

AS_OF = "as_of"
SHORTEST_MISSPELT = 8
"""In a name of fewer letters a slip may make another word."""


def column_of(path: str) -> str:
    """The column of a fact, or of a part of a decision, by its path."""
    return path.replace(".", "_")


class Columns:
    """The columns of the facts of a class, in the order of its table.

    Raises `FrameError` for two facts that would have one column.
    """

    def __init__(self, facts: FactTable) -> None:
        self.facts = facts
        self.by_name: dict[str, Fact] = {}
        for fact in facts:
            other = self.by_name.setdefault(column_of(fact.path), fact)
            if other is not fact:
                data = {"one": other.path, "other": fact.path}
                raise FrameError.of(column_of(fact.path), "of_two_facts", **data)
        groups = (fact.path.partition(".")[0] for fact in facts if "." in fact.path)
        self.groups = tuple(f"{group}{end}" for group in dict.fromkeys(groups) for end in "_.")
        """What the names of all columns of facts in groups begin with."""
        self._by_letters = {_letters(name): name for name in self.by_name}

    def nearly(self, name: str) -> str | None:
        """The column of a fact that a name is nearly: written otherwise, or with one slip."""
        if name in self.by_name:
            return None
        letters = _letters(name)
        if letters in self._by_letters:
            return self._by_letters[letters]
        if not SHORTEST_MISSPELT <= len(letters) <= LONGEST_NAME:
            return None
        near = (each for known, each in self._by_letters.items() if _one_slip(letters, known))
        return next(near, None)


class Holds(enum.Enum):
    """What a column holds, as far as it matters for reading facts."""

    TEXT = "text"
    CATEGORIES = "categories"
    """Texts of which each stands once, and numbers that say which."""
    TRUTH = "truth"
    WHOLE = "whole numbers"
    NUMBER = "numbers"
    DAY = "days"
    MOMENT = "moments"
    ZONED = "moments in a time zone"
    NOTHING = "nothing"
    """The type says that there is nothing but nulls."""
    OTHER = "other"


@attrs.frozen
class Type:
    """What a column holds, and how its library calls that."""

    holds: Holds
    told: str = ""
    categories: tuple[str, ...] | None = None
    """The categories, where the type says them."""


@attrs.frozen
class Source:
    """A fact, the column that holds it, and that column's type."""

    fact: Fact
    column: str
    type: Type

    @property
    def path(self) -> str:
        """The fact's path."""
        return self.fact.path

    @property
    def holds(self) -> Holds:
        """What its column holds."""
        return self.type.holds


def sources(
    columns: Columns,
    schema: Mapping[str, Type],
    *,
    as_of_given: bool,
    zoned: bool,
    written: bool,
) -> tuple[Source, ...]:
    """The columns of a frame that are facts, in the order of the table of facts.

    `zoned` says that timestamps with a time zone may be days, as they are on Spark; `written` that
    everything may be text, as it is in CSV. Raises `FrameError`.
    """
    if as_of_given and AS_OF in schema:
        raise FrameError.of(AS_OF, "column_and_argument")
    if not as_of_given and AS_OF not in schema:
        raise FrameError.of(AS_OF, "no_day")
    found = tuple(
        Source(fact, name, schema[name]) for name, fact in columns.by_name.items() if name in schema
    )
    for source in found:
        if not (written and source.holds is Holds.TEXT):
            check_type(source, zoned=zoned)
    return found


def check_type(source: Source, *, zoned: bool) -> None:
    """Raise `FrameError` for a column of a type that its fact cannot be read from."""
    kind, holds = source.fact.kind, source.holds
    if holds is Holds.NOTHING or _fits(kind, holds, zoned=zoned):
        return
    wanted, known = _wanted(kind)
    data = {"dtype": source.type.told, "name": source.path, "wanted": wanted, "known": known}
    raise FrameError.of(source.column, "holds", **data)


def check_names(
    columns: Columns,
    names: Sequence[object],
    decided: Iterable[str],
    *,
    unique: bool,
    given: Iterable[object] = (),
) -> None:
    """Raise `FrameError` for a column that is a misspelt fact, stands twice or is in the way.

    `decided` are the decision columns that are to be appended; `unique` says that no name at all
    may stand twice. Names that differ in case only are taken for the same, as DuckDB and Spark
    take them. A name that is nearly a fact's is refused unless the fact is there, too, or is one of
    those `given` otherwise.
    """
    there = {*names, *given}
    taken = {name.casefold() for name in decided}
    seen: set[str] = set()
    for name in names:
        if not isinstance(name, str):
            continue
        folded = name.casefold()
        if folded in taken:
            raise FrameError.of(name, "decided_already")
        known_columns = columns.by_name
        if name not in known_columns and (
            name.startswith(columns.groups) or folded in known_columns
        ):
            near = nearest_names(column_of(name), known_columns)
            known = tuple(each for each in known_columns if each.split("_")[0] in name)
            raise FrameError.of(name, "column_no_fact", near=near, known=known)
        nearly = columns.nearly(name)
        if nearly is not None and nearly not in there:
            raise FrameError.of(name, "column_nearly_fact", near=(nearly,))
        if name in seen and (unique or name in columns.by_name):
            raise FrameError.of(name, "column_twice")
        seen.add(name)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _one_slip(name: str, other: str) -> bool:
    """Whether names differ in one letter, or in two that changed places; digits tell them apart."""
    if abs(len(name) - len(other)) > 1:
        return False
    start = _shared(name, other)
    name, other = name[start:], other[start:]
    end = _shared(name[::-1], other[::-1])
    name, other = name[: len(name) - end], other[: len(other) - end]
    if any(map(str.isdigit, name + other)):
        return False
    return max(len(name), len(other)) == 1 or (len(name) == 2 and name == other[::-1])


def _shared(one: str, other: str) -> int:
    """How many letters two names have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _fits(kind: Kind, holds: Holds, *, zoned: bool) -> bool:
    if kind is bool:
        return holds is Holds.TRUTH
    if kind is int:
        return holds in (Holds.WHOLE, Holds.NUMBER)
    if kind is str or members(kind):
        return holds in (Holds.TEXT, Holds.CATEGORIES)
    return holds in (Holds.DAY, Holds.TEXT, Holds.MOMENT) or (zoned and holds is Holds.ZONED)


def _wanted(kind: Kind) -> tuple[str, tuple[str, ...]]:
    """What a kind of fact is read from, and the words that it may be."""
    if kind is bool:
        return "true and false (Boolean)", ()
    if kind is int:
        return "whole numbers", ()
    if kind is str or members(kind):
        return "text", tuple(members(kind))
    return "dates, timestamps at midnight without a time zone, or text written YYYY-MM-DD", ()
