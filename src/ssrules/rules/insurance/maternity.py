"""Maternity insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import (
    COMPARED,
    LOCAL,
    NONE,
    OUTPUTS,
    WITHHELD,
    covered,
    does_not_apply,
    mandatory,
)
from ssrules.rules.law import GENERAL_OFFICE, SOCIAL_INSURANCE_LAW, STATE_COUNCIL
from ssrules.tables import Certainty, Clause, HitPolicy, Reading, Rule, RuleSet, Statute, Text

ART_53 = SOCIAL_INSURANCE_LAW.clause(
    53,
    Text("who joins maternity insurance, and who pays", zh="生育保险的参保和缴费"),
    "职工应当参加生育保险，由用人单位按照国家规定缴纳生育保险费，职工不缴纳生育保险费。",
)
MERGER_OPINION = Statute(
    id="general_office_2019_10",
    title=Text(
        "General Office of the State Council, opinion on joining maternity and medical insurance"
        " (2019 No. 10)",
        zh="《国务院办公厅关于全面推进生育保险和职工基本医疗保险合并实施的意见》",
    ),
    article=Text("section {}", zh="第{}部分"),
    version=datetime.date(2019, 3, 6),
    in_force_from=datetime.date(2019, 3, 25),
    certainty=Certainty.CONFIRMED,
    issuer=GENERAL_OFFICE,
    number="国办发〔2019〕10号",
).clause(
    2,
    Text("(1) employees in service are registered with both", zh="（一）统一参保登记"),
    "（一）统一参保登记。参加职工基本医疗保险的在职职工同步参加生育保险。"
    "实施过程中要完善参保范围，结合全民参保登记计划摸清底数，促进实现应保尽保。",
)
MEASURES_OF_2024 = Clause(
    id="general_office_2024_48",
    title=Text(
        "General Office of the State Council, measures to support childbirth (2024 No. 48), as"
        " reported by the state news agency",
        zh="《国务院办公厅关于加快完善生育支持政策体系推动建设生育友好型社会的若干措施》"
        "（据新华社报道）",
    ),
    words="指导有条件的地方将参加职工基本医疗保险的灵活就业人员、农民工、新就业形态人员纳入生育保险。",
    language="zh",
    version=datetime.date(2024, 10, 28),
    in_force_from=datetime.date(2024, 10, 28),
    certainty=Certainty.CONFIRMED,
    issuer=GENERAL_OFFICE,
    number="国办发〔2024〕48号",
)
AGENCY_REGULATIONS_24 = Statute(
    id="agency_regulations",
    title=Text("Social Insurance Agency Regulations", zh="《社会保险经办条例》"),
    version=datetime.date(2023, 8, 16),
    in_force_from=datetime.date(2023, 12, 1),
    issuer=STATE_COUNCIL,
).clause(
    24,
    Text(
        "premiums while unemployment benefit is drawn (paragraph 2)",
        zh="失业期间的保险费（第二款）",
    ),
    "个人在领取失业保险金期间，社会保险经办机构应当从失业保险基金中支付其应当缴纳的"
    "基本医疗保险（含生育保险）费。",
)

SINCE_2023 = AGENCY_REGULATIONS_24.in_force_from
SINCE_2024 = MEASURES_OF_2024.in_force_from
UNTIL_2023 = datetime.date(2023, 11, 30)
UNTIL_2024 = datetime.date(2024, 10, 27)

IN_SERVICE = Reading(
    chosen=Text(
        'a civil servant is among the "employees in service"',
        zh="公务员属于“在职职工”",
    ),
    other=Text(
        "Article 53 means employees of units outside the civil service",
        zh="第五十三条所称职工，指机关以外用人单位的职工",
    ),
)
COLLECTED_TOGETHER = Reading(
    chosen=Text(
        "the premiums have been collected with the medical ones since 2019; maternity insurance"
        " stays a type of its own",
        zh="2019年起生育保险费与职工基本医疗保险费统一征缴，生育保险仍是独立险种",
    ),
    other=Text(
        "the type ended when the two were joined",
        zh="两项保险合并实施后，生育保险不再是独立险种",
    ),
    rests_on=(MERGER_OPINION,),
)


def _with_the_medical_premiums(employment: str) -> tuple[Rule, Rule]:
    """To 2024-10-27 the article, which is for employees alone; from 2024-10-28 each place."""
    return (
        Rule(
            id=f"insurance.maternity.{employment}",
            cites=ART_53,
            when={"person.employment": employment},
            then=NONE,
            in_force_to=UNTIL_2024,
        ),
        Rule(
            id=f"insurance.maternity.{employment}@{SINCE_2024}",
            cites=MEASURES_OF_2024,
            when={"person.employment": employment},
            then=LOCAL,
            in_force_from=SINCE_2024,
        ),
    )


MATERNITY = RuleSet(
    name="insurance.maternity",
    title=Text("Maternity insurance", zh="生育保险"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment",),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加生育保险，由用人单位 … 缴纳 …; collected with the medical premiums since 2019.
        Rule(
            id="insurance.maternity.employee",
            cites=ART_53,
            when={"person.employment": "employee"},
            then=mandatory("employer", collected_with="medical"),
            readings=(WITHHELD, COLLECTED_TOGETHER),
        ),
        # 参加职工基本医疗保险的在职职工同步参加生育保险。
        Rule(
            id="insurance.maternity.civil_servant",
            cites=(MERGER_OPINION, ART_53),
            when={"person.employment": "civil_servant"},
            then=mandatory("employer", collected_with="medical"),
            readings=(WITHHELD, IN_SERVICE),
        ),
        # 指导有条件的地方将 … 灵活就业人员、农民工、新就业形态人员纳入生育保险。
        *_with_the_medical_premiums("part_time"),
        *_with_the_medical_premiums("flexible"),
        *_with_the_medical_premiums("self_employed"),
        # To 2023-11-30 the article keeps the type for employees (职工).
        Rule(
            id="insurance.maternity.unemployed_on_benefit",
            cites=ART_53,
            when={"person.employment": "unemployed_on_benefit"},
            then=NONE,
            in_force_to=UNTIL_2023,
        ),
        # From 2023-12-01: 从失业保险基金中支付其应当缴纳的基本医疗保险（含生育保险）费。
        Rule(
            id=f"insurance.maternity.unemployed_on_benefit@{SINCE_2023}",
            cites=AGENCY_REGULATIONS_24,
            when={"person.employment": "unemployed_on_benefit"},
            then=covered("unemployment_fund", collected_with="medical"),
            in_force_from=SINCE_2023,
            readings=(COLLECTED_TOGETHER,),
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        *does_not_apply("maternity", ART_53, "retired", "student", "not_working"),
    ),
)

RULE_SETS = (MATERNITY,)
