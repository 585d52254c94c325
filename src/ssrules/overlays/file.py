"""Reading an overlay from TOML: data only, with the line of everything that is wrong in it."""

from __future__ import annotations

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
)
from ssrules.overlays import KINDS, AnyChange, Overlay
from ssrules.overlays.keys import CHANGES, TABLES, WANTED, Keys, as_kind, change_keys
from ssrules.overlays.names import Names
from ssrules.overlays.noted import Noted
from ssrules.overlays.toml_lines import Path, TooDeepError, lines_of
from ssrules.records.frozen import freeze
from ssrules.records.limits import DEFAULT, Limits
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import Input, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.telling import HALF, name_of

Table = dict[str, Any]

NOT_A_FILE = "<toml>"
"""What stands for the file's name where the text is given itself."""
PASSED_ON = (
    *("rule_set", "before", "requirement", "parameter", "value"),
    *("in_force_from", "in_force_to"),
)
"""The keys of a change that its class has too, as they are."""


def read_overlay(
    source: str | os.PathLike[str], book: Book, limits: Limits | None = None
) -> Overlay:
    """The overlay of a TOML file, or of a TOML text, that changes a book.

    A string is the text itself if it has more than one line, or an equals sign and no ending
    `.toml`; otherwise it is the path of a file. Raises `RuleFileError` with every fault, each
    with file and line, also where the text is larger or deeper than the limits allow.
    """
    limits = limits or DEFAULT
    is_text = isinstance(source, str) and (
        "\n" in source or ("=" in source and not source.endswith(".toml"))
    )
    if is_text:
        return _Reader(NOT_A_FILE, str(source), book, limits).overlay()
    path = FilePath(source)
    file = name_of(str(path))
    try:
        with path.open(encoding="utf-8") as stream:
            text = stream.read(limits.characters + 1)
    except UnicodeDecodeError:
        raise RuleFileError([RuleError.of(file, "toml_not_utf8")]) from None
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", None) or str(error)
        raise RuleFileError([RuleError.of(file, "toml_unreadable", because=because)]) from None
    return _Reader(file, text, book, limits).overlay()


_NAMED = re.compile(
    r"(?:(?<=declare)|(?<=space)|(?<=table key)|(?<=character)|(?<=Expected))"
    r" (\(.*\)|'[^'=]*'|\"[^\"]*\")(?= twice$|$)"
)
"""The name or character that `tomllib` tells in the middle of what it says."""


class _Reader(Noted):
    """One reading of one file; every fault is noted, and all are raised at the end."""

    def __init__(self, file: str, text: str, book: Book, limits: Limits) -> None:
        super().__init__(file)
        self.text = text
        self.names = Names(book)
        self.cited: set[str] = set()
        self.limits = limits
        self.lines = self._lines()

    def overlay(self) -> Overlay:
        """The overlay, or `RuleFileError`."""
        given = self._table((), self._parsed(), TABLES["overlay"], "a file of changes")
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
                self.fault(("clauses", at, "id"), "clause_uncited", name=id_)
        if self.count:
            raise self.error()
        return Overlay(**given, changes=tuple(each for each in changes if each is not None))

    def _lines(self) -> dict[Path, int]:
        """The line of everything in the text. Raises `RuleFileError` past the limits."""
        if len(self.text) > self.limits.characters:
            self.note(1, "toml_too_large", limit=self.limits.characters)
            raise self.error()
        half = HALF.search(self.text)
        if half is not None:
            self.note(self.text.count("\n", 0, half.start()) + 1, "toml_not_utf8")
            raise self.error()
        try:
            return lines_of(self.text, self.limits.depth)
        except TooDeepError as error:
            self.note(error.line, "toml_too_deep", limit=self.limits.depth)
        raise self.error()

    def _parsed(self) -> Table:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r" \(at (?:line (\d+)|end)[^)]*\)$", str(error))
            told = str(error)[: at.start()] if at else str(error)
            line = int(at[1]) if at and at[1] else self.text.count("\n") + 1
            named = _NAMED.search(told)
            about = named[1] if named else None
            reason = told.replace(named[0], "") if named else told
            self.note(line, "not_toml", reason=reason, about=about)
        except RecursionError:
            self.note(1, "toml_too_deep", limit=self.limits.depth)
        except ValueError:
            # the one thing that is left: a number of more digits than Python reads
            self.note(1, "toml_too_many_digits")
        raise self.error()

    def _table(self, path: Path, table: object, keys: Keys, called: str) -> Table:
        """The values of a table that are of the right kind; everything else is a fault."""
        if not isinstance(table, dict):
            self.fault(path, "no_table", value=table)
            return {}
        for key in table:
            if key not in keys:
                self.fault((*path, key), "no_key_of", keys, key, key=key, called=called)
        right: Table = {}
        for name, key in keys.items():
            if name not in table:
                if key.required:
                    told = {"key": name, "called": called, "meaning": key.meaning}
                    self.fault(path, "needs_key", **told)
                continue
            value = as_kind(key.kind, table[name])
            if value is None:
                told = {"key": name, "value": table[name], "wanted_kind": WANTED[key.kind]}
                self.fault((*path, name), "wrong_kind", **told)
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
                    where = (*path, key, at)
                    where = where if where in self.lines else (*path, key)
                    self.fault(where, "unknown_name", known, name, kind=kind, name=name)

    def _clause(self, path: Path, table: object) -> None:
        before = self.count
        given = self._table(path, table, TABLES["clause"], "a clause")
        if self.count > before:
            self.names.excuse("clause", given.get("id"))
            return
        clause = Clause(**given)
        if self.names.clauses.setdefault(clause.id, clause) != clause:
            self.fault((*path, "id"), "id_of_another", name=clause.id)

    def _document(self, path: Path, table: object) -> None:
        before = self.count
        given = self._table(path, table, TABLES["document"], "a document")
        self.names.excuse("document", given.get("code"))
        if self.count == before:
            try:
                self.names.documents[given["code"]] = Document(**given)
            except RuleError as error:
                self.pass_on(path, error)

    def _change(self, path: Path, table: object) -> AnyChange | None:
        """A change, made at once so that the next one sees it; None where it has a fault."""
        kind = table.get("change") if isinstance(table, dict) else None
        if not isinstance(kind, str) or kind not in CHANGES:
            if kind is None:
                self.fault((*path, "change"), "needs_change", CHANGES)
            else:
                told = {"kind": "change", "name": kind}
                self.fault((*path, "change"), "unknown_name", CHANGES, kind, **told)
            return None
        before = self.count
        given = self._table(path, table, change_keys(kind), f"the change {kind}")
        row = self._row(path, given)
        if self.count > before or self._rests_on_faults(given):
            return None
        try:
            change = _made(kind, given, row)
            self.names.book = change.apply(self.names.book)
        except SsrulesError as error:
            self.pass_on((*path, *_keys_at_fault(error, given)), error)
            return None
        return change

    def _rests_on_faults(self, given: Table) -> bool:
        """Whether a clause or document that is named is faulty itself: that fault is enough."""
        cited = self.names.is_excused("clause", given.get("cites", ()))
        return cited or self.names.is_excused("document", given.get("documents", ()))

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
        before = self.count
        given = self._table(path, table, TABLES["reading"], "a reading")
        if self.count > before:
            return None
        return Reading(**{**given, "rests_on": self._clauses(given.get("rests_on", ()))})

    def _conditions(self, path: Path, inputs: Mapping[str, Input], given: Table) -> Table:
        """The values that a row allows each input."""
        asked: dict[str, tuple[Value, ...]] = {}
        for name, value in given.items():
            if name not in inputs:
                if name == "as_of":
                    self.fault((*path, name), "asks_as_of")
                else:
                    self.fault((*path, name), "no_input", inputs, name, name=name)
                continue
            allowed = inputs[name].values
            listed = value if isinstance(value, list) else [value]
            for at, each in enumerate(listed):
                if not _among(each, allowed):
                    where = (*path, name, at) if isinstance(value, list) else (*path, name)
                    self._never(where, name, each, allowed)
            if not listed:
                self.fault((*path, name), "no_value", name=name)
            asked[name] = tuple(listed)
        return asked

    def _outputs(self, path: Path, rule_set: RuleSet, given: Table) -> Table:
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
                self._never((*path, name), name, value, allowed or ())
            else:
                outputs[name] = freeze(value)
        for name, allowed in rule_set.outputs.items():
            if name not in given and (allowed is None or None not in allowed):
                self.fault(path, "gives_too", name=name, rule_set=rule_set.name)
            outputs.setdefault(name, None)
        return outputs

    def _never(self, path: Path, name: str, value: object, allowed: Iterable[object]) -> None:
        known = [_shown(each) if isinstance(each, bool) else str(each) for each in allowed]
        word = _shown(value) if isinstance(value, bool) else None
        wanted = value if isinstance(value, str) else word
        told = {"name": name, "value": value, "word": word}
        self.fault(path, "never", known, wanted, **told)

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


def _is_plain(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(each, str | int) for each in items)


def _among(value: object, allowed: Iterable[object]) -> bool:
    return any(type(value) is type(each) and value == each for each in map(_plain, allowed))


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _shown(value: bool) -> str:
    return str(value).lower()
