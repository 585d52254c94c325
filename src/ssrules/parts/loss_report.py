"""The part `loss_report`: whether the social security application falls to a loss report (A4)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.cells import Answer
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, Standing, several
from ssrules.deciding.windows import last_day
from ssrules.errors import RuleError
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import CODES, Shape
from ssrules.words.speech import Words


class LossReportStatus(FactEnum):
    """Whether the card's social security application is, or is to be, reported for loss."""

    NOT_DUE = "not_due"
    DUE = "due"
    REPORTED = "reported"
    UNDETERMINED = "undetermined"


@attrs.frozen(kw_only=True, repr=False)
class LossReport(Record):
    """Whether the social security application falls to a loss report (source A4).

    `deadline` is the last day of the window, inclusive; `days_left` counts days from `as_of` to
    it, negative when it is past; `due_from` is the day after. All three are None while the day of
    receipt is unknown. It is this application that is reported, not the whole card, and no
    insurance entitlement is lost.
    """

    status: LossReportStatus
    function: str
    deadline: datetime.date | None
    days_left: int | None
    due_from: datetime.date | None
    release_steps: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


class LossReportKind(PartKind):
    """How a loss report is made of its rule sets' answers, and told."""

    section = "loss_report"
    part = LossReport
    shapes: ClassVar = {
        "": {"status": Shape(codes=("not_due", "due", "reported"))},
        "release_steps": {"steps": attrs.evolve(CODES, needed=False)},
    }

    def check(self, main: RuleSet, added: Mapping[str, RuleSet]) -> None:
        """Its status is never a refusal, so nothing may refuse it."""
        super().check(main, added)
        if main.requirements:
            raise RuleError.of(main.name, "never_refused")

    def standing(self, rule_set: RuleSet, main: Answer) -> Standing:  # noqa: ARG002
        """The status is an output of its own."""
        status = "undetermined" if main.outcome is None else main.outcome.outputs["status"]
        return Standing.fixed(LossReportStatus(status))

    def draft(self, asked: Asked) -> Draft:
        """The deadline is that of the case."""
        status = LossReportStatus(self.standing(asked.rule_set, asked.main).status)
        steps = asked.added_possible("release_steps", "steps") if asked.main.outcome else ()
        because, clauses = asked.main.because, asked.main.clauses
        needs = asked.facts.in_order(asked.main.needs)
        window = asked.rule_set.window

        def finish(case: Any, due: datetime.date | None) -> LossReport:
            deadline = last_day(window, case, due)
            return LossReport(
                status=status,
                function="social_security",
                deadline=deadline,
                days_left=None if deadline is None else (deadline - case.as_of).days,
                due_from=due,
                release_steps=steps,
                because=because,
                clauses=clauses,
                needs=needs,
            )

        return Draft(finish, dated=True)

    def tone(self, part: LossReport) -> str:
        """A loss report is bad news."""
        tones = {"not_due": "good", "undetermined": "open", "due": "bad", "reported": "bad"}
        return tones[part.status]

    def form(self, rule_set: RuleSet) -> forms.PartForm:  # noqa: ARG002
        """The same as data."""
        return forms.PartForm(
            status={"undetermined": "undetermined", "output": "status"},
            fields={
                "status": forms.STATUS,
                "function": forms.constant("social_security"),
                "deadline": forms.DEADLINE,
                "days_left": forms.DAYS_LEFT,
                "due_from": forms.DUE_FROM,
                "release_steps": forms.possible("steps", of="release_steps", when=forms.DETERMINED),
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            lines=(
                forms.line("to_do", "release_steps", "step"),
                forms.line("note", "status", "loss", among=["due", "reported"]),
            ),
        )

    def lines(self, part: LossReport, say: Words, case: Any = None) -> Iterator[Line]:
        """Until when, what to do, and what a loss report is not."""
        if part.deadline is not None and part.days_left is not None and not _activated(part, case):
            yield say.label("line:until"), UNTIL[say.language](part, say)
        yield from several(
            say.label("line:to_do"), (say.label(f"step:{each}") for each in part.release_steps)
        )
        if part.status in ("due", "reported"):
            yield say.label("line:note"), say.label(f"loss:{part.status}")

    def sentence_en(self, part: LossReport, say: Words) -> str:
        """What is reported, when the window ends, and what to do."""
        told = say.label(f"loss:{part.status}")
        if part.status == "not_due" and part.deadline is not None:
            over = part.days_left is not None and part.days_left < 0
            told += f" The window {'ended' if over else 'ends'} with {say.date(part.deadline)}."
        if part.status == "due" and part.due_from is not None:
            told += f" It has been due from {say.date(part.due_from)} on."
        if part.release_steps:
            told += f" What to do: {say.coded('step', part.release_steps, 'then')}."
        return told

    def sentence_zh(self, part: LossReport, say: Words) -> str:
        """The same in Chinese."""
        told = say.label(f"loss:{part.status}")
        if part.status == "not_due" and part.deadline is not None:
            over = part.days_left is not None and part.days_left < 0
            day = say.date(part.deadline)
            told += f"期限已于{day}届满。" if over else f"期限至{day}止。"
        if part.status == "due" and part.due_from is not None:
            told += f"自{say.date(part.due_from)}起应予挂失。"
        if part.release_steps:
            told += f"须办理：{say.coded('step', part.release_steps, 'then')}。"
        return told


def _activated(part: LossReport, case: Any) -> bool:
    """Whether the financial application is known to be activated: its window matters no more."""
    if case is not None and case.card.financial not in (None, "inactive"):
        return True
    return "loss_report.enabled" in part.because


def _until_en(part: LossReport, say: Words) -> str:
    left = part.days_left or 0
    count = say.counted(abs(left), "days")
    when = "today" if not left else f"{count} left" if left > 0 else f"{count} ago"
    return f"{part.deadline} ({when}): activate the financial application"


def _until_zh(part: LossReport, say: Words) -> str:
    left = part.days_left or 0
    count = say.counted(abs(left), "days")
    when = "就是今天" if not left else f"还剩{count}" if left > 0 else f"已过{count}"
    day = "" if part.deadline is None else say.date(part.deadline)
    return f"不晚于{day}（{when}）激活金融应用"


UNTIL = {"en": _until_en, "zh": _until_zh}

LOSS_REPORT = LossReportKind()
