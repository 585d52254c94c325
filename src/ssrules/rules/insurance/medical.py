"""Medical insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

from ssrules.rules.insurance.terms import COMPARED, OUTPUTS, employees_scheme, residents_scheme
from ssrules.rules.law import social_insurance_law
from ssrules.tables import HitPolicy, Rule, RuleSet

ART_23 = social_insurance_law(
    23,
    "who joins the employees' medical insurance, and who pays",
    "职工应当参加职工基本医疗保险，由用人单位和职工按照国家规定共同缴纳基本医疗保险费。\n"
    "无雇工的个体工商户、未在用人单位参加职工基本医疗保险的非全日制从业人员以及其他灵活就业人员"
    "可以参加职工基本医疗保险，由个人按照国家规定缴纳基本医疗保险费。",
)
ART_24 = social_insurance_law(
    24,
    "the rural cooperative medical scheme",
    "国家建立和完善新型农村合作医疗制度。\n新型农村合作医疗的管理办法，由国务院规定。",
)
ART_25 = social_insurance_law(
    25,
    "the urban residents' medical insurance",
    "国家建立和完善城镇居民基本医疗保险制度。\n"
    "城镇居民基本医疗保险实行个人缴费和政府补贴相结合。\n"
    "享受最低生活保障的人、丧失劳动能力的残疾人、低收入家庭六十周岁以上的老年人和未成年人等"
    "所需个人缴费部分，由政府给予补贴。",
)
ART_27 = social_insurance_law(
    27,
    "medical insurance after retirement",
    "参加职工基本医疗保险的个人，达到法定退休年龄时累计缴费达到国家规定年限的，"
    "退休后不再缴纳基本医疗保险费，按照国家规定享受基本医疗保险待遇；"
    "未达到国家规定年限的，可以缴费至国家规定年限。",
)
ART_48 = social_insurance_law(
    48,
    "medical insurance while unemployment benefit is drawn",
    "失业人员在领取失业保险金期间，参加职工基本医疗保险，享受基本医疗保险待遇。\n"
    "失业人员应当缴纳的基本医疗保险费从失业保险基金中支付，个人不缴纳基本医疗保险费。",
)

MEDICAL = RuleSet(
    name="insurance.medical",
    title="Medical insurance",
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
            then=employees_scheme("mandatory", "employer", "individual"),
        ),
        Rule(
            id="insurance.medical.civil_servant",
            cites=ART_23,
            when={"person.employment": "civil_servant"},
            then=employees_scheme("mandatory", "employer", "individual"),
        ),
        # 无雇工的个体工商户 … 以及其他灵活就业人员可以参加 …，由个人 … 缴纳 …
        Rule(
            id="insurance.medical.flexible",
            cites=ART_23,
            when={"person.employment": "flexible"},
            then=employees_scheme("voluntary", "individual"),
        ),
        Rule(
            id="insurance.medical.self_employed",
            cites=ART_23,
            when={"person.employment": "self_employed"},
            then=employees_scheme("voluntary", "individual"),
        ),
        # … 从失业保险基金中支付，个人不缴纳基本医疗保险费。
        Rule(
            id="insurance.medical.unemployed_on_benefit",
            cites=ART_48,
            when={"person.employment": "unemployed_on_benefit"},
            then=employees_scheme("covered", "unemployment_fund"),
        ),
        # … 达到国家规定年限的，退休后不再缴纳 …；未达到国家规定年限的，可以缴费至国家规定年限。
        Rule(
            id="insurance.medical.retired.years_met",
            cites=ART_27,
            when={"person.employment": "retired", "person.medical_years_met": True},
            then=employees_scheme("covered"),
        ),
        Rule(
            id="insurance.medical.retired.years_short",
            cites=ART_27,
            when={"person.employment": "retired", "person.medical_years_met": False},
            then=employees_scheme("voluntary", "individual"),
        ),
        # … 个人缴费和政府补贴相结合
        Rule(
            id="insurance.medical.student",
            cites=ART_25,
            when={"person.employment": "student"},
            then=residents_scheme("individual", "government"),
        ),
        Rule(
            id="insurance.medical.not_working",
            cites=(ART_24, ART_25),
            when={"person.employment": "not_working"},
            then=residents_scheme("individual", "government"),
        ),
    ),
)

RULE_SETS = (MEDICAL,)
