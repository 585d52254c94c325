"""Rule books in the languages of others: SQL, for the places where the rows live."""

from __future__ import annotations

from ssrules.exporting.sql import sql

__all__ = ["sql"]
