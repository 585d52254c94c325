"""Reading an overlay from TOML: data only, with the line of everything that is wrong in it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from ssrules.errors import (
    ParameterError,
    RuleError,
    RuleFileError,
    SsrulesError,
    UnknownNameError,
)
from ssrules.errors.telling import HALF, name_of
from ssrules.overlays import KINDS, AnyChange, Overlay, check_made_for
from ssrules.overlays.keys import CHANGES, TABLES, change_keys
from ssrules.overlays.names import Names
from ssrules.overlays.tables import Table
from ssrules.overlays.toml_lines import Path, TooDeepError, lines_of
from ssrules.overlays.worked import WorkedReader
from ssrules.records.limits import DEFAULT, Limits
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause
from ssrules.tables.rows import Requirement, Rule

BaseOf = Callable[[str, Any], Any]
"""From the name of a locality, and the book that lies beneath it, to its book."""

NOT_A_FILE = "<toml>"
"""What stands for the file's name where the text is given itself."""
PASSED_ON = (
    *("rule_set", "before", "requirement", "parameter", "value"),
    *("in_force_from", "in_force_to"),
)
"""The keys of a change that its class has too, as they are."""
IN_CHANGES = ("rule", "documents", "output", "values")
"""The keys of a change of what rules give, as they are or as they are read."""
READ_IN_ORDER = (
    *("clause", "fact", "parameter", "input", "document", "rule_set", "change"),
    *("not_formalised", "case"),
)
"""The tables that stand in arrays, each kind behind those that it may use."""
OF_THE_WHOLE = ("name", "version", "title", "note", "made_for", "in_force_from")
"""The keys of a file that an overlay has too, as they are."""


def read_overlay(
    source: str | os.PathLike[str], book: Book, limits: Limits | None = None
) -> Overlay:
    """The overlay of a TOML file, or of a TOML text, that changes a book.

    A string is the text itself if it has more than one line, or an equals sign and no ending
    `.toml`; otherwise it is the path of a file. Raises `RuleFileError` with every fault, each
    with file and line, also where the text is larger or deeper than the limits allow.
    """
    return read_with_base(source, book, limits)[0]


def read_with_base(
    source: str | os.PathLike[str],
    book: Any,
    limits: Limits | None = None,
    base_of: BaseOf | None = None,
    called: str = NOT_A_FILE,
) -> tuple[Overlay, Any]:
    """The overlay, and the book that it changes: where it names a base, that of the base.

    What is wrong with a text is told of the file that it is called.

    Raises as `read_overlay` does.
    """
    limits = limits or DEFAULT
    is_text = isinstance(source, str) and (
        "\n" in source or ("=" in source and not source.endswith(".toml"))
    )
    file, text = (called, str(source)) if is_text else _content(FilePath(source), limits)
    reader = _Reader(file, text, book, limits)
    return reader.overlay(base_of), reader.beneath


def _content(path: FilePath, limits: Limits) -> tuple[str, str]:
    """The name of a file as it is told, and its text. Raises `RuleFileError`."""
    file = name_of(str(path))
    try:
        with path.open(encoding="utf-8") as stream:
            return file, stream.read(limits.characters + 1)
    except UnicodeDecodeError:
        raise RuleFileError([RuleError.of(file, "toml_not_utf8")]) from None
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", None) or str(error)
        raise RuleFileError([RuleError.of(file, "toml_unreadable", because=because)]) from None


_NAMED = re.compile(
    r"(?:(?<=declare)|(?<=space)|(?<=table key)|(?<=character)|(?<=Expected))"
    r" (\(.*\)|'[^'=]*'|\"[^\"]*\")(?= twice$|$)"
)
"""The name or character that `tomllib` tells in the middle of what it says."""


class _Reader(WorkedReader):
    """One reading of one file; every fault is noted, and all are raised at the end."""

    def __init__(self, file: str, text: str, book: Book, limits: Limits) -> None:
        super().__init__(file, book)
        self.text = text
        self.beneath = book
        self.limits = limits
        self.lines = self._lines()

    def overlay(self, base_of: BaseOf | None) -> Overlay:
        """The overlay, or `RuleFileError`."""
        given = self.table((), self._parsed(), TABLES["overlay"], "a file of changes")
        self._lie_over(given, base_of)
        for language, words in given.get("words", {}).items():
            self.words.setdefault(language, {}).update(words)
        read: dict[str, list[Any]] = {}
        for kind in READ_IN_ORDER:
            name = kind if kind in given else f"{kind}s"
            tables = enumerate(given.get(name, ()))
            read[kind] = [getattr(self, kind)((name, at), each) for at, each in tables]
        for at, table in enumerate(given.get("clauses", ())):
            id_ = table.get("id") if isinstance(table, dict) else None
            if isinstance(id_, str) and id_ not in self.cited:
                self.fault(("clauses", at, "id"), "clause_uncited", name=id_)
        if not any(read[kind] for kind in READ_IN_ORDER if kind not in ("clause", "case")):
            self.fault((), "changes_nothing")
        if self.count:
            raise self.error()
        return Overlay(
            **{key: given[key] for key in OF_THE_WHOLE if key in given},
            facts=tuple(self.facts),
            parameters=tuple(self.parameters),
            words=self.words,
            changes=(*read["rule_set"], *(one for several in read["change"] for one in several)),
            not_formalised=tuple(read["not_formalised"]),
            cases=tuple(read["case"]),
        )

    def _lie_over(self, given: Table, base_of: BaseOf | None) -> None:
        """Change the book of the base that is named, and none that the file is not made for."""
        try:
            if "base" in given and base_of is not None:
                self.beneath = base_of(given["base"], self.beneath)
                self.names = Names(self.beneath)
        except SsrulesError as error:
            self.pass_on(("base",), error)
        try:
            check_made_for(self.beneath, self.file, given.get("made_for", ()))
        except RuleError as error:
            self.pass_on(("made_for",), error)

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

    def clause(self, path: Path, table: object) -> None:
        """A clause that the file may cite."""
        before = self.count
        given = self.table(path, table, TABLES["clause"], "a clause")
        if self.count > before:
            self.names.excuse("clause", given.get("id"))
            return
        clause = Clause(**given)
        if self.names.clauses.setdefault(clause.id, clause) != clause:
            self.fault((*path, "id"), "id_of_another", name=clause.id)

    def change(self, path: Path, table: object) -> tuple[AnyChange, ...]:
        """A change of each rule that it names, made at once so that the next one sees it."""
        kind = table.get("change") if isinstance(table, dict) else None
        if not isinstance(kind, str) or kind not in CHANGES:
            if kind is None:
                self.fault((*path, "change"), "needs_change", CHANGES)
            else:
                told = {"kind": "change", "name": kind}
                self.fault((*path, "change"), "unknown_name", CHANGES, kind, **told)
            return ()
        before = self.count
        given = self.table(path, table, change_keys(kind), f"the change {kind}")
        rules = given.get("rule")
        several = rules if isinstance(rules, tuple) else (rules,)
        each_given = [{**given, "rule": rule} if rule else given for rule in several]
        made = [self._change(path, kind, each, before) for each in each_given]
        self.say(f"requirement:{given.get('code')}", given.get("words"))
        return tuple(each for each in made if each is not None)

    def _change(self, path: Path, kind: str, given: Table, before: int) -> AnyChange | None:
        """A change; None where there are more faults by now than there were before."""
        row = self.row(path, given, self.names.rule_set(given))
        if self.count > before or self.rests_on_faults(given):
            return None
        try:
            change = _made(kind, given, row)
            self.names.book = change.apply(self.names.book)
        except SsrulesError as error:
            self.pass_on((*path, *_keys_at_fault(error, given)), error)
            return None
        return change


def _made(kind: str, given: Table, row: Table) -> AnyChange:
    """The change that a table without faults tells of."""
    told = {key: given[key] for key in PASSED_ON if key in given}
    in_rows: dict[str, Any] = {key: row[key] for key in ("cites", "when", "readings") if key in row}
    in_rules: dict[str, Any] = {**in_rows}
    if "exception_to" in given:
        in_rules["exception_to"] = given["exception_to"]
    if kind == "add_rule":
        told["rule"] = Rule(id=given["id"], then=row["then"], **in_rules)
    elif kind == "replace_rule":
        id_ = str(given.get("id", given["rule"]))
        told |= {"rule": given["rule"], "by": Rule(id=id_, then=row["then"], **in_rules)}
    elif kind == "add_requirement":
        told["requirement"] = Requirement(code=given["code"], holds_if=row["holds_if"], **in_rows)
    else:
        told |= {"cites": row["cites"]}
        told |= {key: row.get(key, given[key]) for key in IN_CHANGES if key in given}
    if kind in ("add_rule", "replace_rule", "add_requirement"):
        told["inputs"] = row["inputs"]
    return KINDS[kind](**told)


def _keys_at_fault(error: SsrulesError, given: Table) -> list[str]:
    """The key of the value that an error is about; none where it is about the change at large."""
    if isinstance(error, ParameterError):
        return ["value"]
    name = error.name if isinstance(error, UnknownNameError) else None
    return [key for key, value in given.items() if value == name][:1]
