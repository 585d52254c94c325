"""Reading rule sets of its own from a file of changes: a whole decision table, row by row."""

from __future__ import annotations

from typing import Any

from ssrules.errors import SsrulesError
from ssrules.overlays.changes import AddRuleSet
from ssrules.overlays.keys import TABLES
from ssrules.overlays.own import OwnReader
from ssrules.overlays.tables import Table
from ssrules.overlays.toml_lines import Path
from ssrules.tables.inputs import Input
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet

OF_A_ROW = ("in_force_from", "in_force_to")
OF_A_RULE_SET = ("name", "title", "part_of", "hit_policy", "deadline")
"""The keys of a row, and of a rule set, that its class has too, as they are."""


class RuleSetReader(OwnReader):
    """Whole rule sets, each made at once so that the next one may ask it."""

    def rule_set(self, path: Path, table: object) -> AddRuleSet | None:
        """A rule set; None where it has a fault."""
        before = self.count
        given = self.table(path, table, TABLES["rule_set"], "a rule set")
        change = self._rule_set(path, given, before)
        if change is None:
            for kind in ("rule set", "input"):
                self.names.excuse(kind, given.get("name"))
        return change

    def _rule_set(self, path: Path, given: Table, before: int) -> AddRuleSet | None:
        """A rule set; None where there are more faults by now than there were before."""
        outputs = _outputs(given)
        bare = RuleSet(name=given.get("name", ""), title="", inputs=(), rules=(), outputs=outputs)
        rows = {
            kind: [
                self._row((*path, f"{kind}s", at), each, kind, bare, given)
                for at, each in enumerate(given.get(f"{kind}s", ()))
            ]
            for kind in ("requirement", "rule")
        }
        self._check_inputs(path, given)
        both = [*rows["requirement"], *rows["rule"]]
        others = (given.get("part_of", ""), given.get("before", ""))
        rests = any(self.names.was_faulty("rule set", each) for each in others)
        if self.count > before or rests or not all(both):
            return None
        try:
            rule_set = RuleSet(
                **{key: given[key] for key in OF_A_RULE_SET if key in given},
                inputs=self._inputs(given, both),
                outputs=outputs,
                compare=tuple(given["compare"]) if "compare" in given else None,
                requirements=tuple(Requirement(**each) for each in rows["requirement"]),
                rules=tuple(Rule(**each) for each in rows["rule"]),
            )
            change = AddRuleSet(rule_set=rule_set, before=given.get("before"))
            self.names.book = change.apply(self.names.book)
        except SsrulesError as error:
            self.pass_on(path, error)
            return None
        for key in ("part", "rule_set"):
            self.say(f"{key}:{rule_set.name}", rule_set.title)
        return change

    def _row(self, path: Path, table: object, kind: str, bare: RuleSet, of: Table) -> Table:
        """What the class of a row is made with; nothing where it has a fault."""
        before = self.count
        given = self.table(path, table, TABLES[kind], f"a {kind}")
        row = self.row(path, given, bare, of.get("may_be_none", ()))
        if self.count > before or self.rests_on_faults(given):
            return {}
        made = {key: given[key] for key in OF_A_ROW if key in given}
        made |= {"cites": row["cites"], "when": row["when"], "readings": row["readings"]}
        if kind == "rule":
            return {**made, "id": given["id"], "then": row["then"], **_exception(given)}
        self.say(f"requirement:{given['code']}", given.get("words"))
        return {**made, "code": given["code"], "holds_if": row["holds_if"]}

    def _check_inputs(self, path: Path, given: Table) -> None:
        known = self.names.inputs(None)
        for at, name in enumerate(given.get("inputs", ())):
            if name not in known and not self.names.is_excused("input", (name,)):
                where = (*path, "inputs", at)
                where = where if where in self.lines else where[:-1]
                self.fault(where, "no_input", known, name, name=name)

    def _inputs(self, given: Table, rows: list[Table]) -> tuple[Input, ...]:
        """What it asks: what it says, or else what its rows ask, in their order."""
        asked = (name for row in rows for key in ("holds_if", "when") for name in row.get(key, ()))
        known = self.names.inputs(None)
        return tuple(known[name] for name in dict.fromkeys(given.get("inputs", asked)))


def _exception(given: Table) -> dict[str, Any]:
    return {key: given[key] for key in ("exception_to",) if key in given}


def _outputs(given: Table) -> dict[str, tuple[Any, ...] | None]:
    """What rules may give: the values allowed, none too where an output may be none."""
    none = given.get("may_be_none", ())
    return {
        name: (*values, *((None,) if name in none else ())) if values else None
        for name, values in given.get("outputs", {}).items()
    }
