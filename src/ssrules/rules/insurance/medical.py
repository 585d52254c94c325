"""Medical insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

from ssrules.rules.insurance.terms import (
    COMPARED,
    OUTPUTS,
    PAID_IN_DIRECTLY,
    PLATFORM_WORKERS,
    WITHHELD,
    covered,
    mandatory,
    voluntary,
)
from ssrules.rules.law import ART_23, DECISION_OF_1998, SOCIAL_INSURANCE_LAW
from ssrules.tables import HitPolicy, Rule, RuleSet, Text

ART_24 = SOCIAL_INSURANCE_LAW.clause(
    24,
    Text("the rural cooperative medical scheme", zh="新型农村合作医疗制度"),
    "国家建立和完善新型农村合作医疗制度。\n新型农村合作医疗的管理办法，由国务院规定。",
)
ART_25 = SOCIAL_INSURANCE_LAW.clause(
    25,
    Text("the urban residents' medical insurance", zh="城镇居民基本医疗保险制度"),
    "国家建立和完善城镇居民基本医疗保险制度。\n"
    "城镇居民基本医疗保险实行个人缴费和政府补贴相结合。\n"
    "享受最低生活保障的人、丧失劳动能力的残疾人、低收入家庭六十周岁以上的老年人和未成年人等"
    "所需个人缴费部分，由政府给予补贴。",
)
ART_27 = SOCIAL_INSURANCE_LAW.clause(
    27,
    Text("medical insurance after retirement", zh="退休后的基本医疗保险待遇"),
    "参加职工基本医疗保险的个人，达到法定退休年龄时累计缴费达到国家规定年限的，"
    "退休后不再缴纳基本医疗保险费，按照国家规定享受基本医疗保险待遇；"
    "未达到国家规定年限的，可以缴费至国家规定年限。",
)
ART_48 = SOCIAL_INSURANCE_LAW.clause(
    48,
    Text(
        "medical insurance while unemployment benefit is drawn",
        zh="领取失业保险金期间的基本医疗保险",
    ),
    "失业人员在领取失业保险金期间，参加职工基本医疗保险，享受基本医疗保险待遇。\n"
    "失业人员应当缴纳的基本医疗保险费从失业保险基金中支付，个人不缴纳基本医疗保险费。",
)

MEDICAL = RuleSet(
    name="insurance.medical",
    title=Text("Medical insurance", zh="基本医疗保险"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment", "person.medical_years_met"),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加职工基本医疗保险，由用人单位和职工 … 共同缴纳基本医疗保险费。
        Rule(
            id="insurance.medical.employee",
            cites=ART_23,
            when={"person.employment": "employee"},
            then=mandatory("employer", "individual"),
            readings=(WITHHELD,),
        ),
        # 城镇所有用人单位，包括 … 机关 … 及其职工，都要参加基本医疗保险。
        Rule(
            id="insurance.medical.civil_servant",
            cites=(ART_23, DECISION_OF_1998),
            when={"person.employment": "civil_servant"},
            then=mandatory("employer", "individual"),
            readings=(WITHHELD,),
        ),
        # … 非全日制从业人员以及其他灵活就业人员可以参加 …，由个人 … 缴纳 …
        Rule(
            id="insurance.medical.part_time",
            cites=ART_23,
            when={"person.employment": "part_time"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY,),
        ),
        Rule(
            id="insurance.medical.flexible",
            cites=ART_23,
            when={"person.employment": "flexible"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY, PLATFORM_WORKERS),
        ),
        # 无雇工的个体工商户 … 可以参加 …
        Rule(
            id="insurance.medical.self_employed",
            cites=ART_23,
            when={"person.employment": "self_employed"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY,),
        ),
        # … 从失业保险基金中支付，个人不缴纳基本医疗保险费。
        Rule(
            id="insurance.medical.unemployed_on_benefit",
            cites=ART_48,
            when={"person.employment": "unemployed_on_benefit"},
            then=covered("unemployment_fund"),
        ),
        # … 达到国家规定年限的，退休后不再缴纳 …；未达到国家规定年限的，可以缴费至国家规定年限。
        Rule(
            id="insurance.medical.retired.years_met",
            cites=ART_27,
            when={"person.employment": "retired", "person.medical_years_met": True},
            then=covered(),
        ),
        Rule(
            id="insurance.medical.retired.years_short",
            cites=ART_27,
            when={"person.employment": "retired", "person.medical_years_met": False},
            then=voluntary("individual"),
        ),
        # … 个人缴费和政府补贴相结合
        Rule(
            id="insurance.medical.student",
            cites=ART_25,
            when={"person.employment": "student"},
            then=voluntary("individual", "government", scheme="resident"),
        ),
        Rule(
            id="insurance.medical.not_working",
            cites=(ART_24, ART_25),
            when={"person.employment": "not_working"},
            then=voluntary("individual", "government", scheme="resident"),
        ),
    ),
)

RULE_SETS = (MEDICAL,)
