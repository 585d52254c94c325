"""Books of localities decide as any book does, whatever is known: both engines, and frames."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import RuleBook, decide, decide_frame
from ssrules.strategies import cases_of
from tests.second_engine import second_engine

FEW = ("beijing", "qingyuan", "zhongshan", "changchun", "shanghai")
BOOKS = {name: RuleBook.for_locality(name) for name in FEW}
OTHERS = {name: book.with_engine(second_engine()) for name, book in BOOKS.items()}


@pytest.mark.parametrize("name", FEW)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_engines_and_frames_agree_and_needs_are_exact(name: str, data: st.DataObject) -> None:
    """What is needed changes the answer for some value; what is not needed for none."""
    book = BOOKS[name]
    case = data.draw(cases_of(book))
    decision = decide(case, book)
    assert decision.to_dict() == decide(case, OTHERS[name]).to_dict()

    row = {path.replace(".", "_"): value for path, value in case.to_paths().items()}
    columns = {path: [value] for path, value in row.items()}
    told = decide_frame(pl.DataFrame(columns), book).to_dicts()[0]
    for path, part in decision.parts:
        column = f"{path.replace('.', '_')}_status"
        if column in told:
            assert told[column] == part.status, path

    fact = data.draw(st.sampled_from([each for each in book.table if each.values]))
    if fact.path in case.to_paths():
        return
    statuses = [
        {path: part.status for path, part in decide(case.with_facts({fact.path: v}), book).parts}
        for v in fact.values
    ]
    for path, part in decision.parts:
        if part.status != "undetermined" and not getattr(part, "required_documents", ()):
            assert len({each[path] for each in statuses} | {part.status}) == 1, (path, fact.path)
