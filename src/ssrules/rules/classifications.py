"""Which types each classification of insurance names (source C1 to C3)."""

from __future__ import annotations

import datetime

from ssrules.records.frozen import FrozenDict
from ssrules.rules.law import social_insurance_law
from ssrules.rules.source import source_clause
from ssrules.tables import Clause, Reading

C1 = source_clause(
    "C1",
    "Medical insurance is part of social security",
    "Medical insurance is a kind of social security. Medical insurance is not equal to social"
    " security, but a part of social security, which is the abbreviation of medical insurance.",
)
C2 = source_clause(
    "C2",
    "Social security: five types",
    "Social security includes endowment insurance, medical insurance, industrial injury insurance,"
    " unemployment insurance and maternity insurance.",
)
C3 = source_clause(
    "C3",
    "Social insurance: six types",
    "Social insurance includes endowment insurance, medical insurance, unemployment insurance,"
    " disability insurance, maternity insurance and sickness insurance.",
)
ART_2 = social_insurance_law(
    2,
    "which social insurance there is",
    "国家建立基本养老保险、基本医疗保险、工伤保险、失业保险、生育保险等社会保险制度，"
    "保障公民在年老、疾病、工伤、失业、生育等情况下依法从国家和社会获得物质帮助的权利。",
)
C102 = Clause(
    id="ilo_c102",
    title="ILO Convention 102 of 1952: nine branches of social security",
    words=(
        "Parts II to X: medical care, sickness benefit, unemployment benefit, old-age benefit,"
        " employment injury benefit, family benefit, maternity benefit, invalidity benefit,"
        " survivors' benefit"
    ),
    language="en",
    version=datetime.date(1952, 6, 28),
    in_force_from=datetime.date(1955, 4, 27),
)

FIVE_TYPES = Reading(
    chosen="eligibility uses the five types of the statute",
    other="the six-type list, which drops work injury and adds disability and sickness;"
    " no Chinese statute levies these two",
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
