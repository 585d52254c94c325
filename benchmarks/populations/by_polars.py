"""The decision columns by Polars expressions."""

from __future__ import annotations

import datetime
from typing import Any

import polars as pl

from benchmarks.populations.population import AS_OF, OWN, UNIT, WINDOW


def by_hand(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The decision columns by Polars expressions, as a careful analyst writes them."""
    col, lit, when = pl.col, pl.lit, pl.when
    ss, fin, kind = col("card_social_security"), col("card_financial"), col("institution_kind")
    employment, residence = col("person_employment"), col("person_residence")
    unit = employment.is_in(UNIT)
    late = col("card_received_on") < lit(AS_OF - datetime.timedelta(days=WINDOW))
    same = col("card_bank") == col("institution_bank")
    enabled = fin.is_in(["active", "loss_reported"])
    ours = ss.is_in(["inactive", "active"])
    loss = (
        when(ss == "loss_reported").then(lit("reported"))
        .when(ours & enabled).then(lit("not_due"))
        .when(ours & ~late).then(lit("not_due"))
        .when(ours & ~enabled & late).then(lit("due"))
        .otherwise(lit("undetermined"))
    )  # fmt: skip
    docs = col("documents_social_security_card")
    identity = col("documents_identity_original")
    inactive = ss == "inactive"
    closed = ~inactive

    def option(needs: list[pl.Expr], shut: pl.Expr, open_: pl.Expr, papers: pl.Expr) -> pl.Expr:
        refused = pl.any_horizontal([~each for each in needs]) | shut
        every = pl.all_horizontal([*needs, open_])
        ready = papers.fill_null(value=False)
        return (
            when(refused).then(lit("refused"))
            .when(every & ready).then(lit("allowed"))
            .when(every).then(lit("incomplete"))
            .otherwise(lit("undetermined"))
        )  # fmt: skip

    at = {name: kind == name for name in ("bank_outlet", "hospital", "pharmacy")}
    there = [col("institution_designated"), ~col("card_used_at_designated_institution")]
    visit = col("visit_registration").is_in(["outpatient", "hospitalization"])
    certificate = identity | col("documents_other_valid_certificate")
    representative = docs & col("documents_representative_identity_original")
    guardian = representative & certificate & col("documents_proof_of_guardianship")
    agent = representative & identity & col("documents_power_of_attorney")

    def brought(holder: pl.Expr) -> pl.Expr:
        by = col("visit_by")
        return (
            when(by == "holder").then(docs & holder)
            .when(by == "guardian").then(guardian)
            .when(by == "agent").then(agent)
            .otherwise(docs & holder & guardian & agent)
        )  # fmt: skip

    medical_card = docs & col("documents_medical_insurance_card")
    self_, rural = col("person_unit_requires_self_application"), residence == "rural"
    flexible = employment.is_in(OWN)
    route = (
        when(unit & ~self_).then(lit("work_unit"))
        .when(unit & self_).then(lit("bank"))
        .when(flexible | (~unit & rural)).then(lit("committee"))
        .when(~unit & ~rural).then(lit("bank"))
    )  # fmt: skip

    def paid(**values: list[str]) -> pl.Expr:
        chain: Any = pl
        for word, workers in values.items():
            chain = chain.when(employment.is_in(workers)).then(lit(word))
        found: pl.Expr = chain.otherwise(None)
        return found

    def when_known(value: pl.Expr) -> pl.Expr:
        known = when(value.is_null()).then(lit("undetermined"))
        return known.otherwise(lit("determined"))

    idle = ["student", "retired", "not_working"]
    age = col("person_age")
    near, years = col("person_within_a_year_of_retirement"), col("person_endowment_years_met")
    types = {
        "endowment": when((employment == "not_working") & ((age < 16) | (age >= 60)))
        .then(lit("none"))
        .when((employment == "not_working") & (age >= 16))
        .then(lit("voluntary"))
        .when((employment == "unemployed_on_benefit") & near)
        .then(lit("covered"))
        .when((employment == "unemployed_on_benefit") & ~near)
        .then(lit("local"))
        .when((employment == "retired") & years)
        .then(lit("none"))
        .when((employment == "retired") & ~years)
        .then(lit("voluntary"))
        .otherwise(paid(mandatory=UNIT, voluntary=OWN, none=["student"])),
        "medical": when((employment == "retired") & col("person_medical_years_met"))
        .then(lit("covered"))
        .when((employment == "retired") & ~col("person_medical_years_met"))
        .then(lit("voluntary"))
        .otherwise(
            paid(
                mandatory=UNIT,
                covered=["unemployed_on_benefit"],
                voluntary=[*OWN, "student", "not_working"],
            )
        ),
        "work_injury": paid(
            mandatory=["employee", "part_time"],
            local=["civil_servant"],
            none=["flexible", "self_employed", "unemployed_on_benefit", *idle],
        ),
        "unemployment": paid(
            mandatory=["employee"], none=["civil_servant", *OWN, "unemployed_on_benefit", *idle]
        ),
        "maternity": paid(mandatory=UNIT, local=OWN, covered=["unemployed_on_benefit"], none=idle),
    }
    cause = col("visit_cause")
    benefit = (
        when((cause == "none") | ~unit).then(lit("not_provided"))
        .when(unit & (cause != "none")).then(lit("provided"))
        .otherwise(lit("undetermined"))
    )  # fmt: skip
    columns = {
        "loss_report_status": loss,
        "activation_social_security_bank_outlet_status": option(
            [at["bank_outlet"], same], closed, inactive, brought(identity)
        ),
        "activation_social_security_hospital_status": option(
            [at["hospital"], *there, visit], closed, inactive, docs
        ),
        "activation_social_security_pharmacy_status": option(
            [at["pharmacy"], *there], closed, inactive, medical_card
        ),
        "activation_financial_bank_outlet_status": option(
            [at["bank_outlet"], same], fin != "inactive", fin == "inactive", brought(certificate)
        ),
        "application_status": when_known(route),
        "application_route": route,
    }
    for name, value in types.items():
        columns[f"insurance_{name}_status"] = when_known(value)
        columns[f"insurance_{name}_participation"] = value
    columns["medical_benefit_status"] = benefit
    columns["rights_status"] = when_known(employment)
    return frame.with_columns(**columns)
