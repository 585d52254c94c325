"""Rule books as users hold them."""

from __future__ import annotations

import functools

import attrs

from ssrules.book import Book
from ssrules.rules import modules

NAME = "ssrules"
VERSION = "2026-11-22"


@attrs.frozen(kw_only=True, eq=False)
class RuleBook(Book):
    """Rule sets with parameters, ready to decide by, to change, to verify and to compare.

    Two rule books are equal if their digests are.
    """

    @classmethod
    def default(cls) -> RuleBook:
        """The built-in rule book; the same object each time."""
        return _default()


@functools.cache
def _default() -> RuleBook:
    found = tuple(modules())
    return RuleBook(
        name=NAME,
        version=VERSION,
        rule_sets=tuple(each for module in found for each in getattr(module, "RULE_SETS", ())),
        parameters=tuple(each for module in found for each in getattr(module, "PARAMETERS", ())),
        extra_clauses=tuple(each for module in found for each in getattr(module, "CLAUSES", ())),
    )
