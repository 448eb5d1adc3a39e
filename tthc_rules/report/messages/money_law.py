"""Why rules on fees, waivers, payment and systems give no verdict (phí, miễn giảm, hệ thống)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "law/area-unknown": Entry(
        "danh mục chưa cho biết `{territory}` nằm trong vùng nào của tỉnh cũ, nên chưa rõ có thuộc "
        "`{area}` không",
        "the catalogues do not say in which former province `{territory}` lies, so whether it "
        "belongs to `{area}` is open",
    ),
    "law/no-waiver-norm": Entry(
        "sổ đăng ký chưa ghi quy phạm miễn, giảm nào của văn bản được dẫn cho `{charge}`",
        "the register holds no waiver of the cited text for `{charge}`",
    ),
    "law/notice-beyond-calendar": Entry(
        "lịch nghỉ chưa tới các ngày giữa thông báo và lần tạm ngừng",
        "the calendar does not reach the days between the announcement and the stop",
    ),
}
