"""When the card's social security application is reported for loss (source A4)."""

from __future__ import annotations

from ssrules.rules.law import CIVIL_CODE
from ssrules.rules.source import A4, notice_clause
from ssrules.tables import HitPolicy, LongerAgoThan, Parameter, Reading, Rule, RuleSet, Text

WINDOW_IN_CHINESE = notice_clause(
    "window",
    Text("the 300 days", zh="300天"),
    (
        "参保人到人力社保部门领卡后即可启用社保应用。自领卡之日起300天内,凭本人有效证件持卡到"
        "金融账户对应合作银行网点启用金融应用,否则该卡社保应用将被挂失。"
    ),
)
RELEASE_IN_CHINESE = notice_clause(
    "release",
    Text("release from the loss report", zh="解挂"),
    (
        "如因金融应用未启用导致卡片社保应用被挂失,持卡人需启用卡片金融应用后,"
        "到人社部门指定地点解挂卡片社保应用。"
    ),
)
CIVIL_CODE_201 = CIVIL_CODE.clause(
    201,
    Text("how a period is counted", zh="期间的计算"),
    (
        "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。\n"
        "按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。"
    ),
)
CIVIL_CODE_203 = CIVIL_CODE.clause(
    203,
    Text(
        "a last day that is a holiday (first paragraph)", zh="期间的最后一日是法定休假日（第一款）"
    ),
    "期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。",
)
CIVIL_CODE_1259 = CIVIL_CODE.clause(
    1259,
    Text('what "within" includes', zh="“以内”等用语包括本数"),
    (
        "民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；"
        "所称的“不满”、“超过”、“以外”，不包括本数。"
    ),
)

DAY_300 = Reading(
    chosen=Text(
        "the last day of the window is still inside it, by analogy with the Civil Code",
        zh="期限的最后一日仍在期限之内（比照《民法典》）",
    ),
    other=Text(
        '"within 300 days" ends with day 299; or a last day that is a holiday moves to the next'
        " working day",
        zh="“300天内”到第299天为止；或者最后一日是法定休假日的，顺延至次一工作日",
    ),
    rests_on=(CIVIL_CODE_1259, CIVIL_CODE_203),
)
DAY_ZERO = Reading(
    chosen=Text(
        "the day of receipt is not counted: it is day 0",
        zh="领卡当日不计入，为第0天",
    ),
    other=Text(
        '"from the date of receipt" makes the day of receipt day 1',
        zh="“自领卡之日起”，领卡当日即为第1天",
    ),
    rests_on=(CIVIL_CODE_201, WINDOW_IN_CHINESE),
)
NORMAL_CIRCUMSTANCES = Reading(
    chosen=Text(
        '"under normal circumstances": 300 days, which a locality may set otherwise',
        zh="“一般情况下”为300天，各地可以另行规定",
    ),
    other=Text(
        "300 days everywhere, and a discretion to make exceptions for a person",
        zh="各地均为300天，但可以对个人酌情例外",
    ),
)
WHAT_IS_REPORTED = Reading(
    chosen=Text(
        "the card's social security application is reported; insurance entitlements stay",
        zh="被挂失的是卡的社保应用，各项社会保险权益不受影响",
    ),
    other=Text("the whole card is reported for loss", zh="整张卡被挂失"),
    rests_on=(WINDOW_IN_CHINESE,),
)
RELEASE = Reading(
    chosen=Text(
        "a Chinese text of the same notice adds that the holder then activates the financial"
        " application and applies for release at the designated office",
        zh="同一通知的中文文本补充规定：持卡人启用金融应用后，到指定地点解挂社保应用",
    ),
    other=Text(
        "the text used here says nothing of a release, so there is none",
        zh="所依据的英文文本没有提到解挂，因此不能解挂",
    ),
    rests_on=(RELEASE_IN_CHINESE,),
)
ONLY_AT_THE_BANK = Reading(
    chosen=Text(
        "only financial activation, at the cooperating bank, stops the 300 days",
        zh="只有在合作银行启用金融应用才能终止300天的期限",
    ),
    other=Text(
        "activation of the social security application in a hospital or pharmacy stops them too",
        zh="在医院或药店启用社保应用同样终止该期限",
    ),
)
ONCE_ACTIVATED = Reading(
    chosen=Text(
        "a financial application that is reported for loss had been activated before",
        zh="金融应用已挂失的，视为此前已经启用",
    ),
    other=Text(
        "it may have been reported without ever having been activated",
        zh="金融应用可能从未启用即被挂失",
    ),
)

PARAMETERS = (
    Parameter(
        name="activation_window_days",
        title=Text(
            "days in which the financial application is to be activated",
            zh="激活金融应用的期限",
        ),
        unit="days",
        default=300,
        cites=A4,
        readings=(DAY_300, NORMAL_CIRCUMSTANCES),
    ),
    Parameter(
        name="receipt_day_counts",
        title=Text(
            "the day of receipt is day 1 of the window, not day 0",
            zh="领卡当日计为期限的第1天，而非第0天",
        ),
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
    title=Text("Loss report of the social security application", zh="社保应用挂失"),
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

# 持卡人需启用卡片金融应用后,到人社部门指定地点解挂卡片社保应用: what the holder then does. A step
# is told unless it is known not to be needed.
RELEASE_STEPS = RuleSet(
    name="loss_report.release_steps",
    title=Text(
        "What the holder does to use the social security application again",
        zh="恢复使用社保应用的步骤",
    ),
    part_of="loss_report",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"), "card.financial"),
    outputs={"steps": None},
    rules=(
        Rule(
            id="loss_report.release.activate",
            cites=(A4, RELEASE_IN_CHINESE),
            when={"loss_report": ("due", "reported"), "card.financial": "inactive"},
            then={"steps": ("activate_financial_application_at_cooperating_bank",)},
            readings=(RELEASE,),
        ),
        # What is reported for loss was activated before: the bank releases it.
        Rule(
            id="loss_report.release.release_financial",
            cites=(A4, RELEASE_IN_CHINESE),
            when={"loss_report": ("due", "reported"), "card.financial": "loss_reported"},
            then={"steps": ("release_financial_application_at_cooperating_bank",)},
            readings=(RELEASE, ONCE_ACTIVATED),
        ),
        Rule(
            id="loss_report.release.apply",
            cites=(A4, RELEASE_IN_CHINESE),
            when={"loss_report": "reported"},
            then={"steps": ("apply_for_release_at_designated_office",)},
            readings=(RELEASE,),
        ),
    ),
)

RULE_SETS = (LOSS_REPORT, RELEASE_STEPS)
