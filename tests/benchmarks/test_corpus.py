"""The made-up corpus is the same each time, reads cleanly, and its defects are found."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import DAY, Corpus, corpus
from benchmarks.defects import DEFECTS
from tthc_rules import api


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _checked(made: Corpus, folder: Path) -> api.CheckResult:
    made.write(folder)
    settings, findings = api.load_settings(".", {"as_of": date.fromisoformat(DAY)})
    assert settings is not None
    assert not findings
    return api.check((), settings=settings)


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert corpus(12, 3) == corpus(12, 3)
    assert corpus(12, 3) != corpus(12, 4)


def test_a_larger_corpus_holds_the_procedures_of_a_smaller_one() -> None:
    small, large = ({one.path: one.text for one in corpus(n).files} for n in (8, 12))
    procedures = {path for path in small if "/instruments/" not in path}
    assert {path: large[path] for path in procedures} == {p: small[p] for p in procedures}


def test_the_corpus_has_as_many_files_as_a_province_has_procedures() -> None:
    made = corpus()
    sizes = [len(file.text.encode("utf-8")) for file in made.files]
    assert len(made.files) == 2274
    assert 3_000 < sum(sizes) / len(sizes) < 3_700


def test_a_corpus_without_defects_has_no_findings(folder: Path) -> None:
    result = _checked(corpus(40, defect_share=0), folder)
    assert [(one.code, one.span) for one in result.findings] == []
    # Where a province cut a limit, what holds for the whole country is left open.
    assert {one.code for one in result.undecided} <= {"publication/drift"}
    assert result.procedures == 80


def test_every_sown_defect_is_found_in_its_file(folder: Path) -> None:
    made = corpus(240, defect_share=1)
    found: dict[str, set[str]] = defaultdict(set)
    for one in _checked(made, folder).findings:
        assert one.span is not None
        found[one.span.file.replace(os.sep, "/")].add(one.code)
    missed = [one for one in made.sown if one.code not in found[one.path]]
    assert missed == []
    assert {one.kind for one in made.sown} == {defect.kind for defect in DEFECTS}
