"""The part `insurance`: which types of insurance apply, and who pays (C2, and the law)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, fixed
from ssrules.errors import RuleError
from ssrules.parts.status import Status
from ssrules.records.checks import GROUP, MANY
from ssrules.records.record import Record, Several
from ssrules.rules.classifications import CLASSIFICATIONS
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import Shape
from ssrules.words.speech import Words


@attrs.frozen(kw_only=True, repr=False)
class InsuranceType(Record):
    """Whether one type of insurance applies, and who pays for it (source C2, and the law).

    `listed_in` names the classifications that know the type. While undetermined,
    `participation`, `scheme`, `collected_with` and `remitted_by` are None and `payers` is empty.
    `remitted_by` is who pays the premiums in, for employer and individual alike.
    """

    type: str
    status: Status
    participation: str | None
    scheme: str | None
    payers: tuple[str, ...]
    collected_with: str | None
    remitted_by: str | None
    listed_in: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def path(self) -> str:
        """The type's path in the decision, `insurance.<type>`."""
        return f"insurance.{self.type}"


@attrs.frozen(kw_only=True, repr=False)
class Insurance(Several[InsuranceType], Record):
    """The five types of social insurance, in the order of the law; it iterates over `types`."""

    types: tuple[InsuranceType, ...] = attrs.field(metadata={GROUP: InsuranceType, MANY: True})

    @property
    def parts(self) -> tuple[InsuranceType, ...]:
        """The types, each a part of its own."""
        return self.types

    def _several(self) -> tuple[InsuranceType, ...]:
        return self.types


PARTICIPATIONS = ("mandatory", "voluntary", "covered", "local", "none")
PAYERS = ("employer", "individual", "collective", "government", "unemployment_fund")


class InsuranceKind(PartKind):
    """How a type of insurance is made of its rule set's answer, and told."""

    section = "insurance"
    levels = 1
    part = InsuranceType
    whole = Insurance
    shapes: ClassVar = {
        "": {
            "participation": Shape(codes=PARTICIPATIONS),
            "scheme": Shape(codes=("employee", "resident"), may_be_none=True, needed=False),
            "payers": Shape(listed=True, codes=PAYERS, needed=False),
            "collected_with": Shape(may_be_none=True, needed=False),
            "remitted_by": Shape(codes=PAYERS, may_be_none=True, needed=False),
        }
    }

    columns = ("participation",)
    subjects: ClassVar = {"listed_in": "classification"}
    changes = ("participation",)

    def check(self, main: RuleSet, added: Mapping[str, RuleSet]) -> None:
        """A type of insurance is told for everybody, so nothing may refuse it."""
        super().check(main, added)
        if main.requirements:
            raise RuleError.of(main.name, "never_refused")

    def gathered(self, parts: tuple[InsuranceType, ...]) -> Insurance:
        """The types together."""
        return Insurance(types=parts)

    def draft(self, asked: Asked) -> Draft:
        """The same for every case with the same answer."""
        type_ = _type(asked.rule_set)
        given = asked.main.certain if asked.main.outcome else {}
        return fixed(
            InsuranceType(
                type=type_,
                status=Status.DETERMINED if asked.main.outcome else Status.UNDETERMINED,
                participation=given.get("participation"),
                scheme=given.get("scheme"),
                payers=given.get("payers", ()),
                collected_with=given.get("collected_with"),
                remitted_by=given.get("remitted_by"),
                listed_in=_listed_in(type_),
                **asked.reasons,
            )
        )

    def form(self, rule_set: RuleSet) -> forms.PartForm:
        """The same as data."""
        type_ = _type(rule_set)
        return forms.PartForm(
            status=forms.SETTLED,
            fields={
                "type": forms.constant(type_),
                "status": forms.STATUS,
                "participation": forms.certain("participation", when=forms.DETERMINED),
                "scheme": forms.certain("scheme", when=forms.DETERMINED),
                "payers": forms.certain("payers", otherwise=[], when=forms.DETERMINED),
                "collected_with": forms.certain("collected_with", when=forms.DETERMINED),
                "remitted_by": forms.certain("remitted_by", when=forms.DETERMINED),
                "listed_in": forms.constant(list(_listed_in(type_))),
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            answer=(
                forms.coded("participation", "participation"),
                forms.coded("scheme", "scheme"),
            ),
            lines=(
                forms.line("paid_by", "payers", "payer", joint="and"),
                forms.line("paid_by", "collected_with", "collected_with"),
            ),
        )

    def answer(self, part: InsuranceType, say: Words) -> str:
        """Whether one takes part, and in which scheme."""
        if part.participation is None:
            return super().answer(part, say)
        told = say.label(f"participation:{part.participation}")
        if not part.scheme:
            return told
        return say.listed((told, _scheme(part, say)), "only")

    def lines(self, part: InsuranceType, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """Who pays."""
        if part.payers:
            told = say.coded("payer", part.payers)
            if part.collected_with:
                told = say.listed(
                    (told, say.label(f"collected_with:{part.collected_with}")), "also"
                )
            yield say.label("line:paid_by"), told

    def sentence_en(self, part: InsuranceType, say: Words) -> str:
        """Participation, scheme, payers."""
        told = say.label(f"participation:{part.participation}")
        if part.scheme:
            told += f", {_scheme(part, say)}"
        if part.payers:
            told += f"; paid by: {say.coded('payer', part.payers)}"
        if part.collected_with:
            told += f"; {say.label(f'collected_with:{part.collected_with}')}"
        return f"{told}."

    def sentence_zh(self, part: InsuranceType, say: Words) -> str:
        """The same in Chinese."""
        told = say.label(f"participation:{part.participation}")
        if part.scheme:
            told += f"，{_scheme(part, say)}"
        if part.payers:
            told += f"；由{say.coded('payer', part.payers)}缴费"
        if part.collected_with:
            told += f"；{say.label(f'collected_with:{part.collected_with}')}"
        return f"{told}。"


def _type(rule_set: RuleSet) -> str:
    return rule_set.name.removeprefix("insurance.")


def _listed_in(type_: str) -> tuple[str, ...]:
    return tuple(name for name, known in CLASSIFICATIONS.items() if type_ in known)


def _scheme(part: InsuranceType, say: Words) -> str:
    return say.label(f"scheme:{part.scheme}")


INSURANCE = InsuranceKind()
