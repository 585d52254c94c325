"""Documents: at hand, known to be missing, or unconfirmed."""

from __future__ import annotations

import itertools

import pytest

from ssrules.deciding.with_documents import at_hand
from ssrules.tables import Document

NAMES = ("identity_original", "identity_copy", "contact_number", "social_security_card")
PATHS = tuple(f"documents.{name}" for name in NAMES)


@pytest.mark.parametrize("split", range(5))
def test_a_document_is_missing_only_if_it_is_whatever_the_unknowns(split: int) -> None:
    """Every truth value of every fact, against trying all completions."""
    document = Document(code="paper", all_of=PATHS[:split], any_of=PATHS[split:])
    for known in itertools.product((None, False, True), repeat=len(PATHS)):
        outcomes = set()
        for values in itertools.product(*((False, True) if v is None else (v,) for v in known)):
            every, some = values[:split], values[split:]
            outcomes.add(all(every) and (any(some) or not some))
        expected = outcomes.pop() if len(outcomes) == 1 else None
        assert at_hand(document, dict(zip(PATHS, known, strict=True))) is expected
