"""What is concluded: a decision, part by part, each with its reasons, clauses and open questions.

In every part `because` holds the ids of the rules that gave the answer (or the codes of the
requirements that failed), `clauses` the ids of the clauses that those rest on, and `needs` the
paths of the unknown facts that can still change it; all three are in the order of the rules.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from ssrules.errors import SsrulesError, UnknownNameError
from ssrules.facts import Case
from ssrules.late import door
from ssrules.records import structure
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.records.unstructure import to_mapping

if TYPE_CHECKING:
    from ssrules.asking.answers import Explanation, LeastChange, Questions, WhyNot


class LossReportStatus(FactEnum):
    """Whether the card's social security application is, or is to be, reported for loss."""

    NOT_DUE = "not_due"
    DUE = "due"
    REPORTED = "reported"
    UNDETERMINED = "undetermined"


class ActivationStatus(FactEnum):
    """Whether an option is open: a requirement fails, or hangs on unknown facts, or all hold."""

    REFUSED = "refused"
    UNDETERMINED = "undetermined"
    INCOMPLETE = "incomplete"
    ALLOWED = "allowed"


class Status(FactEnum):
    """Whether the facts that are known settle a part."""

    DETERMINED = "determined"
    UNDETERMINED = "undetermined"


class BenefitStatus(FactEnum):
    """Whether the medical benefit of employees is provided."""

    PROVIDED = "provided"
    NOT_PROVIDED = "not_provided"
    UNDETERMINED = "undetermined"


def _part(cls: type, **extra: object) -> Any:
    return attrs.field(metadata={structure.GROUP: cls, **extra})


@attrs.frozen(kw_only=True, repr=False)
class RuleBookIdentity(Record):
    """Which rule book decided: its name, version, digest (of all content), and parameters."""

    name: str
    version: str
    digest: str
    parameters: Mapping[str, Any]


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


@attrs.frozen(kw_only=True, repr=False)
class Application(Record):
    """How to apply for the card (source B1 to B3).

    `required_documents` is None where the work unit says what it wants, which is not "none".
    While undetermined, `route` and `in_person` are None and every list is empty.
    """

    status: Status
    route: str | None
    in_person: bool | None
    open_routes: tuple[str, ...]
    steps: tuple[str, ...]
    required_documents: tuple[str, ...] | None
    missing_documents: tuple[str, ...]
    unconfirmed_documents: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class InsuranceType(Record):
    """Whether one type of insurance applies, and who pays for it (source C2, and the law).

    `listed_in` names the classifications that know the type. While undetermined,
    `participation`, `scheme` and `collected_with` are None and `payers` is empty.
    """

    type: str
    status: Status
    participation: str | None
    scheme: str | None
    payers: tuple[str, ...]
    collected_with: str | None
    listed_in: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class Insurance(Record):
    """The five types of social insurance, in the order of the law."""

    types: tuple[InsuranceType, ...] = _part(InsuranceType, many=True)


@attrs.frozen(kw_only=True, repr=False)
class MedicalBenefit(Record):
    """Whether an employee's medical benefit is provided, in which forms, by and for whom (C4)."""

    status: BenefitStatus
    forms: tuple[str, ...]
    provided_by: tuple[str, ...]
    funded_by: tuple[str, ...]
    scheme: str | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class RightsItem(Record):
    """One right or duty; `kind` is `right` or `duty`."""

    code: str
    kind: str


@attrs.frozen(kw_only=True, repr=False)
class Rights(Record):
    """The rights and duties of the individual, and of the work unit where there is one (D1-D5).

    While undetermined, `individual` lists what holds either way and `unit` is empty.
    """

    status: Status
    individual: tuple[RightsItem, ...] = _part(RightsItem, many=True)
    unit: tuple[RightsItem, ...] = _part(RightsItem, many=True)
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class FurtherPart(Record):
    """The answer of a rule set that somebody added to the book; `outputs` are its own.

    `status` is `determined` or `undetermined`, or, for a rule set with requirements, one of
    `ActivationStatus`.
    """

    rule_set: str
    status: str
    outputs: Mapping[str, Any]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class NextChange(Record):
    """The first later day on which a status differs, every fact staying as it is.

    `changes` holds the path of each status that does.
    """

    on: datetime.date
    changes: tuple[str, ...]


Part = LossReport | Activation | Application | InsuranceType | MedicalBenefit | Rights | FurtherPart

READ_BACK = "this decision was read back from JSON and knows no facts: decide the case again"


class Desk(Protocol):
    """Who made a decision, and can therefore be asked about it."""

    def explain(self, decision: Decision) -> Explanation:
        """See `Decision.explain`."""

    def why_not(self, decision: Decision, path: str) -> WhyNot:
        """See `Decision.why_not`."""

    def questions(self, decision: Decision) -> Questions:
        """See `Decision.questions`."""

    def least_change(self, decision: Decision, path: str, fixed: tuple[str, ...]) -> LeastChange:
        """See `Decision.least_change`."""


@attrs.frozen(kw_only=True, repr=False)
class Decision(Record):
    """Everything that follows from one case on the day `as_of`.

    `needs` are the paths of all unknown facts that any part needs, in the order of the table of
    facts. `further` holds the answers of rule sets beyond the built-in ones, and is left out of
    the JSON where there are none.
    """

    as_of: datetime.date
    rulebook: RuleBookIdentity = _part(RuleBookIdentity)
    loss_report: LossReport = _part(LossReport)
    activation: tuple[Activation, ...] = _part(Activation, many=True)
    application: Application = _part(Application)
    insurance: Insurance = _part(Insurance)
    medical_benefit: MedicalBenefit = _part(MedicalBenefit)
    rights: Rights = _part(Rights)
    needs: tuple[str, ...]
    next_change: NextChange | None = _part(NextChange, nullable=True)
    further: tuple[FurtherPart, ...] = attrs.field(
        default=(),
        metadata={structure.GROUP: FurtherPart, structure.MANY: True, structure.OMIT_EMPTY: True},
    )
    _case: Case | None = attrs.field(default=None, eq=False, repr=False, alias="case")
    _desk: Desk | None = attrs.field(default=None, eq=False, repr=False, alias="desk")

    def to_dict(self) -> dict[str, Any]:
        """The decision as a mapping for JSON: the same tree, ISO dates, lists."""
        return to_mapping(self)

    def to_json(self) -> str:
        """The decision as JSON text, from which `from_json` makes an equal decision."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any]) -> Decision:
        """A decision that `to_dict` wrote down. Raises `FactError` where it is no decision.

        It knows neither its case nor its rule book, so it cannot be asked for explanations.
        """
        with door:
            from ssrules.records.rebuild import from_mapping

        return from_mapping(cls, mapping)

    @classmethod
    def from_json(cls, text: str | bytes) -> Decision:
        """A decision that `to_json` wrote down. Raises `FactError` where it is no decision."""
        with door:
            from ssrules.records.rebuild import from_json

        return from_json(cls, text)

    @property
    def case(self) -> Case:
        """The case that was decided. Raises `SsrulesError` for a decision read back from JSON."""
        if self._case is None:
            raise SsrulesError(READ_BACK)
        return self._case

    def part(self, path: str) -> Part:
        """The part at a path such as `loss_report` or `activation.financial.bank_outlet`.

        Raises `UnknownNameError` with the nearest paths.
        """
        parts = dict(self.parts())
        if path not in parts:
            raise UnknownNameError("part of a decision", path, parts)
        return parts[path]

    def parts(self) -> Iterator[tuple[str, Part]]:
        """Every part that has a status, with its path, in order."""
        yield "loss_report", self.loss_report
        for option in self.activation:
            yield option.path, option
        yield "application", self.application
        for type_ in self.insurance.types:
            yield f"insurance.{type_.type}", type_
        yield "medical_benefit", self.medical_benefit
        yield "rights", self.rights
        for further in self.further:
            yield further.rule_set, further

    def explain(self) -> Explanation:
        """For each part the answer, the rule, the clause and its words, and the facts behind it."""
        return self._asked().explain(self)

    def why_not(self, path: str) -> WhyNot:
        """For each requirement or rule of a part, whether it holds, fails or is unknown, and why.

        Raises `UnknownNameError` for a path that is no part of a decision.
        """
        return self._asked().why_not(self, path)

    def questions(self) -> Questions:
        """The unknown facts worth asking for, best first."""
        return self._asked().questions(self)

    def least_change(self, path: str, *, fixed: Collection[str] = ()) -> LeastChange:
        """The smallest sets of facts whose change makes the option at `path` allowed.

        Facts that nobody can change at will are never among them, nor are those in `fixed`.
        Raises `UnknownNameError` for a path that is no option, or a fact that does not exist.
        """
        paths = (fixed,) if isinstance(fixed, str) else tuple(fixed)
        return self._asked().least_change(self, path, paths)

    def _asked(self) -> Desk:
        if self._desk is None:
            raise SsrulesError(READ_BACK)
        return self._desk
