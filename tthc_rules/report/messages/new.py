"""What a new rule and its cases say to their author (bản nháp quy tắc)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "new/bad-name": Entry(
        "`{name}` không dùng làm mã quy tắc được", "`{name}` cannot be the id of a rule"
    ),
    "new/bad-name.help": Entry(
        "viết như `thanh-phan/qua-hai-ban-sao`: chủ đề, gạch chéo, tên; chữ thường không dấu,"
        " chữ số và gạch nối",
        "write it like `components/too-many-copies`: topic, slash, name; lower-case letters"
        " without accents, digits and hyphens",
    ),
    "new/exists": Entry("đã có `{file}`; không ghi đè", "`{file}` exists and is not overwritten"),
    "new/exists.help": Entry("chọn tên khác cho quy tắc mới", "choose another name for the rule"),
    "new/written": Entry("đã tạo `{file}`", "created `{file}`"),
    "new/next": Entry("Việc tiếp theo:", "Next steps:"),
    "new/next.fill": Entry(
        "điền những chỗ ghi ĐIỀN trong `{rule}`", "fill in what is marked FILL IN in `{rule}`"
    ),
    "new/next.test": Entry(
        "chạy `tthc-rules test {rule}`: một ca cố ý trượt; sửa ca ấy trong `{cases}`",
        "run `tthc-rules test {rule}`: one case fails on purpose; correct it in `{cases}`",
    ),
    "new/next.measure": Entry(
        "chạy `tthc-rules test {rule} --coverage --mutate`, thêm ca cho những gì còn thiếu",
        "run `tthc-rules test {rule} --coverage --mutate` and add cases for what is lacking",
    ),
    "new/next.format": Entry(
        "chạy `tthc-rules fmt {rule}` trước khi gửi",
        "run `tthc-rules fmt {rule}` at the end",
    ),
    "new/not-in-use": Entry(
        "thư mục `{folder}` chưa có trong mục `rules` của `tthc-rules.yaml`; thêm vào thì quy tắc"
        " mới được chạy",
        "folder `{folder}` is not among the `rules` of `tthc-rules.yaml`; add it, or the rule is"
        " never run",
    ),
    "new/rule.start": Entry(
        "Bản nháp. Mọi chỗ ghi ĐIỀN là việc của người viết; điền xong thì xoá dòng ấy",
        "A draft. What is marked FILL IN is the author's; delete the line when it is done",
    ),
    "new/rule.title": Entry(
        "ĐIỀN: câu khẳng định điều đúng phải có", "FILL IN: the statement that has to be true"
    ),
    "new/rule.severity": Entry(
        "ĐIỀN: lỗi, cảnh báo hoặc thông tin", "FILL IN: error, warning or info"
    ),
    "new/rule.basis": Entry(
        "ĐIỀN: căn cứ đã đọc, như khoản 2 Điều 5 00/2099/NĐ-CP; không dẫn quá chỗ đã đọc",
        "FILL IN: the provision as read, like clause 2 Article 5 00/2099/NĐ-CP; cite no further",
    ),
    "new/rule.force": Entry(
        "ĐIỀN: ngày đầu có hiệu lực; nếu biết ngày hết thì thêm đến trước ngày ấy",
        "FILL IN: the first day of force; where the end is known, until that day",
    ),
    "new/rule.subject": Entry(
        "ĐIỀN: xét cái gì, đi xuống từng danh sách",
        "FILL IN: what is judged, list by list",
    ),
    "new/rule.when": Entry(
        "ĐIỀN: lúc nào thì xét; sai thì quy tắc không áp dụng",
        "FILL IN: when it is judged; where this is false the rule does not apply",
    ),
    "new/rule.require": Entry("ĐIỀN: điều phải đúng", "FILL IN: what has to be true"),
    "new/rule.message": Entry(
        "ĐIỀN: thông báo và gợi ý bằng hai thứ tiếng, cùng các giá trị",
        "FILL IN: message and help in both languages, with the same values",
    ),
    "new/cases.start": Entry(
        "ĐIỀN: dữ liệu mẫu nhỏ nhất mà quy tắc xét được; mỗi ca đổi vài chỗ của nó",
        "FILL IN: the smallest data the rule can judge; each case changes some of it",
    ),
    "new/cases.procedure": Entry("Cấp giấy mẫu (giả định)", "Sample procedure (made up)"),
    "new/cases.paper": Entry("Giấy tờ kèm theo", "Enclosed paper"),
    "new/cases.pass": Entry("Đúng ngưỡng, ngày đầu có hiệu lực", "At the bound, on the first day"),
    "new/cases.pass.name": Entry("đúng hai bản sao", "exactly two copies"),
    "new/cases.violation": Entry("Ngay trên ngưỡng", "Just above the bound"),
    "new/cases.violation.name": Entry("ba bản sao", "three copies"),
    "new/cases.before": Entry("Ngày trước khi có hiệu lực", "The day before it takes effect"),
    "new/cases.before.name": Entry(
        "ba bản sao, trước ngày có hiệu lực", "three copies, before the rule takes effect"
    ),
    "new/cases.wrong": Entry(
        "ĐIỀN: ca này cố ý sai để thấy một ca trượt; kết luận đúng là pass",
        "FILL IN: wrong on purpose, to see a case fail; the right verdict is pass",
    ),
    "new/cases.wrong.name": Entry("một bản sao (cố ý sai)", "one copy (wrong on purpose)"),
}
