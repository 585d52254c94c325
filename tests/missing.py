"""What the tests can do without: it has no wheels for every Python, and is then not installed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

MAY_BE_MISSING = ("duckdb", "polars")
"""DuckDB 2.0.1 and Polars 2.1.0 have none for a free-threaded one."""


def is_missing(error: BaseException | None) -> str | None:
    """The name of such a package, where an error says that it is not there."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return name if name in MAY_BE_MISSING else None


@contextlib.contextmanager
def skipped_where_missing() -> Iterator[None]:
    """A test that meets such an error ends as skipped."""
    try:
        yield
    except ModuleNotFoundError as error:
        name = is_missing(error)
        if name is None:
            raise
        pytest.skip(f"{name} is not installed")
