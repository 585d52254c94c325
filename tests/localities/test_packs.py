"""The localities that come with the library: held by their sources, their words and their cases."""

from __future__ import annotations

import tomllib

import pytest

from ssrules import RuleBook, localities
from ssrules.errors import RuleFileError, UnknownNameError
from ssrules.tables import Requirement, Rule
from ssrules.tables.clauses import Certainty, Found
from ssrules.tables.layers import Layer

BOOK = RuleBook.default()
NAMES = localities.names()
BOOKS = {name: RuleBook.for_locality(name) for name in NAMES}
OWN = {name: book.layers[-1] for name, book in BOOKS.items()}
every_pack = pytest.mark.parametrize("name", NAMES)


def test_there_are_places_of_every_kind() -> None:
    """Those that the documentation tells of."""
    wanted = {"beijing", "shanghai", "dongguan", "qingyuan", "zhongshan", "zhengzhou", "chengdu"}
    wanted |= {"chongqing", "changchun", "jilin", "wuxi", "changzhi", "fujian", "guangdong"}
    assert wanted <= set(NAMES)


@every_pack
def test_a_pack_verifies_clean_and_so_its_worked_cases_hold(name: str) -> None:
    """No gap, no contradiction, nothing idle, and every case decided as it was worked out."""
    assert OWN[name].cases
    assert not BOOKS[name].verify(), str(BOOKS[name].verify())


@every_pack
def test_a_pack_says_for_which_edition_it_is_made(name: str) -> None:
    """Another edition is told, and not guessed."""
    told = tomllib.loads(localities.text(name))
    assert told["name"] == name
    assert told["made_for"] == f"{BOOK.name} {BOOK.version}"
    text = localities.text(name).replace(told["made_for"], "ssrules 1999-01-01")
    with pytest.raises(RuleFileError, match="made for ssrules 1999-01-01") as caught:
        RuleBook.from_toml(text)
    assert f"{BOOK.name} {BOOK.version}" in str(caught.value)


@every_pack
def test_every_clause_says_where_it_was_found_and_how_sure_it_is(name: str) -> None:
    """An address, whose page it is, and a certainty; a page of the body itself names the body."""
    for clause in OWN[name].clauses:
        if clause.id in BOOK.clauses:
            continue
        assert clause.url.startswith("http"), clause.id
        assert isinstance(clause.found, Found), clause.id
        assert isinstance(clause.certainty, Certainty), clause.id
        assert clause.issuer or clause.found is Found.REPOST, clause.id
        assert clause.title.told("zh") != clause.title, clause.id  # type: ignore[attr-defined]


@every_pack
def test_every_clause_of_a_pack_is_held_by_a_case_or_told_to_be_left_out(name: str) -> None:
    """A sentence that nothing works out and nothing leaves out could say anything."""
    layer = OWN[name]
    held = {clause.id for each in layer.cases for clause in each.cites}
    held |= {clause.id for each in layer.not_formalised for clause in each.cites}
    own = {clause.id for clause in layer.clauses if clause.id not in BOOK.clauses}
    beneath = {clause.id for each in BOOKS[name].layers[:-1] for clause in each.clauses}
    assert own - beneath <= held


def words_of(layer: Layer) -> set[str]:
    """The texts of a layer that people read, which are to be in two languages."""
    texts = {layer.title, layer.note, *(each.reason for each in layer.not_formalised)}
    return {each for each in (*texts, *(each.about for each in layer.cases)) if each}


@every_pack
def test_all_that_people_read_is_in_both_languages(name: str) -> None:
    """Titles, notes, reasons, cases, readings, and the words for every code."""
    book = BOOKS[name]
    texts = [*words_of(OWN[name])]
    for rule_set in book.rule_sets:
        texts.append(rule_set.title)
        rows: tuple[Requirement | Rule, ...] = (*rule_set.requirements, *rule_set.rules)
        for row in rows:
            texts += [text for each in row.readings for text in (each.chosen, each.other)]
    for parameter in book.parameters:
        texts.append(parameter.title)
    for text in texts:
        assert getattr(text, "others", {}).get("zh"), text


def codes_of(book: RuleBook) -> set[str]:
    """The keys of the words for all codes of a book."""
    keys: set[str] = set()
    for rule_set in book.rule_sets:
        keys |= {f"requirement:{each.code}" for each in rule_set.requirements}
        for rule in rule_set.rules:
            for output, subject in (("steps", "step"), ("effects", "effect")):
                keys |= {f"{subject}:{code}" for code in rule.then.get(output) or ()}
            keys |= {f"document:{each.code}" for each in rule.then.get("documents") or ()}
        for input_ in rule_set.inputs:
            if input_.name not in ("as_of",):
                keys.add(input_.name)
    for fact in book.table:
        keys.add(fact.path)
        keys |= {f"{fact.path}={each}" for each in fact.values if isinstance(each, str)}
    return keys


@every_pack
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_has_words(name: str, language: str) -> None:
    """Of its own or built in."""
    from ssrules.words.speech import words

    say = words(language, BOOKS[name].words)
    missing = sorted(key for key in codes_of(BOOKS[name]) if key not in say)
    allowed = {rule_set.name for rule_set in BOOKS[name].rule_sets}
    assert not [key for key in missing if key not in allowed]


def test_a_city_lies_over_its_province() -> None:
    """Both are told, and the rules of both decide."""
    assert [each.name for each in BOOKS["zhongshan"].layers] == ["guangdong", "zhongshan"]
    assert BOOKS["zhongshan"].name == "ssrules+guangdong+zhongshan"
    assert BOOKS["zhongshan"].parameter("sealing_months").default == 12
    again = RuleBook.for_locality("zhongshan", base=BOOKS["guangdong"])
    assert again == BOOKS["zhongshan"]


def test_an_unknown_place_is_answered_with_the_nearest() -> None:
    """And with all that there are."""
    with pytest.raises(UnknownNameError, match="did you mean zhengzhou"):
        RuleBook.for_locality("zhengzou")
    with pytest.raises(UnknownNameError):
        RuleBook.for_locality("../schema/overlay")


def test_a_base_that_is_unknown_is_a_fault_with_its_line() -> None:
    """And so is one that leads back to itself."""
    with pytest.raises(RuleFileError, match=r"<toml>:3: .*did you mean guangdong"):
        RuleBook.from_toml('name = "x"\nversion = "1"\nbase = "guangdon"\n')


def test_two_layers_that_contradict_are_a_finding_with_a_case() -> None:
    """A city that counts half a year where its province counts a whole one."""
    text = """
        name = "town"
        version = "1"
        base = "guangdong"
        [[clauses]]
        id = "town.1"
        title = "Town"
        words = "half a year"
        language = "en"
        version = 2026-01-01
        [[changes]]
        change = "change_parameter"
        parameter = "sealing_months"
        value = 6
        cites = "town.1"
        """
    book = RuleBook.from_toml(text)
    found = [each for each in book.verify() if each.kind.value == "contradiction"]
    assert [(each.rule_set, each.rules) for each in found] == [("sealing", ("guangdong", "town"))]
    made_on = found[0].case.card.made_on
    assert 6 * 28 < (found[0].case.as_of - made_on).days <= 366
    assert found[0].case.card.social_security == "inactive"
    same = RuleBook.from_toml(text.replace("value = 6", "value = 12"))
    assert not [each for each in same.verify() if each.kind.value == "contradiction"]


def test_a_layer_that_adds_documents_contradicts_nothing() -> None:
    """Only the answers themselves are compared."""
    assert not BOOKS["changchun"].verify()
