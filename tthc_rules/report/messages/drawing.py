"""Sentences around the drawing of a route: whose it is, how long it takes (quy trình)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "drawing/procedure": Entry("thủ tục {code}: {name}", "procedure {code}: {name}"),
    "drawing/procedure.unnamed": Entry("thủ tục {code}", "procedure {code}"),
    "drawing/scope": Entry("địa bàn {territory}, ngày {day}", "territory {territory}, on {day}"),
    "drawing/configured-in": Entry(
        "theo cấu hình của {territory}, nơi chứa địa bàn này",
        "as configured by {territory}, which contains it",
    ),
    "drawing/times": Entry(
        "đường dài nhất so với thời hạn:", "the longest way against the time limit:"
    ),
    "drawing/time.exact": Entry(
        "nộp {channel}: {total} trên thời hạn {limit}, {fit}",
        "filed {channel}: {total} of a limit of {limit}, {fit}",
    ),
    "drawing/time.known": Entry(
        "nộp {channel}: các bước có ghi thời gian cộng lại {total}, thời hạn {limit}, {fit}",
        "filed {channel}: the steps with a duration add up to {total}, the limit is {limit}, {fit}",
    ),
    "drawing/time.open": Entry(
        "nộp {channel}: thời hạn {limit}, {fit}", "filed {channel}: the limit is {limit}, {fit}"
    ),
    "drawing/time.no-limit": Entry(
        "nộp {channel}: chưa rõ thời hạn nên chưa so được",
        "filed {channel}: the limit is not known, so nothing can be compared",
    ),
    "drawing/time.case": Entry("{line} (trường hợp {case})", "{line} (case {case})"),
    "drawing/fit.exceeds": Entry("vượt thời hạn", "longer than allowed"),
    "drawing/fit.equal": Entry("vừa đủ", "exactly as long"),
    "drawing/fit.below": Entry("còn trong thời hạn", "within it"),
    "drawing/fit.undecided": Entry(
        "chưa so được vì có bước thiếu thời gian, khác loại ngày hoặc nằm trên vòng lặp",
        "not comparable: a step lacks its time, counts in another kind or lies on a cycle",
    ),
    "drawing/path": Entry("qua {path}", "by {path}"),
    "drawing/no-configuration": Entry(
        "địa bàn `{territory}` không có cấu hình của thủ tục `{code}`",
        "territory `{territory}` has no configuration of procedure `{code}`",
    ),
    "drawing/no-configuration.help": Entry(
        "các địa bàn có cấu hình: {territories}", "the territories with one are {territories}"
    ),
    "drawing/no-configuration.nowhere": Entry(
        "chưa địa bàn nào khai cấu hình cho thủ tục này",
        "no territory has configured this procedure yet",
    ),
    "drawing/no-route": Entry(
        "cấu hình của thủ tục `{code}` ở `{territory}` không khai quy trình",
        "the configuration of procedure `{code}` in `{territory}` declares no route",
    ),
    "drawing/no-route.help": Entry(
        "khai `route` trong `overrides` của cấu hình, hoặc trong bản công bố",
        "declare `route` under `overrides` of the configuration, or in the publication",
    ),
    "drawing/unreadable-route": Entry(
        "không đọc được quy trình của thủ tục `{code}` ở `{territory}`",
        "the route of procedure `{code}` in `{territory}` cannot be read",
    ),
    "drawing/unreadable-route.help": Entry(
        "chạy `tthc-rules check` để biết chỗ sai trong tệp cấu hình",
        "run `tthc-rules check` to learn what is wrong in the file",
    ),
    "drawing/unknown-case": Entry(
        "thủ tục không có trường hợp `{case}`; các trường hợp: {cases}",
        "the procedure has no case `{case}`; its cases are {cases}",
    ),
}
