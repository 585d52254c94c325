"""How to apply for the card (source B1 to B3)."""

from __future__ import annotations

from ssrules.rules.source import source_clause
from ssrules.tables import Document, HitPolicy, Reading, Rule, RuleSet, Text

B1 = source_clause(
    "B1",
    Text(
        "Social security agency location, 1: rural residents and urban flexible workers",
        zh="社会保障卡申领，第一点：农村居民和城镇灵活就业人员",
    ),
    (
        "rural residents and urban flexible employees (no work units or individual industrial and"
        " commercial households, etc.). ) Usually, the village committee, community or neighborhood"
        " committee is responsible for collecting the application materials of the insured, and"
        " handing them over to the corresponding commercial banks for batch card processing. The"
        " insured does not need to go to the bank in person. Information: Copy of ID card, recent"
        " 2-inch color photos with white background and no hat, contact number, and application"
        " for signature."
    ),
)
B2 = source_clause(
    "B2",
    Text(
        "Social security agency location, 2: individuals at the bank",
        zh="社会保障卡申领，第二点：个人到银行办理",
    ),
    (
        "Individuals go directly to the bank to apply for social security cards. Understand the"
        " corresponding undertaking bank first, and then prepare relevant information. Materials:"
        " Original and photocopy of ID card, recent 2-inch color photos with white background, fill"
        " in the application form and sign for confirmation."
    ),
)
B3 = source_clause(
    "B3",
    Text(
        "Social security agency location, 3: people with work units",
        zh="社会保障卡申领，第三点：有用人单位的人员",
    ),
    (
        "People with work units apply for social security cards. People with fixed jobs, whether"
        " rural residents or urban residents, do not need to go to the bank in person because the"
        " social security is withheld and remitted by the unit, but the unit handles it on their"
        " behalf, unless the unit has special regulations."
    ),
)

UNIT_FIRST = Reading(
    chosen=Text(
        'the work unit applies for a rural resident too ("whether rural or urban")',
        zh="“无论农村居民还是城镇居民”：农村居民有用人单位的，也由单位代办",
    ),
    other=Text(
        "a rural resident with a work unit goes through the committee",
        zh="农村居民有用人单位的，仍由村委会办理",
    ),
)
NOT_EXCLUSIVE = Reading(
    chosen=Text(
        'the committee is the usual way ("usually"); anyone may go to the bank directly, employees'
        " too",
        zh="由村（居）委会代收是通常做法；任何人都可以直接到银行办理，包括有用人单位的人员",
    ),
    other=Text(
        "who may go through the committee must", zh="可以由村（居）委会代收的，必须由其代收"
    ),
)
WITHOUT_A_UNIT = Reading(
    chosen=Text(
        '"(no work units …, etc.)" means those who work without a unit; students, pensioners and'
        " the unemployed in towns go to the bank",
        zh="“（无工作单位……等）”指没有用人单位的就业人员；城镇的学生、退休人员、失业人员到银行办理",
    ),
    other=Text(
        "whoever has no work unit goes through the committee",
        zh="凡没有用人单位的，都由村（居）委会代收",
    ),
)
SPECIAL_REGULATIONS = Reading(
    chosen=Text(
        "special regulations of a unit say: apply yourself",
        zh="单位的“特殊规定”，指要求职工本人办理",
    ),
    other=Text("they may say anything else", zh="也可以是其他规定"),
)
FORM_HANDED_IN = Reading(
    chosen=Text(
        "the form is something to hand in, wherever it is filled in",
        zh="申领登记表无论在何处填写，均列为应交材料",
    ),
    other=Text("it is filled in at the bank, and not brought", zh="登记表在银行填写，无须携带"),
)

HAS_UNIT = ("employee", "civil_servant")
HAS_NO_UNIT = (
    "part_time",
    "flexible",
    "self_employed",
    "unemployed_on_benefit",
    "student",
    "retired",
    "not_working",
)

APPLICATION = RuleSet(
    name="application",
    title=Text("How to apply for the card", zh="社会保障卡申领"),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("person.employment", "person.unit_requires_self_application", "person.residence"),
    outputs={"route": ("work_unit", "committee", "bank")},
    rules=(
        # "People with fixed jobs, whether rural residents or urban residents, do not need to go to
        #  the bank in person … the unit handles it on their behalf …"
        Rule(
            id="application.work_unit",
            cites=B3,
            when={"person.employment": HAS_UNIT, "person.unit_requires_self_application": False},
            then={"route": "work_unit"},
            readings=(UNIT_FIRST,),
        ),
        # "… unless the unit has special regulations."
        Rule(
            id="application.self",
            cites=(B3, B2),
            when={"person.employment": HAS_UNIT, "person.unit_requires_self_application": True},
            then={"route": "bank"},
            readings=(SPECIAL_REGULATIONS,),
        ),
        # "rural residents and urban flexible employees (no work units or individual industrial and
        #  commercial households, etc.). Usually, the village committee … The insured does not need
        #  to go to the bank in person."
        Rule(
            id="application.rural",
            cites=B1,
            when={"person.employment": HAS_NO_UNIT, "person.residence": "rural"},
            then={"route": "committee"},
            readings=(NOT_EXCLUSIVE,),
        ),
        Rule(
            id="application.urban_flexible",
            cites=B1,
            when={
                "person.employment": ("part_time", "flexible", "self_employed"),
                "person.residence": "urban",
            },
            then={"route": "committee"},
            readings=(NOT_EXCLUSIVE, WITHOUT_A_UNIT),
        ),
        # "Individuals go directly to the bank to apply for social security cards."
        Rule(
            id="application.individual",
            cites=B2,
            when={
                "person.employment": (
                    "student",
                    "retired",
                    "unemployed_on_benefit",
                    "not_working",
                ),
                "person.residence": "urban",
            },
            then={"route": "bank"},
            readings=(WITHOUT_A_UNIT,),
        ),
    ),
)

IDENTITY_ORIGINAL = Document.of("documents.identity_original")
IDENTITY_COPY = Document.of("documents.identity_copy")
CONTACT_NUMBER = Document.of("documents.contact_number")
SIGNED_APPLICATION_FORM = Document.of("documents.signed_application_form")
# "recent 2-inch color photos with white background"
PHOTO = Document(
    code="photo",
    all_of=(
        "documents.photo.presented",
        "documents.photo.two_inch",
        "documents.photo.colour",
        "documents.photo.white_background",
        "documents.photo.recent",
    ),
)
# "… and no hat", which only B1 says
PHOTO_WITHOUT_HAT = Document(code="photo", all_of=(*PHOTO.all_of, "documents.photo.bareheaded"))

MATERIALS = RuleSet(
    name="application.materials",
    title=Text("What each way of applying asks of the person", zh="各申领途径对本人的要求"),
    part_of="application",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(APPLICATION.outcome("route"),),
    outputs={"in_person": (False, True), "open_routes": None, "steps": None, "documents": None},
    rules=(
        # "Information: Copy of ID card, recent 2-inch color photos with white background and no
        #  hat, contact number, and application for signature."
        Rule(
            id="application.materials.committee",
            cites=B1,
            when={"application": "committee"},
            then={
                "in_person": False,
                "open_routes": ("committee", "bank"),
                "steps": ("hand_materials_to_the_committee",),
                "documents": (
                    IDENTITY_COPY,
                    PHOTO_WITHOUT_HAT,
                    CONTACT_NUMBER,
                    SIGNED_APPLICATION_FORM,
                ),
            },
        ),
        # "Understand the corresponding undertaking bank first … Materials: Original and photocopy
        #  of ID card, recent 2-inch color photos with white background, fill in the application
        #  form and sign for confirmation."
        Rule(
            id="application.materials.bank",
            cites=B2,
            when={"application": "bank"},
            then={
                "in_person": True,
                "open_routes": ("bank",),
                "steps": ("identify_the_undertaking_bank", "apply_at_the_bank"),
                "documents": (IDENTITY_ORIGINAL, IDENTITY_COPY, PHOTO, SIGNED_APPLICATION_FORM),
            },
            readings=(FORM_HANDED_IN,),
        ),
        # "… the unit handles it on their behalf …": the unit says which documents it wants.
        Rule(
            id="application.materials.work_unit",
            cites=B3,
            when={"application": "work_unit"},
            then={
                "in_person": False,
                "open_routes": ("work_unit", "bank"),
                "steps": ("the_unit_applies",),
                "documents": None,
            },
        ),
    ),
)

RULE_SETS = (APPLICATION, MATERIALS)
