"""When the card's social security application is reported for loss (source A4)."""

from __future__ import annotations

from ssrules.rules.law import civil_code
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Parameter, Reading, Rule, RuleSet
from ssrules.tables.inputs import LongerAgoThan

A4 = source_clause(
    "A4",
    "Where is the social security card activated, 4: the 300 days",
    (
        "Under normal circumstances, within 300 days from the date of receipt of the card, I will"
        " bring my valid certificate to the cooperative bank outlet corresponding to the financial"
        " account to activate the financial application, otherwise the social security application"
        " for the card will be reported for loss."
    ),
)
CIVIL_CODE_201 = civil_code(
    201,
    "how a period is counted",
    (
        "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。\n"
        "按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。"
    ),
)
CIVIL_CODE_1259 = civil_code(
    1259,
    'what "within" includes',
    (
        "民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；"
        "所称的“不满”、“超过”、“以外”，不包括本数。"
    ),
)

DAY_300 = Reading(
    chosen="the last day of the window is still inside it",
    other='"within 300 days" ends with day 299',
    rests_on=(CIVIL_CODE_1259,),
)
DAY_ZERO = Reading(
    chosen="the day of receipt is not counted: it is day 0",
    other='"from the date of receipt" makes the day of receipt day 1',
    rests_on=(CIVIL_CODE_201,),
)
NORMAL_CIRCUMSTANCES = Reading(
    chosen='"under normal circumstances": 300 days, which a locality may set otherwise',
    other="300 days everywhere, and a discretion to make exceptions for a person",
)
WHAT_IS_REPORTED = Reading(
    chosen="the card's social security application is reported; insurance entitlements stay",
    other="the whole card is reported for loss",
)
RELEASE = Reading(
    chosen=(
        "a Chinese text of the same notice adds that the holder then activates the financial"
        " application and applies for release at the designated office"
    ),
    other="the text used here says nothing of a release, so there is none",
)
ONLY_AT_THE_BANK = Reading(
    chosen="only financial activation, at the cooperating bank, stops the 300 days",
    other="activation of the social security application in a hospital or pharmacy stops them too",
)
ONCE_ACTIVATED = Reading(
    chosen="a financial application that is reported for loss had been activated before",
    other="it may have been reported without ever having been activated",
)

PARAMETERS = (
    Parameter(
        name="activation_window_days",
        title="days in which the financial application is to be activated",
        unit="days",
        default=300,
        cites=A4,
        readings=(DAY_300, NORMAL_CIRCUMSTANCES),
    ),
    Parameter(
        name="receipt_day_counts",
        title="the day of receipt is day 1 of the window, not day 0",
        unit="",
        default=False,
        cites=(A4, CIVIL_CODE_201),
        readings=(DAY_ZERO,),
    ),
)

WINDOW_ELAPSED = LongerAgoThan(
    "window_elapsed",
    fact="card.received_on",
    parameter="activation_window_days",
    first_day_counts="receipt_day_counts",
)

# "… within 300 days from the date of receipt of the card … to activate the financial application,
#  otherwise the social security application for the card will be reported for loss."
LOSS_REPORT = RuleSet(
    name="loss_report",
    title="Loss report of the social security application",
    hit_policy=HitPolicy.ANY,  # a card may be both activated and within its window
    deadline="window_elapsed",
    inputs=("card.social_security", "card.financial", WINDOW_ELAPSED),
    outputs={"status": ("not_due", "due", "reported")},
    rules=(
        Rule(
            id="loss_report.reported",
            cites=A4,
            when={"card.social_security": "loss_reported"},
            then={"status": "reported"},
            readings=(WHAT_IS_REPORTED,),
        ),
        Rule(
            id="loss_report.enabled",
            cites=A4,
            when={
                "card.social_security": ("inactive", "active"),
                "card.financial": ("active", "loss_reported"),
            },
            then={"status": "not_due"},
            readings=(ONLY_AT_THE_BANK, ONCE_ACTIVATED),
        ),
        Rule(
            id="loss_report.within_window",
            cites=A4,
            when={"card.social_security": ("inactive", "active"), "window_elapsed": False},
            then={"status": "not_due"},
            readings=(DAY_300, DAY_ZERO),
        ),
        Rule(
            id="loss_report.overdue",
            cites=A4,
            when={
                "card.social_security": ("inactive", "active"),
                "card.financial": "inactive",
                "window_elapsed": True,
            },
            then={"status": "due"},
            readings=(WHAT_IS_REPORTED,),
        ),
    ),
)

# What the holder then does. A step is told unless it is known not to be needed.
RELEASE_STEPS = RuleSet(
    name="loss_report.release_steps",
    title="What the holder does to use the social security application again",
    part_of="loss_report",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"), "card.financial"),
    outputs={"steps": None},
    rules=(
        Rule(
            id="loss_report.release.activate",
            cites=A4,
            when={
                "loss_report": ("due", "reported"),
                "card.financial": ("inactive", "loss_reported"),
            },
            then={"steps": ("activate_financial_application_at_cooperating_bank",)},
            readings=(RELEASE,),
        ),
        Rule(
            id="loss_report.release.apply",
            cites=A4,
            when={"loss_report": "reported"},
            then={"steps": ("apply_for_release_at_designated_office",)},
            readings=(RELEASE,),
        ),
    ),
)

RULE_SETS = (LOSS_REPORT, RELEASE_STEPS)
