"""The document that the rules come from: "Where is the social security card activated?"."""

from __future__ import annotations

import datetime

from ssrules.tables import Clause

READ_ON = datetime.date(2026, 11, 22)
"""The day on which the document, which bears no date, read as it is quoted here."""


def source_clause(id_: str, title: str, words: str) -> Clause:
    """A clause of the document, as `source.<id>`."""
    return Clause(id=f"source.{id_}", title=title, words=words, language="en", version=READ_ON)
