"""The types of insurance by hand, with the days on which the law changes."""

from __future__ import annotations

import datetime

from benchmarks.handwritten.results import InsuranceType
from ssrules.facts import Person

HAS_UNIT = ("employee", "civil_servant")
WITHOUT_UNIT = ("part_time", "flexible", "self_employed")
ADULT = 16
PENSIONER = 60
SINCE_2023 = datetime.date(2023, 12, 1)
SINCE_2024 = datetime.date(2024, 10, 28)
SINCE_2025 = datetime.date(2025, 1, 1)
UNTIL_2039 = datetime.date(2039, 12, 31)
STARTS = (SINCE_2023, SINCE_2024, SINCE_2025, datetime.date(2040, 1, 1))
"""The days on which a row of the law begins or has just ended."""
LISTED_IN = {
    "endowment": ("cn_statutory", "source_six", "ilo_c102"),
    "medical": ("cn_statutory", "source_six", "ilo_c102"),
    "work_injury": ("cn_statutory", "ilo_c102"),
    "unemployment": ("cn_statutory", "source_six", "ilo_c102"),
    "maternity": ("cn_statutory", "source_six", "ilo_c102"),
}
BOTH = ("employer", "individual")
SUBSIDISED = ("individual", "government")


def insurance(person: Person, on: datetime.date) -> tuple[InsuranceType, ...]:
    """The five types on a day, in the order of the law."""
    if person.employment is None:
        return tuple([unknown_type(type_, ("person.employment",)) for type_ in LISTED_IN])
    return (
        endowment(person, on),
        medical(person),
        work_injury(person),
        unemployment(person),
        maternity(person, on),
    )


def endowment(person: Person, on: datetime.date) -> InsuranceType:
    """Endowment insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.endowment.{employment}"
    if employment == "employee":
        return known_type("endowment", "mandatory", "employee", BOTH, rule, "sil.10")
    if employment == "civil_servant":
        clauses = ("state_council_2015_2.3", "sil.10")
        return known_type("endowment", "mandatory", "employee", BOTH, rule, *clauses)
    if employment in WITHOUT_UNIT:
        return known_type("endowment", "voluntary", "employee", ("individual",), rule, "sil.10")
    if employment == "unemployed_on_benefit":
        if not SINCE_2025 <= on <= UNTIL_2039 or person.within_a_year_of_retirement is False:
            return known_type("endowment", "local", None, (), rule, "sil.10")
        if person.within_a_year_of_retirement is None:
            return unknown_type("endowment", ("person.within_a_year_of_retirement",))
        rule = f"{rule}.near_retirement@2025-01-01"
        payers = ("unemployment_fund",)
        return known_type(
            "endowment", "covered", "employee", payers, rule, "retirement_age_measures.7"
        )
    if employment == "retired":
        if person.endowment_years_met is None:
            return unknown_type("endowment", ("person.endowment_years_met",))
        if person.endowment_years_met:
            return known_type("endowment", "none", None, (), f"{rule}.years_met", "sil.16")
        rule = f"{rule}.years_short"
        return known_type("endowment", "voluntary", "employee", ("individual",), rule, "sil.16")
    if employment == "student":
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.age is None:
        return unknown_type("endowment", ("person.age",))
    if person.age < ADULT:
        rule = f"{rule}.minor"
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.age >= PENSIONER:
        rule = f"{rule}.pensioner"
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.6")
    shared = ("individual", "collective", "government")
    cited = ("state_council_2014_8.3", "state_council_2014_8.4", "sil.20", "sil.22")
    return known_type("endowment", "voluntary", "resident", shared, f"{rule}.adult", *cited)


def medical(person: Person) -> InsuranceType:
    """Medical insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.medical.{employment}"
    if employment == "employee":
        return known_type("medical", "mandatory", "employee", BOTH, rule, "sil.23")
    if employment == "civil_servant":
        clauses = ("sil.23", "state_council_1998_44.2")
        return known_type("medical", "mandatory", "employee", BOTH, rule, *clauses)
    if employment in WITHOUT_UNIT:
        return known_type("medical", "voluntary", "employee", ("individual",), rule, "sil.23")
    if employment == "unemployed_on_benefit":
        return known_type("medical", "covered", "employee", ("unemployment_fund",), rule, "sil.48")
    if employment == "retired":
        if person.medical_years_met is None:
            return unknown_type("medical", ("person.medical_years_met",))
        if person.medical_years_met:
            return known_type("medical", "covered", "employee", (), f"{rule}.years_met", "sil.27")
        rule = f"{rule}.years_short"
        return known_type("medical", "voluntary", "employee", ("individual",), rule, "sil.27")
    if employment == "student":
        return known_type("medical", "voluntary", "resident", SUBSIDISED, rule, "sil.25")
    return known_type("medical", "voluntary", "resident", SUBSIDISED, rule, "sil.24", "sil.25")


def work_injury(person: Person) -> InsuranceType:
    """Work injury insurance of a person whose employment is known."""
    rule = f"insurance.work_injury.{person.employment}"
    if person.employment == "civil_servant":
        return known_type("work_injury", "local", None, (), rule, "work_injury_regulations.65")
    if person.employment in ("employee", "part_time"):
        clause = "sil.33" if person.employment == "employee" else "ministry_2011_13.9"
        return known_type("work_injury", "mandatory", "employee", ("employer",), rule, clause)
    return known_type("work_injury", "none", None, (), rule, "sil.33")


def unemployment(person: Person) -> InsuranceType:
    """Unemployment insurance of a person whose employment is known."""
    rule = f"insurance.unemployment.{person.employment}"
    if person.employment == "employee":
        return known_type("unemployment", "mandatory", "employee", BOTH, rule, "sil.44")
    if person.employment == "civil_servant":
        return known_type("unemployment", "none", None, (), rule, "unemployment_regulations.2")
    return known_type("unemployment", "none", None, (), rule, "sil.44")


def maternity(person: Person, on: datetime.date) -> InsuranceType:
    """Maternity insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.maternity.{employment}"
    if employment in HAS_UNIT:
        servant = employment == "civil_servant"
        clauses = ("general_office_2019_10.2", "sil.53") if servant else ("sil.53",)
        return known_type("maternity", "mandatory", "employee", ("employer",), rule, *clauses)
    if employment in WITHOUT_UNIT and on >= SINCE_2024:
        rule = f"{rule}@2024-10-28"
        return known_type("maternity", "local", None, (), rule, "general_office_2024_48")
    if employment == "unemployed_on_benefit" and on >= SINCE_2023:
        rule = f"{rule}@2023-12-01"
        payers = ("unemployment_fund",)
        return known_type("maternity", "covered", "employee", payers, rule, "agency_regulations.24")
    return known_type("maternity", "none", None, (), rule, "sil.53")


def known_type(
    type_: str,
    participation: str,
    scheme: str | None,
    payers: tuple[str, ...],
    rule: str,
    *clauses: str,
) -> InsuranceType:
    """A type whose answer is known."""
    merged = type_ == "maternity" and participation in ("mandatory", "covered")
    remitted_by = None
    if participation == "mandatory":
        remitted_by = "employer"
    elif participation == "voluntary":
        remitted_by = "individual"
    elif "unemployment_fund" in payers:
        remitted_by = "unemployment_fund"
    return InsuranceType(
        type=type_,
        status="determined",
        participation=participation,
        scheme=scheme,
        payers=payers,
        collected_with="medical" if merged else None,
        remitted_by=remitted_by,
        listed_in=LISTED_IN[type_],
        because=(rule,),
        clauses=clauses,
        needs=(),
    )


def unknown_type(type_: str, needs: tuple[str, ...]) -> InsuranceType:
    """A type that facts are missing for."""
    return InsuranceType(
        type=type_,
        status="undetermined",
        participation=None,
        scheme=None,
        payers=(),
        collected_with=None,
        remitted_by=None,
        listed_in=LISTED_IN[type_],
        because=(),
        clauses=(),
        needs=needs,
    )
