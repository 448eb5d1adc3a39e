"""Sentences about the choice of rules (bộ chọn quy tắc)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "cli/option.profile": Entry(
        "bộ chọn quy tắc, thay cho thiết lập: {choices}",
        "which rules run, instead of the settings: {choices}",
    ),
    "cli/metavar.profile": Entry("BỘ", "PROFILE"),
    "cli/rule.off": Entry("(không chạy)", "(does not run)"),
}
