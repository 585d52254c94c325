"""`ssrules export sql`: the rule book as a view."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ssrules import RuleBook
from ssrules.cli import main
from ssrules.exporting import sql


def test_the_file_holds_the_view(tmp_path: Path) -> None:
    """What the function gives, with the same options; a database takes it."""
    out = tmp_path / "view.sql"
    options = ["--dialect", "duckdb", "--as-of", "2026-11-22", "--keep", "who"]
    asked = ["export", "sql", *options, "--facts", "person.age", "--", str(out)]
    assert main(asked) == 0
    text = out.read_text("utf-8")
    wanted = sql(
        RuleBook.default(), "duckdb", as_of="2026-11-22", keep=["who"], facts=["person.age"]
    )
    assert text == wanted
    connection = duckdb.connect()
    connection.execute("CREATE TABLE cases AS SELECT 'a' AS who, 40 AS person_age")
    connection.execute(text)
    found = connection.sql("SELECT who, rights_status FROM decisions").fetchall()
    assert found == [("a", "undetermined")]


def test_a_dialect_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    """And be one that there is."""
    with pytest.raises(SystemExit):
        main(["export", "sql", "--dialect", "oracle", "-"])
    assert "postgres" in capsys.readouterr().err
