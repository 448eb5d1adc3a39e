"""What users see stands in the changelog and on the front pages."""

from __future__ import annotations

import re

import pytest

import tthc_rules
from tests.docs.pages import ROOT, page, rows, spoken
from tthc_rules.cli.app import app

RULES = sorted(
    path.relative_to(ROOT / "rules").with_suffix("").as_posix()
    for path in (ROOT / "rules").rglob("*.tthc")
)
LISTED = {spoken(row[0])[0]: row[1] for row in rows(page("CHANGELOG.md")) if spoken(row[0])}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_in_the_changelog_with_the_days_it_has_effect(rule: str) -> None:
    text = (ROOT / "rules" / f"{rule}.tthc").read_text(encoding="utf-8")
    days = re.findall(r"\d{4}-\d{2}-\d{2}", next(re.finditer(r"hiệu lực: (.+)", text))[1])
    assert re.findall(r"\d{4}-\d{2}-\d{2}", LISTED[rule]) == days


def test_the_version_is_supported() -> None:
    minor = tthc_rules.__version__.rpartition(".")[0]
    assert f"| {minor}.x | yes |" in page("SECURITY.md")


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_every_command_is_on_the_front_page(name: str) -> None:
    table = " ".join(row[0] for row in rows(page(name)))
    commands = set(app.commands) - {"version"}
    missing = sorted(command for command in commands if not re.search(rf"\b{command}\b", table))
    assert missing == []
