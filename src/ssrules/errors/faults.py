"""One thing that is wrong with an input, as data: a code, its pieces, and the sentence of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ssrules.errors.raised import NOTHING, sentences, words_in
from ssrules.late import door


class _Told(NamedTuple):
    path: str
    value: object
    message: str
    hint: str = ""


class Fault(_Told):
    """One thing that is wrong with an input: a tuple of path, value, message and hint.

    `path` is the fact's path (`person.age`), or `case` for the input as a whole; in a decision that
    is read back it begins with `decision`. `value` is what was given; `message` says what is wrong
    with it; `hint` is the cure, or "" where there is none. `code` names the kind of fault
    (`not_a_date`), and `data` holds the pieces that the sentence is made of; both are empty for a
    fault that is told in free text.
    """

    code: str = ""
    data: Mapping[str, Any] = NOTHING

    def __new__(
        cls,
        path: str,
        value: object,
        message: str,
        hint: str = "",
        code: str = "",
        data: Mapping[str, Any] = NOTHING,
    ) -> Fault:
        """A fault told in free text; `of` makes one from its code."""
        fault = super().__new__(cls, path, value, message, hint)
        fault.code = code
        fault.data = data
        return fault

    @classmethod
    def of(cls, path: str, given: object, code: str, /, **data: Any) -> Fault:
        """The fault of a code, told in English; `given` is its value."""
        told = sentences()("FAULTS", code, {"value": given, **data}, "en")
        return cls(path, given, *told, code, data)

    def told(self, language: str = "en") -> tuple[str, str]:
        """Message and hint in a language, "en" or "zh". Raises `UnknownNameError`."""
        with door:
            from ssrules.errors import telling

        words_in(language)
        if not self.code:
            return self.message, self.hint
        data = {telling.VALUE: self.value, **self.data}
        return telling.sentence("FAULTS", self.code, data, language)

    def to_dict(self) -> dict[str, Any]:
        """The fault as a mapping for JSON: path, value, message, hint, code.

        A value that is long, or nothing JSON knows, is told as the message tells it.
        """
        with door:
            from ssrules.errors import telling

        value = None if isinstance(self.value, telling.Hidden) else telling.plain(self.value)
        return {
            "path": self.path,
            "value": value,
            "message": self.message,
            "hint": self.hint,
            "code": self.code,
        }

    def without_value(self) -> Fault:
        """The same fault with nothing of the value in it, for a log that may hold no facts.

        The names of keys that are unknown are left out, too.
        """
        with door:
            from ssrules.errors import telling

        hidden = telling.Hidden()
        code = self.code or "hidden"
        data = {key: each for key, each in self.data.items() if key not in telling.SECRET}
        path = self.path
        if "under" in data:
            path = f"{data['under']}*"
            data.pop("key", None)
        told = telling.sentence("FAULTS", code, {telling.VALUE: hidden, **data}, "en")
        return Fault(path, hidden, *told, code, data)

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    def with_hint(self, language: str = "en") -> str:
        """The fault and its cure on one line."""
        if language == "en":
            return f"{self} ({self.hint})" if self.hint else str(self)
        words = words_in(language)
        message, hint = self.told(language)
        line: str = words.LINE.format(where=self.path, message=message)
        return words.CURED.format(line=line, hint=hint) if hint else line

    def __repr__(self) -> str:
        with door:
            from ssrules.errors import telling

        value = telling.shown(self.value)
        told = f"path={self.path!r}, value={value}, message={self.message!r}, hint={self.hint!r}"
        return f"Fault({told})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (*self, self.code, dict(self.data))
