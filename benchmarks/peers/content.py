"""What the other engines are asked to decide: the rows of the rule sets, free of any engine.

Left to them is every choice that the rules make: for each of the thirteen parts the rules that
apply or the requirements that fail, and which documents are missing. Prepared for them beforehand,
and not timed, is what ssrules does itself while it is timed: the comparison of dates, ages and
banks, the photo as one document, and the texts that follow from a rule's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from ssrules import RuleBook
from ssrules.deciding.with_documents import at_hand
from ssrules.decisions import Decision
from ssrules.facts import Case
from ssrules.tables import Document, Rule, RuleSet
from ssrules.tables.inputs import AsOf, AtLeast, FactInput, Input, LongerAgoThan, OutcomeOf, Same

Context = dict[str, str | bool]
"""The value of every input of a case, by an identifier."""
Answer = dict[str, list[str]]
"""For every part the ids of the rows that fire, in the order of the rows."""
Value = str | bool

TELLING = ("loss_report", "application")
"""Parts whose outcome is an input of others: these are decided first."""


@attrs.frozen
class Row:
    """Fires if every input has one of the values; `gives` is the outcome it tells, or ""."""

    id: str
    when: tuple[tuple[str, tuple[Value, ...]], ...]
    gives: str = ""


@attrs.frozen
class Part:
    """A table: all rows that fire are its answer."""

    name: str
    rows: tuple[Row, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs that some row asks."""
        return tuple(dict.fromkeys(name for row in self.rows for name, _ in row.when))

    @property
    def asks(self) -> tuple[str, ...]:
        """The parts whose outcome it asks."""
        return tuple(name for name in self.inputs if name in TELLING)


def identifier(name: str) -> str:
    """An input's or part's name as every engine takes it."""
    return name.replace(".", "_")


def parts(book: RuleBook) -> tuple[Part, ...]:
    """Every part, the telling ones first."""
    sets = [each for each in book.rule_sets if not each.part_of]
    found = [Part(identifier(each.name), tuple(_rows(each))) for each in sets]
    found += [_documents(each) for each in sets if each.name.startswith("activation.")]
    found.append(_materials(book.rule_set("application.materials")))
    return tuple(sorted(found, key=lambda part: part.name not in TELLING))


def _rows(rule_set: RuleSet) -> Iterator[Row]:
    values = {input_.name: input_.values for input_ in rule_set.inputs}
    held = dict(values)
    for requirement in rule_set.requirements:
        for name, allowed in requirement.holds_if.items():
            fails = tuple(value for value in values[name] if value not in allowed)
            held[name] = tuple(value for value in held[name] if value in allowed)
            yield Row(requirement.code, ((identifier(name), fails),))
    for rule in rule_set.rules:
        asked = {**held, **rule.when}
        both = {name: tuple(v for v in asked[name] if v in held[name]) for name in asked}
        others = [each for each in rule_set.rules if rule.id in each.exception_to]
        for apart in _apart(both, others, values):
            when = tuple(
                (identifier(name), tuple(map(_symbol(values[name]), some)))
                for name, some in apart.items()
                if set(some) != set(values[name])
            )
            yield Row(rule.id, when, _told(rule))


Asked = dict[str, tuple[Value, ...]]


def _apart(asked: Asked, exceptions: list[Rule], values: Asked) -> Iterator[Asked]:
    """What a row asks, in rows that leave out what its exception asks, each one input further."""
    if not exceptions:
        yield asked
        return
    (exception,) = exceptions
    left = dict(asked)
    for name, some in exception.when.items():
        others = tuple(each for each in left.get(name, values[name]) if each not in some)
        if others:
            yield {**left, name: others}
        left[name] = tuple(each for each in left.get(name, values[name]) if each in some)


def _symbol(values: tuple[Value, ...]) -> Callable[[Value], Value]:
    """A value as every engine takes it: a period by its number."""
    plain = all(isinstance(each, bool) or each.isidentifier() for each in values)
    return (lambda each: each) if plain else (lambda each: f"period_{values.index(each)}")


def _told(rule: Rule) -> str:
    return str(rule.then.get("status") or rule.then.get("route") or "")


def _documents(rule_set: RuleSet) -> Part:
    rows = tuple(
        Row(
            document.code,
            (
                *((identifier(name), tuple(some)) for name, some in rule.when.items()),
                (document_input(document), (False,)),
            ),
        )
        for rule in rule_set.rules
        for document in rule.then["documents"]
    )
    return Part(f"documents_{identifier(rule_set.name)}", rows)


def _materials(rule_set: RuleSet) -> Part:
    rows = []
    for rule in rule_set.rules:
        for document in rule.then["documents"] or ():
            route = tuple(rule.when["application"])
            rows.append(
                Row(document.code, (("application", route), (document_input(document), (False,))))
            )
    return Part("documents_application", tuple(rows))


def document_input(document: Document) -> str:
    """The input that tells whether a document is at hand; a photo with and without hat are two."""
    bare = "documents.photo.bareheaded" in document.facts
    return f"has_{document.code}{'_bareheaded' if bare else ''}"


def contexts(book: RuleBook, cases: list[Case]) -> list[Context]:
    """What the engines are told of each case, all facts of which are known."""
    inputs = {
        input_.name: input_
        for each in book.rule_sets
        for input_ in each.inputs
        if not isinstance(input_, OutcomeOf)
    }
    documents = [
        document
        for each in book.rule_sets
        for rule in each.rules
        for document in rule.then.get("documents") or ()
    ]
    found: list[Context] = []
    for case in cases:
        told: dict[str, Value] = {
            identifier(name): _value(input_, case, book) for name, input_ in inputs.items()
        }
        for document in documents:
            facts = {path: fact(case, path) for path in document.facts}
            told[document_input(document)] = bool(at_hand(document, facts))
        found.append(told)
    return found


def _value(input_: Input, case: Case, book: RuleBook) -> Value:
    if isinstance(input_, Same):
        one, other = input_.facts
        return bool(fact(case, one) == fact(case, other))
    value = fact(case, input_.facts[0])
    if isinstance(input_, LongerAgoThan):
        return bool((case.as_of - value).days > book.value(input_.parameter, value))
    if isinstance(input_, FactInput):
        return value if isinstance(value, bool) else str(value.value)
    if isinstance(input_, AsOf):
        return f"period_{sum(start <= value for start in input_.starts)}"
    if not isinstance(input_, AtLeast):
        raise TypeError(f"{input_!r} is nothing that other engines are asked")
    return bool(value >= book.value(input_.parameter, case.as_of))


def fact(case: Case, path: str) -> Any:
    """The value of a fact."""
    found: Any = case
    for name in path.split("."):
        found = getattr(found, name)
    return found


def expected(decision: Decision) -> Answer:
    """What an engine has to answer where ssrules decided so."""
    found = {identifier(path): list(part.because) for path, part in decision.parts}
    for option in decision.activation:
        if option.status != "refused":
            found[f"documents_{identifier(option.path)}"] = list(option.missing_documents)
    found["documents_application"] = list(decision.application.missing_documents)
    return found


def comparable(answer: Answer) -> Answer:
    """An engine's answer without the documents of the options that are refused."""
    refused = {
        name
        for name, ids in answer.items()
        if name.startswith("activation_") and not ids[0].startswith("activation.")
    }
    return {
        name: ids
        for name, ids in answer.items()
        if name.removeprefix("documents_") not in refused or name in refused
    }
