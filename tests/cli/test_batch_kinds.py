"""The kinds of files that `ssrules batch` reads and writes, and what can be wrong inside one."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
import pytest
from tests.cli.batches import as_lines, written
from tests.cli.processes import run, said
from tests.frames.kinds import arrow
from tests.frames.rows import draw, with_typed_dates

from ssrules.cli import main
from ssrules.frames import files
from ssrules.frames.files import Form, reading

TEXT = "as_of,card_bank,note\n2026-11-22,工商银行,一\n2026-11-22,建设银行,\n"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["csv", "tsv", "csv.gz", "jsonl", "jsonl.gz"])
def test_text_is_read_and_written_in_any_encoding(end: str, encoding: str, tmp_path: Path) -> None:
    """What Excel writes in China, too, and compressed or not."""
    rows = list(csv.DictReader(io.StringIO(TEXT)))
    if end.startswith("jsonl"):
        text = as_lines(rows, dict)
    else:
        text = TEXT.replace(",", "\t") if end == "tsv" else TEXT
    given, out, back = (tmp_path / f"{name}.{end}" for name in ("in", "out", "back"))
    data = text.encode(encoding)
    given.write_bytes(gzip.compress(data) if end.endswith("gz") else data)
    form = Form(encoding=encoding)
    names = ("as_of", "card_bank", "note")
    files.batch(str(given), str(out), source_form=form, target_form=form, columns=names)
    files.batch(str(out), str(back), source_form=form, columns=names)
    plain = back.read_bytes()
    told = (gzip.decompress(plain) if end.endswith("gz") else plain).decode("utf-8")
    if end.startswith("jsonl"):
        assert [json.loads(line) for line in told.splitlines()] == rows
    else:
        delimiter = "\t" if end == "tsv" else ","
        assert list(csv.DictReader(io.StringIO(told), delimiter=delimiter)) == rows


@pytest.mark.parametrize("delimiter", [";", "|", "\\t"])
def test_csv_may_be_parted_by_another_character(delimiter: str, tmp_path: Path) -> None:
    """By what the program that wrote it took."""
    given, out = tmp_path / "in.csv", tmp_path / "out.csv"
    apart = delimiter.replace("\\t", "\t")
    given.write_text(TEXT.replace(",", apart), "utf-8")
    assert main(["batch", str(given), str(out), "--delimiter", delimiter]) == 0
    rows = csv.DictReader(io.StringIO(out.read_text("utf-8")), delimiter=apart)
    assert [row["card_bank"] for row in rows] == ["工商银行", "建设银行"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["--delimiter", ";;"], "cannot be parted by ';;'"),
        (["--delimiter", '"'], "cannot be parted by"),
        (["--encoding", "none"], "cannot be in none"),
        (["--encoding", "base64"], "cannot be in base64"),
        (["--encoding", "ascii"], "is no text in ascii, as byte 32 shows"),
        (["--output-encoding", "ascii"], "cannot hold a character in ascii"),
        (["--columns", "as_of,rights_statuss"], "did you mean rights_status"),
        (["--columns", "as_of,qqq"], "has no column 'qqq' to write; known: as_of, "),
    ],
)
def test_a_wrong_option_is_told_in_a_sentence(
    line: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what was given, and what to give; nothing is written."""
    given, out = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text(TEXT, "utf-8")
    assert main(["batch", str(given), str(out), *line]) == 2
    found = capsys.readouterr().err
    assert told in found
    assert found.count("\n") == 1
    assert not out.exists()


def test_the_place_of_a_wrong_byte_is_that_in_the_file(tmp_path: Path) -> None:
    """Counted from the beginning, wherever the reading was cut."""
    given = tmp_path / "in.csv"
    given.write_bytes(b"as_of,x\n" + "2026-11-22,文\n".encode() * 200_000 + b"2026-11-22,\xff\n")
    with pytest.raises(files.FileError) as raised:
        files.batch(str(given), str(tmp_path / "out.csv"))
    assert raised.value.code == "encoding"
    assert raised.value.data["at"] == given.read_bytes().index(b"\xff")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("as_of,x,x\n2026-11-22,1,2\n", "has two columns called 'x'"),
        ("as_of,,x\n2026-11-22,1,2\n", "has a column without a name, number 2"),
        ("as_of,x\n2026-11-22,secret,secret\n", "has 3 cells in row 2, where its first row names"),
        ('as_of,x\n2026-11-22,"secret\n' + "secret\n" * 2_000_000, "never closed"),
        ("", "is empty"),
    ],
)
@pytest.mark.parametrize("zipped", [False, True])
def test_csv_that_is_wrong_is_told_without_its_rows(
    data: str, told: str, zipped: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows are about people: an error says where, and never what."""
    given = tmp_path / ("in.csv.gz" if zipped else "in.csv")
    given.write_bytes(gzip.compress(data.encode()) if zipped else data.encode())
    assert main(["batch", str(given), str(tmp_path / "out.csv")]) == 2
    found = capsys.readouterr().err
    assert told in found
    assert "secret" not in found
    assert found.count("\n") == 1


TYPES: dict[str, Any] = {
    "list": pa.array([[1]]),
    "struct": pa.array([{"a": 1}]),
    "binary": pa.array([b"x"]),
    "dictionary of lists": pa.array([[["a"]]]),
    "string view": pa.array(["x"], pa.string_view()),
}


@pytest.mark.parametrize("kind", TYPES)
def test_a_column_that_csv_cannot_hold_is_told(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written, with what to write instead."""
    given = tmp_path / "in.parquet"
    table = pa.table({"as_of": ["2026-11-22"], "odd": TYPES[kind]})
    try:
        pyarrow.parquet.write_table(table, given)
    except pa.ArrowNotImplementedError:  # PyArrow 18 and views of strings
        pytest.skip(f"this PyArrow writes no {kind} to Parquet")
    assert main(["batch", str(given), str(tmp_path / "out.csv")]) == 2
    found = capsys.readouterr().err
    assert "cannot hold column 'odd' of type" in found
    assert found.count("\n") == 1
    assert main(["batch", str(given), str(tmp_path / "out.arrow")]) == 0
    assert main(["batch", str(given), str(tmp_path / "o.csv"), "--columns", "rights_status"]) == 0


def test_every_other_type_is_written_to_csv_and_to_lines(tmp_path: Path) -> None:
    """Times, decimals, dictionaries and nothing at all."""
    given = tmp_path / "in.arrow"
    moment = datetime.datetime(2026, 11, 22, 1, 2, 3)
    table = pa.table(
        {
            "as_of": ["2026-11-22"],
            "moment": [moment],
            "day": [moment.date()],
            "time": [moment.time()],
            "money": pa.array([None], pa.decimal128(5, 2)),
            "word": pa.array(["a"]).dictionary_encode(),
            "nothing": pa.nulls(1),
            "number": [float("nan")],
        }
    )
    pyarrow.feather.write_feather(table, given)
    (row,) = written(given)
    assert row["moment"] == "2026-11-22T01:02:03"
    assert (row["day"], row["time"], row["word"]) == ("2026-11-22", "01:02:03", "a")
    assert (row["money"], row["nothing"], row["number"]) == (None, None, None)
    assert files.batch(str(given), str(tmp_path / "out.csv")).rows == 1


@pytest.mark.parametrize("end", ["arrow", "parquet"])
def test_a_binary_file_that_is_cut_or_changed_ends_no_process(end: str, tmp_path: Path) -> None:
    """It is told in a sentence, or what it holds is decided; the process is never killed."""
    whole = tmp_path / f"whole.{end}"
    table = arrow(with_typed_dates(draw(400, seed=3)))
    if end == "arrow":
        pyarrow.feather.write_feather(table, whole)
    else:
        pyarrow.parquet.write_table(table, whole)
    data = whole.read_bytes()
    seeded = random.Random(11)
    program = [f"cut{at}.{end}" for at in range(12)] + [f"odd{at}.{end}" for at in range(24)]
    for at, name in enumerate(program):
        changed = bytearray(data)
        if name.startswith("cut"):
            del changed[seeded.randrange(len(data)) :]
        else:
            for _ in range(1 + at % 5):
                changed[seeded.randrange(len(data))] = seeded.randrange(256)
        (tmp_path / name).write_bytes(changed)
    code = (
        "import sys\nfrom ssrules.cli import main\n"
        "print([main(['batch', name, sys.argv[1]]) for name in sys.argv[2:]])"
    )
    done = run(str(tmp_path / "out.parquet"), *(tmp_path / name for name in program), code=code)
    said(done)
    assert done.returncode == 0
    statuses = json.loads(done.stdout)
    assert len(statuses) == len(program)
    assert set(statuses) <= {0, 2}
    assert statuses[:12] == [2] * 12


@pytest.mark.parametrize("end", ["csv", "jsonl", "arrow", "parquet", "csv.gz"])
def test_a_file_that_changes_while_it_is_read_is_told(end: str, tmp_path: Path) -> None:
    """What was read may be half the old file and half the new one."""
    given, out = tmp_path / f"in.{end}", tmp_path / "out.csv"
    plain = tmp_path / "plain.csv"
    plain.write_text(TEXT, "utf-8")
    files.batch(str(plain), str(given), columns=("as_of",))

    def change(_: int, __: int | None) -> None:
        with given.open("ab") as file:
            file.write(b" ")

    with pytest.raises(files.FileError, match="changed while it was read"):
        files.batch(str(given), str(out), tell=change)
    assert not out.exists()


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "arrow"])
def test_standard_input_and_output_are_a_dash(kind: str, tmp_path: Path) -> None:
    """With the kind said, or CSV; the summary stands on standard error, apart from the rows."""
    plain, given = tmp_path / "plain.csv", tmp_path / f"in.{kind}"
    plain.write_text(TEXT, "utf-8")
    files.batch(str(plain), str(given), columns=("as_of", "note"))
    files.batch(str(given), str(tmp_path / f"out.{kind}"))
    how = [] if kind == "csv" else ["--from", kind, "--to", kind]
    done = run("batch", "-", "-", *how, input=given.read_bytes())
    assert done.returncode == 0
    assert said(done)[0] == "2 rows, 0 with faults"
    assert done.stdout == (tmp_path / f"out.{kind}").read_bytes()


def test_parquet_cannot_come_through_a_pipe(tmp_path: Path) -> None:
    """It is read from its end, and says so."""
    done = run("batch", "-", tmp_path / "out.csv", "--from", "parquet", input=b"PAR1")
    assert done.returncode == 2
    assert said(done) == [
        "ssrules: standard input cannot be parquet, which is read from its end: give a file"
    ]


def test_a_pipe_that_is_closed_ends_a_batch_quietly(tmp_path: Path) -> None:
    """As it ends any command."""
    given = tmp_path / "in.csv"
    given.write_text("as_of\n" + "2026-11-22\n" * 100_000, "utf-8")
    done = run("batch", given, "-", streams="| head -n 1")
    assert done.stdout.count(b"\n") == 1
    assert said(done) == []


def test_a_rule_book_of_ones_own_decides_a_file(tmp_path: Path) -> None:
    """The decisions are those of the overlay."""
    given, out, overlay = (tmp_path / name for name in ("in.csv", "out.jsonl", "city.toml"))
    given.write_text(
        "as_of,card_received_on,card_financial,card_social_security\n"
        "2026-11-22,2026-11-01,inactive,inactive\n",
        "utf-8",
    )
    overlay.write_text(
        'name = "city"\nversion = "1"\n[[changes]]\nchange = "change_parameter"\n'
        'parameter = "activation_window_days"\nvalue = 3\ncites = "source.A4"\n',
        "utf-8",
    )
    assert main(["batch", str(given), str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["loss_report_status"] == "not_due"
    assert main(["batch", str(given), str(out), "--rulebook", str(overlay)]) == 0
    assert json.loads(out.read_text("utf-8"))["loss_report_status"] == "due"


def test_a_binary_kind_is_not_compressed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a name that says no kind is refused with those that do."""
    for name, told in (("in.parquet.gz", "compresses itself"), ("in.gz", "is of no known kind")):
        assert main(["batch", str(tmp_path / name), str(tmp_path / "out.csv")]) == 2
        assert told in capsys.readouterr().err


@pytest.mark.parametrize("cut", [1, 9, 20])
def test_a_compressed_file_that_is_cut_is_told(
    cut: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a file is never decided as if it were whole."""
    given = tmp_path / "in.csv.gz"
    given.write_bytes(gzip.compress(TEXT.encode())[:-cut])
    assert main(["batch", str(given), str(tmp_path / "out.csv")]) == 2
    found = capsys.readouterr().err
    assert "cannot be read" in found
    assert found.count("\n") == 1


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        ([3, 4, 2], [9]),
        ([5, 4, 2], [9, 2]),
        ([0, 10, 1], [10, 1]),
        ([23], [10, 10, 3]),
        ([7, 23, 0], [7, 10, 10, 3]),
        ([0, 0], [0]),
        ([], [0]),
    ],
)
def test_small_pieces_are_decided_together(
    pieces: list[int], told: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most so many rows at once, in their order, and each piece with the next that fit."""
    monkeypatch.setattr(reading, "BATCH_ROWS", 10)
    rows = pa.table({"row": pa.array(range(sum(pieces)), pa.int64())})
    path = tmp_path / "in.arrow"
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, rows.schema) as writer:
        for at, many in enumerate(pieces):
            first = sum(pieces[:at])
            numbers = pa.array(range(first, first + many), pa.int64())
            writer.write_batch(pa.record_batch([numbers], rows.schema))
    with reading.tables(str(path), Form().of(str(path), "--from")) as source:
        found = [each.table for each in source.batches]
    assert [each.num_rows for each in found] == told
    assert pa.concat_tables(found).equals(rows)
