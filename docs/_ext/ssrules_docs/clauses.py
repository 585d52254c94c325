"""The clauses that rules rest on: their words, of which day, and how sure each is."""

from __future__ import annotations

from ssrules.rulebook import RuleBook
from ssrules.tables import Clause
from ssrules_docs.markdown import code, link, place, plain, quoted, strong
from ssrules_docs.words import heading, said, told


def written(language: str) -> str:
    """Every clause of the default rule book."""
    book = RuleBook.default()
    return "\n".join(described(each, language) for each in book.clauses.values())


def described(found: Clause, language: str, *, place_it: bool = True) -> str:
    """A clause: its title, its words in their own language, and what is known of the text."""
    name = code(found.id)
    title = f"{plain(title_of(found, language))} "
    title += place(name, f"clause-{found.id}") if place_it else link(name, f"clause-{found.id}")
    about = heading("semicolon", language).join(_about(found, language))
    return f"{strong(title)}\n\n{quoted(found.words, found.language)}\n{about}\n"


def title_of(found: Clause, language: str) -> str:
    """The title of a clause."""
    return told(found.title, language)


def sure(found: Clause, language: str) -> str:
    """How sure the words of a clause are, "" where nobody has said."""
    value = getattr(found, "certainty", None)
    return said(f"certainty:{value}", language, str(value)) if value else ""


def _about(found: Clause, language: str) -> list[str]:
    about = [heading("text of", language).format(found.version)]
    if found.in_force_from or found.in_force_to:
        days = [
            heading(key, language).format(day)
            for key, day in (("from", found.in_force_from), ("to", found.in_force_to))
            if day
        ]
        about.append(f"{heading('in force', language)} {' '.join(days)}")
    for key in ("issuer", "number"):
        value = getattr(found, key, None)
        if value:
            text = plain(told(value, language))
            about.append(f"{heading(key, language)}{heading('colon', language)}{text}")
    if sure(found, language):
        about.append(
            heading("certainty", language)
            + heading("colon", language)
            + plain(sure(found, language))
        )
    if found.found:
        about.append(plain(said(f"found:{found.found}", language)))
    url = getattr(found, "url", None)
    if url:
        about.append(f"<{url}>")
    return about
