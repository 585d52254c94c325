"""Why a decision is as it is, and what stands in the way of one of its parts."""

from __future__ import annotations

from typing import Any

from ssrules.asking.answers import Explanation, PartExplanation, Reason, WhyNot
from ssrules.asking.standing import Standing, citations, code_of, title_of
from ssrules.deciding.decision import Conclusion
from ssrules.words.sentences import reason
from ssrules.words.speech import ENGLISH


def explain(decision: Conclusion, language: str = ENGLISH) -> Explanation:
    """For each part its answer, rules, clauses, and the facts that made it so."""
    standing = Standing.of(decision, language)
    parts = tuple(_part(standing, path, part) for path, part in decision.parts)
    return Explanation(as_of=decision.as_of, parts=parts, say=standing.say)


def why_not(decision: Conclusion, path: str, language: str = ENGLISH) -> WhyNot:
    """For each requirement of a part, or else each rule, whether it holds and on which facts.

    Raises `UnknownNameError` for a path that is no part.
    """
    part = decision.part(path)
    standing = Standing.of(decision, language)
    rule_set = standing.book.rule_set(path)
    documents = standing.documents(path, part).items()
    return WhyNot(
        path=path,
        status=part.status,
        title=title_of(standing.book, path, standing.say),
        sentence=standing.machine.kinds[path].sentence(part, standing.say),
        checks=tuple(standing.check(path, row) for row in rule_set.requirements or rule_set.rules),
        documents=tuple(standing.document(document, rule) for document, rule in documents),
        tone=standing.machine.kinds[path].tone(part),
        say=standing.say,
    )


def _part(standing: Standing, path: str, part: Any) -> PartExplanation:
    determined = part.status != "undetermined"
    inputs = standing.behind(path, standing.deciding(path)) if determined else {}
    facts = standing.values(standing.facts_of(inputs))
    documents = standing.documents(path, part)
    asked = standing.machine.facts.in_order(each for d in documents for each in d.facts)
    return PartExplanation(
        path=path,
        status=part.status,
        title=title_of(standing.book, path, standing.say),
        sentence=standing.machine.kinds[path].sentence(part, standing.say),
        reasons=_reasons(standing, path, part),
        facts=tuple(fact for fact in facts if fact.value is not None),
        parameters=tuple(dict.fromkeys(standing.parameters_of(inputs))),
        documents=standing.values(asked),
        needs=part.needs,
        tone=standing.machine.kinds[path].tone(part),
        say=standing.say,
    )


def _reasons(standing: Standing, path: str, part: Any) -> tuple[Reason, ...]:
    rows = {code_of(row): row for row in standing.machine.tables[path].rows}
    return tuple(
        Reason(
            code=code,
            sentence=reason(rows[code], standing.say),
            clauses=citations(rows[code].cites, standing.say),
            say=standing.say,
        )
        for code in part.because
    )
