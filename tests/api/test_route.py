"""`route`: from a configuration's file to the drawn route, on a made-up workspace."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tthc_rules import api
from tthc_rules.report.route_sheet import FORMATS

CATALOGUE = """\
kind: catalogue
territories:
  - {id: XX, name: Tỉnh Mẫu, type: tỉnh, spans: [{level: province, in: VN}]}
  - {id: XX-1, name: Xã Một, type: xã, spans: [{level: commune, in: XX}]}
  - {id: YY, name: Tỉnh Bên, type: tỉnh, spans: [{level: province, in: VN}]}
agencies:
  - {id: trung-tam, name: Trung tâm Một cửa, level: province, territory: XX}
  - {id: so, name: Sở Mẫu, level: province, territory: XX}
confidence: unverified
source: giả định
"""

PUBLICATION = """\
kind: procedure
code: "9.000001"
name: Cấp giấy giả định
cases:
  - id: default
    channels:
      - {channel: direct, time_limit: 5 ngày làm việc}
      - {channel: online, time_limit: 2 ngày làm việc}
  - id: nhanh
    channels:
      - {channel: direct, time_limit: 3 ngày làm việc}
confidence: unverified
source: giả định
"""

CONFIGURATION = """\
kind: configuration
procedure: "9.000001"
territory: XX
overrides:
  route:
    receives: trung-tam
    decides: so
    steps:
      - id: nhan
        name: Tiếp nhận
        owner: trung-tam
        role: receive
        duration: 0,5 ngày làm việc
        next: [{to: xet, on: done}, {to: end, on: refuse}, {to: end, on: withdraw}]
      - id: xet
        name: Xem xét
        owner: so
        role: approve
        duration: 2 ngày làm việc
        next: [{to: tra, on: done}, {to: treo, on: stop}, {to: end, on: return}]
      - id: treo
        name: Treo
        owner: so
        role: process
        duration: 1 ngày làm việc
        next: []
      - id: tra
        name: Trả kết quả
        owner: trung-tam
        role: return-result
        duration: 0,5 ngày làm việc
        next: [{to: end, on: done}]
"""

BARE = 'kind: configuration\nprocedure: "9.000001"\nterritory: YY\n'

FILES = {
    "tthc-rules.yaml": "kind: settings\nlibrary: none\nas_of: 2099-01-05\n",
    "danh-muc.yaml": CATALOGUE,
    "cong-bo.yaml": PUBLICATION,
    "xx.yaml": CONFIGURATION,
    "yy.yaml": BARE,
    "khac.yaml": PUBLICATION.replace("9.000001", "9.000002"),
}

Ask = Callable[..., api.RouteResult]


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a workspace."""
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask about the route of the made-up procedure; files may differ."""

    def asked(
        code: str = "9.000001", territory: str = "XX", case: str | None = None, **files: str
    ) -> api.RouteResult:
        write(tmp_path, FILES | {f"{name}.yaml": text for name, text in files.items()})
        settings, findings = api.load_settings(str(tmp_path), {})
        assert settings is not None
        assert findings == ()
        return api.route(api.RouteQuestion(code, territory, case), settings)

    return asked


def drawn(result: api.RouteResult, form: str = "text", lang: str = "vi") -> str:
    """Return the sheet in a form."""
    assert result.sheet is not None, result.findings
    return FORMATS[form](result.sheet, lang)


def codes(result: api.RouteResult) -> list[str]:
    """Return why there is no sheet."""
    assert result.sheet is None
    return [finding.code for finding in result.findings]


def test_the_text_shows_the_route_its_mistakes_and_its_times(ask: Ask) -> None:
    assert drawn(ask(case="default")) == (
        "Quy trình liên thông\n"
        "thủ tục 9.000001: Cấp giấy giả định\n"
        "địa bàn XX, ngày 05/01/2099\n"
        "(!) quá thời hạn: trực tuyến\n"
        "(!) ngắn hơn thời hạn: trực tiếp\n"
        "\n"
        "(bắt đầu)\n"
        "  +--> nhan · Tiếp nhận\n"
        "[nhan · Tiếp nhận]\n"
        "    tiếp nhận | Trung tâm Một cửa | 0,5 ngày làm việc\n"
        "  +--> xet · Xem xét\n"
        "  +-- từ chối --> kết thúc\n"
        "  +-- rút hồ sơ --> kết thúc\n"
        "[xet · Xem xét]\n"
        "    quyết định | Sở Mẫu | 2 ngày làm việc\n"
        "  +--> tra · Trả kết quả\n"
        "  +-- dừng --> treo · Treo\n"
        "  +-- trả lại hồ sơ --> kết thúc\n"
        "[tra · Trả kết quả]\n"
        "    trả kết quả | Trung tâm Một cửa | 0,5 ngày làm việc\n"
        "  +--> kết thúc\n"
        "[treo · Treo]\n"
        "    xử lý | Sở Mẫu | 1 ngày làm việc\n"
        "    (!) không có đường tới kết thúc\n"
        "(kết thúc)\n"
        "\n"
        "đường dài nhất so với thời hạn:\n"
        "  nộp trực tiếp: 3 ngày làm việc trên thời hạn 5 ngày làm việc, còn trong thời hạn\n"
        "    qua nhan → xet → tra\n"
        "  nộp trực tuyến: 3 ngày làm việc trên thời hạn 2 ngày làm việc, vượt thời hạn\n"
        "    qua nhan → xet → tra\n"
    )


def test_all_cases_stand_on_one_sheet(ask: Ask) -> None:
    lines = drawn(ask(), lang="en").splitlines()
    assert [line for line in lines if line.startswith("  filed ")] == [
        "  filed direct: 3 working days of a limit of 5 working days, within it (case default)",
        "  filed online: 3 working days of a limit of 2 working days,"
        " longer than allowed (case default)",
        "  filed direct: 3 working days of a limit of 3 working days, exactly as long (case nhanh)",
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_form_tells_whose_route_it_is_and_what_is_wrong(ask: Ask, lang: str) -> None:
    result = ask()
    mark = {"vi": "không có đường tới kết thúc", "en": "no way to the end"}[lang]
    for form in ("text", "svg", "bpmn"):
        content = drawn(result, form, lang)
        plain = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", content))
        assert "9.000001: Cấp giấy giả định" in plain
        assert mark in plain or mark in content, form
    assert drawn(result, "mermaid", lang).startswith("flowchart TD\n")
    for form in ("svg", "bpmn"):
        assert ET.fromstring(drawn(result, form, lang)) is not None  # noqa: S314 - our own


def test_json_holds_the_route_and_all_that_was_found(ask: Ask) -> None:
    tree = json.loads(drawn(ask(), "json"))
    assert (tree["procedure"], tree["configured_in"], tree["sound"]) == ("9.000001", "XX", False)
    assert tree["findings"]["dead-end"] == ["treo"]
    assert [(time["case"], time["channel"], time["fit"]) for time in tree["times"]] == [
        ("default", "direct", "below"),
        ("default", "online", "exceeds"),
        ("nhanh", "direct", "equal"),
    ]
    assert tree["times"][0]["paths"] == [["nhan", "xet", "tra"]]
    assert [step["id"] for step in tree["route"]["steps"]] == ["nhan", "xet", "treo", "tra"]
    assert tree["route"]["steps"][0]["owner_name"] == "Trung tâm Một cửa"


def test_a_commune_has_the_route_of_its_province(ask: Ask) -> None:
    result = ask(territory="XX-1")
    assert result.sheet is not None
    assert result.sheet.configured_in == "XX"
    assert "theo cấu hình của XX, nơi chứa địa bàn này\n" in drawn(result)


def test_a_commune_with_its_own_configuration_has_its_own_route(ask: Ask) -> None:
    own = CONFIGURATION.replace("territory: XX", "territory: XX-1").replace("Xem xét", "Xã xét")
    assert "Xã xét" in drawn(ask(territory="XX-1", xa=own))


def test_a_limit_without_a_time_for_each_step_stays_open(ask: Ask) -> None:
    gap = CONFIGURATION.replace("        duration: 0,5 ngày làm việc\n", "", 1)
    text = drawn(ask(case="default", xx=gap))
    assert (
        "nộp trực tiếp: các bước có ghi thời gian cộng lại 2,5 ngày làm việc,"
        " thời hạn 5 ngày làm việc, chưa so được" in text
    )


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"code": "9.00001"}, "why/unknown-procedure"),
        ({"territory": "XZ"}, "why/unknown-territory"),
        ({"case": "nhan"}, "drawing/unknown-case"),
        ({"territory": "YY"}, "drawing/no-route"),
        ({"code": "9.000002"}, "drawing/no-configuration"),
    ],
)
def test_what_leads_to_no_route_says_why(ask: Ask, question: dict[str, str], code: str) -> None:
    assert codes(ask(**question)) == [code]


def test_a_wrong_code_says_which_was_meant(ask: Ask) -> None:
    finding = ask(code="9.00001").findings[0]
    assert "9.000001" in str(finding.help)


def test_a_route_that_cannot_be_read_shows_what_is_wrong_in_its_file(ask: Ask) -> None:
    broken = CONFIGURATION.partition("  route:")[0] + "  route: như quy trình mẫu\n"
    result = ask(xx=broken)
    assert codes(result) == ["yaml/bad-value", "drawing/unreadable-route"]
    assert result.findings[0].span is not None
    assert result.findings[0].span.file.endswith("xx.yaml")


def test_a_day_is_needed(tmp_path: Path) -> None:
    settings, _ = api.load_settings(str(tmp_path), {})
    assert settings is not None
    with pytest.raises(ValueError, match="needs a day"):
        api.route(api.RouteQuestion("9.000001", "XX"), settings)


def test_the_day_is_the_one_of_the_settings(ask: Ask) -> None:
    result = ask()
    assert result.sheet is not None
    assert result.sheet.day == date(2099, 1, 5)
