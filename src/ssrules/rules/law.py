"""The texts of law that several files of rules cite: who issued them, when, how sure they are.

Their articles, and texts that one decision alone rests on, stand beside the rules.
"""

from __future__ import annotations

import datetime

from ssrules.tables import Certainty, Statute, Text

CONGRESS = Text(
    "Standing Committee of the National People's Congress", zh="全国人民代表大会常务委员会"
)
STATE_COUNCIL = Text("State Council", zh="国务院")
GENERAL_OFFICE = Text("General Office of the State Council", zh="国务院办公厅")

SOCIAL_INSURANCE_LAW = Statute(
    id="sil",
    title=Text("Social Insurance Law", zh="《中华人民共和国社会保险法》"),
    version=datetime.date(2018, 12, 29),
    in_force_from=datetime.date(2011, 7, 1),
    issuer=CONGRESS,
)
CIVIL_CODE = Statute(
    id="civil_code",
    title=Text("Civil Code", zh="《中华人民共和国民法典》"),
    version=datetime.date(2020, 5, 28),
    in_force_from=datetime.date(2021, 1, 1),
    issuer=Text("National People's Congress", zh="全国人民代表大会"),
)
RESIDENTS_PENSION_OPINION = Statute(
    id="state_council_2014_8",
    title=Text(
        "State Council, opinion on one endowment insurance for residents (2014 No. 8)",
        zh="《国务院关于建立统一的城乡居民基本养老保险制度的意见》",
    ),
    article=Text("section {}", zh="第{}部分"),
    version=datetime.date(2014, 2, 21),
    in_force_from=datetime.date(2014, 2, 21),
    certainty=Certainty.CONFIRMED,
    issuer=STATE_COUNCIL,
    number="国发〔2014〕8号",
)

ART_23 = SOCIAL_INSURANCE_LAW.clause(
    23,
    Text(
        "who joins the employees' medical insurance, and who pays",
        zh="职工基本医疗保险的参保和缴费",
    ),
    "职工应当参加职工基本医疗保险，由用人单位和职工按照国家规定共同缴纳基本医疗保险费。\n"
    "无雇工的个体工商户、未在用人单位参加职工基本医疗保险的非全日制从业人员以及其他灵活就业人员"
    "可以参加职工基本医疗保险，由个人按照国家规定缴纳基本医疗保险费。",
)
DECISION_OF_1998 = Statute(
    id="state_council_1998_44",
    title=Text(
        "State Council, decision on the employees' medical insurance in towns (1998 No. 44; the day"
        " from memory)",
        zh="《国务院关于建立城镇职工基本医疗保险制度的决定》（日期凭记忆）",
    ),
    article=Text("section {}", zh="第{}部分"),
    version=datetime.date(1998, 12, 14),
    in_force_from=datetime.date(1998, 12, 14),
    certainty=Certainty.CONFIRMED,
    issuer=STATE_COUNCIL,
    number="国发〔1998〕44号",
).clause(
    2,
    Text("whom it covers", zh="覆盖范围"),
    "城镇所有用人单位，包括企业（国有企业、集体企业、外商投资企业、私营企业等）、机关、事业单位、"
    "社会团体、民办非企业单位及其职工，都要参加基本医疗保险。",
)
