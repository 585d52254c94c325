"""What the hand-written decision gives: the same parts and fields as a decision of ssrules."""

from __future__ import annotations

import datetime

import attrs


@attrs.frozen(kw_only=True)
class LossReport:
    """Whether the social security application falls to a loss report."""

    status: str
    function: str
    deadline: datetime.date | None
    days_left: int | None
    due_from: datetime.date | None
    release_steps: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Activation:
    """One way to activate one of the card's applications."""

    function: str
    channel: str
    status: str
    required_documents: tuple[str, ...]
    missing_documents: tuple[str, ...]
    unconfirmed_documents: tuple[str, ...]
    steps: tuple[str, ...]
    effects: tuple[str, ...]
    in_time: bool | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Application:
    """How to apply for the card."""

    status: str
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


@attrs.frozen(kw_only=True)
class InsuranceType:
    """Whether one type of insurance applies, and who pays for it."""

    type: str
    status: str
    participation: str | None
    scheme: str | None
    payers: tuple[str, ...]
    collected_with: str | None
    remitted_by: str | None
    listed_in: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Insurance:
    """The five types."""

    types: tuple[InsuranceType, ...]


@attrs.frozen(kw_only=True)
class MedicalBenefit:
    """Whether an employee's medical benefit is provided."""

    status: str
    forms: tuple[str, ...]
    provided_by: tuple[str, ...]
    funded_by: tuple[str, ...]
    scheme: str | None
    succeeds: str | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True)
class RightsItem:
    """One right or duty."""

    code: str
    kind: str


@attrs.frozen(kw_only=True)
class Rights:
    """The rights and duties of the individual, and of the work unit."""

    status: str
    individual: tuple[RightsItem, ...]
    unit: tuple[RightsItem, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


Part = LossReport | Activation | Application | InsuranceType | MedicalBenefit | Rights


@attrs.frozen(kw_only=True)
class NextChange:
    """The first later day on which a status differs."""

    on: datetime.date
    changes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Decision:
    """Everything that follows from one case."""

    as_of: datetime.date
    loss_report: LossReport
    activation: tuple[Activation, ...]
    application: Application
    insurance: Insurance
    medical_benefit: MedicalBenefit
    rights: Rights
    needs: tuple[str, ...]
    next_change: NextChange | None
