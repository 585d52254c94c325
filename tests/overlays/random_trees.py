"""Files of changes made at random: every table that a file may hold, mostly said rightly.

What is drawn comes from a `random.Random`, or from Hypothesis in its place. `Trees` makes a file
from nothing, `mutated` changes one that exists in a few places.
"""

from __future__ import annotations

import copy
import datetime
import random
from collections.abc import Mapping, Sequence
from typing import Any

from ssrules import RuleBook
from ssrules.overlays.names import Names
from ssrules.tables import Document, RuleSet
from ssrules.tables.inputs import LongerAgoThan

Tree = dict[str, Any]

DAYS = tuple(
    datetime.date.fromisoformat(each)
    for each in (
        *("2026-01-01", "2026-06-30", "2026-11-22", "2027-01-01", "2021-01-01", "2024-10-28"),
        *("2020-12-31", "9999-12-31", "0001-01-01"),
    )
)
NAMES = ("extra", "more", "held", "made_on", "note", "kind", "level", "fee", "b", "x1")
TRAPS = (
    *("class", "path", "status", "as_of", "to_dict", "mro", "made_from", "self", "__init__"),
    *("needs", "because", "None", "rule_set", "outputs", "a.b", "甲", "A-B", "", " ", "_x", "0"),
    *("name", "value", "case", "documents", "unknown", "fact_error", "next_change", "rulebook"),
)
WORDS = ("some words", "本地规定", "{x} {0}", "100%s", "a\nb", "<b>&amp;", "‘x’: y; z", "x" * 90)
CODES = ("a", "b", "none", "yes", "wait", "bank", "due", "undetermined", "refused", "not_due")
NUMBERS = (0, 1, 2, 6, 16, 60, 300, -1, 3_652_059, 10**12, 10**19)
GROUPS = ("card", "person", "visit", "documents", "documents.photo", "household", "new.group", "")
LANGUAGES = ("en", "zh")
RULE_SETS = (
    *("extra", "extra.more", "fee", "insurance.dental", "application.more", "rights.more"),
    *("activation.social_security.home", "activation.financial.online", "loss_report.more"),
    *("loss_report", "application", "insurance", "a.b.c.d"),
)
CHANGES = (
    *("replace_rule", "remove_rule", "add_rule", "add_requirement", "remove_requirement"),
    *("add_documents", "add_to_output", "change_parameter", "replace_rule", "add_rule"),
)
OUTPUTS = ("sealed", "level", "steps", "effects", "documents", "status", "route", "participation")


class Trees:
    """Makes trees for a book; what one table says, those behind it may use."""

    def __init__(self, rng: random.Random, book: RuleBook) -> None:
        self.rng = rng
        self.book = book
        names = Names(book)
        self.clauses = ["local.1"]
        self.asks = {name: [*each.values] for name, each in names.inputs(None).items()}
        self.windows = [
            each.name
            for rule_set in book.rule_sets
            for each in rule_set.inputs
            if isinstance(each, LongerAgoThan)
        ]
        self.of_kind: dict[str, list[str]] = {"yes_or_no": [], "number": [], "date": [], "name": []}
        kinds = {bool: "yes_or_no", int: "number", datetime.date: "date", str: "name"}
        for fact in book.table:
            if fact.kind in kinds:
                self.of_kind[kinds[fact.kind]].append(fact.path)
        self.coded = [fact.path for fact in book.table if fact.values and fact.kind is not bool]
        self.facts = {fact.path: [*fact.values] for fact in book.table if fact.values}
        self.documents = [each for each in names.known("document", {}) if each != "photo"]
        self.parameters = [each.name for each in book.parameters]
        self.rule_sets = [each.name for each in book.rule_sets]
        self.taken: set[str] = set()
        self.may_refuse = [each for each in book.rule_sets if each.requirements]
        self.mains = [each.name for each in book.rule_sets if not each.part_of]
        self.rules = [rule.id for each in book.rule_sets for rule in each.rules]

    def tree(self) -> Tree:
        """A file."""
        tree: Tree = {"name": "local", "version": "1"}
        if self.chance(5):
            tree["title"] = self.words()
        if self.chance(8):
            tree["in_force_from"] = self.pick(DAYS)
        tree["clauses"] = [self._clause("local.1")]
        if self.chance(4):
            self.clauses.append("local.2")
            tree["clauses"].append(self._clause("local.2"))
        for name, most, make in (
            ("facts", 3, self._fact),
            ("parameters", 3, self._parameter),
            ("inputs", 3, self._input),
            ("documents", 2, self._document),
            ("rule_sets", 2, self._rule_set),
            ("changes", 4, self._change),
            ("not_formalised", 1, self._not_formalised),
            ("cases", 1, self._case),
        ):
            made = [make() for _ in range(self.rng.randrange(most + 1))]
            if made:
                tree[name] = made
        if self.chance(2):
            tree["words"] = {
                each: {self._word_key(): self.pick(WORDS) for _ in range(3)} for each in LANGUAGES
            }
        cited = [self.clauses[-1]] if len(self.clauses) > 1 else []
        tree.setdefault("changes", []).append(
            {
                "change": "add_to_output",
                "rule": "loss_report.release.apply",
                "output": "steps",
                "values": ["ask"],
                "cites": ["local.1", *cited],
            }
            if "loss_report.release.apply" in self.rules
            else {
                "change": "change_parameter",
                "parameter": self.parameters[0],
                "value": 7,
                "cites": ["local.1", *cited],
            }
        )
        return tree

    def chance(self, one_in: int) -> bool:
        """Whether something happens that happens once in so many times."""
        return self.rng.randrange(one_in) == 0

    def pick(self, among: Sequence[Any]) -> Any:
        """One of several."""
        return among[self.rng.randrange(len(among))]

    def some(self, among: Sequence[Any], most: int = 3) -> list[Any]:
        """One or several, each once."""
        return [*dict.fromkeys(self.pick(among) for _ in range(1 + self.rng.randrange(most)))]

    def name(self, before: str = "") -> str:
        """A name, mostly one that may stand there and that nothing else has."""
        among = TRAPS if self.chance(20) else NAMES
        free = [each for each in among if before + each not in self.taken]
        found = str(self.pick(free if free and not self.chance(20) else among))
        self.taken.add(before + found)
        return before + found

    def words(self) -> Any:
        """Words in one language or two."""
        if self.chance(2):
            return self.pick(WORDS)
        return {"en": self.pick(WORDS), "zh": self.pick(WORDS)}

    def _dates(self) -> Tree:
        if not self.chance(4):
            return {}
        first, last = self.pick(DAYS), self.pick(DAYS)
        dated = {"in_force_from": min(first, last), "in_force_to": max(first, last)}
        if not self.chance(3):
            del dated[self.pick([*dated])]
        return dated

    def _cites(self) -> Tree:
        return {"cites": self.pick(self.clauses)}

    def _clause(self, id_: str) -> Tree:
        found = {
            "id": id_,
            "title": self.words(),
            "words": f"{self.pick(WORDS)} some words",
            "language": self.pick(("en", "zh")),
            "version": self.pick(DAYS),
        }
        return {**found, **self._dates()}

    def _fact(self) -> Tree:
        if self.chance(4) and self.coded:
            path = self.pick(self.coded)
            more = [self.name(f"{path}=").partition("=")[2]]
            self.asks[path] = self.facts[path] = [*self.asks.get(path, []), *more]
            return {"path": path, "add_values": more}
        group = self.pick(GROUPS)
        path = self.name(f"{group}." if group else "")
        found: Tree = {"path": path, "meaning": self.words()}
        if self.chance(3):
            found["how"] = self.words()
        if self.chance(3):
            values: list[Any] = self.some(CODES)
            found["values"] = {each: self.words() for each in values} if self.chance(3) else values
            self.asks[path] = self.facts[path] = values
            self.coded.append(path)
            if self.chance(4):
                found["default"] = self.pick(values)
            if self.chance(2):
                found["can_become"] = self.some(values)
            return found
        kind = found["kind"] = self.pick([*self.of_kind])
        if kind == "yes_or_no":
            self.asks[path] = self.facts[path] = [False, True]
            if group.startswith("documents"):
                self.documents.append(path.rpartition(".")[2])
            if self.chance(4):
                found["default"] = self.pick((True, False))
            if self.chance(2):
                found["can_become"] = self.some(("true", "false"))
        elif kind == "number":
            found |= self._bounds()
            if self.chance(3):
                found["unit"] = self.pick(("years", "full years", "yuan", ""))
            if self.chance(6):
                found["default"] = found.get("lowest", found.get("highest", 1))
        elif kind == "date" and self.chance(2):
            found["not_after"] = self.pick(("as_of", *self.of_kind["date"]))
        elif kind == "name" and self.chance(6):
            found["default"] = self.pick(WORDS)
        self.of_kind[kind].append(path)
        return found

    def _bounds(self) -> Tree:
        one, two = self.pick(NUMBERS[:8]), self.pick(NUMBERS)
        bounds = {"lowest": min(one, two), "highest": max(one, two)}
        return {key: value for key, value in bounds.items() if self.chance(3)}

    def _parameter(self) -> Tree:
        name = self.name("local_")
        found: Tree = {"name": name, "title": self.words(), **self._cites(), **self._bounds()}
        some = self.pick((0, 1, 2, 6, 16, 60, 300, 10**7, 10**12))
        default = max(found.get("lowest", 0), min(found.get("highest", some), some))
        found["default"] = self.chance(2) if self.chance(6) else default
        found["unit"] = self.pick(("days", "months", "years", "years_of_age", "yuan"))
        if self.chance(20):
            found["not_above"] = self.pick(self.parameters)
        self.parameters.append(name)
        return found

    def _input(self) -> Tree:
        test = self.pick(("at_least", "between", "longer_ago_than", "same"))
        name = self.name("is_")
        found: Tree = {"name": name, "test": test}
        if self.chance(2):
            found["words"] = self.words()
        one, two = self.pick(self.parameters), self.pick(self.parameters)
        if test == "at_least":
            found |= {"fact": self._of("number"), "parameter": one}
        elif test == "between":
            found |= {"fact": self._of("number"), "lowest": one, "highest": two}
        elif test == "same":
            found["facts"] = [self._of("name"), self._of("name")]
        else:
            found |= {"fact": self._of("date"), "parameter": one}
            more = {
                "unit": self.pick(("days", "months")),
                "in_force_on": self.pick(("as_of", "fact")),
            }
            more["first_day_counts"] = two
            found |= {key: value for key, value in more.items() if self.chance(3)}
            self.windows.append(name)
        self.asks[name] = [False, True]
        return found

    def _of(self, kind: str) -> str:
        return str(self.pick(self.of_kind[kind] or self.book.table.paths))

    def _document(self) -> Tree:
        code = self.name("local_")
        found: Tree = {"code": code}
        about = [each for each in self.asks if each.startswith("documents.")] or ["x"]
        for key in ("all_of", "any_of"):
            if key == "all_of" or self.chance(3):
                found[key] = self.some(about, 2)
        if self.chance(2):
            found["words"] = self.words()
        self.documents.append(code)
        return found

    def _when(self, most: int = 2) -> Tree:
        asked = self.some([*self.asks], most) if not self.chance(4) else []
        return {each: self._among(self.asks[each]) for each in asked}

    def _among(self, values: list[Any]) -> Any:
        if not values:
            return "x"
        return self.pick(values) if self.chance(2) else self.some(values)

    def _requirement(self) -> Tree:
        code = self.name("no_")
        asked = self.pick([*self.asks])
        found: Tree = {"code": code, "holds_if": {asked: self._among(self.asks[asked])}}
        if self.chance(3):
            found["when"] = {key: each for key, each in self._when(1).items() if key != asked}
        if self.chance(3):
            found["words"] = self.words()
        return {**found, **self._cites()}

    def _output(self, name: str, allowed: list[Any]) -> Any:
        if name == "documents":
            return self.some(self.documents) if not self.chance(4) else []
        if allowed:
            return self.pick(allowed)
        if name in ("steps", "effects") or self.chance(4):
            return self.some(CODES) if not self.chance(3) else []
        return self.pick((*CODES, *NUMBERS, True, False))

    def _rule_set(self) -> Tree:
        free = [each for each in RULE_SETS if each not in self.rule_sets] or RULE_SETS
        name = self.pick(free) if not self.chance(12) else self.name()
        found: Tree = {"name": name, "title": self.words()}
        activation = name.startswith("activation.") and not self.chance(5)
        outputs = ["documents", "steps"] if activation else self.some(OUTPUTS)
        allowed: dict[str, list[Any]] = {}
        for each in outputs:
            few = [] if each in ("documents", "steps", "effects") else self.some(CODES)
            allowed[each] = [True, False] if few and self.chance(2) else few
            if self.chance(6):
                allowed[each] = [*few, self.pick(NUMBERS)] if self.chance(2) else []
        found["outputs"] = allowed
        may = [each for each in outputs if self.chance(5)]
        if may:
            found["may_be_none"] = may
        if self.chance(4):
            found["hit_policy"] = self.pick(("ANY", "COLLECT", "UNIQUE"))
        if self.chance(6) and not activation:
            found["part_of"] = self.pick(self.rule_sets)
        if self.chance(20):
            found["before"] = self.pick(self.rule_sets)
        if self.chance(6):
            found["compare"] = self.some(outputs)
        if self.windows and self.chance(4):
            found["deadline"] = self.pick(self.windows)
        if activation or (self.chance(4) and "part_of" not in found):
            found["requirements"] = [self._requirement() for _ in range(1 + self.rng.randrange(2))]
        found["rules"] = self._rules(name, allowed, may, found.get("deadline"))
        self.rule_sets.append(name)
        self.rules += [each["id"] for each in found["rules"]]
        few_told = [each for each in allowed.values() if each]
        if len(few_told) == 1 and "requirements" not in found:
            self.asks[name] = few_told[0]
        return found

    def _rules(
        self, name: str, allowed: Mapping[str, list[Any]], may: list[str], deadline: str | None
    ) -> list[Tree]:
        """A rule for each value of an input, so that each case has one, or any rules."""
        by = deadline or self.pick([*self.asks])
        by = by if self.asks.get(by) else next(each for each in self.asks if self.asks[each])
        values = self.asks[by]
        whens: list[Tree] = [{by: each} for each in values]
        if len(whens) > 2:
            whens = [whens[0], {by: values[1:]}]
        if self.chance(4):
            whens = [{by: self._among(values), **self._when()}, *whens]
        if self.chance(6):
            whens = [{}]
        found: list[Tree] = []
        for at, when in enumerate(whens):
            then = {
                each: self._output(each, values)
                for each, values in allowed.items()
                if each not in may or self.chance(2)
            }
            rule = {"id": f"{name}.r{at}", **self._cites(), "then": then, **self._dates()}
            if when:
                rule["when"] = when
            if found and self.chance(5):
                rule["exception_to"] = found[-1]["id"]
            if self.chance(6):
                rule["readings"] = [{"chosen": self.words(), "other": self.words()}]
            found.append(rule)
        return found

    def _change(self) -> Tree:
        kind = self.pick((*CHANGES, *(("remove_rule_set",) if self.chance(3) else ())))
        if kind.endswith("_requirement") and not self.may_refuse and not self.chance(20):
            kind = "replace_rule"
        made: Tree = {"change": kind, **self._cites(), **self._dates()}
        rule_set = self.pick(self._suiting(kind))
        rule = self.pick(rule_set.rules)
        if kind in ("replace_rule", "add_rule"):
            made |= self._changed_rule(rule)
            if kind == "replace_rule":
                made["rule"] = rule.id
            else:
                made["rule_set"] = rule_set.name
                made["id"] = f"{rule_set.name}.{self.name()}"
                if self.chance(3):
                    made["before"] = rule.id
            if self.chance(5):
                made["exception_to"] = self.pick(rule_set.rules).id
        elif kind in ("remove_rule", "add_documents", "add_to_output"):
            made["rule"] = self.pick(self.rules) if self.chance(12) else rule.id
            if kind == "add_documents":
                made["documents"] = self.some(self.documents)
            elif kind == "add_to_output":
                lists = [each for each, value in rule.then.items() if type(value) is tuple]
                made["output"] = self.pick(lists or OUTPUTS)
                made["values"] = self.some(CODES)
        elif kind == "change_parameter":
            made |= {"parameter": self.pick(self.parameters), "value": self.pick(NUMBERS)}
        elif kind == "add_requirement":
            made |= {**self._requirement(), "rule_set": rule_set.name}
        else:
            made["rule_set"] = rule_set.name
            made.pop("in_force_from", None)
            made.pop("in_force_to", None)
            if kind == "remove_requirement":
                codes = [each.code for each in rule_set.requirements]
                made["requirement"] = self.pick(codes or NAMES)
        return made

    def _suiting(self, kind: str) -> list[RuleSet]:
        """Rule sets of which such a change can be made; any where there are none."""
        lists = {"add_documents": {"documents"}, "add_to_output": {"steps", "effects", "payers"}}
        found = [
            each
            for each in self.book.rule_sets
            if (kind != "add_requirement" or each.name.count(".") == 2)
            and (kind != "remove_requirement" or each.requirements)
            and (kind not in lists or lists[kind] & {*each.outputs})
        ]
        return found if found and not self.chance(20) else [*self.book.rule_sets]

    def _changed_rule(self, rule: Any) -> Tree:
        """What a rule of the book asks and gives, mostly with one thing otherwise."""
        when = {
            name: [*values] if len(values) > 1 else values[0]
            for name, values in rule.when.items()
            if name != "as_of"
        }
        then = {name: _plain(value) for name, value in rule.then.items() if value is not None}
        if self.chance(2):
            when |= self._when(1)
        if when and self.chance(4):
            del when[self.pick([*when])]
        if then and not self.chance(3):
            name = self.pick([*then])
            others = [
                other.then[name]
                for each in self.book.rule_sets
                for other in each.rules
                if other.then.get(name) is not None
            ]
            then[name] = _plain(self.pick(others)) if not self.chance(4) else self._output(name, [])
        return {"then": then, **({"when": when} if when else {})}

    def _not_formalised(self) -> Tree:
        return {"sentence": "some words", "reason": self.words(), **self._cites()}

    def _case(self) -> Tree:
        known: Tree = {"as_of": self.pick(DAYS)}
        known |= {path: self.pick(self.facts[path]) for path in self.some([*self.facts], 3)}
        expect = {
            f"{self.pick(self.mains)}.{self.pick(('status', 'because', 'needs', 'x'))}": value
            for value in (self.pick(CODES), self.pick(NUMBERS))
        }
        found: Tree = {"case": known, "expect": expect, "about": self.words()}
        if self.chance(3):
            found["none"] = f"{self.pick(self.mains)}.deadline"
        return found

    def _word_key(self) -> str:
        subject = self.pick(
            ("step", "status", "output", "document", "part", "requirement", "", "x")
        )
        about = self.pick((*CODES, *NAMES, *self.rule_sets, *self.asks, *TRAPS))
        return f"{subject}:{about}" if subject else str(about)


def _plain(value: Any) -> Any:
    """What a rule gives, as TOML has it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Document):
        return value.code
    return str(value) if isinstance(value, str) else value


def mutated(rng: random.Random, tree: Tree, times: int) -> Tree:
    """The tree with a few things in it dropped, said twice, or said otherwise."""
    tree = copy.deepcopy(tree)
    for _ in range(times):
        places = [*_places(tree)]
        holder, key = places[rng.randrange(len(places))]
        value = holder[key]
        how = rng.randrange(6)
        if how == 0:
            del holder[key]
        elif how == 1 and isinstance(holder, list):
            holder.append(copy.deepcopy(value))
        elif how == 2 and isinstance(holder, dict):
            other = rng.randrange(len(TRAPS))
            holder[TRAPS[other]] = holder.pop(key)
        else:
            alike = [h[k] for h, k in places if type(h[k]) is type(value)]
            others = alike if rng.randrange(4) else [*TRAPS, *NUMBERS, *DAYS, True, [], {}, [[]]]
            holder[key] = copy.deepcopy(others[rng.randrange(len(others))])
    return tree


def _places(holder: Any) -> Any:
    """Every place in a tree: what holds it, and its key or position there."""
    for key in [*holder] if isinstance(holder, dict) else range(len(holder)):
        yield holder, key
        if isinstance(holder[key], dict | list):
            yield from _places(holder[key])
