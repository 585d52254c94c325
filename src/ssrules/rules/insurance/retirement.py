"""Endowment premiums of those near retirement, while the retirement age is being raised."""

from __future__ import annotations

import datetime

from ssrules.rules.law import STATE_COUNCIL
from ssrules.tables import Certainty, Reading, Statute, Text

FUND_PAYS_BEFORE_RETIREMENT = Statute(
    id="retirement_age_measures",
    title=Text(
        "State Council, measures on raising the statutory retirement age step by step",
        zh="《国务院关于渐进式延迟法定退休年龄的办法》",
    ),
    version=datetime.date(2024, 9, 13),
    in_force_from=datetime.date(2025, 1, 1),
    certainty=Certainty.CONFIRMED,
    issuer=STATE_COUNCIL,
).clause(
    7,
    Text(
        "unemployed persons less than a year from retirement (the end is that of the ministries'"
        " notice 2024 No. 76)",
        zh="距法定退休年龄不足一年的失业人员（截止日期依人社部发〔2024〕76号）",
    ),
    "对领取失业保险金且距法定退休年龄不足一年的人员，领取失业保险金年限延长至法定退休年龄，"
    "在实施渐进式延迟法定退休年龄期间，由失业保险基金按照规定为其缴纳养老保险费。",
    in_force_to=datetime.date(2039, 12, 31),
)

PAID_BY_THE_PERSON_FIRST = Reading(
    chosen=Text(
        "the person pays in as an individual and the fund bears it afterwards: covered, and"
        " remitted by the fund",
        zh="本人先以个人身份缴费，再由失业保险基金承担：视为个人不缴费，由基金缴纳",
    ),
    other=Text(
        "the person joins by choice, and is paid back",
        zh="本人自愿参保缴费，事后返还",
    ),
)
