"""Sentences about what is worth collecting (dữ kiện còn thiếu)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "cli/option.missing": Entry(
        "in danh sách dữ kiện cần thu thập để kết luận, thay cho báo cáo",
        "print what to collect so that verdicts can be given, instead of the report",
    ),
    "missing/title": Entry(
        "Dữ kiện cần thu thập, nhiều kết luận chờ nhất trước:",
        "What to collect, what most verdicts wait for first:",
    ),
    "missing/none": Entry("không kết luận nào còn chờ dữ kiện", "no verdict waits for anything"),
    "missing/see-report": Entry(
        "chạy lại không có `--missing` để xem vì sao", "run it without `--missing` to see why"
    ),
    "missing/example": Entry("ví dụ: {place}", "for example: {place}"),
    "missing/last-line": Entry(
        "{n} kết luận còn bỏ ngỏ, chờ {things} dữ kiện",
        "verdicts left open: {n}; things to collect: {things}",
    ),
    "missing/kind.document": Entry("văn bản", "document"),
    "missing/kind.row": Entry("danh mục", "catalogue"),
    "missing/kind.norm": Entry("quy phạm", "norm"),
    "missing/kind.fact": Entry("dữ kiện", "fact"),
    "missing/kind.field": Entry("trường", "field"),
    "missing/kind.calendar": Entry("lịch", "calendar"),
    "missing/kind.other": Entry("khác", "other"),
    "missing/fact": Entry("dữ kiện `{name}` của tình huống", "the fact `{name}` of the situation"),
    "missing/norm": Entry(
        "quy phạm đặt `{name}` cho {subject}", "the norm that sets `{name}` for {subject}"
    ),
    "missing/field": Entry("giá trị `{name}` của {subject}", "the value `{name}` of {subject}"),
    "missing/of-subject": Entry("{subject}: {reason}", "{subject}: {reason}"),
}
