"""Plain English sentences about the parts of a decision, made of the words in `labels`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
from ssrules.tables.inputs import Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.words.labels import label, value_label


def listed(words: Iterable[str], last: str = "and") -> str:
    """A list in words: `a, b and c`."""
    *most, final = [*words] or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def condition(asked: str, values: Iterable[Value]) -> str:
    """What a row asks of one input: the question, and the values that it takes."""
    return f"{label(asked)}: {listed((value_label(asked, each) for each in values), 'or')}"


def conditions(asked: Mapping[str, tuple[Value, ...]]) -> str:
    """What a row asks of all its inputs."""
    return "; ".join(condition(name, values) for name, values in asked.items())


def asked(row: Requirement | Rule) -> str:
    """What a requirement or a rule asks for."""
    if isinstance(row, Rule):
        return conditions(row.when) or "nothing more"
    wanted = conditions(row.holds_if)
    return f"{wanted}, where {conditions(row.when)}" if row.when else wanted


def reason(row: Requirement | Rule) -> str:
    """What a rule that applies, or a requirement that fails, says."""
    if isinstance(row, Requirement):
        return label(f"requirement:{row.code}")
    return conditions(row.when) or "it applies once every requirement holds"


def answer(part: Part) -> str:
    """The answer of a part in a sentence or two."""
    if part.status == "undetermined":
        return f"not yet known; it hangs on {listed(map(label, part.needs))}."
    if isinstance(part, LossReport):
        return _loss_report(part)
    if isinstance(part, Activation):
        return _activation(part)
    if isinstance(part, Application):
        return _application(part)
    if isinstance(part, InsuranceType):
        return _insurance(part)
    if isinstance(part, MedicalBenefit):
        return _medical_benefit(part)
    return _rights(part) if isinstance(part, Rights) else _further(part)


def _loss_report(part: LossReport) -> str:
    told = label(f"loss:{part.status}")
    if part.status == "not_due" and part.deadline is not None:
        over = part.days_left is not None and part.days_left < 0
        told += f" The window {'ended' if over else 'ends'} with {part.deadline}."
    if part.status == "due" and part.due_from is not None:
        told += f" It has been due from {part.due_from} on."
    if part.release_steps:
        told += f" What to do: {_coded('step', part.release_steps, ', then ')}."
    return told


def _activation(part: Activation) -> str:
    told = f"{label(f'status:{part.status}')}."
    if part.status == "refused":
        return (
            f"{told} {_coded('requirement', part.because).capitalize()}." if part.because else told
        )
    for word, codes in (
        ("Missing", part.missing_documents),
        ("To be confirmed", part.unconfirmed_documents),
    ):
        told += f" {word}: {_coded('document', codes)}." if codes else ""
    if part.steps:
        told += f" What to do: {_coded('step', part.steps, ', then ')}."
    if part.effects:
        told += f" What it brings: {_coded('effect', part.effects)}."
    if part.in_time is not None:
        told += f" In time: {label('in_time:true' if part.in_time else 'in_time:false')}."
    return told


def _application(part: Application) -> str:
    told = f"{label(f'route:{part.route}')}. What to do: {_coded('step', part.steps, ', then ')}."
    if part.required_documents is None:
        return f"{told} The work unit says which documents it wants."
    return f"{told} Documents: {_coded('document', part.required_documents)}."


def _insurance(part: InsuranceType) -> str:
    told = label(f"participation:{part.participation}")
    if part.scheme:
        told += f", {label(f'scheme:{part.scheme}')}"
    if part.payers:
        told += f"; paid by: {_coded('payer', part.payers)}"
    if part.collected_with:
        told += f"; {label(f'collected_with:{part.collected_with}')}"
    return f"{told}."


def _medical_benefit(part: MedicalBenefit) -> str:
    told = f"{label(f'status:{part.status}')}."
    if part.scheme:
        told += (
            f" {_coded('form', part.forms)}, by {_coded('payer', part.provided_by)}, funded by"
            f" {_coded('payer', part.funded_by)}, under {label(f'scheme:{part.scheme}')}."
        )
    return told


def _rights(part: Rights) -> str:
    told = f"the person may or must {_coded('right', (each.code for each in part.individual))}."
    if part.unit:
        told += f" The work unit: {_coded('right', (each.code for each in part.unit))}."
    return told


def _further(part: FurtherPart) -> str:
    told = (f"{label(name)} {_plain(value)}" for name, value in part.outputs.items())
    return (
        f"{label(f'status:{part.status}')}; {', '.join(told)}."
        if part.outputs
        else (f"{label(f'status:{part.status}')}.")
    )


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return listed(map(_plain, value)) or "none"
    return "none" if value is None else str(value).replace("_", " ")


def _coded(subject: str, codes: Iterable[str], between: str = "") -> str:
    words = [label(f"{subject}:{code}") for code in codes]
    return between.join(words) if between else listed(words)
