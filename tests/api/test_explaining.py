"""`explain`: a verdict is told by what led to it, and never another one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.api.authors import RULE as COPIES
from tests.api.authors import Tool, lay
from tests.api.workspaces import APPLIED, GENERIC, LAW, settings_of, workspace
from tests.strategies.documents import blueprint
from tthc_rules import library
from tthc_rules.api import check, explain_finding, explain_subject, load_settings, rules
from tthc_rules.api.tracing import ATTRIBUTES
from tthc_rules.cli.app import run
from tthc_rules.diagnostics import Verdict
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.trace import traced
from tthc_rules.report.messages import table
from tthc_rules.source import Source

LONGER = "time-limit/longer-than-law"
SLOW = GENERIC + (
    "overrides:\n  cases:\n    - id: default\n      channels:\n"
    "        - {channel: online, time_limit: 12 ngày làm việc}\n"
)
NO_CUT = {name: text for name, text in LAW.items() if name != "law/cut.yaml"}


@pytest.fixture
def slow(folder: Path) -> Path:
    """A workspace whose one configuration takes longer than the decree allows."""
    workspace(folder, {**NO_CUT, "xx/c.yaml": SLOW}, LONGER)
    return folder


def told(folder: Path, asked: str, rule: str = LONGER, lang: str = "vi") -> list[str]:
    """Return how a rule judges a subject, line by line."""
    explained = explain_subject(rule, asked, settings_of(folder))
    assert explained.problem is None, explained.problem
    return [line.en if lang == "en" else line.vi for line in explained.lines]


def test_a_finding_is_told_from_its_values_to_its_receipt(slow: Path) -> None:
    (finding,) = check((), settings=settings_of(slow)).findings
    explained = explain_finding(finding.fingerprint[:6], settings_of(slow))
    assert [line.vi for line in explained.lines] == [
        f"phát hiện {finding.fingerprint}",
        f"quy tắc {LONGER}: Thời hạn cấu hình không được dài hơn thời hạn pháp luật cho",
        "pháp luật ngày 15/06/2026",
        "",
        "đối tượng: 9.000001 XX",
        "tại `cases/default/channels/online/time_limit` (data/xx/c.yaml:8:41)",
        "kết luận: vi phạm",
        "thông báo: cấu hình 12 ngày làm việc; 00/2099/NĐ-CP Điều 1 chỉ cho 10 ngày làm việc",
        "gợi ý: đặt thời hạn không quá 10 ngày làm việc",
        "xét: c = 9.000001 @ XX; t = default; k = online",
        "đặt: mức = giá trị: 10 ngày làm việc; văn bản: 00/2099/NĐ-CP Điều 1; của địa phương: sai",
        "  hỏi luật: thời hạn theo luật (c = 9.000001 @ XX; t = default; k = online)",
        "khi: đúng",
        "  k có ghi thời hạn: đúng",
        "  không đúng rằng mức của địa phương: đúng",
        "    mức của địa phương: sai",
        "yêu cầu: sai",
        "  thời hạn của k không quá mức: sai",
        "    thời hạn của k = 12 ngày làm việc",
        "    mức = 10 ngày làm việc",
        "quyết định ở `yêu cầu`: không đúng rằng thời hạn của k không quá mức",
        "căn cứ: 63/2010/NĐ-CP Điều 8 khoản 1 (chưa kiểm chứng);"
        " 63/2010/NĐ-CP Điều 8 khoản 2 điểm đ (chưa kiểm chứng)",
        "vết suy luận: tthc-rules why 9.000001 time_limit --territory XX --case default"
        " --channel online --as-of 2026-06-15",
    ]


def test_the_receipt_command_runs(slow: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = told(slow, "9.000001@XX")[-1]
    program, *arguments = line.removeprefix("vết suy luận: ").split()
    assert program == "tthc-rules"
    assert run(arguments, {}) == 0
    assert "10 ngày làm việc" in capsys.readouterr().out


def test_a_rule_that_does_not_apply_says_which_part_was_false(tmp_path: Path) -> None:
    workspace(tmp_path, {**LAW, "xx/c.yaml": APPLIED}, LONGER)
    lines = told(tmp_path, "9.000001@XX")
    assert "kết luận: không áp dụng" in lines
    assert "    mức của địa phương: đúng" in lines
    assert "quyết định ở `khi`: mức của địa phương" in lines
    assert "settled by `when`: “is local” holds for mức" in told(tmp_path, "9.000001@XX", lang="en")


def test_an_undecided_rule_says_what_the_law_lacks(tmp_path: Path) -> None:
    workspace(tmp_path, {"national/p.yaml": LAW["national/p.yaml"], "xx/c.yaml": SLOW}, LONGER)
    lines = told(tmp_path, "9.000001")
    assert "kết luận: chưa kết luận được" in lines
    (asked,) = [line for line in lines if line.startswith("  hỏi luật")]
    reason = next(line for line in lines if line.startswith("chưa kết luận được vì "))
    assert reason.removeprefix("chưa kết luận được vì ")[:10] in asked or "→" not in asked
    result = check((), settings=settings_of(tmp_path))
    (open_,) = [one for one in result.undecided if one.code == LONGER]
    assert open_.verdict is Verdict.UNDECIDED
    found = explain_finding(open_.fingerprint, settings_of(tmp_path))
    assert reason in [line.vi for line in found.lines]


def test_a_rule_out_of_force_says_when_it_holds(slow: Path) -> None:
    explained = explain_subject(LONGER, "9.000001", settings_of(slow, date(2010, 1, 1)))
    assert explained.lines[-1].vi == (
        "không áp dụng: quy tắc không có hiệu lực ngày 01/01/2010; hiệu lực: từ 14/10/2010"
    )


def test_a_rule_that_meets_nothing_says_so(slow: Path, tool: Tool) -> None:
    lay(slow, {"rules/thanh-phan/ban-sao.tthc": COPIES})
    lines = told(slow, "9.000001@XX", "thanh-phan/ban-sao")
    assert lines[-1] == "không áp dụng: quy tắc không có hiệu lực ngày 15/06/2026;" + (
        " hiệu lực: từ 01/07/2026 đến hết 31/12/2026"
    )
    ended = tool("explain", "thanh-phan/ban-sao", "--trace", "9.000001", "--as-of", "2026-08-01")
    assert ended.code == 0
    assert ended.out.endswith("không áp dụng: danh sách mà quy tắc đi qua không có mục nào\n")


def test_what_is_not_found_is_said(slow: Path, tool: Tool) -> None:
    day = ("--as-of", "2026-06-15")
    ended = tool("explain", "0123456789abcdef", *day)
    assert (ended.code, ended.out) == (2, "")
    assert "không có phát hiện nào mang dấu `0123456789abcdef`" in ended.err
    ended = tool("explain", LONGER, "--trace", "9.000001@40", *day)
    assert (ended.code, ended.out) == (2, "")
    assert f"quy tắc `{LONGER}` xét mỗi cấu hình; không có `9.000001@40`" in ended.err
    ended = tool("explain", "yaml/bad-value", "--plain")
    assert ended.code == 2
    assert "`yaml/bad-value` không phải quy tắc" in ended.err
    assert tool("explain", "abc12").code == 2


def test_a_finding_of_the_tool_itself_has_no_steps(slow: Path, tool: Tool) -> None:
    lay(slow, {"data/xx/d.yaml": "kind: configuration\nprocedure: 1.5\n"})
    result = check((), settings=settings_of(slow))
    code = "schema/missing-key"
    finding = next(one for one in result.findings if one.code == code)
    ended = tool("explain", finding.fingerprint.upper(), "--as-of", "2026-06-15")
    assert ended.code == 0
    assert "phát hiện này do chính công cụ nêu" in ended.out


def test_several_findings_with_one_beginning_are_named(slow: Path) -> None:
    lay(slow, {"data/xx/d.yaml": SLOW.replace("online", "direct").replace("XX", "XX-1")})
    result = check((), settings=settings_of(slow))
    every = (*result.findings, *result.undecided)
    assert len(every) > 1
    explained = explain_finding("", settings_of(slow))
    assert explained.lines == ()
    assert explained.problem is not None
    assert every[0].fingerprint[:12] in str(explained.problem.values["names"])


def test_plain_prints_only_the_sentences(slow: Path, tool: Tool) -> None:
    ended = tool("explain", LONGER, "--plain")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == (
        "Xét mỗi cấu hình (c), mỗi trường hợp của c (t), mỗi kênh của t (k)."
    )
    assert "mức độ" not in ended.out
    english = tool("explain", LONGER, "--plain", "--lang", "en")
    assert english.out.startswith("Judges each configuration (c)")
    page = tool("explain", LONGER)
    assert ended.out in page.out
    assert "mức độ:" in page.out


def test_every_way_of_ending_has_its_word() -> None:
    assert all(f"trace/{verdict.value}" in table() for verdict in Verdict)


def test_the_functions_that_lead_to_a_receipt_are_law_functions() -> None:
    known = {function.name for function in vocabulary(blueprint()).functions}
    assert ATTRIBUTES.keys() <= known


def test_every_shipped_rule_can_be_followed() -> None:
    """No rule is too intricate for the calls between, and each is told without a loose key."""
    found, _ = load_settings(str(library.root()), {})
    assert found is not None
    words = vocabulary(blueprint())
    known, _ = rules(found)
    assert len(known) >= 100
    for info in known:
        checked, _ = check_rule(Source(info.file, info.text), info.id, words)
        assert checked is not None
        assert traced(checked, words).rule.id == info.id
