"""Unemployment insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import COMPARED, NONE, OUTPUTS, employees_scheme
from ssrules.rules.law import social_insurance_law
from ssrules.tables import Clause, HitPolicy, Rule, RuleSet

ART_44 = social_insurance_law(
    44,
    "who joins unemployment insurance, and who pays",
    "职工应当参加失业保险，由用人单位和职工按照国家规定共同缴纳失业保险费。",
)
REGULATIONS_2 = Clause(
    id="unemployment_regulations.2",
    title="Unemployment Insurance Regulations, Article 2: whom they are for",
    words=(
        "城镇企业事业单位、城镇企业事业单位职工依照本条例的规定，缴纳失业保险费。\n"
        "城镇企业事业单位失业人员依照本条例的规定，享受失业保险待遇。\n"
        "本条所称城镇企业，是指国有企业、城镇集体企业、外商投资企业、城镇私营企业"
        "以及其他城镇企业。"
    ),
    language="zh",
    version=datetime.date(1999, 1, 22),
    in_force_from=datetime.date(1999, 1, 22),
)

UNEMPLOYMENT = RuleSet(
    name="insurance.unemployment",
    title="Unemployment insurance",
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
            then=employees_scheme("mandatory", "employer", "individual"),
        ),
        # 城镇企业事业单位 …: enterprises and institutions, so no civil servants.
        Rule(
            id="insurance.unemployment.civil_servant",
            cites=REGULATIONS_2,
            when={"person.employment": "civil_servant"},
            then=NONE,
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        Rule(
            id="insurance.unemployment.flexible",
            cites=ART_44,
            when={"person.employment": "flexible"},
            then=NONE,
        ),
        Rule(
            id="insurance.unemployment.self_employed",
            cites=ART_44,
            when={"person.employment": "self_employed"},
            then=NONE,
        ),
        Rule(
            id="insurance.unemployment.unemployed_on_benefit",
            cites=ART_44,
            when={"person.employment": "unemployed_on_benefit"},
            then=NONE,
        ),
        Rule(
            id="insurance.unemployment.retired",
            cites=ART_44,
            when={"person.employment": "retired"},
            then=NONE,
        ),
        Rule(
            id="insurance.unemployment.student",
            cites=ART_44,
            when={"person.employment": "student"},
            then=NONE,
        ),
        Rule(
            id="insurance.unemployment.not_working",
            cites=ART_44,
            when={"person.employment": "not_working"},
            then=NONE,
        ),
    ),
)

RULE_SETS = (UNEMPLOYMENT,)
