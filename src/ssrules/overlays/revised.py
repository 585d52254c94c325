"""Rule sets as they are once a change is made, the old rows left in force on all other days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from ssrules.errors import RuleError, UnknownNameError
from ssrules.tables import Requirement, Rule, RuleSet, periods
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, Input
from ssrules.tables.periods import Validity
from ssrules.tables.values import Timeline

B = TypeVar("B", bound=Book)
Row = TypeVar("Row", Rule, Requirement)


def of_rule(book: Book, id_: str) -> RuleSet:
    """The rule set that a rule stands in. Raises `UnknownNameError`."""
    for rule_set in book.rule_sets:
        if any(rule.id == id_ for rule in rule_set.rules):
            return rule_set
    raise UnknownNameError("rule", id_, (rule.id for each in book.rule_sets for rule in each.rules))


def with_rule_set(book: B, rule_set: RuleSet) -> B:
    """The book with a rule set in the place of the one that has its name.

    An input that only the rows asked for that are gone is gone with them, and so is the deadline
    that was its last day.
    """
    gone = _asked(book.rule_set(rule_set.name)) - _asked(rule_set)
    inputs = tuple(each for each in rule_set.inputs if each.name not in gone)
    deadline = "" if rule_set.deadline in gone else rule_set.deadline
    rule_set = attrs.evolve(rule_set, inputs=inputs, deadline=deadline)
    rule_sets = tuple(rule_set if each.name == rule_set.name else each for each in book.rule_sets)
    return attrs.evolve(book, rule_sets=rule_sets)


def _asked(rule_set: RuleSet) -> set[str]:
    """The names of the inputs that some row asks for."""
    asked = {name for rule in rule_set.rules for name in rule.when}
    for requirement in rule_set.requirements:
        asked |= {requirement.input, *requirement.when}
    return asked


def asking(rule_set: RuleSet, inputs: Iterable[Input], validity: Validity) -> RuleSet:
    """The rule set with further inputs, and with periods that a validity consists of."""
    own = {each.name: each for each in rule_set.inputs}
    for each in inputs:
        if own.setdefault(each.name, each) != each:
            raise RuleError.of(rule_set.name, "asks_another_input", name=each.name)
    asking = attrs.evolve(rule_set, inputs=tuple(own.values()))
    return periods.refined(asking, validity.starts)


def in_force(row: Row, id_: str, validity: Validity) -> Row:
    """The row in force within a validity only."""
    both = row.validity.within(validity)
    if both is None:
        raise RuleError.of(id_, "never_in_force_within", validity=str(validity))
    return _dated(row, both)


def out_of_force(row: Row, validity: Validity, rule_set: RuleSet) -> Row | None:
    """The row in force before and after a validity only; None if it never is."""
    if validity.always:
        return None
    first, end = validity.first, validity.end
    if first is None or end is None:
        before = None if first is None else first - datetime.timedelta(days=1)
        rest = row.validity.within(Validity(in_force_from=end, in_force_to=before))
        if rest is None:
            return None
        row = _dated(row, rest)
    when = periods.outside(row.when, validity, periods.starts_of(rule_set))
    return None if when is None else attrs.evolve(row, when=when)


def _dated(row: Row, validity: Validity) -> Row:
    return attrs.evolve(row, in_force_from=validity.in_force_from, in_force_to=validity.in_force_to)


def revised(
    rule_set: RuleSet, id_: str, validity: Validity, revise: Callable[[Rule], Rule | None]
) -> RuleSet:
    """The rule set in which a rule is another one (None: no longer there) within a validity."""
    rules: list[Rule] = []
    ids: list[str] = []
    for rule in rule_set.rules:
        if rule.id != id_:
            rules.append(rule)
            continue
        left = out_of_force(rule, validity, rule_set)
        if left is not None:
            rules.append(left)
            ids.append(left.id)
        new = revise(rule)
        if new is not None:
            # it stands for the old rule, which may be dated, limited by other changes, an exception
            limits = {name: rule.when[name] for name in rule.when if name == AsOf.name}
            new = attrs.evolve(
                new,
                when={**new.when, **limits},
                exception_to=new.exception_to or rule.exception_to,
            )
            new = in_force(in_force(new, id_, rule.validity), id_, validity)
            name = f"{id_}@{validity}" if left is not None and new.id == id_ else new.id
            rules.append(attrs.evolve(new, id=name))
            ids.append(name)
    return attrs.evolve(rule_set, rules=tuple(_except(each, id_, ids) for each in rules))


def _except(rule: Rule, id_: str, ids: Iterable[str]) -> Rule:
    """The rule, an exception to all rules that stand for the one to which it was an exception."""
    if id_ not in rule.exception_to:
        return rule
    others = (each for each in rule.exception_to if each != id_)
    return attrs.evolve(rule, exception_to=tuple(dict.fromkeys((*others, *ids))))


def placed(
    rows: tuple[Row, ...], row: Row, names: list[str], before: str | None, kind: tuple[str, str]
) -> tuple[Row, ...]:
    """The rows with one more, before the one of that name or last."""
    if before is not None and before not in names:
        raise UnknownNameError(kind[0], before, names, kind[1])
    placed = list(rows)
    placed.insert(len(rows) if before is None else names.index(before), row)
    return tuple(placed)


def overwritten(timeline: Timeline, value: int | bool, validity: Validity) -> Timeline:
    """The timeline with another value within a validity."""
    first, end = validity.first, validity.end
    before = [
        (start, old)
        for start, old in timeline
        if first is not None and (start is None or start < first)
    ]
    if end is None:
        return (*before, (first, value))
    at_end = next(old for start, old in reversed(timeline) if start is None or start <= end)
    later = [(start, old) for start, old in timeline if start is not None and start > end]
    return (*before, (first, value), (end, at_end), *later)
