"""What the five tables of insurance types share: their outputs, and the answers that recur."""

from __future__ import annotations

from ssrules.records.frozen import FrozenDict
from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.tables import Clause, Reading, Rule, Text

OUTPUTS = FrozenDict(
    {
        "participation": ("mandatory", "voluntary", "covered", "local", "none"),
        "scheme": ("employee", "resident", None),
        "payers": None,
        "collected_with": ("medical", None),
        "remitted_by": ("employer", "individual", "unemployment_fund", None),
    }
)
COMPARED = ("participation", "scheme", "payers")

ART_60 = SOCIAL_INSURANCE_LAW.clause(
    60,
    Text("who reports and pays in the premiums", zh="社会保险费的申报和缴纳"),
    "用人单位应当自行申报、按时足额缴纳社会保险费，非因不可抗力等法定事由不得缓缴、减免。"
    "职工应当缴纳的社会保险费由用人单位代扣代缴，用人单位应当按月将缴纳社会保险费的明细情况告知本人。\n"
    "无雇工的个体工商户、未在用人单位参加社会保险的非全日制从业人员以及其他灵活就业人员，"
    "可以直接向社会保险费征收机构缴纳社会保险费。",
)

WITHHELD = Reading(
    chosen=Text(
        "the work unit withholds the employee's premiums and pays them in with its own",
        zh="职工应缴的保险费由用人单位代扣，与单位应缴部分一并缴纳",
    ),
    other=Text("each pays in its own share", zh="单位和职工各自缴纳"),
    rests_on=(ART_60,),
)
PAID_IN_DIRECTLY = Reading(
    chosen=Text(
        "who joins by choice pays the premiums in without a work unit between",
        zh="自愿参保的，由个人直接缴纳保险费",
    ),
    other=Text("a work unit pays in for them too", zh="同样由用人单位代为缴纳"),
    rests_on=(ART_60,),
)
PLATFORM_WORKERS = Reading(
    chosen=Text(
        "platform workers are flexible workers; protection against occupational injury is no work"
        " injury insurance",
        zh="新就业形态劳动者按灵活就业人员对待；职业伤害保障不是工伤保险",
    ),
    other=Text(
        "platform workers are employees of the platform", zh="新就业形态劳动者是平台企业的职工"
    ),
)

NONE = FrozenDict(
    {
        "participation": "none",
        "scheme": None,
        "payers": (),
        "collected_with": None,
        "remitted_by": None,
    }
)
LOCAL = FrozenDict({**NONE, "participation": "local"})


def mandatory(*payers: str, collected_with: str | None = None) -> FrozenDict[str, object]:
    """Who works must belong to the employees' scheme (应当参加); the unit pays the premiums in."""
    return _scheme("mandatory", "employee", payers, "employer", collected_with)


def voluntary(*payers: str, scheme: str = "employee") -> FrozenDict[str, object]:
    """One may join (可以参加), and pays the premiums in oneself."""
    return _scheme("voluntary", scheme, payers, "individual")


def covered(*payers: str, collected_with: str | None = None) -> FrozenDict[str, object]:
    """One belongs to the employees' scheme and pays no premium (个人不缴纳)."""
    remitted_by = "unemployment_fund" if "unemployment_fund" in payers else None
    return _scheme("covered", "employee", payers, remitted_by, collected_with)


def _scheme(
    participation: str,
    scheme: str,
    payers: tuple[str, ...],
    remitted_by: str | None,
    collected_with: str | None = None,
) -> FrozenDict[str, object]:
    return FrozenDict(
        {
            "participation": participation,
            "scheme": scheme,
            "payers": payers,
            "collected_with": collected_with,
            "remitted_by": remitted_by,
        }
    )


def does_not_apply(type_: str, clause: Clause, *employments: str) -> tuple[Rule, ...]:
    """A row for each way of working that the clause, which names employees, leaves out."""
    return tuple(
        Rule(
            id=f"insurance.{type_}.{employment}",
            cites=clause,
            when={"person.employment": employment},
            then=NONE,
        )
        for employment in employments
    )
