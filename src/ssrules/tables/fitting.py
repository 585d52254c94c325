"""Whether the rule sets of a book fit together."""

from __future__ import annotations

from collections.abc import Mapping

from ssrules.errors import RuleError, nearest_names
from ssrules.tables.inputs import OutcomeOf
from ssrules.tables.rule_sets import RuleSet


def check_rule_sets(rule_sets: tuple[RuleSet, ...], parameters: set[str]) -> None:
    """Raise `RuleError` for names used twice, and for inputs that nothing answers."""
    earlier: dict[str, RuleSet] = {}
    ids: dict[str, str] = {}
    for rule_set in rule_sets:
        name = rule_set.name
        if name in earlier:
            raise RuleError.of(name, "twice_in_the_book")
        for rule in rule_set.rules:
            if rule.id in ids:
                raise RuleError.of(rule.id, "in_two", one=ids[rule.id], other=name)
            ids[rule.id] = name
        if rule_set.part_of and rule_set.part_of not in earlier:
            raise RuleError.of(name, "part_of_later", name=rule_set.part_of)
        for input_ in rule_set.inputs:
            if isinstance(input_, OutcomeOf):
                _check_chain(rule_set, input_, earlier)
            for asked in input_.parameters:
                if asked not in parameters:
                    near = nearest_names(asked, parameters)
                    raise RuleError.of(name, "asks_no_parameter", name=asked, near=near)
        earlier[name] = rule_set


def _check_chain(rule_set: RuleSet, input_: OutcomeOf, earlier: Mapping[str, RuleSet]) -> None:
    upstream = earlier.get(input_.rule_set)
    if upstream is None:
        raise RuleError.of(rule_set.name, "asks_later", name=input_.rule_set)
    if upstream.requirements:
        raise RuleError.of(rule_set.name, "asks_refusing", name=input_.rule_set)
    values = upstream.outputs.get(input_.output)
    if values is None or not set(values) <= set(input_.values):
        raise RuleError.of(rule_set.name, "asks_other_answers", name=input_.rule_set)
