"""Maternity insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import COMPARED, LOCAL, NONE, OUTPUTS, employees_scheme
from ssrules.rules.law import social_insurance_law
from ssrules.tables import Clause, HitPolicy, Rule, RuleSet

ART_53 = social_insurance_law(
    53,
    "who joins maternity insurance, and who pays",
    "职工应当参加生育保险，由用人单位按照国家规定缴纳生育保险费，职工不缴纳生育保险费。",
)
MERGER_OPINION = Clause(
    id="general_office_2019_10.2",
    title="State Council General Office, 2019 No. 10, II: collected with the medical premiums",
    words=(
        "（一）统一参保登记。参加职工基本医疗保险的在职职工同步参加生育保险。"
        "实施过程中要完善参保范围，结合全民参保登记计划摸清底数，促进实现应保尽保。\n"
        "（二）统一基金征缴和管理。生育保险基金并入职工基本医疗保险基金，统一征缴，"
        "统筹层次一致。按照用人单位参加生育保险和职工基本医疗保险的缴费比例之和"
        "确定新的用人单位职工基本医疗保险费率，个人不缴纳生育保险费。"
        "同时，根据职工基本医疗保险基金支出情况和生育待遇的需求，"
        "按照收支平衡的原则，建立费率确定和调整机制。"
    ),
    language="zh",
    version=datetime.date(2019, 3, 6),
    in_force_from=datetime.date(2019, 3, 6),
)

MATERNITY = RuleSet(
    name="insurance.maternity",
    title="Maternity insurance",
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment",),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加生育保险，由用人单位 … 缴纳 …; collected with the medical premiums since 2019,
        # but a type of its own still.
        Rule(
            id="insurance.maternity.employee",
            cites=(ART_53, MERGER_OPINION),
            when={"person.employment": "employee"},
            then=employees_scheme("mandatory", "employer", collected_with="medical"),
        ),
        Rule(
            id="insurance.maternity.civil_servant",
            cites=ART_53,
            when={"person.employment": "civil_servant"},
            then=LOCAL,
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        Rule(
            id="insurance.maternity.flexible",
            cites=ART_53,
            when={"person.employment": "flexible"},
            then=NONE,
        ),
        Rule(
            id="insurance.maternity.self_employed",
            cites=ART_53,
            when={"person.employment": "self_employed"},
            then=NONE,
        ),
        Rule(
            id="insurance.maternity.unemployed_on_benefit",
            cites=ART_53,
            when={"person.employment": "unemployed_on_benefit"},
            then=NONE,
        ),
        Rule(
            id="insurance.maternity.retired",
            cites=ART_53,
            when={"person.employment": "retired"},
            then=NONE,
        ),
        Rule(
            id="insurance.maternity.student",
            cites=ART_53,
            when={"person.employment": "student"},
            then=NONE,
        ),
        Rule(
            id="insurance.maternity.not_working",
            cites=ART_53,
            when={"person.employment": "not_working"},
            then=NONE,
        ),
    ),
)

RULE_SETS = (MATERNITY,)
