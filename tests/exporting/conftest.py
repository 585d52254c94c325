"""A connection to a PostgreSQL server of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.postgres import SUPERUSER, programs, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A connection to the server; the test is skipped where there is no server or no psycopg."""
    psycopg = pytest.importorskip("psycopg", reason="the tests of PostgreSQL need psycopg")
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with (
        server(where) as folder,
        psycopg.connect(
            host=folder,
            user=SUPERUSER,
            dbname="postgres",
            autocommit=True,
            prepare_threshold=None,  # the same question is asked of views that differ
        ) as connection,
    ):
        yield connection
