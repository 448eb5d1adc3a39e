"""Small workspaces in a folder of their own (không gian làm việc nhỏ)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from textwrap import dedent

from tthc_rules import library
from tthc_rules.api import CheckResult, Settings, check, load_settings
from tthc_rules.diagnostics import Finding

DECREE = """
kind: instrument
number: 00/2099/NĐ-CP
issuer: chinh-phu
type: nghi-dinh
signed: 2026-01-05
force: {from: 2026-03-01}
territory: VN
norms:
  - id: thoi-han
    at: Điều 1
    attribute: time_limit
    form: ceiling
    default: bound
    subject: {procedures: ["9.000001"]}
    value: 10 ngày làm việc
    delegation: {to: {class: ubnd, level: province}, direction: le}
"""
CUT = """
kind: instrument
number: 00/2099/QĐ-UBND
issuer: ubnd-xx
type: quyet-dinh-ubnd
signed: 2026-05-04
force: {from: 2026-05-15}
territory: XX
norms:
  - id: cat-giam
    at: Điều 1
    attribute: time_limit
    form: value
    subject: {procedures: ["9.000001"]}
    value: 6 ngày làm việc
    fills: {issuer: chinh-phu, instrument: 00/2099/NĐ-CP, norm: thoi-han}
"""
PUBLICATION = """
kind: procedure
code: "9.000001"
name: Cấp giấy mẫu
sector: linh-vuc-mau
cases:
  - id: default
    channels:
      - {channel: online, time_limit: 10 ngày làm việc}
"""
GENERIC = """
kind: configuration
procedure: "9.000001"
territory: XX
"""
APPLIED = (
    GENERIC
    + """overrides:
  cases:
    - id: default
      channels:
        - {channel: online, time_limit: 6 ngày làm việc}
"""
)
LAW = {"law/decree.yaml": DECREE, "law/cut.yaml": CUT, "national/p.yaml": PUBLICATION}
RULE = "time-limit/local-cut-not-applied"
DAY = date(2026, 6, 15)


CATALOGUE = """
kind: catalogue
ranks:
  - {type: nghi-dinh, name: Nghị định, rank: 70}
  - {type: quyet-dinh-ubnd, name: Quyết định, rank: 30}
attributes:
  - {attribute: time_limit, name: Thời hạn, combine: unique, applies_by: reception}
territories:
  - {id: VN, name: Việt Nam, spans: [{level: nation}]}
issuers:
  - {id: chinh-phu, name: Chính phủ, class: chinh-phu, level: nation, territory: VN}
"""


def made_up() -> dict[str, str]:
    """Return the catalogues that a workspace without the library needs."""
    text = (library.rules_folder() / "made-up.yaml").read_text(encoding="utf-8")
    return {"catalogues/own.yaml": CATALOGUE, "catalogues/made-up.yaml": text}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files with these texts below `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


def workspace(folder: Path, files: dict[str, str], *rules: str) -> None:
    """Write a workspace without the library: its data, and these of the shipped rules."""
    data = {f"data/{name}": text for name, text in {**made_up(), **files}.items()}
    own = {
        f"rules/{rule}.tthc": (library.rules_folder() / f"{rule}.tthc").read_text("utf-8")
        for rule in rules or (RULE,)
    }
    settings = "kind: settings\nlibrary: none\nrules: [rules]\ndata: [data]\n"
    write(folder, {"tthc-rules.yaml": settings, **data, **own})


def settings_of(folder: Path, day: date = DAY, **more: int | str) -> Settings:
    """Return the settings of a workspace on a day."""
    found, findings = load_settings(str(folder), {"as_of": day, "jobs": 1, **more})
    assert found is not None, findings
    return found


def checked(
    folder: Path, day: date = DAY, paths: Iterable[Path] = (), **more: int | str
) -> CheckResult:
    """Return what `check` finds in a workspace."""
    return check([str(path) for path in paths], settings=settings_of(folder, day, **more))


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes of findings, in order."""
    return [finding.code for finding in findings]
