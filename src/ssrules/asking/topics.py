"""What a question is about: one fact, or what two identifiers tell together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ssrules.asking.answers import Choice, Question
from ssrules.deciding.axes import Axis
from ssrules.deciding.decider import Decider
from ssrules.errors import FactError, Fault, nearest_names
from ssrules.errors.telling import name_of
from ssrules.records.fact_table import FactTable
from ssrules.records.fields import Fact
from ssrules.records.made_up import made_up
from ssrules.tables.inputs import NO_YES, Same, Value
from ssrules.words.speech import Words


@attrs.frozen
class Topic:
    """What one question is about.

    `path` is that of the fact, or the name of the input that asks whether two are the same; `facts`
    are the paths of the facts that its answer tells.
    """

    path: str
    facts: tuple[str, ...]

    @property
    def together(self) -> bool:
        """Whether the question is if two identifiers are the same."""
        return len(self.facts) > 1

    def question(
        self, table: FactTable, say: Words, figures: tuple[float, float], parts: tuple[str, ...]
    ) -> Question:
        """The question, in words."""
        fact = table.fact(self.facts[0])
        values: tuple[Value, ...] = NO_YES if self.together else fact.values
        number = fact.kind is int
        return Question(
            path=self.path,
            facts=self.facts,
            label=say.label(self.path, otherwise=None if self.together else fact.meaning),
            text=say.first(f"ask:{self.path}", self.path, otherwise=fact.meaning),
            values=values,
            choices=tuple(
                Choice(value=each, words=say.value(self.path, each), say=say) for each in values
            ),
            kind="bool" if self.together else _kind(fact),
            lowest=fact.lowest if number else None,
            highest=fact.highest if number else None,
            narrows=figures[0],
            settles=figures[1],
            parts=parts,
            say=say,
        )

    def told(self, case: Any, answer: object) -> Mapping[str, Any]:
        """The values of facts that an answer tells, by their paths. Raises `FactError`."""
        if answer is None:
            raise FactError([Fault.of(self.path, answer, "no_answer")])
        if not self.together:
            return {self.path: answer}
        if type(answer) is not bool:
            raise FactError([Fault.of(self.path, answer, "no_true_or_false")])
        known = case.to_paths()
        first, other = self.facts
        if first not in known and other not in known:
            return {first: made_up(self.path), other: made_up(self.path, other=not answer)}
        missing, there = (other, first) if first in known else (first, other)
        return {missing: known[there] if answer else made_up(self.path, other=True)}


def _choice(path: str, value: Value, say: Words) -> Choice:
    return Choice(value=value, words=say.value(path, value), say=say)


def _kind(fact: Fact) -> str:
    """The name of the type that an answer has; `word` for an enumeration."""
    return fact.kind.__name__ if fact.kind.__module__ in ("builtins", "datetime") else "word"


def single(facts: Iterable[str]) -> dict[str, Topic]:
    """A topic of its own for each fact."""
    return {path: Topic(path, (path,)) for path in facts}


def topics_of(decider: Decider) -> dict[str, Topic]:
    """The topic of each fact, as an interview by a decider asks for it."""
    axes = (axis for block in decider.machine.blocks for axis in block.axes)
    return joined(axes, decider.machine.facts.paths)


def with_answers(case: Any, decider: Decider, answers: object) -> Any:
    """A case with what was answered by the paths of questions that ask for several facts.

    Raises `FactError` for what is no such answer.
    """
    if not isinstance(answers, Mapping):
        raise FactError([Fault.of("said", answers, "not_an_entry")])
    topics = {each.path: each for each in topics_of(decider).values() if each.together}
    for path, answer in answers.items():
        if path not in topics:
            near = nearest_names(path, topics)
            data = {"near": near, "known": tuple(topics), "under": "said."}
            raise FactError([Fault.of(f"said.{name_of(path)}", answer, "unknown_field", **data)])
        case = case.with_facts(topics[path].told(case, answer))
    return case


def joined(axes: Iterable[Axis], facts: Iterable[str]) -> dict[str, Topic]:
    """The topic of each fact, identifiers that are only ever compared in one pair being one.

    Where one is compared with several others, no identifier could be made up for it without saying
    more than was answered; each is then asked for itself.
    """
    inputs = [each for axis in axes for each in axis.inputs if isinstance(each, Same)]
    pairs: dict[frozenset[str], Same] = {}
    for each in inputs:
        pairs.setdefault(frozenset(each.facts), each)
    found = single(facts)
    for pair, same in pairs.items():
        if not any(pair & other for other in pairs if other != pair):
            found |= dict.fromkeys(pair, Topic(same.name, same.facts))
    return found
