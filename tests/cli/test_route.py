"""`tthc-rules route` as a person types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.test_route import FILES, write
from tests.cli.conftest import Ended, Run
from tthc_rules.cli.app import run

XX = ("9.000001", "--territory", "XX")


@pytest.fixture
def route(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run `route` in the made-up workspace."""
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)

    def ended(*arguments: str, **environ: str) -> Ended:
        code = run(("route", *arguments), environ)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended


def test_mistakes_of_a_route_do_not_fail_its_drawing(route: Run) -> None:
    vi, en = route(*XX), route(*XX, "--lang", "en")
    assert (vi.code, vi.err, en.code, en.err) == (0, "", 0, "")
    assert vi.out.startswith("Quy trình liên thông\nthủ tục 9.000001: Cấp giấy giả định\n")
    assert en.out.startswith("Inter-agency route\nprocedure 9.000001: Cấp giấy giả định\n")


@pytest.mark.parametrize(
    ("form", "starts"),
    [
        ("mermaid", "flowchart TD\n"),
        ("svg", "<svg "),
        ("bpmn", '<?xml version="1.0" encoding="UTF-8"?>\n<definitions '),
        ("json", '{\n  "format": "tthc-rules/route",'),
    ],
)
def test_a_file_holds_what_would_have_been_printed(route: Run, form: str, starts: str) -> None:
    printed = route(*XX, "--format", form)
    written = route(*XX, "--format", form, "--output", "quy-trinh")
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert written.err == "đã ghi `quy-trinh`\n"
    assert printed.out.startswith(starts)
    assert Path("quy-trinh").read_bytes() == printed.out.encode("utf-8")


def test_a_file_that_cannot_be_written_is_a_failure_of_the_tool(route: Run) -> None:
    ended = route(*XX, "--format", "svg", "--output", "no/where.svg")
    assert (ended.code, ended.out) == (5, "")
    assert "không ghi được `no/where.svg`: thư mục không tồn tại" in ended.err


def test_nothing_is_written_where_there_is_no_route(route: Run) -> None:
    ended = route("9.000001", "--territory", "YY", "--output", "quy-trinh.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "không khai quy trình [drawing/no-route]" in ended.err
    assert not Path("quy-trinh.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("9.000001",), "thiếu tuỳ chọn `--territory`"),
        (("--territory", "XX"), "thiếu tham số `MÃ`"),
        ((*XX, "--format", "png"), "một trong: `text`, `mermaid`, `svg`, `bpmn`, `json`"),
        (("9.00001", "--territory", "XX"), "có phải là `9.000001`?"),
        (("9.000001", "--territory", "XZ"), "không có địa bàn `XZ` trong danh mục"),
        ((*XX, "--case", "nhanhh"), "có phải là `nhanh`?"),
        (("9.000002", "--territory", "XX"), "chưa địa bàn nào khai cấu hình cho thủ tục này"),
    ],
)
def test_what_is_wrong_is_misuse_and_says_what_to_do(
    route: Run, arguments: tuple[str, ...], says: str
) -> None:
    ended = route(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert says in ended.err


def test_the_process_draws_the_same_bytes_whatever_the_locale(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    outputs = {
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "tthc_rules", "route", *XX, "--format", "svg"],
            cwd=tmp_path,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": seed, "LC_ALL": locale,
                 "TTHC_RULES_LANG": "vi"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "en_US.UTF-8"))
    }  # fmt: skip
    assert len(outputs) == 1
