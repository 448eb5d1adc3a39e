"""Finding data files and reading their bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tthc_rules.loading import find, read_bytes, shown_name
from tthc_rules.loading.characters import MOST_BYTES


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"kind: a\n")


def test_data_files_are_found_in_bytewise_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hidden ones, cases of rules, settings and other files are left out."""
    _write(tmp_path, "b.yml", "a/c.yaml", "a-b.yaml", "a/đ.yaml", ".git/x.yaml", ".h.yaml")
    _write(tmp_path, "rules/t/r.cases.yaml", "rules/t/r.tthc", "tthc-rules.yaml", "note.txt")
    monkeypatch.chdir(tmp_path)
    files, findings = find(["."])
    assert findings == ()
    assert [shown_name(file) for file in files] == ["a-b.yaml", "a/c.yaml", "a/đ.yaml", "b.yml"]


def test_a_file_named_directly_is_taken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is called, and however often."""
    _write(tmp_path, "data.txt", "a/x.yaml")
    monkeypatch.chdir(tmp_path)
    files, findings = find(["data.txt", "a", "./a/x.yaml", "a/x.yaml"])
    assert findings == ()
    assert [shown_name(file) for file in files] == ["a/x.yaml", "data.txt"]


def test_a_missing_path_is_a_finding_with_the_name_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is still found."""
    _write(tmp_path, "x.yaml")
    monkeypatch.chdir(tmp_path)
    files, findings = find(["no/such", "x.yaml", "x.yaml/y", "nul\0name"])
    assert files == ("x.yaml",)
    assert [finding.code for finding in findings] == ["file/missing"] * 3
    assert findings[0].span is not None
    assert findings[0].span.file == "no/such"


def test_a_link_is_followed_and_a_loop_is_a_finding(tmp_path: Path) -> None:
    """A dangling link to data is missing; one to itself is a loop."""
    _write(tmp_path, "data/x.yaml")
    (tmp_path / "data" / "up").symlink_to(tmp_path / "data")
    (tmp_path / "data" / "gone.yaml").symlink_to(tmp_path / "nothing")
    (tmp_path / "data" / "self.yaml").symlink_to("self.yaml")
    (tmp_path / "data" / "y.yaml").symlink_to("x.yaml")
    files, findings = find([str(tmp_path / "data")])
    assert [Path(file).name for file in files] == ["x.yaml", "y.yaml"]
    assert sorted(finding.code for finding in findings) == [
        "file/loop",
        "file/loop",
        "file/missing",
    ]


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Named, found, or opened."""
    pipe = tmp_path / "p.yaml"
    os.mkfifo(pipe)
    for paths in ([str(pipe)], [str(tmp_path)]):
        files, findings = find(paths)
        assert files == ()
        assert [finding.code for finding in findings] == ["file/not-regular"]
    data, findings = read_bytes(str(pipe))
    assert data is None
    assert [finding.code for finding in findings] == ["file/not-regular"]


def test_a_folder_has_no_bytes(tmp_path: Path) -> None:
    """It is no ordinary file."""
    data, findings = read_bytes(str(tmp_path))
    assert data is None
    assert [finding.code for finding in findings] == ["file/not-regular"]


def test_what_cannot_be_opened_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a file nor a folder ends the run."""
    _write(tmp_path, "x.yaml", "below/y.yaml")

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr("tthc_rules.loading.files.os.open", refuse)
    assert [finding.code for finding in read_bytes(str(tmp_path / "x.yaml"))[1]] == [
        "file/unreadable"
    ]
    monkeypatch.setattr("tthc_rules.loading.files.os.scandir", refuse)
    assert [finding.code for finding in find([str(tmp_path)])[1]] == ["file/unreadable"]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_a_file_is_read_to_its_end(tmp_path: Path, size: int) -> None:
    """Whatever its size against the step of reading."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * size)
    assert read_bytes(str(path)) == (b"a" * size, ())


def test_no_more_is_read_than_needed_to_refuse(tmp_path: Path) -> None:
    """10 MiB and one byte."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 5_000_000)
    data, _findings = read_bytes(str(path))
    assert data is not None
    assert len(data) == MOST_BYTES + 1


def test_a_name_that_is_not_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    """And the file is still read."""
    path = os.fsencode(tmp_path) + b"/\xff.yaml"
    Path(os.fsdecode(path)).write_bytes(b"a")
    ((file,), findings) = find([str(tmp_path)])
    assert findings == ()
    assert shown_name(file).endswith("/\\xff.yaml")
    assert read_bytes(file) == (b"a", ())
