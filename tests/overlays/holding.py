"""What must hold of every rule book that is accepted, whatever it says."""

from __future__ import annotations

import contextlib
import json
import pickle
import random
from typing import Any

import attrs
import polars as pl

from ssrules import Decision, RuleBook, decide, decide_frame, interview, json_schema
from ssrules.errors import FactError, SsrulesError
from ssrules.records.kinds import members
from tests.overlays.random_trees import DAYS, NUMBERS
from tests.second_engine import second_engine

LANGUAGES = ("en", "zh")


def read(text: str, base: RuleBook) -> RuleBook | None:
    """The book of a text; None where it is refused, which is told in both languages."""
    try:
        return RuleBook.from_toml(f"\n{text}", base=base)
    except SsrulesError as error:
        check_error(error)
        return None


def check_error(error: SsrulesError) -> None:
    """An error is told in both languages, and as data."""
    for told in (str(error), *map(error.told, LANGUAGES)):
        assert told
        told.encode("utf-8")
    for each in getattr(error, "faults", (error,)):
        assert getattr(each, "message", "?").strip(": ")
    json.dumps(error.to_dict(), allow_nan=False)


def some_case(rng: random.Random, book: RuleBook) -> Any:
    """A case of the book, or None where what was drawn is refused."""
    values: dict[str, Any] = {}
    for fact in book.table:
        if fact.path == "as_of":
            values[fact.path] = DAYS[rng.randrange(6)]
        elif rng.randrange(2):
            kind = fact.kind
            choices: tuple[Any, ...] = tuple(members(kind).values())
            if kind is bool:
                choices = (False, True)
            elif kind is int:
                choices = tuple(each for each in NUMBERS if fact.lowest <= each <= fact.highest)
            elif not choices:
                choices = ("a", "b") if kind is str else DAYS
            if choices:
                values[fact.path] = choices[rng.randrange(len(choices))]
    try:
        return book.facts.from_paths(values)
    except SsrulesError as error:
        check_error(error)
        return None


def hold(book: RuleBook, base: RuleBook, rng: random.Random, frames: bool = True) -> bool:
    """Decide, explain, verify, compare, go through frames; whether a case was decided."""
    drawn = (some_case(rng, book) for _ in range(3))
    cases = [*(each for each in drawn if each is not None)]
    cases.append(book.facts.from_paths({"as_of": DAYS[0]}))
    decisions = [each for case in cases if (each := _decided(case, book)) is not None]
    for decision in decisions:
        _asked(decision, rng)
    _checked(book, base)
    if frames:
        _framed(book, cases)
    return bool(decisions)


def _decided(case: Any, book: RuleBook) -> Decision | None:
    """The decision, the same by both engines and when it is read back; None where it is refused."""
    other = book.with_engine(second_engine())
    try:
        decision = decide(case, book)
    except SsrulesError as error:
        check_error(error)
        with contextlib.suppress(SsrulesError):
            decide(case, other)
            raise AssertionError("the other engine decides") from error
        return None
    assert decide(case, other).to_dict() == decision.to_dict()
    told = decision.to_json()
    assert json.loads(told) == decision.to_dict()
    back = Decision.from_json(told)
    assert json.loads(back.to_json()) == decision.to_dict()
    return decision


def _asked(decision: Decision, rng: random.Random) -> None:
    """Everything that can be asked of a decision."""
    language = LANGUAGES[rng.randrange(2)]
    assert str(decision)
    assert str(decision.explain(language=language))
    assert str(decision.sheet(language=language))
    assert decision._repr_mimebundle_()
    str(decision.questions(language=language))
    parts = [*decision.parts]
    path = parts[rng.randrange(len(parts))][0]
    told = decision.why_not(path, language=language)
    json.dumps(told.to_dict(), allow_nan=False)
    with _refused():
        str(decision.least_change(path, language=language))
    case: Any = decision.case
    book: Any = decision.decider.book
    with _refused():
        asked = interview(case, book, documents=bool(rng.randrange(2)), language=language)
        if asked.question is not None and asked.question.values:
            asked.answer(asked.question.values[0])
            asked.skip()


class _refused(contextlib.suppress):  # noqa: N801
    """What may be refused, with an error of ours that can be told."""

    def __init__(self) -> None:
        super().__init__(SsrulesError)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if isinstance(error, SsrulesError):
            check_error(error)
        return super().__exit__(kind, error, trace)


def _checked(book: RuleBook, base: RuleBook) -> None:
    """Verified, compared both ways, written down."""
    for language in LANGUAGES:
        str(book.verify(language=language))
    with _refused():
        str(base.diff(book))
        str(book.diff(base, language="zh"))
    with _refused():
        json.dumps(book.compiled(), allow_nan=False)
    for what in ("case", "decision", "overlay"):
        json.dumps(json_schema(what, book), allow_nan=False)
    assert pickle.loads(pickle.dumps(book)) == book  # noqa: S301  # our own
    assert book._repr_mimebundle_()
    for each in book.rule_sets:
        assert each._repr_mimebundle_()


def _framed(book: RuleBook, cases: list[Any]) -> None:
    """Each row of a frame says what the decision on its case says, or is at fault as that is."""
    absent = {fact.path.replace(".", "_"): _plain(fact.default) for fact in book.table}
    rows = [{**absent, **_row(each)} for each in cases]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    statuses: list[dict[str, Any] | None] = []
    for case in cases:
        try:
            parts = decide(case, book).parts
        except FactError:
            statuses.append({})
            continue
        except SsrulesError:
            statuses.append(None)
            continue
        statuses.append({f"{path.replace('.', '_')}_status": part.status for path, part in parts})
    with _refused():
        told = decide_frame(frame, book, because=True).to_dicts()
        for row, status in zip(told, statuses, strict=True):
            if status is None:
                continue  # what no column tells may be what has no answer
            assert (row["fact_error"] is None) == bool(status), row["fact_error"]
            for column, value in status.items():
                assert row.get(column, value) == value, column


def _row(case: Any) -> dict[str, Any]:
    return {path.replace(".", "_"): _plain(value) for path, value in case.to_paths().items()}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def small(*kept: str) -> RuleBook:
    """The built-in book with these rule sets, and those that add to them, alone."""
    book = RuleBook.default()
    rule_sets = [each for each in book.rule_sets if each.name in kept or each.part_of in kept]
    return attrs.evolve(book, rule_sets=tuple(rule_sets))
