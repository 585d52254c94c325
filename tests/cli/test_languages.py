"""The language of the command line: asked for anywhere on it, or that of the environment."""

from __future__ import annotations

import json
import re
import string
from importlib import import_module
from pathlib import Path

import pytest

import ssrules
from ssrules.cli import COMMANDS, main
from ssrules.cli.parsing import language_of
from ssrules.facts import FACTS
from ssrules.words import cli

WORDS = {
    language: import_module(f"ssrules.words.cli_{language}").WORDS for language in cli.LANGUAGES
}


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ([], {"LANG": "en_US", "LC_MESSAGES": "en_GB", "LC_ALL": "zh_TW"}, "zh"),
        ([], {"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR"}, "en"),
        (["--language", "zh", "facts"], {"LANG": "en_US"}, "zh"),
        (["facts", "--language=en"], {"LANG": "zh_CN"}, "en"),
        (["facts", "--", "--language=zh"], {}, "en"),
        (["facts", "--language"], {"LANG": "zh_CN"}, "en"),
    ],
)
def test_the_command_line_comes_before_the_environment(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    """And of the environment the variable that counts most."""
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize("line", [["--language", "zh", "facts"], ["facts", "--language", "zh"]])
def test_it_may_stand_before_or_behind_a_command(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The facts are told in Chinese, under the same paths."""
    assert main(line) == 0
    told = capsys.readouterr().out
    assert "判定日期" in told or "日期" in told
    assert all(fact.path in told for fact in FACTS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_there_in_every_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No English word of ours is left in the Chinese help."""
    for language, usage in (("en", "usage: "), ("zh", "用法：")):
        with pytest.raises(SystemExit):
            main([*([command] if command else []), "--language", language, "--help"])
        told = capsys.readouterr().out
        assert told.startswith(f"{usage}ssrules")
        assert WORDS[language][f"help:{command}" if command else "help"][:20] in told


def test_another_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """As any wrong option."""
    with pytest.raises(SystemExit) as ended:
        main(["facts", "--language", "fr"])
    assert ended.value.code == 2
    assert "fr" in capsys.readouterr().err


def test_every_language_has_the_same_words_with_the_same_places() -> None:
    """A key that one of them lacks, or a value that one of them leaves out, would be found late."""

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    first, *others = WORDS.values()
    for other in others:
        assert [*other] == [*first]
        for key, text in first.items():
            assert places(text.replace("{case, decision}", "")) == places(
                other[key].replace("{case, decision}", "")
            ), key


def test_facts_are_told_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """An object a fact: path, column, kind, values, default and meaning."""
    assert main(["facts", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["path"] for each in told] == [fact.path for fact in FACTS]
    for each, fact in zip(told, FACTS, strict=True):
        assert each["column"] == fact.path.replace(".", "_")
        assert each["values"] == [value for value in fact.values if isinstance(value, str)]


@pytest.mark.parametrize(("path", "count"), [("card", 5), ("documents.photo", 6), ("as_of", 1)])
def test_a_path_chooses_facts(path: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A fact, or all of a group."""
    assert main(["facts", path, "--json"]) == 0
    assert capsys.readouterr().out.count("\n") == count


def test_a_path_that_is_none_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """As any misspelt name."""
    assert main(["facts", "card.finacial"]) == 2
    assert "card.financial" in capsys.readouterr().err


CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (["demo"], 0),
        (["demo", "pensioner"], 0),
        (["decide", "case.json"], 0),
        (["verify"], 0),
        (["diff", "default", "default"], 0),
        (["diff", "default", "city.toml"], 1),
        (["replay", "log.jsonl"], 1),
        (["decide", "none.json"], 2),
        (["batch", "none.csv", "out.csv"], 2),
        (["affected", "default", "city.toml", "in.csv"], 1),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_a_command_prints_is_in_the_language_asked_for(
    line: list[str],
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In Chinese every command says something in Chinese; in English none but what it quotes."""
    monkeypatch.chdir(tmp_path)
    case = ssrules.Case.from_dict(
        {
            "as_of": "2026-11-22",
            "card": {
                "received_on": "2026-06-01",
                "social_security": "inactive",
                "financial": "inactive",
            },
        }
    )
    Path("case.json").write_text(case.to_json(), "utf-8")
    Path("in.csv").write_text(
        "as_of,card_received_on,card_social_security,card_financial\n"
        "2026-11-22,2026-06-01,inactive,inactive\n",
        "utf-8",
    )
    Path("city.toml").write_text(
        'name = "city"\nversion = "1"\n[[changes]]\nchange = "change_parameter"\n'
        'parameter = "activation_window_days"\nvalue = 100\ncites = "source.A4"\n',
        "utf-8",
    )
    city = ssrules.RuleBook.from_toml(Path("city.toml"))
    ssrules.DecisionLog("log.jsonl").append(ssrules.decide(case, city))
    for language in cli.LANGUAGES:
        assert main([*line, "--language", language]) == status
        told = capsys.readouterr()
        assert bool(CHINESE.search(told.out + told.err)) == (language == "zh"), told


def test_a_section_tells_all_its_rule_sets(capsys: pytest.CaptureFixture[str]) -> None:
    """`ssrules rules insurance` is no mistake."""
    assert main(["rules", "insurance"]) == 0
    told = capsys.readouterr().out
    for name in ("endowment", "medical", "work_injury", "unemployment", "maternity"):
        assert f"insurance.{name}" in told
    assert main(["rules", "insuranc"]) == 2
    assert "insuranc" in capsys.readouterr().err


WRONG_LINES: tuple[list[str], ...] = (
    ["facts", "--nothing"],
    ["facts", "a", "b"],
    ["batch"],
    ["schema", "overlays"],
    ["fact"],
    [],
    ["facts", "--json=yes"],
    ["verify", "--certainty"],
    ["verify", "--json", "--tests"],
    ["batch", "in.csv", "out.csv", "--from", "x y"],
    ["batch", "in.csv", "out.csv", "--l", "zh"],
    ["export", "sql", "--dialect", "mysql", "out.sql"],
)
PLACED = re.compile(r"ssrules(?: [a-z]+)*: (.+)\n$")


@pytest.mark.parametrize("line", WRONG_LINES, ids=" ".join)
def test_what_is_wrong_with_a_command_line_is_told_in_the_language_asked_for(
    line: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind the usage, with status 2; no English sentence of Python's is left in Chinese."""
    told = {}
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    for language in cli.LANGUAGES:
        monkeypatch.setenv("LANG", language)
        with pytest.raises(SystemExit) as ended:
            main(line)
        assert ended.value.code == 2
        found = PLACED.search(capsys.readouterr().err)
        assert found is not None
        told[language] = found[1]
    assert not CHINESE.search(told["en"])
    assert CHINESE.search(told["zh"])
    english = re.compile(r"argument|expected|invalid|choose|required|allowed|option|could|match")
    assert not english.search(told["zh"]), told["zh"]
