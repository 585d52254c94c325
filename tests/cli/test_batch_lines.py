"""JSON Lines that `ssrules batch` reads: as cases and as columns, and what is wrong in one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
import pytest
from tests.cli.batches import as_lines, written
from tests.frames.rows import Row, draw, expected, mapping_of, with_text_dates

from ssrules import RuleBook
from ssrules.cli import main
from ssrules.frames import files


@pytest.mark.parametrize("tree", [mapping_of, dict], ids=["cases", "columns"])
def test_lines_are_decided_as_cases_and_as_columns(
    tree: Callable[[Row], object], tmp_path: Path
) -> None:
    """Every line gets what `decide` says of it, with the line itself in front."""
    rows = with_text_dates(draw(300, seed=5))
    given = tmp_path / "in.jsonl"
    given.write_text(as_lines(rows, tree), "utf-8")
    found = written(given, because=True)
    for row, line in zip(rows, found, strict=True):
        answer = expected(row, RuleBook.default())
        told = {name: line[name] for name in answer}
        deadline = answer["loss_report_deadline"]
        answer["loss_report_deadline"] = None if deadline is None else str(deadline)
        assert told == answer
        own = json.loads(as_lines([row], tree))
        assert {name: line[name] for name in own} == own


def test_an_absent_key_is_its_default_and_a_null_unknown(tmp_path: Path) -> None:
    """Line by line, which the columns of a table could not tell."""
    given = tmp_path / "in.jsonl"
    base = {"employment": "employee", "residence": "urban"}
    lines: list[Row] = [
        {"as_of": "2026-11-22", "person": base},
        {"as_of": "2026-11-22", "person": {**base, "unit_requires_self_application": None}},
        {"as_of": "2026-11-22", "person": {**base, "unit_requires_self_application": True}},
        {"as_of": "2026-11-22", "person": None},
    ]
    given.write_text(as_lines(lines, dict), "utf-8")
    found = [line["application_route"] for line in written(given)]
    assert found == ["work_unit", None, "bank", None]


LINES = {
    '{"as_of": "2026-11-22", "person": {"age": "41"}}': "person.age: '41' is not a whole number",
    '{"as_of": "2026-11-22", "person": {"age": 41.0}}': "person.age: 41.0 is not a whole number",
    '{"as_of": "2026-11-22", "person_age": true}': "person.age: True is not a whole number",
    '{"as_of": "2026-11-22", "person_age": 99999999999999999999}': "person.age: ",
    '{"as_of": "2026-11-22", "person": {"agee": 4}}': "person.agee: is no fact",
    '{"as_of": "2026-11-22", "person": 4}': "person: 4 is not an object",
    '{"as_of": "2026-11-22", "card": {"bank": "a", "bank": "b"}}': "card.bank: is given twice",
    '{"as_of": "2026-11-22", "card": {"bank": "a"}, "card_bank": "a"}': "card.bank: is given twice",
    '{"as_of": "2026-11-22", "documents": {"photo": []}}': "documents.photo: [] is not an object",
    '{"person_age": 4}': "as_of: is required",
    "{": "line: is not JSON",
    "[1]": "line: [1] is not an object",
    "NaN": "line: is not JSON",
}


def test_a_line_that_is_wrong_is_a_fault_of_its_row(tmp_path: Path) -> None:
    """It is told as a single case is, and the rows beside it are decided."""
    given = tmp_path / "in.jsonl"
    good = '{"as_of": "2026-11-22", "id": 1}'
    given.write_text("\n".join(f"{line}\n{good}\n" for line in LINES), "utf-8")
    found = written(given)
    assert len(found) == 2 * len(LINES)
    for line, wrong, right in zip(LINES, found[::2], found[1::2], strict=True):
        assert LINES[line] in (wrong["fact_error"] or ""), line
        assert wrong["rights_status"] is None
        assert right["fact_error"] is None
        assert right["rights_status"] == "undetermined"
        assert right["id"] == 1


def test_a_day_for_all_lines_stands_on_none_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As for columns, it is given once; a line that is wrong is then told all the same."""
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text('{"person_age": 41}\n{"person_age": "x"}\n', "utf-8")
    first, second = written(given, as_of="2026-11-22")
    assert first["rights_status"] == "undetermined"
    assert second["fact_error"] == "person.age: 'x' is not a whole number"
    assert second["rights_status"] is None
    given.write_text('{"as_of": "2026-11-22"}\n', "utf-8")
    assert main(["batch", str(given), str(out), "--as-of", "2026-11-22"]) == 2
    assert "as_of" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["person.age", "person_agee", "rights_status"])
def test_a_key_that_is_in_the_way_is_refused(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key that looks like a fact, or like an answer, is never carried along."""
    given = tmp_path / "in.jsonl"
    given.write_text(json.dumps({"as_of": "2026-11-22", key: 1}), "utf-8")
    assert main(["batch", str(given), str(tmp_path / "out.jsonl")]) == 2
    assert key in capsys.readouterr().err


def test_what_is_no_fact_goes_from_lines_to_columns(tmp_path: Path) -> None:
    """Plain values keep their types, all else is JSON text."""
    given, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    lines: list[Row] = [
        {"as_of": "2026-11-22", "id": 1, "name": "一", "more": {"a": [1]}, "mixed": 1},
        {"as_of": "2026-11-22", "id": None, "name": "二", "more": None, "mixed": "x"},
    ]
    given.write_text(as_lines(lines, dict), "utf-8")
    files.batch(str(given), str(out))
    rows = pyarrow.parquet.read_table(out).select(["id", "name", "more", "mixed"]).to_pylist()
    assert rows == [
        {"id": 1, "name": "一", "more": '{"a": [1]}', "mixed": "1"},
        {"id": None, "name": "二", "more": None, "mixed": "x"},
    ]


@pytest.mark.parametrize(
    ("late", "told"), [({"new": 1}, "'new' on line 3 only"), ({"id": "x"}, "several types in 'id'")]
)
def test_a_column_that_turns_up_late_is_told(
    late: dict[str, object],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A table has its columns from the first batch on; JSON Lines has none."""
    monkeypatch.setattr("ssrules.frames.files.lines.BATCH_LINES", 2)
    given, out = tmp_path / "in.jsonl", tmp_path / "out.csv"
    day = {"as_of": "2026-11-22", "id": 1}
    given.write_text(as_lines([day, day, {**day, **late}], dict), "utf-8")
    assert main(["batch", str(given), str(out)]) == 2
    assert told in capsys.readouterr().err
    assert len(written(given)) == 3
