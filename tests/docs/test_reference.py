"""The table of clauses in the guide is that of the language."""

from __future__ import annotations

from tests.docs.pages import page, rows, spoken
from tthc_rules.lang.reading import REQUIRED
from tthc_rules.lang.words import LABELS

CLAUSES = {
    clause.partition(" “")[0].partition(' "')[0].partition(":")[0]: row
    for row in rows(page("docs/writing-a-rule.md"))
    if len(row) == 3
    for clause in spoken(row[0])
}
TITLES = {"TITLE_VI", "TITLE_EN"}


def test_every_clause_is_explained() -> None:
    for kind, keyword in LABELS.items():
        assert keyword.vi[0] in CLAUSES or kind == "TITLE_VI", keyword.vi[0]


def test_the_required_clauses_are_named_so() -> None:
    for kind, keyword in LABELS.items():
        if kind not in TITLES:
            assert (CLAUSES[keyword.vi[0]][1] == "có") == (kind in REQUIRED), keyword.vi[0]
