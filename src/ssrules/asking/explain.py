"""Why a decision is as it is, and what stands in the way of one of its parts."""

from __future__ import annotations

from ssrules.asking.answers import Explanation, PartExplanation, Reason, WhyNot
from ssrules.asking.standing import Standing, citations, code_of, title_of
from ssrules.deciding.machine import Machine
from ssrules.deciding.parts import in_fact_order
from ssrules.decisions import Decision, Part
from ssrules.tables.book import Book
from ssrules.words.sentences import answer, reason


def explain(machine: Machine, book: Book, decision: Decision) -> Explanation:
    """For each part its answer, rules, clauses, and the facts that made it so."""
    standing = Standing.of(machine, book, decision.case)
    parts = tuple(_part(standing, path, part) for path, part in decision.parts())
    return Explanation(as_of=decision.as_of, parts=parts)


def why_not(machine: Machine, book: Book, decision: Decision, path: str) -> WhyNot:
    """For each requirement of a part, or else each rule, whether it holds and on which facts.

    Raises `UnknownNameError` for a path that is no part.
    """
    part = decision.part(path)
    standing = Standing.of(machine, book, decision.case)
    rule_set = book.rule_set(path)
    documents = standing.documents(path, part).items()
    return WhyNot(
        path=path,
        status=part.status,
        title=title_of(book, path),
        sentence=answer(part),
        checks=tuple(standing.check(path, row) for row in rule_set.requirements or rule_set.rules),
        documents=tuple(standing.document(document, rule) for document, rule in documents),
    )


def _part(standing: Standing, path: str, part: Part) -> PartExplanation:
    determined = part.status != "undetermined"
    inputs = standing.behind(path, standing.deciding(path)) if determined else {}
    facts = standing.values(standing.facts_of(inputs))
    documents = standing.documents(path, part)
    return PartExplanation(
        path=path,
        status=part.status,
        title=title_of(standing.book, path),
        sentence=answer(part),
        reasons=_reasons(standing, path, part),
        facts=tuple(fact for fact in facts if fact.value is not None),
        parameters=tuple(dict.fromkeys(standing.parameters_of(inputs))),
        documents=standing.values(in_fact_order(each for d in documents for each in d.facts)),
        needs=part.needs,
    )


def _reasons(standing: Standing, path: str, part: Part) -> tuple[Reason, ...]:
    rows = {code_of(row): row for row in standing.machine.tables[path].rows}
    return tuple(
        Reason(code=code, sentence=reason(rows[code]), clauses=citations(rows[code].cites))
        for code in part.because
    )
