"""Worked cases of the texts that changes were written from: whether the book decides them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ssrules.checking.findings import Finding, FindingKind
from ssrules.checking.told import Sentences
from ssrules.deciding.decider import Decider
from ssrules.errors import FactError, RuleError, nearest
from ssrules.records.unstructure import plain, to_mapping
from ssrules.tables.book import Book
from ssrules.tables.layers import WorkedCase


class _NoPathError(KeyError):
    """A path that leads nowhere in a decision: where it ends, what is there, and what is near."""

    def __init__(self, path: str, found: Any = None, near: str = "") -> None:
        super().__init__(path)
        self.path, self.found, self.near = path, found, near


def worked_findings(book: Book, tell: Sentences) -> Iterator[Finding]:
    """A finding for every value that a worked case expects and the book does not decide."""
    for layer in book.layers:
        for worked in layer.cases:
            yield from _of_case(book, worked, tell)


def _of_case(book: Book, worked: WorkedCase, tell: Sentences) -> Iterator[Finding]:
    case = book.facts.from_paths(worked.case)
    name = next(iter(worked.expect), "")
    try:
        decision = Decider.of(book).decide(case)
    except (FactError, RuleError) as error:
        told = tell.undecided(error.told(tell.say.language))
        found = _finding(book, tell, name, worked, case, told)
        silent = error.where if isinstance(error, RuleError) else ""
        yield attrs.evolve(found, follows_from=silent)
        return
    parts = dict(decision.parts)
    for path, expected in worked.expect.items():
        try:
            found = _at(path, parts, decision)
        except _NoPathError as error:
            told = tell.no_path(path, error.path, error.found, error.near)
            yield _finding(book, tell, path, worked, case, told)
            continue
        if found != plain(expected):
            told = tell.not_as_worked(path, found, plain(expected))
            yield _finding(book, tell, path, worked, case, told)


def _at(path: str, parts: Mapping[str, Any], decision: Any) -> Any:
    """What a decision says at a path, as JSON has it. Raises `_NoPathError`."""
    name = max((each for each in parts if path.startswith(f"{each}.")), key=len, default="")
    found = to_mapping(parts[name]) if name else decision.to_dict()
    rest = path[len(name) + 1 :] if name else path
    while rest:
        if not isinstance(found, dict):
            raise _NoPathError(path.removesuffix(rest), found)
        key = next((each for each in found if rest == each or rest.startswith(f"{each}.")), None)
        if key is None:
            near = nearest(rest, found) or ", ".join(found)
            raise _NoPathError(path.removesuffix(rest), near=near)
        found, rest = found[key], rest[len(key) + 1 :]
    return found


def _finding(
    book: Book, tell: Sentences, path: str, worked: WorkedCase, case: Any, told: str
) -> Finding:
    where = f"{worked.where}: " if worked.where else ""
    name = path.rpartition(".")[0] or path
    titles = (each.title for each in book.rule_sets if each.name == name)
    return Finding(
        kind=FindingKind.WORKED_CASE,
        rule_set=name,
        rules=(path,),
        message=f"{where}{told}",
        case=case,
        title=next(titles, ""),
        told=tell,
    )
