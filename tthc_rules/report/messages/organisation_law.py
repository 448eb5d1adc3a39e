"""Sentences about routes, reception and publication that stay undecided (tổ chức thực hiện)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "law/no-province": Entry(
        "không rõ địa bàn `{territory}` thuộc tỉnh nào vào ngày xét",
        "which province `{territory}` lies in on the day is not known",
    ),
    "law/no-term-of-publication": Entry(
        "chưa rõ thời hạn công bố của cơ quan ban hành quyết định",
        "the term within which this issuer publishes is not known",
    ),
    "law/no-day-of-publication": Entry(
        "chưa rõ ngày ký hoặc ngày có hiệu lực để xét thời hạn công bố",
        "a day of signing or of taking effect is not known",
    ),
}
