"""The beginning of a TOML file of changes, for several tests."""

from __future__ import annotations

HEAD = """name = "locality"
version = "1"
[[clauses]]
id = "notice.1"
title = "A notice"
words = "Made up."
language = "en"
version = 2026-01-01
in_force_from = 2026-02-01
"""
CHANGE = HEAD + "[[changes]]\n"
