"""Worked cases of the texts that changes were written from: whether the book decides them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ssrules.checking.findings import Finding, FindingKind
from ssrules.deciding.decider import Decider
from ssrules.errors import FactError, RuleError, nearest
from ssrules.records.unstructure import plain, to_mapping
from ssrules.tables.book import Book
from ssrules.tables.layers import WorkedCase


class _NoPathError(KeyError):
    """A path that leads nowhere in a decision, with what is there instead."""


def worked_findings(book: Book) -> Iterator[Finding]:
    """A finding for every value that a worked case expects and the book does not decide."""
    for layer in book.layers:
        for worked in layer.cases:
            yield from _of_case(book, worked)


def _of_case(book: Book, worked: WorkedCase) -> Iterator[Finding]:
    case = book.facts.from_paths(worked.case)
    name = next(iter(worked.expect), "")
    try:
        decision = Decider.of(book).decide(case)
    except (FactError, RuleError) as error:
        yield _finding(name, worked, case, f"cannot be decided: {error}")
        return
    parts = dict(decision.parts())
    for path, expected in worked.expect.items():
        try:
            found = _at(path, parts, decision)
        except _NoPathError as error:
            yield _finding(
                path, worked, case, f"{path} is nothing that is decided; {error.args[0]}"
            )
            continue
        if found != plain(expected):
            told = f"{path} is {_shown(found)}, and not {_shown(plain(expected))} as was worked out"
            yield _finding(path, worked, case, told)


def _at(path: str, parts: Mapping[str, Any], decision: Any) -> Any:
    """What a decision says at a path, as JSON has it. Raises `_NoPathError`."""
    name = max((each for each in parts if path.startswith(f"{each}.")), key=len, default="")
    found = to_mapping(parts[name]) if name else decision.to_dict()
    rest = path[len(name) + 1 :] if name else path
    while rest:
        if not isinstance(found, dict):
            raise _NoPathError(f"{path.removesuffix(rest)} is {_shown(found)}")
        key = next((each for each in found if rest == each or rest.startswith(f"{each}.")), None)
        if key is None:
            near = nearest(rest, found)
            raise _NoPathError(f"did you mean {near}?" if near else f"known: {', '.join(found)}")
        found, rest = found[key], rest[len(key) + 1 :]
    return found


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return "none" if value is None else str(value)


def _finding(path: str, worked: WorkedCase, case: Any, told: str) -> Finding:
    where = f"{worked.where}: " if worked.where else ""
    return Finding(
        kind=FindingKind.WORKED_CASE,
        rule_set=path.rpartition(".")[0] or path,
        rules=(path,),
        message=f"{where}{told}",
        case=case,
    )
