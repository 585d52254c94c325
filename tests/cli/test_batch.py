"""`ssrules batch`: files decided in a stream, complete or not there at all."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
import pytest
from tests.frames.kinds import arrow
from tests.frames.rows import FURTHER, draw, expected, with_text_dates, with_typed_dates

from ssrules import RuleBook
from ssrules.cli import main
from ssrules.errors import FrameError
from ssrules.frames import files

KINDS = ("csv", "parquet", "arrow")


def write(table: pa.Table, path: Path) -> None:
    """Write a table to a file of the kind that its name says."""
    if path.suffix == ".csv":
        pyarrow.csv.write_csv(table, path)
    elif path.suffix == ".parquet":
        pyarrow.parquet.write_table(table, path)
    else:
        pyarrow.feather.write_feather(table, path)


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; every cell of a CSV file is text, an empty one null."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return [{name: cell or None for name, cell in row.items()} for row in rows]
    if path.suffix == ".parquet":
        return rows_of(pyarrow.parquet.read_table(path))
    return rows_of(pyarrow.feather.read_table(path))


def rows_of(table: pa.Table) -> list[dict[str, Any]]:
    """The rows of a table."""
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def sound(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows as CSV can tell them: an empty text is nothing there."""
    return [{name: None if cell == "" else cell for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
def test_every_row_is_decided_from_any_kind_to_any_other(
    source: str, target: str, tmp_path: Path
) -> None:
    """The file that is written holds, row for row, what `decide` says."""
    drawn = draw(150, seed=9)
    rows = sound(with_text_dates(drawn) if source == "csv" else with_typed_dates(drawn))
    given, written = tmp_path / f"in.{source}", tmp_path / f"out.{target}"
    write(arrow(rows), given)
    summary = files.batch(str(given), str(written), because=True)
    answers = [expected(row, RuleBook.default()) for row in rows]
    found = read(written)
    for row, answer in zip(found, answers, strict=True):
        told = answer
        if target == "csv":
            told = {name: str(value or "") or None for name, value in answer.items()}
        assert {name: row[name] for name in told} == told
    assert summary.rows == len(rows)
    assert summary.faults == sum(answer["fact_error"] is not None for answer in answers)
    assert sum(summary.statuses["rights_status"].values()) == summary.rows - summary.faults


def test_a_csv_cell_of_the_wrong_type_is_a_fault_of_its_row(tmp_path: Path) -> None:
    """Only `true` and `false` are yes and no, only whole numbers ages, and nothing is unknown."""
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text(
        "id,person_age,institution_designated\n1,41,true\n2,41.0,TRUE\n3,,\n4,151,1\n", "utf-8"
    )
    files.batch(str(given), str(written), as_of="2026-11-22")
    rows = read(written)
    assert [row["fact_error"] for row in rows] == [
        None,
        "person.age: '41.0' is not a whole number; "
        "institution.designated: 'TRUE' is not true or false",
        None,
        "person.age: 151 is not between 0 and 150; "
        "institution.designated: '1' is not true or false",
    ]
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]


def test_a_file_of_no_rows_gives_one_of_no_rows(tmp_path: Path) -> None:
    """The decision columns are there all the same."""
    given, written = tmp_path / "in.csv", tmp_path / "out.parquet"
    given.write_text("as_of,person_age\n", "utf-8")
    assert files.batch(str(given), str(written)).rows == 0
    assert "rights_status" in pyarrow.parquet.read_schema(written).names


def test_nothing_is_left_where_a_file_cannot_be_decided(tmp_path: Path) -> None:
    """A failure leaves neither a half file nor a temporary one, and the old file as it was."""
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text("as_of,person_agee\n2026-11-22,41\n", "utf-8")
    written.write_text("old", "utf-8")
    with pytest.raises(FrameError, match="person_age"):
        files.batch(str(given), str(written))
    assert written.read_text("utf-8") == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_the_output_is_not_there_before_it_is_complete(tmp_path: Path) -> None:
    """While rows are decided nothing stands under the output's name, also if it is interrupted."""
    given, written = tmp_path / "in.parquet", tmp_path / "out.parquet"
    write(arrow(with_typed_dates(draw(50))), given)

    def interrupt(rows: int, total: int | None) -> None:
        assert (rows, total) == (50, 50)
        assert not written.exists()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.batch(str(given), str(written), tell=interrupt)
    assert [each.name for each in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("in.csv", "in.csv", "is the input too"),
        ("in.csv", "out.xlsx", "is of no known kind"),
        ("none.csv", "out.csv", "does not exist"),
        ("in.csv", "none/out.csv", "cannot be written"),
        ("empty.csv", "out.csv", "is empty"),
        ("torn.csv", "out.csv", "has 1 cells in row 3, where its first row names 2"),
        ("torn.parquet", "out.csv", "cannot be read"),
        ("torn.arrow", "out.csv", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    source: str, target: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says which file, and why, and ends with 2."""
    (tmp_path / "in.csv").write_text("as_of\n2026-11-22\n", "utf-8")
    (tmp_path / "empty.csv").write_text("", "utf-8")
    (tmp_path / "torn.csv").write_text("as_of,x\n2026-11-22,1\n2026-11-22\n", "utf-8")
    (tmp_path / "torn.parquet").write_text("as_of", "utf-8")
    (tmp_path / "torn.arrow").write_text("as_of", "utf-8")
    before = sorted(each.name for each in tmp_path.iterdir())
    assert main(["batch", str(tmp_path / source), str(tmp_path / target)]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert Path(target).name in error or Path(source).name in error
    assert sorted(each.name for each in tmp_path.iterdir()) == before


def test_further_columns_are_written_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they are told of frames, chosen by `--columns` like any other."""
    rows = with_typed_dates(draw(60, seed=14))
    given, written = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    write(arrow(rows), given)
    asked = ["batch", str(given), str(written), "--with", ",".join(FURTHER)]
    assert main(asked) == 0
    for row, line in zip(rows, written.read_text("utf-8").splitlines(), strict=True):
        answer = expected(row, RuleBook.default(), because=False, with_=FURTHER)
        told = {
            name: str(cell) if name.endswith(("line", "_on")) and cell else cell
            for name, cell in answer.items()
        }
        found = json.loads(line)
        assert list(found)[-len(told) :] == list(told)
        assert {name: found[name] for name in told} == told
    some = "next_change_on,loss_report_days_left,needs"
    assert main([*asked, "--columns", some]) == 0
    assert list(json.loads(written.read_text("utf-8").splitlines()[0])) == some.split(",")
    capsys.readouterr()
    for column, with_ in (("loss_report_needs", "needs"), ("next_change_on", "next_change")):
        assert main([*asked[:3], "--columns", column]) == 2
        assert f"--with {with_}" in capsys.readouterr().err
    assert main([*asked[:3], "--with", "needs,documnets"]) == 2
    assert "did you mean documents" in capsys.readouterr().err
    assert main([*asked[:3], "--with", "documnets", "--language", "zh"]) == 2
    assert "附加列" in capsys.readouterr().err


def test_the_command_tells_rows_faults_and_statuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary stands on standard error; nothing of a progress bar where it is no terminal."""
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text('person_employment\nretired\nstudent\nnobody\n""\n', "utf-8")
    assert main(["batch", str(given), str(written), "--as-of", "2026-11-22"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "4 rows, 1 with faults" in captured.err
    assert "medical_benefit_status: not_provided 2, undetermined 1" in captured.err
    assert "\x1b" not in captured.err


MEASURED = """
import pathlib, sys
from ssrules.frames import files
files.batch(sys.argv[1], sys.argv[2])
status = pathlib.Path("/proc/self/status").read_text("ascii")
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """A file five times as long is decided in the same memory but for a fraction of its size."""
    table = arrow(with_typed_dates(draw(500)))
    batch = pa.concat_tables([table] * 80).combine_chunks()
    batch = batch.append_column("note", pa.array(["x" * 500] * len(batch)))
    peaks = []
    for times in (4, 12):
        given = tmp_path / f"in{times}.parquet"
        with pyarrow.parquet.ParquetWriter(given, batch.schema) as writer:
            for _ in range(times):
                writer.write_table(batch)
        run = subprocess.run(
            [sys.executable, "-c", MEASURED, str(given), str(tmp_path / "out.parquet")],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        peaks.append(int(run.stdout))
    grown = 8 * batch.nbytes / 2**20
    assert peaks[1] - peaks[0] < grown / 2, (peaks, grown)
