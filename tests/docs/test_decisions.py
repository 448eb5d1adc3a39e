"""Decisions have one form, one number each, and stand in the list."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import ROOT, page

FOLDER = ROOT / "docs" / "decisions"
NAMES = sorted(path.name for path in FOLDER.glob("[0-9]*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_decision_has_the_agreed_form(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    number = name[:4]
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name)
    assert text.startswith(f"# {number}. ")
    headings = ["Context", "Decision", "Consequences", "Rejected"]
    assert re.findall(r"(?m)^## (.+)$", text) == headings
    assert len(text.splitlines()) <= 60, "a decision is one page"


def test_numbers_are_given_once_and_in_order() -> None:
    assert [int(name[:4]) for name in NAMES] == list(range(1, len(NAMES) + 1))


def test_the_list_holds_every_decision_by_its_title() -> None:
    listed = re.findall(r"(?m)^- \[(\d{4})\]\((.+?)\) (.+)$", page("docs/decisions/README.md"))
    titles = {name: (FOLDER / name).read_text(encoding="utf-8").splitlines()[0] for name in NAMES}
    assert [(f"# {number}. {title}", name) for number, name, title in listed] == [
        (titles[name], name) for name in NAMES
    ]
