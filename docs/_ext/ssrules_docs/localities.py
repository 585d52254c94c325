"""The localities that come with the library: a page for each, from its notice to what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ssrules import localities
from ssrules.rulebook import RuleBook
from ssrules.tables.layers import Layer, WorkedCase
from ssrules_docs.clauses import described, title_of
from ssrules_docs.markdown import code, lines, place, plain, strong, table
from ssrules_docs.words import heading, joined, said, told


def pages(language: str) -> Mapping[str, str]:
    """A page for each locality, by its name."""
    placed = set(RuleBook.default().clauses)
    ordered = sorted(localities.names(), key=lambda name: (len(_book(name).layers), name))
    return {name: _page(name, language, placed) for name in ordered}


def written(language: str) -> str:
    """Every locality with what it is about and what it rests on, and its page in the menu."""
    rows = (_row(name, language) for name in localities.names())
    head = [heading(each, language) for each in ("place", "meaning", "sources")]
    menu = "\n".join(f"localities/{name}" for name in localities.names())
    return f"{table(head, rows)}\n```{{toctree}}\n:hidden:\n\n{menu}\n```\n"


def _book(name: str) -> RuleBook:
    return RuleBook.for_locality(name)


def _row(name: str, language: str) -> tuple[str, str, str]:
    layer = _book(name).layers[-1]
    known = set(RuleBook.default().clauses)
    sources = (
        plain(joined([str(each.version), said(f"found:{each.found}", language, "")], language))
        for each in layer.clauses
        if each.id not in known
    )
    page = f"[{code(name)}](localities/{name}.md)"
    return page, plain(told(layer.title, language)), lines(dict.fromkeys(sources))


def _page(name: str, language: str, placed: set[str]) -> str:
    """The page of a locality; `placed` are the clauses that stand somewhere already."""
    book = _book(name)
    layer = book.layers[-1]
    own = [each for each in layer.clauses if each.id not in placed]
    placed |= {each.id for each in own}
    pieces = [
        f"# {plain(told(layer.title, language))}\n",
        f"{place(code(name), f'locality-{name}')} {_made_over(layer, language)}\n",
        f"{plain(told(layer.note, language))}\n" if layer.note else "",
        f"## {heading('clauses', language)}\n",
        *(described(each, language) for each in own),
        f"## {heading('differences', language)}\n",
        *_differences(layer, book, language),
        *_facts(layer, book, language),
        *_left_out(layer, language),
        f"## {heading('cases', language)}\n",
        *(_case(each, language) for each in layer.cases),
        f"## {heading('source', language)}\n",
        f"```toml\n{localities.text(name).rstrip()}\n```\n",
    ]
    return "\n".join(each for each in pieces if each)


def _made_over(layer: Layer, language: str) -> str:
    """The version of the changes, and what lies beneath."""
    beneath = code(f"{layer.beneath.name} {layer.beneath.version}")
    return heading("made over", language).format(layer.version, beneath)


def _differences(layer: Layer, book: RuleBook, language: str) -> Iterator[str]:
    """What the layer changes, for whom, one difference after the other."""
    found = layer.beneath.diff(book, language=language)
    for each in found:
        yield f"- {code(each.rule_set)}{heading('colon', language)}{plain(each.message)}"
    yield ""


def _facts(layer: Layer, book: RuleBook, language: str) -> Iterator[str]:
    """The facts that the layer asks beside those that it found."""
    own = [each for each in book.table if each.path not in layer.beneath.table]
    if own:
        yield f"## {heading('facts', language)}\n"
        head = [heading("fact", language), heading("meaning", language)]
        yield table(head, ((code(each.path), plain(told(each.meaning, language))) for each in own))


def _left_out(layer: Layer, language: str) -> Iterator[str]:
    if layer.not_formalised:
        yield f"## {heading('left out', language)}\n"
        head = [heading("words", language), heading("why", language)]
        yield table(
            head,
            (
                (plain(each.sentence), plain(told(each.reason, language)))
                for each in layer.not_formalised
            ),
        )


def _case(worked: WorkedCase, language: str) -> str:
    """A worked case: what is known, and what must be decided."""
    known = (f"{code(path)} {plain(str(_value(value)))}" for path, value in worked.case.items())
    expect = (f"{code(path)} {plain(str(_value(value)))}" for path, value in worked.expect.items())
    about = plain(told(worked.about, language))
    rests = joined((plain(title_of(each, language)) for each in worked.cites), language)
    head = [heading("if", language), heading("gives", language)]
    shown = table(head, [(lines(known), lines(expect))])
    title = heading("in brackets", language).format(strong(about), rests)
    return f"{title}\n\n{shown}"


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "[]"
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else value
