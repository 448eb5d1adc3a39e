"""Sentences about the cases of rules (ca kiểm thử)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

_CASES: Final[Table] = {
    "test/other-verdict": Entry(
        "{place}: ca `{case}` mong đợi {expected}, kết quả là {found} ({why})",
        "{place}: case `{case}` expects {expected}, the rule says {found} ({why})",
    ),
    "test/other-verdict.bare": Entry(
        "{place}: ca `{case}` mong đợi {expected}, kết quả là {found}",
        "{place}: case `{case}` expects {expected}, the rule says {found}",
    ),
    "test/other-place": Entry(
        "{place}: ca `{case}` mong đợi tại `{at}`, kết quả tại `{places}`",
        "{place}: case `{case}` expects the place `{at}`, the rule names `{places}`",
    ),
    "test/other-message": Entry(
        "{place}: ca `{case}` mong đợi thông báo có `{says}`",
        "{place}: case `{case}` expects a message that says `{says}`",
    ),
    "test/no-case": Entry(
        "{rule}: chưa có ca nào có kết luận {verdict}",
        "{rule}: no case shows the verdict {verdict}",
    ),
}
_MEASURES: Final[Table] = {
    "test/measure.rule": Entry("quy tắc", "rule"),
    "test/measure.cases": Entry("ca", "cases"),
    "test/measure.percent": Entry("tỷ lệ", "share"),
    "test/measure.short": Entry("dưới mức {least} %: {rules}", "below {least} %: {rules}"),
    "test/coverage.title": Entry(
        "Độ phủ: các ca cho thấy bao nhiêu nhánh, ngưỡng và ngày ranh giới",
        "Coverage: how many outcomes, bounds and boundary days the cases show",
    ),
    "test/coverage.reached": Entry("đã thấy", "seen"),
    "test/coverage.lacking": Entry("Chưa ca nào cho thấy:", "No case shows:"),
    "test/coverage.sum": Entry(
        "độ phủ {percent} %: đã thấy {reached}/{total}",
        "coverage {percent} %: {reached} of {total} seen",
    ),
    "test/mutation.title": Entry(
        "Đột biến: sửa sai quy tắc ở một chỗ thì các ca có nhận ra không",
        "Mutation: whether the cases notice a slip in the rule",
    ),
    "test/mutation.reached": Entry("bị phát hiện", "noticed"),
    "test/mutation.lacking": Entry("Không ca nào nhận ra nếu:", "No case notices when:"),
    "test/mutation.sum": Entry(
        "điểm đột biến {percent} %: phát hiện {reached}/{total}",
        "mutation score {percent} %: {reached} of {total} noticed",
    ),
}
_UNSEEN: Final[Table] = {
    "test/unseen.clause-true": Entry(
        "mệnh đề `{clause}` đúng: `{text}`", "clause `{clause}` true: `{text}`"
    ),
    "test/unseen.clause-false": Entry(
        "mệnh đề `{clause}` sai: `{text}`", "clause `{clause}` false: `{text}`"
    ),
    "test/unseen.true": Entry(
        "điều kiện trong `{clause}` đúng: `{text}`", "condition in `{clause}` true: `{text}`"
    ),
    "test/unseen.false": Entry(
        "điều kiện trong `{clause}` sai: `{text}`", "condition in `{clause}` false: `{text}`"
    ),
    "test/unseen.equal": Entry(
        "hai bên bằng nhau, đúng ngưỡng: `{text}`", "both sides equal, at the bound: `{text}`"
    ),
    "test/unseen.row": Entry("dòng của bảng: `{text}`", "row of the table: `{text}`"),
    "test/unseen.below": Entry(
        "bên trái ngay dưới ngưỡng: `{text}`", "the left side just below the bound: `{text}`"
    ),
    "test/unseen.above": Entry(
        "bên trái ngay trên ngưỡng: `{text}`", "the left side just above the bound: `{text}`"
    ),
    "test/unseen.day-before": Entry(
        "ngày {day}, ngay trước khi quy tắc có hiệu lực",
        "{day}, the day before the rule takes effect",
    ),
    "test/unseen.first-day": Entry(
        "ngày {day}, ngày đầu quy tắc có hiệu lực", "{day}, the first day of the rule"
    ),
    "test/unseen.last-day": Entry(
        "ngày {day}, ngày cuối quy tắc có hiệu lực", "{day}, the last day of the rule"
    ),
    "test/unseen.day-after": Entry(
        "ngày {day}, ngay sau khi quy tắc hết hiệu lực", "{day}, the day after the rule ends"
    ),
}
_SURVIVORS: Final[Table] = {
    "test/survivor.comparison": Entry(
        "đổi `{before}` thành `{after}` trong `{text}`",
        "`{before}` becomes `{after}` in `{text}`",
    ),
    "test/survivor.constant": Entry(
        "đổi `{before}` thành `{after}`", "`{before}` becomes `{after}`"
    ),
    "test/survivor.table-bound": Entry(
        "ngưỡng {bound} chuyển sang dòng bên kia của bảng: `{text}`",
        "the bound {bound} goes to the row on its other side: `{text}`",
    ),
    "test/survivor.connective": Entry(
        "đổi `{before}` thành `{after}` trong `{text}`",
        "`{before}` becomes `{after}` in `{text}`",
    ),
    "test/survivor.quantifier": Entry(
        "đổi `{before}` thành `{after}` trong `{text}`",
        "`{before}` becomes `{after}` in `{text}`",
    ),
    "test/survivor.fold": Entry(
        "đổi `{before}` thành `{after}` trong `{text}`",
        "`{before}` becomes `{after}` in `{text}`",
    ),
    "test/survivor.sign": Entry(
        "đổi `{before}` thành `{after}` trong `{text}`",
        "`{before}` becomes `{after}` in `{text}`",
    ),
    "test/survivor.negated": Entry("phủ định `{text}`", "`{text}` is negated"),
    "test/survivor.not-dropped": Entry(
        "bỏ chữ `không` trong `{text}`", "the negation of `{text}` is left out"
    ),
    "test/survivor.dropped": Entry("bỏ điều kiện `{text}`", "condition `{text}` is left out"),
    "test/survivor.exception-dropped": Entry(
        "bỏ ngoại lệ `{text}`", "exception `{text}` is left out"
    ),
    "test/survivor.filter-dropped": Entry("bỏ phần lọc `{text}`", "filter `{text}` is left out"),
    "test/survivor.item-dropped": Entry(
        "bỏ `{text}` khỏi danh sách", "`{text}` is left out of the list"
    ),
    "test/survivor.start": Entry(
        "đổi ngày đầu có hiệu lực từ {before} thành {after}",
        "the first day of force moves from {before} to {after}",
    ),
    "test/survivor.end": Entry(
        "đổi ngày hết hiệu lực từ {before} thành {after}",
        "the end of force moves from {before} to {after}",
    ),
}

TABLE: Final[Table] = {**_CASES, **_MEASURES, **_UNSEEN, **_SURVIVORS}
