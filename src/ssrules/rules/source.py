"""The document that the rules come from, and a Chinese text of the notice behind it.

The document is "Where is the social security card activated?"; its clauses are A1 to D5.
"""

from __future__ import annotations

import datetime

from ssrules.tables import Certainty, Clause, Text

READ_ON = datetime.date(2026, 11, 22)
"""The day on which the two texts, which bear no date, read as they are quoted here."""


def source_clause(id_: str, title: Text, words: str) -> Clause:
    """A clause of the document, as `source.<id>`."""
    return Clause(
        id=f"source.{id_}",
        title=title,
        words=words,
        language="en",
        version=READ_ON,
        certainty=Certainty.COMPARED,
    )


def notice_clause(id_: str, about: Text, words: str) -> Clause:
    """A clause of a Chinese text of the same notice, as `notice.<id>`.

    It bears no date and names no issuer; it was found alike in four public copies.
    """
    return Clause(
        id=f"notice.{id_}",
        title=Text(
            f"Chinese text of the notice (undated, no issuer named): {about}",
            zh=f"通知的中文文本（未注明日期和发布机构）：{about.told('zh')}",
        ),
        words=words,
        language="zh",
        version=READ_ON,
        certainty=Certainty.CONFIRMED,
        url="https://uianet.net/dictionary/b458320.html",
    )


A4 = source_clause(
    "A4",
    Text(
        "Where is the social security card activated, 4: the 300 days",
        zh="社会保障卡在哪里激活，第四点：300天",
    ),
    (
        "Under normal circumstances, within 300 days from the date of receipt of the card, I will"
        " bring my valid certificate to the cooperative bank outlet corresponding to the financial"
        " account to activate the financial application, otherwise the social security application"
        " for the card will be reported for loss."
    ),
)
