"""The faults of a file of changes as they are noted: each with its line, the first in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssrules.errors import RuleError, RuleFileError, SsrulesError
from ssrules.errors.near import nearest_names
from ssrules.overlays.toml_lines import Path
from ssrules.records.limits import MOST_FAULTS


class Noted:
    """What is wrong with a file, by its lines."""

    lines: Mapping[Path, int]

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[tuple[int, RuleError]] = []
        self.untold = 0

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self.faults) + self.untold

    def error(self) -> RuleFileError:
        """All faults, by their lines, and how many there are beside those that are told."""
        ordered = sorted(self.faults, key=lambda each: (each[0], each[1].message))
        told = [fault for _, fault in ordered]
        if self.untold:
            told.append(RuleError.of(self.file, "more_faults", count=self.untold))
        return RuleFileError(told)

    def fault(
        self,
        path: Path,
        code: str,
        among: Iterable[str] | None = None,
        wanted: object = None,
        **data: object,
    ) -> None:
        """Note a fault; its cure are the names among which those nearest to `wanted` are told."""
        if among is not None and len(self.faults) < MOST_FAULTS:
            names = tuple(among)
            near = nearest_names(wanted, names)
            data |= {"near": near, "known": () if near else names}
        self.note(self.line(path), code, **data)

    def note(self, line: int, code: str, **data: object) -> None:
        """Note a fault in a line; past the first hundred it is only counted."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append((line, RuleError.of(f"{self.file}:{line}", code, **data)))
        else:
            self.untold += 1

    def pass_on(self, path: Path, error: SsrulesError) -> None:
        """Note what the rule book itself finds wrong."""
        if len(self.faults) < MOST_FAULTS:
            line = self.line(path)
            self.faults.append((line, RuleError.because(f"{self.file}:{line}", error)))
        else:
            self.untold += 1

    def line(self, path: Path) -> int:
        """The line of a path, or of the innermost table around it that has one."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]
