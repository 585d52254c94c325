"""Rule sets and books as a notebook shows them: decision tables with their citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssrules.records import html
from ssrules.records.text import told
from ssrules.words.speech import ENGLISH, Words, words


def rule_set(found: Any, language: str = ENGLISH) -> str:
    """A rule set: a row for each requirement and rule, the clauses on demand below."""
    say = words(language)
    rows = [
        (_code(each.code), _asked(each.holds_if, say), html.text("–"), _cited(each.cites))
        for each in found.requirements
    ]
    rows += [
        (_code(each.id), _asked(each.when, say), _given(each.then, say), _cited(each.cites))
        for each in found.rules
    ]
    head = [say.label(f"table:{each}") for each in ("row", "if", "then", "clause")]
    clauses = (
        html.quoted(each.language, f"{told(each.title, language)} [{each.id}]", each.words)
        for each in found.clauses
    )
    title = say.title(f"rule_set:{found.name}", found.title)
    return html.page(
        language,
        html.table(f"{title} ({found.name}, {found.hit_policy})", head, rows),
        html.details(html.text(say.label("table:clauses")), *clauses),
    )


def book(found: Any, language: str = ENGLISH) -> str:
    """A rule book: its rule sets, and which of them feeds which."""
    say = words(language, found.words)
    rows = []
    for each in found.rule_sets:
        feeds = [
            other.name
            for other in found.rule_sets
            if other.part_of == each.name
            or any(getattr(one, "rule_set", None) == each.name for one in other.inputs)
        ]
        title = say.title(f"rule_set:{each.name}", each.title)
        rows.append((_code(each.name), html.text(title), "<br>".join(map(_code, feeds))))
    head = [say.label(f"table:{each}") for each in ("rule_set", "about", "feeds")]
    caption = f"{found.name} {found.version} [{found.digest[:12]}]"
    return html.page(language, html.table(caption, head, rows))


def _code(told: str) -> str:
    return f"<code>{html.text(told)}</code>"


def _asked(when: Mapping[str, Iterable[Any]], say: Words) -> str:
    listed = (
        f"{say.label(name)}: {say.listed(say.values(name, values), 'or')}"
        for name, values in when.items()
    )
    return "<br>".join(map(html.text, listed)) or html.text("–")


def _given(then: Mapping[str, Any], say: Words) -> str:
    listed = (f"{say.label(f'output:{name}')}: {_value(value)}" for name, value in then.items())
    return "<br>".join(map(html.text, listed))


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_value, value)) or "–"
    if value is None or isinstance(value, bool):
        return "–" if value is None else str(value).lower()
    return str(getattr(value, "code", value))


def _cited(cites: Iterable[Any]) -> str:
    return "<br>".join(_code(each.id) for each in cites)
