"""The part `activation`: one way to activate one of the card's applications (A1 to A4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.cells import Answer
from ssrules.deciding.part_kinds import (
    ALLOWED,
    DETERMINED,
    Asked,
    Draft,
    Line,
    PartKind,
    Standing,
    fixed,
    several,
    statuses_of,
)
from ssrules.deciding.with_documents import with_documents
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import CODES, DOCUMENTS, FLAG
from ssrules.words.speech import Words


class ActivationStatus(FactEnum):
    """Whether an option is open: a requirement fails, or hangs on unknown facts, or all hold."""

    REFUSED = "refused"
    UNDETERMINED = "undetermined"
    INCOMPLETE = "incomplete"
    ALLOWED = "allowed"


@attrs.frozen(kw_only=True, repr=False)
class Activation(Record):
    """One way to activate one of the card's applications (source A1 to A4).

    Documents, steps and effects are listed unless the option is refused. `in_time` is None but for
    the financial application, and there too while the window is unknown.
    """

    function: str
    channel: str
    status: ActivationStatus
    required_documents: tuple[str, ...]
    missing_documents: tuple[str, ...]
    unconfirmed_documents: tuple[str, ...]
    steps: tuple[str, ...]
    effects: tuple[str, ...]
    in_time: bool | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def path(self) -> str:
        """The option's path in the decision, `activation.<function>.<channel>`."""
        return f"activation.{self.function}.{self.channel}"


class ActivationKind(PartKind):
    """How an option is made of its rule sets' answers, and told."""

    section = "activation"
    levels = 2
    part = Activation
    shapes: ClassVar = {
        "": {
            "documents": attrs.evolve(DOCUMENTS, needed=False),
            "steps": attrs.evolve(CODES, needed=False),
        },
        "effects": {"effects": attrs.evolve(CODES, needed=False)},
        "in_time": {"in_time": attrs.evolve(FLAG, needed=False)},
    }

    def draft(self, asked: Asked) -> Draft:
        """Requirements first, then the documents of every row that may apply."""
        _, function, channel = asked.rule_set.name.split(".")
        standing = self.standing(asked.rule_set, asked.main)
        refused = standing.status == ActivationStatus.REFUSED
        found = {} if refused else asked.main.possible
        documents = self.documents(asked)
        given = {
            "function": function,
            "channel": channel,
            "required_documents": tuple(dict.fromkeys(each.code for each in documents)),
            "steps": found.get("steps", ()),
            "effects": () if refused else asked.added_certain("effects", "effects", ()),
            "in_time": asked.added_certain("in_time", "in_time", None),
            **asked.reasons,
        }

        def make(missing: tuple[str, ...], unconfirmed: tuple[str, ...]) -> Activation:
            complete = not missing and not unconfirmed
            return Activation(
                status=ActivationStatus(standing.complete if complete else standing.status),
                missing_documents=missing,
                unconfirmed_documents=unconfirmed,
                **given,
            )

        return fixed(make((), ())) if refused else with_documents(documents, make)

    def standing(self, rule_set: RuleSet, main: Answer) -> Standing:
        """An option that asks for nothing at all is allowed, too."""
        found = super().standing(rule_set, main)
        return Standing.fixed(ALLOWED) if found.status == DETERMINED else found

    def form(self, rule_set: RuleSet) -> forms.PartForm:
        """The same as data."""
        _, function, channel = rule_set.name.split(".")
        return forms.PartForm(
            status={**statuses_of(rule_set), "open": ALLOWED},
            documents=forms.possible("documents", when=forms.NOT_REFUSED),
            fields={
                "function": forms.constant(function),
                "channel": forms.constant(channel),
                "status": forms.STATUS,
                "required_documents": forms.REQUIRED,
                "missing_documents": forms.MISSING,
                "unconfirmed_documents": forms.UNCONFIRMED,
                "steps": forms.possible("steps", when=forms.NOT_REFUSED),
                "effects": forms.certain(
                    "effects", of="effects", otherwise=[], when=forms.NOT_REFUSED
                ),
                "in_time": forms.certain("in_time", of="in_time"),
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            lines=(
                forms.line("to_do", "steps", "step"),
                forms.line("result", "effects", "effect"),
                forms.line("in_time", "in_time", "in_time", unless="refused"),
            ),
        )

    def answer(self, part: Activation, say: Words) -> str:
        """An option whose documents are only not confirmed is told as such."""
        if part.status == "incomplete" and not part.missing_documents:
            return say.label("status:unconfirmed")
        return super().answer(part, say)

    def lines(self, part: Activation, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """What to do, what comes of it, and whether it is in time."""
        yield from several(
            say.label("line:to_do"), (say.label(f"step:{each}") for each in part.steps)
        )
        yield from several(
            say.label("line:result"), (say.label(f"effect:{each}") for each in part.effects)
        )
        if part.in_time is not None and part.status != "refused":
            yield say.label("line:in_time"), say.label(f"in_time:{str(part.in_time).lower()}")

    def sentence_en(self, part: Activation, say: Words) -> str:
        """The status, then reasons or documents, steps, effects."""
        told = f"{say.label(f'status:{part.status}')}."
        if part.status == "refused":
            reasons = say.coded("requirement", part.because)
            return f"{told} {reasons[:1].upper()}{reasons[1:]}." if reasons else told
        if part.missing_documents:
            told += f" Missing: {say.coded('document', part.missing_documents)}."
        if part.unconfirmed_documents:
            told += f" To be confirmed: {say.coded('document', part.unconfirmed_documents)}."
        if part.steps:
            told += f" What to do: {say.coded('step', part.steps, 'then')}."
        if part.effects:
            told += f" What it brings: {say.coded('effect', part.effects)}."
        if part.in_time is not None:
            told += f" In time: {say.label(f'in_time:{str(part.in_time).lower()}')}."
        return told

    def sentence_zh(self, part: Activation, say: Words) -> str:
        """The same in Chinese."""
        told = f"{say.label(f'status:{part.status}')}"
        if part.status == "refused":
            reasons = say.coded("requirement", part.because, "also")
            return f"{told}：{reasons}。" if reasons else f"{told}。"
        told += "。"
        if part.missing_documents:
            told += f"缺少：{say.coded('document', part.missing_documents, 'only')}。"
        if part.unconfirmed_documents:
            told += f"待确认：{say.coded('document', part.unconfirmed_documents, 'only')}。"
        if part.steps:
            told += f"办理步骤：{say.coded('step', part.steps, 'then')}。"
        if part.effects:
            told += f"办理后：{say.coded('effect', part.effects, 'also')}。"
        if part.in_time is not None:
            told += f"是否在期限内：{say.label(f'in_time:{str(part.in_time).lower()}')}。"
        return told


ACTIVATION = ActivationKind()
