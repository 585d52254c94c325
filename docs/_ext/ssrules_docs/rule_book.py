"""The rule book: a page for each rule set, a table of its rows, and how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ssrules.rulebook import RuleBook
from ssrules.sheets.flow import Flow
from ssrules.tables import AsOf, Clause, Reading, Requirement, Rule, RuleSet
from ssrules_docs.clauses import described
from ssrules_docs.inputs import asked
from ssrules_docs.markdown import code, lines, link, place, plain, strong, table
from ssrules_docs.values import conditions, outputs
from ssrules_docs.words import heading, said, told

Row = Requirement | Rule


def pages(language: str) -> Mapping[str, str]:
    """A page for each rule set, by the rule set's name."""
    book = RuleBook.default()
    return {each.name: page(each, book, language) for each in book.rule_sets}


def listed(language: str) -> str:
    """Every rule set with its title, in the order of the book, and its page in the menu."""
    names = [each.name for each in RuleBook.default().rule_sets]
    rows = (
        (f"[{code(each.name)}](rules/{each.name}.md)", plain(title(each, language)))
        for each in RuleBook.default().rule_sets
    )
    menu = "\n".join(f"rules/{name}" for name in names)
    head = [heading(each, language) for each in ("rule set", "meaning")]
    return f"{table(head, rows)}\n```{{toctree}}\n:hidden:\n\n{menu}\n```\n"


def picture(language: str) -> str:
    """Which rule set feeds which: the picture that a notebook shows, and what its lines mean."""
    (flow,) = RuleBook.default().sheet(language=language).pieces()
    if not isinstance(flow, Flow):
        raise TypeError("a rule book is shown as a flow")
    legend = "".join(f"- {plain(each)}\n" for each in flow.words.legend)
    return f"```{{raw}} html\n{flow.picture()}\n```\n\n{legend}"


def title(found: RuleSet, language: str) -> str:
    """What a rule set is about."""
    return said(f"rule_set:{found.name}", language) or told(found.title, language)


def page(found: RuleSet, book: RuleBook, language: str) -> str:
    """The page of a rule set."""
    policy = said(f"hit_policy:{found.hit_policy}", language)
    colon = heading("colon", language)
    pieces = [
        f"# {plain(title(found, language))}\n",
        f"{place(code(found.name), f'rule-set-{found.name}')}\n",
        f"{heading('policy', language)} {code(found.hit_policy)}{colon}{plain(policy)}\n",
    ]
    if found.part_of:
        target = link(code(found.part_of), f"rule-set-{found.part_of}")
        pieces.append(f"{heading('adds to', language)}{colon}{target}\n")
    if any(not isinstance(each, AsOf) for each in found.inputs):
        head = [heading(each, language) for each in ("input", "meaning", "values")]
        pieces.append(f"## {heading('inputs', language)}\n")
        pieces.append(
            table(
                head,
                (
                    asked(each, book, language)
                    for each in found.inputs
                    if not isinstance(each, AsOf)
                ),
            )
        )
    if found.requirements:
        head = [heading(each, language) for each in ("requirement", "if", "clause")]
        pieces.append(f"## {heading('requirements', language)}\n")
        pieces.append(
            table(head, (_requirement(each, found, language) for each in found.requirements))
        )
    head = [heading(each, language) for each in ("rule", "if", "gives", "clause")]
    pieces.append(f"## {heading('rules', language)}\n")
    pieces.append(table(head, (_rule(each, found, language) for each in found.rules)))
    pieces += _readings((*found.requirements, *found.rules), language)
    pieces.append(f"## {heading('clauses', language)}\n")
    pieces += (described(each, language, place_it=False) for each in found.clauses)
    return "\n".join(pieces)


def _requirement(row: Requirement, found: RuleSet, language: str) -> tuple[str, ...]:
    name = lines([code(row.code), plain(said(f"requirement:{row.code}", language))])
    when = conditions(_undated(row), language)
    if when:
        when[0] = f"{heading('asked if', language)} {when[0]}"
    asks = lines([*conditions(row.holds_if, language), *when, *_in_force(row, language)])
    return place(name, f"rule-{found.name}-{row.code}"), asks, _cites(row.cites)


def _rule(row: Rule, found: RuleSet, language: str) -> tuple[str, ...]:
    otherwise = heading("once" if found.requirements else "always", language)
    asks = lines([*(conditions(_undated(row), language) or [otherwise]), *_in_force(row, language)])
    gives = lines(outputs(row.then, found.name, language))
    return place(code(row.id), f"rule-{row.id}"), asks, gives, _cites(row.cites)


def _undated(row: Row) -> Mapping[str, Any]:
    """What a row asks, but for its period where it says by itself from when to when it holds."""
    dated = row.in_force_from or row.in_force_to
    return {name: each for name, each in row.when.items() if name != AsOf.name or not dated}


def _in_force(row: object, language: str) -> Iterator[str]:
    """The days on which a row, or a clause, is in force, where it says so."""
    for key, day in (("from", "in_force_from"), ("to", "in_force_to")):
        found = getattr(row, day, None)
        if found is not None:
            said_ = heading(key, language).format(found)
            yield f"{heading('in force', language)} {said_}"
    for other in getattr(row, "exception_to", ()):
        target = link(code(other), f"rule-{other}")
        yield f"{heading('exception to', language)} {target}"


def _cites(cited: Iterable[Clause]) -> str:
    return lines(link(code(each.id), f"clause-{each.id}") for each in cited)


def _readings(rows: Iterable[Row], language: str) -> Iterator[str]:
    """How ambiguous words are read, each reading once, with the rows that rest on it."""
    read: dict[Reading, list[str]] = {}
    for row in rows:
        for each in row.readings:
            name = row.id if isinstance(row, Rule) else row.code
            read.setdefault(each, []).append(code(name))
    if read:
        yield f"## {heading('readings', language)}\n"
    for each, names in read.items():
        yield reading(each, language, ", ".join(names))


def reading(found: Reading, language: str, used_by: str) -> str:
    """One reading: what is chosen, what is not, and what the choice rests on."""
    colon = heading("colon", language)
    rests = ", ".join(link(code(each.id), f"clause-{each.id}") for each in found.rests_on)
    told_ = [
        strong(plain(told(found.chosen, language))),
        f"{heading('also read', language)}{colon}{plain(told(found.other, language))}",
    ]
    told_ += [f"{heading('rests on', language)}{colon}{rests}"] if rests else []
    told_ += [f"{heading('used by', language)}{colon}{used_by}"] if used_by else []
    return f"- {lines(told_)}\n"
