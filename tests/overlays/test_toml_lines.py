"""The lines of a TOML text: every path that `tomllib` reads has the line on which it is written."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules import localities
from ssrules.overlays.toml_lines import Path, lines_of

MESSY = '''
top = "#[" # a comment = 1
day = 2026-01-01 10:00:00

[[changes]]
a = """ several
[[changes]]
"quoted\\" ""
"""
b . "c.d" = [ 1, # one
  "x]",
  {d = 1, 'e.f' = [
    \'}\']},
]
[changes.when]
"card.financial" = ["a",
 "b"]
[[changes]]
[[changes.sub]]
z = \'\'\'x\'\'\'
[[changes.sub]]
z = [2026-01-01 10:00:00, 5]
'''


def paths_in(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every path of what was read."""
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths_in(item, (*path, key))
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from paths_in(item, (*path, at))


def test_nothing_that_toml_allows_leads_astray() -> None:
    """Comments, strings of several lines, dotted keys, inline tables, arrays of tables."""
    lines = lines_of(MESSY)
    assert set(lines) == set(paths_in(tomllib.loads(MESSY)))
    assert lines["changes", 0, "b", "c.d", 1] == 11
    assert lines["changes", 0, "b", "c.d", 2, "e.f", 0] == 13
    assert lines["changes", 0, "when", "card.financial", 1] == 17
    assert lines["changes", 1, "sub", 1, "z"] == 22


def test_a_text_with_other_line_ends_has_the_same_lines() -> None:
    """As an editor on another system writes them."""
    assert lines_of(MESSY.replace("\n", "\r\n")) == lines_of(MESSY)


@pytest.mark.parametrize("name", localities.names())
def test_every_path_of_a_shipped_file_has_a_line(name: str) -> None:
    """On which its last key stands."""
    text = localities.text(name)
    lines = lines_of(text)
    for path in paths_in(tomllib.loads(text)):
        assert path in lines
        if path and isinstance(path[-1], str):
            assert path[-1] in text.splitlines()[lines[path] - 1]


KEYS = st.text(max_size=4)
SCALARS = st.text(max_size=5) | st.integers() | st.booleans() | st.dates()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def written(value: Any, draw: Any) -> str:
    """A value in TOML, with lines broken where that is allowed."""
    if isinstance(value, list):
        inner = ",".join(f"{draw()}{written(item, draw)}{draw()}" for item in value)
        return f"[{inner}{draw()}]"
    if isinstance(value, dict):
        pairs = (f"{key_of(key)} = {written(item, draw)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, str):
        return key_of(value)
    return str(value).lower()


def key_of(text: str) -> str:
    """A string, quoted as TOML has it."""
    plain = json.dumps(text, ensure_ascii=False)
    return plain.replace("\x7f", "\\u007f")


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.data())
def test_every_path_has_a_line_however_it_is_written(tree: dict[str, Any], data: Any) -> None:
    """And the path of a key at the top has the very line on which it was put."""
    lines: list[str] = []
    starts: dict[str, int] = {}
    breaks = st.sampled_from(["", " ", "\n", "# ]\n"])
    for key, value in tree.items():
        lines += data.draw(st.sampled_from([[], ["# [x]"], [""]]))
        starts[key] = len(lines) + 1
        pair = f"{key_of(key)} = {written(value, lambda: data.draw(breaks))}"
        lines += pair.split("\n")
    text = "\n".join(lines)
    read = tomllib.loads(text)
    found = lines_of(text)
    assert set(found) == set(paths_in(read))
    assert {key: found[key,] for key in tree} == starts


@given(st.text(alphabet="[]{}=\",.#'\n ab1\\", max_size=30))
def test_a_text_that_is_no_toml_ends_too(text: str) -> None:
    """It has as many lines as it has, and no error."""
    assert max(lines_of(text).values()) <= text.count("\n") + 1
