"""Sections: the keys of a decision, each with the kind of its parts and their rule sets."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import attrs

from ssrules.deciding.further import FURTHER
from ssrules.deciding.part_kinds import Draft, Finish, PartKind
from ssrules.tables.memory import Remembered
from ssrules.tables.rule_sets import RuleSet


@attrs.frozen(eq=False)
class Section:
    """A key of a decision: what kind its parts are of, and the rule sets that they are told of."""

    name: str
    kind: PartKind
    rule_sets: tuple[RuleSet, ...]


def sections_of(
    rule_sets: Iterable[RuleSet], kinds: Iterable[PartKind]
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections that kinds of part claim, in their order, and those that are further ones."""
    kinds = tuple(kinds)
    claimed: dict[str, list[RuleSet]] = {kind.section: [] for kind in kinds}
    further: list[Section] = []
    for rule_set in rule_sets:
        if rule_set.part_of:
            continue
        kind = next((each for each in kinds if each.claims(rule_set.name)), None)
        if kind is None:
            further.append(Section(rule_set.name, FURTHER, (rule_set,)))
        else:
            claimed[kind.section].append(rule_set)
    told = (Section(kind.section, kind, tuple(claimed[kind.section])) for kind in kinds)
    return tuple(each for each in told if each.rule_sets), tuple(further)


def finish_of(kind: PartKind, drafts: tuple[Draft, ...], made: Remembered[Any, Any]) -> Finish:
    """How a section of a decision is made of the drafts of its parts.

    Where it hangs on documents alone it is put together once for the same documents at hand;
    `made` is where it is kept.
    """
    if len(drafts) == 1 and not kind.levels:
        (draft,) = drafts
        return _Dated(draft, made) if draft.dated and not draft.paths else draft.finish
    unfinished = [each for each in drafts if each.ready is None]
    if any(each.dated for each in unfinished):
        return lambda case, due: kind.gathered(
            tuple([each.ready or each.finish(case, due) for each in drafts])
        )
    return _Gathered(kind, drafts, made)


class _Dated:
    """A part that hangs on nothing but its window and `as_of`, made once for the same days."""

    def __init__(self, draft: Draft, made: Remembered[Any, Any]) -> None:
        self._finish = draft.finish
        self._made = made

    def __call__(self, case: Any, due: Any) -> Any:
        """Give the part for the days of a case."""
        key = self, case.as_of, due
        found = self._made.get(key)
        if found is None:
            found = self._made.keep(key, self._finish(case, due))
        return found


class _Gathered:
    """The parts of a section together, put together once for the same documents at hand."""

    def __init__(
        self, kind: PartKind, drafts: tuple[Draft, ...], made: Remembered[Any, Any]
    ) -> None:
        self._kind = kind
        self._drafts = drafts
        self._made = made
        paths = dict.fromkeys(path for each in drafts if each.ready is None for path in each.paths)
        self._get = attrgetter(*paths)

    def __call__(self, case: Any, due: Any) -> Any:
        """Give the section for the documents at hand in a case."""
        key = self, self._get(case)
        found = self._made.get(key)
        if found is None:
            parts = tuple(each.ready or each.finish(case, due) for each in self._drafts)
            found = self._made.keep(key, self._kind.gathered(parts))
        return found
