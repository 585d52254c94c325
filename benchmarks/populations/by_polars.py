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
    in_time = enabled | ~late
    closed = ~inactive | (~enabled & late)

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
    open_ss = inactive & in_time
    certificate = docs & (identity | col("documents_other_valid_certificate"))
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

    rest = [*OWN, "unemployed_on_benefit", "student", "retired"]
    none = [*rest, "not_working"]
    adult = col("person_age") >= 16
    types = {
        "endowment": when((employment == "not_working") & ~adult)
        .then(lit("none"))
        # who is voluntary either way is told apart by payers, which hang on the residence
        .when((employment == "not_working") & adult & residence.is_not_null())
        .then(lit("voluntary"))
        .otherwise(
            paid(
                mandatory=UNIT,
                voluntary=OWN,
                local=["unemployed_on_benefit"],
                none=["student", "retired"],
            )
        ),
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
        "work_injury": paid(mandatory=UNIT, none=none),
        "unemployment": paid(mandatory=["employee"], none=["civil_servant", *none]),
        "maternity": paid(mandatory=["employee"], local=["civil_servant"], none=none),
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
            [at["bank_outlet"], same], closed, open_ss, docs & identity
        ),
        "activation_social_security_hospital_status": option(
            [at["hospital"], *there, visit], closed, open_ss, docs
        ),
        "activation_social_security_pharmacy_status": option(
            [at["pharmacy"], *there], closed, open_ss, medical_card
        ),
        "activation_financial_bank_outlet_status": option(
            [at["bank_outlet"], same], fin != "inactive", fin == "inactive", certificate
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
