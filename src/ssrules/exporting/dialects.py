"""What differs between databases in how SQL is written."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from ssrules.exporting.expressions import ADDED, AND, COMPARED, ONE, TIMES, Sql
from ssrules.frames.language import PADDED, SPACES, UNKNOWN_WORD, UNKNOWN_YES_NO

FEW = 6
"""So few texts are sooner compared with than looked up, in PostgreSQL."""
MANY = 256
"""So many constants are better told as one."""


class Dialect:
    """SQL as most write it; each database says what it writes otherwise."""

    name: str
    types: ClassVar[Mapping[type, str]] = {
        bool: "BOOLEAN",
        int: "DOUBLE",
        str: "VARCHAR",
        datetime.date: "DATE",
    }
    small = "INTEGER"
    """The type of a digit."""
    fence = ""
    """What ends a layer of columns, where these would otherwise be worked out more than once."""
    widths_of_two = False
    """Whether digits are joined by their bits, which leaves some numbers without a cell."""

    def quoted(self, name: str) -> str:
        """The name of a column or table; those with `_` inside are no words of SQL."""
        letters = name.replace("_", "a")
        plain = name.isascii() and letters.isalnum() and name == name.lower()
        plain = plain and not name[0].isdigit()
        return name if plain and "_" in name[1:-1] else self.always_quoted(name)

    def always_quoted(self, name: str) -> str:
        """The name of a column or table in quotation marks."""
        return '"' + name.replace('"', '""') + '"'

    def text(self, value: str) -> str:
        """A text as a constant."""
        return "'" + value.replace("'", "''") + "'"

    def letter(self, mark: str) -> str:
        """A letter that cannot be seen."""
        return f"CHR({ord(mark)})"

    def cast(self, of: Sql, wanted: str) -> Sql:
        """A value as of another type."""
        return Sql(f"CAST({of.words} AS {wanted})")

    def word(self, cell: Sql, values: Sequence[str]) -> Sql:
        """The digit of a word."""
        cases = " ".join(f"WHEN {self.text(value)} THEN {at}" for at, value in enumerate(values, 1))
        return Sql(f"CASE {cell.words} {cases} ELSE {UNKNOWN_WORD} END")

    def yes_no(self, test: Sql) -> Sql:
        """The digit of a test."""
        return Sql(f"COALESCE({self.cast(test, self.small).words}, {UNKNOWN_YES_NO})")

    def number(self, digits: Sequence[tuple[Sql, int]]) -> Sql:
        """The number that digits make; each comes with what it counts."""
        terms = [
            each if weight == 1 else Sql(f"{each.within(TIMES)} * {weight}", TIMES)
            for each, weight in digits
        ]
        found = terms[0]
        for each in terms[1:]:
            found = found + each
        return found

    def number_unless(self, bad: Sql, number: Sql) -> Sql:
        """The number of a cell, of which no element is where a test holds."""
        return Sql(f"CASE WHEN NOT {bad.within(COMPARED)} THEN {number.words} END")

    def element(self, texts: Sequence[str | None], number: Sql) -> Sql:
        """The text at a number, counted from 0; null at none."""
        raise NotImplementedError

    def small_element(self, digits: Sequence[int], number: Sql) -> Sql:
        """The digit at a number, counted from 0."""
        raise NotImplementedError

    def apart(self, rare: Sql) -> Sql:
        """The same value, in whatever way keeps what is rarely wanted from slowing the rest."""
        return rare

    def joined(self, texts: Sequence[Sql]) -> Sql:
        """Texts one after the other; null where one of them is."""
        return Sql(" || ".join(each.within(ADDED) for each in texts), ADDED)

    def padded(self, text: Sql) -> Sql:
        """Whether a text is empty, or has white space at an end."""
        return self.matches(text, PADDED)

    def matches(self, text: Sql, pattern: str) -> Sql:
        """Whether a regular expression is found in a text."""
        return Sql(f"REGEXP_MATCHES({text.words}, {self.text(pattern)})")

    def is_nan(self, number: Sql) -> Sql:
        """Whether a float is none."""
        return Sql(f"ISNAN({number.words})")

    def day_start(self, moment: Sql) -> Sql:
        """The beginning of the day of a moment."""
        return Sql(f"DATE_TRUNC('day', {moment.words})")

    def days_between(self, first: Sql, last: Sql) -> Sql:
        """How many days one day is after another."""
        found = Sql(f"{last.within(ADDED)} - {first.within(ADDED + 1)}", ADDED)
        return self.cast(found, "INTEGER")

    def days_later(self, days: Sql, by: int) -> Sql:
        """So many days later."""
        sign = "+" if by >= 0 else "-"
        return Sql(f"{days.within(ADDED)} {sign} {abs(by)}", ADDED)

    def months_later(self, days: Sql, months: int) -> Sql:
        """The same day so many months later, or the last of a shorter month."""
        return self.cast(Sql(f"{days.within(ADDED)} + INTERVAL {months} MONTH"), "DATE")


class DuckDB(Dialect):
    """DuckDB."""

    name = "duckdb"
    small = "TINYINT"

    def number(self, digits: Sequence[tuple[Sql, int]]) -> Sql:
        """Widened here only: digits are bytes, which would overflow silently or not."""
        wide = [(Sql(f"{each.within(ONE)}::INTEGER"), weight) for each, weight in digits]
        return super().number(wide)

    def word(self, cell: Sql, values: Sequence[str]) -> Sql:
        return Sql(f"{super().word(cell, values).words}::TINYINT")

    def element(self, texts: Sequence[str | None], number: Sql) -> Sql:
        once, places = _places(texts)
        told = self.text_list(once)
        return self._once(places, lambda at: f"LIST_SELECT({told}, {at}::BIGINT[])", number)

    def text_list(self, texts: Sequence[str]) -> str:
        """A list of different texts."""
        return f"[{', '.join(map(self.text, texts))}]::VARCHAR[]"

    def small_element(self, digits: Sequence[int], number: Sql) -> Sql:
        return self._once(digits, lambda at: f"{at}::TINYINT[]", number)

    def _once(self, told: Sequence[int], make: Callable[[str], str], number: Sql) -> Sql:
        # A constant list is copied with each chunk; a scalar subquery is worked out once. One text
        # in a row of its own is one constant to the planner, which would split it slowly.
        between = "" if max(told) < len("0123456789") else ","
        text = self.text(between.join(map(str, told)))
        listed = make(f"STRING_SPLIT(FIRST(told), '{between}')")
        once = f"(SELECT {listed} FROM (VALUES ({text})) AS one(told))"  # noqa: S608  # constants
        return Sql(f"{once}[{number.within(ADDED)} + 1]")


class DuckDBEnums(DuckDB):
    """DuckDB, with an ENUM for what is looked up."""

    def text_list(self, texts: Sequence[str]) -> str:
        ordered = ", ".join(map(self.text, sorted(texts)))
        told = ", ".join(map(self.text, texts))
        return f"[{told}]::ENUM({ordered})[]" if texts else super().text_list(texts)


class Postgres(Dialect):
    """PostgreSQL, 12 or later."""

    name = "postgres"
    types: ClassVar[Mapping[type, str]] = {**Dialect.types, int: "DOUBLE PRECISION", str: "TEXT"}
    fence = "OFFSET 0"

    def element(self, texts: Sequence[str | None], number: Sql) -> Sql:
        # A byte for each cell says which of the few texts stands there; null is past their end.
        once, places = _places(texts)
        if len(once) > 255:
            told = ", ".join("NULL" if each is None else self.text(each) for each in texts)
            return Sql(f"(ARRAY[{told}]::TEXT[])[{number.within(ADDED)} + 1]")
        at = f"GET_BYTE('\\x{bytes(places).hex()}'::BYTEA, {number.words})"
        if 0 < len(once) <= FEW:
            cases = (f"WHEN {place} THEN {self.text(each)}" for place, each in enumerate(once, 1))
            return Sql(f"CASE {at} {' '.join(cases)} END")
        return Sql(f"(ARRAY[{', '.join(map(self.text, once))}]::TEXT[])[{at}]")

    def small_element(self, digits: Sequence[int], number: Sql) -> Sql:
        return Sql(f"GET_BYTE('\\x{bytes(digits).hex()}'::BYTEA, {number.words})")

    def cast(self, of: Sql, wanted: str) -> Sql:
        return Sql(f"{of.within(ONE)}::{wanted}")

    def padded(self, text: Sql) -> Sql:
        # Trimming is slow with so many kinds of space, and hardly a text begins or ends like one.
        ends = (f"ASCII({text.words})", f"ASCII(RIGHT({text.words}, 1))")
        may_be = " OR ".join(
            f"{end} <= 32 OR {end} BETWEEN 127 AND {ord(SPACES[-1])}" for end in ends
        )
        escaped = "".join(f"\\u{ord(each):04X}" for each in SPACES)
        is_so = f"BTRIM({text.words}, E'{escaped}') <> {text.words} OR {text.words} = ''"
        return Sql(f"({may_be}) AND ({is_so})", AND)

    def matches(self, text: Sql, pattern: str) -> Sql:
        return Sql(
            f"{text.within(ADDED)} ~ {self.text(pattern.replace(chr(92) + 'z', '$'))}", COMPARED
        )

    def is_nan(self, number: Sql) -> Sql:
        return Sql(f"{number.words} = 'NaN'::DOUBLE PRECISION", COMPARED)

    def months_later(self, days: Sql, months: int) -> Sql:
        return self.cast(Sql(f"{days.within(ADDED)} + INTERVAL '{months} months'", ADDED), "DATE")


class Spark(Dialect):
    """Spark SQL, 3.4 or later."""

    name = "spark"
    types: ClassVar[Mapping[type, str]] = {**Dialect.types, str: "STRING"}
    small = "INT"
    widths_of_two = True

    def always_quoted(self, name: str) -> str:
        return "`" + name.replace("`", "``") + "`"

    def text(self, value: str) -> str:
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        for mark, letter in (("\n", "n"), ("\r", "r"), ("\t", "t")):
            escaped = escaped.replace(mark, f"\\{letter}")
        return f"'{escaped}'"

    def word(self, cell: Sql, values: Sequence[str]) -> Sql:
        # Far shorter than CASE in the code that Spark makes, and only short methods are compiled.
        if any("," in value or not value for value in values):
            return super().word(cell, values)
        return Sql(f"COALESCE(FIND_IN_SET({cell.words}, {self.text(','.join(values))}), 0)")

    def number(self, digits: Sequence[tuple[Sql, int]]) -> Sql:
        # Bits cannot overflow: sums are checked for that, which takes more code than they do.
        terms = [
            each.within(ONE)
            if weight == 1
            else f"SHIFTLEFT({each.words}, {weight.bit_length() - 1})"
            for each, weight in digits
        ]
        return Sql(" | ".join(terms), ADDED if len(terms) > 1 else ONE)

    def number_unless(self, bad: Sql, number: Sql) -> Sql:
        # Before the first element there is none; a null would be looked for at every step.
        return Sql(f"IF({bad.words}, -1, {number.words})")

    def element(self, texts: Sequence[str | None], number: Sql) -> Sql:
        # One text is one constant; an array of texts would be one for each. Null is read from
        # JSON: to compare with a mark for it would write the look-up into the method once more.
        if None in texts:
            told = self.text(json.dumps(texts, ensure_ascii=False, separators=(",", ":")))
            return Sql(f"GET(FROM_JSON({told}, 'ARRAY<STRING>'), {number.words})")
        told = self.text("\x1f".join(each or "" for each in texts))
        return Sql(f"GET(SPLIT({told}, '\x1f', -1), {number.words})")

    def small_element(self, digits: Sequence[int], number: Sql) -> Sql:
        if len(digits) > MANY:  # each of an array is planned on its own
            found = f"GET(SPLIT('{','.join(map(str, digits))}', ',', -1), {number.words})"
            return Sql(f"COALESCE(CAST({found} AS INT), 0)")
        return Sql(f"COALESCE(GET(ARRAY({', '.join(map(str, digits))}), {number.words}), 0)")

    def apart(self, rare: Sql) -> Sql:
        # What stands twice is moved to a method of its own in the code that Spark makes, and only
        # so does the rest stay below the 8,000 bytes up to which the JVM compiles a method.
        return Sql(f"GREATEST({rare.words}, {rare.words})")

    def joined(self, texts: Sequence[Sql]) -> Sql:
        return Sql(f"CONCAT({', '.join(each.words for each in texts)})")

    def matches(self, text: Sql, pattern: str) -> Sql:
        return Sql(f"{text.words} RLIKE {self.text(pattern)}", COMPARED)

    def days_between(self, first: Sql, last: Sql) -> Sql:
        return Sql(f"DATEDIFF({last.words}, {first.words})")

    def days_later(self, days: Sql, by: int) -> Sql:
        return Sql(f"DATE_ADD({days.words}, {by})")

    def months_later(self, days: Sql, months: int) -> Sql:
        return Sql(f"ADD_MONTHS({days.words}, {months})")


def _places(texts: Sequence[str | None]) -> tuple[list[str], list[int]]:
    """The different texts, the most frequent first, and at which of them each is; null at 0."""
    once = [each for each, _ in Counter(texts).most_common() if each is not None]
    at: dict[str | None, int] = {None: 0} | {each: place for place, each in enumerate(once, 1)}
    return once, [at[each] for each in texts]


DIALECTS: dict[str, Dialect] = {each.name: each for each in (Postgres(), DuckDB(), Spark())}
