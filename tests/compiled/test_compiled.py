"""The compiled rule book: its form, what it holds, and what it refuses."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Any

import attrs
import pytest
from tests.js.books import BOOKS, LIBRARY, PARAMETERS

from ssrules import RuleBook
from ssrules.cli import main
from ssrules.compiled import FORMAT, FORMAT_VERSION, text
from ssrules.deciding.further import FurtherKind
from ssrules.deciding.part_kinds import PartKind
from ssrules.errors import RuleError
from ssrules.tables import Parameter

jsonschema: Any = importlib.import_module("jsonschema")  # it comes without types
SCHEMA = json.loads(
    resources.files("ssrules").joinpath("schema", "compiled.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one_and_is_of_this_format() -> None:
    """By the rules for schemas themselves, with the name and version that are written."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT
    assert SCHEMA["properties"]["format_version"]["const"] == FORMAT_VERSION


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS)
def test_every_book_keeps_the_schema_and_is_written_the_same_each_time(
    make: Callable[[], RuleBook],
) -> None:
    """Plain data, whose text is the same for an equal book that was made anew."""
    book = make()
    written = text(book)
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(written))] == []
    assert json.loads(written) == book.compiled()
    again = make() if make is not RuleBook.default else attrs.evolve(book)
    assert text(again) == written


def test_the_schema_refuses_what_is_not_of_it() -> None:
    """A key that is not known, and another version."""
    found = LIBRARY.compiled()
    assert not VALIDATOR.is_valid(found | {"more": 1})
    assert not VALIDATOR.is_valid(found | {"format_version": FORMAT_VERSION + 1})


def test_it_says_everything_that_the_book_rests_on() -> None:
    """Every clause, fact, rule, parameter and reason of the book, and its identity."""
    book = RuleBook.default()
    found = book.compiled()
    assert found["rulebook"]["digest"] == book.digest
    assert list(found["clauses"]) == list(book.clauses)
    assert [fact["path"] for fact in found["facts"]] == list(book.table.paths)
    assert list(found["parameters"]) == [each.name for each in book.parameters]
    rows = {row["code"] for table in found["tables"] for row in table["rows"]}
    rules = {rule.id for each in book.rule_sets for rule in each.rules}
    codes = {row.code for each in book.rule_sets for row in each.requirements}
    assert rows == rules | codes


def test_it_stays_small() -> None:
    """What a page has to carry: in bytes of JSON."""
    assert len(text(RuleBook.default()).encode()) < 200_000


class _Odd(FurtherKind):
    """A kind of part that does not say in data how it is put together."""

    section = "fee"
    form = PartKind.form

    def claims(self, name: str) -> bool:
        """Only its own."""
        return name == self.section


def test_a_part_that_does_not_say_how_it_is_made_is_refused() -> None:
    """With its name, and the cure."""
    book = attrs.evolve(LIBRARY, parts=(_Odd(),))
    told = "fee: is told by _Odd, which does not say in data how: give it `form`"
    with pytest.raises(RuleError, match=re.escape(told)):
        book.compiled()


def test_a_number_that_other_languages_do_not_have_exactly_is_refused() -> None:
    """Whole numbers beyond 2^53 - 1."""
    greater = Parameter(
        name="most_books", title="", unit="books", default=2**53, cites=PARAMETERS[0].cites
    )
    others = tuple(each for each in PARAMETERS if each.name != "most_books")
    book = attrs.evolve(LIBRARY, parameters=(*others, greater))
    with pytest.raises(RuleError, match="most_books: 9007199254740992 is too great"):
        book.compiled()


def test_the_command_writes_it(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """To a file, or to standard output."""
    file = tmp_path / "book.json"
    assert main(["export", "json", str(file)]) == 0
    assert file.read_text("utf-8") == text(RuleBook.default())
    assert main(["export", "json", "-"]) == 0
    assert capsys.readouterr().out == text(RuleBook.default())
