"""From the answers of rule sets to the parts of a decision.

What is the same for every case with the same answers is put together once, as a draft; only dates
and documents are looked up in the case itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ssrules.deciding.cells import Answer
from ssrules.decisions import (
    Activation,
    ActivationStatus,
    Application,
    BenefitStatus,
    FurtherPart,
    Insurance,
    InsuranceType,
    LossReport,
    LossReportStatus,
    MedicalBenefit,
    Part,
    Rights,
    RightsItem,
    Status,
)
from ssrules.errors import FactError, Fault
from ssrules.facts import FACTS, Case
from ssrules.records.frozen import FrozenDict
from ssrules.rules.classifications import CLASSIFICATIONS
from ssrules.tables.documents import Document
from ssrules.tables.memory import Remembered
from ssrules.tables.rule_sets import RuleSet

REMEMBERED_PARTS = 20_000
"""How many parts, each for other documents at hand, a draft keeps."""

FACT_ORDER = {fact.path: at for at, fact in enumerate(FACTS)}

ONE_DAY = datetime.timedelta(days=1)
Finish = Callable[[Case, datetime.date | None], Part]
"""From a case, and the first day after its window where that is known, to a part."""


def in_fact_order(paths: Iterable[str]) -> tuple[str, ...]:
    """Paths of facts without repeats, in the order of the table of facts."""
    return tuple(sorted(set(paths), key=FACT_ORDER.__getitem__))


@attrs.frozen(eq=False)
class Draft:
    """A part but for what hangs on dates or documents.

    `status` is the part's status as far as it does not hang on documents. `ready` is the part
    where it is the same for every case, and None where `finish` has to make it.
    """

    status: str
    needs: frozenset[str]
    finish: Finish
    ready: Part | None = None


class WithDocuments:
    """Parts that differ in the documents at hand only, each made once."""

    def __init__(
        self,
        documents: tuple[Document, ...],
        make: Callable[[tuple[str, ...], tuple[str, ...]], Part],
    ) -> None:
        self._documents = documents
        self._make = make
        self.paths = tuple(dict.fromkeys(fact for each in documents for fact in each.facts))
        self._get = attrgetter(*self.paths)
        self._made: Remembered[Any, Part] = Remembered(REMEMBERED_PARTS)

    def __call__(self, case: Case, _: datetime.date | None) -> Part:
        """Give the part for the documents at hand in a case."""
        known = self._get(case)
        found = self._made.get(known)
        if found is None:
            values = known if len(self.paths) > 1 else (known,)
            facts = dict(zip(self.paths, values, strict=True))
            states = [(each.code, at_hand(each, facts)) for each in self._documents]
            missing = tuple(code for code, state in states if state is False)
            unconfirmed = tuple(code for code, state in states if state is None)
            found = self._made.keep(known, self._make(missing, unconfirmed))
        return found


class Options:
    """The options of `activation` together, put together once for the same documents at hand.

    `made` is where they are kept, with those of other answers.
    """

    def __init__(self, drafts: tuple[Draft, ...], made: Remembered[Any, tuple[Part, ...]]) -> None:
        self._drafts = drafts
        self._made = made
        unfinished = (draft.finish for draft in drafts if draft.ready is None)
        paths = (
            path for each in unfinished if isinstance(each, WithDocuments) for path in each.paths
        )
        self._get = attrgetter(*dict.fromkeys(paths))

    def __call__(self, case: Case, due: datetime.date | None) -> tuple[Part, ...]:
        """Give the options for the documents at hand in a case."""
        key = self, self._get(case)
        found = self._made.get(key)
        if found is None:
            parts = tuple(draft.ready or draft.finish(case, due) for draft in self._drafts)
            found = self._made.keep(key, parts)
        return found


def at_hand(document: Document, facts: Mapping[str, bool | None]) -> bool | None:
    """Whether a document is at hand: None where the unknown facts leave it open."""
    all_of = [facts[path] for path in document.all_of]
    any_of = [facts[path] for path in document.any_of]
    if False in all_of or (any_of and all(fact is False for fact in any_of)):
        return False
    if None in all_of or (any_of and True not in any_of):
        return None
    return True


def section_of(name: str) -> str:
    """The section of a decision that a rule set's answer belongs to."""
    first, *rest = name.split(".")
    lengths = {"activation": 2, "insurance": 1}
    if first in lengths:
        return first if len(rest) == lengths[first] else name
    return name


def section(name: str, found: tuple[Part, ...]) -> Any:
    """A section of a decision made of its parts."""
    if name == "insurance":
        return Insurance(types=found)  # type: ignore[arg-type]  # by the name of the section
    return found if name == "activation" else found[0]


def draft(rule_set: RuleSet, main: Answer, added: Mapping[str, Answer]) -> Draft:
    """The part of a rule set; `added` holds the answers of the rule sets that are part of it."""
    section = section_of(rule_set.name)
    if section == "loss_report":
        return loss_report(main, added.get("release_steps"))
    if section == "activation":
        return activation(rule_set, main, added.get("effects"), added.get("in_time"))
    if section == "application":
        return application(main, added["materials"])
    if section == "insurance":
        return insurance_type(rule_set, main)
    if section == "medical_benefit":
        return medical_benefit(main)
    return rights(main) if section == "rights" else further(rule_set, main)


def _fixed(status: str, part: Part) -> Draft:
    return Draft(status, frozenset(part.needs), lambda _, __: part, part)


def _reasons(answer: Answer) -> dict[str, Any]:
    return {
        "because": answer.because,
        "clauses": answer.clauses,
        "needs": in_fact_order(answer.needs),
    }


def loss_report(main: Answer, release: Answer | None) -> Draft:
    """The part `loss_report`."""
    status = LossReportStatus(main.outcome.outputs["status"] if main.outcome else "undetermined")
    steps = release.possible.get("steps", ()) if release and main.outcome else ()
    because, clauses, needs = main.because, main.clauses, in_fact_order(main.needs)

    def finish(case: Case, due: datetime.date | None) -> LossReport:
        try:
            deadline = None if due is None else due - ONE_DAY
        except OverflowError:
            told = "the last day of its window is before the calendar begins"
            raise FactError([Fault("card.received_on", case.card.received_on, told)]) from None
        return LossReport(
            status=status,
            function="social_security",
            deadline=deadline,
            days_left=None if deadline is None else (deadline - case.as_of).days,
            due_from=due,
            release_steps=steps,
            because=because,
            clauses=clauses,
            needs=needs,
        )

    return Draft(status, main.needs, finish)


def activation(
    rule_set: RuleSet, main: Answer, effects: Answer | None, in_time: Answer | None
) -> Draft:
    """One option of the part `activation`."""
    _, function, channel = rule_set.name.split(".")
    given = {
        "function": function,
        "channel": channel,
        "in_time": None if in_time is None else in_time.certain.get("in_time"),
        **_reasons(main),
    }
    if main.outcome is not None and main.outcome.refused:
        refused = Activation(
            status=ActivationStatus.REFUSED,
            required_documents=(),
            missing_documents=(),
            unconfirmed_documents=(),
            steps=(),
            effects=(),
            **given,
        )
        return _fixed(ActivationStatus.REFUSED, refused)
    documents: tuple[Document, ...] = main.possible.get("documents", ())
    steps: tuple[str, ...] = main.possible.get("steps", ())
    undetermined = ActivationStatus.UNDETERMINED if main.outcome is None else None

    def make(missing: tuple[str, ...], unconfirmed: tuple[str, ...]) -> Activation:
        complete = not missing and not unconfirmed
        open_ = ActivationStatus.ALLOWED if complete else ActivationStatus.INCOMPLETE
        return Activation(
            status=undetermined or open_,
            required_documents=tuple(each.code for each in documents),
            missing_documents=missing,
            unconfirmed_documents=unconfirmed,
            steps=steps,
            effects=() if effects is None else effects.certain.get("effects", ()),
            **given,
        )

    if not documents:
        return _fixed(undetermined or "open", make((), ()))
    return Draft(undetermined or "open", main.needs, WithDocuments(documents, make))


def application(main: Answer, materials: Answer) -> Draft:
    """The part `application`."""
    if main.outcome is None:
        undetermined = Application(
            status=Status.UNDETERMINED,
            route=None,
            in_person=None,
            open_routes=(),
            steps=(),
            required_documents=(),
            missing_documents=(),
            unconfirmed_documents=(),
            **_reasons(main),
        )
        return _fixed(Status.UNDETERMINED, undetermined)
    outcome = main.outcome
    asked = materials.certain
    documents: tuple[Document, ...] | None = asked["documents"]
    codes = None if documents is None else tuple(each.code for each in documents)

    def make(missing: tuple[str, ...], unconfirmed: tuple[str, ...]) -> Application:
        return Application(
            status=Status.DETERMINED,
            route=outcome.outputs["route"],
            in_person=asked["in_person"],
            open_routes=asked["open_routes"],
            steps=asked["steps"],
            required_documents=codes,
            missing_documents=missing,
            unconfirmed_documents=unconfirmed,
            **_reasons(main),
        )

    if not documents:
        return _fixed(Status.DETERMINED, make((), ()))
    return Draft(Status.DETERMINED, main.needs, WithDocuments(documents, make))


def insurance_type(rule_set: RuleSet, main: Answer) -> Draft:
    """One type of the part `insurance`."""
    type_ = rule_set.name.removeprefix("insurance.")
    given = main.certain if main.outcome else {}
    status = Status.DETERMINED if main.outcome else Status.UNDETERMINED
    part = InsuranceType(
        type=type_,
        status=status,
        participation=given.get("participation"),
        scheme=given.get("scheme"),
        payers=given.get("payers", ()),
        collected_with=given.get("collected_with"),
        listed_in=tuple(name for name, types in CLASSIFICATIONS.items() if type_ in types),
        **_reasons(main),
    )
    return _fixed(status, part)


def medical_benefit(main: Answer) -> Draft:
    """The part `medical_benefit`."""
    if main.outcome is None:
        status = BenefitStatus.UNDETERMINED
    else:
        status = BenefitStatus.NOT_PROVIDED if main.outcome.refused else BenefitStatus.PROVIDED
    given = main.certain if status is BenefitStatus.PROVIDED else {}
    part = MedicalBenefit(
        status=status,
        forms=given.get("forms", ()),
        provided_by=given.get("provided_by", ()),
        funded_by=given.get("funded_by", ()),
        scheme=given.get("scheme"),
        **_reasons(main),
    )
    return _fixed(status, part)


def rights(main: Answer) -> Draft:
    """The part `rights`; while undetermined it lists what holds either way."""
    status = Status.DETERMINED if main.outcome else Status.UNDETERMINED
    unit = main.certain.get("unit", ()) if main.outcome else ()
    part = Rights(
        status=status,
        individual=tuple(
            RightsItem(code=code, kind=kind) for code, kind in main.certain.get("individual", ())
        ),
        unit=tuple(RightsItem(code=code, kind=kind) for code, kind in unit),
        **_reasons(main),
    )
    return _fixed(status, part)


def further(rule_set: RuleSet, main: Answer) -> Draft:
    """The part of a rule set that is not built in."""
    if main.outcome is None:
        status = "undetermined"
    elif rule_set.requirements:
        status = "refused" if main.outcome.refused else "allowed"
    else:
        status = "determined"
    given = main.certain if main.outcome else {}
    part = FurtherPart(
        rule_set=rule_set.name,
        status=status,
        outputs=FrozenDict({name: _told(value) for name, value in given.items()}),
        **_reasons(main),
    )
    return _fixed(status, part)


def _told(value: Any) -> Any:
    """An output as a decision tells it: a document by its code."""
    if isinstance(value, Document):
        return value.code
    return tuple(map(_told, value)) if isinstance(value, tuple) else value
