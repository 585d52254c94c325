"""The part `application`: how to apply for the card (B1 to B3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, fixed, several
from ssrules.deciding.with_documents import with_documents
from ssrules.errors import RuleError
from ssrules.parts.status import Status
from ssrules.records.record import Record
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import HitPolicy, RuleSet
from ssrules.tables.shapes import CODE, CODES, DOCUMENTS, FLAG
from ssrules.words.speech import Words


@attrs.frozen(kw_only=True, repr=False)
class Application(Record):
    """How to apply for the card (source B1 to B3).

    `required_documents` is None where the work unit says what it wants, which is not "none".
    While undetermined, `route` and `in_person` are None and every list is empty.
    """

    status: Status
    route: str | None
    in_person: bool | None
    open_routes: tuple[str, ...]
    steps: tuple[str, ...]
    required_documents: tuple[str, ...] | None
    missing_documents: tuple[str, ...]
    unconfirmed_documents: tuple[str, ...]
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


class ApplicationKind(PartKind):
    """How a way of applying is made of its rule sets' answers, and told."""

    section = "application"
    part = Application
    shapes: ClassVar = {
        "": {"route": CODE},
        "materials": {
            "in_person": FLAG,
            "open_routes": CODES,
            "steps": CODES,
            "documents": attrs.evolve(DOCUMENTS, may_be_none=True),
        },
    }

    def check(self, main: RuleSet, added: Mapping[str, RuleSet]) -> None:
        """A way of applying is found for everybody, so nothing may refuse it."""
        super().check(main, added)
        if main.requirements:
            raise RuleError.of(main.name, "never_refused")
        if any(each.hit_policy is HitPolicy.COLLECT for each in added.values()):
            raise RuleError.of(main.name, "collects_materials")

    columns = ("route",)
    changes = ("route",)

    def documents(self, asked: Asked) -> tuple[Document, ...]:
        """Those of the route."""
        if asked.main.outcome is None:
            return ()
        found: tuple[Document, ...] = asked.added_certain("materials", "documents", None) or ()
        return found

    def draft(self, asked: Asked) -> Draft:
        """The route, and the materials that it asks for."""
        outcome = asked.main.outcome
        if outcome is None:
            return fixed(
                Application(
                    status=Status.UNDETERMINED,
                    route=None,
                    in_person=None,
                    open_routes=(),
                    steps=(),
                    required_documents=(),
                    missing_documents=(),
                    unconfirmed_documents=(),
                    **asked.reasons,
                )
            )
        materials = asked.added["materials"].certain
        documents = materials["documents"]
        codes = None if documents is None else tuple(each.code for each in documents)

        def make(missing: tuple[str, ...], unconfirmed: tuple[str, ...]) -> Application:
            return Application(
                status=Status.DETERMINED,
                route=outcome.outputs["route"],
                in_person=materials["in_person"],
                open_routes=materials["open_routes"],
                steps=materials["steps"],
                required_documents=codes,
                missing_documents=missing,
                unconfirmed_documents=unconfirmed,
                **asked.reasons,
            )

        return with_documents(self.documents(asked), make)

    def form(self, rule_set: RuleSet) -> forms.PartForm:  # noqa: ARG002
        """The same as data."""
        when: Any = {"of": "materials", "when": forms.DETERMINED}
        return forms.PartForm(
            status=forms.SETTLED,
            documents=forms.certain("documents", otherwise=[], **when),
            fields={
                "status": forms.STATUS,
                "route": forms.certain("route", when=forms.DETERMINED),
                "in_person": forms.certain("in_person", **when),
                "open_routes": forms.certain("open_routes", otherwise=[], **when),
                "steps": forms.certain("steps", otherwise=[], **when),
                "required_documents": forms.REQUIRED,
                "missing_documents": forms.MISSING,
                "unconfirmed_documents": forms.UNCONFIRMED,
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            answer=(forms.coded("route", "route"),),
            lines=(
                forms.instead("bring", "required_documents", "bring:what_the_unit_asks"),
                forms.line("to_do", "steps", "step"),
                forms.line("or_else", "open_routes", "route", but="route"),
            ),
        )

    def answer(self, part: Application, say: Words) -> str:
        """The route itself."""
        if part.route is None:
            return super().answer(part, say)
        return say.label(f"route:{part.route}")

    def lines(self, part: Application, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """What to do, and which other ways are open."""
        if part.required_documents is None:
            yield say.label("line:bring"), say.label("bring:what_the_unit_asks")
        yield from several(
            say.label("line:to_do"), (say.label(f"step:{each}") for each in part.steps)
        )
        others = (say.label(f"route:{each}") for each in part.open_routes if each != part.route)
        yield from several(say.label("line:or_else"), others)

    def sentence_en(self, part: Application, say: Words) -> str:
        """The route, the steps, the documents."""
        steps = say.coded("step", part.steps, "then")
        told = f"{say.label(f'route:{part.route}')}. What to do: {steps}."
        if part.required_documents is None:
            return f"{told} The work unit says which documents it wants."
        return f"{told} Documents: {say.coded('document', part.required_documents)}."

    def sentence_zh(self, part: Application, say: Words) -> str:
        """The same in Chinese."""
        steps = say.coded("step", part.steps, "then")
        told = f"{say.label(f'route:{part.route}')}。办理步骤：{steps}。"
        if part.required_documents is None:
            return f"{told}所需材料由单位告知。"
        return f"{told}所需材料：{say.coded('document', part.required_documents, 'only')}。"


APPLICATION = ApplicationKind()
