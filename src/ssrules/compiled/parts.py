"""The parts of a decision: the sections they stand in, and how each is put together."""

from __future__ import annotations

from typing import Any

import attrs

from ssrules.compiled.facts import test
from ssrules.deciding.machine import Machine
from ssrules.deciding.part_forms import PartForm
from ssrules.deciding.part_kinds import PartKind, statuses_of
from ssrules.deciding.sections import Section
from ssrules.errors import RuleError
from ssrules.records.checks import MANY
from ssrules.tables.book import Book
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import LANGUAGES, words


def section(given: Section) -> dict[str, Any]:
    """A key of a decision: the paths of its parts, and what holds them.

    `holds` is "part" for the part itself, "list" for a list of parts, or else the one key of the
    object in which that list stands.
    """
    return {
        "name": given.name,
        "holds": _holds(given.kind),
        "parts": [each.name for each in given.rule_sets],
    }


def _holds(kind: PartKind) -> str:
    if not kind.levels:
        return "part"
    if kind.whole is None:
        return "list"
    keys = [each for each in attrs.fields(kind.whole) if each.metadata.get(MANY)]
    if len(keys) != 1 or len(attrs.fields(kind.whole)) != 1:
        raise RuleError.of(kind.section, "more_than_a_list", kind=kind.whole.__name__)
    return str(keys[0].name)


def part(machine: Machine, book: Book, given: Section, rule_set: RuleSet) -> dict[str, Any]:
    """How the part of a rule set is made. Raises `RuleError` where its kind does not say."""
    form = given.kind.form(rule_set)
    tables = (each.rule_set for each in machine.tables.values())
    adding = [each.name for each in tables if each.part_of == rule_set.name]
    told: dict[str, Any] = {
        "title": {each: _title(book, rule_set, each) for each in LANGUAGES},
        "status": dict(form.status),
        "fields": {name: dict(each) for name, each in form.fields.items()},
    }
    if form.answer:
        told["answer"] = [dict(each) for each in form.answer]
    if form.lines:
        told["lines"] = [dict(each) for each in form.lines]
    told["tones"] = {each: given.kind.tone(_Told(each)) for each in _statuses(form, rule_set)}
    if adding:
        told["adding"] = {each.removeprefix(f"{rule_set.name}."): each for each in adding}
    if form.documents is not None:
        told["documents"] = dict(form.documents)
    changes = given.kind.change_names(rule_set)
    if changes:
        told["changes"] = list(changes)
    if type(given.kind).standing is PartKind.standing and statuses_of(rule_set) != form.status:
        told["standing"] = statuses_of(rule_set)
    if rule_set.window is not None:
        told["window"] = {"fact": rule_set.window.fact, **test(rule_set.window, book)}
    return told


@attrs.frozen
class _Told:
    """A part of which only the status is known: enough for its tone."""

    status: str


def _statuses(form: PartForm, rule_set: RuleSet) -> list[str]:
    """Every status that a part may have."""
    named = [status for name, status in form.status.items() if name != "output"]
    given = rule_set.outputs.get(form.status.get("output", "")) or ()
    return list(dict.fromkeys((*named, *map(str, given))))


def _title(book: Book, rule_set: RuleSet, language: str) -> str:
    return words(language, book.words).title(f"rule_set:{rule_set.name}", rule_set.title)
