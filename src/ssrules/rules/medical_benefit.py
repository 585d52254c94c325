"""The medical benefit of employees: when it is provided, in which forms, by and for whom (C4)."""

from __future__ import annotations

from ssrules.rules.law import ART_23, DECISION_OF_1998
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Reading, Requirement, Rule, RuleSet, Text

C4 = source_clause(
    "C4",
    Text("Medical insurance: what it is, and its funding", zh="医疗保险的含义及其费用"),
    (
        "Medical insurance is insurance to compensate medical expenses caused by diseases. Social"
        " insurance in which employees are provided with necessary medical services or material"
        " assistance by society or enterprises due to illness, injury or childbirth. For example,"
        " free medical care and labor insurance medical care in China. In the future, the medical"
        " expenses of employees in China will be shared by the state, units and individuals to"
        " reduce the burden on enterprises and avoid waste."
    ),
)

WIDER_CAUSES = Reading(
    chosen=Text(
        '"illness, injury or childbirth", the wider of the two, is the cause that counts',
        zh="以范围较宽的“疾病、负伤、生育”为事由",
    ),
    other=Text('"expenses caused by diseases": illness alone', zh="“因疾病造成的费用”：仅限疾病"),
)
SHARED_AS_FORESEEN = Reading(
    chosen=Text(
        'that expenses "will be shared by the state, units and individuals" is the clause\'s own'
        " forecast, and told as it says",
        zh="“将由国家、单位和个人共同负担”是原文自己的展望，按原文告知",
    ),
    other=Text(
        "today unit and employee alone pay the premiums (Social Insurance Law, Article 23)",
        zh="如今保险费由用人单位和职工共同缴纳（《社会保险法》第二十三条）",
    ),
    rests_on=(ART_23,),
)
OLDER_SYSTEMS = Reading(
    chosen=Text(
        "the clause is older than 1998: the two systems that it names are those which today's"
        " insurance of employees took the place of, for an employee and for a civil servant",
        zh="原文早于1998年：其所举两种制度，已由职工基本医疗保险取代，分别对应职工和公务员",
    ),
    other=Text("the two systems are still in force", zh="这两种制度仍然有效"),
    rests_on=(DECISION_OF_1998,),
)

FORMS = ("medical_services", "material_assistance")
PROVIDED_BY = ("society", "enterprise")
FUNDED_BY = ("government", "employer", "individual")


def _provided(employment: str, succeeds: str) -> Rule:
    """What who works so is provided with; `succeeds` is the system of old."""
    return Rule(
        id=f"medical_benefit.{employment}",
        cites=(C4, DECISION_OF_1998),
        when={"person.employment": employment},
        then={
            "forms": FORMS,
            "provided_by": PROVIDED_BY,
            "funded_by": FUNDED_BY,
            "scheme": "employee_medical_insurance",
            "succeeds": succeeds,
        },
        readings=(SHARED_AS_FORESEEN, OLDER_SYSTEMS),
    )


# "… employees are provided with necessary medical services or material assistance by society or
#  enterprises due to illness, injury or childbirth."
MEDICAL_BENEFIT = RuleSet(
    name="medical_benefit",
    title=Text("Medical benefit of employees", zh="职工医疗待遇"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("visit.cause", "person.employment"),
    requirements=(
        Requirement(
            code="no_cause",
            cites=C4,
            holds_if={"visit.cause": ("illness", "injury", "childbirth")},
            readings=(WIDER_CAUSES,),
        ),
        Requirement(
            code="not_an_employee",
            cites=C4,
            holds_if={"person.employment": ("employee", "civil_servant")},
        ),
    ),
    outputs={
        "forms": None,
        "provided_by": None,
        "funded_by": None,
        "scheme": ("employee_medical_insurance",),
        "succeeds": ("labour_insurance_medical_care", "free_medical_care"),
    },
    compare=(),
    rules=(
        # "For example, free medical care and labor insurance medical care in China."
        _provided("employee", "labour_insurance_medical_care"),
        _provided("civil_servant", "free_medical_care"),
    ),
)

RULE_SETS = (MEDICAL_BENEFIT,)
