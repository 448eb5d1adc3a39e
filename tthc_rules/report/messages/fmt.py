"""Sentences about the canonical form of rules (dạng chuẩn của quy tắc)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "fmt/written": Entry("đã định dạng `{file}`", "formatted `{file}`"),
    "fmt/not-canonical": Entry(
        "`{file}` chưa đúng dạng chuẩn", "`{file}` is not in canonical form"
    ),
    "fmt/would-change": Entry(
        "{changed}/{files} quy tắc khác dạng chuẩn",
        "rules that differ from the canonical form: {changed} of {files}",
    ),
    "fmt/done": Entry(
        "đã định dạng {changed}/{files} quy tắc", "rules formatted: {changed} of {files}"
    ),
    "fmt/nothing": Entry("không có quy tắc nào", "there are no rules"),
}
