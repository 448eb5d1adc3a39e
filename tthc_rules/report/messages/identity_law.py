"""Why rules on codes, texts and calendars give no verdict (định danh, văn bản, lịch)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "law/no-published-name": Entry(
        "chưa biết tên đã công bố hoặc tên đang dùng của thủ tục `{code}`",
        "the published or the configured name of procedure `{code}` is not known",
    ),
    "law/no-delegation": Entry(
        "sổ đăng ký chưa ghi quy phạm nào giao cho địa phương đặt thời hạn này, nên chưa rõ thẩm "
        "quyền của {number}",
        "the register holds no norm that leaves this time limit to a local body, so whether "
        "{number} may set it is open",
    ),
    "law/no-managing-ministry": Entry(
        "danh mục lĩnh vực chưa ghi bộ quản lý",
        "the catalogue of sectors names no managing ministry",
    ),
    "law/unknown-publisher": Entry(
        "danh mục cơ quan ban hành chưa có chữ viết tắt trong số hiệu `{number}`",
        "the catalogue of issuers has no abbreviation as in `{number}`",
    ),
    "law/no-decision": Entry(
        "bản công bố không nêu quyết định công bố",
        "the publication names no publishing decision",
    ),
    "law/calendar-year-open": Entry(
        "lịch năm này còn ngày chưa được quyết định",
        "some days of this year are not decided yet",
    ),
}
