"""`ssrules decide`: one case from a file or from standard input."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ssrules import Case, Decision, decide
from ssrules.cli import main
from ssrules.strategies import cases

BOM = b"\xef\xbb\xbf"


class Stdin:
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases())
def test_json_is_the_decision_as_one_object(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is written can be read back, and is what `decide` gives."""
    path = tmp_path / "case.json"
    path.write_text(case.to_json(), "utf-8")
    assert main(["decide", str(path), "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.count("\n") == 1
    assert Decision.from_json(told.out) == decide(case)


@pytest.mark.parametrize("before", [b"", BOM, b"\n  "])
def test_standard_input_is_read_for_a_dash(
    before: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A byte order mark and white space before the case do not matter."""
    monkeypatch.setattr("sys.stdin", Stdin(before + b'{"as_of": "2026-11-22"}'))
    assert main(["decide", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-11-22"


def test_text_says_what_a_person_at_a_counter_wants_to_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer, what is missing, what to do, until when, why, and by which clause."""
    path = tmp_path / "case.json"
    case = {
        "as_of": "2026-11-22",
        "card": {
            "received_on": "2026-11-01",
            "bank": "ICBC",
            "social_security": "inactive",
            "financial": "inactive",
        },
        "institution": {"kind": "bank_outlet", "bank": "ICBC"},
        "documents": {"social_security_card": True, "identity_original": False},
    }
    path.write_text(json.dumps(case))
    assert main(["decide", str(path)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    for words in (
        "Social security application, at a bank outlet: documents missing",
        "Missing original identity card (no copy)",
        "Until 2027-08-28 (279 days left): activate the financial application",
        "this is no hospital [not_a_hospital]",
        "1: at the bank outlet [source.A1]",
        "WHAT TO ASK NEXT, BEST FIRST employment",
        "FROM 2027-08-29 ON, IF NOTHING HAPPENS",
    ):
        assert words in told


JUNK = bytes(range(128, 256))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (JUNK, "is not text in UTF-8"),
        (b'{"as_of": "2026-11-22"', "is not JSON"),
        (b"[]", "is not an object"),
        (b"NaN", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"{}", "as_of: is required"),
        (b'{"as_of": "2026-11-22", "as_of": "2026-11-22"}', "is given twice"),
        (b'{"as_of": "2026-02-30"}', "as_of: '2026-02-30' is not a date"),
        (b'{"as_of": "2026-11-22", "person": {"employmnt": 1}}', "did you mean employment?"),
        (b'{"as_of": "2026-11-22", "person": {"employment": "Employee"}}', "mean employee"),
        (
            b'{"as_of": "9999-12-31", "card": {"received_on": "9999-12-30"}}',
            "card.received_on: ",
        ),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_bad_input_is_told_on_standard_error(
    data: bytes,
    told: str,
    as_json: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit status is 2, the fault is named, and standard output stays empty."""
    path = tmp_path / "case.json"
    path.write_bytes(data)
    assert main(["decide", str(path), *(["--json"] if as_json else [])]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert told in found.err


def test_every_fault_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each stands on a line, in the order of the facts."""
    path = tmp_path / "case.json"
    bad = {"card": {"financial": "on"}, "person": {"age": 41.0}, "as_of": 7, "\x1b[2J\n": 1}
    path.write_text(json.dumps(bad))
    assert main(["decide", str(path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    paths = ["as_of", "person.age", "card.financial", r"\x1b[2J\n"]
    assert [line.split(": ")[1] for line in lines] == paths


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is a directory, and a name that no file can have."""
    for name, told in (
        (str(tmp_path / "none.json"), "does not exist"),
        (str(tmp_path), "is a directory"),
        ("a\0b", "cannot be read"),
    ):
        assert main(["decide", name]) == 2
        found = capsys.readouterr()
        assert found.out == ""
        assert told in found.err


def test_a_rule_book_of_ones_own_decides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no overlay is told like any other bad input."""
    case = tmp_path / "case.json"
    case.write_text('{"as_of": "2026-11-22"}')
    assert main(["decide", str(case), "--rulebook", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err
