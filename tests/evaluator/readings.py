"""The independent table of readings: how an ambiguous clause is read, and which rows rest on it.

It is written from section 4 of the contract. Each is known by a phrase of what is chosen and one of
what could be read instead; `rests_on` are the clauses that the choice itself calls on.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.evaluator.citations import (
    A1,
    A4,
    BANK_OUTLET,
    FINANCIAL,
    HOSPITAL,
    PHARMACY,
    RELEASE,
    Clauses,
)

WINDOW = "notice.window"
UNIT_PAYS = (
    "insurance.endowment.employee",
    "insurance.endowment.civil_servant",
    "insurance.medical.employee",
    "insurance.medical.civil_servant",
    "insurance.work_injury.employee",
    "insurance.work_injury.part_time",
    "insurance.unemployment.employee",
    "insurance.maternity.employee",
    "insurance.maternity.civil_servant",
)
BY_CHOICE = tuple(
    f"insurance.{type_}.{who}"
    for type_ in ("endowment", "medical")
    for who in ("part_time", "flexible", "self_employed")
)
PLATFORM = tuple(f"insurance.{type_}.flexible" for type_ in ("endowment", "medical", "work_injury"))
BENEFIT = ("medical_benefit.employee", "medical_benefit.civil_servant")
BANKS = (BANK_OUTLET, FINANCIAL)
CARD = (BANK_OUTLET, HOSPITAL, PHARMACY)
EMPLOYMENT_BENEFIT = "insurance.endowment.unemployed_on_benefit"


class Note(NamedTuple):
    """A reading: a phrase of what is chosen, one of the other, what it rests on, where it stands.

    A place is the id of a rule, `<rule set>:<code>` of a requirement, or the name of a parameter.
    """

    chosen: str
    other: str
    rests_on: Clauses
    places: tuple[str, ...]


READINGS: tuple[Note, ...] = (
    Note(
        "last day of the window is still inside",
        "holiday moves to the next",
        ("civil_code.1259", "civil_code.203"),
        ("loss_report.within_window", "activation_window_days"),
    ),
    Note(
        "day of receipt is not counted",
        "makes the day of receipt day 1",
        ("civil_code.201", WINDOW),
        ("loss_report.within_window", "receipt_day_counts"),
    ),
    Note("under normal circumstances", "300 days everywhere", (), ("activation_window_days",)),
    Note(
        "social security application is reported",
        "whole card",
        (WINDOW,),
        ("loss_report.reported", "loss_report.overdue"),
    ),
    Note("only financial activation", "stops them too", (), ("loss_report.enabled",)),
    Note(
        "had been activated before",
        "without ever having been activated",
        (),
        ("loss_report.enabled", "loss_report.release.release_financial"),
    ),
    Note(
        "release at the designated office",
        "nothing of a release",
        (RELEASE,),
        tuple(f"loss_report.release.{each}" for each in ("activate", "release_financial", "apply")),
    ),
    Note(
        "not refused before it is reported",
        "nothing can be activated",
        (),
        (
            *(f"{each}:reported_for_loss" for each in CARD),
            *(f"{each}.still_due" for each in CARD),
        ),
    ),
    Note("activate its social security application", "both applications", (), (BANK_OUTLET,)),
    Note("insured person", "different persons", (), (*CARD, FINANCIAL)),
    Note(
        "silent on minors",
        "agent like any other",
        ("civil_code.23", "qingyuan_guide.3"),
        tuple(f"{each}.guardian" for each in BANKS),
    ),
    Note(
        "somebody else be entrusted",
        "nobody else may come",
        ("notice.agent",),
        tuple(f"{each}.agent" for each in BANKS),
    ),
    Note("without a condition", "restricted for delay", (), (f"{BANK_OUTLET}.restored",)),
    Note(
        "first use at any designated institution",
        "at this institution",
        (),
        (f"{HOSPITAL}:not_first_use", f"{PHARMACY}:not_first_use"),
    ),
    Note("hospital of the first", "pharmacies included", (), (f"{HOSPITAL}:not_first_use",)),
    Note("asks for no identity document", "holder is identified", (), (HOSPITAL,)),
    Note("first replacement of an old card", "in so many words", (), (PHARMACY,)),
    Note("Chinese text adds the card", "certificate alone", (), (FINANCIAL,)),
    Note("whether rural or urban", "committee", (), ("application.work_unit",)),
    Note("apply yourself", "anything else", (), ("application.self",)),
    Note("usually", "must", (), ("application.rural", "application.urban_flexible")),
    Note(
        "those who work without a unit",
        "has no work unit",
        (),
        ("application.urban_flexible", "application.individual"),
    ),
    Note("something to hand in", "filled in at the bank", (), ("application.materials.bank",)),
    Note("withholds the employee's premiums", "each pays in", ("sil.60",), UNIT_PAYS),
    Note("who joins by choice", "a work unit pays", ("sil.60",), BY_CHOICE),
    Note("platform workers", "employees of the platform", (), PLATFORM),
    Note("it is local", "join like a flexible worker", (), (EMPLOYMENT_BENEFIT,)),
    Note(
        "as an individual and the fund bears it",
        "paid back",
        (),
        (f"{EMPLOYMENT_BENEFIT}.near_retirement@2025-01-01",),
    ),
    Note(
        "one insurance for rural and urban residents",
        "two insurances",
        (),
        ("insurance.endowment.not_working.adult",),
    ),
    Note(
        "from 60 on a resident draws a pension",
        "15 years",
        (),
        ("insurance.endowment.not_working.pensioner",),
    ),
    Note("taken civil servants in", "mandatory", (), ("insurance.work_injury.civil_servant",)),
    Note("no work unit otherwise", "several employers", (), ("insurance.work_injury.part_time",)),
    Note(
        "a type of its own",
        "the type ended",
        ("general_office_2019_10.2",),
        (
            "insurance.maternity.employee",
            "insurance.maternity.unemployed_on_benefit@2023-12-01",
        ),
    ),
    Note(
        "employees in service",
        "outside the civil service",
        (),
        ("insurance.maternity.civil_servant",),
    ),
    Note("illness, injury or childbirth", "caused by diseases", (), ("medical_benefit:no_cause",)),
    Note("forecast", "unit and employee alone", ("sil.23",), BENEFIT),
    Note("older than 1998", "still in force", ("state_council_1998_44.2",), BENEFIT),
    Note("according to law", "everybody", (), ("rights.duty",)),
)

ADDED: dict[str, Clauses] = {
    "loss_report.release.activate": (A4, RELEASE),
    "loss_report.release.release_financial": (A4, RELEASE),
    "loss_report.release.apply": (A4, RELEASE),
    f"{BANK_OUTLET}.restored": (A1,),
    **{f"{each}.still_due": (A4,) for each in CARD},
    f"{FINANCIAL}.averted": (A4,),
    f"{FINANCIAL}.release": (A4, RELEASE),
    f"{FINANCIAL}.in_time": (A4,),
    f"{FINANCIAL}.late": (A4,),
    "application.materials.committee": ("source.B1",),
    "application.materials.bank": ("source.B2",),
    "application.materials.work_unit": ("source.B3",),
}
"""The clauses of the rows that add steps, effects or materials to an answer."""
