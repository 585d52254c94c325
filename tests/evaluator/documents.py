"""Which documents are at hand, missing, or unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable

from tests.evaluator.terms import Facts, Tree

_PHOTO = ("presented", "two_inch", "colour", "white_background", "recent")
# Every one of these is asked of a photo; both are told as `photo`.
PHOTOS = {"photo": _PHOTO, "bareheaded_photo": (*_PHOTO, "bareheaded")}
# Any one of these will do.
CERTIFICATES = ("documents.identity_original", "documents.other_valid_certificate")


def every(states: Iterable[bool | None]) -> bool | None:
    """Whether all are true; None if that is not known."""
    found = set(states)
    return False if False in found else None if None in found else True


def at_hand(document: str, facts: Facts) -> bool | None:
    """Whether a document is at hand; None if that is not known."""
    if document in PHOTOS:
        return every(facts[f"documents.photo.{each}"] for each in PHOTOS[document])
    if document == "valid_certificate":
        found = {facts[path] for path in CERTIFICATES}
        return True if True in found else None if None in found else False
    state: bool | None = facts[f"documents.{document}"]
    return state


def told(documents: Iterable[str] | None, facts: Facts) -> Tree:
    """The three lists; None are the documents that the work unit names."""
    states = [
        ("photo" if each in PHOTOS else each, at_hand(each, facts)) for each in documents or ()
    ]
    return {
        "required_documents": None if documents is None else [code for code, _ in states],
        "missing_documents": [code for code, state in states if state is False],
        "unconfirmed_documents": [code for code, state in states if state is None],
    }
