"""Documents of rule sets of one's own: many, of the same code, of several facts, in any order."""

from __future__ import annotations

import itertools
import random

import pytest

from ssrules import Case, RuleBook, decide, decide_frame
from ssrules.frames.additions.marked import PIECE
from ssrules.tables import Document, HitPolicy, Requirement, Rule, RuleSet
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import AS_OF, COLUMNS, Row, mapping_of
from tests.frames.test_books import A4

PATHS = [name.replace("_", ".", 1) for name in COLUMNS if name.startswith("documents_")]
PATHS = [path.replace("photo_", "photo.") for path in PATHS]
ONE_EACH = tuple(Document.of(path) for path in PATHS[:12])
PAPER = Document(code="paper", all_of=(PATHS[0], PATHS[12]), any_of=(PATHS[1], PATHS[2]))
SAME_CODE = Document(code="paper", all_of=(PATHS[3],))
EITHER = Document(code="either", any_of=(PATHS[4], PATHS[5]))
LISTS = (
    (PAPER, EITHER, SAME_CODE),
    (SAME_CODE, *ONE_EACH),
    (EITHER, PAPER),
    (),
)
KIND = ("hospital", "pharmacy", "online", "other")
OWN = RuleSet(
    name="town",
    title="T",
    inputs=("institution.kind", "institution.designated"),
    requirements=Requirement(
        code="not_there",
        cites=A4,
        when={"institution.kind": "other"},
        holds_if={"institution.designated": True},
    ),
    outputs={"documents": None},
    hit_policy=HitPolicy.COLLECT,
    rules=[
        Rule(
            id=f"town.{kind}",
            cites=A4,
            when={"institution.kind": kind},
            then={"documents": documents},
        )
        for kind, documents in zip(KIND, LISTS, strict=True)
    ],
)
BOOK = RuleBook(name="town", version="1", rule_sets=OWN, facts=RuleBook.default().facts)


def rows() -> list[Row]:
    """Every kind of institution, documents at hand, missing or unknown."""
    rng = random.Random(5)
    found: list[Row] = []
    kinds = itertools.cycle((*KIND, None, "bank_outlet"))
    for number in range(240):
        row: Row = {"row": number, "institution_kind": next(kinds)}
        row["institution_designated"] = rng.choice((True, False, None))
        lack = rng.random()
        for name in (each for each in COLUMNS if each.startswith("documents_")):
            row[name] = True if rng.random() > lack else rng.choice((False, None))
        found.append(row)
    return found


ROWS = rows()


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name != "pandas arrow"], ids=lambda kind: kind.name
)
def test_documents_are_those_of_the_case(kind: Kind) -> None:
    """In the order of the list, each code once, in lists longer than one number tells."""
    told = kind.rows(decide_frame(kind.make(arrow(ROWS)), BOOK, as_of=AS_OF, with_="documents"))
    longest = 0
    for row, given in zip(told, ROWS, strict=True):
        part = decide(Case.from_dict({"as_of": AS_OF, **mapping_of(given)}), BOOK).part("town")
        assert row["town_missing_documents"] == ";".join(part.missing_documents), given
        assert row["town_unconfirmed_documents"] == ";".join(part.unconfirmed_documents), given
        longest = max(longest, len(part.missing_documents))
    assert longest > PIECE
    both = [each for each in told if "paper" in each["town_missing_documents"].split(";")]
    assert any("paper" in each["town_unconfirmed_documents"].split(";") for each in both)


def test_absent_columns_are_documents_that_nobody_confirmed() -> None:
    """A fact about documents is unknown unless a row tells it."""
    (pyarrow,) = (kind for kind in KINDS if kind.name == "pyarrow")
    given = arrow([{"row": 0, "institution_kind": "online"}])
    (row,) = pyarrow.rows(decide_frame(given, BOOK, as_of=AS_OF, with_="documents"))
    assert row["town_missing_documents"] == ""
    assert row["town_unconfirmed_documents"] == "either;paper"
