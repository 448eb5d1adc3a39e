"""Sentences about cuts, routes and states that stay undecided (thời hạn, trạng thái)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "law/no-day-of-signing": Entry(
        "chưa rõ ngày ký của {number}",
        "the day {number} was signed is not known",
    ),
    "law/no-statuses": Entry(
        "không có danh mục trạng thái hồ sơ nào để đối chiếu",
        "no list of dossier states is registered to compare with",
    ),
}
