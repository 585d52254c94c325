"""Reading the rows of decision tables from a file of changes: what they ask, give and rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ssrules.errors import RuleError
from ssrules.overlays.keys import TABLES
from ssrules.overlays.tables import Table, TableReader
from ssrules.overlays.toml_lines import Path
from ssrules.records.frozen import freeze
from ssrules.tables.clauses import Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import Input, Value
from ssrules.tables.rule_sets import RuleSet


class RowReader(TableReader):
    """What is said of rows, with a fault for all that their rule set cannot ask or give."""

    def row(
        self,
        path: Path,
        given: Table,
        rule_set: RuleSet | None,
        may_be_none: Collection[str] = (),
    ) -> Table:
        """What is said of rows: citations, conditions, outputs, readings, documents."""
        row: Table = {"cites": self.clauses(given.get("cites", ())), "inputs": ()}
        row["readings"] = self.readings(path, given)
        inputs = self.names.inputs(rule_set)
        for key in ("when", "holds_if"):
            row[key] = self._conditions((*path, key), inputs, given.get(key, {}))
            own = {each.name for each in (rule_set.inputs if rule_set else ())}
            row["inputs"] += tuple(inputs[name] for name in row[key] if name not in own)
        if rule_set is None:
            return row
        if "then" in given:
            row["then"] = self._outputs((*path, "then"), rule_set, given["then"], may_be_none)
        if "documents" in given:
            row["documents"] = self._documents((*path, "documents"), rule_set, given["documents"])
        return row

    def readings(self, path: Path, given: Table) -> tuple[Reading | None, ...]:
        """The readings of a table, None for each that has a fault."""
        several = enumerate(given.get("readings", ()))
        return tuple(self._reading((*path, "readings", at), each) for at, each in several)

    def _reading(self, path: Path, table: object) -> Reading | None:
        before = self.count
        given = self.table(path, table, TABLES["reading"], "a reading")
        if self.count > before:
            return None
        return Reading(**{**given, "rests_on": self.clauses(given.get("rests_on", ()))})

    def _conditions(self, path: Path, inputs: Mapping[str, Input], given: Table) -> Table:
        """The values that a row allows each input."""
        asked: dict[str, tuple[Value, ...]] = {}
        for name, value in given.items():
            if name not in inputs:
                if name == "as_of":
                    self.fault((*path, name), "asks_as_of")
                elif not self.names.is_excused("input", (name,)):
                    self.fault((*path, name), "no_input", inputs, name, name=name)
                continue
            allowed = inputs[name].values
            listed = value if isinstance(value, list) else [value]
            for at, each in enumerate(listed):
                if not _among(each, allowed) and not self.names.was_faulty("fact", name):
                    where = (*path, name, at) if isinstance(value, list) else (*path, name)
                    self.never(where, name, each, allowed)
            if not listed:
                self.fault((*path, name), "no_value", name=name)
            asked[name] = tuple(listed)
        return asked

    def _outputs(
        self, path: Path, rule_set: RuleSet, given: Table, may_be_none: Collection[str]
    ) -> Table:
        """What a rule gives; an output that may be none and is left out is None."""
        outputs: Table = {}
        for name, value in given.items():
            if name not in rule_set.outputs:
                told = {"name": name, "rule_set": rule_set.name}
                self.fault((*path, name), "no_output", rule_set.outputs, name, **told)
                continue
            allowed = rule_set.outputs[name]
            if name == "documents":
                codes = tuple(value) if isinstance(value, list) else (value,)
                outputs[name] = self._documents((*path, name), rule_set, codes)
            elif not _is_plain(value) or (allowed is not None and not _among(value, allowed)):
                self.never((*path, name), name, value, allowed or ())
            else:
                outputs[name] = freeze(value)
        for name, allowed in rule_set.outputs.items():
            needed = allowed is None or None not in allowed
            if name not in given and needed and name not in may_be_none:
                self.fault(path, "gives_too", name=name, rule_set=rule_set.name)
            outputs.setdefault(name, None)
        return outputs

    def _documents(
        self, path: Path, rule_set: RuleSet, codes: Collection[object]
    ) -> tuple[Document, ...]:
        found: list[Document] = []
        known = self.names.known("document", {})
        for at, code in enumerate(codes):
            where = (*path, at) if (*path, at) in self.lines else path
            if not isinstance(code, str) or code not in known:
                told = {"kind": "document", "name": code}
                self.fault(where, "unknown_name", known, code, **told)
                continue
            if self.names.is_excused("document", (code,)):
                continue
            try:
                found.append(self.names.document(code, rule_set))
            except RuleError as error:
                self.pass_on(where, error)
        return tuple(found)


def _is_plain(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(each, str | int) for each in items)


def _among(value: object, allowed: Iterable[object]) -> bool:
    return any(type(value) is type(each) and value == each for each in map(_plain, allowed))


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
