"""The documents say what is so: their code runs, their links lead somewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ssrules
from ssrules.cli import COMMANDS
from ssrules.facts import Case

ROOT = Path(__file__).parent.parent
DOCUMENTS = tuple(
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda path: path.as_posix())
)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")
MADE = re.compile(r"/reference/rules/(\w+)\.md$")
"""A page that the site makes of a rule set: it is there once the site has been built."""
ENTRY = re.compile(r"^[a-z0-9/-]+$", re.MULTILINE)
MOST_LINES = 10


def blocks(name: str, language: str) -> list[str]:
    """The blocks of a language in a document."""
    text = (ROOT / name).read_text("utf-8")
    return [body for found, body in BLOCK.findall(text) if found == language]


def run(code: str, source: Path) -> str:
    """What a program prints that finds the library in `source`."""
    setup = (
        f"import sys, warnings; sys.path.insert(0, {str(source)!r})\n"
        "warnings.simplefilter('error')\n"
    )
    done = subprocess.run(  # this interpreter and the project's own documents
        [sys.executable, "-c", setup + code], capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.stdout


def test_the_case_in_the_readme_is_decided_as_it_says() -> None:
    """The ten lines run and print what stands below them."""
    code, expected = blocks("README.md", "python")[0], blocks("README.md", "text")[0]
    assert len([line for line in code.splitlines() if line.strip()]) <= MOST_LINES
    assert run(code, ROOT / "src") == expected


def test_the_readme_names_every_command_and_part() -> None:
    """What it decides is what a decision has, and each command is shown."""
    text = (ROOT / "README.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"ssrules {command}" in text
    table = set(re.findall(r"^\| `([a-z_.]+)` \|", text, re.MULTILINE))
    decision = ssrules.decide(Case.from_dict({"as_of": "2026-11-22"}))
    parts = {
        path if not path.startswith("insurance.") else "insurance" for path, _ in decision.parts
    }
    assert table == parts


def test_a_rule_set_is_added_in_one_file(tmp_path: Path) -> None:
    """The file that CONTRIBUTING shows, put into `rules/`, is all it takes."""
    code, *_ = blocks("CONTRIBUTING.md", "python")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "src" / "ssrules" / "rules" / "replacement.py").write_text(code, "utf-8")
    told = run(
        "import json, ssrules\n"
        "from ssrules.facts import Case\n"
        "def by(**facts):\n"
        "    case = Case.from_dict({'as_of': '2026-11-22', **facts})\n"
        "    part = ssrules.decide(case).part('replacement')\n"
        "    return part.status, dict(part.outputs), part.clauses, part.needs\n"
        "print(json.dumps([\n"
        "    by(card={'social_security': 'loss_reported'}, institution={'kind': 'bank_outlet'}),\n"
        "    by(card={'social_security': 'active'}),\n"
        "    by(card={'social_security': 'loss_reported'}),\n"
        "    ssrules.RuleBook.default().clause('illustration.1').title,\n"
        "]))\n",
        tmp_path / "src",
    )
    assert json.loads(told) == [
        ["determined", {"by": "bank"}, ["illustration.1"], []],
        ["determined", {"by": "nobody"}, ["illustration.1"], []],
        ["undetermined", {}, [], ["institution.kind"]],
        "Illustration, 1: replacement of a card",
    ]


def test_a_part_is_added_in_one_file_and_a_fact_in_one_place(tmp_path: Path) -> None:
    """What CONTRIBUTING shows, followed to the letter, is told, asked, and a column."""
    rules, part, fact = blocks("CONTRIBUTING.md", "python")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    package = tmp_path / "src" / "ssrules"
    (package / "rules" / "replacement.py").write_text(rules, "utf-8")
    (package / "parts" / "replacement.py").write_text(part, "utf-8")
    facts = (package / "facts.py").read_text("utf-8")
    below = "    used_at_designated_institution: bool | None = fact("
    assert below in facts
    added = "".join(f"    {line}\n" for line in fact.splitlines())
    (package / "facts.py").write_text(facts.replace(below, f"{added}{below}"), "utf-8")
    told = run(
        "import json, ssrules\n"
        "from ssrules.parts.replacement import REPLACEMENT\n"
        "book = ssrules.RuleBook.default().with_parts(REPLACEMENT)\n"
        "case = ssrules.Case.from_paths({'as_of': '2026-11-22',\n"
        "    'card.social_security': 'active', 'card.pages_missing': True})\n"
        "decision = ssrules.decide(case, book)\n"
        "print(json.dumps([\n"
        "    decision.to_dict()['replacement'],\n"
        "    decision.explain().part('replacement').sentence,\n"
        "    decision.explain(language='zh').part('replacement').sentence,\n"
        "    'card.pages_missing' in case.to_paths(),\n"
        "]))\n",
        tmp_path / "src",
    )
    found, english, chinese, known = json.loads(told)
    assert found == {
        "status": "determined",
        "by": "nobody",
        "because": ["replacement.nobody"],
        "clauses": ["illustration.1"],
        "needs": [],
    }
    assert english == "the card is replaced by: nobody."
    assert chinese.startswith("由")
    assert known is True


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_in_documents_lead_to_files(path: Path) -> None:
    """Every relative link names a file that is there, or the page of a rule set that is."""
    for target in LINK.findall(path.read_text("utf-8")):
        made = MADE.search(target)
        if made is None:
            assert (path.parent / target).exists(), f"{path.name}: {target}"
        else:
            assert ssrules.RuleBook.default().rule_set(made[1]).name == made[1]


def test_the_index_leads_to_every_page() -> None:
    """No page in `docs/` is left out of the menu of its language."""
    for folder in (ROOT / "docs", ROOT / "docs" / "zh"):
        pages = {
            path.relative_to(folder).with_suffix("").as_posix()
            for path in (*folder.glob("*.md"), *folder.glob("*/*.md"))
        }
        menu = ENTRY.findall((folder / "index.md").read_text("utf-8"))
        assert {*menu, "index"} >= {each for each in pages if not each.startswith("zh/")}
