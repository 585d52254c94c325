"""The medical benefit of employees: when it is provided, in which forms, by and for whom (C4)."""

from __future__ import annotations

from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Reading, Requirement, Rule, RuleSet

C4 = source_clause(
    "C4",
    "Medical insurance: what it is, and its funding",
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
    chosen='"illness, injury or childbirth", the wider of the two, is the cause that counts',
    other='"expenses caused by diseases": illness alone',
)
SHARED_TODAY = Reading(
    chosen='expenses that "will be shared" are shared today (Social Insurance Law, Article 23)',
    other="the sharing is only announced",
)
TWO_SYSTEMS = Reading(
    chosen="labour insurance medical care is for employees, free medical care for civil servants",
    other="the two systems are examples that say nothing of who belongs to which",
)

FORMS = ("medical_services", "material_assistance")
PROVIDED_BY = ("society", "enterprise")
FUNDED_BY = ("government", "employer", "individual")

# "… employees are provided with necessary medical services or material assistance by society or
#  enterprises due to illness, injury or childbirth."
MEDICAL_BENEFIT = RuleSet(
    name="medical_benefit",
    title="Medical benefit of employees",
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
        "scheme": ("labour_insurance_medical_care", "free_medical_care"),
    },
    compare=(),
    rules=(
        # "For example, free medical care and labor insurance medical care in China."
        Rule(
            id="medical_benefit.employee",
            cites=C4,
            when={"person.employment": "employee"},
            then={
                "forms": FORMS,
                "provided_by": PROVIDED_BY,
                "funded_by": FUNDED_BY,
                "scheme": "labour_insurance_medical_care",
            },
            readings=(SHARED_TODAY, TWO_SYSTEMS),
        ),
        Rule(
            id="medical_benefit.civil_servant",
            cites=C4,
            when={"person.employment": "civil_servant"},
            then={
                "forms": FORMS,
                "provided_by": PROVIDED_BY,
                "funded_by": FUNDED_BY,
                "scheme": "free_medical_care",
            },
            readings=(SHARED_TODAY, TWO_SYSTEMS),
        ),
    ),
)

RULE_SETS = (MEDICAL_BENEFIT,)
