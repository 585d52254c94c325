"""Endowment insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import (
    COMPARED,
    LOCAL,
    NONE,
    OUTPUTS,
    employees_scheme,
    residents_scheme,
)
from ssrules.rules.law import social_insurance_law
from ssrules.tables import Clause, HitPolicy, Parameter, Reading, Rule, RuleSet
from ssrules.tables.inputs import AtLeast

ART_10 = social_insurance_law(
    10,
    "who joins endowment insurance, and who pays",
    "职工应当参加基本养老保险，由用人单位和职工共同缴纳基本养老保险费。\n"
    "无雇工的个体工商户、未在用人单位参加基本养老保险的非全日制从业人员以及其他灵活就业人员"
    "可以参加基本养老保险，由个人缴纳基本养老保险费。\n"
    "公务员和参照公务员法管理的工作人员养老保险的办法由国务院规定。",
)
ART_16 = social_insurance_law(
    16,
    "when a pension is drawn",
    "参加基本养老保险的个人，达到法定退休年龄时累计缴费满十五年的，按月领取基本养老金。\n"
    "参加基本养老保险的个人，达到法定退休年龄时累计缴费不足十五年的，可以缴费至满十五年，"
    "按月领取基本养老金；也可以转入新型农村社会养老保险或者城镇居民社会养老保险，"
    "按照国务院规定享受相应的养老保险待遇。",
)
ART_20 = social_insurance_law(
    20,
    "the rural residents' endowment insurance",
    "国家建立和完善新型农村社会养老保险制度。\n"
    "新型农村社会养老保险实行个人缴费、集体补助和政府补贴相结合。",
)
ART_22 = social_insurance_law(
    22,
    "the urban residents' endowment insurance",
    "国家建立和完善城镇居民社会养老保险制度。\n"
    "省、自治区、直辖市人民政府根据实际情况，可以将城镇居民社会养老保险和"
    "新型农村社会养老保险合并实施。",
)
RESIDENTS_OPINION = Clause(
    id="state_council_2014_8.3",
    title="State Council, 2014 No. 8, III: who may join the residents' endowment insurance",
    words=(
        "年满16周岁（不含在校学生），非国家机关和事业单位工作人员及不属于职工基本养老保险制度"
        "覆盖范围的城乡居民，可以在户籍地参加城乡居民养老保险。"
    ),
    language="zh",
    version=datetime.date(2014, 2, 21),
    in_force_from=datetime.date(2014, 2, 21),
)

ON_BENEFIT = Reading(
    chosen="the law says nothing of endowment premiums while benefit is drawn: it is local",
    other="the unemployed person may join like a flexible worker",
)

PARAMETERS = (
    Parameter(
        name="endowment_minimum_age",
        title="age from which a resident may join endowment insurance",
        unit="years",
        default=16,
        highest=150,
        cites=RESIDENTS_OPINION,
    ),
)
ADULT = AtLeast("of_endowment_age", fact="person.age", parameter="endowment_minimum_age")

ENDOWMENT = RuleSet(
    name="insurance.endowment",
    title="Endowment insurance",
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment", ADULT, "person.residence"),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加基本养老保险，由用人单位和职工共同缴纳基本养老保险费。
        Rule(
            id="insurance.endowment.employee",
            cites=ART_10,
            when={"person.employment": "employee"},
            then=employees_scheme("mandatory", "employer", "individual"),
        ),
        Rule(
            id="insurance.endowment.civil_servant",
            cites=ART_10,
            when={"person.employment": "civil_servant"},
            then=employees_scheme("mandatory", "employer", "individual"),
        ),
        # 无雇工的个体工商户 … 以及其他灵活就业人员可以参加基本养老保险，由个人缴纳 …
        Rule(
            id="insurance.endowment.flexible",
            cites=ART_10,
            when={"person.employment": "flexible"},
            then=employees_scheme("voluntary", "individual"),
        ),
        Rule(
            id="insurance.endowment.self_employed",
            cites=ART_10,
            when={"person.employment": "self_employed"},
            then=employees_scheme("voluntary", "individual"),
        ),
        Rule(
            id="insurance.endowment.unemployed_on_benefit",
            cites=ART_10,
            when={"person.employment": "unemployed_on_benefit"},
            then=LOCAL,
            readings=(ON_BENEFIT,),
        ),
        # 达到法定退休年龄 … 按月领取基本养老金: benefits are drawn, not paid for.
        Rule(
            id="insurance.endowment.retired",
            cites=ART_16,
            when={"person.employment": "retired"},
            then=NONE,
        ),
        # 年满16周岁（不含在校学生）…
        Rule(
            id="insurance.endowment.student",
            cites=RESIDENTS_OPINION,
            when={"person.employment": "student"},
            then=NONE,
        ),
        # 个人缴费、集体补助和政府补贴相结合
        Rule(
            id="insurance.endowment.not_working.adult.rural",
            cites=(ART_20, ART_22),
            when={
                "person.employment": "not_working",
                "of_endowment_age": True,
                "person.residence": "rural",
            },
            then=residents_scheme("individual", "collective", "government"),
        ),
        # 城乡居民，可以在户籍地参加城乡居民养老保险
        Rule(
            id="insurance.endowment.not_working.adult.urban",
            cites=ART_22,
            when={
                "person.employment": "not_working",
                "of_endowment_age": True,
                "person.residence": "urban",
            },
            then=residents_scheme("individual", "government"),
        ),
        Rule(
            id="insurance.endowment.not_working.minor",
            cites=RESIDENTS_OPINION,
            when={"person.employment": "not_working", "of_endowment_age": False},
            then=NONE,
        ),
    ),
)

RULE_SETS = (ENDOWMENT,)
