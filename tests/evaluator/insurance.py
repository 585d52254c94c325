"""Section 2.4: which types of insurance apply, and who pays, on which days."""

from __future__ import annotations

from datetime import date

from tests.evaluator.insurance_rows import (
    BY_CHOICE,
    BY_EMPLOYER,
    BY_THE_FUND,
    FREE,
    LOCAL,
    NONE,
    RESIDENT,
    RESIDENT_OF_AGE,
    SHARED,
    Answer,
    Row,
    minor,
    near_retirement,
    pensioner,
    told,
)
from tests.evaluator.terms import Facts, Outcome, Parameters, Part

ENDOWMENT = {
    "employee": [Row(SHARED)],
    "civil_servant": [Row(SHARED)],
    "part_time": [Row(BY_CHOICE)],
    "flexible": [Row(BY_CHOICE)],
    "self_employed": [Row(BY_CHOICE)],
    "unemployed_on_benefit": [
        Row(LOCAL, holds=lambda *given: not near_retirement(*given)),
        Row(
            BY_THE_FUND,
            "near_retirement",
            since=date(2025, 1, 1),
            until=date(2039, 12, 31),
            holds=near_retirement,
        ),
    ],
    "retired": [
        Row(NONE, "years_met", holds=told("person.endowment_years_met", True)),
        Row(BY_CHOICE, "years_short", holds=told("person.endowment_years_met", False)),
    ],
    "student": [Row(NONE)],
    "not_working": [
        Row(NONE, "minor", holds=minor),
        Row(
            RESIDENT_OF_AGE,
            "adult",
            holds=lambda *given: not minor(*given) and not pensioner(*given),
        ),
        Row(NONE, "pensioner", holds=pensioner),
    ],
}
MEDICAL = {
    "employee": [Row(SHARED)],
    "civil_servant": [Row(SHARED)],
    "part_time": [Row(BY_CHOICE)],
    "flexible": [Row(BY_CHOICE)],
    "self_employed": [Row(BY_CHOICE)],
    "unemployed_on_benefit": [Row(BY_THE_FUND)],
    "retired": [
        Row(FREE, "years_met", holds=told("person.medical_years_met", True)),
        Row(BY_CHOICE, "years_short", holds=told("person.medical_years_met", False)),
    ],
    "student": [Row(RESIDENT)],
    "not_working": [Row(RESIDENT)],
}
WORK_INJURY = {
    "employee": [Row(BY_EMPLOYER)],
    "civil_servant": [Row(LOCAL)],
    "part_time": [Row(BY_EMPLOYER)],
    "flexible": [Row(NONE)],
    "self_employed": [Row(NONE)],
    "unemployed_on_benefit": [Row(NONE)],
    "retired": [Row(NONE)],
    "student": [Row(NONE)],
    "not_working": [Row(NONE)],
}
UNEMPLOYMENT = {
    "employee": [Row(SHARED)],
    "civil_servant": [Row(NONE)],
    "part_time": [Row(NONE)],
    "flexible": [Row(NONE)],
    "self_employed": [Row(NONE)],
    "unemployed_on_benefit": [Row(NONE)],
    "retired": [Row(NONE)],
    "student": [Row(NONE)],
    "not_working": [Row(NONE)],
}
_WITHOUT_A_UNIT = [
    Row(NONE, until=date(2024, 10, 27)),
    Row(LOCAL, since=date(2024, 10, 28)),
]
MATERNITY = {
    "employee": [Row(BY_EMPLOYER)],
    "civil_servant": [Row(BY_EMPLOYER)],
    "part_time": _WITHOUT_A_UNIT,
    "flexible": _WITHOUT_A_UNIT,
    "self_employed": _WITHOUT_A_UNIT,
    "unemployed_on_benefit": [
        Row(NONE, until=date(2023, 11, 30)),
        Row(BY_THE_FUND, since=date(2023, 12, 1)),
    ],
    "retired": [Row(NONE)],
    "student": [Row(NONE)],
    "not_working": [Row(NONE)],
}
TABLES = {
    "endowment": ENDOWMENT,
    "medical": MEDICAL,
    "work_injury": WORK_INJURY,
    "unemployment": UNEMPLOYMENT,
    "maternity": MATERNITY,
}
_READS = {
    "endowment": (
        "person.age",
        "person.endowment_years_met",
        "person.within_a_year_of_retirement",
    ),
    "medical": ("person.medical_years_met",),
    "work_injury": (),
    "unemployment": (),
    "maternity": (),
}


def _part(type_: str) -> Part:
    table = TABLES[type_]

    def rule(facts: Facts, parameters: Parameters) -> Outcome:
        employment = facts["person.employment"]
        (row,) = [each for each in table[employment] if each.applies(facts, parameters)]
        return Outcome(row.answer, (f"insurance.{type_}.{employment}{row.behind}",))

    ids = [f"insurance.{type_}.{work}{row.behind}" for work, rows in table.items() for row in rows]
    return Part(rule=rule, reads=("as_of", "person.employment", *_READS[type_]), reasons=tuple(ids))


PARTS = {f"insurance.{type_}": _part(type_) for type_ in TABLES}

CLASSIFICATIONS = {
    "cn_statutory": ("endowment", "medical", "work_injury", "unemployment", "maternity"),
    "source_six": (
        *("endowment", "medical", "unemployment", "disability", "maternity", "sickness"),
    ),
    "ilo_c102": (
        *("medical", "sickness", "unemployment", "endowment", "work_injury", "family"),
        *("maternity", "disability", "survivors"),
    ),
}


def remitted_by(answer: Answer) -> str | None:
    """Who pays the premium in, for employer and individual alike."""
    if answer.participation == "mandatory":
        return "employer"
    if answer.participation == "voluntary":
        return "individual"
    return "unemployment_fund" if "unemployment_fund" in answer.payers else None


def collected_with(type_: str, answer: Answer) -> str | None:
    """With which other type's premiums those of a type are collected."""
    together = type_ == "maternity" and answer.participation in ("mandatory", "covered")
    return "medical" if together else None


def listed_in(type_: str) -> list[str]:
    """The classifications that name a type."""
    return [name for name, types in CLASSIFICATIONS.items() if type_ in types]
