"""Rights and duties of the individual and of the work unit (source D1 to D5)."""

from __future__ import annotations

from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Reading, Rule, RuleSet, Text

ART_4 = SOCIAL_INSURANCE_LAW.clause(
    4,
    Text("the duty to pay, and the rights that go with it", zh="缴费义务及相应权利"),
    "中华人民共和国境内的用人单位和个人依法缴纳社会保险费，有权查询缴费记录、个人权益记录，"
    "要求社会保险经办机构提供社会保险咨询等相关服务。\n"
    "个人依法享受社会保险待遇，有权监督本单位为其缴费情况。",
)
D1 = source_clause(
    "D1",
    Text("Legal basis: both pay premiums", zh="法律依据：用人单位和个人缴费"),
    "employers and individuals in People's Republic of China (PRC) pay social insurance premiums"
    " according to law",
)
D2 = source_clause(
    "D2",
    Text("Legal basis: the right to inquire", zh="法律依据：查询权"),
    "and have the right to inquire about payment records and personal rights and interests records",
)
D3 = source_clause(
    "D3",
    Text(
        "Legal basis: the right to consultation and related services",
        zh="法律依据：获得咨询等相关服务",
    ),
    "and require social insurance agencies to provide social insurance consultation and other"
    " related services",
)
D4 = source_clause(
    "D4",
    Text("Legal basis: the right to benefits", zh="法律依据：享受待遇"),
    "Individuals enjoy social insurance benefits according to law",
)
D5 = source_clause(
    "D5",
    Text("Legal basis: the right to supervise the unit", zh="法律依据：监督本单位"),
    "and have the right to supervise the payment of their own units",
)

PAY_PREMIUMS = ("pay_premiums", "duty")
INQUIRE_PAYMENT_RECORDS = ("inquire_payment_records", "right")
INQUIRE_PERSONAL_RECORDS = ("inquire_personal_records", "right")
REQUEST_CONSULTATION = ("request_consultation", "right")
REQUEST_RELATED_SERVICES = ("request_related_services", "right")
ENJOY_BENEFITS = ("enjoy_benefits", "right")
SUPERVISE_UNIT_PAYMENTS = ("supervise_unit_payments", "right")

WHO_MUST_PAY = Reading(
    chosen=Text(
        'the duty to pay "according to law" is that of those whom a mandatory type makes pay',
        zh="“依法缴纳”的义务，属于法律要求其缴费的人员",
    ),
    other=Text("everybody in the country must pay", zh="境内所有个人都有缴费义务"),
)

HAS_UNIT = ("employee", "civil_servant")
HAS_NO_UNIT = (
    "part_time",
    "flexible",
    "self_employed",
    "unemployed_on_benefit",
    "student",
    "retired",
    "not_working",
)

RIGHTS = RuleSet(
    name="rights",
    title=Text("Rights and duties", zh="权利和义务"),
    hit_policy=HitPolicy.COLLECT,
    inputs=("person.employment",),
    outputs={"individual": None, "unit": None},
    rules=(
        # 用人单位和个人依法缴纳社会保险费
        Rule(
            id="rights.duty",
            cites=(ART_4, D1),
            when={"person.employment": HAS_UNIT},
            then={"individual": (PAY_PREMIUMS,)},
            readings=(WHO_MUST_PAY,),
        ),
        # …，有权查询 …，要求 … 提供社会保险咨询等相关服务。个人依法享受社会保险待遇
        Rule(
            id="rights.individual",
            cites=(ART_4, D2, D3, D4),
            then={
                "individual": (
                    INQUIRE_PAYMENT_RECORDS,
                    INQUIRE_PERSONAL_RECORDS,
                    REQUEST_CONSULTATION,
                    REQUEST_RELATED_SERVICES,
                    ENJOY_BENEFITS,
                ),
            },
        ),
        # …，有权监督本单位为其缴费情况: only where there is a unit.
        Rule(
            id="rights.with_unit",
            cites=(ART_4, D1, D2, D3, D5),
            when={"person.employment": HAS_UNIT},
            then={
                "individual": (SUPERVISE_UNIT_PAYMENTS,),
                "unit": (
                    PAY_PREMIUMS,
                    INQUIRE_PAYMENT_RECORDS,
                    INQUIRE_PERSONAL_RECORDS,
                    REQUEST_CONSULTATION,
                    REQUEST_RELATED_SERVICES,
                ),
            },
        ),
        Rule(
            id="rights.without_unit",
            cites=(ART_4, D5),
            when={"person.employment": HAS_NO_UNIT},
        ),
    ),
)

RULE_SETS = (RIGHTS,)
