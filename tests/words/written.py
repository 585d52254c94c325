"""The words as they are written in their files, repeated keys and comments included."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parents[2] / "src" / "ssrules" / "words"

FILES = ("", "_asking", "_book", "_screen")
"""What is behind the language in the names of its files."""


def source(language: str, file: str) -> str:
    """The text of a file of words."""
    return (WORDS / f"{language}{file}.py").read_text("utf-8")


@cache
def items(language: str, file: str) -> tuple[tuple[str, str], ...]:
    """The keys and words of a file as they are written, repeated keys included."""
    *_, statement = ast.parse(source(language, file)).body
    assert isinstance(statement, ast.AnnAssign)
    assert isinstance(statement.value, ast.Dict)
    pairs = zip(statement.value.keys, statement.value.values, strict=True)
    return tuple((ast.literal_eval(key), ast.literal_eval(word)) for key, word in pairs if key)


@cache
def words(language: str) -> dict[str, str]:
    """All words of a language."""
    return dict(itertools.chain.from_iterable(items(language, file) for file in FILES))


def proposed() -> Iterator[str]:
    """The keys whose Chinese word is marked as proposed."""
    for file in FILES:
        for line in source("zh", file).splitlines():
            if line.endswith("# proposed"):
                yield line.strip()[1:].partition('": ')[0]
