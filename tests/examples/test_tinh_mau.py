"""The made-up province (`examples/tinh-mau`): every sown error is found, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tthc_rules import api, library
from tthc_rules.diagnostics import Finding
from tthc_rules.report.messages import sentence

ROOT = Path(__file__).parents[2]
PROVINCE = ROOT / "examples" / "tinh-mau"
PAGE = ROOT / "docs" / "example.md"
LOCAL_CUT = "time-limit/local-cut-not-applied"

NAME_REAL_ONES = [
    "online/building-permit-partial",
    "time-limit/experimental-ended",
    "waiver/limit-missing",
    "waiver/stacked",
]
"""Rules on certain real codes and texts, which a made-up province does not have."""

Place = tuple[str, int, str, str]
"""File, line, code and logical path."""

CUT = "procedures/instruments/ubnd-xx/03-2099-qd-ubnd.yaml"
CEILING = "procedures/instruments/chinh-phu/03-2099-nd-cp.yaml"
CONFIGURED = "procedures/provinces/XX/xay-dung/9.000026.yaml"
PUBLISHED = "procedures/national/xay-dung/9.000026.yaml"
"""A clean configuration that overrides 7 working days by the 5 of a decision of November."""


@dataclass(frozen=True)
class Sown:
    """One line of `expected.json`."""

    file: str
    line: int
    code: str
    path: str
    why_vi: str
    why_en: str

    @property
    def place(self) -> Place:
        """What is compared; the reasons are for readers."""
        return self.file, self.line, self.code, self.path


def sown() -> tuple[Sown, ...]:
    """Return the sown errors."""
    rows = json.loads((PROVINCE / "expected.json").read_text(encoding="utf-8"))
    return tuple(Sown(**row) for row in rows)


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, day: str | None = None) -> api.CheckResult:
    """Return what `tthc-rules check` finds when it is run in `folder`."""
    monkeypatch.chdir(folder)
    as_of = None if day is None else date.fromisoformat(day)
    settings, problems = api.load_settings(".", {"jobs": 1, "as_of": as_of})
    assert settings is not None, problems
    return api.check((), settings=settings)


def place(finding: Finding) -> Place:
    """Return where a finding stands."""
    assert finding.span is not None
    return finding.span.file, finding.span.start.line, finding.code, finding.path


@pytest.fixture(scope="module")
def result() -> api.CheckResult:
    """What is found in the province as it is shipped."""
    with pytest.MonkeyPatch.context() as patch:
        return check(PROVINCE, patch)


def process(*options: str) -> subprocess.CompletedProcess[bytes]:
    """Return what the process says in the province as it is shipped, as JSON."""
    return subprocess.run(  # noqa: S603 - fixed argument list
        [sys.executable, "-m", "tthc_rules", "check", "--format", "json", *options],
        cwd=PROVINCE,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def alone() -> subprocess.CompletedProcess[bytes]:
    """What one process says without help."""
    return process("-j", "1")


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """A copy of the province that a test may change."""
    return Path(shutil.copytree(PROVINCE, tmp_path / "tinh-mau"))


def change(folder: Path, file: str, pattern: str, times: int) -> None:
    """Remove what `pattern` matches in a file, which it does `times` times."""
    path = folder / file
    text, count = re.subn(pattern, "", path.read_text(encoding="utf-8"))
    assert count == times
    path.write_text(text, encoding="utf-8", newline="\n")


def kinds_of_documents() -> Counter[str]:
    """Return how many documents of each kind the province has."""
    texts = (path.read_text(encoding="utf-8") for path in PROVINCE.rglob("*.yaml"))
    kind = re.compile(r"^(?:- )?kind: (\w+)", re.MULTILINE)
    return Counter(name for text in texts for name in kind.findall(text))


def forget_the_cut(folder: Path) -> None:
    """Take the shortened time limit out of the overrides of both channels."""
    change(folder, CONFIGURED, r" +time_limit: 5 ngày làm việc\n +basis: .*QĐ-UBND.*\n", times=2)


def drop_norm(folder: Path, file: str, norm: str) -> None:
    """Take one norm out of an instrument."""
    change(folder, file, rf"  - id: {norm}\n(?:    .*\n)+", times=1)


def of_the_procedure(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings about the procedure that the scenarios change."""
    return [finding for finding in findings if finding.subject.startswith("9.000026")]


def asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str]:
    """Return whether `why` decides the time limit of that procedure, and its proof."""
    monkeypatch.chdir(folder)
    settings, problems = api.load_settings(".", {"jobs": 1})
    assert settings is not None, problems
    answer = api.why(api.Question("9.000026", "time_limit", "XX", channel="online"), settings)
    return answer.decided, "\n".join(sentence(line, "vi") for line in answer.lines)


# What is sown ----------------------------------------------------------------------------


def test_every_sown_error_is_found_and_nothing_else(result: api.CheckResult) -> None:
    found = Counter(place(finding) for finding in result.findings)
    wanted = Counter(error.place for error in sown())
    assert {"missed": wanted - found, "accused": found - wanted} == {
        "missed": Counter(),
        "accused": Counter(),
    }


def test_the_process_finds_the_same_and_fails(alone: subprocess.CompletedProcess[bytes]) -> None:
    assert alone.returncode == 1, alone.stderr.decode()
    said = json.loads(alone.stdout)["findings"]
    codes = Counter(str(finding["id"]) for finding in said if finding["verdict"] != "undecided")
    assert codes == Counter(error.code for error in sown())


@pytest.mark.parametrize("jobs", [(), ("-j", "2")], ids=["as many as the machine has", "two"])
def test_any_number_of_processes_says_the_same(
    alone: subprocess.CompletedProcess[bytes], jobs: tuple[str, ...]
) -> None:
    together = process(*jobs)
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert together.returncode == alone.returncode


def test_the_list_of_sown_errors_is_sorted_and_gives_reasons() -> None:
    errors = sown()
    assert [error.place for error in errors] == sorted(error.place for error in errors)
    assert all(error.why_vi and error.why_en for error in errors)


def test_every_shipped_rule_is_broken_somewhere() -> None:
    folder = Path(str(library.rules_folder()))
    rules = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.tthc")}
    spared = sorted(rules - {error.code for error in sown()})
    unsown = ", ".join(name for name in spared if name not in NAME_REAL_ONES)
    assert spared == NAME_REAL_ONES, f"no sown error breaks {unsown}; see docs/example.md"


def test_what_is_left_undecided_follows_from_sown_errors(result: api.CheckResult) -> None:
    """A missing duration, mixed kinds, a cycle and an unregistered text: nothing is guessed."""
    left = {place(finding)[0] for finding in result.undecided}
    assert left <= {error.file for error in sown()}
    assert 0 < len(left) < 20


# What is whole ---------------------------------------------------------------------------


def test_the_province_is_large_enough_to_hide_errors_in() -> None:
    kinds = kinds_of_documents()
    sectors = {path.name for path in (PROVINCE / "procedures" / "provinces" / "XX").iterdir()}
    wrong = {error.file for error in sown() if "/provinces/" in error.file}
    assert kinds["configuration"] >= 60
    assert kinds["procedure"] >= 60
    assert len(sectors) >= 8
    assert kinds["configuration"] > 2 * len(wrong)


@pytest.mark.parametrize("page", [PROVINCE / "README.md", PAGE], ids=["README", "docs"])
def test_the_pages_count_what_is_there(page: Path) -> None:
    kinds = kinds_of_documents()
    errors, published, configured = len(sown()), kinds["procedure"], kinds["configuration"]
    there = {
        **dict.fromkeys(("lỗi", "phát hiện", "sown errors", "findings"), errors),
        **dict.fromkeys(("bản công bố", "thủ tục", "publications", "procedures"), published),
        **dict.fromkeys(("cấu hình", "configurations"), configured),
    }
    counts = re.findall(rf"\b([0-9]+) ({'|'.join(there)})\b", page.read_text(encoding="utf-8"))
    assert {word for _count, word in counts} >= {"lỗi", "cấu hình", "configurations"}
    assert [(int(count), word) for count, word in counts] == [
        (there[word], word) for _count, word in counts
    ]


def test_no_code_and_no_number_of_the_data_is_a_real_one() -> None:
    for path in sorted((PROVINCE / "procedures").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        codes = re.findall(r"\b[0-9]\.[0-9]{6}\b", text)
        numbers = re.findall(r"\b[0-9]+/[0-9]{4}/[A-ZĐ-]+", text)
        assert all(code.startswith("9.") for code in codes), path
        assert all("/2099/" in number for number in numbers), path


# Acceptance ------------------------------------------------------------------------------


def test_the_procedure_of_the_scenarios_is_clean(result: api.CheckResult) -> None:
    assert of_the_procedure(result.findings) == of_the_procedure(result.undecided) == []


def test_a_forgotten_override_names_line_generic_value_and_decision(
    province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_the_cut(province)
    found = of_the_procedure(check(province, monkeypatch).findings)
    line = 1 + (province / CONFIGURED).read_text(encoding="utf-8").splitlines().index(
        'procedure: "9.000026"'
    )
    assert [place(finding) for finding in found] == [
        (CONFIGURED, line, LOCAL_CUT, f"cases/default/channels/{channel}/time_limit")
        for channel in ("direct", "online")
    ]
    published = (province / PUBLISHED).read_text(encoding="utf-8").splitlines()
    for finding in found:
        said = sentence(finding.message, "vi")
        assert "7 ngày làm việc" in said
        assert "03/2099/QĐ-UBND" in said
        assert "5 ngày làm việc" in said
        (source,) = finding.related
        assert source.span.file == PUBLISHED
        assert "time_limit: 7 ngày làm việc" in published[source.span.start.line - 1]


@pytest.mark.parametrize(("day", "count"), [("2026-10-31", 0), ("2026-11-01", 2)])
def test_the_decision_counts_from_its_first_day_on(
    province: Path, monkeypatch: pytest.MonkeyPatch, day: str, count: int
) -> None:
    forget_the_cut(province)
    found = of_the_procedure(check(province, monkeypatch, day).findings)
    assert [finding.code for finding in found] == [LOCAL_CUT] * count


def test_without_the_norm_the_decree_answers(
    province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided, proof = asked(province, monkeypatch)
    assert decided
    assert "5 ngày làm việc" in proof.splitlines()[0]
    assert "03/2099/QĐ-UBND" in proof
    forget_the_cut(province)
    drop_norm(province, CUT, "cat-000026")
    result = check(province, monkeypatch)
    assert of_the_procedure(result.findings) == of_the_procedure(result.undecided) == []
    decided, proof = asked(province, monkeypatch)
    assert decided
    assert "7 ngày làm việc" in proof.splitlines()[0]
    assert "03/2099/NĐ-CP" in proof
    assert "QĐ-UBND" not in proof


def test_without_any_norm_nothing_is_decided(
    province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_the_cut(province)
    drop_norm(province, CUT, "cat-000026")
    drop_norm(province, CEILING, "th-000026")
    result = check(province, monkeypatch)
    assert of_the_procedure(result.findings) == []
    left = {finding.code for finding in of_the_procedure(result.undecided)}
    assert left == {"time-limit/longer-than-law"}
    decided, _proof = asked(province, monkeypatch)
    assert not decided
