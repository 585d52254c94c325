"""Parameters of a rule book: their values, dates and limits, and what makes two books equal."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules import Case, FactError, ParameterError, RuleBook, decide
from ssrules.errors import RuleError, UnknownNameError
from ssrules.tables import Parameter, Rule, RuleSet
from ssrules.tables.memory import Memory
from ssrules.tables.values import check_value

BOOK = RuleBook.default()
WINDOW = "activation_window_days"
DAY = datetime.date(2026, 1, 1)
ONE_DAY = datetime.timedelta(days=1)


def card(received_on: str, as_of: str = "2026-11-22", **more: Any) -> Case:
    """A card whose financial application is not activated."""
    facts = {"received_on": received_on, "social_security": "inactive", "financial": "inactive"}
    return Case.from_dict({"as_of": as_of, "card": facts | more})


@pytest.mark.parametrize("value", [True, False, -1, 1.0, "300", None, [300], datetime.date.max])
def test_a_window_is_a_whole_number_of_days_from_0_and_nothing_else(value: Any) -> None:
    """Every other value is a `ParameterError` that names the parameter and the value."""
    with pytest.raises(ParameterError) as caught:
        BOOK.with_parameters(activation_window_days=value)
    assert caught.value.name == WINDOW
    assert caught.value.value is value
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("value", [0, 1, 2, "true", None])
def test_a_yes_or_no_is_given_as_true_or_false_only(value: Any) -> None:
    """A number is no yes or no, as a yes or no is no number."""
    with pytest.raises(ParameterError, match="true or false"):
        BOOK.with_parameters(receipt_day_counts=value)


@pytest.mark.parametrize("value", [True, -1, "1"])
def test_a_dated_value_is_checked_like_any_other(value: Any) -> None:
    """The dates make no difference to what is allowed."""
    with pytest.raises(ParameterError):
        BOOK.with_parameters(activation_window_days={DAY: value})


@pytest.mark.parametrize(
    "values", [{}, {"2026-01-01": 1}, {datetime.datetime(2026, 1, 1): 1}, {None: 1}, {DAY: 1, 5: 1}]
)
def test_values_that_change_need_dates_to_change_on(values: Any) -> None:
    """A text, a time of day, nothing at all, or no value, is an error."""
    with pytest.raises(ParameterError):
        BOOK.with_parameters(activation_window_days=values)


def test_a_parameter_that_does_not_exist_is_answered_with_the_nearest_name() -> None:
    """The error names the right one."""
    with pytest.raises(ParameterError, match="did you mean activation_window_days"):
        BOOK.with_parameters(activation_window_day=1)
    with pytest.raises(UnknownNameError, match=WINDOW):
        BOOK.parameter("activation_windows_days")


def test_an_age_is_bounded_on_both_sides() -> None:
    """The highest age is allowed, one more is not."""
    assert BOOK.with_parameters(residents_pension_age=150) != BOOK
    with pytest.raises(ParameterError, match="above 150"):
        BOOK.with_parameters(residents_pension_age=151)


def test_an_age_is_on_no_day_above_another_that_bounds_it() -> None:
    """Nobody joins at an age at which the pension is drawn; both may be changed at once."""
    assert BOOK.with_parameters(endowment_minimum_age=60) != BOOK
    with pytest.raises(ParameterError, match="61 is above 60, the value of residents_pension_age"):
        BOOK.with_parameters(endowment_minimum_age=61)
    with pytest.raises(ParameterError, match="16 is above 15"):
        BOOK.with_parameters(residents_pension_age={datetime.date(2027, 1, 1): 15})
    assert BOOK.with_parameters(endowment_minimum_age=61, residents_pension_age=61) != BOOK


@given(st.integers(0, 2000), st.booleans(), st.integers(0, 2500))
def test_the_window_is_counted_from_day_0_or_from_day_1(
    window: int, counts: bool, days: int
) -> None:
    """The last day inside is the day of receipt plus the window, one less if that day counts."""
    book = BOOK.with_parameters(activation_window_days=window, receipt_day_counts=counts)
    as_of = datetime.date(2026, 11, 22)
    received = as_of - datetime.timedelta(days=days)
    part = decide(card(received.isoformat()), book).loss_report
    last = received + datetime.timedelta(days=window - (1 if counts else 0))
    assert part.deadline == last
    assert part.due_from == last + ONE_DAY
    assert part.days_left == (last - as_of).days
    assert (part.status == "due") is (as_of > last)


def test_a_window_that_ends_before_the_calendar_begins_is_an_error_in_the_fact() -> None:
    """Day 1 is received on the first day of the calendar and there is no day before it."""
    book = BOOK.with_parameters(activation_window_days=0, receipt_day_counts=True)
    with pytest.raises(FactError) as caught:
        decide(card("0001-01-01"), book)
    assert [fault.path for fault in caught.value.faults] == ["card.received_on"]
    assert decide(card("0001-01-02"), book).loss_report.deadline == datetime.date.min


@given(st.integers(-400, 400), st.integers(0, 400), st.integers(0, 400))
def test_the_window_in_force_on_the_day_of_receipt_counts(
    offset: int, before: int, after: int
) -> None:
    """A change of the window leaves cards received earlier as they were."""
    received = DAY + datetime.timedelta(days=offset)
    book = BOOK.with_parameters(activation_window_days=before)
    dated = book.with_parameters(activation_window_days={DAY: after})
    window = after if received >= DAY else before
    case = card(received.isoformat(), as_of="2027-11-22")
    assert decide(case, dated).loss_report.deadline == received + datetime.timedelta(days=window)


@given(st.dictionaries(st.dates(), st.integers(0, 5), min_size=1, max_size=5), st.dates())
def test_a_value_is_the_one_of_the_latest_date_that_is_past(
    values: dict[datetime.date, int], on: datetime.date
) -> None:
    """Before the first of the dates the earlier value stands."""
    book = BOOK.with_parameters(activation_window_days=values)
    past = [start for start in values if start <= on]
    assert book.value(WINDOW, on) == (values[max(past)] if past else 300)


def test_books_with_the_same_values_are_equal_however_these_were_given() -> None:
    """A value that is repeated from a date on is no change."""
    assert BOOK.with_parameters(activation_window_days=300) == BOOK
    assert BOOK.with_parameters(activation_window_days={DAY: 300}) == BOOK
    assert BOOK.with_parameters(activation_window_days={DAY: 301}) != BOOK
    back = BOOK.with_parameters(activation_window_days=1).with_parameters(
        activation_window_days=300
    )
    assert back.digest == BOOK.digest


@given(st.integers(0, 1000))
def test_what_books_share_tells_nothing_of_their_parameters(days: int) -> None:
    """A digest is the same whether other books with these rules were there before or not."""
    book = BOOK.with_parameters(activation_window_days=days)
    assert book.digest == attrs.evolve(book, memory=Memory()).digest


def test_a_book_is_shown_by_its_identity() -> None:
    """Its name, version, parameters and digest, on one line, and not the rules themselves."""
    shown = repr(BOOK.with_parameters(activation_window_days=180))
    assert shown.startswith(f"<RuleBook ssrules {BOOK.version}, activation_window_days=180, ")
    assert "\n" not in shown
    assert len(shown) < 200
    assert repr(RuleBook(name="mine", version="1", rule_sets=())) == "<RuleBook mine 1>"


def test_a_book_with_other_rules_remembers_nothing_of_the_old_ones() -> None:
    """However it was made: its digest and its decisions are those of its own rules."""
    before = BOOK.digest
    case = card("2026-11-01")
    assert decide(case, BOOK).loss_report.because == ("loss_report.within_window",)
    loss_report, *others = BOOK.rule_sets
    rules = tuple(
        attrs.evolve(each, id=each.id.replace("within", "inside")) for each in loss_report.rules
    )
    book = attrs.evolve(BOOK, rule_sets=(attrs.evolve(loss_report, rules=rules), *others))
    assert book.digest != before == BOOK.digest
    assert decide(case, book).loss_report.because == ("loss_report.inside_window",)
    assert decide(case, BOOK).loss_report.because == ("loss_report.within_window",)


def test_an_age_that_changes_on_a_day_is_the_next_change() -> None:
    """The value in force on the day of the decision counts for an age."""
    book = BOOK.with_parameters(endowment_minimum_age={datetime.date(2027, 1, 1): 50})
    person = {"age": 40, "employment": "not_working", "residence": "urban"}
    before = Case.from_dict({"as_of": "2026-12-31", "person": person})
    after = Case.from_dict({"as_of": "2027-01-01", "person": person})
    assert decide(before, book).part("insurance.endowment") != decide(after, book).part(
        "insurance.endowment"
    )


@pytest.mark.parametrize(
    "timeline", [(), ((DAY, 1),), ((None, 1), (None, 2)), ((None, 1), (DAY, 2), (DAY, 3))]
)
def test_a_book_with_a_day_that_has_no_value_cannot_be_made(timeline: Any) -> None:
    """Values start with one that is in force from the beginning, and then ascend."""
    with pytest.raises(ParameterError, match="ascending"):
        RuleBook(
            name="x",
            version="1",
            rule_sets=(),
            parameters=BOOK.parameters,
            values={WINDOW: timeline},
        )


def test_a_parameter_whose_own_default_is_out_of_range_is_no_part_of_a_book() -> None:
    """The default is held to the bounds like any value."""
    wrong = Parameter(
        name="x", title="x", unit="days", default=5, highest=4, cites=BOOK.clause("source.A4")
    )
    with pytest.raises(ParameterError, match="above 4"):
        RuleBook(name="x", version="1", rule_sets=(), parameters=(wrong,))
    with pytest.raises(ParameterError):
        check_value(wrong, 5)


def test_a_parameter_is_defined_once() -> None:
    """Two definitions of one name are a `RuleError`."""
    with pytest.raises(RuleError, match="twice"):
        BOOK.with_rule_sets(parameters=(BOOK.parameter(WINDOW),))


def test_words_of_ones_own_go_before_the_built_in_ones() -> None:
    """In the language they are given for, in every answer, and nowhere else."""
    book = RuleBook.default().with_words("zh", {"requirement:not_a_hospital": "这里不是医院"})
    book = book.with_words("zh", {"rule_set:application": "怎样办卡"})
    case = Case.from_dict({"as_of": "2026-09-14", "institution": {"kind": "pharmacy"}})
    decision = decide(case, book)
    path = "activation.social_security.hospital"
    assert "这里不是医院" in str(decision.explain(language="zh").part(path))
    assert "怎样办卡" in str(decision.why_not("application", language="zh"))
    assert str(decision.explain()) == str(decide(case).explain())


def test_words_in_an_unknown_language_are_refused() -> None:
    """The known languages are named."""
    with pytest.raises(UnknownNameError, match="zh"):
        RuleBook.default().with_words("fr", {})


@pytest.mark.parametrize("name", ["next_change", "further", "insurance", "activation"])
def test_no_rule_set_is_called_as_a_key_of_every_decision(name: str) -> None:
    """It is told when the book is made, not when the first case is decided."""
    clause = BOOK.clause("source.A1")
    rule = Rule(id="r", cites=clause, then={"x": True})
    rule_set = RuleSet(name=name, title=name, inputs=(), outputs={"x": (True,)}, rules=rule)
    with pytest.raises(RuleError, match="is a key of every decision"):
        BOOK.with_rule_sets(rule_set)


def test_a_deadline_that_is_none_is_told_where_there_is_no_window_at_all() -> None:
    """The name that was given, in both languages."""
    with pytest.raises(RuleError, match="has no window 'x' to end") as raised:
        RuleSet(name="a", title="a", inputs=("person.residence",), rules=(), deadline="x")
    assert "没有叫做“x”的期限" in raised.value.told("zh")
