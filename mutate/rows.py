"""One thing wrong in a row: a citation, a reading, a value, a document, a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import attrs

from ssrules.tables import AsOf, Clause, Document, Requirement, Rule, RuleSet

Changed = tuple[str, Any]
"""What was done, and what came of it."""

DAY = datetime.timedelta(days=1)


def written(rule_set: RuleSet) -> dict[str, Any]:
    """Its rows as their file has them: without the periods that it asks for by itself."""
    inputs = tuple(each for each in rule_set.inputs if not isinstance(each, AsOf))
    rows = {
        field: tuple(
            attrs.evolve(
                row, when={name: each for name, each in row.when.items() if name != AsOf.name}
            )
            for row in getattr(rule_set, field)
        )
        for field in ("requirements", "rules")
    }
    return {"inputs": inputs, **rows}


def rows_of(rule_set: RuleSet, other: Clause) -> Iterator[Changed]:
    """The rule set with one thing wrong in one of its rows, or with a row too few or misplaced."""
    as_written = written(rule_set)
    for field in ("requirements", "rules"):
        rows = as_written[field]
        for at, row in enumerate(rows):
            name = f"{rule_set.name}:{row.code}" if field == "requirements" else row.id
            kinds = requirement if field == "requirements" else rule
            for said, changed in kinds(row, rule_set, other):
                yield f"{name}: {said}", (field, (*rows[:at], changed, *rows[at + 1 :]))
            yield f"{name}: the row dropped", (field, rows[:at] + rows[at + 1 :])
            if at:
                swapped = (*rows[: at - 1], row, rows[at - 1], *rows[at + 1 :])
                yield f"{name}: put before the row above it", (field, swapped)


def rule(row: Rule, rule_set: RuleSet, other: Clause) -> Iterator[Changed]:
    """A rule with one thing wrong."""
    yield from cited(row, other)
    yield from asked(row, "when", rule_set)
    yield from dated(row)
    if row.exception_to:
        yield "no exception any more", attrs.evolve(row, exception_to=())
    for name, value in row.then.items():
        rest = {key: each for key, each in row.then.items() if key != name}
        yield f"{name} not given", attrs.evolve(row, then=rest)
        for said, changed in outcomes(value, rule_set.outputs[name]):
            yield f"{name} {said}", attrs.evolve(row, then={**row.then, name: changed})


def requirement(row: Requirement, rule_set: RuleSet, other: Clause) -> Iterator[Changed]:
    """A requirement with one thing wrong."""
    yield from cited(row, other)
    yield from asked(row, "holds_if", rule_set)
    yield from asked(row, "when", rule_set)
    yield from dated(row)


def cited(row: Any, other: Clause) -> Iterator[Changed]:
    """A row with a citation or a reading dropped, replaced, turned round or out of order."""
    cites, readings = row.cites, row.readings
    for at, clause in enumerate(cites):
        rest = cites[:at] + cites[at + 1 :]
        if rest:
            yield f"{clause.id} not cited", attrs.evolve(row, cites=rest)
        if other not in cites:
            swapped = (*cites[:at], other, *cites[at + 1 :])
            yield f"{other.id} cited for {clause.id}", attrs.evolve(row, cites=swapped)
    if len(cites) > 1:
        yield "citations in another order", attrs.evolve(row, cites=cites[::-1])
    for at, note in enumerate(readings):
        rest_ = readings[:at] + readings[at + 1 :]
        yield f"reading {at} dropped", attrs.evolve(row, readings=rest_)
        wrong = [("turned round", attrs.evolve(note, chosen=note.other, other=note.chosen))]
        if note.rests_on:
            wrong.append(("resting on nothing", attrs.evolve(note, rests_on=())))
        for said, changed in wrong:
            put = (*readings[:at], changed, *readings[at + 1 :])
            yield f"reading {at} {said}", attrs.evolve(row, readings=put)


def asked(row: Any, field: str, rule_set: RuleSet) -> Iterator[Changed]:
    """A row that asks for one value more or fewer of an input, or does not ask for it."""
    allowed = {each.name: each.values for each in rule_set.inputs}
    when = getattr(row, field)
    for name, values in when.items():
        if field == "when":
            rest = {key: each for key, each in when.items() if key != name}
            yield f"{name} not asked", attrs.evolve(row, when=rest)
        for value in values if len(values) > 1 else ():
            fewer = tuple(each for each in values if each is not value)
            yield f"{name} without {value}", attrs.evolve(row, **{field: {**when, name: fewer}})
        for value in allowed[name]:
            if not any(type(value) is type(each) and value == each for each in values):
                more = (*values, value)
                yield f"{name} with {value}", attrs.evolve(row, **{field: {**when, name: more}})


def dated(row: Any) -> Iterator[Changed]:
    """A row in force a day longer or shorter, or for ever."""
    for field in ("in_force_from", "in_force_to"):
        day = getattr(row, field)
        if day is not None:
            for said, changed in (("a day later", day + DAY), ("a day sooner", day - DAY)):
                yield f"{field} {said}", attrs.evolve(row, **{field: changed})
            yield f"{field} dropped", attrs.evolve(row, **{field: None})


def outcomes(value: Any, allowed: tuple[Any, ...] | None) -> Iterator[Changed]:
    """What a row gives, with one thing wrong."""
    for each in allowed or ():
        if each != value:
            yield f"is {each}", each
    if isinstance(value, str) and allowed is None:
        yield "is another code", f"{value}_"
    if value is None and allowed is None:
        yield "is empty", ()
    if not isinstance(value, tuple):
        return
    for at, each in enumerate(value):
        yield f"without {told(each)}", value[:at] + value[at + 1 :]
        for said, changed in pieces(each):
            yield f"with {told(each)} {said}", (*value[:at], changed, *value[at + 1 :])
    for at in range(1, len(value)):
        swapped = (*value[: at - 1], value[at], value[at - 1], *value[at + 1 :])
        yield f"with {told(value[at])} before the one above", swapped


def pieces(value: Any) -> Iterator[Changed]:
    """A document, a step, an effect or a right with one thing wrong."""
    if isinstance(value, str):
        yield "misspelt", f"{value}_"
    if isinstance(value, tuple):
        yield "turned round", value[::-1]
    if isinstance(value, Document):
        yield "under another code", attrs.evolve(value, code=f"{value.code}_")
        for field in ("all_of", "any_of"):
            facts = getattr(value, field)
            other = "any_of" if field == "all_of" else "all_of"
            for at, fact in enumerate(facts):
                rest = facts[:at] + facts[at + 1 :]
                if rest or getattr(value, other):
                    yield f"without {fact}", attrs.evolve(value, **{field: rest})
            if len(facts) > 1:
                moved = {field: (), other: facts}
                yield f"with {other} for {field}", attrs.evolve(value, **moved)


def told(value: Any) -> str:
    """The code of a thing that a row gives."""
    return str(getattr(value, "code", value))
