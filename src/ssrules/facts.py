"""What is known about a case: the holder, the card, the institution, the visit, the documents.

`None` is always *unknown*, never "no". Only `Case.as_of` is required.
No name, identity number or card number is ever a fact.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import attrs

from ssrules.records import structure
from ssrules.records.kinds import FactEnum, Kind
from ssrules.records.record import Record
from ssrules.records.unstructure import to_mapping

if TYPE_CHECKING:
    from ssrules.records.limits import Limits


class Residence(FactEnum):
    """Where the person's household is registered."""

    RURAL = "rural"
    URBAN = "urban"


class Employment(FactEnum):
    """How the person works. Only an employee and a civil servant have a work unit."""

    EMPLOYEE = "employee"
    CIVIL_SERVANT = "civil_servant"
    FLEXIBLE = "flexible"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYED_ON_BENEFIT = "unemployed_on_benefit"
    STUDENT = "student"
    RETIRED = "retired"
    NOT_WORKING = "not_working"


class ApplicationState(FactEnum):
    """The state of one of the card's two applications, social security and financial."""

    INACTIVE = "inactive"
    ACTIVE = "active"
    LOSS_REPORTED = "loss_reported"


class InstitutionKind(FactEnum):
    """What the institution is. A hospital is any that registers outpatients or inpatients."""

    BANK_OUTLET = "bank_outlet"
    HOSPITAL = "hospital"
    PHARMACY = "pharmacy"
    OTHER = "other"


class Registration(FactEnum):
    """What the holder has registered for."""

    OUTPATIENT = "outpatient"
    HOSPITALIZATION = "hospitalization"
    NONE = "none"


class Cause(FactEnum):
    """Why care is needed."""

    ILLNESS = "illness"
    INJURY = "injury"
    CHILDBIRTH = "childbirth"
    NONE = "none"


def _leaf(kind: Kind, meaning: str, **extra: object) -> Any:
    metadata = {structure.KIND: kind, "meaning": meaning, **extra}
    return attrs.field(default=None, metadata=metadata)


def _group(group: type) -> Any:
    return attrs.field(
        factory=group,
        converter=attrs.converters.default_if_none(factory=group),
        metadata={structure.GROUP: group},
    )


@attrs.frozen(kw_only=True, repr=False)
class Person(Record):
    """The holder, who is taken to be the insured person."""

    path: ClassVar[str] = "person."

    residence: Residence | None = _leaf(Residence, "registered residence")
    employment: Employment | None = _leaf(Employment, "how the person works")
    unit_requires_self_application: bool | None = attrs.field(
        default=False,
        metadata={
            structure.KIND: bool,
            "meaning": "the unit's special regulations: the employee applies in person",
        },
    )
    age: int | None = _leaf(int, "full years on as_of")
    medical_years_met: bool | None = _leaf(
        bool, "a retired person has paid medical premiums for the years that the state requires"
    )

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Card(Record):
    """The social security card and its two applications."""

    path: ClassVar[str] = "card."

    received_on: datetime.date | None = _leaf(
        datetime.date, "the day the holder received the card", not_after="as_of"
    )
    bank: str | None = _leaf(
        str, "identifier of the cooperating bank that holds the card's financial account"
    )
    social_security: ApplicationState | None = _leaf(
        ApplicationState, "state of the card's social security application"
    )
    financial: ApplicationState | None = _leaf(
        ApplicationState, "state of the card's financial (bank) application"
    )
    used_at_designated_institution: bool | None = _leaf(
        bool, "the card was already used at some designated institution"
    )

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Institution(Record):
    """Where the holder is."""

    path: ClassVar[str] = "institution."

    kind: InstitutionKind | None = _leaf(InstitutionKind, "what the institution is")
    designated: bool | None = _leaf(bool, "it is a designated medical insurance institution")
    bank: str | None = _leaf(str, "identifier of the bank that the outlet belongs to")

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Visit(Record):
    """What brings the holder to the institution."""

    path: ClassVar[str] = "visit."

    registration: Registration | None = _leaf(Registration, "what the holder registered for")
    cause: Cause | None = _leaf(Cause, "why care is needed")

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Photo(Record):
    """The photo for an application, property by property."""

    path: ClassVar[str] = "documents.photo."

    presented: bool | None = _leaf(bool, "a photo is at hand")
    two_inch: bool | None = _leaf(bool, "it is a two-inch photo")
    colour: bool | None = _leaf(bool, "it is in colour")
    white_background: bool | None = _leaf(bool, "its background is white")
    bareheaded: bool | None = _leaf(bool, "the person wears no hat")
    recent: bool | None = _leaf(bool, "it is recent")

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Documents(Record):
    """The documents at hand."""

    path: ClassVar[str] = "documents."

    social_security_card: bool | None = _leaf(bool, "the new card is at hand")
    identity_original: bool | None = _leaf(bool, "the original resident identity card")
    identity_copy: bool | None = _leaf(bool, "a copy of it, which never stands in for the original")
    other_valid_certificate: bool | None = _leaf(
        bool, "another valid certificate: a passport, the household register under 16"
    )
    medical_insurance_card: bool | None = _leaf(bool, "the old medical insurance card, original")
    contact_number: bool | None = _leaf(bool, "a telephone number to be reached at")
    signed_application_form: bool | None = _leaf(bool, "the application form, filled in and signed")
    photo: Photo = _group(Photo)

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, self.path)


@attrs.frozen(kw_only=True, repr=False)
class Case(Record):
    """Everything that is known of one case on the day `as_of`.

    Raises `FactError`, with every fault at once, for a value of the wrong type or out of range,
    and for a card received after `as_of`.
    """

    as_of: datetime.date = attrs.field(
        metadata={
            structure.KIND: datetime.date,
            structure.REQUIRED: True,
            "meaning": "the day the decision is made for",
        }
    )
    person: Person = _group(Person)
    card: Card = _group(Card)
    institution: Institution = _group(Institution)
    visit: Visit = _group(Visit)
    documents: Documents = _group(Documents)

    def __attrs_post_init__(self) -> None:
        structure.check_fields(self, "")
        received_on = self.card.received_on
        if received_on is not None and received_on > self.as_of:
            structure.check_fields(self.card, self.card.path, as_of=self.as_of)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], *, hide_values: bool = False) -> Case:
        """The case that a mapping tells, keys by the names of the facts.

        A date is a `datetime.date` or text written YYYY-MM-DD. Raises `FactError`; with
        `hide_values`, one that holds nothing of the values, for logs that must hold no facts.
        """
        return structure.read_mapping(cls, mapping, hide_values=hide_values)

    @classmethod
    def from_json(
        cls, text: str | bytes, *, limits: Limits | None = None, hide_values: bool = False
    ) -> Case:
        """The case that a JSON text tells. Raises `FactError`, also where it is no JSON.

        `limits` are the size and depth that are read at most, by default those of
        `ssrules.records.limits`; `hide_values` is as for `from_dict`.
        """
        return structure.read_json(cls, text, limits=limits, hide_values=hide_values)

    def to_dict(self) -> dict[str, Any]:
        """The case as a mapping for JSON; a fact that has its default (unknown) is left out."""
        return to_mapping(self, omit_defaults=True)

    def to_json(self) -> str:
        """The case as JSON text, from which `from_json` makes an equal case."""
        return json.dumps(self.to_dict(), ensure_ascii=False)


class Fact(NamedTuple):
    """One fact of the table of facts: its path, kind of value, meaning, and default."""

    path: str
    kind: Kind
    meaning: str
    default: object


FACTS: tuple[Fact, ...] = tuple(
    Fact(path, field.metadata[structure.KIND], field.metadata["meaning"], field.default)
    for path, field in structure.leaves(Case)
)
"""Every fact, in the order in which needs and faults are told."""
