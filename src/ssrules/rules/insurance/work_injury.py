"""Work injury insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import (
    COMPARED,
    LOCAL,
    NONE,
    OUTPUTS,
    PLATFORM_WORKERS,
    WITHHELD,
    does_not_apply,
    mandatory,
)
from ssrules.rules.law import SOCIAL_INSURANCE_LAW, STATE_COUNCIL
from ssrules.tables import Certainty, HitPolicy, Reading, Rule, RuleSet, Statute, Text

ART_33 = SOCIAL_INSURANCE_LAW.clause(
    33,
    Text("who joins work injury insurance, and who pays", zh="工伤保险的参保和缴费"),
    "职工应当参加工伤保险，由用人单位缴纳工伤保险费，职工不缴纳工伤保险费。",
)
REGULATIONS_65 = Statute(
    id="work_injury_regulations",
    title=Text("Work Injury Insurance Regulations", zh="《工伤保险条例》"),
    version=datetime.date(2010, 12, 20),
    in_force_from=datetime.date(2011, 1, 1),
    issuer=STATE_COUNCIL,
).clause(
    65,
    Text("civil servants", zh="公务员"),
    "公务员和参照公务员法管理的事业单位、社会团体的工作人员因工作遭受事故伤害或者患职业病的，"
    "由所在单位支付费用。具体办法由国务院社会保险行政部门会同国务院财政部门规定。",
)
ORDER_13_ART_9 = Statute(
    id="ministry_2011_13",
    title=Text(
        "Ministry of Human Resources and Social Security, provisions on the Social Insurance Law"
        " (2011 No. 13; the day from memory)",
        zh="《实施〈中华人民共和国社会保险法〉若干规定》（公布日期凭记忆）",
    ),
    version=datetime.date(2011, 6, 29),
    in_force_from=datetime.date(2011, 7, 1),
    certainty=Certainty.CONFIRMED,
    issuer=Text("Ministry of Human Resources and Social Security", zh="人力资源和社会保障部"),
    number="人力资源社会保障部令第13号",
).clause(
    9,
    Text("several employers at the same time, part-time work", zh="同时在两个以上用人单位就业"),
    "职工（包括非全日制从业人员）在两个或者两个以上用人单位同时就业的，各用人单位应当分别为职工缴纳"
    "工伤保险费。职工发生工伤，由职工受到伤害时工作的单位依法承担工伤保险责任。",
)

UNIT_BEARS_THE_COSTS = Reading(
    chosen=Text(
        "a civil servant's unit bears the costs, and provinces have taken civil servants in: local",
        zh="公务员的费用由所在单位支付，部分省份已将公务员纳入工伤保险：按地方规定执行",
    ),
    other=Text("the article makes the insurance mandatory", zh="该条即要求参加工伤保险"),
)
PART_TIME = Reading(
    chosen=Text(
        "the employer of a part-time worker pays for work injury insurance, and is no work unit"
        " otherwise",
        zh="非全日制从业人员的用人单位缴纳工伤保险费，其他方面不作为其用人单位",
    ),
    other=Text(
        "the provision is for those alone who have several employers",
        zh="该规定仅适用于同时在两个以上单位就业的人员",
    ),
)

WORK_INJURY = RuleSet(
    name="insurance.work_injury",
    title=Text("Work injury insurance", zh="工伤保险"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment",),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加工伤保险，由用人单位缴纳工伤保险费，职工不缴纳工伤保险费。
        Rule(
            id="insurance.work_injury.employee",
            cites=ART_33,
            when={"person.employment": "employee"},
            then=mandatory("employer"),
            readings=(WITHHELD,),
        ),
        # 公务员 … 因工作遭受事故伤害 … 的，由所在单位支付费用。
        Rule(
            id="insurance.work_injury.civil_servant",
            cites=REGULATIONS_65,
            when={"person.employment": "civil_servant"},
            then=LOCAL,
            readings=(UNIT_BEARS_THE_COSTS,),
        ),
        # 职工（包括非全日制从业人员）… 各用人单位应当分别为职工缴纳工伤保险费。
        Rule(
            id="insurance.work_injury.part_time",
            cites=ORDER_13_ART_9,
            when={"person.employment": "part_time"},
            then=mandatory("employer"),
            readings=(WITHHELD, PART_TIME),
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        Rule(
            id="insurance.work_injury.flexible",
            cites=ART_33,
            when={"person.employment": "flexible"},
            then=NONE,
            readings=(PLATFORM_WORKERS,),
        ),
        *does_not_apply(
            "work_injury",
            ART_33,
            "self_employed",
            "unemployed_on_benefit",
            "retired",
            "student",
            "not_working",
        ),
    ),
)

RULE_SETS = (WORK_INJURY,)
