"""Rows for frames, and what `decide` says of each: the oracle of the conformance suite."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from ssrules import Case, FactError, RuleBook
from ssrules.deciding.decider import Decider
from ssrules.decisions import FurtherPart
from ssrules.facts import FACTS
from ssrules.records.kinds import members

AS_OF = datetime.date(2026, 11, 22)
COLUMNS = tuple(fact.path.replace(".", "_") for fact in FACTS)
Row = dict[str, Any]

NO_DATES = ("2026-02-30", "2025-2-3", "0000-01-01", "2026-01-01\n", " 2026-01-01", "1900-02-29", "")
NO_BANKS = ("", " ", "ICBC ", "\u3000ICBC", "ICBC\n", "\u00a0x")
BANKS = ("ICBC", "CCB", "icbc", "工商银行", "it's", "a b")
NO_AGES = (-1, 151, 10_000)


def draw(count: int, seed: int = 7) -> list[Row]:
    """Rows with unknown and wrong cells among them: dates are `datetime.date`, or text if wrong."""
    rng = np.random.default_rng(seed)
    return [_row(rng) for _ in range(count)]


def _row(rng: np.random.Generator) -> Row:
    unknown = float(rng.choice([0.0, 0.1, 0.5, 0.9]))
    wrong = float(rng.choice([0.0, 0.0, 0.0, 0.15]))
    row: Row = {}
    as_of = AS_OF + datetime.timedelta(days=int(rng.integers(-400, 400)))
    if rng.random() < 0.05:
        as_of = datetime.date.max
    if rng.random() < 0.03:
        as_of = datetime.date.min + datetime.timedelta(days=int(rng.integers(0, 700)))
    for fact, column in zip(FACTS, COLUMNS, strict=True):
        if rng.random() < (0.3 * wrong if column == "as_of" else unknown):
            row[column] = None
        else:
            row[column] = _cell(rng, fact.kind, as_of, column, wrong)
    return row


def _cell(
    rng: np.random.Generator, kind: Any, as_of: datetime.date, column: str, wrong: float
) -> object:
    is_wrong = rng.random() < wrong
    if kind is bool:
        return bool(rng.random() < 0.6)
    if kind is int:
        return _pick(rng, NO_AGES if is_wrong else (0, 15, 16, 17, 40, 150))
    if kind is str:
        return _pick(rng, NO_BANKS if is_wrong else BANKS)
    if members(kind):
        known = tuple(members(kind))
        return _pick(rng, ("Rural", "", known[0] + " ", known[0].upper()) if is_wrong else known)
    if is_wrong:
        return _pick(rng, NO_DATES)
    if column == "as_of":
        return as_of
    days = _pick(rng, (0, 1, 299, 300, 301, 302, int(rng.integers(0, 700)), -3))
    ordinal = min(max(1, as_of.toordinal() - days), datetime.date.max.toordinal())
    return datetime.date.fromordinal(ordinal)


def _pick(rng: np.random.Generator, values: tuple[Any, ...]) -> Any:
    return values[int(rng.integers(0, len(values)))]


def with_documents() -> list[Row]:
    """An open visit to the bank with its documents at hand, missing or unknown, in every way."""
    open_ = {
        "as_of": AS_OF,
        "card_bank": "ICBC",
        "card_social_security": "inactive",
        "card_financial": "inactive",
        "institution_kind": "bank_outlet",
        "institution_bank": "ICBC",
    }
    of_the_holder = ("social_security_card", "identity_original", "other_valid_certificate")
    of_another = (
        "representative_identity_original",
        "proof_of_guardianship",
        "power_of_attorney",
    )
    rows: list[Row] = []
    for by in ("holder", "guardian", "agent"):
        for at_hand in itertools.product((None, False, True), repeat=len(of_the_holder)):
            known = dict(zip(of_the_holder, at_hand, strict=True)) | dict.fromkeys(of_another, True)
            papers = {f"documents_{name}": value for name, value in known.items()}
            rows.append({**dict.fromkeys(COLUMNS), **open_, "visit_by": by, **papers})
    return rows


def mapping_of(row: Mapping[str, object]) -> dict[str, Any]:
    """A row as the mapping of a single case; an absent column is an absent key."""
    tree: dict[str, Any] = {}
    for fact, column in zip(FACTS, COLUMNS, strict=True):
        if column in row:
            *groups, name = fact.path.split(".")
            at = tree
            for group in groups:
                at = at.setdefault(group, {})
            at[name] = row[column]
    return tree


FURTHER = ("days_left", "documents", "needs", "next_change")
"""What may be asked for beside the decision columns."""


def expected(
    row: Mapping[str, object],
    book: RuleBook,
    *,
    because: bool = True,
    with_: tuple[str, ...] = (),
) -> Row:
    """What the decision columns of a row must hold, and the further ones that are asked for."""
    try:
        decision = Decider.of(book).decide(Case.from_dict(mapping_of(row)))
    except FactError as error:
        blank = Decider.of(book).decide(Case(as_of=AS_OF))
        names = _columns(blank, because=because, with_=with_)
        return dict.fromkeys(names) | {"fact_error": "; ".join(map(str, error.faults))}
    return _columns(decision, because=because, with_=with_) | {"fact_error": None}


def _columns(decision: Any, *, because: bool, with_: tuple[str, ...]) -> Row:
    found: Row = {}
    for path, part in decision.parts:
        prefix = path.replace(".", "_")
        found[f"{prefix}_status"] = str(part.status)
        if because:
            found[f"{prefix}_because"] = ";".join(part.because)
        if path == "loss_report":
            found[f"{prefix}_deadline"] = part.deadline
        if path == "application":
            found[f"{prefix}_route"] = part.route
        if isinstance(part, FurtherPart):
            found |= _single_outputs(prefix, part)
        if path.startswith("insurance."):
            found[f"{prefix}_participation"] = part.participation
        if "days_left" in with_ and path == "loss_report":
            found[f"{prefix}_days_left"] = part.days_left
        if "documents" in with_ and (path.startswith("activation.") or path == "application"):
            found[f"{prefix}_missing_documents"] = ";".join(part.missing_documents)
            found[f"{prefix}_unconfirmed_documents"] = ";".join(part.unconfirmed_documents)
        if "needs" in with_:
            found[f"{prefix}_needs"] = ";".join(part.needs)
    if "needs" in with_:
        found["needs"] = ";".join(decision.needs)
    if "next_change" in with_:
        found["next_change_on"] = decision.next_change and decision.next_change.on
    return found


OUTPUTS = {"local_bus_pass": ("price", "free"), "local_gate": ("door",)}
"""The outputs of the tests' own rule sets that are no lists."""


def _single_outputs(prefix: str, part: FurtherPart) -> Row:
    found: Row = {}
    for name in OUTPUTS[prefix]:
        value = part.outputs.get(name)
        found[f"{prefix}_{name}"] = str(value).lower() if isinstance(value, bool) else value
    return found


def with_text_dates(rows: Iterable[Row]) -> list[Row]:
    """The rows with every date written out."""
    return [
        {
            name: cell.isoformat() if isinstance(cell, datetime.date) else cell
            for name, cell in row.items()
        }
        for row in rows
    ]


def with_typed_dates(rows: Iterable[Row]) -> list[Row]:
    """The rows with every date of a type; what is no date is unknown, `as_of` an ordinary day."""
    found = []
    for row in rows:
        typed = dict(row)
        for name in ("as_of", "card_received_on"):
            if isinstance(typed[name], str):
                typed[name] = AS_OF if name == "as_of" else None
        found.append(typed)
    return found
