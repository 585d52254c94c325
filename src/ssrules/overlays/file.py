"""Reading an overlay from TOML: data only, with the line of everything that is wrong in it."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

from ssrules.errors import (
    ParameterError,
    RuleError,
    RuleFileError,
    SsrulesError,
    UnknownNameError,
    nearest,
)
from ssrules.overlays import KINDS, AnyChange, Overlay
from ssrules.overlays.keys import CHANGES, TABLES, WANTED, Keys, Kind, change_keys
from ssrules.overlays.names import Names
from ssrules.overlays.toml_lines import Path, lines_of
from ssrules.records.frozen import freeze
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import Input, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet

Table = dict[str, Any]

NOT_A_FILE = "<toml>"
"""What stands for the file's name where the text is given itself."""
PASSED_ON = (
    *("rule_set", "before", "requirement", "parameter", "value"),
    *("in_force_from", "in_force_to"),
)
"""The keys of a change that its class has too, as they are."""


def read_overlay(source: str | os.PathLike[str], book: Book) -> Overlay:
    """The overlay of a TOML file, or of a TOML text, that changes a book.

    A string is the text itself if it has more than one line, or an equals sign and no ending
    `.toml`; otherwise it is the path of a file. Raises `RuleFileError` with every fault, each
    with file and line.
    """
    is_text = isinstance(source, str) and (
        "\n" in source or ("=" in source and not source.endswith(".toml"))
    )
    if is_text:
        return _Reader(NOT_A_FILE, str(source), book).overlay()
    path = FilePath(source)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleFileError([RuleError(str(path), f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise RuleFileError([RuleError(str(path), "is not UTF-8 text")]) from None
    return _Reader(str(path), text, book).overlay()


class _Reader:
    """One reading of one file; every fault is noted, and all are raised at the end."""

    def __init__(self, file: str, text: str, book: Book) -> None:
        self.file = file
        self.text = text
        self.names = Names(book)
        self.lines = lines_of(text)
        self.faults: list[tuple[int, str]] = []
        self.cited: set[str] = set()

    def overlay(self) -> Overlay:
        """The overlay, or `RuleFileError`."""
        given = self._table((), self._parsed(), TABLES["overlay"], "file of changes")
        clauses: list[object] = given.pop("clauses", [])
        for at, table in enumerate(clauses):
            self._clause(("clauses", at), table)
        for at, table in enumerate(given.pop("documents", [])):
            self._document(("documents", at), table)
        changes = [
            self._change(("changes", at), table)
            for at, table in enumerate(given.pop("changes", []))
        ]
        for at, table in enumerate(clauses):
            id_ = table.get("id") if isinstance(table, dict) else None
            if isinstance(id_, str) and id_ not in self.cited:
                self._fault(("clauses", at, "id"), f"clause {id_!r} is cited nowhere")
        if self.faults:
            raise self._error(sorted(self.faults))
        return Overlay(**given, changes=tuple(each for each in changes if each is not None))

    def _parsed(self) -> Table:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r" \(at (?:line (\d+)|end)[^)]*\)$", str(error))
            told = str(error)[: at.start()] if at else str(error)
            line = int(at[1]) if at and at[1] else self.text.count("\n") + 1
            raise self._error([(line, f"is not TOML: {told}")]) from None

    def _error(self, faults: Iterable[tuple[int, str]]) -> RuleFileError:
        return RuleFileError([RuleError(f"{self.file}:{line}", told) for line, told in faults])

    def _fault(self, path: Path, message: str) -> None:
        while path not in self.lines:
            path = path[:-1]
        self.faults.append((self.lines[path], message))

    def _table(self, path: Path, table: object, keys: Keys, called: str) -> Table:
        """The values of a table that are of the right kind; everything else is a fault."""
        if not isinstance(table, dict):
            self._fault(path, f"{table!r} is no table")
            return {}
        for key in table:
            if key not in keys:
                self._fault((*path, key), f"{key!r} is no key of a {called}; {_near(key, keys)}")
        right: Table = {}
        for name, key in keys.items():
            if name not in table:
                if key.required:
                    self._fault(path, f"a {called} needs {name!r}: {key.meaning}")
                continue
            value = _as(key.kind, table[name])
            if value is None:
                told = f"{name!r} is {table[name]!r}, which is not {WANTED[key.kind]}"
                self._fault((*path, name), told)
            else:
                right[name] = value
        self._names((*path,), right, keys)
        return right

    def _names(self, path: Path, right: Table, keys: Keys) -> None:
        """Note a fault for every name in a table that is the name of nothing."""
        for key, value in right.items():
            kind = keys[key].names
            known = self.names.known(kind, right) if kind else ()
            for at, name in enumerate(value if isinstance(value, tuple) else (value,)):
                if kind == "clause":
                    self.cited.add(name)
                if kind and name not in known and known:
                    told = f"no {kind} is called {name!r}; {_near(name, known)}"
                    where = (*path, key, at)
                    self._fault(where if where in self.lines else (*path, key), told)

    def _clause(self, path: Path, table: object) -> None:
        before = len(self.faults)
        given = self._table(path, table, TABLES["clause"], "clause")
        if len(self.faults) > before:
            self.names.excuse("clause", given.get("id"))
            return
        clause = Clause(**given)
        if self.names.clauses.setdefault(clause.id, clause) != clause:
            told = f"{clause.id!r} is already the id of another clause: give it one of its own"
            self._fault((*path, "id"), told)

    def _document(self, path: Path, table: object) -> None:
        before = len(self.faults)
        given = self._table(path, table, TABLES["document"], "document")
        self.names.excuse("document", given.get("code"))
        if len(self.faults) == before:
            try:
                self.names.documents[given["code"]] = Document(**given)
            except RuleError as error:
                self._fault(path, str(error))

    def _change(self, path: Path, table: object) -> AnyChange | None:
        """A change, made at once so that the next one sees it; None where it has a fault."""
        kind = table.get("change") if isinstance(table, dict) else None
        if not isinstance(kind, str) or kind not in CHANGES:
            told = (
                "a change needs 'change', the kind of change"
                if kind is None
                else (f"no change is called {kind!r}")
            )
            self._fault((*path, "change"), f"{told}; {_near(kind, CHANGES)}")
            return None
        before = len(self.faults)
        given = self._table(path, table, change_keys(kind), kind.replace("_", " "))
        row = self._row(path, given)
        if len(self.faults) > before:
            return None
        try:
            change = _made(kind, given, row)
            self.names.book = change.apply(self.names.book)
        except SsrulesError as error:
            self._fault((*path, *_keys_at_fault(error, given)), str(error))
            return None
        return change

    def _row(self, path: Path, given: Table) -> Table:
        """What a change says of rows: citations, conditions, outputs, readings, documents."""
        rule_set = self.names.rule_set(given)
        row: Table = {"cites": self._clauses(given.get("cites", ())), "inputs": ()}
        readings = enumerate(given.get("readings", ()))
        row["readings"] = tuple(
            self._reading((*path, "readings", at), each) for at, each in readings
        )
        inputs = self.names.inputs(rule_set)
        for key in ("when", "holds_if"):
            row[key] = self._conditions((*path, key), inputs, given.get(key, {}))
            own = {each.name for each in (rule_set.inputs if rule_set else ())}
            row["inputs"] += tuple(inputs[name] for name in row[key] if name not in own)
        if rule_set is None:
            return row
        if "then" in given:
            row["then"] = self._outputs((*path, "then"), rule_set, given["then"])
        if "documents" in given:
            row["documents"] = self._documents((*path, "documents"), rule_set, given["documents"])
        return row

    def _clauses(self, ids: Iterable[str]) -> tuple[Clause, ...]:
        return tuple(self.names.clauses[id_] for id_ in ids if id_ in self.names.clauses)

    def _reading(self, path: Path, table: object) -> Reading | None:
        before = len(self.faults)
        given = self._table(path, table, TABLES["reading"], "reading")
        if len(self.faults) > before:
            return None
        return Reading(**{**given, "rests_on": self._clauses(given.get("rests_on", ()))})

    def _conditions(self, path: Path, inputs: Mapping[str, Input], given: Table) -> Table:
        """The values that a row allows each input."""
        asked: dict[str, tuple[Value, ...]] = {}
        for name, value in given.items():
            if name not in inputs:
                told = f"{name!r} is no input; {_near(name, inputs)}"
                if name == "as_of":
                    told = "rows do not ask 'as_of': say in_force_from or in_force_to"
                self._fault((*path, name), told)
                continue
            allowed = inputs[name].values
            listed = value if isinstance(value, list) else [value]
            for at, each in enumerate(listed):
                if not _among(each, allowed):
                    where = (*path, name, at) if isinstance(value, list) else (*path, name)
                    self._fault(where, f"{name} is never {_shown(each)}; {_nearest(each, allowed)}")
            if not listed:
                self._fault((*path, name), f"{name} has no value for which this applies")
            asked[name] = tuple(listed)
        return asked

    def _outputs(self, path: Path, rule_set: RuleSet, given: Table) -> Table:
        """What a rule gives; an output that may be none and is left out is None."""
        outputs: Table = {}
        for name, value in given.items():
            if name not in rule_set.outputs:
                told = f"{name!r} is no output of {rule_set.name}; {_near(name, rule_set.outputs)}"
                self._fault((*path, name), told)
                continue
            allowed = rule_set.outputs[name]
            if name == "documents":
                codes = tuple(value) if isinstance(value, list) else (value,)
                outputs[name] = self._documents((*path, name), rule_set, codes)
            elif not _is_plain(value) or (allowed is not None and not _among(value, allowed)):
                told = f"{name} is never {_shown(value)}; {_nearest(value, allowed or ())}"
                self._fault((*path, name), told)
            else:
                outputs[name] = freeze(value)
        for name, allowed in rule_set.outputs.items():
            if name not in given and (allowed is None or None not in allowed):
                self._fault(path, f"a rule of {rule_set.name} gives {name!r} too")
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
                self._fault(where, f"no document is called {code!r}; {_near(code, known)}")
                continue
            try:
                found.append(self.names.document(code, rule_set))
            except RuleError as error:
                self._fault(where, str(error))
        return tuple(found)


def _made(kind: str, given: Table, row: Table) -> AnyChange:
    """The change that a table without faults tells of."""
    told = {key: given[key] for key in PASSED_ON if key in given}
    in_rows = {key: row[key] for key in ("cites", "when", "readings") if key in row}
    if kind == "add_rule":
        told["rule"] = Rule(id=given["id"], then=row["then"], **in_rows)
    elif kind == "replace_rule":
        id_ = str(given.get("id", given["rule"]))
        told |= {"rule": given["rule"], "by": Rule(id=id_, then=row["then"], **in_rows)}
    elif kind == "add_requirement":
        told["requirement"] = Requirement(code=given["code"], holds_if=row["holds_if"], **in_rows)
    else:
        told |= {"cites": row["cites"]}
        told |= {key: row.get(key, given[key]) for key in ("rule", "documents") if key in given}
    if kind in ("add_rule", "replace_rule", "add_requirement"):
        told["inputs"] = row["inputs"]
    return KINDS[kind](**told)


def _keys_at_fault(error: SsrulesError, given: Table) -> list[str]:
    """The key of the value that an error is about; none where it is about the change at large."""
    if isinstance(error, ParameterError):
        return ["value"]
    name = error.name if isinstance(error, UnknownNameError) else None
    return [key for key, value in given.items() if value == name][:1]


def _as(kind: Kind, value: object) -> Any:
    """A value as its kind has it; None where it is of another kind."""
    if kind is Kind.TEXT:
        return value if isinstance(value, str) and value.strip() else None
    if kind is Kind.TEXTS:
        several = value if isinstance(value, list) else [value]
        right = several and all(isinstance(each, str) and each for each in several)
        return tuple(several) if right else None
    if kind is Kind.DATE:
        return value if type(value) is datetime.date else None
    if kind is Kind.VALUE:
        return value if isinstance(value, int) else None
    wanted = list if kind is Kind.TABLES else dict
    return value if isinstance(value, wanted) else None


def _is_plain(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(each, str | int) for each in items)


def _among(value: object, allowed: Iterable[object]) -> bool:
    return any(type(value) is type(each) and value == each for each in map(_plain, allowed))


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _nearest(value: object, allowed: Iterable[object]) -> str:
    known = [_shown(each) if isinstance(each, bool) else str(each) for each in allowed]
    return _near(value if isinstance(value, str) else str(value), known)


def _near(name: object, known: Iterable[str]) -> str:
    names = tuple(known)
    near = nearest(name, names)
    return f"did you mean {near}?" if near else f"known: {', '.join(names)}"
