"""`ssrules affected`: which decisions on the rows of a file another rule book changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.frames.kinds import arrow
from tests.frames.rows import draw, with_text_dates

from ssrules import RuleBook
from ssrules.cli import main
from ssrules.frames import files, rows_affected

CITY = """
name = "city"
version = "1"
[[changes]]
change = "change_parameter"
parameter = "activation_window_days"
value = 100
cites = "source.A4"
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A file of changes, beside a small population."""
    overlay = tmp_path / "city.toml"
    overlay.write_text(CITY, "utf-8")
    rows = with_text_dates(draw(300, seed=8))
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    files.batch(
        str(tmp_path / "in.jsonl"),
        str(tmp_path / "in.csv"),
        columns=tuple(arrow(rows).column_names),
    )
    return overlay


@pytest.mark.parametrize("end", ["csv", "jsonl"])
def test_rows_are_told_by_column_with_an_example(
    end: str, city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As many as `rows_affected` counts; the example is the first row that differs there."""
    given = city.with_name(f"in.{end}")
    assert main(["affected", "default", str(city), str(given), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    outputs = []
    for at, book in enumerate((RuleBook.default(), RuleBook.from_toml(city))):
        out = city.with_name(f"out{at}.jsonl")
        files.batch(str(given), str(out), book, because=True)
        outputs.append([json.loads(line) for line in out.read_text("utf-8").splitlines()])
    pairs = list(zip(*outputs, strict=True))
    assert found["rows"] == len(pairs)
    assert found["affected"] == sum(one != other for one, other in pairs) > 0
    for column, told in found["columns"].items():
        differing = [at for at, (one, other) in enumerate(pairs) if one[column] != other[column]]
        one, other = pairs[differing[0]]
        example = {"row": differing[0] + 1, "before": one[column], "after": other[column]}
        assert told == {"rows": len(differing), "example": example}


def test_a_frame_of_the_same_rows_counts_the_same(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`ssrules.rows_affected` and the command agree."""
    main(["affected", "default", str(city), str(city.with_name("in.jsonl")), "--json"])
    told = json.loads(capsys.readouterr().out)
    table = arrow(with_text_dates(draw(300, seed=8)))
    found = rows_affected(RuleBook.default(), RuleBook.from_toml(city), table)
    assert {name: each["rows"] for name, each in told["columns"].items()} == found.columns
    assert told["affected"] == found.rows


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "300 rows, 0 decided differently"), ("zh", "共 300 行，其中 0 行判定结果不同")],
)
def test_nothing_that_differs_is_status_0(
    language: str, first: str, city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And one line says so."""
    given = str(city.with_name("in.csv"))
    assert main(["affected", "default", "default", given, "--language", language]) == 0
    assert capsys.readouterr().out == f"{first}\n"


def test_what_differs_is_told_to_people(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a column, and one with the first row."""
    assert main(["affected", "default", str(city), str(city.with_name("in.csv"))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("300 rows, ")
    assert all(line.split(": ")[1].endswith(("rows", "1 row")) for line in lines[1::2])
    assert all(line.startswith("  row ") and " -> " in line for line in lines[2::2])
