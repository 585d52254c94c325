"""Texts of law of which several clauses are cited: what these have in common is said once."""

from __future__ import annotations

import datetime

import attrs

from ssrules.records.record import Record
from ssrules.records.text import Text, told
from ssrules.tables.clauses import Certainty, Clause

ARTICLE = Text("Article {}", zh="第{}条")


@attrs.frozen(kw_only=True, repr=False)
class Statute(Record):
    """A text of law of which clauses are cited: what is the same for all of these.

    `article` is how one of its clauses is named, with `{}` for its number.
    """

    id: str
    title: Text
    version: datetime.date
    in_force_from: datetime.date
    article: Text = ARTICLE
    certainty: Certainty = Certainty.COMPARED
    issuer: str = ""
    number: str = ""

    def clause(
        self,
        number: int | str,
        about: str,
        words: str,
        *,
        certainty: Certainty | None = None,
        in_force_to: datetime.date | None = None,
        url: str = "",
    ) -> Clause:
        """One of its clauses, as `<id>.<number>`; `about` says what it is about."""
        article = {each: self.article.told(each).format(number) for each in ("en", "zh")}
        return Clause(
            id=f"{self.id}.{number}",
            title=Text(
                f"{self.title}, {article['en']}: {about}",
                zh=f"{self.title.told('zh')}{article['zh']}：{told(about, 'zh')}",
            ),
            words=words,
            language="zh",
            version=self.version,
            in_force_from=self.in_force_from,
            in_force_to=in_force_to,
            certainty=certainty or self.certainty,
            issuer=self.issuer,
            number=self.number,
            url=url,
        )
