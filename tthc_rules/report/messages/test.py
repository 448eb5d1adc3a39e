"""Sentences about the cases of rules (ca kiểm thử)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "test/other-verdict": Entry(
        "{rule}: ca `{case}` mong đợi {expected}, kết quả là {found} ({why})",
        "{rule}: case `{case}` expects {expected}, the rule says {found} ({why})",
    ),
    "test/other-place": Entry(
        "{rule}: ca `{case}` mong đợi tại `{at}`, kết quả tại `{places}`",
        "{rule}: case `{case}` expects the place `{at}`, the rule names `{places}`",
    ),
    "test/other-message": Entry(
        "{rule}: ca `{case}` mong đợi thông báo có `{says}`",
        "{rule}: case `{case}` expects a message that says `{says}`",
    ),
    "test/no-case": Entry(
        "{rule}: chưa có ca nào có kết luận {verdict}",
        "{rule}: no case shows the verdict {verdict}",
    ),
}
