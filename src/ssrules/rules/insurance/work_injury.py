"""Work injury insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.terms import COMPARED, NONE, OUTPUTS, employees_scheme
from ssrules.rules.law import social_insurance_law
from ssrules.tables import Clause, HitPolicy, Rule, RuleSet

ART_33 = social_insurance_law(
    33,
    "who joins work injury insurance, and who pays",
    "职工应当参加工伤保险，由用人单位缴纳工伤保险费，职工不缴纳工伤保险费。",
)
REGULATIONS_65 = Clause(
    id="work_injury_regulations.65",
    title="Work Injury Insurance Regulations, Article 65: civil servants",
    words=(
        "公务员和参照公务员法管理的事业单位、社会团体的工作人员因工作遭受事故伤害或者患职业病的，"
        "由所在单位支付费用。具体办法由国务院社会保险行政部门会同国务院财政部门规定。"
    ),
    language="zh",
    version=datetime.date(2010, 12, 20),
    in_force_from=datetime.date(2011, 1, 1),
)

WORK_INJURY = RuleSet(
    name="insurance.work_injury",
    title="Work injury insurance",
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
            then=employees_scheme("mandatory", "employer"),
        ),
        # 公务员 … 因工作遭受事故伤害 … 的，由所在单位支付费用。
        Rule(
            id="insurance.work_injury.civil_servant",
            cites=REGULATIONS_65,
            when={"person.employment": "civil_servant"},
            then=employees_scheme("mandatory", "employer"),
        ),
        # The article keeps the type for employees (职工): nobody else belongs to it.
        Rule(
            id="insurance.work_injury.flexible",
            cites=ART_33,
            when={"person.employment": "flexible"},
            then=NONE,
        ),
        Rule(
            id="insurance.work_injury.self_employed",
            cites=ART_33,
            when={"person.employment": "self_employed"},
            then=NONE,
        ),
        Rule(
            id="insurance.work_injury.unemployed_on_benefit",
            cites=ART_33,
            when={"person.employment": "unemployed_on_benefit"},
            then=NONE,
        ),
        Rule(
            id="insurance.work_injury.retired",
            cites=ART_33,
            when={"person.employment": "retired"},
            then=NONE,
        ),
        Rule(
            id="insurance.work_injury.student",
            cites=ART_33,
            when={"person.employment": "student"},
            then=NONE,
        ),
        Rule(
            id="insurance.work_injury.not_working",
            cites=ART_33,
            when={"person.employment": "not_working"},
            then=NONE,
        ),
    ),
)

RULE_SETS = (WORK_INJURY,)
