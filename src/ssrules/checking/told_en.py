"""How what is found in rule books reads in English: inputs and values as rules write them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ssrules.checking.told import (
    Answer,
    Day,
    Sentences,
    Value,
    Where,
    changed_outputs,
    changed_reasons,
    common_to,
)
from ssrules.deciding.cells import BREAKS


class English(Sentences):
    """English sentences."""

    def head(self, rule_set: str, title: str, kind: str = "") -> str:  # noqa: ARG002
        return f"{rule_set}: {kind}" if kind else rule_set

    def instance(self, case: Any) -> str:
        return f"for instance {case.to_json()}"

    def found(self, causes: int, following: int, cells: int, rule_sets: int) -> str:
        told = f"{causes} found" if causes else "nothing found"
        if following:
            told += f", and {following} that may follow from {'it' if causes == 1 else 'them'}"
        return f"{told}: {cells} kinds of case in {_counted(rule_sets, 'rule set')}"

    def following(self, findings: int, causes: int) -> str:
        told = "1 finding" if findings == 1 else f"{findings} findings"
        return f"{told} may follow from {'it' if causes == 1 else f'these {causes}'}:"

    def compared(self, differences: int, cells: int, *, same_book: bool) -> str:
        if same_book:
            return "no differences: the same rule book"
        told = "no answer differs, though the books do"
        if differences:
            told = _counted(differences, "difference")
        return f"{told}: {_counted(cells, 'kind')} of case compared"

    def breaks(self, code: str, rules: Sequence[str], where: Sequence[Where]) -> str:
        told = BREAKS[code].format(", ".join(rules))
        return f"{told} {self.where(where)}"

    def unanswered(self, rule_set: str, output: str, where: Sequence[Where]) -> str:
        return f"{rule_set} gives no {output} {self.where(where)}"

    def unreachable(self, code: str, *, requirement: bool) -> str:
        return f"the requirement {code} never fails" if requirement else f"{code} never applies"

    def redundant(self, code: str, others: Sequence[str], *, requirement: bool) -> str:
        if requirement:
            return f"the requirement {code} fails only where another fails too"
        because = f", because of {', '.join(others)}" if others else ""
        return f"without {code} every answer is the same{because}"

    def idle(self, input_: str, *, asked: bool) -> str:
        return (
            f"whatever {input_} is, the answer is the same" if asked else f"no rule asks {input_}"
        )

    def undecided(self, because: str) -> str:
        return f"cannot be decided: {because}"

    def no_path(self, path: str, last: str, found: object, near: str) -> str:
        if not near:
            return f"{path} is nothing that is decided; {last} is {_decided(found)}"
        cure = f"known: {near}" if ", " in near else f"did you mean {near}?"
        return f"{path} is nothing that is decided; {cure}"

    def contradicts(self, one: str, two: str) -> str:
        return f"{two} answers otherwise what {one} says"

    def not_as_worked(self, path: str, found: object, expected: object) -> str:
        return f"{path} is {_decided(found)}, and not {_decided(expected)} as was worked out"

    def lacks(self, clause: str, names: Sequence[str]) -> str:
        return f"the clause {clause!r} has no {' and no '.join(names)}"

    def two_texts(self, clause: str) -> str:
        return f"two texts bear the id {clause}"

    def no_day(self, clause: str, first: Day, last: Day) -> str:
        return f"{clause} is in force from {first} to {last}, which is no day at all"

    def quoted_late(self, clause: str, version: Day, last: Day) -> str:
        return f"{clause} is quoted in a text of {version}, but in force to {last} only"

    def not_yet(self, clause: str, first: Day, on: Day) -> str:
        return f"{clause} is in force from {first} only, not on {on}"

    def no_longer(self, clause: str, last: Day, on: Day) -> str:
        return f"{clause} is in force to {last} only, not on {on}"

    def lapses(self, clause: str, last: Day) -> str:
        return f"{clause} is in force to {last} only, and what rests on it is so later"

    def unsure(self, clause: str, certainty: str | None, wanted: str) -> str:
        if certainty is None:
            return f"how sure the words of {clause} are is not said, and {wanted} is asked for"
        return f"the words of {clause} are {certainty}, and {wanted} is asked for"

    def where(self, rows: Sequence[Where]) -> str:
        common, rests = common_to(rows)
        parts = [_phrase(common)] if common else []
        if rests:
            parts.append(" or ".join(f"({_phrase(rest)})" for rest in rests))
        told = ", and either ".join(parts)
        return f"where {told}" if told else "in every case"

    def days_before(self, lowest: int, highest: int | None) -> str:
        if highest is None:
            return f"{lowest} days or more before as_of"
        return f"{self.between(lowest, highest)} days before as_of"

    def between(self, lowest: int, highest: int | None) -> str:
        if highest is None:
            return f"{lowest} or more"
        return f"{lowest}" if lowest == highest else f"{lowest} to {highest}"

    def tests(self, answers: Mapping[str, Sequence[Value]]) -> str:
        told = (f"{name} is {_before_after(values)}" for name, values in answers.items())
        return f"one for which {' and '.join(told)}"

    def any_of(self, shown: str) -> Value:
        return shown

    def change(
        self,
        rule_set: str,  # noqa: ARG002
        before: Answer | None,
        after: Answer | None,
        where: Sequence[Where],
    ) -> str:
        return f"{_change(before, after)} {self.where(where)}"

    def settled(self, before: str, after: str) -> str:
        return f"{before} becomes {after} where facts are unknown"

    def deadline(self, before: Day | None, after: Day | None, fact: str, shown: str) -> str:
        return f"deadline {before} becomes {after}, for every {fact} that is {shown}"

    def line(self, number: int, why: str, told: Sequence[str]) -> str:
        return ": ".join((f"line {number}", why, *(["; ".join(told)] if told else [])))

    def replayed(self, lines: int, kinds: Mapping[str, int]) -> str:
        told = (f"{count} {self.say.label(f'replay:{why}')}" for why, count in kinds.items())
        same = f"{lines - sum(kinds.values())} as they were"
        return f"{_counted(lines, 'line')}: {', '.join((same, *told))}"

    def replaced(self, path: str, before: object, after: object) -> str:
        return f"{path}: {_json(before)} -> {_json(after)}"


def _decided(value: object) -> str:
    """A value as JSON has it, written as a message has it."""
    return _item(tuple(value) if isinstance(value, list) else value)


def _json(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _change(before: Answer | None, after: Answer | None) -> str:
    if before is None or after is None:
        if before is None:
            return f"is answered for the first time ({_answer(after or {})})"
        return f"is answered no longer ({_answer(before)})"
    told: list[str] = []
    if before["status"] != after["status"]:
        told.append(f"{before['status']} becomes {after['status']}")
    told += [
        f"{name} {_item(one)} becomes {_item(two)}"
        for name, (one, two) in changed_outputs(before, after).items()
    ]
    lost, gained = changed_reasons(before, after)
    told += [f"loses the reason {id_}" for id_ in lost]
    told += [f"gains the reason {id_}" for id_ in gained]
    if not told and before["because"] != after["because"]:
        told.append("its reasons stand in another order")
    if before["because"] == after["because"] and before["clauses"] != after["clauses"]:
        told.append(f"rests on {_item(after['clauses'])}, not on {_item(before['clauses'])}")
    return ", ".join(told)


def _answer(told: Answer) -> str:
    outputs = (f"{name} {_item(value)}" for name, value in told["outputs"].items())
    return ", ".join((told["status"], *outputs))


def _item(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_item, value))}]"
    if isinstance(value, Mapping):
        return " ".join(f"{name} {_item(each)}" for name, each in value.items() if each)
    if isinstance(value, bool):
        return str(value).lower()
    return "none" if value is None else str(value)


def _phrase(where: Where) -> str:
    return " and ".join(
        f"{name} is {' or '.join(map(_item, values))}" for name, values in where.items()
    )


def _before_after(told: Sequence[Value]) -> str:
    if len(set(told)) == 1:
        return _item(told[0])
    return f"{_item(told[0])} before, {_item(told[1])} after"


SENTENCES = English
