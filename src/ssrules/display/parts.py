"""What each part of a decision says, in words and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssrules.decisions import (
    Activation,
    Application,
    FurtherPart,
    InsuranceType,
    LossReport,
    MedicalBenefit,
    Part,
    Rights,
)
from ssrules.display.lines import Line, column
from ssrules.display.reasons import Sources
from ssrules.words.labels import label
from ssrules.words.sentences import listed


def answer(found: Part) -> str:
    """A part's answer in a few words."""
    if found.status == "undetermined":
        return label("status:undetermined")
    if isinstance(found, Application):
        return label(f"route:{found.route}")
    if isinstance(found, InsuranceType):
        scheme = f", {label(f'scheme:{found.scheme}')}" if found.scheme else ""
        return f"{label(f'participation:{found.participation}')}{scheme}"
    if isinstance(found, Activation) and found.status == "incomplete":
        return label("status:incomplete" if found.missing_documents else "status:unconfirmed")
    if isinstance(found, Rights):
        kinds = [each.kind for each in found.individual]
        return f"duties: {kinds.count('duty')}, rights: {kinds.count('right')}"
    return label(f"status:{found.status}")


def told(path: str, found: Part, sources: Sources) -> Iterable[Line]:
    """What a part says beside its answer."""
    if isinstance(found, LossReport):
        return _loss_report(found, sources)
    if isinstance(found, Activation):
        return _activation(path, found, sources)
    if isinstance(found, Application):
        return _application(path, found, sources)
    if isinstance(found, InsuranceType):
        return _insurance(found)
    if isinstance(found, MedicalBenefit):
        return _medical_benefit(found)
    return _rights(found) if isinstance(found, Rights) else _further(found)


def _loss_report(found: LossReport, sources: Sources) -> Iterator[Line]:
    if found.deadline is not None and found.days_left is not None and not sources.activated:
        days = abs(found.days_left)
        count = f"{days} day{'' if days == 1 else 's'}"
        when = "today" if not days else f"{count} left" if found.days_left > 0 else f"{count} ago"
        yield "Until", f"{found.deadline} ({when}): activate the financial application"
    yield from column("To do", (label(f"step:{each}") for each in found.release_steps))
    if found.status in ("due", "reported"):
        yield "Note", label(f"loss:{found.status}")


def _activation(path: str, found: Activation, sources: Sources) -> Iterator[Line]:
    yield from sources.documents(path, found)
    yield from column("To do", (label(f"step:{each}") for each in found.steps))
    yield from column("Result", (label(f"effect:{each}") for each in found.effects))
    if found.in_time is not None and found.status != "refused":
        yield "In time", label(f"in_time:{str(found.in_time).lower()}")


def _application(path: str, found: Application, sources: Sources) -> Iterator[Line]:
    if found.required_documents is None:
        yield "Bring", "what the work unit asks for"
    yield from sources.documents(path, found)
    yield from column("To do", (label(f"step:{each}") for each in found.steps))
    others = (label(f"route:{each}") for each in found.open_routes if each != found.route)
    yield from column("Or else", others)


def _insurance(found: InsuranceType) -> Iterator[Line]:
    if found.payers:
        told = listed(label(f"payer:{each}") for each in found.payers)
        with_ = found.collected_with
        yield "Paid by", f"{told}; {label(f'collected_with:{with_}')}" if with_ else told


def _medical_benefit(found: MedicalBenefit) -> Iterator[Line]:
    if found.forms:
        yield "What", listed((label(f"form:{each}") for each in found.forms), "or")
        yield "From", listed((label(f"payer:{each}") for each in found.provided_by), "or")
        yield "Paid by", listed(label(f"payer:{each}") for each in found.funded_by)
        yield "System", label(f"scheme:{found.scheme}")


def _rights(found: Rights) -> Iterator[Line]:
    for whose, items in (("the person", found.individual), ("the work unit", found.unit)):
        for kind in ("duty", "right"):
            listing = (label(f"right:{each.code}") for each in items if each.kind == kind)
            yield from column(f"{label(f'kind:{kind}').capitalize()} of {whose}", listing)


def _further(found: FurtherPart) -> Iterator[Line]:
    for name, value in found.outputs.items():
        several = isinstance(value, tuple | list)
        yield (
            label(f"output:{name}").capitalize(),
            listed(map(str, value)) if several else str(value),
        )
