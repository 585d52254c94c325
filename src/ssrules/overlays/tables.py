"""Reading the tables of a file of changes: their keys, the kinds of their values, and names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ssrules.overlays.kinds import WANTED, Key, Keys, as_kind
from ssrules.overlays.names import Names
from ssrules.overlays.noted import Noted
from ssrules.overlays.toml_lines import Path
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause

Table = dict[str, Any]


class TableReader(Noted):
    """What stands in tables, with a fault for all that is none of their keys, values or names."""

    def __init__(self, file: str, book: Book) -> None:
        super().__init__(file)
        self.names = Names(book)
        self.cited: set[str] = set()

    def table(self, path: Path, table: object, keys: Keys, called: str) -> Table:
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
            elif key.one_of and value not in key.one_of:
                self.never((*path, name), name, value, key.one_of)
            else:
                right[name] = value
        for name, value in right.items():
            self._check_names((*path, name), keys[name], value, right)
        return right

    def never(self, path: Path, name: str, value: object, allowed: Iterable[object]) -> None:
        """Note that something is never a value, and what it may be."""
        known = [_shown(each) if isinstance(each, bool) else str(each) for each in allowed]
        word = _shown(value) if isinstance(value, bool) else None
        wanted = value if isinstance(value, str) else word
        told = {"name": name, "value": value, "word": word}
        self.fault(path, "never", known, wanted, **told)

    def clauses(self, ids: Iterable[str]) -> tuple[Clause, ...]:
        """The clauses of ids, those left out that are faulty themselves."""
        return tuple(self.names.clauses[id_] for id_ in ids if id_ in self.names.clauses)

    def rests_on_faults(self, given: Table) -> bool:
        """Whether something that is named is faulty itself: that fault is enough."""
        asked = (*given.get("when", ()), *given.get("holds_if", ()), *given.get("inputs", ()))
        listed = given.get("then", {}).get("documents", ())
        return (
            self.names.is_excused("clause", given.get("cites", ()))
            or self.names.is_excused("document", (*given.get("documents", ()), *listed))
            or self.names.is_excused("input", asked)
        )

    def _check_names(self, path: Path, key: Key, value: Any, right: Table) -> None:
        """Note a fault for every name in a table that is the name of nothing."""
        if not key.names:
            return
        known = self.names.known(key.names, right)
        for at, name in enumerate(value if isinstance(value, tuple) else (value,)):
            if key.names == "clause":
                self.cited.add(name)
            if name not in known and known:
                where = (*path, at)
                where = where if where in self.lines else path
                self.fault(where, "unknown_name", known, name, kind=key.names, name=name)


def _shown(value: bool) -> str:
    return str(value).lower()
