"""The part of a rule set that no kind of part claims: it tells what the rule set gives."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, statuses_of
from ssrules.deciding.windows import last_day
from ssrules.deciding.with_documents import with_documents
from ssrules.late import door
from ssrules.records.frozen import FrozenDict
from ssrules.records.record import Record
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import Words


@attrs.frozen(kw_only=True, repr=False)
class FurtherPart(Record):
    """The answer of a rule set of one's own; `outputs` are its own, those of its parts behind them.

    `status` is `determined` or `undetermined`, or, for a rule set with requirements or documents,
    `refused`, `undetermined`, `incomplete` or `allowed`. `deadline` is the last day of its window,
    inclusive, `days_left` the days from `as_of` to it, and `due_from` the day after; all three are
    None where it has no window or its date is unknown.
    """

    rule_set: str
    status: str
    outputs: Mapping[str, Any]
    required_documents: tuple[str, ...] = ()
    missing_documents: tuple[str, ...] = ()
    unconfirmed_documents: tuple[str, ...] = ()
    deadline: datetime.date | None = None
    days_left: int | None = None
    due_from: datetime.date | None = None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


class FurtherKind(PartKind):
    """How the part is made of the answers of its rule sets, and told."""

    part = FurtherPart

    def claims(self, name: str) -> bool:  # noqa: ARG002
        """Whatever no other kind claims."""
        return True

    def column_names(self, rule_set: RuleSet) -> tuple[str, ...]:
        """Every output that is no list."""
        listed = {
            name
            for rule in rule_set.rules
            for name in rule.then
            if isinstance(rule.then[name], tuple)
        }
        return tuple(name for name in rule_set.outputs if name not in listed)

    def change_names(self, rule_set: RuleSet) -> tuple[str, ...]:
        """Every output that is no list and by which two answers differ."""
        return tuple(each for each in self.column_names(rule_set) if each in rule_set.compared)

    def draft(self, asked: Asked) -> Draft:
        """What is certain, with the documents and the window that the rule set has."""
        standing = self.standing(asked.rule_set, asked.main)
        open_ = asked.main.outcome is not None and not asked.main.outcome.refused
        documents = self.documents(asked)
        given = dict(asked.main.certain) if open_ else {}
        for name, answer in asked.added.items():
            given |= {f"{name}.{key}": value for key, value in answer.certain.items()}
        outputs = FrozenDict({name: _told(value) for name, value in given.items()})

        def make(missing: tuple[str, ...], unconfirmed: tuple[str, ...]) -> FurtherPart:
            complete = not missing and not unconfirmed
            return FurtherPart(
                rule_set=asked.rule_set.name,
                status=standing.complete if complete else standing.status,
                outputs=outputs,
                required_documents=tuple(dict.fromkeys(each.code for each in documents)),
                missing_documents=missing,
                unconfirmed_documents=unconfirmed,
                **asked.reasons,
            )

        draft = with_documents(documents, make)
        return draft if asked.rule_set.window is None else _dated(draft, asked.rule_set)

    def form(self, rule_set: RuleSet) -> forms.PartForm:
        """The same as data."""
        return forms.PartForm(
            status=statuses_of(rule_set),
            documents=forms.possible("documents", when=forms.NOT_REFUSED),
            fields={
                "rule_set": forms.constant(rule_set.name),
                "status": forms.STATUS,
                "outputs": forms.OUTPUTS,
                "required_documents": forms.REQUIRED,
                "missing_documents": forms.MISSING,
                "unconfirmed_documents": forms.UNCONFIRMED,
                "deadline": forms.DEADLINE,
                "days_left": forms.DAYS_LEFT,
                "due_from": forms.DUE_FROM,
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
        )

    def lines(self, part: FurtherPart, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """Every output, and the end of the window."""
        yield from _in_words(part, say)
        if part.deadline is not None:
            yield say.label("line:until"), say.date(part.deadline)

    def sentence_en(self, part: FurtherPart, say: Words) -> str:
        """The status, and every output."""
        outputs = ", ".join(self._outputs(part, say))
        told = say.label(f"status:{part.status}")
        told = f"{told}; {outputs}." if outputs else f"{told}."
        if part.missing_documents:
            told += f" Missing: {say.coded('document', part.missing_documents)}."
        if part.unconfirmed_documents:
            told += f" To be confirmed: {say.coded('document', part.unconfirmed_documents)}."
        if part.deadline is not None:
            told += f" The last day is {say.date(part.deadline)}."
        return told

    def sentence_zh(self, part: FurtherPart, say: Words) -> str:
        """The same in Chinese."""
        outputs = "，".join(self._outputs(part, say))
        told = say.label(f"status:{part.status}")
        told = f"{told}；{outputs}。" if outputs else f"{told}。"
        if part.missing_documents:
            told += f"缺少：{say.coded('document', part.missing_documents, 'only')}。"
        if part.unconfirmed_documents:
            told += f"待确认：{say.coded('document', part.unconfirmed_documents, 'only')}。"
        if part.deadline is not None:
            told += f"期限至{say.date(part.deadline)}止。"
        return told

    def _outputs(self, part: FurtherPart, say: Words) -> Iterator[str]:
        between = "：" if say.language == "zh" else " "
        yield from (f"{name}{between}{told}" for name, told in _in_words(part, say))


def _dated(draft: Draft, rule_set: RuleSet) -> Draft:
    """The draft with the deadline of its rule set's window."""
    window, finish = rule_set.window, draft.finish

    def dated(case: Any, due: datetime.date | None) -> FurtherPart:
        deadline = last_day(window, case, due)
        left = None if deadline is None else (deadline - case.as_of).days
        part: FurtherPart = finish(case, due)
        return attrs.evolve(part, deadline=deadline, days_left=left, due_from=due)

    return Draft(dated, paths=draft.paths, dated=True)


def _told(value: Any) -> Any:
    """An output as a decision tells it: a document by its code."""
    if isinstance(value, Document):
        return value.code
    return tuple(map(_told, value)) if isinstance(value, tuple) else value


def _in_words(part: FurtherPart, say: Words) -> Iterator[Line]:
    """Every output: its name and its value."""
    with door:
        from ssrules.words.outputs import output_name, output_value

    for name, value in part.outputs.items():
        told = output_value(part.rule_set, name, value, say)
        yield output_name(part.rule_set, name, say), told


FURTHER = FurtherKind()
