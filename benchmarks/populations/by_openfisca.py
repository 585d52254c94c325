"""The decision columns as variables of OpenFisca-core, which has no unknown: all facts are known.

Formulas give numbers of words, not members, which is the quicker of the two ways it has.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.populations.population import AS_OF, OWN, UNIT, WINDOW
from ssrules.facts import FACTS
from ssrules.records.kinds import members

Array: TypeAlias = NDArray[Any]
Get: TypeAlias = Callable[[str], Any]
PERIOD = AS_OF.isoformat()
PERSON = build_entity("person", "persons", "a person", is_person=True)
SS, FINANCIAL = "activation_social_security", "activation_financial"
STATUS = ("refused", "allowed", "incomplete")
TYPES = ("none", "voluntary", "mandatory", "local", "covered")


def system() -> tuple[TaxBenefitSystem, tuple[str, ...]]:
    """The system of variables, and the names of those that are decision columns."""
    made = TaxBenefitSystem([PERSON])
    for fact in FACTS:
        name = fact.path.replace(".", "_")
        if name != "as_of":
            words = (
                () if fact.kind in (bool, int, str, datetime.date) else tuple(members(fact.kind))
            )
            made.add_variable(_variable(name, words or fact.kind, None))
    for name, (kind, formula) in _formulas().items():
        made.add_variable(_variable(name, kind, formula))
    return made, tuple(name for name in _formulas() if not name.startswith("is_"))


def decide(made: TaxBenefitSystem, names: tuple[str, ...], columns: Mapping[str, Array]) -> Any:
    """The decision columns, as arrays of text, of arrays of facts (see `by_numpy.arrays`)."""
    count = len(next(iter(columns.values())))
    simulation = SimulationBuilder().build_default_simulation(made, count)
    for name, column in columns.items():
        variable = made.get_variable(name)
        if variable is not None:
            known = column.astype(bool) if variable.value_type is bool else column
            simulation.set_input(name, PERIOD, known)
    return {name: simulation.calculate(name, PERIOD).decode_to_str() for name in names}


def _variable(name: str, kind: Any, formula: Any) -> type[Variable]:
    body: dict[str, Any] = {
        "entity": PERSON,
        "definition_period": DateUnit.DAY,
        "value_type": kind,
        "label": name,
    }
    if isinstance(kind, tuple):
        words = Enum(name.title(), {word: word for word in kind})
        body |= {"value_type": Enum, "possible_values": words, "default_value": words[kind[0]]}
    if formula is not None:

        def run(person: Any, period: Any) -> Any:
            found = formula(lambda other: person(other, period))
            return EnumArray(found, body["possible_values"]) if "possible_values" in body else found

        body["formula"] = run
    return type(name, (Variable,), body)


def _among(get: Get, name: str, *words: str) -> Array:
    column = get(name)
    tests = [column == column.possible_values[word] for word in words]
    any_of: Array = np.logical_or.reduce(tests)
    return any_of


def _chosen(kind: tuple[str, ...], *cases: tuple[Array, str], default: str) -> Array:
    numbers = [np.int16(kind.index(word)) for _, word in cases]
    default_number = np.int16(kind.index(default))
    return np.select([test for test, _ in cases], numbers, default=default_number)


def _formulas() -> dict[str, tuple[Any, Callable[[Get], Any]]]:
    def works(get: Get, *words: str) -> Array:
        return _among(get, "person_employment", *words)

    def option(where: str, *needs: str, opens: str, papers: Callable[[Get], Array]) -> Any:
        def formula(get: Get) -> Array:
            tests = [_among(get, "institution_kind", where), *map(get, needs), get(opens)]
            every = np.logical_and.reduce(tests)
            cases = (~every, "refused"), (papers(get), "allowed")
            return _chosen(STATUS, *cases, default="incomplete")

        return STATUS, formula

    def paid(*cases: tuple[str, Callable[[Get], Array]]) -> Any:
        def formula(get: Get) -> Array:
            tests = ((test(get), word) for word, test in cases)
            return _chosen(TYPES, *tests, default="none")

        return TYPES, formula

    def who(*words: str) -> Callable[[Get], Array]:
        return lambda get: works(get, *words)

    def card(get: Get) -> Array:
        found: Array = get("documents_social_security_card")
        return found

    def identity(get: Get) -> Array:
        found: Array = get("documents_identity_original")
        return found

    def certificate(get: Get) -> Array:
        found: Array = identity(get) | get("documents_other_valid_certificate")
        return found

    def brought(get: Get, holder: Array) -> Array:
        representative = card(get) & get("documents_representative_identity_original")
        guardian = certificate(get) & get("documents_proof_of_guardianship")
        agent = identity(get) & get("documents_power_of_attorney")
        return np.select(
            [_among(get, "visit_by", "holder"), _among(get, "visit_by", "guardian")],
            [card(get) & holder, representative & guardian],
            default=representative & agent,
        )

    def pensioner(get: Get) -> Array:
        found: Array = works(get, "retired") & ~get("person_endowment_years_met")
        return found

    def of_age(get: Get) -> Array:
        age = get("person_age")
        found: Array = works(get, "not_working") & (age >= 16) & (age < 60)
        return found

    def near(get: Get) -> Array:
        found: Array = works(get, "unemployed_on_benefit") & get(
            "person_within_a_year_of_retirement"
        )
        return found

    route = ("work_unit", "bank", "committee")
    loss = ("reported", "not_due", "due")
    benefit = ("not_provided", "provided")
    first = np.datetime64(AS_OF) - WINDOW
    return {
        "is_unit": (bool, lambda get: works(get, *UNIT)),
        "is_in_time": (
            bool,
            lambda get: (
                _among(get, "card_financial", "active", "loss_reported")
                | (get("card_received_on") >= first)
            ),
        ),
        "is_open": (
            bool,
            lambda get: _among(get, "card_social_security", "inactive"),
        ),
        "is_new": (bool, lambda get: _among(get, "card_financial", "inactive")),
        "is_same_bank": (bool, lambda get: get("card_bank") == get("institution_bank")),
        "is_first_use_there": (
            bool,
            lambda get: get("institution_designated") & ~get("card_used_at_designated_institution"),
        ),
        "is_visit": (
            bool,
            lambda get: _among(get, "visit_registration", "outpatient", "hospitalization"),
        ),
        "loss_report_status": (
            loss,
            lambda get: _chosen(
                loss,
                (_among(get, "card_social_security", "loss_reported"), "reported"),
                (get("is_in_time"), "not_due"),
                default="due",
            ),
        ),
        f"{SS}_bank_outlet_status": option(
            "bank_outlet",
            "is_same_bank",
            opens="is_open",
            papers=lambda get: brought(get, identity(get)),
        ),
        f"{SS}_hospital_status": option(
            "hospital", "is_first_use_there", "is_visit", opens="is_open", papers=card
        ),
        f"{SS}_pharmacy_status": option(
            "pharmacy",
            "is_first_use_there",
            opens="is_open",
            papers=lambda get: card(get) & get("documents_medical_insurance_card"),
        ),
        f"{FINANCIAL}_bank_outlet_status": option(
            "bank_outlet",
            "is_same_bank",
            opens="is_new",
            papers=lambda get: brought(get, certificate(get)),
        ),
        "application_route": (
            route,
            lambda get: _chosen(
                route,
                (get("is_unit") & ~get("person_unit_requires_self_application"), "work_unit"),
                (get("is_unit"), "bank"),
                (works(get, *OWN) | _among(get, "person_residence", "rural"), "committee"),
                default="bank",
            ),
        ),
        "insurance_endowment_participation": paid(
            ("mandatory", who(*UNIT)),
            ("voluntary", who(*OWN)),
            ("covered", near),
            ("local", who("unemployed_on_benefit")),
            ("voluntary", pensioner),
            ("voluntary", of_age),
        ),
        "insurance_medical_participation": paid(
            ("mandatory", who(*UNIT)),
            ("covered", who("unemployed_on_benefit")),
            ("covered", lambda get: works(get, "retired") & get("person_medical_years_met")),
            ("voluntary", lambda get: ~get("is_unit")),
        ),
        "insurance_work_injury_participation": paid(
            ("mandatory", who("employee", "part_time")), ("local", who("civil_servant"))
        ),
        "insurance_unemployment_participation": paid(("mandatory", who("employee"))),
        "insurance_maternity_participation": paid(
            ("mandatory", who(*UNIT)),
            ("local", who(*OWN)),
            ("covered", who("unemployed_on_benefit")),
        ),
        "medical_benefit_status": (
            benefit,
            lambda get: _chosen(
                benefit,
                (get("is_unit") & ~_among(get, "visit_cause", "none"), "provided"),
                default="not_provided",
            ),
        ),
    }
