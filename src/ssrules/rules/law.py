"""The statutes that the rules cite beside the source, each with the date of the text quoted."""

from __future__ import annotations

import datetime

from ssrules.tables import Clause


def social_insurance_law(article: int, title: str, words: str) -> Clause:
    """An article of the Social Insurance Law of 2010, in the text of 2018-12-29."""
    return Clause(
        id=f"sil.{article}",
        title=f"Social Insurance Law, Article {article}: {title}",
        words=words,
        language="zh",
        version=datetime.date(2018, 12, 29),
        in_force_from=datetime.date(2011, 7, 1),
    )


def civil_code(article: int, title: str, words: str) -> Clause:
    """An article of the Civil Code of 2020-05-28, in force since 2021."""
    return Clause(
        id=f"civil_code.{article}",
        title=f"Civil Code, Article {article}: {title}",
        words=words,
        language="zh",
        version=datetime.date(2020, 5, 28),
        in_force_from=datetime.date(2021, 1, 1),
    )
