"""The page as a file: its words, its modules, its books, and the command that writes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.js.node import run

from ssrules import RuleBook, localities
from ssrules.cli import main
from ssrules.compiled import compiled
from ssrules.errors import RuleError
from ssrules.page import Place, html, places
from ssrules.page.build import WORDS
from ssrules.page.differences import difference
from ssrules.page.modules import joined
from ssrules.page.places import written

PIECES = re.compile(r"\{(\w+)\}")
CHANGED = Path(__file__).parent / "changed.mjs"


def test_the_words_of_both_languages_have_the_same_keys_and_pieces() -> None:
    """In the same order, none of them empty."""
    assert list(WORDS["en"]) == list(WORDS["zh"])
    for key, words in WORDS["en"].items():
        assert words
        assert set(PIECES.findall(words)) == set(PIECES.findall(WORDS["zh"][key])), key


def test_every_word_is_used() -> None:
    """By a module of the page, or where it is put together."""
    folder = Path(str(localities.__file__)).parent.parent / "page"
    text = "".join(
        each.read_text("utf-8") for each in folder.rglob("*") if each.suffix in (".js", ".py")
    )
    made = ("wrong:", "link:", "result:")  # keys that are made of two pieces
    for key in WORDS["en"]:
        assert f'"{key}"' in text or f"`{key}" in text or key.startswith(made), key


def test_it_is_one_file_that_names_no_other() -> None:
    """No address to load from, no import, and the same text each time."""
    found = html()
    assert found == html()
    assert "{{" not in found.partition('<script type="application/json"')[0]
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*\b(?:src|href)=", found)
    assert not re.search(r"^import ", found, re.MULTILINE)


def test_every_place_is_its_book() -> None:
    """What differs, put into the first book by the page's own module, gives each book whole."""
    known = places(WORDS["en"])
    assert [each.name for each in known] == ["default", *localities.names()]
    found = written(known)
    made = json.loads(run(CHANGED, json.dumps(found)))
    assert made == [compiled(each.book) for each in known]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": 1, "b": [1, 2, 3]}, {"b": [1, 5, 3], "c": None}),
        ([1, 2, 3, 4], [1, 9, 9, 9, 4]),
        ([], [1]),
        ([{"a": True}], [{"a": 1}]),
        ({"to": 1}, {"cut": [2], "to": {"keys": 1}}),
        ([1, 1], [1]),
    ],
)
def test_a_difference_makes_the_other_tree(old: Any, new: Any) -> None:
    """Whatever is put in, left out or changed."""
    given = [{"book": old}, {"book": difference(old, new)}]
    assert json.loads(run(CHANGED, json.dumps(given)))[1] == new


def test_modules_that_cannot_be_placed_are_refused() -> None:
    """One that is missing, and two that import each other."""
    with pytest.raises(RuleError, match=r"b\.js"):
        joined({"a": 'import { x } from "./b.js";\n'})
    with pytest.raises(RuleError, match=r"a\.js"):
        joined({"a": 'import { x } from "./b.js";\n', "b": 'import { y } from "./a.js";\n'})


def test_the_command_writes_it(tmp_path: Path) -> None:
    """Of all places, or of the one that is named."""
    file = tmp_path / "page.html"
    assert main(["page", str(file)]) == 0
    assert file.read_text("utf-8") == html()
    assert main(["page", str(file), "--locality", localities.names()[0]]) == 0
    book = RuleBook.from_toml(localities.text(localities.names()[0]))
    one = Place(book.name, {"en": book.name, "zh": book.name}, book)
    assert file.read_text("utf-8") == html([one])
