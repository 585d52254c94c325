"""Reading what holds a file of changes to its texts: worked cases, and what is not carried."""

from __future__ import annotations

from ssrules.errors import FactError
from ssrules.overlays.keys import TABLES
from ssrules.overlays.own_rule_sets import RuleSetReader
from ssrules.overlays.toml_lines import Path
from ssrules.tables.layers import NotFormalised, WorkedCase

SAID_OF_ALL = ("needs", "next_change", "as_of")
"""What a decision says beside its parts."""


class WorkedReader(RuleSetReader):
    """Cases and sentences; both are read when every change is made."""

    def not_formalised(self, path: Path, table: object) -> NotFormalised | None:
        """A sentence that is not carried; None where it has a fault."""
        before = self.count
        given = self.table(path, table, TABLES["not_formalised"], "a sentence that is not carried")
        if self.count > before:
            return None
        cites = self.clauses(given["cites"])
        if cites and not any(_plain(given["sentence"]) in _plain(each.words) for each in cites):
            told = {"name": ", ".join(each.id for each in cites)}
            self.fault((*path, "sentence"), "not_quoted", **told)
        return NotFormalised(**{**given, "cites": cites})

    def case(self, path: Path, table: object) -> WorkedCase | None:
        """A worked case; None where it has a fault."""
        before = self.count
        given = self.table(path, table, TABLES["case"], "a worked case")
        if self.count > before:
            return None
        facts = self.names.book.facts
        try:
            facts.from_paths(given["case"])
        except FactError as error:
            for fault in error.faults:
                if self.names.was_faulty("fact", fault.path):
                    continue
                at = next((key for key in given["case"] if fault.path.startswith(key)), None)
                self.pass_on((*path, "case", *((at,) if at else ())), FactError([fault]))
        parts = [each.name for each in self.names.book.rule_sets if not each.part_of]
        parts += self.names.faulty("rule set")
        for name in (*given["expect"], *given.get("none", ())):
            if not name.startswith((*(f"{each}." for each in parts), *SAID_OF_ALL)):
                where = (*path, "expect", name) if name in given["expect"] else (*path, "none")
                told = {"kind": "part of a decision", "name": name}
                self.fault(where, "unknown_name", parts, name.rpartition(".")[0], **told)
        return WorkedCase(
            case=given["case"],
            expect={**given["expect"], **dict.fromkeys(given.get("none", ()))},
            about=given.get("about", ""),
            cites=self.clauses(given.get("cites", ())),
            where=f"{self.file}:{self.line(path)}",
        )


def _plain(words: str) -> str:
    """Words without the ends of lines that a file puts into them."""
    return "".join(words.split())
