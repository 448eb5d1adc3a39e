"""Every shipped rule has cases that hold it on both sides, and cites what is registered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.strategies.documents import schemas
from tthc_rules import library
from tthc_rules.api import load_settings
from tthc_rules.api import rules as known_rules
from tthc_rules.api import test as run_cases
from tthc_rules.api.results import RuleInfo
from tthc_rules.api.settings import Settings
from tthc_rules.engine.instruments import Instruments
from tthc_rules.loading import Document, find, read, read_bytes

FOLDER = library.rules_folder()
RULES = sorted(
    path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.tthc")
)


def path_of(rule: str, ending: str = ".tthc") -> Path:
    """Return a file of a rule."""
    return FOLDER / f"{rule}{ending}"


def settings_for(folder: Path, rules: str) -> Settings:
    """Return settings that use these rules alone."""
    settings, findings = load_settings(str(folder), {"library": "none", "rules": (rules,)})
    assert settings is not None
    assert findings == ()
    return settings


def test_there_are_rules() -> None:
    assert len(RULES) >= 14


def test_every_case_of_every_rule_shows_what_it_expects(tmp_path: Path) -> None:
    result = run_cases([], settings_for(tmp_path, str(FOLDER)))
    assert result.findings == ()
    assert result.lines == ()
    assert result.failed == 0
    assert result.passed >= 4 * len(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_case_that_passes_and_one_that_is_violated(rule: str) -> None:
    expected = [case["expect"] for case in cases(rule)]
    assert expected.count("pass") >= 1
    assert expected.count("violation") >= 1


@pytest.mark.parametrize("rule", RULES)
def test_the_names_of_cases_tell_them_apart(rule: str) -> None:
    names = [case["name"] for case in cases(rule)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_bounded_in_time_has_a_case_on_each_side_of_each_boundary(rule: str) -> None:
    info = infos()[rule]
    days = [date.fromisoformat(case["as_of"]) for case in cases(rule)]
    for text in (period.en for period in info.force):
        for boundary in re.findall(r"from (\S+)", text):
            start = date.fromisoformat(boundary)
            assert any(day < start for day in days), f"no case before {start}"
            assert any(day >= start for day in days), f"no case since {start}"


@pytest.mark.parametrize("answer", ["đúng", "sai"])
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_always_says_the_same_fails_a_case(
    rule: str, answer: str, tmp_path: Path
) -> None:
    """A body that is replaced by a constant must not go unnoticed."""
    topic = tmp_path / "rules" / rule
    topic.parent.mkdir(parents=True)
    text = path_of(rule).read_text(encoding="utf-8")
    clause = re.compile(r"^(  (?:yêu cầu|require): ).*?(?=\n  \S)", re.MULTILINE | re.DOTALL)
    constant, count = clause.subn(rf"\g<1>{answer}", text)
    assert count == 1
    Path(f"{topic}.tthc").write_text(constant, encoding="utf-8")
    Path(f"{topic}.cases.yaml").write_bytes(path_of(rule, ".cases.yaml").read_bytes())
    for shared in FOLDER.glob("*.yaml"):
        (tmp_path / "rules" / shared.name).write_bytes(shared.read_bytes())
    result = run_cases([], settings_for(tmp_path, "rules"))
    assert {finding.code for finding in result.findings} <= {
        "lang/unused-let",
        "rule/unknown-silenced",
    }
    assert result.failed > 0


@pytest.mark.parametrize("rule", RULES)
def test_every_citation_of_a_rule_is_a_registered_instrument(rule: str) -> None:
    for cited in infos()[rule].basis:
        number = cited.split(" ", maxsplit=1)[0]
        assert len(instruments().find(number, None)) == 1, cited


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_speaks_both_languages(rule: str) -> None:
    info = infos()[rule]
    for text in (info.title, info.message, info.help):
        if text is not None:
            assert text.vi
            assert text.en
            assert text.vi != text.en
            assert text.vi.count("…") == text.en.count("…")
    assert info.help is not None, "a rule says what to do"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_file_is_short_normal_and_names_one_rule(rule: str) -> None:
    data = path_of(rule).read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert len(text.splitlines()) <= 40
    assert rule.isascii()
    assert re.fullmatch(r"[a-z-]+/[a-z-]+", rule)
    assert path_of(rule, ".cases.yaml").is_file()


@cache
def infos() -> dict[str, RuleInfo]:
    """Return every shipped rule by its id."""
    settings, _ = load_settings(str(FOLDER), {"library": "none", "rules": (str(FOLDER),)})
    assert settings is not None
    found, findings = known_rules(settings)
    assert findings == ()
    return {info.id: info for info in found}


@cache
def instruments() -> Instruments:
    """Return the shipped register of instruments."""
    return Instruments(documents())


def documents() -> Iterator[Document]:
    """Yield every shipped instrument."""
    files, _ = find([str(library.data_folder() / "instruments")])
    for file in files:
        data, _ = read_bytes(file)
        assert data is not None
        yield from read(file, data, schemas())[0]


def cases(rule: str) -> list[dict[str, str]]:
    """Return the cases of a rule, every scalar as text."""
    text = path_of(rule, ".cases.yaml").read_text(encoding="utf-8")
    return [item for item in yaml.load(text, yaml.BaseLoader) if item["kind"] == "case"]  # noqa: S506
