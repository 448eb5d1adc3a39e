"""The page of what was asked: whatever it names exists, or has its reason for not being built."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.docs.pages import ROOT, page, prose, rows, spoken
from tthc_rules import library
from tthc_rules.cli.app import app
from tthc_rules.engine.tiers import TIERS
from tthc_rules.report.messages import table

TEXT = page("docs/coverage.md")
ROWS = {row[0]: row for row in rows(TEXT) if re.fullmatch(r"[RS]\d\d", row[0])}
LATER = "lệnh sau · later"
ID = re.compile(r"[a-z-]+/[a-z-]+|[a-z-]+/\*")

SHIPPED = {
    path.relative_to(library.rules_folder()).with_suffix("").as_posix()
    for path in library.rules_folder().rglob("*.tthc")
}
CHECKS = {key.partition(".")[0] for key in table()}
NOT_BUILT = set(
    chain.from_iterable(
        spoken(row[0])
        for path in (ROOT / "docs/rules/not-built").glob("*.md")
        for row in rows(path.read_text(encoding="utf-8"))
    )
)


def exists(name: str) -> bool:
    """Return whether a rule, a check or a reason for neither bears this name."""
    if name.endswith("/*"):
        return any(rule.startswith(name[:-1]) for rule in SHIPPED)
    return name in SHIPPED | CHECKS | NOT_BUILT


def test_every_row_has_an_answer_or_says_why_not() -> None:
    asked = [*(f"R{n:02}" for n in range(1, 51)), *(f"S{n:02}" for n in range(1, 21))]
    assert list(ROWS) == asked
    for _, vi, en, answer, left in ROWS.values():
        assert vi
        assert en
        assert spoken(answer) or left.startswith("OPEN: ")


@pytest.mark.parametrize("row", ROWS)
def test_what_an_answer_names_exists(row: str) -> None:
    for name in spoken(ROWS[row][3]):
        command = name.split()[0]
        if command != "tthc-rules":
            assert ID.fullmatch(name)
            assert exists(name), name


@pytest.mark.parametrize("row", ROWS)
def test_a_command_exists_or_is_said_to_come_later(row: str) -> None:
    text = " ".join(ROWS[row])
    for name in re.findall(r"`tthc-rules ([^`]*)`(?! \(" + LATER + ")", text):
        command, *flags = name.split()
        known = app.commands[command]
        options = {option for one in known.params for option in one.opts}
        assert options.issuperset(flags)


def test_what_is_only_listed_as_not_built_is_not_the_whole_of_a_closed_answer() -> None:
    for row, (_, _, _, answer, left) in ROWS.items():
        named = [name for name in spoken(answer) if not name.startswith("tthc-rules")]
        unbuilt = [name for name in named if name in NOT_BUILT - SHIPPED - CHECKS]
        if named and len(unbuilt) == len(named):
            assert left.startswith("OPEN: "), row


def test_every_entry_of_the_first_tier_is_listed_and_answered() -> None:
    first = {name for name, tier in TIERS.items() if tier == 1}
    listed = set(spoken(prose(TEXT).partition("## Bậc 1")[2].replace("\n", " ")))
    assert first - {"fee/above-law", "fee/zero-against-law"} == listed
    for name in first:
        assert exists(name), name
