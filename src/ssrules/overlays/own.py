"""Reading what a file of changes adds of its own: facts, parameters, tests, documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from ssrules.errors import SsrulesError
from ssrules.errors.telling import LANGUAGES
from ssrules.overlays.keys import INPUTS, TABLES, input_keys
from ssrules.overlays.rows import RowReader
from ssrules.overlays.tables import Table
from ssrules.overlays.toml_lines import Path
from ssrules.records.extend import Addition
from ssrules.records.fields import Fact, MoreValues
from ssrules.records.frozen import FrozenDict
from ssrules.records.kinds import Kind as FactKind
from ssrules.records.moves import to
from ssrules.records.text import told
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import AtLeast, Between, Input, LongerAgoThan, Same
from ssrules.tables.parameters import Parameter

KINDS: Mapping[str, FactKind] = FrozenDict(yes_or_no=bool, number=int, date=datetime.date, name=str)
"""What a file calls the kinds of fact that are no words."""
TESTS: Mapping[str, type[Input]] = FrozenDict(
    at_least=AtLeast, between=Between, longer_ago_than=LongerAgoThan, same=Same
)
OF_A_FACT = ("lowest", "highest", "unit", "not_after", "default", "how")
"""The keys of a fact that its class has too, as they are."""


class OwnReader(RowReader):
    """What a file adds, each made at once so that what follows may use it."""

    def __init__(self, file: str, book: Book) -> None:
        super().__init__(file, book)
        self.facts: list[Addition] = []
        self.parameters: list[Parameter] = []
        self.words: dict[str, dict[str, str]] = {}

    def say(self, key: str, words: str | None) -> None:
        """Keep the words for a key, in every language."""
        if words is not None:
            for language in LANGUAGES:
                self.words.setdefault(language, {}).setdefault(key, told(words, language))

    def fact(self, path: Path, table: object) -> None:
        """A fact of the file's own, or further values of one that exists."""
        before = self.count
        given = self.table(path, table, TABLES["fact"], "a fact")
        name = given.get("path")
        said: Iterable[str] = table if isinstance(table, dict) else ()
        says = [key for key in ("kind", "values", "add_values") if key in said]
        if "path" in given and len(says) != 1:
            self.fault((*path, *says[1:2]), "needs_values")
        elif says and says[0] != "add_values" and "meaning" not in given:
            meaning = TABLES["fact"]["meaning"].meaning
            self.fault(path, "needs_key", key="meaning", called="a fact", meaning=meaning)
        if self.count > before:
            self.names.excuse("fact", name)
            self.names.excuse("input", name)
            return
        addition: Any = None
        try:
            addition = _addition(given)
            self.names.book = self.names.book.with_facts(addition)
        except SsrulesError as error:
            self.pass_on(path, error)
            self.names.excuse("fact", name)
            self.names.excuse("input", name)
            return
        self.facts.append(addition)
        self.say(given["path"], given.get("words", given.get("meaning")))
        for value, words in (given.get("values") or given.get("add_values") or {}).items():
            self.say(f"{name}={value}", words)

    def parameter(self, path: Path, table: object) -> None:
        """A parameter of the file's own."""
        before = self.count
        given = self.table(path, table, TABLES["parameter"], "a parameter")
        self.names.excuse("parameter", given.get("name"))
        readings = self.readings(path, given)
        if self.count > before or self.rests_on_faults(given):
            return
        parts = {"cites": self.clauses(given["cites"]), "readings": readings}
        try:
            parameter = Parameter(**{"unit": "", **given, **parts})
            self.names.book = self.names.book.with_rule_sets(parameters=(parameter,))
        except SsrulesError as error:
            self.pass_on(path, error)
            return
        self.parameters.append(parameter)
        self.say(f"parameter:{parameter.name}", parameter.title)

    def input(self, path: Path, table: object) -> None:
        """A test that rows may ask."""
        test = table.get("test") if isinstance(table, dict) else None
        if not isinstance(test, str) or test not in INPUTS:
            if test is None:
                self.fault((*path, "test"), "needs_test", INPUTS)
            else:
                told_ = {"kind": "test", "name": test}
                self.fault((*path, "test"), "unknown_name", INPUTS, test, **told_)
            self.names.excuse("input", table.get("name") if isinstance(table, dict) else None)
            return
        before = self.count
        given = self.table(path, table, input_keys(test), f"the test {test}")
        name = given.get("name")
        self.names.excuse("input", name)
        if len(given.get("facts", ("", ""))) != len(("one", "other")):
            self.fault((*path, "facts"), "needs_two")
        facts = (*given.get("facts", ()), given.get("fact"))
        keys = input_keys(test)
        asked = [value for key, value in given.items() if keys[key].names == "parameter"]
        of_faults = self.names.is_excused("fact", facts)
        of_faults = of_faults or self.names.is_excused("parameter", asked)
        if self.count > before or of_faults:
            return
        if name in self.names.inputs(None):
            self.fault((*path, "name"), "input_of_another", name=name)
            return
        rest = {key: value for key, value in given.items() if key not in ("test", "words")}
        try:
            made: Any = TESTS[test](**rest)
            self.names.own_inputs[str(name)] = made.bound(self.names.book.table)
        except SsrulesError as error:
            self.pass_on(path, error)
            return
        self.say(str(name), given.get("words"))

    def document(self, path: Path, table: object) -> None:
        """A document that rows may ask for."""
        before = self.count
        given = self.table(path, table, TABLES["document"], "a document")
        self.names.excuse("document", given.get("code"))
        of_faults = self.names.is_excused(
            "fact", (*given.get("all_of", ()), *given.get("any_of", ()))
        )
        if self.count > before or of_faults:
            return
        words = given.pop("words", None)
        try:
            document = Document(**given)
            document.check(self.names.book.table)
        except SsrulesError as error:
            self.pass_on(path, error)
            return
        self.names.documents[document.code] = document
        self.say(f"document:{document.code}", words)


def _addition(given: Table) -> Addition:
    """The fact, or the further values of one, that a table without faults tells of."""
    if "add_values" in given:
        return MoreValues(path=given["path"], values=tuple(given["add_values"]))
    kind: Any = KINDS[given["kind"]] if "kind" in given else tuple(given["values"])
    extra = {key: given[key] for key in OF_A_FACT if key in given}
    if "can_become" in given:
        extra["moves"] = to(*_values(kind, given["can_become"]))
    return Fact(path=given["path"], kind=kind, meaning=given["meaning"], **extra)


def _values(kind: Any, codes: Iterable[str]) -> tuple[Any, ...]:
    """Values as facts have them: TOML's codes are texts."""
    known = {"true": True, "false": False} if kind is bool else {}
    return tuple(known.get(code, code) for code in codes)
