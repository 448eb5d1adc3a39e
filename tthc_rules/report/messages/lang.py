"""What is said about rule files and by rules that cannot decide (ngôn ngữ quy tắc)."""

from __future__ import annotations

from tthc_rules.report.messages.entry import Entry, Table

_MEANT = Entry("có phải bạn định viết `{nearest}`?", "did you mean `{nearest}`?")
_EXPECTED = Entry("ở đây có thể viết: {expected}", "what can stand here: {expected}")

_READING: Table = {
    "lang/first-here": Entry("lần đầu ở đây", "first given here"),
    "lang/syntax.unexpected": Entry(
        "`{found}` không thể đứng ở đây", "`{found}` cannot stand here"
    ),
    "lang/syntax.unexpected.help": _EXPECTED,
    "lang/syntax.ended": Entry("mệnh đề kết thúc giữa chừng", "the clause ends too soon"),
    "lang/syntax.ended.help": Entry(
        "tiếp theo có thể viết: {expected}", "what can follow: {expected}"
    ),
    "lang/syntax.open-text": Entry(
        'đoạn chữ {found} thiếu dấu `"` kết thúc', 'the text {found} has no closing `"`'
    ),
    "lang/syntax.open-text.help": Entry(
        'đóng đoạn chữ bằng `"` trên cùng một dòng', 'close the text with `"` on the same line'
    ),
    "lang/syntax.bad-number": Entry(
        "không đọc được số `{found}`", "the number `{found}` cannot be read"
    ),
    "lang/syntax.bad-number.help": Entry(
        "viết số liền (`50000`), số tiền kèm đơn vị (`50.000 đồng`), thời hạn kèm đơn vị"
        " (`5 ngày làm việc`)",
        "write a number without separators (`50000`), money with its unit (`50,000 dong`), a"
        " time limit with its unit (`5 working days`)",
    ),
    "lang/syntax.double-equals": Entry(
        "so sánh bằng không viết là `{found}`", "equality is not written `{found}`"
    ),
    "lang/syntax.double-equals.help": Entry("viết `=`", "write `=`"),
    "lang/syntax.brace": Entry("dấu `{found}` lẻ trong thông báo", "a lone `{found}` in a message"),
    "lang/syntax.brace.help": Entry(
        "viết dấu ngoặc nhọn hai lần để in ra nó", "write a brace twice to print it"
    ),
    "lang/syntax.no-body": Entry(
        "lượng từ không nói điều phải xét với từng phần tử",
        "the quantifier does not say what is asked of each item",
    ),
    "lang/syntax.no-body.help": Entry(
        "viết `mọi (x thuộc danh_sách : điều kiện)`", "write `every (x in list : condition)`"
    ),
    "lang/syntax.no-collection": Entry(
        "vòng xét đầu tiên phải là một loại tài liệu",
        "the first thing ranged over is no kind of document",
    ),
    "lang/syntax.no-collection.help": Entry(
        "bắt đầu bằng loại tài liệu, như `mỗi cấu_hình gọi là c`",
        "begin with a kind of document, such as `each configuration as c`",
    ),
    "lang/syntax.inner-loop": Entry(
        "vòng xét bên trong phải là danh sách của một tên đã đặt",
        "an inner loop ranges over a list of a name given before",
    ),
    "lang/syntax.inner-loop.help": Entry(
        "viết như `mỗi c.kênh gọi là k`", "write it like `each c.channels as k`"
    ),
    "lang/syntax.no-rule": Entry("tệp không có quy tắc nào", "the file holds no rule"),
    "lang/syntax.no-rule.help": Entry('bắt đầu bằng `quy tắc "…"`', 'begin with `rule "…"`'),
    "lang/syntax.second-rule": Entry("tệp có hơn một quy tắc", "the file holds more than one rule"),
    "lang/syntax.second-rule.help": Entry(
        "viết mỗi quy tắc trong một tệp riêng", "write each rule in a file of its own"
    ),
    "lang/syntax.outside": Entry("đoạn này không thuộc mệnh đề nào", "this belongs to no clause"),
    "lang/syntax.after-end": Entry("sau `hết` không còn gì nữa", "nothing stands behind `end`"),
    "lang/bad-literal.date": Entry("không có ngày `{text}`", "there is no day `{text}`"),
    "lang/bad-literal.date.help": Entry(
        "viết năm-tháng-ngày, như `2026-07-01`", "write year-month-day, such as `2026-07-01`"
    ),
    "lang/bad-literal.money": Entry(
        "không đọc được số tiền `{text}`", "the amount `{text}` cannot be read"
    ),
    "lang/bad-literal.money.help": Entry("viết như `50.000 đồng`", "write it like `50,000 dong`"),
    "lang/bad-literal.rate": Entry(
        "không đọc được tỷ lệ `{text}`", "the rate `{text}` cannot be read"
    ),
    "lang/bad-literal.rate.help": Entry(
        "viết như `thu bằng 60%`, từ 0% đến 100%", "write it like `payable 60%`, 0% to 100%"
    ),
    "lang/bad-literal.time": Entry(
        "không đọc được thời hạn `{text}`", "the time limit `{text}` cannot be read"
    ),
    "lang/bad-literal.time.help": Entry(
        "viết như `5 ngày làm việc` hoặc `0,5 ngày làm việc`",
        "write it like `5 working days` or `0.5 working days`",
    ),
    "lang/bad-period": Entry(
        "kỳ hiệu lực kết thúc ngày {until}, không sau ngày bắt đầu {start}",
        "the period of force ends on {until}, not after its start on {start}",
    ),
    "lang/bad-period.help": Entry(
        "`đến trước` là ngày đầu tiên không còn hiệu lực",
        "`until` is the first day no longer in force",
    ),
    "lang/unknown-clause": Entry("không có mệnh đề `{label}`", "there is no clause `{label}`"),
    "lang/unknown-clause.help": _MEANT,
    "lang/unknown-keyword": Entry("không có từ khoá `{found}`", "there is no keyword `{found}`"),
    "lang/unknown-keyword.help": _MEANT,
    "lang/missing-clause": Entry(
        "quy tắc thiếu mệnh đề `{label}`", "the rule has no clause `{label}`"
    ),
    "lang/missing-clause.help": Entry("thêm mệnh đề `{label}`", "add the clause `{label}`"),
    "lang/missing-clause.title": Entry(
        "quy tắc thiếu tiêu đề {language}", "the rule has no title in {language}"
    ),
    "lang/missing-clause.title.help": Entry(
        'thêm dòng `{label}: "…"`', 'add the line `{label}: "…"`'
    ),
    "lang/duplicate-clause": Entry(
        "mệnh đề `{label}` viết hai lần", "the clause `{label}` is given twice"
    ),
    "lang/duplicate-clause.title": Entry(
        "tiêu đề {language} viết hai lần", "the title in {language} is given twice"
    ),
    "lang/too-large.text": Entry(
        "tệp quy tắc dài hơn {limit} ký tự", "the rule file has more than {limit} characters"
    ),
    "lang/too-large.nodes": Entry(
        "mệnh đề có hơn {limit} phần tử", "the clause has more than {limit} parts"
    ),
    "lang/too-large.depth": Entry(
        "biểu thức lồng sâu hơn {limit} tầng", "the expression nests deeper than {limit} levels"
    ),
    "lang/too-large.nesting": Entry(
        "hơn {limit} vòng xét lồng nhau", "more than {limit} loops inside one another"
    ),
    "lang/too-large.table": Entry(
        "các cột của bảng phân biệt hơn {limit} tổ hợp giá trị",
        "the columns of the table tell apart more than {limit} combinations of values",
    ),
    "lang/too-large.intricate": Entry(
        "biểu thức lồng quá nhiều tầng để dịch được",
        "the expression nests too many levels to be compiled",
    ),
}
_MEANING: Table = {
    "lang/unknown-name.variable": Entry("không có tên `{name}`", "there is no name `{name}`"),
    "lang/unknown-name.variable.help": _MEANT,
    "lang/unknown-name.value": Entry(
        "`{name}` không phải giá trị của `{enum}`", "`{name}` is no value of `{enum}`"
    ),
    "lang/unknown-name.value.help": _MEANT,
    "lang/unknown-name.field": Entry(
        "`{record}` không có trường `{name}`", "`{record}` has no field `{name}`"
    ),
    "lang/unknown-name.field.help": _MEANT,
    "lang/unknown-name.function": Entry("không có hàm `{name}`", "there is no function `{name}`"),
    "lang/unknown-name.function.help": _MEANT,
    "lang/unknown-name.collection": Entry(
        "không có loại tài liệu `{name}`", "there is no kind of document `{name}`"
    ),
    "lang/unknown-name.collection.help": _MEANT,
    "lang/unknown-name.fact": Entry("không có dữ kiện `{name}`", "there is no fact `{name}`"),
    "lang/unknown-name.fact.help": _MEANT,
    "lang/condition": Entry(
        "điều kiện của quy phạm chỉ so dữ kiện với giá trị viết sẵn",
        "the condition of a norm only compares facts with constants",
    ),
    "lang/condition.help": Entry(
        "viết như `kênh = trực_tuyến và người_nộp.đã_định_danh`",
        "write it like `channel = online and applicant.identified`",
    ),
    "lang/wrong-type.fact": Entry(
        "giá trị của dữ kiện `{name}` là {wanted}", "the values of the fact `{name}` are {wanted}"
    ),
    "lang/duplicate-name": Entry("tên `{name}` đã dùng rồi", "the name `{name}` is in use"),
    "lang/unguarded": Entry(
        "trường `{path}` có thể vắng mặt mà chưa được hỏi có hay không",
        "the field `{path}` may be absent and was not asked for",
    ),
    "lang/unguarded.help": Entry(
        "hỏi `có {path}` trước, ở `khi` hoặc nối bằng `và`",
        "ask `has {path}` first, in `when` or joined by `and`",
    ),
    "lang/needless-has": Entry("trường `{path}` luôn có mặt", "the field `{path}` is always there"),
    "lang/needless-has.help": Entry(
        "bỏ phép hỏi này; nó luôn đúng", "drop the question; it is always true"
    ),
    "lang/unused-let": Entry(
        "tên `{name}` được đặt mà không dùng", "the name `{name}` is given and not used"
    ),
    "lang/placeholder-mismatch": Entry(
        "chỗ điền `{placeholder}` không có trong bản {language}",
        "the placeholder `{placeholder}` is missing in {language}",
    ),
    "lang/languages-disagree": Entry(
        "bản tiếng Việt và bản tiếng Anh nói ngược nhau",
        "the Vietnamese and the English text say opposite things",
    ),
    "lang/different-kinds": Entry(
        "{found} và {wanted} không gộp hay so với nhau được",
        "{found} and {wanted} cannot be combined or compared",
    ),
    "lang/different-kinds.help": Entry(
        "phí, lệ phí và các lượng khác loại phải xét riêng",
        "judge fees, charges and amounts of different kinds apart",
    ),
    "lang/wrong-type.other": Entry(
        "ở đây cần {wanted} nhưng có {found}", "{wanted} is needed here, found {found}"
    ),
    "lang/wrong-type.quoted": Entry(
        "ở đây cần {wanted} nhưng có {found}", "{wanted} is needed here, found {found}"
    ),
    "lang/wrong-type.quoted.help": Entry(
        "viết giá trị không có dấu nháy: `{word}`", "write the value without quotes: `{word}`"
    ),
    "lang/wrong-type.condition": Entry(
        "ở đây cần một điều kiện nhưng có {found}", "a condition is needed here, found {found}"
    ),
    "lang/wrong-type.condition.help": Entry(
        "so sánh nó với một giá trị, hoặc hỏi `có …`", "compare it with a value, or ask `has …`"
    ),
    "lang/wrong-type.no-fields": Entry(
        "{found} không có trường `{name}`", "{found} has no field `{name}`"
    ),
    "lang/wrong-type.no-list": Entry(
        "ở đây cần một danh sách nhưng có {found}", "a list is needed here, found {found}"
    ),
    "lang/wrong-type.arguments": Entry(
        "số giá trị hàm `{name}` nhận là {wanted}, đã viết {found}",
        "values taken by the function `{name}`: {wanted}, given: {found}",
    ),
    "lang/wrong-type.arithmetic": Entry(
        "không tính được {wanted} với {found}", "{wanted} and {found} cannot be combined"
    ),
    "lang/wrong-type.not-time": Entry(
        "`dài hơn`, `ngắn hơn` chỉ dùng cho thời hạn, ở đây là {found}",
        "`longer than` and `shorter than` are for time limits, found {found}",
    ),
    "lang/wrong-type.not-time.help": Entry("viết `>` hoặc `<`", "write `>` or `<`"),
    "lang/wrong-type.no-order": Entry("{found} không có thứ tự", "{found} has no order"),
    "lang/wrong-type.no-order.help": Entry(
        "chỉ so bằng `=` hoặc `≠`", "compare with `=` or `≠` only"
    ),
    "lang/wrong-type.no-equality": Entry(
        "{found} không so bằng nhau được", "{found} cannot be compared as a whole"
    ),
    "lang/wrong-type.no-equality.help": Entry(
        "so sánh từng trường hoặc từng phần tử", "compare its fields or its items"
    ),
    "lang/wrong-type.no-membership": Entry(
        "không hỏi `thuộc` với {found}", "`in` is not asked of {found}"
    ),
    "lang/wrong-type.no-membership.help": Entry(
        "viết từng phép so sánh, nối bằng `hoặc`", "write the comparisons, joined by `or`"
    ),
    "lang/wrong-type.sum": Entry("không cộng được {found}", "{found} cannot be added up"),
    "lang/wrong-type.sum.help": Entry(
        "chỉ cộng số, số tiền và thời hạn", "add up numbers, money and time limits only"
    ),
    "lang/wrong-type.has": Entry("chỉ hỏi `có` với một trường", "`has` is asked of a field only"),
    "lang/wrong-type.has.help": Entry("viết như `có k.căn_cứ`", "write it like `has k.basis`"),
    "lang/wrong-type.no-place": Entry(
        "đây không phải một chỗ trong tài liệu được xét",
        "this is no place in the judged document",
    ),
    "lang/wrong-type.no-place.help": Entry(
        "bắt đầu bằng một tên đặt ở `áp dụng cho`, như `k.thời_hạn`",
        "begin with a name given in `applies to`, such as `k.time_limit`",
    ),
    "lang/wrong-type.not-printable": Entry(
        "không in được {found} trong thông báo", "{found} cannot be printed in a message"
    ),
}
_TABLES: Table = {
    "lang/table-overlap": Entry(
        "dòng này trùng với một dòng trước ở trường hợp {witness}",
        "this row and an earlier one both take {witness}",
    ),
    "lang/table-overlap.help": Entry(
        "mỗi trường hợp chỉ được ứng với một dòng; thu hẹp một trong hai dòng",
        "each case belongs to one row only; narrow one of the two",
    ),
    "lang/table-overlap.rest": Entry(
        "dòng nhận mọi trường hợp đứng trước dòng khác",
        "a row that takes every case stands before others",
    ),
    "lang/table-overlap.rest.help": Entry(
        "viết nó thành dòng cuối của bảng", "make it the last row of the table"
    ),
    "lang/table-gap": Entry(
        "bảng không có dòng nào cho trường hợp {witness}", "the table has no row for {witness}"
    ),
    "lang/table-gap.help": Entry(
        "thêm dòng cho trường hợp ấy, hoặc dòng cuối `còn lại → …`",
        "add a row for it, or a last row `otherwise → …`",
    ),
    "lang/table-idle": Entry(
        "dòng này không bao giờ được dùng: các dòng trên đã kể hết mọi trường hợp",
        "this row is never used: the rows above take every case",
    ),
    "lang/table-idle.help": Entry("bỏ dòng này", "drop this row"),
    "lang/table-empty-cell": Entry("không giá trị nào thuộc ô này", "no value fits this cell"),
    "lang/table-empty-cell.help": Entry(
        "viết cận dưới trước cận trên, như `từ 1 đến 5`",
        "write the lower bound before the upper one, such as `from 1 to 5`",
    ),
    "lang/table-width": Entry(
        "số ô của dòng này là {found}, số cột của bảng là {wanted}",
        "cells in this row: {found}, columns of the table: {wanted}",
    ),
    "lang/table-constant": Entry(
        "ô của bảng chỉ ghi giá trị viết sẵn, không ghi tên `{name}`",
        "a cell of a table holds constants, not the name `{name}`",
    ),
    "lang/table-constant.help": Entry(
        "viết một giá trị, một khoảng như `từ 1 đến 5`, hoặc `*` cho mọi giá trị",
        "write a value, a range such as `from 1 to 5`, or `*` for every value",
    ),
    "lang/table-kinds": Entry(
        "trong một cột, `{found}` và `{wanted}` tính khác loại ngày",
        "in one column, `{found}` and `{wanted}` count differently",
    ),
    "lang/table-kinds.help": Entry(
        "viết mọi thời hạn của cột theo một loại ngày",
        "write all time limits of the column in one kind of days",
    ),
    "lang/wrong-type.table-column": Entry(
        "{found} không làm cột của bảng được", "{found} cannot be a column of a table"
    ),
    "lang/wrong-type.table-result": Entry(
        "{found} không làm kết quả của bảng được", "{found} cannot be the result of a table"
    ),
    "lang/wrong-type.table-range": Entry(
        "{found} không có thứ tự nên không ghi khoảng được",
        "{found} has no order, so it has no ranges",
    ),
    "lang/wrong-type.table-range.help": Entry(
        "kể các giá trị, cách nhau bằng `|`", "list the values, separated by `|`"
    ),
}
_UNDECIDED: Table = {
    "lang/table-outside": Entry(
        "giá trị nằm ngoài mọi dòng của bảng", "the value is in no row of the table"
    ),
    "lang/unread-value": Entry(
        "giá trị `{path}` thiếu hoặc không đọc được", "the value `{path}` is missing or unread"
    ),
    "lang/empty-list": Entry(
        "danh sách không có phần tử nào để lấy giá trị", "the list has no item to take a value from"
    ),
    "lang/too-many-steps": Entry(
        "quy tắc xét quá nhiều phần tử trong tài liệu này",
        "the rule visits too many items in this document",
    ),
    "lang/mixed-time-limits": Entry(
        "không cộng được các thời hạn khác loại ngày",
        "time limits that count differently cannot be added",
    ),
    "lang/negative-amount": Entry(
        "phép tính cho kết quả âm", "the computation gives a negative amount"
    ),
    "lang/uneven-amount": Entry(
        "phép tính cho kết quả không tròn đơn vị",
        "the computation gives no whole number of units",
    ),
}
TABLE: Table = {**_READING, **_MEANING, **_TABLES, **_UNDECIDED}
