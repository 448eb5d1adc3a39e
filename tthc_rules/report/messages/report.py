"""Words of the reports themselves (lời của báo cáo)."""

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Table = {
    "report/severity.error": Entry("lỗi", "error"),
    "report/severity.warning": Entry("cảnh báo", "warning"),
    "report/severity.info": Entry("thông tin", "info"),
    "report/severity.undecided": Entry("chưa kết luận", "undecided"),
    "report/label.basis": Entry("căn cứ", "basis"),
    "report/label.help": Entry("gợi ý", "help"),
    "report/label.note": Entry("ghi chú", "note"),
    "report/label.period": Entry("thời gian", "period"),
    "report/basis.convention": Entry("quy ước kỹ thuật", "technical convention"),
    "report/basis.unverified": Entry("chưa kiểm chứng", "unverified"),
    "report/period.from": Entry("từ ngày {start}", "from {start}"),
    "report/period.until": Entry("đến hết ngày {last}", "up to and including {last}"),
    "report/period.between": Entry(
        "từ ngày {start} đến hết ngày {last}", "from {start} up to and including {last}"
    ),
    "report/files": Entry("{n} tệp", "{n} files"),
    "report/files.one": Entry("{n} tệp", "{n} file"),
    "report/rules": Entry("{n} quy tắc", "{n} rules"),
    "report/rules.one": Entry("{n} quy tắc", "{n} rule"),
    "report/errors": Entry("{n} lỗi", "{n} errors"),
    "report/errors.one": Entry("{n} lỗi", "{n} error"),
    "report/warnings": Entry("{n} cảnh báo", "{n} warnings"),
    "report/warnings.one": Entry("{n} cảnh báo", "{n} warning"),
    "report/infos": Entry("{n} thông tin", "{n} infos"),
    "report/infos.one": Entry("{n} thông tin", "{n} info"),
    "report/undecided": Entry("{n} chưa kết luận", "{n} undecided"),
    "report/undecided.one": Entry("{n} chưa kết luận", "{n} undecided"),
    "report/last-line": Entry(
        "Đã kiểm tra {files} với {rules}: {errors}, {warnings}, {infos}; {undecided}; {law}",
        "Checked {files} with {rules}: {errors}, {warnings}, {infos}; {undecided}; {law}",
    ),
    "report/law.day": Entry("pháp luật ngày {day}", "law of {day}"),
    "report/law.days": Entry("pháp luật {days}", "law {days}"),
    "report/nothing-checked": Entry(
        "không có gì được kiểm tra: không có tệp dữ liệu hoặc không có quy tắc nào",
        "nothing was checked: no data file or no rule",
    ),
    "report/incomplete.unopened": Entry(
        "kết quả chưa trọn vẹn: có đầu vào không mở được",
        "the result is not whole: some input could not be opened",
    ),
    "report/incomplete.misconfigured": Entry(
        "kết quả chưa trọn vẹn: có quy tắc hoặc thiết lập sai",
        "the result is not whole: a rule or a setting is wrong",
    ),
    "report/incomplete.missing-path": Entry(
        "kết quả chưa trọn vẹn: có đường dẫn không tồn tại",
        "the result is not whole: a path does not exist",
    ),
    "report/undecided-title": Entry(
        "Chưa kết luận được (xem đủ với `--undecided`)",
        "Undecided (all of them with `--undecided`)",
    ),
    "report/undecided-first": Entry("nhiều nhất: {missing}", "mostly: {missing}"),
    "report/statistics-title": Entry("Thống kê theo quy tắc", "Statistics by rule"),
    "report/statistics.rule": Entry("quy tắc", "rule"),
    "report/statistics.passed": Entry("đạt", "passed"),
    "report/statistics.violated": Entry("vi phạm", "violated"),
    "report/statistics.not-applicable": Entry("không áp dụng", "not applicable"),
    "report/statistics.undecided": Entry("chưa kết luận", "undecided"),
    "report/statistics.never": Entry(
        "Quy tắc không áp dụng cho đối tượng nào:", "Rules that applied to nothing:"
    ),
    "report/statistics.other": Entry("Phát hiện ngoài quy tắc:", "Findings outside the rules:"),
}
