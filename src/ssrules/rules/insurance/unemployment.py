"""Unemployment insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import (
    COMPARED,
    NONE,
    OUTPUTS,
    WITHHELD,
    does_not_apply,
    mandatory,
)
from ssrules.rules.law import SOCIAL_INSURANCE_LAW, STATE_COUNCIL
from ssrules.tables import HitPolicy, Rule, RuleSet, Statute, Text

ART_44 = SOCIAL_INSURANCE_LAW.clause(
    44,
    Text("who joins unemployment insurance, and who pays", zh="失业保险的参保和缴费"),
    "职工应当参加失业保险，由用人单位和职工按照国家规定共同缴纳失业保险费。",
)
REGULATIONS_2 = Statute(
    id="unemployment_regulations",
    title=Text("Unemployment Insurance Regulations", zh="《失业保险条例》"),
    version=datetime.date(1999, 1, 22),
    in_force_from=datetime.date(1999, 1, 22),
    issuer=STATE_COUNCIL,
).clause(
    2,
    Text("whom they are for", zh="适用范围"),
    "城镇企业事业单位、城镇企业事业单位职工依照本条例的规定，缴纳失业保险费。\n"
    "城镇企业事业单位失业人员依照本条例的规定，享受失业保险待遇。\n"
    "本条所称城镇企业，是指国有企业、城镇集体企业、外商投资企业、城镇私营企业以及其他城镇企业。",
)

UNEMPLOYMENT = RuleSet(
    name="insurance.unemployment",
    title=Text("Unemployment insurance", zh="失业保险"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment",),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加失业保险，由用人单位和职工 … 共同缴纳失业保险费。
        Rule(
            id="insurance.unemployment.employee",
            cites=ART_44,
            when={"person.employment": "employee"},
            then=mandatory("employer", "individual"),
            readings=(WITHHELD,),
        ),
        # 城镇企业事业单位 …: enterprises and institutions, so no civil servants.
        Rule(
            id="insurance.unemployment.civil_servant",
            cites=REGULATIONS_2,
            when={"person.employment": "civil_servant"},
            then=NONE,
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        *does_not_apply(
            "unemployment",
            ART_44,
            "part_time",
            "flexible",
            "self_employed",
            "unemployed_on_benefit",
            "retired",
            "student",
            "not_working",
        ),
    ),
)

RULE_SETS = (UNEMPLOYMENT,)
