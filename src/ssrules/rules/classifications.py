"""Which types each classification of insurance names (source C1 to C3)."""

from __future__ import annotations

import datetime

from ssrules.records.frozen import FrozenDict
from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.rules.source import source_clause
from ssrules.tables import Certainty, Clause, Reading, Text

C1 = source_clause(
    "C1",
    Text("Medical insurance is part of social security", zh="医疗保险是社会保障的一部分"),
    "Medical insurance is a kind of social security. Medical insurance is not equal to social"
    " security, but a part of social security, which is the abbreviation of medical insurance.",
)
C2 = source_clause(
    "C2",
    Text("Social security: five types", zh="社会保障包括五项保险"),
    "Social security includes endowment insurance, medical insurance, industrial injury insurance,"
    " unemployment insurance and maternity insurance.",
)
C3 = source_clause(
    "C3",
    Text("Social insurance: six types", zh="社会保险包括六项保险"),
    "Social insurance includes endowment insurance, medical insurance, unemployment insurance,"
    " disability insurance, maternity insurance and sickness insurance.",
)
ART_2 = SOCIAL_INSURANCE_LAW.clause(
    2,
    Text("which social insurance there is", zh="社会保险制度的种类"),
    "国家建立基本养老保险、基本医疗保险、工伤保险、失业保险、生育保险等社会保险制度，"
    "保障公民在年老、疾病、工伤、失业、生育等情况下依法从国家和社会获得物质帮助的权利。",
)
C102 = Clause(
    id="ilo_c102",
    title=Text(
        "ILO Convention 102 of 1952: nine branches of social security",
        zh="国际劳工组织1952年第102号公约：社会保障的九个项目",
    ),
    words=(
        "Parts II to X: medical care, sickness benefit, unemployment benefit, old-age benefit,"
        " employment injury benefit, family benefit, maternity benefit, invalidity benefit,"
        " survivors' benefit"
    ),
    language="en",
    version=datetime.date(1952, 6, 28),
    in_force_from=datetime.date(1955, 4, 27),
    certainty=Certainty.SUMMARY,
    issuer=Text("International Labour Organization", zh="国际劳工组织"),
)

FIVE_TYPES = Reading(
    chosen=Text(
        "eligibility uses the five types of the statute", zh="参保资格按法律规定的五项险种判定"
    ),
    other=Text(
        "the six-type list, which drops work injury and adds disability and sickness;"
        " no Chinese statute levies these two",
        zh="六项的说法去掉工伤而增加残疾和疾病，后两项我国法律并未征缴",
    ),
)

CLASSIFICATIONS = FrozenDict(
    {
        # "Social security includes …"; 社会保险法 第二条
        "cn_statutory": ("endowment", "medical", "work_injury", "unemployment", "maternity"),
        # "Social insurance includes …"
        "source_six": (
            "endowment",
            "medical",
            "unemployment",
            "disability",
            "maternity",
            "sickness",
        ),
        # endowment is its old-age benefit, disability its invalidity benefit
        "ilo_c102": (
            "medical",
            "sickness",
            "unemployment",
            "endowment",
            "work_injury",
            "family",
            "maternity",
            "disability",
            "survivors",
        ),
    }
)

CLAUSES = (C1, C2, C3, ART_2, C102)
RULE_SETS = ()
