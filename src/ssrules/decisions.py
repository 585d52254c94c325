"""What is concluded: a decision, part by part, each with its reasons, clauses and open questions.

In every part `because` holds the ids of the rules that gave the answer (or the codes of the
requirements that failed), `clauses` the ids of the clauses that those rest on, and `needs` the
paths of the unknown facts that can still change it; all three are in the order of the rules.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs

from ssrules.deciding.decision import Conclusion, NextChange
from ssrules.deciding.further import FurtherPart
from ssrules.late import door
from ssrules.parts.activation import Activation, ActivationStatus
from ssrules.parts.application import Application
from ssrules.parts.insurance import Insurance, InsuranceType
from ssrules.parts.loss_report import LossReport, LossReportStatus
from ssrules.parts.medical_benefit import BenefitStatus, MedicalBenefit
from ssrules.parts.rights import Rights, RightsItem
from ssrules.parts.status import Status
from ssrules.tables.identity import RuleBookIdentity
from ssrules.words.speech import ENGLISH

if TYPE_CHECKING:
    from ssrules.asking.answers import Explanation, LeastChange, Questions, WhyNot
    from ssrules.asking.sheet import Sheet
    from ssrules.records.limits import Limits

__all__ = [
    "Activation",
    "ActivationStatus",
    "Application",
    "BenefitStatus",
    "Decision",
    "FurtherPart",
    "Insurance",
    "InsuranceType",
    "LossReport",
    "LossReportStatus",
    "MedicalBenefit",
    "NextChange",
    "Part",
    "Rights",
    "RightsItem",
    "RuleBookIdentity",
    "Status",
]

_Activation = Literal[
    "activation.social_security.bank_outlet",
    "activation.social_security.hospital",
    "activation.social_security.pharmacy",
    "activation.financial.bank_outlet",
]
_Insurance = Literal[
    "insurance.endowment",
    "insurance.medical",
    "insurance.work_injury",
    "insurance.unemployment",
    "insurance.maternity",
]
Part = LossReport | Activation | Application | InsuranceType | MedicalBenefit | Rights | FurtherPart


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Decision(Conclusion):
    """Everything that follows from one case on the day `as_of`.

    The parts of the built-in book are told by their own names; where a book has no such part, its
    name raises `UnknownNameError`. `part(path)` and `parts` tell those of any book, `further` the
    answers of rule sets of one's own.
    """

    @overload
    def part(self, path: Literal["loss_report"]) -> LossReport: ...
    @overload
    def part(self, path: _Activation) -> Activation: ...
    @overload
    def part(self, path: Literal["application"]) -> Application: ...
    @overload
    def part(self, path: _Insurance) -> InsuranceType: ...
    @overload
    def part(self, path: Literal["medical_benefit"]) -> MedicalBenefit: ...
    @overload
    def part(self, path: Literal["rights"]) -> Rights: ...
    @overload
    def part(self, path: str) -> Any: ...
    def part(self, path: str) -> Any:
        """The part at a path such as `loss_report` or `activation.financial.bank_outlet`.

        Raises `UnknownNameError` with the nearest paths.
        """
        return super().part(path)

    if TYPE_CHECKING:
        # the base does the same; a method in between would cost every part that is read

        @overload
        def section(self, name: Literal["loss_report"]) -> LossReport: ...
        @overload
        def section(self, name: Literal["activation"]) -> tuple[Activation, ...]: ...
        @overload
        def section(self, name: Literal["application"]) -> Application: ...
        @overload
        def section(self, name: Literal["insurance"]) -> Insurance: ...
        @overload
        def section(self, name: Literal["medical_benefit"]) -> MedicalBenefit: ...
        @overload
        def section(self, name: Literal["rights"]) -> Rights: ...
        @overload
        def section(self, name: str) -> Any: ...
        def section(self, name: str) -> Any:
            """The section of that key."""

    @property
    def parts(self) -> tuple[tuple[str, Part], ...]:
        """Every part that has a status, with its path, in order."""
        return super().parts

    @property
    def loss_report(self) -> LossReport:
        """Whether the social security application falls to a loss report (source A4)."""
        return self.section("loss_report")

    @property
    def activation(self) -> tuple[Activation, ...]:
        """The ways to activate the card's two applications (source A1 to A4)."""
        return self.section("activation")

    @property
    def application(self) -> Application:
        """How to apply for the card (source B1 to B3)."""
        return self.section("application")

    @property
    def insurance(self) -> Insurance:
        """The five types of social insurance (source C2, and the law)."""
        return self.section("insurance")

    @property
    def medical_benefit(self) -> MedicalBenefit:
        """Whether an employee's medical benefit is provided (source C4)."""
        return self.section("medical_benefit")

    @property
    def rights(self) -> Rights:
        """The rights and duties of the person and of the work unit (source D1 to D5)."""
        return self.section("rights")

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any]) -> Decision:
        """A decision that `to_dict` wrote down. Raises `FactError` where it is no decision.

        It knows neither its case nor its rule book, so it cannot be asked for explanations.
        """
        with door:
            from ssrules.parts.written import from_mapping

        return from_mapping(cls, mapping)

    @classmethod
    def from_json(cls, text: str | bytes, *, limits: Limits | None = None) -> Decision:
        """A decision that `to_json` wrote down. Raises `FactError` where it is no decision.

        `limits` are the size and depth that are read at most.
        """
        with door:
            from ssrules.parts.written import from_json

        return from_json(cls, text, limits)

    def sheet(self, *, language: str = ENGLISH) -> Sheet:
        """The decision as a sheet that reads well: printed, and in a notebook.

        Raises `SsrulesError` for a decision read back from JSON, which knows no rule book.
        """
        with door:
            from ssrules.asking.sheet import sheet

        return sheet(self, language)

    def __str__(self) -> str:
        return repr(self) if self._decider is None else str(self.sheet())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it: as a sheet, in English; `sheet(language="zh")` in Chinese."""
        if self._decider is None:
            return {"text/plain": repr(self)}
        return self.sheet()._repr_mimebundle_()

    def explain(self, *, language: str = ENGLISH) -> Explanation:
        """For each part the answer, the rule, the clause and its words, and the facts behind it."""
        with door:
            from ssrules.asking.explain import explain

        return explain(self, language)

    def why_not(self, path: str, *, language: str = ENGLISH) -> WhyNot:
        """For each requirement or rule of a part, whether it holds, fails or is unknown, and why.

        Raises `UnknownNameError` for a path that is no part of a decision.
        """
        with door:
            from ssrules.asking.explain import why_not

        return why_not(self, path, language)

    def questions(self, *, about: Collection[str] = (), language: str = ENGLISH) -> Questions:
        """The unknown facts worth asking for, best first.

        `about` names parts or sections: only what can still change these is asked for, in the
        order that is best for them. Raises `UnknownNameError` for a name that is no part.
        """
        with door:
            from ssrules.asking.questions import questions

        return questions(self, language, about)

    def least_change(
        self, path: str, *, fixed: Collection[str] = (), language: str = ENGLISH
    ) -> LeastChange:
        """The smallest sets of facts whose change opens the part at `path`, documents and all.

        Facts that nobody can change at will are never among them, nor are those in `fixed`.
        Raises `UnknownNameError` for a path of no part with requirements, or an unknown fact.
        """
        with door:
            from ssrules.asking.least_change import least_change

        paths = (fixed,) if isinstance(fixed, str) else tuple(fixed)
        return least_change(self, path, paths, language)
