"""`tthc-rules due` as a person types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.test_due import CALENDAR
from tests.cli.conftest import Ended, Run
from tthc_rules.cli.app import run

LIMIT = ("--limit", "1 ngày làm việc")
ARRIVED = ("--received", "2098-01-08T16:00")


@pytest.fixture
def due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `due` in a workspace whose only calendar is made up."""
    (tmp_path / "tthc-rules.yaml").write_text("kind: settings\nlibrary: none\n", encoding="utf-8")
    (tmp_path / "lich.yaml").write_text(CALENDAR, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.chdir(tmp_path)

    def ended(*arguments: str, **environ: str) -> Ended:
        code = run(("due", *arguments), environ)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended


def test_the_answer_stands_first_in_the_language_asked_for(due: Run) -> None:
    vi, en = due(*ARRIVED, *LIMIT), due(*ARRIVED, *LIMIT, "--lang", "en")
    assert (vi.code, vi.err, en.code, en.err) == (0, "", 0, "")
    assert vi.out.splitlines()[0] == "hạn: hết thứ Năm 09/01/2098"
    assert en.out.splitlines()[0] == "due: end of Thursday 2098-01-09"


@pytest.mark.parametrize(
    "arrived",
    [
        "2098-01-08 16:00",
        "2098-01-08T16:00:30",
        "2098-01-08T09:00Z",
        "2098-01-08T18:00+09:00",
        "08/01/2098 16:00",
        "8/1/2098 16h00",
        "16:00 08/01/2098",
        "16h00, 8/1/2098",
    ],
)
def test_a_moment_reads_the_same_in_every_notation(due: Run, arrived: str) -> None:
    assert due("--received", arrived, *LIMIT) == due(*ARRIVED, *LIMIT)


@pytest.mark.parametrize("arrived", ["0001-01-01T00:00", "9999-12-31T23:59", "9999-12-31"])
def test_the_ends_of_time_are_beyond_the_calendar(due: Run, arrived: str) -> None:
    ended = due("--received", arrived, "--limit", "99999 ngày")
    assert (ended.code, ended.err) == (0, "")
    assert "nằm ngoài phạm vi của lịch" in ended.out


def test_a_plain_day_says_which_time_was_taken(due: Run) -> None:
    ended = due("--received", "08/01/2098", *LIMIT)
    assert "mốc chỉ ghi ngày được lấy là 07:30" in ended.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (LIMIT, 2, "thiếu tuỳ chọn `--received`"),
        (ARRIVED, 2, "thiếu tuỳ chọn `--limit`"),
        (("--received", "mai", *LIMIT), 2, "không hiểu thời điểm `mai` của `--received`"),
        (("--received", "2098-02-30T09:00", *LIMIT), 2, "không hiểu thời điểm"),
        (("--received", "0001-01-01T00:00+14:00", *LIMIT), 2, "không hiểu thời điểm"),
        (("--received", "2098-01-08T24:00", *LIMIT), 2, "không hiểu thời điểm"),
        ((*ARRIVED, "--limit", "5 ngay lam viec"), 2, "ý bạn là `5 ngày làm việc`?"),
        ((*ARRIVED, *LIMIT, "--policy", "reception_day=cuonted"), 2, "`counted`?"),
        ((*ARRIVED, *LIMIT, "--policy", "reception_day"), 2, "viết như `reception_day=counted`"),
        ((*ARRIVED, *LIMIT, "--difficult", "land=mơ"), 2, "không có lựa chọn `mơ`"),
        ((*ARRIVED, *LIMIT, "--difficult", "lan=có"), 2, "một trong: `land`, `applicant`"),
        ((*ARRIVED, *LIMIT, "--event", "payment_made=mai"), 2, "không hiểu thời điểm `mai`"),
        ((*ARRIVED, *LIMIT, "--event", "payment_made=2098-01-09"), 2, "không có yêu cầu"),
        ((*ARRIVED, *LIMIT, "--calendar", "nowhere"), 2, "không có tệp hay thư mục `nowhere`"),
        ((*ARRIVED, *LIMIT, "--calendar", "empty"), 2, "không có lịch nghỉ nào để tính"),
        ((*ARRIVED, *LIMIT, "--calendar", "lich.yaml", "--calendar", "nowhere"), 2, "`nowhere`"),
        ((*ARRIVED, *LIMIT, "--calendar", "lich.yaml", "--calendar", "loop"), 3, "`loop`"),
    ],
)
def test_what_is_wrong_is_said_with_its_code(
    due: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    ended = due(*arguments)
    assert ended.code == code
    assert says in ended.err


def test_an_open_answer_fails_only_a_strict_run(due: Run) -> None:
    arguments = ("--received", "2098-03-18T09:00", "--limit", "3 ngày làm việc")
    assert due(*arguments).code == 0
    strict = due(*arguments, "--strict")
    assert strict.code == 3
    assert strict.out.startswith("hạn: chưa kết luận được, vì kết quả còn tuỳ một ngày chưa rõ")


def test_a_fault_in_the_calendar_ends_with_one(due: Run) -> None:
    wrong = CALENDAR.replace("weekly_rest: [6, 7]", "weekly_rest: [6, 8]")
    Path("lich.yaml").write_text(wrong, encoding="utf-8")
    assert due(*ARRIVED, *LIMIT).code == 1


def test_events_repeat_and_extensions_count(due: Run) -> None:
    ended = due(
        *ARRIVED, *LIMIT,
        "--event", "supplement_requested=2098-01-09T09:00",
        "--event", "supplement_completed=2098-01-14",
        "--event", "supplement_requested=15/01/2098 09:00",
        "--event", "supplement_completed=2098-01-21T09:00",
        "--extension", "2 ngày làm việc", "--difficult", "land=có", "--difficult", "applicant=yes",
    )  # fmt: skip
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == "hạn: hết thứ Sáu 24/01/2098"


def test_json_lists_every_day(due: Run) -> None:
    ended = due(*ARRIVED, "--limit", "20 ngày làm việc", "--format", "json")
    tree = json.loads(ended.out)
    counted = [step for step in tree["steps"] if step["what"] == "counted"]
    assert (ended.code, len(counted)) == (0, 20)
    assert tree["answer"]["day"] == counted[-1]["day"]
    assert tree["policies"][0]["confidence"] == "H"


def test_the_shipped_calendars_answer_without_a_workspace(tmp_path: Path) -> None:
    """The real process: 24/11/2026 is a day off since 28/2026/QH16."""
    ended = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tthc_rules", "due", "--received", "2026-11-23T16:00", *LIMIT],
        cwd=tmp_path,
        env={"PATH": os.environ.get("PATH", "")},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    lines = ended.stdout.decode().splitlines()
    assert lines[0] == "hạn: hết thứ Tư 25/11/2026"
    assert any("Ngày Văn hóa Việt Nam, theo 28/2026/QH16" in line for line in lines)
