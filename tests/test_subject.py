"""The machinery knows no subject: its source holds no word of the card, its parts and its facts."""

from __future__ import annotations

import ast
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssrules import Case, RuleBook
from ssrules.deciding.machine import Machine
from ssrules.facts import FACTS
from ssrules.records.kinds import members
from ssrules.tables.rows import Requirement, Rule

SOURCE = Path(__file__).parent.parent / "src" / "ssrules"

MACHINERY = (
    "asking",
    "checking",
    "deciding",
    "display",
    "engines",
    "frames",
    "overlays",
    "part_kinds.py",
    "records",
    "tables",
    "near.py",
    "telling.py",
    "preparing.py",
)
"""Files and packages that any rule book is decided, asked, checked, changed and shown by."""

OURS = ("as_of", "documents", "steps", "effects", "status", "because", "clauses", "needs")
"""Words of the subject that are terms of every rule book."""
SHARED = ("allowed", "incomplete", "refused", "determined", "undetermined")
"""Statuses that the part of any rule set may have."""


def subject() -> Iterator[str]:
    """The words of the book: facts with their values, sections, rule sets, rows, outputs."""
    book = RuleBook.default()
    for fact in FACTS:
        yield fact.path
        yield fact.name
        yield from members(fact.kind)
    yield from (section.name for section in Machine.of(book).sections)
    for rule_set in book.rule_sets:
        yield rule_set.name
        yield from rule_set.name.split(".")
        yield from rule_set.outputs
        yield from (each.name for each in rule_set.inputs)
        rows: tuple[Requirement | Rule, ...] = (*rule_set.requirements, *rule_set.rules)
        for row in rows:
            yield row.id if isinstance(row, Rule) else row.code
            for value in row.then.values() if isinstance(row, Rule) else ():
                yield from _codes(value)
    for section in Machine.of(book).sections:
        status = typing.get_type_hints(section.kind.part)["status"]
        yield from (each for each in status if each not in SHARED)
    yield from (parameter.name for parameter in book.parameters)
    yield from (name for name in vars(Case) if not name.startswith("_"))


def _codes(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _codes(each)


WORDS = frozenset(subject()) - frozenset(OURS)
# A single word may be plain English; what is made of several, or a path, is the subject's.
WORDS_LOOKED_FOR = frozenset(
    word for word in WORDS if ("_" in word or "." in word) and not hasattr(Case, word)
)


def said(path: Path) -> Iterator[tuple[int, str]]:
    """Every name and every text in a file, but for what is explained in docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    explained = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in explained:
                yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr


def files() -> Iterator[Path]:
    """Every file of the machinery."""
    for name in MACHINERY:
        found = SOURCE / name
        yield from (found,) if found.is_file() else sorted(found.rglob("*.py"))


def test_there_are_many_words_to_look_for() -> None:
    """A list that were empty would find nothing."""
    assert len(WORDS_LOOKED_FOR) > 150
    assert {"loss_report", "card.received_on", "activation.financial.bank_outlet"} <= (
        WORDS_LOOKED_FOR
    )


@pytest.mark.parametrize("path", [*files()], ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_file_of_the_machinery_holds_no_word_of_the_subject(path: Path) -> None:
    """No fact, section, status, rule set, row or parameter of the card, and no import of them."""
    for line, text in said(path):
        found = {
            word for word in re.findall(r"[a-z_0-9.]+", text.lower()) if word in WORDS_LOOKED_FOR
        }
        assert not found, f"line {line}: {found}"
    imported = re.findall(
        r"from ssrules\.(facts|parts|rules|localities)\b", path.read_text("utf-8")
    )
    assert not imported
