"""The built-in book with one thing wrong: every mutant, and what the tests say of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

import attrs
from tests.contract import PARTS
from tests.rules.answered import answered
from tests.rules.held import cited, counted, quoted, read, set_

from mutate import content, rows
from ssrules import RuleBook
from ssrules.engines.python import PythonEngine
from ssrules.rules import modules
from ssrules.tables import Clause, Parameter, RuleSet

BUILT_IN = RuleBook.default()
ENGINE = PythonEngine()
RULE_SETS: tuple[RuleSet, ...] = tuple(
    each for module in modules() for each in getattr(module, "RULE_SETS", ())
)
"""As their files define them, not yet bound to a book."""


@attrs.frozen
class Mutant:
    """One thing wrong: where and what, how to make the book, and the parts that may tell."""

    name: str
    make: Callable[[], RuleBook]
    parts: tuple[str, ...] = ()

    def noticed(self) -> str | None:
        """The first thing that the tests say of it, None if they say nothing."""
        try:
            book = self.make()
            checks: list[Iterator[str]] = [cited(book), read(book), counted(book), set_(book)]
            checks += [quoted(book.clauses), *(answered(book, part) for part in self.parts)]
            return next((said for check in checks for said in islice(check, 1)), None)
        except Exception as error:  # noqa: BLE001  # a book that cannot be made or asked is noticed
            return f"{type(error).__name__}: {error}"


def _made(rule_sets: tuple[RuleSet, ...], parameters: tuple[Parameter, ...]) -> RuleBook:
    return RuleBook(
        name=BUILT_IN.name,
        version=BUILT_IN.version,
        rule_sets=rule_sets,
        parameters=parameters,
        covers_from=BUILT_IN.covers_from,
        parts=BUILT_IN.parts,
        extra_clauses=BUILT_IN.extra_clauses,
        engine=ENGINE,
    )


def unchanged() -> RuleBook:
    """The built-in book, made as the mutants are."""
    return _made(RULE_SETS, BUILT_IN.parameters)


def _with(at: int, changes: Mapping[str, Any]) -> Callable[[], RuleBook]:
    def make() -> RuleBook:
        changed = attrs.evolve(RULE_SETS[at], **changes)
        return _made((*RULE_SETS[:at], changed, *RULE_SETS[at + 1 :]), BUILT_IN.parameters)

    return make


def _other(at: int) -> Clause:
    """A clause to cite instead of the right one: the first of the book that is not cited here."""
    known = RULE_SETS[at].clauses
    return next(each for each in BUILT_IN.clauses.values() if each not in known)


def of_rule_sets() -> Iterator[Mutant]:
    """One thing wrong in a rule set; the part that it is of must tell, or one that it feeds."""
    for at, rule_set in enumerate(RULE_SETS):
        part = rule_set.part_of or rule_set.name
        fed = tuple(each for each in PARTS if each == part or part == "loss_report")
        for name, (field, changed) in rows.rows_of(rule_set, _other(at)):
            yield Mutant(name, _with(at, {**rows.written(rule_set), field: changed}), fed)
        for name, changes in content.rule_set(rule_set):
            yield Mutant(name, _with(at, changes), fed)


def of_parameters() -> Iterator[Mutant]:
    """One thing wrong in a parameter."""
    known = BUILT_IN.parameters
    for at, each in enumerate(known):
        for said, changed in content.parameter(each, BUILT_IN.clause("source.D1")):
            put = (*known[:at], changed, *known[at + 1 :])
            yield Mutant(f"{each.name}: {said}", functools.partial(_made, RULE_SETS, put))


def of_clauses() -> Iterator[tuple[str, str | None]]:
    """One thing wrong in a clause, and what the tests say of the clauses then."""
    for id_, each in BUILT_IN.clauses.items():
        for said, changed in content.clause(each):
            told = quoted({**BUILT_IN.clauses, id_: changed})
            yield f"{id_}: {said}", next(told, None)
