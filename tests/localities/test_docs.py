"""What the documentation says of files of changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ssrules import Case, RuleBook, decide

DOCS = Path(__file__).parent.parent.parent / "docs"
TEXTS = [(DOCS / name).read_text("utf-8") for name in ("overlays.md", "zh/overlays.md")]
BOOK = RuleBook.default()


@pytest.mark.parametrize("text", TEXTS, ids=["en", "zh"])
def test_the_file_in_the_docs_is_one_that_can_be_read(text: str) -> None:
    """And does what is said beside it."""
    toml, entry_points = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert "ssrules.localities" in entry_points
    book = RuleBook.from_toml(toml)
    facts = {"institution": {"kind": "hospital", "designated": True}}
    for as_of, asked in (("2026-12-31", False), ("2027-01-01", True)):
        told = decide(Case.from_dict({"as_of": as_of} | facts), book)
        option = told.part("activation.social_security.hospital")
        assert ("contact_number" in option.required_documents) is asked


@pytest.mark.parametrize("text", TEXTS, ids=["en", "zh"])
def test_the_docs_tell_of_every_parameter_with_its_default(text: str) -> None:
    """As the rule book has it."""
    for parameter in BOOK.parameters:
        assert f"| `{parameter.name}` |" in text
        assert f"| {str(parameter.default).lower()} |" in text
