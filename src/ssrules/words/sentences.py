"""Sentences about the rows of rule sets: what they ask, and what one that counts says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssrules.tables.inputs import Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.words.speech import Words

COLON = {"en": ": ", "zh": "："}
WHERE = {"en": "{wanted}, where {where}", "zh": "{wanted}（限于{where}）"}


def condition(asked: str, values: Iterable[Value], say: Words) -> str:
    """What a row asks of one input: the question, and the values that it takes."""
    told = say.listed(say.values(asked, values), "or")
    return f"{say.label(asked)}{COLON[say.language]}{told}"


def conditions(asked: Mapping[str, tuple[Value, ...]], say: Words) -> str:
    """What a row asks of all its inputs."""
    return say.listed((condition(name, values, say) for name, values in asked.items()), "also")


def asked(row: Requirement | Rule, say: Words) -> str:
    """What a requirement or a rule asks for."""
    if isinstance(row, Rule):
        return conditions(row.when, say) or say.label("asks:nothing")
    wanted = conditions(row.holds_if, say)
    if not row.when:
        return wanted
    return WHERE[say.language].format(wanted=wanted, where=conditions(row.when, say))


def reason(row: Requirement | Rule, say: Words) -> str:
    """What a rule that applies, or a requirement that fails, says."""
    if isinstance(row, Requirement):
        return say.label(f"requirement:{row.code}")
    return conditions(row.when, say) or say.label("holds:requirements")
