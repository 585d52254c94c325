"""Documents that a rule may ask for."""

from __future__ import annotations

import attrs

from ssrules.errors import RuleError
from ssrules.records.record import Record
from ssrules.tables.inputs import FactInput


@attrs.frozen(kw_only=True, repr=False)
class Document(Record):
    """A document to be brought: at hand if all of some facts hold, and one of some others.

    `all_of` and `any_of` hold paths of facts about documents; an empty one asks for nothing.
    """

    code: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for path in self.facts:
            if FactInput(path).values != (False, True):
                raise RuleError(f"document {self.code!r}", f"{path} is not true or false")
        if not self.facts:
            raise RuleError(f"document {self.code!r}", "needs a fact that tells it is at hand")

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of the facts that tell whether the document is at hand."""
        return self.all_of + self.any_of

    @classmethod
    def of(cls, fact: str) -> Document:
        """The document that a single fact `documents.<code>` tells of."""
        return cls(code=fact.removeprefix("documents."), all_of=(fact,))
