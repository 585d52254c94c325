"""Endowment insurance: who belongs to it, and who pays (source C2)."""

from __future__ import annotations

import datetime

from ssrules.rules.insurance.retirement import (
    FUND_PAYS_BEFORE_RETIREMENT,
    PAID_BY_THE_PERSON_FIRST,
)
from ssrules.rules.insurance.terms import (
    COMPARED,
    LOCAL,
    NONE,
    OUTPUTS,
    PAID_IN_DIRECTLY,
    PLATFORM_WORKERS,
    WITHHELD,
    covered,
    mandatory,
    voluntary,
)
from ssrules.rules.law import (
    RESIDENTS_PENSION_OPINION,
    SOCIAL_INSURANCE_LAW,
    STATE_COUNCIL,
)
from ssrules.tables import (
    AtLeast,
    Certainty,
    HitPolicy,
    Parameter,
    Reading,
    Rule,
    RuleSet,
    Statute,
    Text,
)

ART_10 = SOCIAL_INSURANCE_LAW.clause(
    10,
    Text("who joins endowment insurance, and who pays", zh="基本养老保险的参保和缴费"),
    "职工应当参加基本养老保险，由用人单位和职工共同缴纳基本养老保险费。\n"
    "无雇工的个体工商户、未在用人单位参加基本养老保险的非全日制从业人员以及其他灵活就业人员"
    "可以参加基本养老保险，由个人缴纳基本养老保险费。\n"
    "公务员和参照公务员法管理的工作人员养老保险的办法由国务院规定。",
)
ART_16 = SOCIAL_INSURANCE_LAW.clause(
    16,
    Text("when a pension is drawn", zh="基本养老金的领取"),
    "参加基本养老保险的个人，达到法定退休年龄时累计缴费满十五年的，按月领取基本养老金。\n"
    "参加基本养老保险的个人，达到法定退休年龄时累计缴费不足十五年的，可以缴费至满十五年，"
    "按月领取基本养老金；也可以转入新型农村社会养老保险或者城镇居民社会养老保险，"
    "按照国务院规定享受相应的养老保险待遇。",
)
ART_20 = SOCIAL_INSURANCE_LAW.clause(
    20,
    Text("the rural residents' endowment insurance", zh="新型农村社会养老保险制度"),
    "国家建立和完善新型农村社会养老保险制度。\n"
    "新型农村社会养老保险实行个人缴费、集体补助和政府补贴相结合。",
)
ART_22 = SOCIAL_INSURANCE_LAW.clause(
    22,
    Text("the urban residents' endowment insurance", zh="城镇居民社会养老保险制度"),
    "国家建立和完善城镇居民社会养老保险制度。\n"
    "省、自治区、直辖市人民政府根据实际情况，可以将城镇居民社会养老保险和"
    "新型农村社会养老保险合并实施。",
)
DECISION_OF_2015 = Statute(
    id="state_council_2015_2",
    title=Text(
        "State Council, decision on endowment insurance in state organs and institutions (2015"
        " No. 2; the sentence from memory)",
        zh="《国务院关于机关事业单位工作人员养老保险制度改革的决定》（本句凭记忆）",
    ),
    article=Text("section {}", zh="第{}部分"),
    version=datetime.date(2015, 1, 3),
    in_force_from=datetime.date(2014, 10, 1),
    certainty=Certainty.FROM_MEMORY,
    issuer=STATE_COUNCIL,
    number="国发〔2015〕2号",
).clause(
    3,
    Text("who pays", zh="缴费"),
    "基本养老保险费由单位和个人共同负担。",
)
WHO_MAY_JOIN = RESIDENTS_PENSION_OPINION.clause(
    3,
    Text("who may join", zh="参保范围"),
    "年满16周岁（不含在校学生），非国家机关和事业单位工作人员及不属于职工基本养老保险制度"
    "覆盖范围的城乡居民，可以在户籍地参加城乡居民养老保险。",
)
WHO_PAYS = RESIDENTS_PENSION_OPINION.clause(
    4,
    Text("who pays (from memory)", zh="基金筹集（凭记忆）"),
    "城乡居民养老保险基金由个人缴费、集体补助、政府补贴构成。",
    certainty=Certainty.FROM_MEMORY,
)
WHO_DRAWS_IT = RESIDENTS_PENSION_OPINION.clause(
    6,
    Text("who draws the pension", zh="养老保险待遇领取条件"),
    "参加城乡居民养老保险的个人，年满60周岁、累计缴费满15年，且未领取国家规定的基本养老保障待遇的，"
    "可以按月领取城乡居民养老保险待遇。",
)

ON_BENEFIT = Reading(
    chosen=Text(
        "the law says nothing of endowment premiums while benefit is drawn: it is local",
        zh="法律未规定领取失业保险金期间的养老保险费：按地方规定执行",
    ),
    other=Text(
        "the unemployed person may join like a flexible worker",
        zh="失业人员可以按灵活就业人员参保",
    ),
)
FROM_60_ON = Reading(
    chosen=Text(
        "from 60 on a resident draws a pension and pays nothing",
        zh="城乡居民年满60周岁领取待遇，不再缴费",
    ),
    other=Text(
        "who is short of 15 years may pay up",
        zh="缴费不满15年的可以补缴",
    ),
)
ONE_FOR_BOTH = Reading(
    chosen=Text(
        "one insurance for rural and urban residents, with the three sources of its fund",
        zh="城乡居民养老保险制度统一，基金由三方面构成",
    ),
    other=Text(
        "two insurances, and no collective pays for urban residents",
        zh="新农保和城居保分别实施，城镇居民没有集体补助",
    ),
)

PARAMETERS = (
    Parameter(
        name="endowment_minimum_age",
        title=Text(
            "age from which a resident may join endowment insurance",
            zh="城乡居民养老保险的参保年龄",
        ),
        unit="years",
        default=16,
        highest=150,
        not_above="residents_pension_age",
        cites=WHO_MAY_JOIN,
    ),
    Parameter(
        name="residents_pension_age",
        title=Text(
            "age from which a resident draws the pension",
            zh="城乡居民养老保险待遇的领取年龄",
        ),
        unit="years",
        default=60,
        highest=150,
        cites=WHO_DRAWS_IT,
    ),
)
ADULT = AtLeast("of_endowment_age", fact="person.age", parameter="endowment_minimum_age")
PENSIONER = AtLeast("of_pension_age", fact="person.age", parameter="residents_pension_age")

ENDOWMENT = RuleSet(
    name="insurance.endowment",
    title=Text("Endowment insurance", zh="基本养老保险"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "person.employment",
        ADULT,
        PENSIONER,
        "person.endowment_years_met",
        "person.within_a_year_of_retirement",
    ),
    outputs=OUTPUTS,
    compare=COMPARED,
    rules=(
        # 职工应当参加基本养老保险，由用人单位和职工共同缴纳基本养老保险费。
        Rule(
            id="insurance.endowment.employee",
            cites=ART_10,
            when={"person.employment": "employee"},
            then=mandatory("employer", "individual"),
            readings=(WITHHELD,),
        ),
        # 公务员 … 的办法由国务院规定: 基本养老保险费由单位和个人共同负担。
        Rule(
            id="insurance.endowment.civil_servant",
            cites=(DECISION_OF_2015, ART_10),
            when={"person.employment": "civil_servant"},
            then=mandatory("employer", "individual"),
            readings=(WITHHELD,),
        ),
        # … 非全日制从业人员以及其他灵活就业人员可以参加基本养老保险，由个人缴纳 …
        Rule(
            id="insurance.endowment.part_time",
            cites=ART_10,
            when={"person.employment": "part_time"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY,),
        ),
        Rule(
            id="insurance.endowment.flexible",
            cites=ART_10,
            when={"person.employment": "flexible"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY, PLATFORM_WORKERS),
        ),
        # 无雇工的个体工商户 … 可以参加基本养老保险
        Rule(
            id="insurance.endowment.self_employed",
            cites=ART_10,
            when={"person.employment": "self_employed"},
            then=voluntary("individual"),
            readings=(PAID_IN_DIRECTLY,),
        ),
        Rule(
            id="insurance.endowment.unemployed_on_benefit",
            cites=ART_10,
            when={"person.employment": "unemployed_on_benefit"},
            then=LOCAL,
            readings=(ON_BENEFIT,),
        ),
        # From 2025-01-01 to 2039-12-31:
        # 距法定退休年龄不足一年的人员 … 由失业保险基金按照规定为其缴纳养老保险费。
        Rule(
            id="insurance.endowment.unemployed_on_benefit.near_retirement@2025-01-01",
            cites=FUND_PAYS_BEFORE_RETIREMENT,
            when={
                "person.employment": "unemployed_on_benefit",
                "person.within_a_year_of_retirement": True,
            },
            then=covered("unemployment_fund"),
            in_force_from=FUND_PAYS_BEFORE_RETIREMENT.in_force_from,
            in_force_to=FUND_PAYS_BEFORE_RETIREMENT.in_force_to,
            exception_to="insurance.endowment.unemployed_on_benefit",
            readings=(PAID_BY_THE_PERSON_FIRST,),
        ),
        # … 累计缴费满十五年的，按月领取基本养老金: benefits are drawn, not paid for.
        Rule(
            id="insurance.endowment.retired.years_met",
            cites=ART_16,
            when={"person.employment": "retired", "person.endowment_years_met": True},
            then=NONE,
        ),
        # … 累计缴费不足十五年的，可以缴费至满十五年 …
        Rule(
            id="insurance.endowment.retired.years_short",
            cites=ART_16,
            when={"person.employment": "retired", "person.endowment_years_met": False},
            then=voluntary("individual"),
        ),
        # 年满16周岁（不含在校学生）…
        Rule(
            id="insurance.endowment.student",
            cites=WHO_MAY_JOIN,
            when={"person.employment": "student"},
            then=NONE,
        ),
        Rule(
            id="insurance.endowment.not_working.minor",
            cites=WHO_MAY_JOIN,
            when={"person.employment": "not_working", "of_endowment_age": False},
            then=NONE,
        ),
        # 城乡居民，可以在户籍地参加城乡居民养老保险; 个人缴费、集体补助、政府补贴
        Rule(
            id="insurance.endowment.not_working.adult",
            cites=(WHO_MAY_JOIN, WHO_PAYS, ART_20, ART_22),
            when={
                "person.employment": "not_working",
                "of_endowment_age": True,
                "of_pension_age": False,
            },
            then=voluntary("individual", "collective", "government", scheme="resident"),
            readings=(ONE_FOR_BOTH,),
        ),
        # 年满60周岁 … 可以按月领取城乡居民养老保险待遇
        Rule(
            id="insurance.endowment.not_working.pensioner",
            cites=WHO_DRAWS_IT,
            when={
                "person.employment": "not_working",
                "of_endowment_age": True,
                "of_pension_age": True,
            },
            then=NONE,
            readings=(FROM_60_ON,),
        ),
    ),
)

RULE_SETS = (ENDOWMENT,)
