"""Documents that a rule may ask for."""

from __future__ import annotations

import attrs

from ssrules.errors import RuleError, nearest_names
from ssrules.records.fact_table import FactTable
from ssrules.records.record import Record


@attrs.frozen(kw_only=True, repr=False)
class Document(Record):
    """A document to be brought: at hand if all of some facts hold, and one of some others.

    `all_of` and `any_of` hold paths of facts about documents; an empty one asks for nothing.
    """

    code: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.facts:
            raise RuleError.of(f"document {self.code!r}", "tells_nothing")

    def check(self, facts: FactTable) -> None:
        """Raise `RuleError` for a path that is no fact, or none that is true or false."""
        where = f"document {self.code!r}"
        for path in self.facts:
            if path not in facts:
                near = nearest_names(path, facts.paths)
                raise RuleError.of(where, "no_fact", name=path, near=near)
            if facts.by_path[path].kind is not bool:
                raise RuleError.of(where, "no_flag", name=path)

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of the facts that tell whether the document is at hand."""
        return self.all_of + self.any_of

    @classmethod
    def of(cls, fact: str) -> Document:
        """The document that a single fact `documents.<code>` tells of."""
        return cls(code=fact.removeprefix("documents."), all_of=(fact,))
