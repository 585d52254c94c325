"""Rights and duties of the individual and of the work unit (source D1 to D5)."""

from __future__ import annotations

from ssrules.rules.law import social_insurance_law
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Rule, RuleSet

ART_4 = social_insurance_law(
    4,
    "the duty to pay, and the rights that go with it",
    "中华人民共和国境内的用人单位和个人依法缴纳社会保险费，有权查询缴费记录、个人权益记录，"
    "要求社会保险经办机构提供社会保险咨询等相关服务。\n"
    "个人依法享受社会保险待遇，有权监督本单位为其缴费情况。",
)
D1 = source_clause(
    "D1",
    "Legal basis: both pay premiums",
    "employers and individuals in People's Republic of China (PRC) pay social insurance premiums"
    " according to law",
)
D2 = source_clause(
    "D2",
    "Legal basis: the right to inquire",
    "and have the right to inquire about payment records and personal rights and interests records",
)
D3 = source_clause(
    "D3",
    "Legal basis: the right to consultation",
    "and require social insurance agencies to provide social insurance consultation and other"
    " related services",
)
D4 = source_clause(
    "D4",
    "Legal basis: the right to benefits",
    "Individuals enjoy social insurance benefits according to law",
)
D5 = source_clause(
    "D5",
    "Legal basis: the right to supervise the unit",
    "and have the right to supervise the payment of their own units",
)

PAY_PREMIUMS = ("pay_premiums", "duty")
INQUIRE_PAYMENT_RECORDS = ("inquire_payment_records", "right")
INQUIRE_PERSONAL_RECORDS = ("inquire_personal_records", "right")
REQUEST_CONSULTATION = ("request_consultation", "right")
ENJOY_BENEFITS = ("enjoy_benefits", "right")
SUPERVISE_UNIT_PAYMENTS = ("supervise_unit_payments", "right")

RIGHTS = RuleSet(
    name="rights",
    title="Rights and duties",
    hit_policy=HitPolicy.COLLECT,
    inputs=("person.employment",),
    outputs={"individual": None, "unit": None},
    rules=(
        # 用人单位和个人依法缴纳社会保险费，有权查询 …，要求 … 提供社会保险咨询 …
        # 个人依法享受社会保险待遇
        Rule(
            id="rights.individual",
            cites=(ART_4, D1, D2, D3, D4),
            then={
                "individual": (
                    PAY_PREMIUMS,
                    INQUIRE_PAYMENT_RECORDS,
                    INQUIRE_PERSONAL_RECORDS,
                    REQUEST_CONSULTATION,
                    ENJOY_BENEFITS,
                ),
            },
        ),
        # …，有权监督本单位为其缴费情况: only where there is a unit.
        Rule(
            id="rights.with_unit",
            cites=(ART_4, D1, D2, D3, D5),
            when={"person.employment": ("employee", "civil_servant")},
            then={
                "individual": (SUPERVISE_UNIT_PAYMENTS,),
                "unit": (
                    PAY_PREMIUMS,
                    INQUIRE_PAYMENT_RECORDS,
                    INQUIRE_PERSONAL_RECORDS,
                    REQUEST_CONSULTATION,
                ),
            },
        ),
        Rule(
            id="rights.without_unit",
            cites=(ART_4, D5),
            when={
                "person.employment": (
                    "flexible",
                    "self_employed",
                    "unemployed_on_benefit",
                    "student",
                    "retired",
                    "not_working",
                )
            },
        ),
    ),
)

RULE_SETS = (RIGHTS,)
