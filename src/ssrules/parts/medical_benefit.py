"""The part `medical_benefit`: whether an employee's medical benefit is provided (C4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.cells import Answer
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, Standing, fixed
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import CODE, CODES
from ssrules.words.speech import Words


class BenefitStatus(FactEnum):
    """Whether the medical benefit of employees is provided."""

    PROVIDED = "provided"
    NOT_PROVIDED = "not_provided"
    UNDETERMINED = "undetermined"


@attrs.frozen(kw_only=True, repr=False)
class MedicalBenefit(Record):
    """Whether an employee's medical benefit is provided, in which forms, by and for whom (C4).

    `scheme` is today's insurance, `succeeds` the older system whose place it took.
    """

    status: BenefitStatus
    forms: tuple[str, ...]
    provided_by: tuple[str, ...]
    funded_by: tuple[str, ...]
    scheme: str | None
    succeeds: str | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


class MedicalBenefitKind(PartKind):
    """How the benefit is made of its rule set's answer, and told."""

    section = "medical_benefit"
    subjects: ClassVar = {"provided_by": "payer", "funded_by": "payer"}
    part = MedicalBenefit
    shapes: ClassVar = {
        "": {
            "forms": CODES,
            "provided_by": CODES,
            "funded_by": CODES,
            "scheme": attrs.evolve(CODE, may_be_none=True),
            "succeeds": attrs.evolve(CODE, may_be_none=True, needed=False),
        }
    }

    def standing(self, rule_set: RuleSet, main: Answer) -> Standing:  # noqa: ARG002
        """A requirement that fails is no refusal, but no benefit."""
        if main.outcome is None:
            return Standing.fixed(BenefitStatus.UNDETERMINED)
        refused = main.outcome.refused
        return Standing.fixed(BenefitStatus.NOT_PROVIDED if refused else BenefitStatus.PROVIDED)

    def draft(self, asked: Asked) -> Draft:
        """The same for every case with the same answer."""
        status = BenefitStatus(self.standing(asked.rule_set, asked.main).status)
        given = asked.main.certain if status is BenefitStatus.PROVIDED else {}
        return fixed(
            MedicalBenefit(
                status=status,
                forms=given.get("forms", ()),
                provided_by=given.get("provided_by", ()),
                funded_by=given.get("funded_by", ()),
                scheme=given.get("scheme"),
                succeeds=given.get("succeeds"),
                **asked.reasons,
            )
        )

    def tone(self, part: MedicalBenefit) -> str:
        """No benefit is bad news."""
        tones = {"provided": "good", "undetermined": "open", "not_provided": "bad"}
        return tones[part.status]

    def form(self, rule_set: RuleSet) -> forms.PartForm:  # noqa: ARG002
        """The same as data."""
        listed: Any = {"otherwise": [], "when": forms.OPEN}
        return forms.PartForm(
            status={"undetermined": "undetermined", "refused": "not_provided", "open": "provided"},
            fields={
                "status": forms.STATUS,
                "forms": forms.certain("forms", **listed),
                "provided_by": forms.certain("provided_by", **listed),
                "funded_by": forms.certain("funded_by", **listed),
                "scheme": forms.certain("scheme", when=forms.OPEN),
                "succeeds": forms.certain("succeeds", when=forms.OPEN),
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            lines=(
                forms.line("what", "forms", "form", joint="or"),
                forms.line("from", "provided_by", "payer", joint="or"),
                forms.line("paid_by", "funded_by", "payer", joint="and"),
                forms.line("system", "scheme", "scheme"),
            ),
        )

    def lines(self, part: MedicalBenefit, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """What is given, by whom, and who pays."""
        if part.forms:
            yield say.label("line:what"), say.coded("form", part.forms, "or")
            yield say.label("line:from"), say.coded("payer", part.provided_by, "or")
            yield say.label("line:paid_by"), say.coded("payer", part.funded_by)
            yield say.label("line:system"), _scheme(part, say)

    def sentence_en(self, part: MedicalBenefit, say: Words) -> str:
        """The status, and what is provided."""
        told = f"{say.label(f'status:{part.status}')}."
        if part.scheme:
            forms = say.coded("form", part.forms)
            told += (
                f" {forms[:1].upper()}{forms[1:]}, by {say.coded('payer', part.provided_by)},"
                f" funded by {say.coded('payer', part.funded_by)}, under {_scheme(part, say)}."
            )
        return told

    def sentence_zh(self, part: MedicalBenefit, say: Words) -> str:
        """The same in Chinese."""
        told = f"{say.label(f'status:{part.status}')}。"
        if part.scheme:
            told += (
                f"由{say.coded('payer', part.provided_by, 'or')}提供"
                f"{say.coded('form', part.forms, 'or')}，"
                f"费用由{say.coded('payer', part.funded_by)}负担，适用{_scheme(part, say)}。"
            )
        return told


def _scheme(part: MedicalBenefit, say: Words) -> str:
    return say.label(f"scheme:{part.scheme}")


MEDICAL_BENEFIT = MedicalBenefitKind()
