"""A rule author's workspace: one rule, its cases, and the command line in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tthc_rules.api import Settings, load_settings

RULE: Final = """quy tắc "Không quá hai bản sao"
  en: "No more than two copies"
  mức độ: lỗi
  căn cứ: quy ước kỹ thuật
  hiệu lực: từ 2026-07-01 đến trước 2027-01-01
  áp dụng cho: mỗi cấu hình gọi là c, mỗi c.thành_phần_hồ_sơ gọi là g
  khi: có g.số_bản_sao
  yêu cầu: g.số_bản_sao không quá 2
  tại: g.số_bản_sao
  thông báo: vi "đòi {g.số_bản_sao} bản sao"
             en "asks for {g.copies} copies"
hết
"""

BASE: Final = """- kind: procedure
  code: "9.000001"
  name: Cấp giấy mẫu (giả định)
  sector: linh-vuc-mau
  cases:
    - id: default
      channels:
        - {channel: direct, time_limit: 10 ngày làm việc}
  components:
    - {id: giay, name: Giấy, copies: 2}
  confidence: unverified
- kind: configuration
  procedure: "9.000001"
  territory: XX
  confidence: unverified
"""


def case(name: str, day: str, expect: str, copies: int | None = 3, more: str = "") -> str:
    """Return one case; `copies` None for a paper that declares none."""
    declared = "" if copies is None else f", copies: {copies}"
    changes = f"publication: {{components: [{{id: giay, name: Giấy{declared}}}]}}"
    if copies is None:
        changes = "overrides: {removed: [components/giay/copies]}"
    lines = [f"- kind: case\n  name: {name}\n  as_of: {day}\n  {changes}\n  expect: {expect}\n"]
    return "".join([*lines, more])


WEAK: Final = BASE + case("đủ", "2026-08-01", "pass", 1) + case("thừa", "2026-08-01", "violation")
"""Cases that pass and show little."""

STRONG: Final = "".join(
    [
        BASE,
        case("một bản", "2026-08-01", "pass", 1),
        case("hai bản", "2026-08-01", "pass", 2),
        case("ba bản", "2026-08-01", "violation", 3, "  at: components/giay/copies\n"),
        case("không khai", "2026-08-01", "not-applicable", None),
        case("ngày trước", "2026-06-30", "not-applicable"),
        case("ngày đầu", "2026-07-01", "violation"),
        case("ngày cuối", "2026-12-31", "violation"),
        case("ngày sau", "2027-01-01", "not-applicable"),
    ]
)
"""Cases that show every boundary."""

SETTINGS: Final = "kind: settings\nlibrary: none\nrules: [rules]\n"


class Ended(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


Tool = Callable[..., Ended]


def lay(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def settings(folder: Path) -> Settings:
    """Return the settings of a workspace."""
    found, findings = load_settings(str(folder), {})
    assert found is not None, findings
    return found
