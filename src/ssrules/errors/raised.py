"""Every error the library raises: data first, with one plain sentence as its text.

What is wrong has a code, which never changes with the language, and data; the sentence is made of
them, in English or in Chinese.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from ssrules.late import door

if TYPE_CHECKING:
    from ssrules.errors.faults import Fault

FEW = 20
"""So many names are listed in full, even where one of them is near."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


class SsrulesError(Exception):
    """The root of every error that ssrules raises on purpose.

    `code` names what is wrong, and `data` holds the pieces of the sentence; both are empty for an
    error that is told in free text.
    """

    code: str = ""
    data: Mapping[str, Any] = NOTHING

    def told(self, language: str = "en") -> str:
        """The text of the error in a language, "en" or "zh". Raises `UnknownNameError`."""
        words = words_in(language)
        if language == "en":
            return str(self)
        return self._line(words, self._sentence(language))

    def to_dict(self) -> dict[str, Any]:
        """The error as a mapping for JSON."""
        return {"message": str(self), "code": self.code}

    def _sentence(self, language: str) -> str:
        with door:
            from ssrules.errors import telling

        if not self.code:
            return getattr(self, "message", "") or str(self)
        return telling.sentence("ERRORS", self.code, self.data, language)[0]

    def _line(self, words: ModuleType, message: str) -> str:  # noqa: ARG002  # others need it
        """The message behind the place that it is about."""
        return message


class FactError(SsrulesError, ValueError):
    """An input that cannot be decided, with every fault in it.

    `faults` is a tuple of `Fault` in the order of the table of facts.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(fault.with_hint() for fault in self.faults)

    def told(self, language: str = "en") -> str:
        """Every fault with its cure on a line of its own, in a language, "en" or "zh"."""
        return "\n".join(fault.with_hint(language) for fault in self.faults)

    def to_dict(self) -> dict[str, Any]:
        """The faults as a mapping for JSON."""
        return {"faults": [fault.to_dict() for fault in self.faults]}

    def without_values(self) -> FactError:
        """The same error with no value that was given in it, for a log that may hold no facts."""
        return FactError(fault.without_value() for fault in self.faults)


class PlacedError(SsrulesError, ValueError):
    """An error with a message about a place."""

    message: str

    def _coded(self, code: str, data: Mapping[str, Any]) -> None:
        self.code = code
        self.data = data

    def to_dict(self) -> dict[str, Any]:
        """The error as a mapping for JSON."""
        return {**self._place(), "message": self.message, "code": self.code}

    def _place(self) -> dict[str, Any]:
        raise NotImplementedError

    def _line(self, words: ModuleType, message: str) -> str:
        where = next(iter(self._place().values()))
        return str(words.LINE.format(where=where, message=message))


def _message(code: str, data: Mapping[str, Any]) -> str:
    return sentences()("ERRORS", code, data, "en")[0]


@functools.cache
def sentences() -> Callable[[str, str, Mapping[str, Any], str], tuple[str, str]]:
    """What makes sentences, found once."""
    with door:
        from ssrules.errors.telling import sentence

    return sentence


class ParameterError(PlacedError):
    """A parameter of a rule book that is unknown, or whose value has the wrong type or range."""

    def __init__(self, name: str, value: object, message: str) -> None:
        self.name = name
        self.value = value
        self.message = message
        super().__init__(name, value, message)

    @classmethod
    def of(cls, name: str, given: object, code: str, /, **data: Any) -> ParameterError:
        """The error of a code, told in English; `given` is the parameter's value."""
        data = {"value": given, **data}
        error = cls(name, given, _message(code, data))
        error._coded(code, data)
        return error

    def _place(self) -> dict[str, Any]:
        with door:
            from ssrules.errors import telling

        return {"name": telling.name_of(self.name), "value": telling.plain(self.value)}

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


class RuleError(PlacedError):
    """A rule, rule set, clause or rule book that contradicts itself or cannot be understood.

    `where` names the place (a rule id, or `FILE:LINE` for a file of rules).
    """

    def __init__(self, where: str, message: str) -> None:
        self.where = where
        self.message = message
        super().__init__(where, message)

    @classmethod
    def of(cls, where: str, code: str, /, **data: Any) -> RuleError:
        """The error of a code, told in English."""
        error = cls(where, _message(code, data))
        error._coded(code, data)
        return error

    @classmethod
    def because(cls, where: str, inner: SsrulesError) -> RuleError:
        """The error that another one is at a place."""
        error = cls(where, str(inner))
        error._coded(inner.code, inner.data)
        error.inner = inner
        return error

    inner: SsrulesError | None = None

    def _sentence(self, language: str) -> str:
        return super()._sentence(language) if self.inner is None else self.inner.told(language)

    def _place(self) -> dict[str, Any]:
        return {"where": self.where}

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class RuleFileError(RuleError):
    """A file of rules with something wrong in it; `faults` holds every `RuleError`, by line."""

    def __init__(self, faults: Iterable[RuleError]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults[0].where, self.faults[0].message)
        self.args = (self.faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))

    def told(self, language: str = "en") -> str:
        """Every fault on a line of its own, in a language, "en" or "zh"."""
        return "\n".join(fault.told(language) for fault in self.faults)

    def to_dict(self) -> dict[str, Any]:
        """The faults as a mapping for JSON."""
        return {"faults": [fault.to_dict() for fault in self.faults]}


class UnknownNameError(SsrulesError, LookupError, ValueError):
    """A name that is asked for and does not exist, with the nearest names that do.

    `kind` says what was looked for ("clause", "path"), `of` in what, if in something in particular;
    `name` is what was asked, `known` every name that would have been found.
    """

    def __init__(self, kind: str, name: object, known: Iterable[str], of: str = "") -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        self.of = of
        super().__init__(kind, name, self.known, of)

    @property
    def code(self) -> str:  # type: ignore[override]  # the same for all of them
        """What is wrong: the name is unknown."""
        return "unknown_name"

    @property
    def data(self) -> Mapping[str, Any]:  # type: ignore[override]
        """The pieces of the sentence."""
        with door:
            from ssrules.errors.near import nearest_names

        near = nearest_names(self.name, self.known)
        listed = not near or len(self.known) <= FEW
        data = {"kind": self.kind, "name": self.name, "of": self.of or None, "near": near}
        return {**data, "known": self.known if listed else ()}

    def __str__(self) -> str:
        return self._sentence("en")

    def to_dict(self) -> dict[str, Any]:
        """The error as a mapping for JSON."""
        with door:
            from ssrules.errors import telling

        data = self.data
        return {
            "kind": self.kind,
            "name": telling.plain(self.name),
            "near": list(data["near"]),
            "message": str(self),
            "code": self.code,
        }


class FrameError(PlacedError):
    """A frame whose columns cannot be read as facts; `column` is the column at fault."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        self.message = message
        super().__init__(column, message)

    @classmethod
    def of(cls, column: str, code: str, /, **data: Any) -> FrameError:
        """The error of a code, told in English."""
        error = cls(column, _message(code, data))
        error._coded(code, data)
        return error

    def _place(self) -> dict[str, Any]:
        return {"column": self.column}

    def _line(self, words: ModuleType, message: str) -> str:
        with door:
            from ssrules.errors import telling

        column = telling.shown(self.column, words.QUOTES)
        return str(words.COLUMN.format(column=column, message=message))

    def __str__(self) -> str:
        with door:
            from ssrules.errors import telling

        return f"column {telling.shown(self.column)}: {self.message}"


class FrameKindError(SsrulesError, TypeError):
    """Something that is no frame of a kind that can be decided; `given` is its type's name."""

    code = "not_a_frame"

    def __init__(self, given: str) -> None:
        self.given = given
        self.data = {"given": given}
        super().__init__(given)

    def __str__(self) -> str:
        return self._sentence("en")

    def to_dict(self) -> dict[str, Any]:
        """The error as a mapping for JSON."""
        return {"given": self.given, **super().to_dict()}


class MissingExtraError(SsrulesError, ImportError):
    """A part of the library whose optional dependency is not installed."""

    code = "missing_extra"

    def __init__(self, extra: str, needed_for: str) -> None:
        self.extra = extra
        self.needed_for = needed_for
        self.data = {"extra": extra, "needed_for": needed_for}
        super().__init__(extra, needed_for)

    def __str__(self) -> str:
        return self._sentence("en")

    def to_dict(self) -> dict[str, Any]:
        """The error as a mapping for JSON."""
        return {"extra": self.extra, "needed_for": self.needed_for, **super().to_dict()}


class NothingAskedError(SsrulesError, LookupError):
    """An interview with no question to answer, or no answer to take back."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def __str__(self) -> str:
        return self._sentence("en")


def words_in(language: str) -> ModuleType:
    """The words for errors in a language. Raises `UnknownNameError` for one that has none."""
    with door:
        from ssrules.errors import telling

    if language not in telling.LANGUAGES:
        raise UnknownNameError("language", language, telling.LANGUAGES)
    return telling.words_of(language)


def nearest_names(name: object, known: Iterable[str]) -> tuple[str, ...]:
    """The known names closest to `name`, two at most; none where none is close."""
    with door:
        from ssrules.errors import near

    return near.nearest_names(name, known)


def nearest(name: object, known: Iterable[str]) -> str:
    """The known names closest to `name`, joined by " or "; "" where none is close."""
    return " or ".join(nearest_names(name, known))
