"""clipspy: one template for the case, a rule for each row, answers asserted as facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import clips

from benchmarks.peers.content import TELLING, Answer, Context, Part, Row


def make(parts: Sequence[Part]) -> Callable[[Context], Answer]:
    """Rules over one case fact; a telling part asserts its outcome, which others match."""
    environment = clips.Environment()
    names = dict.fromkeys(n for part in parts for n in part.inputs if n not in TELLING)
    environment.build(f"(deftemplate case {' '.join(f'(slot {name})' for name in names)})")
    environment.build("(deftemplate outcome (slot part) (slot is))")
    environment.build("(deftemplate answer (slot part) (slot row))")
    for part in parts:
        for at, row in enumerate(part.rows):
            environment.build(_rule(part, at, row))
    case = environment.find_template("case")
    answer = environment.find_template("answer")
    known = {part.name: [row.id for row in part.rows] for part in parts}
    symbols = {True: clips.Symbol("TRUE"), False: clips.Symbol("FALSE")}
    texts = {
        v: clips.Symbol(v)
        for p in parts
        for r in p.rows
        for _, vs in r.when
        for v in vs
        if isinstance(v, str)
    }

    def decide(context: Context) -> Answer:
        environment.reset()
        case.assert_fact(
            **{
                name: symbols[value] if isinstance(value, bool) else texts[value]
                for name, value in context.items()
                if name in names
            }
        )
        environment.run()
        found: dict[str, list[int]] = {name: [] for name in known}
        for each in answer.facts():
            found[each["part"]].append(each["row"])
        return {name: [known[name][at] for at in sorted(rows)] for name, rows in found.items()}

    return decide


def _rule(part: Part, at: int, row: Row) -> str:
    slots = " ".join(
        f"({name} {_values(values)})" for name, values in row.when if name not in TELLING
    )
    outcomes = " ".join(
        f"(outcome (part {name}) (is {_values(values)}))"
        for name, values in row.when
        if name in TELLING
    )
    gives = f"(assert (outcome (part {part.name}) (is {row.gives})))" if row.gives else ""
    return (
        f"(defrule {part.name}-{at} (case {slots}) {outcomes} =>"
        f" (assert (answer (part {part.name}) (row {at}))) {gives})"
    )


def _values(values: tuple[str | bool, ...]) -> str:
    return "|".join(str(value).upper() if isinstance(value, bool) else value for value in values)
