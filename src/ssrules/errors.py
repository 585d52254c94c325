"""Every error the library raises: data first, with one plain sentence as its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ssrules.late import door

FEW = 20
"""So many names are listed in full, even where one of them is near."""


class Fault(NamedTuple):
    """One thing that is wrong with an input.

    `path` is the fact's path (`person.age`), or `case` for the input as a whole; in a decision that
    is read back it begins with `decision`. `value` is what was given; `message` says what is wrong
    with it; `hint` is the cure, or "" where there is none.
    """

    path: str
    value: object
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    def with_hint(self) -> str:
        """The fault and its cure on one line."""
        return f"{self} ({self.hint})" if self.hint else str(self)


class SsrulesError(Exception):
    """The root of every error that ssrules raises on purpose."""


class FactError(SsrulesError, ValueError):
    """An input that cannot be decided, with every fault in it.

    `faults` is a tuple of `Fault` in the order of the table of facts.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(fault.with_hint() for fault in self.faults)


class ParameterError(SsrulesError, ValueError):
    """A parameter of a rule book that is unknown, or whose value has the wrong type or range."""

    def __init__(self, name: str, value: object, message: str) -> None:
        self.name = name
        self.value = value
        self.message = message
        super().__init__(name, value, message)

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


class RuleError(SsrulesError, ValueError):
    """A rule, rule set, clause or rule book that contradicts itself or cannot be understood.

    `where` names the place (a rule id, or `FILE:LINE` for a file of rules).
    """

    def __init__(self, where: str, message: str) -> None:
        self.where = where
        self.message = message
        super().__init__(where, message)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class RuleFileError(RuleError):
    """A file of rules with something wrong in it; `faults` holds every `RuleError`, by line."""

    def __init__(self, faults: Iterable[RuleError]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults[0].where, self.faults[0].message)
        self.args = (self.faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class UnknownNameError(SsrulesError, LookupError, ValueError):
    """A name that is asked for and does not exist, with the nearest names that do.

    `kind` says what was looked for ("clause", "path"), `name` is what was asked, `known` every
    name that would have been found.
    """

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        super().__init__(kind, name, self.known)

    def __str__(self) -> str:
        near = nearest(self.name, self.known)
        listed = f"known: {', '.join(self.known)}"
        if not near:
            cure = listed
        elif len(self.known) <= FEW:
            cure = f"did you mean {near}? {listed}"
        else:
            cure = f"did you mean {near}?"
        return f"no {self.kind} is called {self.name!r}; {cure}"


class FrameError(SsrulesError, ValueError):
    """A frame whose columns cannot be read as facts; `column` is the column at fault."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        self.message = message
        super().__init__(column, message)

    def __str__(self) -> str:
        return f"column {self.column!r}: {self.message}"


class FrameKindError(SsrulesError, TypeError):
    """Something that is no frame of a kind that can be decided; `given` is its type's name."""

    def __init__(self, given: str) -> None:
        self.given = given
        super().__init__(given)

    def __str__(self) -> str:
        known = "Polars, pandas, PyArrow, DuckDB or PySpark"
        return f"{self.given} is no frame that can be decided; give one of {known}"


class MissingExtraError(SsrulesError, ImportError):
    """A part of the library whose optional dependency is not installed."""

    def __init__(self, extra: str, needed_for: str) -> None:
        self.extra = extra
        self.needed_for = needed_for
        super().__init__(extra, needed_for)

    def __str__(self) -> str:
        return f'{self.needed_for} needs an extra: pip install "ssrules[{self.extra}]"'


def nearest(name: object, known: Iterable[str]) -> str:
    """The known names closest to `name`, joined by " or "; "" where none is close."""
    if not isinstance(name, str):
        return ""
    with door:
        import difflib

    by_case = {candidate.casefold(): candidate for candidate in known}
    wanted = name.strip().casefold()
    found = difflib.get_close_matches(wanted, by_case, n=2, cutoff=0.6)
    if not found and len(wanted) > 2:
        found = [each for each in by_case if wanted in each][:2]
    return " or ".join(by_case[each] for each in found)
