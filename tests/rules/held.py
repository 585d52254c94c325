"""What a rule book differs in from the independent tables, as sentences: none where it is right.

The tests ask it of the built-in book, and `make mutate` of the same book with one thing wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.evaluator.citations import CLAUSES, PARAMETERS, REQUIREMENTS, RULES
from tests.evaluator.clauses import READ_ON
from tests.evaluator.readings import ADDED, READINGS
from tests.evaluator.tables import TABLES

from ssrules import RuleBook
from ssrules.tables import Clause, Parameter, Requirement, Rule, RuleSet

Row = Rule | Requirement | Parameter


def places_in(rule_set: RuleSet) -> dict[str, Rule | Requirement]:
    """The requirements and the rules of a rule set by their places."""
    asked = {f"{rule_set.name}:{row.code}": row for row in rule_set.requirements}
    return {**asked, **{row.id: row for row in rule_set.rules}}


def places(book: RuleBook) -> dict[str, Row]:
    """Every row and parameter by the place that the tables know it by, in the order of the book."""
    found: dict[str, Row] = {}
    for each in book.rule_sets:
        found |= places_in(each)
    return found | {each.name: each for each in book.parameters}


def cited(book: RuleBook) -> Iterator[str]:
    """Rows that cite other clauses than the contract has, or stand in another order."""
    wanted = {f"{name}:{code}": clauses for (name, code), clauses in REQUIREMENTS.items()}
    wanted |= RULES | ADDED | {name: each.cites for name, each in PARAMETERS.items()}
    found = places(book)
    order = {place: at for at, place in enumerate(wanted)}
    for each in book.rule_sets:
        told = [place for place in places_in(each) if place in order]
        if told != sorted(told, key=order.__getitem__):
            yield f"{each.name}: {told}, not in the order of the contract"
    for place in wanted.keys() | found.keys():
        theirs = tuple(each.id for each in found[place].cites) if place in found else None
        if theirs != wanted.get(place):
            yield f"{place}: cites {theirs}, not {wanted.get(place)}"


def read(book: RuleBook) -> Iterator[str]:
    """Readings that are missing, turned round, out of place, or rest on other clauses."""
    for place, row in places(book).items():
        wanted = [note for note in READINGS if place in note.places]
        if len(wanted) != len(row.readings):
            yield f"{place}: {len(row.readings)} readings, not {len(wanted)}"
        for note in wanted:
            if not any(
                note.chosen in each.chosen
                and note.other in each.other
                and note.rests_on == tuple(clause.id for clause in each.rests_on)
                for each in row.readings
            ):
                yield f"{place}: is not read as {note.chosen!r}"


def counted(book: RuleBook) -> Iterator[str]:
    """Rule sets whose rows count otherwise, or whose answers differ by other outputs."""
    found = {each.name: (str(each.hit_policy), each.compared) for each in book.rule_sets}
    if list(found) != list(TABLES):
        yield f"rule sets {list(found)}"
    for name, theirs in found.items():
        if theirs != TABLES.get(name):
            yield f"{name}: {theirs}, not {TABLES.get(name)}"


def set_(book: RuleBook) -> Iterator[str]:
    """Parameters with another default, unit or bound; a yes or no has no bounds."""
    if [each.name for each in book.parameters] != list(PARAMETERS):
        yield "other parameters"
    for each in book.parameters:
        wanted = PARAMETERS[each.name]
        bounds = (each.lowest, each.highest)
        if (each.default, type(each.default)) != (wanted.default, type(wanted.default)):
            yield f"{each.name}: {each.default!r}"
        if each.unit != wanted.unit or each.not_above != wanted.not_above:
            yield f"{each.name}: in {each.unit!r}, not above {each.not_above!r}"
        if type(wanted.default) is not bool and bounds != (wanted.lowest, wanted.highest):
            yield f"{each.name}: between {bounds}"


def quoted(clauses: Mapping[str, Clause]) -> Iterator[str]:
    """Clauses with other words, another date or another certainty than the contract has."""
    if clauses.keys() != CLAUSES.keys():
        yield f"other clauses: {sorted(clauses.keys() ^ CLAUSES.keys())}"
    for id_, each in clauses.items():
        wanted = CLAUSES[id_]
        if (each.words, each.certainty) != (wanted.words, wanted.certainty):
            yield f"{id_}: {each.words!r} ({each.certainty})"
        if each.version != (wanted.version or READ_ON):
            yield f"{id_}: in the text of {each.version}"
        if (each.in_force_from, each.in_force_to) != (wanted.in_force_from, wanted.in_force_to):
            yield f"{id_}: in force from {each.in_force_from} to {each.in_force_to}"
