"""What a kind of part is: all that is special about one part of a decision, in one object."""

from __future__ import annotations

import abc
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from ssrules.deciding.cells import Answer
from ssrules.deciding.part_forms import PartForm
from ssrules.errors import RuleError
from ssrules.records.fact_table import FactTable
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import Shapes, check_adding, check_shapes

if TYPE_CHECKING:
    from ssrules.words.speech import Words

Finish = Callable[[Any, "datetime.date | None"], Any]
"""From a case, and the first day after the part's window where that is known, to the part."""
Line = tuple[str, str]
"""A word at the left of a screen, "" where it is the same as above, and the text beside it."""

UNDETERMINED = "undetermined"
DETERMINED = "determined"
REFUSED = "refused"
INCOMPLETE = "incomplete"
ALLOWED = "allowed"
TONES = {
    ALLOWED: "good",
    DETERMINED: "good",
    INCOMPLETE: "open",
    UNDETERMINED: "open",
    REFUSED: "bad",
}


@attrs.frozen
class Standing:
    """The status of a part as its rule set answers it.

    `status` is told while some of `documents` is not at hand, `complete` where all of them are; a
    part that hangs on no document has none, and both are the same.
    """

    status: str
    complete: str
    documents: tuple[Document, ...] = ()

    @classmethod
    def fixed(cls, status: str) -> Standing:
        """A status that hangs on no document."""
        return cls(status, status)


def standing_of(rule_set: RuleSet, main: Answer) -> Standing:
    """The status of a rule set: open, incomplete or allowed where it has requirements or documents.

    Any other is determined, or undetermined.
    """
    if main.outcome is None:
        return Standing.fixed(UNDETERMINED)
    if main.outcome.refused:
        return Standing.fixed(REFUSED)
    documents: tuple[Document, ...] = main.possible.get("documents", ())
    if documents:
        return Standing(INCOMPLETE, ALLOWED, documents)
    asks = rule_set.requirements or "documents" in rule_set.outputs
    return Standing.fixed(ALLOWED if asks else DETERMINED)


def statuses_of(rule_set: RuleSet) -> dict[str, str]:
    """The same as data: what the status of a rule set is called, each way it may stand."""
    told = {"undetermined": UNDETERMINED, "refused": REFUSED}
    if "documents" in rule_set.outputs:
        return {**told, "open": ALLOWED, "incomplete": INCOMPLETE}
    return {**told, "open": ALLOWED if rule_set.requirements else DETERMINED}


@attrs.frozen(eq=False)
class Asked:
    """What the rule sets behind one part answer at a point.

    `added` holds the answers of the rule sets that are part of the main one, by their short names.
    """

    rule_set: RuleSet
    main: Answer
    added: Mapping[str, Answer]
    facts: FactTable

    @property
    def reasons(self) -> dict[str, Any]:
        """What every part has: its reasons, their clauses, and the facts it needs."""
        return {
            "because": self.main.because,
            "clauses": self.main.clauses,
            "needs": self.facts.in_order(self.main.needs),
        }

    def added_certain(self, name: str, output: str, otherwise: Any) -> Any:
        """What every completion gives of an output of a rule set that is part of this one."""
        found = self.added.get(name)
        return otherwise if found is None else found.certain.get(output, otherwise)

    def added_possible(self, name: str, output: str) -> Any:
        """What some completion gives of a list of a rule set that is part of this one."""
        found = self.added.get(name)
        return () if found is None else found.possible.get(output, ())


@attrs.frozen(eq=False)
class Draft:
    """A part but for what hangs on dates or documents.

    `ready` is the part where it is the same for every case, and None where `finish` has to make it
    from the facts at `paths` and, if it is `dated`, from the end of its window.
    """

    finish: Finish
    ready: Any = None
    paths: tuple[str, ...] = ()
    dated: bool = False


def fixed(part: Any) -> Draft:
    """The draft of a part that is the same for every case."""
    return Draft(lambda _, __: part, part)


class PartKind(abc.ABC):
    """All that is special about one kind of part.

    `section` is its key in a decision. A section with `levels` holds several parts, of the rule
    sets that are so many names below it. `columns` are the outputs that have a column in a frame,
    `changes` those of which a change is told as one of the status is. `part` is the class; where a
    section has several, each knows its `path`.
    """

    section: ClassVar[str]
    levels: ClassVar[int] = 0
    part: ClassVar[type]
    columns: ClassVar[tuple[str, ...]] = ()
    changes: ClassVar[tuple[str, ...]] = ()
    subjects: ClassVar[Mapping[str, str]] = {}
    """Of outputs whose values have words as those of another subject have, that subject."""
    shapes: ClassVar[Mapping[str, Shapes]] = {}
    """What is told of the outputs of the main rule set, "", and of those that add to it."""
    whole: ClassVar[type | None] = None
    """The class of the section, where it is not the part or a tuple of parts; it has `parts`."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def claims(self, name: str) -> bool:
        """Whether the rule set of that name is told as such a part."""
        if not self.levels:
            return name == self.section
        return name.startswith(f"{self.section}.") and name.count(".") == self.levels

    def check(self, main: RuleSet, added: Mapping[str, RuleSet]) -> None:
        """Raise `RuleError` where the part cannot be made of what the rule sets give."""
        check_shapes(main, self.shapes.get("", {}))
        check_adding(main, added.values())
        for name, shapes in self.shapes.items():
            if name in added:
                check_shapes(added[name], shapes)
            elif name and any(shape.needed for shape in shapes.values()):
                raise RuleError.of(main.name, "wants_beside", name=f"{main.name}.{name}")

    def standing(self, rule_set: RuleSet, main: Answer) -> Standing:
        """The status of the part."""
        return standing_of(rule_set, main)

    def documents(self, asked: Asked) -> tuple[Document, ...]:
        """The documents that the part lists, of which it tells those that are not at hand.

        Of the rule sets that add to the main one, `asked` may hold only those that list documents.
        """
        refused = asked.main.outcome is not None and asked.main.outcome.refused
        found: tuple[Document, ...] = () if refused else asked.main.possible.get("documents", ())
        return found

    @abc.abstractmethod
    def draft(self, asked: Asked) -> Draft:
        """The part as far as it does not hang on dates or documents."""

    def form(self, rule_set: RuleSet) -> PartForm:
        """How `draft` puts the part of a rule set together, as data for other languages.

        Raises `RuleError` where a kind of part does not say.
        """
        raise RuleError.of(rule_set.name, "no_form", kind=type(self).__name__)

    def gathered(self, parts: tuple[Any, ...]) -> Any:
        """The section of a decision made of its parts."""
        return parts if self.levels else parts[0]

    def column_names(self, rule_set: RuleSet) -> tuple[str, ...]:  # noqa: ARG002
        """The outputs of a rule set that have a column in a frame."""
        return self.columns

    def change_names(self, rule_set: RuleSet) -> tuple[str, ...]:  # noqa: ARG002
        """The outputs of a rule set of which a change is told as one of the status is."""
        return self.changes

    def tone(self, part: Any) -> str:
        """Whether the answer is `good`, `bad` or still `open`, for the colour of a display."""
        return TONES[part.status]

    def answer(self, part: Any, say: Words) -> str:
        """The answer of the part in a few words."""
        return say.label(f"status:{part.status}")

    def sentence(self, part: Any, say: Words) -> str:
        """The answer in a sentence or two, as the language tells it."""
        if part.status == UNDETERMINED:
            return _not_known(part.needs, say)
        told: Callable[[Any, Words], str] = getattr(self, f"sentence_{say.language}")
        return told(part, say)

    def lines(self, part: Any, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """What the part says beside its answer, in lines; documents and reasons are not its own.

        `case` is what was decided on, where that is known.
        """
        yield from ()

    @abc.abstractmethod
    def sentence_en(self, part: Any, say: Words) -> str:
        """The answer of a determined part in English."""

    @abc.abstractmethod
    def sentence_zh(self, part: Any, say: Words) -> str:
        """The answer of a determined part in Chinese."""


def _not_known(needs: tuple[str, ...], say: Words) -> str:
    facts = say.listed(map(say.label, needs))
    if say.language == "zh":
        return f"尚不能确定，取决于{facts}。"
    return f"not yet known; it hangs on {facts}."


def several(word: str, texts: Iterable[str]) -> Iterator[Line]:
    """A line for each text, the word before the first only."""
    for at, text in enumerate(texts):
        yield (word if at == 0 else "", text)
