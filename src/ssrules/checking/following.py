"""Which findings follow from others: what may be gone when a gap, or an idle row, is mended.

Where a rule set that is asked gives no answer, nobody knows which rows would apply in the rule sets
that ask it. So what is found idle there hangs on the one that gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ssrules.checking.findings import Finding, FindingKind
from ssrules.tables.inputs import OutcomeOf, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet

BROKEN = (FindingKind.GAP, FindingKind.CONFLICT)
"""What leaves cells without an answer; told before all else."""
Known = Mapping[str, Value | None]
"""What each input is in a cell, None where the rule set that it asks gives no answer."""


class Passed:
    """The cells of a rule set that were passed over, each for want of another one's answer."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self._cells: list[tuple[str, Known]] = []

    def add(self, silent: str, known: Known) -> None:
        """Note a cell, and the rule set that gives no answer in it."""
        self._cells.append((silent, known))

    def any(self) -> str:
        """The rule set for which a cell was passed over, "" where none was."""
        return next((silent for silent, _ in self._cells), "")

    def deciding(self, row: Rule | Requirement) -> str:
        """The rule set for which a cell was passed over in which a row may decide."""
        return next((silent for silent, known in self._cells if self._may(row, known)), "")

    def _may(self, row: Rule | Requirement, known: Known) -> bool:
        if any(_excluded(known[name], allowed) for name, allowed in row.when.items()):
            return False
        if isinstance(row, Requirement):
            return any(
                known[name] is None or known[name] not in allowed
                for name, allowed in row.holds_if.items()
            )
        return not any(_fails(each, known) for each in self._rule_set.requirements)


def _excluded(value: Value | None, allowed: Sequence[Value]) -> bool:
    return value is not None and value not in allowed


def _fails(requirement: Requirement, known: Known) -> bool:
    """Whether a requirement is known to fail."""
    return all(known[name] in allowed for name, allowed in requirement.when.items()) and any(
        _excluded(known[name], allowed) for name, allowed in requirement.holds_if.items()
    )


def linked(
    rule_set: RuleSet,
    findings: Sequence[Finding],
    before: Mapping[str, Sequence[Finding]],
    passed: Passed,
    seen: Mapping[str, set[Value]],
    *,
    open_somewhere: bool,
) -> Iterator[Finding]:
    """The findings of a rule set, each with the rule set whose findings it follows from.

    `before` has those of the rule sets that stand before it, `seen` what each input is in the cells
    that were not passed over. `open_somewhere` says that the requirements all hold in some cell.
    """
    rows = {row.id: row for row in rule_set.rules} | {
        row.code: row for row in rule_set.requirements
    }
    asked = {each.name: each for each in rule_set.inputs if isinstance(each, OutcomeOf)}
    broken = any(each.kind in BROKEN for each in findings)
    idle_rules: list[tuple[Rule, str]] = []
    for each in findings:
        root = ""
        row = rows.get(each.rules[0]) if each.rules else None
        if each.kind is FindingKind.UNREACHABLE and row is not None:
            root = passed.deciding(row) or _never_given(row.when, asked, seen, before)
            if isinstance(row, Rule):
                idle_rules.append((row, root or rule_set.name))
        elif each.kind is FindingKind.REDUNDANT and row is not None:
            root = passed.deciding(row)
            if not root and isinstance(row, Requirement) and not open_somewhere:
                root = next((found for _, found in idle_rules), "")
        elif each.kind is FindingKind.IDLE_INPUT and _is_asked(each.rules[0], rows.values()):
            root = passed.any() or next(
                (
                    found
                    for rule, found in idle_rules
                    if not open_somewhere or each.rules[0] in rule.when
                ),
                rule_set.name if broken else "",
            )
        yield attrs.evolve(each, follows_from=root) if root else each


def _is_asked(input_: str, rows: Iterable[Rule | Requirement]) -> bool:
    return any(
        input_ in row.when or (isinstance(row, Requirement) and input_ in row.holds_if)
        for row in rows
    )


def _never_given(
    when: Mapping[str, Sequence[Value]],
    asked: Mapping[str, OutcomeOf],
    seen: Mapping[str, set[Value]],
    before: Mapping[str, Sequence[Finding]],
) -> str:
    """The root of why a rule set that a row asks never gives what the row asks for."""
    for name, allowed in when.items():
        if name in asked and not seen.get(name, set()).intersection(allowed):
            for each in before.get(asked[name].rule_set, ()):
                if each.kind is FindingKind.UNREACHABLE:
                    return each.follows_from or each.rule_set
    return ""


def causes_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that follow from none, what leaves cells without an answer first.

    Behind the last of those that others follow from, these.
    """
    found = [*findings]
    roots = {each.rule_set for each in found if not each.follows_from}
    found = [
        each if each.follows_from in roots else attrs.evolve(each, follows_from="")
        for each in found
    ]
    causes = sorted(
        (each for each in found if not each.follows_from), key=lambda each: each.kind not in BROKEN
    )
    last = {each.rule_set: each for each in reversed(causes)}
    for each in causes:
        if _strength(each) >= _strength(last[each.rule_set]):
            last[each.rule_set] = each
    ordered: list[Finding] = []
    for each in causes:
        ordered.append(each)
        if each is last[each.rule_set]:
            ordered += (other for other in found if other.follows_from == each.rule_set)
    return tuple(ordered)


def _strength(cause: Finding) -> int:
    """How near a finding is to what others follow from."""
    return 2 * (cause.kind in BROKEN) + (cause.kind is FindingKind.UNREACHABLE)
