"""`check` on small workspaces: what is judged, where findings stand, what a door is told."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.api.workspaces import (
    APPLIED,
    CUT,
    DAY,
    GENERIC,
    LAW,
    PUBLICATION,
    RULE,
    checked,
    codes,
    settings_of,
    workspace,
    write,
)
from tthc_rules.api import CheckResult, check


@pytest.fixture(autouse=True)
def _in_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# The heart of the mission ---------------------------------------------------------------------


def test_the_generic_value_that_a_province_never_overrode_is_found(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    (finding,) = checked(tmp_path).findings
    assert finding.code == RULE
    assert finding.span is not None
    assert (finding.span.file, finding.span.start.line) == ("data/xx/c.yaml", 2)
    assert finding.related[0].span.file == "data/national/p.yaml"
    assert finding.related[0].span.start.line == 8
    assert finding.path == "cases/default/channels/online/time_limit"
    assert finding.subject == "9.000001 XX"
    assert finding.basis


def test_the_override_removes_the_finding_and_taking_it_away_brings_it_back(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": APPLIED})
    assert checked(tmp_path).findings == ()
    write(tmp_path, {"data/xx/c.yaml": GENERIC})
    assert codes(checked(tmp_path).findings) == [RULE]


def test_the_day_before_the_decision_is_in_force_there_is_nothing_to_find(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    assert checked(tmp_path, date(2026, 5, 14)).findings == ()
    assert codes(checked(tmp_path, date(2026, 5, 15)).findings) == [RULE]


def test_without_the_decision_there_is_nothing_to_find(tmp_path: Path) -> None:
    law = {name: text for name, text in LAW.items() if text != CUT}
    workspace(tmp_path, {**law, "xx/c.yaml": GENERIC})
    assert checked(tmp_path).findings == ()


def test_undecided_is_said_and_is_no_finding(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": APPLIED.replace("6 ngày làm việc", "sáu ngày")})
    result = checked(tmp_path)
    assert codes(result.findings) == ["yaml/bad-value"]
    assert codes(result.undecided) == [RULE]
    assert result.tallies[RULE].undecided == 1


# What is judged -------------------------------------------------------------------------------


def test_paths_choose_what_is_judged_and_the_rest_is_context(tmp_path: Path) -> None:
    files = {"xx/c.yaml": GENERIC, "xx/d.yaml": GENERIC.replace("000001", "000002")}
    workspace(tmp_path, {**LAW, **files})
    everything = checked(tmp_path)
    assert codes(everything.findings) == [RULE, "identity/unknown-procedure"]
    one = checked(tmp_path, paths=[Path("data/xx/c.yaml")])
    assert codes(one.findings) == [RULE]
    assert (one.files, one.procedures) == (1, 1)
    other = checked(tmp_path, paths=[Path("data/xx/d.yaml")])
    assert codes(other.findings) == ["identity/unknown-procedure"]
    assert codes(checked(tmp_path, paths=[Path("data/law")]).findings) == []


def test_a_file_outside_the_workspace_is_judged_with_the_workspace_as_context(
    tmp_path: Path,
) -> None:
    workspace(tmp_path, LAW)
    write(tmp_path, {"elsewhere/c.yaml": GENERIC})
    assert codes(checked(tmp_path, paths=[Path("elsewhere")]).findings) == [RULE]


def test_a_path_may_be_named_twice_and_in_many_ways(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    ways = [Path("data/xx"), Path("data/xx/c.yaml"), tmp_path / "data" / "law" / ".." / "xx"]
    assert codes(checked(tmp_path, paths=[ways[0], ways[1]]).findings) == [RULE]
    assert codes(checked(tmp_path, paths=[ways[2]]).findings) == [RULE]


def test_a_workspace_lies_over_the_library_by_identity(tmp_path: Path) -> None:
    """The decree of the workspace is the one of the library, with another end."""
    text = """
        kind: instrument
        number: 61/2018/NĐ-CP
        issuer: chinh-phu
        type: nghi-dinh
        territory: VN
        force: {from: 2018-06-21, until: 2020-01-01}
        """
    cites = GENERIC + "overrides: {basis: [{instrument: 61/2018/NĐ-CP}]}\n"
    rule = "instrument/not-in-force"
    day = date(2025, 5, 1)
    workspace(tmp_path, {**LAW, "own.yaml": text, "xx/c.yaml": cites}, rule)

    def found() -> list[str]:
        result = checked(tmp_path, day, [Path("data/xx")], library="shipped")
        return [one.code for one in result.findings if one.code == rule]

    assert found() == [rule]
    (tmp_path / "data/own.yaml").unlink()
    assert found() == []


def test_cases_of_rules_and_settings_named_as_data_end_no_run(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    write(tmp_path, {"x.cases.yaml": "kind: case\nname: x\nas_of: 2026-01-01\nexpect: pass\n"})
    result = checked(tmp_path, paths=[Path("x.cases.yaml"), Path("tthc-rules.yaml")])
    assert result.findings == ()
    assert result.procedures == 0


# What a door is told --------------------------------------------------------------------------


def test_an_empty_folder_was_opened_and_held_nothing(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    (tmp_path / "empty").mkdir()
    result = checked(tmp_path, paths=[Path("empty")])
    assert (result.files, result.procedures, result.findings) == (0, 0, ())
    assert not result.unopened
    assert not result.missing_path


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    result = checked(tmp_path, paths=[Path("nowhere")])
    assert codes(result.findings) == ["file/missing"]
    assert result.missing_path
    assert result.unopened


def test_what_cannot_be_opened_is_said_and_the_rest_is_judged(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    (tmp_path / "data/xx/loop.yaml").symlink_to(tmp_path / "data/xx/loop.yaml")
    result = checked(tmp_path)
    assert codes(result.findings) == [RULE, "file/loop"]
    assert result.unopened
    assert not result.missing_path


def test_a_workspace_without_rules_runs_none(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    (tmp_path / f"rules/{RULE}.tthc").unlink()
    result = checked(tmp_path)
    assert (dict(result.tallies), result.findings) == ({}, ())
    assert result.procedures == 2


def test_a_folder_of_rules_that_is_not_there_makes_the_run_misconfigured(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    (tmp_path / "rules").rename(tmp_path / "elsewhere")
    result = checked(tmp_path)
    assert result.misconfigured
    assert codes(result.findings) == ["file/missing"]


def test_a_rule_with_mistakes_makes_the_run_misconfigured(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    write(tmp_path, {"rules/a/b.tthc": "quy tắc\n"})
    result = checked(tmp_path)
    assert result.misconfigured
    assert "rules/a/b.tthc" in result.sources
    assert RULE in codes(result.findings)


def test_each_file_that_a_finding_points_into_comes_with_its_text(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    result = checked(tmp_path)
    assert set(result.sources) == {"data/xx/c.yaml", "data/national/p.yaml"}
    assert result.sources["data/xx/c.yaml"].text == GENERIC.lstrip("\n")


def test_a_run_needs_a_day(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    values = dict(settings_of(tmp_path).values) | {"as_of": None}
    with pytest.raises(ValueError, match="day"):
        check([], settings=replace(settings_of(tmp_path), values=values))


@pytest.mark.parametrize("severity", ["info", "warning", "off"])
def test_settings_do_not_soften_a_rule_that_must_not_be_suppressed(
    tmp_path: Path, severity: str
) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    path = tmp_path / "tthc-rules.yaml"
    text = path.read_text(encoding="utf-8")
    (before,) = checked(tmp_path).findings
    path.write_text(f'{text}severities: [{{rule: {RULE}, severity: "{severity}"}}]\n', "utf-8")
    (after,) = checked(tmp_path).findings
    assert after.severity is before.severity


@pytest.mark.parametrize(
    "text",
    [
        "kind: configuration\nterritory: XX\noverrides: {removed: [name]}\n",
        'kind: configuration\nprocedure: "9.000001"\n',
        "kind: configuration\n",
        GENERIC + "overrides: {online: {level: khác}, route: {receives: a, steps: []}}\n",
        GENERIC + "overrides: []\n",
        GENERIC + "hosting: x\n",
        "- kind: catalogue\n  facts: [{name: x, type: boolean}]\n",
        "- kind: catalogue\n  systems: [5]\n",
        "kind: procedure\n",
        "kind: instrument\nnorms: [{}]\nrelations: [{}]\n",
        "kind: calendar\n",
        "kind: khác\n",
        "[]\n",
        "",
    ],
)
def test_a_document_that_misses_what_its_schema_asks_for_ends_no_run(
    tmp_path: Path, text: str
) -> None:
    """What is wrong with it is said; everything else is still judged."""
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC})
    write(tmp_path, {"data/zz.yaml": text})
    result = checked(tmp_path)
    assert RULE in codes(result.findings) or RULE in codes(result.undecided)
    if text:
        assert "data/zz.yaml" in {one.span.file for one in result.findings if one.span}


# Same input, same bytes -----------------------------------------------------------------------


def many(tmp_path: Path) -> None:
    """Write a workspace of two hundred configurations, every third with a finding."""
    files = dict(LAW)
    for number in range(200):
        code = f"9.{number + 1:06d}"
        text = GENERIC if number % 3 == 0 else APPLIED
        files[f"xx/{number:03d}.yaml"] = text.replace("9.000001", code)
        files[f"national/{number:03d}.yaml"] = PUBLICATION.replace("9.000001", code)
    del files["national/p.yaml"]
    every = "subject: {all: true}"
    for name in ("law/decree.yaml", "law/cut.yaml"):
        files[name] = files[name].replace('subject: {procedures: ["9.000001"]}', every)
    workspace(tmp_path, files)


def said(result: CheckResult) -> list[str]:
    """Return everything that a run said, in its order."""
    return [repr(finding) for finding in (*result.findings, *result.undecided)]


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    many(tmp_path)
    one, two = checked(tmp_path, jobs=1), checked(tmp_path, jobs=2)
    assert len(one.findings) == 67
    assert said(one) == said(two)
    assert (one.tallies, one.files, one.procedures) == (two.tallies, two.files, two.procedures)
    assert set(one.sources) == set(two.sources)


def test_the_order_and_the_names_of_files_change_no_fingerprint(tmp_path: Path) -> None:
    files = {
        "a.yaml": GENERIC,
        "b.yaml": PUBLICATION,
        "c.yaml": CUT,
        "d.yaml": LAW["law/decree.yaml"],
    }
    prints = set()
    for order in ("abcd", "dcba", "badc"):
        folder = tmp_path / order
        named = dict(zip(sorted(files), (files[f"{letter}.yaml"] for letter in order), strict=True))
        workspace(folder, named)
        found = checked(folder).findings
        prints.add(tuple((one.code, one.fingerprint, one.path) for one in found))
    assert len(prints) == 1
    assert len(prints.pop()) == 1


def test_one_file_with_everything_says_the_same_as_many_files(tmp_path: Path) -> None:
    everything = "\n".join(
        "- " + "\n  ".join(text.strip("\n").splitlines()) for text in (*LAW.values(), GENERIC)
    )
    workspace(tmp_path / "one", {"all.yaml": everything})
    workspace(tmp_path / "many", {**LAW, "xx/c.yaml": GENERIC})
    one, other = (checked(tmp_path / name).findings for name in ("one", "many"))
    assert [finding.fingerprint for finding in one] == [finding.fingerprint for finding in other]


def test_the_seed_of_hashes_changes_nothing(tmp_path: Path) -> None:
    bad = GENERIC.replace("XX", "ZZ") + "hosting: [{system: la, state: active}]\n"
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC, "xx/d.yaml": bad, "xx/e.yaml": bad})
    program = (
        "from pathlib import Path\n"
        "from tests.api.workspaces import checked\n"
        "result = checked(Path('.'))\n"
        "print(*map(repr, (*result.findings, *result.undecided)), sep='\\n')\n"
        "print(result.tallies, list(result.sources))\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    outputs = set()
    for seed in ("0", "1", "12345"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root}
        run = subprocess.run(  # noqa: S603 - fixed argument list
            [sys.executable, "-c", program], capture_output=True, check=True, env=environment
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert b"reference/unknown" in outputs.pop()


def test_the_day_of_the_run_is_the_day_that_was_asked_for(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    assert checked(tmp_path).day == DAY
