"""The card by hand: the loss report and the four ways of activation.

A requirement that is known to fail refuses; one that hangs on an unknown fact leaves the option
undetermined. That is ordinary three-valued logic: never wrong, and not always as sharp as ssrules.
"""

from __future__ import annotations

import datetime

from benchmarks.handwritten.insurance import STARTS, insurance
from benchmarks.handwritten.results import Activation, InsuranceType, LossReport, NextChange
from ssrules.facts import Card, Case, Documents, Institution, Person, Visit

Listed = tuple[tuple[str, bool | None], ...]
CARD = ("social_security_card", None)
"""Stands for the card among the documents of a holder."""
WHO = {"holder": "", "guardian": ".guardian", "agent": ".agent"}
BY: dict[str, tuple[str, ...]] = {
    "holder": (),
    "guardian": ("civil_code.23", "qingyuan_guide.3"),
    "agent": ("notice.agent",),
}
"""What the row of each who may come cites beside its clause."""
WINDOW = datetime.timedelta(days=300)
ONE_DAY = datetime.timedelta(days=1)
A1, A2, A3, A4 = "source.A1", "source.A2", "source.A3", "source.A4"


def loss_report(case: Case) -> LossReport:
    """Whether the social security application is, or is to be, reported for loss."""
    card = case.card
    deadline = due_from = days_left = elapsed = None
    if card.received_on is not None:
        deadline = card.received_on + WINDOW
        due_from = deadline + ONE_DAY
        days_left = (deadline - case.as_of).days
        elapsed = days_left < 0
    status = report_status(card, elapsed)
    because: list[str] = []
    steps: list[str] = []
    needs: list[str] = []
    if status == "reported":
        because.append("loss_report.reported")
    elif status == "due":
        because.append("loss_report.overdue")
    elif status == "not_due":
        if card.financial in ("active", "loss_reported"):
            because.append("loss_report.enabled")
        if elapsed is False:
            because.append("loss_report.within_window")
    else:
        if elapsed is None:
            needs.append("card.received_on")
        if card.social_security is None:
            needs.append("card.social_security")
        if card.financial is None:
            needs.append("card.financial")
    if status in ("due", "reported") and card.financial in (None, "inactive"):
        steps.append("activate_financial_application_at_cooperating_bank")
    if status in ("due", "reported") and card.financial in (None, "loss_reported"):
        steps.append("release_financial_application_at_cooperating_bank")
    if status == "reported":
        steps.append("apply_for_release_at_designated_office")
    return LossReport(
        status=status,
        function="social_security",
        deadline=deadline,
        days_left=days_left,
        due_from=due_from,
        release_steps=tuple(steps),
        because=tuple(because),
        clauses=(A4,) if because else (),
        needs=tuple(needs),
    )


def report_status(card: Card, elapsed: bool | None) -> str:
    """The status of the loss report when the window has elapsed, has not, or may have."""
    if card.social_security == "loss_reported":
        return "reported"
    if card.social_security is None:
        return "undetermined"
    if card.financial in ("active", "loss_reported") or elapsed is False:
        return "not_due"
    if card.financial == "inactive" and elapsed is True:
        return "due"
    return "undetermined"


def activation(case: Case, report: LossReport) -> tuple[Activation, ...]:
    """The four options, in order."""
    return (
        at_the_bank(case, report),
        in_the_hospital(case, report),
        in_the_pharmacy(case, report),
        financial(case, report),
    )


def at_the_bank(case: Case, report: LossReport) -> Activation:
    """Activate the social security application at a bank outlet."""
    failed: list[str] = []
    needs: list[str] = []
    check_outlet(case.card, case.institution, failed, needs)
    check_card(case.card, failed, needs)
    if failed:
        return refused("social_security", "bank_outlet", failed, A1)
    documents = case.documents
    still_due = ("loss_report_still_due",) if report.status == "due" else ()
    return open_option(
        "social_security",
        "bank_outlet",
        who_comes(case, (CARD, ("identity_original", documents.identity_original))),
        needs,
        A1,
        by=case.visit.by,
        effects=("medical_insurance_account_restored", *still_due),
    )


def in_the_hospital(case: Case, report: LossReport) -> Activation:
    """Activate the social security application in a designated hospital."""
    failed: list[str] = []
    needs: list[str] = []
    check_first_use(case.card, case.institution, "hospital", failed, needs)
    check_registered(case.visit, failed, needs)
    check_card(case.card, failed, needs)
    if failed:
        return refused("social_security", "hospital", failed, A2)
    return open_option(
        "social_security",
        "hospital",
        (("social_security_card", case.documents.social_security_card),),
        needs,
        A2,
        steps=("register_outpatient_or_hospitalization",),
        effects=("loss_report_still_due",) if report.status == "due" else (),
    )


def in_the_pharmacy(case: Case, report: LossReport) -> Activation:
    """Activate the social security application in a designated pharmacy."""
    failed: list[str] = []
    needs: list[str] = []
    check_first_use(case.card, case.institution, "pharmacy", failed, needs)
    check_card(case.card, failed, needs)
    if failed:
        return refused("social_security", "pharmacy", failed, A3)
    documents = case.documents
    return open_option(
        "social_security",
        "pharmacy",
        (
            ("medical_insurance_card", documents.medical_insurance_card),
            ("social_security_card", documents.social_security_card),
        ),
        needs,
        A3,
        steps=("insert_medical_insurance_card", "insert_social_security_card"),
        effects=("loss_report_still_due",) if report.status == "due" else (),
    )


def financial(case: Case, report: LossReport) -> Activation:
    """Activate the financial application at an outlet of the card's bank."""
    card, documents = case.card, case.documents
    failed: list[str] = []
    needs: list[str] = []
    check_outlet(card, case.institution, failed, needs)
    if card.financial is None:
        needs.append("card.financial")
    elif card.financial == "active":
        failed.append("already_active")
    elif card.financial == "loss_reported":
        failed.append("reported_for_loss")
    in_time = None if report.days_left is None else report.days_left >= 0
    if failed:
        return refused("financial", "bank_outlet", failed, A4, in_time)
    effects: tuple[str, ...] = ()
    if report.status == "reported":
        effects = ("release_required",)
    elif report.status != "undetermined":
        effects = ("loss_report_averted",)
    return open_option(
        "financial",
        "bank_outlet",
        who_comes(case, (CARD, ("valid_certificate", certificate(documents)))),
        needs,
        A4,
        by=case.visit.by,
        effects=effects,
        in_time=in_time,
    )


def check_outlet(card: Card, institution: Institution, failed: list[str], needs: list[str]) -> None:
    """The holder is at an outlet of the card's bank."""
    if institution.kind is None:
        needs.append("institution.kind")
    elif institution.kind != "bank_outlet":
        failed.append("not_a_bank_outlet")
    if card.bank is None or institution.bank is None:
        if card.bank is None:
            needs.append("card.bank")
        if institution.bank is None:
            needs.append("institution.bank")
    elif card.bank != institution.bank:
        failed.append("not_the_cards_bank")


def check_first_use(
    card: Card, institution: Institution, kind: str, failed: list[str], needs: list[str]
) -> None:
    """The holder uses the card for the first time, at a designated institution of the kind."""
    if institution.kind is None:
        needs.append("institution.kind")
    elif institution.kind != kind:
        failed.append(f"not_a_{kind}")
    if institution.designated is None:
        needs.append("institution.designated")
    elif not institution.designated:
        failed.append("not_designated")
    if card.used_at_designated_institution is None:
        needs.append("card.used_at_designated_institution")
    elif card.used_at_designated_institution:
        failed.append("not_first_use")


def check_registered(visit: Visit, failed: list[str], needs: list[str]) -> None:
    """The holder is registered as an outpatient or inpatient."""
    if visit.registration is None:
        needs.append("visit.registration")
    elif visit.registration == "none":
        failed.append("not_registered")


def check_card(card: Card, failed: list[str], needs: list[str]) -> None:
    """The social security application can be activated."""
    if card.social_security is None:
        needs.append("card.social_security")
    elif card.social_security == "active":
        failed.append("already_active")
    elif card.social_security == "loss_reported":
        failed.append("reported_for_loss")


def who_comes(case: Case, holder: Listed) -> Listed:
    """The documents at the bank, by who comes; all of them while that is not known."""
    documents = case.documents
    card = ("social_security_card", documents.social_security_card)
    representative = (
        "representative_identity_original",
        documents.representative_identity_original,
    )
    own = tuple([card if each is CARD else each for each in holder])
    guardian = (
        card,
        ("valid_certificate", certificate(documents)),
        representative,
        ("proof_of_guardianship", documents.proof_of_guardianship),
    )
    agent = (
        card,
        ("identity_original", documents.identity_original),
        representative,
        ("power_of_attorney", documents.power_of_attorney),
    )
    by = case.visit.by
    if by == "holder":
        return own
    if by == "guardian":
        return guardian
    return agent if by == "agent" else tuple(dict.fromkeys((*own, *guardian, *agent)))


def certificate(documents: Documents) -> bool | None:
    """Whether a valid certificate is at hand."""
    original, other = documents.identity_original, documents.other_valid_certificate
    if original or other:
        return True
    return None if original is None or other is None else False


def refused(
    function: str, channel: str, failed: list[str], clause: str, in_time: bool | None = None
) -> Activation:
    """An option some requirement of which fails."""
    reported = clause != A4 and failed[-1] == "reported_for_loss"
    clauses = (clause, A4) if reported else (clause,)
    return Activation(
        function=function,
        channel=channel,
        status="refused",
        required_documents=(),
        missing_documents=(),
        unconfirmed_documents=(),
        steps=(),
        effects=(),
        in_time=in_time,
        because=tuple(failed),
        clauses=clauses,
        needs=(),
    )


def open_option(
    function: str,
    channel: str,
    documents: tuple[tuple[str, bool | None], ...],
    needs: list[str],
    clause: str,
    *,
    by: str | None = "holder",
    steps: tuple[str, ...] = (),
    effects: tuple[str, ...] = (),
    in_time: bool | None = None,
) -> Activation:
    """An option no requirement of which is known to fail."""
    rows = tuple(WHO) if by is None else (by,)
    cited = (clause, *(each for row in rows for each in BY[row]))
    missing = tuple([code for code, at_hand in documents if at_hand is False])
    unconfirmed = tuple([code for code, at_hand in documents if at_hand is None])
    if needs:
        status = "undetermined"
    elif missing or unconfirmed:
        status = "incomplete"
    else:
        status = "allowed"
    return Activation(
        function=function,
        channel=channel,
        status=status,
        required_documents=tuple([code for code, _ in documents]),
        missing_documents=missing,
        unconfirmed_documents=unconfirmed,
        steps=steps,
        effects=effects,
        in_time=in_time,
        because=()
        if needs
        else tuple([f"activation.{function}.{channel}{WHO[row]}" for row in rows]),
        clauses=() if needs else cited,
        needs=tuple(needs),
    )


def next_change(
    case: Case, report: LossReport, types: tuple[InsuranceType, ...]
) -> NextChange | None:
    """What the end of the window changes, and what the law changes, whichever comes first."""
    day: datetime.date | None = None
    changes: tuple[str, ...] = ()
    due = report.due_from
    ahead = due is not None and due > case.as_of
    if ahead and report_status(case.card, elapsed=True) != report.status:
        day, changes = due, ("loss_report.status",)
    for start in STARTS:
        if start > case.as_of and (day is None or start <= day):
            turned = changed_types(case.person, types, start)
            if turned:
                return NextChange(on=start, changes=(*(changes if start == day else ()), *turned))
    return None if day is None else NextChange(on=day, changes=changes)


def changed_types(
    person: Person, types: tuple[InsuranceType, ...], on: datetime.date
) -> tuple[str, ...]:
    """The paths of what is told otherwise of the insurance types on a later day."""
    found: list[str] = []
    for now, then in zip(types, insurance(person, on), strict=True):
        if now.status != then.status:
            found.append(f"insurance.{now.type}.status")
        if now.participation != then.participation:
            found.append(f"insurance.{now.type}.participation")
    return tuple(found)
