"""What may be asked for beside the decision columns, and what is told of anything else."""

from __future__ import annotations

import datetime
from typing import Any

import polars as pl
import pytest

from ssrules import RuleBook, decide_frame
from ssrules.engines.python import PythonEngine
from ssrules.errors import FrameError, UnknownNameError
from ssrules.frames.additions import NAMES
from ssrules.tables import Parameter, Rule, RuleSet
from ssrules.tables.inputs import LongerAgoThan
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import FURTHER, draw, expected, with_typed_dates
from tests.frames.test_books import A4
from tests.frames.test_conformance import numbered

AS_OF = datetime.date(2026, 11, 22)
FRAME = pl.DataFrame({"card_financial": ["inactive"]})
DEFAULT = RuleBook.default()


def own(name: str, **given: Any) -> RuleBook:
    """The built-in book with a rule set that gives one answer to all."""
    values = dict.fromkeys(given["outputs"], "x")
    rule = Rule(id=f"{name}.all", cites=A4, then=values)
    rule_set = RuleSet(name=name, title="T", inputs=(), rules=rule, **given)
    return DEFAULT.with_rule_sets(rule_set).with_engine(PythonEngine())


def test_each_is_told_alone_as_with_the_others() -> None:
    """Its columns stand in their place, and the same stands in them."""
    rows = with_typed_dates(draw(60, seed=31))
    frame = pl.DataFrame(arrow(numbered(rows)))
    together = decide_frame(frame, with_=NAMES)
    plain = decide_frame(frame).columns
    found: set[str] = set()
    for name in NAMES:
        alone = decide_frame(frame, with_=name)
        assert alone.equals(together.select(alone.columns))
        assert [each for each in alone.columns if each in plain] == plain
        found |= set(alone.columns) - set(plain)
        answer = expected(rows[0], DEFAULT, because=False, with_=(name,))
        assert alone.columns == [*frame.columns, *answer]
    assert found == set(together.columns) - set(plain)
    assert set(NAMES) == set(FURTHER)


def test_nothing_more_is_told_than_is_asked_for() -> None:
    """Without a name there are the decision columns alone."""
    assert decide_frame(FRAME, as_of=AS_OF, with_=()).equals(decide_frame(FRAME, as_of=AS_OF))


@pytest.mark.parametrize("with_", ["need", ("needs", "need"), ["nonsense"]])
def test_an_unknown_name_is_told_with_those_that_are_known(with_: Any) -> None:
    """In both languages, before any row is decided."""
    with pytest.raises(UnknownNameError) as caught:
        decide_frame(FRAME, as_of=AS_OF, with_=with_)
    for told in (str(caught.value), caught.value.told("zh")):
        assert str(caught.value.name) in told
        assert "needs" in told
    assert caught.value.known == NAMES
    assert "附加列" in caught.value.told("zh")


@pytest.mark.parametrize("column", ["needs", "next_change_on", "loss_report_days_left"])
def test_a_column_of_that_name_is_in_the_way_only_of_what_is_asked_for(column: str) -> None:
    """It is carried along otherwise."""
    frame = FRAME.with_columns(pl.lit(1).alias(column))
    assert decide_frame(frame, as_of=AS_OF)[column].to_list() == [1]
    with pytest.raises(FrameError, match="decision column") as caught:
        decide_frame(frame, as_of=AS_OF, with_=NAMES)
    assert caught.value.column == column


def test_an_output_of_the_same_name_is_told() -> None:
    """Where the further column is asked for, and nowhere else."""
    book = own("town", outputs={"needs": None})
    assert "town_needs" in decide_frame(FRAME, book, as_of=AS_OF).columns
    with pytest.raises(FrameError, match="rename") as caught:
        decide_frame(FRAME, book, as_of=AS_OF, with_="needs")
    assert caught.value.column == "town_needs"
    assert "附加列" in caught.value.told("zh")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_book_that_asks_nothing_needs_nothing(kind: Kind) -> None:
    """No fact, no document, no window: the columns are there, and say so."""
    rule_set = own("town", outputs={"gate": None}).rule_set("town")
    book = RuleBook(name="town", version="1", rule_sets=(rule_set,), facts=DEFAULT.facts)
    given = kind.make(arrow([{"row": 0, "card_bank": "ICBC"}, {"row": 1, "card_bank": " "}]))
    good, bad = kind.rows(decide_frame(given, book, as_of=AS_OF, with_=NAMES))
    told = ("town_needs", "needs", "next_change_on")
    assert [good[name] for name in told] == ["", "", None]
    assert [bad[name] for name in told] == [None, None, None]
    assert list(good) == ["row", "card_bank", "town_status", "town_gate", *told, "fact_error"]


def test_texts_as_categories_say_the_same() -> None:
    """Further columns of texts have the type that is asked for, others their own."""
    rows = with_typed_dates(draw(40, seed=32))
    for kind in (each for each in KINDS if each.name in ("polars", "pyarrow")):
        given = arrow(numbered(rows))
        plain = kind.rows(decide_frame(kind.make(given), with_=NAMES))
        assert kind.rows(decide_frame(kind.make(given), with_=NAMES, texts="enum")) == plain
    told = decide_frame(pl.DataFrame(arrow(numbered(rows))), with_=NAMES, texts="enum")
    assert isinstance(told["loss_report_needs"].dtype, pl.Enum)
    assert isinstance(told["application_missing_documents"].dtype, pl.Enum)
    assert told["loss_report_days_left"].dtype == pl.Int32
    assert told["next_change_on"].dtype == pl.Date


def test_a_window_that_tells_days_left_is_any_window() -> None:
    """Of a rule set of one's own, too, as of the built-in one."""
    window = LongerAgoThan("over", "card.received_on", "some_days")
    rule_set = RuleSet(
        name="town.gate",
        title="T",
        inputs=(window,),
        deadline="over",
        rules=[
            Rule(id=f"town.gate.{each}", cites=A4, when={"over": each}) for each in (True, False)
        ],
    )
    days = Parameter(name="some_days", title="d", unit="days", default=10, cites=A4)
    book = DEFAULT.with_rule_sets(rule_set, parameters=(days,))
    frame = pl.DataFrame({"card_received_on": ["2026-11-22", "2026-11-01", None]})
    told = decide_frame(frame, book, as_of=AS_OF, with_="days_left")
    assert told["town_gate_days_left"].to_list() == [10, -11, None]
    assert told["loss_report_days_left"].to_list() == [300, 279, None]
