"""Result files are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_api import FakeApi
from tthc_rules.cli.console import OutputError
from tthc_rules.cli.output_files import write_all


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_all([(str(target), b"new")])
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_when_one_cannot_be_written_none_is_changed(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_all([(str(target), b"new"), (str(tmp_path / "no" / "b.json"), b"new")])
    assert caught.value.file == str(tmp_path / "no" / "b.json")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")
    write_all([(str(tmp_path / "link.json"), b"new")])
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_device_is_written_to_not_replaced() -> None:
    write_all([(os.devnull, b"new")])
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/a.json", "thư mục không tồn tại"),
        (".", "đó là một thư mục"),
        ("tep/a.json", "chỗ cần một thư mục lại là một tệp"),
    ],
)
def test_a_result_that_cannot_be_written_is_a_failure_of_the_tool(
    fake: FakeApi, tthc: Run, tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "tep").write_bytes(b"")
    ended = tthc("check", "--output", f"json={tmp_path / name}")
    assert (ended.code, ended.out) == (5, "")
    assert ended.err.startswith(f"lỗi: không ghi được `{tmp_path / name}`: {reason}\n")


def test_two_formats_cannot_share_a_file(tthc: Run) -> None:
    ended = tthc("check", "--output", "json=a", "--output", "text=a")
    assert ended.code == 2
    assert ended.err.startswith("lỗi: `a` được cho hai lần trong `--output`\n")
